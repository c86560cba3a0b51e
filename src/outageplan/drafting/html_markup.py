"""HTML: what a reader sees of a page, as paragraphs, headings, items and table rows, each character with its place.

The tags are found by plain searches that never look twice at the same text, so that no page, however broken, takes more
than time in proportion to its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from outageplan.drafting.pieces import Mark, Piece, Run, joined_runs, with_heads

_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_SPAN = re.compile(r"""rowspan\s{0,9}=\s{0,9}["']?(\d{1,2})""", re.IGNORECASE)
_COLUMNS = re.compile(r"""colspan\s{0,9}=\s{0,9}["']?(\d{1,2})""", re.IGNORECASE)
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "svg",
        "select",
        "textarea",
        "nav",
        "footer",
        "aside",
        "button",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "main",
        "header",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "form",
        "hr",
        "center",
        "body",
        "html",
        "head",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
    ]
) | {*_HEADINGS, "title"}
_LAYOUT = 160  # a cell with more characters holds prose: its table only arranges the page


@dataclass(slots=True)
class _Cell:
    runs: list[Piece] = field(default_factory=list)
    rows: int = 1
    columns: int = 1

    def one_line(self) -> Run:
        return joined_runs([piece.run for piece in self.runs if piece.run.text.strip()], " ")

    def is_prose(self) -> bool:
        return sum(len(piece.run.text) for piece in self.runs) > _LAYOUT


class _Page:
    """Collects what is seen: pieces outside tables, cells and rows inside them."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._places: list[int] = []
        self._mark: Mark = ""
        self._tables: list[list[list[_Cell]]] = []

    def write(self, text: str, place: int, *, fixed: bool = False) -> None:
        """Text that stands at `place`; where it is `fixed` all of it came from there, as from a reference."""
        self._text.append(text)
        self._places.extend([place] * len(text) if fixed else range(place, place + len(text)))

    def close(self, mark: Mark = "") -> None:
        """Ends the paragraph under way; the next one is a `mark`."""
        text = "".join(self._text)
        if text.strip():
            self._sink().append(Piece(run=Run(text, self._places), mark=self._mark))
        self._text, self._places, self._mark = [], [], mark

    def _sink(self) -> list[Piece]:
        for table in reversed(self._tables):
            if table and table[-1]:
                return table[-1][-1].runs
        return self.pieces

    def open_table(self) -> None:
        self.close()
        if len(self._tables) < 8:
            self._tables.append([])

    def open_row(self) -> None:
        self.close()
        if self._tables:
            self._tables[-1].append([])

    def open_cell(self, rows: int, columns: int) -> None:
        self.close()
        if self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._tables[-1][-1].append(_Cell(rows=rows, columns=columns))

    def close_table(self) -> None:
        self.close()
        if self._tables:
            table = self._tables.pop()
            self._sink().extend(_read_table(table))

    def end(self) -> list[Piece]:
        while self._tables:
            self.close_table()
        self.close()
        return self.pieces


def _read_table(table: list[list[_Cell]]) -> Iterator[Piece]:
    """Rows with cells; a table that only arranges the page gives the paragraphs inside it."""
    cells = [cell for row in table for cell in row]
    if any(cell.is_prose() for cell in cells) or all(len(row) < 2 for row in table):
        for cell in cells:
            yield from cell.runs
        return
    yield from with_heads([Piece(cells=cells) for cells in _spread(table) if cells])


def _spread(table: list[list[_Cell]]) -> Iterator[tuple[Run, ...]]:
    """Rows in which a cell that spans several stands in each of them."""
    below: dict[int, tuple[_Cell, int]] = {}
    for row in table:
        waiting, spread = iter(row), []
        column = 0
        while True:
            held = below.pop(column, None)
            cell = held[0] if held else next(waiting, None)
            if cell is None:
                break
            left = (held[1] if held else cell.rows) - 1
            for _ in range(1 if held else cell.columns):
                spread.append(cell.one_line())
                if left > 0:
                    below[column] = (cell, left)
                column += 1
        yield tuple(spread)


def pieces_of_html(text: str) -> list[Piece]:
    """The pieces of a page, in order."""
    page, place, size = _Page(), 0, len(text)
    while place < size:
        opened = text.find("<", place)
        opened = size if opened < 0 else opened
        _write_text(page, text, place, opened)
        if opened == size:
            break
        place = _tag(page, text, opened)
    return page.end()


def _write_text(page: _Page, text: str, start: int, end: int) -> None:
    for found in _REFERENCE.finditer(text, start, end):
        page.write(text[start : found.start()], start)
        page.write(html.unescape(found[0]), found.start(), fixed=True)
        start = found.end()
    page.write(text[start:end], start)


def _tag(page: _Page, text: str, opened: int) -> int:
    """Reads what begins with `<` at `opened`; returns where to go on."""
    if text.startswith("<!--", opened):
        return _behind(text, "-->", opened + 4)
    found = _TAG_NAME.match(text, opened)
    if not found:
        if text.startswith(("<!", "<?"), opened):
            return _behind(text, ">", opened)
        page.write("<", opened)
        return opened + 1
    end = _behind(text, ">", found.end())
    name, closing = found[1].lower(), text[opened + 1] == "/"
    if name in _HIDDEN and not closing:
        page.close()
        return _behind_hidden(text, name, end)
    _structure(page, name, closing=closing, attributes=text[found.end() : end] if name in ("td", "th") else "")
    return end


def _behind(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _behind_hidden(text: str, name: str, start: int) -> int:
    """The place behind a hidden element. A script that is never closed hides the rest, as in a browser."""
    closed = re.compile(rf"</{name}[^>]{{0,80}}>", re.IGNORECASE).search(text, start)
    if closed:
        return closed.end()
    return len(text) if name in ("script", "style", "textarea") else start


def _structure(page: _Page, name: str, *, closing: bool, attributes: str) -> None:
    if name == "table":
        page.close_table() if closing else page.open_table()
    elif name == "tr":
        page.close() if closing else page.open_row()
    elif name in ("td", "th"):
        page.close() if closing else page.open_cell(_times(_SPAN, attributes), min(_times(_COLUMNS, attributes), 12))
    elif name in _BLOCKS:
        page.close("" if closing else _mark(name))


def _times(pattern: re.Pattern[str], attributes: str) -> int:
    found = pattern.search(attributes)
    return max(1, min(int(found[1]), 60)) if found else 1


def _mark(name: str) -> Mark:
    if name == "title":
        return "title"
    return "heading" if name in _HEADINGS else "item" if name in ("li", "dd") else ""
