"""Comments that silence a finding in place, and that must name a code and give a reason.

    start: 2021-12-05   # outageplan: allow OP306: the announcement gives no hour

A comment behind a line speaks of that line; one on a line of its own speaks of the next line that is no comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from outageplan.notice.document import Document, lines_of
from outageplan.notice.finding import Span

_COMMENT = re.compile(r"(?:^|\s)#\s*outageplan:\s*allow\b(.*)$")
_CODES = re.compile(r"\s+(OP\d{3}(?:\s*,\s*OP\d{3})*)(?:\s*[:：]\s*(.*))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silencer:
    """One comment: the codes it names, its reason, the line it speaks of, and its own place."""

    codes: tuple[str, ...]
    reason: str
    line: int
    span: Span


def silencers_in(content: bytes, document: Document | None) -> tuple[Silencer, ...]:
    """The silencing comments of a file, in its order; one without codes has `codes` empty.

    What looks like one inside a value is part of the value.
    """
    if b"outageplan:" not in content:
        return ()
    lines = lines_of(content.decode("utf-8-sig", "replace"))
    scalars = list(document.scalars()) if document else []
    found = []
    for number, line in enumerate(lines, 1):
        if match := _COMMENT.search(line):
            column = line.index("#", match.start()) + 1
            if any(_inside(span, number, column) for span in scalars):
                continue
            span = Span(line=number, column=column, end_line=number, end_column=len(line) + 1)
            target = _target(lines, number) if line.lstrip().startswith("#") else number
            codes = _CODES.match(match[1].rstrip())
            named = tuple(re.split(r"\s*,\s*", codes[1])) if codes else ()
            reason = (codes[2] or "").strip() if codes else ""
            found.append(Silencer(codes=named, reason=reason, line=target, span=span))
    return tuple(found)


def _inside(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


def _target(lines: list[str], number: int) -> int:
    """The next line that is neither blank nor a comment; the comment's own where there is none."""
    for later in range(number, len(lines)):
        text = lines[later].strip()
        if text and not text.startswith("#"):
            return later + 1
    return number
