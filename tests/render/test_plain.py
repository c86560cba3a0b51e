"""Text from notices made harmless: every character that nobody sees is shown, and nothing else is changed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.render.plain import escaped_json, plain

BLANKS = " \t\r\n"
# first and last of each row of characters that are not seen, or that turn what follows
UNSEEN = {
    "controls": [(0x00, 0x1F), (0x7F, 0x9F)],
    "line ends": [(0x2028, 0x2029)],
    "directions": [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)],
    "without width": [(0x200B, 0x200D), (0x2060, 0x2064), (0x206A, 0x206F), (0xFEFF, 0xFEFF)],
    "hyphens and separators that hide": [(0x00AD, 0x00AD), (0x180E, 0x180E)],
    "annotations": [(0xFFF9, 0xFFFB)],
    "surrogates": [(0xD800, 0xDFFF)],
    "tags": [(0xE0001, 0xE0001), (0xE0020, 0xE007F)],
}


def unseen(kind: str) -> list[str]:
    return [chr(code) for first, last in UNSEEN[kind] for code in range(first, last + 1)]


@pytest.mark.parametrize("kind", UNSEEN)
def test_no_unseen_character_passes(kind: str) -> None:
    passed = [f"U+{ord(char):04X}" for char in unseen(kind) if char not in BLANKS and char in plain(f"a{char}b")]
    assert passed == []


@pytest.mark.parametrize("kind", UNSEEN)
def test_json_holds_them_as_escapes(kind: str) -> None:
    text = "x".join(unseen(kind))  # surrogates side by side would be one character to JSON
    written = escaped_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert [f"U+{ord(char):04X}" for char in unseen(kind) if char in written] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", r"\x1b[31m红"),
        ("\u202eabc\u2066", r"\u202eabc\u2066"),
        ("a\x00b\x85c\x9bd", r"a\x00b\x85c\x9bd"),
        ("a\u2028b", r"a\u2028b"),
        ("\ufeffa", r"\ufeffa"),
        (" a\n\n  b\tc\r\n", "a b c"),
        ("", ""),
        ("[red]x[/] `x` <b> \\x1b", "[red]x[/] `x` <b> \\x1b"),
        ("全角　空格", "全角　空格"),
    ],
)
def test_how_it_is_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_one_line_and_the_same_when_done_again(text: str) -> None:
    once = plain(text)
    assert len(once.splitlines()) <= 1
    assert plain(once) == once


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert plain(text) == text
