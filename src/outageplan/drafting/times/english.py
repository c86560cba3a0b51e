"""Moments as English versions write them: `8:00 on November 28th`, `December 5, 8:30 a.m.`, `midnight on June 10th`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outageplan.drafting.times.chinese import Scanned
from outageplan.drafting.times.matching import matches
from outageplan.drafting.times.written import Shift, Written

S = r"[ \n]{1,2}"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
    r"(?![A-Za-z])\.?"
)
_NTH = r"(?:st|nd|rd|th)"


def time(tag: str) -> str:
    """The pattern of a time of day, its groups named with `tag`."""
    return (
        r"(?<![0-9A-Za-z:.,/-])(?:"
        rf"(?P<h_{tag}1>[0-9]{{1,2}})(?::(?P<mi_{tag}1>[0-9]{{2}}))?[ ]?"
        rf"(?P<ap_{tag}1>(?i:[ap]\.[ ]?m\.|[ap]m(?![A-Za-z])))"
        rf"|(?P<h_{tag}2>[0-9]{{1,2}}):(?P<mi_{tag}2>[0-9]{{2}})(?::(?P<s_{tag}2>[0-9]{{2}}))?(?!:?[0-9])"
        r"(?:[ ]?(?i:hours|hrs|o'clock)(?![A-Za-z]))?"
        rf"|(?P<h_{tag}3>[0-9]{{1,2}})[ ]?(?P<oc_{tag}3>(?i:o'?clock))(?![A-Za-z])"
        rf"|(?:12:00{S})?(?P<word_{tag}4>(?i:noon|midnight))(?![A-Za-z]))"
        rf"(?:{S}in{S}the{S}(?P<ip_{tag}5>morning|afternoon|evening))?"
    )


def _year(tag: str) -> str:
    return rf"(?:,?{S}(?P<y_{tag}>[12][0-9]{{3}})(?![0-9:]))?"


_MONTH_DAY = (
    rf"(?P<m_1>{_MONTH}){S}(?:the{S})?(?P<d_1>[0-9]{{1,2}}){_NTH}?(?![0-9:A-Za-z])"
    rf"(?:[ ]?(?:-|to)[ ]?(?:the{S})?(?P<d1_1>[0-9]{{1,2}}){_NTH}?"
    rf"(?![0-9:A-Za-z]|{S}(?:{_MONTH}|[ap]\.?m)))?{_year('1')}"
)
_DAY_MONTH = (
    rf"(?:the{S})?(?P<d_2>[0-9]{{1,2}}){_NTH}?(?:{S}(?:day{S})?of)?{S}(?P<m_2>{_MONTH})(?!{S}[0-9]{{1,2}}(?![0-9]))"
    rf"{_year('2')}"
)
_NTH_DAY = rf"the{S}(?P<d_3>[0-9]{{1,2}}){_NTH}(?![A-Za-z])(?:{S}of{S}(?P<mr_3>this|next){S}month)?"
_WORD = rf"(?P<dr_4>(?i:today|tonight|tomorrow|the{S}same{S}(?:day|evening|night))(?![A-Za-z]))"
_END = (
    rf"(?:(?i:the){S})?(?P<p_5>(?i:end){S}of){S}(?:(?P<m_5>{_MONTH})(?!{S}[0-9]{{1,2}}(?![0-9])){_year('5')}|(?P<of_5>(?:the|this)(?:{S}current)?{S}(?:month|year))"
    rf"(?![A-Za-z]))"
)
_NO_LIST = r"(?<!to )(?<!and )(?<!or )(?<!through )(?<!every )(?<!each )(?<!-)"  # Monday to Friday, 08:30
_OF_A_WEEK = (  # noon on Friday
    rf"(?:{time('d')},?{S}(?:on{S})?(?P<wd_4>{WEEKDAY})(?!{S}(?:to|through|and|or){S})"
    rf"|{_NO_LIST}(?P<wd_5>{WEEKDAY}),?{S}(?:(?:at|from){S})?{time('e')})"
)
_BESIDE = rf"(?:[ ]?\((?P<wd_2>{WEEKDAY})\)|,?{S}(?P<wd_3>{WEEKDAY}))?"
POINT = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?P<ta>{time('a')}(?:,?{S}(?:on|of|(?P<eod>at{S}the{S}end{S}of))(?:{S}(?:the{S})?(?:night|morning|evening){S}of)?)?,?{S})?(?:(?P<wd_1>{WEEKDAY}),?{S})?"
    rf"(?:{_MONTH_DAY}|{_DAY_MONTH}|{_NTH_DAY}|{_WORD}|{_END}){_BESIDE}(?(ta)|(?:,?{S}(?:(?:at|from){S})?{time('b')})?)"
    rf"|{_OF_A_WEEK}|{time('c')})"
)
_FIRST = re.compile("[0-9JFMASONDTWEtnme]")
_WORDS = {"noon": 12, "midnight": 0}
_PART = {"a": "a.m.", "p": "p.m."}
_IN_THE = {"morning": "a.m.", "afternoon": "p.m.", "evening": "p.m."}
_FROM_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1}


def scan(text: str) -> Iterator[Scanned]:
    """The English moments of a folded text, in order: every part as written, not yet a day of the calendar."""
    for match in matches(POINT, _FIRST, text):
        groups: dict[str, str] = {}
        for name, words in match.groupdict().items():
            if words is not None:
                groups.setdefault(name.partition("_")[0], words)
        yield _scanned(match, groups)


def _scanned(match: re.Match[str], groups: dict[str, str]) -> Scanned:
    word = groups.get("word", "").lower()
    today = groups.get("dr", "").lower()
    hour = _WORDS.get(word, int(groups["h"]) if "h" in groups else None)
    if "eod" in groups and word == "midnight":  # midnight at the end of October 21
        hour, word = 24, ""
    whole = Written(
        start=match.start(),
        end=match.end(),
        year=int(groups["y"]) if "y" in groups else None,
        month=MONTHS.index(groups["m"][:3].lower()) + 1 if "m" in groups else None,
        day=int(groups["d"]) if "d" in groups else None,
        day_shift=_from_today(today),
        month_shift=Shift(base="published", steps=int(groups["mr"] == "next")) if "mr" in groups else None,
        weekday=_DAYS.index(groups["wd"][:3].lower()) if "wd" in groups else None,
        part_of_year=("年底" if groups.get("of", "").endswith("year") else "月底") if "p" in groups else None,
        day_part=_day_part(groups, word, today),
        hour=hour,
        minute=int(groups.get("mi", 0)),
        seconds="s" in groups,
        english=True,
    )
    if "d1" in groups:
        end = match.end("d_1")
        return replace(whole, end=end, hour=None, day_part=None), replace(whole, start=end, day=int(groups["d1"]))
    return whole, None


def _from_today(word: str) -> Shift | None:
    """How far a word for a day is from the publication, or from the day told before it: the same day."""
    if not word:
        return None
    return Shift(base="published", steps=_FROM_TODAY[word]) if word in _FROM_TODAY else Shift(base="before", steps=0)


def _day_part(groups: dict[str, str], word: str, today: str) -> str | None:
    """`a.m.`, `p.m.`, `midnight`, `o'clock`, or 晚 for `tonight`; None for a clock of 24 hours."""
    if "ap" in groups:
        return _PART[groups["ap"][0].lower()]
    if "ip" in groups:
        return _IN_THE[groups["ip"]]
    if word == "midnight":
        return word
    if today == "tonight":
        return "晚"
    return "o'clock" if "oc" in groups else None
