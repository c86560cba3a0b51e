"""How an event of a calendar repeats: by which rule, and which of its occurrences are different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from outageplan.engine.phrases import boundary_text, instant_text
from outageplan.engine.stages import completing
from outageplan.notice.model import Notice, Window
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An occurrence at another time than the rule has it on `day`; without an end that is not known.

    `lines` are all of its own event.
    """

    day: date
    start: datetime | date
    end: datetime | date | None = None
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule of repetition as notices write it (`FREQ=MONTHLY;BYMONTHDAY=-1`), and what differs from it.

    Days are those that the rule gives, in China time. `skipped` do not take place, or have no date any more.
    """

    rule: str
    skipped: tuple[date, ...] = ()
    moved: tuple[Moved, ...] = ()


def recurrence_of(notice: Notice, window: Window, lines: Sequence[Text], *, in_days: bool) -> Recurrence | None:
    """How a window of a notice repeats, if it does; with `in_days` its times are days, as no hour is stated.

    `lines` are those that hold of each occurrence, at whatever time.

    Once an amendment has told that all is back, the rule ends, and so does the occurrence that is under way.
    """
    if window.repeat is None:
        return None
    from outageplan.engine.instances import changed_instances  # only for windows that repeat

    rule, different = str(window.repeat), changed_instances(window)
    told = completing(notice)
    done = told[0].amendment.published.as_start() if told else None
    if done and (begun := _begun(window, done)):
        last = max(one.day for one in begun)
        rule = _ending(rule, last)
        different = [one for one in different if one.day <= last and one.place[0] >= done]
        different += (one for one in begun if one.change or _is_under_way(one, done))
    moved, skipped = [], []
    for one in sorted(different, key=lambda one: one.day):
        found = None if done and one.place[0] >= done else _moved(one, in_days=in_days, done=done)
        if found:
            moved.append(replace(found, lines=(*found.lines, *lines)))
        else:
            skipped.append(one.day)
    return Recurrence(rule=rule, skipped=tuple(skipped), moved=tuple(moved))


def _begun(window: Window, done: datetime) -> list[Instance]:
    """The occurrences that began before a moment."""
    from outageplan.engine.instances import instances_before

    return [one for one in instances_before(window, done) if one.place[0] < done]


def _is_under_way(one: Instance, at: datetime) -> bool:
    end = one.end.as_end()
    return end is None or end > at


def _ending(rule: str, last: date) -> str:
    """The rule with a day as its last."""
    kept = [part for part in rule.split(";") if not part.startswith(("COUNT=", "UNTIL="))]
    return ";".join([*kept, f"UNTIL={last:%Y%m%d}"])


def return_told(when: Text) -> Text:
    """The line of an event for a return that was told when all was back, not when it came."""
    return Text(
        f"恢复：{when['zh']} 公告已恢复，实际恢复时间未写明",
        f"return: told to be over at {when['en']}, its own moment not stated",
    )


def _moved(one: Instance, *, in_days: bool, done: datetime | None) -> Moved | None:
    """An occurrence at its own time; None where it does not take place or has no date now.

    One that is under way when all is told to be back (`done`) ends then.
    """
    start, end = one.start.as_start(), one.end.as_end()
    if start is None or one.skipped:
        return None
    told, back = boundary_text(one.start), boundary_text(one.end, end=True)
    lines = [
        Text(f"停机：{told['zh']}", f"stop: {told['en']}"),
        Text(f"恢复：{back['zh']}", f"return: {back['en']}"),
    ]
    if done and _is_under_way(one, done):
        end, lines[1] = done, return_told(instant_text(done, end=True))
    until = end if end and end > start else None
    if in_days:
        return Moved(day=one.day, start=start.date(), end=until.date() if until else None, lines=tuple(lines))
    return Moved(day=one.day, start=start, end=until, lines=tuple(lines))
