"""reviewdog's format, by reviewdog.proto: columns are bytes of UTF-8 from 1, ends are exclusive."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.finding import Span
from outageplan.render.findings import Findings
from outageplan.render.findings.as_rdjson import render

from .cases import EMPTY, at, finding, hostile_reports, many, report

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
SEVERITY = {"enum": ["ERROR", "WARNING", "INFO"]}
# the messages of https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, as far as written here
RESULT = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "properties": {"name": {"const": "outageplan"}}, "additionalProperties": False},
        "severity": SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "required": ["path", "range"],
                        "properties": {
                            "path": {"type": "string"},
                            "range": {
                                "type": "object",
                                "required": ["start", "end"],
                                "properties": {"start": POSITION, "end": POSITION},
                                "additionalProperties": False,
                            },
                        },
                        "additionalProperties": False,
                    },
                    "severity": SEVERITY,
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "properties": {"value": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def result(one: Findings) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(one))
    jsonschema_rs.validate(RESULT, found, validate_formats=True)
    return found


def ranges(one: Findings) -> list[dict[str, Any]]:
    return [diagnostic["location"]["range"] for diagnostic in result(one)["diagnostics"]]


@pytest.mark.parametrize("one", [report(), report(lang="en"), EMPTY, many(50), *hostile_reports()])
def test_as_the_messages_say(one: Findings) -> None:
    assert len(result(one)["diagnostics"]) == len(one.findings)


def test_severity_is_the_worst_and_none_without_findings() -> None:
    assert result(report())["severity"] == "ERROR"
    assert result(report(report().findings[1:]))["severity"] == "WARNING"
    assert "severity" not in result(EMPTY)


def test_the_example_of_the_format() -> None:
    """`a𐐀b`: the column of a is 1, of 𐐀 2, of b 6."""
    found = [finding(span=at(column, column)) for column in (1, 2, 3, 4, 9)]
    columns = [one["start"]["column"] for one in ranges(report(found, sources={"a.yaml": "a𐐀b"}))]
    assert columns == [1, 2, 6, 7, 7]


@given(st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\n\r\x85\ufeff"), min_size=1))
def test_bytes_of_any_line(line: str) -> None:
    for place in range(len(line)):
        (found,) = ranges(report([finding(span=at(place + 1, place + 2))], sources={"a.yaml": line}))
        start, end = found["start"]["column"] - 1, found["end"]["column"] - 1
        assert line.encode()[start:end].decode() == line[place]


def test_lines_alone_without_the_text() -> None:
    found = finding(span=Span(line=2, column=3, end_line=5, end_column=1))
    assert ranges(report([found], sources={})) == [{"start": {"line": 2}, "end": {"line": 4}}]


def test_a_byte_order_mark_is_not_counted() -> None:
    assert ranges(report([finding(span=at(1, 3))], sources={"a.yaml": "\ufeffid"}))[0]["end"]["column"] == 3
