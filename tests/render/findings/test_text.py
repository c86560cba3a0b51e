"""Findings for people: the underline stands below what is meant, whatever stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.finding import Finding, Severity, Span
from outageplan.render.findings.as_text import closing, lines, render
from outageplan.render.wrapping import columns
from outageplan.wording import Text

from .cases import at, finding, report

GUTTER = 8


def shown(source: str, span: Span, width: int | None = None) -> tuple[str, str]:
    """The source line and its underline, without the gutter."""
    text, marks = list(lines(report([finding(span=span)], sources={"a.yaml": source}), width))[1:3]
    assert text.lead == f"{span.line:>5} | "
    assert marks.lead == "      | "
    return text.body, marks.body


@pytest.mark.parametrize(
    ("source", "span", "text", "marks"),
    [
        ("end: 18:00", at(6, 11), "end: 18:00", "     ^^^^^"),
        ("升级: 晚上8点", at(5, 9), "升级: 晚上8点", "      ^^^^^^^"),
        ("a:\t中\tb", at(6, 7), "a:    中    b", "            ^"),
        ("\u202eab\x9b中x", at(6, 7), r"\u202eab\x9b中x", "              ^"),
        ("\u202eab", at(1, 2), r"\u202eab", "^^^^^^"),
        ("e\u0301x", at(3, 4), "e\u0301x", " ^"),
        ("😀❤️中x", at(5, 6), "😀❤️中x", "      ^"),
        ("abc", at(2, 2), "abc", " ^"),
        ("abc", at(4, 4), "abc", "   ^"),
        ("abc", at(40, 45), "abc", "   ^"),
        ("\ufeffid: x", at(1, 3), "id: x", "^^"),
        ("说明: |  \n  x\n", Span(line=1, column=1, end_line=2, end_column=2), "说明: |", "^^^^^^^"),
        ("a\r\nb\rc\x85d\u2028ef", at(2, 3, 5), "ef", " ^"),
    ],
)
def test_the_underline(source: str, span: Span, text: str, marks: str) -> None:
    line, under = shown(source, span)
    assert (line.rstrip(), under) == (text, marks)


@pytest.mark.parametrize(
    ("source", "span", "text", "marks"),
    [
        ("0123456789" * 3, at(1, 4), "012345678901234567…", "^^^"),
        ("0123456789" * 3, at(16, 18), "…789012345678901234…", "         ^^"),
        ("0123456789" * 3, at(28, 31), "…234567890123456789", "                ^^^"),
        ("0123456789" * 3, at(3, 30), "…234567890123456789…", " " + "^" * 18),
        ("0123456789" * 2, at(21, 21), "…34567890123456789", " " * 18 + "^"),
        ("中" * 20, at(11, 12), "…中中中中中中中中中…", "         ^^"),
    ],
)
def test_long_lines_are_cut_around_the_span(source: str, span: Span, text: str, marks: str) -> None:
    assert shown(source, span, GUTTER + 20) == (text, marks)


def test_a_pipe_gets_whole_lines_unless_they_are_absurd() -> None:
    assert shown("中" * 500, at(1, 2))[0] == "中" * 500
    assert columns(shown("中" * 100_000, at(50_000, 50_001))[0]) <= 1000


@given(
    st.text(st.characters(exclude_categories=["Zl", "Zp"], exclude_characters="\n\r\x85"), min_size=1),
    st.integers(1, 120),
    st.integers(0, 60),
    st.integers(20, 100),
)
def test_cut_lines_fit_and_their_underline_stays_below_them(source: str, column: int, length: int, width: int) -> None:
    written = render(report([finding(span=at(column, column + length))], sources={"a.yaml": source}), width)
    rows = [row for row in written.split("\n") if " | " in row[:GUTTER] or row[:GUTTER].endswith(" |")]
    assert all(columns(row) <= width for row in rows)
    assert len(rows) in {0, 2}
    if rows:
        assert "^" in rows[1]


def test_no_source_no_excerpt() -> None:
    for sources in ({}, {"a.yaml": ""}, {"a.yaml": "  \t"}):
        written = render(report([finding()], sources=sources, lang="en"))
        assert written.split("\n")[:2] == [
            "a.yaml:1:1: error OP301 end-before-start: wrong",
            "      = docs/rules/OP301.md",
        ]


def test_a_file_name_is_no_command_of_a_build_server() -> None:
    assert render(report([finding(file="::error::x")])).startswith("./::error::x:1:1: error")


def test_styles_follow_the_severity() -> None:
    heads = [line for line in lines(report()) if ": " in line.lead]
    assert [head.lead_style for head in heads] == ["bold red", "yellow", "blue"]


def _of(*severities: Severity) -> list[Finding]:
    return [Finding(code="X", rule="x", severity=one, message=Text("x"), file="a") for one in severities]


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        ([], "3 个文件，未发现问题；2 份公告可用", "no problems in 3 files; 2 notices can be read"),
        (
            _of(Severity.WARNING, Severity.ERROR, Severity.ERROR),
            "3 个文件中有 2 个错误、1 个警告；2 份公告可用",
            "2 errors, 1 warning in 3 files; 2 notices can be read",
        ),
        (
            _of(Severity.INFO, Severity.INFO),
            "3 个文件中有 2 个提示；2 份公告可用",
            "2 remarks in 3 files; 2 notices can be read",
        ),
    ],
)
def test_the_closing_count(found: list[Finding], zh: str, en: str) -> None:
    assert closing(report(found)) == zh
    assert closing(report(found, lang="en")) == en
