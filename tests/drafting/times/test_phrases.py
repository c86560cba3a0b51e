"""Phrases and what they must be read as, and words that are no times."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from outageplan.drafting.times import Due, Found, Kind, Sure, find_times

HERE = Path(__file__).parent
_MARK = re.compile(r"[<>]")


def _groups(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def _cases() -> list[Any]:
    cases = []
    for name in ("phrases.yaml", "more_phrases.yaml"):
        for group in _groups(name):
            for text, told in group["cases"].items():
                wanted = [told] if isinstance(told, str) else told
                cases.append(pytest.param(text, group.get("published"), wanted, id=f"{group['name']}: {text}"))
    return cases


def _due(due: Due | None, found: Found) -> str:
    """A deadline in the words of the format, `?` for an event that is not named."""
    if due is None:
        return str(found.end_boundary)
    deadline = due.as_deadline("stop")
    return str(deadline) if deadline else f"{due.count} {due.unit}s {due.direction} ?"


def told(found: Found) -> str:
    """A found phrase as the tables write it."""
    start, end = found.start_boundary, found.end_boundary
    if found.kind is Kind.DEADLINE:
        body = _due(found.deadline, found)
    elif found.kind is Kind.DURATION:
        body = str(found.duration or "?")
    elif found.kind is Kind.RECURRING:
        body = f"{found.repeat}" + (f" for {found.duration}" if found.duration else "")
        body += f" {start} -> {end}" if start and start.moment else ""
    elif found.kind in (Kind.OPEN, Kind.CLOCK):
        body = ""
    else:
        body = f"{start} -> {end}" if start and end and start != end else str(start or end)
    sure = "" if found.sure is Sure.STATED else f"({found.sure.value})"
    return " ".join(part for part in (found.kind.value, body, sure, "!" * len(found.problems)) if part)


@pytest.mark.parametrize(("marked", "published", "wanted"), _cases())
def test_a_phrase_is_read(marked: str, published: date | None, wanted: list[str]) -> None:
    text = _MARK.sub("", marked)
    found = find_times(text, published)
    assert [told(one) for one in found] == wanted
    assert [one.words for one in found] == re.findall("<([^<>]*)>", marked)
    assert [text[one.start : one.end] for one in found] == [one.words for one in found]


@pytest.mark.parametrize("published", [None, date(2021, 11, 17)], ids=str)
@pytest.mark.parametrize("text", _groups("no_times.yaml"))
def test_what_is_no_time_is_left_alone(text: object, published: date | None) -> None:
    assert [one.words for one in find_times(str(text), published)] == []


def test_the_tables_are_as_large_as_they_should_be() -> None:
    assert len(_cases()) >= 150
    assert len(_groups("no_times.yaml")) >= 60
