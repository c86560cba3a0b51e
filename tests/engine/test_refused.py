"""Guidance whose condition does not hold is told with what stood in the way, and its count as a tree."""

from __future__ import annotations

import pytest

from outageplan.engine.asking import make_case
from outageplan.engine.guidance import instructions, refused
from outageplan.notice.library import load, packaged_notices

HENAN = next(notice for notice in load(packaged_notices()).notices if notice.id == "henan-2021-11")
FILING = {"insured_at": "419900", "role": "insured", "services": ["filing.offsite.referral"]}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"patient": ["chronic"]}, "it is for inpatients, and none was given"),
        ({"events": {"admission": "2021-11-20"}}, "admitted 2021-11-20 (Sat), hour not stated: not during the stop"),
        ({"events": {"admission": "2021-11-21 17:59"}}, "admitted 2021-11-21 17:59 (Sun): not during the stop"),
    ],
)
def test_the_filing_after_a_referral_is_for_inpatients_admitted_elsewhere_during_the_stop(
    facts: dict[str, object], told: str
) -> None:
    """Source 003, III.4.1.2: referred elsewhere during the suspension, and in hospital there."""
    case = make_case((), at="2021-11-29 09:00", **{**FILING, **facts})  # type: ignore[arg-type]
    steps = {step.reason.guidance: step for step in refused([HENAN], case)}
    assert set(steps) == {"referral-admit-self-pay", "file-after-referral"}
    step = steps["file-after-referral"]
    assert (step.applies, step.reason.rule, step.reason.clause) == (False, "condition", "III.4.1.2")
    assert told in step.reason.text["en"]
    assert [line.id for line in instructions([HENAN], case)] == ["arrange-business"]


def test_nothing_is_refused_that_is_chosen() -> None:
    for moment, chosen in (("2021-11-21 17:59", False), ("2021-11-21 18:00", True), ("2021-11-28 07:59", True)):
        case = make_case((), at="2021-11-29 09:00", events={"admission": moment}, **FILING)  # type: ignore[arg-type]
        assert {step.reason.guidance for step in refused([HENAN], case)} == (
            set() if chosen else {"referral-admit-self-pay", "file-after-referral"}
        )
        assert ("file-after-referral" in {line.id for line in instructions([HENAN], case)}) == chosen


def test_a_deadline_rests_on_the_steps_of_its_count() -> None:
    case = make_case((), at="2021-11-29 09:00", events={"admission": "2021-11-22 09:00"}, **FILING)  # type: ignore[arg-type]
    line = next(line for line in instructions([HENAN], case) if line.id == "file-after-referral")
    *_, counted = line.derivation
    assert counted.reason.text["en"] == "7 working days after it: 2021-12-07 (Tue)"
    assert [step.reason.text["en"] for step in counted.below] == [
        "it hangs on the return (cut-over.end): expected 2021-11-28 08:00 (Sun), not confirmed",
        "the first day, 2021-11-28, is not counted",
    ]
