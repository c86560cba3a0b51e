"""Which guidance fits a case, and when it applies (design, sections 3 and 4, rule 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from outageplan.notice.model import Notice

from .building import (
    BEIJING,
    CROSS_PROVINCE,
    JINAN,
    PHARMACY,
    SHANDONG,
    WEIFANG,
    Entry,
    Span,
    at,
    case,
    guided,
    invented,
)

NOW = "2021-11-25 12:00"
START, END = "2021-11-21 18:00", "2021-11-28 08:00"


def with_guidance(
    *pools: str, status: str = "confirmed", roles: Sequence[str] = ("insured",), **entry: object
) -> Notice:
    """An invented notice with one guidance, `it`; of Weifang unless pools are given."""
    return invented(pools=pools or (WEIFANG,), status=status, guidance={"it": {"for": list(roles), **entry}})


# --- Roles and services -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "fits"), [("insured", True), ("hospital", True), ("pharmacy", False), ("agency", False), (None, True)]
)
def test_guidance_is_for_its_roles(role: str | None, fits: bool) -> None:
    notice = with_guidance(roles=["insured", "hospital"])
    assert bool(guided(notice, replace(case(NOW), role=role))) is fits


@pytest.mark.parametrize(
    ("named", "asked", "fits"),
    [
        pytest.param(PHARMACY, (PHARMACY,), True, id="the-leaf-itself"),
        pytest.param("settlement.local", (PHARMACY,), True, id="a-branch-above"),
        pytest.param("all", (PHARMACY,), True, id="everything"),
        pytest.param("handling", ("inquiry",), True, id="a-group"),
        pytest.param("handling", (PHARMACY,), False, id="outside-a-group"),
        pytest.param(PHARMACY, ("settlement",), True, id="asked-for-a-branch"),
        pytest.param(PHARMACY, ("inquiry", PHARMACY), True, id="asked-for-two"),
        pytest.param(PHARMACY, ("settlement.offsite",), False, id="another-branch"),
        pytest.param(PHARMACY, (), True, id="asked-for-none"),
    ],
)
def test_guidance_is_for_its_services(named: str, asked: tuple[str, ...], fits: bool) -> None:
    assert bool(guided(with_guidance(services=[named]), replace(case(NOW), services=asked))) is fits


def test_a_cancelled_notice_tells_nobody_what_to_do() -> None:
    assert guided(with_guidance(status="cancelled"), case(NOW)) == {}


# --- Places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "places", "fits"),
    [
        pytest.param({"insured": "here"}, (WEIFANG, None), True, id="insured-here"),
        pytest.param({"insured": "here"}, (WEIFANG, BEIJING), True, id="insured-here-treated-elsewhere"),
        pytest.param({"insured": "here"}, (BEIJING, WEIFANG), False, id="insured-elsewhere"),
        pytest.param({"insured": "here"}, (None, WEIFANG), True, id="insured-unknown"),
        pytest.param({"insured": "here"}, (None, BEIJING), False, id="nothing-of-the-case-is-here"),
        pytest.param({"treated": "here"}, (BEIJING, WEIFANG), True, id="treated-here"),
        pytest.param({"treated": "here"}, (WEIFANG, BEIJING), False, id="treated-elsewhere"),
        pytest.param({"insured": "here", "treated": "here"}, (WEIFANG, WEIFANG), True, id="local"),
        pytest.param({"insured": "here", "treated": "here"}, (WEIFANG, None), True, id="local-treated-unknown"),
        pytest.param({"insured": "here", "treated": "here"}, (WEIFANG, JINAN), False, id="local-but-away"),
        pytest.param({"insured": "here", "treated": "elsewhere"}, (WEIFANG, BEIJING), True, id="away"),
        pytest.param({"insured": "here", "treated": "elsewhere"}, (WEIFANG, None), True, id="away-treated-unknown"),
        pytest.param({"insured": "here", "treated": "elsewhere"}, (WEIFANG, WEIFANG), False, id="away-but-local"),
        pytest.param({"insured": "here", "treated": "elsewhere"}, (BEIJING, WEIFANG), False, id="away-but-a-visitor"),
        pytest.param({"insured": "elsewhere", "treated": "here"}, (BEIJING, WEIFANG), True, id="visitor"),
        pytest.param({"insured": "elsewhere", "treated": "here"}, (None, WEIFANG), True, id="visitor-insured-unknown"),
        pytest.param(
            {"insured": "elsewhere", "treated": "here"}, (WEIFANG, None), False, id="visitor-but-insured-here"
        ),
        pytest.param(
            {"insured": "elsewhere", "treated": "here"}, (JINAN, BEIJING), False, id="visitor-to-a-third-place"
        ),
        pytest.param({"insured": "elsewhere", "treated": "here"}, (None, None), True, id="no-place-given"),
    ],
)
def test_the_sides_of_a_guidance(when: Entry, places: tuple[str | None, str | None], fits: bool) -> None:
    notice = with_guidance(services=["settlement"], when=when)
    assert bool(guided(notice, case(NOW, *places))) is fits


@pytest.mark.parametrize(
    ("when", "fits"),
    [({"insured": "here", "treated": "here"}, True), ({"insured": "here", "treated": "elsewhere"}, False)],
)
def test_all_of_a_province_is_here_for_its_notice(when: Entry, fits: bool) -> None:
    notice = with_guidance(SHANDONG, services=["settlement"], when=when)
    assert bool(guided(notice, case(NOW, JINAN, WEIFANG))) is fits


@pytest.mark.parametrize(
    ("services", "places", "fits"),
    [
        pytest.param(["inquiry"], (WEIFANG, BEIJING), True, id="agency-business-where-insured"),
        pytest.param(["inquiry"], (BEIJING, WEIFANG), False, id="agency-business-of-a-visitor"),
        pytest.param([CROSS_PROVINCE], (BEIJING, WEIFANG), True, id="off-site-at-the-treating-end"),
        pytest.param([CROSS_PROVINCE], (JINAN, WEIFANG), False, id="off-site-within-the-province"),
        pytest.param([PHARMACY], (WEIFANG, None), True, id="local"),
        pytest.param([PHARMACY], (WEIFANG, BEIJING), False, id="local-but-away"),
        pytest.param(["inquiry"], (JINAN, None), False, id="another-pool"),
    ],
)
def test_guidance_without_sides_goes_by_its_services(
    services: list[str], places: tuple[str, str | None], fits: bool
) -> None:
    assert bool(guided(with_guidance(services=services), case(NOW, *places))) is fits


@pytest.mark.parametrize(
    ("services", "when", "places"),
    [
        pytest.param(["settlement.local.chronic"], {"insured": "here"}, (WEIFANG, BEIJING), id="local-but-away"),
        pytest.param([PHARMACY], {"treated": "here"}, (BEIJING, WEIFANG), id="local-but-a-visitor"),
        pytest.param([CROSS_PROVINCE], {"treated": "elsewhere"}, (WEIFANG, JINAN), id="cross-province-within-one"),
    ],
)
def test_guidance_on_services_that_are_not_for_the_case_does_not_fit(
    services: list[str], when: Entry, places: tuple[str, str]
) -> None:
    assert guided(with_guidance(services=services, when=when), case(NOW, *places)) == {}


def test_guidance_must_reach_the_service_that_is_asked_for() -> None:
    """Weifang's notice says nothing of inquiries to somebody insured in Beijing, whatever else its guidance names."""
    notice = with_guidance(services=["inquiry", "settlement.offsite"])
    visitor = case(NOW, BEIJING, WEIFANG)
    assert "it" in guided(notice, replace(visitor, services=(CROSS_PROVINCE,)))
    assert guided(notice, replace(visitor, services=("inquiry",))) == {}


# --- Phases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("window", "moment", "current"),
    [
        pytest.param((START, END), "2021-11-21 17:59", {"before"}, id="upcoming"),
        pytest.param((START, END), START, {"during"}, id="active"),
        pytest.param((START, END), "2021-11-28 07:59", {"during"}, id="active-to-the-last-minute"),
        pytest.param((START, END), END, {"after"}, id="over"),
        pytest.param((START, "expected " + END), END, {"during", "after"}, id="unconfirmed"),
        pytest.param((START, "expected " + END), "2021-12-28 07:59", {"during", "after"}, id="unconfirmed-to-the-last"),
        pytest.param((START, "expected " + END), "2021-12-28 08:00", {"after"}, id="presumed-over"),
        pytest.param((START, "to be announced"), "2022-11-28 08:00", {"during"}, id="open"),
        pytest.param(("unresolved 31日凌晨", "to be announced"), NOW, {"before"}, id="unscheduled"),
    ],
)
def test_which_phase_is_under_way(window: Span, moment: str, current: set[str]) -> None:
    phases: dict[str, Entry] = {phase: {"phase": phase} for phase in ("before", "during", "after")}
    found = guided(invented(windows={"stop": window}, guidance=phases), case(moment))
    assert set(found) == set(phases)
    assert {id for id, instruction in found.items() if instruction.current} == current


@pytest.mark.parametrize("resume", ["gradual", "batched"])
def test_while_a_return_is_under_way_it_is_after_the_stop(resume: str) -> None:
    phases: dict[str, Entry] = {phase: {"phase": phase} for phase in ("before", "during", "after")}
    notice = invented(effects={"some": {"resume": resume}}, guidance=phases)
    assert {id for id, one in guided(notice, case(END)).items() if one.current} == {"after"}


TWO_NIGHTS: dict[str, Span] = {
    "first": ("2024-06-07 22:00", "2024-06-08 01:00"),
    "second": ("2024-06-10 22:00", "2024-06-10 24:00"),
}


@pytest.mark.parametrize(
    ("moment", "current"),
    [
        ("2024-06-07 21:59", {"before"}),
        ("2024-06-07 22:00", {"before", "during"}),
        ("2024-06-08 01:00", {"before", "after"}),
        ("2024-06-10 22:00", {"during", "after"}),
        ("2024-06-11 00:00", {"after"}),
    ],
)
def test_guidance_on_several_windows_applies_in_any_of_them(moment: str, current: set[str]) -> None:
    phases: dict[str, Entry] = {phase: {"phase": phase} for phase in ("before", "during", "after")}
    found = guided(invented(windows=TWO_NIGHTS, guidance=phases), case(moment))
    assert {id for id, instruction in found.items() if instruction.current} == current


def test_guidance_that_names_a_window_keeps_to_it() -> None:
    notice = invented(windows=TWO_NIGHTS, guidance={"it": {"in": ["second"], "phase": "during"}})
    assert not guided(notice, case("2024-06-07 23:00"))["it"].current
    assert guided(notice, case("2024-06-10 23:00"))["it"].current


# --- Deadlines and reasons --------------------------------------------------------------------------------------------


def test_an_instruction_carries_what_the_notice_says() -> None:
    notice = with_guidance(phase="after", action="file_later", deadline="7 working days after stop.end", clause="III.4")
    it = guided(notice, case(END))["it"]
    assert (it.notice, it.roles, it.phase, it.action, it.clause) == (
        notice,
        ("insured",),
        "after",
        "file_later",
        "III.4",
    )
    assert it.due is not None
    assert it.due.at == at("2021-12-08 00:00")
    assert it.not_before is None
    assert [reason.rule for reason in it.because] == ["phase", "condition", "deadline", "deadline", "deadline"]
    assert {(reason.notice, reason.guidance, reason.clause) for reason in it.because} == {("invented", "it", "III.4")}


@pytest.mark.parametrize(
    ("end", "moment", "current"),
    [
        pytest.param(END, "2021-12-07 23:59", True, id="firm-to-the-last-minute"),
        pytest.param(END, "2021-12-08 00:00", False, id="firm-and-passed"),
        pytest.param("expected " + END, "2021-12-08 00:00", True, id="provisional-and-passed"),
    ],
)
def test_what_a_firm_deadline_has_closed_does_not_apply_any_more(end: str, moment: str, current: bool) -> None:
    entry: Entry = {"phase": "after", "deadline": "7 working days after stop.end"}
    it = guided(invented(windows={"stop": (START, end)}, guidance={"it": entry}), case(moment))["it"]
    assert it.current is current
    assert it.because[0].text["en"] == ("it applies now" if current else "its deadline has passed")


@pytest.mark.parametrize(
    ("phrase", "earliest"),
    [
        pytest.param("2021-12-10 09:00", "2021-12-10 09:00", id="a-moment"),
        pytest.param("stop.end", END, id="the-return"),
        pytest.param("2021-12-10", "2021-12-10 00:00", id="a-date-alone-begins-its-day"),
    ],
)
def test_an_earliest_moment(phrase: str, earliest: str) -> None:
    it = guided(with_guidance(phase="after", not_before=phrase), case(END))["it"]
    assert it.not_before is not None
    assert it.not_before.at == at(earliest)
    assert "close of business" not in it.not_before.text()["en"]
