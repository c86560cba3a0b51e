"""What a role can and cannot do, in one glance; never that something works of which nobody said so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles
from outageplan.engine.case import Case
from outageplan.engine.checklist_glance import Answer, Glance, glance
from outageplan.engine.plan import make_plan
from outageplan.notice.model import Notice

from .building import WEIFANG, ZHENGZHOU, at, invented

SHOP = "settlement.local.pharmacy"
CARD = "credential.card.payment"
CLAIMS = "provider.claims"
BEFORE, DURING, AFTER = "2021-11-20 10:00", "2021-11-22 10:00", "2021-11-29 10:00"


def seen(notices: Sequence[Notice], moment: str, *, role: str = "pharmacy", pool: str | None = WEIFANG) -> Glance:
    ids = tuple(notice.id for notice in notices)
    case = Case(at=at(moment), role=role, notices=ids, treated_at=pool)
    return glance(make_plan(notices, case), role, pool)


def answers(one: Glance) -> dict[Answer, set[str]]:
    """The leaves by what is said of them."""
    return {
        standing.answer: {leaf.id for named in standing.services for leaf in services().leaves_of(named.id)}
        for standing in one.standings
    }


def test_stopped_limited_unaffected_and_not_mentioned() -> None:
    effects = {SHOP: "suspended", CARD: "unaffected", CLAIMS: "paper_only"}
    found = answers(seen([invented(effects=effects)], BEFORE))
    mine = {leaf.id for leaf in services().leaves if "pharmacy" in leaf.roles}
    assert found == {
        Answer.STOPPED: {SHOP},
        Answer.LIMITED: {CLAIMS},
        Answer.UNAFFECTED: {CARD},
        Answer.NOT_MENTIONED: mine - {SHOP, CARD, CLAIMS},
    }


@pytest.mark.parametrize("role", list(roles()))
@pytest.mark.parametrize("moment", [BEFORE, DURING, AFTER])
def test_every_service_of_a_role_is_told_once(role: str, moment: str) -> None:
    one = seen([invented(effects={SHOP: "suspended", "inquiry": "unaffected"})], moment, role=role, pool=None)
    told = [leaf.id for line in one.standings for named in line.services for leaf in services().leaves_of(named.id)]
    assert sorted(told) == sorted(leaf.id for leaf in services().leaves if role in leaf.roles)


def test_another_pool_is_not_said_to_be_concerned() -> None:
    one = seen([invented(pools=[WEIFANG])], BEFORE, pool=ZHENGZHOU)
    assert one.stops == ()
    assert set(answers(one)) == {Answer.NOT_MENTIONED}


def test_an_end_that_is_only_expected_leaves_it_unconfirmed() -> None:
    notice = invented(windows={"stop": ("2021-11-21 18:00", "expected 2021-11-28 08:00")})
    assert set(answers(seen([notice], DURING))) == {Answer.STOPPED}
    assert set(answers(seen([notice], AFTER))) == {Answer.UNCONFIRMED}
    late = seen([notice], "2022-01-15 10:00")
    assert [(line.answer, line.presumed) for line in late.standings] == [(Answer.OVER, True)]


def test_a_stated_end_is_over() -> None:
    assert set(answers(seen([invented()], AFTER))) == {Answer.OVER}


def test_what_a_cancelled_notice_said_is_not_mentioned() -> None:
    one = seen([invented(status="cancelled")], BEFORE)
    assert one.stops == ()
    assert set(answers(one)) == {Answer.NOT_MENTIONED}


def test_stops_stand_in_order_of_time_and_only_where_they_touch_the_role() -> None:
    windows = {
        "late": ("2021-11-25 00:00", "2021-11-26 00:00"),
        "halls": ("2021-11-18 00:00", "2021-11-26 00:00"),
        "early": ("2021-11-21 00:00", "2021-11-22 00:00"),
    }
    effects = {
        "halls": {"in": ["halls"], "services": ["channel.web_hall"], "effect": "suspended"},
        "shop": {"in": ["early", "late"], "services": [SHOP], "effect": "suspended"},
        "card": {"in": ["late"], "services": [CARD], "effect": "degraded"},
    }
    one = seen([invented(windows=windows, effects=effects)], "2021-11-17 10:00")
    assert [stop.window_id for stop in one.stops] == ["early", "late"]
    assert {line.answer: [stop.window_id for stop in line.stops] for line in one.standings if line.stops} == {
        Answer.STOPPED: ["early", "late"],
        Answer.LIMITED: ["late"],
    }


def test_the_worst_of_what_is_still_to_come_counts() -> None:
    windows = {"first": ("2021-11-21 00:00", "2021-11-22 00:00"), "second": ("2021-11-25 00:00", "2021-11-26 00:00")}
    effects = {
        "stop": {"in": ["first"], "services": [SHOP], "effect": "suspended"},
        "slow": {"in": ["second"], "services": [SHOP], "effect": "degraded"},
    }
    notice = invented(windows=windows, effects=effects)
    assert answers(seen([notice], "2021-11-20 00:00"))[Answer.STOPPED] == {SHOP}
    assert answers(seen([notice], "2021-11-23 00:00"))[Answer.LIMITED] == {SHOP}


def test_what_is_said_of_one_scheme_only_says_so() -> None:
    effects = {"one": {"services": [SHOP], "effect": "suspended", "schemes": ["employee"]}}
    one = seen([invented(effects=effects)], BEFORE)
    assert [line.schemes for line in one.standings if line.answer is Answer.STOPPED] == [("employee",)]
