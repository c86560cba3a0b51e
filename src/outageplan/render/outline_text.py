"""An outline for a terminal, a pipe or a file: styled lines, wrapped to a width where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from outageplan.render.outline import Group, Item, Node, Outline, Section
from outageplan.render.plain import plain
from outageplan.render.wrapping import columns, padded, wrapped

_STYLES = {"plain": "", "bad": "bold red", "unsure": "yellow", "good": "green", "dim": "dim"}


class Line(NamedTuple):
    """One printed line: its lead and its body, each with a style as rich names it."""

    lead: str = ""
    body: str = ""
    lead_style: str = ""
    body_style: str = ""

    @property
    def plain(self) -> str:
        """The line without styles."""
        return f"{self.lead}{self.body}".rstrip()


def outline_lines(outline: Outline, width: int | None) -> Iterator[Line]:
    """The outline as lines; `width` is in columns, None leaves every item on one line."""
    yield from _wrapped_line("", plain(outline.title), width, style="bold")
    for text in outline.lines:
        yield from _wrapped_line("", plain(text), width)
    for section in outline.sections:
        yield Line()
        yield from _section(section, width)
    for text in outline.footer:
        yield Line()
        yield from _wrapped_line("", plain(text), width, style="dim")


def outlines_lines(outlines: Sequence[Outline], width: int | None) -> Iterator[Line]:
    """Several outlines, one below the other."""
    for outline in outlines:
        if outline is not outlines[0]:
            yield from (Line(), Line())
        yield from outline_lines(outline, width)


def _section(section: Section, width: int | None) -> Iterator[Line]:
    yield from _wrapped_line("", plain(section.title), width, style="bold underline")
    for group in section.groups:
        indent = "  "
        if group.title:
            mark = f"{group.mark} " if group.mark else ""
            yield from _wrapped_line(indent, plain(group.title), width, lead=mark, style=f"bold {_STYLES[group.tone]}")
            indent += "  "
        yield from _group(group, indent, width)


def _group(group: Group, indent: str, width: int | None) -> Iterator[Line]:
    leads = [_lead(item) for item in group.items]
    column = max((columns(lead) for item, lead in zip(group.items, leads, strict=True) if item.label), default=0)
    if width is not None and column > width // 3:
        column = 0
    for item, lead in zip(group.items, leads, strict=True):
        yield from _item(item, lead, indent, column if item.label else 0, width)


def _lead(item: Item) -> str:
    mark = f"{item.mark} " if item.mark else ""
    return f"{mark}{plain(item.label)}  " if item.label else mark


def _item(item: Item, lead: str, indent: str, column: int, width: int | None) -> Iterator[Line]:
    """The item's text beside its label, or below it where the label leaves too little room."""
    source = f"  [{plain(item.source)}]" if item.source else ""
    style = _STYLES[item.tone]
    text = plain(item.text) + source
    if column:
        yield from _wrapped_line(indent, text, width, lead=padded(lead, column), style=style)
        below = indent + " " * column
    else:
        label = f"{lead.rstrip()}{colon(item.label)}" if item.label else lead
        yield from _wrapped_line(indent, label + text, width, style=style, hanging="  ")
        below = indent + "  "
    for detail in item.details:
        yield from _wrapped_line(below, plain(detail), width)
    yield from _tree(item.why, below, width)


def _tree(nodes: Sequence[Node], indent: str, width: int | None) -> Iterator[Line]:
    """Steps with the lines of a tree before them; GBK has them too."""
    for node in nodes:
        last = node is nodes[-1]
        source = f"  [{plain(node.source)}]" if node.source else ""
        branch, trunk = ("└ ", "  ") if last else ("├ ", "│ ")
        room = None if width is None else max(8, width - columns(indent + branch))
        for place, row in enumerate(
            [plain(node.text) + source] if room is None else wrapped(plain(node.text) + source, room)
        ):
            yield Line(indent + (trunk if place else branch), row, "dim", "dim")
        yield from _tree(node.below, indent + trunk, width)


def colon(label: str) -> str:
    """The colon that goes behind a label: full-width behind Chinese."""
    return "：" if label[-1:] > "\u2e80" else ": "


def _wrapped_line(
    indent: str, text: str, width: int | None, *, lead: str = "", style: str = "", hanging: str = ""
) -> Iterator[Line]:
    """One paragraph with a hanging indent under its lead."""
    hang = indent + (" " * columns(lead) or hanging)
    room = None if width is None else max(8, width - columns(hang))
    rows = [text] if room is None else wrapped(text, room)
    for place, row in enumerate(rows):
        body_style = style if not lead or "bold" in style else ""
        yield Line(indent + lead if place == 0 else hang, row, style if place == 0 else "", body_style)
