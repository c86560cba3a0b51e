"""The life of one notice: what each file changed, when that was published, and which deadlines moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from outageplan.engine.changes import Changed, changed_by
from outageplan.engine.deadlines import DueDate, due_date, earliest_date
from outageplan.engine.knowledge import steps
from outageplan.notice.model import Notice, Status
from outageplan.notice.moments import Moment
from outageplan.wording import Text

DueKey = Literal["deadline", "not_before"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deadline of a guidance before and after an amendment; None where there is none.

    Deadlines that hang on an event of a case, such as a discharge, are undated here.
    """

    guidance: str
    key: DueKey
    old: DueDate | None
    new: DueDate | None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A notice as one file left it. Of the notice's own file `changes` are empty and all deadlines are new."""

    id: str
    published: Moment | None
    title: Text | None
    notice: Notice
    changes: tuple[Changed, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The versions of a notice in order of publication, the last of which stands at `known_at` (aware; None: now)."""

    notice: Notice
    versions: tuple[Version, ...]
    known_at: datetime | None = None


def history(notice: Notice, known_at: datetime | None = None) -> History:
    """The history of a notice as it is known; what is published later than `known_at` is to be taken off before."""
    return History(notice=notice, versions=tuple(_versions(notice)), known_at=known_at)


def _versions(notice: Notice) -> Iterator[Version]:
    changes = list(steps(notice))
    first = changes[0][0].before if changes else notice
    yield Version(
        id=first.id, published=first.published, title=first.title, notice=first, moved=tuple(_moved(None, first))
    )
    for change, after in changes:
        yield Version(
            id=change.amendment.id,
            published=change.amendment.published,
            title=change.amendment.title,
            notice=after,
            changes=changed_by(change, after),
            moved=tuple(_moved(change.before, after)),
        )


def _moved(before: Notice | None, after: Notice) -> Iterator[Moved]:
    """The deadlines that differ in date or certainty, those of a notice that is first published all."""
    old, new = _dues(before) if before else {}, _dues(after)
    for guidance, key in dict.fromkeys((*old, *new)):
        was, is_now = old.get((guidance, key)), new.get((guidance, key))
        if _told(was) != _told(is_now):
            part = after.guidance.get(guidance) or (before and before.guidance.get(guidance))
            clause = part.clause if part else None
            yield Moved(guidance=guidance, key=key, old=was, new=is_now, clause=clause)


def _dues(notice: Notice) -> dict[tuple[str, DueKey], DueDate]:
    """Every deadline of a notice; one that is cancelled has none."""
    found: dict[tuple[str, DueKey], DueDate] = {}
    for id, part in notice.guidance.items() if notice.status is not Status.CANCELLED else ():
        if part.not_before:
            found[id, "not_before"] = earliest_date(part.not_before, notice)
        if part.deadline:
            found[id, "deadline"] = due_date(part.deadline, notice)
    return found


def _told(due: DueDate | None) -> tuple[str, datetime | None, date | None] | None:
    return (due.kind.value, due.at, due.last_day) if due else None
