"""Events that repeat: the rule, what is left out, and what is moved, as RFC 5545 has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import vRecur

from outageplan.engine.recurrence import Moved, Recurrence
from outageplan.notice.moments import CHINA

_UNTIL = re.compile(r"(?<=UNTIL=)(\d{4})(\d{2})(\d{2})(?=;|$)")


def rule_of(recurrence: Recurrence, start: datetime | date) -> vRecur:
    """The rule of an event that begins at `start`.

    A notice writes the last day; where the event has an hour, RFC 5545 asks for the last instant of it, in UTC.
    """
    phrase = _UNTIL.sub(_last_instant, recurrence.rule) if isinstance(start, datetime) else recurrence.rule
    found: vRecur = vRecur.from_ical(phrase)
    return found


def _last_instant(found: re.Match[str]) -> str:
    day = datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=CHINA)
    return f"{(day + timedelta(days=1, seconds=-1)).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def left_out(recurrence: Recurrence, start: datetime | date) -> Iterator[datetime | date]:
    """The planned starts of occurrences that do not take place, or have no date now."""
    for day in recurrence.skipped:
        yield _planned(day, start)


def moved(recurrence: Recurrence, start: datetime | date) -> Iterator[tuple[datetime | date, Moved]]:
    """The occurrences that take place at another time, each with its planned start."""
    for one in recurrence.moved:
        yield _planned(one.day, start), one


def _planned(day: date, start: datetime | date) -> datetime | date:
    """When the occurrence of a day begins by the rule: at the hour of the first."""
    if not isinstance(start, datetime):
        return day
    local = start.astimezone(CHINA)
    return datetime.combine(day, time(local.hour, local.minute), CHINA)
