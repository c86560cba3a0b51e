"""Sites and questions for the tests of `impact`. Every site is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from outageplan.engine.case import Case
from outageplan.engine.counting import Count
from outageplan.engine.impact import make_impact
from outageplan.engine.impact_answer import Impact, Question, WindowImpact
from outageplan.notice.model import Notice
from outageplan.notice.site import Site

from .building import PHARMACY, WEIFANG, at

DAILY = {"daily": "08:00-20:00"}  # 12 hours


def invented_site(
    *,
    role: str = "pharmacy",
    pools: Sequence[str] = (WEIFANG,),
    hours: Mapping[str, str] | None = None,
    volumes: Mapping[str, str] | None = None,
    rate: str | None = None,
    place: str | None = None,
) -> Site:
    """A site of 300 purchases a day, open from 08:00 to 20:00, unless something else is said."""
    written: dict[str, object] = {
        "format": "outageplan-site/1",
        "name": {"en": "Invented"},
        "role": role,
        "pools": list(pools),
        "hours": DAILY if hours is None else hours,
        "volumes": {PHARMACY: "300"} if volumes is None else volumes,
    }
    written |= {"rate": rate} if rate else {}
    return Site.model_validate(written | ({"place": place} if place else {}))


def impact_of(
    *notices: Notice,
    moment: str | datetime = "2021-11-01 09:00",
    known_at: str | None = None,
    services: Sequence[str] = (),
    site: Site | None = None,
    profile: Sequence[Fraction] | None = None,
    share: tuple[Fraction, Fraction] | None = None,
    rate: int | None = None,
    ids: Sequence[str] | None = None,
) -> Impact:
    """What all the notices defer; each is asked for by its id."""
    case = Case(
        at=at(moment) if isinstance(moment, str) else moment,
        known_at=at(known_at) if known_at else None,
        services=tuple(services),
        notices=tuple(notice.id for notice in notices) if ids is None else tuple(ids),
    )
    speed = None if rate is None else Fraction(rate)
    return make_impact(notices, Question(case=case, site=site, profile=profile, share=share, rate=speed))


def only(impact: Impact) -> WindowImpact:
    """The one window of an answer."""
    (window,) = impact.windows
    return window


def exactly(window: WindowImpact) -> tuple[Fraction, Fraction]:
    """The range that a window with a bound defers."""
    assert window.deferred is not None
    assert window.deferred.high is not None
    return window.deferred.low, window.deferred.high


def deferred(window: WindowImpact) -> object:
    """The range that a window defers, to compare with whole numbers."""
    return ends(window.deferred)


def ends(count: Count | None) -> object:
    """The ends of a range, to compare with whole numbers."""
    assert count is not None
    return count.low, count.high
