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
    stopped = [replace(one, ids=tuple(id for id in one.ids if not _goes_on(id, one, entries))) for one in entries]
    kept = []
    for entry in stopped:
        wider = [
            id
            for other in stopped
            if other.effect is entry.effect and set(other.spans or range(count)) >= set(entry.spans or range(count))
            for id in other.ids
        ]
        ids = tuple(id for id in entry.ids if not any(_stands_for(other, id) for other in wider))
        if ids:
            kept.append(replace(entry, ids=ids))
    return kept


def _goes_on(id: str, entry: Entry, entries: list[Entry]) -> bool:
    """Whether a text that stops services says of just these, for the same windows, that they go on, or are taken in."""
    return (entry.effect is Effect.SUSPENDED and id != ALL) and any(
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
