"""One role's sheet: what can be done where, the steps before, during and after in order of deadline, whom to call.

What the notices announce comes first; good practice that nobody announced stands behind it, and is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from outageplan.catalog.practices import Practice, practices
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.case import Case
from outageplan.engine.checklist_glance import Glance, Stop, glance
from outageplan.engine.conflicts import Conflict
from outageplan.engine.guidance import Instruction
from outageplan.engine.plan import NoticeStanding, Plan, make_plan
from outageplan.engine.stages import Stage, stage_of
from outageplan.notice.model import Contact, Notice, Phase, Status
from outageplan.notice.site import Site

PROVIDERS = ("pharmacy", "hospital")  # who serves patients, local ones and those insured elsewhere
_AHEAD = (Stage.UPCOMING, Stage.UNSCHEDULED)
_BACK = (Stage.OVER, Stage.PRESUMED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line to tick: either an announced instruction (`line`) or good practice (`practice`).

    `by` is when it is to be done: its deadline, else, before a stop, when the first of its windows begins. `tell`
    marks what the patients have to do, which the role tells them. `pools` are those that it is for, where the sheet
    has several. `behind` tells that it can no longer be done in time.
    """

    phase: Phase
    line: Instruction | None = None
    practice: Practice | None = None
    by: datetime | None = None
    tell: bool = False
    pools: tuple[str, ...] = ()
    behind: bool = False
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Whom a notice names for what the role does, and how many it names for other things."""

    notice: Notice
    listed: tuple[Contact, ...]
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Everything on a sheet. `case` is the question without its pools; `nearest` are notices where none is selected."""

    role: str
    case: Case
    site: Site | None
    glances: tuple[Glance, ...]
    steps: tuple[Step, ...]
    notices: tuple[NoticeStanding, ...]
    contacts: tuple[Contacts, ...]
    nearest: tuple[NoticeStanding, ...] = ()
    patients: tuple[Plan, ...] = ()

    def of(self, phase: Phase) -> tuple[Step, ...]:
        """The steps of a phase: the announced ones in order of deadline, then good practice."""
        return tuple(step for step in self.steps if step.phase is phase)


def make_checklist(notices: Iterable[Notice], case: Case, *, site: Site | None = None) -> Checklist:
    """The sheet for a case, whose role must be given.

    For a site, each of its pools has an answer of its own, unless the case names a place. Raises `UnknownNameError`
    as `make_plan` does.
    """
    assert case.role is not None, "a checklist is for one role"
    shelf, asked = tuple(notices), tuple(_cases(case, site))
    role = case.role
    plans = [make_plan(shelf, one) for _, one in asked]
    patients = [make_plan(shelf, replace(one, role="insured")) for _, one in asked] if role in PROVIDERS else []
    glances = tuple(glance(plan, role, pool) for (pool, _), plan in zip(asked, plans, strict=True))
    standing = {one.notice.id: one for plan in plans for one in plan.notices}
    return Checklist(
        role=role,
        case=case,
        site=site,
        glances=glances,
        steps=tuple(_steps(glances, patients, case)),
        notices=tuple(standing.values()),
        contacts=tuple(found for one in standing.values() if (found := _contacts(one.notice, case))),
        nearest=() if standing else tuple({n.notice.id: n for plan in plans for n in plan.nearest}.values()),
        patients=tuple(patients),
    )


def _cases(case: Case, site: Site | None) -> Iterator[tuple[str | None, Case]]:
    """A case for each pool of a site: all who are treated there for a provider, all insured there for the others.

    A provider also serves people insured elsewhere, so that the pool of insurance stays open; each line says for whom
    it is. Where it lies outside its pools, off-site care hangs on that place too.
    """
    if site is None or case.placed:
        yield None, case
        return
    provider = case.role in PROVIDERS
    for pool in site.pools:
        yield pool, replace(case, treated_at=pool) if provider else replace(case, insured_at=pool)
    if provider and site.place not in site.pools and not case.services:
        yield site.place, replace(case, treated_at=site.place, services=("settlement.offsite",))


def _steps(glances: Sequence[Glance], patients: Sequence[Plan], case: Case) -> Iterator[Step]:
    announced = _merged([(one.pool, one.plan) for one in glances], case, tell=False)
    told = _merged([(glances[place].pool, plan) for place, plan in enumerate(patients)], case, tell=True)
    own = {key for step in announced if step.line for key in (_key(step.line), _sentence(step.line))}
    steps = [
        *announced,
        *(step for step in told if step.line and own.isdisjoint((_key(step.line), _sentence(step.line)))),
    ]
    stops = [stop for one in glances for stop in one.stops]
    for phase in Phase:
        yield from sorted((step for step in steps if step.phase is phase), key=_order)
        yield from _good_practice(phase, stops, case)


def _order(step: Step) -> tuple[bool, float, bool]:
    """By deadline, what has none last; of the same moment a deadline before a mere beginning of the stop."""
    by = step.by
    return by is None, by.timestamp() if by else 0.0, not (step.line and step.line.due)


def _key(line: Instruction) -> tuple[object, ...]:
    """What makes two lines of different pools the same line."""
    return (line.notice.id, line.id) if line.notice else (None, line.id, line.services)


def _sentence(line: Instruction) -> tuple[object, ...]:
    """What makes a line for patients the same as one for who serves them: one sentence, told to both."""
    return (line.notice.id if line.notice else None, line.clause or line.id, line.action, line.phase, line.when)


def _merged(plans: Sequence[tuple[str | None, Plan]], case: Case, *, tell: bool) -> list[Step]:
    """The instructions of all plans, each once, with the pools that it is for; of the patients' those to be told."""
    found: dict[tuple[object, ...], Step] = {}
    for pool, plan in plans:
        for line in (*plan.guidance, *plan.running):
            if tell and not _is_to_be_told(line, case):
                continue
            step = found.get(_key(line)) or _step(line, case, tell=tell)
            clashes = {one.text().zh: one for one in (*step.conflicts, *_of(line, plan))}
            pools = (*step.pools, pool) if pool and len(plans) > 1 else step.pools
            found[_key(line)] = replace(step, pools=pools, conflicts=tuple(clashes.values()))
    return list(found.values())


def _is_to_be_told(line: Instruction, case: Case) -> bool:
    """Whether patients are to hear of it: a deadline, or what they do before the stop where they are served."""
    if line.due:
        return True
    leaves = [leaf for id in line.services for leaf in services().leaves_of(id)]
    served = any(case.role in leaf.roles for leaf in leaves)
    return line.phase is Phase.BEFORE and served and actions()[line.action].remedy


def _of(line: Instruction, plan: Plan) -> Iterator[Conflict]:
    return (one for one in plan.conflicts if one.line is line)


def _step(line: Instruction, case: Case, *, tell: bool) -> Step:
    begins = _begins(line) if line.phase is Phase.BEFORE and not line.due else None
    return Step(
        phase=line.phase,
        line=line,
        by=line.due.at if line.due else begins,
        tell=tell,
        behind=(line.due is not None and line.due.passed(case.at)) or _is_behind(line, case),
    )


def _begins(line: Instruction) -> datetime | None:
    """When the first of the windows of an instruction begins."""
    if line.notice is None:
        return None
    windows = [line.notice.windows[id] for id in line.notice.windows_of(line.notice.guidance[line.id])]
    return min((start for window in windows if (start := window.start.as_start())), default=None)


def _is_behind(line: Instruction, case: Case) -> bool:
    """Whether the phase of an instruction is behind in all its windows; what is to be done after them never is."""
    if line.notice is None or line.phase is Phase.AFTER:
        return False
    windows = line.notice.windows_of(line.notice.guidance[line.id])
    stages = [stage_of(line.notice, line.notice.windows[id], case.at) for id in windows]
    return all(_passed(line.phase, stage) for stage in stages)


def _passed(phase: Phase, stage: Stage) -> bool:
    return stage not in _AHEAD if phase is Phase.BEFORE else stage in _BACK


def _good_practice(phase: Phase, stops: Sequence[Stop], case: Case) -> Iterator[Step]:
    """Good practice for a phase that is not behind in every stop; none where nothing stops."""
    if not stops or (phase is not Phase.AFTER and all(_passed(phase, stop.stage) for stop in stops)):
        return
    for practice in practices():
        if practice.phase == phase and case.role in practice.roles:
            yield Step(phase=phase, practice=practice)


def _contacts(notice: Notice, case: Case) -> Contacts | None:
    """The contacts of a notice that answer for what the role does, or for everything."""
    if notice.status is Status.CANCELLED or not notice.contacts:
        return None
    asked = [leaf.id for id in case.services for leaf in services().leaves_of(id)]
    mine = asked or [leaf.id for leaf in services().leaves if case.role in leaf.roles]
    listed = tuple(
        contact
        for contact in notice.contacts.values()
        if not contact.services or any(services().covers(id, leaf) for id in contact.services for leaf in mine)
    )
    return Contacts(notice=notice, listed=listed, others=len(notice.contacts) - len(listed))
