"""What must hold for any notice and any moment, tried on many invented ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from outageplan.catalog.services import services
from outageplan.engine.availability import Availability, State, availability
from outageplan.engine.case import Case
from outageplan.engine.plan import make_plan
from outageplan.notice.model import Effect, Notice

from ..laws import tried
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
    ZHENGZHOU,
    Entry,
    Span,
    around,
    invented,
    until_when,
)

POOLS = [NATION, BEIJING, SHANDONG, JINAN, WEIFANG, HENAN_DIRECT, ZHENGZHOU]
NAMED = ["all", "handling", "settlement", "settlement.offsite", CROSS_PROVINCE, PHARMACY, "filing", "inquiry"]
LEAVES = [CROSS_PROVINCE, IN_PROVINCE, PHARMACY, "filing.chronic", "inquiry", "channel.national.app"]
DATED = ["", "expected ", "tentative ", "not before ", "no later than "]
UNDATED = ["to be announced", "unresolved 月底", "when all is tested"]
EPOCH = datetime(2021, 11, 21, 18, 0, tzinfo=CHINA_TIME)
RANK = {state: place for place, state in enumerate(State)}
WORST = {effect: place for place, effect in enumerate(Effect)}

minutes = st.integers(0, 60 * 24 * 60)
moments = minutes.map(lambda count: EPOCH + timedelta(minutes=count - 10 * 24 * 60))
places = st.none() | st.sampled_from(POOLS)
cases = st.builds(Case, at=moments, insured_at=places, treated_at=places)
statuses = st.sampled_from(["draft", "tentative", "confirmed", "completed", "cancelled"])
effects = st.sampled_from([effect.value for effect in Effect])
a_few = tried(150)


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any window: dated or not at either end, of every kind."""
    start = draw(moments)
    end = start + timedelta(minutes=draw(st.integers(1, 20 * 24 * 60)))
    first = draw(st.sampled_from(DATED)) + written(start)
    last = draw(st.sampled_from(DATED)) + written(end)
    return draw(st.just(first) | st.sampled_from(UNDATED)), draw(st.just(last) | st.sampled_from(UNDATED))


@st.composite
def notices(draw: st.DrawFn, id: str = "invented") -> Notice:
    windows: dict[str, Span] = {f"w{n}": span for n, span in enumerate(draw(st.lists(spans(), min_size=1, max_size=3)))}
    entry = st.fixed_dictionaries(
        {
            "services": st.lists(st.sampled_from(NAMED), min_size=1, max_size=2, unique=True),
            "effect": effects,
            "resume": st.sampled_from(["full", "gradual", "batched"]),
            "in": st.lists(st.sampled_from(sorted(windows)), unique=True),
            "pools": st.just([]) | st.lists(st.sampled_from(POOLS), max_size=2, unique=True),
        }
    )
    entries = draw(st.lists(entry, min_size=1, max_size=3))
    return invented(
        id,
        windows=windows,
        effects={f"e{number}": entry for number, entry in enumerate(entries)},
        pools=draw(st.lists(st.sampled_from(POOLS), min_size=1, max_size=2, unique=True)),
        status=draw(statuses),
        published=draw(st.none() | moments.map(written)),
    )


shelves = st.lists(st.integers(0, 9), max_size=3, unique=True).flatmap(
    lambda numbers: st.tuples(*(notices(f"n{number}") for number in numbers))
)


def lines(found: tuple[Notice, ...], case: Case) -> list[Availability]:
    return [availability(services()[leaf], found, case) for leaf in LEAVES]


def states(found: tuple[Notice, ...], case: Case) -> list[State]:
    return [line.state for line in lines(found, case)]


# --- Shifting ---------------------------------------------------------------------------------------------------------


def shifted(phrase: str, by: timedelta) -> str:
    """A boundary phrase some time later; what has no date stays as it is."""
    kind, stamp = phrase[:-16], phrase[-16:]
    if kind not in DATED or phrase in UNDATED:
        return phrase
    return kind + written(datetime.strptime(stamp, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA_TIME) + by)


@a_few
@given(
    windows=st.lists(spans(), min_size=1, max_size=3),
    effect=effects,
    status=statuses,
    case=cases,
    by=st.integers(-500_000, 500_000).map(lambda count: timedelta(minutes=count)),
)
def test_shifting_a_notice_and_a_case_shifts_the_plan(
    windows: list[Span], effect: str, status: str, case: Case, by: timedelta
) -> None:
    def at_offset(offset: timedelta) -> list[Availability]:
        moved: Mapping[str, Span] = {
            f"w{n}": (shifted(start, offset), shifted(end, offset)) for n, (start, end) in enumerate(windows)
        }
        notice = invented(windows=moved, effects={"all": effect}, status=status)
        return lines((notice,), replace(case, at=case.at + offset))

    for here, there in zip(at_offset(timedelta()), at_offset(by), strict=True):
        assert (here.state, here.effect, here.until_end) == (there.state, there.effect, there.until_end)
        assert (here.until and shifted(str(here.until), by)) == (there.until and str(there.until))
        assert [reason.rule for reason in here.because] == [reason.rule for reason in there.because]


# --- Splitting --------------------------------------------------------------------------------------------------------


@st.composite
def halves(draw: st.DrawFn) -> tuple[Span, str]:
    """A window with a dated start, and a moment inside it."""
    start = draw(moments)
    middle = start + timedelta(minutes=draw(st.integers(1, 10 * 24 * 60)))
    last = written(middle + timedelta(minutes=draw(st.integers(1, 10 * 24 * 60))))
    end = draw(st.sampled_from([kind + last for kind in DATED] + UNDATED))
    return (draw(st.sampled_from(DATED)) + written(start), end), written(middle)


@a_few
@given(
    cut=halves(),
    effect=effects,
    status=st.sampled_from(["draft", "tentative", "confirmed", "cancelled"]),
    resume=st.sampled_from(["full", "gradual", "batched"]),
    case=cases,
)
def test_splitting_a_window_changes_no_state(
    cut: tuple[Span, str], effect: str, status: str, resume: str, case: Case
) -> None:
    (start, end), middle = cut
    entry: dict[str, Entry] = {"e": {"effect": effect, "resume": resume}}
    whole = invented(windows={"whole": (start, end)}, effects=entry, status=status)
    split = invented(windows={"first": (start, middle), "second": (middle, end)}, effects=entry, status=status)
    moments = [case, *(replace(case, at=when) for when in around(middle))]
    assert [states((whole,), one) for one in moments] == [states((split,), one) for one in moments]


# --- Knowledge --------------------------------------------------------------------------------------------------------


@a_few
@given(shelf=shelves, case=cases, known_at=moments, include_over=st.booleans())
def test_a_plan_never_knows_what_came_after(
    shelf: tuple[Notice, ...], case: Case, known_at: datetime, include_over: bool
) -> None:
    asked = replace(case, known_at=known_at)
    known = [notice for notice in shelf if notice.published is None or notice.published.as_start() <= known_at]
    assert make_plan(shelf, asked, include_over=include_over) == make_plan(known, asked, include_over=include_over)


# --- More notices are never better news -------------------------------------------------------------------------------


@a_few
@given(shelf=shelves, more=notices("more"), case=cases)
def test_another_notice_never_makes_anything_better(shelf: tuple[Notice, ...], more: Notice, case: Case) -> None:
    for alone, together in zip(lines(shelf, case), lines((*shelf, more), case), strict=True):
        if alone.effect is not None and together.effect is not None:
            assert WORST[together.effect] <= WORST[alone.effect]
        assert alone.effect is None or together.effect is not None
        assert RANK[together.state] <= RANK[alone.state]


@a_few
@given(shelf=shelves, case=cases)
def test_the_order_of_the_notices_does_not_matter(shelf: tuple[Notice, ...], case: Case) -> None:
    assert states(shelf, case) == states(tuple(reversed(shelf)), case)


# --- Never a traceback ------------------------------------------------------------------------------------------------


@a_few
@given(
    shelf=shelves,
    at=st.datetimes(timezones=st.just(UTC) | st.just(CHINA_TIME) | st.timezones(), allow_imaginary=False),
    insured_at=places,
    treated_at=places,
    role=st.none() | st.sampled_from(["insured", "pharmacy", "agency"]),
)
@example(
    shelf=(invented(),),
    at=datetime.max.replace(tzinfo=UTC),
    insured_at=WEIFANG,
    treated_at=None,
    role=None,
)
@example(
    shelf=(invented(),),
    at=datetime.min.replace(tzinfo=UTC),
    insured_at=WEIFANG,
    treated_at=None,
    role=None,
)
def test_a_plan_is_made_for_any_instant(
    shelf: tuple[Notice, ...], at: datetime, insured_at: str | None, treated_at: str | None, role: str | None
) -> None:
    asked = Case(at=at, insured_at=insured_at, treated_at=treated_at, role=role)
    found = make_plan(shelf, asked, include_over=True)
    assert all(line.state in State and line.because for line in found.services)


@a_few
@given(shelf=shelves, case=cases)
def test_until_is_the_first_boundary_that_changes_the_state(shelf: tuple[Notice, ...], case: Case) -> None:
    """Where no return is awaited: that one ends by a presumption, at no boundary."""
    for line in lines(shelf, case):
        if line.state in (State.UNCONFIRMED, State.RESUMING):
            continue
        spans = [claim.window for claim in line.claims]
        edges = {edge for span in spans for edge in (span.start.as_start(), span.end.as_end()) if edge}
        changing = [
            edge
            for edge in sorted(edges)
            if edge > case.at and availability(line.service, shelf, replace(case, at=edge)).state is not line.state
        ]
        assert until_when(line) == next(iter(changing), None)
