"""Working days by the State Council's schedule of holidays and make-up days."""

from __future__ import annotations

import functools
from datetime import date, timedelta

from outageplan.errors import OutageplanError
from outageplan.wording import Text


class NoScheduleError(OutageplanError):
    """The schedule of a year has not been published, or is not on file: nothing may be counted in it."""

    def __init__(self, year: int) -> None:
        super().__init__(
            Text(
                f"{year} 年的放假调休安排尚未公布或未收录，无法推算工作日",
                f"the schedule of rest days and working days of {year} is not published or not on file",
            )
        )
        self.year = year


@functools.lru_cache(maxsize=4096)  # the calendar looks through all its holidays for each day
def is_rest_day(day: date) -> bool:
    """Whether a day is a weekend or statutory holiday on which offices are closed. Raises `NoScheduleError`."""
    import chinese_calendar  # costs 20 ms, and most plans count nothing

    try:
        return bool(chinese_calendar.is_holiday(day))
    except NotImplementedError:
        raise NoScheduleError(day.year) from None


def working_day(origin: date, count: int, step: int = 1) -> date:
    """The `count`-th working day after `origin` (before it with `step` -1); `origin` itself is not counted."""
    day = origin
    while count:
        day += timedelta(days=step)
        count -= not is_rest_day(day)
    return day


def rolled_forward(day: date) -> date:
    """The day itself, or the first working day after the rest on which it falls."""
    while is_rest_day(day):
        day += timedelta(days=1)
    return day
