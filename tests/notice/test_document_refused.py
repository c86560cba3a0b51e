"""What is refused before a notice is looked at: each with its code, place and whole message."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outageplan.notice.document import MAX_BYTES, MAX_DEPTH, Data, read_document
from outageplan.notice.finding import Finding, Span

from .examples import FILE, at, span, told

COLON = ("键后面请用半角冒号加空格，不用“：”", "after a key write `: `, not `：`")
CHECK = ("请检查此处的缩进、引号和括号", "check indentation, quotes and brackets here")
TAB = ("缩进请用空格，不用制表符", "indent with spaces, not tabs")
NOT_ALLOWED, NO_COLON = "mapping values are not allowed in this context", "could not find expected ':'"
TWO = ("一行里有两个冒号加空格；请给文字加引号", "a line has two `: `; put the text in quotes")


def findings_of(content: str | bytes) -> list[Finding]:
    """The findings of a text that leaves no data."""
    document = read_document(content if isinstance(content, bytes) else content.encode(), FILE)
    assert document.data is None
    assert document.root is None
    return document.findings


def syntax(hint: tuple[str, str], problem: str, where: Span, code: str = "OP003", rule: str = "syntax") -> Finding:
    zh, en = f"YAML 语法错误：{hint[0]}（{problem}）", f"this is not YAML: {problem}; {hint[1]}"
    return told(code, rule, zh, en, where)


def too_deep(column: int, end: int) -> Finding:
    return told("OP009", "too-deep", "嵌套超过 32 层", "nested deeper than 32 levels", span(1, column, end))


def not_utf8(byte: str, where: Span) -> Finding:
    zh, en = (
        f"文件不是 UTF-8 编码（字节 {byte}）；请另存为 UTF-8",
        f"the file is not UTF-8 (byte {byte}); save it as UTF-8",
    )
    return told("OP001", "not-utf-8", zh, en, where)


def control(code: str, where: Span) -> Finding:
    zh, en = f"文件含有控制字符 {code}；请删去", f"the file holds the control character {code}; remove it"
    return told("OP014", "control-character", zh, en, where)


@pytest.mark.parametrize(
    ("text", "problem", "where"),
    [
        ("a: [1, 2\n", "did not find expected ',' or ']'", span(2, 1)),
        ("a: 'x\n", "found unexpected end of stream", span(2, 1)),
        ("a: ]\n", "did not find expected node content", span(1, 4)),
        ("标题: @here\n", "found character that cannot start any token", span(1, 5)),
        ("标题: **重要**\n", "did not find expected alphabetic or numeric character", span(1, 6)),
        (" a: 1\nb: 2\n", "did not find expected <document start>", span(2, 1)),
        ('a: "\\q"\n', "found unknown escape character", span(1, 5)),
        ("%YAML 2.0\n---\na: 1\n", "found incompatible YAML document", span(1, 1)),
        ("b: 1\nid:demo\nc: 2\n", "could not find expected ':'", span(3, 1)),
    ],
)
def test_syntax(text: str, problem: str, where: Span) -> None:
    assert findings_of(text) == [syntax(CHECK, problem, where)]


@pytest.mark.parametrize(
    ("text", "problem", "where"),
    [
        ("a:\n\tb: 1\n", "found character that cannot start any token", span(2, 1)),
        ("a:\n  b: 1\n  \tc: 2\n", "found a tab character that violates indentation", span(3, 3)),
    ],
)
def test_tabs_for_indentation(text: str, problem: str, where: Span) -> None:
    assert findings_of(text) == [syntax(TAB, problem, where, "OP002", "tab")]


def test_a_second_colon_in_a_line() -> None:
    assert findings_of("标题: 停机: 公告\n") == [
        syntax(TWO, "mapping values are not allowed in this context", span(1, 7))
    ]


@pytest.mark.parametrize("text", ["id: demo\n  status: draft\n", "a:\n  b: 1\n    c: 2\n"])
def test_wrong_indentation_is_not_told_as_two_colons(text: str) -> None:
    """Each line has just one colon here: quotes would not help."""
    [finding] = findings_of(text)
    assert (finding.code, finding.span.line) == ("OP003", text.count("\n"))
    assert TWO[0] not in finding.message["zh"]
    assert TWO[1] not in finding.message["en"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("format：outageplan/1\nid: demo\n", NOT_ALLOWED, id="first-line"),
        pytest.param("format: outageplan/1\nid：demo\nstatus: draft\n", NO_COLON, id="between"),
        pytest.param("format: outageplan/1\nid：demo\n", NO_COLON, id="last-line"),
        pytest.param("a:\n  b: 1\n  标题：甲\n  c: 2\n", NO_COLON, id="nested"),
        pytest.param("windows：\n  cut-over: 1\n", NOT_ALLOWED, id="before-a-mapping"),
    ],
)
def test_a_full_width_colon_is_told_at_its_place(text: str, problem: str) -> None:
    """YAML itself stumbles only in the line that follows."""
    assert findings_of(text) == [syntax(COLON, problem, at(text, "："), "OP011", "full-width-colon")]


@pytest.mark.parametrize(
    ("text", "hint", "problem", "where"),
    [
        ("say: >-\n  注意：带证件\nb: c: d\n", TWO, NOT_ALLOWED, span(3, 5)),
        ("say: |\n  注意：带证件\nb: @d\n", CHECK, "found character that cannot start any token", span(3, 4)),
        ("say: 甲\n  注意：带证件\nb: ]\n", CHECK, "did not find expected node content", span(3, 4)),
    ],
    ids=["folded", "block", "plain"],
)
def test_a_full_width_colon_in_a_text_is_no_slip(text: str, hint: tuple[str, str], problem: str, where: Span) -> None:
    """The slip stands in the line below; Chinese sentences are full of such colons."""
    assert findings_of(text) == [syntax(hint, problem, where)]


@pytest.mark.parametrize(
    ("text", "piece"),
    [("? [a]\n: b\n", "["), ("? {a: b}\n: c\n", "{"), ("*a : 1\n", "*a")],
    ids=["list", "map", "alias"],
)
def test_a_key_that_is_not_a_word(text: str, piece: str) -> None:
    assert findings_of(text) == [told("OP003", "syntax", "键必须是一个词", "a key must be one word", at(text, piece))]


def test_merge_key() -> None:
    text = "a: {b: 1}\nc:\n  <<: {b: 2}\n"
    zh, en = "不支持合并键 `<<`；请把内容写全", "merge keys (`<<`) are not read; write it out"
    assert findings_of(text) == [told("OP013", "merge-key", zh, en, at(text, "<<"))]


def test_second_document() -> None:
    zh, en = "文件里只能有一个 YAML 文档", "a file holds one document"
    assert findings_of("a: 1\n---\nb: 2\n") == [told("OP008", "second-document", zh, en, span(2, 1, 4))]


ANCHOR = ("OP005", "anchor", "不支持锚点 `&x`；请删去", "anchors (`&x`) are not read; remove it")
ALIAS = ("OP006", "alias", "不支持别名 `*x`；请把内容写全", "aliases (`*x`) are not read; write it out")
TAG = ("OP007", "tag", "不支持标签 `!py`；请删去", "tags (`!py`) are not read; remove it")
INT = "tag:yaml.org,2002:int"
CORE_TAG = ("OP007", "tag", f"不支持标签 `{INT}`；请删去", f"tags (`{INT}`) are not read; remove it")
REPEATED = "键 `标题` 与第 2 行重复；请保留一个", "`标题` stands already in line 2; keep one of them"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        pytest.param("a: &x 1\n", told(*ANCHOR, span(1, 4, 8)), id="anchor"),
        pytest.param("&x a: 1\n", told(*ANCHOR, span(1, 1, 5)), id="anchor-at-a-key"),
        pytest.param("标题: &x {a: 1}\n", told(*ANCHOR, span(1, 5, 9)), id="anchor-at-a-mapping"),
        pytest.param("a: *x\n", told(*ALIAS, span(1, 4, 6)), id="alias"),
        pytest.param("标题: !!int 1\n", told(*CORE_TAG, span(1, 5, 12)), id="tag"),
        pytest.param("a: !py [1]\n", told(*TAG, span(1, 4, 9)), id="tag-at-a-list"),
        pytest.param("!py a: 1\n", told(*TAG, span(1, 1, 6)), id="tag-at-a-key"),
        pytest.param(
            "a:\n  标题: 1\n  标题: 2\n", told("OP004", "repeated-key", *REPEATED, span(3, 3, 5)), id="repeated-key"
        ),
    ],
)
def test_told_while_reading_goes_on(text: str, finding: Finding) -> None:
    document = read_document(text.encode(), FILE)
    assert document.findings == [finding]
    assert document.data is not None


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("标题: 公告".encode("gbk"), not_utf8("0xb1", span(1, 1, 2))),
        ("a: 1\n".encode("utf-16"), not_utf8("0xff", span(1, 1, 2))),
        ("标题: 甲\nb: 乙".encode() + b"\xff\n", not_utf8("0xff", span(2, 5, 6))),
        (b"a: 1\r\nb: \xe5\x8c", not_utf8("0xe5", span(2, 4, 5))),
        (b"a: \xed\xa0\x80\n", not_utf8("0xed", span(1, 4, 5))),
    ],
    ids=["gbk", "utf-16", "after-chinese", "cut-off", "surrogate"],
)
def test_not_utf8(content: bytes, finding: Finding) -> None:
    assert findings_of(content) == [finding]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x9B, 0xFFFE, 0xFFFF])
def test_control_characters(code: int) -> None:
    assert findings_of(f"a: 1\n标题: 甲{chr(code)}\n") == [control(f"U+{code:04X}", span(2, 6, 7))]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x9B])
def test_escaped_control_characters(code: int) -> None:
    """An escape would carry them to the terminal of whoever reads the notice."""
    text = f'a: 1\n标题: "甲\\x{code:02x}[31m"\n'
    [finding] = read_document(text.encode(), FILE).findings
    assert finding == control(f"U+{code:04X}", at(text, f'"甲\\x{code:02x}[31m"'))


def test_an_escaped_control_character_in_a_key() -> None:
    text = '标题: 甲\n"a\\x1b": 1\n'
    assert read_document(text.encode(), FILE).findings == [control("U+001B", at(text, '"a\\x1b"'))]


def test_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    most = b"a: " + b"x" * (MAX_BYTES - 3)
    assert read_document(most, FILE).data == {"a": "x" * (1024 * 1024 - 3)}
    zh, en = "文件超过 1 MiB，请拆分", "the file is over 1 MiB; split it"
    assert findings_of(most + b"x") == [told("OP010", "too-large", zh, en, Span())]


@pytest.mark.parametrize(
    ("opening", "closing", "column", "width"), [("[", "]", 33, 1), ("{a: ", "}", 129, 1), ("- ", "", 65, 0)]
)
def test_32_levels_are_read_and_33_are_not(opening: str, closing: str, column: int, width: int) -> None:
    deepest = MAX_DEPTH - 1
    assert read_document((opening * deepest + "x" + closing * deepest).encode(), FILE).findings == []
    deeper = opening * (MAX_DEPTH + 1) + "x" + closing * (MAX_DEPTH + 1)
    assert findings_of(deeper) == [too_deep(column, column + width)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a: [[", '[{"a":'])
def test_hostile_nesting_costs_nothing(opening: str) -> None:
    started = time.process_time()
    [finding] = findings_of(opening * 100_000)
    assert time.process_time() - started < 0.5
    assert finding.code in ("OP009", "OP003")


def depth_of(data: Data) -> int:
    """How deep data goes, in which every key and leaf is text."""
    if isinstance(data, str):
        return 1
    assert isinstance(data, list) or all(isinstance(key, str) for key in data)
    return 1 + max(map(depth_of, data if isinstance(data, list) else data.values()), default=0)


pieces = st.sampled_from(
    [
        *("a: ", "b", "标题", "：", ": ", "- ", "? ", "\n", "\n  ", "\t", "\r", "\r\n", "\u2028", "\x85", "\ufeff"),
        *("[", "]", "{", "}", ", ", "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "#", " #"),
        *("'", '"', "\\x1b", "\\", "@", "`", "~", "18:00", "\x00", "\x1b", "😀", "&x ", "*x", "!t ", "!!int ", "<<: "),
    ]
)
texts = st.lists(pieces, max_size=30).map("".join)


@given(st.binary() | texts.map(str.encode) | st.text().map(str.encode))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example("标题\u009b".encode())
def test_nothing_is_ever_raised(content: bytes) -> None:
    document = read_document(content, FILE)
    if document.data is not None:
        assert depth_of(document.data) <= MAX_DEPTH
    for finding in document.findings:
        place = finding.span
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
        assert finding.message.zh
        assert finding.message.en
