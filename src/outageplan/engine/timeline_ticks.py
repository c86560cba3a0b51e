"""Round moments in China time to be written under a chart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from outageplan.engine.timeline import Chart
from outageplan.notice.moments import CHINA

_HOUR = timedelta(hours=1)
_HOURS = (1, 2, 3, 6, 12, 24, 48, 96, 7 * 24, 14 * 24)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


def ticks(chart: Chart, most: int) -> list[datetime]:
    """At most `most` (at least 1) round moments inside a chart: hours, midnights of days, or firsts of months."""
    for hours in _HOURS:
        if (chart.end - chart.start) / (_HOUR * hours) <= most:
            found = list(_every(chart, hours))
            if 0 < len(found) <= most:
                return found
    for months in _MONTHS:
        found = list(_firsts(chart, months))
        if len(found) <= most:
            return found
    return []


def has_hours(found: list[datetime]) -> bool:
    """Whether ticks lie within days, so that their hours have to be written."""
    return any(one.hour for one in found)


def _every(chart: Chart, hours: int) -> Iterator[datetime]:
    local = chart.start.astimezone(CHINA)
    at = local.replace(hour=0, minute=0, second=0, microsecond=0)
    while at <= chart.end:
        if at >= chart.start:
            yield at
        at += _HOUR * hours


def _firsts(chart: Chart, months: int) -> Iterator[datetime]:
    at = chart.start.astimezone(CHINA).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    while at <= chart.end:
        if at >= chart.start:
            yield at
        at += relativedelta(months=months)
