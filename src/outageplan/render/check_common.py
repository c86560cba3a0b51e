"""What the parts of a printed plan share: signs and tones of states, sources, reasons and conditions."""

from __future__ import annotations

from collections.abc import Iterable

from outageplan.catalog.vocabulary import term
from outageplan.engine.availability import State
from outageplan.engine.guidance import Instruction
from outageplan.engine.phrases import boundary_text
from outageplan.engine.plan import Plan
from outageplan.engine.rules import Reason, Step
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Notice
from outageplan.notice.moments import Boundary
from outageplan.render.outline import Node, Tone
from outageplan.render.words import word
from outageplan.wording import Lang, Text, joined

# Signs that GBK has too; each stands before a word that says the same.
MARKS = {
    State.TERMINATED: "×",
    State.DOWN: "■",
    State.DEGRADED: "◆",
    State.PAPER_ONLY: "◇",
    State.UNCONFIRMED: "≈",
    State.RESUMING: "↗",
    State.UPCOMING: "△",
    State.UNSCHEDULED: "≈",
    State.UNAFFECTED: "○",
    State.OVER: "○",
    State.NOT_MENTIONED: "–",
}
TONES: dict[State, Tone] = {
    State.TERMINATED: "bad",
    State.DOWN: "bad",
    State.DEGRADED: "unsure",
    State.PAPER_ONLY: "unsure",
    State.UNCONFIRMED: "unsure",
    State.RESUMING: "unsure",
    State.UPCOMING: "unsure",
    State.UNSCHEDULED: "unsure",
    State.UNAFFECTED: "good",
    State.OVER: "dim",
    State.NOT_MENTIONED: "dim",
}


def tree(steps: Iterable[Step], plan: Plan, lang: Lang) -> tuple[Node, ...]:
    """A derivation as nodes; a rule that was considered and did not apply says so."""
    return tuple(_node(step, plan, lang) for step in steps)


def flat(reasons: Iterable[Reason], plan: Plan, lang: Lang) -> tuple[Node, ...]:
    """Reasons that rest on nothing but themselves."""
    return tree((Step(reason=reason) for reason in reasons), plan, lang)


def _node(step: Step, plan: Plan, lang: Lang) -> Node:
    reason = step.reason
    lead = word("because" if step.applies else "not_because", lang)
    return Node(
        text=f"{lead} {reason.rule}{word('colon', lang)}{reason.text[lang]}",
        source=source(reason.notice or "", reason.clause, plan),
        below=tree(step.below, plan, lang),
    )


def boundary_words(notice: Notice, boundary: Boundary, lang: Lang, *, end: bool = False) -> str:
    """A boundary in words; one that a draft or tentative notice states is not confirmed either."""
    text = boundary_text(boundary, end=end)[lang]
    return text + word("unconfirmed_yet", lang) if boundary.sure and not is_sure(notice, boundary) else text


def hedged(text: str, sure: bool) -> str:
    return text if sure else f"≈ {text}"


def source(notice: str, clause: str | None, plan: Plan) -> str:
    """Notice and clause; the notice goes without saying where the plan has just one."""
    alone = len(plan.notices) == 1 and clause and notice == plan.notices[0].notice.id
    return " ".join(part for part in ("" if alone else notice, clause) if part)


def condition(line: Instruction) -> Text | None:
    """For whom it is, where that is not everybody."""
    when, found = line.when, []
    for key, side in (("insured", when.insured), ("treated", when.treated)):
        if side:
            found.append(Text(word(f"{key}_{side}", "zh"), word(f"{key}_{side}", "en")))
    if when.patient:
        found.append(joined([term("patient", fact) for fact in when.patient], zh="或", en=" or "))
    for key, phase in (("admitted", when.admitted), ("discharged", when.discharged)):
        if phase:
            found.append(Text(word(f"{key}_{phase}", "zh"), word(f"{key}_{phase}", "en")))
    if not found:
        return None
    listed = joined(found, zh="；", en="; ")
    return Text(f"适用：{listed['zh']}", f"for: {listed['en']}")
