"""Lines of Chinese and English text, broken where a reader expects it and never inside a number or word."""

from __future__ import annotations

import functools
import re

# a run of narrow characters holds together; a wide character stands alone, with the punctuation that clings to it
_NO_START = "，。、；：？！）》〉”’…·】」』〕％,.;:?!)]}%"
_OPENING = "（《〈“‘【「『〔([{"
_NARROW = r"(?:(?!\s)[\x00-\u2e7f])"  # as a range from 0: re takes 2 ms to read one up to U+FFFF


@functools.cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"\s+|[{re.escape(_OPENING)}]*(?:{_NARROW}+|.)[{re.escape(_NO_START)}]*")


def wrapped(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` columns; a word longer than a line is cut only then."""
    lines: list[str] = []
    line, used = "", 0
    for token in _token().findall(text):
        size = columns(token)
        if used + size <= width or used + columns(token.rstrip()) <= width:
            line, used = (line + token, used + size) if line or not token.isspace() else ("", 0)
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _cut(token.lstrip(), width)
        lines += full
        used = columns(line)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # 15 ms, which English in a pipe need not pay

    return cell_len(text)


def _cut(token: str, width: int) -> list[str]:
    """A token in pieces that fit; one piece where it does."""
    if columns(token) <= width:
        return [token]
    pieces, piece = [], ""
    for char in token:
        if piece and columns(piece + char) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]


def padded(text: str, width: int) -> str:
    """`text` filled with blanks to `width` columns."""
    return text + " " * max(0, width - columns(text))
