"""A fact is named if, and only if, some value of it changes the answer: every value is tried on the whole plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.case import EVENT_WORDS, Case
from outageplan.engine.conditions import holds
from outageplan.engine.guidance import Instruction
from outageplan.engine.plan import make_plan
from outageplan.engine.verdict import Verdict
from outageplan.notice.model import Notice, Scheme
from outageplan.notice.moments import Event, Moment, parse_moment

from ..laws import tried
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

OF_THE_PATIENT = ("patient", "admitted", "discharged")
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


def running(shelf: tuple[Notice, ...], case: Case) -> set[tuple[str, object]]:
    """The deadlines still ahead of notices that are over, less those from an event that nothing binds to a stop."""
    return {(line.id, line.due.at) for line in make_plan(shelf, case).running if line.due and is_bound(line)}


def is_bound(line: Instruction) -> bool:
    """Whether a deadline counts from a window, or from the stay that the instruction is for."""
    assert line.due is not None
    anchors = [date.phrase.anchor.event for date in (line.due, line.not_before) if date and date.phrase.anchor]
    stays = line.when.admitted or line.when.discharged
    return all(event is None or (stays and event not in ("visit", "receipt")) for event in anchors)


def changing(shelf: tuple[Notice, ...], case: Case) -> set[str]:
    """The facts of which some value gives another answer; those of the patient also another deadline that outlasts its
    notice."""
    here, ahead, found = answer(shelf, case), running(shelf, case), set()
    for fact, there in values(shelf, case):
        if fact in found or not is_possible(there):
            continue
        if answer(shelf, there) != here or (fact in OF_THE_PATIENT and running(shelf, there) != ahead):
            found.add(fact)
    return found


@tried(150)
@given(shelf=shelves, case=cases, days=st.sampled_from([0, 0, 0, 6, 20, 60, 400]))
def test_a_fact_is_named_where_it_changes_the_answer_and_nowhere_else(
    shelf: tuple[Notice, ...], case: Case, days: int
) -> None:
    later = replace(case, at=case.at + timedelta(days=days))
    assert {fact.fact for fact in make_plan(shelf, later).open_facts} == changing(shelf, later)
