"""The findings as data of our own."""

from __future__ import annotations

import json

from outageplan.render.findings.as_json import render

from .cases import EMPTY, HOSTILE, finding, report

KEYS = ["code", "rule", "severity", "message", "file", "line", "column", "end_line", "end_column", "key", "link"]


def test_the_keys_and_their_order() -> None:
    data = json.loads(render(report()))
    assert list(data) == ["format", "files", "readable", "findings"]
    assert (data["format"], data["files"], data["readable"]) == ("outageplan-findings/1", 3, 2)
    assert [list(found) for found in data["findings"]] == [KEYS] * 3
    assert json.loads(render(EMPTY))["findings"] == []


def test_the_language_changes_nothing() -> None:
    assert render(report(lang="zh")) == render(report(lang="en"))


def test_every_text_comes_back() -> None:
    data = json.loads(render(report([finding(text, file=text, key=text) for text in HOSTILE])))
    assert [(one["message"], one["file"], one["key"]) for one in data["findings"]] == [
        ({"zh": text, "en": text}, text, text) for text in HOSTILE
    ]
