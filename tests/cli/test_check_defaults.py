"""What holds when an option is not given: language, notices and moment. Nothing else depends on the machine."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from .invented import DURING, NOTICES, small
from .running import run

PACKAGED = ["beijing-2025-05", "henan-2021-11", "maintenance-31st", "national-2024-06", "weifang-2023-12"]


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.GBK"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], lang: str) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    title = {
        "zh": "医保停机查询　2021-11-22 09:00（周一）",
        "en": "Medical-insurance outages at 2021-11-22 09:00 (Mon)",
    }
    result = run("check", "--notices", NOTICES, "--at", DURING)
    assert result.out.splitlines()[0] == title[lang]


def on_file(*arguments: str | Path) -> list[str]:
    """The ids of the notices that a question with these arguments is answered from."""
    result = run("check", "--all", "--at", DURING, "--lang", "en", "--format", "json", *arguments)
    assert (result.code, result.err) == (0, "")
    return [notice["id"] for notice in json.loads(result.out)["notices"]]


def test_the_notices_asked_for_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUTAGEPLAN_NOTICES", str(small(tmp_path, "variable")))
    small(tmp_path / "notices", "folder")
    first, second = small(tmp_path, "first"), small(tmp_path / "below" / "further", "second")
    assert on_file("--notices", first, "--notices", tmp_path / "below") == ["first", second.stem]


def test_then_those_of_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small(tmp_path / "notices", "folder")
    paths = [str(small(tmp_path / id, id)) for id in ("one", "two")]
    monkeypatch.setenv("OUTAGEPLAN_NOTICES", os.pathsep.join(paths))
    assert on_file() == ["one", "two"]


def test_then_those_of_the_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUTAGEPLAN_NOTICES", "")
    small(tmp_path / "notices", "folder")
    assert on_file() == ["folder"]


def test_then_those_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert on_file() == PACKAGED


def test_validate_has_the_same_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ("validate", "--at", DURING, "--lang", "en")
    assert run(*asked).out.endswith("; 5 notices can be read\n")
    monkeypatch.setenv("OUTAGEPLAN_NOTICES", str(NOTICES / "henan-2021-11.yaml"))
    assert run(*asked).out.endswith("; 1 notice can be read\n")


def test_the_moment_is_now_in_china_to_the_minute() -> None:
    result = run("check", "--notices", NOTICES, "--lang", "en", "--format", "json")
    assert (result.code, result.err) == (0, "")
    at = datetime.fromisoformat(json.loads(result.out)["asked"]["at"])
    assert at.utcoffset() == timedelta(hours=8)
    now = datetime.now(timezone(timedelta(hours=8)))
    assert timedelta(0) <= now - at < timedelta(minutes=3)
