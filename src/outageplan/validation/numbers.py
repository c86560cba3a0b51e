"""The numbers in a Chinese and in an English text, so that the two can be compared.

A number is the set of integers that it may mean: `下午5点` and `5 p.m.` are 17, `24:00` is 24 or 0. Month names are
numbers, minutes of a full hour are none. What is written in words only has to agree where it counts something.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from outageplan.validation.number_signs import (
    ANY_ZH,
    CLAUSES,
    HOURS,
    LATER,
    SOME_EN_TIME,
    SOME_ZH_TIME,
    ZH_COUNTED,
    ZH_UNIT,
    may_differ,
    some_id,
    some_word,
    words_of,
)
from outageplan.validation.numerals import BIG, MONTHS, ORDINALS, ROMAN, TENS, UNITS, chinese_integer, integer
from outageplan.wording import Text

Meanings = frozenset[str]

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_ID = r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-._/][A-Za-z0-9]+)*"
_IDS = re.compile(rf"https?://\S+|{_ID}")
_IDS_OR_MAIL = re.compile(rf"https?://\S+|\S+@\S+|{_ID}")
_CIRCLED = re.compile("[\u2460-\u24ff]")
_ISO = re.compile(r"((?:19|20|21)(?<!\d..)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_ZH_TIME = re.compile(
    r"(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间)?\s*"
    r"(?:(\d{1,2})\s*[:](\d{2})(?!\d)|(\d{1,2}|[零〇一二两三四五六七八九十]+)\s*[时点](?!段|间|期|候)(?:(\d{1,2}|[一二三四五六七八九十]+)分|(半)|(一刻))?)"
)
_EN_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?)|(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])"
    r"|\b(noon|midday|midnight)\b|\b(half|quarter) past (\w+)",
    re.IGNORECASE,
)
_ZH_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)\s*年")
_TWO_DISEASES = re.compile(r"\btwo[- ]diseases?\b", re.IGNORECASE)
_EN_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_EN_YEAR = re.compile(
    r"((?:19(?<![\d,.-]..)[5-9]|2[01](?<![\d,.-]..))\d{1,2})(?![\d,]*\d|\.\d|\s*(?:yuan|rmb|cny|people|%))",
    re.IGNORECASE,
)
_EN_MONTH = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|(?<=\d )(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= \d)|(?<=\bin )(May)\b|(?<=\bof )(May)\b"
)
_SEPARATED = re.compile(r"(?<!\d)(\d{1,3}(?:,\d{3})+)(?!\d)")
_CLAUSE = re.compile(
    r"第\s*(\d+(?:\.\d+)*)\s*(?:段|部分|条|款|项|节|章)"
    r"|\b(?:sections?|parts?|clauses?|articles?|paragraphs?|items?|chapters?) (\d+(?:\.\d+)*)",
    re.IGNORECASE,
)
_SCALED = re.compile(r"(\d+(?:\.\d+)?)\s*(万|亿|thousand|million|billion)?", re.IGNORECASE)
_ZH_WORD = re.compile("[零〇一二两三四五六七八九十百千]+")
_EN_WORD = re.compile(
    rf"\b(?:({'|'.join(TENS)})(?:[- ]({'|'.join(list(UNITS)[:9])}))?|({'|'.join(reversed(UNITS))}))\b", re.IGNORECASE
)
_HALVES = {"half a year": "6", "half an hour": "30"}
_EN_COUNTS = TENS.keys() | UNITS.keys()
_EN_UNIT = re.compile(
    r"[- ](?:working |calendar |business )?(?:day|hour|minute|month|week|year|o'clock|yuan)s?\b", re.I
)


@dataclass(slots=True)
class Numbers:
    """What a text says in numbers: what must be in the other, what it only counts in words, and what satisfies."""

    needed: dict[str, Meanings] = field(default_factory=dict)
    counted: dict[str, Meanings] = field(default_factory=dict)
    years: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)

    def need(self, shown: str, *meanings: str) -> str:
        """A number that the other text must have too; returns the blank that is left of it."""
        self.needed[shown.strip()] = frozenset(meanings)
        self.said.update(meanings)
        return " "

    def count(self, shown: str, *meanings: str) -> None:
        """A number in words that the other text may leave out."""
        self.counted[shown] = frozenset(meanings)
        self.said.update(meanings)

    def lacking_in(self, other: Numbers) -> list[str]:
        """What this text says and the other does not, as it is written here."""
        return [shown for shown, means in self.needed.items() if means.isdisjoint(other.said)]

    def uncounted_in(self, other: Numbers) -> list[str]:
        """The counts in words that the other does not have."""
        return [shown for shown, means in self.counted.items() if means.isdisjoint(other.said)]


def differences(text: Text) -> tuple[list[str], list[str]]:
    """What only the Chinese text says in numbers, and what only the English one does."""
    if text.zh is None or text.en is None or not may_differ(text.zh, text.en):
        return [], []
    zh, en = chinese_numbers(text.zh), english_numbers(text.en)
    only_zh, only_en = zh.lacking_in(en), en.lacking_in(zh)
    if (left_zh := zh.uncounted_in(en)) and (left_en := en.uncounted_in(zh)):
        only_zh, only_en = only_zh + left_zh, only_en + left_en
    if zh.years and en.years and not (zh.years <= en.years or en.years <= zh.years):
        only_zh, only_en = only_zh + sorted(zh.years - en.years), only_en + sorted(en.years - zh.years)
    return only_zh, only_en


def chinese_numbers(text: str) -> Numbers:
    """The numbers of a Chinese text."""
    found = Numbers()
    left = _prepared(text, found)
    if not ANY_ZH.search(left):
        return found
    left = _ZH_YEAR.sub(lambda match: _year(found, match[1]), left)
    if SOME_ZH_TIME.search(left):
        later = some_word(text, LATER)
        left = _ZH_TIME.sub(lambda match: _chinese_time(found, match, later), left)
    left = left.replace("两病", " ")
    for match in _ZH_WORD.finditer(left):
        _chinese_word(found, match)
    if "半年" in left:
        found.said.add("6")
    if "半小时" in left or "半个小时" in left:
        found.said.add("30")
    _digits(found, left)
    return found


def _chinese_word(found: Numbers, match: re.Match[str]) -> None:
    """A number in Chinese characters."""
    text, word, end = match.string, match[0], match.end()
    value = chinese_integer(word)
    if value is None:
        return
    found.said.add(str(value))
    ordinal = text.startswith("第", match.start() - 1) if match.start() else False
    month = text.startswith("月", end) and value <= 12
    if ordinal or (value < 2 and not month):
        return
    if unit := ZH_UNIT.match(text, end):
        found.need(word + unit[0], str(value), *([str(value * 7)] if unit[0] in ("周", "个星期") else []))
    elif ZH_COUNTED.match(text, end):
        found.count(word + text[end], str(value))


def english_numbers(text: str) -> Numbers:
    """The numbers of an English text."""
    found = Numbers()
    if "I" in text or "V" in text or "X" in text:
        found.said.update(str(ROMAN[word]) for word in ROMAN.keys() & _WORD.findall(text))
    left, later = _prepared(text, found), some_word(text, LATER)
    # what goes through a whole text letter by letter is left out where a glance shows that it finds nothing
    if SOME_EN_TIME.search(left) or some_word(left, HOURS):
        left = _EN_TIME.sub(lambda match: _english_time(found, match, later), left)
    left = _EN_ORDINAL.sub(lambda match: match[0][0], _TWO_DISEASES.sub(" ", left))
    left = _EN_YEAR.sub(lambda match: _year(found, match[1]) if len(match[1]) == 4 else match[0], left)
    words = words_of(left)
    if not MONTHS.keys().isdisjoint(words):
        left = _EN_MONTH.sub(lambda match: found.need(match[0], str(MONTHS[match[0].rstrip(".").lower()])), left)
    if not _EN_COUNTS.isdisjoint(words):
        for match in _EN_WORD.finditer(left):
            _english_word(found, match, later)
    if "half" in words:
        found.said.update(said for phrase, said in _HALVES.items() if re.search(rf"\b{phrase}\b", left))
    found.said.update(str(ORDINALS[word]) for word in ORDINALS.keys() & words)
    _digits(found, left, later)
    return found


def _english_word(found: Numbers, match: re.Match[str], later: bool) -> None:
    """A number in English words."""
    small = UNITS[(match[2] or match[3]).lower()] if match[2] or match[3] else 0
    value = small + (TENS[match[1].lower()] if match[1] else 0)
    found.said.add(str(value))
    unit = _EN_UNIT.match(match.string, match.end())
    if unit and value > 1:
        also = [str(value * 7)] if "week" in unit[0] else []
        if later and "o'clock" in unit[0]:
            also.append(str(value + 12))
        found.need(match[0] + unit[0], str(value), *also)
    elif value > 1:
        found.count(match[0], str(value))


def _prepared(text: str, found: Numbers) -> str:
    """The text in plain characters, without addresses and ids, and with written-out dates taken out."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKC", _CIRCLED.sub(" ", text)).replace("’", "'")
    if some_id(plain):
        ids = _IDS_OR_MAIL if "@" in plain else _IDS
        plain = ids.sub(lambda match: " " if re.search(r"\d|://|@", match[0]) else match[0], plain)
    if not _DIGIT.search(plain):
        return plain
    if "+86" in plain:
        plain = re.sub(r"\+86[- ]?", "", plain)
    if "," in plain:
        plain = _SEPARATED.sub(lambda match: _scaled(found, match[0].replace(",", "")), plain)

    def date(match: re.Match[str]) -> str:
        day = str(int(match[4]))
        found.need(match[0], str(int(match[3])))
        found.said.add(day)
        found.needed[f"{match[0]} "] = frozenset({day})
        return _year(found, match[1])

    def clause(match: re.Match[str]) -> str:
        found.said.add(match[1] or match[2])
        return " "

    if some_word(plain, CLAUSES):
        plain = _CLAUSE.sub(clause, plain)
    return _ISO.sub(date, plain)


def _scaled(found: Numbers, number: str) -> str:
    """A number with separators is no year: kept apart from them."""
    return found.need(number, str(int(number)))


def _year(found: Numbers, year: str) -> str:
    found.years.add(year)
    found.said.add(str(int(year)))
    return " "


def _time(found: Numbers, shown: str, hour: int, minute: int, later: bool) -> str:
    hours = {hour, hour + 12} if later and 0 < hour < 12 else {hour}
    if hour in (0, 24):
        hours = {0, 24}
    found.need(shown, *map(str, hours))
    if minute:
        found.said.add(str(minute))
        found.needed[f"{shown.strip()} "] = frozenset({str(minute)})
    return " "


def _chinese_time(found: Numbers, match: re.Match[str], later: bool) -> str:
    part, hour, minute, word, worded_minute, half, quarter = match.groups()
    value = integer(hour or word)
    if value is None or value > 24:
        return match[0]
    minutes = integer(minute or worded_minute or "0") or 0
    minutes = 30 if half else 15 if quarter else minutes
    if part in ("下午", "傍晚", "晚上", "晚间", "晚", "夜间") and value < 12:
        return _time(found, match[0], value + 12, minutes, later=False)
    if part == "中午" and value < 6:
        return _time(found, match[0], value + 12, minutes, later=False)
    return _time(found, match[0], value, minutes, later=later and part is None)


def _english_time(found: Numbers, match: re.Match[str], later: bool) -> str:
    hour, minute, half_day, clock_hour, clock_minute, word, past, past_hour = match.groups()
    if word:
        found.need(match[0], *(("0", "24", "12") if word.lower() == "midnight" else ("12",)))
        return " "
    if past:
        value = UNITS.get(past_hour.lower()) or integer(past_hour)
        return _time(found, match[0], value, 30 if past.lower() == "half" else 15, later) if value else match[0]
    if half_day:
        value = int(hour) % 12 + (12 if half_day.lower().startswith("p") else 0)
        return _time(found, match[0], value, int(minute or 0), later=False)
    return _time(found, match[0], int(clock_hour), int(clock_minute), later)


def _digits(found: Numbers, left: str, later: bool = False) -> None:
    """The numbers in digits that nothing else has taken."""
    for match in _SCALED.finditer(left):
        number, scale = match.groups()
        if number.startswith("0") and number.isdecimal() and len(number) in (3, 4):  # an area code
            found.said.add(str(int(number)))
            continue
        if scale:
            power = BIG[scale.lower()]
            whole, _, part = number.partition(".")
            number = str(int(whole + part.ljust(power, "0"))) if len(part) <= power else match[0]
        elif "." not in number:
            number = str(int(number))
        also = [str(int(number) + 12)] if later and number.isdecimal() and 0 < int(number) < 12 else []
        found.need(match[0], number, *also)
