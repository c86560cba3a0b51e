"""Findings in reviewdog's diagnostic format; its columns are bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

from outageplan.notice.finding import Finding, Severity
from outageplan.render.findings.names import is_url, repository_path
from outageplan.render.findings.report import Findings, last_line
from outageplan.render.plain import escaped_json, plain

Json = dict[str, Any]

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Findings) -> str:
    """The report as one `DiagnosticResult`; its severity is that of the worst finding."""
    result: Json = {"source": {"name": "outageplan"}}
    found = {finding.severity for finding in report.findings}
    if worst := next((severity for severity in Severity if severity in found), None):
        result["severity"] = _SEVERITIES[worst]
    result["diagnostics"] = [_diagnostic(finding, report) for finding in report.findings]
    return escaped_json(json.dumps(result, ensure_ascii=False, indent=2)) + "\n"


def _diagnostic(finding: Finding, report: Findings) -> Json:
    code = {"value": finding.code}
    if is_url(link := report.link(finding)):
        code["url"] = link
    return {
        "message": plain(finding.message[report.lang]),
        "location": {"path": repository_path(finding.file), "range": _range(finding, report)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }


def _range(finding: Finding, report: Findings) -> Json:
    """The range in bytes; by whole lines where the text is not at hand to count them."""
    span = finding.span
    start = report.byte_column(finding.file, span.line, span.column)
    end = report.byte_column(finding.file, span.end_line, span.end_column)
    if start is None or end is None:
        return {"start": {"line": span.line}, "end": {"line": last_line(finding)}}
    return {"start": {"line": span.line, "column": start}, "end": {"line": span.end_line, "column": end}}
