"""When a patient came and left, as far as a case tells, and in which phase of a window that may have been.

A moment with its hour is one instant. A day alone may be any minute of it, an event that was not given any minute at
all, but nobody leaves before coming. The times that matter to a notice cut time into stretches in which nothing
changes, so that one instant of each stretch stands for all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from outageplan.engine.case import Case
from outageplan.engine.stages import is_sure, told_return
from outageplan.engine.verdict import Verdict
from outageplan.notice.model import Notice, Phase, Status, Window
from outageplan.notice.moments import CHINA, BoundaryKind, Moment

EARLIEST = datetime(1950, 1, 1, tzinfo=CHINA)  # the first minute that a moment can name
_DAY = timedelta(days=1)


def phases_of(notice: Notice, window: Window, at: datetime) -> frozenset[Phase]:
    """The phases of a window in which an instant may lie; a window is half-open, `[start, end)`."""
    begun, back = _begun(notice, window, at), _back(notice, window, at)
    if begun is Verdict.NO:
        return frozenset({Phase.BEFORE})
    if back is Verdict.YES:
        return frozenset({Phase.AFTER})
    found = {Phase.DURING}
    if begun is Verdict.NOT_KNOWN:
        found.add(Phase.BEFORE)
    if back is Verdict.NOT_KNOWN:
        found.add(Phase.AFTER)
    return frozenset(found)


def _begun(notice: Notice, window: Window, at: datetime) -> Verdict:
    """Whether the stop has begun: sure only after a start that is a promise."""
    start = window.start.as_start()
    if start is None:
        return Verdict.NOT_KNOWN
    if at < start:
        return Verdict.NOT_KNOWN if window.start.kind is BoundaryKind.NO_LATER_THAN else Verdict.NO
    return Verdict.YES if is_sure(notice, window.start) else Verdict.NOT_KNOWN


def _back(notice: Notice, window: Window, at: datetime) -> Verdict:
    """Whether service has returned: not while the end is open, not known after one that is only expected."""
    end, kind = window.end.as_end(), window.end.kind
    told = _told(notice, window)
    if (told and at >= told) or (end and at >= end and is_sure(notice, window.end)):
        return Verdict.YES
    if end is None:
        done = notice.status is Status.COMPLETED
        return Verdict.NOT_KNOWN if done or kind is BoundaryKind.UNRESOLVED else Verdict.NO
    early = told is not None and told < end
    return Verdict.NOT_KNOWN if early or at >= end or kind is BoundaryKind.NO_LATER_THAN else Verdict.NO


def _told(notice: Notice, window: Window) -> datetime | None:
    """When an amendment told that service is back, where that is not the window's end."""
    told = told_return(notice, window)
    return told.as_end() if told else None


def edges(notice: Notice, windows: Iterable[Window]) -> set[datetime]:
    """The instants at which `phases_of` may change for some windows of a notice."""
    found = {end for window in windows for end in (window.start.as_start(), window.end.as_end(), _told(notice, window))}
    return {edge for edge in found if edge is not None}


def stays(case: Case, turns: Iterable[datetime]) -> Iterator[tuple[datetime, datetime]]:
    """Every coming and leaving that the case allows, one for each pair of stretches between `turns`."""
    came, left = case.events.get("admission"), case.events.get("discharge")
    cuts = {*turns, *(told.as_start() for told in (came, left) if told)}
    leaving = list(instants(left, cuts))
    for first in instants(came, cuts):
        yield from ((first, last) for last in leaving if first <= last)


def is_before(event: Moment, other: Moment) -> bool:
    """Whether an event surely comes before another: at no hour of its day, where only that is given, after it."""
    start = other.as_start()
    return event.as_start() < start if event.hour_stated else event.as_end() <= start


def instants(told: Moment | None, turns: Iterable[datetime]) -> Iterator[datetime]:
    """The instants that an event may have happened at, one for each stretch between `turns`."""
    if told is None:
        yield from {EARLIEST, *(turn for turn in turns if turn > EARLIEST)}
        return
    start = told.as_start()
    yield start
    if not told.hour_stated:
        yield from {turn for turn in turns if start < turn < start + _DAY}
