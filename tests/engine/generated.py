"""Invented notices with conditions, schemes and deadlines from events, and cases that fit them, for property tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations

from hypothesis import strategies as st

from outageplan.engine.answers import Answer, answer_of
from outageplan.engine.case import Case
from outageplan.engine.plan import make_plan
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import Notice, PatientFact
from outageplan.notice.moments import Event, Moment, parse_moment

from .building import (
    BEIJING,
    CHINA_TIME,
    CROSS_PROVINCE,
    HENAN_DIRECT,
    IN_PROVINCE,
    JINAN,
    NATION,
    PHARMACY,
    SHANDONG,
    WEIFANG,
    Span,
    invented,
)

POOLS = [WEIFANG, JINAN, SHANDONG, BEIJING, HENAN_DIRECT, NATION]
NAMED = [
    PHARMACY,
    "settlement.offsite",
    CROSS_PROVINCE,
    IN_PROVINCE,
    "inquiry",
    "provider.claims",
    "channel.national.app",
]
FACTS: tuple[PatientFact, ...] = ("inpatient", "chronic", "referred")
DAY = datetime(2021, 11, 22, tzinfo=CHINA_TIME)
HOURS = [0, 8, 18, 24, 30, 48, 66, 96]  # so few that boundaries and events often fall together
KINDS = ["", "", "expected ", "tentative ", "not before ", "no later than "]
UNDATED = ["to be announced", "unresolved 月底", "when all is tested"]
EVENTS: tuple[Event, ...] = ("admission", "discharge", "visit", "receipt")

hours = st.sampled_from(HOURS).map(lambda count: DAY + timedelta(hours=count))
phases = st.sampled_from(["before", "during", "after"])
sides = st.sampled_from(["here", "elsewhere"])


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A window of any kind, mostly with a date at either end."""
    start = draw(hours)
    end = start + timedelta(hours=draw(st.sampled_from([1, 6, 24, 30])))
    first = draw(st.sampled_from(KINDS)) + written(start)
    last = draw(st.sampled_from(KINDS)) + written(end)
    if draw(st.integers(0, 7)) == 0:
        first = draw(st.sampled_from(UNDATED))
    if draw(st.integers(0, 7)) == 0:
        last = draw(st.sampled_from(UNDATED))
    return first, last


conditions = st.fixed_dictionaries(
    {},
    optional={
        "insured": sides,
        "treated": sides,
        "patient": st.lists(st.sampled_from(FACTS), min_size=1, max_size=2, unique=True),
        "admitted": phases,
        "discharged": phases,
    },
)
deadlines = st.sampled_from(
    [
        "stop.end",
        "visit",
        "2 hours after visit",
        "1 month after discharge",
        "3 working days after admission",
        "end of month of receipt",
        "30 minutes after end of month of visit",
        "5 days before admission",
        "12 months after receipt",
    ]
)


# What every example draws from is built once, here: building a strategy takes longer than drawing from it.
roles = st.lists(st.sampled_from(["insured", "hospital"]), min_size=1, unique=True)
branches = st.lists(st.sampled_from(NAMED), min_size=1, max_size=2, unique=True)
pools = st.lists(st.sampled_from(POOLS), min_size=1, max_size=2, unique=True)
statuses = st.sampled_from(["confirmed", "confirmed", "draft", "tentative", "completed", "cancelled"])
one_or_two_spans = st.lists(spans(), min_size=1, max_size=2)


@st.composite
def guidance(draw: st.DrawFn, windows: st.SearchStrategy[list[str]]) -> Mapping[str, object]:
    """Somebody's instruction, with a condition as often as not and sometimes a deadline."""
    entry: dict[str, object] = {
        "for": draw(roles),
        "in": draw(windows),
        "phase": draw(phases),
        "services": draw(branches),
        "when": draw(conditions),
    }
    for key, one_in in (("deadline", 3), ("not_before", 6)):
        if draw(st.integers(1, one_in)) == 1:
            entry[key] = draw(deadlines)
    return entry


Entries = st.SearchStrategy[list[Mapping[str, object]]]


@cache
def parts(*windows: str) -> tuple[Entries, Entries]:
    """The effects and the guidance of a notice that has these windows."""
    some = st.lists(st.sampled_from(windows), unique=True)
    effect: st.SearchStrategy[Mapping[str, object]] = st.fixed_dictionaries(
        {
            "services": branches,
            "effect": st.sampled_from(["suspended", "paper_only", "unaffected"]),
            "in": some,
            "schemes": st.just([]) | st.just([]) | st.lists(st.sampled_from(["employee", "resident"]), max_size=1),
            "pools": st.just([]) | st.just([]) | st.lists(st.sampled_from(POOLS), max_size=1),
        }
    )
    return st.lists(effect, min_size=1, max_size=2), st.lists(guidance(some), max_size=3)


@st.composite
def notices(draw: st.DrawFn, id: str = "invented") -> Notice:
    """A notice with one or two windows, one or two effects, and up to three instructions."""
    windows = dict(zip(("stop", "second"), draw(one_or_two_spans), strict=False))
    effects, told = parts(*sorted(windows))
    return invented(
        id,
        windows=windows,
        effects={f"e{number}": entry for number, entry in enumerate(draw(effects))},
        guidance={f"g{number}": entry for number, entry in enumerate(draw(told))},
        pools=draw(pools),
        status=draw(statuses),
    )


_of_one, _of_two = st.tuples(notices("n0")), st.tuples(notices("n0"), notices("n1"))
shelves = st.integers(1, 2).flatmap(lambda count: _of_one if count == 1 else _of_two)
days = hours.map(lambda at: Moment(at.date()))
moments = hours.map(lambda at: parse_moment(written(at))) | days


def is_possible(case: Case) -> bool:
    """Whether a case may be asked: nobody leaves before coming, and who stays is an inpatient."""
    came, left = case.events.get("admission"), case.events.get("discharge")
    if case.patient == () and (came or left):
        return False
    if came is None or left is None:
        return True
    latest = left.as_start() if left.hour_stated else left.as_end() - timedelta(minutes=1)
    return latest >= came.as_start()


events = st.dictionaries(st.sampled_from(EVENTS), moments, max_size=2).map(FrozenDict)
patients = st.none() | st.none() | st.lists(st.sampled_from(FACTS), max_size=2, unique=True).map(tuple)
cases = st.builds(
    Case,
    at=hours,
    insured_at=st.none() | st.sampled_from(POOLS),
    treated_at=st.none() | st.sampled_from(POOLS),
    role=st.none() | st.sampled_from(["insured", "hospital"]),
    services=st.just(()) | st.just(()) | st.sampled_from(NAMED).map(lambda id: (id,)),
    scheme=st.none() | st.sampled_from(["employee", "resident"]),
    patient=patients,
    events=events,
).filter(is_possible)


def answer(shelf: tuple[Notice, ...], case: Case) -> Answer:
    """The answer to a case, by the whole plan."""
    found = make_plan(shelf, case)
    return answer_of(found.services, found.guidance)


def shown(shelf: tuple[Notice, ...], case: Case) -> set[tuple[str, str]]:
    """The guidance of the notices that a case is given."""
    return {(one.notice.id, one.id) for one in make_plan(shelf, case).guidance if one.notice}


def patients_of(case: Case) -> Iterator[Case]:
    """The case with every set of patient facts that holds at least what it lists."""
    for size in range(len(FACTS) + 1):
        for facts in combinations(FACTS, size):
            if set(case.patient or ()) <= set(facts):
                yield replace(case, patient=facts)


def with_event(case: Case, event: Event, told: Moment) -> Case:
    """The case with an event."""
    return replace(case, events=FrozenDict({**case.events, event: told}))


def moments_of(shelf: tuple[Notice, ...], case: Case) -> set[datetime]:
    """The boundaries of the notices, the moment and the events of the case, each minute before, times far off."""
    found = {DAY - timedelta(days=900), DAY + timedelta(days=300), DAY + timedelta(hours=3), case.at}
    for notice in shelf:
        for window in notice.windows.values():
            found |= {end for end in (window.start.as_start(), window.end.as_end()) if end}
    found |= {told.as_start() for told in case.events.values()} | {told.as_end() for told in case.events.values()}
    return found | {at - timedelta(minutes=1) for at in found}
