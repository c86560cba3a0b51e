"""The work grows with the length of a text and no faster, whatever the text is."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from datetime import date
from types import FrameType
from typing import Any

import pytest

from outageplan.drafting import times
from outageplan.drafting.times import find_times

WIDEST = 400  # signs that one pattern may look at from one place
PUBLISHED = date(2021, 11, 17)
HOSTILE = {
    "digits": "1",
    "year month day": "年月日",
    "to": "至",
    "blanks": " ",
    "line breaks": "\n",
    "years": "2021年",
    "unfinished ranges": "1-",
    "months": "11月",
    "dates": "11月21日",
    "ranges": "2021年11月21日18:00至",
    "book marks": "《",
    "brackets": "(",
    "numerals": "一",
    "month ends": "月底",
    "colons": "18:",
    "days": "1日1日",
    "hours": "20时",
    "every month": "每月1日-",
    "every week": "每周一、",
    "expected": "预计",
    "return": "恢复",
    "announced": "时间另行",
    "anchors": "自恢复之日起",
    "within": "within ",
    "from to": "from 18:00 to ",
    "November": "November 21 to ",
    "the": "the ",
    "prose": "系统停机期间参保人员可先行垫付，",
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package holds, alone or in a tuple or list."""

    def inside(value: object) -> Iterator[re.Pattern[str]]:
        if isinstance(value, re.Pattern):
            yield value
        elif isinstance(value, tuple | list):
            for one in value:
                yield from inside(one)

    for module in pkgutil.iter_modules(times.__path__):
        for name, value in vars(importlib.import_module(f"{times.__name__}.{module.name}")).items():
            for pattern in inside(value):
                yield f"{module.name}.{name}", pattern


def test_every_pattern_looks_at_a_bounded_stretch() -> None:
    # A pattern of bounded width has no `*` and no `+`: from one place it can only do a bounded amount of work.
    parser: Any = importlib.import_module("re._parser")
    widths = {name: parser.parse(one.pattern, one.flags).getwidth()[1] for name, one in _patterns()}
    assert len(widths) >= 20
    assert {name: width for name, width in widths.items() if width > WIDEST} == {}


def _calls(text: str) -> int:
    """How often the reading of a text calls into C, which includes every search and match of a pattern."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        find_times(text, PUBLISHED)
    finally:
        sys.setprofile(before)
    return count


def _long(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    once, twice = _calls(_long(piece, 6_000)), _calls(_long(piece, 12_000))
    assert twice <= 2.1 * once + 200


@pytest.mark.parametrize("piece", ["1", "年月日", "至", " "], ids=["digits", "year month day", "to", "blanks"])
def test_a_megabyte_of_nothing_holds_no_time(piece: str) -> None:
    assert find_times(_long(piece, 1_000_000), PUBLISHED) == []
