"""The answer to a case: notices, services, guidance and deadlines, each line with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from outageplan.catalog.services import Service, services
from outageplan.engine.answers import Answer, answer_of
from outageplan.engine.asking import known_id
from outageplan.engine.availability import Availability, State, by_claims, claims_on
from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction, fallback, instructions, unserved
from outageplan.engine.knowledge import known_at, not_published
from outageplan.engine.stages import Stage, stage_of
from outageplan.notice.model import Effect, Notice, Status

if TYPE_CHECKING:
    from outageplan.engine.conflicts import Conflict
    from outageplan.engine.next_use import NextUse
    from outageplan.engine.open_fact import OpenFact


class NoticeState(StrEnum):
    """How a notice as a whole stands at a moment, the one that counts most first."""

    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    RESUMING = "resuming"
    UPCOMING = "upcoming"
    UNSCHEDULED = "unscheduled"
    PRESUMED_OVER = "presumed_over"
    OVER = "over"
    CANCELLED = "cancelled"


BEHIND = (NoticeState.OVER, NoticeState.PRESUMED_OVER, NoticeState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStanding:
    """One selected notice and how it stands at the moment of the case."""

    notice: Notice
    state: NoticeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the selected notices mean for a case.

    `unserved` are services that stop and for which no notice tells the role what to do; `nearest` are the notices
    nearest in time when none is selected. `next` tells from when each service can be used again, by all
    notices that are known; None where nobody asked. `conflicts` are instructions that another notice keeps
    people from following; `running` those of notices that are over and not selected whose deadlines are still ahead;
    `known` are all notices that exist at the knowledge time.
    """

    case: Case
    notices: tuple[NoticeStanding, ...]
    services: tuple[Availability, ...]
    guidance: tuple[Instruction, ...]
    unserved: tuple[str, ...] = ()
    nearest: tuple[NoticeStanding, ...] = ()
    next: tuple[NextUse, ...] | None = None
    conflicts: tuple[Conflict, ...] = ()
    running: tuple[Instruction, ...] = ()
    known: tuple[Notice, ...] = ()
    include_over: bool = False

    @property
    def open_facts(self) -> tuple[OpenFact, ...]:
        """The facts that were not given and would change the answer; worked out when they are asked for."""
        from outageplan.engine.open_facts import open_facts  # only for those who ask

        chosen, here = [one.notice for one in self.notices], answer_of(self.services, self.guidance)
        shelf = {notice.id: notice for notice in self.known}
        possible = chosen if self.case.notices else [one for one in self.known if self._may_be_selected(one)]

        def answer(case: Case) -> Answer:
            if case == self.case:
                return here
            lines, given, _ = _answered(_selected(shelf, case, include_over=self.include_over), case)
            return answer_of(lines, given)

        return tuple(open_facts(chosen, _left_out(self.known, chosen, self.case), possible, self.case, answer))

    def _may_be_selected(self, notice: Notice) -> bool:
        return self.include_over or standing(notice, self.case.at).state not in BEHIND

    @property
    def deadlines(self) -> tuple[Instruction, ...]:
        """The instructions that carry a deadline, in order of time, the undated last."""
        return in_order(line for line in self.guidance if line.due)

    @property
    def affected(self) -> bool:
        """Whether a service is, at the moment of the case, not available as usual or not certain to be."""
        return any(line.state in _AFFECTED for line in self.services)


def in_order(lines: Iterable[Instruction]) -> tuple[Instruction, ...]:
    """Instructions in order of their deadlines, the undated last."""
    return tuple(sorted(lines, key=lambda line: _when(line.due.at if line.due else None)))


_AFFECTED = (
    State.TERMINATED,
    State.DOWN,
    State.DEGRADED,
    State.PAPER_ONLY,
    State.UNCONFIRMED,
    State.RESUMING,
)


def make_plan(notices: Iterable[Notice], case: Case, *, include_over: bool = False, include_next: bool = False) -> Plan:
    """The plan for a case. Without ids in the case, notices that are over at its moment stay out unless asked for.

    With `include_next` it also tells from when each service can be used again.

    Raises `UnknownNameError` when the case names a notice that is not among `notices` at its knowledge time.
    """
    known = {one.id: _unrolled(one, case.at) for notice in notices if (one := known_at(notice, case.known_at))}
    selected = _selected(known, case, include_over=include_over)
    lines, given, left = _answered(selected, case)
    return Plan(
        case=case,
        notices=tuple(selected),
        services=lines,
        guidance=given,
        unserved=left,
        nearest=() if selected else tuple(_nearest(known.values(), case)),
        next=_next(lines, tuple(known.values()), case) if include_next else None,
        conflicts=_conflicts(given, tuple(known.values()), case) if len(known) > 1 else (),
        running=tuple(_running(known.values(), [one.notice for one in selected], case)),
        known=tuple(known.values()),
        include_over=include_over,
    )


def _next(lines: Iterable[Availability], known: Sequence[Notice], case: Case) -> tuple[NextUse, ...]:
    from outageplan.engine.next_use import next_uses  # only for those who ask

    return tuple(next_uses([line.service for line in lines], known, case))


def _conflicts(given: Sequence[Instruction], known: Sequence[Notice], case: Case) -> tuple[Conflict, ...]:
    from outageplan.engine.conflicts import conflicts  # only where there is more than one notice

    return tuple(conflicts(given, known, case))


def _answered(
    selected: Sequence[NoticeStanding], case: Case
) -> tuple[tuple[Availability, ...], tuple[Instruction, ...], tuple[str, ...]]:
    """The services, the guidance, and the services without any, by the selected notices."""
    chosen = [standing.notice for standing in selected]
    lines = tuple(_lines(chosen, case))
    given = tuple(instructions(chosen, case))
    left = unserved(lines, given, case)
    general = fallback(lines, left, case)
    return lines, (*given, general) if general else given, left


def _lines(notices: Sequence[Notice], case: Case) -> Iterator[Availability]:
    """A line for each service that the notices speak of; also for others that were asked for."""
    for leaf in _leaves(notices, case):
        claims = tuple(claims_on(leaf, notices, case))
        if claims or case.services:
            yield by_claims(leaf, claims, case)


def standing(notice: Notice, at: datetime) -> NoticeStanding:
    """How a notice stands at a moment: as the window that counts most."""
    notice = _unrolled(notice, at)
    if notice.status is Status.CANCELLED:
        return NoticeStanding(notice=notice, state=NoticeState.CANCELLED)
    found = {
        _lasting(entry.effect, stage_of(notice, notice.windows[window], at, entry.resume))
        for entry in notice.effects.values()
        for window in notice.windows_of(entry)
    } or {stage_of(notice, window, at) for window in notice.windows.values()}
    state = next(state for state in NoticeState if state in {stage.value for stage in found})
    return NoticeStanding(notice=notice, state=state)


def _unrolled(notice: Notice, at: datetime) -> Notice:
    """The notice as it stands at a moment, with windows that do not repeat."""
    if all(window.repeat is None for window in notice.windows.values()):
        return notice
    from outageplan.engine.occurrences import unrolled  # rare, and it takes time to load

    return unrolled(notice, at)


def _lasting(effect: Effect, stage: Stage) -> Stage:
    """What is terminated does not come back: its window is never behind."""
    begun = stage not in (Stage.UPCOMING, Stage.UNSCHEDULED)
    return Stage.ACTIVE if effect is Effect.TERMINATED and begun else stage


def _selected(known: dict[str, Notice], case: Case, *, include_over: bool) -> list[NoticeStanding]:
    if case.notices:
        return [standing(_named(id, known, case), case.at) for id in dict.fromkeys(case.notices)]
    found = [standing(notice, case.at) for notice in known.values() if _concerns(notice, case)]
    return [one for one in found if include_over or one.state not in BEHIND]


def _running(notices: Iterable[Notice], chosen: Sequence[Notice], case: Case) -> Iterator[Instruction]:
    """The instructions of notices left out as over whose deadlines are still ahead: a stop ends before them."""
    for line in instructions(_left_out(notices, chosen, case), case):
        if line.due and line.due.at is not None and not line.due.passed(case.at):
            yield line


def _left_out(notices: Iterable[Notice], chosen: Sequence[Notice], case: Case) -> list[Notice]:
    """The notices that concern a case and are over; none where it names its notices."""
    if case.notices:
        return []
    ids = {notice.id for notice in chosen}
    return [notice for notice in notices if notice.id not in ids and _concerns(notice, case)]


def _named(id: str, known: dict[str, Notice], case: Case) -> Notice:
    if id not in known and case.known_at:
        raise not_published(id, case.known_at)
    return known[known_id(id, list(known))]


def _concerns(notice: Notice, case: Case) -> bool:
    """Whether a notice says anything of the services asked for, at the places of the case."""
    if not case.placed and not case.services:
        return True
    return any(next(claims_on(leaf, [notice], case), None) for leaf in _leaves([notice], case))


def _leaves(notices: Sequence[Notice], case: Case) -> list[Service]:
    """The leaf services asked for, else all that the notices name; in the order of the catalog."""
    tree = services()
    named = case.services or [id for notice in notices for entry in notice.effects.values() for id in entry.services]
    wanted = {leaf.id for id in dict.fromkeys(named) for leaf in tree.leaves_of(id)}
    return [leaf for leaf in tree.leaves if leaf.id in wanted]


def _nearest(notices: Iterable[Notice], case: Case) -> list[NoticeStanding]:
    """The two nearest in time to the moment, of those that concern the case, else of all."""
    everything = list(notices)
    anywhere = replace(case, insured_at=None, treated_at=None, services=())
    near = [one for one in everything if _concerns(one, case)] or [
        one for one in everything if _concerns(one, anywhere)
    ]
    dated = [(distance, one) for one in near if (distance := _distance(one, case.at)) is not None]
    return [standing(one, case.at) for _, one in sorted(dated, key=lambda pair: pair[0])[:2]]


def _distance(notice: Notice, at: datetime) -> float | None:
    """Seconds from a moment to the nearest boundary of a notice."""
    ends = [end for window in notice.windows.values() for end in (window.start.as_start(), window.end.as_end()) if end]
    return min((abs((end - at).total_seconds()) for end in ends), default=None)


def _when(at: datetime | None) -> tuple[bool, float]:
    return (at is None, at.timestamp() if at else 0.0)
