"""An outline as Markdown (CommonMark), with nothing from a notice taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from outageplan.render.outline import Group, Item, Node, Outline
from outageplan.render.outline_text import colon
from outageplan.render.plain import plain

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_LIST = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def outline_markdown(outline: Outline) -> str:
    """The outline as one Markdown document that ends in a newline."""
    return "\n".join(_document(outline)).rstrip() + "\n"


def inert(text: str) -> str:
    """Text in which no character is markup."""
    safe = _MARKUP.sub(r"\\\1", plain(text)).replace("&", "&amp;")
    return _LIST.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", safe)


def _document(outline: Outline) -> Iterator[str]:
    yield from (f"# {inert(outline.title)}", "")
    for line in outline.lines:
        yield f"- {inert(line)}"
    for section in outline.sections:
        yield from ("", f"## {inert(section.title)}", "")
        for group in section.groups:
            yield from _group(group)
    for line in outline.footer:
        yield from ("", f"*{inert(line)}*")


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield from (f"### {inert(f'{group.mark} {group.title}'.strip())}", "")
    for item in group.items:
        yield from _item(item)
    yield ""


def _item(item: Item) -> Iterator[str]:
    mark = f"{inert(item.mark)} " if item.mark not in ("", "·", "–") else ""
    label = f"**{inert(item.label)}**{colon(item.label)}" if item.label else ""
    source = f" ({inert(item.source)})" if item.source else ""
    yield f"- {mark}{label}{inert(item.text)}{source}"
    for detail in item.details:
        yield f"  - {inert(detail)}"
    yield from _tree(item.why, "  ")


def _tree(nodes: Sequence[Node], indent: str) -> Iterator[str]:
    """Steps as lists in lists."""
    for node in nodes:
        source = f" ({inert(node.source)})" if node.source else ""
        yield f"{indent}- {inert(node.text)}{source}"
        yield from _tree(node.below, f"{indent}  ")
