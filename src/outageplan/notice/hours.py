"""Opening hours as a site file writes them, one line a day or stretch of days.

    key     mon … sun | mon-fri (any stretch of weekdays) | daily | holiday | makeup
    value   08:00-12:00 14:00-18:00 | 24 hours | closed

The more specific key wins: a day over a stretch, a stretch over `daily`. A day that no key names is closed. `holiday`
is a day off by the State Council's schedule beside the ordinary weekend, `makeup` a weekend day on which offices work.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from outageplan.errors import GrammarError
from outageplan.notice.moments import DAY_MINUTES
from outageplan.wording import Text

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY, HOLIDAY, MAKEUP = "daily", "holiday", "makeup"
ALL_DAY, CLOSED = "24 hours", "closed"
_SPAN = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
HOURS = rf"(?:{ALL_DAY}|{CLOSED}|{_SPAN}(?:,? {_SPAN})*)"
_DAY = "|".join(WEEK)
DAYS = rf"(?:{DAILY}|{HOLIDAY}|{MAKEUP}|(?:{_DAY})(?:-(?:{_DAY}))?)"


@dataclass(frozen=True, slots=True, order=True)
class OpenSpan:
    """A stretch of opening hours in minutes from the day's midnight, half-open: 480 to 720 is 08:00-12:00."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"


Spans = tuple[OpenSpan, ...]
Week = tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]


def parse_hours(phrase: str) -> Spans:
    """The opening hours of one day, in order. Raises `GrammarError`."""
    if phrase == CLOSED:
        return ()
    if phrase == ALL_DAY:
        return (OpenSpan(0, DAY_MINUTES),)
    if not re.fullmatch(HOURS, phrase, re.ASCII):
        raise _error(phrase, _slip(phrase))
    found = tuple(OpenSpan(*map(_minute, span.split("-"))) for span in re.split(",? ", phrase))
    for span in found:
        if span.start >= span.end:
            raise _error(phrase, _OVER_MIDNIGHT)
    for before, after in itertools.pairwise(found):
        if after.start < before.end:
            raise _error(phrase, Text("各段应按先后排列、互不重叠", "stretches stand in order and do not overlap"))
    return found


def parse_days(phrase: str) -> str:
    """A key of the opening hours, as it is. Raises `GrammarError`."""
    if not re.fullmatch(DAYS, phrase, re.ASCII):
        meant = _DAY_SLIPS.get(phrase.strip().casefold())
        hint = Text(f"；您要写的是不是 `{meant}`？", f"; did you mean `{meant}`?") if meant else Text("", "")
        raise GrammarError(
            Text(
                f"“{phrase[:40]}”不是可识别的日子；请写 `mon`…`sun`、`mon-fri`、`daily`、`holiday` 或 `makeup`"
                f"{hint['zh']}",
                f"`{phrase[:40]}` names no days; write `mon` to `sun`, `mon-fri`, `daily`, `holiday` or `makeup`"
                f"{hint['en']}",
            ),
            "hours",
        )
    return phrase


def days_of(key: str) -> tuple[int, ...]:
    """The weekdays that a key names, Monday 0; none for `holiday` and `makeup`. `fri-mon` goes over the weekend."""
    if key == DAILY:
        return tuple(range(7))
    if key in (HOLIDAY, MAKEUP):
        return ()
    first, _, last = key.partition("-")
    start = WEEK.index(first)
    length = (WEEK.index(last) - start) % 7 if last else 0
    return tuple((start + step) % 7 for step in range(length + 1))


def rank(key: str) -> int:
    """How specific a key is: the day 2, a stretch 1, `daily` 0."""
    return 0 if key == DAILY else 1 if "-" in key else 2


def week_of(hours: Mapping[str, Spans]) -> Week:
    """The opening hours of Monday to Sunday; a day that no key names is closed."""
    found: list[Spans] = [()] * 7
    for key in sorted(hours, key=rank):
        for day in days_of(key):
            found[day] = hours[key]
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = found
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def named_twice(keys: list[str]) -> list[tuple[str, str, int]]:
    """Keys that name a day which an earlier key of the same rank has named: key, earlier key, weekday."""
    seen: dict[tuple[int, int], str] = {}
    found = []
    for key in keys:
        for day in days_of(key):
            earlier = seen.setdefault((rank(key), day), key)
            if earlier != key:
                found.append((key, earlier, day))
                break
    return found


def hours_text(spans: Spans) -> str:
    """Opening hours as a file writes them."""
    if spans == (OpenSpan(0, DAY_MINUTES),):
        return ALL_DAY
    return " ".join(map(str, spans)) or CLOSED


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


_OVER_MIDNIGHT = Text(
    "一段须在当日内结束；跨零点的，当日写到 24:00，次日从 00:00 写起",
    "a stretch ends on its own day; over midnight, write it to 24:00 here and from 00:00 on the next day",
)
# What people write instead, and the word of the format for it.
_SLIPS = {
    "：": Text("冒号请用半角 `:`", "the colon is the plain `:`"),
    "24小时": Text("请写 `24 hours`", "write `24 hours`"),
    "24h": Text("请写 `24 hours`", "write `24 hours`"),
    "全天": Text("请写 `24 hours`", "write `24 hours`"),
    "休": Text("请写 `closed`", "write `closed`"),
    "关": Text("请写 `closed`", "write `closed`"),
    "至": Text("起止之间请用连字符 `-`", "between the two times stands a hyphen `-`"),
    "~": Text("起止之间请用连字符 `-`", "between the two times stands a hyphen `-`"),
    "–": Text("起止之间请用连字符 `-`", "between the two times stands a hyphen `-`"),
    "—": Text("起止之间请用连字符 `-`", "between the two times stands a hyphen `-`"),
    " - ": Text("连字符两边不留空格", "there are no blanks around the hyphen"),
    "，": Text("各段之间用空格分开", "a blank stands between two stretches"),
    "、": Text("各段之间用空格分开", "a blank stands between two stretches"),
}
_DAY_SLIPS = {
    **{full: day for day in WEEK for full in (day, f"{day}.")},
    **dict(
        zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), WEEK, strict=True),
    ),
    **{f"{prefix}{char}": day for prefix in ("周", "星期") for char, day in zip("一二三四五六日", WEEK, strict=True)},
    "周天": "sun",
    "星期天": "sun",
    "周一至周五": "mon-fri",
    "工作日": "mon-fri",
    "weekdays": "mon-fri",
    "周末": "sat-sun",
    "weekend": "sat-sun",
    "每天": DAILY,
    "每日": DAILY,
    "everyday": DAILY,
    "节假日": HOLIDAY,
    "holidays": HOLIDAY,
    "调休": MAKEUP,
}


def _slip(phrase: str) -> Text | None:
    if re.search(r"(?:^|[ -])[0-9]:[0-9]", phrase):
        return Text("小时请写两位，如 `08:00`", "hours have two digits, as in `08:00`")
    return next((hint for wrong, hint in _SLIPS.items() if wrong in phrase.replace(" 小时", "小时")), None)


def _error(phrase: str, hint: Text | None) -> GrammarError:
    shown = phrase if len(phrase) <= 60 else phrase[:59] + "…"
    because = Text(f"（{hint['zh']}）", f" ({hint['en']})") if hint else Text("", "")
    return GrammarError(
        Text(
            f"“{shown}”不是可识别的营业时间{because['zh']}；应写作 `08:00-12:00 14:00-18:00`、`24 hours` 或 `closed`",
            f"`{shown}` are no opening hours of the format{because['en']}; write `08:00-12:00 14:00-18:00`, "
            "`24 hours` or `closed`",
        ),
        "hours",
    )
