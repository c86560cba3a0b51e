"""Findings as data: `outageplan-findings/1`, stable; keys may be added, not changed."""

from __future__ import annotations

import json

from outageplan.render.findings.report import Findings
from outageplan.render.json_parts import finding_json
from outageplan.render.plain import escaped_json


def render(report: Findings) -> str:
    """The report as JSON; messages in both languages, lines and columns from 1 in characters, ends exclusive."""
    data = {
        "format": "outageplan-findings/1",
        "files": report.files,
        "readable": report.readable,
        "findings": [finding_json(finding) | {"link": report.link(finding)} for finding in report.findings],
    }
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
