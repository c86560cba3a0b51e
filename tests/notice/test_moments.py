"""Every phrase of the grammar with its reading (design, section 3)."""

from __future__ import annotations

from datetime import date

import pytest

from outageplan.notice.moments import (
    Anchor,
    Boundary,
    BoundaryKind,
    Deadline,
    Moment,
    parse_anchor,
    parse_argument,
    parse_boundary,
    parse_deadline,
    parse_moment,
)

DAY = date(2021, 12, 5)
HALF_PAST_EIGHT = Moment(DAY, 8 * 60 + 30)
CUT_OVER_END = Anchor(window="cut-over", side="end")


@pytest.mark.parametrize(
    ("phrase", "moment", "start", "end"),
    [
        pytest.param("2021-12-05 08:30", HALF_PAST_EIGHT, "2021-12-05T08:30", "2021-12-05T08:30", id="minute"),
        pytest.param("2021-12-05 00:00", Moment(DAY, 0), "2021-12-05T00:00", "2021-12-05T00:00", id="day-begins"),
        pytest.param("2021-12-05 24:00", Moment(DAY, 1440), "2021-12-06T00:00", "2021-12-06T00:00", id="day-ends"),
        pytest.param(
            "2021-12-31 24:00",
            Moment(date(2021, 12, 31), 1440),
            "2022-01-01T00:00",
            "2022-01-01T00:00",
            id="year-ends",
        ),
        pytest.param("2021-12-05", Moment(DAY), "2021-12-05T00:00", "2021-12-06T00:00", id="date-alone"),
        pytest.param(
            "2024-02-29", Moment(date(2024, 2, 29)), "2024-02-29T00:00", "2024-03-01T00:00", id="leap-day-alone"
        ),
        pytest.param(
            "2021-12-05 08:30 +09:00", Moment(DAY, 510, 540), "2021-12-05T07:30", "2021-12-05T07:30", id="east"
        ),
        pytest.param(
            "2021-12-05 08:30 -05:00", Moment(DAY, 510, -300), "2021-12-05T21:30", "2021-12-05T21:30", id="west"
        ),
        pytest.param(
            "2021-12-05 08:30 -00:30", Moment(DAY, 510, -30), "2021-12-05T17:00", "2021-12-05T17:00", id="west-half"
        ),
        pytest.param("2021-12-05 08:30 +00:00", Moment(DAY, 510, 0), "2021-12-05T16:30", "2021-12-05T16:30", id="utc"),
        pytest.param(
            "2021-12-05 08:30 +05:45", Moment(DAY, 510, 345), "2021-12-05T10:45", "2021-12-05T10:45", id="nepal"
        ),
        pytest.param(
            "2021-12-05 24:00 +14:00", Moment(DAY, 1440, 840), "2021-12-05T18:00", "2021-12-05T18:00", id="farthest"
        ),
        pytest.param(
            "1950-01-01", Moment(date(1950, 1, 1)), "1950-01-01T00:00", "1950-01-02T00:00", id="earliest-year"
        ),
        pytest.param(
            "2199-12-31 24:00",
            Moment(date(2199, 12, 31), 1440),
            "2200-01-01T00:00",
            "2200-01-01T00:00",
            id="latest-year",
        ),
    ],
)
def test_moments(phrase: str, moment: Moment, start: str, end: str) -> None:
    read = parse_moment(phrase)
    instants = (read.as_start().isoformat(), read.as_end().isoformat())
    assert (read, *instants) == (moment, f"{start}:00+08:00", f"{end}:00+08:00")
    assert str(read) == phrase
    assert read.hour_stated == (" " in phrase)


@pytest.mark.parametrize(
    ("phrase", "boundary", "start", "end", "sure"),
    [
        ("2021-12-05 08:30", Boundary(BoundaryKind.STATED, HALF_PAST_EIGHT), "05T08:30", "05T08:30", True),
        ("2021-12-05", Boundary(BoundaryKind.STATED, Moment(DAY)), "05T00:00", "06T00:00", True),
        ("expected 2021-12-05 08:30", Boundary(BoundaryKind.EXPECTED, HALF_PAST_EIGHT), "05T08:30", "05T08:30", False),
        ("expected 2021-12-05", Boundary(BoundaryKind.EXPECTED, Moment(DAY)), "05T00:00", "06T00:00", False),
        ("tentative 2021-12-05", Boundary(BoundaryKind.TENTATIVE, Moment(DAY)), "05T00:00", "06T00:00", False),
        ("not before 2021-12-05", Boundary(BoundaryKind.NOT_BEFORE, Moment(DAY)), "05T00:00", "05T00:00", False),
        (
            "not before 2021-12-05 24:00",
            Boundary(BoundaryKind.NOT_BEFORE, Moment(DAY, 1440)),
            "06T00:00",
            "06T00:00",
            False,
        ),
        ("no later than 2021-12-05", Boundary(BoundaryKind.NO_LATER_THAN, Moment(DAY)), "05T00:00", "06T00:00", True),
        ("to be announced", Boundary(BoundaryKind.OPEN), None, None, False),
        ("unresolved 31日凌晨", Boundary(BoundaryKind.UNRESOLVED, words="31日凌晨"), None, None, False),
        ("when go-live", Boundary(BoundaryKind.EVENT, words="go-live"), None, None, False),
    ],
)
def test_boundaries(phrase: str, boundary: Boundary, start: str | None, end: str | None, sure: bool) -> None:
    read = parse_boundary(phrase)
    first, last = read.as_start(), read.as_end()
    assert read == boundary
    assert (first and first.isoformat()) == (start and f"2021-12-{start}:00+08:00")
    assert (last and last.isoformat()) == (end and f"2021-12-{end}:00+08:00")
    assert (read.sure, str(read)) == (sure, phrase)


@pytest.mark.parametrize(
    ("phrase", "anchor"),
    [
        ("cut-over.end", CUT_OVER_END),
        ("w1.start", Anchor(window="w1", side="start")),
        ("visit.end", Anchor(window="visit", side="end")),
        ("visit", Anchor(event="visit")),
        ("admission", Anchor(event="admission")),
        ("discharge", Anchor(event="discharge")),
        ("receipt", Anchor(event="receipt")),
        ("end of month of visit", Anchor(event="visit", month_end=True)),
        ("end of month of cut-over.end", Anchor(window="cut-over", side="end", month_end=True)),
    ],
)
def test_anchors(phrase: str, anchor: Anchor) -> None:
    assert parse_anchor(phrase) == anchor
    assert parse_deadline(phrase) == Deadline(anchor=anchor)
    assert str(anchor) == str(Deadline(anchor=anchor)) == phrase


@pytest.mark.parametrize(
    ("phrase", "deadline"),
    [
        ("2021-11-18 17:00", Deadline(moment=Moment(date(2021, 11, 18), 17 * 60))),
        ("2021-11-18", Deadline(moment=Moment(date(2021, 11, 18)))),
        ("1 minute before cut-over.end", Deadline(None, CUT_OVER_END, 1, "minute", "before")),
        ("90 minutes after cut-over.end", Deadline(None, CUT_OVER_END, 90, "minute", "after")),
        ("1 hour after visit", Deadline(None, Anchor(event="visit"), 1, "hour", "after")),
        ("72 hours after admission", Deadline(None, Anchor(event="admission"), 72, "hour", "after")),
        ("1 day after cut-over.end", Deadline(None, CUT_OVER_END, 1, "day", "after")),
        ("15 days before cut-over.end", Deadline(None, CUT_OVER_END, 15, "day", "before")),
        ("1 working day after cut-over.end", Deadline(None, CUT_OVER_END, 1, "working day", "after")),
        ("7 working days after cut-over.end", Deadline(None, CUT_OVER_END, 7, "working day", "after")),
        ("1 month after receipt", Deadline(None, Anchor(event="receipt"), 1, "month", "after")),
        ("12 months after discharge", Deadline(None, Anchor(event="discharge"), 12, "month", "after")),
        (
            "9999 days after end of month of visit",
            Deadline(None, Anchor(event="visit", month_end=True), 9999, "day", "after"),
        ),
    ],
)
def test_deadlines(phrase: str, deadline: Deadline) -> None:
    assert parse_deadline(phrase) == deadline
    assert str(deadline) == phrase


@pytest.mark.parametrize(
    ("start", "end", "interval"),
    [
        pytest.param("2021-09-10 00:00", "2021-09-17", "09-10 00:00/09-18 00:00", id="2021年9月10日零时起至9月17日止"),
        pytest.param("2018-10-01 00:00", "2018-10-04 24:00", "10-01 00:00/10-05 00:00", id="零时至10月4日24时"),
        pytest.param("2022-03-11 24:00", "to be announced", "03-12 00:00/..", id="3月11日24时起，恢复时间另行通知"),
        pytest.param("2022-03-04 00:00", "tentative 2022-03-07 00:00", "03-04 00:00/03-07 00:00", id="暂定3月7日0时"),
        pytest.param("2019-01-01", "2019-01-02", "01-01 00:00/01-03 00:00", id="2019年1月1日至2日"),
        pytest.param("2024-12-30 20:30", "2025-01-01 12:00", "12-30 20:30/01-01 12:00", id="20时30分至12时"),
        pytest.param(
            "2021-09-30 18:00", "not before 2021-10-05 15:00", "09-30 18:00/10-05 15:00", id="15:00起逐步恢复"
        ),
        pytest.param("2024-06-10 22:00", "2024-06-10 24:00", "06-10 22:00/06-11 00:00", id="10:00 PM to midnight"),
        pytest.param("unresolved 31日凌晨", "unresolved 31日凌晨", "../..", id="31日凌晨"),
    ],
)
def test_what_announcements_say(start: str, end: str, interval: str) -> None:
    """Phrases of real announcements, as a notice would write them; the readings are those of the domain notes."""
    first, last = parse_boundary(start).as_start(), parse_boundary(end).as_end()
    shown = [f"{instant:%m-%d %H:%M}" if instant else ".." for instant in (first, last)]
    assert "/".join(shown) == interval


@pytest.mark.parametrize(
    ("argument", "phrase"),
    [
        ("2021-12-05 08:30", "2021-12-05 08:30"),
        ("  2021-12-05 ", "2021-12-05"),
        ("2021-12-05T08:30", "2021-12-05 08:30"),
        ("2021-12-05T08:30:00", "2021-12-05 08:30"),
        ("2021-12-05T08:30+08:00", "2021-12-05 08:30 +08:00"),
        ("2021-12-05T08:30:00Z", "2021-12-05 08:30 +00:00"),
        ("2021-12-05 08:30 +09:00", "2021-12-05 08:30 +09:00"),
        ("2021-12-05T24:00", "2021-12-05 24:00"),
    ],
)
def test_arguments_of_a_command_line_may_be_iso_8601(argument: str, phrase: str) -> None:
    assert parse_argument(argument, parse_moment) == parse_moment(phrase)
    assert parse_argument(argument, parse_boundary) == parse_boundary(phrase)
    assert parse_argument(argument, parse_deadline) == parse_deadline(phrase)
