"""Henan, November 2021: who is given what, by the sections of the source, on both sides of each boundary.

The stop is stated for 18:00 on 21 November, the return only expected for 08:00 on the 28th: who leaves or comes after
that may have done so during the stop or after it, so both are given, with their condition.
"""

from __future__ import annotations

from datetime import date

import pytest

from .asking import HENAN
from .cases import BEIJING_CITY, HENAN_DIRECT, JINAN, given, not_known, options, plan, sentences, yes

NOW = "2021-11-22 09:00"
LOCAL, AWAY = (HENAN_DIRECT, HENAN_DIRECT), (HENAN_DIRECT, BEIJING_CITY)
VISITOR = (BEIJING_CITY, HENAN_DIRECT)
# What everybody there is told, whatever their case: III.2.1 and IV, away from home III.4.1.3
EVERYBODY = {
    LOCAL: yes("arrange-visits no-card-payment arrange-business"),
    AWAY: yes("no-card-payment arrange-business away-no-outpatient-settlement"),
    VISITOR: yes("no-card-payment arrange-business"),
}


def stay(
    places: tuple[str, str], admitted: str | None, discharged: str | None, role: str = "insured"
) -> dict[str, str]:
    """What a patient in hospital is given, besides what everybody there is told."""
    found = given(
        plan(
            HENAN,
            NOW,
            insured_at=places[0],
            treated_at=places[1],
            role=role,
            patient=["inpatient"],
            admitted=admitted,
            discharged=discharged,
        )
    )
    assert role != "insured" or EVERYBODY[places].items() <= found.items()
    return {id: holds for id, holds in found.items() if id not in EVERYBODY[places]}


# --- III.3: inpatients of the pool ------------------------------------------------------------------------------------

CONVERTED = "local-convert-patient local-reregister"
LEFT_DURING = "local-discharged-during local-discharged-resettle"
CAME_DURING = "local-admitted-during local-admitted-register"


@pytest.mark.parametrize(
    ("admitted", "discharged", "expected"),
    [
        pytest.param("2021-11-15", "2021-11-20", yes("local-discharge-before"), id="left-before"),
        pytest.param("2021-11-15", "2021-11-21 17:59", yes("local-discharge-before"), id="left-a-minute-before"),
        pytest.param("2021-11-15", "2021-11-21 18:00", yes(CONVERTED, LEFT_DURING), id="left-at-the-stop"),
        pytest.param(
            "2021-11-15",
            "2021-11-21",
            not_known("local-discharge-before", CONVERTED, LEFT_DURING),
            id="left-that-day-at-some-hour",
        ),
        pytest.param("2021-11-15", "2021-11-24", yes(CONVERTED, LEFT_DURING), id="left-during"),
        pytest.param("2021-11-21 17:59", "2021-11-28 07:59", yes(CONVERTED, LEFT_DURING), id="left-the-last-minute"),
        pytest.param(
            "2021-11-15",
            "2021-11-28 08:00",
            yes(CONVERTED) | not_known(LEFT_DURING),
            id="left-after-the-expected-return",
        ),
        pytest.param("2021-11-21 18:00", "2021-11-24", yes(CAME_DURING, LEFT_DURING), id="came-at-the-stop"),
        pytest.param(
            "2021-11-28 07:59",
            "2021-12-03",
            yes(CAME_DURING) | not_known(LEFT_DURING),
            id="came-the-last-minute",
        ),
        pytest.param(
            "2021-11-28 08:00", "2021-12-03", not_known(CAME_DURING, LEFT_DURING), id="came-after-the-expected-return"
        ),
        pytest.param(
            "2021-11-15", None, not_known("local-discharge-before", CONVERTED, LEFT_DURING), id="came-before-not-left"
        ),
        pytest.param("2021-11-23", None, yes(CAME_DURING) | not_known(LEFT_DURING), id="came-during-not-left"),
        pytest.param(
            None, "2021-11-24", not_known(CONVERTED, CAME_DURING) | yes(LEFT_DURING), id="left-during-came-sometime"
        ),
        pytest.param(None, "2021-11-21 17:59", yes("local-discharge-before"), id="left-before-came-sometime"),
    ],
)
def test_inpatients_of_the_pool(admitted: str | None, discharged: str | None, expected: dict[str, str]) -> None:
    assert stay(LOCAL, admitted, discharged) == expected


def test_a_hospital_converts_and_registers_anew() -> None:
    found = stay(LOCAL, "2021-11-15", "2021-11-24", role="hospital")
    assert found == yes("hospitals-stop publicise local-convert local-reregister", LEFT_DURING)


# --- III.4.1: people of the pool in hospital elsewhere ----------------------------------------------------------------

REFERRED = "referral-admit-self-pay file-after-referral referral-settle"
SPECIAL = "away-special-discharge away-special-claim"


@pytest.mark.parametrize(
    ("admitted", "discharged", "expected"),
    [
        pytest.param("2021-11-15", "2021-11-21 17:59", yes("away-discharge-before"), id="left-before"),
        pytest.param("2021-11-15", "2021-11-21 18:00", yes(SPECIAL), id="left-at-the-stop"),
        pytest.param("2021-11-15", "2021-11-28 07:59", yes(SPECIAL), id="left-the-last-minute"),
        pytest.param(
            "2021-11-15", "2021-11-28 08:00", not_known(SPECIAL, "away-stay-on"), id="left-after-the-expected-return"
        ),
        pytest.param("2021-11-23", "2021-11-26", yes(REFERRED, SPECIAL), id="referred-during-and-left"),
        pytest.param(
            "2021-11-23", "2021-12-02", yes(REFERRED) | not_known(SPECIAL), id="referred-during-and-left-afterwards"
        ),
        pytest.param("2021-11-28 08:00", "2021-12-02", not_known(REFERRED, SPECIAL), id="referred-afterwards"),
    ],
)
def test_inpatients_elsewhere(admitted: str, discharged: str, expected: dict[str, str]) -> None:
    assert stay(AWAY, admitted, discharged) == expected


def test_the_late_filing_hangs_on_a_return_that_is_only_expected() -> None:
    found = plan(HENAN, NOW, insured_at=HENAN_DIRECT, treated_at=BEIJING_CITY, role="insured", admitted="2021-11-23")
    (line,) = [line for line in found.deadlines if line.id == "file-after-referral"]
    assert line.due is not None
    assert (line.due.kind, line.due.last_day) == ("provisional", date(2021, 12, 7))


# --- III.4.2: people insured elsewhere in hospitals of the pool -------------------------------------------------------

AT_HOME = "visitors-discharged-during visitors-claim-at-home visitors-special-discharge visitors-special-claim"


@pytest.mark.parametrize(
    ("admitted", "discharged", "expected"),
    [
        pytest.param("2021-11-15", "2021-11-21 17:59", yes("visitors-discharge-before"), id="left-before"),
        pytest.param(
            "2021-11-15",
            "2021-11-21 18:00",
            yes("visitors-convert-patient visitors-reregister", AT_HOME),
            id="left-at-the-stop",
        ),
        pytest.param(
            "2021-11-21 18:00",
            "2021-11-26",
            yes("visitors-admitted-during visitors-admitted-register", AT_HOME),
            id="came-at-the-stop",
        ),
    ],
)
def test_visitors(admitted: str, discharged: str, expected: dict[str, str]) -> None:
    assert stay(VISITOR, admitted, discharged) == expected


# --- III.2, III.4.1.3: those not in hospital --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "patient", "expected"),
    [
        pytest.param(LOCAL, ["chronic"], "chronic-december-medicines", id="chronic-here"),
        pytest.param(AWAY, ["chronic"], "away-chronic-self-pay away-chronic-claim", id="chronic-elsewhere"),
        pytest.param(
            LOCAL,
            ["special_drug"],
            "special-drugs-buy-ahead special-drugs-keep-receipts special-drugs-claim",
            id="designated-medicines-here",
        ),
        pytest.param(VISITOR, ["chronic"], "", id="chronic-visitor"),
        pytest.param(LOCAL, ["none"], "", id="none-of-it"),
        pytest.param(LOCAL, ["two_diseases"], "", id="what-the-source-does-not-name"),
    ],
)
def test_facts_of_the_patient(places: tuple[str, str], patient: list[str], expected: str) -> None:
    found = plan(HENAN, NOW, insured_at=places[0], treated_at=places[1], role="insured", patient=patient)
    assert given(found) == EVERYBODY[places] | yes(expected)


def test_a_pharmacy_is_told_one_thing_whatever_the_patient() -> None:
    for patient in (None, ["none"], ["chronic"]):
        found = plan(HENAN, NOW, insured_at=HENAN_DIRECT, treated_at=HENAN_DIRECT, role="pharmacy", patient=patient)
        assert given(found) == yes("no-card-payment")
        assert options(found) == []


# --- What the answer depends on ---------------------------------------------------------------------------------------


def test_a_patient_of_the_pool_is_asked_for_what_matters() -> None:
    found = plan(HENAN, NOW, insured_at=HENAN_DIRECT, treated_at=HENAN_DIRECT, role="insured")
    assert sentences(found) == [
        (
            "答复取决于患者是否为住院患者、门诊慢特病患者、使用特定药品的患者：请用 --patient 写明",
            "the answer depends on whether the patient is among inpatients, patients with chronic or special diseases, "
            "patients on designated medicines: give --patient",
        ),
        (
            "答复取决于住院患者在 2021-11-21 18:00（周日）之前还是之后入院：请用 --admitted 写明",
            "the answer depends on whether inpatients were admitted before or after 2021-11-21 18:00 (Sun): "
            "give --admitted",
        ),
        (
            "答复取决于住院患者在 2021-11-21 18:00（周日）之前还是之后出院：请用 --discharged 写明",
            "the answer depends on whether inpatients were discharged before or after 2021-11-21 18:00 (Sun): "
            "give --discharged",
        ),
    ]
    by_fact = {fact.fact: (fact.values, fact.guidance) for fact in found.open_facts}
    assert by_fact["admitted"] == (
        ("2021-11-21 18:00",),
        (
            "local-admitted-during",
            "local-admitted-register",
            "local-convert-patient",
            "local-discharge-before",
            "local-reregister",
        ),
    )


def test_elsewhere_the_expected_return_matters_too() -> None:
    found = plan(HENAN, NOW, insured_at=HENAN_DIRECT, treated_at=BEIJING_CITY, role="insured", admitted="2021-11-15")
    (text,) = [fact.text["en"] for fact in found.open_facts if fact.fact == "discharged"]
    assert text == (
        "the answer depends on whether inpatients were discharged before, between or after 2021-11-21 18:00 (Sun) and "
        "2021-11-28 08:00 (Sun, not confirmed): give --discharged"
    )


def test_the_hour_of_a_day_is_asked_for_on_the_boundary_alone() -> None:
    def asked(admitted: str) -> list[tuple[str, str]]:
        found = plan(
            HENAN,
            NOW,
            insured_at=HENAN_DIRECT,
            treated_at=HENAN_DIRECT,
            patient=["inpatient"],
            admitted=admitted,
            discharged="2021-11-24",
        )
        return [(fact.text["zh"], fact.text["en"]) for fact in found.open_facts if fact.fact != "patient"]

    assert asked("2021-11-20") == asked("2021-11-22") == asked("2021-11-21 18:00") == []
    assert asked("2021-11-21") == [
        (
            "答复取决于入院之日 2021-11-21（周日）的钟点（18:00之前还是之后）：请用 --admitted 写明",
            "the answer depends on the hour on the day of admission, 2021-11-21 (Sun), before or after 18:00: "
            "give --admitted",
        )
    ]


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        (None, ["--patient", "--admitted", "--discharged"]),
        (["chronic"], ["--patient"]),
        (["inpatient"], ["--patient", "--admitted", "--discharged"]),
        (["inpatient", "chronic", "special_drug"], ["--admitted", "--discharged"]),
        (["none"], []),
    ],
)
def test_what_was_answered_is_not_asked_again(patient: list[str] | None, expected: list[str]) -> None:
    found = plan(HENAN, NOW, insured_at=HENAN_DIRECT, treated_at=HENAN_DIRECT, patient=patient)
    assert options(found) == expected


def test_the_other_end_is_asked_for_where_it_matters() -> None:
    """Jinan has announced nothing; the provincial-direct pool of Henan is down."""
    found = plan(HENAN, NOW, insured_at=JINAN, services=["settlement.offsite.cross_province.chronic"], patient=["none"])
    assert sentences(found) == [
        (
            "答复取决于就医地是否为河南省本级（419900）：请用 --treated-at 写明",
            "the answer depends on whether care is received in Henan provincial-direct (419900): give --treated-at",
        )
    ]
    assert options(plan(HENAN, NOW, insured_at=JINAN, services=["inquiry"], patient=["none"])) == []
