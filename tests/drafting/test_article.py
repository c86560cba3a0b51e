"""An announcement as text that can be compared, with the way back to every line and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.drafting.article import Markup, read_article
from tests.drafting.drafting_examples import article

PIECES = [
    "一、",
    "（一）",
    "1.",
    "停机时间：",
    "2021年１１月",
    " ",
    "\n",
    "\t",
    "|",
    "- ",
    "# ",
    "<p>",
    "</td>",
    "&nbsp;",
    "，",
    "。",
    "醫",
    "a",
    "①",
]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("２０２１年１１月２８日１８：００", "2021年11月28日18:00"),
        ("2 0 2 1 年 1 1 月 8 日", "2021年11月8日"),
        ("18 ： 00 至 20 : 30", "18:00至20:30"),
        ("關於暫停醫療保障業務", "关于暂停医疗保障业务"),
        ("18:00 12月", "18:00 12月"),  # a blank between figures stays
        ("①2021年", "(1)2021年"),  # the mark of an item does not run into the year
        ("12\u200b月", "12月"),
        ("12月1日—5日", "12月1日-5日"),
    ],
)
def test_what_is_compared(written: str, read: str) -> None:
    assert article(written).text == read


def test_every_stretch_leads_back_to_its_line_and_column() -> None:
    text = "通知\r\n　　自２０２１年 １１月起，\n暫停。"
    read = article(text)
    start = read.text.index("2021年11月")
    assert read.where(start) == (2, 4)
    assert read.words(start, start + len("2021年11月")) == "２０２１年 １１月"
    assert read.where(read.text.index("暂停")) == (3, 1)


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["text", "markdown", "html"]))
def test_places_never_leave_the_original(pieces: list[str], markup: Markup) -> None:
    text = "".join(pieces)
    read = read_article(text, markup)
    assert len(read.places) == len(read.text)
    assert all(0 <= place < len(text) for place in read.places)
    assert all(read.text[block.start : block.end].strip() for block in read.blocks)
    ends = [0, *(block.end for block in read.blocks)]
    assert all(block.start >= end for block, end in zip(read.blocks, ends, strict=False))
    for sentence in read.sentences:
        assert read.where(sentence.start)[0] <= text.count("\n") + text.count("\r") + 1


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    text = "　　为确保全市医保信息系统平稳切换，自2021年11月18日\n18时起，暂停办理业务。\n　　特此公告。"
    assert [article(text).text_of(block) for block in article(text).blocks] == [
        "为确保全市医保信息系统平稳切换,自2021年11月18日18时起,暂停办理业务。",
        "特此公告。",
    ]


def test_lines_of_a_list_stay_apart() -> None:
    text = "停机安排\n2021年9月22日8:00起，停止打印核定单、停止网上申报\n2021年9月26日18:00起，停止征收\n"
    assert len(article(text).blocks) == 3


def test_english_that_is_broken_within_a_sentence_goes_on() -> None:
    text = (
        "All settlement at designated hospitals is suspended from 18:00 on\nNovember 21, 2021 until further notice.\n"
    )
    assert "on November 21" in article(text).text


@pytest.mark.parametrize(
    ("lines", "clauses"),
    [
        (
            ["一、停机时间", "（一）结算", "1.住院", "2.门诊", "（二）经办", "二、其他"],
            ["一", "一（一）", "一（一）1", "一（一）2", "一（二）", "二"],
        ),
        (["I. Stop", "1. Counters", "2. Cards", "II. Return"], ["I", "I.1", "I.2", "II"]),
        (["1) Registration", "1. By employers", "2) Settlement"], ["1)", "1)1", "2)"]),
        (["第一条 停机", "第二条 恢复"], ["一", "二"]),
        (["一、2021年11月起停机", "二、2021年12月恢复"], ["一", "二"]),  # a year behind the number is not part of it
    ],
)
def test_clauses_are_numbered_as_the_document_numbers_them(lines: list[str], clauses: list[str]) -> None:
    assert [block.clause for block in article("\n".join(lines)).blocks] == clauses


def test_a_date_is_no_number_of_a_paragraph() -> None:
    assert [block.number for block in article("12.5日停机\n2018.1.1~1.4停机").blocks] == [0, 0]


def test_a_paragraph_behind_a_whole_item_is_no_part_of_it() -> None:
    text = "通知\n1、甲市：业务经办1月30日17时至2月15日0时停机，实时结算2月12日0时至15日0时停机。\n停机期间请先自费。"
    assert article(text).blocks[2].above == (0,)


def test_tables_of_plain_text_and_markdown_know_their_heads() -> None:
    text = "业务\t停机\t恢复\n门诊\t12月1日\t12月5日\n"
    row = article(text).blocks[1]
    assert (row.kind, row.head) == ("row", ("业务", "停机", "恢复"))
    markdown = article("| 业务 | 停机 |\n|---|---|\n| 门诊 | **12月1日** |\n", "markdown").blocks
    assert [block.kind for block in markdown] == ["row", "row"]
    assert markdown[1].head == ("业务", "停机")


def test_a_row_that_lacks_cells_has_the_words_of_the_head_that_fit_its_times() -> None:
    text = "业务\t停机\t恢复\t备注\n门诊\t12月1日\t12月5日\n"
    assert article(text).blocks[1].head == ("业务", "停机", "恢复")
    behind = "批次\t业务\t停机\t恢复\n一\t门诊\t12月1日\t12月5日\n住院\t12月1日\t12月5日\n"
    assert article(behind).blocks[2].head == ("业务", "停机", "恢复")


def test_tables_whose_cells_wide_blanks_part() -> None:
    rows = article("业务　停办时间　恢复时间\n门诊　12月1日　12月5日\n住院　12月2日　12月5日\n").blocks
    assert [(block.kind, block.head) for block in rows[1:]] == [("row", ("业务", "停办时间", "恢复时间"))] * 2
    assert all(
        block.kind != "row" for block in article("某局　某科　某人\n2021年　9月　1日\n").blocks
    )  # no words for times


def test_markdown_marks_are_not_part_of_the_text() -> None:
    read = article("## 关于停机的**公告**\n\n- 见[公告](http://example.org/2021-01-01)\n", "markdown")
    assert [read.text_of(block) for block in read.blocks] == ["关于停机的公告", "见公告"]
    assert [block.kind for block in read.blocks] == ["heading", "item"]


def test_links_behind_the_article_are_left_out() -> None:
    text = "医保系统12月1日停机。\n往期推荐\n2019年1月1日系统停机公告\n"
    assert "2019" not in article(text).text
