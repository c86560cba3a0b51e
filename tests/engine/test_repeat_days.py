"""The days of a rule, against dateutil from its start, and against a calendar of our own that looks at every day."""

from __future__ import annotations

import calendar
import functools
import itertools
import time
from datetime import date, datetime, timedelta

import pytest
from dateutil import rrule as dateutil_rrule
from hypothesis import assume, given
from hypothesis import strategies as st

from outageplan.engine.repeat_days import days_back, days_since, first_given, gives_first, is_day, last_day
from outageplan.errors import GrammarError
from outageplan.notice.moments import Moment, parse_moment
from outageplan.notice.repeats import WEEKDAYS, Frequency, Repeat, parse_repeat

DAY = timedelta(days=1)


def days(repeat: str, first: str, count: int, since: str | None = None) -> list[str]:
    begin = date.fromisoformat((since or first)[:10])
    return [str(day) for day in itertools.islice(days_since(parse_repeat(repeat), parse_moment(first), begin), count)]


def back(repeat: str, first: str, until: str, count: int) -> list[str]:
    found = days_back(parse_repeat(repeat), parse_moment(first), date.fromisoformat(until))
    return [str(day) for day in itertools.islice(found, count)]


def test_month_ends_of_every_length() -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=-1"
    assert days(rule, "2023-12-31", 4) == ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31"]
    assert days(rule, "2023-12-31", 3, "2025-02-01") == ["2025-02-28", "2025-03-31", "2025-04-30"]
    assert days(rule, "2023-12-31", 1, "2100-02-01") == ["2100-02-28"]
    assert back(rule, "2023-12-31", "2024-03-30", 9) == ["2024-02-29", "2024-01-31", "2023-12-31"]


def test_the_31st_alone_passes_over_short_months() -> None:
    assert days("FREQ=MONTHLY", "2024-01-31", 3) == ["2024-01-31", "2024-03-31", "2024-05-31"]
    assert days("FREQ=YEARLY", "2024-02-29", 3) == ["2024-02-29", "2028-02-29", "2032-02-29"]


def test_every_other_weekend_keeps_its_weeks() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"
    assert days(rule, "2024-01-06", 5) == ["2024-01-06", "2024-01-07", "2024-01-20", "2024-01-21", "2024-02-03"]
    assert days(rule, "2024-01-06", 2, "2024-01-08") == ["2024-01-20", "2024-01-21"]
    assert days(f"{rule};WKST=SU", "2024-01-06", 3) == ["2024-01-06", "2024-01-14", "2024-01-20"]


def test_the_last_day_from_monday_to_friday() -> None:
    rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    assert days(rule, "2024-02-29", 3) == ["2024-02-29", "2024-03-29", "2024-04-30"]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("COUNT=1", "2024-01-31"),
        ("COUNT=3", "2024-03-31"),
        ("UNTIL=20240331", "2024-03-31"),
        ("UNTIL=20240330", "2024-02-29"),
        ("UNTIL=20240331T100000Z", "2024-03-31"),
        ("UNTIL=20240331T095959Z", "2024-02-29"),
        ("UNTIL=20240101", "2024-01-31"),
        ("UNTIL=20240101T000000Z", "2024-01-31"),
        ("UNTIL=19500101T000000Z", "2024-01-31"),
    ],
)
def test_the_end_of_a_rule_is_within_it(end: str, last: str) -> None:
    """18:00 in China is 10:00 in UTC. The first occurrence takes place whatever the rule says."""
    found = days(f"FREQ=MONTHLY;BYMONTHDAY=-1;{end}", "2024-01-31 18:00", 9)
    assert found[-1] == last
    assert back(f"FREQ=MONTHLY;BYMONTHDAY=-1;{end}", "2024-01-31 18:00", "2190-01-01", 1) == [last]


def test_the_offset_of_the_start_counts_for_until() -> None:
    until = "FREQ=DAILY;UNTIL=20240201T090000Z"
    assert days(until, "2024-01-31 18:00 +09:00", 9) == ["2024-01-31", "2024-02-01"]
    assert days(until, "2024-01-31 18:01 +09:00", 9) == ["2024-01-31"]


def test_it_ends_with_the_years_of_the_format() -> None:
    assert days("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2190-12-31", 99)[-1] == "2199-12-31"
    assert days("FREQ=DAILY", "2024-01-01", 9, "2199-12-30") == ["2199-12-30", "2199-12-31"]
    assert days("FREQ=DAILY", "2024-01-01", 9, "2200-01-01") == []


def test_a_start_that_the_rule_does_not_give_is_the_first_all_the_same() -> None:
    rule, first = parse_repeat("FREQ=MONTHLY;BYMONTHDAY=-1"), parse_moment("2024-01-30")
    assert not gives_first(rule, first)
    assert first_given(rule, first) == date(2024, 1, 31)
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "2024-01-30", 9) == ["2024-01-30", "2024-01-31"]


# Rules that give no day, or hardly any: dateutil would look for them until the year 9999

NEVER = [
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=9999",
    "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=300",
    "FREQ=YEARLY;BYMONTHDAY=1;BYSETPOS=366",
]


@pytest.mark.parametrize("repeat", NEVER)
def test_a_rule_that_gives_no_day_is_no_trap(repeat: str) -> None:
    begun = time.perf_counter()
    assert days(repeat, "1990-01-01", 9) == ["1990-01-01"]
    assert back(repeat, "1990-01-01", "2190-01-01", 9) == ["1990-01-01"]
    assert first_given(parse_repeat(repeat), parse_moment("1990-01-01")) is None
    assert time.perf_counter() - begun < 5  # measured: 5 to 200 ms


def test_a_day_of_leap_years_is_found_far_away() -> None:
    assert back("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "1992-02-29", "2103-12-31", 2) == ["2096-02-29", "2092-02-29"]
    assert days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "1992-02-29", 1, "2097-01-01") == ["2104-02-29"]


# Against others

SIGNED_DAYS = st.integers(-31, 31).filter(bool)
PLAIN_DAYS = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True)
PLACED_DAYS = st.lists(
    st.builds("{}{}".format, st.integers(-5, 5).filter(bool), st.sampled_from(WEEKDAYS)), min_size=1, max_size=2
)


@st.composite
def repeats(draw: st.DrawFn) -> str:
    """Any rule of the format but for its end."""
    frequency = draw(st.sampled_from(list(Frequency)))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    if draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True))
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if frequency is not Frequency.WEEKLY and draw(st.booleans()):
        parts.append("BYMONTHDAY=" + ",".join(map(str, draw(st.lists(SIGNED_DAYS, min_size=1, max_size=3)))))
    if draw(st.booleans()):
        coarse = frequency in (Frequency.MONTHLY, Frequency.YEARLY)
        parts.append("BYDAY=" + ",".join(draw(PLACED_DAYS if coarse and draw(st.booleans()) else PLAIN_DAYS)))
    if frequency is not Frequency.DAILY and any("DAY=" in part for part in parts) and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.integers(-4, 4).filter(bool))}")
    return ";".join(parts)


STARTS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def read(repeat: str) -> Repeat:
    try:
        return parse_repeat(repeat)
    except GrammarError:
        assume(False)
        raise


def matches(rule: Repeat, first: date, day: date) -> bool:
    """Whether a rule gives a day: worked out from the text of RFC 5545 by looking at the days of its period."""
    period = _passing(rule, first, _period(rule, day))
    if not _in_step(rule, first, day) or day not in period:
        return False
    if not rule.places:
        return True
    return any(-len(period) <= place < len(period) and period[place] == day for place in _from_zero(rule))


@functools.lru_cache
def _passing(rule: Repeat, first: date, period: tuple[date, ...]) -> list[date]:
    return [day for day in period if _passes(rule, first, day)]


def _from_zero(rule: Repeat) -> list[int]:
    return [place - 1 if place > 0 else place for place in rule.places]


def _period(rule: Repeat, day: date) -> tuple[date, ...]:
    match rule.frequency:
        case Frequency.DAILY:
            return (day,)
        case Frequency.WEEKLY:
            begin = day - (day.weekday() - rule.week_start) % 7 * DAY
            return tuple(begin + place * DAY for place in range(7))
        case Frequency.MONTHLY:
            return _month(day)
        case Frequency.YEARLY:
            return _year(day.year)


@functools.lru_cache
def _year(year: int) -> tuple[date, ...]:
    return tuple(date(year, 1, 1) + place * DAY for place in range(366 if calendar.isleap(year) else 365))


def _month(day: date) -> tuple[date, ...]:
    return tuple(date(day.year, day.month, one) for one in range(1, _length(day) + 1))


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _in_step(rule: Repeat, first: date, day: date) -> bool:
    match rule.frequency:
        case Frequency.DAILY:
            steps = (day - first).days
        case Frequency.WEEKLY:
            steps = (_period(rule, day)[0] - _period(rule, first)[0]).days // 7
        case Frequency.MONTHLY:
            steps = day.year * 12 + day.month - first.year * 12 - first.month
        case Frequency.YEARLY:
            steps = day.year - first.year
    return steps % rule.interval == 0


def _passes(rule: Repeat, first: date, day: date) -> bool:
    """Whether a day passes all parts but BYSETPOS, with what is taken from the first day."""
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not month_days and not weekdays:
        match rule.frequency:
            case Frequency.WEEKLY:
                return day.weekday() == first.weekday() and (not months or day.month in months)
            case Frequency.MONTHLY:
                month_days = (first.day,)
            case Frequency.YEARLY:
                month_days, months = (first.day,), months or (first.month,)
    if months and day.month not in months:
        return False
    if month_days and day.day not in month_days and day.day - _length(day) - 1 not in month_days:
        return False
    return not weekdays or any(_is_weekday(rule, one.day, one.place, day) for one in weekdays)


def _is_weekday(rule: Repeat, weekday: int, place: int | None, day: date) -> bool:
    if day.weekday() != weekday or place is None:
        return day.weekday() == weekday
    whole_year = rule.frequency is Frequency.YEARLY and not rule.months
    among = _period(rule, day) if whole_year else _month(day)
    alike = [one for one in among if one.weekday() == weekday]
    index = place - 1 if place > 0 else place
    return -len(alike) <= index < len(alike) and alike[index] == day


@given(repeats(), STARTS, st.integers(0, 3000))
def test_it_gives_the_days_that_a_calendar_gives(repeat: str, first: date, distance: int) -> None:
    rule, begin = read(repeat), first + distance * DAY
    wanted = [day for day in (begin + place * DAY for place in range(120)) if matches(rule, first, day) or day == first]
    found = itertools.takewhile(lambda day: day < begin + 120 * DAY, days_since(rule, Moment(first), begin))
    assert list(found) == wanted


@given(repeats(), STARTS, st.integers(0, 1500))
def test_back_and_forth_are_the_same_days(repeat: str, first: date, distance: int) -> None:
    rule, end = read(repeat), first + distance * DAY
    forth = list(itertools.takewhile(lambda day: day <= end, days_since(rule, Moment(first), first)))
    assert list(days_back(rule, Moment(first), end)) == forth[::-1]
    assert all(is_day(rule, Moment(first), day) for day in forth)
    assert is_day(rule, Moment(first), end) == (end in forth)


@given(repeats(), STARTS, st.integers(1, 40) | st.dates(date(1990, 1, 1), date(2062, 1, 1)))
def test_it_gives_the_days_that_dateutil_gives(repeat: str, first: date, end: int | date) -> None:
    phrase = f"{repeat};COUNT={end}" if isinstance(end, int) else f"{repeat};UNTIL={end:%Y%m%d}"
    rule = read(phrase)
    # a week that begins before the first day is cut off by dateutil before its places are counted
    assume(not (rule.frequency is Frequency.WEEKLY and rule.places))
    assume(gives_first(rule, Moment(first)))
    theirs = dateutil_rrule.rrulestr(phrase, dtstart=datetime(first.year, first.month, first.day))  # noqa: DTZ001
    wanted = [one.date() for one in itertools.takewhile(lambda one: one.year < 2200, theirs)]
    found = list(days_since(rule, Moment(first), first))
    assert found == wanted
    assert last_day(rule, Moment(first)) >= found[-1]
