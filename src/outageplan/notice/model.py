"""A notice as frozen values: when (windows), what (effects), who does what instead (guidance), and whom to ask.

Windows hold times only, effects name services, guidance names roles. Unknown keys are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from outageplan.errors import GrammarError
from outageplan.notice.fields import (
    ActionId,
    By,
    Daily,
    Edge,
    Id,
    Keyed,
    Phone,
    PoolId,
    Repetition,
    RoleId,
    ServiceId,
    Some,
    Url,
    When,
    Word,
    Wording,
    empty,
)
from outageplan.notice.frozen import FrozenDict
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.amendment import Amendment

FORMAT = "outageplan/1"


class Status(StrEnum):
    """How far a notice has come."""

    DRAFT = "draft"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Effect(StrEnum):
    """What happens to some services in some windows, the worst first."""

    TERMINATED = "terminated"
    SUSPENDED = "suspended"
    DEGRADED = "degraded"
    PAPER_ONLY = "paper_only"
    UNAFFECTED = "unaffected"


class Phase(StrEnum):
    """When a guidance is for, relative to its windows."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


Resume = Literal["full", "gradual", "batched"]
Scheme = Literal["employee", "resident"]
Side = Literal["here", "elsewhere"]
PatientFact = Literal["inpatient", "chronic", "special_drug", "two_diseases", "maternity", "long_term_care", "referred"]


class Part(BaseModel):
    """What all parts of a notice have in common: frozen, and no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Sourced(Part):
    """What comes from a sentence of the announcement: its clause there, and which source (else the first)."""

    clause: Word | None = None
    source: Id | None = None


class Source(Part):
    """Where a notice was taken from. `origin: found_elsewhere` marks what was found beside the notice's own text."""

    language: Literal["zh", "en"]
    origin: Literal["given", "found_elsewhere"] = "given"
    title: Word | None = None
    file: Word | None = None
    url: Url | None = None
    note: Word | None = None


class Occurrence(Sourced):
    """What is different about one occurrence of a repeating window: it is left out, or begins or ends otherwise."""

    skip: Literal["yes"] | None = None
    start: Edge | None = None
    end: Edge | None = None

    @model_validator(mode="after")
    def _either(self) -> Occurrence:
        if self.skip and (self.start or self.end):
            zh, en = "`skip: yes` 表示这一次不停机，不能再写起止时间", "`skip: yes` leaves no start or end to write"
            raise GrammarError(Text(f"{zh}；请删去其一", f"{en}; remove one of them"), "repeat")
        return self


class Window(Sourced):
    """One stretch of time, half-open: `[start, end)`. With `repeat` it is the first of many.

    `occurrences` are changes of single ones, by the day on which the rule has them begin. The engine makes windows of
    these, `is_occurrence`.
    """

    is_occurrence: ClassVar[bool] = False
    name: Wording | None = None
    start: Edge
    end: Edge
    repeat: Repetition | None = None
    occurrences: Daily[Occurrence] = empty()


class ServiceEffect(Sourced):
    """What happens to some services, in all windows unless `windows` (written `in`) names some."""

    windows: tuple[Id, ...] = Field(default=(), alias="in")
    services: Some[ServiceId]
    effect: Effect
    resume: Resume = "full"
    pools: tuple[PoolId, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    say: Wording | None = None


class Condition(Part):
    """For whom a guidance is: where they are insured and treated, what they are, when they came and left.

    `insured` and `treated` are seen from the notice's pools; `admitted` and `discharged` are relative to the window.
    """

    insured: Side | None = None
    treated: Side | None = None
    patient: tuple[PatientFact, ...] = ()
    admitted: Phase | None = None
    discharged: Phase | None = None


EVERYBODY = Condition.model_construct()


class Guidance(Sourced):
    """What some roles do instead, in one phase of some windows, and by when."""

    roles: Some[RoleId] = Field(alias="for")
    windows: tuple[Id, ...] = Field(default=(), alias="in")
    phase: Phase
    services: Some[ServiceId]
    when: Condition = EVERYBODY
    action: ActionId
    deadline: By | None = None
    not_before: By | None = None
    say: Wording


class Contact(Sourced):
    """Whom to ask, and about which services (all of them unless some are named)."""

    name: Wording
    phones: tuple[Phone, ...] = ()
    services: tuple[ServiceId, ...] = ()
    note: Wording | None = None


class Note(Sourced):
    """What a reader must know beside the rest: what the source leaves open, or what it says of changes."""

    say: Wording


class Notice(Part):
    """One announcement. Only a draft may leave out `pools`: its place is not known yet."""

    format: Literal["outageplan/1"]
    id: Id
    status: Status
    title: Wording
    issuer: Wording | None = None
    published: When | None = None
    pools: tuple[PoolId, ...] = ()
    sources: Keyed[Source] = empty()
    windows: Annotated[Mapping[Id, Window], Field(min_length=1), AfterValidator(FrozenDict)]
    effects: Keyed[ServiceEffect] = empty()
    guidance: Keyed[Guidance] = empty()
    contacts: Keyed[Contact] = empty()
    notes: Keyed[Note] = empty()
    _change: Change | None = PrivateAttr(default=None)

    @property
    def change(self) -> Change | None:
        """The last amendment that made the notice what it is; None for a notice as it was first published."""
        return self._change

    def changed_by(self, change: Change) -> Notice:
        """The notice as what came of a change."""
        self._change = change
        return self

    @property
    def changes(self) -> tuple[Change, ...]:
        """All amendments that were applied, the first one first."""
        found, step = [], self._change
        while step is not None:
            found.append(step)
            step = step.before.change
        return tuple(reversed(found))

    def windows_of(self, part: ServiceEffect | Guidance) -> tuple[str, ...]:
        """The ids of the windows that an effect or guidance is for: those it names, else all."""
        return part.windows or tuple(self.windows)


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment that was applied, and the notice as it stood before."""

    before: Notice
    amendment: Amendment
