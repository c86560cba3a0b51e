"""Findings as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from outageplan.notice.finding import Finding, Severity
from outageplan.render.findings.names import harmless, repository_path
from outageplan.render.findings.report import Findings, last_line
from outageplan.render.plain import plain
from outageplan.wording import Lang

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Findings) -> str:
    """A line per finding, nothing where there is none."""
    return "".join(f"{_command(finding, report.lang)}\n" for finding in report.findings)


def _command(finding: Finding, lang: Lang) -> str:
    span = finding.span
    properties = {"file": repository_path(finding.file), "line": str(span.line)}
    if span.end_line == span.line:  # the runner drops columns of a span over several lines
        properties |= {"col": str(span.column), "endLine": str(span.line), "endColumn": str(span.end_column)}
    else:
        properties["endLine"] = str(last_line(finding))
    properties["title"] = plain(f"{finding.code} {finding.rule}")
    given = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_escaped(plain(finding.message[lang]), _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    """`text` with the characters that end a value escaped, and hidden ones made harmless."""
    return harmless("".join(table.get(char, char) for char in text))
