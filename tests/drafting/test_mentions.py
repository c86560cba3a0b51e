"""Services by the words of an announcement."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.services import services
from outageplan.drafting import mentions
from outageplan.drafting.mentions import _words, find_mentions

WORDS = Path(mentions.__file__).with_name("service_words.yaml")
IN, CROSS = "settlement.offsite.in_province", "settlement.offsite.cross_province"


def ids(text: str) -> list[str]:
    return [id for mention in find_mentions(text) for id in mention.ids]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("参保登记、增减员、缴费核定", ["enrolment.registration", "enrolment.staff_change", "contribution.assessment"]),
        ("参保人员、参保单位", []),  # 参保 inside is no enrolment
        ("省内、跨省异地就医直接结算", ["settlement.offsite"]),  # both branches
        ("省内和跨省异地就医备案", ["filing.offsite"]),
        ("外省参保人员的医保结算", [CROSS]),  # whose settlement it is
        (
            "就医购药类(门诊、住院)",
            ["settlement.local.outpatient", "settlement.local.inpatient"],
        ),  # what it stands for
        ("医院、药店的医保结算", ["settlement"]),
        ("停止办理结算", ["settlement"]),
        ("个人账户5月份的划拨", ["personal_account.allocation"] * 2),
        ("社会保险费(含医保费)申报缴纳", ["contribution.collection"]),
        ("失业保险业务经办", []),  # of another insurance
        ("异地就医备案", ["filing.offsite"]),  # the longest word, not 异地就医
        ("跨省异地就医住院、普通门诊直接结算", [f"{CROSS}.inpatient", f"{CROSS}.outpatient"]),
        ("住院费用、门诊费用跨省直接结算", [f"{CROSS}.inpatient", f"{CROSS}.outpatient"]),
        ("异地住院结算", [f"{IN}.inpatient", f"{CROSS}.inpatient"]),
        ("异地就医、门诊、住院", ["settlement.offsite", "settlement.local.outpatient", "settlement.local.inpatient"]),
        ("门诊、住院费用直接结算", ["settlement.local.outpatient", "settlement.local.inpatient"]),
        ("门诊慢特病、“两病”申报", ["treatment_application.chronic", "treatment_application.two_diseases"]),
        ("门诊慢特病备案", ["filing.chronic"]),
        ("定点医院、定点药店刷卡结算", ["credential.card.payment", "settlement"]),
        ("社保卡挂失", ["credential.card.management"]),
        (
            "国家医保服务平台网站、App和小程序",
            ["channel.national.app", "channel.national.website", "channel.national.wechat", "channel.national.alipay"],
        ),
        ("所有医保业务", ["all"]),
        ("各项医保经办业务", ["handling"]),
        ("本地及异地医保结算", ["settlement.local", "settlement.offsite"]),
        ("“某市医保”公众号暂停，公众号“某市医保”将通知", ["channel.official_account"]),
        ("off-site filing and the web hall", ["filing.offsite", "channel.web_hall"]),
        ("持医保卡看病", ["credential.card.payment"]),
        ("社保卡、医保码支付", ["credential.card.payment", "credential.code.payment"]),
        ("医保卡暂停使用", ["credential.card.payment"]),
        ("医保卡补换业务", ["credential.card"]),  # not paying with it
        ("医保电子凭证激活", ["credential.code.activation"]),
        (
            "灵活就业人员和城乡居民医疗保险缴费",
            ["contribution.collection.flexible", "contribution.collection.resident"],
        ),
        ("用人单位医疗保险费用征缴", ["contribution.collection.employee"]),
        ("单位网厅、缴费", ["channel.web_hall.employer", "contribution.collection"]),  # the hall, not who pays
        (
            "灵活就业人员不能在窗口、网厅缴费",
            ["channel.window", "channel.web_hall", "contribution.collection.flexible"],
        ),
        ("城乡居民养老保险各项业务", []),  # not of medical insurance
        ("养老保险、医疗保险各项业务", ["all"]),
        ("定点医疗机构的新增、信息变更", ["provider.registration"]),
        ("定点医院、参保信息变更", ["enrolment.info_change"]),
        ("便民服务终端、医保柜面", ["channel.kiosk", "channel.window"]),
        ("registering, counterparts, settlements", []),  # words inside other words
    ],
)
def test_services_by_their_words(text: str, named: list[str]) -> None:
    assert ids(text) == named


def test_all_words_are_of_services_that_exist() -> None:
    for word, found in _words().items():
        assert all(id in services() for id in found), word


def test_some_synonym_of_every_service_can_be_found() -> None:
    found = {service.id for service in services().values() if any(ids(word) for word in service.synonyms)}
    assert found == {service.id for service in services().values() if service.synonyms}


@given(st.text(alphabet="医保门诊住院结算异地跨省备案、和及，。 abc", max_size=60))
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find_mentions(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_a_bill_that_is_paid_back_is_no_contribution() -> None:
    paid_back = find_mentions("停机结束后,持票据回原药店退费重结。")
    assert all("contribution.refund" not in one.ids for one in paid_back)
    refunds = find_mentions("暂停办理缴费核定、退费。")
    assert any("contribution.refund" in one.ids for one in refunds)


def test_each_list_of_words_has_a_key_of_its_own_and_each_word_one_list() -> None:
    node = yaml.compose(WORDS.read_text(encoding="utf-8"))
    assert node is not None
    lists = node.value
    words = [
        word.value for key, listed in lists for word in listed.value if key.value not in ("nothing", "not-in-prose")
    ]
    assert [key for key, count in Counter(key.value for key, _ in lists).items() if count > 1] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []
