"""The real notices, printed at many moments and widths: lines fit, nothing is cut, and the signs stand before words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.cells import cell_len

import outageplan
from outageplan.catalog.vocabulary import term
from outageplan.notice.model import Notice
from outageplan.render.check_common import MARKS
from outageplan.render.outline_text import outline_lines
from outageplan.render.words import _WORDS
from outageplan.wording import Lang, Text

from .asking import LANGUAGES, library, outlines, printed

WIDTHS = (40, 60, 80, 120)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits(lang: Lang, width: int) -> None:
    lines = {line.plain for outline in outlines(lang, why=True) for line in outline_lines(outline, width)}
    assert {line for line in lines if cell_len(line) > width} == set()
    assert len(lines) > 1_000


def texts(notice: Notice) -> Iterator[Text]:
    """What a notice says in its own words and is printed of it."""
    yield notice.title
    yield from (window.name for window in notice.windows.values() if window.name)
    yield from (guidance.say for guidance in notice.guidance.values())
    yield from (contact.name for contact in notice.contacts.values())
    yield from (note.say for note in notice.notes.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [None, 40], ids=["piped", "narrow"])
@pytest.mark.parametrize("notice", library().notices, ids=lambda notice: notice.id)
def test_nothing_is_cut(notice: Notice, lang: Lang, width: int | None) -> None:
    plan = outageplan.plan(library().notices, at="2021-06-01 12:00", ids=[notice.id])
    out = _without_blanks("".join(printed(plan, lang, width)))
    assert [text[lang] for text in texts(notice) if _without_blanks(text[lang]) not in out] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phone_number_stands_whole_on_a_narrow_terminal(lang: Lang) -> None:
    for notice in library().notices:
        plan = outageplan.plan(library().notices, at="2021-06-01 12:00", ids=[notice.id])
        lines = printed(plan, lang, 40)
        numbers = [number for contact in notice.contacts.values() for number in contact.phones]
        assert [number for number in numbers if not any(number in line for line in lines)] == []


def _without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sign_never_stands_without_words(lang: Lang) -> None:
    for outline in outlines(lang):
        for section in outline.sections:
            for group in section.groups:
                assert not group.mark or group.title
                assert all(item.text.strip() for item in group.items)


def test_signs_and_words_can_be_written_in_gbk() -> None:
    """Most printers and terminals of the bureaus can print nothing else."""
    words = [*MARKS.values(), "×", "●", "→", "·", "–", *(word["zh"] for word in _WORDS.values())]
    assert "".join(words).encode("gbk").decode("gbk") == "".join(words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_sign_and_a_word_of_its_own(lang: Lang) -> None:
    words = [term("state", state)[lang] for state in MARKS]
    assert len(set(words)) == len(words)
