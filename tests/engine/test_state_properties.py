"""Laws of the states of services at every boundary: splitting a window, merging notices, and more notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from outageplan.catalog.services import services
from outageplan.engine.availability import State, availability
from outageplan.engine.case import Case
from outageplan.notice.model import Effect, Notice

from ..laws import tried
from .building import CROSS_PROVINCE, IN_PROVINCE, PHARMACY, Entry, Span, invented
from .generated import DAY, KINDS, POOLS, UNDATED, cases, moments_of, notices, shelves, spans, written

many = tried()
LEAVES = [CROSS_PROVINCE, IN_PROVINCE, PHARMACY, "inquiry", "provider.claims", "channel.national.app"]
RANK = {state: place for place, state in enumerate(State)}
WORST = {effect: place for place, effect in enumerate(Effect)}
FAR = (DAY - timedelta(days=40), DAY + timedelta(days=40), DAY + timedelta(days=400))

effects = st.sampled_from([effect.value for effect in Effect])
resumes = st.sampled_from(["full", "gradual", "batched"])
pools = st.lists(st.sampled_from(POOLS), min_size=1, max_size=2, unique=True)
announced = st.sampled_from(["draft", "tentative", "confirmed", "cancelled"])


def states(shelf: Sequence[Notice], case: Case, moments: set[datetime]) -> list[list[State]]:
    """How the leaves stand at every moment."""
    return [
        [availability(services()[leaf], shelf, replace(case, at=at)).state for leaf in LEAVES]
        for at in sorted({*moments, *FAR, case.at})
    ]


# --- Split ------------------------------------------------------------------------------------------------------------


@st.composite
def halves(draw: st.DrawFn) -> tuple[Span, str]:
    """A window with a dated start, and a moment inside it."""
    start = DAY + timedelta(minutes=draw(st.integers(0, 3000)))
    middle = start + timedelta(minutes=draw(st.integers(1, 1500)))
    last = written(middle + timedelta(minutes=draw(st.integers(1, 1500))))
    end = draw(st.sampled_from([kind + last for kind in KINDS] + UNDATED))
    return (draw(st.sampled_from(KINDS)) + written(start), end), written(middle)


@many
@given(
    cut=halves(),
    other=spans(),
    effect=effects,
    resume=resumes,
    beside=effects,
    named=pools,
    status=announced,
    case=cases,
)
def test_splitting_a_window_changes_no_state_at_any_moment(
    cut: tuple[Span, str],
    other: Span,
    effect: str,
    resume: str,
    beside: str,
    named: list[str],
    status: str,
    case: Case,
) -> None:
    """Beside another window, and an entry for one leaf that wins over it. A completed notice is left out: where its end
    has no date, nothing tells whether the first half or the second is what was completed."""
    (start, end), middle = cut

    def stopped(windows: Mapping[str, Span]) -> Notice:
        split = [id for id in windows if id != "other"]
        entries: dict[str, str | Entry] = {
            "wide": {"in": [*split, "other"], "services": ["all"], "effect": effect, "resume": resume},
            "leaf": {"in": split, "services": [PHARMACY], "effect": beside, "resume": resume},
        }
        return invented(windows=windows, effects=entries, status=status, pools=named)

    whole = stopped({"whole": (start, end), "other": other})
    split = stopped({"first": (start, middle), "second": (middle, end), "other": other})
    moments = moments_of((whole, split), case)
    assert states([whole], case, moments) == states([split], case, moments)


# --- Merge ------------------------------------------------------------------------------------------------------------


@many
@given(
    first=st.lists(spans(), min_size=1, max_size=2),
    second=st.lists(spans(), min_size=1, max_size=2),
    named=pools,
    status=announced | st.just("completed"),
    kinds=st.tuples(effects, effects),
    returns=st.tuples(resumes, resumes),
    case=cases,
)
def test_two_notices_on_different_services_say_the_same_in_one_file(
    first: list[Span],
    second: list[Span],
    named: list[str],
    status: str,
    kinds: tuple[str, str],
    returns: tuple[str, str],
    case: Case,
) -> None:
    def part(number: int, written: list[Span], branches: list[str]) -> tuple[dict[str, Span], dict[str, str | Entry]]:
        windows = {f"w{number}-{place}": span for place, span in enumerate(written)}
        entry = {"services": branches, "effect": kinds[number], "resume": returns[number], "in": sorted(windows)}
        return windows, {f"e{number}": entry}

    one = part(0, first, ["settlement.offsite", "provider.claims"])
    two = part(1, second, ["settlement.local", "inquiry", "channel.national"])
    apart = [invented(f"n{n}", windows=w, effects=e, pools=named, status=status) for n, (w, e) in enumerate((one, two))]
    together = invented(windows=one[0] | two[0], effects=one[1] | two[1], pools=named, status=status)
    moments = moments_of((together,), case)
    assert states(apart, case, moments) == states([together], case, moments)


# --- More notices are never better news -------------------------------------------------------------------------------


@many
@given(shelf=shelves, more=notices("more"), case=cases)
def test_another_notice_never_makes_a_state_better(shelf: tuple[Notice, ...], more: Notice, case: Case) -> None:
    moments = moments_of((*shelf, more), case)
    alone, together = states(shelf, case, moments), states([*shelf, more], case, moments)
    for before, after in zip(alone, together, strict=True):
        assert all(RANK[then] <= RANK[once] for once, then in zip(before, after, strict=True))


@many
@given(shelf=shelves, more=notices("more"), case=cases)
def test_another_notice_never_makes_an_effect_milder(shelf: tuple[Notice, ...], more: Notice, case: Case) -> None:
    for leaf in LEAVES:
        alone = availability(services()[leaf], shelf, case).effect
        together = availability(services()[leaf], [*shelf, more], case).effect
        assert alone is None or (together is not None and WORST[together] <= WORST[alone])


@many
@given(shelf=shelves, more=notices("more"), case=cases)
def test_the_scheme_takes_away_only_what_is_said_of_the_other(
    shelf: tuple[Notice, ...], more: Notice, case: Case
) -> None:
    """A notice in which no entry is for the residents alone says the same to an employee as before it was narrowed."""
    for notice in (*shelf, more):
        wide = {
            id: entry.model_copy(update={"schemes": ()} if entry.schemes == ("employee",) else {})
            for id, entry in notice.effects.items()
            if entry.schemes != ("resident",)
        }
        asked = replace(case, scheme="employee")
        moments = moments_of((notice,), case)
        widened = notice.model_copy(update={"effects": wide})
        assert states([notice], asked, moments) == states([widened], asked, moments)
