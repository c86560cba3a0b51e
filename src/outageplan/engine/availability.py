"""Which services stand how at a moment, until when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from outageplan.catalog.services import Service, services
from outageplan.engine.case import Case
from outageplan.engine.places import Hit, reach
from outageplan.engine.rules import (
    Reason,
    Step,
    flattened,
)
from outageplan.engine.stages import Stage, stage_of, told_return
from outageplan.notice.model import Effect, Notice, Scheme, ServiceEffect, Status, Window
from outageplan.notice.moments import Boundary, BoundaryKind


class State(StrEnum):
    """How a service stands at a moment, the one that counts most first."""

    TERMINATED = "terminated"
    DOWN = "down"
    DEGRADED = "degraded"
    PAPER_ONLY = "paper_only"
    UNCONFIRMED = "unconfirmed"
    RESUMING = "resuming"
    UPCOMING = "upcoming"
    UNSCHEDULED = "unscheduled"
    UNAFFECTED = "unaffected"
    OVER = "over"
    NOT_MENTIONED = "not_mentioned"


MINUTE = timedelta(minutes=1)
_RANK = {state: place for place, state in enumerate(State)}
_WORST = {effect: place for place, effect in enumerate(Effect)}
_DURING = {
    Effect.TERMINATED: State.TERMINATED,
    Effect.SUSPENDED: State.DOWN,
    Effect.DEGRADED: State.DEGRADED,
    Effect.PAPER_ONLY: State.PAPER_ONLY,
}
_AROUND = {
    Stage.UPCOMING: State.UPCOMING,
    Stage.UNSCHEDULED: State.UNSCHEDULED,
    Stage.UNCONFIRMED: State.UNCONFIRMED,
    Stage.RESUMING: State.RESUMING,
    Stage.PRESUMED_OVER: State.OVER,
    Stage.OVER: State.OVER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one window of one notice says of one service: the entry that wins there, and what it overrules."""

    notice: Notice
    window_id: str
    effect_id: str
    said_of: str
    overrules: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()

    @property
    def window(self) -> Window:
        """The window that the claim is about."""
        return self.notice.windows[self.window_id]

    @property
    def entry(self) -> ServiceEffect:
        """The effect entry that makes the claim."""
        return self.notice.effects[self.effect_id]

    def stage(self, at: datetime) -> Stage:
        """Where a moment lies relative to the claim's window."""
        return stage_of(self.notice, self.window, at, self.entry.resume)

    def state(self, at: datetime) -> State:
        """How the service would stand if this claim were the only one."""
        stage, effect = self.stage(at), self.entry.effect
        if effect is Effect.UNAFFECTED or self.notice.status is Status.CANCELLED:
            return State.UNAFFECTED
        if effect is Effect.TERMINATED and stage not in (Stage.UPCOMING, Stage.UNSCHEDULED):
            return State.TERMINATED
        return _DURING[effect] if stage is Stage.ACTIVE else _AROUND[stage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """One line of a plan: a service, the worst effect on it, how it stands, until when, and why.

    `until` is the next boundary at which the state may change; None when no selected notice announces any.
    """

    service: Service
    effect: Effect | None
    state: State
    until: Boundary | None
    until_end: bool
    case: Case
    claims: tuple[Claim, ...] = ()

    @property
    def because(self) -> tuple[Reason, ...]:
        """The reasons, the claim that decides first; worked out when they are asked for."""
        return tuple(flattened(self.derivation))

    @property
    def derivation(self) -> tuple[Step, ...]:
        """The reasons as a tree: a step for each window that speaks of the service, on what it rests below it."""
        from outageplan.engine.derivation import derivation  # which is built on this module

        return tuple(derivation(self.service, self.claims, self.case))


def availability(service: Service, notices: Iterable[Notice], case: Case) -> Availability:
    """How a leaf service stands for a case at its moment, by all the selected notices."""
    return by_claims(service, tuple(claims_on(service, notices, case)), case)


def by_claims(service: Service, claims: Sequence[Claim], case: Case) -> Availability:
    """How a leaf service stands for a case at its moment, by all the claims that the selected notices make on it."""
    if not claims:
        return _not_mentioned(service, case)
    state = worst_state(claims, case.at)
    ordered = sorted(claims, key=lambda claim: (_RANK[claim.state(case.at)], _WORST[claim.entry.effect]))
    until, at_end = _until(ordered, case.at, state)
    return Availability(
        service=service,
        effect=min((claim.entry.effect for claim in claims), key=_WORST.__getitem__),
        state=state,
        until=until,
        until_end=at_end,
        case=case,
        claims=tuple(ordered),
    )


def claims_on(service: Service, notices: Iterable[Notice], case: Case) -> Iterator[Claim]:
    """Every claim that notices make on a service, one a window at the most."""
    for notice in notices:
        entries = _concerning(service, notice, case)
        for window_id in notice.windows if entries else ():
            inside = [row for row in entries if window_id in notice.windows_of(notice.effects[row[1]])]
            if inside:
                yield _winner(notice, window_id, inside)


_Row = tuple[str, str, tuple[Hit, ...]]  # the service named, the effect's id, the places reached


def _concerning(service: Service, notice: Notice, case: Case) -> list[_Row]:
    """The entries of a notice that name a service for a case, each with the most specific id that does."""
    tree, rows = services(), []
    for id, entry in notice.effects.items():
        named = [said for said in entry.services if tree.covers(said, service.id)]
        if not named or not _is_of(entry, case.scheme):
            continue
        said_of = max(named, key=tree.depth)
        hits = reach(service, entry.pools or notice.pools, case, expressly=not tree[said_of].members)
        if hits is not None:
            rows.append((said_of, id, hits))
    return rows


def _is_of(entry: ServiceEffect, scheme: Scheme | None) -> bool:
    """Whether an entry speaks of a scheme; where none is given it may."""
    return scheme is None or not entry.schemes or scheme in entry.schemes


def _winner(notice: Notice, window_id: str, rows: list[_Row]) -> Claim:
    """The claim of one window: at each place the more specific entry wins, and among the places the worst effect."""
    places = {(hit.place, hit.pool) for _, _, hits in rows for hit in hits}
    at_places = [[row for row in rows if any((hit.place, hit.pool) == place for hit in row[2])] for place in places]
    ordered = [_by_weight(notice, found) for found in at_places or [rows]]
    decisive = min(ordered, key=lambda found: _WORST[notice.effects[found[0][1]].effect])
    said_of, effect_id, hits = decisive[0]
    effect, depth = notice.effects[effect_id].effect, services().depth
    overrules = tuple(
        id for said, id, _ in decisive[1:] if depth(said) < depth(said_of) and notice.effects[id].effect != effect
    )
    return Claim(
        notice=notice, window_id=window_id, effect_id=effect_id, said_of=said_of, overrules=overrules, hits=hits
    )


def _by_weight(notice: Notice, rows: list[_Row]) -> list[_Row]:
    """Entries by how specific they are, between equals the worse effect first."""
    depth = services().depth
    return sorted(rows, key=lambda row: (-depth(row[0]), _WORST[notice.effects[row[1]].effect]))


def worst_state(claims: Sequence[Claim], at: datetime) -> State:
    """How a service stands at a moment by all the claims on it: as the one that counts most."""
    return min((claim.state(at) for claim in claims), key=_RANK.__getitem__, default=State.NOT_MENTIONED)


def _until(claims: Sequence[Claim], at: datetime, state: State) -> tuple[Boundary | None, bool]:
    """The next boundary at which the state may change, and whether it is the end of a window."""
    ahead = [one for claim in claims for one in _turns(claim, at)]
    for when, is_end, boundary in sorted(ahead, key=lambda one: (one[0], one[2].sure, one[1])):
        if worst_state(claims, when) is not state:
            return boundary, is_end
    if state in (State.UNCONFIRMED, State.RESUMING):
        return Boundary(BoundaryKind.OPEN), True
    if state is State.UNSCHEDULED:
        return claims[0].window.start, False
    undated = [c.window.end for c in claims if c.state(at) is state and c.window.end.as_end() is None]
    return (
        (undated[0], True) if undated and state in _DURING.values() and state is not State.TERMINATED else (None, False)
    )


def _turns(claim: Claim, at: datetime) -> Iterator[tuple[datetime, bool, Boundary]]:
    """The boundaries ahead at which a claim changes what it says, each with whether it is the window's end."""
    window = claim.window
    for when, is_end, boundary in (
        (window.start.as_start(), False, window.start),
        (window.end.as_end(), True, window.end),
        *([(told.as_end(), True, told)] if (told := told_return(claim.notice, window)) else []),
    ):
        if when and when > at and claim.state(when) is not claim.state(when - MINUTE):
            yield when, is_end, boundary


def _not_mentioned(service: Service, case: Case) -> Availability:
    return Availability(service=service, effect=None, state=State.NOT_MENTIONED, until=None, until_end=False, case=case)
