"""What is said where a notice says nothing (design, section 4, rule 9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outageplan.engine.plan import Plan, make_plan
from outageplan.notice.model import Notice

from .building import BEIJING, CROSS_PROVINCE, IN_PROVINCE, PHARMACY, WEIFANG, Entry, Span, case, invented

NOW = "2021-11-25 12:00"
INPATIENT = "settlement.local.inpatient"
NO_REMEDY = ["suspend", "plan_ahead", "post_notice", "announce_changes"]


def plan(*notices: Notice, role: str | None = "insured", moment: str = NOW, include_over: bool = False) -> Plan:
    """The plan for a role without a place."""
    return make_plan(notices, replace(case(moment), role=role), include_over=include_over)


def stops(service: str = PHARMACY, effect: str = "suspended", **guidance: Entry) -> Notice:
    """An invented notice with one effect on one service, and guidance by id."""
    return invented(effects={service: effect}, guidance=guidance)


def offered(found: Plan) -> tuple[str, ...] | None:
    """The services that the national fallback is offered for."""
    return next((line.services for line in found.guidance if line.id == "national-fallback"), None)


def test_the_fallback_is_a_claim_by_hand_and_marked_as_no_notice_s() -> None:
    found = plan(stops())
    assert found.unserved == (PHARMACY,)
    (line,) = found.guidance
    assert (line.id, line.notice, line.action, line.phase) == ("national-fallback", None, "manual_claim", "after")
    assert (line.roles, line.services, line.clause, line.due) == (("insured",), (PHARMACY,), None, None)
    assert [reason.rule for reason in line.because] == ["fallback"]
    assert "claim by hand" in line.text["en"]
    assert "手工（零星）报销" in line.text["zh"]


def test_only_settlements_fall_back_on_a_claim() -> None:
    found = plan(invented(effects={"inquiry": "suspended", PHARMACY: "suspended", INPATIENT: "suspended"}))
    assert found.unserved == (INPATIENT, PHARMACY, "inquiry")
    assert offered(found) == (INPATIENT, PHARMACY)
    found = plan(stops("inquiry"))
    assert (found.unserved, offered(found)) == (("inquiry",), None)


@pytest.mark.parametrize("effect", ["paper_only", "degraded", "unaffected"])
def test_what_does_not_stop_needs_no_fallback(effect: str) -> None:
    found = plan(stops(effect=effect))
    assert (found.unserved, found.guidance) == ((), ())


def test_what_is_terminated_needs_one() -> None:
    assert offered(plan(stops(effect="terminated"))) == (PHARMACY,)


@pytest.mark.parametrize(
    ("window", "moment", "left"),
    [
        pytest.param(("2021-11-21 18:00", "2021-11-28 08:00"), "2021-11-21 17:59", True, id="upcoming"),
        pytest.param(("2021-11-21 18:00", "2021-11-28 08:00"), NOW, True, id="down"),
        pytest.param(("2021-11-21 18:00", "expected 2021-11-28 08:00"), "2021-11-28 08:00", True, id="unconfirmed"),
        pytest.param(("2021-11-21 18:00", "2021-11-28 08:00"), "2021-11-28 08:00", False, id="over"),
        pytest.param(("2021-11-21 18:00", "expected 2021-11-28 08:00"), "2021-12-28 08:00", False, id="presumed-over"),
    ],
)
def test_at_which_stages_it_is_offered(window: Span, moment: str, left: bool) -> None:
    notice = invented(windows={"stop": window}, effects={PHARMACY: "suspended"})
    assert offered(plan(notice, moment=moment, include_over=True)) == ((PHARMACY,) if left else None)


@pytest.mark.parametrize(
    ("moment", "current"),
    [("2021-11-21 17:59", False), ("2021-11-21 18:00", True), ("2021-11-28 08:00", True)],
)
def test_it_applies_from_the_stop_on(moment: str, current: bool) -> None:
    window: Span = ("2021-11-21 18:00", "expected 2021-11-28 08:00")
    (general,) = plan(invented(windows={"stop": window}, effects={PHARMACY: "suspended"}), moment=moment).guidance
    assert general.current is current


# --- Who is served ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", ["before", "during", "after"])
@pytest.mark.parametrize("named", [PHARMACY, "settlement.local", "settlement", "all"])
def test_guidance_in_any_phase_serves_what_it_names(named: str, phase: str) -> None:
    found = plan(stops(it={"services": [named], "phase": phase}))
    assert (found.unserved, [line.id for line in found.guidance]) == ((), ["it"])


def test_guidance_on_another_service_does_not_serve() -> None:
    assert plan(stops(it={"services": [INPATIENT]})).unserved == (PHARMACY,)


@pytest.mark.parametrize(
    ("role", "left"),
    [
        pytest.param("insured", (PHARMACY,), id="told-to-others"),
        pytest.param("pharmacy", (), id="told"),
        pytest.param(None, (), id="anyone"),
    ],
)
def test_guidance_serves_its_own_roles(role: str | None, left: tuple[str, ...]) -> None:
    assert plan(stops(it={"for": ["pharmacy"]}), role=role).unserved == left


@pytest.mark.parametrize(
    ("role", "left"),
    [("pharmacy", (PHARMACY,)), ("hospital", (INPATIENT,)), ("tax", ()), (None, (INPATIENT, PHARMACY))],
)
def test_only_the_services_that_a_role_uses_are_missed(role: str | None, left: tuple[str, ...]) -> None:
    assert plan(invented(effects={PHARMACY: "suspended", INPATIENT: "suspended"}), role=role).unserved == left


@pytest.mark.parametrize("action", NO_REMEDY)
def test_being_told_of_the_stop_is_not_being_served(action: str) -> None:
    found = plan(stops(it={"action": action}))
    assert found.unserved == (PHARMACY,)
    assert [line.id for line in found.guidance] == ["it", "national-fallback"]


@pytest.mark.parametrize("action", ["prepay_full", "manual_claim", "stock_up", "on_account", "phone_filing"])
def test_being_told_what_to_do_is(action: str) -> None:
    assert plan(stops(it={"action": action})).unserved == ()


def test_a_remedy_beside_a_mere_announcement_serves() -> None:
    assert plan(stops(told={"action": "suspend"}, helped={"action": "prepay_full"})).unserved == ()


def test_guidance_for_the_other_side_does_not_serve() -> None:
    away: Entry = {"when": {"insured": "here", "treated": "elsewhere"}}
    notice = invented(effects={"settlement.offsite": "suspended"}, guidance={"away": away})
    found = make_plan([notice], case(NOW, BEIJING, WEIFANG))
    assert CROSS_PROVINCE in found.unserved
    assert IN_PROVINCE not in found.unserved
    assert make_plan([notice], case(NOW, WEIFANG, BEIJING)).unserved == ()


# --- What stopped once, or would have ---------------------------------------------------------------------------------


def test_a_stop_that_is_over_does_not_make_papers_ahead_a_stop() -> None:
    windows: dict[str, Span] = {
        "past": ("2021-11-01 18:00", "2021-11-02 08:00"),
        "ahead": ("2021-12-01 18:00", "2021-12-02 08:00"),
    }
    effects: dict[str, Entry] = {
        "stopped": {"in": ["past"], "services": [PHARMACY]},
        "papers": {"in": ["ahead"], "services": [PHARMACY], "effect": "paper_only"},
    }
    assert plan(invented(windows=windows, effects=effects)).unserved == ()


def test_a_cancelled_stop_does_not_make_papers_ahead_a_stop() -> None:
    cancelled = invented("withdrawn", effects={PHARMACY: "suspended"}, status="cancelled")
    ahead: dict[str, Span] = {"ahead": ("2021-12-01 18:00", "2021-12-02 08:00")}
    papers = invented("papers", windows=ahead, effects={PHARMACY: "paper_only"})
    assert plan(cancelled, papers, include_over=True).unserved == ()
