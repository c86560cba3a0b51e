"""One character at a time."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from outageplan.drafting.characters import is_chinese, plain_form

FORMS = {
    **{"８": "8", "：": ":", "（": "(", "～": "~", "—": "-", "①": "(1)", "Ⅱ": "II", "。": "。", "、": "、"},
    **{"醫": "医", "時": "时", "記": "记", "機": "机"},
    **{"\u200b": "", "\u00a0": " ", "\u3000": " ", "\x07": " "},
}


@pytest.mark.parametrize(("char", "form"), FORMS.items())
def test_what_a_character_is_compared_as(char: str, form: str) -> None:
    assert plain_form(char) == form


def test_a_form_is_its_own_form() -> None:
    """Reading a text twice changes nothing: no form has one of its own."""
    for code in range(0x20, 0x10000):
        form = plain_form(chr(code))
        assert "".join(map(plain_form, form)) == form, chr(code)


def test_no_form_breaks_a_line() -> None:
    for code in range(sys.maxunicode + 1):
        if not 0xD800 <= code < 0xE000:
            assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in plain_form(chr(code)))


def test_what_is_chinese() -> None:
    assert all(map(is_chinese, "医保、。《"))
    assert not any(map(is_chinese, "a1 :,("))
