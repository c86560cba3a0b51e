"""What belongs into a calendar: the windows of notices and the deadlines of their guidance, as events.

An event keeps its key through all amendments. One that an amendment took away, or left without a date, stays in the
agenda as gone, so that it goes from the calendars that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from outageplan.catalog.services import Service, services
from outageplan.engine.agenda_entries import EPOCH, Event, Undated, deadline_entry, deadlines_end, window_entries
from outageplan.engine.availability import Claim, claims_on
from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction, instructions
from outageplan.engine.knowledge import known_at
from outageplan.engine.occurrence_deadlines import spread
from outageplan.notice.model import Effect, Notice, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The events in order of time, and what has no date."""

    events: tuple[Event, ...]
    undated: tuple[Undated, ...]


def agenda(notices: Iterable[Notice], cases: Sequence[Case]) -> Agenda:
    """The events of notices for cases: what concerns any of them is in it once.

    Of a case its places, role and services count, the ids of its notices, and what was known when; its moment does not.
    """
    events: list[Event] = []
    undated: list[Undated] = []
    for one in notices:
        notice = known_at(one, cases[0].known_at)
        if notice is None or (cases[0].notices and notice.id not in cases[0].notices):
            continue
        for found in _of_all_versions(notice, cases):
            if isinstance(found, Event):
                events.append(found)
            else:
                undated.append(found)
    events.sort(key=lambda event: (_instant(event.start), event.key))
    return Agenda(events=tuple(events), undated=tuple(undated))


def _of_all_versions(notice: Notice, cases: Sequence[Case]) -> Iterator[Event | Undated]:
    """What the notice says now; then what it said before and does not say any more, as gone."""
    revision, at = len(notice.changes), stamped(notice)
    seen: set[str] = set()
    loose: set[str] = set()
    for version in (notice, *(change.before for change in reversed(notice.changes))):
        withdrawn = version is not notice or notice.status is Status.CANCELLED
        for found in _of_version(version, cases):
            if isinstance(found, Undated):
                if not withdrawn:
                    loose.add(found.key)
                    yield found
            elif found.key not in seen:
                seen.add(found.key)
                gone = found.gone if not withdrawn else "undated" if found.key in loose else "cancelled"
                yield replace(found, gone=gone, revision=revision, stamped=at)


def _of_version(notice: Notice, cases: Sequence[Case]) -> Iterator[Event | Undated]:
    if notice.status is Status.CANCELLED:
        notice = notice.model_copy(update={"status": Status.CONFIRMED})  # what it would be, to take it back
    for id, claims in claims_by_window(notice, cases).items():
        yield from window_entries(notice, id, claims)
    by_occurrence = spread(notice)
    for line in _with_deadline(by_occurrence.notice, cases):
        yield deadline_entry(notice, line)
    if by_occurrence.ends:
        asked = {line.id for line in _with_deadline(notice, cases)}
        yield from (deadlines_end(notice, id, day) for id, day in by_occurrence.ends.items() if id in asked)


def claims_by_window(notice: Notice, cases: Sequence[Case]) -> dict[str, list[Claim]]:
    """The claims on what those who ask use, by window, in the order of the catalog.

    Only windows that take anything from them are among them, in the order of the notice.
    """
    found: dict[str, list[Claim]] = {}
    for leaf in services().leaves:
        for case in cases:
            for claim in claims_on(leaf, [notice], case) if _is_asked(leaf, case) else ():
                found.setdefault(claim.window_id, []).append(claim)
    return {id: found[id] for id in notice.windows if any(map(_takes, found.get(id, ())))}


def _takes(claim: Claim) -> bool:
    return claim.entry.effect is not Effect.UNAFFECTED


def _is_asked(leaf: Service, case: Case) -> bool:
    """Whether a case is about a service: it is asked for, else its role uses it."""
    if case.services:
        return any(services().covers(id, leaf.id) for id in case.services)
    return case.role is None or case.role in leaf.roles


def _with_deadline(notice: Notice, cases: Sequence[Case]) -> Iterator[Instruction]:
    seen: set[str] = set()
    for case in cases:
        for line in instructions([notice], case):
            if line.due and line.id not in seen:
                seen.add(line.id)
                yield line


def stamped(notice: Notice) -> datetime:
    """When the notice became what it is: as published or last amended, else its first date."""
    if notice.changes:
        return notice.changes[-1].amendment.published.as_start()
    if notice.published:
        return notice.published.as_start()
    dated = [window.start.as_start() or window.end.as_end() for window in notice.windows.values()]
    return min((at for at in dated if at), default=EPOCH)


def _instant(start: datetime | date) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, EPOCH.timetz())
