"""The single occurrences of a repeating window: when each begins and ends, and what its notice changes about it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from outageplan.engine.repeat_days import days_back, days_since, is_day
from outageplan.notice.model import Occurrence, Window
from outageplan.notice.moments import Boundary, Moment
from outageplan.notice.repeats import Repeat

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One occurrence: `day` is the one that the rule gives, `planned` the start on it, `change` what is different.

    It keeps the hour, the certainty and the length of the first one, shifted by whole days.
    """

    day: date
    planned: datetime
    start: Boundary
    end: Boundary
    change: Occurrence | None = None

    @property
    def skipped(self) -> bool:
        """Whether it does not take place."""
        return self.change is not None and self.change.skip is not None

    @property
    def moved(self) -> bool:
        """Whether it begins or ends otherwise than the rule has it."""
        return self.change is not None and bool(self.change.start or self.change.end)

    @property
    def place(self) -> tuple[datetime, date]:
        """Where it stands in the order: by its start, or by the planned one where that has no date now."""
        return self.start.as_start() or self.planned, self.day


class OccurrenceWindow(Window):
    """One occurrence as a window of its own: `origin` is the window that repeats, under the id `of`."""

    is_occurrence: ClassVar[bool] = True
    of: str
    origin: Window
    day: date
    under_way: bool


def repetition(window: Window) -> tuple[Repeat, Moment] | None:
    """The rule of a window that repeats and the start of its first occurrence; None where that has no date."""
    if window.repeat is None or window.start.moment is None:
        return None
    return window.repeat, window.start.moment


def instance_on(window: Window, day: date) -> Instance:
    """The occurrence of a repeating window that its rule has on a day."""
    rule = repetition(window)
    assert rule is not None, "only what repeats has occurrences"
    _, first = rule
    shift, change = day - first.day, window.occurrences.get(day)
    start, end = _shifted(window.start, shift), _shifted(window.end, shift)
    return Instance(
        day=day,
        planned=first.as_start() + shift,
        start=change.start if change and change.start else start,
        end=change.end if change and change.end else end,
        change=change,
    )


def window_of(id: str, origin: Window, one: Instance, *, under_way: bool = False) -> OccurrenceWindow:
    """An occurrence as a window; its clause is that of the window `id`, with that of its change behind it."""
    clauses = [origin.clause, one.change.clause if one.change else None]
    return OccurrenceWindow.model_construct(
        clause=" → ".join(dict.fromkeys(clause for clause in clauses if clause)) or None,
        source=(one.change.source if one.change else None) or origin.source,
        name=origin.name,
        start=one.start,
        end=one.end,
        of=id,
        origin=origin,
        day=one.day,
        under_way=under_way,
    )


def instances_after(window: Window, at: datetime) -> Iterator[Instance]:
    """The occurrences that begin after a moment, in order; what is skipped or has no date is among them."""
    rule = repetition(window)
    if rule is None:
        return
    first = rule[1].day + (at - rule[1].as_start()) // _DAY * _DAY + _DAY if at >= rule[1].as_start() else rule[1].day
    plain = (instance_on(window, day) for day in days_since(*rule, first) if day not in window.occurrences)
    changed = sorted((one for one in changed_instances(window) if one.place[0] > at), key=_place)
    yield from heapq.merge(plain, changed, key=_place)


def instances_before(window: Window, at: datetime) -> Iterator[Instance]:
    """The occurrences that have begun by a moment, the last one first; what is skipped or undated is among them."""
    rule = repetition(window)
    if rule is None or (at < rule[1].as_start() and not window.occurrences):
        return
    last = rule[1].day + (at - rule[1].as_start()) // _DAY * _DAY
    plain = (instance_on(window, day) for day in days_back(*rule, last) if day not in window.occurrences)
    changed = sorted((one for one in changed_instances(window) if one.place[0] <= at), key=_place, reverse=True)
    yield from heapq.merge(plain, changed, key=_place, reverse=True)


def changed_instances(window: Window) -> list[Instance]:
    """The occurrences that the notice changes; a day that the rule does not give has none."""
    rule = repetition(window)
    return [instance_on(window, day) for day in window.occurrences if is_day(*rule, day)] if rule else []


def _place(one: Instance) -> tuple[datetime, date]:
    return one.place


def _shifted(boundary: Boundary, shift: timedelta) -> Boundary:
    if boundary.moment is None:
        return boundary
    return replace(boundary, moment=replace(boundary.moment, day=boundary.moment.day + shift))
