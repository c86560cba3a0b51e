"""What every format is given: the findings, what was looked at, the rules they belong to, and the files' text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from outageplan.notice.document import lines_of
from outageplan.notice.finding import Finding, Severity
from outageplan.wording import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """A rule as the formats show it; `link` is the page about it, a path or an absolute address."""

    code: str
    name: str
    severity: Severity
    title: Text
    why: Text
    link: str


@dataclass(frozen=True, kw_only=True)
class Findings:
    """All findings of one run. Of `files` that were looked at, `readable` are notices and `sites` site files that can
    be used; names have `/` in them.

    `sources` has the text of each file that was looked at, by name; a file that could not be read may be missing.
    """

    findings: tuple[Finding, ...]
    files: int
    readable: int
    lang: Lang
    rules: tuple[RuleCard, ...]
    version: str
    sources: Mapping[str, str]
    sites: int = 0
    _lines: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _offsets: dict[tuple[str, int], list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def cards(self) -> Mapping[str, RuleCard]:
        """The rules by code."""
        return {card.code: card for card in self.rules}

    def link(self, finding: Finding) -> str:
        """The page about the finding's rule, `""` where there is none."""
        card = self.cards.get(finding.code)
        return card.link if card else ""

    def source_line(self, file: str, line: int) -> str | None:
        """One line of a file, None where its text is not at hand or has no such line."""
        if file not in self._lines:
            self._lines.clear()  # findings come file by file: the lines of one are enough
            text = self.sources.get(file)
            self._lines[file] = [] if text is None else lines_of(text.removeprefix("\ufeff"))
        lines = self._lines[file]
        return lines[line - 1] if 0 < line <= len(lines) else None

    def byte_column(self, file: str, line: int, column: int) -> int | None:
        """A column in UTF-8 bytes, from 1, None where the line is not at hand."""
        if (file, line) not in self._offsets:
            self._offsets.clear()
            text = self.source_line(file, line)
            if text is None:
                return None
            self._offsets[file, line] = list(accumulate(map(_utf8_length, text), initial=1))
        offsets = self._offsets[file, line]
        return offsets[min(max(column, 1), len(offsets)) - 1]


def by_file(report: Findings) -> dict[str, list[Finding]]:
    """The findings of each file, also of those without any, files in the order in which they were looked at."""
    grouped: dict[str, list[Finding]] = {file: [] for file in report.sources}
    for finding in report.findings:
        grouped.setdefault(finding.file, []).append(finding)
    return grouped


def last_line(finding: Finding) -> int:
    """The line of the last character meant; the end is exclusive."""
    span = finding.span
    before = span.end_line - 1 if span.end_column <= 1 else span.end_line
    return max(span.line, before)


def _utf8_length(char: str) -> int:
    code = ord(char)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
