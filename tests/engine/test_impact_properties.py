"""Laws that `impact` keeps: linear in volume, additive over time, nothing for nothing, indifferent to cuts."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.counting import Flow, sweep
from outageplan.engine.opening import ALL_DAY, ALWAYS, Opening, days_between, share
from outageplan.notice.hours import OpenSpan, Spans
from outageplan.notice.model import Notice

from .building import PHARMACY, at, invented
from .impacting import exactly, impact_of, invented_site, only

BASE = at("2021-11-01 00:00")
MINUTES = st.integers(0, 30 * 1440)
VOLUMES = st.integers(0, 10_000)
WEIGHTS = st.one_of(st.none(), st.lists(st.integers(0, 50).map(Fraction), min_size=24, max_size=24).filter(any))


@st.composite
def day_spans(draw: st.DrawFn) -> Spans:
    edges = sorted(draw(st.lists(st.integers(0, 1440), max_size=4, unique=True)))
    return tuple(OpenSpan(*edges[place : place + 2]) for place in range(0, len(edges) - 1, 2))


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """A flow with any opening hours and profile."""
    days = draw(st.lists(day_spans(), min_size=7, max_size=7))
    opening = Opening(
        week=(days[0], days[1], days[2], days[3], days[4], days[5], days[6]),
        holiday=draw(st.one_of(st.none(), day_spans())),
        makeup=draw(st.one_of(st.none(), day_spans())),
    )
    return Flow(low=Fraction(1), high=Fraction(1), opening=opening, profile=draw(WEIGHTS))


def moment(minutes: int) -> datetime:
    return BASE + timedelta(minutes=minutes)


@given(flows(), st.lists(MINUTES, min_size=3, max_size=3).map(sorted))
def test_cutting_a_stretch_in_two_adds_up(flow: Flow, edges: list[int]) -> None:
    start, middle, end = map(moment, edges)
    assert flow.days((start, middle)) + flow.days((middle, end)) == flow.days((start, end))


@given(flows(), MINUTES)
def test_an_empty_stretch_is_nothing(flow: Flow, minute: int) -> None:
    assert flow.days((moment(minute), moment(minute))) == 0
    assert flow.days_bounds((moment(minute), moment(minute))) == (0, 0)


@given(flows(), st.integers(0, 28))
def test_a_whole_day_is_one_or_closed(flow: Flow, day: int) -> None:
    start = BASE + timedelta(days=day)
    assert flow.days((start, start + timedelta(days=1))) == int(bool(flow.spans(start.date())))


@given(flows(), st.lists(MINUTES, min_size=2, max_size=2).map(sorted))
def test_any_spread_lies_between_its_bounds(flow: Flow, edges: list[int]) -> None:
    stretch = moment(edges[0]), moment(edges[1])
    low, high = flow.days_bounds(stretch)
    assert low <= flow.days(stretch) <= high


@given(day_spans(), WEIGHTS, st.integers(1, 9), st.integers(0, 1440), st.integers(0, 1440))
def test_only_the_proportions_of_a_profile_count(
    spans: Spans, profile: list[Fraction] | None, factor: int, begin: int, stop: int
) -> None:
    scaled = None if profile is None else [weight * factor for weight in profile]
    assert share(spans, begin, stop, profile) == share(spans, begin, stop, scaled)
    assert 0 <= share(spans, min(begin, stop), max(begin, stop), profile) <= 1


@given(st.lists(MINUTES, min_size=2, max_size=2).map(sorted))
def test_around_the_clock_it_is_the_time_that_counts(edges: list[int]) -> None:
    flow = Flow(low=Fraction(1), high=Fraction(1), opening=ALWAYS)
    assert ALWAYS.week[0] == ALL_DAY
    assert flow.days((moment(edges[0]), moment(edges[1]))) == Fraction(edges[1] - edges[0], 1440)


@given(st.lists(MINUTES, min_size=2, max_size=2).map(sorted))
def test_days_between_have_all_the_minutes(edges: list[int]) -> None:
    found = list(days_between(moment(edges[0]), moment(edges[1])))
    assert sum(stop - begin for _, begin, stop in found) == edges[1] - edges[0]
    assert [day for day, _, _ in found] == sorted({day for day, _, _ in found})


STRETCHES = st.tuples(MINUTES, MINUTES).map(sorted).map(lambda two: (moment(two[0]), moment(two[1])))


@given(st.lists(st.tuples(STRETCHES, st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)])), max_size=5))
def test_a_sweep_overlaps_nowhere_and_keeps_the_greatest(
    weighted: list[tuple[tuple[datetime, datetime], Fraction]],
) -> None:
    found = list(sweep(weighted))
    assert all(one[0][1] <= two[0][0] for one, two in itertools.pairwise(found))
    for stretch, weight in found:
        over = [given for (begin, stop), given in weighted if begin <= stretch[0] and stretch[1] <= stop]
        assert weight == max(over) > 0
    if all(weight for _, weight in weighted):
        lone = max((stop - begin for (begin, stop), _ in weighted), default=timedelta())
        whole = sum((stop - begin for (begin, stop), _ in weighted), timedelta())
        assert lone <= sum((stop - begin for (begin, stop), _ in found), timedelta()) <= whole


def window(start: int, end: int) -> Notice:
    phrases = (f"{moment(start):%Y-%m-%d %H:%M}", f"{moment(end):%Y-%m-%d %H:%M}")
    return invented(windows={"stop": phrases}, effects={PHARMACY: "suspended"})


@given(VOLUMES, st.integers(1, 7), st.lists(MINUTES, min_size=2, max_size=2).map(sorted))
def test_it_is_linear_in_the_volume(volume: int, factor: int, edges: list[int]) -> None:
    one, many = (
        exactly(only(impact_of(window(*edges), site=invented_site(volumes={PHARMACY: str(number)}))))
        for number in (volume, volume * factor)
    )
    assert many == (one[0] * factor, one[1] * factor)


@given(st.lists(MINUTES, min_size=2, max_size=2).map(sorted), st.integers(-52, 52))
def test_weeks_do_not_matter_where_days_off_do_not(edges: list[int], weeks: int) -> None:
    shifted = [edge + weeks * 7 * 1440 for edge in edges]
    site = invented_site(hours={"mon-fri": "08:00-18:00", "sat": "09:00-12:00"})
    assert exactly(only(impact_of(window(*edges), site=site))) == exactly(only(impact_of(window(*shifted), site=site)))


@given(st.lists(MINUTES, min_size=3, max_size=3).map(sorted))
def test_cutting_a_window_in_two_adds_up(edges: list[int]) -> None:
    start, middle, end = edges
    whole, first, second = (
        exactly(only(impact_of(window(*cut), site=invented_site())))[0]
        for cut in ((start, end), (start, middle), (middle, end))
    )
    assert whole == first + second
