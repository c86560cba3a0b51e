"""Texts of several matters: a newsletter, a firm's letter, a shop's message to its members. All are made up."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import windows

_OURS = "医保系统升级，6月10日18:00起全市停用，医院、药店都刷不了医保卡，6月12日8:00恢复。"
_WINDOW = [("2023-06-10 18:00", "2023-06-12 08:00")]


@pytest.mark.parametrize(
    "other",
    [
        "积分系统6月20日0:00至2:00升级，积分不会清零。",
        "江北路店装修，6月5日至15日停业，16日重新开张。",
        "食堂6月9日18:00关闭，6月13日7:00重新开放。",
    ],
)
def test_a_stop_of_something_else_is_none(other: str) -> None:
    assert windows(f"会员日改期\n\n各位会员：\n\n{_OURS}\n\n{other}\n\n2023年6月1日\n") == _WINDOW
    assert windows(f"会员日改期\n\n各位会员：\n\n{other}\n\n{_OURS}\n\n2023年6月1日\n") == _WINDOW


def test_a_sentence_that_goes_on_is_of_the_same_matter() -> None:
    text = "会员日改期\n\n各位会员：\n\n医保系统6月10日18:00起停用。\n\n预计6月12日8:00恢复。\n\n2023年6月1日\n"
    assert windows(text) == [("2023-06-10 18:00", "expected 2023-06-12 08:00")]


def test_english_matters_are_told_apart() -> None:
    text = (
        "Campus digest\nMonday 5 June 2023\n\n"
        "Seeing a doctor. From 22:00 on Friday 9 June nothing can be charged to the medical insurance of Chongqing; "
        "things should be working again at about 08:00 on Sunday 11 June.\n\n"
        "Canteen 3 closes for repairs from 12 June and reopens on 20 June.\n"
    )
    assert windows(text) == [("2023-06-09 22:00", "expected 2023-06-11 08:00")]
