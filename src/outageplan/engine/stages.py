"""How a window stands at a moment, and how sure that is."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from outageplan.notice.model import Notice, Resume, Status, Window
from outageplan.notice.moments import Boundary, BoundaryKind

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


def _is_back(notice: Notice, end: datetime | None, at: datetime) -> bool:
    """Whether a completed notice's service is back: at its end, or when an amendment told so, if that was earlier."""
    told = completed_at(notice)
    ends = [moment for moment in (end, told) if moment]
    return not ends or at >= min(ends)


def completed_at(notice: Notice) -> datetime | None:
    """When an amendment told that everything is back; None where none did, and for a file that was edited in place."""
    told = None
    while notice.status is Status.COMPLETED and notice.change is not None:
        told, notice = notice.change.amendment.published.as_start(), notice.change.before
    return told if notice.status is not Status.COMPLETED else None


def stage_of(notice: Notice, window: Window, at: datetime, resume: Resume = "full") -> Stage:
    """How a window of a notice stands at `at`; windows are half-open, `[start, end)`.

    A start without a date leaves it unscheduled. After an end that is only expected it is unconfirmed, and after a
    gradual or batched return under way; both are presumed over after 30 days without word.
    """
    start, end = window.start.as_start(), window.end.as_end()
    if start is None:
        return Stage.UNSCHEDULED
    if at < start:
        return Stage.UPCOMING
    if notice.status is Status.COMPLETED and _is_back(notice, end, at):
        return Stage.OVER
    if end is None or at < end:
        return Stage.ACTIVE
    if window.end.kind is BoundaryKind.NOT_BEFORE:
        return Stage.UNCONFIRMED
    if is_sure(notice, window.end) and resume == "full":
        return Stage.OVER
    if at >= end + PRESUMED_AFTER:
        return Stage.PRESUMED_OVER
    return Stage.RESUMING if is_sure(notice, window.end) else Stage.UNCONFIRMED
