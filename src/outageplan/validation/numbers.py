"""The numbers in a Chinese and in an English text, so that the two can be compared.

A number is the set of integers that it may mean: `下午5点` and `5 p.m.` are 17, `24:00` is 24 or 0. Month names are
numbers, minutes of a full hour are none. What is written in words only has to agree where it counts something.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from outageplan.validation.numerals import BIG, MONTHS, ORDINALS, ROMAN, TENS, UNITS, chinese_integer, integer
from outageplan.wording import Text

Meanings = frozenset[str]


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_ID = r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-._/][A-Za-z0-9]+)*"
_IDS = re.compile(rf"https?://\S+|{_ID}")
_IDS_OR_MAIL = re.compile(rf"https?://\S+|\S+@\S+|{_ID}")
_SOME_ID = re.compile(r"[A-Za-z][-._/]?[0-9]|://|@")  # there is none where this is not
_CIRCLED = re.compile("[\u2460-\u24ff]")
_LATER = re.compile(r"下午|晚|傍晚|夜|中午|p\.?m|afternoon|evening|night|noon", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)((?:19|20|21)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
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
_EN_YEAR = re.compile(
    r"(?<![\d,.-])((?:19[5-9]|20|21)\d{1,2})(?![\d,]*\d|\.\d|\s*(?:yuan|rmb|cny|people|%))", re.IGNORECASE
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
_ZH_UNIT = re.compile(r"(?:个)?(?:工作日|自然日|小时|月|星期|礼拜)|[天日周年分元岁]|分钟|万元")
_ZH_COUNTED = re.compile(r"[个种类家项句份次人名所处者段条]")
_EN_WORD = re.compile(
    rf"\b(?:({'|'.join(TENS)})(?:[- ]({'|'.join(list(UNITS)[:9])}))?|({'|'.join(reversed(UNITS))}))\b", re.IGNORECASE
)
_EN_UNIT = re.compile(
    r"[- ](?:working |calendar |business )?(?:day|hour|minute|month|week|year|o'clock|yuan)s?\b", re.I
)
_EN_HOURS = {"noon", "midday", "midnight", "half", "quarter"}
_EN_SAID = MONTHS.keys() | TENS.keys() | UNITS.keys() | _EN_HOURS  # the words that matter beside ordinals

# most texts hold no number at all: no digit, no letter that NFKC makes a digit of, no word for a number
_ANY_ZH = re.compile("[\\d\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u32ff零〇一二两三四五六七八九十百千半]")
_ANY_EN = re.compile("[\\d\u00b2\u00b3\u00b9\u2070-\u2089\u2150-\u24ff]")
_ANY_EN_WORD = _EN_SAID | {word for word in ORDINALS if len(word) > 2} | {word.lower() for word in ROMAN}


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
    if text.zh is None or text.en is None or not (_ANY_ZH.search(text.zh) or _any_english(text.en)):
        return [], []
    zh, en = chinese_numbers(text.zh), english_numbers(text.en)
    only_zh, only_en = zh.lacking_in(en), en.lacking_in(zh)
    if (left_zh := zh.uncounted_in(en)) and (left_en := en.uncounted_in(zh)):
        only_zh, only_en = only_zh + left_zh, only_en + left_en
    if zh.years and en.years and not (zh.years <= en.years or en.years <= zh.years):
        only_zh, only_en = only_zh + sorted(zh.years - en.years), only_en + sorted(en.years - zh.years)
    return only_zh, only_en


def _any_english(text: str) -> bool:
    return bool(_ANY_EN.search(text)) or not _ANY_EN_WORD.isdisjoint(_words(text))


def _words(text: str) -> set[str]:
    """The words of a text in lower case: to look for many in them is much quicker than to search the text for each."""
    return set(_WORD.findall(text.lower()))


def chinese_numbers(text: str) -> Numbers:
    """The numbers of a Chinese text."""
    found = Numbers()
    left = _prepared(text, found)
    if not _ANY_ZH.search(left):
        return found
    left = _ZH_YEAR.sub(lambda match: _year(found, match[1]), left)
    if "时" in left or "点" in left or ":" in left:
        later = bool(_LATER.search(text))
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
    if unit := _ZH_UNIT.match(text, end):
        found.need(word + unit[0], str(value), *([str(value * 7)] if unit[0] in ("周", "个星期") else []))
    elif _ZH_COUNTED.match(text, end):
        found.count(word + text[end], str(value))


def english_numbers(text: str) -> Numbers:
    """The numbers of an English text."""
    found = Numbers()
    found.said.update(str(ROMAN[word]) for word in ROMAN.keys() & _WORD.findall(text))
    left = _prepared(text, found)
    words = _words(left)
    if not _EN_SAID.isdisjoint(words) or _DIGIT.search(left):
        left = _english_left(found, left, later=bool(_LATER.search(text)))
        words = _words(left)
    found.said.update(str(ORDINALS[word]) for word in ORDINALS.keys() & words)
    return found


def _english_left(found: Numbers, left: str, later: bool) -> str:
    """Takes down what a prepared text says in digits and in words; returns it without hours, years and months."""
    left = _EN_TIME.sub(lambda match: _english_time(found, match, later), left)
    left = re.sub(r"\btwo[- ]diseases?\b", " ", left, flags=re.IGNORECASE)
    left = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", left, flags=re.IGNORECASE)
    left = _EN_YEAR.sub(lambda match: _year(found, match[1]) if len(match[1]) == 4 else match[0], left)
    if not MONTHS.keys().isdisjoint(_words(left)):
        left = _EN_MONTH.sub(lambda match: found.need(match[0], str(MONTHS[match[0].rstrip(".").lower()])), left)
    for match in _EN_WORD.finditer(left):
        small = UNITS[(match[2] or match[3]).lower()] if match[2] or match[3] else 0
        value = small + (TENS[match[1].lower()] if match[1] else 0)
        found.said.add(str(value))
        unit = _EN_UNIT.match(left, match.end())
        if unit and value > 1:
            also = [str(value * 7)] if "week" in unit[0] else []
            if later and "o'clock" in unit[0]:
                also.append(str(value + 12))
            found.need(match[0] + unit[0], str(value), *also)
        elif value > 1:
            found.count(match[0], str(value))
    if re.search(r"\bhalf a year\b", left):
        found.said.add("6")
    if re.search(r"\bhalf an hour\b", left):
        found.said.add("30")
    _digits(found, left, later)
    return left


def _prepared(text: str, found: Numbers) -> str:
    """The text in plain characters, without addresses and ids, and with written-out dates taken out."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKC", _CIRCLED.sub(" ", text)).replace("’", "'")
    if _SOME_ID.search(plain):
        ids = _IDS_OR_MAIL if "@" in plain else _IDS
        plain = ids.sub(lambda match: " " if re.search(r"\d|://|@", match[0]) else match[0], plain)
    if not _DIGIT.search(plain):
        return plain
    if "+86" in plain:
        plain = re.sub(r"\+86[- ]?", "", plain)
    if "," in plain:
        plain = _SEPARATED.sub(lambda match: _scaled(found, match[0].replace(",", "")), plain)

    def date(match: re.Match[str]) -> str:
        found.need(match[0], str(int(match[3])))
        found.said.update((str(int(match[3])), str(int(match[4]))))
        found.needed[f"{match[0]} "] = frozenset({str(int(match[4]))})
        return _year(found, match[1])

    def clause(match: re.Match[str]) -> str:
        found.said.add(match[1] or match[2])
        return " "

    return _ISO.sub(date, _CLAUSE.sub(clause, plain))


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
        number = match[1]
        if re.fullmatch(r"0\d{2,3}", number):  # an area code
            found.said.add(str(int(number)))
            continue
        if match[2] or "." not in number:
            power = BIG.get((match[2] or "").lower(), 0)
            whole, _, part = number.partition(".")
            number = str(int(whole + part.ljust(power, "0"))) if len(part) <= power else match[0]
        also = [str(int(number) + 12)] if later and number.isdecimal() and 0 < int(number) < 12 else []
        found.need(match[0], number, *also)
