"""Workflow commands, read back by the rules of the runner (actions/runner, ActionCommand.TryParseV2)."""

from __future__ import annotations

import pytest

from outageplan.notice.finding import Span
from outageplan.render.findings.as_github import render
from outageplan.render.findings.names import repository_path

from .cases import FINDINGS, HOSTILE, at, finding, report


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """What the runner makes of a line."""
    assert line.startswith("::")
    info, data = line[2:].split("::", 1)
    name, _, given = info.partition(" ")
    properties = {}
    for pair in filter(None, given.strip().split(",")):
        key, value = pair.split("=", 1)
        properties[key] = unescaped(value, "%0D", "%0A", "%3A", "%2C", "%25")
    return name, properties, unescaped(data, "%0D", "%0A", "%25")


def unescaped(text: str, *escapes: str) -> str:
    for escape in escapes:
        text = text.replace(escape, chr(int(escape[1:], 16)))
    return text


def test_the_fixed_findings() -> None:
    first, second, third = map(parsed, render(report()).splitlines())
    place = {"line": "3", "col": "47", "endLine": "3", "endColumn": "63"}
    title = "OP301 end-before-start"
    assert first == ("error", {"file": "notices/合肥.yaml", **place, "title": title}, FINDINGS[0].message["zh"])
    assert second[0] == "warning"
    assert second[1]["endLine"] == "7"
    assert third[0] == "notice"


def test_no_columns_over_several_lines() -> None:
    """The runner drops them, with a complaint in the debug log."""
    written = render(report([finding(span=Span(line=1, column=2, end_line=3, end_column=4))]))
    assert parsed(written.rstrip("\n"))[1].keys() == {"file", "line", "endLine", "title"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_place(text: str) -> None:
    written = render(report([finding(text, file=text)]))
    assert written.count("\n") == 1
    assert written.splitlines() == [written[:-1]]
    name, properties, _ = parsed(written[:-1])
    assert name == "error"
    assert set(properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}
    assert properties["title"] == "OP301 end-before-start"


@pytest.mark.parametrize("name", ["a,b:c%.yaml", "a\nb.yaml", "  a  b.yaml", "%0A%25", "a=b,title=x"])
def test_names_come_back_exactly(name: str) -> None:
    assert parsed(render(report([finding(file=name)])).rstrip("\n"))[1]["file"] == repository_path(name)


def test_a_message_comes_back_in_one_line() -> None:
    written = render(report([finding("50%25: a\nb", span=at(1, 1))]))
    assert written.endswith("::50%2525: a b\n")
    assert parsed(written[:-1])[2] == "50%25: a b"
