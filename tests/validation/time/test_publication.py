"""OP311 and OP312: when a notice is published. The base notice stops from 2025-11-21 18:00."""

from __future__ import annotations

import pytest

from .checking import Said, keys, said, stop

FOUND = ["published"]


def test_henan_gave_42_hours() -> None:
    snippet = "published: 2021-11-17\n" + stop("2021-11-18 18:00", "2021-11-28 08:00")
    assert said("OP311", snippet) == [
        Said(
            "7:12-7:22",
            "发布时间“2021-11-17”（按当日 0 时计）距停机开始“2021-11-18 18:00”仅 1 天 18 小时，不足 48 小时；"
            "请提前发布或推迟停机，并写明来不及准备的人如何办理",
            "`2021-11-17` (counted from its 00:00) is only 1 day 18 h before the stop starts (`2021-11-18 "
            "18:00`), less than "
            "48 h; publish earlier or stop later, and say what those do who cannot prepare in time",
        )
    ]


def test_published_after_the_start() -> None:
    assert said("OP312", "published: 2025-11-21 18:01\n") == [
        Said(
            "7:12-7:28",
            "发布时间“2025-11-21 18:01”晚于停机开始“2025-11-21 18:00”；请核对这两个日期，"
            "停机后的变动请另写修订公告（`amends`）",
            "`2025-11-21 18:01` is after the stop has started (`2025-11-21 18:00`); check both dates, and "
            "write what changed "
            "later as an amendment (`amends`)",
        )
    ]


@pytest.mark.parametrize(
    ("published", "short", "late"),
    [
        ("2025-11-19 18:00", [], []),
        ("2025-11-19 18:01", FOUND, []),
        ("2025-11-19 19:00 +09:00", [], []),
        ("2025-11-20", FOUND, []),
        ("2025-11-21", FOUND, []),
        ("2025-11-21 18:00", FOUND, []),
        ("2025-11-21 18:01", [], FOUND),
        ("2025-11-22", [], FOUND),
    ],
)
def test_both_sides_of_each_limit(published: str, short: list[str], late: list[str]) -> None:
    snippet = f"published: {published}\n"
    assert (keys("OP311", snippet), keys("OP312", snippet)) == (short, late)
    cancelled = "status: cancelled\n" + snippet
    assert (keys("OP311", cancelled), keys("OP312", cancelled)) == ([], [])


@pytest.mark.parametrize(
    ("start", "published", "short", "late"),
    [
        ("2025-11-21", "2025-11-21 09:00", FOUND, []),  # it may begin at night
        ("2025-11-21", "2025-11-22 00:01", [], FOUND),
        ("not before 2025-11-21 18:00", "2025-11-23", [], []),
        ("unresolved 月底", "2025-11-23", [], []),
        ("to be announced", "2025-11-23", [], []),
    ],
)
def test_starts_that_are_not_exact(start: str, published: str, short: list[str], late: list[str]) -> None:
    snippet = f"published: {published}\n" + stop(start, "2025-11-30 08:00")
    assert (keys("OP311", snippet), keys("OP312", snippet)) == (short, late)


def test_the_first_of_several_windows_counts() -> None:
    windows = (
        "windows:\n  later: {start: 2025-12-21 18:00, end: 2025-12-22 18:00, clause: '1'}\n"
        "  first: {start: 2025-11-21 18:00, end: 2025-11-22 18:00, clause: '1'}\n"
    )
    assert keys("OP311", "published: 2025-11-20\n" + windows) == FOUND
    assert keys("OP312", "published: 2025-12-01\n" + windows) == FOUND


def test_a_completed_notice_was_as_short_as_it_was() -> None:
    assert keys("OP311", "status: completed\npublished: 2025-11-20\n") == []
