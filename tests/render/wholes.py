"""Whole printed answers about the invented notices in `examples/`, kept in files beside them.

After a change that is meant, `python -m tests.render.wholes` writes them anew; the diff is what is to be reviewed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from unittest import mock

from ..cli.invented import EXAMPLES
from ..cli.running import run


@dataclass(frozen=True)
class Whole:
    """One answer: the file it is kept in, what was asked, and the width in columns, or None for a pipe."""

    file: str
    asked: tuple[str, ...]
    columns: int | None = None

    def printed(self) -> str:
        """The answer as the program prints it now."""
        width = {} if self.columns is None else {"COLUMNS": str(self.columns)}
        with mock.patch.dict(os.environ, width):
            result = run("check", "--notices", EXAMPLES, *self.asked)
        assert (result.code, result.err) == (0, "")
        return result.out

    def kept(self) -> str:
        """The answer as it is kept."""
        return (EXAMPLES / self.file).read_text(encoding="utf-8")


def _asked(notice: str, at: str, lang: str, *more: str) -> tuple[str, ...]:
    return (notice, "--at", at, "--lang", lang, *more)


_STOP, _DOUBT = ("stop", "2021-11-22 09:00"), ("doubt", "2024-03-05 09:00")
_STAY = ("stay", "2025-06-07 09:00")
_FACTS: tuple[str, ...] = ("--scheme", "employee", "--patient", "inpatient,慢特病", "--admitted", "2025-06-05 09:30")
_FACTS += ("--discharged", "2025-06-07", "--visit", "2025-06-08", "--receipt", "2025-06-07T10:00")
_CASE = ("--insured-at", "370700", "--role", "insured", "--service", "settlement.local.inpatient")

WHOLES = [
    *(
        Whole(f"stop.{lang}.{width or 'piped'}.txt", _asked(*_STOP, lang), width)
        for lang in ("zh", "en")
        for width in (60, 80, None)
    ),
    *(Whole(f"stop.{lang}.md", _asked(*_STOP, lang, "--format", "markdown")) for lang in ("zh", "en")),
    *(Whole(f"stop.why.{lang}.txt", _asked(*_STOP, lang, "--why", *_CASE)) for lang in ("zh", "en")),
    Whole("stop.inpatient.json", _asked(*_STOP, "en", "--format", "json", *_CASE)),
    *(Whole(f"doubt.{lang}.txt", _asked(*_DOUBT, lang)) for lang in ("zh", "en")),
    *(
        Whole(f"nothing.{lang}.txt", ("--at", "2021-06-01 12:00", "--lang", lang, "--service", "reimbursement"))
        for lang in ("zh", "en")
    ),
    *(Whole(f"stay.open.{lang}.txt", _asked(*_STAY, lang), 80) for lang in ("zh", "en")),
    *(Whole(f"stay.told.{lang}.txt", _asked(*_STAY, lang, *_FACTS), 80) for lang in ("zh", "en")),
    Whole("stay.told.json", _asked(*_STAY, "en", "--format", "json", "--service", "transfer in", *_FACTS)),
    Whole("stay.hours.en.md", _asked(*_STAY, "en", "--format", "markdown", "--admitted", "2025-06-06")),
    *(
        Whole(f"repeat.{name}.{lang}.txt", _asked("repeat", at, lang, "--occurrences", "4"))
        for name, at in (
            ("during", "2025-02-01 05:59"),
            ("between", "2025-02-01 06:00"),
            ("skipped", "2025-03-31 20:00"),
        )
        for lang in ("zh", "en")
    ),
    Whole("repeat.zh.md", _asked("repeat", "2025-02-28 18:00", "zh", "--format", "markdown", "--occurrences", "2")),
    Whole("repeat.why.en.txt", _asked("repeat", "2025-02-01 06:00", "en", "--why", "--role", "insured")),
    Whole("repeat.json", _asked("repeat", "2025-03-28 23:00", "en", "--format", "json", "--occurrences", "2")),
    Whole("before.en.txt", _asked("stop", "2021-11-17 12:00", "en", "--service", "settlement.local.pharmacy")),
    Whole("after.en.txt", _asked("stop", "2021-11-29 12:00", "en", "--service", "settlement.local.pharmacy")),
    Whole("presumed.zh.txt", _asked("stop", "2022-02-01 12:00", "zh", "--service", "settlement.local.pharmacy")),
]


def write_anew() -> None:
    """Keeps what the program prints now."""
    for whole in WHOLES:
        (EXAMPLES / whole.file).write_text(whole.printed(), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
