"""What stops, goes on, ends, or is taken on paper: the verb of each part of a sentence."""

from __future__ import annotations

import pytest

from outageplan.drafting.effects import EffectReader
from outageplan.drafting.mentions import find_mentions
from outageplan.notice.model import Effect
from tests.drafting.drafting_examples import article

STOP, ON, PAPER, END = Effect.SUSPENDED, Effect.UNAFFECTED, Effect.PAPER_ONLY, Effect.TERMINATED


def claims(text: str) -> list[tuple[Effect, str]]:
    """What is said of which service, without what is only said of the whole system."""
    read = article(text)
    reader = EffectReader(read, find_mentions(read.text))
    return [(claim.effect, id) for claim in reader.claims() if not claim.loose for id in claim.ids]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "暂停参保登记，缴费核定，信息查询。",
            [(STOP, "enrolment.registration"), (STOP, "contribution.assessment"), (STOP, "inquiry")],
        ),
        ("住院结算、零星报销均暂停。", [(STOP, "settlement.local.inpatient"), (STOP, "reimbursement.manual")]),
        ("住院结算正常，零星报销暂停。", [(ON, "settlement.local.inpatient"), (STOP, "reimbursement.manual")]),
        ("异地就医备案不受影响。", [(ON, "filing.offsite")]),
        ("信息查询无法正常使用。", [(STOP, "inquiry")]),
        ("系统恢复后住院结算恢复正常。", []),
        ("零星报销正常收件，恢复后办理。", [(PAPER, "reimbursement.manual")]),
        ("网上服务大厅不再受理业务。", [(END, "channel.web_hall")]),
        ("网上服务大厅永久停用。", [(END, "channel.web_hall")]),
        ("除住院登记外，其他医保业务均暂停。", [(ON, "settlement.local.inpatient"), (STOP, "all")]),
        (
            "停机业务：门诊结算、住院结算。",
            [(STOP, "settlement.local.outpatient"), (STOP, "settlement.local.inpatient")],
        ),
        ("如遇住院结算无法办理的，请垫付。", []),  # a condition states nothing
        ("停机期间的住院结算请稍后办理。", []),
        ("不得拒绝住院结算。", []),
        (
            "Settlement is suspended, but off-site filing is not affected.",
            [(STOP, "settlement"), (ON, "filing.offsite")],
        ),
    ],
)
def test_what_a_sentence_says(text: str, said: list[tuple[Effect, str]]) -> None:
    assert claims(text) == said


def test_a_heading_says_it_of_its_list() -> None:
    text = "一、暂停办理的业务\n1.参保登记\n2.住院结算\n二、不受影响的业务\n1.信息查询\n"
    assert claims(text) == [(STOP, "enrolment.registration"), (STOP, "settlement.local.inpatient"), (ON, "inquiry")]


def test_a_heading_of_advice_says_nothing_of_what_stops() -> None:
    assert claims("三、停机期间业务办理指引\n1.住院结算\n") == []


def test_a_line_with_a_colon_says_it_of_what_follows() -> None:
    assert claims("以下业务暂停：\n- 参保登记\n- 零星报销\n") == [
        (STOP, "enrolment.registration"),
        (STOP, "reimbursement.manual"),
    ]
