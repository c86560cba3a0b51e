"""The steps of a sheet: announced ones first and in order of deadline, for each pool of a site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import outageplan
from outageplan.catalog.practices import practices
from outageplan.catalog.vocabulary import roles
from outageplan.engine.case import Case
from outageplan.engine.checklist import PROVIDERS, Checklist, make_checklist
from outageplan.engine.plan import make_plan
from outageplan.notice.model import Notice, Phase
from outageplan.notice.site import Site, read_site

from .building import HENAN_DIRECT, WEIFANG, ZHENGZHOU, at, invented

NOTICES = Path(__file__).parents[2] / "notices"
HENAN = "henan-2021-11"
SHOP = "settlement.local.pharmacy"
BEFORE = "2021-11-17 10:00"


def shelf() -> tuple[Notice, ...]:
    return tuple(outageplan.load(NOTICES).notices)


def site(role: str, *pools: str, place: str | None = None) -> Site:
    lines = [f"format: outageplan-site/1\nname: {{zh: 虚构}}\nrole: {role}\npools: [{', '.join(pools)}]"]
    lines += [f"place: {place}"] if place else []
    made = read_site("\n".join(lines).encode(), "site.yaml").site
    assert isinstance(made, Site)
    return made


def case(role: str, moment: str = BEFORE, *ids: str, **more: str) -> Case:
    return replace(Case(at=at(moment), role=role, notices=ids), **more)  # type: ignore[arg-type]


def ids(checklist: Checklist, phase: Phase) -> list[str]:
    """The announced steps of a phase."""
    return [step.line.id for step in checklist.of(phase) if step.line]


def test_a_pharmacy_tells_its_chronic_patients_their_deadline() -> None:
    """Henan, III.2.3: medicines for December are prescribed before 17:00 on 18 November."""
    made = make_checklist(shelf(), case("pharmacy", BEFORE, HENAN), site=site("pharmacy", HENAN_DIRECT))
    first = made.of(Phase.BEFORE)[0]
    assert first.line is not None
    assert (first.line.clause, first.by, first.tell) == ("III.2.3", at("2021-11-18 17:00"), True)


@pytest.mark.parametrize("role", list(roles()))
def test_announced_steps_stand_in_order_of_deadline_before_good_practice(role: str) -> None:
    for moment in (BEFORE, "2021-11-22 10:00", "2021-11-29 10:00"):
        made = make_checklist(shelf(), case(role, moment, HENAN))
        for phase in Phase:
            steps = made.of(phase)
            assert [step.practice is not None for step in steps] == sorted(step.practice is not None for step in steps)
            dated = [step.by for step in steps if step.line]
            assert dated == [*sorted(by for by in dated if by), *(by for by in dated if by is None)]


@pytest.mark.parametrize("role", list(roles()))
def test_no_instruction_of_the_plan_is_left_out(role: str) -> None:
    asked = case(role, BEFORE, HENAN)
    made = make_checklist(shelf(), asked)
    told = {step.line.id for step in made.steps if step.line}
    assert {line.id for line in make_plan(shelf(), asked).guidance} <= told


@pytest.mark.parametrize("role", PROVIDERS)
@pytest.mark.parametrize(("id", "pool"), [(HENAN, HENAN_DIRECT), ("weifang-2023-12", WEIFANG)])
def test_a_provider_serves_local_people_and_those_insured_elsewhere(role: str, id: str, pool: str) -> None:
    """One case for a pool tells all that the case of its own insured people tells, and of visitors what it says."""
    own = make_plan(shelf(), case(role, BEFORE, id, insured_at=pool, treated_at=pool))
    visiting = make_plan(shelf(), case(role, BEFORE, id, treated_at=pool, insured_at="110000"))
    made = make_checklist(shelf(), case(role, BEFORE, id), site=site(role, pool))
    told = {step.line.id for step in made.steps if step.line}
    assert {line.id for line in (*own.guidance, *visiting.guidance)} <= told


def test_each_pool_of_a_site_is_answered_apart() -> None:
    made = make_checklist(shelf(), case("pharmacy", BEFORE, HENAN), site=site("pharmacy", HENAN_DIRECT, ZHENGZHOU))
    assert [(one.pool, len(one.stops)) for one in made.glances] == [(HENAN_DIRECT, 1), (ZHENGZHOU, 0)]
    assert {step.pools for step in made.steps if step.line} == {(HENAN_DIRECT,)}


def test_a_line_for_two_pools_stands_once() -> None:
    notice = invented(
        pools=[WEIFANG, ZHENGZHOU],
        guidance={"log": {"for": ["pharmacy"], "phase": "during", "services": [SHOP], "action": "emergency_ledger"}},
    )
    made = make_checklist([notice], case("pharmacy"), site=site("pharmacy", WEIFANG, ZHENGZHOU))
    (step,) = (step for step in made.steps if step.line and step.line.id == "log")
    assert step.pools == (WEIFANG, ZHENGZHOU)


def test_off_site_care_hangs_on_the_place_too() -> None:
    made = make_checklist(
        [invented(pools=[ZHENGZHOU])], case("hospital"), site=site("hospital", HENAN_DIRECT, place=ZHENGZHOU)
    )
    assert [(one.pool, len(one.stops)) for one in made.glances] == [(HENAN_DIRECT, 0), (ZHENGZHOU, 1)]
    named = {service.id for line in made.glances[1].standings for service in line.services}
    assert all(id.startswith("settlement.offsite") for id in named)


def test_a_place_of_the_question_counts_before_those_of_the_site() -> None:
    asked = case("pharmacy", BEFORE, HENAN, treated_at=ZHENGZHOU)
    made = make_checklist(shelf(), asked, site=site("pharmacy", HENAN_DIRECT))
    assert [one.pool for one in made.glances] == [None]
    assert made.glances[0].stops == ()


def test_before_the_stop_means_before_its_first_window() -> None:
    notice = invented(
        windows={"one": ("2021-11-25 00:00", "2021-11-26 00:00"), "two": ("2021-11-23 00:00", "2021-11-24 00:00")},
        guidance={
            "free": {"for": ["pharmacy"], "phase": "before", "services": [SHOP], "action": "stock_up"},
            "due": {
                "for": ["pharmacy"],
                "phase": "before",
                "services": [SHOP],
                "action": "stock_up",
                "deadline": "2021-11-24 00:00",
            },
        },
    )
    made = make_checklist([notice], case("pharmacy"))
    found = {step.line.id: step.by for step in made.steps if step.line and step.line.notice}
    assert found == {"free": at("2021-11-23 00:00"), "due": at("2021-11-24 00:00")}
    assert ids(made, Phase.BEFORE) == ["free", "due"]


@pytest.mark.parametrize(
    ("moment", "behind"),
    [
        ("2021-11-18 16:59", set()),
        ("2021-11-18 17:00", {"chronic-december-medicines"}),
    ],
)
def test_what_is_too_late_is_marked(moment: str, behind: set[str]) -> None:
    made = make_checklist(shelf(), case("pharmacy", moment, HENAN))
    assert {step.line.id for step in made.steps if step.line and step.behind} == behind


def test_good_practice_is_left_out_once_its_phase_is_behind() -> None:
    made = make_checklist(shelf(), case("pharmacy", "2021-11-22 10:00", HENAN))
    told = {step.practice.id for step in made.steps if step.practice}
    assert told == {one.id for one in practices() if "pharmacy" in one.roles and one.phase != "before"}


def test_without_a_notice_there_is_nothing_to_do_and_the_nearest_is_named() -> None:
    made = make_checklist([invented()], case("pharmacy", "2030-01-01 00:00"))
    assert (made.notices, made.steps, made.contacts) == ((), (), ())
    assert [one.notice.id for one in made.nearest] == ["invented"]


def test_contacts_are_those_of_the_role_and_the_others_are_counted() -> None:
    made = make_checklist(shelf(), case("pharmacy", BEFORE, HENAN))
    (found,) = made.contacts
    phones = {phone for contact in found.listed for phone in contact.phones}
    assert "0371-65751397" in phones, "outpatient benefits, pharmacies among them"
    assert "0371-69698589" not in phones, "inpatient benefits"
    assert len(found.listed) + found.others == len(found.notice.contacts)
