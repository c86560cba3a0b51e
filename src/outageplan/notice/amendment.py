"""An amendment: a notice file with `amends`, its own date, and just the parts that change."""

from __future__ import annotations

from typing import Literal

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
