"""An amendment: a notice file with `amends`, its own date, and just the parts that change.

As in a JSON Merge Patch (RFC 7396) a key that is left out stays as it was, and one whose value is `null` is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from outageplan.notice.model import (
    ActionId,
    By,
    Condition,
    Contact,
    Edge,
    Effect,
    Id,
    Keyed,
    Note,
    Part,
    Phase,
    PoolId,
    Resume,
    RoleId,
    Scheme,
    ServiceId,
    Some,
    Source,
    Sourced,
    Status,
    When,
    Wording,
    empty,
)


class AmendedWindow(Sourced):
    """What changes of a window; what is left out stays as it was."""

    name: Wording | None = None
    start: Edge | None = None
    end: Edge | None = None


class AmendedEffect(Sourced):
    """What changes of an effect."""

    windows: tuple[Id, ...] | None = Field(default=None, alias="in")
    services: Some[ServiceId] | None = None
    effect: Effect | None = None
    resume: Resume | None = None
    pools: tuple[PoolId, ...] | None = None
    schemes: tuple[Scheme, ...] | None = None
    say: Wording | None = None


class AmendedGuidance(Sourced):
    """What changes of a guidance."""

    roles: Some[RoleId] | None = Field(default=None, alias="for")
    windows: tuple[Id, ...] | None = Field(default=None, alias="in")
    phase: Phase | None = None
    services: Some[ServiceId] | None = None
    when: Condition | None = None
    action: ActionId | None = None
    deadline: By | None = None
    not_before: By | None = None
    say: Wording | None = None


REMOVED = "null"
FAMILIES = ("sources", "windows", "effects", "guidance", "contacts", "notes")


def with_removals(data: Any) -> Any:
    """Data of an amendment in which the word `null` stands for nothing: it removes the key that it belongs to."""
    if isinstance(data, Mapping):
        return {key: with_removals(value) for key, value in data.items()}
    return None if data == REMOVED else data


def without_removed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data of an amendment without the parts that it removes, of which there is nothing to read."""
    kept = with_removals(data)
    for family in FAMILIES:
        if isinstance(parts := kept.get(family), dict):
            kept[family] = {id: part for id, part in parts.items() if part is not None}
    return dict(kept)


class Amendment(Part):
    """A change to a notice that was published before: `amends` names it, `published` says since when it holds."""

    format: Literal["outageplan/1"]
    id: Id
    amends: Id
    published: When
    status: Status | None = None
    title: Wording | None = None
    issuer: Wording | None = None
    pools: Some[PoolId] | None = None
    sources: Keyed[Source] = empty()
    windows: Keyed[AmendedWindow] = empty()
    effects: Keyed[AmendedEffect] = empty()
    guidance: Keyed[AmendedGuidance] = empty()
    contacts: Keyed[Contact] = empty()
    notes: Keyed[Note] = empty()
