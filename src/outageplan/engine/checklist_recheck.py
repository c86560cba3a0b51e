"""When to look again for what a notice has not fixed: a rule that a sheet of paper can state.

The day before a boundary that is only expected, then every day until a notice confirms it; where no date is announced,
every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outageplan.engine.stages import Stage, is_sure, stage_of, told_return
from outageplan.notice.model import Notice, Resume
from outageplan.notice.moments import CHINA, BoundaryKind

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAgain:
    """From which day (in China) to look again every day; `dated` tells whether the notice gives the boundary a date."""

    first: date
    dated: bool


def check_again(notice: Notice, window_id: str, resume: Resume, at: datetime) -> CheckAgain | None:
    """When to look again for the end of a window; None where its end is a promise or lies behind.

    `first` is never before the day of `at`, and for a window without an announced end never before its start.
    """
    window, today = notice.windows[window_id], at.astimezone(CHINA).date()
    if stage_of(notice, window, at, resume) is Stage.OVER:
        return None
    start, until = window.start.as_start(), told_return(notice, window) or window.end
    end = until.as_end()
    if end is None or end <= at:
        return CheckAgain(first=max(today, start.astimezone(CHINA).date() if start else today), dated=False)
    if is_sure(notice, until) and resume == "full":
        return None
    last = (end - timedelta(minutes=1)).astimezone(CHINA).date()  # 24:00 is still that day
    earliest = until.kind is BoundaryKind.NOT_BEFORE or is_sure(notice, until)
    return CheckAgain(first=max(today, last if earliest else last - _DAY), dated=True)


def check_start(notice: Notice, window_id: str, at: datetime) -> CheckAgain | None:
    """When to look again for the start of a window that is still to come; None where it is a promise or lies behind."""
    window, today = notice.windows[window_id], at.astimezone(CHINA).date()
    stage, start = stage_of(notice, window, at), window.start.as_start()
    if stage is Stage.UNSCHEDULED or start is None:
        return CheckAgain(first=today, dated=False)
    if stage is not Stage.UPCOMING or is_sure(notice, window.start):
        return None
    return CheckAgain(first=max(today, start.astimezone(CHINA).date() - _DAY), dated=True)
