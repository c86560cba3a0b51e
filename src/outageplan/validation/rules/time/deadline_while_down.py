"""OP310: at the last moment before a deadline, what it needs is down by the same notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.availability import MINUTE, Claim, State, claims_on
from outageplan.engine.case import Case
from outageplan.engine.deadlines import DueDate
from outageplan.engine.phrases import instant_text
from outageplan.notice.finding import Severity
from outageplan.notice.model import Guidance, Notice, Phase, Status
from outageplan.notice.moments import CHINA
from outageplan.validation.due_dates import due_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text, joined

_SNIPPET = """\
effects:
  payments: {{services: [contribution.collection], effect: suspended, clause: "2"}}
guidance:
  pay-ahead:
    for: [insured]
    phase: before
    services: [contribution.collection]
    action: pay_before
    deadline: {deadline}
    say: {{zh: 请在停机前缴费。, en: Pay before the stop.}}
    clause: "3"
"""
RULE = Rule(
    code="OP310",
    name="deadline-while-down",
    severity=Severity.WARNING,
    title=Text("期限截止时所需业务正在停机", "what a deadline needs is down at that time"),
    why=Text(
        "同一公告要求 20 时前缴费，又从 18 时起暂停征缴：最后两小时来办的人办不成。期限应落在业务可办的时候。",
        "A notice asks people to pay before 20:00 and stops payments at 18:00: nobody can pay in the last two hours. A "
        "deadline belongs where the service that it needs is up. Guidance that works around the stop (pay in full, "
        "keep the receipts, take papers) needs no service and is left out.",
    ),
    bad=Example(snippet=_SNIPPET.format(deadline="2025-11-21 20:00")),
    good=Example(snippet=_SNIPPET.format(deadline="2025-11-21 18:00")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.status is Status.CANCELLED:
        return
    for id, entry in notice.guidance.items():
        if entry.deadline is None or entry.phase is Phase.DURING or not actions()[entry.action].needs_service:
            continue
        due = due_in(subject, notice, entry.deadline)
        if due.at and all(_all_down(entry, notice, at) for at in _last_moments(due)):
            told = Text("", "") if entry.deadline.moment else Text(f"（{due.when()['zh']}）", f" ({due.when()['en']})")
            named = joined([services()[service].name for service in entry.services])
            until = _until(entry, notice, due.at - MINUTE)
            yield Problem(
                path=("guidance", id, "deadline"),
                message=Text(
                    f"期限“{entry.deadline}”{told['zh']}截止前，“{named['zh']}”已按本公告停办；"
                    f"请改为业务可办的时间{until['zh']}",
                    f"just before the deadline `{entry.deadline}`{told['en']}, “{named['en']}” is down by this same "
                    f"notice; write a time at which it is up{until['en']}",
                ),
            )


def _last_moments(due: DueDate) -> Iterator[datetime]:
    """The last minute before a deadline; of a day its first minute too, because its morning is enough."""
    if due.at:
        yield due.at - MINUTE
    if due.last_day:
        yield datetime.combine(due.last_day, time(), CHINA)


def _all_down(entry: Guidance, notice: Notice, at: datetime) -> bool:
    if not any((start := window.start.as_start()) and start <= at for window in notice.windows.values()):
        return False  # nothing has begun
    return all(any(_claims_down(leaf, entry, notice, at)) for leaf in _leaves(entry))


def _leaves(entry: Guidance) -> list[Service]:
    return [leaf for service in entry.services for leaf in services().leaves_of(service)]


def _claims_down(leaf: Service, entry: Guidance, notice: Notice, at: datetime) -> Iterator[Claim]:
    """The claims that take a service down for everybody; after a stop without an end, nobody knows."""
    for claim in claims_on(leaf, [notice], Case(at=at)):
        if claim.entry.schemes or (claim.entry.pools and set(notice.pools) - set(claim.entry.pools)):
            continue
        open_ended = entry.phase is Phase.AFTER and claim.window.end.moment is None
        state = claim.state(at)
        if state is State.TERMINATED or (state is State.DOWN and not open_ended):
            yield claim


def _until(entry: Guidance, notice: Notice, at: datetime) -> Text:
    """Until when one of the services is up before the stop: the latest deadline that can be met."""
    if entry.phase is not Phase.BEFORE:
        return Text("", "")
    starts = []
    for leaf in _leaves(entry):
        found = [claim.window.start.as_start() for claim in _claims_down(leaf, entry, notice, at)]
        starts.append(min(start for start in found if start))  # what is down has begun
    told = instant_text(max(starts))
    return Text(f"，不晚于 {told['zh']}", f", no later than {told['en']}")
