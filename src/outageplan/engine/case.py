"""Who asks: the moment, what is known, the places, the role and the services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import PatientFact, Scheme
from outageplan.notice.moments import Event, Moment

# How a question calls the events, in its options and in what is printed of it
EVENT_WORDS: Mapping[Event, str] = MappingProxyType(
    {"admission": "admitted", "discharge": "discharged", "visit": "visit", "receipt": "receipt"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question to the engine. Everything but the moment may be left open.

    `at` and `known_at` are aware datetimes; without `known_at` everything on file is known. Pools are six-digit codes,
    services and roles ids of the catalog, `notices` the ids asked for (else all that are not over). `patient` are the
    facts that hold, None when nothing was said of them; `events` are days or minutes in China time.
    """

    at: datetime
    known_at: datetime | None = None
    insured_at: str | None = None
    treated_at: str | None = None
    role: str | None = None
    services: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    scheme: Scheme | None = None
    patient: tuple[PatientFact, ...] | None = None
    events: Mapping[Event, Moment] = field(default_factory=FrozenDict)

    @property
    def placed(self) -> bool:
        """Whether the case says where."""
        return self.insured_at is not None or self.treated_at is not None

    @property
    def home(self) -> str | None:
        """The pool for what needs just one place: that of insurance, else that of treatment."""
        return self.insured_at or self.treated_at
