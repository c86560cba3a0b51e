"""When a backlog is cleared, by hand: opening hours, days off, the day's own transactions, other windows, no end."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.catch_up import Counter, Kind, cleared, shown
from outageplan.engine.counting import Flow, Stretch
from outageplan.engine.opening import OFFICE, Opening
from outageplan.notice.hours import parse_hours, week_of

from .building import at

TEN_TO_SIX = Opening(week=week_of({"mon-fri": parse_hours("10:00-18:00")}))
WORKING = Opening(week=TEN_TO_SIX.week, holiday=(), makeup=parse_hours("10:00-18:00"))


def counter(
    rate: int,
    own: int = 0,
    opening: Opening = TEN_TO_SIX,
    stopped: tuple[Stretch, ...] = (),
    profile: int | None = None,
) -> Counter:
    """A counter; with `profile` all of its own come in that hour."""
    weights = None if profile is None else [Fraction(hour == profile) for hour in range(24)]
    load = Flow(low=Fraction(own), high=Fraction(own), opening=opening, profile=weights)
    return Counter(opening=opening, rate=Fraction(rate), load=load, stopped=stopped)


@pytest.mark.parametrize(
    ("backlog", "since", "end", "hours"),
    [
        (10, "2021-11-22 08:00", "2021-11-22 11:00", 1),
        (10, "2021-11-22 10:30", "2021-11-22 11:30", 1),
        (80, "2021-11-22 08:00", "2021-11-22 18:00", 8),
        (81, "2021-11-22 08:00", "2021-11-23 10:06", Fraction(81, 10)),
        (10, "2021-11-22 17:30", "2021-11-23 10:30", 1),
        (10, "2021-11-26 18:00", "2021-11-29 11:00", 1),
        (10, "2021-11-27 12:00", "2021-11-29 11:00", 1),
    ],
    ids=["at-opening", "from-the-moment-on", "to-the-close", "next-day", "overnight", "weekend", "saturday"],
)
def test_ten_an_hour_from_ten_to_six_on_weekdays(backlog: int, since: str, end: str, hours: Fraction) -> None:
    done = cleared(Fraction(backlog), at(since), counter(10), Fraction(0))
    assert (done.at, done.hours, done.kind) == (at(end), hours, Kind.FIRM)


def test_the_days_own_come_first() -> None:
    """40 a day in 8 h are 5 an hour; of 10 an hour 5 are left: 10 take 2 h."""
    assert cleared(Fraction(10), at("2021-11-22 08:00"), counter(10, 40), Fraction(40)).at == at("2021-11-22 12:00")


def test_the_days_own_by_the_hour() -> None:
    """All 40 come from 10 to 11, which leaves nothing of 10 an hour then, and all of it from 11 on."""
    found = cleared(Fraction(10), at("2021-11-22 08:00"), counter(10, 40, profile=10), Fraction(40))
    assert (found.at, found.hours) == (at("2021-11-22 12:00"), Fraction(2))


def test_days_off_are_not_worked_and_make_up_days_are() -> None:
    """After Thursday 30 September 2021 come seven days off, Friday 8 October and the make-up Saturday 9 October."""
    since = at("2021-09-30 18:00")
    assert cleared(Fraction(160), since, counter(10, opening=WORKING), Fraction(0)).at == at("2021-10-09 18:00")
    assert cleared(Fraction(160), since, counter(10), Fraction(0)).at == at("2021-10-04 18:00")
    assert cleared(Fraction(8), since, counter(1, opening=OFFICE), Fraction(0)).at == at("2021-10-08 17:00")


def test_another_window_stands_in_the_way() -> None:
    stopped = (at("2021-11-22 11:00"), at("2021-11-23 12:00"))
    found = cleared(Fraction(30), at("2021-11-22 08:00"), counter(10, stopped=(stopped,)), Fraction(0))
    assert (found.at, found.hours) == (at("2021-11-23 14:00"), Fraction(3))


def test_a_backlog_that_never_ends() -> None:
    """80 a day in 8 h are 10 an hour: nothing is left."""
    found = cleared(Fraction(1), at("2021-11-22 08:00"), counter(10, 80), Fraction(80))
    assert (found.at, found.kind) == (None, Kind.NEVER)
    assert found.reason is not None
    assert found.reason.en == (
        "10 an hour is no more than the day's own (about 10 an hour): the backlog never shrinks; it needs a higher rate"
    )


def test_one_more_an_hour_ends_it() -> None:
    found = cleared(Fraction(1), at("2021-11-22 08:00"), counter(11, 80), Fraction(80))
    assert (found.at, found.kind) == (at("2021-11-22 11:00"), Kind.FIRM)


def test_nobody_is_ever_open() -> None:
    found = cleared(Fraction(1), at("2021-11-22 08:00"), counter(10, opening=Opening(week=week_of({}))), Fraction(0))
    assert found.kind is Kind.NEVER
    assert found.reason is not None
    assert found.reason.en == "the site is never open"


def test_a_year_without_schedule_has_no_date() -> None:
    found = cleared(Fraction(1), at("2199-01-07 08:00"), counter(10, opening=WORKING), Fraction(0))
    assert (found.at, found.kind) == (None, Kind.UNDATED)


def test_what_takes_many_years_has_no_date() -> None:
    found = cleared(Fraction(10**9), at("2021-11-22 08:00"), counter(10), Fraction(0))
    assert found.kind is Kind.UNDATED
    assert found.reason is not None
    assert found.reason["en"] == "later than 2031-11-30 (Sun): not worked out"


@given(st.integers(1, 2000), st.integers(1, 60), st.integers(0, 2000))
def test_more_takes_longer(backlog: int, rate: int, more: int) -> None:
    since = at("2021-11-22 08:00")
    first = cleared(Fraction(backlog), since, counter(rate), Fraction(0)).at
    second = cleared(Fraction(backlog + more), since, counter(rate), Fraction(0)).at
    assert first is not None
    assert second is not None
    assert second >= first


@given(st.integers(1, 2000), st.integers(1, 60), st.integers(0, 400))
def test_opening_hours_that_pass_do_all_the_work(backlog: int, rate: int, own: int) -> None:
    """What was spare in the hours that passed is the backlog: hours x (rate - own an hour)."""
    found = cleared(Fraction(backlog), at("2021-11-22 08:00"), counter(rate, own), Fraction(own))
    spare = rate - Fraction(own, 8)
    if spare <= 0:
        assert found.kind is Kind.NEVER
    elif found.hours is not None:
        assert found.hours * spare == backlog


@pytest.mark.parametrize(
    ("number", "text"), [(Fraction(10), "10"), (Fraction(95, 2), "47.5"), (Fraction(10000, 3), "3,333.3")]
)
def test_numbers_are_shown(number: Fraction, text: str) -> None:
    assert shown(number) == text
