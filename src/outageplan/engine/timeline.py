"""Windows as stretches of time to be drawn: what is sure, what is only expected, and what has no end in sight.

Charts are made of windows that lie near each other in time, so that a night and a year are not drawn to one scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from outageplan.engine.agenda import claims_by_window
from outageplan.engine.availability import Claim
from outageplan.engine.case import Case
from outageplan.engine.knowledge import known_at
from outageplan.engine.occurrences import BEGINNING, unrolled
from outageplan.engine.plan import BEHIND, standing
from outageplan.engine.stages import PRESUMED_AFTER, completing, is_sure, told_return
from outageplan.notice.model import Effect, Notice, Status, Window
from outageplan.notice.moments import Boundary, BoundaryKind

SegmentKind = Literal["sure", "expected", "open"]
Standing = Literal["dated", "undated", "cancelled"]
_NEAR = timedelta(days=14)  # windows further apart than this, and than both last, get charts of their own
_MARGIN = 0.08  # of a chart, left free on either side
_TAIL = 0.25  # of a chart, shown of what has no end


class Segment(NamedTuple):
    """A stretch of one certainty, half-open, in aware datetimes; without an end it goes on.

    `sure`: the window lasts then for sure. `expected`: it does by what is expected, or at the most. `open`: it may
    still last, as nothing tells or confirms that it is over.
    """

    start: datetime
    end: datetime | None
    kind: SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One window: its notice, what it does at the worst, its boundaries, and its segments in order of time.

    `until` is its end, or when an amendment told that it is over (`told`). What has no dated start, and what was called
    off or never needed, has no segments.
    """

    notice: Notice
    window_id: str
    window: Window
    effect: Effect
    until: Boundary
    told: bool
    standing: Standing
    segments: tuple[Segment, ...] = ()

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From the first moment that is known to the last; only for what has segments."""
        last = next((one for one in reversed(self.segments) if one.kind != "open"), self.segments[-1])
        return self.segments[0].start, last.end or last.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows that are drawn to one scale, from `start` to `end`; segments that go on reach its right edge."""

    start: datetime
    end: datetime
    rows: tuple[Row, ...]

    def place(self, at: datetime) -> float:
        """Where a moment lies, as a share of the width: 0 to 1, what lies outside at the edge."""
        return min(1.0, max(0.0, (at - self.start) / (self.end - self.start)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Charts in order of time, and the rows that cannot be drawn."""

    charts: tuple[Chart, ...]
    undated: tuple[Row, ...] = ()
    cancelled: tuple[Row, ...] = ()


def under_consideration(notices: Iterable[Notice], cases: Sequence[Case], *, include_over: bool) -> list[Notice]:
    """The notices that cases are about, as they stood at their knowledge time: those named, else those not over.

    With `include_over` those that are over too. The cases share moment, knowledge time and ids.
    """
    case = cases[0]
    known = [one for notice in notices if (one := known_at(notice, case.known_at))]
    if case.notices:
        return [notice for notice in known if notice.id in case.notices]
    return [notice for notice in known if include_over or standing(notice, case.at).state not in BEHIND]


def timeline(notices: Iterable[Notice], cases: Sequence[Case], at: datetime | None = None) -> Timeline:
    """The windows of notices as far as they concern any of the cases; the notices are taken as they stand.

    Of a window that repeats the occurrences are drawn that are in view at the moment `at`; without one, the first. A
    moment near a chart (within 30 days) is made part of it, so that it can be marked.
    """
    rows = [row for notice in notices for row in rows_of(unrolled(notice, at or BEGINNING), cases)]
    dated = [row for row in rows if row.segments]
    return Timeline(
        charts=tuple(_chart(group, at) for group in _near(dated)),
        undated=tuple(row for row in rows if row.standing == "undated"),
        cancelled=tuple(row for row in rows if row.standing == "cancelled"),
    )


def rows_of(notice: Notice, cases: Sequence[Case]) -> Iterator[Row]:
    """The windows of a notice that take anything from those who ask."""
    for id, claims in claims_by_window(notice, cases).items():
        window = notice.windows[id]
        told = told_return(notice, window)
        until = told or window.end
        segments = tuple(_segments(notice, window, until, claims))
        state: Standing = "undated" if window.start.moment is None else "dated"
        if notice.status is Status.CANCELLED or _not_needed(notice, window, until):
            state, segments = "cancelled", ()
        yield Row(
            notice=notice,
            window_id=id,
            window=window,
            effect=min((claim.entry.effect for claim in claims), key=list(Effect).index),
            until=until,
            told=told is not None,
            standing=state,
            segments=segments,
        )


def _not_needed(notice: Notice, window: Window, until: Boundary) -> bool:
    """Whether an amendment told that all is over before the window began."""
    start, end = window.start.as_start(), until.as_end()
    return bool(completing(notice)) and start is not None and end is not None and end <= start


def _segments(notice: Notice, window: Window, until: Boundary, claims: Iterable[Claim]) -> Iterator[Segment]:
    start, end = window.start.as_start(), until.as_end()
    entries = [claim.entry for claim in claims if claim.entry.effect is not Effect.UNAFFECTED]
    if start is None:
        return
    begins = is_sure(notice, window.start) and window.start.kind is BoundaryKind.STATED
    if all(entry.effect is Effect.TERMINATED for entry in entries):
        yield Segment(start, None, "sure" if begins else "expected")
        return
    if end is None or end <= start:
        yield Segment(start, None, "open")
        return
    yield Segment(start, end, "sure" if begins and _lasts_until(notice, until) else "expected")
    if until.kind is BoundaryKind.NOT_BEFORE:
        yield Segment(end, None, "open")
    elif not is_sure(notice, until) or all(entry.resume != "full" for entry in entries):
        yield Segment(end, end + PRESUMED_AFTER, "open")


def _lasts_until(notice: Notice, until: Boundary) -> bool:
    """Whether a window lasts until then for sure: up to a stated end, or one not before which it is over."""
    promised = notice.status not in (Status.DRAFT, Status.TENTATIVE)
    return promised and until.kind in (BoundaryKind.STATED, BoundaryKind.NOT_BEFORE)


def _near(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows in groups, in order of time; a group ends before a gap that is longer than all that it holds."""
    group: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.span, row.notice.id)):
        if group:
            start, end = group[0].span[0], max(one.span[1] for one in group)
            if row.span[0] - end > max(_NEAR, end - start):
                yield group
                group = []
        group.append(row)
    if group:
        yield group


def _chart(rows: list[Row], at: datetime | None) -> Chart:
    start, end = min(row.span[0] for row in rows), max(row.span[1] for row in rows)
    if at is not None and start - PRESUMED_AFTER <= at <= end + PRESUMED_AFTER:
        start, end = min(start, at), max(end, at)
    length = max(end - start, timedelta(hours=1))
    goes_on = any(one.end is None or one.kind == "open" for row in rows for one in row.segments)
    return Chart(start=start - length * _MARGIN, end=end + length * (_TAIL if goes_on else _MARGIN), rows=tuple(rows))
