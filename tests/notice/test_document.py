"""YAML text to data: every scalar stays text, and what a notice must not hold is refused (design, section 3)."""

from __future__ import annotations

import pytest

from outageplan.notice.document import Data, dotted, read_document
from outageplan.notice.finding import Span

from .examples import FILE, at, span, told


def data_of(text: str) -> Data | None:
    """The data of a text that is read without a finding."""
    document = read_document(text.encode(), FILE)
    assert document.findings == []
    return document.data


@pytest.mark.parametrize(
    "scalar",
    [
        *("18:00", "20:30:15", "no", "yes", "on", "off", "y", "true", "null", "Null", "~", "<<x"),
        *("010000", "0x1F", "0b1", "0o17", "1_000", "370700", "3.0", "1e3", ".inf", ".nan", "+1", "-1"),
        *("2021-11-28", "2021-11-28 08:00", "2021-11-28T08:00:00Z", "=", "31日凌晨", "a：b", "a:b", "a#b"),
    ],
)
def test_every_scalar_is_text(scalar: str) -> None:
    """YAML 1.1 would turn `18:00` into 1080, `no` into false and `010000` into 4096."""
    assert data_of(f"a: {scalar}\nb: [{scalar}]\n") == {"a": scalar, "b": [scalar]}
    assert data_of(f"{scalar}: a\n") == {scalar: "a"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a:\nb: ''\nc: {d: }\n", {"a": "", "b": "", "c": {"d": ""}}, id="blank"),
        pytest.param("{a, b}\n", {"a": "", "b": ""}, id="keys-alone"),
        pytest.param("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}, id="block"),
        pytest.param("a: >-\n  one\n  two\n", {"a": "one two"}, id="folded"),
        pytest.param("a: one\n  two\n", {"a": "one two"}, id="plain-over-two-lines"),
        pytest.param('a: "\\u533b\\t"\n', {"a": "医\t"}, id="escapes"),
        pytest.param("a: 1 # no\n# no\n", {"a": "1"}, id="comments"),
        pytest.param("- a\n- - b\n", ["a", ["b"]], id="lists"),
        pytest.param("just text\n", "just text", id="one-scalar"),
        pytest.param("? a\n: b\n", {"a": "b"}, id="question-mark"),
        pytest.param("'<<': 1\n\"on\": 2\n", {"<<": "1", "on": "2"}, id="quoted-keys"),
        pytest.param("---\na: 1\n...\n", {"a": "1"}, id="markers"),
        pytest.param("%YAML 1.1\n---\na: 1\n", {"a": "1"}, id="directive"),
        pytest.param("\ufeffa: 1\n", {"a": "1"}, id="byte-order-mark"),
        pytest.param("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}, id="crlf"),
        pytest.param("a: 1\rb: 2\r", {"a": "1", "b": "2"}, id="cr"),
        pytest.param("a:\t1\t\n", {"a": "1"}, id="tabs-beside-a-value"),
        pytest.param("标题😀: 甲😀\n", {"标题😀": "甲😀"}, id="beyond-the-basic-plane"),
    ],
)
def test_shapes(text: str, data: Data) -> None:
    assert data_of(text) == data


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_a_file_without_content_has_no_data(text: str) -> None:
    assert data_of(text) is None


PLACES = """\
标题: {中文: 停机公告, en: Outage}
windows:
  cut-over:
    start: 2021-11-21 18:00
    say: "两行
      文字"
    in: [网厅, 窗口]
pools: []
say: |
  one
  two
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        pytest.param((), False, span(1, 1), id="file"),
        pytest.param(("标题",), True, at(PLACES, "标题"), id="key"),
        pytest.param(("标题",), False, span(1, 5, 6), id="flow-mapping"),
        pytest.param(("标题", "en"), True, at(PLACES, "en"), id="key-after-chinese"),
        pytest.param(("标题", "en"), False, at(PLACES, "Outage"), id="value-after-chinese"),
        pytest.param(("标题", "中文"), False, at(PLACES, "停机公告"), id="chinese-value"),
        pytest.param(("windows", "cut-over"), True, at(PLACES, "cut-over"), id="nested-key"),
        pytest.param(("windows", "cut-over", "start"), False, at(PLACES, "2021-11-21 18:00"), id="moment"),
        pytest.param(
            ("windows", "cut-over", "say"), False, Span(line=5, column=10, end_line=6, end_column=10), id="two-lines"
        ),
        pytest.param(("windows", "cut-over", "in", 1), False, at(PLACES, "窗口"), id="item"),
        pytest.param(("windows", "cut-over", "in", 1), True, at(PLACES, "窗口"), id="an-item-has-no-key"),
        pytest.param(("windows", "cut-over", "in", 7), False, span(7, 5, 7), id="no-such-item"),
        pytest.param(("windows", "cut-over", "end"), False, at(PLACES, "cut-over"), id="no-such-key"),
        pytest.param(("pools",), False, at(PLACES, "[]"), id="empty-list"),
        pytest.param(("pools", "x", "y"), False, at(PLACES, "pools"), id="nothing-below"),
        pytest.param(("say",), False, span(9, 6, 7), id="block-begins-in-its-first-line"),
        pytest.param(("zzz",), False, span(1, 1), id="no-such-key-at-the-top"),
    ],
)
def test_places(path: tuple[str | int, ...], key: bool, place: Span) -> None:
    """Columns are characters, not bytes; a path that is not there has the place of the nearest one above it."""
    assert read_document(PLACES.encode(), FILE).span_of(path, key=key) == place


def test_places_are_the_same_with_a_byte_order_mark_and_with_crlf() -> None:
    document = read_document(b"\xef\xbb\xbf" + PLACES.replace("\n", "\r\n").encode(), FILE)
    assert document.span_of(("标题", "en")) == at(PLACES, "Outage")
    assert document.span_of(("windows", "cut-over", "start")) == at(PLACES, "2021-11-21 18:00")


def test_a_document_without_data_has_one_place() -> None:
    assert read_document(b"", FILE).span_of(("a", 1)) == Span()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("id",), "id"),
        (("guidance", "file-later", "services", 0), "guidance.file-later.services[0]"),
        ((0, "a"), "[0].a"),
    ],
)
def test_paths_as_people_write_them(path: tuple[str | int, ...], text: str) -> None:
    assert dotted(path) == text


def test_several_problems_are_told_at_once() -> None:
    text = "a: &x 1\nb: *x\nc: !t 2\na: 3\n"
    document = read_document(text.encode(), FILE)
    assert document.findings == [
        told("OP005", "anchor", "不支持锚点 `&x`；请删去", "anchors (`&x`) are not read; remove it", at(text, "&x 1")),
        told(
            "OP006",
            "alias",
            "不支持别名 `*x`；请把内容写全",
            "aliases (`*x`) are not read; write it out",
            at(text, "*x"),
        ),
        told("OP007", "tag", "不支持标签 `!t`；请删去", "tags (`!t`) are not read; remove it", at(text, "!t 2")),
        told(
            "OP004",
            "repeated-key",
            "键 `a` 与第 1 行重复；请保留一个",
            "`a` stands already in line 1; keep one of them",
            span(4, 1, 2),
        ),
    ]
    assert document.data == {"a": "1", "b": "", "c": "2"}
