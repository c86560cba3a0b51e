"""OP314: what was only expected, 30 days on, and what amendments on file say of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from outageplan.notice.moments import CHINA
from outageplan.validation.examples import laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

from .checking import Said, keys, report, said, stop

END, START = ["windows.stop.end"], ["windows.stop.start"]
EXPECTED = stop("2025-11-21 18:00", "expected 2025-11-24 08:30")


def test_an_expected_end_that_nothing_confirms() -> None:
    assert said("OP314", EXPECTED, at="2025-12-24 08:31") == [
        Said(
            "12:40-12:65",
            "“expected 2025-11-24 08:30”：该时间过后已超过 30 日，尚无公告确认；"
            "请发布修订公告（`amends`）写明实际时间，"
            "办结的写 `status: completed`",
            "`expected 2025-11-24 08:30`: more than 30 days have passed since then, and nothing on file "
            "confirms it; write "
            "an amendment (`amends`) with the real moment, and `status: completed` when it is over",
        )
    ]


def test_an_open_end_is_counted_from_the_start() -> None:
    (found,) = said("OP314", stop("2025-11-21 18:00", "to be announced"), at="2025-12-21 18:01")
    assert found.en == (
        "`to be announced`: more than 30 days have passed since the stop began (`2025-11-21 18:00`), and "
        "nothing on file "
        "confirms it; write an amendment (`amends`) with the real moment, and `status: completed` when it is over"
    )


@pytest.mark.parametrize(
    ("start", "end", "at", "found"),
    [
        ("2025-11-21 18:00", "expected 2025-11-24 08:30", "2025-12-24 08:30", []),
        ("2025-11-21 18:00", "tentative 2025-11-24 08:30", "2025-12-24 08:31", END),
        ("2025-11-21 18:00", "not before 2025-11-24 08:30", "2025-12-24 08:31", END),
        ("2025-11-21 18:00", "no later than 2025-11-24 08:30", "2026-12-24 08:31", []),
        ("2025-11-21 18:00", "2025-11-24 08:30", "2026-12-24 08:31", []),
        ("2025-11-21 18:00", "to be announced", "2025-12-21 18:00", []),
        ("2025-11-21 18:00", "when all is tested", "2025-12-21 18:01", END),
        ("expected 2025-11-21 18:00", "2026-03-01 08:30", "2025-12-21 18:00", []),
        ("expected 2025-11-21 18:00", "2026-03-01 08:30", "2025-12-21 18:01", START),
        ("expected 2025-11-21 18:00", "expected 2025-11-24 08:30", "2026-01-01 00:00", END),
        ("expected 2025-11-21 18:00", "2025-11-24 08:30", "2026-01-01 00:00", []),
        ("unresolved 月底", "unresolved 月底", "2029-01-01 00:00", []),
        ("to be announced", "to be announced", "2029-01-01 00:00", []),
    ],
)
def test_which_boundaries_are_long_unconfirmed(start: str, end: str, at: str, found: list[str]) -> None:
    assert keys("OP314", stop(start, end), at=at) == found
    for status in ("completed", "cancelled"):
        assert keys("OP314", f"status: {status}\n" + stop(start, end), at=at) == []


def test_what_is_terminated_does_not_return() -> None:
    effects = "effects:\n  e: {services: [settlement.local.pharmacy], effect: terminated, clause: '2'}\n"
    assert keys("OP314", effects + stop("2025-11-21 18:00", "to be announced"), at="2026-12-21 18:01") == []


def amended(end: str, published: str = "2025-11-25", status: str = "") -> list[tuple[str, str]]:
    """The files and keys of what is found with an amendment beside the notice."""
    text = f"format: outageplan/1\nid: later\namends: example-2025-11\npublished: {published}\n{status}"
    text += f"windows:\n  stop: {{end: {end}}}\n" if end else ""
    files = {"first.yaml": laid_over(EXPECTED), "later.yaml": text}
    sources = [Source(file=name, content=content.encode()) for name, content in files.items()]
    result = validate(sources, Settings(select=("OP314",)), Context(at=datetime(2026, 6, 1, tzinfo=CHINA)))
    return [(one.file, one.key) for one in result.findings]


def test_an_amendment_confirms() -> None:
    assert amended("2025-11-24 09:00") == []
    assert amended("", status="status: completed\n") == []
    assert amended("expected 2025-12-01 08:30") == [("later.yaml", "windows.stop.end")]
    assert amended("", status="title: {zh: 甲, en: a}\n") == [("first.yaml", "windows.stop.end")]


def test_other_notices_confirm_nothing() -> None:
    other = "id: other\nstatus: completed\n"
    found = report("OP314", EXPECTED, at="2026-06-01 00:00", other=other).findings
    assert [(one.file, one.key) for one in found] == [("example-2025-11.yaml", "windows.stop.end")]
