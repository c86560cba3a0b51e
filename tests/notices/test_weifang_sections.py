"""Weifang, December 2023: who does what instead. Sections 4 to 8 of the source; and what it leaves open."""

from __future__ import annotations

import pytest

from .asking import WEIFANG, Told, Words, lacking, notice, told

APPLICATIONS = "treatment_application.chronic treatment_application.two_diseases"
ACCOUNTS = "personal_account.spending personal_account.spending_online personal_account.offsite"
BED = "benefit.ltc.bed"
DISEASES = ("门诊慢特病、居民“两病”", "chronic disease")
UNTIL_BACK = ("系统恢复后", "until the system is back")

TOLD = [
    # 4: qualified institutions take applications as usual; those who passed are managed as entitled for now
    told(
        "4 | disease-applications-hospital | hospital | during | apply_as_usual",
        APPLICATIONS,
        DISEASES,
        ("申报资格", "qualified"),
        ("照常受理", "as usual"),
    ),
    told(
        "4 | disease-applications-insured | insured | during | apply_as_usual",
        APPLICATIONS,
        ("申报资格", "qualified"),
        ("系统恢复后确认登记", "confirmation and registration follow once the system is back"),
    ),
    told(
        "4 | passed-applicants-hospital | hospital | during | manage_provisionally",
        APPLICATIONS,
        ("通过认定", "pass the assessment"),
        ("暂按", "for now"),
        DISEASES,
    ),
    told(
        "4 | passed-applicants-insured | insured | during | manage_provisionally",
        APPLICATIONS,
        ("通过认定", "pass the assessment"),
        ("暂按", "for now"),
        DISEASES,
    ),
    told(
        "4 | confirm-disease-applications | hospital insured | after | accept_register_later",
        APPLICATIONS,
        DISEASES,
        ("确认登记", "confirmed and registered"),
    ),
    # 5: account funds can be neither spent nor transferred
    told(
        "5 | accounts-cannot-pay | insured | during | suspend",
        ACCOUNTS,
        ("购药、就医", "medicines or care"),
        UNTIL_BACK,
    ),
    told(
        "5 | accounts-not-taken | hospital pharmacy | during | suspend",
        ACCOUNTS,
        ("购药、就医", "medicines or care"),
        UNTIL_BACK,
    ),
    told(
        "5 | account-transfer-waits | insured agency | during | suspend",
        "personal_account.transfer",
        ("资金划转暂停", "not transferred"),
        UNTIL_BACK,
    ),
    # 6: applications as usual; beds wait, are entered afterwards and settled by the real times
    told(
        "6.1 | long-term-care-applications | insured agency | during | apply_as_usual",
        "benefit.ltc.application",
        ("不受停机限制", "does not restrict"),
        ("照常提交", "handed in as usual"),
    ),
    told(
        "6.2 | care-beds-wait-institution | hospital | during | suspend",
        BED,
        ("定点护理机构", "designated nursing institutions"),
        ("建床、撤床手续暂停", "opening and closing beds wait"),
    ),
    told(
        "6.2 | care-beds-wait-insured | insured | during | suspend",
        BED,
        ("定点护理机构", "nursing institution"),
        ("实际建床、撤床时间", "actual times"),
        when={"patient": ["long_term_care"]},
    ),
    told(
        "6.2 | care-beds-backfill | hospital insured | after | backfill_settlement",
        BED,
        ("补录结算信息", "enters the settlement details"),
        ("实际建床、撤床时间", "really opened and closed"),
    ),
    # 7: no maternity benefit can be applied for
    told(
        "7 | maternity-waits | insured employer agency | during | suspend",
        "benefit.maternity",
        ("各项生育保险待遇", "any maternity benefit"),
        ("线上、线下", "online and at the counter"),
        UNTIL_BACK,
    ),
    # 8: web, mobile, official account, Alipay, WeChat; the code can be neither looked up, applied for nor used
    told(
        "8 | online-waits | insured employer | during | suspend",
        "channel.web_hall channel.app channel.official_account channel.mini_program",
        ("官方公众号", "official account"),
        ("支付宝", "Alipay"),
        ("微信“潍坊医保”小程序", 'WeChat mini program "Weifang Medical Insurance"'),
        UNTIL_BACK,
    ),
    told(
        "8 | code-cannot-be-used | insured | during | suspend",
        "credential.code.inquiry credential.code.activation credential.code.payment",
        ("查询、申领和使用", "look up, apply for or use"),
        UNTIL_BACK,
    ),
    told(
        "8 | code-not-taken | hospital pharmacy | during | suspend",
        "credential.code.payment",
        ("不能使用", "cannot use"),
        UNTIL_BACK,
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(WEIFANG) == sentence.line
    assert lacking(sentence.text(WEIFANG), sentence.words) == []


NOTES: dict[str, tuple[str, tuple[Words, ...]]] = {
    "why": ("Opening", (("全省", "province's plan"), ("集中到省级", "to the province"), ("提升", "improve"))),
    "direction-of-transfers": ("page", (("转入收件", "transfers in are accepted"), ("转出暂停", "transfers out stop"))),
    "transfers-of-employees-only": ("1.2", (("职工", "employees'"), ("居民", "residents'"))),
    "names-of-transfer-forms": ("1.2", (("名称", "names"), ("为准", "official names hold"))),
    "institutions-or-pharmacies": ("page", (("不分医院和药店", "one word for hospitals and pharmacies"),)),
    "off-site-both-ways": ("3.2", (("没有区分", "does not tell"),)),
    "who-confirms-applications": ("4", (("没有写明", "does not say"), ("确认登记", "confirms and registers"))),
    "masked-names": ("8", (("星号", "asterisks"), ("官方公众号", "official account"), ("支付宝", "Alipay"))),
    "cards-are-another-matter": ("page", (("社保卡业务不受影响", "cards are unaffected"), ("随全部业务暂停", "stops"))),
    "no-time-limits": ("whole text", (("补结算", "settle again"), ("手工报销", "by hand"), ("补备案", "file"))),
    "outpatient-charges-other-than-medicines": ("2.1", (("只写了药费", "only of medicines"), ("没有写", "not say"))),
    "nursing-institutions": ("6.2", (("定点护理机构", "designated nursing institutions"),)),
}


@pytest.mark.parametrize("id", NOTES)
def test_what_the_source_leaves_open(id: str) -> None:
    """What the English text lost or does not say, each with the section it belongs to."""
    found = {one["id"]: one for one in notice(WEIFANG)["notes"]}
    clause, words = NOTES[id]
    assert (found[id]["clause"], lacking(found[id]["text"], words)) == (clause, [])


def test_hospital_stays_that_do_not_end_in_the_stop_are_said_to_be_left_open() -> None:
    """2.2 speaks of those discharged during the stop only: not of admission, nor of those who stay in hospital."""
    assert "2.2" in [one["clause"] for one in notice(WEIFANG)["notes"]]
