"""Words that are numbers, in English and in Chinese, and their values."""

from __future__ import annotations


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


MONTHS = _numbered("january february march april may june july august september october november december")
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
UNITS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ORDINALS = _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
ORDINALS |= {"once": 1, "twice": 2, "thrice": 3, "both": 2, "half": 2, "a": 1, "an": 1}
DIGITS = _numbered("零 一 二 三 四 五 六 七 八 九", 0) | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
BIG = {"万": 4, "亿": 8, "thousand": 3, "million": 6, "billion": 9}


def integer(word: str) -> int | None:
    """The value of a number in digits or in Chinese characters; None where it is none."""
    return int(word) if word.isdecimal() else chinese_integer(word) if set(word) <= {*DIGITS, *SCALES} else None


def chinese_integer(word: str) -> int | None:
    """The value of a number in Chinese characters below ten thousand, `二十一`; None where it is none."""
    total, digit = 0, -1
    if len(word) > 1 and not set(word) & set(SCALES):
        return int("".join(str(DIGITS[one]) for one in word))
    for one in word:
        if one in SCALES:
            total += (1 if digit < 0 else digit) * SCALES[one]
            digit = -1
        elif digit > 0:
            return None
        else:
            digit = DIGITS[one]
    return total + max(digit, 0)
