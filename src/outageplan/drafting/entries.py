"""Entries of a notice from the claims of an article: claims of one effect together, each service once."""

from __future__ import annotations

from dataclasses import replace

from outageplan.catalog.services import ALL, services
from outageplan.drafting.effects import Claim
from outageplan.drafting.narrowing import Entry
from outageplan.notice.model import Effect

BAD = (Effect.SUSPENDED, Effect.TERMINATED)
Bound = tuple[Claim, tuple[int, ...]]  # a claim with the places of its windows


def joined(firm: list[Bound]) -> list[Entry]:
    """Claims of the same effect for the same windows as one entry."""
    groups: dict[tuple[tuple[int, ...], Effect], list[Claim]] = {}
    for claim, spans in firm:
        groups.setdefault((tuple(sorted(spans)), claim.effect), []).append(claim)
    found = []
    for (spans, effect), claims in groups.items():
        ids = tuple(dict.fromkeys(id for claim in claims for id in claim.ids))
        found.append(Entry(ids=ids, effect=effect, spans=spans, claims=tuple(claims)))
    return found


def without_repeats(entries: list[Entry], count: int) -> list[Entry]:
    """Without services that a branch of the same effect in the same windows stands for already."""
    kept = []
    for entry in entries:
        wider = [
            id
            for other in entries
            if other.effect is entry.effect and set(other.spans or range(count)) >= set(entry.spans or range(count))
            for id in other.ids
        ]
        ids = tuple(id for id in entry.ids if not any(_stands_for(other, id) for other in wider))
        ids = tuple(
            id for id in ids if not (entry.effect is Effect.SUSPENDED and _goes_on_elsewhere(id, entry, entries))
        )
        if ids:
            kept.append(replace(entry, ids=ids))
    return kept


def _goes_on_elsewhere(id: str, entry: Entry, entries: list[Entry]) -> bool:
    """Whether the text says of just these services, for the same windows, that they go on or are only registered."""
    return id != ALL and any(
        id in other.ids
        and other.effect in (Effect.UNAFFECTED, Effect.PAPER_ONLY)
        and (not other.spans or not entry.spans or set(other.spans) & set(entry.spans))
        and len(other.claims) <= len(entry.claims)
        for other in entries
    )


def _stands_for(wider: str, id: str) -> bool:
    if wider == id:
        return False
    mine = {leaf.id for leaf in services().leaves_of(id)}
    its = {leaf.id for leaf in services().leaves_of(wider)}
    return mine <= its and mine != its
