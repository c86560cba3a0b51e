"""Why a notice says nothing of a service: each rule that stood in the way, on real and on invented notices."""

from __future__ import annotations

import pytest

from outageplan.catalog.services import services
from outageplan.engine.case import Case
from outageplan.engine.considered import left_out, not_applied, outside
from outageplan.notice.library import load, packaged_notices
from outageplan.notice.model import Notice
from outageplan.wording import Text

from .building import BEIJING, HENAN_DIRECT, IN_PROVINCE, PHARMACY, WEIFANG, ZHENGZHOU, at, invented

NOTICES = {notice.id: notice for notice in load(packaged_notices()).notices}
NATIONAL, HENAN = NOTICES["national-2024-06"], NOTICES["henan-2021-11"]


def why(service: str, notice: Notice, insured_at: str | None = None, treated_at: str | None = None) -> tuple[str, str]:
    case = Case(at=at("2021-11-22 09:00"), insured_at=insured_at, treated_at=treated_at)
    (step,) = not_applied(services()[service], [notice], case)
    assert not step.applies
    assert step.reason.notice == notice.id
    return step.reason.rule, step.reason.text["en"]


def test_local_settlement_is_not_in_the_national_notice() -> None:
    """Source 002, part 3: settlement across provinces, the code and the family accounts; part 2: agency handling."""
    assert why("settlement.local.inpatient", NATIONAL) == (
        "named",
        "national-2024-06: names “off-site care, across provinces; agency handling; activation of the code” and "
        "5 more, none of which stands for it",
    )


@pytest.mark.parametrize("pool", [ZHENGZHOU, WEIFANG])
def test_another_pool_is_told_apart(pool: str) -> None:
    beside = "; a provincial-direct pool lies beside the cities" if pool == ZHENGZHOU else ""
    name = {ZHENGZHOU: "Zhengzhou", WEIFANG: "Weifang"}[pool]
    assert why(PHARMACY, HENAN, insured_at=pool) == (
        "containment",
        f"henan-2021-11: it stops Henan provincial-direct, not {name}{beside}",
    )


def test_a_service_that_this_case_cannot_mean() -> None:
    rule, text = why(IN_PROVINCE, HENAN, insured_at=HENAN_DIRECT, treated_at=BEIJING)
    assert (rule, text) == ("both-ends", "henan-2021-11: it is not for this pool of insurance and pool of treatment")


def test_all_services_of_a_pool_do_not_mean_the_national_platform() -> None:
    rule, text = why("channel.national.app", invented("pool"), insured_at=WEIFANG)
    assert rule == "named"
    assert text == (
        "pool: it runs on the national platform: a pool's “all services” does not mean it unless it is named"
    )


def test_what_claims_something_is_not_told_as_not_applied() -> None:
    case = Case(at=at("2021-11-22 09:00"))
    assert list(not_applied(services()[PHARMACY], [HENAN], case)) == []
    assert [step.reason.notice for step in not_applied(services()[PHARMACY], [HENAN, NATIONAL], case)] == [NATIONAL.id]


def test_the_knowledge_time_is_told_and_nothing_that_came_later() -> None:
    case = Case(at=at("2021-11-22 09:00"), known_at=at("2021-11-18 00:00"))
    known, other = not_applied(services()[PHARMACY], [NATIONAL], case)
    assert known.applies
    assert known.reason.text["en"] == "only what was published by 2021-11-18 00:00 (Thu) is looked at"
    assert other.reason.notice == NATIONAL.id


def test_notices_that_were_not_selected_are_named_where_they_speak_of_it() -> None:
    found = list(outside(services()[PHARMACY], [HENAN, NATIONAL], Case(at=at("2021-11-22 09:00"))))
    assert [(step.reason.notice, step.applies) for step in found] == [("henan-2021-11", False)]


def test_why_a_notice_was_left_out() -> None:
    over = Text("已结束", "over")
    for case, rule, text in (
        (Case(at=at("2024-06-22 09:00")), "certainty", "henan-2021-11: it is over"),
        (
            Case(at=at("2021-11-22 09:00"), insured_at=ZHENGZHOU),
            "containment",
            "henan-2021-11: it stops Henan provincial-direct, not Zhengzhou; a provincial-direct pool lies beside the "
            "cities",
        ),
    ):
        step = left_out(HENAN, over, case)
        assert (step.reason.rule, step.reason.text["en"]) == (rule, text)
    asked = Case(at=at("2024-06-22 09:00"), services=("settlement.local",))
    assert left_out(NATIONAL, over, asked).reason.text["en"] == "national-2024-06: names none of the services asked for"
