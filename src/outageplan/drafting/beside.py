"""The words beside a time: which verb they have, and whether they say that it is about something else than a stop."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.times import Found
from outageplan.notice.moments import Boundary, BoundaryKind

DONE_BY = re.compile(r"完成|结束")  # the work on a system
_CLAUSES = 4
_DONE_THEN = re.compile(
    r"(?:期间)?(?:[回来凭持携]|登录|到(?!期))|(?:集中|统一|现场|再)?(?:申报|补报|补缴|缴费|缴纳|提交|报送|领取|取药|补录|补传|递交|参保(?!登记))"
)
_WORK = 24  # characters behind a stretch that name the work on a system
_FOR = re.compile(r",(?:为(?!了)|是|可|请|须|应|凡)")


def is_no_stop(before: str, behind: str) -> bool:
    """Whether the words beside a stretch of time say that it is about something else."""
    behind = behind if not behind.startswith(",") or _FOR.match(behind) else ""
    if _DONE_THEN.match(behind):
        return True
    if say.SYSTEM_WORK.search(behind[:_WORK]):
        return False
    reach = 14 if behind[:1] not in ("是", "为") else 30
    near = len(beside(before, behind, reach))
    found = say.OTHER_RANGE.search(beside(before, behind, reach + 10))
    return found is not None and found.start() < near


def by_the_hour(time: Found) -> bool:
    """Whether a stretch is given by the hour on both sides."""
    sides = (time.start_boundary, time.end_boundary)
    return all(side and side.moment and side.moment.hour_stated for side in sides)


def beside(before: str, behind: str, near: int = 14) -> str:
    """What stands beside a stretch of time in its own clause, as far as it may say what the stretch is about."""
    own = behind[:near]
    stop = say.HARD_STOP.search(own)
    return re.split("[,;:。]", before[-10:])[-1] + own[: stop.start() if stop else None]


def clauses(behind: str) -> str:
    """The clauses behind a time in which its verb may stand."""
    return ",".join(behind.split(",")[:_CLAUSES])


def first_verb(behind: str) -> str | None:
    """Whether the first verb behind a time stops something or brings it back."""
    stop, resume = say.HARD_STOP.search(behind), say.RESUME.search(behind)
    if stop and (not resume or stop.start() < resume.start()):
        return "stop"
    return "resume" if resume else None


def last_verb(before: str) -> str | None:
    """The same of the last verb before a time."""
    stops, resumes = list(say.HARD_STOP.finditer(before)), list(say.RESUME.finditer(before))
    if not stops and not resumes:
        return None
    return "stop" if stops and (not resumes or stops[-1].start() > resumes[-1].start()) else "resume"


def is_done_by(boundary: Boundary | None, before: str, behind: str) -> bool:
    """Whether the work on a system is expected to be done by a time: 22时起切换，预计次日4时完成."""
    if boundary is None or boundary.moment is None or boundary.kind is not BoundaryKind.EXPECTED:
        return False
    return DONE_BY.match(behind) is not None and say.WORK.search(before) is not None


def was_back(behind: str) -> bool:
    """Whether it says that service, and not only the power, was back by then: 截至11时,供电已恢复."""
    back = say.COMPLETED.search(behind)
    return back is not None and not say.POWER.search(behind, 0, back.start())


def how_gradual(behind: str, before: str) -> str:
    """Whether service returns by and by, in batches, or all at once, as `resume` has it."""
    near = before[-12:] + behind[:40]
    return "batched" if say.BATCHED.search(near) else "gradual" if say.GRADUAL.search(near) else "full"
