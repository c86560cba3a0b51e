"""What a count of `impact` rests on: the assumptions it makes, and the published figures that concern it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from outageplan.catalog.figures import (
    CODES,
    FAMILY_ACCOUNTS,
    INPATIENT_RESPONSE,
    REGISTERED,
    TRANSACTIONS,
    Figure,
    figures,
)
from outageplan.catalog.services import services
from outageplan.engine.counting import Flow, Stretch
from outageplan.engine.impact_answer import Question, Source, WindowImpact
from outageplan.engine.opening import weight
from outageplan.notice.moments import CHINA

# figures of people who use what stops: how many of them would have used it in a window is not published
_PEOPLE = (
    ("credential.code", CODES),
    ("channel.national", REGISTERED),
    ("credential.family_account", FAMILY_ACCOUNTS),
)
_KEPT = ("some-services", "some-pools", "some-schemes", "degraded", "share-unknown", "terminated", "no-place")


def known_figures(question: Question) -> Mapping[str, Figure]:
    """The figures that were published by the knowledge time of a question."""
    known_at = question.case.known_at
    if known_at is None:
        return figures()
    return {id: one for id, one in figures().items() if one.source.day <= known_at.astimezone(CHINA).date()}


def figures_for(window: WindowImpact, question: Question) -> tuple[Figure, ...]:
    """The published figures that a window's count uses, or that tell of the people whom it concerns."""
    known = known_figures(question)
    found = []
    if any(line.source.id == TRANSACTIONS for line in window.lines):
        found.append(TRANSACTIONS)
    if window.machine:
        found.append(INPATIENT_RESPONSE)
    if window.basis == "published":
        leaves = {leaf.id for service in window.concerned for leaf in services().leaves_of(service.id)}
        found += [INPATIENT_RESPONSE] * any(leaf.endswith(".inpatient") for leaf in leaves)
        found += [id for branch, id in _PEOPLE if leaves & {leaf.id for leaf in services().leaves_of(branch)}]
    return tuple(known[id] for id in found if id in known)


def assumptions_of(window: WindowImpact, question: Question) -> tuple[str, ...]:
    """The ids of what is taken for granted in a window's count."""
    found = [line.source for line in window.lines]
    return tuple(dict.fromkeys([*_of_sources(found, question), *_of_time(window, found), *_of_work(window, question)]))


def _of_sources(found: Sequence[Source], question: Question) -> Iterator[str]:
    yield "all-made-up"
    for source in found:
        yield from (why for why in source.part.why if why in _KEPT)
        if source.flow.over:
            yield "over"
            yield "figure-day"
            if source.low == source.high == 1 and not question.share:
                yield "figure-is-settlement"
    if question.share and not question.site:
        yield "share-given"
    if question.profile:
        yield "profile"
    else:
        yield "even" if question.site else "even-24"
    if question.site:
        yield "same-each-day"
        if not question.site.hours:
            yield "hours-missing"


def _of_time(window: WindowImpact, found: Sequence[Source]) -> Iterator[str]:
    if not window.extent.sure and window.extent.dated:
        yield "kept"
    if any(claim.entry.resume != "full" for source in found for claim in source.part.claims):
        yield "gradual"
    stretch = _counted(window)
    if stretch is None or window.basis != "site":
        return
    for flow in [source.flow for source in found][:1]:
        if flow.unscheduled(stretch):
            yield "no-schedule"
        if flow.left_open(stretch):
            yield "days-off"
        if _idle(flow):
            yield "profile-idle"


def _of_work(window: WindowImpact, question: Question) -> Iterator[str]:
    if question.rows is None:
        yield "page-rows"
    if window.catch_up:
        yield "rate-in-all"
        yield "one-backlog"
        if not question.site:
            yield "office"


def _counted(window: WindowImpact) -> Stretch | None:
    """The stretch that was counted and, where it was worked off, the days until that was done."""
    span = window.extent.most or window.extent.least
    if span is None:
        return None
    end: datetime | None = window.catch_up.latest if window.catch_up else None
    return span[0], max(span[1], end or span[1])


def _idle(flow: Flow) -> bool:
    """Whether the profile gives some open day no weight at all."""
    return any(spans and not weight(spans, flow.profile) for spans in flow.opening.week)
