"""The tree of services: what an id stands for, what it needs, and what real announcements call it."""

from __future__ import annotations

import re

import pytest

from outageplan.catalog.pools import NATION
from outageplan.catalog.services import PLACES, lineage, services
from outageplan.catalog.vocabulary import roles
from outageplan.errors import UnknownNameError
from outageplan.notice.library import packaged_notices
from outageplan.wording import Text

OFFSITE = ("inpatient", "outpatient", "chronic", "pharmacy")
LOCAL = ("outpatient", "chronic", "two_diseases", "special_drug", "inpatient", "pharmacy", "maternity")

# Ids and words of the domain notes ("Services").
DOMAIN = """
enrolment.registration 参保登记|enrolment.info_change 信息变更
enrolment.staff_change 增减员 人员异动|enrolment.base 基数申报
contribution.assessment 缴费核定 核定单 征集计划|contribution.collection 征缴 征收 缴费
contribution.collection.employee|contribution.collection.resident|contribution.collection.flexible
contribution.collection.tax_hall|relation_transfer 转移接续|relation_transfer.in 转入|relation_transfer.out 转出
personal_account 个人账户|personal_account.allocation 划拨|personal_account.spending 刷个账
personal_account.offsite 一卡通行|personal_account.withdrawal
credential.card 社保卡 医保卡|credential.card.payment 刷卡|credential.code 医保码 电子凭证
credential.code.activation|credential.code.payment 扫码|credential.family_account 亲情账户
settlement 实时结算 联网结算|settlement.local.outpatient 门诊|settlement.local.chronic 慢特病 门特 特门 门诊大病
settlement.local.two_diseases 两病|settlement.local.special_drug 特药 谈判药 单行支付 双渠道
settlement.local.inpatient 住院 入院登记 出院结算|settlement.local.pharmacy 购药 药店|settlement.local.maternity 生育
settlement.mobile_payment 移动支付 诊间支付|settlement.internet 互联网+
settlement.offsite 异地就医|settlement.offsite.in_province 省内异地|settlement.offsite.cross_province 跨省
filing 备案|filing.offsite|filing.offsite.referral 转外 转诊|filing.chronic|treatment_application 待遇认定
treatment_application.chronic|treatment_application.two_diseases|treatment_application.special_drug
benefit.ltc 长护 长期护理|benefit.medical_aid 医疗救助|benefit.maternity 生育待遇
reimbursement.manual 手工报销 零星报销 零报|channel.window 窗口 经办大厅|channel.web_hall 网厅
channel.web_hall.employer|channel.web_hall.individual|channel.app 掌办|channel.mini_program 小程序
channel.national.website|channel.national.app|channel.national.wechat|channel.national.alipay|channel.kiosk
inquiry 查询|certificate 参保凭证|provider.settlement_list 结算清单|provider.claims 申报审核|provider.registration
procurement 招采|procurement.drug|procurement.consumables|price.tender 挂网
"""
WORDS = {entry.split()[0]: entry.split()[1:] for line in DOMAIN.strip().split("\n") for entry in line.split("|")}
WORDS |= {f"settlement.offsite.{scope}.{kind}": [] for scope in ("in_province", "cross_province") for kind in OFFSITE}


def leaves(id: str) -> list[str]:
    return [service.id for service in services().leaves_of(id)]


@pytest.mark.parametrize("id", WORDS)
def test_the_services_that_announcements_name(id: str) -> None:
    assert services().by_id(id).id == services().find(id).id == id
    assert {word: services().find(word).id for word in WORDS[id]} == dict.fromkeys(WORDS[id], id)


def test_family_sharing_is_not_the_family_account() -> None:
    """家庭共济 lets relatives spend an account; 亲情账户 shows a relative's code. They are easily mixed up."""
    with pytest.raises(UnknownNameError):
        services().find("家庭共济")


def test_every_synonym_finds_one_service() -> None:
    for service in services().values():
        for word in service.words():
            assert services().find(word) is service, word


@pytest.mark.parametrize(
    ("former", "current"),
    [
        ("all.agency", "handling"),
        ("filing.referral", "filing.offsite.referral"),
        ("benefit.maternity_allowance", "benefit.maternity.allowance"),
        ("contribution.collection.employer", "contribution.collection.employee"),
        ("contribution.collection.individual", "contribution.collection.flexible"),
        ("channel.web_employer", "channel.web_hall.employer"),
        ("channel.web_person", "channel.web_hall.individual"),
    ],
)
def test_former_ids_keep_working(former: str, current: str) -> None:
    assert services().by_id(former).id == services().find(former).id == current
    assert former not in services()


def test_every_branch_and_leaf_stands_below_one_that_is_there() -> None:
    for id in services():
        assert set(lineage(id)) <= set(services()), id
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", id), id


def test_every_leaf_has_needs_and_roles() -> None:
    assert len(services().leaves) == len({leaf.id for leaf in services().leaves}) > 60
    for leaf in services().leaves:
        assert leaf.needs, leaf.id
        assert set(leaf.needs) <= set(PLACES), leaf.id
        assert leaf.roles, leaf.id
        assert set(leaf.roles) <= set(roles()), leaf.id
        assert len(set(leaf.needs)) == len(leaf.needs), leaf.id
        assert len(set(leaf.roles)) == len(leaf.roles), leaf.id


@pytest.mark.parametrize(
    ("id", "needs", "used_by"),
    [
        ("settlement.local.pharmacy", ("insured_at", "treated_at"), ("insured", "pharmacy")),
        ("settlement.local.inpatient", ("insured_at", "treated_at"), ("insured", "hospital")),
        (
            "settlement.offsite.in_province.inpatient",
            ("insured_at", "treated_at", "province"),
            ("insured", "hospital"),
        ),
        (
            "settlement.offsite.cross_province.pharmacy",
            ("insured_at", "treated_at", "national"),
            ("insured", "pharmacy"),
        ),
        ("filing.offsite.referral", ("insured_at",), ("insured", "agency", "hospital")),
        ("provider.settlement_list", ("treated_at",), ("hospital",)),
        ("channel.national.app", ("national",), ("insured",)),
        ("enrolment.staff_change", ("insured_at",), ("insured", "employer", "agency")),
    ],
)
def test_needs_and_roles_are_handed_down(id: str, needs: tuple[str, ...], used_by: tuple[str, ...]) -> None:
    assert (services()[id].needs, services()[id].roles) == (needs, used_by)


@pytest.mark.parametrize(
    ("id", "found"),
    [
        pytest.param("settlement.local.pharmacy", ["settlement.local.pharmacy"], id="leaf"),
        pytest.param("settlement.local", [f"settlement.local.{kind}" for kind in LOCAL], id="branch"),
        pytest.param(
            "settlement.offsite",
            [f"settlement.offsite.{scope}.{kind}" for scope in ("in_province", "cross_province") for kind in OFFSITE],
            id="branch-of-branches",
        ),
        pytest.param("certificate", ["certificate"], id="root-that-is-a-leaf"),
    ],
)
def test_leaves_of(id: str, found: list[str]) -> None:
    assert sorted(leaves(id)) == sorted(found)
    order = list(services())
    assert leaves(id) == sorted(leaves(id), key=order.index)


def test_a_group_stands_for_the_branches_that_it_names() -> None:
    handling = services()["handling"]
    assert leaves("handling") == list(dict.fromkeys(leaf for member in handling.members for leaf in leaves(member)))
    assert {"enrolment.base", "contribution.refund", "reimbursement.manual"} <= set(leaves("handling"))
    assert not any(leaf.startswith(("settlement.", "channel.")) for leaf in leaves("handling"))
    assert "contribution.collection.tax_hall" not in leaves("handling")


def test_all_stands_for_everything_that_medical_insurance_runs() -> None:
    """All but the card as such: its issue, electronic form and banking belong to social security."""
    rest = {leaf.id for leaf in services().leaves} - set(leaves("all"))
    assert rest == {"credential.card.management", "credential.card.electronic", "credential.card.banking"}
    assert len(leaves("all")) == len(set(leaves("all")))


@pytest.mark.parametrize("id", list(services()))
def test_covers_says_the_same_as_leaves_of(id: str) -> None:
    covered = [leaf.id for leaf in services().leaves if services().covers(id, leaf.id)]
    assert sorted(covered) == sorted(leaves(id)) != []


@pytest.mark.parametrize(
    ("id", "leaf", "covered"),
    [
        ("settlement", "settlement.local.pharmacy", True),
        ("settlement.local", "settlement.offsite.in_province.pharmacy", False),
        ("settlement.local.pharmacy", "settlement.local.pharmacy", True),
        ("settlement.local.pharmacy", "settlement.local.inpatient", False),
        ("benefit.maternity", "settlement.local.maternity", False),
        ("handling", "enrolment.base", True),
        ("handling", "settlement.local.pharmacy", False),
        ("all", "price.tender", True),
        ("settlement", "settlement.local", False),
        ("settlement", "no.such.leaf", False),
    ],
)
def test_covers(id: str, leaf: str, covered: bool) -> None:
    assert services().covers(id, leaf) is covered


@pytest.mark.parametrize(
    ("id", "depth"),
    [("all", 0), ("handling", 1), ("settlement", 2), ("settlement.local", 3), ("settlement.local.pharmacy", 4)],
)
def test_depth(id: str, depth: int) -> None:
    """The deeper of two ids is the more specific."""
    assert services().depth(id) == depth


def test_whatever_covers_a_leaf_is_not_deeper_than_it() -> None:
    for id in services():
        assert all(services().depth(id) < services().depth(leaf) for leaf in leaves(id) if leaf != id), id


@pytest.mark.parametrize(
    ("id", "branch"),
    [("settlement.local.pharmacy", "settlement.local"), ("settlement.local", "settlement"), ("inquiry", "inquiry")],
)
def test_the_branch_that_an_id_is_listed_under(id: str, branch: str) -> None:
    assert services()[id].branch == branch


def test_lineage() -> None:
    assert lineage("a.b.c") == ["a.b.c", "a.b", "a"]
    assert lineage("a") == ["a"]


@pytest.mark.parametrize(
    ("given", "summed"),
    [
        ([], []),
        (["settlement.local.pharmacy"], ["settlement.local.pharmacy"]),
        (leaves("settlement.local"), ["settlement.local"]),
        (leaves("settlement.local")[1:], leaves("settlement.local")[1:]),
        (["certificate", *reversed(leaves("filing"))], ["filing", "certificate"]),
        (leaves("settlement"), ["settlement"]),
    ],
    ids=["nothing", "leaf", "whole-branch", "all-but-one", "order-of-the-file", "root"],
)
def test_leaves_are_summed_up(given: list[str], summed: list[str]) -> None:
    assert [service.id for service in services().summed_up(given)] == summed


@pytest.mark.parametrize("id", [id for id in services() if not services()[id].members])
def test_what_is_summed_up_stands_for_the_same_leaves(id: str) -> None:
    found = [leaf for service in services().summed_up(leaves(id)) for leaf in leaves(service.id)]
    assert sorted(found) == sorted(leaves(id))


def test_every_service_in_the_packaged_notices_is_a_current_id() -> None:
    """Read from their text, so that a former id is seen too."""
    named: set[str] = set()
    for path in packaged_notices().glob("*.yaml"):
        for listed in re.findall(r"services:\s*\[([^\]]*)\]", path.read_text(encoding="utf-8")):
            named |= {id.strip() for id in listed.split(",")}
    assert len(named) > 20
    assert named - set(services()) == set()


def test_an_unknown_service_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        services().find("settlement.local.farmacy")
    zh, en = str(caught.value.message.zh), str(caught.value.message.en)
    assert zh.startswith(
        "没有名为“settlement.local.farmacy”的业务；您要找的是不是 settlement.local.pharmacy（定点药店购药结算）"
    )
    assert en.startswith(
        "there is no service called `settlement.local.farmacy`; did you mean `settlement.local.pharmacy`"
    )


def test_the_kind_of_the_catalog() -> None:
    assert services().kind == Text("业务", "service")
    assert NATION not in services()
