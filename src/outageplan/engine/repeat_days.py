"""The days that a rule of repetition gives, through dateutil's `rrule`, without ever waiting for it.

A rule knows days alone: the first occurrence's moment says at which hour each begins. The day of the first occurrence
always counts as the first day, as `DTSTART` does in RFC 5545; `validate` reports one that the rule does not give.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from outageplan.notice.moments import YEARS, Moment
from outageplan.notice.repeats import Frequency, Repeat

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_DAY = timedelta(days=1)
_END = date(YEARS.stop - 1, 12, 31)
# When a rule gives no further day, dateutil goes on looking until the year 9999, which takes it seconds or minutes. The
# calendar repeats itself every 400 years to the weekday, so it is asked about the same days shortly before that.
_SHIFT = 19 * timedelta(days=146_097)
_STRIDES = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}


def days_since(rule: Repeat, first: Moment, since: date) -> Iterator[date]:
    """The days of a rule that are not before `since`, in order, until the rule or the year 2199 ends.

    `first` is the start of the first occurrence. What lies before `since` is skipped, not counted through.
    """
    if since <= first.day:
        yield first.day
    last = last_day(rule, first)
    for day in _given(rule, first.day, max(since, first.day + _DAY)) if since <= last else ():
        if day > last:
            return
        yield day


def days_back(rule: Repeat, first: Moment, until: date) -> Iterator[date]:
    """The days of a rule that are not after `until`, the latest first."""
    stride = _STRIDES[rule.frequency] * rule.interval
    upper, reach = min(until, last_day(rule, first)), 2 * stride
    while upper >= first.day:
        lower = max(first.day, upper - min(reach * _DAY, upper - date.min))
        found = []
        for day in days_since(rule, first, lower):
            if day > upper:
                break
            found.append(day)
        yield from reversed(found)
        upper, reach = lower - _DAY, reach * 4


def is_day(rule: Repeat, first: Moment, day: date) -> bool:
    """Whether a day is one of the rule's."""
    return day <= last_day(rule, first) and next(days_since(rule, first, day), None) == day


def gives_first(rule: Repeat, first: Moment) -> bool:
    """Whether the rule by itself gives the day of the first occurrence."""
    return next(_given(rule, first.day, first.day), None) == first.day <= _latest(rule, first)


def first_given(rule: Repeat, first: Moment) -> date | None:
    """The first day that the rule by itself gives, not before that of the first occurrence."""
    return next((day for day in _given(rule, first.day, first.day) if day <= _END), None)


@functools.lru_cache(maxsize=1024)
def last_day(rule: Repeat, first: Moment) -> date:
    """The last day that a rule can give: by its count, its `UNTIL`, or the last year of the format."""
    found, latest = first.day, _latest(rule, first)
    for place, day in enumerate(_given(rule, first.day, first.day + _DAY), 2):
        if rule.count is None:
            return max(found, latest)
        if place > rule.count:
            break
        found = day
    return found


def _latest(rule: Repeat, first: Moment) -> date:
    """The last day on which an occurrence may begin, the count left aside."""
    until = rule.until
    if not isinstance(until, datetime):
        return min(until or _END, _END)
    late = until - first.as_start()
    return min(first.day + timedelta(days=late // _DAY), _END) if late >= -366 * 250 * _DAY else date.min


def _given(rule: Repeat, first: date, since: date) -> Iterator[date]:
    """The days that the rule gives from `since` on, without regard to its count and end."""
    if since > _END:
        return
    for moment in _rrule(rule, first, _period(rule, first, since)):
        day = moment.date() - _SHIFT
        if day > _END:
            return
        if day >= max(since, first):
            yield day


def _period(rule: Repeat, first: date, since: date) -> date:
    """The start of the last period (day, week, month, year) of the rule that begins not after `since`."""
    since = max(since, first)
    match rule.frequency:
        case Frequency.DAILY:
            return since - (since - first) % (rule.interval * _DAY)
        case Frequency.WEEKLY:
            week = first - (first.weekday() - rule.week_start) % 7 * _DAY
            return since - (since - week) % (rule.interval * 7 * _DAY)
        case Frequency.MONTHLY:
            begun, now = first.year * 12 + first.month - 1, since.year * 12 + since.month - 1
            year, month = divmod(now - (now - begun) % rule.interval, 12)
            return date(year, month + 1, 1)
        case Frequency.YEARLY:
            return date(since.year - (since.year - first.year) % rule.interval, 1, 1)


def _rrule(rule: Repeat, first: date, begin: date) -> rrule:
    """The rule as dateutil has it, from a period on, with what RFC 5545 takes from the first day written out."""
    from dateutil import rrule as dateutil_rrule  # only for what repeats

    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    given: dict[str, Any] = {}
    if weekdays:
        given["byweekday"] = [dateutil_rrule.weekday(day.day, day.place) for day in weekdays]
    elif rule.frequency is Frequency.WEEKLY:
        given["byweekday"] = [first.weekday()]
    if not month_days and not weekdays and rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        month_days = (first.day,)
        months = months or ((first.month,) if rule.frequency is Frequency.YEARLY else ())
    return dateutil_rrule.rrule(
        getattr(dateutil_rrule, rule.frequency.value),
        dtstart=datetime.combine(begin + _SHIFT, time()),
        interval=rule.interval,
        wkst=rule.week_start,
        bymonth=months or None,
        bymonthday=month_days or None,
        bysetpos=rule.places or None,
        **given,
    )
