"""How a window stands at a moment, and how sure that is."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from outageplan.notice.model import Change, Notice, Resume, Status, Window
from outageplan.notice.moments import Boundary, BoundaryKind, Moment

PRESUMED_AFTER = timedelta(days=30)


class Stage(StrEnum):
    """Where a moment lies relative to a window."""

    UNSCHEDULED = "unscheduled"
    UPCOMING = "upcoming"
    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    RESUMING = "resuming"
    PRESUMED_OVER = "presumed_over"
    OVER = "over"


def is_sure(notice: Notice, boundary: Boundary) -> bool:
    """Whether a boundary is a promise: nothing in a draft or a tentative notice is."""
    return boundary.sure and notice.status not in (Status.DRAFT, Status.TENTATIVE)


def completing(notice: Notice) -> tuple[Change, ...]:
    """The amendment that told that everything is back and those behind it, in order of publication.

    Empty where none told so, and for a file that was edited in place.
    """
    found: list[Change] = []
    while notice.status is Status.COMPLETED and notice.change is not None:
        found.append(notice.change)
        notice = notice.change.before
    return () if notice.status is Status.COMPLETED else tuple(reversed(found))


def returned_at(notice: Notice, window: Window) -> datetime | None:
    """When a window of a completed notice was over: at its end, or when an amendment told so, if that was earlier.

    An end that the amendments themselves give, from the one that told so on, holds as it is given. None where there is
    neither.
    """
    end, told = window.end.as_end(), completing(notice)
    if not told:
        return end
    said = told[0].amendment.published.as_start()
    given = [change.amendment.windows.get(id) for id, one in notice.windows.items() if one is window for change in told]
    return end if end and any(one and one.end for one in given) else min(end or said, said)


def told_return(notice: Notice, window: Window) -> Boundary | None:
    """When an amendment told that service is back, for a window that has no such end: it was then, or earlier."""
    back = returned_at(notice, window) if completing(notice) else None
    if back is None or back == window.end.as_end():
        return None
    return Boundary(BoundaryKind.STATED, Moment(back.date(), back.hour * 60 + back.minute))


def _is_back(notice: Notice, window: Window, at: datetime) -> bool:
    if notice.status is not Status.COMPLETED:
        return False
    start, back = window.start.as_start(), returned_at(notice, window)
    begun = start is not None and at >= start
    return (begun or bool(completing(notice))) and (back is None or at >= back)


def stage_of(notice: Notice, window: Window, at: datetime, resume: Resume = "full") -> Stage:
    """How a window of a notice stands at `at`; windows are half-open, `[start, end)`.

    A start without a date leaves it unscheduled. After an end that is only expected it is unconfirmed, and after a
    gradual or batched return under way; both are presumed over after 30 days without word.
    """
    start, end = window.start.as_start(), window.end.as_end()
    if _is_back(notice, window, at):
        return Stage.OVER
    if start is None:
        return Stage.UNSCHEDULED
    if at < start:
        return Stage.UPCOMING
    if end is None or at < end:
        return Stage.ACTIVE
    if window.end.kind is BoundaryKind.NOT_BEFORE:
        return Stage.UNCONFIRMED
    if is_sure(notice, window.end) and resume == "full":
        return Stage.OVER
    if at >= end + PRESUMED_AFTER:
        return Stage.PRESUMED_OVER
    return Stage.RESUMING if is_sure(notice, window.end) else Stage.UNCONFIRMED
