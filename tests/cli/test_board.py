"""`outageplan board`: a folder that holds just the board, whatever else is in it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .invented import NOTICES, small, written
from .running import Result, run

LIST = ".outageplan-board.json"


def board(folder: Path, *options: str | Path, notices: Path = NOTICES) -> Result:
    return run("board", "--output", folder, "--notices", notices, "--lang", "en", *options)


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The files of a folder: their content, and when each was written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_board_is_written_and_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "board"
    first = board(folder)
    assert (first.code, first.out) == (0, "")
    assert first.err.splitlines() == [
        "maintenance-31st is a draft, so not on the board; --drafts puts it there",
        f"{folder}: 4 notices, 38 files changed; without --base-url the links in feed.xml are relative",
    ]
    before = held(folder)
    listed = json.loads(before.pop(LIST)[0])
    assert listed == {"format": "outageplan-board/1", "files": sorted(before)}
    second = board(folder)
    assert "4 notices, nothing changed" in second.err
    assert held(folder) == before | {LIST: held(folder)[LIST]}
    assert held(folder)[LIST][1] == (folder / LIST).stat().st_mtime_ns


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    notices, folder = tmp_path / "notices", tmp_path / "board"
    small(notices)
    small(notices, "other")
    board(folder, notices=notices)
    before = held(folder)
    small(notices, "other", replace=("2021-11-28 08:00", "2021-11-29 08:00"))
    assert board(folder, notices=notices).code == 0
    after = held(folder)
    changed = {path for path in after if after[path] != before[path]}
    assert "notices/other.html" in changed
    assert "en/index.html" in changed
    assert not {path for path in changed if "small" in path}
    assert LIST not in changed


def test_a_stale_page_is_removed_and_nothing_else(tmp_path: Path) -> None:
    notices, folder = tmp_path / "notices", tmp_path / "board"
    small(notices)
    file = small(notices, "other")
    board(folder, notices=notices)
    written(folder / "notices" / "mine.html", "mine")
    written(folder / "mine.txt", "mine")
    file.unlink()
    result = board(folder, notices=notices)
    assert result.code == 0
    assert not [path for path in held(folder) if "other" in path]
    assert (folder / "notices" / "mine.html").read_text() == (folder / "mine.txt").read_text() == "mine"
    (notices / "small.yaml").unlink()
    written(notices / "more.yaml", file.name and (NOTICES / "weifang-2023-12.yaml").read_text(encoding="utf-8"))
    board(folder, notices=notices)
    assert not (folder / "calendar" / "notice-small.ics").exists()


def test_folders_that_are_empty_then_are_removed(tmp_path: Path) -> None:
    notices, folder = tmp_path / "notices", tmp_path / "board"
    small(notices)
    board(folder, notices=notices)
    (notices / "small.yaml").unlink()
    assert "0 notices" in board(folder, notices=notices).err
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == [
        LIST,
        "en",
        "en/feed.xml",
        "en/index.html",
        "feed.xml",
        "index.html",
    ]


def test_a_folder_with_other_files_is_used_and_they_stay(tmp_path: Path) -> None:
    written(tmp_path / "readme.txt", "mine")
    assert board(tmp_path).code == 0
    assert (tmp_path / "readme.txt").read_text() == "mine"


def test_a_file_in_the_way_is_not_written_over_and_nothing_is_written(tmp_path: Path) -> None:
    written(tmp_path / "index.html", "mine")
    result = board(tmp_path)
    assert result.code == 2
    assert f"{tmp_path / 'index.html'} is there and was not written by this program; nothing was changed" in result.err
    assert held(tmp_path).keys() == {"index.html"}


@pytest.mark.parametrize("place", ["notices", "en", "feed.xml", LIST])
def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    written(outside / "index.html", "mine")
    folder = tmp_path / "board"
    folder.mkdir()
    (folder / place).symlink_to(outside if "." not in place else outside / "index.html")
    result = board(folder)
    assert result.code == 2
    assert "is a link, and nothing outside the folder is touched" in result.err
    assert held(outside).keys() == {"index.html"}
    assert (outside / "index.html").read_text() == "mine"


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "[]",
        '{"format": "outageplan-board/1"}',
        '{"format": "another", "files": []}',
        '{"format": "outageplan-board/1", "files": ["../mine.txt"]}',
        '{"format": "outageplan-board/1", "files": ["/etc/passwd"]}',
        '{"format": "outageplan-board/1", "files": ["a/../../mine.txt"]}',
        '{"format": "outageplan-board/1", "files": [1]}',
        '{"format": "outageplan-board/1", "files": [[]]}',
        "[" * 100_000,
    ],
    ids=lambda content: content[:60],
)
def test_a_list_that_was_tampered_with_is_refused(tmp_path: Path, content: str) -> None:
    mine = written(tmp_path / "mine.txt", "mine")
    written(tmp_path / "board" / LIST, content)
    result = board(tmp_path / "board")
    assert result.code == 2
    assert "is not a list that this program wrote" in result.err
    assert mine.read_text() == "mine"
    assert held(tmp_path / "board").keys() == {LIST}


def test_what_a_list_names_and_is_a_link_is_not_deleted(tmp_path: Path) -> None:
    mine = written(tmp_path / "mine" / "old.html", "mine")
    folder = tmp_path / "board"
    written(folder / LIST, '{"format": "outageplan-board/1", "files": ["old/old.html"]}')
    (folder / "old").symlink_to(mine.parent)
    assert board(folder).code == 2
    assert mine.read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot" in board(tmp_path / "board").err


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    result = board(written(tmp_path / "file", "mine"))
    assert result.code == 2
    assert "cannot make the folder" in result.err


def test_ids_drafts_and_what_was_known(tmp_path: Path) -> None:
    board(tmp_path / "a", "maintenance-31st")
    assert (tmp_path / "a" / "notices" / "maintenance-31st.html").exists()
    assert not (tmp_path / "a" / "notices" / "henan-2021-11.html").exists()
    board(tmp_path / "b", "--drafts")
    assert len(list((tmp_path / "b" / "notices").iterdir())) == 5
    board(tmp_path / "c", "--known-at", "2022-01-01")
    assert sorted(path.stem for path in (tmp_path / "c" / "notices").iterdir()) == ["henan-2021-11", "national-2024-06"]
    assert "Only what was published by 2022-01-01 00:00 (Sat)." in (tmp_path / "c/en/index.html").read_text("utf-8")


def test_an_address_makes_the_links_of_the_feeds_whole(tmp_path: Path) -> None:
    result = board(tmp_path, "--base-url", "https://board.example/sub")
    assert "relative" not in result.err
    assert 'href="https://board.example/sub/en/notices/' in (tmp_path / "en" / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "board.example", "https://x/<y>", "https://x y", "file:///etc"]
)
def test_an_address_that_is_none_of_the_web_is_refused(tmp_path: Path, address: str) -> None:
    result = board(tmp_path / "o", "--base-url", address)
    assert result.code == 2
    assert "--base-url is a web address" in result.err
    assert not (tmp_path / "o").exists()


def test_a_folder_must_be_named() -> None:
    result = run("board", "--notices", NOTICES, "--lang", "en")
    assert (result.code, result.err) == (2, "error: say where to: --output DIR\n")


def test_files_that_cannot_be_read_are_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    small(tmp_path / "n")
    written(tmp_path / "n" / "broken.yaml", "format: outageplan/1\n")
    result = board(tmp_path / "o", notices=tmp_path / "n")
    assert result.code == 3
    assert "broken.yaml" in result.err
    assert (tmp_path / "o" / "notices" / "small.html").exists()


def test_check_as_a_page(tmp_path: Path) -> None:
    asked = (
        "check",
        "henan-2021-11",
        "--at",
        "2021-11-22 09:00",
        "--notices",
        NOTICES,
        "--format",
        "html",
        "--lang",
        "en",
    )
    page = run(*asked, "--why")
    assert page.code == 0
    assert page.out.startswith("<!DOCTYPE html>\n")
    for told in ("Medical-insurance outages at 2021-11-22 09:00 (Mon)", "provisional", "2021-12-07 (Tue)", "<details>"):
        assert told in page.out
    assert "<script" not in page.out
    assert "<details>" not in run(*asked).out
    run(*asked, "--why", "--output", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page.out
