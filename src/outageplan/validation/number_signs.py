"""What shows at a glance of the numbers in a text, so that the closer look is left out where it would find none.

A text says something in numbers by a digit, by a Chinese number that counts (`三天`, `五点`) or by an English word such
as `two`, `May` or `noon`. Other numbers (the `零` of `零星`, `first`, the `I` of a clause) only satisfy the other text.
"""

from __future__ import annotations

import re

from outageplan.validation.numerals import MONTHS, ORDINALS, ROMAN, TENS, UNITS

HOURS = ("noon", "midday", "midnight", "half", "quarter")
LATER = ("下午", "晚", "夜", "中午", "pm", "p.m", "evening", "night", "noon")  # an hour may be after noon
CLAUSES = ("第", "section", "part", "clause", "article", "paragraph", "item", "chapter")
_SAYING = MONTHS.keys() | TENS.keys() | UNITS.keys() | {*HOURS}  # the words that matter beside ordinals
_SOME_WORD = _SAYING | {word for word in ORDINALS if len(word) > 2} | {word.lower() for word in ROMAN}
_WORD = re.compile(r"\w+")
# ASCII in lower case, with blanks between the words: twice as quick as the pattern
_APART = "".join(char.lower() if char.isalnum() or char == "_" else " " for char in map(chr, range(128)))
ZH_UNIT = re.compile(r"(?:个)?(?:工作日|自然日|小时|月|星期|礼拜)|[天日周年分元岁]|分钟|万元")
ZH_COUNTED = re.compile(r"[个种类家项句份次人名所处者段条]")

# patterns begin with what few texts have, and are quick where it is not
_NUMERALS = "零〇一二两三四五六七八九十百千"
ANY_ZH = re.compile(f"[\\d\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u32ff{_NUMERALS}半]")
_ANY_EN = re.compile("[\\d\u00b2\u00b3\u00b9\u2070-\u2089\u2150-\u24ff]")
SOME_ZH_TIME = re.compile(r"[\d零〇一二两三四五六七八九十]\s*[时点:]")
SOME_EN_TIME = re.compile(r"\d(?::\d|\s*[ap]\.?m)", re.IGNORECASE)
_SOME_ID = re.compile(r"[0-9](?:(?<=[A-Za-z].)|(?<=[A-Za-z][-._/].))")
_COUNTS = re.compile(rf"[{_NUMERALS}](?:\s*[时点]|{ZH_UNIT.pattern}|{ZH_COUNTED.pattern})")
# a digit, and what may bring one forth when it is written in plain characters (NFKC) or loses an address
_HIDDEN = re.compile(
    "[\\d@/\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u24ff\u2776-\u2793\u2e80-\u2fdf\u3038-\u303a\u3190-\u33ff\uf900-\ufaff"
    "\U0001f100-\U0001f2ff\U0002f800-\U0002fa1f]"
)


def words_of(text: str) -> set[str]:
    """The words of a text in lower case: to look for many in them is much quicker than to search the text for each."""
    return set(text.translate(_APART).split() if text.isascii() else _WORD.findall(text.lower()))


def some_word(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of some words (in lower case) stands anywhere in a text, be it inside another word."""
    lowered = text.lower()
    for word in words:  # noqa: SIM110 - `any` takes twice as long
        if word in lowered:
            return True
    return False


def some_id(text: str) -> bool:
    """Whether a text may hold an id with digits or an address."""
    return "@" in text or "://" in text or bool(_SOME_ID.search(text))


def may_differ(zh: str, en: str) -> bool:
    """Whether one of two texts may say a number that the other must say too. Most texts say none."""
    if _ANY_EN.search(en):
        return True
    words = words_of(en)
    if not _SAYING.isdisjoint(words):
        return True
    if not ANY_ZH.search(zh) and _SOME_WORD.isdisjoint(words):
        return False
    return bool(_HIDDEN.search(zh) or _COUNTS.search(zh)) or not en.isascii() or some_id(en)
