"""Days, moments and boundaries as people read them, in both languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import assert_never

from outageplan.notice.moments import CHINA, Boundary, BoundaryKind, Moment
from outageplan.wording import Text

WEEKDAYS = (
    Text("周一", "Mon"),
    Text("周二", "Tue"),
    Text("周三", "Wed"),
    Text("周四", "Thu"),
    Text("周五", "Fri"),
    Text("周六", "Sat"),
    Text("周日", "Sun"),
)


def day_text(day: date) -> Text:
    """`2021-12-07 (Tue)`."""
    weekday = WEEKDAYS[day.weekday()]
    return Text(f"{day.isoformat()}（{weekday['zh']}）", f"{day.isoformat()} ({weekday['en']})")


def instant_text(at: datetime, *, end: bool = False) -> Text:
    """`2021-11-28 08:00 (Sun)` in China time; as the end of something, midnight is 24:00 of the day before."""
    local = at.astimezone(CHINA)
    clock = f"{local:%H:%M}"
    if end and clock == "00:00":
        local, clock = local - timedelta(minutes=1), "24:00"
    weekday = WEEKDAYS[local.weekday()]
    stamp = f"{local:%Y-%m-%d} {clock}"
    return Text(f"{stamp}（{weekday['zh']}）", f"{stamp} ({weekday['en']})")


def moment_text(moment: Moment, *, end: bool = False) -> Text:
    """A moment as its notice writes it, with the weekday; a date alone says that the hour is not stated."""
    if not moment.hour_stated:
        day = day_text(moment.day)
        return Text(f"{day['zh']}（未写明几点）", f"{day['en']}, hour not stated")
    return (
        instant_text(moment.as_end(), end=True) if end else instant_text(moment.as_start(), end=moment.minute == 1440)
    )


def published_text(moment: Moment) -> Text:
    """When something was published: a minute, or a day."""
    return moment_text(moment) if moment.hour_stated else day_text(moment.day)


def boundary_text(boundary: Boundary, *, end: bool = False) -> Text:
    """A boundary with how sure it is: `expected 2021-11-28 08:00 (Sun), not confirmed`."""
    when = moment_text(boundary.moment, end=end) if boundary.moment else Text("", "")
    words = boundary.words or ""
    match boundary.kind:
        case BoundaryKind.STATED:
            return when
        case BoundaryKind.EXPECTED:
            return Text(f"预计 {when['zh']}，未确认", f"expected {when['en']}, not confirmed")
        case BoundaryKind.TENTATIVE:
            return Text(f"暂定 {when['zh']}，未确认", f"tentatively {when['en']}, not confirmed")
        case BoundaryKind.NOT_BEFORE:
            return Text(f"不早于 {when['zh']}", f"not before {when['en']}")
        case BoundaryKind.NO_LATER_THAN:
            return Text(f"不晚于 {when['zh']}", f"no later than {when['en']}")
        case BoundaryKind.OPEN:
            return Text("另行通知", "to be announced")
        case BoundaryKind.UNRESOLVED:
            return Text(f"时间不明（原文“{words}”）", f"no date fixed (the source says “{words}”)")
        case BoundaryKind.EVENT:
            return Text(f"以“{words}”为准，无日期", f"when {words}, no date")
        case _:
            assert_never(boundary.kind)


def span_text(delta: timedelta) -> Text:
    """How long, in the two largest units: `1 day 8 h`, `25 min`."""
    minutes = int(abs(delta).total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        plural = "s" if days != 1 else ""
        return Text(f"{days} 天" + f" {hours} 小时" * (hours > 0), f"{days} day{plural}" + f" {hours} h" * (hours > 0))
    if hours:
        return Text(f"{hours} 小时" + f" {rest} 分钟" * (rest > 0), f"{hours} h" + f" {rest} min" * (rest > 0))
    return Text(f"{rest} 分钟", f"{rest} min")
