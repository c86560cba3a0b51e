"""When somebody is open, day by day, and how a day's transactions are spread over those hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction

from outageplan.engine.workdays import NoScheduleError, is_rest_day
from outageplan.notice.hours import HOLIDAY, MAKEUP, OpenSpan, Spans, Week, parse_hours, week_of
from outageplan.notice.moments import CHINA, DAY_MINUTES
from outageplan.notice.site import Site

Profile = Sequence[Fraction]  # 24 weights, that of 00:00-01:00 first
_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is by the State Council's schedule, where that is not what its weekday says."""

    ORDINARY = "ordinary"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"
    UNKNOWN = "unknown"


def day_kind(day: date) -> DayKind:
    """A day off beside the ordinary weekend, a weekend day on which offices work, or neither."""
    try:
        rest = is_rest_day(day)
    except NoScheduleError:
        return DayKind.UNKNOWN
    if day.weekday() < _SATURDAY:
        return DayKind.HOLIDAY if rest else DayKind.ORDINARY
    if not rest:
        return DayKind.MAKEUP
    import chinese_calendar  # which `is_rest_day` has loaded

    return DayKind.HOLIDAY if chinese_calendar.get_holiday_detail(day)[1] else DayKind.ORDINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The opening hours of Monday to Sunday, and of days off and make-up days where they are given."""

    week: Week
    holiday: Spans | None = None
    makeup: Spans | None = None

    def spans(self, day: date) -> Spans:
        """The opening hours of a day. Raises `NoScheduleError` where they hang on a schedule that is not on file."""
        usual = self.week[day.weekday()]
        if all(other in (None, usual) for other in (self.holiday, self.makeup)):
            return usual
        match day_kind(day):
            case DayKind.HOLIDAY if self.holiday is not None:
                return self.holiday
            case DayKind.MAKEUP if self.makeup is not None:
                return self.makeup
            case DayKind.UNKNOWN:
                raise NoScheduleError(day.year)
            case _:
                return usual

    def by_week(self) -> Opening:
        """The same without days off and make-up days."""
        return Opening(week=self.week)

    def left_open(self, day: date) -> DayKind | None:
        """What a day is whose hours are not given: a day off or make-up day that is taken as its weekday."""
        if len(set(self.week)) == 1 and self.week[0] == ALL_DAY:
            return None
        kind = day_kind(day)
        if kind is DayKind.HOLIDAY:
            return kind if self.holiday is None and self.week[day.weekday()] else None
        return kind if kind is DayKind.MAKEUP and self.makeup is None else None


ALL_DAY: Spans = (OpenSpan(0, DAY_MINUTES),)
ALWAYS = Opening(week=(ALL_DAY,) * 7)
_EIGHT_HOURS = parse_hours("09:00-17:00")
OFFICE = Opening(week=week_of({"mon-fri": _EIGHT_HOURS}), holiday=(), makeup=_EIGHT_HOURS)


def opening_of(site: Site) -> Opening | None:
    """The opening hours of a site, or None where its file gives none."""
    if site.week is None:
        return None
    return Opening(week=site.week, holiday=site.hours.get(HOLIDAY), makeup=site.hours.get(MAKEUP))


def days_between(start: datetime, end: datetime) -> Iterator[tuple[date, int, int]]:
    """The days that `[start, end)` touches, each with the minutes of it that lie inside: from, to."""
    first, last = start.astimezone(CHINA), end.astimezone(CHINA)
    day = first.date()
    while (midnight := datetime.combine(day, time(), CHINA)) < last:
        inside = max(first, midnight) - midnight, min(last, midnight + timedelta(days=1)) - midnight
        begin, stop = (span // timedelta(minutes=1) for span in inside)
        if begin < stop:
            yield day, begin, stop
        day += timedelta(days=1)


def overlap(spans: Spans, begin: int, stop: int) -> Spans:
    """What of some spans lies in the minutes `[begin, stop)` of the day."""
    cut = (OpenSpan(max(span.start, begin), min(span.end, stop)) for span in spans)
    return tuple(span for span in cut if span.start < span.end)


def weight(spans: Spans, profile: Profile | None) -> Fraction:
    """How much of a day falls into some spans: minutes, or minutes times the weight of their hour."""
    if profile is None:
        return Fraction(sum(span.end - span.start for span in spans))
    return sum((piece_weight(piece, profile) for span in spans for piece in hours_in(span)), Fraction(0))


def piece_weight(piece: OpenSpan, profile: Profile) -> Fraction:
    """The weight of a span that lies within one hour."""
    return (piece.end - piece.start) * profile[piece.start // 60]


def hours_in(span: OpenSpan) -> Iterator[OpenSpan]:
    """A span in pieces that lie within one hour each."""
    start = span.start
    while start < span.end:
        end = min(span.end, (start // 60 + 1) * 60)
        yield OpenSpan(start, end)
        start = end


def share(spans: Spans, begin: int, stop: int, profile: Profile | None) -> Fraction:
    """The share of a day's transactions that falls into its minutes `[begin, stop)`, by its opening hours and profile.

    Where the profile gives the opening hours no weight at all, they are taken evenly.
    """
    whole = weight(spans, profile)
    if whole:
        return weight(overlap(spans, begin, stop), profile) / whole
    if not spans:
        return Fraction(0)
    return weight(overlap(spans, begin, stop), None) / weight(spans, None)
