"""`--output`: the file is written whole or not at all, keeps its permissions, and nothing is left beside it."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from .invented import DURING, EXAMPLES
from .running import Result, run

STOP = ("check", "stop", "--notices", EXAMPLES, "--at", DURING)


def write(file: Path | str, *arguments: str, lang: str = "en") -> Result:
    return run(*STOP, "--lang", lang, "--output", file, *arguments)


def refused(path: Path, zh: str, en: str) -> None:
    """The file cannot be written: the whole message in both languages."""
    assert write(path, lang="zh") == Result(2, "", f"错误: 无法写入 {path}：{zh}\n")
    assert write(path, lang="en") == Result(2, "", f"error: cannot write {path}: {en}\n")


@pytest.mark.parametrize(("format", "suffix"), [("text", "piped.txt"), ("markdown", "md")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_holds_what_a_pipe_gets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, suffix: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")  # of the terminal, which is none of the file's business
    file = tmp_path / "answer"
    assert write(file, "--format", format, lang=lang) == Result(0, "", "")
    assert file.read_bytes() == (EXAMPLES / f"stop.{lang}.{suffix}").read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["answer"]


def test_a_catalog_goes_to_a_file_too(tmp_path: Path) -> None:
    asked = ("catalog", "pools", "潍坊", "--lang", "en")
    assert run(*asked, "--output", tmp_path / "pools") == Result(0, "", "")
    assert (tmp_path / "pools").read_text(encoding="utf-8") == run(*asked).out


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert write(tmp_path / "answer").code == 0
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "answer").stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    file.write_text("old" * 100_000)
    file.chmod(0o604)
    assert write(file).code == 0
    assert file.read_text(encoding="utf-8").startswith("Medical-insurance outages")
    assert "old" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o604


@pytest.mark.parametrize("there", [True, False], ids=["to-a-file", "to-nothing"])
def test_a_link_is_followed(tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "far" / "answer", tmp_path / "link"
    target.parent.mkdir()
    if there:
        target.write_text("old")
    link.symlink_to(Path("far") / "answer")
    assert write(link).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("Medical-insurance outages")


def test_without_the_folder_above(tmp_path: Path) -> None:
    refused(tmp_path / "none" / "answer", "No such file or directory", "No such file or directory")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file" / "answer", "Not a directory", "Not a directory")


@pytest.mark.parametrize("name", [".", "folder"])
def test_a_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(exist_ok=True)
    refused(tmp_path / name, "不是普通文件", "it is not a regular file")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    refused(tmp_path / "pipe", "不是普通文件", "it is not a regular file")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    refused(tmp_path / ("a" * 300), "File name too long", "File name too long")


def test_a_chinese_name_of_full_length(tmp_path: Path) -> None:
    assert write(tmp_path / ("答" * 85)).code == 0


def test_a_folder_that_must_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", forbidden)
    refused(tmp_path / "answer", "Permission denied", "Permission denied")


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_what_fails_on_the_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "answer"
    file.write_text("old")
    monkeypatch.setattr(Path, step, full)
    assert write(file) == Result(2, "", f"error: cannot write {file}: No space left on device\n")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("answer", "old")]


def test_a_question_that_is_refused_writes_nothing(tmp_path: Path) -> None:
    assert write(tmp_path / "answer", "--role", "nobody").code == 2
    assert list(tmp_path.iterdir()) == []
