"""Which guidance a case is given by its facts: on both sides of each boundary, to the minute, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from outageplan.engine.asking import make_case
from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction
from outageplan.engine.rules import Reason
from outageplan.notice.model import Notice
from outageplan.notice.moments import Event

from .building import BEIJING, JINAN, WEIFANG, Entry, Span, guided, invented

NOW = "2021-11-25 12:00"
START, END = "2021-11-21 18:00", "2021-11-28 08:00"
PHASES = ("before", "during", "after")
YES, UNKNOWN, NO = "yes", "not_known", "no"
TWO_NIGHTS: dict[str, Span] = {
    "first": ("2024-06-07 22:00", "2024-06-08 01:00"),
    "second": ("2024-06-10 22:00", "2024-06-10 24:00"),
}


def asked(
    *,
    patient: Sequence[str] | None = None,
    insured_at: str | None = None,
    treated_at: str | None = None,
    **events: str,
) -> Case:
    """A case with facts of the patient; events are `admission="2021-11-21 18:00"`."""
    happened = {cast(Event, event): told for event, told in events.items()}
    return make_case(
        [], at=NOW, patient=patient, insured_at=insured_at, treated_at=treated_at, events=happened, scheme=None
    )


def for_whom(when: Entry, windows: dict[str, Span] | None = None, status: str = "confirmed") -> Notice:
    """A notice of Weifang with one guidance, `it`, for some people."""
    return invented(
        windows=windows or {"stop": (START, END)},
        guidance={"it": {"when": when, "services": ["settlement"]}},
        status=status,
    )


def found(notice: Notice, case: Case) -> str:
    """Whether `it` is for a case: `yes`, `not_known` (it stays), `no` (it is left out)."""
    return guided(notice, case)["it"].holds.value if "it" in guided(notice, case) else NO


def in_phases(event: str, told: str, windows: dict[str, Span], status: str = "confirmed") -> list[str]:
    """The verdicts on guidance for admission (or discharge) before, during and after the stop.

    Who was admitted never leaves: the discharge is given as long after.
    """
    key = "admitted" if event == "admission" else "discharged"
    case = asked(**({"discharge": "2099-01-01"} if event == "admission" else {}), **{event: told})
    return [found(for_whom({key: phase}, windows, status), case) for phase in PHASES]


BEFORE, DURING, AFTER = [YES, NO, NO], [NO, YES, NO], [NO, NO, YES]
NOT_AFTER, NOT_BEFORE, ANY = [UNKNOWN, UNKNOWN, NO], [NO, UNKNOWN, UNKNOWN], [UNKNOWN] * 3


# --- Admission and discharge, to the minute ---------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["admission", "discharge"])
@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        pytest.param("2021-11-21 17:59", BEFORE, id="a-minute-before-the-stop"),
        pytest.param(START, DURING, id="at-the-stop"),
        pytest.param("2021-11-28 07:59", DURING, id="the-last-minute"),
        pytest.param(END, AFTER, id="at-the-return"),
        pytest.param("2021-11-21 10:00 +00:00", DURING, id="at-the-stop-by-another-clock"),
        pytest.param("2021-11-21 09:59 +00:00", BEFORE, id="a-minute-before-by-another-clock"),
    ],
)
def test_windows_are_half_open(event: str, told: str, verdicts: list[str]) -> None:
    assert in_phases(event, told, {"stop": (START, END)}) == verdicts


@pytest.mark.parametrize("event", ["admission", "discharge"])
@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        pytest.param("2021-11-20", BEFORE, id="the-day-before-the-stop"),
        pytest.param("2021-11-21", NOT_AFTER, id="the-day-of-the-stop"),
        pytest.param("2021-11-22", DURING, id="a-day-within"),
        pytest.param("2021-11-28", NOT_BEFORE, id="the-day-of-the-return"),
        pytest.param("2021-11-29", AFTER, id="the-day-after-the-return"),
    ],
)
def test_a_day_without_its_hour(event: str, told: str, verdicts: list[str]) -> None:
    assert in_phases(event, told, {"stop": (START, END)}) == verdicts


@pytest.mark.parametrize(
    ("windows", "verdicts"),
    [
        pytest.param(("2021-11-21 00:00", END), DURING, id="the-stop-begins-with-the-day"),
        pytest.param(("2021-11-20 18:00", "2021-11-21 24:00"), DURING, id="the-return-ends-it"),
        pytest.param(("2021-11-21", "2021-11-21"), DURING, id="the-stop-is-the-day"),
        pytest.param(("2021-11-21 08:00", "2021-11-21 10:00"), ANY, id="the-stop-lies-within-it"),
    ],
)
def test_a_day_and_boundaries_at_midnight(windows: Span, verdicts: list[str]) -> None:
    assert in_phases("admission", "2021-11-21", {"stop": windows}) == verdicts


@pytest.mark.parametrize(
    ("window", "told", "verdicts"),
    [
        pytest.param((START, "to be announced"), "2021-11-21 17:59", BEFORE, id="open-before"),
        pytest.param((START, "to be announced"), START, DURING, id="open-from-the-stop-on"),
        pytest.param((START, "to be announced"), "2022-11-28 08:00", DURING, id="open-a-year-later"),
        pytest.param((START, "when all is tested"), "2022-11-28 08:00", DURING, id="bound-to-an-event"),
        pytest.param((START, "unresolved 月底"), "2021-11-28 08:00", NOT_BEFORE, id="end-unresolved"),
        pytest.param((START, "expected " + END), "2021-11-28 07:59", DURING, id="before-an-expected-return"),
        pytest.param((START, "expected " + END), END, NOT_BEFORE, id="after-an-expected-return"),
        pytest.param((START, "expected " + END), "2022-03-01 08:00", NOT_BEFORE, id="long-after-an-expected-return"),
        pytest.param((START, "tentative " + END), END, NOT_BEFORE, id="after-a-tentative-return"),
        pytest.param((START, "not before " + END), "2021-11-28 07:59", DURING, id="before-the-earliest-return"),
        pytest.param((START, "not before " + END), END, NOT_BEFORE, id="after-the-earliest-return"),
        pytest.param((START, "no later than " + END), START, NOT_BEFORE, id="it-may-have-returned-early"),
        pytest.param((START, "no later than " + END), END, AFTER, id="after-the-latest-return"),
        pytest.param(("expected " + START, END), "2021-11-21 17:59", BEFORE, id="before-an-expected-stop"),
        pytest.param(("expected " + START, END), START, NOT_AFTER, id="after-an-expected-stop"),
        pytest.param(("expected " + START, END), END, AFTER, id="after-an-expected-stop-and-a-stated-return"),
        pytest.param(("no later than " + START, END), "2021-11-21 17:59", NOT_AFTER, id="it-may-have-begun-early"),
        pytest.param(("no later than " + START, END), START, DURING, id="from-the-latest-stop-on"),
        pytest.param(("not before " + START, END), "2021-11-21 17:59", BEFORE, id="before-the-earliest-stop"),
        pytest.param(("not before " + START, END), START, NOT_AFTER, id="from-the-earliest-stop-on"),
        pytest.param(("to be announced", END), START, NOT_AFTER, id="stop-not-announced"),
        pytest.param(("to be announced", END), END, AFTER, id="stop-not-announced-but-the-return"),
        pytest.param(("unresolved 31日凌晨", "unresolved 31日凌晨"), START, ANY, id="nothing-resolved"),
    ],
)
def test_boundaries_that_are_no_promise(window: Span, told: str, verdicts: list[str]) -> None:
    assert in_phases("discharge", told, {"stop": window}) == verdicts


@pytest.mark.parametrize("status", ["draft", "tentative"])
def test_what_a_draft_states_is_not_certain(status: str) -> None:
    window: dict[str, Span] = {"stop": (START, END)}
    assert in_phases("discharge", "2021-11-21 17:59", window, status=status) == BEFORE
    assert in_phases("discharge", START, window, status=status) == NOT_AFTER
    assert in_phases("discharge", END, window, status=status) == ANY


@pytest.mark.parametrize(
    ("end", "told", "verdicts"),
    [
        pytest.param(END, END, AFTER, id="stated"),
        pytest.param("expected " + END, "2021-11-28 07:59", DURING, id="before-what-was-expected"),
        pytest.param("expected " + END, END, NOT_BEFORE, id="after-what-was-expected"),
        pytest.param("to be announced", START, NOT_BEFORE, id="never-dated"),
    ],
)
def test_a_completed_notice_does_not_tell_when_it_was_over(end: str, told: str, verdicts: list[str]) -> None:
    assert in_phases("admission", told, {"stop": (START, end)}, status="completed") == verdicts


# --- Both, one, or none of them ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "admission", "discharge", "verdict"),
    [
        pytest.param("before during", None, None, UNKNOWN, id="neither-is-given"),
        pytest.param("before during", "2021-11-20", None, UNKNOWN, id="one-fits-the-other-is-open"),
        pytest.param("before during", "2021-11-22", None, NO, id="one-does-not-fit"),
        pytest.param("before during", "2021-11-20", "2021-11-23", YES, id="both-fit"),
        pytest.param("before during", "2021-11-20", "2021-11-29", NO, id="the-other-does-not"),
        pytest.param("after before", None, None, NO, id="nobody-leaves-before-coming"),
        pytest.param("during -", None, "2021-11-20", NO, id="who-left-before-did-not-come-during"),
        pytest.param("before -", None, "2021-11-20", NO, id="who-left-before-is-not-meant"),
        pytest.param("before -", "2021-11-20", "2021-11-21 17:59", NO, id="nor-who-left-a-minute-before"),
        pytest.param("before -", "2021-11-20", "2021-11-21 18:00", YES, id="but-who-left-at-the-stop"),
        pytest.param("before -", "2021-11-20", "2021-12-20", YES, id="and-who-left-long-after"),
        pytest.param("before -", "2021-11-20", "2021-11-21", UNKNOWN, id="who-left-that-day-at-some-hour"),
        pytest.param("before -", "2021-11-20", None, UNKNOWN, id="who-may-have-left-before"),
        pytest.param("before before", None, "2021-11-20", YES, id="who-left-before-came-before"),
        pytest.param("- after", "2021-11-29", None, YES, id="who-came-after-leaves-after"),
        pytest.param("- during", "2021-11-29", None, NO, id="who-came-after-does-not-leave-during"),
        pytest.param("before before", "2021-11-21", "2021-11-21", UNKNOWN, id="in-and-out-on-the-day-of-the-stop"),
        pytest.param("during before", "2021-11-21", "2021-11-21", NO, id="in-and-out-in-that-order"),
        pytest.param("during -", "2021-11-21", "2021-11-21 17:00", NO, id="out-an-hour-before-the-stop"),
        pytest.param("- during", "2021-11-21 19:00", "2021-11-21", YES, id="in-an-hour-after-the-stop"),
    ],
)
def test_admission_and_discharge_together(
    when: str, admission: str | None, discharge: str | None, verdict: str
) -> None:
    phases = zip(("admitted", "discharged"), when.split(), strict=True)
    notice = for_whom({key: phase for key, phase in phases if phase != "-"})
    events = {event: told for event, told in (("admission", admission), ("discharge", discharge)) if told}
    assert found(notice, asked(**events)) == verdict


# --- Several windows --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "told", "verdict"),
    [
        pytest.param("during", "2024-06-07 21:59", NO, id="before-the-first"),
        pytest.param("during", "2024-06-07 22:00", YES, id="in-the-first"),
        pytest.param("during", "2024-06-08 01:00", NO, id="between-them"),
        pytest.param("during", "2024-06-10 23:59", YES, id="in-the-second"),
        pytest.param("during", "2024-06-10 24:00", NO, id="after-the-second"),
        pytest.param("before", "2024-06-10 21:59", YES, id="before-the-second"),
        pytest.param("before", "2024-06-10 22:00", NO, id="before-neither"),
        pytest.param("after", "2024-06-08 00:59", NO, id="after-neither"),
        pytest.param("after", "2024-06-08 01:00", YES, id="after-the-first"),
    ],
)
def test_it_is_enough_to_fit_one_window(phase: str, told: str, verdict: str) -> None:
    for key, events in (
        ("admitted", {"admission": told, "discharge": "2024-06-11"}),
        ("discharged", {"discharge": told}),
    ):
        assert found(for_whom({key: phase}, TWO_NIGHTS), asked(**events)) == verdict


def test_admission_and_discharge_must_fit_the_same_window() -> None:
    both = for_whom({"admitted": "during", "discharged": "during"}, TWO_NIGHTS)
    assert found(both, asked(admission="2024-06-07 23:00", discharge="2024-06-08 00:30")) == YES
    assert found(both, asked(admission="2024-06-07 23:00", discharge="2024-06-10 23:00")) == NO


def test_a_day_that_two_windows_share_is_known_when_every_hour_of_it_fits_one() -> None:
    halves: dict[str, Span] = {"first": (START, "2021-11-23 12:00"), "second": ("2021-11-23 12:00", END)}
    apart: dict[str, Span] = {"first": (START, "2021-11-23 12:00"), "second": ("2021-11-23 13:00", END)}
    assert found(for_whom({"admitted": "during"}, halves), asked(admission="2021-11-23")) == YES
    assert found(for_whom({"admitted": "during"}, apart), asked(admission="2021-11-23")) == UNKNOWN


def test_a_guidance_keeps_to_the_windows_that_it_names() -> None:
    notice = invented(
        windows=TWO_NIGHTS, guidance={"it": {"in": ["second"], "when": {"admitted": "during"}, "services": ["inquiry"]}}
    )
    assert found(notice, asked(admission="2024-06-07 23:00")) == NO
    assert found(notice, asked(admission="2024-06-10 23:00")) == YES


# --- Facts of the patient ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "patient", "verdict"),
    [
        pytest.param(["chronic"], None, UNKNOWN, id="nothing-said"),
        pytest.param(["chronic"], ["chronic"], YES, id="it-holds"),
        pytest.param(["chronic"], ["inpatient"], NO, id="another-holds"),
        pytest.param(["chronic"], ["none"], NO, id="none-holds"),
        pytest.param(["chronic"], ["无"], NO, id="none-in-chinese"),
        pytest.param(["chronic"], ["慢特病"], YES, id="by-its-chinese-name"),
        pytest.param(["chronic", "referred"], ["referred"], YES, id="any-of-those-listed"),
        pytest.param(["chronic", "referred"], ["inpatient", "maternity"], NO, id="neither-of-those-listed"),
        pytest.param([], ["none"], YES, id="for-everybody"),
    ],
)
def test_facts_of_the_patient(wanted: list[str], patient: list[str] | None, verdict: str) -> None:
    assert found(for_whom({"patient": wanted} if wanted else {}), asked(patient=patient)) == verdict


@pytest.mark.parametrize("event", ["admission", "discharge"])
@pytest.mark.parametrize("patient", [None, ["chronic"]])
def test_who_came_or_left_is_an_inpatient(event: str, patient: list[str] | None) -> None:
    assert found(for_whom({"patient": ["inpatient"]}), asked(patient=patient, **{event: "2021-11-22"})) == YES


@pytest.mark.parametrize("event", ["visit", "receipt"])
def test_who_visits_or_pays_need_not_be_one(event: str) -> None:
    assert found(for_whom({"patient": ["inpatient"]}), asked(**{event: "2021-11-22"})) == UNKNOWN


@pytest.mark.parametrize(("patient", "verdict"), [(["chronic"], NO), (["none"], NO), (["inpatient"], UNKNOWN)])
def test_who_is_no_inpatient_was_never_admitted(patient: list[str], verdict: str) -> None:
    assert found(for_whom({"admitted": "during"}), asked(patient=patient)) == verdict


def test_a_condition_holds_where_all_of_it_does() -> None:
    notice = for_whom({"insured": "here", "patient": ["chronic"], "admitted": "during"})
    assert found(notice, asked(insured_at=WEIFANG, patient=["chronic"], admission=START)) == YES
    assert found(notice, asked(patient=["chronic"], admission=START)) == UNKNOWN
    assert found(notice, asked(insured_at=WEIFANG, patient=["chronic"], admission=END)) == NO
    assert found(notice, asked(insured_at=WEIFANG, patient=["inpatient"], admission=START)) == NO
    assert found(notice, asked(insured_at=BEIJING, patient=["chronic"], admission=START)) == NO


# --- Reasons ----------------------------------------------------------------------------------------------------------


def reason(when: Entry, case: Case, windows: dict[str, Span] | None = None) -> Reason:
    """The reason that tells which facts decided."""
    line: Instruction = guided(for_whom(when, windows), case)["it"]
    (one,) = [reason for reason in line.because if reason.rule == "condition"]
    return one


def test_a_reason_names_notice_guidance_and_clause() -> None:
    one = reason({}, asked())
    assert (one.notice, one.guidance, one.window, one.clause) == ("invented", "it", None, "g")


AWAY = {"insured": "here", "treated": "elsewhere"}


@pytest.mark.parametrize(
    ("when", "case", "zh", "en"),
    [
        pytest.param({}, asked(), "公告未设适用条件", "the notice sets no condition", id="none"),
        pytest.param(
            AWAY,
            asked(insured_at=WEIFANG, treated_at=JINAN),
            "参保地潍坊市（370700）属公告统筹区；就医地济南市（370100）不属公告统筹区",
            "the pool of insurance, Weifang (370700), lies in the notice's; "
            "the pool of treatment, Jinan (370100), lies outside the notice's",
            id="sides",
        ),
        pytest.param(
            AWAY,
            asked(),
            "参保地未给出；就医地未给出",
            "the pool of insurance was not given; the pool of treatment was not given",
            id="sides-not-given",
        ),
        pytest.param(
            {"patient": ["chronic", "referred"]},
            asked(patient=["referred"]),
            "患者情况：转诊转院患者",
            "the patient: referred patients",
            id="a-fact",
        ),
        pytest.param(
            {"patient": ["chronic", "referred"]},
            asked(),
            "是否为门诊慢特病患者或转诊转院患者未给出",
            "whether it is about patients with chronic or special diseases or referred patients was not given",
            id="a-fact-not-given",
        ),
        pytest.param(
            {"patient": ["inpatient"], "admitted": "during"},
            asked(admission=START),
            "已给出入院或出院时间，即住院患者；入院 2021-11-21 18:00（周日），属停机期间",
            "an admission or discharge was given: inpatients; admitted 2021-11-21 18:00 (Sun): during the stop",
            id="an-admission",
        ),
        pytest.param(
            {"discharged": "before"},
            asked(discharge="2021-11-21"),
            "出院 2021-11-21（周日）（未写明几点），是否属停机前不能确定：未给出几点",
            "discharged 2021-11-21 (Sun), hour not stated: not known to be before the stop, as the hour was not given",
            id="no-hour",
        ),
        pytest.param(
            {"admitted": "before"},
            asked(admission="2021-11-20 08:00"),
            "入院 2021-11-20 08:00（周六），属停机前；出院时间未给出（停机前已出院的不适用）",
            "admitted 2021-11-20 08:00 (Sat): before the stop; "
            "when the patient was discharged was not given (who left before the stop is not meant)",
            id="a-stay-that-may-have-ended",
        ),
        pytest.param(
            {"admitted": "before"},
            asked(admission="2021-11-20 08:00", discharge="2021-11-22"),
            "入院 2021-11-20 08:00（周六），属停机前；出院 2021-11-22（周一）（未写明几点），属停机前未出院",
            "admitted 2021-11-20 08:00 (Sat): before the stop; "
            "discharged 2021-11-22 (Mon), hour not stated: not before the stop",
            id="a-stay-that-reaches-the-stop",
        ),
        pytest.param(
            {"admitted": "before", "discharged": "after"},
            asked(admission="2021-11-20 08:00"),
            "入院 2021-11-20 08:00（周六），属停机前；出院时间未给出",
            "admitted 2021-11-20 08:00 (Sat): before the stop; when the patient was discharged was not given",
            id="one-of-two",
        ),
    ],
)
def test_a_reason_tells_which_facts_decided(when: Entry, case: Case, zh: str, en: str) -> None:
    one = reason(when, case)
    assert (one.text["zh"], one.text["en"]) == (zh, en)


@pytest.mark.parametrize("told", ["2021-11-29 08:00", "2021-11-29"])
def test_a_reason_tells_that_the_window_is_not_sure(told: str) -> None:
    one = reason({"discharged": "after"}, asked(discharge=told), {"stop": (START, "expected " + END)})
    assert one.text["en"].endswith(": not known to be after the return, as the times of the window are not sure")
    assert one.text["zh"].endswith("，是否属恢复后不能确定：时段起止未确定")
