"""Deadlines that hang on an event of the case, counted as the Civil Code counts (articles 200 to 203 and 1259)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import pytest

from outageplan.engine.deadlines import DueDate, due_date, earliest_date
from outageplan.notice.moments import EVENTS, Event, parse_deadline, parse_moment

from .building import at, guided, invented
from .test_conditions import asked


def due(phrase: str, status: str = "confirmed", **events: str) -> DueDate:
    """When a deadline falls in a case with events: `discharge="2021-11-30 10:00"`."""
    happened = {cast(Event, event): parse_moment(told) for event, told in events.items()}
    return due_date(parse_deadline(phrase), invented(status=status), happened)


def earliest(phrase: str, **events: str) -> DueDate:
    """When something may be done at the earliest."""
    happened = {cast(Event, event): parse_moment(told) for event, told in events.items()}
    return earliest_date(parse_deadline(phrase), invented(), happened)


# --- Days and months: the hour of the event does not matter -----------------------------------------------------------


@pytest.mark.parametrize("hour", ["", " 00:00", " 10:00", " 23:59", " 24:00"])
@pytest.mark.parametrize(
    ("phrase", "day", "last"),
    [
        pytest.param("12 months after discharge", "2022-11-30", "2023-11-30", id="the-corresponding-day"),
        pytest.param("12 months after discharge", "2020-02-29", "2021-03-01", id="from-a-leap-day-to-a-sunday"),
        pytest.param("12 months after discharge", "2024-02-29", "2025-02-28", id="from-a-leap-day"),
        pytest.param("12 months after discharge", "2023-02-28", "2024-02-28", id="not-to-the-leap-day"),
        pytest.param("1 month after discharge", "2022-01-31", "2022-02-28", id="31-january"),
        pytest.param("1 month after discharge", "2024-01-31", "2024-02-29", id="31-january-in-a-leap-year"),
        pytest.param("1 month after discharge", "2021-01-31", "2021-03-01", id="31-january-to-a-sunday"),
        pytest.param("1 month after discharge", "2021-12-31", "2022-02-07", id="over-the-year-into-spring-festival"),
        pytest.param("3 months after discharge", "2021-06-30", "2021-09-30", id="30-june"),
        pytest.param("3 months after discharge", "2021-07-01", "2021-10-08", id="into-national-day"),
        pytest.param("30 days after discharge", "2021-11-22", "2021-12-22", id="days"),
        pytest.param("6 days after discharge", "2021-11-22", "2021-11-29", id="days-to-a-sunday"),
        pytest.param("2 days after discharge", "2021-09-24", "2021-09-26", id="to-a-make-up-sunday"),
        pytest.param("7 working days after discharge", "2021-11-28", "2021-12-07", id="working-days-from-a-sunday"),
        pytest.param("1 working day after discharge", "2021-09-24", "2021-09-26", id="to-a-working-sunday"),
        pytest.param("3 days before discharge", "2021-11-23", "2021-11-20", id="back-to-a-saturday"),
        pytest.param("end of month of discharge", "2021-10-31", "2021-10-31", id="the-month's-own-end"),
        pytest.param("end of month of discharge", "2024-02-01", "2024-02-29", id="a-leap-february"),
        pytest.param("5 days after end of month of discharge", "2021-11-30", "2021-12-06", id="from-the-month's-end"),
        pytest.param("1 month after end of month of discharge", "2021-12-01", "2022-02-07", id="months-from-there"),
    ],
)
def test_periods_from_a_day(phrase: str, day: str, hour: str, last: str) -> None:
    found = due(phrase, discharge=f"{day}{hour}")
    assert (found.kind, found.last_day) == ("firm", date.fromisoformat(last))
    assert found.at == at(f"{last} 00:00") + timedelta(days=1)


@pytest.mark.parametrize("event", EVENTS)
def test_any_event_may_be_counted_from(event: str) -> None:
    assert due(f"30 days after {event}", **{event: "2021-11-22"}).last_day == date(2021, 12, 22)


@pytest.mark.parametrize(
    ("told", "last"),
    [
        pytest.param("2021-11-22 20:00 -08:00", "2021-11-24", id="already-the-23rd-in-china"),
        pytest.param("2021-11-22 23:00 +09:00", "2021-11-23", id="the-22nd-in-china"),
    ],
)
def test_the_day_is_that_of_china(told: str, last: str) -> None:
    assert due("1 day after visit", visit=told).last_day == date.fromisoformat(last)


# --- Hours, minutes and bare events -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "told", "kind", "ends", "day"),
    [
        pytest.param("48 hours after visit", "2021-11-22 09:30", "firm", "2021-11-24 09:30", None, id="hours"),
        pytest.param("48 hours after visit", "2021-11-22", "provisional", "2021-11-24 00:00", None, id="from-00:00"),
        pytest.param("30 minutes before visit", "2021-11-22 00:10", "firm", "2021-11-21 23:40", None, id="back"),
        pytest.param("30 minutes before visit", "2021-11-22", "provisional", "2021-11-21 23:30", None, id="back-day"),
        pytest.param("2 hours after visit", "2021-11-22 24:00", "firm", "2021-11-23 02:00", None, id="24-o'clock"),
        pytest.param("visit", "2021-11-22 09:30", "firm", "2021-11-22 09:30", None, id="bare"),
        pytest.param("visit", "2021-11-21", "firm", "2021-11-22 00:00", date(2021, 11, 21), id="bare-day-on-a-sunday"),
        pytest.param(
            "12 hours after end of month of visit", "2021-11-22", "firm", "2021-12-01 12:00", None, id="no-hour-needed"
        ),
    ],
)
def test_hours_and_bare_events(phrase: str, told: str, kind: str, ends: str, day: date | None) -> None:
    found = due(phrase, visit=told)
    assert (found.kind, found.at, found.last_day) == (kind, at(ends), day)


def test_hours_from_a_day_say_so() -> None:
    steps = due("48 hours after visit", visit="2021-11-22").steps
    assert steps[0].en == ("it is counted from the day of the visit: 2021-11-22 (Mon), without an hour: taken as 00:00")
    assert steps[0].zh == "以就诊之日起算：2021-11-22（周一），未给出几点，按 00:00 计"


@pytest.mark.parametrize(
    ("phrase", "told", "from_when"),
    [
        pytest.param("2 hours after visit", "2021-11-22 09:00", "2021-11-22 11:00", id="an-hour-is-exact"),
        pytest.param("2 hours after visit", "2021-11-22", "2021-11-23 02:00", id="for-sure-only-from-24:00-on"),
        pytest.param("2 days after visit", "2021-11-22", "2021-11-24 00:00", id="a-day-begins-at-00:00"),
        pytest.param("visit", "2021-11-22", "2021-11-22 00:00", id="the-day-itself"),
    ],
)
def test_the_earliest_moment_is_never_too_early(phrase: str, told: str, from_when: str) -> None:
    assert earliest(phrase, visit=told).at == at(from_when)


# --- How sure ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["draft", "tentative"])
@pytest.mark.parametrize("phrase", ["12 months after discharge", "discharge", "48 hours after discharge"])
def test_nothing_is_firm_in_a_draft(phrase: str, status: str) -> None:
    assert due(phrase, discharge="2021-11-22 09:00").kind == "firm"
    assert due(phrase, status, discharge="2021-11-22 09:00").kind == "provisional"


@pytest.mark.parametrize("phrase", ["12 months after discharge", "discharge", "end of month of discharge"])
def test_without_the_event_it_is_undated(phrase: str) -> None:
    for found in (due(phrase), due(phrase, admission="2021-11-22", visit="2021-11-22", receipt="2021-11-22")):
        assert (found.kind, found.at) == ("undated", None)
        assert found.text()["en"] == ("no date yet: it is counted from the day of discharge, which was not given")
        assert found.text()["zh"] == "日期未定：以出院之日起算，本次查询未给出"


# --- Years without a published schedule -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "told", "certain"),
    [
        pytest.param("12 months after discharge", "2026-03-16", "2027-03-16 (Tue)", id="months"),
        pytest.param("30 days after discharge", "2026-12-15", "2027-01-14 (Thu)", id="days"),
    ],
)
def test_years_without_a_schedule_tell_the_first_day_on_which_it_may_end(phrase: str, told: str, certain: str) -> None:
    found = due(phrase, discharge=told)
    assert (found.kind, found.at) == ("undated", None)
    assert found.text()["en"] == (
        "no date yet: the schedule of rest days and working days of 2027 is not published or not on file; "
        f"the period does not end before {certain}, and later if that is a rest day"
    )
    assert f"期间不会早于 {certain[:10]}" in found.text()["zh"]


def test_of_working_days_and_drafts_no_day_is_certain() -> None:
    for found in (
        due("7 working days after visit", visit="2026-12-30"),
        due("30 days after visit", "draft", visit="2026-12-15"),
    ):
        assert found.kind == "undated"
        assert found.text()["en"].endswith("is not published or not on file")


def test_a_rest_that_runs_into_such_a_year() -> None:
    """31 December 2005 is a Saturday; the schedule of 2006 is on file. Nothing is on file before 2004."""
    assert due("1 day after visit", visit="2005-12-30").last_day == date(2006, 1, 4)
    assert due("1 day after visit", visit="2003-06-02").kind == "undated"


# --- In a plan --------------------------------------------------------------------------------------------------------


def test_a_plan_dates_the_deadline_and_tells_the_event_as_given() -> None:
    entry = {"when": {"discharged": "during"}, "deadline": "12 months after discharge", "services": ["settlement"]}
    notice = invented(guidance={"it": entry})
    it = guided(notice, asked(discharge="2021-11-23 16:20"))["it"]
    assert it.due is not None
    assert (it.due.kind, it.due.last_day) == ("firm", date(2022, 11, 23))
    told = [reason.text["en"] for reason in it.because if reason.rule == "deadline"]
    assert told == [
        "it is counted from the day of discharge: 2021-11-23 16:20 (Tue)",
        "the first day, 2021-11-23, is not counted",
        "12 months after it: 2022-11-23 (Wed)",
    ]
