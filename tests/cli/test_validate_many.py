"""`validate` on many files and on hostile folders: the same report from several processes, no hang, no traceback."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from outageplan.validation import runner

from .hostile import uncoloured
from .invented import BEFORE, small, written
from .running import Result, run, run_apart, run_on_terminal


def many(folder: Path, count: int) -> Path:
    """Writes many notices, every third of which has a problem; all of them overlap."""
    for number in range(count):
        small(folder, f"n{number:03}", replace=("2021-11-28 08:00", "soon") if number % 3 == 0 else ("", ""))
    return folder


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_several_processes_give_the_report_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("validate", many(tmp_path / "n", 75), "--at", BEFORE, "--format", "json", "--lang", "en")
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    several = run(*asked)
    monkeypatch.setattr(runner, "ALONE", 1000)
    assert several == run(*asked)
    assert several.code == 1
    assert several.out.count('"OP105"') == 25


def test_a_long_run_draws_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    asked = ("validate", many(tmp_path / "n", 250), "--at", BEFORE, "--select", "OP105", "--lang", "en")
    plain = run_apart(*asked)
    assert (plain.code, plain.err) == (1, "")
    assert "\x1b" not in plain.out
    assert plain.out.endswith("84 errors in 250 files; 166 notices can be read\n")
    shown = run_on_terminal(*asked, width=200)
    assert shown.code == 1
    assert "100%" in shown.out
    assert shown.out.count("\x1b[?25h") == shown.out.count("\x1b[?25l"), "the cursor is shown again"
    assert uncoloured(shown.out).endswith(plain.out.splitlines()[-1] + "\n")
    only_errors = run_apart(*asked, shell='"$@" 2>&1 >/dev/null')
    assert only_errors.out == ""


def test_a_short_run_draws_none(tmp_path: Path) -> None:
    asked = ("validate", many(tmp_path / "n", 10), "--at", BEFORE, "--select", "OP105", "--lang", "en")
    assert "\x1b[?25l" not in run_on_terminal(*asked).out


def told(path: Path, lang: str = "en") -> Result:
    return run_apart("validate", path, "--select", "OP0", "--at", BEFORE, "--lang", lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_hostile_folder(tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "n"
    written(folder / "brackets.yaml", "[" * 100_000)
    written(folder / "braces.yaml", "{a: " * 100_000)
    written(folder / "empty.yaml", "")
    written(folder / "comment.yaml", "# only\n")
    small(folder, "good")
    (folder / "binary.yaml").write_bytes(bytes(range(256)) * 50)
    (folder / "zeros.yaml").write_bytes(b"\0" * 2000)
    (folder / "huge.yaml").write_bytes(b"a" * (2 << 20))
    os.mkfifo(folder / "pipe.yaml")
    (folder / "link.yaml").symlink_to(folder / "gone")
    (folder / "circle.yaml").symlink_to(folder / "circle.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "up").symlink_to(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(folder)  # the name of a socket must be short
        listener.bind("socket.yaml")
        result = told(folder, lang)
    assert (result.code, result.err) == (3, "")
    found = {line.split(":")[0].removeprefix(f"{folder}/"): line for line in result.out.splitlines() if " OP0" in line}
    for name, code in {
        "brackets": "OP009", "braces": "OP009", "empty": "OP003", "comment": "OP003", "binary": "OP001",
        "zeros": "OP014", "huge": "OP010", "pipe": "OP015", "link": "OP015", "circle": "OP015", "socket": "OP015",
    }.items():  # fmt: skip
        assert f" error {code} " in found[f"{name}.yaml"]
    assert len(found) == 11


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin", "/proc/self/mem", "\udcff.yaml", "a" * 5000])
def test_a_path_that_is_no_notice(path: str) -> None:
    result = run_apart("validate", os.fsencode(path), "--lang", "en", shell='"$@" < /dev/null')
    assert result.code in (1, 3)
    assert " error OP0" in result.out
