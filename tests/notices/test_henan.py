"""Henan, provincial-direct pool, November 2021: when, and what stops (parts I, II and III of the source)."""

from __future__ import annotations

import pytest

from .asking import (
    HENAN,
    answer,
    applying,
    boundary,
    effect,
    effects,
    lacking,
    named_by,
    notice,
    of_phases,
    remedied,
    states,
    untils,
    windows,
)

HALLS = ("channel.web_hall.employer", "channel.web_hall.individual")
TAX_HALL = "contribution.collection.tax_hall"
PHARMACY = "settlement.local.pharmacy"
DECEMBER = "chronic-december-medicines"


def test_the_two_windows() -> None:
    """I.1: 18 November, 18:00, the new web hall later; I.2: 21 November, 18:00, expected back on the 28th at 08:00."""
    assert windows(HENAN) == {
        "web-halls": {
            "start": boundary("2021-11-18T18:00+08:00", "stated", "2021-11-18 18:00"),
            "end": boundary(None, "open", "to be announced"),
            "clause": "I.1",
        },
        "cut-over": {
            "start": boundary("2021-11-21T18:00+08:00", "stated", "2021-11-21 18:00"),
            "end": boundary("2021-11-28T08:00+08:00", "expected", "expected 2021-11-28 08:00"),
            "clause": "I.2",
        },
    }


def test_what_happens_to_which_services() -> None:
    """I.1, I.2, II, III.1, III.2 and III.4: everything stops, the tax hall goes on."""
    assert effects(HENAN) == {
        "halls-closed": effect("web-halls", "channel.web_hall", "suspended", "I.1"),
        "everything": effect("cut-over", "all", "suspended", "I.2", resume="full"),
        "cards-and-settlement": effect("cut-over", "credential.card.payment settlement", "suspended", "I.2"),
        "listed-business": effect(
            "cut-over",
            "enrolment.registration enrolment.info_change relation_transfer filing reimbursement inquiry",
            "suspended",
            "II",
        ),
        "tax-hall": effect("cut-over", TAX_HALL, "unaffected", "III.1"),
        "outpatient-and-pharmacy": effect(
            "cut-over",
            "settlement.local.outpatient settlement.local.pharmacy credential.card.payment",
            "suspended",
            "III.2.1",
        ),
        "chronic-applications": effect(
            "cut-over", "treatment_application.chronic filing.chronic", "suspended", "III.2.2"
        ),
        "away-ordinary-outpatient": effect(
            "cut-over",
            "settlement.offsite.in_province.outpatient settlement.offsite.cross_province.outpatient",
            "suspended",
            "III.4.1.3",
        ),
    }


def test_the_text_on_chronic_disease_applications() -> None:
    """III.2.2: applications for the entitlement, and approvals of a change of the designated institution."""
    (text,) = [one["text"] for one in notice(HENAN)["effects"] if one["id"] == "chronic-applications"]
    words = (("待遇申请", "applications"), ("定点医疗机构变更审批", "change of the designated institution"))
    assert lacking(text, words) == []


@pytest.mark.parametrize(
    ("moment", "halls", "rest"),
    [
        ("2021-11-18 17:59", "upcoming", "upcoming"),
        ("2021-11-18 18:00", "down", "upcoming"),
        ("2021-11-18 18:01", "down", "upcoming"),
        ("2021-11-21 17:59", "down", "upcoming"),
        ("2021-11-21 18:00", "down", "down"),
        ("2021-11-21 18:01", "down", "down"),
        ("2021-11-25 12:00", "down", "down"),
        ("2021-11-28 07:59", "down", "down"),
        ("2021-11-28 08:00", "down", "unconfirmed"),
        ("2021-11-28 08:01", "down", "unconfirmed"),
        ("2021-12-28 07:59", "down", "unconfirmed"),
        ("2021-12-28 08:00", "down", "over"),
        ("2023-01-01 00:00", "down", "over"),
    ],
)
def test_every_service_minute_by_minute(moment: str, halls: str, rest: str) -> None:
    """I.1, I.2: web halls first and without a date of return, the rest three days later; III.1: the tax hall never."""
    found = states(HENAN, moment)
    assert found == {id: "unaffected" if id == TAX_HALL else halls if id in HALLS else rest for id in found}


@pytest.mark.parametrize(
    ("moment", "halls", "rest"),
    [
        ("2021-11-18 17:59", ("2021-11-18T18:00+08:00", "stated"), ("2021-11-21T18:00+08:00", "stated")),
        ("2021-11-18 18:00", (None, "open"), ("2021-11-21T18:00+08:00", "stated")),
        ("2021-11-21 18:00", (None, "open"), ("2021-11-28T08:00+08:00", "expected")),
        ("2021-11-28 07:59", (None, "open"), ("2021-11-28T08:00+08:00", "expected")),
        ("2021-11-28 08:00", (None, "open"), (None, "open")),
        ("2021-12-28 08:00", (None, "open"), None),
    ],
)
def test_until_when(moment: str, halls: tuple[str | None, str], rest: tuple[str | None, str] | None) -> None:
    """I.1: no date for the new web halls; I.2: the return is only expected."""
    found = untils(HENAN, moment)
    assert found == {id: None if id == TAX_HALL else halls if id in HALLS else rest for id in found}


def test_the_services_that_a_sentence_of_its_own_names() -> None:
    """Each is decided by the sentence that names it, not by "all"."""
    wanted = {
        "channel.web_hall.employer": "I.1",
        "channel.web_hall.individual": "I.1",
        "settlement.local.inpatient": "I.2",
        "enrolment.registration": "II",
        "enrolment.info_change": "II",
        "relation_transfer.in": "II",
        "relation_transfer.out": "II",
        "filing.offsite.referral": "II",
        "reimbursement.manual": "II",
        "inquiry": "II",
        TAX_HALL: "III.1",
        "settlement.local.outpatient": "III.2.1",
        PHARMACY: "III.2.1",
        "treatment_application.chronic": "III.2.2",
        "filing.chronic": "III.2.2",
        "settlement.offsite.cross_province.outpatient": "III.4.1.3",
        "benefit.maternity.allowance": "I.2",
    }
    assert named_by(HENAN, "2021-11-20 10:00", *wanted) == wanted


def test_what_it_says_how_to_do_instead() -> None:
    """III: December medicines, designated medicines, inpatients here and elsewhere, referral, tax certificates."""
    assert remedied(HENAN, "2021-11-22 09:00") == {
        "contribution.manual",
        "settlement.local.chronic",
        "settlement.local.special_drug",
        "settlement.local.inpatient",
        "settlement.offsite.in_province.inpatient",
        "settlement.offsite.in_province.chronic",
        "settlement.offsite.cross_province.inpatient",
        "settlement.offsite.cross_province.chronic",
        "filing.offsite.referral",
        "reimbursement.manual",
    }


@pytest.mark.parametrize(
    ("moment", "phases", "missed"),
    [
        ("2021-11-18 16:59", {"before"}, set()),
        ("2021-11-18 17:00", {"before"}, {DECEMBER}),
        ("2021-11-21 17:59", {"before"}, {DECEMBER}),
        ("2021-11-21 18:00", {"during"}, set()),
        ("2021-11-28 07:59", {"during"}, set()),
        ("2021-11-28 08:00", {"during", "after"}, set()),
        ("2021-12-28 08:00", {"after"}, set()),
    ],
)
def test_which_instructions_apply_when(moment: str, phases: set[str], missed: set[str]) -> None:
    """I.2: the return is only expected, so what holds during the stop is still told once it should have come.

    III.2.3: December medicines are had before 17:00 on 18 November or not at all.
    """
    assert applying(HENAN, moment) == of_phases(HENAN, *phases) - missed


def test_provincial_is_the_provincial_direct_pool() -> None:
    """ "Provincial" is 省直: somebody insured and treated in Zhengzhou, a city of the province, is told nothing."""
    assert notice(HENAN)["pools"] == ["419900"]
    found = answer(HENAN, "2021-11-22 09:00", insured_at="410100", treated_at="410100")
    assert (found["services"], found["guidance"], found["deadlines"], found["unserved"]) == ([], [], [], [])
