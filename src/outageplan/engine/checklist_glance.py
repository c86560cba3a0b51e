"""What one role can and cannot do in one pool, in one glance: by service, by what the notices say of it, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from outageplan.catalog.services import Service, services
from outageplan.engine.availability import Availability, Claim, State
from outageplan.engine.checklist_recheck import CheckAgain, check_again, check_start
from outageplan.engine.places import places_needed
from outageplan.engine.plan import Plan
from outageplan.engine.stages import Stage, stage_of
from outageplan.notice.model import Effect, Notice, Resume, Scheme, Status, Window

_BEHIND = (State.OVER, State.UNAFFECTED)
_WORST = {effect: place for place, effect in enumerate(Effect)}


class Answer(StrEnum):
    """What can be said of a service on a sheet, the worst first. Nothing is said to work that no notice speaks of."""

    STOPPED = "stopped"
    LIMITED = "limited"
    UNCONFIRMED = "unconfirmed"
    RESUMING = "resuming"
    UNAFFECTED = "unaffected"
    OVER = "over"
    NOT_MENTIONED = "not_mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One window of a notice that touches what the role uses, and when to look again for its start and its end."""

    notice: Notice
    window_id: str
    stage: Stage
    start_again: CheckAgain | None
    end_again: CheckAgain | None

    @property
    def window(self) -> Window:
        """The window itself."""
        return self.notice.windows[self.window_id]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Services that stand alike: what is said of them, the effect, in which stops, by which claims.

    `effect` is None where no notice speaks of them; `schemes` are those that alone are meant, else empty. `presumed`
    marks what is over by presumption only.
    """

    answer: Answer
    services: tuple[Service, ...]
    effect: Effect | None = None
    stops: tuple[Stop, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    presumed: bool = False
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The answer for one pool (None: wherever): its plan, the stops in order of time, the services by what is said."""

    pool: str | None
    plan: Plan
    stops: tuple[Stop, ...]
    standings: tuple[Standing, ...]


def glance(plan: Plan, role: str, pool: str | None) -> Glance:
    """What `role` can and cannot do by a plan."""
    lines = [line for line in plan.services if role in line.service.roles]
    stops = tuple(sorted(_stops(plan, lines), key=_begin))
    found = [*_standings(lines, stops, plan), *_not_mentioned(plan, lines, role)]
    order = list(Answer)
    return Glance(
        pool=pool,
        plan=plan,
        stops=stops,
        standings=tuple(sorted(found, key=lambda one: order.index(one.answer))),
    )


def _begin(stop: Stop) -> tuple[bool, float]:
    start = stop.window.start.as_start()
    return start is None, start.timestamp() if start else 0.0


def _stops(plan: Plan, lines: Sequence[Availability]) -> Iterator[Stop]:
    """The windows that do something to the services of these lines."""
    at = plan.case.at
    for notice in (one.notice for one in plan.notices if one.notice.status is not Status.CANCELLED):
        for id in notice.windows:
            claims = [claim for line in lines for claim in line.claims if _is_of(claim, notice, id)]
            touching = [claim for claim in claims if claim.entry.effect is not Effect.UNAFFECTED]
            if touching:
                gradual = all(claim.entry.resume != "full" for claim in touching)
                resume: Resume = "gradual" if gradual else "full"
                yield Stop(
                    notice=notice,
                    window_id=id,
                    stage=stage_of(notice, notice.windows[id], at, resume),
                    start_again=check_start(notice, id, at),
                    end_again=check_again(notice, id, resume, at),
                )


def _is_of(claim: Claim, notice: Notice, window: str) -> bool:
    return claim.notice is notice and claim.window_id == window


def _standings(lines: Sequence[Availability], stops: Sequence[Stop], plan: Plan) -> Iterator[Standing]:
    groups: dict[tuple[object, ...], list[tuple[Availability, Standing]]] = {}
    for line in lines:
        claims = [claim for claim in line.claims if claim.notice.status is not Status.CANCELLED]
        if not claims:
            continue
        one = _standing(line, claims, stops, plan)
        key = (one.answer, one.effect, tuple((s.notice.id, s.window_id) for s in one.stops), one.schemes, one.presumed)
        groups.setdefault(key, []).append((line, one))
    for rows in groups.values():
        first = rows[0][1]
        decisive = {(c.notice.id, c.effect_id): c for _, one in rows for c in one.claims}
        yield Standing(
            answer=first.answer,
            services=services().summed_up([line.service.id for line, _ in rows]),
            effect=first.effect,
            stops=first.stops,
            schemes=first.schemes,
            presumed=first.presumed,
            claims=tuple(decisive.values()),
        )


def _standing(line: Availability, claims: Sequence[Claim], stops: Sequence[Stop], plan: Plan) -> Standing:
    """What is said of one service: by the claims that are still live, else by those that lie behind."""
    at = plan.case.at
    live = [claim for claim in claims if claim.state(at) not in _BEHIND]
    past = [claim for claim in claims if claim.state(at) is State.OVER]
    said = live or past or list(claims)
    effect = min((claim.entry.effect for claim in said), key=_WORST.__getitem__)
    decisive = [claim for claim in said if claim.entry.effect is effect]
    schemes = {scheme: None for claim in decisive for scheme in claim.entry.schemes}
    return Standing(
        answer=_answer(line.state, effect, live=bool(live)),
        services=(line.service,),
        effect=effect,
        stops=tuple(stop for stop in stops if any(_is_of(claim, stop.notice, stop.window_id) for claim in said)),
        schemes=tuple(schemes) if all(claim.entry.schemes for claim in decisive) else (),
        presumed=not live and any(claim.stage(at) is Stage.PRESUMED_OVER for claim in past),
        claims=tuple(decisive),
    )


def _answer(state: State, effect: Effect, *, live: bool) -> Answer:
    if not live:
        return Answer.OVER if state is State.OVER else Answer.UNAFFECTED
    if state is State.UNCONFIRMED:
        return Answer.UNCONFIRMED
    if state is State.RESUMING:
        return Answer.RESUMING
    return Answer.STOPPED if effect in (Effect.TERMINATED, Effect.SUSPENDED) else Answer.LIMITED


def _not_mentioned(plan: Plan, lines: Sequence[Availability], role: str) -> Iterator[Standing]:
    """The services of the role that no selected notice names: nothing is known of them."""
    spoken = {line.service.id for line in lines if any(c.notice.status is not Status.CANCELLED for c in line.claims)}
    asked = [leaf.id for id in plan.case.services for leaf in services().leaves_of(id)]
    left = [
        leaf.id
        for leaf in services().leaves
        if leaf.id not in spoken
        and role in leaf.roles
        and (not asked or leaf.id in asked)
        and (not plan.case.placed or places_needed(leaf, plan.case))
    ]
    if plan.notices and left:
        yield Standing(answer=Answer.NOT_MENTIONED, services=services().summed_up(left))
