"""A stretch of an announcement as its file holds it: characters with their places, and what the markup says of it."""

from __future__ import annotations

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
        if len(row.cells) == len(head):
            row.head = head
    return rows
