"""How long it takes to clear what a window has deferred, beside the day's own transactions, and when that is done."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction

from outageplan.engine.counting import Count, Flow, Stretch
from outageplan.engine.opening import Opening, days_between, hours_in, overlap, piece_weight, weight
from outageplan.engine.phrases import day_text
from outageplan.engine.workdays import NoScheduleError
from outageplan.notice.hours import OpenSpan, Spans
from outageplan.notice.moments import CHINA, DAY_MINUTES
from outageplan.wording import Text

IDLE_DAYS = 35  # no closure lasts as long: a backlog that has not shrunk in this time never will
MOST_DAYS = 3660


class Kind(StrEnum):
    """How sure the day is on which a backlog ends; `never` where it does not end at that rate."""

    FIRM = "firm"
    PROVISIONAL = "provisional"
    UNDATED = "undated"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUp:
    """What it takes to clear a backlog at a rate (transactions an hour in all, those of the day included).

    `work` are hours at that rate, `beside` opening hours that pass while the day's own are done too. `earliest` belongs
    to the low count (None where there is nothing to clear), `latest` to the high one. `reason` says why one is missing.
    """

    rate: Fraction
    work: Count
    kind: Kind
    beside: Count | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where a backlog is worked off: its opening hours, its rate, the flow of its own, and when it stands still."""

    opening: Opening
    rate: Fraction
    load: Flow
    stopped: Sequence[Stretch] = ()

    def pieces(self, day: date, begin: int) -> Iterator[OpenSpan]:
        """The opening hours of a day from a minute on, by the hour, less what another window stops.

        Raises `NoScheduleError`.
        """
        left: Spans = overlap(self.opening.spans(day), begin, DAY_MINUTES)
        midnight = datetime.combine(day, time(), CHINA)
        for stretch in self.stopped:
            if stretch[0] < midnight + timedelta(days=1) and stretch[1] > midnight:
                for other, start, end in days_between(*stretch):
                    if other == day:
                        left = (*overlap(left, 0, start), *overlap(left, end, DAY_MINUTES))
        for span in sorted(left):
            yield from hours_in(span)

    def spare(self, day: date, piece: OpenSpan, a_day: Fraction) -> Fraction:
        """Transactions a minute that can be made up in a piece of a day, beside the day's own."""
        spans, profile = self.load.spans(day), self.load.profile
        whole = weight(spans, profile)
        if profile is not None and not whole:
            profile, whole = None, weight(spans, None)
        own = Fraction(0)
        if whole:
            inside = overlap(spans, piece.start, piece.end)
            own = a_day * sum(
                (piece_weight(one, profile) if profile else Fraction(one.end - one.start)) for one in inside
            )
            own /= whole * (piece.end - piece.start)
        return max(Fraction(0), self.rate / 60 - own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """When one backlog is done, and the opening hours that took; or why that cannot be said."""

    at: datetime | None = None
    hours: Fraction | None = None
    kind: Kind = Kind.FIRM
    reason: Text | None = None


def cleared(backlog: Fraction, since: datetime, counter: Counter, a_day: Fraction) -> Cleared:
    """When a backlog is cleared that is worked off from `since` on, with `a_day` own transactions on each open day."""
    start = since.astimezone(CHINA)
    passed, left, idle = Fraction(0), backlog, 0
    for count in range(MOST_DAYS):
        day = start.date() + timedelta(days=count)
        begin = start.hour * 60 + start.minute if count == 0 else 0
        before = left
        try:
            pieces = list(counter.pieces(day, begin))
        except NoScheduleError as error:
            return Cleared(kind=Kind.UNDATED, reason=error.message)
        for piece in pieces:
            rate, minutes = counter.spare(day, piece, a_day), piece.end - piece.start
            if rate * minutes >= left:
                needed = left / rate
                at = datetime.combine(day, time(), CHINA) + timedelta(minutes=piece.start + math.ceil(needed))
                return Cleared(at=at, hours=(passed + needed) / 60)
            left -= rate * minutes
            passed += minutes
        idle = idle + 1 if left == before else 0
        if idle >= IDLE_DAYS:
            return Cleared(kind=Kind.NEVER, reason=_never(counter, a_day))
    later = day_text(start.date() + timedelta(days=MOST_DAYS))
    reason = Text(f"晚于 {later['zh']}，不再推算", f"later than {later['en']}: not worked out")
    return Cleared(kind=Kind.UNDATED, reason=reason)


def catch_up(deferred: Count, ends: tuple[datetime, datetime], counter: Counter, *, sure: bool) -> CatchUp:
    """What it takes to clear a deferred count; `ends` are the moments from which the low and high count is worked off.

    The count must have an upper bound.
    """
    assert deferred.high is not None
    work = deferred.divided(counter.rate)
    soon = cleared(deferred.low, ends[0], counter, counter.load.low) if deferred.low else Cleared()
    late = cleared(deferred.high, ends[1], counter, counter.load.high)
    kind = next((one.kind for one in (late, soon) if one.kind is not Kind.FIRM), None)
    beside = None
    if late.hours is not None:
        beside = Count(soon.hours or Fraction(0), late.hours, deferred.over)
    return CatchUp(
        rate=counter.rate,
        work=work,
        kind=kind or (Kind.FIRM if sure else Kind.PROVISIONAL),
        beside=beside,
        earliest=soon.at,
        latest=late.at,
        reason=late.reason or soon.reason,
    )


def _never(counter: Counter, a_day: Fraction) -> Text:
    """Why a backlog does not shrink: nothing is open, or the rate is taken up by the day's own transactions."""
    if not any(counter.opening.week):
        return Text("本机构没有营业时间", "the site is never open")
    busiest = max(counter.load.opening.week, key=lambda spans: sum(span.end - span.start for span in spans))
    hours = Fraction(sum(span.end - span.start for span in busiest), 60)
    own, rate = shown(a_day / hours), shown(counter.rate)
    return Text(
        f"每小时 {rate} 笔不超过当日业务（每小时约 {own} 笔），积压不会减少；需要更高的速度",
        f"{rate} an hour is no more than the day's own (about {own} an hour): the backlog never shrinks; "
        "it needs a higher rate",
    )


def shown(number: Fraction) -> str:
    """A number with at most one decimal, in groups of three."""
    rounded = round(number * 10)
    return f"{rounded / 10:,.1f}".removesuffix(".0")
