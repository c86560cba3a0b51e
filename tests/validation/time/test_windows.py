"""OP302, OP303, OP306 and OP313: what windows say of themselves."""

from __future__ import annotations

import pytest

from .checking import Said, keys, said, stop

END = ["windows.stop.end"]
START = ["windows.stop.start"]


def test_a_window_without_length_is_told_at_its_end() -> None:
    name, moment = "{zh: 全停机, en: stop}", "2025-11-21 18:00"
    snippet = f"windows:\n  stop: {{name: {name}, start: {moment}, end: {moment}, clause: '1'}}\n"
    assert said("OP302", snippet) == [
        Said(
            "12:67-12:83",
            "结束“2025-11-21 18:00”与开始“2025-11-21 18:00”是同一时刻，时段没有长度；请写实际的恢复时间，"
            "未定的写 `to be announced`",
            "the end `2025-11-21 18:00` is the same moment as the start `2025-11-21 18:00`, so the window has "
            "no length; "
            "write when service returns, or `to be announced` while that is open",
        )
    ]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2025-11-21 18:00", "2025-11-21 18:00", END),
        ("2025-11-21 18:00", "expected 2025-11-21 18:00", END),
        ("2025-11-21 18:00", "no later than 2025-11-21 18:00", END),
        ("2025-11-21 24:00", "2025-11-22 00:00", END),
        ("2025-11-21 18:00", "2025-11-21 19:00 +09:00", END),
        ("2025-11-21 18:00", "2025-11-21 18:01", []),
        ("2025-11-21 18:00", "2025-11-21 17:59", []),  # that is OP301
        ("2025-11-21 18:00", "not before 2025-11-21 18:00", []),
        ("no later than 2025-11-21 18:00", "2025-11-21 18:00", []),
        ("2025-11-21", "2025-11-21", []),  # a whole day
        ("2025-11-21 18:00", "to be announced", []),
        ("unresolved 31日", "unresolved 31日", []),
    ],
)
def test_which_windows_have_no_length(start: str, end: str, found: list[str]) -> None:
    assert keys("OP302", stop(start, end)) == found


def test_a_year_slip_is_told() -> None:
    assert said("OP303", stop("2025-11-21 18:00", "expected 2026-11-24 08:30")) == [
        Said(
            "12:40-12:65",
            "从“2025-11-21 18:00”到“expected 2026-11-24 08:30”长达 367 天；很可能是年份写错："
            "请核对结束年份是否应为 2025 年",
            "from `2025-11-21 18:00` to `expected 2026-11-24 08:30` is 367 days; a year slip is likely: should "
            "it end in "
            "2025?",
        )
    ]


def test_a_long_window_without_a_year_slip() -> None:
    assert said("OP303", stop("2025-11-21 18:00", "2026-01-05 18:01")) == [
        Said(
            "12:40-12:56",
            "从“2025-11-21 18:00”到“2026-01-05 18:01”长达 45 天；请核对起止时间，分期停机的请分成几个时段",
            "from `2025-11-21 18:00` to `2026-01-05 18:01` is 45 days; check both, and write stages as windows",
        )
    ]


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        ("2025-11-21 18:00", "2026-01-05 18:00", None),  # 45 days, not more
        ("2025-12-30 18:00", "2026-01-02 08:00", None),
        ("2024-12-30 18:00", "2026-01-02 08:00", 2025),  # across the new year
        ("2024-02-28 18:00", "2025-02-28 20:00", 2024),
        ("2025-02-27 18:00", "2028-02-29 08:00", 2025),  # no such day in the year that is meant
        ("2025-11-21 18:00", "not before 2026-11-24 08:30", None),
        ("2025-11-21 18:00", "to be announced", None),
    ],
)
def test_long_windows(start: str, end: str, year: int | None) -> None:
    messages = [one.en or "" for one in said("OP303", stop(start, end))]
    assert [f"should it end in {year}?" in message for message in messages] == ([True] if year else [])


def test_an_hour_that_is_not_stated_at_both_ends_and_a_deadline() -> None:
    snippet = (
        "windows:\n  stop: {start: 2025-11-21, end: expected 2025-11-24, clause: '1'}\n"
        "guidance:\n  file:\n    for: [insured]\n    phase: before\n    services: [filing]\n    action: plan_ahead\n"
        "    deadline: 2025-11-20\n    say: {zh: 办理, en: file}\n    clause: '3'\n"
    )
    assert said("OP306", snippet) == [
        Said(
            "12:17-12:27",
            "“2025-11-21”没有写明几点，将按 00:00 计；请写出时刻，如“2025-11-21 00:00”",
            "`2025-11-21` gives no hour and is taken as 00:00; write the hour, such as `2025-11-21 00:00`",
        ),
        Said(
            "12:34-12:53",
            "“expected 2025-11-24”没有写明几点，将按 24:00 计；请写出时刻，如“expected 2025-11-24 24:00”",
            "`expected 2025-11-24` gives no hour and is taken as 24:00; write the hour, such as `expected "
            "2025-11-24 24:00`",
        ),
        Said(
            "21:15-21:25",
            "“2025-11-20”没有写明几点，将按 24:00 计；请写出时刻，如“2025-11-20 24:00”",
            "`2025-11-20` gives no hour and is taken as 24:00; write the hour, such as `2025-11-20 24:00`",
        ),
    ]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2025-11-21 00:00", "2025-11-24 24:00", []),
        ("2025-11-21 18:00", "to be announced", []),
        ("unresolved 31日凌晨", "when all is tested", []),
        ("tentative 2025-11-21", "2025-11-24 08:30", START),
        ("2025-11-21 18:00", "not before 2025-11-24", END),
    ],
)
def test_where_the_hour_is_missing(start: str, end: str, found: list[str]) -> None:
    assert keys("OP306", stop(start, end)) == found


def test_not_before_a_day_is_from_its_first_hour() -> None:
    (found,) = said("OP306", stop("2025-11-21 18:00", "not before 2025-11-24"))
    assert found.en == (
        "`not before 2025-11-24` gives no hour and is taken as 00:00; write the hour, such as "
        "`not before 2025-11-24 00:00`"
    )


def test_a_return_on_a_sunday_is_told_with_the_next_working_day() -> None:
    """As in Henan in 2021: back on Sunday the 28th."""
    assert said("OP313", stop("2021-11-21 18:00", "expected 2021-11-28 08:00")) == [
        Said(
            "12:40-12:65",
            "恢复时间“expected 2021-11-28 08:00”是休息日 2021-11-28（周日）；窗口办理的业务，请写明自 "
            "2021-11-29（周一）起受理",
            "service returns (`expected 2021-11-28 08:00`) on 2021-11-28 (Sun), a rest day; if counters open only on "
            "2021-11-29 (Mon), say so",
        )
    ]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2025-11-20 18:00", "2025-11-23 08:00", END),
        ("2025-11-20 18:00", "2025-11-21 24:00", END),  # that is Saturday 00:00
        ("2025-11-20 18:00", "2025-11-23 24:00", []),  # Monday 00:00
        ("2025-11-20 18:00", "2025-11-24 08:00", []),
        ("2025-11-21 18:00", "2025-11-23 08:00", []),  # a weekend, no office hours lost
        ("2025-11-21 17:59", "2025-11-23 08:00", END),
        ("2025-09-26 18:00", "2025-09-28 08:00", []),  # a Sunday on which everybody works
        ("2025-09-26 18:00", "2025-10-08 08:00", END),  # a Wednesday in the autumn holidays
        ("2099-09-26 18:00", "2099-10-08 08:00", []),  # no schedule: nothing is guessed
        ("unresolved 月底", "2025-11-23 08:00", END),
        ("2025-11-20 18:00", "to be announced", []),
    ],
)
def test_which_returns_are_on_rest_days(start: str, end: str, found: list[str]) -> None:
    assert keys("OP313", stop(start, end)) == found


@pytest.mark.parametrize("code", ["OP306", "OP313"])
def test_a_cancelled_notice_is_left_alone(code: str) -> None:
    assert keys(code, "status: cancelled\n" + stop("2025-11-20", "2025-11-22")) == []
