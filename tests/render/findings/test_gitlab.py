"""GitLab's code-quality report, by the table of properties in GitLab's documentation."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from outageplan.render.findings import Findings
from outageplan.render.findings.as_gitlab import render

from .cases import EMPTY, FINDINGS, finding, hostile_reports, many, report

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    },
}


def issues(one: Findings) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(one))
    jsonschema_rs.validate(DOCUMENTED, found)
    return found


@pytest.mark.parametrize("one", [report(), EMPTY, many(50), *hostile_reports()])
def test_as_documented_and_no_two_alike(one: Findings) -> None:
    found = issues(one)
    assert len(found) == len(one.findings)
    assert len({issue["fingerprint"] for issue in found}) == len(found)


def test_the_same_finding_twice_is_two() -> None:
    first, second = issues(report([finding(), finding()]))
    assert first["fingerprint"] != second["fingerprint"]
    assert issues(report([finding()]))[0] == first


def test_severities_lines_and_paths() -> None:
    found = issues(report(FINDINGS))
    assert [issue["severity"] for issue in found] == ["critical", "minor", "info"]
    assert found[1]["location"]["lines"] == {"begin": 5, "end": 7}
    assert issues(report([finding(file="././合肥 1.yaml")]))[0]["location"]["path"] == "合肥 1.yaml"
