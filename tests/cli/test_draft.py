"""`outageplan draft`: an announcement goes in, a notice comes out, and what was taken is told on standard error."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from outageplan.notice.reading import read_notice
from tests.drafting.drafting_examples import STAGED

from .hostile import uncoloured
from .running import SECONDS, run, run_apart, run_bytes, run_on_terminal

UNDATED = "关于停机的公告\n自11月18日18时起，潍坊市医保系统停机。\n潍坊市医疗保障局\n"


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    path = tmp_path / "staged.txt"
    path.write_text(STAGED, encoding="utf-8")
    return path


def test_the_draft_is_a_notice_that_validate_and_check_take(staged: Path, tmp_path: Path) -> None:
    output = tmp_path / "weifang-2023-12.yaml"
    result = run("draft", staged, "--output", output, "--lang", "en")
    assert (result.code, result.out) == (0, "")
    validated = run("validate", output, "--at", "2023-11-25 10:00")
    assert validated.code == 0
    assert " error " not in validated.out
    checked = run("check", "--notices", output, "--at", "2023-12-02 10:00", "--lang", "zh")
    assert checked.code == 0
    assert "参保登记" in checked.out


def test_the_report_tells_words_line_and_certainty(staged: Path) -> None:
    result = run("draft", staged, "--lang", "en")
    rows = [line.split(maxsplit=2) for line in result.err.splitlines()]
    assert ["6:4", "boundary", "enrolment.start: 2023-12-01 18:00          stated    2023年12月1日18时起"] in rows
    assert any(row[:2] == ["8:3", "unaffected"] and row[2].endswith("异地就医备案") for row in rows if len(row) == 3)
    assert any(row[1] == "deadline" and "7 working days after" in row[2] for row in rows if len(row) == 3)
    assert any(row[1] == "contact" and "0000-8000001" in row[2] for row in rows if len(row) == 3)


def test_the_report_speaks_chinese(staged: Path) -> None:
    result = run("draft", staged, "--lang", "zh")
    assert result.err.startswith("取自 staged.txt 的内容\n")
    assert "停机时间" in result.err
    assert "推定" in result.err


def test_standard_input_and_output() -> None:
    code, out, err = run_bytes("draft", "-", "--lang", "en", shell='printf %s "$TEXT" | "$@"', env={"TEXT": STAGED})
    assert code == 0
    reading = read_notice(out, "draft.yaml")
    assert reading.notice is not None
    assert reading.notice.id == "weifang-2023-12"
    assert err.startswith(b"Taken from announcement\n")


def test_options_go_before_the_text(staged: Path, tmp_path: Path) -> None:
    output = tmp_path / "own-name.yaml"
    result = run("draft", staged, "--published", "2023-11-20", "--pool", "烟台", "--output", output)
    assert result.code == 0
    notice = read_notice(output.read_bytes(), "x").notice
    assert notice is not None
    assert (str(notice.published), notice.pools, notice.id) == ("2023-11-20", ("370600",), "own-name")
    assert "id: chosen\n" in run("draft", staged, "--id", "chosen").out


def test_the_year_comes_from_the_publication(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(UNDATED, encoding="utf-8")
    assert "start: unresolved 11月18日18时" in run("draft", path, "--lang", "en").out
    assert "start: 2021-11-18 18:00" in run("draft", path, "--published", "2021-11-17").out


def test_data_for_programs(staged: Path) -> None:
    result = run("draft", staged, "--format", "json")
    data = json.loads(result.out)
    assert list(data) == ["format", "file", "amends", "notice", "yaml", "taken", "unused", "remarks"]
    assert data["format"] == "outageplan-draft/1"
    assert data["notice"]["windows"]["enrolment"]["start"] == "2023-12-01 18:00"
    assert data["yaml"] == run("draft", staged).out
    assert data["taken"][4] == {
        "kind": "boundary",
        "key": "windows.enrolment.start",
        "value": "2023-12-01 18:00",
        "words": "2023年12月1日18时起",
        "line": 6,
        "column": 4,
        "sure": "stated",
        "because": None,
    }


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"", 3, "error: cannot read a.txt: it is empty"),
        (b"\x00\x01PK\x03", 3, "error: cannot read a.txt: it is not text"),
        ("停机公告".encode("gbk"), 3, "line 1 is not UTF-8; convert GBK or GB18030 text first: iconv -f GB18030"),
        (b"a" * (1024 * 1024 + 1), 3, "it is larger than 1 MiB, which no announcement is"),
    ],
)  # fmt: skip
def test_bad_input_is_told(tmp_path: Path, content: bytes, code: int, message: str) -> None:
    path, output = tmp_path / "a.txt", tmp_path / "out.yaml"
    path.write_bytes(content)
    result = run("draft", path, "--lang", "en", "--output", output)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert not output.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--format", "xml"), 2, "--format is yaml or json, not `xml`"),
        (("--id", "Not An Id"), 2, "`Not An Id` cannot be an id"),
        (("--pool", "atlantis"), 2, "there is no pool called `atlantis`"),
        (("--published", "yesterday"), 2, "`yesterday` is not a moment of the format"),
        (("--review",), 2, "--review asks on a terminal"),
    ],
)
def test_wrong_usage_is_told(staged: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    result = run_apart("draft", staged, "--lang", "en", *arguments, shell='"$@" </dev/null')
    assert (result.code, result.out) == (code, "")
    assert message in result.err


def test_no_such_file(tmp_path: Path) -> None:
    result = run("draft", tmp_path / "none.txt", "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert "there is no such file" in result.err


def test_hidden_characters_of_the_text_reach_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(UNDATED.replace("潍坊市医保系统", "\x1b[31m潍坊市\u202e医保系统"), encoding="utf-8")
    result = run("draft", path)
    assert "\x1b" not in result.out + result.err
    assert "\u202e" not in result.out + result.err


def test_a_terminal_gets_colour_and_whole_lines(staged: Path) -> None:
    result = run_on_terminal("draft", staged, "--lang", "en", "--output", staged.with_suffix(".yaml"), width=100)
    assert result.code == 0
    assert "\x1b[" in result.out
    assert "2023年12月1日18时起" in uncoloured(result.out)


class Terminal:
    """The program on a terminal of its own, answered line by line."""

    def __init__(self, *arguments: object) -> None:
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "outageplan", *map(str, arguments)]
        environment = {**os.environ, "TERM": "dumb"}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        self.seen = ""

    def answer(self, line: str) -> None:
        """Waits for the next question and types a line."""
        self._read(until="> ")
        os.write(self.ours, f"{line}\n".encode())

    def end(self) -> int:
        """Reads to the end; gives the exit code."""
        self._read(until=None)
        code = self.process.wait(SECONDS)
        os.close(self.ours)
        return code

    def _read(self, until: str | None) -> None:
        written, end = b"", time.monotonic() + SECONDS
        while time.monotonic() < end:
            if select.select([self.ours], [], [], 0.2)[0]:
                try:
                    written += os.read(self.ours, 65536)
                except OSError:
                    break
            if until and written.decode("utf-8", "replace").endswith(until):
                break
        self.seen += written.decode("utf-8", "replace")


def test_the_review_accepts_edits_and_drops(staged: Path, tmp_path: Path) -> None:
    output = tmp_path / "reviewed.yaml"
    terminal = Terminal("draft", staged, "--review", "--lang", "en", "--output", output)
    terminal.answer("e")  # the end of the first window, which was expected
    terminal.answer("soon")  # no phrase of the format: asked again
    terminal.answer("e")
    terminal.answer("2023-12-06 08:00")
    terminal.answer("d")  # the end of the second
    terminal.answer("")  # the next is accepted
    terminal.answer("q")
    assert terminal.end() == 0, terminal.seen
    assert "`soon` is not a boundary of the format" in terminal.seen
    assert "[1/" in terminal.seen
    notice = read_notice(output.read_bytes(), "x").notice
    assert notice is not None
    assert [str(window.end) for window in notice.windows.values()] == ["2023-12-06 08:00", "to be announced"]


def test_the_review_ends_with_the_terminal(staged: Path) -> None:
    terminal = Terminal("draft", staged, "--review", "--lang", "zh")
    terminal.answer("\x04")
    assert terminal.end() == 0
    assert "format: outageplan/1" in terminal.seen
