"""What a reading says of itself: why it is so, what contradicts it, and what it is in the terms of the format."""

from __future__ import annotations

from datetime import date

import pytest

from outageplan.drafting.times import Due, DueAnchor, Found, find_times
from outageplan.notice.moments import Moment, parse_deadline

PUBLISHED = date(2021, 11, 17)


def _one(text: str, published: date | None = PUBLISHED) -> Found:
    (found,) = find_times(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "11月21日18时起",
            "未写年份，按发布日期2021-11-17推定",
            "no year is written; it follows from the publication date 2021-11-17",
        ),
        ("2021年11月30日前", "没有写钟点，读作含当日", "no hour is written; the day itself is taken to count"),
        ("明日18时起", "按发布日期2021-11-17推算", "counted from the publication date 2021-11-17"),
        (
            "2021年12月31日18时至1月5日8时",
            "未写年份，跨年，按起始日期推定",
            "no year is written; it is the one after the start's",
        ),
        ("30个工作日内", "没有写明从何时起算", "it does not say what it counts from"),
        ("2021年11月21日晚12点", "“晚12点”读作当天24:00", "12 at night is read as 24:00 of that day"),
        (
            "2021年11月21日凌晨",
            "日期为2021-11-21；只写了时段，没有写钟点",
            "the day is 2021-11-21; a part of the day without an hour",
        ),
    ],
)
def test_a_reading_that_is_not_written_out_says_why(text: str, zh: str, en: str) -> None:
    because = _one(text).because
    assert because is not None
    assert (because["zh"], because["en"]) == (zh, en)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2021年2月30日", "没有这一天", "there is no such day"),
        ("2021年11月21日25时", "没有这个时刻", "there is no such time of day"),
        (
            "2021年11月21日(星期六)",
            "2021-11-21是星期日，不是所写的星期六",
            "2021-11-21 is a Sunday, not a Saturday as written",
        ),
        ("2021年11月28日8时至11月21日18时", "结束不晚于开始", "it ends no later than it begins"),
        (
            "2021年11月21日18时至2022年11月28日8时",
            "时段长达371天，年份可能有误",
            "it lasts 371 days; a year may be wrong",
        ),
        (
            "2020年11月21日18时起",
            "年份可能有误：与发布日期2021-11-17相差约一年",
            "the year may be wrong: it is about a year from the publication date 2021-11-17",
        ),
    ],
)
def test_a_contradiction_is_told(text: str, zh: str, en: str) -> None:
    (problem,) = _one(text).problems
    assert (problem["zh"], problem["en"]) == (zh, en)


def test_a_duration_that_its_range_contradicts_is_told_on_both() -> None:
    both = find_times("2021年11月21日18时至11月24日18时停机，停机5天", PUBLISHED)
    assert {problem["en"] for one in both for problem in one.problems} == {
        "`停机5天` does not fit the start and end, which are 72 hours apart"
    }
    assert [len(one.problems) for one in both] == [1, 1]


def test_two_dates_that_disagree_about_the_year_leave_it_open() -> None:
    _, late = find_times("2021年11月21日0时停机,11月30日0时恢复", date(2022, 11, 11))
    assert late.boundary is not None
    assert str(late.boundary) == "unresolved 11月30日0时"
    assert late.because is not None
    assert late.because["en"].endswith("2022-11-30 by the publication date and 2021-11-30 by a date in the text")


def test_a_weekday_decides_between_two_years() -> None:
    _, late = find_times("2021年11月21日0时停机,11月30日(星期二)0时恢复", date(2022, 11, 11))
    assert str(late.start_boundary) == "2021-11-30 00:00"


def test_the_dates_of_the_text_tell_the_year_where_nobody_published() -> None:
    first, second = find_times("11月25日18时起停机。\n2021年12月10日", None)
    assert str(first.start_boundary) == "2021-11-25 18:00"
    assert str(second.start_boundary) == "2021-12-10"


def test_the_date_of_another_document_tells_nothing() -> None:
    (found,) = find_times("按照《关于2019年11月1日停机的通知》(2019年10月8日印发),11月25日18时起停机", None)
    assert str(found.start_boundary) == "unresolved 11月25日18时"


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (Due(moment=Moment(date(2021, 11, 18), 1020)), "2021-11-18 17:00"),
        (Due(anchor="return", count=7, unit="working day", direction="after"), "7 working days after stop.end"),
        (Due(anchor="stop", count=1, unit="hour", direction="before"), "1 hour before stop.start"),
        (Due(anchor="stop"), "stop.start"),
        (Due(anchor="discharge", count=12, unit="month", direction="after"), "12 months after discharge"),
        (Due(anchor="return", month_end=True), "end of month of stop.end"),
    ],
)
def test_a_deadline_in_the_terms_of_the_format(due: Due, told: str) -> None:
    deadline = due.as_deadline("stop")
    assert str(deadline) == told
    assert parse_deadline(told) == deadline


def test_a_deadline_without_an_event_is_none_of_the_format() -> None:
    assert Due(count=30, unit="day", direction="after").as_deadline("stop") is None


@pytest.mark.parametrize("event", ["visit", "admission", "discharge", "receipt"])
def test_every_event_of_the_format_can_be_counted_from(event: DueAnchor) -> None:
    assert str(Due(anchor=event).as_deadline("stop")) == event
