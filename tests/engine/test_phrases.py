"""Days, moments, boundaries and spans as people read them, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outageplan.engine.phrases import boundary_text, day_text, instant_text, moment_text, span_text
from outageplan.notice.moments import parse_boundary, parse_moment

from .building import at


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2021, 11, 22), "2021-11-22（周一）", "2021-11-22 (Mon)"),
        (date(2021, 11, 23), "2021-11-23（周二）", "2021-11-23 (Tue)"),
        (date(2021, 11, 24), "2021-11-24（周三）", "2021-11-24 (Wed)"),
        (date(2021, 11, 25), "2021-11-25（周四）", "2021-11-25 (Thu)"),
        (date(2021, 11, 26), "2021-11-26（周五）", "2021-11-26 (Fri)"),
        (date(2021, 11, 27), "2021-11-27（周六）", "2021-11-27 (Sat)"),
        (date(2021, 11, 28), "2021-11-28（周日）", "2021-11-28 (Sun)"),
    ],
)
def test_a_day_with_its_weekday(day: date, zh: str, en: str) -> None:
    assert (day_text(day)["zh"], day_text(day)["en"]) == (zh, en)


@pytest.mark.parametrize(
    ("instant", "end", "en"),
    [
        pytest.param(at("2021-11-28 08:00"), False, "2021-11-28 08:00 (Sun)", id="a-moment"),
        pytest.param(at("2021-11-28 08:00"), True, "2021-11-28 08:00 (Sun)", id="an-end"),
        pytest.param(at("2021-11-29 00:00"), False, "2021-11-29 00:00 (Mon)", id="midnight-begins-a-day"),
        pytest.param(at("2021-11-29 00:00"), True, "2021-11-28 24:00 (Sun)", id="midnight-ends-the-day-before"),
        pytest.param(at("2022-01-01 00:00"), True, "2021-12-31 24:00 (Fri)", id="midnight-ends-the-year"),
        pytest.param(datetime(2021, 11, 28, 0, 0, tzinfo=UTC), False, "2021-11-28 08:00 (Sun)", id="in-china-time"),
        pytest.param(datetime(2021, 11, 27, 16, 0, tzinfo=UTC), True, "2021-11-27 24:00 (Sat)", id="midnight-in-china"),
    ],
)
def test_an_instant_in_china_time(instant: datetime, end: bool, en: str) -> None:
    text = instant_text(instant, end=end)
    assert text["en"] == en
    assert text["zh"].split("（")[0] == en.split(" (")[0]


@pytest.mark.parametrize(
    ("phrase", "end", "zh", "en"),
    [
        ("2021-11-28 08:00", False, "2021-11-28 08:00（周日）", "2021-11-28 08:00 (Sun)"),
        ("2021-11-28 24:00", False, "2021-11-28 24:00（周日）", "2021-11-28 24:00 (Sun)"),
        ("2021-11-28 24:00", True, "2021-11-28 24:00（周日）", "2021-11-28 24:00 (Sun)"),
        ("2021-11-28 00:00", False, "2021-11-28 00:00（周日）", "2021-11-28 00:00 (Sun)"),
        ("2021-11-28 00:00", True, "2021-11-27 24:00（周六）", "2021-11-27 24:00 (Sat)"),
        ("2021-11-28 08:00 +00:00", False, "2021-11-28 16:00（周日）", "2021-11-28 16:00 (Sun)"),
        ("2021-11-28", False, "2021-11-28（周日）（未写明几点）", "2021-11-28 (Sun), hour not stated"),
        ("2021-11-28", True, "2021-11-28（周日）（未写明几点）", "2021-11-28 (Sun), hour not stated"),
    ],
)
def test_a_moment(phrase: str, end: bool, zh: str, en: str) -> None:
    text = moment_text(parse_moment(phrase), end=end)
    assert (text["zh"], text["en"]) == (zh, en)


@pytest.mark.parametrize(
    ("phrase", "zh", "en"),
    [
        ("2021-11-28 08:00", "2021-11-28 08:00（周日）", "2021-11-28 08:00 (Sun)"),
        (
            "expected 2021-11-28 08:00",
            "预计 2021-11-28 08:00（周日），未确认",
            "expected 2021-11-28 08:00 (Sun), not confirmed",
        ),
        (
            "tentative 2021-11-28 08:00",
            "暂定 2021-11-28 08:00（周日），未确认",
            "tentatively 2021-11-28 08:00 (Sun), not confirmed",
        ),
        ("not before 2021-11-28 08:00", "不早于 2021-11-28 08:00（周日）", "not before 2021-11-28 08:00 (Sun)"),
        ("no later than 2021-11-28 08:00", "不晚于 2021-11-28 08:00（周日）", "no later than 2021-11-28 08:00 (Sun)"),
        ("to be announced", "另行通知", "to be announced"),
        ("unresolved 31日凌晨", "时间不明（原文“31日凌晨”）", "no date fixed (the source says “31日凌晨”)"),
        ("when the platform opens", "以“the platform opens”为准，无日期", "when the platform opens, no date"),
    ],
)
@pytest.mark.parametrize("end", [False, True])
def test_a_boundary_with_how_sure_it_is(phrase: str, end: bool, zh: str, en: str) -> None:
    text = boundary_text(parse_boundary(phrase), end=end)
    assert (text["zh"], text["en"]) == (zh, en)


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [
        (0, "0 分钟", "0 min"),
        (25, "25 分钟", "25 min"),
        (60, "1 小时", "1 h"),
        (90, "1 小时 30 分钟", "1 h 30 min"),
        (1440, "1 天", "1 day"),
        (1440 + 8 * 60 + 5, "1 天 8 小时", "1 day 8 h"),
        (2 * 1440 + 59, "2 天", "2 days"),
        (-90, "1 小时 30 分钟", "1 h 30 min"),
    ],
)
def test_a_span_in_its_two_largest_units(minutes: int, zh: str, en: str) -> None:
    text = span_text(timedelta(minutes=minutes))
    assert (text["zh"], text["en"]) == (zh, en)


def test_seconds_do_not_count() -> None:
    assert span_text(timedelta(minutes=1, seconds=59))["en"] == "1 min"
