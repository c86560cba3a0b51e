"""Counting transactions that fall into stretches of time, exactly: as ranges of fractions."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from outageplan.engine.opening import Opening, Profile, days_between, share
from outageplan.engine.workdays import NoScheduleError
from outageplan.notice.hours import Spans

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Count:
    """A number that lies between `low` and `high`; without `high` there is no upper bound.

    With `over` the bounds rest on a number that was published as a lower bound.
    """

    low: Fraction
    high: Fraction | None
    over: bool = False

    def __add__(self, other: Count) -> Count:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(self.low + other.low, high, self.over or other.over)

    def divided(self, by: Fraction | int) -> Count:
        """The range divided by a number above 0."""
        return Count(self.low / by, None if self.high is None else self.high / by, self.over)


NOTHING = Count(Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """So many transactions on each open day, spread over its opening hours by a profile (else evenly)."""

    low: Fraction
    high: Fraction
    opening: Opening
    profile: Profile | None = None
    over: bool = False

    @property
    def a_day(self) -> Count:
        """Transactions on one open day."""
        return Count(self.low, self.high, self.over)

    def days(self, stretch: Stretch) -> Fraction:
        """How many days' transactions fall into a stretch: a day that is partly inside counts by its share."""
        return sum(
            (share(self.spans(day), begin, stop, self.profile) for day, begin, stop in days_between(*stretch)),
            Fraction(0),
        )

    def days_bounds(self, stretch: Stretch) -> tuple[int, int]:
        """The same however a day is spread: days whose hours lie all inside, and days that touch the stretch."""
        found = [share(self.spans(day), begin, stop, None) for day, begin, stop in days_between(*stretch)]
        return sum(one == 1 for one in found), sum(one > 0 for one in found)

    def hours_on(self, day: date) -> Fraction:
        """How many hours are open on a day."""
        return Fraction(sum(span.end - span.start for span in self.spans(day)), 60)

    def spans(self, day: date) -> Spans:
        """The opening hours of a day; without a schedule of its year, by its weekday (told by `unscheduled`)."""
        try:
            return self.opening.spans(day)
        except NoScheduleError:
            return self.opening.by_week().spans(day)

    def unscheduled(self, stretch: Stretch) -> int | None:
        """The first year in a stretch whose days off the opening hours hang on and that has no schedule."""
        for day, _, _ in days_between(*stretch):
            try:
                self.opening.spans(day)
            except NoScheduleError as error:
                return error.year
        return None

    def left_open(self, stretch: Stretch) -> bool:
        """Whether a stretch has a day off or make-up day whose hours are not given."""
        return any(self.opening.left_open(day) for day, _, _ in days_between(*stretch))


def sweep(weighted: Iterable[tuple[Stretch, Fraction]]) -> Iterator[tuple[Stretch, Fraction]]:
    """Stretches that may overlap, each with a weight, as stretches that do not, with the greatest weight there."""
    listed = [(stretch, weight) for stretch, weight in weighted if stretch[0] < stretch[1] and weight]
    edges = sorted({edge for stretch, _ in listed for edge in stretch})
    for start, end in itertools.pairwise(edges):
        over = [weight for (begin, stop), weight in listed if begin <= start and end <= stop]
        if over:
            yield (start, end), max(over)
