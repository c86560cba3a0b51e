"""The answer to a case: which notices are selected, known and nearest (design, section 4, rule 1, and section 5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

import outageplan
from outageplan.engine.case import Case
from outageplan.engine.plan import NoticeState, Plan, make_plan, standing
from outageplan.errors import UnknownNameError
from outageplan.notice.model import Notice

from .building import BEIJING, JINAN, PHARMACY, WEIFANG, Entry, Span, at, case, invented

NOW = "2021-11-25 12:00"
PAST: Span = ("2021-11-01 18:00", "2021-11-02 08:00")
CURRENT: Span = ("2021-11-21 18:00", "2021-11-28 08:00")
AHEAD: Span = ("2021-12-01 18:00", "2021-12-02 08:00")


def with_span(id: str, span: Span, *, status: str = "confirmed", published: str | None = None) -> Notice:
    """An invented notice with one window, which stops inquiries."""
    return invented(id, windows={"w": span}, effects={"inquiry": "suspended"}, status=status, published=published)


def ids(plan: Plan) -> list[str]:
    return [one.notice.id for one in plan.notices]


def nearest(plan: Plan) -> list[str]:
    return [one.notice.id for one in plan.nearest]


def test_the_states_of_a_notice_are_those_of_the_design() -> None:
    assert set(NoticeState) == {
        *("upcoming", "active", "unconfirmed", "resuming", "over", "presumed_over", "unscheduled", "cancelled"),
    }


# --- How a notice stands ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "state"),
    [
        pytest.param([CURRENT], "active", id="active"),
        pytest.param([PAST], "over", id="over"),
        pytest.param([AHEAD], "upcoming", id="upcoming"),
        pytest.param([("2021-11-01 18:00", "expected 2021-11-20 08:00")], "unconfirmed", id="unconfirmed"),
        pytest.param([("2021-10-01 18:00", "expected 2021-10-20 08:00")], "presumed_over", id="presumed-over"),
        pytest.param([("unresolved 31日凌晨", "unresolved 31日凌晨")], "unscheduled", id="unscheduled"),
        pytest.param([PAST, CURRENT], "active", id="one-is-active"),
        pytest.param([PAST, AHEAD], "upcoming", id="between-two"),
        pytest.param([CURRENT, AHEAD], "active", id="active-before-upcoming"),
        pytest.param([PAST, ("to be announced", "to be announced")], "unscheduled", id="one-without-a-date"),
    ],
)
def test_how_a_notice_stands(spans: list[Span], state: str) -> None:
    notice = invented(windows={f"w{number}": span for number, span in enumerate(spans)})
    assert standing(notice, at(NOW)).state == state


def test_a_notice_whose_return_is_under_way_is_resuming() -> None:
    notice = invented(windows={"w": PAST}, effects={"some": {"resume": "gradual"}})
    assert standing(notice, at(NOW)).state == "resuming"


def test_a_cancelled_notice_is_cancelled_whatever_its_dates() -> None:
    assert standing(with_span("it", CURRENT, status="cancelled"), at(NOW)).state == "cancelled"


# --- Selection --------------------------------------------------------------------------------------------------------

SHELF = (
    with_span("ahead", AHEAD),
    with_span("cancelled", CURRENT, status="cancelled"),
    with_span("current", CURRENT),
    with_span("past", PAST),
    with_span("presumed", ("2021-10-01 18:00", "expected 2021-10-20 08:00")),
    with_span("vague", ("unresolved 31日凌晨", "unresolved 31日凌晨")),
)


def test_without_ids_what_is_not_over_is_selected() -> None:
    assert ids(make_plan(SHELF, case(NOW))) == ["ahead", "current", "vague"]


def test_all_of_them_on_request() -> None:
    assert ids(make_plan(SHELF, case(NOW), include_over=True)) == [notice.id for notice in SHELF]


def test_ids_pick_notices_whatever_their_date_in_the_order_asked() -> None:
    asked = replace(case(NOW), notices=("past", "current", "past"))
    assert ids(make_plan(SHELF, asked)) == ["past", "current"]


@pytest.mark.parametrize(
    ("insured_at", "services", "selected"),
    [
        pytest.param(WEIFANG, (), ["here"], id="by-place"),
        pytest.param(JINAN, (), ["there"], id="by-another-place"),
        pytest.param(None, ("inquiry",), ["here", "there"], id="by-service"),
        pytest.param(None, (PHARMACY,), ["here"], id="by-a-service-of-one"),
        pytest.param(JINAN, (PHARMACY,), [], id="by-place-and-service"),
        pytest.param(None, (), ["here", "there"], id="by-nothing"),
    ],
)
def test_only_notices_that_concern_the_case(
    insured_at: str | None, services: tuple[str, ...], selected: list[str]
) -> None:
    here = invented("here", effects={"inquiry": "suspended", PHARMACY: "suspended"})
    there = invented("there", effects={"inquiry": "suspended"}, pools=[JINAN])
    asked = replace(case(NOW, insured_at), services=services)
    assert ids(make_plan([here, there], asked)) == selected


def test_without_services_all_that_the_notices_affect_in_the_order_of_the_catalog() -> None:
    found = make_plan([invented(effects={"inquiry": "unaffected", "filing.offsite": "suspended"})], case(NOW))
    assert [line.service.id for line in found.services] == [
        "filing.offsite.referral",
        "filing.offsite.residence",
        "filing.offsite.temporary",
        "inquiry",
    ]


def test_services_asked_for_are_listed_even_where_no_notice_names_them() -> None:
    found = make_plan(SHELF, replace(case(NOW), services=(PHARMACY, "inquiry"), notices=("current",)))
    assert [(line.service.id, line.state) for line in found.services] == [
        (PHARMACY, "not_mentioned"),
        ("inquiry", "down"),
    ]


@pytest.mark.parametrize(
    ("notice", "affected"),
    [
        ("current", True),
        ("ahead", False),
        ("past", False),
        ("vague", False),
        ("cancelled", False),
    ],
)
def test_whether_anything_is_affected_now(notice: str, affected: bool) -> None:
    assert make_plan(SHELF, replace(case(NOW), notices=(notice,))).affected is affected


def test_what_is_terminated_is_told_after_its_window_too() -> None:
    """Terminated does not come back: once its window is over the plan must not say that no notice names it."""
    notice = invented(windows={"w": PAST}, effects={"channel.kiosk": "terminated"})
    found = make_plan([notice], replace(case(NOW), services=("channel.kiosk",)))
    assert [line.state for line in found.services] == ["terminated"]


# --- Known at ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "known_at", "known"),
    [
        pytest.param("2021-11-17 09:30", "2021-11-17 09:29", False, id="a-minute-before"),
        pytest.param("2021-11-17 09:30", "2021-11-17 09:30", True, id="at-the-minute"),
        pytest.param("2021-11-17 09:30", "2021-11-17 09:31", True, id="a-minute-after"),
        pytest.param("2021-11-17", "2021-11-16 23:59", False, id="the-evening-before-the-day"),
        pytest.param("2021-11-17", "2021-11-17 00:00", True, id="from-the-day's-beginning"),
        pytest.param(None, "1999-01-01 00:00", True, id="undated-is-always-known"),
        pytest.param("2021-11-17", None, True, id="without-a-knowledge-time"),
    ],
)
def test_what_is_published_later_does_not_exist(published: str | None, known_at: str | None, known: bool) -> None:
    notice = invented(published=published)
    asked = replace(case(NOW), known_at=at(known_at) if known_at else None)
    found = make_plan([notice], asked, include_over=True)
    assert (ids(found), nearest(found)) == ((["invented"], []) if known else ([], []))
    assert bool(found.services) is known


def test_knowledge_is_not_the_moment() -> None:
    """What is asked about may lie before what is known: a notice of the 17th on the services of the 10th."""
    notice = with_span("it", ("2021-11-09 00:00", "2021-11-11 00:00"), published="2021-11-17")
    asked = replace(case("2021-11-10 12:00"), known_at=at("2021-11-20 00:00"))
    assert [line.state for line in make_plan([notice], asked).services] == ["down"]


def test_an_id_that_is_not_known_yet_is_refused_like_any_unknown_id() -> None:
    with pytest.raises(UnknownNameError):
        outageplan.plan([invented(published="2021-11-17")], at=NOW, known_at="2021-11-01", ids=["invented"])


# --- Nearest ----------------------------------------------------------------------------------------------------------


def test_when_something_is_selected_nothing_is_nearest() -> None:
    assert make_plan(SHELF, case(NOW)).nearest == ()


def test_the_nearest_of_those_that_concern_the_case() -> None:
    long_past = with_span("long-past", ("2020-11-01 18:00", "2020-11-02 08:00"))
    elsewhere = invented("elsewhere", pools=[JINAN])
    found = make_plan([long_past, elsewhere], case(NOW, WEIFANG))
    assert (ids(found), nearest(found)) == ([], ["long-past"])
    assert [one.state for one in found.nearest] == ["over"]


def test_else_the_nearest_of_all_at_most_two_in_order_of_distance() -> None:
    far, near, current = (
        with_span("far", PAST),
        with_span("near", AHEAD),
        with_span("now", ("2021-11-25 11:00", CURRENT[1])),
    )
    found = make_plan([far, near, current], case(NOW, BEIJING))
    assert (ids(found), nearest(found)) == ([], ["now", "near"])


def test_what_has_no_date_is_near_to_nothing() -> None:
    vague = with_span("vague", ("unresolved 31日凌晨", "unresolved 31日凌晨"))
    assert make_plan([vague], case(NOW, BEIJING)).nearest == ()
    assert make_plan([], case(NOW)) == Plan(case=case(NOW), notices=(), services=(), guidance=())


# --- Deadlines --------------------------------------------------------------------------------------------------------


def test_deadlines_in_order_of_time_the_undated_last() -> None:
    entries: dict[str, Entry] = {
        "open": {"deadline": "30 days after discharge"},
        "late": {"deadline": "7 working days after stop.end"},
        "none": {},
        "early": {"deadline": "2021-11-18 17:00"},
    }
    found = make_plan([invented(guidance=entries)], case(NOW))
    assert [line.id for line in found.guidance] == ["open", "late", "none", "early"]
    assert [line.id for line in found.deadlines] == ["early", "late", "open"]


def test_the_plan_keeps_the_case() -> None:
    asked = Case(at=at(NOW), insured_at=WEIFANG, role="insured", services=("inquiry",))
    assert make_plan(SHELF, asked).case is asked
