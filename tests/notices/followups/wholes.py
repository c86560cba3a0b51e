"""Whole printed answers about the invented follow-ups, kept in `whole/`.

After a change that is meant, `python -m tests.notices.followups.wholes` writes them anew; the diff is to be reviewed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from unittest import mock

from ...cli.running import run
from . import HERE, options

WHOLE = HERE / "whole"
LANGS = ("zh", "en")


@dataclass(frozen=True)
class Whole:
    """One answer: the file it is kept in, the command, the follow-ups on file, and the width (None for a pipe)."""

    file: str
    command: tuple[str, ...]
    kinds: tuple[str, ...]
    columns: int | None = 80

    def printed(self) -> str:
        """The answer as the program prints it now."""
        width = {} if self.columns is None else {"COLUMNS": str(self.columns)}
        with mock.patch.dict(os.environ, width):
            result = run(*self.command, *options(self.kinds))
        assert (result.code, result.err) == (0, "")
        return result.out

    def kept(self) -> str:
        """The answer as it is kept."""
        return (WHOLE / self.file).read_text(encoding="utf-8")


_ID = "henan-2021-11"
_CASE = ("--service", "filing.offsite.referral", "--role", "insured")


def _history(name: str, *kinds: str, known: str | None = None) -> list[Whole]:
    more = ("--known-at", known) if known else ()
    return [Whole(f"history.{name}.{lang}.txt", ("history", _ID, "--lang", lang, *more), kinds) for lang in LANGS]


def _check(name: str, at: str, *kinds: str) -> list[Whole]:
    asked = ("check", _ID, "--at", at, *_CASE)
    return [Whole(f"check.{name}.{lang}.txt", (*asked, "--lang", lang, "--why"), kinds) for lang in LANGS]


WHOLES = [
    *_history("none"),
    *_history("early", "early"),
    *_history("confirmed", "confirmed"),
    *_history("cancelled", "cancelled"),
    *_history("back", "back"),
    *_history("more", "more"),
    *_history("sequence", "late", "open", "early", "confirmed"),
    *_history("known", "late", "open", "early", "confirmed", known="2021-11-27 08:59"),
    *(
        Whole(f"history.more.{lang}.md", ("history", _ID, "--lang", lang, "--format", "markdown"), ("more",), None)
        for lang in LANGS
    ),
    Whole("history.json", ("history", _ID, "--format", "json"), ("more", "late", "early"), None),
    *_check("late", "2021-11-28 09:00", "late"),
    *_check("early", "2021-11-28 09:00", "late", "early"),
    *_check("cancelled", "2021-11-22 09:00", "cancelled"),
    *_check("back", "2021-11-25 09:00", "back"),
    Whole(
        "check.json", ("check", _ID, "--at", "2021-11-28 09:00", *_CASE, "--format", "json"), ("late", "early"), None
    ),
    Whole(
        "check.md",
        ("check", _ID, "--at", "2021-11-28 09:00", *_CASE, "--lang", "zh", "--format", "markdown"),
        ("late", "early"),
        None,
    ),
]


def write_anew() -> None:
    """Keeps what the program prints now."""
    WHOLE.mkdir(exist_ok=True)
    for whole in WHOLES:
        (WHOLE / whole.file).write_text(whole.printed(), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
