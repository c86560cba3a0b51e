"""Rules of repetition in words, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given

from outageplan.engine.repeat_words import repeat_text
from outageplan.notice.moments import Moment, parse_moment
from outageplan.notice.repeats import parse_repeat

from .test_repeat_days import STARTS, read, repeats

TOLD = [
    ("FREQ=DAILY", "每天", "daily"),
    ("FREQ=DAILY;INTERVAL=3", "每 3 天", "every 3 days"),
    ("FREQ=DAILY;BYDAY=MO,FR;BYMONTH=3", "每天（仅周一、周五，3 月）", "daily (Mon, Fri; March only)"),
    ("FREQ=DAILY;COUNT=1", "每天，共 1 次", "daily, 1 time"),
    ("FREQ=DAILY;UNTIL=20251231", "每天，至 2025-12-31", "daily, until 2025-12-31"),
    (
        "FREQ=DAILY;UNTIL=20251231T155900Z",
        "每天，至 2025-12-31 23:59（周三）",
        "daily, until 2025-12-31 23:59 (Wed)",
    ),
    ("FREQ=WEEKLY", "每周（周三）", "weekly on Wed"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "每 2 周（周六、周日）", "every 2 weeks on Sat, Sun"),
    ("FREQ=MONTHLY", "每月 31 日（没有这一天的月份除外）", "monthly on day 31 (not in months without it)"),
    ("FREQ=MONTHLY;BYMONTHDAY=28", "每月 28 日", "monthly on day 28"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月最后一天", "monthly on the last day"),
    ("FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=12", "每月倒数第 2 天，共 12 次", "monthly on the 2nd last day, 12 times"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,-1;BYMONTH=6,12",
        "每月 1 日、最后一天（仅 6 月、12 月）",
        "monthly on day 1, the last day (June, December only)",
    ),
    ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "monthly on the last Fri"),
    ("FREQ=MONTHLY;BYDAY=2TU", "每月第 2 个周二", "monthly on the 2nd Tue"),
    ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3", "每月第 3 个周二", "monthly on the 3rd Tue"),
    ("FREQ=MONTHLY;BYDAY=TU", "每月的每个周二", "monthly on every Tue"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "每月最后一天（只数周一至周五）",
        "monthly on the last day that is one of Mon to Fri",
    ),
    ("FREQ=YEARLY", "每年 1 月 31 日", "yearly on day 31 of January"),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1",
        "每 2 年 12 月最后一天",
        "every 2 years on the last day of December",
    ),
    (
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "每年 2 月 29 日（没有这一天的年份除外）",
        "yearly on day 29 of February (not in years without it)",
    ),
    ("FREQ=YEARLY;BYMONTHDAY=1", "按规则 FREQ=YEARLY;BYMONTHDAY=1", "by the rule FREQ=YEARLY;BYMONTHDAY=1"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "按规则 FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "by the rule FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
    ),
]


@pytest.mark.parametrize(("repeat", "zh", "en"), TOLD, ids=[row[0] for row in TOLD])
def test_in_words(repeat: str, zh: str, en: str) -> None:
    found = repeat_text(parse_repeat(repeat), parse_moment("2024-01-31 18:00"))
    assert (found.zh, found.en) == (zh, en)


@given(repeats(), STARTS)
def test_every_rule_is_told_in_both_languages(repeat: str, first: object) -> None:
    rule = read(repeat)
    found = repeat_text(rule, Moment(first))  # type: ignore[arg-type]
    assert (str(rule) in (found.zh or "")) == (str(rule) in (found.en or ""))
    assert found.zh
    assert found.en
