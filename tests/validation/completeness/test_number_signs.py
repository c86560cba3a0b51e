"""A glance at a text never overlooks what the closer look would find in it."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.validation.number_signs import may_differ, some_id, words_of
from outageplan.validation.numbers import chinese_numbers, english_numbers

ZH = (
    *("零", "〇", "一", "两", "三", "十二", "天", "日", "月", "个", "周", "个工作日", "时", "点", "半", "年", "星期"),
    *("零星", "两病", "下午", "8", "17:00", "2021-11-21", "第3条", "家", "，", "：", " ", "①", "Ⅲ", "㏠", "⼆", "３"),
    *("a@b.cn", "https://a.cn/1", "I.2", "和/或"),
)
EN = (
    *("two", "twenty-one", "one", "May", "noon", "half", "past", "eight", "days", "first", "both", "a", "I", "V", "x"),
    *(
        "8",
        "p.m.",
        "2021-11-21",
        "section",
        "5",
        "thousand",
        "ﬁve",
        "ｔｗｏ",
        "²",
        "a@two.cn",
        "http://two",
        "x_2",
        "’",
    ),
)


def _told(text: str, *, zh: bool) -> bool:
    """Whether a text says a number that the other must say too."""
    found = chinese_numbers(text) if zh else english_numbers(text)
    return bool(found.needed or found.counted or found.years)


@given(st.lists(st.sampled_from(ZH), max_size=6).map("".join), st.lists(st.sampled_from(EN), max_size=6).map(" ".join))
def test_nothing_is_overlooked(zh: str, en: str) -> None:
    if _told(en, zh=False) and en.isascii():
        assert may_differ(zh, en)
    if _told(zh, zh=True):
        assert may_differ(zh, en + " both")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("手工（零星）报销", "Claim by hand."),
        ("零售药店", "Told once."),
        ("请提前备药。", "Both of you come first."),
        ("两病患者", "See I."),
    ],
)
def test_what_does_not_count_is_not_looked_into(zh: str, en: str) -> None:
    assert not may_differ(zh, en)


def test_every_character_that_hides_a_number_is_seen() -> None:
    """Written in plain characters (NFKC), some of them are digits, numerals, or what a numeral counts."""
    telling = re.compile(
        r"[\d零〇一二两三四五六七八九十百千时点个工自小月星礼天日周年分元岁万种类家项句份次人名所处者段条]"
    )
    signs = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if telling.search(plain := unicodedata.normalize("NFKC", char)) and plain != char
    ]
    assert len(signs) > 300
    assert [char for char in signs if not may_differ(f"三 {char}", "Both.")] == []


@pytest.mark.parametrize("text", ["I.2", "henan-2021", "a@b", "see https://a", "A1", "x_9"])
def test_ids_and_addresses(text: str) -> None:
    assert some_id(text)


@pytest.mark.parametrize("text", ["on 21 November", "17:00", "(2021-11-21)", "5 a.m."])
def test_numbers_are_no_ids(text: str) -> None:
    assert not some_id(text)


@given(st.text(st.characters(codec="ascii")))
def test_words_of_ascii(text: str) -> None:
    assert words_of(text) == set(re.findall(r"\w+", text.lower()))
