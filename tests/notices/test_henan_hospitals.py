"""Henan, November 2021: inpatients (III.3), off-site care and referral (III.4).

The remedy hangs on where a patient is insured and treated, and on when they came and left.
"""

from __future__ import annotations

import pytest

from .asking import HENAN, Told, due, guidance, lacking, told

INPATIENT = "settlement.local.inpatient"
OFFSITE_INPATIENT = "settlement.offsite.in_province.inpatient settlement.offsite.cross_province.inpatient"
OFFSITE_OUTPATIENT = "settlement.offsite.in_province.outpatient settlement.offsite.cross_province.outpatient"
OFFSITE_CHRONIC = "settlement.offsite.in_province.chronic settlement.offsite.cross_province.chronic"
REFERRAL, CLAIM = "filing.offsite.referral", "reimbursement.manual"

LOCAL = {"insured": "here", "treated": "here", "patient": ["inpatient"]}
AWAY = {"insured": "here", "treated": "elsewhere", "patient": ["inpatient"]}
AWAY_CHRONIC = {"insured": "here", "treated": "elsewhere", "patient": ["chronic"]}
VISITING = {"insured": "elsewhere", "treated": "here", "patient": ["inpatient"]}
BEFORE_STOP = due("2021-11-21T18:00+08:00", "2021-11-21 18:00")
BY_THEN = ("2021年11月21日18时前", "before 18:00 on 21 November 2021")

CRITERIA = ("符合出院条件", "meet the discharge criteria")
STOPPED = ("业务暂停期间", "while business is suspended")
RETURN = ("恢复服务后", "after the return")
ANEW = ("医保住院登记及报销", "insurance registration of the stay and the settlement")
CENTER = ("省医疗保障服务中心", "provincial Medical Security Service Center")
PAPERS = ("相关材料", "papers")
RULES = ("按规定", "under the rules")
SPECIAL = ("特殊原因", "special reasons")
HOME_AGENCY = ("参保地医保经办机构", "agency of the place where you are insured")
NO_TIME = ("未限定办理时间", "sets no time")

TOLD = [
    # III.3.1: before the stop: those who can leave are settled, all others become self-pay; registered anew afterwards
    told(
        "III.3.1 | local-discharge-before | insured hospital | before | settle_before",
        INPATIENT,
        CRITERIA,
        ("及时", "in good time"),
        when=LOCAL | {"discharged": "before"},
    ),
    told(
        "III.3.1 | local-convert | hospital | before | convert_to_self_pay",
        INPATIENT,
        BY_THEN,
        ("省直定点医疗机构", "provincial institutions"),
        ("所有在院参保患者", "all insured patients in hospital"),
        ("自费", "self-pay"),
        when=LOCAL | {"admitted": "before"},
        deadline=BEFORE_STOP,
    ),
    told(
        "III.3.1 | local-convert-patient | insured | before | convert_to_self_pay",
        INPATIENT,
        BY_THEN,
        ("自费", "self-pay"),
        when=LOCAL | {"admitted": "before"},
    ),
    told(
        "III.3.1 | local-reregister | insured hospital | after | backfill_admission",
        INPATIENT,
        RETURN,
        ("重新办理", "anew"),
        ANEW,
        when=LOCAL | {"admitted": "before"},
    ),
    # III.3.2: during the stop: leave first, come back to the same institution; enter at one's own expense first
    told(
        "III.3.2 | local-discharged-during | insured hospital | during | discharge_self_pay",
        INPATIENT,
        STOPPED,
        CRITERIA,
        ("先办理出院手续", "may leave hospital first"),
        when=LOCAL | {"discharged": "during"},
    ),
    told(
        "III.3.2 | local-discharged-resettle | insured hospital | after | resettle_at_provider",
        INPATIENT,
        RETURN,
        ("原就医的医疗机构", "at the hospital where they were treated"),
        ANEW,
        when=LOCAL | {"discharged": "during"},
    ),
    told(
        "III.3.2 | local-admitted-during | insured hospital | during | admit_self_pay",
        INPATIENT,
        STOPPED,
        ("新入院", "newly admitted"),
        ("自费", "self-pay first"),
        when=LOCAL | {"admitted": "during"},
    ),
    told(
        "III.3.2 | local-admitted-register | insured hospital | after | backfill_admission",
        INPATIENT,
        RETURN,
        ANEW,
        when=LOCAL | {"admitted": "during"},
    ),
    # III.4.1.1: provincial insured people in hospitals elsewhere
    told(
        "III.4.1.1 | away-discharge-before | insured hospital | before | settle_before",
        OFFSITE_INPATIENT,
        BY_THEN,
        CRITERIA,
        ("异地就医直接结算定点医疗机构", "institutions elsewhere that settle directly"),
        ("及时", "in good time"),
        when=AWAY | {"discharged": "before"},
        deadline=BEFORE_STOP,
    ),
    told(
        "III.4.1.1 | away-stay-on | insured hospital | after | backfill_settlement",
        OFFSITE_INPATIENT,
        ("继续住院", "stay in hospital"),
        ("恢复服务时", "once services have returned"),
        when=AWAY | {"admitted": "before", "discharged": "after"},
    ),
    told(
        "III.4.1.1 | away-special-discharge | insured hospital | during | discharge_self_pay",
        OFFSITE_INPATIENT,
        SPECIAL,
        ("自费出院", "at their own expense"),
        when=AWAY | {"discharged": "during"},
    ),
    told(
        "III.4.1.1 | away-special-claim | insured agency | after | manual_claim",
        f"{OFFSITE_INPATIENT} {CLAIM}",
        SPECIAL,
        PAPERS,
        CENTER,
        RULES,
        when=AWAY | {"discharged": "during"},
    ),
    # III.4.1.2: referred elsewhere during the stop: own expense, file within seven working days, settle there
    told(
        "III.4.1.2 | referral-admit-self-pay | insured hospital | during | admit_self_pay",
        f"{OFFSITE_INPATIENT} {REFERRAL}",
        STOPPED,
        ("异地就医直接结算定点医疗机构", "institution elsewhere that settles directly"),
        ("先自费住院", "at their own expense first"),
        when=AWAY | {"admitted": "during"},
    ),
    told(
        "III.4.1.2 | file-after-referral | insured | after | file_later",
        REFERRAL,
        ("恢复服务后7个工作日内", "within 7 working days after services return"),
        CENTER,
        ("异地就医备案", "file the off-site care"),
        when=AWAY | {"admitted": "during"},
        deadline=due(
            "2021-12-08T00:00+08:00",
            "7 working days after cut-over.end",
            kind="provisional",
            last_day="2021-12-07",
        ),
        not_before=due("2021-11-28T08:00+08:00", "cut-over.end", kind="provisional"),
    ),
    told(
        "III.4.1.2 | referral-filing-desk | agency | after | file_later",
        REFERRAL,
        ("恢复服务后7个工作日内", "within 7 working days after services return"),
        CENTER,
        when=AWAY | {"admitted": "during"},
    ),
    told(
        "III.4.1.2 | referral-settle | insured hospital | after | backfill_settlement",
        OFFSITE_INPATIENT,
        ("补办备案后", "once the filing is done"),
        ("就诊医疗机构", "at the hospital that treats them"),
        when=AWAY | {"admitted": "during"},
    ),
    # III.4.1.3: ordinary outpatient care elsewhere; serious outpatient diseases
    told(
        "III.4.1.3 | away-no-outpatient-settlement | insured hospital | during | suspend",
        OFFSITE_OUTPATIENT,
        STOPPED,
        ("普通门诊费用不能直接结算", "cannot have ordinary outpatient costs elsewhere settled directly"),
        when={"insured": "here", "treated": "elsewhere"},
    ),
    told(
        "III.4.1.3 | away-chronic-self-pay | insured hospital | during | prepay_full",
        OFFSITE_CHRONIC,
        ("门诊重症慢性病", "serious outpatient diseases"),
        ("原方式", "the way they did before"),
        ("自费", "own expense"),
        when=AWAY_CHRONIC,
    ),
    told(
        "III.4.1.3 | away-chronic-claim | insured agency | after | manual_claim",
        f"{OFFSITE_CHRONIC} {CLAIM}",
        RETURN,
        PAPERS,
        CENTER,
        RULES,
        when=AWAY_CHRONIC,
    ),
    # III.4.2.1: people insured elsewhere in provincial institutions, before the stop
    told(
        "III.4.2.1 | visitors-discharge-before | insured hospital | before | settle_before",
        OFFSITE_INPATIENT,
        CRITERIA,
        ("及时", "in good time"),
        when=VISITING | {"discharged": "before"},
    ),
    told(
        "III.4.2.1 | visitors-convert | hospital | before | convert_to_self_pay",
        OFFSITE_INPATIENT,
        BY_THEN,
        ("省直定点医疗机构", "provincial institutions"),
        ("自费", "self-pay"),
        when=VISITING | {"admitted": "before"},
        deadline=BEFORE_STOP,
    ),
    told(
        "III.4.2.1 | visitors-convert-patient | insured | before | convert_to_self_pay",
        OFFSITE_INPATIENT,
        BY_THEN,
        ("自费", "self-pay"),
        when=VISITING | {"admitted": "before"},
    ),
    told(
        "III.4.2.1 | visitors-reregister | insured hospital | after | backfill_admission",
        OFFSITE_INPATIENT,
        RETURN,
        ("重新办理", "anew"),
        ANEW,
        when=VISITING | {"admitted": "before"},
    ),
    # III.4.2.2: the same people during the stop; they claim where they are insured
    told(
        "III.4.2.2 | visitors-discharged-during | insured hospital | during | discharge_self_pay",
        OFFSITE_INPATIENT,
        STOPPED,
        CRITERIA,
        ("自费出院", "at their own expense"),
        when=VISITING | {"discharged": "during"},
    ),
    told(
        "III.4.2.2 | visitors-claim-at-home | insured | after | manual_claim",
        f"{OFFSITE_INPATIENT} {CLAIM}",
        PAPERS,
        HOME_AGENCY,
        RULES,
        NO_TIME,
        when=VISITING | {"discharged": "during"},
    ),
    told(
        "III.4.2.2 | visitors-admitted-during | insured hospital | during | admit_self_pay",
        OFFSITE_INPATIENT,
        STOPPED,
        ("新入院", "newly admitted"),
        ("自费", "self-pay first"),
        when=VISITING | {"admitted": "during"},
    ),
    told(
        "III.4.2.2 | visitors-admitted-register | insured hospital | after | backfill_admission",
        OFFSITE_INPATIENT,
        RETURN,
        ANEW,
        when=VISITING | {"admitted": "during"},
    ),
    told(
        "III.4.2.2 | visitors-special-discharge | insured hospital | during | discharge_self_pay",
        OFFSITE_INPATIENT,
        SPECIAL,
        ("自费出院", "at their own expense"),
        when=VISITING | {"discharged": "during"},
    ),
    told(
        "III.4.2.2 | visitors-special-claim | insured | after | manual_claim",
        f"{OFFSITE_INPATIENT} {CLAIM}",
        SPECIAL,
        PAPERS,
        HOME_AGENCY,
        RULES,
        NO_TIME,
        when=VISITING | {"discharged": "during"},
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(HENAN) == sentence.line
    assert lacking(sentence.text(HENAN), sentence.words) == []


@pytest.mark.parametrize(
    ("insured_at", "treated_at", "clauses"),
    [
        ("419900", "419900", {"III.3.1", "III.3.2"}),
        ("419900", "110000", {"III.4.1.1", "III.4.1.2", "III.4.1.3"}),
        ("419900", "410100", {"III.4.1.1", "III.4.1.2", "III.4.1.3"}),
        ("410100", "419900", {"III.4.2.1", "III.4.2.2"}),
        ("110000", "419900", {"III.4.2.1", "III.4.2.2"}),
    ],
    ids=["here", "away in Beijing", "away in Zhengzhou", "visitor from Zhengzhou", "visitor from Beijing"],
)
@pytest.mark.parametrize("role", ["insured", "hospital"])
def test_whom_the_three_sections_are_for(role: str, insured_at: str, treated_at: str, clauses: set[str]) -> None:
    """III.3 for those insured and treated here, III.4.1 for those treated elsewhere, III.4.2 for visitors."""
    found = guidance(HENAN, "2021-11-22 09:00", role=role, insured_at=insured_at, treated_at=treated_at)
    assert {line["clause"] for line in found if line["clause"].startswith(("III.3", "III.4"))} == clauses
