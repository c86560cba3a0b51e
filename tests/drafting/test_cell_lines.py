"""Tables that were copied from a page with each cell on a line of its own, and drawn ones."""

from __future__ import annotations

from tests.drafting.drafting_examples import article, effects, windows

HEAD = "甲市医疗保障局关于业务暂停的公告\n下列业务停办：\n"
SIGNED = "\n甲市医疗保障局\n2021年9月1日\n"
ROWS = [
    ("1", "医保关系转移", "2021年9月10日16:00", "2021年9月13日9:00"),
    ("2", "门诊、住院结算", "2021年9月11日0:00", "2021年9月11日6:00"),
]
WINDOWS = [("2021-09-10 16:00", "2021-09-13 09:00"), ("2021-09-11 00:00", "2021-09-11 06:00")]


def test_a_table_whose_cells_are_lines() -> None:
    cells = "\n".join(("序号", "业务名称", "暂停时间", "恢复时间", *(cell for row in ROWS for cell in row)))
    text = HEAD + cells + "\n\n9月份缴费截止日顺延至9月28日。" + SIGNED
    assert windows(text) == WINDOWS
    assert effects(text) == [
        ("suspended", ("relation_transfer",)),
        ("suspended", ("settlement.local.outpatient", "settlement.local.inpatient")),
    ]
    rows = [block for block in article(text).blocks if block.cells]
    assert [article(text).text_of(block) for block in rows][
        1
    ] == "1 | 医保关系转移 | 2021年9月10日16:00 | 2021年9月13日9:00"


def test_lines_that_are_no_table_stay_lines() -> None:
    text = HEAD + "停机时间\n9月10日18:00\n恢复时间\n9月12日8:00\n咨询电话\n12393" + SIGNED
    assert not any(block.cells for block in article(text).blocks)


def test_a_table_that_is_drawn() -> None:
    rows = "┌────┬────┬────┐\n│ 业务 │ 暂停 │ 恢复 │\n├────┼────┼────┤\n" + "\n".join(
        f"│ {name} │ {start} │ {end} │" for _, name, start, end in ROWS
    )
    assert windows(HEAD + rows + "\n└────┴────┴────┘" + SIGNED) == WINDOWS
