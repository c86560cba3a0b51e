"""Deadlines as the Civil Code counts them (articles 200 to 203 and 1259; design, section 4, rule 8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from outageplan.engine.deadlines import DueDate, due_date
from outageplan.notice.moments import parse_deadline

from .building import CHINA_TIME, around, at, invented


def due(
    phrase: str, *, start: str = "2021-11-21 18:00", end: str = "2021-11-28 08:00", status: str = "confirmed"
) -> DueDate:
    """When a deadline falls that hangs on the window `stop`."""
    return due_date(parse_deadline(phrase), invented(windows={"stop": (start, end)}, status=status))


def last_day(phrase: str, end: str) -> str:
    """The last day of a period that hangs on an end, with a check that it ends at 24:00 of that day."""
    found = due(phrase, end=end)
    assert found.last_day is not None
    assert found.at is not None
    midnight = found.at.astimezone(CHINA_TIME)
    assert (midnight.hour, midnight.minute) == (0, 0)
    assert midnight.date() == found.last_day + timedelta(days=1)
    return found.last_day.isoformat()


# --- How sure ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        pytest.param("2021-11-28 08:00", "firm", id="stated"),
        pytest.param("expected 2021-11-28 08:00", "provisional", id="expected"),
        pytest.param("tentative 2021-11-28 08:00", "provisional", id="tentative"),
        pytest.param("not before 2021-11-28 08:00", "provisional", id="not-before"),
        # It may come back earlier, and then the seven days are over earlier: no promise to lean on.
        pytest.param("no later than 2021-11-28 08:00", "provisional", id="no-later-than"),
    ],
)
def test_seven_working_days_after_a_sunday(end: str, kind: str) -> None:
    found = due("7 working days after stop.end", end=end)
    assert (found.kind, found.at, found.last_day) == (kind, at("2021-12-08 00:00"), date(2021, 12, 7))


@pytest.mark.parametrize("end", ["to be announced", "unresolved 月底", "when the platform opens"])
@pytest.mark.parametrize("phrase", ["7 working days after stop.end", "stop.end", "end of month of stop.end"])
def test_what_hangs_on_an_open_end_is_undated(phrase: str, end: str) -> None:
    found = due(phrase, end=end)
    assert (found.kind, found.at, found.last_day) == ("undated", None, None)
    assert len(found.steps) == 1


@pytest.mark.parametrize("event", ["visit", "admission", "discharge", "receipt"])
def test_what_hangs_on_an_event_of_the_case_is_undated(event: str) -> None:
    found = due(f"30 days after {event}")
    assert (found.kind, found.at) == ("undated", None)
    assert event in found.text()["en"]


@pytest.mark.parametrize("status", ["draft", "tentative"])
@pytest.mark.parametrize("phrase", ["2021-11-18 17:00", "2021-11-18", "stop.start", "7 working days after stop.end"])
def test_nothing_is_firm_in_a_draft(phrase: str, status: str) -> None:
    assert due(phrase, status=status).kind == "provisional"
    assert due(phrase).kind == "firm"


@pytest.mark.parametrize("end", ["2026-12-25 08:00", "2027-03-01 08:00", "2031-01-01 08:00"])
@pytest.mark.parametrize(
    "phrase", ["7 working days after stop.end", "20 days after stop.end", "1 month after stop.end"]
)
def test_years_without_a_schedule_leave_it_undated(phrase: str, end: str) -> None:
    found = due(phrase, end=end)
    assert (found.kind, found.at, found.last_day) == ("undated", None, None)
    assert "is not published or not on file" in found.text()["en"]
    assert "尚未公布或未收录" in found.text()["zh"]


def test_what_needs_no_schedule_is_dated_in_any_year() -> None:
    assert due("stop.end", end="2031-01-01 08:00").at == at("2031-01-01 08:00")
    assert due("48 hours after stop.end", end="2031-01-01 08:00").at == at("2031-01-03 08:00")
    assert due("end of month of stop.end", end="2031-02-01 08:00").at == at("2031-03-01 00:00")


def test_the_last_year_on_file() -> None:
    assert last_day("1 day after stop.end", "2026-12-30 08:00") == "2026-12-31"


# --- Moments and bare anchors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "ends", "day"),
    [
        pytest.param("2021-11-18 17:00", "2021-11-18 17:00", None, id="a-moment-is-exact"),
        pytest.param("2021-11-18", "2021-11-19 00:00", date(2021, 11, 18), id="a-date-alone-ends-at-24:00"),
        pytest.param("2021-10-02", "2021-10-03 00:00", date(2021, 10, 2), id="a-date-is-not-moved-off-a-rest-day"),
        pytest.param("2021-11-18 24:00", "2021-11-19 00:00", None, id="24-o'clock"),
        pytest.param("2021-11-18 17:00 +09:00", "2021-11-18 16:00", None, id="another-offset"),
        pytest.param("stop.start", "2021-11-21 18:00", None, id="the-stop-itself"),
        pytest.param("stop.end", "2021-11-28 08:00", None, id="the-return-itself"),
    ],
)
def test_fixed_deadlines(phrase: str, ends: str, day: date | None) -> None:
    found = due(phrase)
    assert (found.kind, found.at, found.last_day) == ("firm", at(ends), day)


def test_an_expected_start_makes_the_deadline_before_it_provisional() -> None:
    assert due("stop.start", start="expected 2021-11-21 18:00").kind == "provisional"


# --- Working days -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "end", "last"),
    [
        pytest.param("1 working day after stop.end", "2021-09-24 18:00", "2021-09-26", id="a-make-up-sunday"),
        pytest.param("3 working days after stop.end", "2021-09-29 08:00", "2021-10-09", id="a-make-up-saturday"),
        pytest.param("5 working days after stop.end", "2021-09-30 23:59", "2021-10-13", id="over-national-day"),
        pytest.param("5 working days after stop.end", "2021-09-30 24:00", "2021-10-13", id="midnight-begins-the-1st"),
        pytest.param("5 working days after stop.end", "2021-10-08 00:00", "2021-10-14", id="midnight-of-the-8th"),
        pytest.param("5 working days after stop.end", "2021-10-07 23:59", "2021-10-13", id="a-minute-earlier"),
        pytest.param("3 working days after stop.end", "2024-02-08 08:00", "2024-02-19", id="over-spring-festival"),
        pytest.param("1 working day after stop.end", "2024-02-10 08:00", "2024-02-18", id="from-new-year's-day"),
        pytest.param("7 working days after stop.end", "2021-11-28 08:00 -12:00", "2021-12-08", id="china's-day-counts"),
    ],
)
def test_working_days_by_the_schedule(phrase: str, end: str, last: str) -> None:
    assert last_day(phrase, end) == last


# --- Days and months --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "end", "last"),
    [
        pytest.param("1 day after stop.end", "2021-11-22 08:00", "2021-11-23", id="the-first-day-is-not-counted"),
        pytest.param("10 days after stop.end", "2021-11-22 08:00", "2021-12-02", id="ends-on-a-working-day"),
        pytest.param("5 days after stop.end", "2021-11-22 08:00", "2021-11-29", id="saturday-moves-to-monday"),
        pytest.param("3 days after stop.end", "2021-09-28 08:00", "2021-10-08", id="holiday-moves-past-the-rest"),
        pytest.param("2 days after stop.end", "2021-09-24 08:00", "2021-09-26", id="a-make-up-sunday-stays"),
        pytest.param("1 day after stop.end", "2021-10-08 08:00", "2021-10-09", id="a-make-up-saturday-stays"),
        pytest.param("15 days after stop.end", "2024-01-29 08:00", "2024-02-18", id="into-spring-festival"),
        pytest.param("1 month after stop.end", "2021-11-28 08:00", "2021-12-28", id="the-corresponding-day"),
        pytest.param("3 months after stop.end", "2021-11-30 08:00", "2022-02-28", id="else-the-month's-last"),
        pytest.param("1 month after stop.end", "2024-01-31 08:00", "2024-02-29", id="leap-year"),
        pytest.param("12 months after stop.end", "2024-02-29 08:00", "2025-02-28", id="from-a-leap-day"),
        pytest.param("12 months after stop.end", "2023-02-28 08:00", "2024-02-28", id="not-to-the-leap-day"),
        pytest.param("1 month after stop.end", "2021-08-31 08:00", "2021-09-30", id="to-the-30th"),
        pytest.param("1 month after stop.end", "2021-09-01 08:00", "2021-10-08", id="month-into-national-day"),
        pytest.param("3 months after stop.end", "2021-07-09 08:00", "2021-10-09", id="month-to-a-make-up-saturday"),
        pytest.param("2 months after stop.end", "2021-12-31 08:00", "2022-02-28", id="over-the-year"),
        pytest.param("1 month after stop.end", "2021-11-30 24:00", "2022-01-04", id="midnight-begins-december"),
    ],
)
def test_periods_after_the_return(phrase: str, end: str, last: str) -> None:
    assert last_day(phrase, end) == last


@pytest.mark.parametrize(
    ("phrase", "start", "last"),
    [
        pytest.param("1 day before stop.start", "2021-11-22 18:00", "2021-11-21", id="a-sunday-is-not-moved"),
        pytest.param("3 days before stop.start", "2021-10-08 18:00", "2021-10-05", id="a-holiday-is-not-moved"),
        pytest.param("1 working day before stop.start", "2021-10-08 18:00", "2021-09-30", id="working-days-back"),
        pytest.param("2 working days before stop.start", "2021-09-27 18:00", "2021-09-24", id="over-a-make-up-sunday"),
        pytest.param("1 month before stop.start", "2021-03-31 18:00", "2021-02-28", id="a-month-back-is-not-moved"),
        pytest.param("1 day before stop.start", "2027-06-02 18:00", "2027-06-01", id="needs-no-schedule"),
    ],
)
def test_periods_before_the_stop_are_not_moved_nearer(phrase: str, start: str, last: str) -> None:
    found = due(phrase, start=start, end="to be announced")
    assert (found.kind, found.last_day) == ("firm", date.fromisoformat(last))


# --- Hours, minutes and ends of months --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        pytest.param("24 hours after stop.end", "2021-11-29 08:00", id="hours-after"),
        pytest.param("1 hour before stop.start", "2021-11-21 17:00", id="hour-before"),
        pytest.param("30 minutes before stop.start", "2021-11-21 17:30", id="minutes-before"),
        pytest.param("1 minute after stop.end", "2021-11-28 08:01", id="minute-after-on-a-sunday"),
    ],
)
def test_hours_and_minutes_are_exact(phrase: str, ends: str) -> None:
    found = due(phrase)
    assert (found.kind, found.at, found.last_day) == ("firm", at(ends), None)


@pytest.mark.parametrize(
    ("phrase", "end", "last"),
    [
        pytest.param("end of month of stop.end", "2021-11-28 08:00", "2021-11-30", id="a-month"),
        pytest.param("end of month of stop.end", "2021-10-15 08:00", "2021-10-31", id="a-sunday-is-not-moved"),
        pytest.param("end of month of stop.end", "2024-02-01 08:00", "2024-02-29", id="a-leap-february"),
        pytest.param("end of month of stop.end", "2021-11-30 24:00", "2021-12-31", id="midnight-begins-december"),
        pytest.param("5 days after end of month of stop.end", "2021-11-28 08:00", "2021-12-06", id="counted-and-moved"),
        pytest.param("3 working days after end of month of stop.end", "2021-11-28 08:00", "2021-12-03", id="workdays"),
        pytest.param("3 months after end of month of stop.end", "2021-11-28 08:00", "2022-02-28", id="months"),
        pytest.param("5 days before end of month of stop.end", "2021-11-28 08:00", "2021-11-25", id="before"),
    ],
)
def test_ends_of_months(phrase: str, end: str, last: str) -> None:
    assert last_day(phrase, end) == last


# --- Passed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        pytest.param("7 working days after stop.end", "2021-12-08 00:00", id="24:00-of-the-last-day"),
        pytest.param("2021-11-18", "2021-11-19 00:00", id="24:00-of-a-date"),
        pytest.param("2021-11-18 17:00", "2021-11-18 17:00", id="a-moment"),
    ],
)
def test_a_deadline_has_passed_from_its_instant_on(phrase: str, ends: str) -> None:
    assert [due(phrase).passed(when) for when in around(ends)] == [False, True, True]


def test_what_is_undated_never_passes() -> None:
    assert not due("7 working days after stop.end", end="to be announced").passed(at("2099-01-01 00:00"))
