"""A moment as it is written, before anybody works out which day it means: each part, or None where it is not there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Base = Literal["published", "before"]  # what 今日 and 次日 count from: the publication, or the moment before


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A year, month or day told by its distance from another: 明年, 下月, 次日."""

    base: Base
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`text[start:end]` as parts. `hour` is as written, before 下午 or `p.m.` (`day_part`) is counted in.

    `weak`: month and day with a dot or a stroke (`1.4`), which is a time only as the end of a range.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_shift: Shift | None = None
    month_shift: Shift | None = None
    day_shift: Shift | None = None
    week_shift: int | None = None
    weekday: int | None = None
    part_of_year: str | None = None  # 月底, 年底, 上旬
    day_part: str | None = None
    hour: int | None = None
    minute: int = 0
    seconds: bool = False
    year_lost: bool = False  # 年8月15日
    weak: bool = False
    english: bool = False

    @property
    def dated(self) -> bool:
        """Whether any part says which day."""
        return self.has_day or self.month is not None or self.month_shift is not None or self.year is not None

    @property
    def has_day(self) -> bool:
        """Whether it names a day and not just a month or an hour."""
        named = (self.day, self.day_shift, self.week_shift, self.part_of_year)
        return any(part is not None for part in named) or (self.weekday is not None and self.month is None)

    @property
    def month_only(self) -> bool:
        """Whether it stops at the month: 2022年1月, 下月."""
        return (self.month is not None or self.month_shift is not None) and self.day is None and not self.part_of_year

    @property
    def full(self) -> bool:
        """Whether year, month and day are written out."""
        return None not in (self.year, self.month, self.day)

    def with_date_of(self, other: Written) -> Written:
        """This clock time on the other's day."""
        return replace(
            self,
            year=other.year,
            month=other.month,
            day=other.day,
            year_shift=other.year_shift,
            year_lost=other.year_lost,
            month_shift=other.month_shift,
            day_shift=other.day_shift,
            week_shift=other.week_shift,
            weekday=other.weekday,
            part_of_year=other.part_of_year,
        )
