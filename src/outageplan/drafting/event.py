"""One time of an announcement and what it is about: a start, an end, both, a deadline, or something else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from outageplan.drafting import vocabulary as say
from outageplan.drafting.times import Found, Kind
from outageplan.notice.moments import Boundary, BoundaryKind


class Role(StrEnum):
    """What a time is about."""

    START = "start"
    END = "end"
    RANGE = "range"
    DEADLINE = "deadline"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One time of the announcement and what it is about. `sentence` is the place of its sentence.

    `weak` where only its surroundings tell, `former` where the text says that it holds no more. `part` is the stretch
    of the text that it is said in, where that is less than its sentence.
    """

    found: Found
    role: Role
    sentence: int
    start: Boundary | None = None
    end: Boundary | None = None
    weak: bool = False
    former: bool = False
    gradual: str = "full"
    part: tuple[int, int] | None = None


def in_place_of(event: Event, previous: Event) -> Event:
    """A time that is put in the place of the one before it: it is about the same."""
    role = previous.role if previous.role in (Role.START, Role.END, Role.RANGE, Role.DEADLINE) else event.role
    if role is Role.RANGE and event.found.kind is not Kind.RANGE:
        role = event.role
    start, end = boundaries_of(event.found, role, as_planned=False)
    return replace(event, role=role, start=start, end=end, weak=False)


def boundaries_of(
    time: Found, role: Role, *, as_planned: bool, done: bool = False
) -> tuple[Boundary | None, Boundary | None]:
    """The boundaries of a window that the time gives in that role."""
    if time.kind is Kind.RECURRING and role is Role.RANGE:
        return time.start_boundary, time.end_boundary if time.duration else None
    if role is Role.RANGE:
        return time.start_boundary, time.end_boundary
    if role is Role.START:
        return _as_start(time.start_boundary or time.end_boundary, time.words), None
    if role is Role.END:
        return None, _as_end(time, as_planned=as_planned, done=done)
    return None, None


def _as_start(boundary: Boundary | None, words: str) -> Boundary | None:
    """The time as a start: 18时以后不再办理 begins at 18:00."""
    if boundary and boundary.moment and boundary.kind is BoundaryKind.NOT_BEFORE and words.endswith("后"):
        return Boundary(BoundaryKind.STATED, moment=boundary.moment)
    return boundary


def _as_end(time: Found, *, as_planned: bool = False, done: bool = False) -> Boundary | None:
    """The time as an end. A day from which service is back does not last until its own midnight."""
    boundary = time.end_boundary or time.start_boundary
    if boundary is None and time.deadline and time.deadline.moment:
        promised = say.BY_THEN.search(time.words)
        return Boundary(BoundaryKind.NO_LATER_THAN if promised else BoundaryKind.STATED, moment=time.deadline.moment)
    if boundary and boundary.kind is BoundaryKind.EXPECTED and boundary.moment and as_planned:
        return Boundary(BoundaryKind.STATED, moment=boundary.moment)  # 仍按原计划: it holds
    if not boundary or not boundary.moment or boundary.moment.hour_stated or boundary.kind is not BoundaryKind.STATED:
        return boundary
    if time.kind in (Kind.START, Kind.MOMENT) and not done:
        return Boundary(BoundaryKind.NOT_BEFORE, moment=boundary.moment)
    return boundary
