"""Working days, against the State Council's schedules of 2021 and 2024 written down here as facts.

Sources: 国办发明电〔2020〕27号 (holidays of 2021) and 国办发明电〔2023〕7号 (holidays of 2024); for the Januaries that
follow 国办发明电〔2021〕11号 and 国办发明电〔2024〕12号. Weekends rest but for the make-up days; nothing here asks the
calendar that the engine uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outageplan.engine.workdays import NoScheduleError, is_rest_day, rolled_forward, working_day

A_DAY = timedelta(days=1)


def days(first: str, last: str) -> Iterator[date]:
    """The days from `first` to `last`, both included."""
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day
        day += A_DAY


HOLIDAYS = {
    *days("2021-01-01", "2021-01-03"),  # New Year
    *days("2021-02-11", "2021-02-17"),  # Spring Festival
    *days("2021-04-03", "2021-04-05"),  # Qingming
    *days("2021-05-01", "2021-05-05"),  # Labour Day
    *days("2021-06-12", "2021-06-14"),  # Dragon Boat
    *days("2021-09-19", "2021-09-21"),  # Mid-Autumn
    *days("2021-10-01", "2021-10-07"),  # National Day
    *days("2022-01-01", "2022-01-03"),
    *days("2024-01-01", "2024-01-01"),
    *days("2024-02-10", "2024-02-17"),
    *days("2024-04-04", "2024-04-06"),
    *days("2024-05-01", "2024-05-05"),
    *days("2024-06-10", "2024-06-10"),
    *days("2024-09-15", "2024-09-17"),
    *days("2024-10-01", "2024-10-07"),
    *days("2025-01-01", "2025-01-01"),
}
MAKE_UP_DAYS = {
    date.fromisoformat(day)
    for day in (
        *("2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09"),
        *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29"),
        "2024-10-12",
    )
}


def rests(day: date) -> bool:
    """Whether offices are closed, by the schedules above (2021, 2024 and the three weeks after them)."""
    return day in HOLIDAYS or (day.weekday() >= 5 and day not in MAKE_UP_DAYS)


def counted(origin: date, count: int, step: timedelta) -> date:
    """The working day that is `count` working days from `origin`, counted one day at a time."""
    day, left = origin, count
    while left > 0:
        day = day + step
        if not rests(day):
            left = left - 1
    return day


YEARS = {year: list(days(f"{year}-01-01", f"{year}-12-31")) for year in (2021, 2024)}


@pytest.mark.parametrize("year", YEARS)
def test_every_rest_day_of_a_year(year: int) -> None:
    assert [day for day in YEARS[year] if is_rest_day(day)] == [day for day in YEARS[year] if rests(day)]


@pytest.mark.parametrize(("year", "working"), [(2021, 250), (2024, 251)])
def test_the_number_of_working_days_of_a_year(year: int, working: int) -> None:
    assert sum(not is_rest_day(day) for day in YEARS[year]) == working


@pytest.mark.parametrize("count", [1, 5, 7, 10])
@pytest.mark.parametrize("year", YEARS)
def test_counting_forward_from_every_day_of_a_year(year: int, count: int) -> None:
    found = {day: working_day(day, count) for day in YEARS[year]}
    assert found == {day: counted(day, count, A_DAY) for day in YEARS[year]}


@pytest.mark.parametrize("count", [1, 5, 7])
@pytest.mark.parametrize("year", YEARS)
def test_counting_back_from_every_day_of_a_year(year: int, count: int) -> None:
    later = YEARS[year][31:]
    assert {day: working_day(day, count, -1) for day in later} == {day: counted(day, count, -A_DAY) for day in later}


@pytest.mark.parametrize("year", YEARS)
def test_a_rest_day_moves_to_the_day_after_the_rest(year: int) -> None:
    for day in YEARS[year]:
        moved = rolled_forward(day)
        assert moved == (counted(day, 1, A_DAY) if rests(day) else day)


@pytest.mark.parametrize(
    ("origin", "count", "last"),
    [
        pytest.param("2021-11-28", 7, "2021-12-07", id="from-a-sunday"),
        pytest.param("2021-11-26", 7, "2021-12-07", id="from-the-friday-before"),
        pytest.param("2021-11-29", 7, "2021-12-08", id="from-the-monday-after"),
        pytest.param("2021-09-24", 1, "2021-09-26", id="a-make-up-sunday-counts"),
        pytest.param("2021-09-30", 1, "2021-10-08", id="over-national-day"),
        pytest.param("2021-09-30", 2, "2021-10-09", id="a-make-up-saturday-counts"),
        pytest.param("2021-09-30", 3, "2021-10-11", id="the-sunday-after-it-does-not"),
        pytest.param("2024-02-09", 1, "2024-02-18", id="over-spring-festival-to-a-make-up-sunday"),
        pytest.param("2024-02-08", 1, "2024-02-09", id="new-year's-eve-is-a-working-day"),
        pytest.param("2024-02-03", 6, "2024-02-09", id="six-working-days-in-a-row"),
    ],
)
def test_counts_known_from_the_calendar(origin: str, count: int, last: str) -> None:
    assert working_day(date.fromisoformat(origin), count) == date.fromisoformat(last)


@pytest.mark.parametrize("day", ["2004-01-01", "2026-12-31"])
def test_years_on_file(day: str) -> None:
    assert is_rest_day(date.fromisoformat(day)) in (True, False)


@pytest.mark.parametrize("day", ["2003-12-31", "2027-01-01", "2027-06-01", "2199-12-31", "1950-01-01"])
def test_years_without_a_schedule_are_never_guessed(day: str) -> None:
    with pytest.raises(NoScheduleError) as caught:
        is_rest_day(date.fromisoformat(day))
    assert caught.value.year == int(day[:4])
    assert caught.value.message["en"] == (
        f"the schedule of rest days and working days of {day[:4]} is not published or not on file"
    )
    assert caught.value.message["zh"] == f"{day[:4]} 年的放假调休安排尚未公布或未收录，无法推算工作日"


def test_a_count_that_leaves_the_years_on_file_is_refused() -> None:
    assert working_day(date(2026, 12, 30), 1) == date(2026, 12, 31)
    with pytest.raises(NoScheduleError):
        working_day(date(2026, 12, 30), 2)
    with pytest.raises(NoScheduleError):
        working_day(date(2004, 1, 5), 30, -1)
