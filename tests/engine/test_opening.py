"""What a day is by the schedule, and the opening hours that follow."""

from __future__ import annotations

from datetime import date

import pytest

from outageplan.engine.opening import DayKind, Opening, day_kind, opening_of
from outageplan.engine.workdays import NoScheduleError
from outageplan.notice.hours import parse_hours, week_of

from .impacting import invented_site

USUAL, SHORT, EXTRA = (parse_hours(phrase) for phrase in ("08:00-18:00", "09:00-12:00", "10:00-11:00"))
WEEK = week_of({"mon-fri": USUAL, "sat": SHORT})


@pytest.mark.parametrize(
    ("day", "kind", "spans"),
    [
        (date(2024, 6, 7), DayKind.ORDINARY, USUAL),
        (date(2024, 6, 8), DayKind.ORDINARY, SHORT),
        (date(2024, 6, 9), DayKind.ORDINARY, ()),
        (date(2024, 6, 10), DayKind.HOLIDAY, EXTRA),
        (date(2024, 6, 11), DayKind.ORDINARY, USUAL),
        (date(2021, 10, 2), DayKind.HOLIDAY, EXTRA),
        (date(2021, 10, 9), DayKind.MAKEUP, USUAL),
    ],
    ids=["friday", "saturday", "sunday", "dragon-boat", "tuesday", "national-day-saturday", "make-up-saturday"],
)
def test_days_by_the_schedule(day: date, kind: DayKind, spans: object) -> None:
    assert day_kind(day) is kind
    assert Opening(week=WEEK, holiday=EXTRA, makeup=USUAL).spans(day) == spans


def test_without_days_off_no_schedule_is_needed() -> None:
    assert Opening(week=WEEK).spans(date(2199, 1, 7)) == USUAL


def test_with_days_off_a_schedule_is_needed() -> None:
    assert day_kind(date(2199, 1, 7)) is DayKind.UNKNOWN
    with pytest.raises(NoScheduleError):
        Opening(week=WEEK, holiday=()).spans(date(2199, 1, 7))


def test_days_off_with_the_usual_hours_need_no_schedule() -> None:
    assert Opening(week=week_of({"daily": USUAL}), holiday=USUAL).spans(date(2199, 1, 7)) == USUAL


def test_hours_that_are_not_given_are_noticed() -> None:
    bare = Opening(week=WEEK)
    assert bare.left_open(date(2024, 6, 10)) is DayKind.HOLIDAY
    assert bare.left_open(date(2021, 10, 9)) is DayKind.MAKEUP
    assert bare.left_open(date(2021, 10, 3)) is None, "closed on Sundays anyhow"
    assert Opening(week=WEEK, holiday=()).left_open(date(2024, 6, 10)) is None


def test_a_site_without_hours_has_none() -> None:
    assert opening_of(invented_site(hours={})) is None
    assert opening_of(invented_site()) == Opening(week=week_of({"daily": parse_hours("08:00-20:00")}))
