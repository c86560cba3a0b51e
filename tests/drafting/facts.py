"""Facts of announcements, and parts of drafts, as tokens that compare equal when they mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from outageplan.catalog.services import services
from outageplan.notice.amendment import Amendment
from outageplan.notice.model import Effect, Notice
from outageplan.notice.moments import CHINA, Boundary, Deadline, parse_boundary, parse_deadline

SIDES = ("start", "end")
BoundaryToken = tuple[str, str, str | None, str | None]  # side, kind, instant, what is not stated
Tokens = frozenset[BoundaryToken]


def read_facts(path: Path) -> dict[str, Any]:
    """The facts of one announcement; every value is text."""
    facts: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return facts


def phrases(value: str | list[str] | None) -> list[str]:
    """What facts give where a list means that any of its entries is right."""
    return [] if value is None else [value] if isinstance(value, str) else value


def boundary_token(side: str, boundary: Boundary) -> BoundaryToken:
    """A boundary as it is compared: side, how sure, instant in China time, whether the hour is stated."""
    instant = boundary.as_start() if side == "start" else boundary.as_end()
    if instant is None or boundary.moment is None:
        return side, boundary.kind.value, None, None
    hour = None if boundary.moment.hour_stated else "(hour not stated)"
    return side, boundary.kind.value, instant.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"), hour


def _boundary_tokens(side: str, written: Iterable[str]) -> Tokens:
    spelled = (f"{phrase} …" if phrase in ("unresolved", "when") else phrase for phrase in written)
    return frozenset(boundary_token(side, parse_boundary(phrase)) for phrase in spelled)


def wanted_windows(facts: dict[str, Any]) -> dict[str, dict[str, Tokens]]:
    """The windows of the facts by label; for each side that is given, what is right there."""
    windows = facts.get("windows") or {}
    return {
        label: {side: _boundary_tokens(side, phrases(window[side])) for side in SIDES if side in window}
        for label, window in windows.items()
    }


def open_boundaries(facts: dict[str, Any]) -> Tokens:
    """What a draft may have as a boundary and need not."""
    sides = ((one["side"], [one["phrase"]]) for one in facts.get("optional_boundaries", ()))
    return frozenset().union(*(_boundary_tokens(side, written) for side, written in sides))


def deadline_token(deadline: Deadline) -> str:
    """A deadline as it is compared: its instant, or its words with every window called `stop`."""
    if deadline.moment is None:
        return re.sub(r"[a-z0-9-]+\.(?=start|end)", "stop.", str(deadline))
    hour = "" if deadline.moment.hour_stated else " (hour not stated)"
    return deadline.moment.as_end().strftime("%Y-%m-%d %H:%M") + hour


def deadline_tokens(written: Iterable[str], prefix: str = "") -> list[str]:
    """Deadlines as facts write them, each as it is compared."""
    return [prefix + deadline_token(parse_deadline(phrase)) for phrase in written]


def phone_token(phone: str) -> str:
    """A telephone number as it is compared: without its hyphens."""
    return phone.replace("-", "").replace(" ", "")


def alternatives(value: list[Any], token: Callable[[str], str]) -> list[frozenset[str]]:
    """Entries of facts, each of them with all that is right in its place."""
    return [frozenset(map(token, phrases(one))) for one in value]


# ---- Services ----------------------------------------------------------------------------------------------

Entry = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]  # windows, services, effects that are right


def effects_by_window(windows: Iterable[str], entries: Iterable[Entry]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each window the effect of every leaf: the more specific entry wins, and of two alike the worse."""
    order = [effect.value for effect in Effect]
    ranked = [
        (services().depth(id), -order.index(effects[0]), id, effects, inside)
        for inside, ids, effects in entries
        for id in ids
    ]
    found: dict[str, dict[str, tuple[str, ...]]] = {window: {} for window in windows}
    for _, _, id, effects, inside in sorted(ranked, key=lambda entry: entry[:2]):
        for window in inside or found:
            found.setdefault(window, {}).update(dict.fromkeys(leaves_of(id), effects))
    return found


@cache
def leaves_of(id: str) -> tuple[str, ...]:
    """The ids of the leaves that a service stands for."""
    return tuple(leaf.id for leaf in services().leaves_of(id))


def fact_entries(facts: dict[str, Any]) -> list[Entry]:
    """What the facts say of services."""
    rows = facts.get("services") or []
    return [(tuple(row.get("in", ())), tuple(row["services"]), tuple(phrases(row["effect"]))) for row in rows]


def draft_entries(draft: Notice | Amendment) -> list[Entry]:
    """What a draft says of services."""
    parts = draft.effects.values()
    return [
        (tuple(part.windows or ()), tuple(part.services), (part.effect.value,))
        for part in parts
        if part.services and part.effect
    ]


def pairs(effects: dict[str, tuple[str, ...]]) -> Iterator[frozenset[tuple[str, str]]]:
    """For each leaf the pairs of effect and leaf that are right."""
    for leaf, right in effects.items():
        yield frozenset((effect, leaf) for effect in right)


def draft_windows(draft: Notice | Amendment) -> dict[str, dict[str, BoundaryToken]]:
    """The windows of a draft by id, with the sides that it gives."""
    sides = {id: {side: getattr(window, side) for side in SIDES} for id, window in draft.windows.items()}
    return {
        id: {side: boundary_token(side, boundary) for side, boundary in window.items() if boundary}
        for id, window in sides.items()
    }
