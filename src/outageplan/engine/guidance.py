"""Who does what instead, in which phase, and by when; and what is said where a notice says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from outageplan.catalog.pools import contains
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.availability import Availability, State
from outageplan.engine.case import Case
from outageplan.engine.conditions import condition_reason, judged, placed
from outageplan.engine.deadlines import DeadlineKind, DueDate, due_date, earliest_date
from outageplan.engine.knowledge import amended_guidance, amended_window
from outageplan.engine.places import places_needed, reach
from outageplan.engine.rules import DEADLINE, FALLBACK, PHASE, Reason, Step
from outageplan.engine.stages import Stage, stage_of
from outageplan.engine.verdict import Verdict
from outageplan.notice.model import EVERYBODY, Condition, Effect, Guidance, Notice, Phase, Status
from outageplan.wording import Text

_STAGES = {
    Phase.BEFORE: (Stage.UPCOMING, Stage.UNSCHEDULED),
    Phase.DURING: (Stage.ACTIVE, Stage.UNCONFIRMED),
    Phase.AFTER: (Stage.UNCONFIRMED, Stage.RESUMING, Stage.PRESUMED_OVER, Stage.OVER),
}
_STOPPED = (Effect.SUSPENDED, Effect.TERMINATED)
_NOW = (State.DOWN, State.TERMINATED, State.UNCONFIRMED)
_MATTERS = (*_NOW, State.UPCOMING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One line of a plan: what some roles do instead.

    `current` tells whether its phase is under way and no firm deadline of it has passed; `holds` whether its condition
    does (not known where the case does not tell); `notice` is None for the national fallback.
    """

    id: str
    notice: Notice | None
    roles: tuple[str, ...]
    phase: Phase
    action: str
    services: tuple[str, ...]
    text: Text
    when: Condition = EVERYBODY
    due: DueDate | None = None
    not_before: DueDate | None = None
    clause: str | None = None
    current: bool = False
    holds: Verdict = Verdict.YES
    because: tuple[Reason, ...] = ()

    @property
    def derivation(self) -> tuple[Step, ...]:
        """The reasons as a tree: the last step of the count is the deadline, the others are what it rests on."""
        counted = [reason for reason in self.because if reason.rule == DEADLINE]
        steps = [Step(reason=reason) for reason in self.because if reason.rule != DEADLINE]
        if counted:
            steps.append(Step(reason=counted[-1], below=tuple(Step(reason=reason) for reason in counted[:-1])))
        return tuple(steps)


def refused(notices: Iterable[Notice], case: Case) -> Iterator[Step]:
    """The guidance that was considered and is not for the case: for other roles left aside, its condition fails."""
    for id, guidance, notice in concerned(notices, case):
        if judged(guidance, notice, case) is Verdict.NO:
            why = condition_reason(id, guidance, notice, case)
            action = actions()[guidance.action].name
            text = Text(f"{id}（{action['zh']}）：{why.text['zh']}", f"{id} ({action['en']}): {why.text['en']}")
            yield Step(reason=replace(why, text=text), applies=False)


def instructions(notices: Iterable[Notice], case: Case) -> Iterator[Instruction]:
    """The guidance of the notices that fits a case, in the order of the notices."""
    for id, guidance, notice in concerned(notices, case):
        if (holds := judged(guidance, notice, case)) is not Verdict.NO:
            yield _instruction(id, guidance, notice, case, holds)


def unserved(lines: Iterable[Availability], given: Sequence[Instruction], case: Case) -> tuple[str, ...]:
    """The services that stop for a case and for which no notice tells the role (or anyone) what to do instead."""
    helpful = [line for line in given if actions()[line.action].remedy]
    told = {leaf.id for line in helpful for named in line.services for leaf in services().leaves_of(named)}
    return tuple(
        line.service.id
        for line in lines
        if line.claims
        and line.claims[0].entry.effect in _STOPPED
        and line.state in _MATTERS
        and line.service.id not in told
        and (case.role is None or case.role in line.service.roles)
    )


def fallback(lines: Iterable[Availability], left: Sequence[str], case: Case) -> Instruction | None:
    """The national fallback for settlements that nobody says anything about: claim by hand at the pool of insurance."""
    settlements = tuple(id for id in left if id.startswith("settlement."))
    if not settlements:
        return None
    told = Text("", "") if case.role in (None, "insured") else Text("可告知患者：", "What patients can be told: ")
    text = Text(
        f"公告未作说明。通行做法：{told['zh']}先全额垫付并保留明细票据，恢复后向参保地经办机构申请手工（零星）报销；"
        "能否报销以参保地规定为准。",
        f"The notices do not say. {told['en']}The general way is to pay in full, keep itemised receipts, and claim by "
        "hand at the agency of the pool of insurance after the return; its rules decide what is paid.",
    )
    reason = Reason(rule=FALLBACK, text=Text("所选公告对此没有说明", "the selected notices say nothing of it"))
    return Instruction(
        id="national-fallback",
        notice=None,
        roles=(case.role or "insured",),
        phase=Phase.AFTER,
        action="manual_claim",
        services=settlements,
        text=text,
        current=any(line.service.id in settlements and line.state in _NOW for line in lines),
        because=(reason,),
    )


def concerned(notices: Iterable[Notice], case: Case) -> Iterator[tuple[str, Guidance, Notice]]:
    """The guidance that is for the role, services and places of a case, whatever else it asks of the patient."""
    for notice in notices:
        for id, guidance in notice.guidance.items() if notice.status is not Status.CANCELLED else ():
            if _concerns(guidance, notice, case) and placed(guidance.when, notice, case) is not Verdict.NO:
                yield id, guidance, notice


def _concerns(guidance: Guidance, notice: Notice, case: Case) -> bool:
    if case.role and case.role not in guidance.roles:
        return False
    leaves = [leaf for named in guidance.services for leaf in services().leaves_of(named)]
    if case.services:
        leaves = [leaf for leaf in leaves if any(services().covers(asked, leaf.id) for asked in case.services)]
    if case.placed:
        leaves = [leaf for leaf in leaves if places_needed(leaf, case)]
    if not case.placed or not notice.pools or not leaves:
        return bool(leaves)
    if guidance.when.insured or guidance.when.treated:
        return any(contains(pool, place) for pool in notice.pools for place in _given(case))
    return any(reach(leaf, notice.pools, case) for leaf in leaves)


def _given(case: Case) -> list[str]:
    return [place for place in (case.insured_at, case.treated_at) if place]


def _instruction(id: str, guidance: Guidance, notice: Notice, case: Case, holds: Verdict) -> Instruction:
    due = due_date(guidance.deadline, notice, case.events) if guidance.deadline else None
    not_before = earliest_date(guidance.not_before, notice, case.events) if guidance.not_before else None
    missed = due is not None and due.kind is DeadlineKind.FIRM and due.passed(case.at)
    current = _current(guidance, notice, case) and not missed
    told = Text("现在适用", "it applies now") if current else Text("现在不适用", "it does not apply now")
    if missed:
        told = Text("截止时间已过", "its deadline has passed")
    phase = Reason(rule=PHASE, text=told, notice=notice.id, guidance=id, clause=guidance.clause)
    counted = due.reasons(notice.id, id, guidance.clause) if due else ()
    hangs_on = guidance.deadline.anchor.window if guidance.deadline and guidance.deadline.anchor else None
    moved = [*amended_guidance(notice, id), *(amended_window(notice, hangs_on) if hangs_on else ())]
    return Instruction(
        id=id,
        notice=notice,
        roles=guidance.roles,
        phase=guidance.phase,
        action=guidance.action,
        services=guidance.services,
        text=guidance.say,
        when=guidance.when,
        due=due,
        not_before=not_before,
        clause=guidance.clause,
        current=current,
        holds=holds,
        because=(phase, condition_reason(id, guidance, notice, case), *moved, *counted),
    )


def _current(guidance: Guidance, notice: Notice, case: Case) -> bool:
    """Whether the phase of a guidance is under way in one of its windows."""
    stages = (stage_of(notice, notice.windows[id], case.at) for id in notice.windows_of(guidance))
    return any(stage in _STAGES[guidance.phase] for stage in stages)
