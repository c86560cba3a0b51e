"""Beijing, 31 May 2025: two stretches with different services. Known by the facts of a news report, found elsewhere."""

from __future__ import annotations

import pytest

from .asking import (
    BEIJING,
    Told,
    Words,
    answer,
    applying,
    boundary,
    effect,
    effects,
    guidance,
    lacking,
    notice,
    states,
    told,
    told_ids,
    untils,
    windows,
)

OUTPATIENT, PHARMACY = "settlement.local.outpatient", "settlement.local.pharmacy"
INPATIENT, OFFSITE = "settlement.local.inpatient", "settlement.offsite"
OFFSITE_INPATIENT = "settlement.offsite.in_province.inpatient settlement.offsite.cross_province.inpatient"
FROM_THREE = {OUTPATIENT, PHARMACY}
FROM_TWO = {
    INPATIENT,
    *(
        f"settlement.offsite.{reach}.{kind}"
        for reach in ("in_province", "cross_province")
        for kind in ("inpatient", "outpatient", "chronic", "pharmacy")
    ),
    "settlement.mobile_payment",
    "personal_account.spending_online",
    "filing.offsite.referral",
    "filing.offsite.residence",
    "filing.offsite.temporary",
    "treatment_application.chronic",
    "enrolment.newborn",
    "enrolment.info_change",
}


def test_the_two_windows() -> None:
    """5月31日凌晨2至4时, and 3至4时 for outpatient care and pharmacies."""
    end = boundary("2025-05-31T04:00+08:00", "stated", "2025-05-31 04:00")
    assert windows(BEIJING) == {
        "two-to-four": {
            "start": boundary("2025-05-31T02:00+08:00", "stated", "2025-05-31 02:00"),
            "end": end,
            "clause": "report",
        },
        "three-to-four": {
            "start": boundary("2025-05-31T03:00+08:00", "stated", "2025-05-31 03:00"),
            "end": end,
            "clause": "report",
        },
    }


def test_what_stops_in_which_window() -> None:
    """Outpatient care and pharmacies for one hour, the rest for two."""

    def stops(window: str, services: str) -> dict[str, object]:
        return effect(window, services, "suspended", "report")

    assert effects(BEIJING) == {
        "outpatient": stops("three-to-four", OUTPATIENT),
        "pharmacies": stops("three-to-four", PHARMACY),
        "inpatient": stops("two-to-four", INPATIENT),
        "off-site": stops("two-to-four", OFFSITE),
        "mobile-payment": stops("two-to-four", "settlement.mobile_payment"),
        "online-purchases": stops("two-to-four", "personal_account.spending_online"),
        "off-site-filing": stops("two-to-four", "filing.offsite"),
        "special-disease-approval": stops("two-to-four", "treatment_application.chronic"),
        "newborns": stops("two-to-four", "enrolment.newborn"),
        "identity-details": stops("two-to-four", "enrolment.info_change"),
    }


def test_what_the_effects_say_in_words() -> None:
    """异地特病审批 and 身份证信息修改 are narrower than the services they stand under."""
    wanted: dict[str, tuple[Words, ...]] = {
        "special-disease-approval": (("异地特病审批", "approval of special diseases for off-site care"),),
        "identity-details": (("身份证信息修改", "correction of identity card details"),),
    }
    found = {one["id"]: one["text"] for one in notice(BEIJING)["effects"] if one["text"]}
    assert {id: lacking(text, wanted[id]) for id, text in found.items()} == {id: [] for id in wanted}


@pytest.mark.parametrize(
    ("moment", "from_two", "from_three"),
    [
        ("2025-05-31 01:59", "upcoming", "upcoming"),
        ("2025-05-31 02:00", "down", "upcoming"),
        ("2025-05-31 02:01", "down", "upcoming"),
        ("2025-05-31 02:59", "down", "upcoming"),
        ("2025-05-31 03:00", "down", "down"),
        ("2025-05-31 03:01", "down", "down"),
        ("2025-05-31 03:59", "down", "down"),
        ("2025-05-31 04:00", "over", "over"),
        ("2025-05-31 04:01", "over", "over"),
    ],
)
def test_every_service_minute_by_minute(moment: str, from_two: str, from_three: str) -> None:
    wanted = dict.fromkeys(FROM_TWO, from_two) | dict.fromkeys(FROM_THREE, from_three)
    assert states(BEIJING, moment) == wanted


@pytest.mark.parametrize(
    ("moment", "from_two", "from_three"),
    [
        ("2025-05-31 01:59", "2025-05-31T02:00+08:00", "2025-05-31T03:00+08:00"),
        ("2025-05-31 02:00", "2025-05-31T04:00+08:00", "2025-05-31T03:00+08:00"),
        ("2025-05-31 03:00", "2025-05-31T04:00+08:00", "2025-05-31T04:00+08:00"),
        ("2025-05-31 04:00", None, None),
    ],
)
def test_until_when(moment: str, from_two: str | None, from_three: str | None) -> None:
    wanted = dict.fromkeys(FROM_TWO, from_two) | dict.fromkeys(FROM_THREE, from_three)
    assert untils(BEIJING, moment) == {id: at and (at, "stated") for id, at in wanted.items()}


def test_what_the_report_does_not_name() -> None:
    """Neither chronic diseases nor designated medicines inside Beijing, nor inquiries."""
    asked = ("settlement.local.chronic", "settlement.local.special_drug", "inquiry", "enrolment.registration")
    assert states(BEIJING, "2025-05-31 03:30", *asked) == dict.fromkeys(asked, "not_mentioned")


TOLD = [
    # During: keep the receipts of local bills
    told(
        "report | keep-receipts-outpatient | insured | during | keep_receipts",
        f"{OUTPATIENT} {PHARMACY}",
        ("先自费", "yourself first"),
        ("保留好票据", "keep the receipts"),
    ),
    told(
        "report | keep-receipts-inpatient | insured | during | keep_receipts",
        INPATIENT,
        ("先自费", "yourself first"),
        ("保留好票据", "keep the receipts"),
    ),
    # After: local bills are refunded and settled again, or claimed
    told(
        "report | settle-again | insured | after | resettle_at_provider",
        f"{OUTPATIENT} {PHARMACY} {INPATIENT}",
        ("退费后重新结算", "refunded, then settled with insurance"),
        ("手工报销", "claimed by hand"),
        when={"insured": "here"},
    ),
    told(
        "report | claim-by-hand | insured | after | manual_claim",
        f"{OUTPATIENT} {PHARMACY} {INPATIENT} reimbursement.manual",
        ("手工报销", "claimed by hand"),
        ("票据", "receipts"),
        ("重新结算", "settled again"),
        when={"insured": "here"},
    ),
    # After: off-site bills are claimed at home; hospitals settle off-site stays afterwards
    told(
        "report | claim-off-site-where-insured | insured | after | manual_claim",
        OFFSITE,
        ("未能直接结算", "could not be settled directly"),
        ("回参保地手工报销", "in the place where you are insured"),
    ),
    told(
        "report | backfill-off-site-inpatients | hospital | after | backfill_settlement",
        OFFSITE_INPATIENT,
        ("异地就医住院患者", "off-site inpatients"),
        ("补办结算", "afterwards"),
        when={"patient": ["inpatient"]},
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_the_report_tells(sentence: Told) -> None:
    assert sentence.found(BEIJING) == sentence.line
    assert lacking(sentence.text(BEIJING), sentence.words) == []


def test_no_instruction_but_those_of_the_report() -> None:
    assert told_ids(BEIJING) == sorted(one.id for one in TOLD)


@pytest.mark.parametrize(
    ("moment", "ids"),
    [
        ("2025-05-31 01:59", set()),
        ("2025-05-31 02:00", {"keep-receipts-inpatient"}),
        ("2025-05-31 03:00", {"keep-receipts-inpatient", "keep-receipts-outpatient"}),
        ("2025-05-31 04:00", {one.id for one in TOLD if one.line["phase"] == "after"}),
    ],
)
def test_which_instructions_apply_when(moment: str, ids: set[str]) -> None:
    """Receipts of outpatient bills from 3 o'clock, of stays from 2."""
    assert applying(BEIJING, moment) == ids


def test_a_visitor_claims_at_home_and_does_not_settle_again() -> None:
    """Local bills are re-run or claimed; visitors claim where they are insured."""
    found = guidance(BEIJING, "2025-06-01", role="insured", insured_at="370700", treated_at="110000")
    assert {line["id"] for line in found if line["phase"] == "after"} == {"claim-off-site-where-insured"}


def test_for_what_it_says_nothing() -> None:
    """Mobile payment, online purchases, filings, approvals, newborns, identity details: no way is told."""
    assert answer(BEIJING, "2025-05-31 03:30")["unserved"] == [
        "enrolment.newborn",
        "enrolment.info_change",
        "personal_account.spending_online",
        "settlement.mobile_payment",
        "filing.offsite.referral",
        "filing.offsite.residence",
        "filing.offsite.temporary",
        "treatment_application.chronic",
    ]


def test_no_deadline_and_no_telephone() -> None:
    assert answer(BEIJING, "2025-06-01")["deadlines"] == []
    assert notice(BEIJING)["contacts"] == []


def test_whose_notice_it_is() -> None:
    """The report of 28 May 2025 is dated, its issuer is not on hand."""
    found = notice(BEIJING)
    keys = ("pools", "issuer", "published", "status")
    assert [found[key] for key in keys] == [["110000"], None, "2025-05-28", "confirmed"]


def test_where_it_comes_from() -> None:
    """The only source was found elsewhere."""
    (source,) = notice(BEIJING)["sources"]
    assert {key: source[key] for key in ("id", "language", "origin", "file", "url", "title")} == {
        "id": "report",
        "language": "zh",
        "origin": "found_elsewhere",
        "file": None,
        "url": "https://beijing.qianlong.com/2025/0528/8495786.shtml",
        "title": "北京医保信息系统31日凌晨维护:暂停实时结算等业务",
    }


NOTES: dict[str, tuple[Words, ...]] = {
    "facts-of-a-report": (("新闻报道", "news report"), ("没有公告原文", "not on hand"), ("未掌握", "not known")),
    "off-site-inpatients-two-ways": (("异地住院", "off-site stay"), ("未说明", "do not say")),
    "no-deadline": (("期限", "time limit"), ("咨询电话", "telephone number")),
    "behind-maintenance-31st": (("31日凌晨", "31st"), ("不能确定", "not certainly")),
}


@pytest.mark.parametrize("id", NOTES)
def test_what_the_report_leaves_open(id: str) -> None:
    found = {one["id"]: one["text"] for one in notice(BEIJING)["notes"]}
    assert lacking(found[id], NOTES[id]) == []
