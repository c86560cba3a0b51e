"""Off-site settlement by ten invented notices at once: either end, or the hub between them, brings it down.

Each notice stops for an hour of 1 March 2024, some of them together:

    08:00-09:00  Weifang, everything                    12:00-13:00  Jinan, everything
    09:00-10:00  Zhengzhou, off-site settlement         13:00-14:00  Henan provincial-direct, everything
    10:00-11:00  Shandong, off-site within a province   14:00-15:00  Beijing, everything
    11:00-12:00  the nation, off-site across provinces  15:00-16:00  Henan, everything on paper only
    08:30-09:30  Weifang and Zhengzhou, off-site settlement restricted
    16:00-       the nation, agency handling, return to be announced
"""

from __future__ import annotations

import pytest

from outageplan.engine.availability import State
from outageplan.engine.rules import BOTH_ENDS
from outageplan.notice.model import Notice

from .building import (
    BEIJING,
    CROSS_PROVINCE,
    HENAN,
    HENAN_DIRECT,
    IN_PROVINCE,
    JINAN,
    NATION,
    SHANDONG,
    WEIFANG,
    ZHENGZHOU,
    around,
    invented,
    line,
    state,
    until,
)

OFF_SITE = "settlement.offsite"


def stopping(id: str, pools: list[str], start: str, end: str, service: str, effect: str = "suspended") -> Notice:
    window = (f"2024-03-01 {start}", f"2024-03-01 {end}" if end[0].isdigit() else end)
    return invented(id, pools=pools, windows={"stop": window}, effects={service: effect})


TEN = [
    stopping("weifang", [WEIFANG], "08:00", "09:00", "all"),
    stopping("zhengzhou", [ZHENGZHOU], "09:00", "10:00", OFF_SITE),
    stopping("shandong", [SHANDONG], "10:00", "11:00", "settlement.offsite.in_province"),
    stopping("nation", [NATION], "11:00", "12:00", "settlement.offsite.cross_province"),
    stopping("jinan", [JINAN], "12:00", "13:00", "all"),
    stopping("henan-direct", [HENAN_DIRECT], "13:00", "14:00", "all"),
    stopping("beijing", [BEIJING], "14:00", "15:00", "all"),
    stopping("henan", [HENAN], "15:00", "16:00", "all", "paper_only"),
    stopping("both", [WEIFANG, ZHENGZHOU], "08:30", "09:30", OFF_SITE, "degraded"),
    stopping("handling", [NATION], "16:00", "to be announced", "handling"),
]
CASES = {
    "Weifang to Zhengzhou": (CROSS_PROVINCE, WEIFANG, ZHENGZHOU),
    "Zhengzhou to Weifang": (CROSS_PROVINCE, ZHENGZHOU, WEIFANG),
    "Weifang to Jinan": (IN_PROVINCE, WEIFANG, JINAN),
    "Henan direct to Zhengzhou": (IN_PROVINCE, HENAN_DIRECT, ZHENGZHOU),
    "Beijing to Jinan": (CROSS_PROVINCE, BEIJING, JINAN),
    "Weifang to somewhere": (CROSS_PROVINCE, WEIFANG, None),
    "somewhere to Zhengzhou": (CROSS_PROVINCE, None, ZHENGZHOU),
    "Nanjing to Shanghai": (CROSS_PROVINCE, "320100", "310000"),
}
# From which minute on it stands how, and whose notices say so of which end
Row = tuple[str, str, dict[str, str]]
DOWN: dict[str, list[Row]] = {
    "Weifang to Zhengzhou": [
        ("08:00", "down", {"weifang": "insured_at"}),
        ("08:30", "down", {"weifang": "insured_at", "both": "insured_at treated_at"}),
        ("09:00", "down", {"zhengzhou": "treated_at", "both": "insured_at treated_at"}),
        ("09:30", "down", {"zhengzhou": "treated_at"}),
        ("10:00", "upcoming", {}),
        ("11:00", "down", {"nation": "national"}),
        ("12:00", "upcoming", {}),
        ("15:00", "paper_only", {"henan": "treated_at"}),
        ("16:00", "over", {}),
    ],
    "Zhengzhou to Weifang": [
        ("08:00", "down", {"weifang": "treated_at"}),
        ("08:30", "down", {"weifang": "treated_at", "both": "insured_at treated_at"}),
        ("09:00", "down", {"zhengzhou": "insured_at", "both": "insured_at treated_at"}),
        ("09:30", "down", {"zhengzhou": "insured_at"}),
        ("10:00", "upcoming", {}),
        ("11:00", "down", {"nation": "national"}),
        ("12:00", "upcoming", {}),
        ("15:00", "paper_only", {"henan": "insured_at"}),
        ("16:00", "over", {}),
    ],
    "Weifang to Jinan": [
        ("08:00", "down", {"weifang": "insured_at"}),
        ("08:30", "down", {"weifang": "insured_at", "both": "insured_at"}),
        ("09:00", "degraded", {"both": "insured_at"}),
        ("09:30", "upcoming", {}),
        ("10:00", "down", {"shandong": "province"}),
        ("11:00", "upcoming", {}),
        ("12:00", "down", {"jinan": "treated_at"}),
        ("13:00", "over", {}),
    ],
    "Henan direct to Zhengzhou": [
        ("08:30", "degraded", {"both": "treated_at"}),
        ("09:00", "down", {"zhengzhou": "treated_at", "both": "treated_at"}),
        ("09:30", "down", {"zhengzhou": "treated_at"}),
        ("10:00", "upcoming", {}),
        ("13:00", "down", {"henan-direct": "insured_at"}),
        ("14:00", "upcoming", {}),
        ("15:00", "paper_only", {"henan": "province"}),
        ("16:00", "over", {}),
    ],
    "Beijing to Jinan": [
        ("11:00", "down", {"nation": "national"}),
        ("12:00", "down", {"jinan": "treated_at"}),
        ("13:00", "upcoming", {}),
        ("14:00", "down", {"beijing": "insured_at"}),
        ("15:00", "over", {}),
    ],
    "Weifang to somewhere": [
        ("08:00", "down", {"weifang": "insured_at"}),
        ("08:30", "down", {"weifang": "insured_at", "both": "insured_at"}),
        ("09:00", "degraded", {"both": "insured_at"}),
        ("09:30", "upcoming", {}),
        ("11:00", "down", {"nation": "national"}),
        ("12:00", "over", {}),
    ],
    "somewhere to Zhengzhou": [
        ("08:30", "degraded", {"both": "treated_at"}),
        ("09:00", "down", {"zhengzhou": "treated_at", "both": "treated_at"}),
        ("09:30", "down", {"zhengzhou": "treated_at"}),
        ("10:00", "upcoming", {}),
        ("11:00", "down", {"nation": "national"}),
        ("12:00", "upcoming", {}),
        ("15:00", "paper_only", {"henan": "treated_at"}),
        ("16:00", "over", {}),
    ],
    "Nanjing to Shanghai": [("11:00", "down", {"nation": "national"}), ("12:00", "over", {})],
}


def ends(name: str, moment: str) -> dict[str, str]:
    """The ends that are down, restricted or on paper only at a moment, by the notice that says so."""
    service, insured_at, treated_at = CASES[name]
    found = line(service, moment, *TEN, insured_at=insured_at, treated_at=treated_at)
    now = {State.DOWN, State.DEGRADED, State.PAPER_ONLY}
    return {
        claim.notice.id: " ".join(sorted(hit.place for hit in claim.hits))
        for claim in found.claims
        if claim.state(found.case.at) in now
    }


@pytest.mark.parametrize("name", CASES)
def test_each_boundary_from_both_sides(name: str) -> None:
    service, insured_at, treated_at = CASES[name]
    before = "upcoming"
    for clock, there, _ in DOWN[name]:
        minutes = around(f"2024-03-01 {clock}")
        found = [state(service, at, *TEN, insured_at=insured_at, treated_at=treated_at).value for at in minutes]
        assert found == [before, there, there], clock
        before = there


@pytest.mark.parametrize("name", CASES)
def test_the_end_that_is_down_is_named(name: str) -> None:
    assert {clock: ends(name, f"2024-03-01 {clock}") for clock, _, _ in DOWN[name]} == {
        clock: down for clock, _, down in DOWN[name]
    }


def test_the_first_reason_on_ends_is_that_of_the_notice_that_decides() -> None:
    found = line(CROSS_PROVINCE, "2024-03-01 09:15", *TEN, insured_at=WEIFANG, treated_at=ZHENGZHOU)
    first = next(reason for reason in found.because if reason.rule == BOTH_ENDS)
    assert (first.notice, first.text["zh"]) == ("zhengzhou", "涉及就医地：郑州市（410100）")
    assert first.text["en"] == "it concerns the pool of treatment: Zhengzhou (410100)"
    assert "jinan" not in {reason.notice for reason in found.because}
    assert "henan-direct" not in {reason.notice for reason in found.because}


@pytest.mark.parametrize(
    ("moment", "ends_at"),
    [
        ("2024-03-01 07:00", "2024-03-01 08:00"),
        ("2024-03-01 08:15", "2024-03-01 10:00"),  # Weifang, then Zhengzhou: never up between them
        ("2024-03-01 10:00", "2024-03-01 11:00"),
        ("2024-03-01 11:30", "2024-03-01 12:00"),
        ("2024-03-01 15:30", "2024-03-01 16:00"),
        ("2024-03-01 16:00", None),
    ],
)
def test_until_is_when_all_ends_are_up_again(moment: str, ends_at: str | None) -> None:
    assert until(line(CROSS_PROVINCE, moment, *TEN, insured_at=WEIFANG, treated_at=ZHENGZHOU)) == ends_at


@pytest.mark.parametrize(
    ("insured_at", "treated_at"), [(WEIFANG, WEIFANG), (WEIFANG, JINAN), (HENAN_DIRECT, ZHENGZHOU), (None, None)]
)
def test_care_across_provinces_is_not_for_one_province(insured_at: str | None, treated_at: str | None) -> None:
    found = line(CROSS_PROVINCE, "2024-03-01 11:30", *TEN, insured_at=insured_at, treated_at=treated_at)
    assert found.state.value == ("not_mentioned" if insured_at else "down")


def test_where_no_place_is_given_any_notice_may_concern_it() -> None:
    found = line(CROSS_PROVINCE, "2024-03-01 08:00", *TEN)
    assert {claim.notice.id for claim in found.claims} == {
        *("weifang", "zhengzhou", "nation", "jinan", "henan-direct", "beijing", "henan", "both")
    }
    assert all(claim.hits == () for claim in found.claims)
