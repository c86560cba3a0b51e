"""From words to a case: names in either language, moments as in a notice, nothing guessed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from outageplan.engine.asking import instant, make_case
from outageplan.engine.case import Case
from outageplan.errors import GrammarError, UnknownNameError

from .building import HENAN_DIRECT, PHARMACY, WEIFANG, ZHENGZHOU, at

NOW = "2021-11-22 09:00"


def asked(**words: Any) -> Case:
    """The case of some words, where one notice is on file."""
    return make_case(["henan-2021-11"], at=NOW, **words)


def test_a_case_in_ids() -> None:
    found = make_case(
        ["henan-2021-11", "other"],
        at=NOW,
        known_at="2021-11-20 08:00",
        insured_at=HENAN_DIRECT,
        treated_at=ZHENGZHOU,
        role="insured",
        services=[PHARMACY],
        ids=["henan-2021-11"],
    )
    assert found == Case(
        at=at(NOW),
        known_at=at("2021-11-20 08:00"),
        insured_at=HENAN_DIRECT,
        treated_at=ZHENGZHOU,
        role="insured",
        services=(PHARMACY,),
        notices=("henan-2021-11",),
    )
    assert (found.placed, found.home) == (True, HENAN_DIRECT)


def test_everything_but_the_moment_may_be_left_open() -> None:
    found = make_case([], at=NOW)
    assert found == Case(at=at(NOW))
    assert (found.placed, found.home) == (False, None)


def test_the_pool_of_treatment_stands_in_for_that_of_insurance() -> None:
    found = make_case([], at=NOW, treated_at=WEIFANG)
    assert (found.placed, found.home) == (True, WEIFANG)


@pytest.mark.parametrize("name", ["河南省本级", "河南省直", "Henan provincial-direct", "henan provincial", "419900"])
def test_pools_by_any_of_their_names(name: str) -> None:
    assert make_case([], at=NOW, insured_at=name).insured_at == HENAN_DIRECT


@pytest.mark.parametrize("name", ["定点零售药店", "药店", "pharmacies", "Drugstore", "pharmacy"])
def test_roles_by_any_of_their_names(name: str) -> None:
    assert make_case([], at=NOW, role=name).role == "pharmacy"


@pytest.mark.parametrize("name", [PHARMACY, "药店购药", "drugstore purchase", "purchases at designated pharmacies"])
def test_services_by_any_of_their_names(name: str) -> None:
    assert make_case([], at=NOW, services=[name]).services == (PHARMACY,)


def test_what_is_named_twice_counts_once() -> None:
    found = make_case(["a", "b"], at=NOW, services=["inquiry", PHARMACY, "查询"], ids=["b", "a", "b"])
    assert found.services == ("inquiry", PHARMACY)
    assert found.notices == ("b", "a")


def test_former_ids_keep_working() -> None:
    assert make_case([], at=NOW, services=["filing.referral"]).services == ("filing.offsite.referral",)


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("key", ["insured_at", "treated_at", "role"])
def test_a_blank_name_is_never_kept_as_an_answer(key: str, blank: str) -> None:
    with pytest.raises(UnknownNameError):
        asked(**{key: blank})


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("insured_at", "Atlantis", "pool"),
        ("treated_at", "999999", "pool"),
        ("role", "dentist", "role"),
        ("services", ["teleportation"], "service"),
        ("ids", ["nowhere"], "notice"),
    ],
)
def test_an_unknown_name_is_refused_in_both_languages(key: str, value: object, kind: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        asked(**{key: value})
    assert caught.value.kind == kind
    assert caught.value.exit_code == 2
    assert caught.value.message.zh
    assert caught.value.message.en


@pytest.mark.parametrize(
    ("known", "en", "zh"),
    [
        pytest.param(
            ["henan-2021-11", "zz"],
            "there is no notice `henan-2021`; on file: `henan-2021-11`",
            "没有编号为“henan-2021”的公告；现有：henan-2021-11",
            id="near-ones",
        ),
        pytest.param(
            ["weifang"],
            "there is no notice `henan-2021`; on file: `weifang`",
            "没有编号为“henan-2021”的公告；现有：weifang",
            id="else-what-there-is",
        ),
        pytest.param([], "there is no notice `henan-2021`", "没有编号为“henan-2021”的公告", id="nothing-on-file"),
    ],
)
def test_an_unknown_notice_names_what_is_on_file(known: list[str], en: str, zh: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        make_case(known, at=NOW, ids=["henan-2021"])
    assert (caught.value.message["en"], caught.value.message["zh"]) == (en, zh)


# --- Moments ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        pytest.param("2021-11-22 09:00", "2021-11-22 09:00", id="as-in-a-notice"),
        pytest.param(" 2021-11-22 09:00 ", "2021-11-22 09:00", id="with-blanks-around"),
        pytest.param("2021-11-22", "2021-11-22 00:00", id="a-date-alone"),
        pytest.param("2021-11-22 24:00", "2021-11-23 00:00", id="24-o'clock"),
        pytest.param("2021-11-22 09:00 +00:00", "2021-11-22 17:00", id="another-offset"),
        pytest.param("2021-11-22T09:00", "2021-11-22 09:00", id="iso-without-offset"),
        pytest.param("2021-11-22T09:00:00+08:00", "2021-11-22 09:00", id="iso-with-seconds"),
        pytest.param("2021-11-22T01:00Z", "2021-11-22 09:00", id="iso-utc"),
        pytest.param(datetime(2021, 11, 22, 1, 0, tzinfo=UTC), "2021-11-22 09:00", id="an-aware-datetime"),
    ],
)
def test_moments(value: datetime | str, moment: str) -> None:
    assert instant(value) == at(moment)


@pytest.mark.parametrize(
    "value",
    ["", "now", "2021-11", "2021-11-31", "2021-11-22 25:00", "2021-11-22T09:00:30", "expected 2021-11-22", "18:00"],
)
def test_what_is_not_a_moment_is_refused(value: str) -> None:
    with pytest.raises(GrammarError):
        instant(value)


def test_a_datetime_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="a datetime needs a time zone"):
        make_case([], at=datetime(2021, 11, 22, 9, 0))  # noqa: DTZ001
