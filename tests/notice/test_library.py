"""Many files: one that is broken, strange or repeated is told and left out, and the others are still loaded."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

import outageplan
from outageplan.notice.finding import Finding, Span
from outageplan.notice.library import Library, load, notice_files, packaged_notices, read_all
from outageplan.wording import Text

from .examples import changed

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable for root"
)


@pytest.fixture(autouse=True)
def _nothing_hangs() -> Iterator[None]:
    """Ends a test after ten seconds, so that a pipe that is waited on fails a test rather than the whole run."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail("the library waits for something")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def put(folder: Path, name: str, id: str | None = None) -> Path:
    """A good notice with that id (else the file's stem) in a file, with the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(changed("id: demo", f"id: {id or path.stem}"), encoding="utf-8")
    return path


def unreadable(path: Path | str, zh: str, en: str) -> Finding:
    message = Text(f"无法读取 {path}：{zh}", f"cannot read {path}: {en}")
    return Finding(code="OP015", rule="unreadable", message=message, file=str(path))


def not_regular(path: Path) -> Finding:
    return unreadable(path, "不是普通文件", "it is not a regular file")


def duplicate(id: str, path: Path, first: Path) -> Finding:
    zh, en = (
        f"编号 `{id}` 已用于 {first}；本文件未采用",
        f"the id `{id}` is already that of {first}; this file is left out",
    )
    return Finding(code="OP207", rule="duplicate-id", message=Text(zh, en), file=str(path), key="id")


def loaded(*paths: str | Path) -> tuple[list[str], list[Finding]]:
    library = load(*paths)
    return library.ids(), list(library.findings)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert load(tmp_path) == Library((), ())


def test_notices_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    put(tmp_path, "1.yaml", "c")
    put(tmp_path, "2.yaml", "a")
    put(tmp_path, "3/4.yaml", "b")
    assert loaded(tmp_path) == (["a", "b", "c"], [])


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.yml", "a.YAML", "a.Yml", "deep/er/a.yaml", "x.yaml/a.yaml", "公告/a.yaml"]
)
def test_what_a_folder_holds(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert loaded(tmp_path) == (["a"], [])


@pytest.mark.parametrize("name", [".a.yaml", ".git/a.yaml", "a.txt", "a.yaml~", "a.yaml.bak", "yaml", "a.json"])
def test_what_a_folder_passes_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, "a")
    assert loaded(tmp_path) == ([], [])


@pytest.mark.parametrize("name", [".a.yaml", "a.txt", ".hidden/a.yaml"])
def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert loaded(put(tmp_path, name, "a")) == (["a"], [])


def test_a_broken_file_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    put(tmp_path, "z.yaml")
    (tmp_path / "b.yaml").write_text("a: 'x\n")
    (tmp_path / "c.yaml").write_bytes("标题: 公告\n".encode("gbk"))
    (tmp_path / "d.yaml").write_text("[" * 100_000)
    (tmp_path / "e.yaml").write_text("")
    ids, findings = loaded(tmp_path)
    assert ids == ["a", "z"]
    assert [(Path(finding.file).name, finding.code) for finding in findings] == [
        ("b.yaml", "OP003"),
        ("c.yaml", "OP001"),
        ("d.yaml", "OP009"),
        ("e.yaml", "OP003"),
    ]


def test_pipes_sockets_and_dangling_links(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    pipe, plug, link = tmp_path / "pipe.yaml", tmp_path / "plug.yaml", tmp_path / "link.yaml"
    os.mkfifo(pipe)
    link.symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as plugged:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket must be short
        try:
            plugged.bind(plug.name)
        finally:
            os.chdir(here)
        assert loaded(tmp_path) == (
            ["a"],
            [
                unreadable(link, "链接指向的文件不存在", "it is a link that leads nowhere"),
                not_regular(pipe),
                not_regular(plug),
            ],
        )


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_devices(device: str) -> None:
    ids, findings = loaded(device)
    assert (ids, [finding.code for finding in findings]) == ([], ["OP015"])


def test_links(tmp_path: Path) -> None:
    """A link to a file is that file; links to folders are followed only where they are named."""
    real = put(tmp_path, "real/a.yaml")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "one.yaml").symlink_to(real)
    (folder / "two.yaml").symlink_to(real)
    (folder / "below").symlink_to(real.parent)
    (folder / "itself").symlink_to(folder)
    assert loaded(folder) == (["a"], [])
    assert [Path(reading.file).name for reading in read_all([folder])] == ["one.yaml"]
    assert list(notice_files(folder / "below")) == [folder / "below" / "a.yaml"]
    assert loaded(folder / "below") == (["a"], [])


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    ids, findings = loaded(tmp_path)
    assert ids == ["a"]
    assert [(finding.code, finding.file) for finding in findings] == [("OP015", str(tmp_path / "loop.yaml"))]


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "a\0b.yaml"], ids=["too-long", "null"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    ids, findings = loaded(put(tmp_path, "a.yaml"), tmp_path / name)
    assert ids == ["a"]
    assert [(finding.code, finding.file) for finding in findings] == [("OP015", str(tmp_path / name))]


def test_a_missing_path(tmp_path: Path) -> None:
    good, none = put(tmp_path, "a.yaml"), tmp_path / "none.yaml"
    expected = unreadable(none, "没有这个文件", "there is no such file")
    assert loaded(good, none) == (["a"], [expected])
    assert loaded(tmp_path / "no" / "folder") == (
        [],
        [unreadable(tmp_path / "no" / "folder", "没有这个文件", "there is no such file")],
    )


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.yaml")
    assert loaded(path, str(path), tmp_path, tmp_path / "x" / ".." / "a.yaml") == (["a"], [])
    assert len(list(read_all([path, tmp_path]))) == 1


def test_a_broken_file_given_twice_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("")
    assert len(load(tmp_path, tmp_path / "b.yaml").findings) == 1


def test_a_repeated_id_keeps_the_first_file(tmp_path: Path) -> None:
    first, second, third = (put(tmp_path, name, "same") for name in ("1.yaml", "2.yaml", "3/1.yaml"))
    assert loaded(tmp_path) == (["same"], [duplicate("same", second, first), duplicate("same", third, first)])
    assert loaded(third, first) == (["same"], [duplicate("same", first, third)])


@needs_permissions
def test_a_file_without_permission(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    path = put(tmp_path, "b.yaml")
    path.chmod(0)
    assert loaded(tmp_path) == (["a"], [unreadable(path, "没有读取权限", "no permission to read it")])


@needs_permissions
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_folder_without_permission(tmp_path: Path, mode: int) -> None:
    """Closed; its names can be read but not its files; its files can be read but not its names."""
    put(tmp_path, "a.yaml")
    folder = put(tmp_path, "closed/b.yaml").parent
    folder.chmod(mode)
    try:
        within, below = loaded(tmp_path), loaded(tmp_path / "closed" / "b.yaml")
    finally:
        folder.chmod(0o700)
    assert within[0] == ["a"]
    assert [finding.code for finding in within[1]] == ["OP015"]
    assert below[0] == (["b"] if mode == 0o111 else [])
    assert [finding.code for finding in below[1]] == ([] if mode == 0o111 else ["OP015"])


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb9\xab\xb8\xe6.yaml")
    put(tmp_path, name, "a")
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("")
    ids, findings = loaded(tmp_path)
    assert (ids, [finding.span for finding in findings]) == (["a"], [Span()])


def test_the_packaged_notices_have_no_findings() -> None:
    library = load()
    assert library.findings == ()
    assert library.ids() == sorted(path.stem for path in packaged_notices().glob("*.yaml"))
    assert len(library.notices) >= 5
    assert outageplan.load() == library
