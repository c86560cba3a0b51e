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
        ("8月份单位缴费期限顺延，顺延期间不影响职工待遇。", []),  # it is people's rights that go on
        ("1月1日8时，除零星报销外，各项业务恢复。", []),  # it goes on to be paused
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
        (
            "住院结算、零星报销都停，信息查询也办不了。",
            [(STOP, id) for id in ("settlement.local.inpatient", "reimbursement.manual", "inquiry")],
        ),
        ("夜间医保刷卡停3小时。", [(STOP, "credential.card.payment")]),
        ("零星报销缓办，大厅窗口不对外服务。", [(STOP, "reimbursement.manual"), (STOP, "channel.window")]),
        (
            "凡涉及住院结算的一律暂停，零星报销也在内。",
            [(STOP, "settlement.local.inpatient"), (STOP, "reimbursement.manual")],
        ),
        ("切换期间网上服务大厅不再受理业务，恢复后办理。", [(STOP, "channel.web_hall")]),  # it comes back
        (
            "暂停参保登记（信息查询不受影响）、零星报销。",
            [(STOP, "enrolment.registration"), (ON, "inquiry"), (STOP, "reimbursement.manual")],
        ),
        ("网厅停办（零星报销不在此列）。", [(ON, "reimbursement.manual"), (STOP, "channel.web_hall")]),
        ("9月12日系统恢复后，住院结算可正常办理。", []),
        ("群众可到医保窗口，材料先收，切换完成后集中办理。", [(PAPER, "channel.window")]),
        ("逾期零星报销不予受理。", []),  # a rule, not a stop
        ("停机前办完参保登记的单位，缴费不受影响。", [(ON, "contribution.collection")]),
        ("如遇住院结算无法办理的，请垫付。", []),  # a condition states nothing
        ("停机期间的住院结算请稍后办理。", []),
        ("不得拒绝住院结算。", []),
        ("为做好个人账户结息，医保系统暂停住院结算。", [(STOP, "settlement.local.inpatient")]),
        ("门诊统筹新标准自2022年10月1日起执行，原协议停止使用。", []),
        ("住院结算暂停，请改时间缴费。", [(STOP, "settlement.local.inpatient")]),
        ("系统上线后补传信息，出院时正常结算。", []),
        ("各项业务随即开放，不再另行通知。", []),
        ("医保费征缴由税务系统承担，本次不停。", [(ON, "contribution.collection")]),
        ("跨省异地就医直接结算走国家平台，不在此次停机之列。", [(ON, "settlement.offsite.cross_province")]),
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


def test_a_label_holds_for_all_its_sentences() -> None:
    text = "受影响业务：参保登记；医保电子凭证激活；零星报销。\n"  # 凭 in 凭证 is no advice to bring something
    assert [id for _, id in claims(text)] == [
        "enrolment.registration",
        "credential.code.activation",
        "reimbursement.manual",
    ]


def test_a_heading_of_advice_says_nothing_of_what_stops() -> None:
    assert claims("三、停机期间业务办理指引\n1.住院结算\n") == []


def test_a_line_with_a_colon_says_it_of_what_follows() -> None:
    assert claims("以下业务暂停：\n- 参保登记\n- 零星报销\n") == [
        (STOP, "enrolment.registration"),
        (STOP, "reimbursement.manual"),
    ]
