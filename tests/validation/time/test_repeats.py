"""OP301 and OP320 to OP324: windows that repeat, and what is said of single occurrences."""

from __future__ import annotations

import pytest

from .checking import Said, keys, said

WINDOW = """\
windows:
  stop:
    start: {start}
    end: {end}
    repeat: {repeat}
{more}    clause: '1'
guidance: {{}}
"""


def window(
    start: str = "2025-11-30 18:00",
    end: str = "2025-12-01 06:00",
    repeat: str = "FREQ=MONTHLY;BYMONTHDAY=-1",
    **occurrences: str,
) -> str:
    """The base notice's window as one that repeats; `d2025_12_31` is an occurrence."""
    changes = "".join(f"      {day[1:].replace('_', '-')}: {{{change}}}\n" for day, change in occurrences.items())
    more = f"    occurrences:\n{changes}" if changes else ""
    return WINDOW.format(start=start, end=end, repeat=repeat, more=more)


def test_a_good_one_is_silent() -> None:
    good = window(d2025_12_31="skip: yes", d2026_01_31="start: 2026-02-02 18:00, end: 2026-02-03 06:00")
    for code in ("OP301", "OP320", "OP321", "OP322", "OP323", "OP324"):
        assert said(code, good) == []


def test_a_start_without_a_date() -> None:
    assert said("OP320", window(start="to be announced")) == [
        Said(
            "13:12-13:27",
            "开始“to be announced”没有日期，`repeat` 无从推算；请写首次停机的日期和时间，如 `2025-11-30 18:00`",
            "the start `to be announced` has no date for `repeat` to count from; write the first occurrence's day and "
            "hour, as in `2025-11-30 18:00`",
        )
    ]
    assert said("OP321", window(start="to be announced")) == []


def test_a_start_on_another_day_than_the_rule() -> None:
    assert said("OP321", window(start="2025-11-29 18:00")) == [
        Said(
            "13:12-13:28",
            "首次停机 2025-11-29（周六）不在 `repeat`（每月最后一天）之内，其第一天是 2025-11-30（周日）；"
            "请更正 `start` 或 `repeat`",
            "the start, 2025-11-29 (Sat), is no day of `repeat` (monthly on the last day), whose first one is "
            "2025-11-30 (Sun); correct `start` or `repeat`",
        )
    ]


def test_a_rule_that_gives_no_day_at_all() -> None:
    never = "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1"
    assert said("OP321", window(repeat=never)) == [
        Said(
            "13:12-13:28",
            f"首次停机 2025-11-30（周日）不在 `repeat`（按规则 {never}）之内，该规则自此没有任何一天；请更正规则",
            f"the start, 2025-11-30 (Sun), is no day of `repeat` (by the rule {never}), which gives no day from then "
            "on; correct it",
        )
    ]


@pytest.mark.parametrize(
    ("until", "found"),
    [("20251130", 0), ("20251130T100000Z", 0), ("20251130T095959Z", 1), ("20251129", 1)],
)
def test_a_rule_that_ends_before_it_begins(until: str, found: int) -> None:
    given = keys("OP321", window(repeat=f"FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL={until}"))
    assert given == ["windows.stop.start"] * found


def test_a_change_on_a_day_that_the_rule_does_not_give() -> None:
    assert said("OP322", window(d2025_12_30="skip: yes")) == [
        Said(
            "17:7-17:17",
            "2025-12-30（周二）不是 `repeat` 给出的日子；最近的是 2025-11-30（周日） 或 2025-12-31（周三）",
            "2025-12-30 (Tue) is no day of `repeat`; the nearest is 2025-11-30 (Sun) or 2025-12-31 (Wed)",
        )
    ]


def test_a_change_behind_the_last_occurrence() -> None:
    snippet = window(repeat="FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1", d2025_12_31="skip: yes")
    assert [one.en for one in said("OP322", snippet)] == [
        "2025-12-31 (Wed) is no day of `repeat`; the nearest is 2025-11-30 (Sun)"
    ]


def test_a_change_of_a_window_that_does_not_repeat() -> None:
    snippet = (
        "windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, "
        "occurrences: {2025-11-21: {skip: yes}}, clause: '1'}\n"
    )
    assert said("OP322", snippet) == [
        Said(
            "12:72-12:82",
            "该时段没有 `repeat`，只有一次；请直接改写 `start` 和 `end`",
            "the window has no `repeat`, so there is just one occurrence; write its `start` and `end`",
        )
    ]


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("2025-12-01 17:59", []),
        ("2025-12-01 18:00", ["windows.stop.end"]),
        ("expected 2025-12-02", ["windows.stop.end"]),
    ],
)
def test_an_occurrence_that_lasts_until_the_next(end: str, found: list[str]) -> None:
    assert keys("OP323", window(end=end, repeat="FREQ=DAILY")) == found


def test_the_shortest_gap_counts() -> None:
    """31 days fit between the last days of November and December, and not between those of January and February."""
    assert said("OP323", window(end="2025-12-29 06:00")) == [
        Said(
            "14:10-14:26",
            "2026-01-31 的一次到 2026-03-01 06:00（周日） 才结束，"
            "而 2026-02-28 的一次 2026-02-28 18:00（周六） 已开始；请更正，连续停机的写成一个时段",
            "the occurrence of 2026-01-31 ends at 2026-03-01 06:00 (Sun), and that of 2026-02-28 begins at 2026-02-28 "
            "18:00 (Sat); correct it, or write one window for what goes on",
        )
    ]


def test_a_change_that_runs_into_another() -> None:
    longer = window(d2025_12_31="'end': 2026-01-31 18:00")
    assert keys("OP323", longer) == ["windows.stop.occurrences.2025-12-31.end"]
    later = window(d2025_12_31="start: 2026-01-31 12:00, end: 2026-01-31 17:59")
    assert keys("OP323", later) == []
    onto = window(d2025_12_31="start: 2025-12-01 05:59")
    assert keys("OP323", onto) == ["windows.stop.occurrences.2025-12-31.start"]
    far = window(repeat="FREQ=DAILY", start="2020-01-01 23:00", end="2020-01-02 06:00", d2025_12_31="end: 2026-01-02")
    assert keys("OP323", far) == ["windows.stop.occurrences.2025-12-31.end"]


def test_a_change_that_ends_before_it_starts() -> None:
    assert said("OP301", window(d2025_12_31="start: 2026-01-05 18:00")) == [
        Said(
            "17:27-17:43",
            "结束“2026-01-01 06:00”早于开始“2026-01-05 18:00”；请核对两个时间",
            "the end `2026-01-01 06:00` is before the start `2026-01-05 18:00`; check both moments",
        )
    ]
    wrong = window(d2025_12_31="end: 2025-12-31 17:00")
    assert keys("OP301", wrong) == ["windows.stop.occurrences.2025-12-31.end"]


def test_a_change_that_leaves_no_length() -> None:
    assert keys("OP302", window(d2025_12_31="start: 2026-01-01 06:00")) == ["windows.stop.occurrences.2025-12-31.start"]
    assert keys("OP302", window(d2025_12_31="end: 2025-12-31 18:00")) == ["windows.stop.occurrences.2025-12-31.end"]
    assert keys("OP302", window(d2025_12_31="end: 2025-12-31 18:01")) == []


def _guided(phase: str, deadline: str) -> str:
    guidance = (
        f"guidance:\n  file: {{for: [insured], phase: {phase}, services: [filing], action: file_later, "
        f"deadline: {deadline}, say: {{zh: 办理, en: file}}, clause: '3'}}\n"
    )
    return window().replace("guidance: {}\n", guidance)


def test_a_fixed_deadline() -> None:
    assert [(one.zh, one.en) for one in said("OP324", _guided("before", "2025-11-30"))] == [
        (
            "时段 stop 会重复，“2025-11-30”只合其中一次；请相对时段书写，如 `1 hour before stop.start`",
            "`stop` repeats, and `2025-11-30` fits one occurrence of it; write it relative to the window, as in "
            "`1 hour before stop.start`",
        )
    ]
    assert "`1 day after stop.end`" in str(said("OP324", _guided("after", "2025-12-05"))[0].en)
    assert said("OP324", _guided("after", "12 months after discharge")) == []


def test_nothing_waits_for_a_confirmation_that_the_next_occurrence_overtakes() -> None:
    assert keys("OP314", window(end="expected 2025-12-01 06:00"), at="2026-06-01 00:00") == []
    assert keys("OP314", window(end="to be announced"), at="2026-06-01 00:00") == []
