"""How a service stands: containment, specific wins, worst effect, certainty (design, section 4, rules 2 to 6)."""

from __future__ import annotations

import pytest

from outageplan.engine.availability import State

from .building import (
    BEIJING,
    CROSS_PROVINCE,
    HENAN,
    HENAN_DIRECT,
    IN_PROVINCE,
    JINAN,
    NATION,
    PHARMACY,
    SHANDONG,
    WEIFANG,
    ZHENGZHOU,
    Entry,
    Span,
    invented,
    line,
    state,
)

BEFORE, DURING, AFTER, LONG_AFTER = "2021-11-21 17:59", "2021-11-25 12:00", "2021-11-28 08:00", "2021-12-28 08:00"
FIRM = {"stop": ("2021-11-21 18:00", "2021-11-28 08:00")}
EXPECTED = {"stop": ("2021-11-21 18:00", "expected 2021-11-28 08:00")}


@pytest.mark.parametrize(
    ("effect", "states"),
    [
        pytest.param("suspended", ["upcoming", "down", "over"], id="suspended"),
        pytest.param("degraded", ["upcoming", "degraded", "over"], id="degraded"),
        pytest.param("paper_only", ["upcoming", "paper_only", "over"], id="paper-only"),
        pytest.param("terminated", ["upcoming", "terminated", "terminated"], id="terminated-stays-terminated"),
        pytest.param("unaffected", ["unaffected", "unaffected", "unaffected"], id="unaffected"),
    ],
)
def test_each_effect_before_during_and_after(effect: str, states: list[str]) -> None:
    notice = invented(windows=FIRM, effects={"inquiry": effect})
    assert [state("inquiry", moment, notice) for moment in (BEFORE, DURING, AFTER)] == states


@pytest.mark.parametrize("effect", ["suspended", "degraded", "paper_only"])
def test_after_an_expected_end_nothing_is_certain_for_thirty_days(effect: str) -> None:
    notice = invented(windows=EXPECTED, effects={"inquiry": effect})
    found = [state("inquiry", moment, notice) for moment in (AFTER, "2021-12-28 07:59", LONG_AFTER)]
    assert found == ["unconfirmed", "unconfirmed", "over"]


@pytest.mark.parametrize("resume", ["gradual", "batched"])
def test_a_return_under_way(resume: str) -> None:
    notice = invented(windows=FIRM, effects={"some": {"services": ["inquiry"], "resume": resume}})
    found = [state("inquiry", moment, notice) for moment in (DURING, AFTER, "2021-12-28 07:59", LONG_AFTER)]
    assert found == ["down", "resuming", "resuming", "over"]


@pytest.mark.parametrize("start", ["to be announced", "unresolved 31日凌晨", "when the platform opens"])
def test_without_a_start_a_service_is_unscheduled(start: str) -> None:
    notice = invented(windows={"stop": (start, "to be announced")}, effects={"inquiry": "suspended"})
    assert {state("inquiry", moment, notice) for moment in (BEFORE, DURING, LONG_AFTER)} == {"unscheduled"}


@pytest.mark.parametrize("effect", ["suspended", "terminated", "degraded", "paper_only", "unaffected"])
@pytest.mark.parametrize("moment", [BEFORE, DURING, AFTER])
def test_a_cancelled_notice_leaves_its_services_unaffected(effect: str, moment: str) -> None:
    assert state("inquiry", moment, invented(status="cancelled", effects={"inquiry": effect})) == "unaffected"


@pytest.mark.parametrize("status", ["draft", "tentative"])
def test_a_stated_end_is_no_promise_in_a_draft(status: str) -> None:
    notice = invented(windows=FIRM, status=status)
    found = [state("inquiry", moment, notice) for moment in (DURING, AFTER, "2021-12-28 07:59", LONG_AFTER)]
    assert found == ["down", "unconfirmed", "unconfirmed", "over"]


def test_what_no_notice_names_is_not_mentioned() -> None:
    found = line("inquiry", DURING, invented(effects={"filing": "suspended"}))
    assert (found.state, found.effect, found.until, found.claims) == ("not_mentioned", None, None, ())
    assert [(reason.rule, reason.notice) for reason in found.because] == [("named", None)]


def test_the_states_are_those_of_the_design_and_unscheduled() -> None:
    assert set(State) == {
        *("down", "degraded", "paper_only", "terminated", "resuming", "unconfirmed", "unaffected", "upcoming", "over"),
        *("not_mentioned", "unscheduled"),
    }


# --- Specific wins ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effects", "service", "wins"),
    [
        pytest.param(
            {"all": "suspended", "filing": "paper_only"}, "filing.chronic", "paper_only", id="branch-over-all"
        ),
        pytest.param({"all": "suspended", "inquiry": "unaffected"}, "inquiry", "unaffected", id="leaf-over-all"),
        pytest.param({"all": "suspended", "inquiry": "unaffected"}, "certificate", "down", id="the-rest-stays"),
        pytest.param({"all": "unaffected", "inquiry": "suspended"}, "inquiry", "down", id="worse-leaf-over-all"),
        pytest.param({"handling": "suspended", "all": "degraded"}, "inquiry", "down", id="group-over-all"),
        pytest.param({"handling": "suspended", "inquiry": "unaffected"}, "inquiry", "unaffected", id="root-over-group"),
        pytest.param({"handling": "unaffected", "all": "suspended"}, PHARMACY, "down", id="outside-the-group"),
        pytest.param(
            {"settlement": "suspended", "settlement.local": "degraded", PHARMACY: "paper_only"},
            PHARMACY,
            "paper_only",
            id="deepest-of-three",
        ),
        pytest.param(
            {"settlement.offsite": "suspended", CROSS_PROVINCE: "unaffected"},
            IN_PROVINCE,
            "down",
            id="sibling-untouched",
        ),
    ],
)
def test_the_more_specific_entry_wins_inside_one_window(effects: dict[str, str], service: str, wins: str) -> None:
    assert state(service, DURING, invented(effects=effects)) == wins


def test_of_two_entries_as_specific_as_each_other_the_worse_wins() -> None:
    effects = {name: {"services": ["inquiry"], "effect": name} for name in ("degraded", "suspended")}
    assert state("inquiry", DURING, invented(effects=effects)) == "down"


@pytest.mark.parametrize("listed", [["all", "inquiry"], ["inquiry", "all"]])
def test_an_entry_counts_as_specific_as_its_most_specific_name(listed: list[str]) -> None:
    effects: dict[str, Entry] = {"a": {"services": listed, "effect": "unaffected"}, "b": {"services": ["handling"]}}
    assert state("inquiry", DURING, invented(effects=effects)) == "unaffected"


def test_specific_never_wins_over_another_window() -> None:
    windows: dict[str, Span] = {"one": FIRM["stop"], "two": FIRM["stop"]}
    effects: dict[str, Entry] = {
        "everything": {"in": ["one"]},
        "but": {"in": ["two"], "services": ["inquiry"], "effect": "unaffected"},
    }
    assert state("inquiry", DURING, invented(windows=windows, effects=effects)) == "down"


def test_specific_never_wins_over_another_notice() -> None:
    named = invented("first", effects={"inquiry": "unaffected"})
    assert state("inquiry", DURING, named, invented("second", effects={"all": "suspended"})) == "down"


def test_an_entry_without_windows_is_for_all_of_them() -> None:
    windows: dict[str, Span] = {"one": FIRM["stop"], "two": ("2021-12-01 18:00", "2021-12-02 08:00")}
    notice = invented(windows=windows, effects={"inquiry": "suspended"})
    assert [claim.window_id for claim in line("inquiry", DURING, notice).claims] == ["one", "two"]


# --- Worst effect wins ------------------------------------------------------------------------------------------------

FROM_WORST = ["terminated", "suspended", "degraded", "paper_only", "unaffected"]
STATES = ["terminated", "down", "degraded", "paper_only", "unaffected"]


@pytest.mark.parametrize("worse", range(4))
@pytest.mark.parametrize("better", range(1, 5))
def test_the_worst_of_overlapping_windows(worse: int, better: int) -> None:
    if better <= worse:
        worse, better = better - 1, worse + 1
    one = invented("one", effects={"inquiry": FROM_WORST[better]})
    two = invented("two", effects={"inquiry": FROM_WORST[worse]})
    for notices in ((one, two), (two, one)):
        found = line("inquiry", DURING, *notices)
        assert (found.state, found.effect) == (STATES[worse], FROM_WORST[worse])


def test_windows_that_do_not_overlap_do_not_add_up() -> None:
    past = invented(
        "past", windows={"stop": ("2021-11-01 18:00", "2021-11-02 08:00")}, effects={"inquiry": "suspended"}
    )
    now = invented("now", effects={"inquiry": "paper_only"})
    found = line("inquiry", DURING, past, now)
    assert (found.state, found.effect) == ("paper_only", "suspended")


def test_what_is_down_counts_for_more_than_what_is_unconfirmed() -> None:
    open_return = invented("one", windows={"stop": ("2021-11-01 18:00", "expected 2021-11-20 08:00")})
    assert state("inquiry", BEFORE, open_return, invented("two")) == "unconfirmed"
    assert state("inquiry", DURING, open_return, invented("two")) == "down"


# --- Places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pool", "insured_at", "found"),
    [
        (HENAN_DIRECT, HENAN_DIRECT, "down"),
        (HENAN_DIRECT, ZHENGZHOU, "not_mentioned"),
        (HENAN, ZHENGZHOU, "down"),
        (NATION, HENAN_DIRECT, "down"),
        (ZHENGZHOU, HENAN_DIRECT, "not_mentioned"),
    ],
)
def test_containment_of_the_pool_of_insurance(pool: str, insured_at: str, found: str) -> None:
    assert state("inquiry", DURING, invented(pools=[pool]), insured_at=insured_at) == found


def test_a_narrowed_effect_is_for_its_own_pools_only() -> None:
    effects: dict[str, Entry] = {"everything": {"pools": [JINAN]}}
    notice = invented(pools=[WEIFANG, JINAN], effects=effects)
    assert state("inquiry", DURING, notice, insured_at=JINAN) == "down"
    assert state("inquiry", DURING, notice, insured_at=WEIFANG) == "not_mentioned"


def test_a_narrowed_exception_leaves_the_other_pools_down() -> None:
    effects: dict[str, Entry] = {
        "everything": {},
        "but": {"services": ["inquiry"], "effect": "unaffected", "pools": [JINAN]},
    }
    notice = invented(pools=[SHANDONG], effects=effects)
    assert state("inquiry", DURING, notice, insured_at=JINAN) == "unaffected"
    assert state("inquiry", DURING, notice, insured_at=WEIFANG) == "down"


def test_an_exception_for_one_end_does_not_bring_the_other_end_up() -> None:
    """Rule 3: any one of the ends that is down brings off-site settlement down, whatever is said of the other."""
    effects: dict[str, Entry] = {
        "everything": {},
        "but": {"services": ["settlement.offsite"], "effect": "unaffected", "pools": [JINAN]},
    }
    notice = invented(pools=[WEIFANG, JINAN], effects=effects)
    assert state(IN_PROVINCE, DURING, notice, insured_at=WEIFANG, treated_at=JINAN) == "down"


@pytest.mark.parametrize(
    ("pool", "insured_at", "treated_at", "found"),
    [
        pytest.param(WEIFANG, WEIFANG, BEIJING, "down", id="insurance-end"),
        pytest.param(WEIFANG, BEIJING, WEIFANG, "down", id="treatment-end"),
        pytest.param(NATION, BEIJING, WEIFANG, "down", id="hub"),
        pytest.param(JINAN, BEIJING, WEIFANG, "not_mentioned", id="neither"),
        pytest.param(WEIFANG, WEIFANG, JINAN, "not_mentioned", id="within-one-province"),
    ],
)
def test_any_end_that_is_down_brings_cross_province_care_down(
    pool: str, insured_at: str, treated_at: str, found: str
) -> None:
    notice = invented(pools=[pool], effects={"settlement.offsite": "suspended"})
    assert state(CROSS_PROVINCE, DURING, notice, insured_at=insured_at, treated_at=treated_at) == found


def test_without_a_place_every_notice_counts_at_its_own_pools() -> None:
    here, there = invented("here", pools=[WEIFANG]), invented("there", effects={"all": "degraded"}, pools=[ZHENGZHOU])
    assert [claim.notice.id for claim in line("inquiry", DURING, here, there).claims] == ["here", "there"]
    assert state("inquiry", DURING, here, there, insured_at=ZHENGZHOU) == "degraded"


@pytest.mark.parametrize(
    ("effects", "pool", "found"),
    [
        pytest.param({"all": "suspended"}, WEIFANG, "not_mentioned", id="all-of-a-city"),
        pytest.param({"channel.national": "suspended"}, WEIFANG, "down", id="a-city-that-names-it"),
        pytest.param({"all": "suspended"}, NATION, "down", id="all-of-the-nation"),
    ],
)
def test_all_of_one_pool_is_not_the_national_platform(effects: dict[str, str], pool: str, found: str) -> None:
    notice = invented(pools=[pool], effects=effects)
    assert state("channel.national.app", DURING, notice, insured_at=WEIFANG) == found
    assert state("channel.national.app", DURING, notice) == found


def test_off_site_care_of_a_province_may_stop_before_the_city_s_own() -> None:
    province = invented(
        "province",
        pools=[SHANDONG],
        windows={"w": ("2021-11-19 18:00", "2021-11-28 08:00")},
        effects={"settlement.offsite": "suspended"},
    )
    city = invented("city", pools=[WEIFANG])
    found = {
        service: state(service, "2021-11-20 09:00", province, city, insured_at=WEIFANG)
        for service in (CROSS_PROVINCE, IN_PROVINCE, PHARMACY)
    }
    assert found == {CROSS_PROVINCE: "down", IN_PROVINCE: "down", PHARMACY: "upcoming"}


def test_cross_province_down_while_in_province_is_expressly_normal() -> None:
    effects = {"settlement.offsite.cross_province": "suspended", "settlement.offsite.in_province": "unaffected"}
    notice = invented(pools=[NATION], effects=effects)
    assert state(CROSS_PROVINCE, DURING, notice, insured_at=BEIJING, treated_at=WEIFANG) == "down"
    assert state(IN_PROVINCE, DURING, notice, insured_at=JINAN, treated_at=WEIFANG) == "unaffected"
