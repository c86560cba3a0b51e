"""Lines of Chinese and English text: they fit, lose nothing, and break where a reader expects it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from outageplan.render.wrapping import columns, padded, wrapped

CLOSING = "，。、；：？！）》〉”’】」』〕·"
OPENING = "（《〈“‘【「『〔"
PHONE = "0371-65742316"

words = st.sampled_from(["停机", "恢复", "医保", "hospital", "a", "of", PHONE, "2021-11-28", "08:00", "7", "III.4.1.2"])
marks = st.sampled_from([*CLOSING, *OPENING, " ", "  ", ", ", "(", ") ", "·", "——", "　"])
texts = st.lists(words | marks, max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=80)
widths = st.integers(8, 60)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(texts | anything, widths)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert [line for line in wrapped(text, width) if cell_len(line) > width] == []


@given(texts | anything, st.integers(2, 60))
def test_nothing_is_lost_or_moved(text: str, width: int) -> None:
    assert without_blanks("".join(wrapped(text, width))) == without_blanks(text)


@given(texts | anything, widths)
def test_no_line_is_blank_or_ends_in_blanks(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines == [line.rstrip() for line in lines]
    assert "" not in lines or not text.strip()


@given(texts, widths)
@example(f"请致电{PHONE}，或 2021-11-28 08:00 后来办。", 16)
def test_no_number_is_broken_that_fits_with_what_clings_to_it(text: str, width: int) -> None:
    """A number is what stands between blanks and Chinese; punctuation clings to it."""
    lines = wrapped(text, width)
    for found in re.finditer(rf"[{OPENING}]*[!-~–—·‘’“”…]+[{CLOSING}]*", text):
        for number in re.findall(r"[0-9][0-9.:-]*[0-9]", found[0]):
            if cell_len(found[0]) <= width:
                assert any(number in line for line in lines)


@given(texts, widths)
@example("停机" * 5 + "，", 20)
@example("停机（恢复）", 10)
def test_no_line_starts_with_closing_punctuation_unless_it_must(text: str, width: int) -> None:
    """It must where a blank stands before it, or where what it clings to fills the line."""
    lines = wrapped(text, width)
    seen = 0
    for line in lines:
        if seen and line[0] in CLOSING:
            before = _before(text, seen)
            clinging = re.search(rf"[{OPENING}]*(?:[!-~–—·‘’“”…]+|.)[{CLOSING}]*$", before)
            assert before[-1:].isspace() or (clinging and cell_len(clinging[0] + line[0]) > width)
        seen += len(without_blanks(line))


def _before(text: str, seen: int) -> str:
    """The part of a text before its non-blank character number `seen`."""
    places = [place for place, char in enumerate(text) if not char.isspace()]
    return text[: places[seen]]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("停机", 10, ["停机"]),
        ("停机期间暂停办理", 10, ["停机期间暂", "停办理"]),
        ("停机期间，暂停", 8, ["停机期", "间，暂停"]),
        ("停机期间（暂停）", 10, ["停机期间", "（暂停）"]),
        (f"请致电{PHONE}。", 16, ["请致电", f"{PHONE}。"]),
        ("one two  three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("x abcdefghij", 4, ["x", "abcd", "efgh", "ij"]),
        ("２０２１年", 8, ["２０２１", "年"]),
    ],
)
def test_how_it_breaks(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(anything)
def test_columns_are_those_of_a_terminal(text: str) -> None:
    assert columns(text) == cell_len(text)


@given(texts, st.integers(0, 60))
def test_padding_lines_up(text: str, width: int) -> None:
    assert cell_len(padded(text, width)) == max(width, cell_len(text))
    assert padded(text, width).startswith(text)
