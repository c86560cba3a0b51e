"""A stretch of an announcement as its file holds it: characters with their places, and what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Mark = Literal["", "title", "heading", "item"]


@dataclass(slots=True)
class Run:
    """Characters with the place of each in the original."""

    text: str = ""
    places: Sequence[int] = ()

    def cut(self, start: int, end: int) -> Run:
        """A part of it."""
        return Run(self.text[start:end], self.places[start:end])


_TIMED = re.compile(r"\d\s*[日号时点:：月]")
_WHEN = re.compile(
    r"时间|日期|时刻|停|关|恢复|开|启|起|止|[Tt]ime|[Ff]rom|[Uu]ntil|[Ss]top|[Rr]es|[Ss]tart|[Ee]nd|[Cc]los"
)


@dataclass(slots=True, kw_only=True)
class Piece:
    """One paragraph, heading, list item or table row. A row has `cells`, and those of its table's head in `head`."""

    run: Run = field(default_factory=Run)
    mark: Mark = ""
    cells: tuple[Run, ...] = ()
    head: tuple[str, ...] = ()


def joined_runs(runs: Iterable[Run], between: str = "") -> Run:
    """Several runs as one; what stands between them has the place of what follows."""
    text: list[str] = []
    places: list[int] = []
    for run in runs:
        if text and between and run.text:
            text.append(between)
            places.extend([run.places[0]] * len(between))
        text.append(run.text)
        places.extend(run.places)
    return Run("".join(text), places)


def with_heads(rows: list[Piece]) -> list[Piece]:
    """The rows of a table, each knowing the words of the table's head: the first row, where it holds no figure."""
    if len(rows) < 2 or any(char.isdigit() for cell in rows[0].cells for char in cell.text):
        return rows
    head = tuple(cell.text.strip() for cell in rows[0].cells)
    for row in rows[1:]:
        whole = len(row.cells) == len(head)
        row.head = head if whole else next((part for part in _parts(head, row.cells) if _fits(part, row.cells)), ())
    return rows


def _parts(head: tuple[str, ...], cells: tuple[Run, ...]) -> list[tuple[str, ...]]:
    """The words of a head that may stand above a row that lacks cells: the first of them, or else the last."""
    width = len(cells)
    return [head[:width], head[-width:]] if 1 < width < len(head) else []


def _fits(head: tuple[str, ...], cells: tuple[Run, ...]) -> bool:
    """Whether the times in a row are below words for times."""
    return all(_WHEN.search(word) for word, cell in zip(head, cells, strict=True) if _TIMED.search(cell.text))
