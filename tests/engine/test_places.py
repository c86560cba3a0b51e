"""Containment and both ends (design, section 4, rules 2 and 3; traps 1 to 3 of the domain notes)."""

from __future__ import annotations

import pytest

from outageplan.catalog.services import services
from outageplan.engine.places import is_offsite, places_needed, reach

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
    SHANDONG_DIRECT,
    WEIFANG,
    ZHENGZHOU,
    case,
)

NOW = "2021-11-22 09:00"


def hits(service: str, named: list[str], insured_at: str | None, treated_at: str | None = None) -> list[str] | None:
    """The ends that pools reach, as `place:pool<named`; None when they reach none."""
    found = reach(services()[service], named, case(NOW, insured_at, treated_at))
    return None if found is None else [f"{hit.place}:{hit.pool}<{hit.named}" for hit in found]


@pytest.mark.parametrize(
    ("named", "insured_at", "covered"),
    [
        pytest.param(ZHENGZHOU, ZHENGZHOU, True, id="a-city-itself"),
        pytest.param(HENAN, ZHENGZHOU, True, id="a-province-covers-its-city"),
        pytest.param(HENAN, HENAN_DIRECT, True, id="a-province-covers-its-direct-pool"),
        pytest.param(HENAN, "419001", True, id="a-province-covers-a-county-under-it"),
        pytest.param(NATION, ZHENGZHOU, True, id="the-nation-covers-a-city"),
        pytest.param(NATION, HENAN_DIRECT, True, id="the-nation-covers-a-direct-pool"),
        pytest.param(NATION, HENAN, True, id="the-nation-covers-a-province"),
        pytest.param(HENAN_DIRECT, HENAN_DIRECT, True, id="a-direct-pool-itself"),
        pytest.param(HENAN_DIRECT, ZHENGZHOU, False, id="a-direct-pool-lies-beside-the-cities"),
        pytest.param(HENAN_DIRECT, HENAN, False, id="a-direct-pool-is-not-its-province"),
        pytest.param(ZHENGZHOU, HENAN_DIRECT, False, id="a-city-says-nothing-of-the-direct-pool"),
        pytest.param(ZHENGZHOU, HENAN, False, id="a-city-says-nothing-of-its-province"),
        pytest.param(ZHENGZHOU, "410200", False, id="a-city-says-nothing-of-its-neighbour"),
        pytest.param(HENAN, WEIFANG, False, id="a-province-says-nothing-of-another"),
        pytest.param(ZHENGZHOU, NATION, False, id="a-city-says-nothing-of-the-nation"),
    ],
)
def test_containment(named: str, insured_at: str, covered: bool) -> None:
    found = hits("inquiry", [named], insured_at)
    assert found == ([f"insured_at:{insured_at}<{named}"] if covered else None)


@pytest.mark.parametrize(
    ("service", "insured_at", "treated_at", "needed"),
    [
        pytest.param("inquiry", WEIFANG, BEIJING, {"insured_at": WEIFANG}, id="agency-business-where-insured"),
        pytest.param("inquiry", None, WEIFANG, {"insured_at": WEIFANG}, id="treated-stands-in-for-insured"),
        pytest.param("provider.claims", WEIFANG, BEIJING, {"treated_at": BEIJING}, id="providers-where-treated"),
        pytest.param("provider.claims", WEIFANG, None, {"treated_at": WEIFANG}, id="insured-stands-in-for-treated"),
        pytest.param(PHARMACY, WEIFANG, None, {"insured_at": WEIFANG, "treated_at": WEIFANG}, id="local-one-place"),
        pytest.param("channel.national.app", WEIFANG, None, {"national": NATION}, id="national-channel"),
        pytest.param(
            "credential.code.payment", WEIFANG, None, {"insured_at": WEIFANG, "national": NATION}, id="insurance-code"
        ),
        pytest.param(
            "personal_account.spending",
            WEIFANG,
            BEIJING,
            {"insured_at": WEIFANG, "treated_at": BEIJING},
            id="account-spent-elsewhere",
        ),
        pytest.param(
            IN_PROVINCE,
            WEIFANG,
            JINAN,
            {"insured_at": WEIFANG, "treated_at": JINAN, "province": SHANDONG},
            id="in-province-both-ends-and-hub",
        ),
        pytest.param(
            CROSS_PROVINCE,
            BEIJING,
            WEIFANG,
            {"insured_at": BEIJING, "treated_at": WEIFANG, "national": NATION},
            id="cross-province-both-ends-and-hub",
        ),
        pytest.param(
            IN_PROVINCE, WEIFANG, None, {"insured_at": WEIFANG, "province": SHANDONG}, id="in-province-one-end-known"
        ),
        pytest.param(
            CROSS_PROVINCE,
            None,
            WEIFANG,
            {"treated_at": WEIFANG, "national": NATION},
            id="cross-province-treated-known",
        ),
        pytest.param(
            IN_PROVINCE,
            SHANDONG_DIRECT,
            WEIFANG,
            {"insured_at": SHANDONG_DIRECT, "treated_at": WEIFANG, "province": SHANDONG},
            id="direct-pool-to-a-city-is-off-site",
        ),
    ],
)
def test_the_places_that_must_be_up(
    service: str, insured_at: str | None, treated_at: str | None, needed: dict[str, str]
) -> None:
    assert places_needed(services()[service], case(NOW, insured_at, treated_at)) == needed


@pytest.mark.parametrize(
    ("service", "insured_at", "treated_at"),
    [
        pytest.param(PHARMACY, WEIFANG, JINAN, id="local-in-two-pools"),
        pytest.param(PHARMACY, HENAN_DIRECT, ZHENGZHOU, id="local-in-direct-pool-and-capital"),
        pytest.param(IN_PROVINCE, WEIFANG, WEIFANG, id="in-province-in-one-pool"),
        pytest.param(CROSS_PROVINCE, WEIFANG, WEIFANG, id="cross-province-in-one-pool"),
        pytest.param(CROSS_PROVINCE, WEIFANG, JINAN, id="cross-province-within-one"),
        pytest.param(CROSS_PROVINCE, HENAN_DIRECT, ZHENGZHOU, id="cross-province-direct-pool-and-capital"),
        pytest.param(IN_PROVINCE, BEIJING, WEIFANG, id="in-province-across-two"),
    ],
)
def test_services_that_are_not_for_a_case(service: str, insured_at: str, treated_at: str) -> None:
    assert places_needed(services()[service], case(NOW, insured_at, treated_at)) == {}
    assert hits(service, [insured_at, treated_at, NATION], insured_at, treated_at) is None


@pytest.mark.parametrize(
    ("named", "found"),
    [
        pytest.param([BEIJING], [f"insured_at:{BEIJING}<{BEIJING}"], id="insurance"),
        pytest.param([WEIFANG], [f"treated_at:{WEIFANG}<{WEIFANG}"], id="treatment"),
        pytest.param([SHANDONG], [f"treated_at:{WEIFANG}<{SHANDONG}"], id="province-of-treatment"),
        pytest.param([JINAN], None, id="a-third-pool"),
        pytest.param([SHANDONG_DIRECT], None, id="direct-pool-beside-it"),
        pytest.param(
            [BEIJING, WEIFANG],
            [f"insured_at:{BEIJING}<{BEIJING}", f"treated_at:{WEIFANG}<{WEIFANG}"],
            id="both-ends",
        ),
    ],
)
def test_either_end_of_off_site_care(named: list[str], found: list[str] | None) -> None:
    assert hits(CROSS_PROVINCE, named, BEIJING, WEIFANG) == found


@pytest.mark.parametrize(
    ("service", "ends", "hub"),
    [
        pytest.param(CROSS_PROVINCE, (BEIJING, WEIFANG), f"national:{NATION}<{NATION}", id="nation"),
        pytest.param(IN_PROVINCE, (JINAN, WEIFANG), f"province:{SHANDONG}<{SHANDONG}", id="province"),
    ],
)
def test_the_hub_is_named_and_not_the_ends_below_it(service: str, ends: tuple[str, str], hub: str) -> None:
    named = hub.rpartition("<")[2]
    assert hits(service, [named], *ends) == [hub]


def test_a_city_does_not_bring_the_hub_down() -> None:
    assert hits(CROSS_PROVINCE, [JINAN], BEIJING, WEIFANG) is None
    assert hits("credential.code.payment", [BEIJING], WEIFANG) is None


@pytest.mark.parametrize(
    ("named", "expressly", "found"),
    [
        pytest.param(WEIFANG, False, None, id="all-of-a-city"),
        pytest.param(WEIFANG, True, f"insured_at:{WEIFANG}<{WEIFANG}", id="a-city-that-names-it"),
        pytest.param(JINAN, True, None, id="another-city-that-names-it"),
        pytest.param(NATION, False, f"national:{NATION}<{NATION}", id="all-of-the-nation"),
    ],
)
def test_what_runs_on_the_national_platform_alone(named: str, expressly: bool, found: str | None) -> None:
    hits = reach(services()["channel.national.app"], [named], case(NOW, WEIFANG), expressly=expressly)
    assert [f"{hit.place}:{hit.pool}<{hit.named}" for hit in hits or ()] == ([found] if found else [])


@pytest.mark.parametrize(
    ("named", "insured_at"),
    [
        pytest.param([WEIFANG], None, id="a-case-without-a-place"),
        pytest.param([], ZHENGZHOU, id="a-draft-without-pools"),
    ],
)
def test_without_a_place_nothing_is_ruled_out(named: list[str], insured_at: str | None) -> None:
    assert hits(CROSS_PROVINCE, named, insured_at) == []


@pytest.mark.parametrize(
    ("named", "zh", "en"),
    [
        (WEIFANG, "涉及就医地：潍坊市（370700）", "it concerns the pool of treatment: Weifang (370700)"),
        (
            SHANDONG,
            "涉及就医地：潍坊市（370700），属山东省（370000）覆盖范围",
            "it concerns the pool of treatment: Weifang (370700), which lies below Shandong (370000)",
        ),
    ],
)
def test_a_hit_names_the_end_and_the_pool(named: str, zh: str, en: str) -> None:
    (hit,) = reach(services()[CROSS_PROVINCE], [named], case(NOW, BEIJING, WEIFANG)) or ()
    assert (hit.text()["zh"], hit.text()["en"]) == (zh, en)


def test_off_site_is_what_settles_outside_the_pool_of_insurance() -> None:
    offsite = {service.id for service in services().leaves if is_offsite(service)}
    assert offsite == {leaf.id for leaf in services().leaves_of("settlement.offsite")}
