"""An amendment: a notice file with `amends`, its own date, and just the parts that change.

As in a JSON Merge Patch (RFC 7396) a key that is left out stays as it was, and one whose value is `null` is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from outageplan.notice.fields import (
    ActionId,
    By,
    Daily,
    Edge,
    Id,
    Phone,
    PoolId,
    Repetition,
    RoleId,
    ServiceId,
    Some,
    Url,
    When,
    Word,
    empty,
    named_in_schema,
    worded,
)
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import (
    Effect,
    Occurrence,
    Part,
    PatientFact,
    Phase,
    Resume,
    Scheme,
    Side,
    Sourced,
    Status,
)
from outageplan.wording import Text

REMOVED = "null"
FAMILIES = ("sources", "windows", "effects", "guidance", "contacts", "notes")
OF_THE_FILE = ("format", "id", "amends", "published")
T = TypeVar("T")


def _changes_nothing(data: Any) -> Any:
    """A family without its removals: a part that is removed changes nothing, and its id is read all the same."""
    if data is None:
        return {}
    if isinstance(data, Mapping):
        return {id: {} if part is None else part for id, part in data.items()}
    return data


def _none_left(data: Any) -> Any:
    """A wording, or None where it removes languages and gives none."""
    emptied = isinstance(data, Mapping) and data and all(text is None for text in data.values())
    return None if emptied and set(data) <= {"zh", "en"} else data


Changed = Annotated[Mapping[Id, T], BeforeValidator(_changes_nothing), AfterValidator(FrozenDict)]
Reworded = Annotated[
    Annotated[Text, AfterValidator(worded)] | None, BeforeValidator(_none_left), named_in_schema("amended_wording")
]


class AmendedWindow(Sourced):
    """What changes of a window; what is left out stays as it was."""

    name: Reworded | None = None
    start: Edge | None = None
    end: Edge | None = None
    repeat: Repetition | None = None
    occurrences: Daily[Occurrence | None] | None = None


class AmendedEffect(Sourced):
    """What changes of an effect."""

    windows: tuple[Id, ...] | None = Field(default=None, alias="in")
    services: Some[ServiceId] | None = None
    effect: Effect | None = None
    resume: Resume | None = None
    pools: tuple[PoolId, ...] | None = None
    schemes: tuple[Scheme, ...] | None = None
    say: Reworded | None = None


class AmendedCondition(Part):
    """What changes of a condition."""

    insured: Side | None = None
    treated: Side | None = None
    patient: tuple[PatientFact, ...] | None = None
    admitted: Phase | None = None
    discharged: Phase | None = None


class AmendedGuidance(Sourced):
    """What changes of a guidance."""

    roles: Some[RoleId] | None = Field(default=None, alias="for")
    windows: tuple[Id, ...] | None = Field(default=None, alias="in")
    phase: Phase | None = None
    services: Some[ServiceId] | None = None
    when: AmendedCondition | None = None
    action: ActionId | None = None
    deadline: By | None = None
    not_before: By | None = None
    say: Reworded | None = None


class AmendedContact(Sourced):
    """What changes of a contact."""

    name: Reworded | None = None
    phones: tuple[Phone, ...] | None = None
    services: tuple[ServiceId, ...] | None = None
    note: Reworded | None = None


class AmendedNote(Sourced):
    """What changes of a note."""

    say: Reworded | None = None


class AmendedSource(Part):
    """What changes of a source, or the source that the amendment itself was taken from."""

    language: Literal["zh", "en"] | None = None
    origin: Literal["given", "found_elsewhere"] | None = None
    title: Word | None = None
    file: Word | None = None
    url: Url | None = None
    note: Word | None = None


def with_removals(data: Any) -> Any:
    """Data of an amendment in which the word `null` stands for nothing: it removes the key that it belongs to."""
    if isinstance(data, Mapping):
        return {key: with_removals(value) for key, value in data.items()}
    return None if data == REMOVED else data


def readable(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data of an amendment as its model reads them; what an amendment says of itself is text, and cannot be removed."""
    return {**with_removals(data), **{key: data[key] for key in OF_THE_FILE if key in data}}


class Amendment(Part):
    """A change to a notice that was published before: `amends` names it, `published` says since when it holds."""

    format: Literal["outageplan/1"]
    id: Id
    amends: Id
    published: When
    status: Status | None = None
    title: Reworded | None = None
    issuer: Reworded | None = None
    pools: Some[PoolId] | None = None
    sources: Changed[AmendedSource] = empty()
    windows: Changed[AmendedWindow] = empty()
    effects: Changed[AmendedEffect] = empty()
    guidance: Changed[AmendedGuidance] = empty()
    contacts: Changed[AmendedContact] = empty()
    notes: Changed[AmendedNote] = empty()
