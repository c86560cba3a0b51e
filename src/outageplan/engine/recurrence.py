"""How an event of a calendar repeats: by which rule, and which of its occurrences are different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from outageplan.engine.phrases import boundary_text
from outageplan.notice.model import Window
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An occurrence at another time than the rule has it on `day`; without an end that is not known.

    `lines` are its own, where they are not those of the others.
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


def recurrence_of(window: Window, *, in_days: bool) -> Recurrence | None:
    """How a window repeats, if it does; with `in_days` its times are days, as no hour is stated."""
    if window.repeat is None:
        return None
    from outageplan.engine.instances import changed_instances  # only for windows that repeat

    changed = changed_instances(window)
    moved = [one for one in (_moved(one, in_days=in_days) for one in changed if not one.skipped) if one]
    kept = {one.day for one in moved}
    return Recurrence(
        rule=str(window.repeat),
        skipped=tuple(one.day for one in changed if one.day not in kept),
        moved=tuple(moved),
    )


def _moved(one: Instance, *, in_days: bool) -> Moved | None:
    """An occurrence at its own time; None where that has no date now."""
    start, end = one.start.as_start(), one.end.as_end()
    if start is None:
        return None
    until = end if end and end > start else None
    told, back = boundary_text(one.start), boundary_text(one.end, end=True)
    lines = (
        Text(f"停机：{told['zh']}", f"stop: {told['en']}"),
        Text(f"恢复：{back['zh']}", f"return: {back['en']}"),
    )
    if in_days:
        return Moved(day=one.day, start=start.date(), end=until.date() if until else None, lines=lines)
    return Moved(day=one.day, start=start, end=until, lines=lines)
