"""A fact is named if, and only if, some value of it changes the answer: every value is tried on the whole plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from hypothesis import given, settings

from outageplan.engine.case import EVENT_WORDS, Case
from outageplan.engine.conditions import holds
from outageplan.engine.plan import make_plan
from outageplan.engine.verdict import Verdict
from outageplan.notice.model import Notice, Scheme
from outageplan.notice.moments import Event, Moment, parse_moment

from .generated import (
    POOLS,
    answer,
    cases,
    is_possible,
    moments_of,
    patients_of,
    shelves,
    with_event,
    written,
)

OTHER_POOLS = ["320100", "370200", "410100", "410000"]  # Nanjing, Qingdao, Zhengzhou, Henan: no notice names them


def values(shelf: tuple[Notice, ...], case: Case) -> Iterator[tuple[str, Case]]:
    """Every fact that the case leaves open, with the case that gives each of its values."""
    pools = [*POOLS, *OTHER_POOLS]
    if case.insured_at is None:
        yield from (("insured_at", replace(case, insured_at=code)) for code in pools)
    if case.treated_at is None:
        yield from (("treated_at", replace(case, treated_at=code)) for code in pools)
    if case.scheme is None:
        yield from (("scheme", replace(case, scheme=scheme)) for scheme in get_args(Scheme))
    if case.patient != ():
        yield from (("patient", one) for one in patients_of(case))
    for event, name in EVENT_WORDS.items():
        if event in ("visit", "receipt") or holds("inpatient", case) is not Verdict.NO:
            yield from ((name, with_event(case, event, told)) for told in tolds(shelf, case, event))


def tolds(shelf: tuple[Notice, ...], case: Case, event: Event) -> Iterator[Moment]:
    """The minutes and days that an event may be given as; where its day is given, the minutes of that day."""
    given = case.events.get(event)
    if given and given.hour_stated:
        return
    for at in sorted(moments_of(shelf, case)):
        if given is None:
            yield Moment(at.date())
        if given is None or given.as_start() <= at < given.as_start() + timedelta(days=1):
            yield parse_moment(written(at))


@settings(max_examples=300, deadline=None)
@given(shelf=shelves, case=cases)
def test_a_fact_is_named_where_it_changes_the_answer_and_nowhere_else(shelf: tuple[Notice, ...], case: Case) -> None:
    named = {fact.fact for fact in make_plan(shelf, case).open_facts}
    here = answer(shelf, case)
    changing = {fact for fact, there in values(shelf, case) if is_possible(there) and answer(shelf, there) != here}
    assert named == changing
