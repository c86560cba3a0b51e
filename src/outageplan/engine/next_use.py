"""From when a service can be used again, and how sure that is, across all notices that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from outageplan.catalog.services import Service
from outageplan.engine.availability import Claim, State, claims_on, worst_state
from outageplan.engine.case import Case
from outageplan.engine.phrases import boundary_text
from outageplan.engine.rules import NEXT_USE, Reason
from outageplan.engine.stages import Stage, is_sure, told_return
from outageplan.notice.model import Effect, Notice, Status
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.wording import Text

_STOPS = (Effect.SUSPENDED, Effect.TERMINATED)
_LIMITS = (*_STOPS, Effect.DEGRADED, Effect.PAPER_ONLY)
_WAITING = (Stage.UNCONFIRMED, Stage.RESUMING)
_AS_USUAL = (State.UPCOMING, State.UNSCHEDULED, State.UNAFFECTED, State.OVER, State.NOT_MENTIONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """When something ends: the boundary that decides, and whether everything that it takes is a promise.

    `at` is the instant (China time); None where nothing announces one, or where it has passed without confirmation.
    """

    boundary: Boundary
    at: datetime | None
    sure: bool
    gradual: bool
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUse:
    """When one service can be used, at a moment and after it.

    `usable` tells whether it can be used as usual at the moment; if so, `stops` is the claim that ends that next, if
    one is announced. `partly` is from when it can be used within limits, where that comes before `again`; `again` from
    when as usual: None where it stops nowhere, or never comes back (`terminated`).
    """

    service: Service
    state: State
    usable: bool
    presumed: bool = False
    stops: Claim | None = None
    partly: Return | None = None
    again: Return | None = None
    terminated: bool = False
    undated: tuple[Claim, ...] = ()

    @property
    def because(self) -> tuple[Reason, ...]:
        """What decides: every window on the way, the last one first."""
        claims = [one.claim for one in (self.again, self.partly) if one]
        claims += [self.stops] if self.stops else []
        claims += self.undated
        unique = {(claim.notice.id, claim.window_id): claim for claim in claims}
        return tuple(_reason(claim) for claim in unique.values())


def next_use(service: Service, notices: Iterable[Notice], case: Case) -> NextUse:
    """When a leaf service can be used, by all notices given: no matter which of them the case names."""
    claims = [claim for claim in claims_on(service, notices, case) if claim.notice.status is not Status.CANCELLED]
    at = case.at
    state = worst_state(claims, at)
    undated = tuple(claim for claim in claims if claim.stage(at) is Stage.UNSCHEDULED and claim.entry.effect in _LIMITS)
    if state is State.TERMINATED:
        gone = tuple(claim for claim in claims if claim.state(at) is State.TERMINATED)
        return NextUse(service=service, state=state, usable=False, terminated=True, undated=gone)
    usable = state in _AS_USUAL
    presumed = any(claim.stage(at) is Stage.PRESUMED_OVER and claim.entry.effect in _LIMITS for claim in claims)
    stops = _next_stop(claims, at) if usable else None
    start = stops.window.start.as_start() if stops else None
    if usable and start is None:
        return NextUse(service=service, state=state, usable=True, presumed=presumed, undated=undated)
    again = _return([claim for claim in claims if claim.entry.effect in _LIMITS], start or at, _WAITING, now=at)
    partly = _return([claim for claim in claims if claim.entry.effect in _STOPS], start or at, _WAITING[:1], now=at)
    sooner = partly and (partly.at is not None) and (again is None or again.at is None or partly.at < again.at)
    return NextUse(
        service=service,
        state=state,
        usable=usable,
        presumed=usable and presumed,
        stops=stops,
        partly=partly if sooner else None,
        again=again,
        undated=undated,
    )


def _next_stop(claims: Sequence[Claim], at: datetime) -> Claim | None:
    """The claim that is the next to take the service down or limit it."""
    ahead = [(start, claim) for claim in claims if claim.entry.effect in _LIMITS if (start := _ahead(claim, at))]
    return min(ahead, key=lambda one: one[0])[1] if ahead else None


def _ahead(claim: Claim, at: datetime) -> datetime | None:
    start = claim.window.start.as_start()
    return start if start and start > at else None


def _return(claims: Sequence[Claim], at: datetime, waiting: tuple[Stage, ...], *, now: datetime) -> Return | None:
    """When the last of the windows ends that keep the service from being used from `at` on, one behind the other.

    What has not come back by `now` as expected (`waiting`) keeps it for ever: nothing says until when.
    """
    late = [claim for claim in claims if claim.stage(now) in waiting]
    way: list[Claim] = []
    moment = at
    while blocking := [*late, *(claim for claim in claims if claim.stage(moment) is Stage.ACTIVE)]:
        way += blocking
        ends = [_end(claim).as_end() for claim in blocking]
        endless = [(end is not None, claim) for claim, end in zip(blocking, ends, strict=True) if not end or end <= now]
        if endless:  # of which one that was never to end on a date says most
            return _returned(min(endless, key=lambda one: one[0])[1], None, way)
        moment = max(end for end in ends if end)
    if not way:
        return None
    way = [claim for claim in claims if _between(claim, at, moment)]  # one that ends late outlasts the others
    last = max(way, key=lambda claim: (_end(claim).as_end() or moment, not _sure(claim)))
    return _returned(last, moment, way)


def _between(claim: Claim, start: datetime, end: datetime) -> bool:
    """Whether a claim's window touches `[start, end)`."""
    begins, ends = claim.window.start.as_start(), _end(claim).as_end()
    return begins is not None and begins < end and (ends is None or ends > start)


def _returned(claim: Claim, at: datetime | None, way: Sequence[Claim]) -> Return:
    return Return(
        boundary=_end(claim),
        at=at,
        sure=at is not None and all(map(_sure, way)),
        gradual=any(one.entry.resume != "full" for one in way),
        claim=claim,
    )


def _sure(claim: Claim) -> bool:
    exact = _end(claim).kind in (BoundaryKind.STATED, BoundaryKind.NO_LATER_THAN)
    return exact and is_sure(claim.notice, _end(claim)) and claim.entry.resume == "full"


def _end(claim: Claim) -> Boundary:
    """When a window ends: as written, or when an amendment told that service is back."""
    return told_return(claim.notice, claim.window) or claim.window.end


def _reason(claim: Claim) -> Reason:
    start, end = boundary_text(claim.window.start), boundary_text(claim.window.end, end=True)
    text = Text(
        f"时段 {claim.window_id}：{start['zh']} 至 {end['zh']}",
        f"window {claim.window_id}: {start['en']} to {end['en']}",
    )
    clause = claim.window.clause or claim.entry.clause
    return Reason(rule=NEXT_USE, text=text, notice=claim.notice.id, window=claim.window_id, clause=clause)


def next_uses(asked: Iterable[Service], notices: Sequence[Notice], case: Case) -> Iterator[NextUse]:
    """When each of some leaf services can be used, in their order."""
    return (next_use(service, notices, case) for service in asked)
