"""OP408: a long stop of what patients cannot put off, and nobody is told to prepare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from outageplan.notice.finding import Severity
from outageplan.notice.model import Notice, Phase
from outageplan.validation.coverage import listed, stopped, told
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

LONG = timedelta(hours=24)
PRESSING = ("settlement.local.chronic", "settlement.local.special_drug", "settlement.local.inpatient")
PREPARE = {"insured", "hospital"}

RULE = Rule(
    code="OP408",
    name="no-before-phase",
    severity=Severity.WARNING,
    title=Text("停机超过24小时，没有停机前的提示", "a long stop, and nothing to do before it"),
    why=Text(
        "慢特病、特药患者不能断药，住院患者需要提前结算或转自费；停机超过一天而事先不提示，停机后就来不及了。",
        "Patients with chronic diseases or designated medicines must not run out, and inpatients are settled or "
        "converted "
        "beforehand; after a stop of more than a day has begun it is too late to tell them.",
    ),
    bad=Example(
        snippet="effects:\n  everything:\n    services: [settlement.local.pharmacy, settlement.local.chronic]\n"
        "    effect: suspended\n    clause: '2'\n"
    ),
    good=Example(
        snippet="effects:\n  everything:\n    services: [settlement.local.pharmacy, settlement.local.chronic]\n"
        "    effect: suspended\n    clause: '2'\n"
        "guidance:\n  buy-ahead:\n    for: [insured]\n    phase: before\n    services: [settlement.local.chronic]\n"
        "    action: stock_up\n    say: {zh: 请提前备药。, en: Buy your medicines ahead.}\n    clause: '3'\n"
    ),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    long = {id for id in notice.windows if _longer(notice, id)}
    for id, leaves in subject.once(stopped, notice).items():
        left = [
            leaf
            for leaf in PRESSING
            if (windows := leaves.get(leaf, set()) & long) and not _prepared(notice, leaf, windows)
        ]
        if left:
            names = listed(left)
            yield Problem(
                path=("effects", id),
                at_key=True,
                message=Text(
                    f"{names['zh']}停机超过24小时，没有停机前的提示；请补写一条 `phase: before` 的业务指引",
                    f"{names['en']}: stopped for more than 24 hours, and nothing says what patients or hospitals do "
                    "before; add guidance with `phase: before`",
                ),
            )


def _longer(notice: Notice, id: str) -> bool:
    start, end = notice.windows[id].start.as_start(), notice.windows[id].end.as_end()
    return start is not None and end is not None and end - start > LONG


def _prepared(notice: Notice, leaf: str, windows: set[str]) -> bool:
    return any(
        guidance.phase is Phase.BEFORE
        and not PREPARE.isdisjoint(guidance.roles)
        and told(notice, guidance, leaf, windows)
        for guidance in notice.guidance.values()
    )
