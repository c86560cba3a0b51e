"""From when a service can be used again: both sides of every boundary, and never surer than the notices are."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.services import services
from outageplan.engine.availability import State, availability
from outageplan.engine.next_use import NextUse, next_use
from outageplan.notice.model import Notice

from ..laws import tried
from .building import PHARMACY, WEIFANG, ZHENGZHOU, Span, around, at, case, invented


def use(moment: str | datetime, *notices: Notice, insured_at: str | None = None) -> NextUse:
    return next_use(services()[PHARMACY], notices, case(moment, insured_at))


def again(found: NextUse) -> tuple[datetime | None, str, bool] | None:
    return None if found.again is None else (found.again.at, str(found.again.boundary), found.again.sure)


def stop(id: str, start: str, end: str, *, effect: str = "suspended", resume: str = "full", **more: str) -> Notice:
    entry = {"services": [PHARMACY], "effect": effect, "resume": resume}
    return invented(id, windows={"w": (start, end)}, effects={"e": entry}, **more)  # type: ignore[arg-type]


STATED = stop("stated", "2021-11-21 18:00", "2021-11-28 08:00")


def test_a_stated_stop_on_both_sides_of_its_boundaries() -> None:
    before, start, after = around("2021-11-21 18:00")
    end_before, end, _ = around("2021-11-28 08:00")
    certain = (at("2021-11-28 08:00"), "2021-11-28 08:00", True)
    assert use(before, STATED).usable
    assert use(before, STATED).stops is not None
    for moment in (before, start, after, end_before):
        assert again(use(moment, STATED)) == certain
    assert not use(start, STATED).usable
    assert not use(end_before, STATED).usable
    assert use(end, STATED).usable
    assert (use(end, STATED).stops, again(use(end, STATED))) == (None, None)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("expected 2021-11-28 08:00", (at("2021-11-28 08:00"), "expected 2021-11-28 08:00", False)),
        ("tentative 2021-11-28 08:00", (at("2021-11-28 08:00"), "tentative 2021-11-28 08:00", False)),
        ("not before 2021-11-28 08:00", (at("2021-11-28 08:00"), "not before 2021-11-28 08:00", False)),
        ("no later than 2021-11-28 08:00", (at("2021-11-28 08:00"), "no later than 2021-11-28 08:00", True)),
        ("2021-11-28", (at("2021-11-29 00:00"), "2021-11-28", True)),
        ("to be announced", (None, "to be announced", False)),
        ("unresolved 31日凌晨", (None, "unresolved 31日凌晨", False)),
        ("when the upgrade is done", (None, "when the upgrade is done", False)),
    ],
)
def test_how_sure_each_kind_of_end_is(end: str, expected: tuple[datetime | None, str, bool]) -> None:
    assert again(use("2021-11-22 09:00", stop("a", "2021-11-21 18:00", end))) == expected


def test_what_a_draft_or_a_gradual_return_states_is_not_certain() -> None:
    draft = stop("a", "2021-11-21 18:00", "2021-11-28 08:00", status="tentative")
    gradual = stop("b", "2021-11-21 18:00", "2021-11-28 08:00", resume="gradual")
    for notice in (draft, gradual):
        found = again(use("2021-11-22 09:00", notice))
        assert found == (at("2021-11-28 08:00"), "2021-11-28 08:00", False)
    back = use("2021-11-22 09:00", gradual).again
    assert back is not None
    assert back.gradual


def test_an_expected_end_that_has_passed_announces_nothing_until_it_is_presumed_kept() -> None:
    notice = stop("a", "2021-11-21 18:00", "expected 2021-11-28 08:00")
    for moment in ("2021-11-28 08:00", "2021-12-28 07:59"):
        found = use(moment, notice)
        assert (found.usable, again(found)) == (False, (None, "expected 2021-11-28 08:00", False))
    presumed = use("2021-12-28 08:00", notice)
    assert (presumed.usable, presumed.presumed, presumed.again) == (True, True, None)


def test_stops_that_meet_are_one_wait_across_notices() -> None:
    """The next one begins as the first one ends; an expected end on the way makes the whole uncertain."""
    first = stop("a", "2021-11-21 18:00", "2021-11-28 08:00")
    second = stop("b", "2021-11-28 08:00", "2021-11-30 06:00")
    assert again(use("2021-11-22 09:00", first, second)) == (at("2021-11-30 06:00"), "2021-11-30 06:00", True)
    hoped = stop("a", "2021-11-21 18:00", "expected 2021-11-28 08:00")
    assert again(use("2021-11-22 09:00", hoped, second)) == (at("2021-11-30 06:00"), "2021-11-30 06:00", False)
    apart = stop("b", "2021-11-28 08:01", "2021-11-30 06:00")
    assert again(use("2021-11-22 09:00", first, apart)) == (at("2021-11-28 08:00"), "2021-11-28 08:00", True)


def test_the_longer_of_two_that_overlap_decides() -> None:
    longer = stop("b", "2021-11-22 00:00", "2021-12-01 00:00")
    found = use("2021-11-23 09:00", STATED, longer)
    assert again(found) == (at("2021-12-01 00:00"), "2021-12-01 00:00", True)
    assert {reason.notice for reason in found.because} == {"b"}


def test_one_without_an_end_outweighs_all() -> None:
    found = use("2021-11-23 09:00", STATED, stop("b", "2021-11-20 00:00", "to be announced"))
    assert again(found) == (None, "to be announced", False)


def test_limits_after_a_stop_are_told_apart_from_full_use() -> None:
    papers = stop("b", "2021-11-21 18:00", "2021-12-05 08:00", effect="paper_only")
    found = use("2021-11-22 09:00", STATED, papers)
    assert again(found) == (at("2021-12-05 08:00"), "2021-12-05 08:00", True)
    assert found.partly is not None
    assert found.partly.at == at("2021-11-28 08:00")
    assert use("2021-11-29 09:00", STATED, papers).partly is None


def test_terminated_never_comes_back_and_cancelled_never_stopped() -> None:
    gone = use("2022-11-22 09:00", stop("a", "2021-11-21 18:00", "to be announced", effect="terminated"))
    assert (gone.usable, gone.terminated, gone.again) == (False, True, None)
    cancelled = use("2021-11-22 09:00", stop("a", "2021-11-21 18:00", "2021-11-28 08:00", status="cancelled"))
    assert (cancelled.usable, cancelled.stops, cancelled.again) == (True, None, None)


def test_a_stop_without_a_date_is_told_and_decides_nothing() -> None:
    found = use("2021-11-22 09:00", stop("a", "unresolved 31日凌晨", "unresolved 31日凌晨"))
    assert (found.usable, found.stops, [claim.notice.id for claim in found.undated]) == (True, None, ["a"])


def test_places_count() -> None:
    assert use("2021-11-22 09:00", STATED, insured_at=ZHENGZHOU).state is State.NOT_MENTIONED
    assert not use("2021-11-22 09:00", STATED, insured_at=WEIFANG).usable


EPOCH = at("2021-01-01 00:00")
hours = st.integers(0, 120)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(hours)
    end = start + draw(st.integers(1, 60))
    kind = draw(st.sampled_from(["", "expected ", "not before ", "no later than "]))
    return _phrase(start), kind + _phrase(end)


def _phrase(hour: int) -> str:
    return f"{EPOCH + timedelta(hours=hour):%Y-%m-%d %H:%M}"


@tried()
@given(st.lists(spans(), min_size=1, max_size=4), hours)
def test_nothing_is_down_at_the_return_and_all_before_it_is(windows: list[Span], hour: int) -> None:
    """Checked minute by hour against the states of the service, which are worked out another way."""
    notices = [stop(f"n{number}", start, end) for number, (start, end) in enumerate(windows)]
    moment = EPOCH + timedelta(hours=hour)
    found = use(moment, *notices)
    if found.again is None or found.again.at is None:
        return
    first = moment if not found.usable else at(str(found.stops.window.start)) if found.stops else moment
    step = first
    while step < found.again.at:
        assert availability(services()[PHARMACY], notices, case(step)).state in (State.DOWN, State.UNCONFIRMED)
        step += timedelta(hours=1)
    assert availability(services()[PHARMACY], notices, case(found.again.at)).state is not State.DOWN
    if found.again.sure:
        assert availability(services()[PHARMACY], notices, case(found.again.at)).state in (State.OVER, State.UPCOMING)


@tried()
@given(st.lists(spans(), min_size=1, max_size=4), spans(), hours)
def test_a_further_notice_never_brings_the_return_nearer(windows: list[Span], more: Span, hour: int) -> None:
    notices = [stop(f"n{number}", start, end) for number, (start, end) in enumerate(windows)]
    moment = EPOCH + timedelta(hours=hour)
    alone, both = use(moment, *notices), use(moment, *notices, stop("more", *more))
    if alone.usable or alone.again is None:
        return
    assert not both.usable
    assert both.again is not None
    if alone.again.at is None:
        assert both.again.at is None
    elif both.again.at is not None:
        assert both.again.at >= alone.again.at
