"""One file: from bytes to a notice, or to everything that is wrong with it, in the order of the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from outageplan.errors import UnreadableError
from outageplan.notice.document import MAX_BYTES
from outageplan.notice.reading import file_content, read_notice, read_notice_file
from outageplan.wording import Text

from .examples import GOOD, at, changed, findings_of, span, spoiled, told

EMPTY = told("OP003", "syntax", "文件是空的", "the file is empty", span(1, 1))


def test_the_example_is_good() -> None:
    assert findings_of(GOOD) == []


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file(text: str) -> None:
    assert findings_of(text) == [EMPTY]


@pytest.mark.parametrize("text", ["---\n", "---\n...\n", "''\n"])
def test_an_empty_document_is_an_empty_file_too(text: str) -> None:
    [finding] = findings_of(text)
    assert (finding.code, finding.message) == (EMPTY.code, EMPTY.message)


def test_a_text_with_full_width_colons_only() -> None:
    zh, en = "键后面请用半角冒号加空格，不用“：”", "after a key write `: `, not `：`"
    for text in ("格式：outageplan/1\n", "# 公告\n\n格式：outageplan/1\n编号：demo\n"):
        assert findings_of(text) == [told("OP011", "full-width-colon", zh, en, at(text, "格式：", after=2))]


def test_all_problems_come_together_in_order_of_place() -> None:
    text = GOOD
    for old, new in (
        ("status: confirmed", "status: final"),
        ("[419900]", "[&p 河南省]"),
        ("start: 2021-11-21 18:00", "begin: 2021-11-21 18：00"),
        ("end: expected", "end: 预计"),
        ("effect: suspended", "efect: suspended, in: [cutover]"),
        ("    phase: after\n", "    phase: after\n    phase: before\n"),
        ("say: {zh: 补备案, en: File afterwards.}", "say: {}"),
        ("contacts:", "contakts:"),
    ):
        text = changed(old, new, text)
    assert [(f.span.line, f.span.column, f.code, f.key) for f in findings_of(text)] == [
        (3, 9, "OP108", "status"),
        (5, 9, "OP005", ""),
        (5, 9, "OP202", "pools[0]"),
        (9, 3, "OP102", "windows.cut-over.start"),
        (9, 14, "OP101", "windows.cut-over.begin"),
        (9, 44, "OP105", "windows.cut-over.end"),
        (11, 3, "OP102", "effects.everything.effect"),
        (11, 33, "OP101", "effects.everything.efect"),
        (11, 56, "OP205", "effects.everything.in[0]"),
        (16, 5, "OP004", ""),
        (19, 10, "OP109", "guidance.file-later.say"),
        (20, 1, "OP101", "contakts"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: demo", "id: «&a demo»", "OP005"),
        ("id: demo", "id: «!!str demo»", "OP007"),
        ("id: demo\n", "id: demo\n«id»: demo\n", "OP004"),
    ],
)
def test_a_notice_that_would_do_is_refused_for_its_yaml(old: str, new: str, code: str) -> None:
    text, place = spoiled(old, new)
    [finding] = findings_of(text)
    assert (finding.code, finding.span) == (code, place)


def test_reading_carries_the_name_it_was_given() -> None:
    reading = read_notice(b"", "dir/x.yaml")
    assert (reading.file, [finding.file for finding in reading.findings]) == ("dir/x.yaml", ["dir/x.yaml"])


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "公告.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert file_content(path) == GOOD.encode()
    read, expected = read_notice_file(path), read_notice(GOOD.encode(), str(path))
    assert (read.file, read.notice, read.findings) == (expected.file, expected.notice, expected.findings)


def test_no_more_is_read_than_tells_that_a_file_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"x" * (MAX_BYTES + 1000))
    assert len(file_content(path)) == MAX_BYTES + 1
    assert [finding.code for finding in read_notice_file(path).findings] == ["OP010"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("none.yaml", Text("没有这个文件", "there is no such file"), id="missing"),
        pytest.param("loop.yaml", Text("链接绕成了圈", "it is a link that leads back to itself"), id="loop"),
        pytest.param("dangling.yaml", Text("链接指向的文件不存在", "it is a link that leads nowhere"), id="dangling"),
        pytest.param(".", Text("不是普通文件", "it is not a regular file"), id="folder"),
        pytest.param("good.yaml/x.yaml", Text("没有这个文件", "there is no such file"), id="below-a-file"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, name: str, reason: Text) -> None:
    """Both languages give the reason in words, not as the operating system does."""
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "dangling.yaml").symlink_to("nowhere")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    path = tmp_path / name
    with pytest.raises(UnreadableError) as caught:
        read_notice_file(path)
    zh, en = f"无法读取 {path}：{reason['zh']}", f"cannot read {path}: {reason['en']}"
    assert (caught.value.message, caught.value.exit_code) == (Text(zh, en), 3)


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"], ids=["too-long", "null"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError):
        read_notice_file(tmp_path / name)


MANY = range(700)
WINDOWS = "".join(f"  w{number}: {{start: 2021-11-21, end: to be announced}}\n" for number in MANY)
REFERENCES = ", ".join(f"v{number}" for number in MANY)
FULL = {
    "pools": changed("[419900]", f"[{', '.join(str(800_000 + number) for number in MANY)}]"),
    "services": changed("[all]", f"[{', '.join(f'settlement.x{number}' for number in MANY)}]"),
    "windows": changed("effects:", f"{WINDOWS}effects:", changed("[all]", f"[all], in: [{REFERENCES}]")),
    "repeated-keys": GOOD + "id: demo\n" * 20_000,
}


@pytest.mark.parametrize("text", list(FULL.values()), ids=FULL)
def test_a_file_full_of_problems_does_not_hang(text: str) -> None:
    """Looking for the nearest name costs most; a file of 1 MiB could hold two hundred times as many."""
    started = time.process_time()
    assert findings_of(text) != []
    assert time.process_time() - started < 4
