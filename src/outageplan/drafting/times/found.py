"""What a time phrase of an announcement was read as: the words, the boundaries, and how sure the reading is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from outageplan.notice.moments import Anchor, Boundary, Deadline, Direction, Moment, Unit
from outageplan.wording import Text

DueAnchor = Literal["return", "stop", "visit", "admission", "discharge", "receipt"]


class Kind(StrEnum):
    """What sort of phrase it is.

    `moment`      one moment or day, no direction: `2021年11月30日` (start_boundary)
    `start`       from then on: 起, `since`, 不早于, 以后 (start_boundary; `not before` for 后 and 不早于)
    `end`         up to then: 止, 停至, `8时前恢复` (end_boundary; `no later than` where a return is promised before it)
    `range`       both boundaries
    `deadline`    by when something must be done: 前, 截止, 延长至, N日内 (deadline; end_boundary too where it is dated)
    `duration`    how long: 约24小时 (duration)
    `recurring`   a closing that comes again: 每月最后一天 (repeat; boundaries of the first one where a date fixes it)
    `open`        to be announced: 恢复时间另行通知 (end_boundary)
    `clock`       a time of day of no day: 8:30-12:00 (boundaries unresolved); often office hours
    `unresolved`  a phrase that fixes no date: 节后, 31日凌晨 without a publication date (start_boundary with its words)
    """

    MOMENT = "moment"
    START = "start"
    END = "end"
    RANGE = "range"
    DEADLINE = "deadline"
    DURATION = "duration"
    RECURRING = "recurring"
    OPEN = "open"
    CLOCK = "clock"
    UNRESOLVED = "unresolved"


class Sure(StrEnum):
    """How sure the reading is: written out, inferred (see `Found.because`), or not to be told from the text.

    It is about the reading. How sure the bureau itself is (预计, 暂定) stands in the boundary's kind.
    """

    STATED = "stated"
    INFERRED = "inferred"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline as the prose gives it, before it is known which window it belongs to.

    A moment, or `count` units before or after an anchor; `count` 0 without a unit is the anchor itself.
    `anchor` None: the text counts from something that it does not name nearby (30日内).
    """

    moment: Moment | None = None
    anchor: DueAnchor | None = None
    month_end: bool = False
    count: int = 0
    unit: Unit | None = None
    direction: Direction | None = None

    def as_deadline(self, window: str) -> Deadline | None:
        """The deadline of the notice format, with `window` as the window that stops; None without anchor."""
        if self.moment:
            return Deadline(moment=self.moment)
        if self.anchor is None:
            return None
        if self.anchor == "return":
            anchor = Anchor(window=window, side="end", month_end=self.month_end)
        elif self.anchor == "stop":
            anchor = Anchor(window=window, side="start", month_end=self.month_end)
        else:
            anchor = Anchor(event=self.anchor, month_end=self.month_end)
        return Deadline(anchor=anchor, count=self.count, unit=self.unit, direction=self.direction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One time phrase: `text[start:end]` is `words`.

    `published` is the publication date where the reading hangs on it. `duration` is in minutes; None for months and
    working days, which have no fixed length. `repeat` is an RRULE value of RFC 5545. `problems` are contradictions
    in the phrase itself, in the words of both languages.
    """

    start: int
    end: int
    words: str
    kind: Kind
    start_boundary: Boundary | None = None
    end_boundary: Boundary | None = None
    deadline: Due | None = None
    repeat: str | None = None
    duration: int | None = None
    published: date | None = None
    sure: Sure = Sure.STATED
    because: Text | None = None
    problems: tuple[Text, ...] = ()

    @property
    def boundary(self) -> Boundary | None:
        """The only boundary, or the first."""
        return self.start_boundary or self.end_boundary
