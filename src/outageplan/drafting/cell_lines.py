"""Tables that were copied with each cell on a line of its own: the head's words, then row after row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from outageplan.drafting.pieces import Piece, Run

_STOP = re.compile(r"停|关闭|开始|起")
_RETURN = re.compile(r"恢复|开放|开通|启用|结束|截止")
_WORD = re.compile(r"[\u4e00-\u9fff/（）()]{1,12}")
_TIMED = re.compile(r"\d\s*[日号时点:：月]")
_WIDEST = 8  # columns
_LONGEST = 80  # characters of a cell


@dataclass(frozen=True, slots=True)
class CellTable:
    """The rows that the lines from `first` up to `past` make up, the head among them."""

    first: int
    past: int
    rows: list[Piece]


def cell_tables(lines: Sequence[Run]) -> list[CellTable]:
    """The tables of a text whose cells are lines, in order. Blank lines are not cells."""
    filled = [place for place, line in enumerate(lines) if line.text.strip()]
    found: list[CellTable] = []
    at = 0
    while at < len(filled):
        width = _head_width(lines, filled[at : at + _WIDEST])
        table = _table(lines, filled, at, width) if width else None
        if table:
            found.append(table)
            at = next((one for one in range(at, len(filled)) if filled[one] >= table.past), len(filled))
        else:
            at += 1
    return found


def _head_width(lines: Sequence[Run], places: Sequence[int]) -> int:
    """How many of these lines are a head: words alone, one for the stop and, as the last, one for the return."""
    for width, place in enumerate(places, start=1):
        word = lines[place].text.strip()
        if not _WORD.fullmatch(word):
            return 0
        if _RETURN.search(word) and not _STOP.search(word):
            stops = any(_STOP.search(lines[one].text) for one in places[: width - 1])
            return width if stops and width > 2 else 0
    return 0


def _table(lines: Sequence[Run], filled: Sequence[int], at: int, width: int) -> CellTable | None:
    rows = [_row(lines, filled[at : at + width])]
    past = at + width
    while past + width <= len(filled):
        cells = filled[past : past + width]
        texts = [lines[one].text.strip() for one in cells]
        if not _TIMED.search(texts[-2]) or any(len(text) > _LONGEST for text in texts) or _TIMED.search(texts[0]):
            break
        rows.append(_row(lines, cells))
        past += width
    if len(rows) < 2:
        return None
    return CellTable(filled[at], filled[past - 1] + 1, rows)


def _row(lines: Sequence[Run], places: Sequence[int]) -> Piece:
    return Piece(cells=tuple(lines[place] for place in places))
