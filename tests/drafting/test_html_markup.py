"""HTML: what a reader sees, and nothing of what he does not."""

from __future__ import annotations

import pytest

from outageplan.drafting.article import Article
from tests.drafting.drafting_examples import article


def read(text: str) -> Article:
    return article(text, "html")


def texts(text: str) -> list[str]:
    return [read(text).text_of(block) for block in read(text).blocks]


def test_paragraphs_headings_and_items() -> None:
    page = "<h1>停机公告</h1><p>自<b>20</b><span>21</span>年起</p><ul><li>门诊；<li>住院。</ul>完"
    assert texts(page) == ["停机公告", "自2021年起", "门诊;", "住院。", "完"]
    assert [block.kind for block in read(page).blocks] == ["heading", "paragraph", "item", "item", "heading"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) document.write('2018年1月1日停机')</script>",
        "<style>p::before{content:'2018年'}</style>",
        "<!-- 2018年1月1日停机 -->",
        "<nav><a>2018年</a></nav>",
        "<FOOTER>2018年</FOOTER>",
        "<select><option>2018年</option></select>",
    ],
)
def test_what_is_not_the_article_is_not_read(hidden: str) -> None:
    assert texts(f"<p>前文</p>{hidden}<p>后文</p>") == ["前文", "后文"]


def test_references_stand_where_they_stand() -> None:
    page = read("<p>12&nbsp;月&#49;日 &lt;18:00&gt;</p>")
    assert page.text == "12月1日<18:00>"
    assert page.where(page.text.index("1日")) == (1, 13)


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    rows = ["<th>业务</th><th>恢复</th>", "<td>门诊</td><td rowspan=2>12月5日</td>", "<td>住院</td>"]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    assert texts(f"<table>{table}</table>") == ["业务 | 恢复", "门诊 | 12月5日", "住院 | 12月5日"]


def test_a_cell_that_spans_columns_heads_both() -> None:
    table = "<table><tr><td>业务</td><td colspan=2>停机</td></tr><tr><td>门诊</td><td>1日</td><td>5日</td></tr></table>"
    assert read(table).blocks[1].head == ("业务", "停机", "停机")


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    prose = "停机期间请先行垫付。" * 30
    assert texts(f"<table><tr><td>菜单</td><td><p>公告</p><p>{prose}</p></td></tr></table>") == ["菜单", "公告", prose]


@pytest.mark.parametrize(
    "broken", ["<", "<p", "<table><tr><td>a", "</td></table>", "<script>", "&#99999999;", "<td>a", "<tr>"]
)
def test_broken_pages_are_read_as_far_as_they_go(broken: str) -> None:
    assert "前文" in read(f"<p>前文</p>{broken}").text


def test_deep_tables_cost_nothing() -> None:
    assert "x" in read("<table><tr><td>" * 20_000 + "x").text
