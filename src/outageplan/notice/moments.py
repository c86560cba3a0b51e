"""The one grammar for times in notices and on the command line: moments, boundaries and deadlines.

Every phrase is parsed by a public function and printed by `str()`, which gives the phrase back.

    moment    2021-12-05 08:30 | 2021-12-05 24:00 | 2021-12-05 | 2021-12-05 08:30 +09:00
    boundary  MOMENT | expected MOMENT | tentative MOMENT | not before MOMENT | no later than MOMENT
              | to be announced | unresolved WORDS | when EVENT
    anchor    WINDOW.start | WINDOW.end | visit | admission | discharge | receipt | end of month of ANCHOR
    deadline  MOMENT | ANCHOR | N minutes|hours|days|working days|months before|after ANCHOR

Moments are exact to the minute. Without an offset they are China time, UTC+8.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Literal, TypeVar, get_args

from outageplan.errors import GrammarError
from outageplan.notice.slips import phrase_error, slip_in
from outageplan.wording import Text

CHINA = timezone(timedelta(hours=8), "UTC+8")
DAY_MINUTES = 24 * 60
YEARS = range(1950, 2200)
Unit = Literal["minute", "hour", "day", "working day", "month"]
Direction = Literal["before", "after"]
Event = Literal["visit", "admission", "discharge", "receipt"]
EVENTS: tuple[Event, ...] = get_args(Event)

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2})(?: ([+-])(\d{2}):(\d{2}))?)?", re.ASCII)
_ANCHOR = re.compile(rf"({ID})\.(start|end)")
_OFFSET = re.compile(r"(\d+) (minute|hour|day|working day|month)(s?) (before|after) (.+)", re.ASCII)
_MONTH_END = "end of month of "
_remembered = functools.lru_cache(maxsize=1024)  # a notice says the same again and again, and is looked through twice


class BoundaryKind(StrEnum):
    """How sure the start or end of a window is."""

    STATED = "stated"
    EXPECTED = "expected"
    TENTATIVE = "tentative"
    NOT_BEFORE = "not_before"
    NO_LATER_THAN = "no_later_than"
    OPEN = "open"
    UNRESOLVED = "unresolved"
    EVENT = "event"


_DATED = {
    "expected": BoundaryKind.EXPECTED,
    "tentative": BoundaryKind.TENTATIVE,
    "not before": BoundaryKind.NOT_BEFORE,
    "no later than": BoundaryKind.NO_LATER_THAN,
}
_WORDED = {"unresolved": BoundaryKind.UNRESOLVED, "when": BoundaryKind.EVENT}
_OPEN = "to be announced"
_PREFIX = {kind: words for words, kind in (_DATED | _WORDED).items()}


@functools.cache
def _clock(minute: int) -> time:
    """A minute of the day, in China time; to put it together with a day is quicker than to make both anew."""
    return time(minute // 60, minute % 60, tzinfo=CHINA)


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of a day as a notice writes it, or a day whose hour is not stated (`minute` is None).

    `minute` counts from the day's midnight, 0 to 1440 (24:00). `offset` is minutes from UTC where it is written out.
    """

    day: date
    minute: int | None = None
    offset: int | None = None

    @property
    def hour_stated(self) -> bool:
        """Whether the notice gives an hour, not just a date."""
        return self.minute is not None

    def as_start(self) -> datetime:
        """The instant as the start of something, in China time: a date alone begins at 00:00."""
        return self._instant(0 if self.minute is None else self.minute)

    def as_end(self) -> datetime:
        """The instant as the end of something, in China time: a date alone ends at 24:00 of that day."""
        return self._instant(DAY_MINUTES if self.minute is None else self.minute)

    def _instant(self, minute: int) -> datetime:
        if self.offset is None and minute < DAY_MINUTES:  # nearly all
            return datetime.combine(self.day, _clock(minute))
        zone = CHINA if self.offset is None else timezone(timedelta(minutes=self.offset))
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=zone)
        return (midnight + timedelta(minutes=minute)).astimezone(CHINA)

    def __str__(self) -> str:
        text = self.day.isoformat()
        if self.minute is not None:
            text += f" {self.minute // 60:02}:{self.minute % 60:02}"
        if self.offset is not None:
            sign, size = "+-"[self.offset < 0], abs(self.offset)
            text += f" {sign}{size // 60:02}:{size % 60:02}"
        return text


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a window starts or ends, with how sure that is.

    `moment` is there for the dated kinds, `words` for `unresolved` (the source's own) and `event`.
    """

    kind: BoundaryKind
    moment: Moment | None = None
    words: str | None = None

    @property
    def sure(self) -> bool:
        """Whether the boundary is a promise: stated, or no later than a moment."""
        return self.kind in (BoundaryKind.STATED, BoundaryKind.NO_LATER_THAN)

    def as_start(self) -> datetime | None:
        """The instant at which it starts, in China time, where there is one."""
        return self.moment.as_start() if self.moment else None

    def as_end(self) -> datetime | None:
        """The instant at which it ends, in China time, where there is one.

        `not before` a date alone is the start of that day: it bounds the return from below.
        """
        if self.kind is BoundaryKind.NOT_BEFORE:
            return self.as_start()
        return self.moment.as_end() if self.moment else None

    def __str__(self) -> str:
        if self.kind is BoundaryKind.OPEN:
            return _OPEN
        body = str(self.moment) if self.moment else str(self.words)
        return body if self.kind is BoundaryKind.STATED else f"{_PREFIX[self.kind]} {body}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a deadline hangs on: an end of a window (`window`, `side`) or an event of the case; or its month's end."""

    window: str | None = None
    side: Literal["start", "end"] | None = None
    event: Event | None = None
    month_end: bool = False

    def __str__(self) -> str:
        body = self.event or f"{self.window}.{self.side}"
        return f"{_MONTH_END}{body}" if self.month_end else body


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: a moment, an anchor, or a number of units before or after an anchor."""

    moment: Moment | None = None
    anchor: Anchor | None = None
    count: int = 0
    unit: Unit | None = None
    direction: Direction | None = None

    def __str__(self) -> str:
        if self.moment:
            return str(self.moment)
        if not self.unit:
            return str(self.anchor)
        return f"{self.count} {self.unit}{'s' * (self.count != 1)} {self.direction} {self.anchor}"


@_remembered
def parse_moment(phrase: str) -> Moment:
    """`2021-12-05 08:30`, `2021-12-05 24:00`, or a date alone. Raises `GrammarError`."""
    found = _MOMENT.fullmatch(phrase)
    if not found:
        raise phrase_error("时间", "moment", phrase, "2021-12-05 08:30", slip_in(phrase))
    year, month, day, hour, minute, sign, off_hour, off_minute = found.groups()
    if int(year) not in YEARS:
        raise phrase_error(
            "时间", "moment", phrase, "2021-12-05 08:30", Text("年份不合情理", "the year is implausible")
        )
    moment = Moment(_date(phrase, year, month, day), _minute(phrase, hour, minute))
    return Moment(moment.day, moment.minute, _zone(phrase, sign, off_hour, off_minute)) if sign else moment


@_remembered
def parse_boundary(phrase: str) -> Boundary:
    """One end of a window: see the module's grammar. Raises `GrammarError`."""
    if phrase == _OPEN:
        return Boundary(BoundaryKind.OPEN)
    for words, kind in _DATED.items():
        if phrase.startswith(f"{words} "):
            return Boundary(kind, moment=parse_moment(phrase[len(words) + 1 :]))
    for words, kind in _WORDED.items():
        if phrase.startswith(f"{words} ") and (rest := phrase[len(words) + 1 :]) == rest.strip() != "":
            return Boundary(kind, words=rest)
    if phrase[:1].isdigit():
        return Boundary(BoundaryKind.STATED, moment=parse_moment(phrase))
    example = "2021-12-05 08:30`, `expected 2021-12-05 08:30`, `to be announced`, `unresolved WORDS"
    raise phrase_error("时段边界", "boundary", phrase, example, slip_in(phrase))


def parse_anchor(phrase: str) -> Anchor:
    """What a deadline hangs on: `cut-over.end`, `discharge`, `end of month of visit`. Raises `GrammarError`."""
    month_end = phrase.startswith(_MONTH_END)
    body = phrase[len(_MONTH_END) :] if month_end else phrase
    for event in EVENTS:
        if body == event:
            return Anchor(event=event, month_end=month_end)
    if found := _ANCHOR.fullmatch(body):
        return Anchor(window=found[1], side="start" if found[2] == "start" else "end", month_end=month_end)
    raise phrase_error(
        "期限起算点", "anchor", phrase, "WINDOW.start`, `WINDOW.end`, `visit`, `admission`, `discharge`, `receipt"
    )


@_remembered
def parse_deadline(phrase: str) -> Deadline:
    """By when: see the module's grammar. Raises `GrammarError`."""
    if _MOMENT.fullmatch(phrase):
        return Deadline(moment=parse_moment(phrase))
    if found := _OFFSET.fullmatch(phrase):
        return _offset(phrase, found)
    try:
        return Deadline(anchor=parse_anchor(phrase))
    except GrammarError:
        example = "2021-11-18 17:00`, `7 working days after WINDOW.end`, `12 months after discharge"
        raise phrase_error("期限", "deadline", phrase, example, slip_in(phrase)) from None


def parse_day(phrase: str) -> date:
    """A day: `2021-12-05`. Raises `GrammarError`."""
    moment = parse_moment(phrase) if len(phrase) == 10 else None
    if moment is None:
        raise phrase_error(
            "日期", "moment", phrase, "2021-12-05", Text("这里只写日期", "write a day here, without an hour")
        )
    return moment.day


T = TypeVar("T", Moment, Boundary, Deadline)


def parse_argument(phrase: str, parse: Callable[[str], T]) -> T:
    """A phrase from a command line: as in a notice, or as ISO 8601 writes it (`2021-12-05T08:30+08:00`)."""
    iso = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00)?(Z|[+-]\d\d:\d\d)?", phrase.strip(), re.ASCII)
    if not iso:
        return parse(phrase.strip())
    zone = {"Z": " +00:00", None: ""}.get(iso[3], f" {iso[3]}")
    return parse(f"{iso[1]} {iso[2]}{zone}")


def _offset(phrase: str, found: re.Match[str]) -> Deadline:
    count, unit, plural, direction, anchor = found.groups()
    if len(count) > 4 or count.startswith("0") or (plural == "s") == (count == "1"):
        raise phrase_error("期限", "deadline", phrase, "1 day after WINDOW.end`, `7 working days after WINDOW.end")
    return Deadline(
        anchor=parse_anchor(anchor),
        count=int(count),
        unit=next(name for name in get_args(Unit) if name == unit),
        direction="before" if direction == "before" else "after",
    )


def _date(phrase: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise phrase_error(
            "时间", "moment", phrase, "2021-12-05 08:30", Text("没有这一天", "there is no such day")
        ) from None


def _minute(phrase: str, hour: str | None, minute: str | None) -> int | None:
    if hour is None or minute is None:
        return None
    total = int(hour) * 60 + int(minute)
    if int(minute) > 59 or total > DAY_MINUTES:
        raise phrase_error(
            "时间", "moment", phrase, "2021-12-05 08:30", Text("没有这个时刻", "there is no such time of day")
        )
    return total


def _zone(phrase: str, sign: str, hour: str, minute: str) -> int:
    total = int(hour) * 60 + int(minute)
    if int(minute) > 59 or total > 14 * 60 or (sign == "-" and total == 0):
        raise phrase_error(
            "时间", "moment", phrase, "2021-12-05 08:30 +09:00", Text("没有这个时区", "there is no such offset")
        )
    return -total if sign == "-" else total
