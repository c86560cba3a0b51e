"""The national platform, two nights of June 2024, by the headings of the source (1 to 7, as the notice counts them).

The source is an English web article that relays an announcement and adds remarks of its own.
"""

from __future__ import annotations

import pytest

from .asking import (
    NATIONAL,
    Told,
    Words,
    answer,
    applying,
    boundary,
    effect,
    effects,
    lacking,
    notice,
    of_phases,
    remedied,
    states,
    told,
    told_ids,
    untils,
    windows,
)

# 3: "all cross-provincial medical settlements, including" three kinds: the whole branch
CROSS_PROVINCE = "settlement.offsite.cross_province"
KINDS = {f"{CROSS_PROVINCE}.{kind}" for kind in ("inpatient", "outpatient", "chronic", "pharmacy")}
CODE, FAMILY = "credential.code.activation", "credential.family_account"
CHANNELS = {f"channel.national.{kind}" for kind in ("website", "app", "wechat", "alipay")}
NIGHTS = "june-7 june-10"
CONCERNED = f"handling {CROSS_PROVINCE} {CODE} {FAMILY} channel.national"


def test_the_two_windows() -> None:
    """2: 22:00 on 7 June to 1:00 on 8 June, and 22:00 to midnight on 10 June."""
    assert windows(NATIONAL) == {
        "june-7": {
            "start": boundary("2024-06-07T22:00+08:00", "stated", "2024-06-07 22:00"),
            "end": boundary("2024-06-08T01:00+08:00", "stated", "2024-06-08 01:00"),
            "clause": "2",
        },
        "june-10": {
            "start": boundary("2024-06-10T22:00+08:00", "stated", "2024-06-10 22:00"),
            "end": boundary("2024-06-11T00:00+08:00", "stated", "2024-06-10 24:00"),
            "clause": "2",
        },
    }


@pytest.mark.parametrize(
    ("id", "wanted"),
    [
        ("agency-business", effect(NIGHTS, "handling", "suspended", "2")),
        ("cross-province-settlement", effect(NIGHTS, CROSS_PROVINCE, "suspended", "3")),
        ("code-activation", effect(NIGHTS, CODE, "suspended", "3")),
        ("family-accounts", effect(NIGHTS, FAMILY, "suspended", "3")),
        (
            "national-channels",
            effect(
                NIGHTS,
                "channel.national.website channel.national.app channel.national.wechat channel.national.alipay",
                "suspended",
                "3",
            ),
        ),
    ],
)
def test_what_stops(id: str, wanted: dict[str, object]) -> None:
    """2: applications, processing, inquiries; 3: cross-province settlement, codes, family accounts, the platform."""
    assert effects(NATIONAL)[id] == wanted


def test_no_effect_but_those_of_the_source() -> None:
    wanted = ["agency-business", "cross-province-settlement", "code-activation", "family-accounts", "national-channels"]
    assert list(effects(NATIONAL)) == wanted


EFFECT_TEXTS: dict[str, tuple[Words, ...]] = {
    "agency-business": (("申请、办理、查询", "applications, processing and inquiries"), ("暂停", "stop")),
    "cross-province-settlement": (
        ("住院", "inpatient"),
        ("普通门诊", "ordinary outpatient"),
        ("门诊慢特病", "chronic or special disease"),
    ),
    "national-channels": (
        ("国家医保服务平台", "national service platform"),
        ("网站", "website"),
        ("App", "app"),
        ("微信、支付宝小程序", "WeChat and Alipay mini programs"),
    ),
}


def test_what_the_effects_say_in_words() -> None:
    found = {one["id"]: one["text"] for one in notice(NATIONAL)["effects"] if one["text"]}
    assert {id: lacking(text, EFFECT_TEXTS[id]) for id, text in found.items()} == {id: [] for id in EFFECT_TEXTS}


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ("2024-06-07 21:59", "upcoming", "2024-06-07T22:00+08:00"),
        ("2024-06-07 22:00", "down", "2024-06-08T01:00+08:00"),
        ("2024-06-07 22:01", "down", "2024-06-08T01:00+08:00"),
        ("2024-06-08 00:00", "down", "2024-06-08T01:00+08:00"),
        ("2024-06-08 00:59", "down", "2024-06-08T01:00+08:00"),
        ("2024-06-08 01:00", "upcoming", "2024-06-10T22:00+08:00"),
        ("2024-06-08 01:01", "upcoming", "2024-06-10T22:00+08:00"),
        ("2024-06-09 12:00", "upcoming", "2024-06-10T22:00+08:00"),
        ("2024-06-10 21:59", "upcoming", "2024-06-10T22:00+08:00"),
        ("2024-06-10 22:00", "down", "2024-06-11T00:00+08:00"),
        ("2024-06-10 23:59", "down", "2024-06-11T00:00+08:00"),
        ("2024-06-11 00:00", "over", None),
        ("2024-06-11 00:01", "over", None),
    ],
)
def test_every_service_minute_by_minute(moment: str, state: str, until: str | None) -> None:
    """2: both nights stop the same services; 2 and 3 name them."""
    found = states(NATIONAL, moment)
    named = {"enrolment.registration", "relation_transfer.in", "filing.offsite.referral", "reimbursement.manual"}
    named |= {"treatment_application.chronic", "inquiry", CODE, FAMILY} | CHANNELS
    named |= {f"{CROSS_PROVINCE}.{kind}" for kind in ("inpatient", "outpatient", "chronic")}
    assert named <= found.keys()
    assert found == dict.fromkeys(found, state)
    assert untils(NATIONAL, moment) == dict.fromkeys(found, until and (until, "stated"))


@pytest.mark.parametrize("moment", ["2024-06-07 22:00", "2024-06-10 23:59"])
def test_all_settlement_across_provinces_stops(moment: str) -> None:
    """3: "all cross-provincial medical settlements, including" the three kinds that it goes on to name."""
    assert states(NATIONAL, moment, CROSS_PROVINCE) == dict.fromkeys(KINDS, "down")


@pytest.mark.parametrize("moment", ["2024-06-07 21:59", "2024-06-07 22:30", "2024-06-09 12:00", "2024-06-10 23:00"])
def test_settlement_inside_a_province_is_not_mentioned(moment: str) -> None:
    """3 names settlement across provinces only; nor does any sentence name paying with the code, or local care."""
    asked = ("settlement.local", "settlement.offsite.in_province", "credential.code.payment", "credential.card.payment")
    found = states(NATIONAL, moment, *asked)
    assert "settlement.offsite.in_province.inpatient" in found
    assert found == dict.fromkeys(found, "not_mentioned")


TOLD = [
    # 4: individuals and organisations plan around the schedule
    told(
        "4, 5 | plan-ahead-insured | insured | before | plan_ahead",
        CONCERNED,
        ("避开停机时段", "around the hours of the stop"),
    ),
    told(
        "4 | plan-ahead-organisations | employer hospital pharmacy agency | before | plan_ahead",
        CONCERNED,
        ("各有关单位", "every organisation concerned"),
        ("避开停机时段", "around the hours of the stop"),
    ),
    # 3: activation of codes and binding of family accounts are postponed
    told(
        "3 | code-and-family-account-later | insured | during | suspend",
        f"{CODE} {FAMILY}",
        ("医保码激活、亲情账户绑定", "activating the medical insurance code and binding a family account"),
        ("推迟", "have to wait"),
    ),
    # 4: what was not settled directly is claimed by hand where one is insured, by its rules and procedure
    told(
        "4, 5 | claim-by-hand | insured | after | manual_claim",
        CROSS_PROVINCE,
        ("未能直接结算", "could not be settled directly"),
        ("参保地经办机构", "agency where you are insured"),
        ("规定和程序", "rules and procedure"),
        ("手工报销", "by hand"),
    ),
    told(
        "4, 5 | pay-manual-claims | agency | after | manual_claim",
        CROSS_PROVINCE,
        ("未能直接结算", "could not be settled directly"),
        ("规定和程序", "rules and procedure"),
        ("手工报销", "by hand"),
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(NATIONAL) == sentence.line
    assert lacking(sentence.text(NATIONAL), sentence.words) == []


def test_no_instruction_but_those_of_the_source() -> None:
    assert told_ids(NATIONAL) == sorted(one.id for one in TOLD)


def test_what_it_says_how_to_do_instead() -> None:
    """4: manual reimbursement, for settlement across provinces and nothing else."""
    assert remedied(NATIONAL, "2024-06-07 22:30") == KINDS


def test_no_deadline_and_no_telephone() -> None:
    """4: no time limit for a claim; 7: the link to an official site is a placeholder."""
    assert answer(NATIONAL, "2024-06-09 12:00")["deadlines"] == []
    assert notice(NATIONAL)["contacts"] == []


@pytest.mark.parametrize(
    ("moment", "phases"),
    [
        ("2024-06-07 21:59", {"before"}),
        ("2024-06-07 22:00", {"before", "during"}),
        ("2024-06-08 01:00", {"before", "after"}),
        ("2024-06-10 22:00", {"during", "after"}),
        ("2024-06-11 00:00", {"after"}),
    ],
)
def test_which_instructions_apply_when(moment: str, phases: set[str]) -> None:
    """2: while one night is under way or behind, the other may lie ahead."""
    assert applying(NATIONAL, moment) == of_phases(NATIONAL, *phases)


def test_whose_notice_it_is() -> None:
    """1: the national platform; neither an authority nor a date of publication is named."""
    found = notice(NATIONAL)
    assert [found[key] for key in ("pools", "issuer", "published", "status")] == [["100000"], None, None, "confirmed"]


def test_where_it_comes_from() -> None:
    (source,) = notice(NATIONAL)["sources"]
    keys = ("id", "language", "origin", "file", "url", "title")
    title = "National Health Insurance System Scheduled for Upgrade in June 2024"
    assert tuple(source[key] for key in keys) == (
        "announcement",
        "en",
        "given",
        "000_f51aa78ade8fd3fa.txt",
        None,
        title,
    )


NOTES: dict[str, tuple[str, tuple[Words, ...]]] = {
    "not-named-local-settlement": (
        "3",
        (("未提及", "does not name"), ("当地公告", "announcement of the place itself")),
    ),
    "procedures-not-listed": ("2", (("申请、办理、查询", "applications, processing and inquiries"),)),
    "between-the-windows": ("1, 2", (("6月7日至10日", "7 and 10 June"), ("全面停机", "complete stops"))),
    "why": ("1, 5", (("稳定性", "steadier"), ("夜间", "nights"), ("长假", "long holiday"))),
    "payment-not-stated": ("4", (("先行垫付", "pays"), ("材料", "papers"), ("期限", "by when"))),
    "issuer-not-named": ("1", (("国家政府", "national government"), ("未写明", "names no authority"))),
    "publication-not-stated": ("whole text", (("未注明", "does not state"), ("发布日期", "published"))),
    "no-contact": ("7", (("没有给出咨询电话", "no telephone number"), ("占位文字", "placeholder"))),
    "remarks-of-the-article": (
        "6, 7",
        (
            ("文章评论", "remark of the article"),
            ("急需", "urgently"),
            ("手工报销可能较慢", "claims by hand may be slow"),
        ),
    ),
    "remarks-on-delay-and-security": (
        "6, 7",
        (("文章评论", "remark of the article"), ("比预计的长", "longer than expected"), ("隐私", "privacy")),
    ),
    "remarks-on-gains": ("7", (("文章评论", "remark of the article"), ("新功能", "new functions"))),
}


@pytest.mark.parametrize("id", NOTES)
def test_what_the_source_leaves_open_or_remarks(id: str) -> None:
    found = {one["id"]: one for one in notice(NATIONAL)["notes"]}
    clause, words = NOTES[id]
    assert (found[id]["clause"], lacking(found[id]["text"], words)) == (clause, [])
