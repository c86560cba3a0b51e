"""Notice files that cannot be read: the rest answers, standard error says what is wrong where, the exit code is 3."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path

import pytest

from .invented import DURING, small, written
from .running import Result, run, run_apart

ARGUMENTS = ("check", "--at", DURING)
BROKEN = ("end: 2021-11-28 08:00", "end: 下周一")
PHRASES = "2021-12-05 08:30`, `expected 2021-12-05 08:30`, `to be announced`, `unresolved WORDS"


def check(notices: Path, *arguments: str, lang: str = "en") -> Result:
    return run(*ARGUMENTS, "--notices", notices, "--lang", lang, *arguments)


def test_one_broken_file_among_others(tmp_path: Path) -> None:
    small(tmp_path, "good")
    bad = small(tmp_path, "bad", replace=BROKEN)
    result = check(tmp_path)
    assert result.code == 3
    assert "An invented stop [good]" in result.out
    assert result.err == (
        f"{bad}:8:40: error OP105 unreadable-boundary: `下周一` is not a boundary of the format; write `{PHRASES}`\n"
        f"left out: {bad}\n"
    )
    assert check(tmp_path, lang="zh").err == (
        f"{bad}:8:40: error OP105 unreadable-boundary: “下周一”不是可识别的时段边界；应写作 `{PHRASES}`\n"
        f"以上文件未采用：{bad}\n"
    )


def test_every_problem_is_told_and_every_file_named_once(tmp_path: Path) -> None:
    small(tmp_path, "good")
    one = small(tmp_path, "one", replace=("effect: suspended", "effekt: suspended"))
    two = small(tmp_path, "two", replace=("pools: [419900]", "pools: [419901]"))
    *findings, left_out = check(tmp_path).err.splitlines()
    places = [line.split(": error ")[0] for line in findings]
    assert places == [f"{one}:10:3", f"{one}:10:36", f"{two}:6:9"]
    assert left_out == f"left out: {one}, {two}"


def test_findings_are_part_of_the_json_answer(tmp_path: Path) -> None:
    small(tmp_path, "good")
    bad = small(tmp_path, "bad", replace=BROKEN)
    result = check(tmp_path, "--format", "json")
    answer = json.loads(result.out)
    assert result.code == 3
    assert [notice["id"] for notice in answer["notices"]] == ["good"]
    (finding,) = answer["findings"]
    assert finding.pop("message").keys() == {"zh", "en"}
    assert finding == {
        "code": "OP105",
        "rule": "unreadable-boundary",
        "severity": "error",
        "file": str(bad),
        "line": 8,
        "column": 40,
        "end_line": 8,
        "end_column": 43,
        "key": "windows.stop.end",
    }


def test_only_broken_files_leave_nothing_to_work_on(tmp_path: Path) -> None:
    bad = small(tmp_path, "bad", replace=BROKEN)
    result = check(bad, lang="zh")
    assert result.code == 3
    assert result.err.splitlines()[1:] == [f"以上文件未采用：{bad}", "没有可用的公告"]
    assert "现在与接下来" in result.out


def test_a_notice_that_was_left_out_is_asked_for(tmp_path: Path) -> None:
    small(tmp_path, "good")
    small(tmp_path, "bad", replace=BROKEN)
    result = check(tmp_path, "bad")
    assert (result.code, result.out) == (3, "")
    assert result.err.splitlines()[-1] == "error: there is no notice `bad`; on file: `good`"


def test_findings_win_over_the_exit_code_of_the_question(tmp_path: Path) -> None:
    small(tmp_path, "good")
    small(tmp_path, "bad", replace=BROKEN)
    assert check(tmp_path, "--exit-code").code == 3


def test_two_files_with_one_id(tmp_path: Path) -> None:
    first, second = small(tmp_path / "a", "same"), small(tmp_path / "b", "same")
    result = check(tmp_path)
    assert result.code == 3
    assert result.err == (
        f"{second}:1:1: error OP207 duplicate-id: the id `same` is already that of {first}; this file is left out\n"
        f"left out: {second}\n"
    )
    assert check(first.parent / "same.yaml", "--notices", str(first)) == check(first)


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "没有可用的公告\n"), ("en", "there is no notice to work on\n")], ids=["zh", "en"]
)
def test_a_folder_without_notices(tmp_path: Path, lang: str, told: str) -> None:
    written(tmp_path / "README.md", "not a notice")
    written(tmp_path / ".hidden.yaml", "not: a notice")
    result = check(tmp_path, lang=lang)
    assert (result.code, result.err) == (0, told)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))  # a socket's name is short


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


HOSTILE = {
    "pipe": (fifo, "OP015 unreadable: cannot read {path}: it is not a regular file"),
    "socket": (listening, "OP015 unreadable: cannot read {path}: it is not a regular file"),
    "dangling link": (dangling, "OP015 unreadable: cannot read {path}: it is a link that leads nowhere"),
    "link to itself": (loop, "OP015 unreadable: cannot read {path}: "),
    "brackets": (lambda path: written(path, "[" * 100_000), "OP009 too-deep: nested deeper than 32 levels"),
    "braces": (lambda path: written(path, "{a: " * 100_000), "OP009 too-deep: nested deeper than 32 levels"),
    "aliases": (lambda path: written(path, "a: &a [x]\nb: *a\n"), "OP005 anchor: "),
    "empty": (lambda path: written(path, ""), "OP003 syntax: the file is empty"),
    "large": (lambda path: written(path, "a" * 2_000_000), "OP010 too-large: the file is over 1 MiB; split it"),
    "binary": (lambda path: path.write_bytes(bytes(range(256))), "OP001 not-utf-8: the file is not UTF-8"),
    "nul": (lambda path: written(path, "a: \0\n"), "OP014 control-character: "),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("in_folder", [True, False], ids=["in-a-folder", "by-itself"])
def test_what_is_no_notice_is_told_within_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, in_folder: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("room") / "bad.yaml"
    path.parent.mkdir()
    make, told = HOSTILE[kind]
    make(path)
    small(path.parent, "good")
    began = time.monotonic()
    result = check(path.parent if in_folder else path)
    assert time.monotonic() - began < 60
    assert result.code == 3
    assert result.err.startswith(f"{path}:")
    assert told.format(path=path) in result.err
    assert f"left out: {path}\n" in result.err
    assert ("[good]" in result.out) == in_folder


def test_as_a_process_of_its_own(tmp_path: Path) -> None:
    """Deep nesting and a pipe, outside the test: neither a crash of the interpreter nor a wait."""
    written(tmp_path / "deep.yaml", "[" * 100_000)
    os.mkfifo(tmp_path / "pipe.yaml")
    result = run_apart(*ARGUMENTS, "--lang", "en", "--notices", tmp_path)
    assert (result.code, result.err.count("\n")) == (3, 4)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.yaml", "there is no such file"),
        ("a" * 300, "File name too long"),
        ("none/" * 1000, "File name too long"),
    ],
    ids=["missing", "long-name", "long-path"],
)
def test_a_path_that_leads_to_nothing(tmp_path: Path, name: str, why: str) -> None:
    result = check(tmp_path / name)
    assert result.code == 3
    assert why in result.err.splitlines()[0]
