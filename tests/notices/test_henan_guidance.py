"""Henan, November 2021: who does what instead. Parts I, III.1, III.2 and IV of the source; and every deadline."""

from __future__ import annotations

import pytest

from . import test_henan_hospitals
from .asking import HENAN, Told, answer, due, lacking, told, told_ids

CARD = "credential.card.payment"
OUTPATIENT, PHARMACY = "settlement.local.outpatient", "settlement.local.pharmacy"
CHRONIC, SPECIAL_DRUG = "settlement.local.chronic", "settlement.local.special_drug"
STOP = ("2021年11月21日18时起", "from 18:00 on 21 November 2021")
HERE_CHRONIC = {"insured": "here", "patient": ["chronic"]}
HERE_ON_SPECIAL_DRUGS = {"insured": "here", "patient": ["special_drug"]}

TOLD = [
    # I.2: agencies stop all business; institutions stop cards and every kind of settlement
    told(
        "I.2 | agencies-stop | agency | during | suspend",
        "handling",
        STOP,
        ("省直医保经办机构", "provincial agencies"),
        ("各项医保业务", "every kind"),
    ),
    told(
        "I.2 | hospitals-stop | hospital | during | suspend",
        f"{CARD} settlement",
        STOP,
        ("刷卡", "cards"),
        ("各类医疗费用", "costs of any kind"),
    ),
    # I.3: earlier or later is announced on the bureau's website and in other media
    told(
        "I.3 | announce-changes | agency | during | announce_changes",
        "all",
        ("提前或延后", "earlier or later"),
        ("河南省医疗保障局官网", "website of the Henan Provincial Medical Security Bureau"),
        ("其他媒体", "other media"),
    ),
    # III.1: the tax hall is not affected; afterwards, in special cases, by hand with the tax certificate
    told(
        "III.1 | pay-at-tax-hall | employer tax | during | normal_collection",
        "contribution.collection.tax_hall",
        ("办税服务厅", "tax office's hall"),
        ("照常", "as usual"),
    ),
    told(
        "III.1 | credit-by-hand | employer agency | after | manual_credit_with_certificate",
        "contribution.manual",
        ("恢复服务后", "after the return"),
        ("特殊情况", "special cases"),
        ("税务部门开具的完税凭证", "tax certificate issued by the tax office"),
        ("职工医保费", "employees' contributions"),
        ("手工", "by hand"),
    ),
    # III.2.1: no card at outpatient departments and pharmacies; arrange visits and purchases
    told(
        "III.2.1 | arrange-visits | insured | before | plan_ahead",
        f"{OUTPATIENT} {PHARMACY}",
        ("刷卡", "card"),
        ("合理安排就医和购药", "plan your visits and purchases"),
    ),
    told(
        "III.2.1 | no-card-payment | insured hospital pharmacy | during | suspend",
        f"{OUTPATIENT} {PHARMACY} {CARD}",
        ("定点医疗机构门诊", "outpatient care at hospitals and clinics"),
        ("定点零售药店", "designated pharmacies"),
        ("不能刷卡", "cannot pay with the card"),
    ),
    # III.2.3: December medicines before 17:00 on 18 November
    told(
        "III.2.3 | chronic-december-medicines | insured hospital | before | stock_up",
        CHRONIC,
        ("已享受门诊慢特病待遇", "already entitled"),
        ("2021年11月18日17时前", "before 17:00 on 18 November 2021"),
        ("12月份药品", "December medicines"),
        ("定点医疗机构", "designated institution"),
        when=HERE_CHRONIC,
        deadline=due("2021-11-18T17:00+08:00", "2021-11-18 17:00"),
    ),
    # III.2.4: designated medicines: buy ahead, else keep bills and vouchers, claim later
    told(
        "III.2.4 | special-drugs-buy-ahead | insured hospital | before | stock_up",
        SPECIAL_DRUG,
        ("已享受门诊特定药品待遇", "already entitled"),
        ("病情治疗需要", "treatment requires"),
        ("提前", "ahead"),
        ("定点医疗机构", "designated medical institution"),
        when=HERE_ON_SPECIAL_DRUGS,
    ),
    told(
        "III.2.4 | special-drugs-keep-receipts | insured | during | keep_receipts",
        SPECIAL_DRUG,
        ("未能提前", "could not buy"),
        ("系统切换期间", "switched over"),
        ("票据和凭证", "bills and vouchers"),
        ("后续报销", "reimbursement later"),
        when=HERE_ON_SPECIAL_DRUGS,
    ),
    told(
        "III.2.4 | special-drugs-claim | insured | after | manual_claim",
        f"{SPECIAL_DRUG} reimbursement.manual",
        ("票据和凭证", "bills and vouchers"),
        ("未写明办理地点和期限", "does not say where or by when"),
        when=HERE_ON_SPECIAL_DRUGS,
    ),
    # IV: insured people arrange their business, institutions and employers make the stop known
    told(
        "IV | arrange-business | insured | before | plan_ahead",
        "all",
        ("合理安排", "plan when"),
    ),
    told(
        "IV | publicise | hospital employer | before | post_notice",
        "all",
        ("定点医疗机构", "hospitals, clinics"),
        ("参保单位", "employers"),
        ("宣传解释", "make the suspension known and explain it"),
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(HENAN) == sentence.line
    assert lacking(sentence.text(HENAN), sentence.words) == []


def test_no_instruction_but_those_of_the_source() -> None:
    assert told_ids(HENAN) == sorted(one.id for one in [*TOLD, *test_henan_hospitals.TOLD])


def test_every_deadline_in_order_of_time() -> None:
    """III.2.3, III.3.1, III.4.1.1, III.4.2.1 and III.4.1.2; all others are said to have no stated time limit."""
    found = answer(HENAN, "2021-11-20 10:00")["deadlines"]
    assert [(one["clause"], one["for"], one["at"], one["kind"], one["passed"]) for one in found] == [
        ("III.2.3", ["insured", "hospital"], "2021-11-18T17:00+08:00", "firm", True),
        ("III.3.1", ["hospital"], "2021-11-21T18:00+08:00", "firm", False),
        ("III.4.1.1", ["insured", "hospital"], "2021-11-21T18:00+08:00", "firm", False),
        ("III.4.2.1", ["hospital"], "2021-11-21T18:00+08:00", "firm", False),
        ("III.4.1.2", ["insured"], "2021-12-08T00:00+08:00", "provisional", False),
    ]


@pytest.mark.parametrize(
    ("moment", "passed"),
    [
        ("2021-11-18 16:59", []),
        ("2021-11-18 17:00", ["III.2.3"]),
        ("2021-11-21 17:59", ["III.2.3"]),
        ("2021-11-21 18:00", ["III.2.3", "III.3.1", "III.4.1.1", "III.4.2.1"]),
        ("2021-12-07 23:59", ["III.2.3", "III.3.1", "III.4.1.1", "III.4.2.1"]),
        ("2021-12-08 00:00", ["III.2.3", "III.3.1", "III.4.1.1", "III.4.2.1", "III.4.1.2"]),
    ],
)
def test_before_an_hour_is_too_late_at_that_hour(moment: str, passed: list[str]) -> None:
    """III: "before 17:00", "before 18:00", and within seven working days, to the end of the last of them."""
    found = answer(HENAN, moment)["deadlines"]
    assert [one["clause"] for one in found if one["passed"]] == passed


def test_seven_working_days_after_an_expected_sunday() -> None:
    """III.4.1.2: after Sunday 28 November, if that holds: 29, 30, 1, 2, 3, 6 and Tuesday 7 December."""
    (found,) = [one for one in answer(HENAN, "2021-12-01 09:00")["deadlines"] if one["clause"] == "III.4.1.2"]
    assert (found["last_day"], found["kind"]) == ("2021-12-07", "provisional")
    assert found["phrase"] == "7 working days after cut-over.end"
    assert found["not_before"] == due("2021-11-28T08:00+08:00", "cut-over.end", kind="provisional")
    assert lacking(found["text"], (("暂计 2021-12-07（周二）", "provisionally 2021-12-07 (Tue)"),)) == []
    steps = [one["text"]["en"] for one in found["because"] if one["rule"] == "deadline"]
    assert steps == [
        "it hangs on the return (cut-over.end): expected 2021-11-28 08:00 (Sun), not confirmed",
        "the first day, 2021-11-28, is not counted",
        "7 working days after it: 2021-12-07 (Tue)",
    ]
