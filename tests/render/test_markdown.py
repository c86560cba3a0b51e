"""Markdown answers: read by a Markdown reader they say what the text says, and nothing in a notice is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from outageplan.engine.plan import make_plan
from outageplan.render.check_outline import check_outline
from outageplan.render.outline import Group, Item, Outline, Section
from outageplan.render.outline_markdown import inert, outline_markdown
from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

from ..engine.building import at, case, invented
from .asking import LANGUAGES, plans

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# what the program itself writes: headings, two levels of lists, bold labels, the footer in italics
OWN = {"heading", "bullet_list", "list_item", "paragraph", "inline", "text", "strong", "em", "softbreak"}

MARKUP = [
    "# x",
    "* x",
    "- x",
    "+ x",
    "1. x",
    "12) x",
    "> x",
    "---",
    "===",
    "***",
    "```",
    "    code",
    "\tcode",
    "~~~ x",
    "| a | b |",
    "|--|--|",
    "`x`",
    "**x**",
    "_x_",
    "~~x~~",
    "[x](http://e.example)",
    "![x](y)",
    "[x]: http://e.example",
    "<http://e.example>",
    "<a@e.example>",
    "<script>x</script>",
    "<!-- x -->",
    "&lt;b&gt; &#60; &amp;",
    "\\*x\\*",
    "x\\",
    "x  \ny",
    "[ ] x",
    "[x] x",
    "*停机*，_恢复_",
]


def kinds(markdown: str) -> set[str]:
    """The kinds of everything that a reader finds."""
    return {re.sub("_(open|close)$", "", token.type) for token in tokens(markdown)}


def tokens(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def said(markdown: str) -> str:
    """What a reader prints, without what sets it apart."""
    return "\n".join(
        token.content for token in tokens(markdown) if token.type in ("text", "code_inline", "html_inline")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_real_notices_hold_no_markup_but_ours(lang: Lang) -> None:
    for plan in plans()[::2]:
        assert kinds(outline_markdown(check_outline(plan, lang, why=True))) <= OWN


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_an_answer_is_there(lang: Lang) -> None:
    for plan in plans()[::5]:
        outline = check_outline(plan, lang)
        text = said(outline_markdown(outline))
        for section in outline.sections:
            assert section.title in text
            for item in (item for group in section.groups for item in group.items):
                assert all(plain(part) in text for part in (item.text, item.label, *item.details, item.source))


def everywhere(text: str) -> Outline:
    """An outline with that text in every place."""
    item = Item(text=text, label=text, details=(text, text), source=text, mark="△")
    group = Group(title=text, items=(item, Item(text=text)), mark="■")
    return Outline(title=text, lines=(text,), sections=(Section(title=text, groups=(group,)),), footer=(text,))


@pytest.mark.parametrize("text", MARKUP)
def test_what_looks_like_markup_is_text(text: str) -> None:
    markdown = outline_markdown(everywhere(text))
    assert kinds(markdown) <= OWN
    assert said(markdown).count(plain(text)) == 11


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip) | st.sampled_from(MARKUP))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert said(f"- a {inert(text)}\n") == f"a {plain(text)}"
    assert said(f"# {inert(text)}\n") == plain(text)
    assert said(f"- {inert(text)}\n") == plain(text)


@pytest.mark.parametrize("text", MARKUP)
def test_from_a_notice_to_the_page(text: str) -> None:
    notice = invented(guidance={"g": {"say": {"en": text}, "clause": text}})
    notice = notice.model_copy(update={"title": Text(zh=text, en=text)})
    markdown = outline_markdown(check_outline(make_plan([notice], case(at("2021-11-22 09:00"))), "en"))
    assert kinds(markdown) <= OWN
    assert plain(text) in said(markdown)
