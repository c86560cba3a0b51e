"""Where a service needs to be up for a case, and whether a notice's pools reach one of those places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from outageplan.catalog.pools import NATION, contains, pools, province_of
from outageplan.catalog.services import Place, Service
from outageplan.catalog.vocabulary import term
from outageplan.engine.case import Case
from outageplan.wording import Text

_OFFSITE = "settlement.offsite."


@dataclass(frozen=True, slots=True)
class Hit:
    """A pool of a notice reaches a place of the case: `named` covers `pool`, which is the case's `place`."""

    place: Place
    pool: str
    named: str

    def text(self) -> Text:
        """Which end of the case is concerned, and through which pool."""
        place, name = term("place", self.place), pools()[self.pool].name
        zh = f"涉及{place['zh']}：{name['zh']}（{self.pool}）"
        en = f"it concerns the {place['en']}: {name['en']} ({self.pool})"
        if self.named != self.pool:
            upper = pools()[self.named].name
            zh += f"，属{upper['zh']}（{self.named}）覆盖范围"
            en += f", which lies below {upper['en']} ({self.named})"
        return Text(zh, en)


def is_offsite(service: Service) -> bool:
    """Whether a service settles care outside the pool of insurance."""
    return service.id.startswith(_OFFSITE)


def places_needed(service: Service, case: Case) -> dict[Place, str]:
    """The places that must be up for a service in a case, as pools; empty when the service is not for this case."""
    insured, treated = case.insured_at, case.treated_at
    if not _is_for(service, insured, treated):
        return {}
    if not is_offsite(service):
        insured, treated = case.home, treated or insured
    province = province_of(case.home) if case.home else None
    found = {"insured_at": insured, "treated_at": treated, "province": province, "national": NATION}
    return {place: pool for place in service.needs if (pool := found[place])}


def reach(service: Service, named: Sequence[str], case: Case, *, expressly: bool = True) -> tuple[Hit, ...] | None:
    """Which places of the case the pools of a notice reach, for one service; None when they reach none.

    A case without a place, or a draft without pools, reaches everywhere: no hit need be named. What runs on the
    national platform alone does not stop because all of one pool's services do: that pool must name it expressly.
    """
    needed = places_needed(service, case)
    if case.placed and not needed:
        return None
    if not named:
        return ()
    own = service.needs != ("national",) or expressly
    if not case.placed:
        return () if own or NATION in named else None
    if own and service.needs == ("national",) and case.home:
        needed = {"insured_at": case.home, **needed}
    hits = tuple(Hit(place, pool, upper) for place, pool in needed.items() for upper in named if contains(upper, pool))
    itself = {hit.named for hit in hits if hit.named == hit.pool}  # a hub says more than the pools below it
    return tuple(hit for hit in hits if hit.named == hit.pool or hit.named not in itself) or None


def _is_for(service: Service, insured: str | None, treated: str | None) -> bool:
    """Whether a service can be meant at all: local care needs one place, off-site care two."""
    if insured is None or treated is None:
        return True
    together = contains(insured, treated) or contains(treated, insured)
    if service.id.startswith("settlement.local."):
        return together
    if not is_offsite(service):
        return True
    same_province = province_of(insured) == province_of(treated)
    return insured != treated and same_province == ("province" in service.needs)
