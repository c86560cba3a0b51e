"""Deadlines as dates, counted as the Civil Code does (articles 200 to 203 and 1259), with every step told.

The first day is not counted; months end on the corresponding day, else the month's last; a period in days or months
that ends on a rest day moves to the day after the rest; the last day ends at 24:00, or at the close of business.
A period that counts back from its anchor is not moved: it must not come nearer to what it precedes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from dateutil.relativedelta import relativedelta

from outageplan.engine.phrases import boundary_text, day_text, instant_text, moment_text
from outageplan.engine.rules import DEADLINE, Reason
from outageplan.engine.stages import is_sure, told_return
from outageplan.engine.workdays import NoScheduleError, rolled_forward, working_day
from outageplan.notice.model import Notice, Status
from outageplan.notice.moments import CHINA, Anchor, Boundary, BoundaryKind, Deadline, Event, Moment
from outageplan.wording import Text


class DeadlineKind(StrEnum):
    """How sure a deadline is: firm, provisional (hangs on what is only expected), or undated."""

    FIRM = "firm"
    PROVISIONAL = "provisional"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A deadline as it can be told: `at` is the instant at which it has passed (China time), None when undated.

    `last_day` is the last day on which it can be met, where it is counted in days or given as a day.
    """

    phrase: Deadline
    kind: DeadlineKind
    at: datetime | None = None
    last_day: date | None = None
    steps: tuple[Text, ...] = ()

    def passed(self, at: datetime) -> bool:
        """Whether it has passed at a moment; what is undated never has."""
        return self.at is not None and at >= self.at

    def when(self) -> Text:
        """By when, without how sure that is."""
        if self.at is None:
            return Text(f"日期未定：{self.steps[-1]['zh']}", f"no date yet: {self.steps[-1]['en']}")
        if self.last_day:
            day = day_text(self.last_day)
            return Text(
                f"{day['zh']}当日营业结束前（最迟 24:00）", f"{day['en']}, close of business (24:00 at the latest)"
            )
        return instant_text(self.at, end=True)

    def text(self) -> Text:
        """By when, with how sure that is."""
        when = self.when()
        if self.kind is DeadlineKind.PROVISIONAL:
            return Text(f"暂计 {when['zh']}", f"provisionally {when['en']}")
        return when

    def reasons(self, notice: str, guidance: str, clause: str | None) -> tuple[Reason, ...]:
        """Every step of the count, as reasons of a plan."""
        return tuple(
            Reason(rule=DEADLINE, text=step, notice=notice, guidance=guidance, clause=clause) for step in self.steps
        )


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a deadline is counted from, whether that is a promise, its day, and whether only that day is given."""

    at: datetime | None
    sure: bool
    step: Text
    day: date | None = None
    whole_day: bool = False


_EVENTS: dict[Event, Text] = {
    "visit": Text("就诊之日", "the day of the visit"),
    "admission": Text("入院之日", "the day of admission"),
    "discharge": Text("出院之日", "the day of discharge"),
    "receipt": Text("票据开具之日", "the day of the receipt"),
}


Events = Mapping[Event, Moment]
NO_EVENTS: Events = MappingProxyType({})
_DAY = timedelta(days=1)


def earliest_date(phrase: Deadline, notice: Notice, events: Events = NO_EVENTS) -> DueDate:
    """When something may be done at the earliest: as a deadline, but a day counts from its 00:00."""
    due = due_date(phrase, notice, events)
    if due.last_day is None:
        return replace(due, at=due.at + _DAY) if due.at and _by_hours_of_a_day(phrase, events) else due
    return replace(due, at=datetime.combine(due.last_day, time(), CHINA), last_day=None)


def _by_hours_of_a_day(phrase: Deadline, events: Events) -> bool:
    """Whether hours are counted from an event of which only the day is given: for sure only from its 24:00 on."""
    event = phrase.anchor.event if phrase.anchor else None
    given = events.get(event) if event else None
    return given is not None and not given.hour_stated and phrase.unit in ("minute", "hour") and not _month_end(phrase)


def due_date(phrase: Deadline, notice: Notice, events: Events = NO_EVENTS) -> DueDate:
    """When a deadline of a notice falls, and how sure that is; `events` are the moments that the case gives."""
    if phrase.moment:
        written = moment_text(phrase.moment, end=True)
        sure = notice.status not in (Status.DRAFT, Status.TENTATIVE)
        return DueDate(
            phrase=phrase,
            kind=DeadlineKind.FIRM if sure else DeadlineKind.PROVISIONAL,
            at=phrase.moment.as_end(),
            last_day=None if phrase.moment.hour_stated else phrase.moment.day,
            steps=(Text(f"公告写明 {written['zh']}", f"the notice states {written['en']}"),),
        )
    assert phrase.anchor is not None, "a deadline is a moment or hangs on an anchor"
    origin = _origin(phrase, phrase.anchor, notice, events)
    if origin.at is None:
        return DueDate(phrase=phrase, kind=DeadlineKind.UNDATED, steps=(origin.step,))
    try:
        at, last_day, steps = _counted(phrase, origin.at, origin.day, whole_day=origin.whole_day)
    except NoScheduleError as error:
        told = _without_schedule(error, origin.sure)
        return DueDate(phrase=phrase, kind=DeadlineKind.UNDATED, steps=(origin.step, told))
    kind = DeadlineKind.FIRM if origin.sure else DeadlineKind.PROVISIONAL
    return DueDate(phrase=phrase, kind=kind, at=at, last_day=last_day, steps=(origin.step, *steps))


def _event_origin(phrase: Deadline, event: Event, notice: Notice, given: Moment | None) -> _Origin:
    """An event of the case; one whose hour is not given fixes no deadline that is counted in hours."""
    name = _EVENTS[event]
    if given is None:
        step = Text(f"以{name['zh']}起算，本次查询未给出", f"it is counted from {name['en']}, which was not given")
        return _Origin(None, False, step)
    told = moment_text(given) if given.hour_stated else day_text(given.day)
    step = Text(f"以{name['zh']}起算：{told['zh']}", f"it is counted from {name['en']}: {told['en']}")
    exact = given.hour_stated or phrase.unit not in ("minute", "hour") or _month_end(phrase)
    if not exact:
        step = Text(f"{step['zh']}，未给出几点，按 00:00 计", f"{step['en']}, without an hour: taken as 00:00")
    sure = exact and notice.status not in (Status.DRAFT, Status.TENTATIVE)
    # what is dated 24:00 belongs to the day as it is written, and so a period begins with that day
    day = given.day if given.offset is None else given.as_start().date()
    return _Origin(given.as_start(), sure, step, day=day, whole_day=not given.hour_stated)


def _month_end(phrase: Deadline) -> bool:
    return phrase.anchor is not None and phrase.anchor.month_end


def _origin(phrase: Deadline, anchor: Anchor, notice: Notice, events: Events) -> _Origin:
    if anchor.event:
        return _event_origin(phrase, anchor.event, notice, events.get(anchor.event))
    window = notice.windows[anchor.window or ""]
    start = anchor.side == "start"
    boundary = window.start if start else window.end
    if not start and (back := told_return(notice, window)):
        return _told_origin(anchor, back)
    at = boundary.as_start() if start else boundary.as_end()
    side = Text("停机时间", "the stop") if start else Text("恢复时间", "the return")
    told = boundary_text(boundary, end=not start)
    step = Text(f"起算点为{side['zh']}（{anchor}）：{told['zh']}", f"it hangs on {side['en']} ({anchor}): {told['en']}")
    # "no later than" may come earlier, and so would what is counted from it
    return _Origin(at, is_sure(notice, boundary) and boundary.kind is BoundaryKind.STATED, step)


def _told_origin(anchor: Anchor, told: Boundary) -> _Origin:
    """A return of which only the announcement has a moment: it may have been earlier."""
    when = boundary_text(told, end=True)
    zh, en = f"{when['zh']} 公告已恢复", f"told to be over at {when['en']}"
    step = Text(
        f"起算点为恢复时间（{anchor}）：{zh}，实际恢复时间未写明",
        f"it hangs on the return ({anchor}): {en}, its own moment not stated",
    )
    return _Origin(told.as_end(), False, step)


class _UnsettledError(NoScheduleError):
    """No schedule tells whether a period ends on a rest day: it ends on `day` or later."""

    def __init__(self, year: int, day: date) -> None:
        super().__init__(year)
        self.day = day


def _without_schedule(error: NoScheduleError, sure: bool) -> Text:
    """Why a deadline has no date, and the day before which it does not end, where that is certain."""
    if not isinstance(error, _UnsettledError) or not sure:
        return error.message
    day, why = day_text(error.day), error.message
    return Text(
        f"{why['zh']}；期间不会早于 {day['zh']}届满，遇休息日还要顺延",
        f"{why['en']}; the period does not end before {day['en']}, and later if that is a rest day",
    )


def _counted(
    phrase: Deadline, origin: datetime, day: date | None, *, whole_day: bool
) -> tuple[datetime, date | None, list[Text]]:
    """The instant, the last day and the steps of a deadline that hangs on `origin`, of which perhaps only the day."""
    base = day or origin.astimezone(CHINA).date()
    steps: list[Text] = []
    if phrase.anchor and phrase.anchor.month_end:
        base += relativedelta(day=31)
        steps.append(Text(f"当月末日为 {base}", f"the month ends on {base}"))
        if not phrase.unit:
            return _day_end(base), base, steps
    if not phrase.unit:
        return (_day_end(base), base, steps) if whole_day else (origin, None, steps)
    sign = 1 if phrase.direction == "after" else -1
    if phrase.unit in ("minute", "hour"):
        span = timedelta(minutes=phrase.count) if phrase.unit == "minute" else timedelta(hours=phrase.count)
        exact = (_day_end(base) if phrase.anchor and phrase.anchor.month_end else origin) + sign * span
        return exact, None, [*steps, _step(phrase, instant_text(exact))]
    day, more = _last_day(phrase, base, sign)
    return _day_end(day), day, [*steps, *more]


def _last_day(phrase: Deadline, base: date, sign: int) -> tuple[date, list[Text]]:
    """The last day of a period in days, working days or months that begins on `base`."""
    first = Text(f"起算当日 {base} 不计入", f"the first day, {base}, is not counted")
    if phrase.unit == "working day":
        day = working_day(base, phrase.count, sign)
        return day, [first, _step(phrase, day_text(day))]
    span = relativedelta(months=phrase.count) if phrase.unit == "month" else timedelta(days=phrase.count)
    day = base + span if sign > 0 else base - span
    steps = [first, _step(phrase, day_text(day))]
    if sign > 0 and (moved := _off_rest_days(day)) != day:
        told = day_text(moved)
        steps.append(Text(f"末日逢休息日，顺延至 {told['zh']}", f"that is a rest day: it moves to {told['en']}"))
        day = moved
    return day, steps


def _off_rest_days(day: date) -> date:
    try:
        return rolled_forward(day)
    except NoScheduleError as error:
        raise _UnsettledError(error.year, day) from None


def _step(phrase: Deadline, end: Text) -> Text:
    unit = {"minute": "分钟", "hour": "小时", "day": "日", "working day": "个工作日", "month": "个月"}[str(phrase.unit)]
    side = "后" if phrase.direction == "after" else "前"
    en = f"{phrase.count} {phrase.unit}{'s' * (phrase.count != 1)} {phrase.direction} it: {end['en']}"
    return Text(f"{side} {phrase.count} {unit}：{end['zh']}", en)


def _day_end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), CHINA)
