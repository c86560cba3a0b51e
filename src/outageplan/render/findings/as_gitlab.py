"""Findings as a GitLab code-quality report, the part of Code Climate's format that GitLab reads."""

from __future__ import annotations

import json

from outageplan.notice.finding import Severity
from outageplan.render.findings.fingerprints import fingerprints
from outageplan.render.findings.names import repository_path
from outageplan.render.findings.report import Findings, last_line
from outageplan.render.plain import escaped_json, plain

# "blocker" is left to people
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Findings) -> str:
    """A list with an entry per finding; GitLab drops entries that share a fingerprint, so none do."""
    issues = [
        {
            "description": plain(f"{finding.code} {finding.rule}: {finding.message[report.lang]}"),
            "check_name": finding.code,
            "fingerprint": mark,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": repository_path(finding.file),
                "lines": {"begin": finding.span.line, "end": last_line(finding)},
            },
        }
        for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    return escaped_json(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"
