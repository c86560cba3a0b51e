"""A rule of repetition in words: `monthly on the last day`. What it has no words for is shown as the rule itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from outageplan.engine.instances import OccurrenceWindow, repetition
from outageplan.engine.phrases import WEEKDAYS, instant_text
from outageplan.notice.model import Window
from outageplan.notice.moments import Moment
from outageplan.notice.repeats import Frequency, Repeat, Weekday
from outageplan.wording import Text, joined

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_EVERY = {
    Frequency.DAILY: (Text("每天", "daily"), Text("每 {} 天", "every {} days")),
    Frequency.WEEKLY: (Text("每周", "weekly"), Text("每 {} 周", "every {} weeks")),
    Frequency.MONTHLY: (Text("每月", "monthly"), Text("每 {} 个月", "every {} months")),
    Frequency.YEARLY: (Text("每年", "yearly"), Text("每 {} 年", "every {} years")),
}


def repeat_text(rule: Repeat, first: Moment) -> Text:
    """When a window repeats, in words; `first` is the start of its first occurrence."""
    days = _days(rule, first)
    if days is None:
        return Text(f"按规则 {rule}", f"by the rule {rule}")
    once, many = _EVERY[rule.frequency]
    every = once if rule.interval == 1 else Text(*(text.format(rule.interval) for text in (many["zh"], many["en"])))
    end = _end(rule)
    return Text(f"{every['zh']}{days['zh']}{end['zh']}", f"{every['en']}{days['en']}{end['en']}")


def how_often(window: OccurrenceWindow) -> Text:
    """How the window repeats that an occurrence comes from."""
    rule = repetition(window.origin)
    assert rule is not None, "an occurrence comes from a rule"
    return repeat_text(*rule)


def repeated_text(window: Window) -> Text:
    """Which occurrence of which repetition a window is."""
    assert isinstance(window, OccurrenceWindow), "the window is an occurrence"
    every = how_often(window)
    return Text(
        f"时段 {window.of} 重复（{every['zh']}），这是 {window.day} 的一次",
        f"window {window.of} repeats ({every['en']}); this is the occurrence of {window.day}",
    )


def _days(rule: Repeat, first: Moment) -> Text | None:
    """On which days of its period; None where there are no words for it."""
    match rule.frequency:
        case Frequency.DAILY if not (rule.month_days or rule.places):
            return _only(rule, weekdays=True)
        case Frequency.WEEKLY if not rule.places:
            weekdays = rule.weekdays or (Weekday(first.day.weekday()),)
            named = _listed(weekdays)
            only = _only(rule)
            return Text(f"（{named['zh']}）{only['zh']}", f" on {named['en']}{only['en']}")
        case Frequency.MONTHLY:
            on, only = _in_month(rule, first.day.day), _only(rule)
            return on and Text(f"{on['zh']}{only['zh']}", f"{on['en']}{only['en']}")
        case Frequency.YEARLY if len(rule.months) == 1 or not (rule.months or rule.month_days or rule.weekdays):
            month = rule.months[0] if rule.months else first.day.month
            on = _in_month(rule, first.day.day, month)
            return on and Text(f" {month} 月{on['zh']}", on["en"])
        case _:
            return None


def _in_month(rule: Repeat, first: int, month: int | None = None) -> Text | None:
    """On which days of a month."""
    of = f" of {_MONTHS[month - 1]}" if month else ""
    if rule.weekdays and not rule.month_days:
        on = _weekdays(rule)
        return on and Text(on["zh"], f"{on['en']}{of}")
    if rule.weekdays or rule.places:
        return None
    days = rule.month_days or (first,)
    named = joined([_month_day(day) for day in days])
    skipped = Text("", "")
    if month is None and any(abs(day) > 28 for day in days):
        skipped = Text("（没有这一天的月份除外）", " (not in months without it)")
    elif month == 2 and any(abs(day) > 28 for day in days):
        skipped = Text("（没有这一天的年份除外）", " (not in years without it)")
    return Text(f"{named['zh']}{skipped['zh']}", f" on {named['en']}{of}{skipped['en']}")


def _month_day(day: int) -> Text:
    if day > 0:
        return Text(f" {day} 日", f"day {day}")
    if day == -1:
        return Text("最后一天", "the last day")
    return Text(f"倒数第 {-day} 天", f"the {_ordinal(-day)} last day")


def _weekdays(rule: Repeat) -> Text | None:
    """The nth weekday of a month, or the nth of several weekdays."""
    if all(day.place for day in rule.weekdays) and not rule.places:
        named = joined([_placed(day.place or 1, WEEKDAYS[day.day]) for day in rule.weekdays])
        return Text(named["zh"], f" on {named['en']}")
    if any(day.place for day in rule.weekdays):
        return None
    among = _listed(rule.weekdays)
    if not rule.places:
        return Text(f"的每个{among['zh']}", f" on every {among['en']}")
    if len(rule.places) > 1:
        return None
    if len(rule.weekdays) == 1:
        named = _placed(rule.places[0], among)
        return Text(named["zh"], f" on {named['en']}")
    place = rule.places[0]
    zh = f"第 {place} 天" if place > 0 else "最后一天" if place == -1 else f"倒数第 {-place} 天"
    en = _placed(place, Text("", "day"))["en"]
    return Text(f"{zh}（只数{among['zh']}）", f" on {en} that is one of {among['en']}")


def _listed(weekdays: Iterable[Weekday]) -> Text:
    """Several weekdays, three or more in a row as `Mon to Fri`."""
    days = [day.day for day in weekdays]
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    if len(days) > 2 and days == list(range(days[0], days[0] + len(days))):
        return Text(f"{first['zh']}至{last['zh']}", f"{first['en']} to {last['en']}")
    return joined([WEEKDAYS[day] for day in days])


def _placed(place: int, what: Text) -> Text:
    if place > 0:
        return Text(f"第 {place} 个{what['zh']}", f"the {_ordinal(place)} {what['en']}")
    if place == -1:
        return Text(f"最后一个{what['zh']}", f"the last {what['en']}")
    return Text(f"倒数第 {-place} 个{what['zh']}", f"the {_ordinal(-place)} last {what['en']}")


def _only(rule: Repeat, *, weekdays: bool = False) -> Text:
    """To which months, and weekdays, the days are narrowed."""
    found = [Text(f"{month} 月", _MONTHS[month - 1]) for month in rule.months]
    narrowed = [_listed(rule.weekdays)] if weekdays and rule.weekdays else []
    narrowed += [joined(found)] if found else []
    if not narrowed:
        return Text("", "")
    told = joined(narrowed, zh="，", en="; ")
    space = " " if told["zh"][0].isdigit() else ""
    return Text(f"（仅{space}{told['zh']}）", f" ({told['en']} only)")


def _end(rule: Repeat) -> Text:
    if rule.count is not None:
        return Text(f"，共 {rule.count} 次", f", {rule.count} time{'s' * (rule.count != 1)}")
    if rule.until is None:
        return Text("", "")
    if isinstance(rule.until, datetime):
        until = instant_text(rule.until)
        return Text(f"，至 {until['zh']}", f", until {until['en']}")
    return Text(f"，至 {rule.until}", f", until {rule.until}")


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
