"""A notice laid over the base of the examples, and what the rules of completeness find in it."""

from __future__ import annotations

import re

from outageplan.notice.finding import Finding
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, examine

CONTEXT = Context(at=MOMENT)


def found(snippet: str, code: str, without: tuple[str, ...] = ()) -> list[Finding]:
    """The findings of one rule in the base notice with a snippet laid over it."""
    text = laid_over(snippet, without).encode()
    examined = examine(Source(file="example-2025-11.yaml", content=text), CONTEXT)
    assert examined.summary is not None, examined.findings
    return [finding for finding in examined.findings if finding.code == code]


def place(snippet: str, piece: str, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Line and column, in characters, of a piece of the laid-over text that occurs just once."""
    text = laid_over(snippet, without)
    assert len(re.findall(re.escape(piece), text)) == 1, piece
    before = text[: text.index(piece)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
