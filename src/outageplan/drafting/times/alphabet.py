"""The signs that times are written in: one-to-one folding of widths and forms, and numbers in digits or Chinese.

Every pattern of this package has a bounded length: no repetition without an upper limit, so that the work for each
place of a text has a limit too, and the work for a text grows with its length only.
"""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = "—–─━―‐‑‒−﹣ー"
_TILDES = "〜∼～"
_BLANKS = "\u3000\xa0\t\u2002\u2003\u2009\u202f\ufeff\u200b"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_TRADITIONAL = dict(
    zip(
        "時點號後預計暫劃擬週禮當個月內開據診醫費發單達實間為從於長遲晚務復啟線統務業機網關閉際陸續約鐘報現過兩總歷數達應動變",
        "时点号后预计暂划拟周礼当个月内开据诊医费发单达实间为从于长迟晚务复启线统务业机网关闭际陆续约钟报现过两总历数达应动变",
        strict=True,
    )
)
_FOLD = str.maketrans(
    _TRADITIONAL
    | {chr(wide): chr(plain) for wide, plain in _FULL_WIDTH.items()}
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_TILDES, "~")
    | dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_BREAKS, "\n")
    | {"○": "〇", "Ｏ": "〇", "∶": ":", "︰": ":", "﹕": ":", "壹": "一", "﹙": "(", "﹚": ")", "〔": "[", "〕": "]"}
)

_ONES = "一二三四五六七八九"
_VALUES = {"〇": 0, "零": 0, "两": 2} | {sign: value for value, sign in enumerate(_ONES, start=1)}
_TENS = {"廿": 2, "卅": 3}

# Whole numbers, not pieces of longer ones: below 100, below 1000, and years.
# a point before it makes it a decimal or a version, but for the one of an item's number: 1.10月11日
_EDGE = r"(?<![0-9第])(?:(?<!\.)|(?<=\n[0-9]\.)|(?<=\n[0-9]{2}\.)|(?<=\A[0-9]\.))"
_DIGITS = f"{_EDGE}[0-9]"
_SIGNS = rf"(?<![〇零{_ONES}十廿卅百千万亿两第])"
_CHINESE = rf"{_SIGNS}(?:[{_ONES}]?十[{_ONES}]?|[廿卅][{_ONES}]?|[〇零两{_ONES}])"
NUMBER = rf"(?:{_DIGITS}{{1,2}}|{_CHINESE})"
YEAR = rf"(?:{_EDGE}[12][0-9]{{3}}|{_SIGNS}[一二][〇零{_ONES}]{{3}})"
COUNT = rf"(?:{_DIGITS}{{1,3}}|{_CHINESE})"
GAP = r"[ ]{0,3}"
JOIN = r"(?:-{1,2}|~|至|到)"

ENGLISH_NUMBERS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-four": 24},
    **{"thirty": 30, "forty-eight": 48, "sixty": 60, "ninety": 90},
}


def fold(text: str) -> str:
    """The text with widths, dashes, blanks and traditional characters made plain; every sign keeps its place."""
    return text.translate(_FOLD)


def number(words: str) -> int:
    """The value of a number in ASCII digits, in Chinese (`二十八`, `廿八`, `二〇二一`), or as an English word."""
    if words.isdigit():
        return int(words)
    if words.lower() in ENGLISH_NUMBERS:
        return ENGLISH_NUMBERS[words.lower()]
    if words[0] in _TENS:
        return 10 * _TENS[words[0]] + (_VALUES[words[1]] if len(words) > 1 else 0)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * (_VALUES[tens] if tens else 1) + (_VALUES[ones] if ones else 0)
    return int("".join(str(_VALUES[sign]) for sign in words))


def one_line(words: str) -> str:
    """Words of the source as one line, for a boundary that can only quote them."""
    return " ".join(words.split())
