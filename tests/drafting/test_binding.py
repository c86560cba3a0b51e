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


HEAD = "甲市医疗保障局关于医保信息系统停机的公告\n"


def bound(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The windows and services of each effect that stops something."""
    return [
        (part.windows, part.services)
        for part in notice(HEAD + text + SIGNED).effects.values()
        if part.effect.value == "suspended"
    ]


def test_a_part_of_which_another_time_holds_is_bound_to_that_alone() -> None:
    text = "9月10日18:00至9月13日8:00暂停一切医保业务。其中，税务部门医保费征缴业务停机时间为9月9日18:00至9月15日8:30。"
    assert bound(text) == [(("everything",), ("all",)), (("contribution",), ("contribution.collection",))]


def test_the_lead_of_an_item_gives_way_to_the_services_behind_it() -> None:
    text = "一、停机时间\n（一）经办业务。9月10日17:00起，暂停办理异地就医备案、手工报销。\n"
    text += "（二）联网结算。各医院9月11日18:00停。"
    assert bound(text) == [
        (("filing",), ("filing.offsite", "reimbursement.manual")),
        (("settlement",), ("settlement",)),
    ]


def test_what_comes_back_tells_what_had_stopped() -> None:
    text = "9月1日20时停机切换。\n第一批，住院结算，已于9月2日6时恢复。"
    assert bound(text) == [((), ("settlement.local.inpatient",))]


def test_windows_that_are_counted() -> None:
    text = (
        "定于9月10日0:30至5:30、9月12日0:30至3:00，对系统进行切换演练。\n"
        "第一次演练期间，医保结算业务暂停；第二次演练期间，仅App暂停服务。"
    )
    assert [services for _, services in bound(text)] == [("settlement",), ("channel.app",)]
    assert len({windows for windows, _ in bound(text)}) == 2


def test_a_window_whose_services_were_not_read_is_not_everything() -> None:
    text = "一、停机时间\n1. 9月10日17:00起，暂停参保登记。\n2. 9月11日18:00起，停办某项新业务。\n"
    text += "二、恢复时间\n9月13日8:00。"
    assert bound(text) == [(("enrolment",), ("enrolment.registration",))]


def test_remarks_in_a_row_name_no_service() -> None:
    rows = "| 业务 | 暂停 | 恢复 | 备注 |\n|---|---|---|---|\n"
    rows += "| 参保登记 | 9月10日18:00 | 9月12日8:00 | 出院、生育照常处理 |\n"
    read = notice(HEAD + rows + SIGNED, file="a.md")
    assert [part.services for part in read.effects.values()] == [("enrolment.registration",)]
