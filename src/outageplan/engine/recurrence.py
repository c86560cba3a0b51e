"""How an event of a calendar repeats: by which rule, and which of its occurrences are different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from outageplan.wording import Text


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
