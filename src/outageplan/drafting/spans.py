"""One window as it was read, and which of several only say the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from outageplan.drafting.event import Event, Role
from outageplan.drafting.times import Kind
from outageplan.notice.moments import Boundary, BoundaryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One window: its boundaries, None where the text has none, and the times that they were taken from."""

    start: Boundary | None
    end: Boundary | None
    opened: Event | None
    closed: Event | None
    also: tuple[Event, ...] = ()
    returns: bool = False

    @property
    def told_by(self) -> Event | None:
        """The time that tells of it first."""
        return self.opened or self.closed

    @property
    def events(self) -> tuple[Event, ...]:
        """The times that gave it, and those that say the same."""
        return tuple(event for event in (self.opened, self.closed, *self.also) if event)

    @property
    def sentences(self) -> frozenset[int]:
        """The sentences that tell of its start or of the whole of it."""
        own = [event for event in (self.opened, *self.also) if event and event.role is not Role.END]
        return frozenset(event.sentence for event in own)


def distinct(spans: list[Span]) -> list[Span]:
    """Each window once; a time that says the same again is kept with the first."""
    found: dict[tuple[str, str], Span] = {}
    for span in spans:
        key = (_key(span.start), _key(span.end))
        if key in found:
            found[key] = replace(
                found[key], also=(*found[key].also, *(event for event in span.events if event not in found[key].events))
            )
        else:
            found[key] = span
    return _merged(list(found.values()))


def _key(boundary: Boundary | None) -> str:
    """The same for 24:00 of a day and 00:00 of the next."""
    if boundary and boundary.moment and boundary.moment.hour_stated:
        return f"{boundary.kind} {boundary.moment.as_start()}"
    return str(boundary)


def _merged(spans: list[Span]) -> list[Span]:
    """A start told twice, once with its end and once without or less exactly, is one window."""
    kept: list[Span] = []
    for span in sorted(spans, key=_exactness, reverse=True):
        same = next((one for one in kept if _same_but_vaguer(span, one)), None)
        if same:
            kept[kept.index(same)] = replace(same, also=(*same.also, *span.events))
        else:
            kept.append(span)
    return sorted(kept, key=lambda one: min((event.found.start for event in one.events), default=0))


def _exactness(span: Span) -> int:
    return sum(
        2 + boundary.moment.hour_stated if boundary and boundary.moment else 1 if boundary else 0
        for boundary in (span.start, span.end)
    )


def _same_but_vaguer(span: Span, exact: Span) -> bool:
    """Whether all that a span says is said more exactly by another, and by nothing else."""
    return _vaguer(span.start, exact.start) and _vaguer(span.end, exact.end)


_OF_ANOTHER = re.compile(
    r"相同|一致|同步|为准|与.{1,20}同|^同"
)  # the time of something else, not this one less exactly


def _vaguer(one: Boundary | None, exact: Boundary | None) -> bool:
    if one is None:
        return True
    if one == exact:
        return True
    if one.moment is None or exact is None or exact.moment is None:
        vague = one.kind is BoundaryKind.UNRESOLVED and not _OF_ANOTHER.search(one.words or "")
        return vague and exact is not None and exact.moment is not None
    return one.moment.day == exact.moment.day and (not one.moment.hour_stated or one.moment == exact.moment)


def without_envelopes(spans: list[Span], beside: Callable[[Span, Span], bool]) -> list[Span]:
    """Without a stretch of days that only says when the windows inside it are: 7 to 10 June, for two nights.

    `beside`: two that stand beside one another as items of one list, so that neither is about the other.
    """
    kept = []
    for span in spans:
        others = [one for one in spans if one is not span and _hours(one) and not beside(span, one)]
        if others and (_is_rough(span) or (not _hours(span) and _encloses(span, others))):
            continue
        kept.append(span)
    return kept


def _is_rough(span: Span) -> bool:
    """Whether it begins at the end of a month, as the head of a text says it whose hours stand below."""
    return span.opened is not None and re.search(r"[底末]$|^(?:the )?end of", span.opened.found.words) is not None


def _hours(span: Span) -> bool:
    return any(boundary and boundary.moment and boundary.moment.hour_stated for boundary in (span.start, span.end))


def _encloses(span: Span, others: list[Span]) -> bool:
    start, end = span.start and span.start.moment, span.end and span.end.moment
    if not start or not end:
        return False
    starts = [one.start.moment.day for one in others if one.start and one.start.moment]
    ends = [one.end.moment.day for one in others if one.end and one.end.moment]
    if not starts or not ends:
        return False
    whole = span.opened is span.closed  # one stretch of days
    around_several = whole and len(others) > 1 and start.day <= min(starts) and end.day >= max(starts)
    return around_several or (start.day == min(starts) and end.day in (max(ends), max(starts)))


def instant(boundary: Boundary | None, *, end: bool) -> datetime | None:
    """The instant of a boundary, None where it has no date."""
    return None if boundary is None else boundary.as_end() if end else boundary.as_start()


def is_recurring(span: Span) -> bool:
    """Whether it is a closing that comes again."""
    return span.opened is not None and span.opened.found.kind is Kind.RECURRING
