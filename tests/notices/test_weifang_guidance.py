"""Weifang, December 2023: who does what instead. Sections 1 to 3 of the source, and what it asks of everybody."""

from __future__ import annotations

import pytest

from . import test_weifang_sections
from .asking import WEIFANG, Told, answer, due, lacking, told, told_ids

MEDICINES = (
    "settlement.local.outpatient settlement.local.chronic settlement.local.two_diseases settlement.local.pharmacy"
)
INPATIENT, OFFSITE = "settlement.local.inpatient", "settlement.offsite"
UNFILED = "filing.offsite settlement.offsite.in_province.inpatient settlement.offsite.cross_province.inpatient"

LEFT_DURING: dict[str, object] = {"patient": ["inpatient"], "discharged": "during"}
AWAY: dict[str, object] = {"insured": "here", "treated": "elsewhere"}
VISITING = {"insured": "elsewhere", "treated": "here"}

BACK = ("系统恢复后", "once the system is back")
UNTIL_BACK = ("系统恢复后", "until the system is back")
DURING = ("停机期间", "during the stop")
IN_FULL = ("全额垫付", "in full")
FILED = ("已备案", "have filed")
NOT_ONLINE = ("联网直接结算", "settled online directly")
AT_HOME = ("回参保地手工报销", "where you are insured")

BEFORE_AND_GENERAL = [
    # Miscellaneous: insured people and employers choose their time; medicines and care as the institutions advise
    told(
        "Miscellaneous | plan-business | insured employer | before | plan_ahead",
        "all",
        ("合理安排办理医保业务的时间", "choose a suitable time for your medical-insurance business"),
    ),
    told(
        "Miscellaneous | plan-medicine-and-care | insured | during | plan_ahead",
        "settlement personal_account.spending",
        ("定点医药机构的指引", "as the designated institutions advise"),
        ("购药和就医", "medicines and care"),
    ),
    # 1.1: everything of enrolment waits; the tax office does not collect
    told(
        "1.1 | enrolment-waits | insured employer agency | during | suspend",
        "enrolment.base enrolment.registration enrolment.info_change enrolment.staff_change enrolment.special inquiry "
        "personal_account.allocation",
        ("缴费基数申报", "declaring contribution bases"),
        ("参保登记", "enrolment"),
        ("信息变更", "changes of details"),
        ("人员增减", "staff additions and removals"),
        ("特殊申报", "special declarations"),
        ("信息查询", "inquiries"),
        ("个人账户划拨", "account allocation"),
        UNTIL_BACK,
    ),
    told(
        "1.1 | collection-waits | tax insured employer | during | suspend",
        "contribution.collection",
        ("税务部门", "tax offices"),
        ("线上、线下", "online or at the counter"),
        UNTIL_BACK,
    ),
    # 1.2 (direction from the Chinese page): two papers are taken for transfers in; transfers out return gradually
    told(
        "1.2 | transfers-in-agency | agency | during | accept_register_later",
        "relation_transfer.in",
        ("职工", "employees'"),
        ("收取并整理", "take and sort"),
        ("参保凭证", "certificates of insurance"),
        ("转移类型变更信息表", "change of transfer type"),
        BACK,
    ),
    told(
        "1.2 | transfers-in-insured | insured | during | accept_register_later",
        "relation_transfer.in",
        ("职工", "employee's"),
        ("参保凭证", "certificate of insurance"),
        ("转移类型变更信息表", "change of transfer type"),
        BACK,
    ),
    told(
        "1.2 | transfers-out-wait | insured agency | during | suspend",
        "relation_transfer.out",
        ("职工", "employees'"),
        ("逐步恢复", "step by step"),
    ),
    told(
        "1.2 | transfers-in-handled | agency insured | after | accept_register_later",
        "relation_transfer.in",
        ("已收材料", "papers were taken"),
    ),
]

LOCAL_BILLS = [
    # 2.1: buy ahead; else pay in full and have it settled where it was bought
    told(
        "2.1 | buy-medicines-in-advance | insured | before | stock_up",
        MEDICINES,
        ("根据自身情况", "own situation requires"),
        ("停机前", "before the stop"),
        ("不间断", "not interrupted"),
        deadline=due("2023-12-01T18:00+08:00", "stop.start"),
    ),
    told(
        "2.1 | pay-medicines-in-full | insured | during | prepay_full",
        MEDICINES,
        ("开药", "medicines prescribed during the stop"),
        IN_FULL,
    ),
    told(
        "2.1 | charge-medicines-in-full | hospital pharmacy | during | charge_in_full",
        MEDICINES,
        DURING,
        IN_FULL,
    ),
    told(
        "2.1 | settle-medicines-again | insured | after | resettle_at_provider",
        MEDICINES,
        IN_FULL,
        ("原定点医药机构", "at the institution that supplied them"),
    ),
    told(
        "2.1 | settle-medicines-institution | hospital pharmacy | after | backfill_settlement",
        MEDICINES,
        ("本机构", "paid you"),
        IN_FULL,
    ),
    # 2.2: whoever leaves hospital during the stop: the bill is kept, and settled afterwards
    told(
        "2.2 | discharged-on-account-hospital | hospital | during | on_account",
        INPATIENT,
        ("停机期间出院", "leaves hospital during the stop"),
        ("挂账", "on account"),
        when=LEFT_DURING,
    ),
    told(
        "2.2 | discharged-on-account-insured | insured | during | on_account",
        INPATIENT,
        ("停机期间出院", "leave hospital during the stop"),
        ("挂账", "on account"),
        ("补结算", "settles it after the return"),
        when=LEFT_DURING,
    ),
    told(
        "2.2 | settle-discharged | hospital insured | after | backfill_settlement",
        INPATIENT,
        ("挂账", "on account"),
        ("补结算", "settles"),
        when=LEFT_DURING,
    ),
]

OFF_SITE = [
    # 3.1: filing and re-filing: details are registered, filed once the system is in use
    told(
        "3.1 | filing-agency | agency | during | register_patient",
        "filing.offsite",
        ("备案或补备案", "file or re-file"),
        ("登记患者信息", "register the patient's details"),
    ),
    told(
        "3.1 | filing-insured | insured | during | accept_register_later",
        "filing.offsite",
        ("备案或补备案", "file or re-file"),
        ("系统启用后", "once the system is in use"),
        ("按规定", "by the rules"),
        ("联网结算", "settled online"),
    ),
    told(
        "3.1 | file-afterwards | agency insured | after | file_later",
        "filing.offsite",
        ("备案或补备案", "files or re-files"),
        ("按规定", "by the rules"),
        ("联网结算", "settled online"),
    ),
    # 3.2: filed but not settled directly, or discharged during the stop without filing: pay in full, claim at home
    told(
        "3.2 | off-site-pay-in-full | insured | during | prepay_full",
        OFFSITE,
        FILED,
        NOT_ONLINE,
        IN_FULL,
        when=AWAY,
    ),
    told(
        "3.2 | off-site-discharged-unfiled | insured | during | prepay_full",
        UNFILED,
        ("停机期间出院", "leave hospital during the stop"),
        ("未能及时备案", "could not file in time"),
        IN_FULL,
        when=AWAY | LEFT_DURING,
    ),
    told(
        "3.2 | visitors-pay-in-full | insured | during | prepay_full",
        OFFSITE,
        FILED,
        NOT_ONLINE,
        IN_FULL,
        when=VISITING,
    ),
    told(
        "3.2 | visitors-charged-in-full | hospital pharmacy | during | charge_in_full",
        OFFSITE,
        FILED,
        NOT_ONLINE,
        IN_FULL,
        when=VISITING,
    ),
    told(
        "3.2 | off-site-claim-by-hand | insured | after | manual_claim",
        OFFSITE,
        ("已备案", "had filed"),
        IN_FULL,
        AT_HOME,
        when=AWAY,
    ),
    told(
        "3.2 | off-site-unfiled-claim-by-hand | insured | after | manual_claim",
        UNFILED,
        ("停机期间出院", "left hospital during the stop"),
        ("未能及时备案", "without having filed in time"),
        AT_HOME,
        when=AWAY | LEFT_DURING,
    ),
    told(
        "3.2 | visitors-claim-at-home | insured | after | manual_claim",
        OFFSITE,
        IN_FULL,
        AT_HOME,
        when=VISITING,
    ),
    told(
        "3.2 | off-site-claims-agency | agency | after | manual_claim",
        OFFSITE,
        IN_FULL,
        ("手工报销", "by hand"),
        when=AWAY,
    ),
]

TOLD = [*BEFORE_AND_GENERAL, *LOCAL_BILLS, *OFF_SITE]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(WEIFANG) == sentence.line
    assert lacking(sentence.text(WEIFANG), sentence.words) == []


def test_no_instruction_but_those_of_the_source() -> None:
    assert told_ids(WEIFANG) == sorted(one.id for one in [*TOLD, *test_weifang_sections.TOLD])


def test_the_only_deadline_is_the_start_of_the_stop() -> None:
    """2.1: medicines before the stop; nothing done afterwards has a date."""
    found = answer(WEIFANG, "2023-11-30 10:00")["deadlines"]
    assert [(one["clause"], one["at"], one["kind"]) for one in found] == [("2.1", "2023-12-01T18:00+08:00", "firm")]
