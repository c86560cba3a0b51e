"""Whole outputs for the fixed findings of `cases.py`, kept in files in `examples/`.

After a change that is meant, `python -m tests.render.findings.wholes` writes them anew; the diff is to be reviewed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from outageplan.render.findings import FORMATS
from outageplan.render.findings.as_text import render as text
from outageplan.wording import Lang

from .cases import EMPTY, report

EXAMPLES = Path(__file__).parent / "examples"
_LANGS: tuple[Lang, ...] = ("zh", "en")

WHOLES: dict[str, Callable[[], str]] = {
    **{f"{name}.{lang}.txt": partial(FORMATS[name], report(lang=lang)) for name in FORMATS for lang in _LANGS},
    **{f"{name}.empty.txt": partial(FORMATS[name], EMPTY) for name in FORMATS},
    **{f"text.{lang}.50.txt": partial(text, report(lang=lang), 50) for lang in _LANGS},
}


def write_anew() -> None:
    """Keeps what the formats write now."""
    EXAMPLES.mkdir(exist_ok=True)
    for name, written in WHOLES.items():
        (EXAMPLES / name).write_text(written(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_anew()
