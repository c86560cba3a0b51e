"""The minute of the day that an hour means together with its part of the day: 下午3点, 晚12点, `10 p.m.`"""

from __future__ import annotations

from dataclasses import dataclass

from outageplan.drafting.times.written import Written
from outageplan.notice.moments import DAY_MINUTES
from outageplan.wording import Text

NOON = 12
_AFTERNOON = ("下午", "午后", "下昼", "p.m.")
_MORNING = ("清晨", "早晨", "早上", "朝早", "早", "晨", "上午", "a.m.")
_MIDDAY = ("中午", "正午", "午间")
_SMALL_HOURS = ("下半夜", "后半夜")
_DEEP_NIGHT = ("深夜", "午夜", "子夜", "半夜", "上半夜", "前半夜", *_SMALL_HOURS)

_NO_SUCH = Text("没有这个时刻", "there is no such time of day")
_CLASH = Text("时段词与钟点矛盾，按所写钟点保留", "the part of the day contradicts the hour, which is kept as written")
_EITHER = Text("分不清是当天还是次日", "it may be on that day or on the next")
_NO_HOUR = Text("只写了时段，没有写钟点", "a part of the day without an hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The minute of the day, 0 to 1440; None where no hour is written, or (`open`) where it cannot be told which."""

    minute: int | None = None
    open: bool = False
    because: Text | None = None
    problem: Text | None = None


def clock(written: Written, *, as_end: bool = False) -> Clock:
    """The time of day of a moment. `as_end`: it ends a stretch that begins on the same day."""
    hour, part = written.hour, written.day_part
    if hour is None:
        return Clock(open=part is not None, because=_NO_HOUR if part else None)
    if written.minute > 59 or hour * 60 + written.minute > DAY_MINUTES:
        return Clock(open=True, problem=_NO_SUCH)
    told = Clock(minute=hour) if part is None else _in_part(hour, part, as_end=as_end)
    if told.minute is None:
        return told
    minute = told.minute * 60 + written.minute
    if minute > DAY_MINUTES:
        return Clock(open=True, because=_EITHER)
    because = Text("秒数已略去", "the seconds are left out") if written.seconds and not told.because else told.because
    return Clock(minute=minute, because=because, problem=told.problem)


def _in_part(hour: int, part: str, *, as_end: bool) -> Clock:
    """The hour of 24 in `minute`, for an hour as written in a part of the day."""
    if part == "midnight":
        because = Text("midnight 在时段末尾，读作当天24:00", "midnight at the end of a stretch: 24:00 of that day")
        return Clock(minute=24, because=because) if as_end else Clock(open=True, because=_EITHER)
    if part == "o'clock":
        return Clock(
            minute=hour, because=None if hour > NOON else Text("按24小时制读", "read on the clock of 24 hours")
        )
    if part in ("a.m.", "p.m.") and hour == NOON:
        shown = Text("12 a.m. 读作0时，12 p.m. 读作12时", "12 a.m. is 00:00, 12 p.m. is 12:00")
        return Clock(minute=NOON * (part == "p.m."), because=shown)
    if part in _AFTERNOON:
        return _afternoon(hour)
    if part in _MORNING:
        return _morning(hour)
    if part in _MIDDAY:
        return _midday(hour)
    return _night(hour, part, as_end=as_end)


def _afternoon(hour: int) -> Clock:
    if 1 <= hour < NOON:
        return Clock(minute=hour + NOON)
    if hour == NOON:
        return Clock(minute=hour, because=Text("“下午12点”读作12:00", "12 in the afternoon is read as 12:00"))
    return Clock(minute=hour) if 13 <= hour <= 23 else Clock(open=True, problem=_CLASH)


def _morning(hour: int) -> Clock:
    if hour == NOON:
        return Clock(minute=hour, because=Text("“上午12点”读作12:00", "12 in the morning is read as 12:00"))
    return Clock(minute=hour, problem=_CLASH if hour > NOON else None)


def _midday(hour: int) -> Clock:
    if hour in (1, 2):
        return Clock(minute=hour + NOON)
    return Clock(minute=hour, problem=None if 11 <= hour <= 14 else _CLASH)


def _night(hour: int, part: str, *, as_end: bool) -> Clock:
    if part == "凌晨":
        if hour in (12, 24):
            return Clock(open=True, because=_EITHER)
        return Clock(minute=hour, problem=_CLASH if hour > 6 else None)
    if part in _SMALL_HOURS and 1 <= hour <= 6:  # of the night that the stretch begins in
        return Clock(minute=hour) if as_end else Clock(open=True, because=_EITHER)
    earliest = 9 if part in _DEEP_NIGHT else 5
    if part in ("傍晚",):
        earliest = 4
    if earliest <= hour < NOON:
        return Clock(minute=hour + NOON)
    if hour == NOON:
        return Clock(minute=24, because=Text(f"“{part}12点”读作当天24:00", "12 at night is read as 24:00 of that day"))
    if 16 <= hour <= 24:
        return Clock(minute=hour)
    return Clock(minute=hour, problem=_CLASH) if hour > NOON else Clock(open=True, because=_EITHER)
