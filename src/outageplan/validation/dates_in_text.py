"""Dates with weekdays as people write them in prose: `11月21日（周日）`, `Friday, 21 November 2025`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from outageplan.notice.moments import YEARS
from outageplan.wording import Text

WEEKDAYS = (
    Text("周一", "Monday"),
    Text("周二", "Tuesday"),
    Text("周三", "Wednesday"),
    Text("周四", "Thursday"),
    Text("周五", "Friday"),
    Text("周六", "Saturday"),
    Text("周日", "Sunday"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"\d{4}(?![\d:：])"
_DATE = re.compile(
    rf"""(?<![\d.-])(?:
        (?:(?P<y1>\d{{4}})[ ]?年[ ]?)?(?P<m1>\d{{1,2}})[ ]?月[ ]?(?P<d1>\d{{1,2}})[ ]?[日号]
      | (?P<y2>\d{{4}})-(?P<m2>\d{{2}})-(?P<d2>\d{{2}})(?!\d)
      | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<m3>{_MONTH})(?:,?[ ](?P<y3>{_YEAR}))?
      ) | \b(?P<m4>{_MONTH})[ ](?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:：])(?:,?[ ](?P<y4>{_YEAR}))?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# A whole word with its capital: `Mon` of `Month`, `Fridays` and `sat down` are none.
WEEKDAY = (
    r"(?:(?:周|星期|礼拜)[一二三四五六日天]"
    r"|(?<![A-Za-z])(?:Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
    r"(?![A-Za-z])\.?)"
)
ANY_WEEKDAY = re.compile(WEEKDAY)
COMMENTED_WEEKDAY = re.compile(rf"#[^\n]*{WEEKDAY}")
# A comment that is a weekday or begins with one: `# a Friday`, `# 周五，下班后`.
WEEKDAY_ALONE = re.compile(rf"(?:(?:is )?an? |是|即)?[（(]?({WEEKDAY})[）)]?\s*(?:$|[,;:.，；：。（(])")
_LISTED = (
    rf"(?!\s{{0,2}}(?:[至到、和及/—–~～-]|(?:to|through|and|or)\b)\s{{0,2}}{WEEKDAY})"  # `周一至周五` is of no date
)
_CLOCK = r"(?:\s?\d{1,2}(?:[:：]\d{2}|[时点]))?"
_AFTER = re.compile(
    rf"{_CLOCK}(?P<open>\s{{0,2}}[（(\[]\s?|\s{{0,2}},?\s{{1,2}}|)(?:是|即|为)?(?:is )?(?:an? )?"
    rf"(?P<day>{WEEKDAY})(?:(?P<close>\s?[）)\]])|{_LISTED})"
)
_BEFORE = re.compile(rf"(?P<day>{WEEKDAY})(?:\s{{0,2}}[（(\[]\s?|,?\s{{0,2}})(?:the )?$")
_IN_A_ROW = re.compile(r"(?:[至到、和及每/—–~～-]|\b(?:to|through|and|or|every|each))\s{0,2}$", re.IGNORECASE)
_REACH = 24  # how far before a date its weekday can begin


@dataclass(frozen=True, slots=True)
class Beside:
    """A date with the weekday that is written beside it: their text, and the date without a year where it has none."""

    quote: str
    weekday: str
    number: int
    year: int | None
    month: int
    day: int

    def dates(self, years: Iterable[int]) -> list[date]:
        """The dates that it may mean: of its own year, else of each of `years`; empty where there is no such day."""
        found = []
        for year in (self.year,) if self.year else dict.fromkeys(years):
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return found


def weekday_number(word: str) -> int:
    """0 for `周一`, `星期一`, `Mon` and `Monday`, 6 for `周日`."""
    last = word[-1:]
    if last in "一二三四五六日天":
        return "一二三四五六日天".index(last) % 7 if last != "天" else 6
    return _DAYS.index(word[:3].lower())


def same_style(number: int, word: str) -> str:
    """A weekday, written as `word` writes its own: `星期五` for 4 and `星期一`."""
    name = WEEKDAYS[number]
    last = word[-1:]
    return word[:-1] + name["zh"][-1] if last in "一二三四五六日天" else name["en"]


def weekdays_beside_dates(text: str) -> Iterator[Beside]:
    """Every date of a text with a weekday directly before or after it, in order. A weekday belongs to one date."""
    found = list(_DATE.finditer(text))
    taken = 0  # no weekday before this place is free
    for place, match in enumerate(found):
        before = _before(text, match.start(), taken)
        if before is not None:
            taken = match.end()
            end = match.end() + (text[match.end() : match.end() + 1] in (*"）)]",))
            yield _beside(match, text[before.start() : end], before["day"])
            continue
        after = _AFTER.match(text, match.end())
        if after is None or _is_of_next(text, after, found[place + 1 : place + 2]):
            continue
        taken = after.end()
        end = after.end() if after["close"] else after.end("day")
        yield _beside(match, text[match.start() : end], after["day"])


def _before(text: str, end: int, taken: int) -> re.Match[str] | None:
    """The weekday that ends where a date begins, unless it is the last of several."""
    start = max(taken, end - _REACH)
    match = _BEFORE.search(text, start, end)
    return None if match is None or _IN_A_ROW.search(text[max(0, match.start() - 10) : match.start()]) else match


def _is_of_next(text: str, after: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Whether a weekday without brackets stands right before the next date, which has none behind it."""
    if not following or after["close"]:
        return False
    (next_date,) = following
    between = text[after.end("day") : next_date.start()]
    return not between.strip(" ,（(") and _AFTER.match(text, next_date.end()) is None


def _beside(match: re.Match[str], quote: str, weekday: str) -> Beside:
    parts = match.groupdict()
    form = next(form for form in "1234" if parts[f"d{form}"])
    year, month = parts[f"y{form}"], parts[f"m{form}"]
    return Beside(
        quote=quote,
        weekday=weekday.rstrip("."),
        number=weekday_number(weekday.rstrip(".")),
        year=int(year) if year and int(year) in YEARS else None,
        month=int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1,
        day=int(parts[f"d{form}"]),
    )
