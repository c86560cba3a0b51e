"""OP307: something is to be done before the stop, by a deadline that lies after its start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from outageplan.notice.finding import Severity
from outageplan.notice.model import Notice, Phase, Status
from outageplan.notice.moments import CHINA, Boundary, BoundaryKind
from outageplan.validation.due_dates import due_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_GUIDANCE = """\
guidance:
  pay-ahead:
    for: [insured]
    phase: before
    services: [settlement.local.pharmacy]
    action: stock_up
    deadline: {deadline}
    say: {{zh: 请在停机前备足药品。, en: Buy your medicines before the stop.}}
    clause: "3"
  pay-first:
    for: [insured, pharmacy]
    phase: during
    services: [settlement.local.pharmacy]
    action: prepay_full
    say: {{zh: 先全额垫付。, en: Pay in full first.}}
    clause: "4"
"""
RULE = Rule(
    code="OP307",
    name="deadline-after-stop",
    severity=Severity.ERROR,
    title=Text("停机前事项的期限晚于停机开始", "a deadline for before the stop lies after its start"),
    why=Text(
        "要求在停机前办结的事项，期限却在停机之后：群众按期来办时系统已停，只能白跑一趟。",
        "People are told to do something before the stop, by a time at which the system is already down. Whoever comes "
        "on the last day comes in vain.",
    ),
    bad=Example(snippet=_GUIDANCE.format(deadline="2025-11-22 17:00")),
    good=Example(snippet=_GUIDANCE.format(deadline="2025-11-21 18:00")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.status is Status.CANCELLED:
        return
    for id, entry in notice.guidance.items():
        if entry.phase is not Phase.BEFORE or entry.deadline is None:
            continue
        due, last = due_in(subject, notice, entry.deadline), _last_start(notice, notice.windows_of(entry))
        if last is None or due.at is None:
            continue
        start, boundary = last
        # a day is met by whoever comes in its morning, and wrong only when the stop has begun before that
        late = datetime.combine(due.last_day, time(), CHINA) >= start if due.last_day else due.at > start
        if late:
            told = (
                Text("", "") if entry.deadline.moment else Text(f"，即 {due.when()['zh']}，", f", {due.when()['en']},")
            )
            yield Problem(
                path=("guidance", id, "deadline"),
                message=Text(
                    f"期限“{entry.deadline}”{told['zh']}晚于停机开始“{boundary}”，而 `phase` 是 before；"
                    "请把期限提前到停机开始之前，或更正 `phase`",
                    f"the deadline `{entry.deadline}`{told['en']} is after the start of the stop (`{boundary}`), "
                    "though `phase` is before; write an earlier one, or correct `phase`",
                ),
            )


def _last_start(notice: Notice, windows: tuple[str, ...]) -> tuple[datetime, Boundary] | None:
    """The last moment at which one of the windows may start; None where one of them may start at any time."""
    found = []
    for id in windows:
        boundary = notice.windows[id].start
        if boundary.moment is None or boundary.kind is BoundaryKind.NOT_BEFORE:
            return None
        found.append((boundary.moment.as_end(), boundary))
    return max(found, key=lambda pair: pair[0])
