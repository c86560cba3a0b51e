"""What phrases say of one another: a duration that its range contradicts, and from when a closing comes again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from outageplan.drafting.times.alphabet import number
from outageplan.drafting.times.found import Found, Kind, Sure
from outageplan.notice.moments import CHINA, DAY_MINUTES, Boundary, BoundaryKind, Moment
from outageplan.wording import Text

_REACH = 48
_BREAK = re.compile(r"[。;\n]")
_ROUGH = re.compile(r"约|大概|左右|上下|预计|(?i:about|around|approx)")
_BESIDE = re.compile(r"[ ,，、]{0,3}")
_WITHIN = re.compile(
    r"(?:期间|内|(?:做|进行|实施|开展)[^,，。;；\n0-9]{2,8}|[^,，。;；\n0-9]{2,24}[,，]时间(?:为|是)?)?[ ,，、:：]{0,3}"
)
_NIGHTS = re.compile(  # 20日、21日、22日连着三个晚上，每晚; 20日至22日夜间（每晚
    r"(?P<more>(?:[、,，和及]{1,2}[0-9]{1,2}[日号]){0,9})(?:的)?(?:夜间|夜里|晚间|凌晨)?[ ,，(（]{0,2}"
    r"(?:一?连续?|连着|一?共计?|持续)?(?:(?P<count>[1-9][0-9]?|[两二三四五六七八九]|十[一二三四五六]?)个?(?:晚上?|夜晚?|通宵|天|日))?"
    r"[ ,，、:：(（]{0,3}"
)
_STOPS = re.compile(r"(?:停机?|关闭?|断|暂停)?[ ,，、至到]{0,2}")
_LAST_OF_ALL = 28  # a day that every month has
_IN_BRACKETS = re.compile(r"[^。;；\n()（）]{0,24}[(（]")
_FIRST = Text("第一次按其前的起始日期推算", "the first is counted from the start written before it")


def compared(found: Sequence[Found], text: str) -> list[Found]:
    """The phrases of a text in order, with a problem on each duration that the range beside it contradicts."""
    told = list(found)
    for place, one in enumerate(told):
        if one.kind is not Kind.DURATION or one.duration is None:
            continue
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(told)]
        other = next((other for other in beside if _is_range_near(told[other], one, text)), None)
        if other is not None and (said := _clash(told[other], one)):
            told[place] = replace(one, problems=(*one.problems, said))
            told[other] = replace(told[other], problems=(*told[other].problems, said))
    return told


def begun(found: Sequence[Found], text: str) -> list[Found]:
    """The phrases of a text in order; a closing that comes again has its first date where days stand beside it."""
    told: list[Found] = []
    for one in found:
        before = told[-1] if told else None
        if before and one.kind is Kind.RECURRING and (days := _days_before(before, one.start, text)):
            told.append(_first(one, *days))  # 12月29日至31日，每天20:00至次日8:00
        elif before and before.kind is Kind.RECURRING and (ended := _ended(before, one, text)):
            told[-1] = ended
        else:
            near = before and before.kind is Kind.RECURRING and _IN_BRACKETS.fullmatch(text, before.end, one.start)
            if before and near and (days := _days(one)):
                told[-1] = _first(before, *days)
            told.append(one)
    return told


def _days_before(before: Found, end: int, text: str) -> tuple[Moment, Moment | None] | None:
    """The first day, and the last where it is told, right before the place `end`: 自…起, a stretch, a list."""
    start = before.start_boundary.moment if before.start_boundary else None
    if start and before.kind is Kind.START and _BESIDE.fullmatch(text, before.end, end):
        return start, None
    nights = _NIGHTS.fullmatch(text, before.end, end)
    if days := _days(before):
        return days if nights or _WITHIN.fullmatch(text, before.end, end) else None
    if not start or start.hour_stated or not nights or before.kind not in (Kind.MOMENT, Kind.START, Kind.RANGE):
        return None
    if nights["count"]:
        return start, Moment(start.day + timedelta(days=number(nights["count"]) - 1))
    listed = re.findall("[0-9]+", nights["more"] or (before.words if before.kind is Kind.RANGE else ""))
    day = int(listed[-1]) if listed else 0
    if before.kind is Kind.MOMENT and not listed:
        return None
    return start, Moment(start.day.replace(day=day)) if start.day.day < day <= _LAST_OF_ALL else None


def _ended(before: Found, one: Found, text: str) -> Found | None:
    """A closing that comes again, with the next day's hour at which it ends: 每晚23:30停、次日4:30恢复."""
    start = before.start_boundary.moment if before.start_boundary else None
    end = next((side.moment for side in (one.start_boundary, one.end_boundary) if side), None)
    if before.duration or not start or not end or start.minute is None or end.minute is None:
        return None
    if (
        one.kind not in (Kind.MOMENT, Kind.END)
        or one.words.lstrip("到至")[:1] not in "次翌第"
        or not _STOPS.fullmatch(text, before.end, one.start)
    ):
        return None
    lasts = end.minute + DAY_MINUTES - start.minute
    day = Moment(start.day + timedelta(days=1), end.minute)
    return replace(before, duration=lasts, end_boundary=Boundary(BoundaryKind.STATED, moment=day))


def _days(found: Found) -> tuple[Moment, Moment] | None:
    """The first and the last day of a stretch that is given in whole days."""
    if found.kind is not Kind.RANGE or not found.start_boundary or not found.end_boundary:
        return None
    first, last = found.start_boundary.moment, found.end_boundary.moment
    whole = first and last and not first.hour_stated and not last.hour_stated
    return (first, last) if whole and first and last else None


def _is_range_near(other: Found, duration: Found, text: str) -> bool:
    """Whether a phrase is a range in the duration's sentence."""
    first, last = sorted((other, duration), key=lambda one: one.start)
    near = last.start - first.end <= _REACH and not _BREAK.search(text, first.end, last.start)
    return other.kind is Kind.RANGE and near


def _clash(range_: Found, duration: Found) -> Text | None:
    start, end = range_.start_boundary, range_.end_boundary
    if range_.kind is not Kind.RANGE or not start or not end or not start.moment or not end.moment:
        return None
    minutes = int((end.moment.as_end() - start.moment.as_start()).total_seconds()) // 60
    said = duration.duration or 0
    whole_days = said % DAY_MINUTES == 0
    dates = (end.moment.day - start.moment.day).days + 1
    fits = minutes == said or (whole_days and -(-minutes // DAY_MINUTES) == said // DAY_MINUTES)
    fits = fits or (whole_days and said // DAY_MINUTES in (dates, minutes // DAY_MINUTES))
    rough = _ROUGH.search(duration.words) is not None and abs(minutes - said) * 4 <= max(minutes, said)
    if fits or rough or minutes <= 0:
        return None
    length = f"{minutes / 60:g}"
    return Text(
        f"“{duration.words}”与所写起止时间不符，起止相距{length}小时",
        f"`{duration.words}` does not fit the start and end, which are {length} hours apart",
    )


def _first(one: Found, start: Moment, last_day: Moment | None = None) -> Found:
    """The closing with the boundaries of its first time, by the rule, from a start on and until its last day."""
    from dateutil.rrule import rrulestr

    day = datetime(start.day.year, start.day.month, start.day.day, tzinfo=CHINA)
    first = next(iter(rrulestr(one.repeat or "", dtstart=day)), None)
    if first is None:
        return one
    timed = "BYHOUR" in (one.repeat or "")
    moment = Moment(first.date(), first.hour * 60 + first.minute if timed else None)
    end = one.end_boundary
    if timed and one.duration:
        ends = first + timedelta(minutes=one.duration)
        end = Boundary(BoundaryKind.STATED, moment=Moment(ends.date(), ends.hour * 60 + ends.minute))
    until = f";UNTIL={last_day.day:%Y%m%d}" if last_day else ""
    return replace(
        one,
        repeat=f"{one.repeat}{until}",
        start_boundary=Boundary(BoundaryKind.STATED, moment=moment),
        end_boundary=end,
        sure=Sure.INFERRED,
        because=_FIRST,
    )
