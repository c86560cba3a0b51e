"""OP313: service returns on a rest day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from outageplan.engine.phrases import day_text
from outageplan.engine.workdays import NoScheduleError, is_rest_day, rolled_forward
from outageplan.notice.finding import Severity
from outageplan.notice.model import Status
from outageplan.notice.moments import CHINA
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP313",
    name="return-on-rest-day",
    severity=Severity.INFO,
    title=Text("恢复服务当天是休息日", "service returns on a rest day"),
    why=Text(
        "系统在休息日恢复，窗口要到下一个工作日才办理。未写明的，群众当天会白跑一趟；按工作日推算的期限也从次一工作日起算。"
        "只占夜间或周末、不占上班时间的停机不在此列。",
        "The system returns on a rest day, and the counters open on the next working day. Unless the notice says so, "
        "people come in vain; and working days are counted from the next one. A stop of a night or a weekend, in which "
        "no office hours are lost, is left out: the counters open after it as always.",
    ),
    bad=Example(snippet="windows:\n  stop: {start: 2025-11-24 18:00, end: 2025-11-30 08:00, clause: '1'}\n"),
    good=Example(snippet="windows:\n  stop: {start: 2025-11-24 18:00, end: 2025-12-01 08:00, clause: '1'}\n"),
)

_OPENS, _CLOSES = time(8), time(18)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.status in (Status.CANCELLED, Status.COMPLETED):
        return
    for id, window in notice.windows.items():
        end = window.end.as_end()  # 24:00 is the next day: that is when service is back
        if end is None:
            continue
        day = end.date()
        try:
            if not is_rest_day(day) or not _office_hours_lost(window.start.as_start(), end):
                continue
            opens = day_text(rolled_forward(day))
        except NoScheduleError:
            continue
        told = day_text(day)
        yield Problem(
            path=("windows", id, "end"),
            message=Text(
                f"恢复时间“{window.end}”是休息日 {told['zh']}；窗口办理的业务，请写明自 {opens['zh']}起受理",
                f"service returns (`{window.end}`) on {told['en']}, a rest day; if counters open only on {opens['en']}"
                ", say so",
            ),
        )


def _office_hours_lost(start: datetime | None, end: datetime) -> bool:
    """Whether a stop takes any of the hours of a working day; one without a date for its start may."""
    if start is None:
        return True
    day = start.date()
    while day <= end.date():
        opens, closes = (datetime.combine(day, hour, CHINA) for hour in (_OPENS, _CLOSES))
        if start < closes and end > opens and not is_rest_day(day):
            return True
        day += timedelta(days=1)
    return False
