"""One window or deadline of a notice as an entry of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.availability import Claim
from outageplan.engine.deadlines import DeadlineKind
from outageplan.engine.guidance import Instruction
from outageplan.engine.instances import repetition
from outageplan.engine.phrases import boundary_text, instant_text
from outageplan.engine.recurrence import Recurrence, recurrence_of, return_told
from outageplan.engine.repeat_words import repeat_text
from outageplan.engine.stages import completing, is_sure, told_return
from outageplan.notice.model import Effect, Notice, Window
from outageplan.notice.moments import CHINA, Boundary
from outageplan.wording import Text, joined

_DAY = timedelta(days=1)
_LEAD = timedelta(minutes=30)  # a deadline at a minute is the end of a half hour, so that 24:00 stays on its day
Kind = Literal["window", "deadline"]
Certainty = Literal["sure", "unsure", "open"]
Gone = Literal["", "cancelled", "undated"]
EPOCH = datetime(2000, 1, 1, tzinfo=CHINA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: aware datetimes in China time, or days where no hour is stated; the end is exclusive, or unknown.

    `key` is stable: notice, kind and part. `revision` counts the amendments, `stamped` is when the last was published.
    `certainty` is `open` where a stop begins for sure and nothing tells when it ends. An event that is `gone` was taken
    away by an amendment, or left without a date. `line` is the instruction that a deadline belongs to. With
    `recurrence` the times are those of the first of many.
    """

    key: str
    kind: Kind
    notice: Notice
    title: Text
    lines: tuple[Text, ...]
    start: datetime | date
    end: datetime | date | None = None
    certainty: Certainty = "sure"
    gone: Gone = ""
    revision: int = 0
    stamped: datetime = EPOCH
    line: Instruction | None = None
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """What no calendar can hold, and why: a window or deadline without a date, or with `end` the return of a window.

    `key` is that of the event that it would be. With `rest` only the later ones of many are without.
    """

    key: str
    kind: Kind
    notice: Notice
    part: str
    text: Text
    end: bool = False
    rest: bool = False


def window_entries(notice: Notice, id: str, claims: Sequence[Claim]) -> Iterator[Event | Undated]:
    """A window, by what it means to those who ask: `claims`, of which at least one takes something from them."""
    window, key = notice.windows[id], f"{notice.id}.window.{id}"
    done = completing(notice)
    told = None if window.repeat else told_return(notice, window)  # of what repeats, one occurrence alone came back
    until = told or window.end
    start, end = window.start.as_start(), until.as_end()
    if start is None:
        yield Undated(key=key, kind="window", notice=notice, part=id, text=boundary_text(window.start))
        return
    in_days = _is_day(window.start) and _is_day(until)
    first, last = _as_days(window.start, until) if in_days else (start, end)
    lines = tuple(_window_lines(window, claims))
    yield Event(
        key=key,
        kind="window",
        notice=notice,
        title=_window_title(notice, window, claims),
        lines=(*_time_lines(window, told, claims), *lines),
        start=first,
        end=last if end and end > start else None,
        certainty=_certainty(notice, window.start, until),
        gone="cancelled" if done and _never_began(start, end, back=done[0].amendment.published.as_start()) else "",
        recurrence=recurrence_of(notice, window, lines, in_days=in_days),
    )
    if end is None:
        yield Undated(key=key, kind="window", notice=notice, part=id, text=boundary_text(until, end=True), end=True)


def _never_began(start: datetime, end: datetime | None, *, back: datetime) -> bool:
    """Whether all was back for good before a window began."""
    return start >= back or (end is not None and end <= start)


def _certainty(notice: Notice, start: Boundary, until: Boundary) -> Certainty:
    if not is_sure(notice, start):
        return "unsure"
    if until.moment is None:
        return "open"
    return "sure" if is_sure(notice, until) else "unsure"


def _is_day(boundary: Boundary) -> bool:
    return boundary.moment is not None and not boundary.moment.hour_stated


def _as_days(start: Boundary, until: Boundary) -> tuple[date, date]:
    """The days of a window whose hours are not stated; the end is the day after the last."""
    first, end = start.as_start(), until.as_end()
    assert first is not None, "days have dates"
    assert end is not None, "days have dates"
    return first.date(), end.date()


def _window_title(notice: Notice, window: Window, claims: Iterable[Claim]) -> Text:
    place = joined([pools()[code].name for code in notice.pools]) if notice.pools else Text("", "")
    name, worst = window.name or notice.title, term("effect", next(iter(_said_of(claims))))
    zh, en = f"医保停机（{worst['zh']}）：{name['zh']}", f"medical insurance {worst['en']}: {name['en']}"
    return Text(f"{place['zh']} {zh}".strip(), f"{place['en']} {en}".strip())


def _said_of(claims: Iterable[Claim]) -> dict[Effect, list[str]]:
    """What the claims name by their effects, the worst first; a branch stands for what lies below it."""
    found: dict[Effect, dict[str, None]] = {}
    for claim in claims:
        found.setdefault(claim.entry.effect, {})[claim.said_of] = None
    return {effect: _widest(found[effect]) for effect in Effect if effect in found}


def _widest(ids: Iterable[str]) -> list[str]:
    below = {id: {leaf.id for leaf in services().leaves_of(id)} for id in ids}
    return [id for id, leaves in below.items() if not any(leaves < others for others in below.values())]


def _time_lines(window: Window, told: Boundary | None, claims: Sequence[Claim]) -> Iterator[Text]:
    """When a window begins and ends; of one that repeats, the first time, and by which rule."""
    start, end = boundary_text(window.start), boundary_text(window.end, end=True)
    rule = repetition(window)
    of = Text("首次", "first ") if rule else Text("", "")
    yield Text(f"{of['zh']}停机：{start['zh']}", f"{of['en']}stop: {start['en']}")
    if told:
        yield return_told(boundary_text(told, end=True))
    elif all(claim.entry.effect in (Effect.TERMINATED, Effect.UNAFFECTED) for claim in claims):
        yield Text(f"终止，不再恢复；时段结束：{end['zh']}", f"does not come back; the window ends: {end['en']}")
    else:
        yield Text(f"{of['zh']}恢复：{end['zh']}", f"{of['en']}return: {end['en']}")
    if rule:
        every = repeat_text(*rule)
        yield Text(f"重复：{every['zh']}", f"repeats: {every['en']}")


def _window_lines(window: Window, claims: Sequence[Claim]) -> Iterator[Text]:
    for resume in dict.fromkeys(claim.entry.resume for claim in claims if claim.entry.resume != "full"):
        named = joined(_names(claim.said_of for claim in claims if claim.entry.resume == resume), en="; ")
        how = term("resume", resume)
        yield Text(f"{how['zh']}：{named['zh']}", f"{how['en']}: {named['en']}")
    for effect, ids in _said_of(claims).items():
        what, listed = term("effect", effect), joined(_names(ids), en="; ")
        yield Text(f"{what['zh']}：{listed['zh']}", f"{what['en']}: {listed['en']}")
    if window.clause:
        yield Text(f"条款：{window.clause}", f"clause: {window.clause}")


def _names(ids: Iterable[str]) -> list[Text]:
    return [services()[id].name for id in dict.fromkeys(ids)]


def deadline_entry(notice: Notice, line: Instruction) -> Event | Undated:
    """A deadline of a notice; one that ends with a day lasts that day. That of an occurrence has its day in the key."""
    due, key = line.due, f"{notice.id}.deadline.{line.id.replace('@', '.')}"
    assert due is not None, "only instructions with a deadline become events"
    if due.at is None:
        told = due.text()
        text = Text(f"{line.text['zh']}（期限：{told['zh']}）", f"{line.text['en']} (by: {told['en']})")
        return Undated(key=key, kind="deadline", notice=notice, part=line.id, text=text)
    who, action = joined([roles()[id].name for id in line.roles]), actions()[line.action].name
    clock = "" if due.last_day else f" {instant_text(due.at, end=True)['en'].split()[1]}"
    return Event(
        key=key,
        kind="deadline",
        notice=notice,
        title=Text(f"截止{clock}：{action['zh']}（{who['zh']}）", f"deadline{clock}: {action['en']} ({who['en']})"),
        lines=tuple(_deadline_lines(line)),
        start=due.last_day or due.at - _LEAD,
        end=due.last_day + _DAY if due.last_day else due.at,
        line=line,
        certainty="sure" if due.kind is DeadlineKind.FIRM else "unsure",
    )


def deadlines_end(notice: Notice, id: str, day: date) -> Undated:
    """That a deadline of each occurrence has no event from the occurrence of a day on."""
    text = notice.guidance[id].say
    zh, en = f"{day} 起各次停机的期限不在日历内，请逐次查询", f"not in the calendar from {day} on: ask check"
    told = Text(f"{text['zh']}（{zh}）", f"{text['en']} ({en})")
    return Undated(key=f"{notice.id}.deadline.{id}", kind="deadline", notice=notice, part=id, text=told, rest=True)


def _deadline_lines(line: Instruction) -> Iterator[Text]:
    yield line.text
    if line.due:
        told = line.due.text()
        yield Text(f"截止：{told['zh']}", f"by: {told['en']}")
    if line.not_before:
        told = line.not_before.text()
        yield Text(f"不早于：{told['zh']}", f"not before: {told['en']}")
    if line.clause:
        yield Text(f"条款：{line.clause}", f"clause: {line.clause}")
