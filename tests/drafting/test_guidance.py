"""Who does what instead, and by when."""

from __future__ import annotations

import pytest

from outageplan.notice.model import Guidance
from tests.drafting.drafting_examples import STAGED, notice

STOP = "甲市医保系统停机公告\n2021年9月10日18时至9月12日8时，医保系统停机。\n"
SIGNED = "\n医疗保障局\n2021年9月1日"


def told(text: str) -> list[Guidance]:
    return list(notice(STOP + text + SIGNED).guidance.values())


@pytest.mark.parametrize(
    ("text", "action", "phase", "deadline"),
    [
        ("慢特病患者请于9月10日17时前备足药品。", "stock_up", "before", "2021-09-10 17:00"),
        ("9月10日17时前，将在院患者统一转为自费。", "convert_to_self_pay", "before", "2021-09-10 17:00"),
        ("请各单位在9月9日前完成缴费。", "pay_before", "before", "2021-09-09"),
        ("恢复后7个工作日内补办备案。", "file_later", "after", "7 working days after stop.end"),
        ("就医后3个月内到原医院补记账。", "resettle_at_provider", "after", "3 months after visit"),
        ("自出院之日起12个月内申请手工报销。", "manual_claim", "after", "12 months after discharge"),
        ("停机期间先行垫付。", "prepay_full", "during", None),
        ("请保留发票。", "keep_receipts", "during", None),
        ("出院费用挂账处理。", "on_account", "during", None),
        ("不得以停机为由推诿患者。", "no_refusal", "during", None),
        ("办理时限相应顺延。", "extend_time_limits", "after", None),
    ],
)
def test_an_action_with_its_deadline(text: str, action: str, phase: str, deadline: str | None) -> None:
    (found,) = told(text)
    assert (found.action, found.phase.value, str(found.deadline) if found.deadline else None) == (
        action,
        phase,
        deadline,
    )


@pytest.mark.parametrize(
    "text",
    [
        "9月10日之前的住院费用，系统暂时不能退费。",  # an attribute of the costs
        "9月9日前出院的，费用先行垫付。",  # whom it is for
        "入院在9月9日之前，出院不晚于9月12日的，费用先行垫付。",
        "凭发票（开票日期须在9月10日18时至9月12日8时之间）手工报销。",
        "如需在9月10日至9月12日办理出院的，费用先行垫付。",
    ],
)
def test_a_condition_is_no_deadline(text: str) -> None:
    assert [(part.deadline, part.not_before) for part in told(text) if part.deadline or part.not_before] == []


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("9月10日17时前，在院患者符合出院条件的，应办理出院结算。", ["2021-09-10 17:00"]),  # for whom stands behind it
        ("9月9日前未上传的费用，按自费处理。", ["2021-09-09"]),
        ("跨年住院的，请于9月6日至9月9日期间办理出院。", ["2021-09-09"]),
        ("各经办机构要在9月9日17时完成对账。", ["2021-09-09 17:00"]),
        ("9月10日17时前达到出院标准的，应及时办理出院结算。", ["2021-09-10 17:00"]),
        ("恢复后在10月31日前补缴到账的，视同连续缴费。", ["2021-10-31"]),
        ("确要退费的，请在9月9日前来窗口办理。", ["2021-09-09"]),  # on that day or before it
        ("医院应在9月7日前报送单据，经办机构应于9月9日前完成支付。", ["2021-09-07", "2021-09-09"]),
    ],
)
def test_every_deadline_of_a_sentence(text: str, deadlines: list[str]) -> None:
    assert [str(part.deadline) for part in told(text) if part.deadline] == deadlines


def test_a_time_in_which_something_can_be_done() -> None:
    (found,) = told("零星报销的受理时间为10月8日至10月29日。")
    assert (str(found.not_before), str(found.deadline)) == ("2021-10-08", "2021-10-29")


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("自9月13日起至10月12日，可凭发票到收费处退费重新结算。", "2021-09-13", "2021-10-12"),
        ("垫付的费用，自恢复之日起至2021年12月31日，持发票和费用清单到经办机构报销。", "None", "2021-12-31"),
        ("停机期间出院的，可先办理离院手续，于9月13日至9月20日期间回院结算。", "2021-09-13", "2021-09-20"),
    ],
)
def test_until_when_one_can_come_with_the_bills_is_a_deadline(text: str, since: str, until: str) -> None:
    due = [(str(part.not_before), str(part.deadline)) for part in told(text) if part.deadline]
    assert due == [(since, until)]


def test_a_deadline_belongs_to_the_action_behind_it() -> None:
    found = notice(STAGED).guidance
    assert {name: str(part.deadline) for name, part in found.items() if part.deadline} == {
        "settle-before": "2023-12-01 17:00",
        "file-later": "7 working days after enrolment.end",
    }


def test_what_is_said_twice_is_told_once() -> None:
    assert [part.action for part in told("请合理安排时间。\n请合理安排就医。\n停机期间先行垫付。\n费用先行垫付。")] == [
        "plan_ahead",
        "prepay_full",
    ]


def test_the_words_are_ours() -> None:
    (found,) = told("请于9月10日17时前备足药品。")
    assert found.say.zh == "2021年9月10日17:00前，提前备药（定点药店购药结算、门诊慢特病结算）。"
    assert found.say.en == (
        "Stock up on medicines (purchases at designated pharmacies; outpatient care for chronic and special diseases), "
        "by 17:00 on 10 September 2021."
    )
