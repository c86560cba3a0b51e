"""A problem found in a notice file: what is wrong, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from outageplan.wording import Text


class Severity(StrEnum):
    """How bad it is; an error keeps a notice from being read."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a file: lines and columns from 1, in characters; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem, with its stable code, its place, and the dotted key it belongs to."""

    code: str
    rule: str
    severity: Severity = Severity.ERROR
    message: Text
    file: str
    span: Span = Span()
    key: str = ""
