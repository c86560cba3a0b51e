"""Which effect decides over which leaf of the services, and how services are named in a message."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles
from outageplan.notice.model import Effect, Guidance, Notice
from outageplan.wording import Text

STOPPED = (Effect.SUSPENDED, Effect.TERMINATED)
MOST = 5
_WORST_FIRST = tuple(Effect)


@functools.lru_cache(maxsize=4096)
def leaves_of(named: tuple[str, ...]) -> frozenset[str]:
    """The ids of the leaves that some services stand for."""
    return frozenset(leaf.id for one in named for leaf in services().leaves_of(one))


def stopped(notice: Notice) -> dict[str, dict[str, set[str]]]:
    """For every effect that stops something: the leaves for which it decides, each with the windows.

    Inside a window the more specific entry decides; one that is narrowed to pools or schemes takes nothing away.
    """
    found: dict[str, dict[str, set[str]]] = {id: {} for id, one in notice.effects.items() if one.effect in STOPPED}
    for window in notice.windows:
        for leaf, id in _deciding(notice, window).items():
            if id in found:
                found[id].setdefault(leaf, set()).add(window)
    return {id: leaves for id, leaves in found.items() if leaves}


def _deciding(notice: Notice, window: str) -> dict[str, str]:
    """For every leaf the effect that decides over it in a window: between equals the one that is written first."""
    ranked = [
        (
            -1 if one.pools or one.schemes else services().depth(named),
            -_WORST_FIRST.index(one.effect),
            -place,
            id,
            named,
        )
        for place, (id, one) in enumerate(notice.effects.items())
        if window in notice.windows_of(one)
        for named in one.services
    ]
    chosen: dict[str, str] = {}
    for *_, id, named in sorted(ranked):
        chosen |= dict.fromkeys(leaves_of((named,)), id)  # the last one decides
    return chosen


def told(notice: Notice, guidance: Guidance, leaf: str, windows: Iterable[str]) -> bool:
    """Whether a guidance speaks of a leaf in one of some windows."""
    return leaf in leaves_of(guidance.services) and not set(windows).isdisjoint(notice.windows_of(guidance))


def listed(leaves: Iterable[str]) -> Text:
    """Leaves summed up for a message: the first few, and how many more there are."""
    summed = services().summed_up(leaves)
    zh = "、".join(f"“{one.name['zh']}”" for one in summed[:MOST])
    en = ", ".join(f"`{one.id}`" for one in summed[:MOST])
    if len(summed) > MOST:
        return Text(f"{zh}等 {len(summed)} 项", f"{en} and {len(summed) - MOST} more")
    return Text(zh, en)


def by_role(lacking: Mapping[str, Iterable[str]]) -> Text:
    """Services by role, for a message."""
    parts = [(roles()[role].name["zh"], role, listed(leaves)) for role, leaves in lacking.items()]
    return Text(
        "；".join(f"{name}：{text['zh']}" for name, _, text in parts),
        "; ".join(f"{role}: {text['en']}" for _, role, text in parts),
    )
