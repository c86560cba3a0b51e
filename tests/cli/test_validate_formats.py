"""The formats of `validate` through the command: each can be parsed, and all tell the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from outageplan.render.findings import FORMATS

from .invented import BEFORE, NOTICES, small, written
from .running import run

Told = list[tuple[str, str, int]]  # file, code, line


def _json(text: str) -> Told:
    return [(one["file"], one["code"], one["line"]) for one in json.loads(text)["findings"]]


def _sarif(text: str) -> Told:
    found = []
    for one in json.loads(text)["runs"][0]["results"]:
        place = one["locations"][0]["physicalLocation"]
        found.append((place["artifactLocation"]["uri"], one["ruleId"], place["region"]["startLine"]))
    return found


def _github(text: str) -> Told:
    found = [
        re.match(r"::(?:error|warning|notice) file=(.*?),line=(\d+),.*?title=(OP\d+) ", line) for line in _told(text)
    ]
    return [(one[1], one[3], int(one[2])) for one in found if one]


def _told(text: str) -> list[str]:
    lines = text.splitlines()
    assert all(line.startswith("::") for line in lines)
    return lines


def _gitlab(text: str) -> Told:
    return [(one["location"]["path"], one["check_name"], one["location"]["lines"]["begin"]) for one in json.loads(text)]


def _junit(text: str) -> Told:
    cases = [(case.attrib["classname"], case.attrib["name"]) for case in Xml.fromstring(text).iter("testcase")]
    found = [(file, re.fullmatch(r"(OP\d+) [a-z0-9-]+ \((\d+):\d+\)", name)) for file, name in cases]
    return [(file, one[1], int(one[2])) for file, one in found if one]


def _rdjson(text: str) -> Told:
    return [
        (one["location"]["path"], one["code"]["value"], one["location"]["range"]["start"]["line"])
        for one in json.loads(text)["diagnostics"]
    ]


def _text(text: str) -> Told:
    found = re.findall(r"(?m)^(.+?):(\d+):\d+: (?:error|warning|info) (OP\d{3}) ", text)
    return [(file, code, int(line)) for file, line, code in found]


PARSERS: dict[str, Callable[[str], Told]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good notices and bad ones, which is also the current one."""
    monkeypatch.chdir(tmp_path)
    small(tmp_path / "n", "a", replace=("2021-11-28 08:00", "soon"))
    small(tmp_path / "n", "b", replace=("effect: suspended", "effekt: 停"))
    small(tmp_path / "n", "c")
    written(tmp_path / "n" / "d.yaml", "a: [\n")
    (tmp_path / "n" / "e.yaml").symlink_to("gone")
    return tmp_path


def test_every_format_is_held_to_this() -> None:
    assert set(FORMATS) == set(PARSERS)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", PARSERS)
def test_all_formats_tell_the_same(format: str, lang: str) -> None:
    asked = ("validate", "n", "--at", BEFORE, "--lang", lang)
    expected = _json(run(*asked, "--format", "json").out)
    assert len(expected) > 5
    result = run(*asked, "--format", format)
    assert (result.code, result.err) == (3, "")
    assert sorted(PARSERS[format](result.out)) == sorted(expected)


@pytest.mark.parametrize("format", PARSERS)
def test_a_file_holds_what_a_pipe_gets(folder: Path, format: str) -> None:
    asked = ("validate", "n", "--at", BEFORE, "--lang", "en", "--format", format)
    assert run(*asked, "--output", "report").out == ""
    assert (folder / "report").read_text(encoding="utf-8") == run(*asked).out


@pytest.mark.parametrize("format", PARSERS)
def test_a_run_without_findings_can_be_parsed_too(format: str) -> None:
    result = run("validate", NOTICES, "--at", BEFORE, "--select", "OP1", "--lang", "en", "--format", format)
    assert (result.code, result.err) == (0, "")
    assert PARSERS[format](result.out) == []
