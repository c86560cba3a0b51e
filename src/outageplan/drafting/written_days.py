"""Days that are written in full, with their year, in Chinese and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from outageplan.wording import Text

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]}|t?\b\.?)" if len(name) > 3 else name for name in _MONTHS)
_YEARLY = "〇零○一二三四五六七八九"
DATE = re.compile(
    rf"(?:(?P<y>20\d\d|19\d\d)(?:年|[-/.])(?P<m>\d{{1,2}})(?:月|[-/.])(?P<d>\d{{1,2}})日?"
    rf"|"
    rf"(?P<cy>(?:[二一][{_YEARLY}]|二\?)[{_YEARLY}]{{2}})年(?P<cm>[一二三四五六七八九十]{{1,2}})月(?P<cd>[一二三四五六七八九十廿]{{1,3}})日?"
    rf"|(?P<en>(?P<em>{_MONTH}) (?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<ey>20\d\d))"
    rf"|(?P<fd>\d{{1,2}})(?:st|nd|rd|th)? (?P<fm>{_MONTH}),? (?P<fy>20\d\d))"
)
CLOCK = re.compile(r" ?\d\d:\d\d:\d\d")  # behind a day, as pages are stamped


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The date of publication. `because` says from what it was concluded, where it does not stand there in full."""

    day: date
    start: int
    end: int
    because: Text | None = None


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of `DATE` writes; None where there is no such day."""
    try:
        if found["y"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found["cy"]:
            digits = ("〇一二三四五六七八九".find(char) for char in re.sub("[零○?]", "〇", found["cy"]))
            year = int("".join(map(str, digits)))
            return date(year, _chinese_number(found["cm"]), _chinese_number(found["cd"]))
        names = ("em", "ed", "ey") if found["en"] else ("fm", "fd", "fy")
        month, day, named_year = (found[name] for name in names)
        month_number = next(place for place, one in enumerate(_MONTHS, 1) if one.startswith(month[:3]))
        return date(int(named_year), month_number, int(day))
    except ValueError:
        return None


def _chinese_number(text: str) -> int:
    text = text.replace("廿", "二十")
    tens, ten, ones = text.partition("十")
    digit = "〇一二三四五六七八九".find
    if not ten:
        return digit(text)
    return 10 * (digit(tens) if tens else 1) + (digit(ones) if ones else 0)
