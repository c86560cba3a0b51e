"""Whole plans on the real notices that ship with the package, at the moments that matter in them."""

from __future__ import annotations

from collections import Counter

import pytest

import outageplan
from outageplan.catalog.services import services
from outageplan.engine.plan import Plan
from outageplan.notice.library import Library

from .building import BEIJING, CROSS_PROVINCE, HENAN_DIRECT, IN_PROVINCE, JINAN, PHARMACY, WEIFANG, ZHENGZHOU, at, until

HENAN, WEIFANG_NOTICE, NATIONAL = "henan-2021-11", "weifang-2023-12", "national-2024-06"
EMPLOYER_HALL = "channel.web_hall.employer"
TAX_HALL = "contribution.collection.tax_hall"
REFERRAL = "filing.offsite.referral"


@pytest.fixture(scope="module")
def library() -> Library:
    found = outageplan.load()
    assert found.findings == ()
    return found


def states(found: Plan) -> dict[str, str]:
    return {line.service.id: line.state.value for line in found.services}


def untils(found: Plan) -> dict[str, str | None]:
    return {line.service.id: until(line) for line in found.services}


# --- Henan, provincial-direct, November 2021 --------------------------------------------------------------------------


def henan(library: Library, moment: str, *asked: str, role: str | None = None, treated_at: str | None = None) -> Plan:
    """The plan of somebody insured in the provincial-direct pool of Henan, by that notice alone."""
    return outageplan.plan(
        library.notices,
        at=moment,
        insured_at=HENAN_DIRECT,
        treated_at=treated_at,
        role=role,
        services=asked,
        ids=[HENAN],
    )


@pytest.mark.parametrize(
    ("moment", "hall", "pharmacy", "tax"),
    [
        ("2021-11-18 17:59", "upcoming", "upcoming", "unaffected"),
        ("2021-11-18 18:00", "down", "upcoming", "unaffected"),
        ("2021-11-21 17:59", "down", "upcoming", "unaffected"),
        ("2021-11-21 18:00", "down", "down", "unaffected"),
        ("2021-11-28 07:59", "down", "down", "unaffected"),
        ("2021-11-28 08:00", "down", "unconfirmed", "unaffected"),
        ("2021-12-28 07:59", "down", "unconfirmed", "unaffected"),
        ("2021-12-28 08:00", "down", "over", "unaffected"),
    ],
)
def test_henan_minute_by_minute(library: Library, moment: str, hall: str, pharmacy: str, tax: str) -> None:
    found = henan(library, moment, EMPLOYER_HALL, PHARMACY, TAX_HALL)
    assert states(found) == {EMPLOYER_HALL: hall, PHARMACY: pharmacy, TAX_HALL: tax}


@pytest.mark.parametrize(
    ("moment", "hall", "pharmacy"),
    [
        ("2021-11-18 17:59", "2021-11-18 18:00", "2021-11-21 18:00"),
        ("2021-11-18 18:00", "to be announced", "2021-11-21 18:00"),
        ("2021-11-21 18:00", "to be announced", "expected 2021-11-28 08:00"),
        ("2021-11-28 08:00", "to be announced", "to be announced"),
        ("2021-12-28 08:00", "to be announced", None),
    ],
)
def test_until_when_in_henan(library: Library, moment: str, hall: str, pharmacy: str | None) -> None:
    assert untils(henan(library, moment, EMPLOYER_HALL, PHARMACY)) == {EMPLOYER_HALL: hall, PHARMACY: pharmacy}


def test_during_the_full_stop_everything_of_medical_insurance_but_the_tax_hall_is_down(library: Library) -> None:
    found = states(henan(library, "2021-11-22 09:00"))
    assert Counter(found.values()).keys() == {"down", "unaffected"}
    assert [id for id, state in found.items() if state == "unaffected"] == [TAX_HALL]


def test_the_presumed_return_says_that_it_is_presumed(library: Library) -> None:
    (line,) = henan(library, "2021-12-28 08:00", PHARMACY).services
    assert "presumed-kept" in [reason.rule for reason in line.because]


@pytest.mark.parametrize("moment", ["2021-11-18 18:00", "2021-11-22 09:00", "2021-12-01 09:00"])
def test_who_is_insured_in_zhengzhou_gets_nothing_from_henan_s_notice(library: Library, moment: str) -> None:
    selected = outageplan.plan(library.notices, at=moment, insured_at=ZHENGZHOU)
    assert HENAN not in [one.notice.id for one in selected.notices]
    asked = outageplan.plan(library.notices, at=moment, insured_at=ZHENGZHOU, ids=[HENAN])
    assert (asked.services, asked.guidance, asked.unserved) == ((), (), ())


@pytest.mark.parametrize("phase", ["before", "during", "after"])
def test_late_filing_in_henan_is_due_seven_working_days_after_the_expected_sunday(library: Library, phase: str) -> None:
    moment = {"before": "2021-11-20 09:00", "during": "2021-11-25 09:00", "after": "2021-12-01 09:00"}[phase]
    found = henan(library, moment, REFERRAL, role="insured", treated_at=BEIJING)
    filing = next(line for line in found.guidance if line.id == "file-after-referral")
    assert filing.due is not None
    assert (filing.due.kind, filing.due.at) == ("provisional", at("2021-12-08 00:00"))
    assert filing.due.text()["en"] == "provisionally 2021-12-07 (Tue), close of business (24:00 at the latest)"
    assert filing.current is (phase == "after")


@pytest.mark.parametrize(("known_at", "known"), [("2021-11-16 23:59", False), ("2021-11-17 00:00", True)])
def test_henan_before_and_after_it_was_published(library: Library, known_at: str, known: bool) -> None:
    found = outageplan.plan(library.notices, at="2021-11-22", known_at=known_at, insured_at=HENAN_DIRECT)
    assert (HENAN in [one.notice.id for one in found.notices]) is known


# --- Weifang, December 2023 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2023-12-01 17:59", "upcoming"),
        ("2023-12-01 18:00", "down"),
        ("2023-12-05 08:29", "down"),
        ("2023-12-05 08:30", "over"),
    ],
)
def test_a_patient_from_beijing_in_weifang(library: Library, moment: str, state: str) -> None:
    found = outageplan.plan(
        library.notices,
        at=moment,
        insured_at=BEIJING,
        treated_at=WEIFANG,
        services=[CROSS_PROVINCE],
        ids=[WEIFANG_NOTICE],
    )
    (line,) = found.services
    assert line.state == state
    ends = [reason.text["en"] for reason in line.because if reason.rule == "both-ends"]
    assert ends == ["it concerns the pool of treatment: Weifang (370700)"]


def test_who_is_insured_in_beijing_keeps_their_own_agency(library: Library) -> None:
    found = outageplan.plan(
        library.notices,
        at="2023-12-03",
        insured_at=BEIJING,
        treated_at=WEIFANG,
        services=["inquiry"],
        ids=[WEIFANG_NOTICE],
    )
    assert states(found) == {"inquiry": "not_mentioned"}


def test_weifang_s_exceptions(library: Library) -> None:
    wanted = {
        "relation_transfer.in": "paper_only",
        "relation_transfer.out": "down",
        REFERRAL: "paper_only",
        "treatment_application.chronic": "paper_only",
        "treatment_application.special_drug": "down",
        "benefit.ltc.application": "unaffected",
        "benefit.ltc.bed": "down",
        "credential.card.management": "unaffected",
        "credential.card.payment": "down",
    }
    found = outageplan.plan(
        library.notices, at="2023-12-03", insured_at=WEIFANG, services=list(wanted), ids=[WEIFANG_NOTICE]
    )
    assert states(found) == wanted


def test_transfers_out_of_weifang_come_back_gradually(library: Library) -> None:
    transfers = ["relation_transfer"]
    found = outageplan.plan(
        library.notices, at="2023-12-05 08:30", insured_at=WEIFANG, services=transfers, ids=[WEIFANG_NOTICE]
    )
    assert states(found) == {"relation_transfer.in": "over", "relation_transfer.out": "resuming"}


# --- The national platform, June 2024 ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "state", "ends"),
    [
        ("2024-06-07 21:59", "upcoming", "2024-06-07 22:00"),
        ("2024-06-07 22:00", "down", "2024-06-08 01:00"),
        ("2024-06-08 00:00", "down", "2024-06-08 01:00"),
        ("2024-06-08 00:59", "down", "2024-06-08 01:00"),
        ("2024-06-08 01:00", "upcoming", "2024-06-10 22:00"),
        ("2024-06-08 01:01", "upcoming", "2024-06-10 22:00"),
        ("2024-06-10 21:59", "upcoming", "2024-06-10 22:00"),
        ("2024-06-10 22:00", "down", "2024-06-10 24:00"),
        ("2024-06-10 23:59", "down", "2024-06-10 24:00"),
        ("2024-06-11 00:00", "over", None),
        ("2024-06-11 00:01", "over", None),
    ],
)
@pytest.mark.parametrize("service", [CROSS_PROVINCE, "credential.code.activation", "inquiry"])
def test_the_two_nights_of_the_national_platform(
    library: Library, service: str, moment: str, state: str, ends: str | None
) -> None:
    found = outageplan.plan(library.notices, at=moment, insured_at=WEIFANG, services=[service], ids=[NATIONAL])
    assert (states(found), untils(found)) == ({service: state}, {service: ends})


def test_the_national_notice_names_no_settlement_inside_a_province(library: Library) -> None:
    found = outageplan.plan(
        library.notices,
        at="2024-06-07 23:00",
        insured_at=WEIFANG,
        treated_at=JINAN,
        services=["settlement"],
        ids=[NATIONAL],
    )
    inside = [leaf.id for leaf in services().leaves_of("settlement.offsite.in_province")]
    assert IN_PROVINCE in inside
    assert {states(found)[id] for id in inside} == {"not_mentioned"}


def test_cross_province_care_is_down_because_of_the_national_hub(library: Library) -> None:
    (line,) = outageplan.plan(
        library.notices,
        at="2024-06-07 23:00",
        insured_at=BEIJING,
        treated_at=WEIFANG,
        services=[CROSS_PROVINCE],
        ids=[NATIONAL],
    ).services
    assert line.state == "down"
    ends = [reason.text["en"] for reason in line.because if reason.rule == "both-ends"]
    assert set(ends) == {"it concerns the national hub: National platform (100000)"}


# --- The 31st: no date, no place --------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", ["2021-01-01", "2025-05-31 03:00", "2030-01-01"])
def test_the_undated_31st_is_never_down_anywhere(library: Library, moment: str) -> None:
    found = outageplan.plan(library.notices, at=moment, ids=["maintenance-31st"])
    assert [one.state for one in found.notices] == ["unscheduled"]
    assert set(states(found).values()) == {"unscheduled"}
    assert {until(line) for line in found.services} == {"unresolved 31日凌晨"}
