"""OP308: the last day for something that needs a counter is a day on which the counters are closed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import timedelta

from outageplan.catalog.services import lineage, services
from outageplan.engine.phrases import day_text
from outageplan.engine.workdays import NoScheduleError, is_rest_day
from outageplan.notice.finding import Severity
from outageplan.notice.model import Guidance, Status
from outageplan.validation.due_dates import due_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_SNIPPET = """\
windows:
  stop: {{start: 2025-11-24 18:00, end: 2025-11-26 08:30, clause: "1"}}
guidance:
  file-ahead:
    for: [insured]
    phase: before
    services: [filing.offsite]
    action: complete_before
    deadline: {deadline}
    say: {{zh: 请在停机前到窗口办理备案。, en: File at the counter before the stop.}}
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
    code="OP308",
    name="deadline-on-rest-day",
    severity=Severity.WARNING,
    title=Text("需到窗口办理的事项，期限落在休息日", "a deadline at a counter falls on a rest day"),
    why=Text(
        "期限当天经办机构、单位和税务部门不上班，最后一天实际办不成。医院和药店周末照常营业，不在此列："
        "要求医院在周日 18 时前转为自费的公告是有过的，也办得到。",
        "Agencies, employers and tax offices rest on that day by the official schedule, so nothing can be done on the "
        "last day. Hospitals and pharmacies do not rest, and deadlines that are theirs alone are left out: hospitals "
        "have really been told to convert stays to self-pay by 18:00 on a Sunday, and could. Days and months that "
        "count forward move off rest days by law; written moments, and what counts backwards or in hours, do not.",
    ),
    bad=Example(snippet=_SNIPPET.format(deadline="2025-11-23 17:00")),
    good=Example(snippet=_SNIPPET.format(deadline="2025-11-24 17:00")),
)
_OFFICES = frozenset({"agency", "employer", "tax"})
_AT_COUNTERS = frozenset(
    {"filing", "reimbursement", "enrolment", "contribution", "relation_transfer", "channel.window"}
)
# What is done without a counter: at home, by telephone, or where the patient is treated.
_ANYWHERE = frozenset(
    {
        *("stock_up", "prepay_full", "keep_receipts", "plan_ahead", "defer_visit", "post_notice", "announce_changes"),
        *("inform_patients", "phone_filing", "phone_inquiry", "bring_card", "leave_card", "settle_before", "suspend"),
        *("auto_refund", "auto_reimburse", "discharge_self_pay", "admit_self_pay", "resettle_at_provider"),
    }
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.status is Status.CANCELLED:
        return
    for id, entry in notice.guidance.items():
        if entry.deadline is None or not _needs_counter(entry):
            continue
        due = due_in(subject, notice, entry.deadline)
        if due.at is None:
            continue
        day = due.last_day or (due.at - timedelta(minutes=1)).date()  # midnight belongs to the day that it ends
        try:
            if not is_rest_day(day):
                continue
        except NoScheduleError:
            continue
        told = day_text(day)
        yield Problem(
            path=("guidance", id, "deadline"),
            message=Text(
                f"期限“{entry.deadline}”落在休息日 {told['zh']}，窗口不上班；请改为工作日，或写明当天有人办理",
                f"the deadline `{entry.deadline}` falls on {told['en']}, a rest day on which counters are closed; "
                "write a working day, or say that they are open",
            ),
        )


def _needs_counter(entry: Guidance) -> bool:
    """Whether an office that rests takes part."""
    if entry.action in _ANYWHERE:
        return False
    if _OFFICES.intersection(entry.roles):
        return True
    return "insured" in entry.roles and _at_counters(entry.services)


@functools.lru_cache(maxsize=4096)
def _at_counters(named: tuple[str, ...]) -> bool:
    """Whether some services have to do with counters."""
    leaves = (leaf.id for service in named for leaf in services().leaves_of(service))
    return any(_AT_COUNTERS.intersection(lineage(leaf)) for leaf in leaves)
