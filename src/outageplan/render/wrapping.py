"""Lines of Chinese and English text, broken where a reader expects it and never inside a number or word."""

from __future__ import annotations

import re

from rich.cells import cell_len

# a run of narrow characters holds together; a wide character stands alone, with the punctuation that clings to it
_NO_START = "，。、；：？！）》”’…·】」』〕％,.;:?!)]}%"
_OPENING = "（《“‘【「『〔([{"
_TOKEN = re.compile(rf"\s+|[{re.escape(_OPENING)}]*(?:[^\s\u2e80-\uffff]+|[\u2e80-\uffff]|.)[{re.escape(_NO_START)}]*")


def wrapped(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` columns; a word longer than a line is cut only then."""
    lines, line = [], ""
    for token in _TOKEN.findall(text):
        if cell_len(line) + cell_len(token.rstrip()) <= width:
            line += token if line or not token.isspace() else ""
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _cut(token.lstrip(), width)
        lines += full
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _cut(token: str, width: int) -> list[str]:
    """A token in pieces that fit; one piece where it does."""
    pieces, piece = [], ""
    for char in token:
        if piece and cell_len(piece) + cell_len(char) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]


def padded(text: str, width: int) -> str:
    """`text` filled with blanks to `width` columns."""
    return text + " " * max(0, width - cell_len(text))
