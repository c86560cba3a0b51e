"""What a site asks: for the people of its pools, and for those from elsewhere whom it treats."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from outageplan.engine.case import Case
from outageplan.engine.site_cases import cases_at
from outageplan.notice.site import Site

from .building import HENAN_DIRECT, JINAN, WEIFANG
from .scheduling import ANYBODY

VISITORS = ("settlement.offsite",)
CROSS = "settlement.offsite.cross_province.inpatient"


def site(role: str, *pools: str, **more: str) -> Site:
    return Site.model_validate(
        {"format": "outageplan-site/1", "name": {"en": "Invented"}, "role": role, "pools": list(pools), **more}
    )


def asked(found: tuple[Case, ...]) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(case.insured_at, case.treated_at, case.services) for case in found]


def test_a_pharmacy_serves_its_pools_and_visitors_at_its_place() -> None:
    found = cases_at(site("pharmacy", WEIFANG, HENAN_DIRECT, place=JINAN), ANYBODY)
    assert asked(found) == [
        (WEIFANG, WEIFANG, ()),
        (HENAN_DIRECT, HENAN_DIRECT, ()),
        (None, WEIFANG, VISITORS),
        (None, HENAN_DIRECT, VISITORS),
        (None, JINAN, VISITORS),
    ]
    assert {case.role for case in found} == {"pharmacy"}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("agency", [(WEIFANG, None, ()), (None, WEIFANG, VISITORS)]),
        ("employer", [(WEIFANG, None, ())]),
        ("tax", [(WEIFANG, None, ())]),
    ],
)
def test_others_serve_their_insured_wherever_these_are_treated(role: str, expected: list[Any]) -> None:
    assert asked(cases_at(site(role, WEIFANG), ANYBODY)) == expected


def test_services_asked_for_are_kept_apart() -> None:
    own = replace(ANYBODY, services=("settlement.local.pharmacy",))
    assert asked(cases_at(site("hospital", WEIFANG), own)) == [(WEIFANG, WEIFANG, ("settlement.local.pharmacy",))]
    both = replace(ANYBODY, services=("inquiry", CROSS))
    assert asked(cases_at(site("hospital", WEIFANG), both))[1] == (None, WEIFANG, (CROSS,))


def test_what_was_asked_for_comes_before_the_site() -> None:
    found = cases_at(site("pharmacy", WEIFANG), replace(ANYBODY, role="hospital", insured_at=JINAN))
    assert asked(found) == [(JINAN, None, ())]
    assert found[0].role == "hospital"
