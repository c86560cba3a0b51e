"""What is asked of `impact`, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from outageplan.catalog.figures import Figure
from outageplan.catalog.services import Service
from outageplan.engine.assumptions import ROWS_A_PAGE
from outageplan.engine.case import Case
from outageplan.engine.catch_up import CatchUp
from outageplan.engine.counting import Count, Flow
from outageplan.engine.impact_windows import Extent, Part, Stop
from outageplan.engine.opening import Profile
from outageplan.engine.plan import NoticeStanding
from outageplan.notice.site import Site
from outageplan.wording import Text

Basis = Literal["site", "published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which notices and services at which moment; places of the case are not used.

    `profile` has 24 weights, `share` is that of the national figure, `rate` transactions an hour (else the site's),
    `rows` rows of a ledger page (None: the usual number, as an assumption).
    """

    case: Case
    site: Site | None = None
    profile: Profile | None = None
    share: tuple[Fraction, Fraction] | None = None
    rate: Fraction | None = None
    rows: int | None = None

    @property
    def speed(self) -> Fraction | None:
        """The rate given, else that of the site."""
        return self.rate or (self.site.rate if self.site else None)

    @property
    def page_rows(self) -> int:
        """The rows of a ledger page, as given or as assumed."""
        return self.rows or ROWS_A_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that is counted, a volume of the site or a published figure, and how much of it a window defers.

    `low` and `high` are the share that is deferred while the window lasts, 0 to 1.
    """

    id: str
    name: Text
    flow: Flow
    part: Part
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a window defers of one source; without `count` it has no end."""

    source: Source
    count: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowImpact:
    """What one window defers. Without `deferred` nothing can be counted, and `reason` says why.

    `any_spread` holds however a day is spread over its hours. A window without an end has no upper bound, and `a_day`
    and `an_hour` instead. `machine` are seconds that the platform needs at the least for the inpatient bills in it.
    """

    stop: Stop
    extent: Extent
    basis: Basis | None = None
    deferred: Count | None = None
    any_spread: Count | None = None
    a_day: Count | None = None
    an_hour: Count | None = None
    machine: Count | None = None
    lines: tuple[Line, ...] = ()
    concerned: tuple[Service, ...] = ()
    catch_up: CatchUp | None = None
    assumptions: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """The answer: an entry a window, the total of those that have a bound (each hour counted once), what it rests on.

    `nearest` are the notices nearest in time where none is selected.
    """

    question: Question
    windows: tuple[WindowImpact, ...]
    total: Count | None = None
    nearest: tuple[NoticeStanding, ...] = ()
    figures: tuple[Figure, ...] = ()
    assumptions: tuple[str, ...] = ()
