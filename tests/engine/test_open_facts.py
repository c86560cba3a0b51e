"""Facts that outlast their notice: a deadline that runs from a stay is not forgotten when the stop is over."""

from __future__ import annotations

from typing import Any

import pytest

from outageplan.engine.asking import make_case
from outageplan.engine.plan import Plan, make_plan

from .building import WEIFANG, invented

LATE = {
    "when": {"discharged": "during"},
    "deadline": "12 months after discharge",
    "phase": "after",
    "services": ["settlement.local.inpatient"],
}
NOTICE = invented(guidance={"late": LATE})  # from 18:00 on 21 November to 08:00 on 28 November 2021


def plan(at: str, **facts: Any) -> Plan:
    return make_plan([NOTICE], make_case([], at=at, insured_at=WEIFANG, treated_at=WEIFANG, **facts))


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        pytest.param("2021-11-25 09:00", ["--patient", "--admitted", "--discharged"], id="during-the-stop"),
        # For the first discharge the period ends on Monday, 21 November 2022, for the last on the 28th.
        pytest.param("2022-06-01 09:00", ["--discharged"], id="months-later"),
        pytest.param("2022-11-28 23:59", ["--discharged"], id="the-last-minute-of-the-last-deadline"),
        pytest.param("2022-11-29 00:00", [], id="all-have-passed"),
    ],
)
def test_the_discharge_is_asked_for_while_a_deadline_may_still_run(at: str, asked: list[str]) -> None:
    assert [fact.option for fact in plan(at).open_facts] == asked


def test_what_is_asked_for_then() -> None:
    (fact,) = plan("2022-06-01 09:00").open_facts
    assert fact.text["en"] == (
        "the answer depends on the day of discharge, from which a deadline counts: give --discharged"
    )
    assert fact.text["zh"] == "答复取决于出院之日（据以推算期限）：请用 --discharged 写明"
    assert (fact.values, fact.guidance) == ((), ("late",))


@pytest.mark.parametrize(
    ("discharged", "running"),
    [
        ("2021-11-21 17:59", []),
        ("2021-11-21 18:00", ["late"]),
        ("2021-11-28 07:59", ["late"]),
        ("2021-11-28 08:00", []),
    ],
)
def test_given_the_discharge_the_deadline_is_there(discharged: str, running: list[str]) -> None:
    found = plan("2022-06-01 09:00", events={"discharge": discharged})
    assert ([line.id for line in found.running], found.open_facts) == (running, ())


def test_who_is_no_inpatient_is_not_asked() -> None:
    assert plan("2022-06-01 09:00", patient=["chronic"]).open_facts == ()
