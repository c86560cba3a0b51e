"""What belongs into a calendar: the windows of notices and the deadlines of their guidance, as events.

An event keeps its id through all amendments. One that an amendment took away, or left without a date, stays in the
agenda as cancelled, so that it goes from the calendars that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.availability import Claim, claims_on
from outageplan.engine.case import Case
from outageplan.engine.deadlines import DeadlineKind
from outageplan.engine.guidance import Instruction, instructions
from outageplan.engine.knowledge import known_at
from outageplan.engine.phrases import boundary_text
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Effect, Notice, Status, Window
from outageplan.notice.moments import Boundary
from outageplan.wording import Text, joined

_DAY = timedelta(days=1)
_LEAD = timedelta(minutes=30)  # a deadline at a minute is the end of a half hour, so that 24:00 stays on its day
Kind = Literal["window", "deadline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: aware datetimes in China time, or days where no hour is stated; the end is exclusive, or unknown.

    `key` is stable: notice, kind and part. `revision` counts the amendments, `stamped` is when the last was published.
    `line` is the instruction that a deadline belongs to.
    """

    key: str
    kind: Kind
    notice: Notice
    title: Text
    lines: tuple[Text, ...]
    start: datetime | date
    end: datetime | date | None = None
    tentative: bool = False
    cancelled: bool = False
    revision: int = 0
    stamped: datetime
    line: Instruction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """A window or deadline that no calendar can hold, and why."""

    notice: Notice
    part: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The events in order of time, and what has no date."""

    events: tuple[Event, ...]
    undated: tuple[Undated, ...]


def agenda(notices: Iterable[Notice], case: Case) -> Agenda:
    """The events of notices for a case: its places, role, services, and what was known when; its moment is not used."""
    events: list[Event] = []
    undated: list[Undated] = []
    for one in notices:
        notice = known_at(one, case.known_at)
        if notice is None or (case.notices and notice.id not in case.notices):
            continue
        for found in _of_all_versions(notice, case):
            (events if isinstance(found, Event) else undated).append(found)  # type: ignore[arg-type]
    events.sort(key=lambda event: (_instant(event.start), event.key))
    return Agenda(events=tuple(events), undated=tuple(undated))


def _of_all_versions(notice: Notice, case: Case) -> Iterator[Event | Undated]:
    """What the notice says now; then what it said before and does not say any more, as cancelled."""
    versions = [notice, *(change.before for change in reversed(notice.changes))]
    seen: set[str] = set()
    for version in versions:
        gone = version is not notice or notice.status is Status.CANCELLED
        for found in _of_version(version, case):
            if isinstance(found, Undated):
                if not gone:
                    yield found
            elif found.key not in seen:
                seen.add(found.key)
                yield replace(found, cancelled=gone, revision=len(notice.changes), stamped=_stamped(notice))


def _of_version(notice: Notice, case: Case) -> Iterator[Event | Undated]:
    if notice.status is Status.CANCELLED:
        notice = notice.model_copy(update={"status": Status.CONFIRMED})  # what it would be, to take it back
    for id, window in notice.windows.items():
        claims = [claim for claim in _claims(notice, case) if claim.window_id == id]
        if claims:
            yield _window_event(notice, id, window, claims)
    for line in instructions([notice], case):
        if line.due:
            yield _deadline_event(notice, line)


def _claims(notice: Notice, case: Case) -> Iterator[Claim]:
    """The claims that take something from the role of the case, or from anybody."""
    for leaf in services().leaves:
        if case.role and case.role not in leaf.roles:
            continue
        if case.services and not any(services().covers(id, leaf.id) for id in case.services):
            continue
        for claim in claims_on(leaf, [notice], case):
            if claim.entry.effect is not Effect.UNAFFECTED:
                yield claim


def _window_event(notice: Notice, id: str, window: Window, claims: list[Claim]) -> Event | Undated:
    start, end = window.start.as_start(), window.end.as_end()
    if start is None:
        return Undated(notice=notice, part=id, text=boundary_text(window.start))
    days = _is_day(window.start) and _is_day(window.end) and end is not None
    return Event(
        key=f"{notice.id}.window.{id}",
        kind="window",
        notice=notice,
        title=_window_title(notice, window, claims),
        lines=tuple(_window_lines(window, claims)),
        start=start.date() if days else start,
        end=end.date() if days and end else end if end and end > start else None,
        tentative=not (is_sure(notice, window.start) and is_sure(notice, window.end)),
        stamped=_stamped(notice),
    )


def _is_day(boundary: Boundary) -> bool:
    return boundary.moment is not None and not boundary.moment.hour_stated


def _window_title(notice: Notice, window: Window, claims: list[Claim]) -> Text:
    place = joined([pools()[code].name for code in notice.pools]) if notice.pools else Text("", "")
    name = window.name or notice.title
    effects = [effect for effect in Effect if any(claim.entry.effect is effect for claim in claims)]
    worst = term("effect", effects[0])
    zh, en = f"医保停机（{worst['zh']}）：{name['zh']}", f"medical insurance {worst['en']}: {name['en']}"
    return Text(f"{place['zh']} {zh}".strip(), f"{place['en']} {en}".strip())


def _window_lines(window: Window, claims: list[Claim]) -> Iterator[Text]:
    start, end = boundary_text(window.start), boundary_text(window.end, end=True)
    yield Text(f"停机：{start['zh']}", f"stop: {start['en']}")
    yield Text(f"恢复：{end['zh']}", f"return: {end['en']}")
    by_effect: dict[Effect, dict[str, None]] = {}
    for claim in claims:
        by_effect.setdefault(claim.entry.effect, {})[claim.said_of] = None
    for effect in Effect:
        if named := by_effect.get(effect):
            told, listed = term("effect", effect), joined([services()[id].name for id in named], en="; ")
            yield Text(f"{told['zh']}：{listed['zh']}", f"{told['en']}: {listed['en']}")
    if window.clause:
        yield Text(f"条款：{window.clause}", f"clause: {window.clause}")


def _deadline_event(notice: Notice, line: Instruction) -> Event | Undated:
    due = line.due
    assert due is not None, "only instructions with a deadline become events"
    if due.at is None:
        return Undated(notice=notice, part=line.id, text=due.when())
    who, action = joined([roles()[id].name for id in line.roles]), actions()[line.action].name
    return Event(
        key=f"{notice.id}.deadline.{line.id}",
        kind="deadline",
        notice=notice,
        title=Text(f"截止：{action['zh']}（{who['zh']}）", f"deadline: {action['en']} ({who['en']})"),
        lines=tuple(_deadline_lines(line)),
        start=due.last_day or due.at - _LEAD,
        end=due.last_day + _DAY if due.last_day else due.at,
        line=line,
        tentative=due.kind is not DeadlineKind.FIRM,
        stamped=_stamped(notice),
    )


def _deadline_lines(line: Instruction) -> Iterator[Text]:
    yield line.text
    if line.due:
        told = line.due.text()
        yield Text(f"截止：{told['zh']}", f"by: {told['en']}")
    if line.not_before and line.not_before.at:
        told = line.not_before.text()
        yield Text(f"不早于：{told['zh']}", f"not before: {told['en']}")
    if line.clause:
        yield Text(f"条款：{line.clause}", f"clause: {line.clause}")


def _stamped(notice: Notice) -> datetime:
    """When the notice became what it is: as published or last amended, else its first date."""
    if notice.changes:
        return notice.changes[-1].amendment.published.as_start()
    if notice.published:
        return notice.published.as_start()
    dated = [window.start.as_start() or window.end.as_end() for window in notice.windows.values()]
    return min((at for at in dated if at), default=EPOCH)


EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+08:00")


def _instant(start: datetime | date) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, EPOCH.timetz())
