"""Which services belong to which window."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import STAGED, effects, notice

SIGNED = "\n医疗保障局\n2021年9月1日\n"


def test_services_of_each_stage() -> None:
    read = notice(STAGED)
    assert [(part.windows, part.services, part.effect.value, part.resume) for part in read.effects.values()] == [
        (("enrolment",), ("enrolment.registration", "reimbursement.manual"), "suspended", "gradual"),
        (("settlement",), ("settlement.local.outpatient", "settlement.local.inpatient"), "suspended", "gradual"),
        ((), ("filing.offsite",), "unaffected", "full"),
    ]


def test_a_system_that_stops_is_everything_where_nothing_is_named() -> None:
    text = "甲市公告\n9月10日18时至9月12日8时，医保信息系统停机。" + SIGNED
    assert effects(text) == [("suspended", ("all",))]


def test_what_is_named_goes_before_the_system() -> None:
    text = "甲市公告\n9月10日18时至9月12日8时，医保信息系统停机。停机期间暂停住院结算。" + SIGNED
    assert effects(text) == [("suspended", ("settlement.local.inpatient",))]


def test_everything_stands_for_what_is_named_beside_it() -> None:
    text = "甲市公告\n9月10日18时至9月12日8时，暂停所有医保业务，包括参保登记、住院结算。" + SIGNED
    assert effects(text) == [("suspended", ("all",))]


def test_medical_insurance_goes_on_while_social_insurance_stops() -> None:
    text = "社保系统停机\n9月10日18时至9月12日8时，社会保险系统停机。医保业务不受影响。" + SIGNED
    assert effects(text) == [("unaffected", ("all",))]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("养老保险、工伤保险业务停办。", []),  # medical insurance is not named
        ("医保系统照常运行。", []),
        ("停机影响含医疗保险在内的各险种。", [("suspended", ("all",))]),
        ("医疗保险随之停办。", [("suspended", ("all",))]),
    ],
)
def test_a_stop_of_social_insurance(said: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    text = f"甲市公告\n9月10日18时至9月12日8时，社会保险信息系统停机。{said}{SIGNED}"
    assert effects(text) == found


def test_services_in_the_heading_above_the_time() -> None:
    text = (
        "甲市公告\n一、异地就医结算\n停机时间：9月10日18时至9月12日8时\n二、零星报销\n停机时间：9月11日18时至9月12日8时"
        + SIGNED
    )
    read = notice(text)
    assert [(part.windows, part.services) for part in read.effects.values()] == [
        (("settlement",), ("settlement.offsite",)),
        (("reimbursement",), ("reimbursement.manual",)),
    ]


def test_pools_of_the_rows_of_a_table() -> None:
    text = (
        "| 统筹区 | 停机时间 |\n|---|---|\n| 福州市 | 2018年1月1日至1月5日 |\n| 福建省本级 | 2018年1月1日至1月4日 |\n\n"
        "停机期间不能联网结算。\n"
    )
    read = notice(text, file="a.md")
    assert read.pools == ("350100", "359900")
    assert sorted(part.pools for part in read.effects.values()) == [("350100",), ("359900",)]


def test_schemes_of_two_times() -> None:
    text = (
        "甲市公告\n城镇职工医保停机时间为9月10日18时至9月14日8时，城乡居民医保停机时间为9月10日18时至9月12日8时。停机期间联网结算暂停。"
        + SIGNED
    )
    assert [part.schemes for part in notice(text).effects.values()] == [("employee",), ("resident",)]
