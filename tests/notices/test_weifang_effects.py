"""Weifang, December 2023: what happens to which services, by the scope and the eight sections of the source."""

from __future__ import annotations

import pytest

from .asking import WEIFANG, Json, Words, effect, effects, lacking, named_by, notice, remedied

SECTIONS: dict[str, Json] = {
    "Scope": {
        "everything": effect("stop", "all", "suspended", "Scope"),
        "named-in-scope": effect(
            "stop",
            "enrolment.registration relation_transfer settlement.local settlement.offsite personal_account.offsite "
            "channel.web_hall channel.app credential.code",
            "suspended",
            "Scope",
        ),
    },
    "1 enrolment, contributions, transfers": {
        "enrolment-and-contributions": effect(
            "stop",
            "enrolment.base enrolment.registration enrolment.info_change enrolment.staff_change enrolment.special "
            "inquiry personal_account.allocation contribution.collection",
            "suspended",
            "1.1",
        ),
        "employee-transfers-in": effect("stop", "relation_transfer.in", "paper_only", "1.2", schemes="employee"),
        "employee-transfers-out": effect(
            "stop", "relation_transfer.out", "suspended", "1.2", resume="gradual", schemes="employee"
        ),
    },
    "2 local bills": {
        "local-outpatient": effect(
            "stop",
            "settlement.local.outpatient settlement.local.chronic settlement.local.two_diseases",
            "suspended",
            "2.1",
        ),
        "local-inpatient": effect("stop", "settlement.local.inpatient", "suspended", "2.2"),
    },
    "3 off-site care": {
        "off-site-filing": effect("stop", "filing.offsite", "paper_only", "3.1"),
        "off-site-settlement": effect("stop", "settlement.offsite", "suspended", "3.2"),
    },
    "4 disease applications": {
        "disease-applications": effect(
            "stop", "treatment_application.chronic treatment_application.two_diseases", "paper_only", "4"
        ),
    },
    "5 personal accounts": {
        "account-spending": effect(
            "stop",
            "personal_account.spending personal_account.spending_online personal_account.offsite",
            "suspended",
            "5",
        ),
        "account-transfer": effect("stop", "personal_account.transfer", "suspended", "5"),
    },
    "6 long-term care": {
        "long-term-care-applications": effect(
            "stop", "benefit.ltc.application", "unaffected", "6.1", schemes="employee"
        ),
        "care-beds": effect("stop", "benefit.ltc.bed", "suspended", "6.2", schemes="employee"),
    },
    "7 maternity": {"maternity-benefits": effect("stop", "benefit.maternity", "suspended", "7")},
    "8 online": {
        "online-services": effect(
            "stop",
            "channel.web_hall channel.app channel.official_account channel.mini_program",
            "suspended",
            "8",
        ),
        "insurance-code": effect(
            "stop", "credential.code.inquiry credential.code.activation credential.code.payment", "suspended", "8"
        ),
    },
    "the Chinese page": {
        "social-security-cards": effect(
            "stop",
            "credential.card.management credential.card.electronic credential.card.banking",
            "unaffected",
            "page",
        ),
    },
}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_has_its_own_effect(section: str) -> None:
    found = effects(WEIFANG)
    assert {id: found.get(id) for id in SECTIONS[section]} == SECTIONS[section]


def test_no_effect_but_those_of_the_source() -> None:
    assert list(effects(WEIFANG)) == [id for section in SECTIONS.values() for id in section]


EFFECT_TEXTS: dict[str, tuple[Words, ...]] = {
    "everything": (("全市医保业务暂停", "all medical-insurance business of the city stops"),),
    "named-in-scope": (
        ("参保登记", "enrolment"),
        ("转移接续", "transfers"),
        ("定点医药机构结算", "settlement at designated institutions"),
        ("异地就医", "off-site care"),
        ("个人账户异地支付", "off-site spending from accounts"),
        ("掌办网办", "app and web services"),
        ("医保电子凭证", "insurance code"),
        ("其他相关系统", "every other related system"),
    ),
    "enrolment-and-contributions": (
        ("职工、居民", "employees and residents"),
        ("线上、线下", "online and at the counter"),
        ("系统恢复后办理", "until the system is back"),
    ),
    "employee-transfers-in": (("收取整理", "taken and sorted"), ("系统恢复后办理", "once the system is back")),
    "employee-transfers-out": (("逐步恢复", "step by step"),),
    "off-site-filing": (("备案、补备案", "filings and re-filings"), ("系统启用后", "once the system is in use")),
    "disease-applications": (("照常受理", "taken as usual"), ("确认登记", "confirmed and registered")),
    "long-term-care-applications": (("正常提交", "handed in as usual"),),
    "maternity-benefits": (("线上、线下", "online and at the counter"), ("系统恢复后", "until the system is back")),
    "online-services": (
        ("官方公众号", "official account"),
        ("支付宝", "Alipay"),
        ("微信“潍坊医保”小程序", 'WeChat mini program "Weifang Medical Insurance"'),
    ),
    "insurance-code": (("查询、申领和使用", "looked up, applied for or used"),),
    "social-security-cards": (
        ("申领、补换、挂失、注销", "issue, replacement, loss report and cancellation"),
        ("电子社保卡", "electronic card"),
        ("金融功能", "banking functions"),
    ),
}


def test_what_the_effects_say_in_words() -> None:
    found = {one["id"]: one["text"] for one in notice(WEIFANG)["effects"] if one["text"]}
    assert {id: lacking(text, EFFECT_TEXTS[id]) for id, text in found.items()} == {id: [] for id in EFFECT_TEXTS}


def test_the_services_that_a_sentence_of_its_own_names() -> None:
    wanted = {
        "enrolment.registration": "Scope",
        "enrolment.base": "1.1",
        "enrolment.staff_change": "1.1",
        "enrolment.special": "1.1",
        "contribution.collection.resident": "1.1",
        "personal_account.allocation": "1.1",
        "relation_transfer.in": "1.2",
        "relation_transfer.out": "1.2",
        "settlement.local.outpatient": "2.1",
        "settlement.local.chronic": "2.1",
        "settlement.local.two_diseases": "2.1",
        "settlement.local.inpatient": "2.2",
        "filing.offsite.referral": "3.1",
        "treatment_application.two_diseases": "4",
        "personal_account.spending": "5",
        "personal_account.transfer": "5",
        "benefit.ltc.application": "6.1",
        "benefit.ltc.bed": "6.2",
        "benefit.maternity.allowance": "7",
        "channel.mini_program": "8",
        "credential.code.payment": "8",
        "credential.card.management": "page",
        "settlement.local.pharmacy": "Scope",
        "treatment_application.special_drug": "Scope",
    }
    assert named_by(WEIFANG, "2023-11-30 10:00", *wanted) == wanted


def test_what_it_says_how_to_do_instead() -> None:
    """2.1 pay and settle again, 2.2 on account, 3.2 claim by hand, 6.2 care beds entered afterwards."""
    assert remedied(WEIFANG, "2023-12-03 12:00") == {
        "settlement.local.pharmacy",
        "settlement.local.outpatient",
        "settlement.local.chronic",
        "settlement.local.two_diseases",
        "settlement.local.inpatient",
        "benefit.ltc.bed",
        *(
            f"settlement.offsite.{reach}.{kind}"
            for reach in ("in_province", "cross_province")
            for kind in ("inpatient", "outpatient", "chronic", "pharmacy")
        ),
    }
