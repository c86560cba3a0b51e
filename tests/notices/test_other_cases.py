"""Weifang, the national platform, Beijing and the maintenance of the 31st: who is given what, by their sources."""

from __future__ import annotations

import pytest

from .asking import BEIJING, MAINTENANCE, NATIONAL, WEIFANG
from .cases import BEIJING_CITY, JINAN, WEIFANG_CITY, given, options, plan, sentences, yes

INPATIENT, ACROSS = "settlement.local.inpatient", "settlement.offsite.cross_province.inpatient"
LOCAL, AWAY, VISITOR = (WEIFANG_CITY, WEIFANG_CITY), (WEIFANG_CITY, BEIJING_CITY), (BEIJING_CITY, WEIFANG_CITY)


def stay(
    places: tuple[str, str], service: str, admitted: str | None, discharged: str | None, role: str = "insured"
) -> dict[str, str]:
    """What a patient in hospital is given by Weifang's notice on one service."""
    return given(
        plan(
            WEIFANG,
            "2023-12-02 09:00",
            insured_at=places[0],
            treated_at=places[1],
            role=role,
            services=[service],
            admitted=admitted,
            discharged=discharged,
        )
    )


# --- Weifang 2.2: bills of those who leave during the stop are kept on account ----------------------------------------

ALL = yes("plan-business plan-medicine-and-care")
ON_ACCOUNT = yes("discharged-on-account-insured settle-discharged")


@pytest.mark.parametrize(
    ("discharged", "expected"),
    [
        pytest.param("2023-12-01 17:59", {}, id="a-minute-before-the-stop"),
        pytest.param("2023-12-01 18:00", ON_ACCOUNT, id="at-the-stop"),
        pytest.param("2023-12-05 08:29", ON_ACCOUNT, id="the-last-minute"),
        pytest.param("2023-12-05 08:30", {}, id="at-the-return"),
        pytest.param("2023-12-01", dict.fromkeys(ON_ACCOUNT, "not_known"), id="that-day-at-some-hour"),
        pytest.param("2023-12-05", dict.fromkeys(ON_ACCOUNT, "not_known"), id="the-last-day-at-some-hour"),
        pytest.param("2023-12-03", ON_ACCOUNT, id="a-day-within"),
    ],
)
def test_weifang_inpatients(discharged: str, expected: dict[str, str]) -> None:
    assert stay(LOCAL, INPATIENT, "2023-11-28", discharged) == ALL | expected
    assert stay(LOCAL, INPATIENT, None, discharged) == ALL | expected


def test_who_comes_after_the_return_did_not_leave_during_the_stop() -> None:
    assert stay(LOCAL, INPATIENT, "2023-12-05 08:30", None) == ALL
    assert set(stay(LOCAL, INPATIENT, "2023-12-05 08:29", None)) == {*ALL, *ON_ACCOUNT}


def test_weifang_hospitals_keep_the_bill_on_account() -> None:
    found = stay(LOCAL, INPATIENT, "2023-11-28", "2023-12-04", role="hospital")
    assert found == yes("discharged-on-account-hospital settle-discharged")


# --- Weifang 3.2: care elsewhere, and visitors ------------------------------------------------------------------------

PAID = "off-site-pay-in-full off-site-claim-by-hand"
UNFILED = "off-site-discharged-unfiled off-site-unfiled-claim-by-hand"


@pytest.mark.parametrize(
    ("places", "discharged", "expected"),
    [
        pytest.param(AWAY, "2023-12-01 17:59", yes(PAID), id="left-before"),
        pytest.param(AWAY, "2023-12-01 18:00", yes(PAID, UNFILED), id="left-at-the-stop"),
        pytest.param(AWAY, "2023-12-05 08:30", yes(PAID), id="left-at-the-return"),
        pytest.param(VISITOR, "2023-12-03", yes("visitors-pay-in-full visitors-claim-at-home"), id="a-visitor"),
    ],
)
def test_weifang_off_site_care(places: tuple[str, str], discharged: str, expected: dict[str, str]) -> None:
    assert stay(places, ACROSS, "2023-11-28", discharged) == ALL | expected


# --- Weifang 6.2: beds of long-term care; 1.2 and 6: the schemes ------------------------------------------------------


@pytest.mark.parametrize(
    ("patient", "expected"),
    [(["long_term_care"], yes("care-beds-wait-insured")), (["none"], {}), (["inpatient"], {})],
)
def test_weifang_long_term_care(patient: list[str], expected: dict[str, str]) -> None:
    found = plan(WEIFANG, "2023-12-02", role="insured", services=["benefit.ltc.bed"], patient=patient)
    assert given(found) == yes("plan-business care-beds-backfill") | expected


@pytest.mark.parametrize(
    ("service", "employee", "resident", "nobody"),
    [
        pytest.param("relation_transfer.in", "paper_only", "down", "paper_only", id="transfers-in"),
        pytest.param("relation_transfer.out", "down", "down", "down", id="transfers-out"),
        pytest.param("benefit.ltc.application", "unaffected", "down", "unaffected", id="long-term-care"),
        pytest.param("settlement.local.inpatient", "down", "down", "down", id="said-of-everybody"),
    ],
)
def test_what_is_said_of_one_scheme(service: str, employee: str, resident: str, nobody: str) -> None:
    found = [
        plan(WEIFANG, "2023-12-02", services=[service], scheme=scheme).services[0]
        for scheme in ("employee", "居民", None)
    ]
    assert [line.state.value for line in found] == [employee, resident, nobody]
    assert all(claim.entry.schemes != ("employee",) for claim in found[1].claims)


@pytest.mark.parametrize(("service", "asked"), [("relation_transfer.in", True), ("relation_transfer.out", False)])
def test_the_scheme_is_asked_for_where_it_matters(service: str, asked: bool) -> None:
    found = plan(WEIFANG, "2023-12-02", insured_at=WEIFANG_CITY, treated_at=WEIFANG_CITY, services=[service])
    assert options(found) == (["--scheme"] if asked else [])


def test_a_gradual_return_matters_to_employees_alone() -> None:
    """After the return transfers out come back step by step for employees; of residents that is not said."""
    service = "relation_transfer.out"
    found = plan(WEIFANG, "2023-12-05 08:30", insured_at=WEIFANG_CITY, treated_at=WEIFANG_CITY, services=[service])
    assert sentences(found) == [
        (
            "答复取决于险种是职工医保还是城乡居民医保（医保关系转出）：请用 --scheme 写明",
            "the answer depends on whether the scheme is the employees' or the residents', for transfer out: "
            "give --scheme",
        )
    ]
    assert [fact.values for fact in found.open_facts] == [("resident",)]


# --- The national platform, June 2024: nothing hangs on the patient ---------------------------------------------------


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("insured", "plan-ahead-insured claim-by-hand"),
        ("agency", "plan-ahead-organisations pay-manual-claims"),
        ("hospital", "plan-ahead-organisations"),
    ],
)
def test_nationally_everybody_across_provinces_is_told_the_same(role: str, expected: str) -> None:
    places = {"insured_at": WEIFANG_CITY, "treated_at": BEIJING_CITY}
    for asked in ({}, {"patient": ["none"]}, {"admitted": "2024-06-07 23:00"}, {"scheme": "resident"}):
        found = plan(NATIONAL, "2024-06-07 22:00", role=role, services=[ACROSS], **places, **asked)
        assert (given(found), options(found)) == (yes(expected), [])


def test_nationally_the_other_end_matters_for_settlement_alone() -> None:
    for service, asked in (("settlement.offsite.cross_province", True), ("credential.code.activation", False)):
        found = plan(NATIONAL, "2024-06-07 22:00", insured_at=WEIFANG_CITY, services=[service])
        assert options(found) == (["--treated-at"] if asked else [])


# --- Beijing, May 2025 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patient", "discharged", "expected"),
    [
        (["inpatient"], None, "backfill-off-site-inpatients"),
        (None, "2025-05-31 03:00", "backfill-off-site-inpatients"),
        (["chronic"], None, ""),
        (["none"], None, ""),
    ],
)
def test_beijing_hospitals_settle_off_site_stays(
    patient: list[str] | None, discharged: str | None, expected: str
) -> None:
    found = plan(
        BEIJING,
        "2025-05-31 03:00",
        insured_at=JINAN,
        treated_at=BEIJING_CITY,
        role="hospital",
        patient=patient,
        discharged=discharged,
    )
    assert given(found) == yes(expected)


@pytest.mark.parametrize(
    ("insured_at", "treated_at", "expected"),
    [
        (BEIJING_CITY, BEIJING_CITY, "keep-receipts-outpatient keep-receipts-inpatient settle-again claim-by-hand"),
        (BEIJING_CITY, JINAN, "claim-by-hand claim-off-site-where-insured"),
        (JINAN, BEIJING_CITY, "claim-off-site-where-insured"),
    ],
)
def test_beijing_patients(insured_at: str, treated_at: str, expected: str) -> None:
    found = plan(BEIJING, "2025-05-31 03:00", insured_at=insured_at, treated_at=treated_at, role="insured")
    assert given(found) == yes(expected)


# --- The 31st: no place, no date, no condition ------------------------------------------------------------------------


def test_of_the_31st_nothing_depends_on_any_fact() -> None:
    assert options(plan(MAINTENANCE, "2025-05-31 03:00", services=["settlement.local.pharmacy"])) == []
    bare = given(plan(MAINTENANCE, "2025-05-31 03:00", role="insured"))
    assert bare == yes("may-pay-first pay-first-at-pharmacies claim-afterwards")
    assert given(plan(MAINTENANCE, "2025-05-31 03:00", role="insured", patient=["none"])) == bare
