"""How a window repeats: the part of RFC 5545's RRULE that closings of whole days need.

    FREQ=MONTHLY;BYMONTHDAY=-1              on the last day of every month
    FREQ=DAILY;UNTIL=20251231               every night until the end of the year
    FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU      every other weekend

`FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY) comes first; then, each once and in any order: `INTERVAL`, `COUNT` or `UNTIL` (a
day, or a moment in UTC), `BYMONTH`, `BYMONTHDAY`, `BYDAY`, `BYSETPOS`, `WKST`. The hour is that of the window's start.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar

from outageplan.errors import GrammarError
from outageplan.notice.moments import YEARS
from outageplan.wording import Text

MOST_INTERVAL = 999
MOST_COUNT = 9999
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
T = TypeVar("T")
EXAMPLE = "FREQ=MONTHLY;BYMONTHDAY=-1"
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBER = re.compile(r"([+-]?)([1-9]\d{0,3})", re.ASCII)
_WEEKDAY = re.compile(rf"([+-]?[1-9]\d?)?({'|'.join(WEEKDAYS)})", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?", re.ASCII)
_FINER = ("HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND")


class Frequency(StrEnum):
    """In what the repetition counts."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0): every one, or with `place` the nth of its month or year."""

    day: int
    place: int | None = None

    def __str__(self) -> str:
        return f"{self.place or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A rule of repetition; `str()` gives its phrase back. Numbers below 0 count from the end of the month or set.

    `until` is the last day, or the last instant (aware) at which an occurrence may begin; never there with `count`.
    """

    phrase: str
    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    places: tuple[int, ...] = ()
    week_start: int = 0

    def __str__(self) -> str:
        return self.phrase


def parse_repeat(phrase: str) -> Repeat:
    """A rule of repetition: see the module's grammar. Raises `GrammarError`, also for a rule that gives no day."""
    parts = _parts(phrase)
    frequency = _frequency(phrase, parts.pop("FREQ"))
    rule = Repeat(
        phrase=phrase,
        frequency=frequency,
        interval=_number(phrase, "INTERVAL", parts.get("INTERVAL", "1"), MOST_INTERVAL),
        count=_number(phrase, "COUNT", parts["COUNT"], MOST_COUNT) if "COUNT" in parts else None,
        until=_until(phrase, parts["UNTIL"]) if "UNTIL" in parts else None,
        months=_listed("BYMONTH", parts, lambda one: _number(phrase, "BYMONTH", one, 12)),
        month_days=_listed("BYMONTHDAY", parts, lambda one: _signed(phrase, "BYMONTHDAY", one, 31)),
        weekdays=_listed("BYDAY", parts, lambda one: _weekday(phrase, one)),
        places=_listed("BYSETPOS", parts, lambda one: _signed(phrase, "BYSETPOS", one, 366)),
        week_start=_week_start(phrase, parts.get("WKST", "MO")),
    )
    _require_sense(rule)
    return rule


def _parts(phrase: str) -> dict[str, str]:
    """The parts of a rule by name, `FREQ` the first."""
    found: dict[str, str] = {}
    for part in phrase.split(";"):
        name, equals, value = part.partition("=")
        if name not in _PARTS or not equals or not value:
            raise _error(phrase, _slip(phrase, name))
        if name in found:
            raise _error(phrase, Text(f"`{name}` 写了两次", f"`{name}` stands twice"))
        found[name] = value
    if next(iter(found)) != "FREQ":
        raise _error(phrase, Text("请以 `FREQ=` 开头", "begin with `FREQ=`"))
    return found


_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST")


def _slip(phrase: str, name: str) -> Text:
    """What is wrong with a part that is not known, as far as people really write it."""
    if any(word in phrase for word in _FINER):
        return Text("几点由 `start` 写明，这里最细到天", "the hour is that of `start`; a rule goes down to days only")
    if phrase.upper().startswith("RRULE:"):
        return Text("请去掉 `RRULE:`", "leave out `RRULE:`")
    if phrase != phrase.upper():
        return Text("请用大写字母，不加空格", "write capital letters and no spaces")
    if name in ("BYYEARDAY", "BYWEEKNO"):
        zh, en = (
            f"不支持 `{name}`；请用 `BYMONTH` 和 `BYMONTHDAY`",
            f"instead of `{name}` use `BYMONTH` and `BYMONTHDAY`",
        )
        return Text(zh, en)
    shown = name if len(name) <= 20 else name[:19] + "…"
    listed = ", ".join(f"`{part}=`" for part in _PARTS)
    return Text(f"“{shown}”处应为 {listed} 之一", f"where it says `{shown}` there should be one of {listed}")


def _frequency(phrase: str, value: str) -> Frequency:
    if value in _FINER:
        raise _error(phrase, _slip(phrase, value))
    if value not in list(Frequency):
        listed = ", ".join(f"`{one}`" for one in Frequency)
        raise _error(phrase, Text(f"`FREQ` 只能是 {listed}", f"`FREQ` is one of {listed}"))
    return Frequency(value)


def _listed(name: str, parts: dict[str, str], make: Callable[[str], T]) -> tuple[T, ...]:
    return tuple(make(one) for one in parts[name].split(",")) if name in parts else ()


def _number(phrase: str, name: str, value: str, most: int) -> int:
    found = _NUMBER.fullmatch(value)
    if not found or found[1] or not 1 <= int(found[2]) <= most:
        raise _error(phrase, Text(f"`{name}` 应为 1 至 {most} 的整数", f"`{name}` is a whole number from 1 to {most}"))
    return int(found[2])


def _signed(phrase: str, name: str, value: str, most: int) -> int:
    found = _NUMBER.fullmatch(value)
    if not found or not 1 <= int(found[2]) <= most:
        zh, en = (
            f"`{name}` 应为 1 至 {most}，倒数为 -1 至 -{most}",
            f"`{name}` is 1 to {most}, or -1 to -{most} from the end",
        )
        raise _error(phrase, Text(zh, en))
    return -int(found[2]) if found[1] == "-" else int(found[2])


def _weekday(phrase: str, value: str) -> Weekday:
    found = _WEEKDAY.fullmatch(value)
    if not found or (found[1] and not 1 <= abs(int(found[1])) <= 53):
        raise _error(phrase, Text("`BYDAY` 写作 `MO`、`2TU` 或 `-1FR`", "`BYDAY` is written `MO`, `2TU` or `-1FR`"))
    return Weekday(WEEKDAYS.index(found[2]), int(found[1]) if found[1] else None)


def _week_start(phrase: str, value: str) -> int:
    if value not in WEEKDAYS:
        raise _error(phrase, Text("`WKST` 写作 `MO` 或 `SU`", "`WKST` is written `MO` or `SU`"))
    return WEEKDAYS.index(value)


def _until(phrase: str, value: str) -> date | datetime:
    found = _UNTIL.fullmatch(value)
    if found and int(found[1]) in YEARS:
        with contextlib.suppress(ValueError):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            if found[4] is None:
                return day
            return datetime.combine(day, time(int(found[4]), int(found[5]), int(found[6])), UTC)
    zh, en = "或世界协调时 `UNTIL=20251231T155959Z`", "or a moment in UTC, `UNTIL=20251231T155959Z`"
    raise _error(phrase, Text(f"`UNTIL` 写作 `UNTIL=20251231`，{zh}", f"`UNTIL` is a day, `UNTIL=20251231`, {en}"))


def _require_sense(rule: Repeat) -> None:
    """Refuses parts that do not go together, and days that no month has."""
    for wrong, hint in _senseless(rule):
        if wrong:
            raise _error(rule.phrase, hint)


def _senseless(rule: Repeat) -> Iterable[tuple[bool, Text]]:
    coarse = rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY)
    placed = [day.place for day in rule.weekdays if day.place]
    yield (
        rule.count is not None and rule.until is not None,
        Text("`COUNT` 与 `UNTIL` 只能写一个", "write `COUNT` or `UNTIL`, not both"),
    )
    yield (
        rule.frequency is Frequency.WEEKLY and bool(rule.month_days),
        Text("按周重复不能用 `BYMONTHDAY`；请用 `BYDAY`", "`BYMONTHDAY` does not go with WEEKLY; use `BYDAY`"),
    )
    yield (
        bool(placed) and not coarse,
        Text("第几个周几只用于 MONTHLY 和 YEARLY", "a number before a weekday goes with MONTHLY and YEARLY only"),
    )
    in_months = rule.frequency is Frequency.MONTHLY or bool(rule.months)
    yield (
        in_months and any(abs(place) > 5 for place in placed),
        Text("一个月里同一周几最多 5 个", "a month has five of a weekday at the most"),
    )
    yield (
        bool(rule.places) and (rule.frequency is Frequency.DAILY or not (rule.weekdays or rule.month_days)),
        Text("`BYSETPOS` 须与 `BYDAY` 或 `BYMONTHDAY` 合用", "`BYSETPOS` needs `BYDAY` or `BYMONTHDAY` beside it"),
    )
    longest = max((_LONGEST_MONTHS[month - 1] for month in rule.months), default=31)
    yield (
        bool(rule.month_days) and all(abs(day) > longest for day in rule.month_days),
        Text("所写月份都没有这一天", "none of its months has such a day"),
    )


def _error(phrase: str, hint: Text) -> GrammarError:
    shown = phrase if len(phrase) <= 60 else phrase[:59] + "…"
    return GrammarError(
        Text(
            f"“{shown}”不是可识别的重复规则（{hint['zh']}）；应写作 `{EXAMPLE}`",
            f"`{shown}` is not a repeat of the format ({hint['en']}); write it like `{EXAMPLE}`",
        ),
        kind="repeat",
    )
