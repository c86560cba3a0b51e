"""Which windows `impact` counts, how sure their boundaries are, and how much of a service each defers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from outageplan.catalog.pools import NATION
from outageplan.catalog.services import Service, services
from outageplan.engine.availability import Claim, claims_on
from outageplan.engine.case import Case
from outageplan.engine.places import is_offsite
from outageplan.engine.plan import NoticeStanding, Plan, make_plan
from outageplan.engine.stages import Stage, is_sure, stage_of
from outageplan.notice.model import Effect, Notice, Status, Window
from outageplan.notice.moments import BoundaryKind
from outageplan.notice.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One window of one notice, and how it stands at the moment of the question."""

    notice: Notice
    window_id: str
    window: Window
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A window in time, as two stretches: what it lasts at the least and at the most.

    `least` is None where it may last no time at all or has no date; `most` is None where it has no bound. `sure` tells
    whether all boundaries are promises. `dated` is False where the start has no date: nothing can be counted then.
    """

    least: tuple[datetime, datetime] | None
    most: tuple[datetime, datetime] | None
    sure: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class Part:
    """How much of something a window defers: none (0, 0), all (1, 1), or not known (0, 1), and why not."""

    low: int
    high: int
    why: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def stops_of(notices: Iterable[Notice], case: Case) -> tuple[Plan, list[Stop]]:
    """The plan for a case without places and services, and every window of its notices in order.

    This is the one place where `impact` takes notices and their windows. Raises `UnknownNameError`.
    """
    plan = make_plan(notices, Case(at=case.at, known_at=case.known_at, notices=case.notices))
    return plan, [stop for standing in plan.notices for stop in _windows(standing, case.at)]


def _windows(standing: NoticeStanding, at: datetime) -> Iterator[Stop]:
    notice = standing.notice
    for id, window in notice.windows.items():
        yield Stop(notice=notice, window_id=id, window=window, stage=stage_of(notice, window, at))


def extent(stop: Stop) -> Extent:
    """How long a window lasts, at the least and at the most."""
    start, end = stop.window.start, stop.window.end
    begins, ends = start.as_start(), end.as_end()
    sure = is_sure(stop.notice, start) and is_sure(stop.notice, end)
    if begins is None:
        return Extent(least=None, most=None, sure=False, dated=False)
    if ends is None:
        return Extent(least=None, most=None, sure=False, dated=True)
    later = start.kind is BoundaryKind.NOT_BEFORE or end.kind is BoundaryKind.NO_LATER_THAN
    unbounded = start.kind is BoundaryKind.NO_LATER_THAN or end.kind is BoundaryKind.NOT_BEFORE
    stretch = (begins, max(begins, ends))
    return Extent(least=None if later else stretch, most=None if unbounded else stretch, sure=sure, dated=True)


def is_national(notice: Notice) -> bool:
    """Whether a notice speaks of the national platform."""
    return NATION in notice.pools or any(NATION in entry.pools for entry in notice.effects.values())


def at_site(stop: Stop, leaves: Sequence[Service], site: Site, at: datetime) -> Part:
    """How much of some services of a site a window defers: of all its pools, by the roles that use them."""
    used = [leaf for leaf in leaves if site.role in leaf.roles] or list(leaves)
    by_leaf = [[_part(_claim(stop, leaf, case)) for case in cases(leaf, site, at)] for leaf in used]
    part = _joined([one for parts in by_leaf for one in parts])
    if part.low and not stop.notice.pools:
        return Part(0, 1, ("no-place", *part.why), part.claims)
    if (part.low, part.high) != (0, 1):
        return part
    more = ["some-services"] if any(not any(one.high for one in parts) for parts in by_leaf) else []
    more += ["some-pools"] if any(len({one.high for one in parts}) > 1 for parts in by_leaf) else []
    return Part(0, 1, (*more, *part.why), part.claims)


def is_firm(part: Part) -> bool:
    """Whether something of it stops altogether, and for everybody."""
    return any(_part(claim).low for claim in part.claims)


def leaves_concerned(stop: Stop, case: Case, site: Site | None) -> list[Service]:
    """The services, of those asked about, that a window stops or degrades; at a site those of its role or volumes."""
    found = []
    counted = {leaf.id for id in (site.volumes if site else ()) for leaf in services().leaves_of(id)}
    for leaf in named_leaves(case.services):
        if site and site.role not in leaf.roles and leaf.id not in counted:
            continue
        asked = cases(leaf, site, case.at) if site else [_anywhere(stop, case)]
        if any(_part(_claim(stop, leaf, one)).claims for one in asked):
            found.append(leaf)
    return found


def _anywhere(stop: Stop, case: Case) -> Case:
    return Case(at=case.at, insured_at=NATION) if is_national(stop.notice) else Case(at=case.at)


def nationwide(stop: Stop, leaves: Sequence[Service], at: datetime) -> Part:
    """How much of some services a window of the national platform defers, by what it names."""
    case = Case(at=at, insured_at=NATION)
    return _joined([_part(_claim(stop, leaf, case)) for leaf in leaves])


def cases(leaf: Service, site: Site, at: datetime) -> list[Case]:
    """The cases of a site for a service: its own insured people pool by pool, or visitors treated there."""
    if is_offsite(leaf):
        return [Case(at=at, treated_at=site.place)]
    return [Case(at=at, insured_at=pool, treated_at=pool) for pool in site.pools]


def named_leaves(ids: Sequence[str]) -> list[Service]:
    """The leaves that some ids stand for, in the order of the catalog; without any, all."""
    tree = services()
    wanted = {leaf.id for id in ids for leaf in tree.leaves_of(id)}
    return [leaf for leaf in tree.leaves if leaf.id in wanted or not ids]


def _claim(stop: Stop, leaf: Service, case: Case) -> Claim | None:
    return next((one for one in claims_on(leaf, [stop.notice], case) if one.window_id == stop.window_id), None)


def _part(claim: Claim | None) -> Part:
    """How much one claim defers; what is terminated does not come back, and so is not deferred."""
    if claim is None or claim.notice.status is Status.CANCELLED:
        return Part(0, 0)
    match claim.entry.effect:
        case Effect.UNAFFECTED:
            return Part(0, 0)
        case Effect.TERMINATED:
            return Part(0, 0, ("terminated",), (claim,))
        case Effect.DEGRADED:
            return Part(0, 1, ("degraded",), (claim,))
        case _:
            if claim.entry.schemes:
                return Part(0, 1, ("some-schemes",), (claim,))
            return Part(1, 1, (), (claim,))


def _joined(parts: Sequence[Part]) -> Part:
    """Several parts as one: all where all are, none where none is, else not known."""
    why = tuple(dict.fromkeys(word for part in parts for word in part.why))
    claims = tuple({(c.effect_id, c.said_of): c for part in parts for c in part.claims}.values())
    low = int(bool(parts) and all(part.low for part in parts))
    high = int(any(part.high for part in parts))
    return Part(low, high, why, claims)
