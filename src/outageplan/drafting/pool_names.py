"""Names of pools in a text: whole ones, and short ones where what stands around them makes them a place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from outageplan.catalog.counties import pool_of_county
from outageplan.catalog.pools import NATION, pools, province_of
from outageplan.wording import Text

_STRONG_BEHIND = re.compile(
    r"(?:市|省|自治州|州|盟|地区)?(?:示范区|全市|市直|省直|省本级|本级|市本级|的?医保|的?医疗保|社保|某)"
)
_BEHIND = re.compile(
    r"(?:市|省|自治州|州|盟|地区)?(?:全市|全省|全区|全州|市直|省直|省本级|本级|市本级|医保|医疗|社保|"
    r"社会保险|人社|人力资源|居民|职工|参保|将|新医保|城乡|城镇|关于|暂停|停机|税务|\d|系统|信息|启用|上线|"
    r"切换|县|区)"
)
_BEFORE = re.compile(r"(?:^|[\s,。:;!?《(\[【“\"、|]|关于|转发|据|在|是|散|提醒|对|市|省|区|致|现将|为)$")
_PAPER = re.compile(r"(?:日报|晚报|晨报|商报|电视台|客户端|新闻网)")
_OF_A_CARD = ("社会保障卡", "社保卡", "医保卡", "市民卡")
_ENGLISH_BEHIND = re.compile(
    r"(?:'s)? (?:City|Municipal|Province|Provincial|Medical|Health|Healthcare|medical|health|city|will|"
    r"bureau|Bureau|residents|(?i:prefecture|people's))\b"
)
_RESIDENTS = ("residents of ",)
_LONGEST = 8  # characters of a name
_NO_COUNTIES = ("城区", "郊区", "矿区", "东区", "西区", "和县")  # words before they are names: 省和县
_SHARED_NAME = Text("另有城市英文名相同", "another city has the same English name")
_MOSTLY = {"Suzhou": "320500", "Fuzhou": "350100"}  # of two cities, the one that is nearly always meant
_BY_COUNTY = Text("只写了县（市、区），按其所属的统筹区", "only a county is named; this is the pool that it lies in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A pool with the words that name it. `doubt` says why it should be looked at, where it should."""

    code: str
    start: int
    end: int
    doubt: Text | None = None


@functools.cache
def _codes() -> dict[str, tuple[str, ...]]:
    """The codes of the pools that have a name, by all of their names that may stand in a text."""
    found: dict[str, dict[str, None]] = {}
    for pool in pools().values():
        for name in (pool.name["zh"], pool.name["en"], *pool.synonyms):
            if len(name) > 1 and not (name.isascii() and len(name) < 4) and "provincial" not in name:
                found.setdefault(name, {})[pool.id] = None
    return {name: tuple(codes) for name, codes in found.items() if NATION not in codes}


@functools.cache
def _shared() -> dict[str, tuple[str, ...]]:
    """English names that pools of several provinces have, with their codes: Taizhou, Suzhou, Fuzhou, Yichun."""
    several = {name: codes for name, codes in _codes().items() if name.isascii()}
    return {name: codes for name, codes in several.items() if len(set(map(province_of, codes))) > 1}


def _of_named_province(text: str, name: str) -> str | None:
    """The pool of a shared English name whose province alone is named in the text; None where that does not tell."""
    told = [code for code in _shared()[name] if pools()[province_of(code)].name["en"] in text]
    return told[0] if len(told) == 1 else None


@functools.cache
def _of_counties() -> dict[str, str]:
    """The codes of pools by the names of counties, and of county-level cities in short, which name no pool."""
    found = {}
    for name, code in pool_of_county().items():
        short = name.removesuffix("市")
        found.update({one: code for one in (name, short) if len(one) > 1})
    return {name: code for name, code in found.items() if name not in _codes() and name not in _NO_COUNTIES}


@functools.cache
def _names() -> dict[str, list[tuple[str, str]]]:
    """All names by their first two characters, the longest first, with the code of the pool that each stands for."""
    heads: dict[str, list[tuple[str, str]]] = {}
    own = ((name, codes[0]) for name, codes in _codes().items())
    for name, code in (*own, *_of_counties().items()):
        heads.setdefault(name[:2].casefold(), []).append((name, code))
    return {head: sorted(names, key=lambda one: -len(one[0])) for head, names in heads.items()}


def named_pools(text: str, start: int, end: int, *, strict: bool = True) -> list[Place]:
    """The pools that a stretch of text names, in order; a city's province beside it is left out.

    `strict` takes a name in short (威海) only where what stands around it makes it one.
    """
    return most_specific(list(all_named(text, start, end, strict=strict)))


def all_named(text: str, start: int, end: int, *, strict: bool = True, short: bool = False) -> Iterator[Place]:
    """Every naming of a pool in a stretch of text, in order; with `short` of two characters wherever they stand."""
    place, names = start, _names()
    while place < end - 1:
        hit = None
        for name, code in names.get(text[place : place + 2].casefold(), ()):
            if text[place : place + len(name)].casefold() == name.casefold() and place + len(name) <= end:
                hit = _checked(text, place, name, code, strict=strict, short=short)
                if hit:
                    break
        if hit:
            yield hit
        place = hit.end if hit else place + 1


def _checked(text: str, place: int, name: str, code: str, *, strict: bool, short: bool) -> Place | None:
    end = place + len(name)
    if name.isascii() or not "\u4e00" <= name[0] <= "\u9fff":
        before = text[place - 1 : place]
        if before.isalpha() or text[end : end + 1].isalpha():
            return None
        named = _ENGLISH_BEHIND.match(text, end) or text[max(0, place - 13) : place].lower() in _RESIDENTS
        if strict and not named:
            return None
        told = _of_named_province(text, name) if name in _shared() else code
        found = told or _MOSTLY.get(name)
        return Place(code=found, start=place, end=end, doubt=None if told else _SHARED_NAME) if found else None
    whole = name[-1] in "市省州盟" or (
        name.endswith(("自治区", "地区", "自治县", "县", "省直", "本级", "区直")) and len(name) > 2
    )
    if text.startswith(_OF_A_CARD, end) or _PAPER.match(text, end):
        return None  # a card's or a newspaper's name, not whose system it is
    if text[end : end + 1] == "区" and name[-1] != "区" and not whole:
        return None  # 朝阳区 is not 朝阳市
    if not whole and (strict or (len(name) == 2 and not short)) and not _fits(text, place, end):
        return None
    return Place(code=code, start=place, end=end, doubt=_BY_COUNTY if name in _of_counties() else None)


def _fits(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name in short makes it the name of a place."""
    if _STRONG_BEHIND.match(text, end):
        return True
    return bool(_BEHIND.match(text, end) and _BEFORE.search(text[max(0, start - 4) : start]))


def most_specific(found: list[Place]) -> list[Place]:
    """Without a province that only stands before its own city or direct pool."""
    inside = {province_of(place.code) for place in found if place.code != province_of(place.code)}
    kept: dict[str, Place] = {}
    for place in found:
        if not (place.code == province_of(place.code) and place.code in inside):
            kept.setdefault(place.code, place)
    return list(kept.values())


def named_before(text: str, end: int) -> str | None:
    """The pool that is named right before a place, by its whole or short name."""
    for start in range(max(0, end - _LONGEST), end - 1):
        for name, code in _names().get(text[start : start + 2], ()):
            if len(name) == end - start and text[start:end] == name:
                return code
    return None
