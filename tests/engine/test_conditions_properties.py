"""Laws of the selection of guidance, tried on many invented notices and cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.pools import contains
from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction, instructions
from outageplan.engine.plan import make_plan
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import Notice, PatientFact, Status
from outageplan.notice.moments import Boundary, BoundaryKind, Event, Moment, parse_moment

from ..laws import tried
from .building import Entry, Span, guided, invented
from .generated import (
    EVENTS,
    FACTS,
    KINDS,
    UNDATED,
    cases,
    conditions,
    is_possible,
    moments,
    moments_of,
    patients_of,
    shelves,
    shown,
    spans,
    with_event,
    written,
)

many = tried()


# --- More facts, less guidance ----------------------------------------------------------------------------------------


@many
@given(shelf=shelves, case=cases, event=st.sampled_from(EVENTS), told=moments, facts=st.sets(st.sampled_from(FACTS)))
def test_a_fact_more_never_adds_guidance(
    shelf: tuple[Notice, ...], case: Case, event: Event, told: Moment, facts: set[PatientFact]
) -> None:
    here = shown(shelf, case)
    # a stay takes back what was said of a patient who is no inpatient
    may_stay = case.patient is None or "inpatient" in case.patient or event in ("visit", "receipt")
    if may_stay and event not in case.events and is_possible(there := with_event(case, event, told)):
        assert shown(shelf, there) <= here
    if case.patient is None and is_possible(there := replace(case, patient=tuple(sorted(facts)))):
        assert shown(shelf, there) <= here


@many
@given(shelf=shelves, case=cases, hour=st.integers(0, 1439))
def test_the_hour_of_a_day_never_adds_guidance(shelf: tuple[Notice, ...], case: Case, hour: int) -> None:
    exact = {
        event: told if told.hour_stated else Moment(told.day, min(1439, hour + place))
        for place, (event, told) in enumerate(sorted(case.events.items()))
    }
    there = replace(case, events=FrozenDict(exact))
    if is_possible(there):
        assert shown(shelf, there) <= shown(shelf, case)


def fits(line: Instruction, case: Case) -> bool:
    """Whether a case contradicts nothing of what an instruction asks for, judged in the plainest way.

    Only for events with their hour, and windows of a confirmed notice with stated boundaries.
    """
    assert line.notice is not None
    when, notice = line.when, line.notice
    for side, place in ((when.insured, case.insured_at), (when.treated, case.treated_at)):
        if side and place and any(contains(pool, place) for pool in notice.pools) != (side == "here"):
            return False
    facts = None if case.patient is None else {*case.patient, *(["inpatient"] if _stays(case) else [])}
    if when.patient and facts is not None and not facts & set(when.patient):
        return False
    wanted = [(when.admitted, case.events.get("admission")), (when.discharged, case.events.get("discharge"))]
    if facts is not None and "inpatient" not in facts and (when.admitted or when.discharged):
        return False
    given = [(phase, told.as_start()) for phase, told in wanted if phase and told]
    windows = [notice.windows[id] for id in notice.windows_of(notice.guidance[line.id])]
    spans = [(window.start.as_start(), window.end.as_end()) for window in windows]
    left = case.events["discharge"].as_start() if when.admitted == "before" and not when.discharged and given else None
    return any(
        all(_phase(at, start, end) == phase for phase, at in given)
        and (left is None or _phase(left, start, end) != "before")
        for start, end in spans
    )


def _stays(case: Case) -> bool:
    return "admission" in case.events or "discharge" in case.events


def _phase(at: datetime, start: datetime | None, end: datetime | None) -> str:
    assert start
    assert end
    return "before" if at < start else "during" if at < end else "after"


def plainly(notice: Notice) -> Notice:
    """The notice with every boundary stated; what has no date is stated far away."""
    windows = {
        id: window.model_copy(
            update={
                "start": Boundary(BoundaryKind.STATED, window.start.moment or parse_moment("2021-11-01 08:00")),
                "end": Boundary(BoundaryKind.STATED, window.end.moment or parse_moment("2021-12-31 08:00")),
            }
        )
        for id, window in notice.windows.items()
    }
    return notice.model_copy(update={"windows": windows, "status": Status.CONFIRMED})


@tried(300)  # who left before the stop is one case of many: a hundred examples met him in every other run
@given(shelf=shelves, case=cases)
def test_no_guidance_contradicts_the_facts_and_all_that_fits_is_given(shelf: tuple[Notice, ...], case: Case) -> None:
    exact = {event: told if told.hour_stated else Moment(told.day, 600) for event, told in case.events.items()}
    pairs: tuple[tuple[Event, Event], ...] = (("admission", "discharge"), ("discharge", "admission"))
    for one, other in pairs:
        if one in exact:  # what follows from one of them for the other is not what is tried here
            exact.setdefault(other, exact[one])
    asked = replace(case, events=FrozenDict(exact))
    if is_possible(asked):
        for notice in map(plainly, shelf):
            bare = replace(asked, patient=None, events=FrozenDict())
            every, given_to = list(instructions([notice], bare)), {line.id for line in instructions([notice], asked)}
            assert given_to == {line.id for line in every if fits(line, asked)}


# --- Without facts, all there is --------------------------------------------------------------------------------------


@many
@given(shelf=shelves, case=cases)
def test_without_facts_all_is_shown_that_some_facts_would_show(shelf: tuple[Notice, ...], case: Case) -> None:
    bare = replace(case, patient=None, events=FrozenDict())
    when = [parse_moment(written(at)) for at in sorted(moments_of(shelf, bare))]
    chosen, together = [one.notice for one in make_plan(shelf, bare).notices], set()

    def given_to(there: Case) -> set[tuple[str, str]]:
        return {(one.notice.id, one.id) for one in instructions(chosen, there) if one.notice}

    for patient in patients_of(bare):
        for came in when if "inpatient" in (patient.patient or ()) else ():
            there = with_event(patient, "admission", came)
            together |= given_to(there)
            later = [left for left in when if left.as_start() >= came.as_start()]
            for left in (later[0], later[len(later) // 2], later[-1]):
                together |= given_to(with_event(there, "discharge", left))
        together |= given_to(patient)
    assert given_to(bare) == together


# --- Shift ------------------------------------------------------------------------------------------------------------


def shifted(phrase: str, by: timedelta) -> str:
    """A boundary phrase some time later; what has no date stays as it is."""
    kind, stamp = phrase[:-16], phrase[-16:]
    return phrase if phrase in UNDATED or kind not in KINDS else kind + _later(stamp, by)


def _later(stamp: str, by: timedelta) -> str:
    return written(parse_moment(stamp).as_start() + by)


@many
@given(
    windows=st.lists(spans(), min_size=1, max_size=3),
    when=conditions,
    case=cases,
    days=st.integers(-400, 400),
)
def test_shifting_a_notice_and_the_events_changes_no_verdict(
    windows: list[Span], when: Mapping[str, object], case: Case, days: int
) -> None:
    def verdict(by: timedelta) -> str | None:
        moved: dict[str, Span] = {
            f"w{n}": (shifted(start, by), shifted(end, by)) for n, (start, end) in enumerate(windows)
        }
        entry: Entry = {"when": when, "services": ["settlement"], "for": ["insured", "hospital"]}
        happened = {event: replace(told, day=told.day + by) for event, told in case.events.items()}
        there = replace(case, at=case.at + by, events=FrozenDict(happened))
        found = guided(invented(windows=moved, guidance={"it": entry}), there)
        return found["it"].holds.value if "it" in found else None

    assert verdict(timedelta(days=days)) == verdict(timedelta())
