"""Tables: what a time in a row is about, and cells that tell an end without a time."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import effects, windows

HEAD = "# 甲市医疗保障局关于业务停办的公告\n\n"
SIGNED = "\n\n甲市医疗保障局\n\n2021年9月1日\n"


def drawn(*rows: str) -> str:
    first, *rest = rows
    rule = "|---" * first.count("|")
    return "\n".join([f"| {first} |", f"{rule}|---|", *(f"| {row} |" for row in rest)])


@pytest.mark.parametrize(
    "head", ["业务 | 停 | 启", "渠道 | 关闭 | 开放", "Service | Unavailable from | Available again"]
)
def test_the_heads_of_columns_tell(head: str) -> None:
    table = drawn(head, "门诊结算 | 9月10日18:00 | 9月12日8:00")
    assert windows(HEAD + table + SIGNED, file="a.md") == [("2021-09-10 18:00", "2021-09-12 08:00")]


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("同上", "2021-09-12 08:00"),
        ("与窗口同步", "unresolved 与窗口同步"),
        ("以联调结果为准", "unresolved 以联调结果为准"),
        ("另行通知", "to be announced"),
        ("—", "to be announced"),
    ],
)
def test_a_cell_that_tells_an_end_without_a_time(cell: str, end: str) -> None:
    table = drawn("业务 | 停 | 启", "窗口 | 9月10日18:00 | 9月12日8:00", f"网上大厅 | 9月10日17:00 | {cell}")
    assert windows(HEAD + table + SIGNED, file="a.md")[1] == ("2021-09-10 17:00", end)


def test_rows_of_stops_and_of_other_days() -> None:
    table = drawn(
        "事项 | 时间",
        "停止药店购药结算 | 9月10日20:00",
        "停止门诊、住院结算 | 9月11日22:00",
        "恢复全部结算 | 9月12日8:00",
        "对账完成 | 9月30日",
    )
    text = HEAD + table + SIGNED
    assert windows(text, file="a.md") == [
        ("2021-09-10 20:00", "2021-09-12 08:00"),
        ("2021-09-11 22:00", "2021-09-12 08:00"),
    ]
    assert effects(text, file="a.md") == [
        ("suspended", ("settlement.local.pharmacy",)),
        ("suspended", ("settlement.local.outpatient", "settlement.local.inpatient")),
    ]


def test_stretches_in_a_table_of_work_are_no_stops() -> None:
    head = "# 甲市医疗保障局关于新版目录的通知\n\n更新时各类结算正常进行。\n\n"
    table = drawn("工作 | 时间", "药品对码 | 9月10日至9月12日", "差错重传 | 9月13日至9月15日18:00")
    assert windows(head + table + SIGNED, file="a.md") == [("to be announced", "to be announced")]
