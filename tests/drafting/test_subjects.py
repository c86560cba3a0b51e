"""Returns that name what comes back belong to the stops of the same words."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import windows

HEAD = "甲市医疗保障局关于医保系统停机的公告\n一、停机时间\n"
STOPS = (
    "（一）招采子系统，自9月9日17时起停机。\n（二）公共服务，含网上服务大厅，自9月10日18时起停机。\n"
    "（三）经办业务，自9月11日0时起停机。\n（四）本地结算，含门诊、住院，自9月12日22时起停机。\n二、恢复时间\n"
)
SIGNED = "\n甲市医疗保障局\n2021年9月1日\n"


def test_each_return_goes_to_the_stop_that_it_names() -> None:
    back = "本地结算于9月13日6时恢复，经办业务于9月14日0时恢复，招采子系统于9月15日8时恢复；"
    back += "公共服务须待测评，预计9月16日恢复。"
    assert windows(HEAD + STOPS + back + SIGNED) == [
        ("2021-09-09 17:00", "2021-09-15 08:00"),
        ("2021-09-10 18:00", "expected 2021-09-16"),
        ("2021-09-11 00:00", "2021-09-14 00:00"),
        ("2021-09-12 22:00", "2021-09-13 06:00"),
    ]


def test_a_return_of_all_names_none() -> None:
    back = "上述业务均于9月15日8时恢复。"
    assert [end for _, end in windows(HEAD + STOPS + back + SIGNED)] == ["2021-09-15 08:00"] * 4


def test_what_is_excepted_is_not_named() -> None:
    back = "9月13日8时，上述业务除公共服务外全部恢复；公共服务9月20日9时恢复。"
    assert [end for _, end in windows(HEAD + STOPS + back + SIGNED)] == [
        "2021-09-13 08:00",
        "2021-09-20 09:00",
        "2021-09-13 08:00",
        "2021-09-13 08:00",
    ]


@pytest.mark.parametrize(
    ("back", "end"),
    [
        ("9月12日8时，恢复各项社保业务。9月13日8时，恢复各项医保业务。", "2021-09-13 08:00"),
        ("9月13日8时恢复各项医保业务。", "2021-09-13 08:00"),
    ],
)
def test_the_return_of_other_insurance_is_not_taken(back: str, end: str) -> None:
    text = f"甲市公告\n9月10日18时起暂停医保、社保缴费核定。\n{back}{SIGNED}"
    assert windows(text) == [("2021-09-10 18:00", end)]


def test_the_return_of_a_part_is_its_own() -> None:
    text = (
        "甲市公告\n1. 9月10日17时起，暂停参保登记、停保业务，税务部门暂停灵活就业人员医保缴费。\n"
        "9月13日8时，恢复上述业务。灵活就业人员医保缴费于9月15日8时恢复。" + SIGNED
    )
    assert windows(text) == [("2021-09-10 17:00", "2021-09-13 08:00"), ("2021-09-10 17:00", "2021-09-15 08:00")]
