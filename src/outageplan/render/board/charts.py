"""Charts of a timeline as bars in SVG: places are shares of the width, so that a bar fits a phone and a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from outageplan.engine.phrases import instant_text
from outageplan.engine.timeline import Chart, Row, Segment, SegmentKind
from outageplan.engine.timeline_ticks import has_hours, ticks
from outageplan.notice.model import Notice
from outageplan.notice.moments import CHINA
from outageplan.render.board.words import word
from outageplan.render.timeline_words import place_text, row_name, row_times
from outageplan.render.timeline_words import word as timeline_word
from outageplan.wording import Lang, Text

_TICKS = 4  # as many as a phone has room for
_SHORTEST = 0.6  # percent: no window is too short to be seen


class Piece(NamedTuple):
    """One segment of a bar, in percent of the width."""

    kind: SegmentKind
    left: str
    width: str


class Bar(NamedTuple):
    """One window: its name and times in words, and its bar, which `told` describes to those who do not see it."""

    key: str
    notice: Notice
    place: Text
    name: Text
    times: tuple[str, ...]
    clause: str
    told: str
    pieces: tuple[Piece, ...]


class Tick(NamedTuple):
    """A date under a chart."""

    left: str
    label: str
    anchor: str


class Drawing(NamedTuple):
    """One chart: bars to one scale, and the dates below them."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def drawings(charts: Iterable[Chart], lang: Lang) -> tuple[Drawing, ...]:
    """Charts as they are drawn on a page."""
    return tuple(Drawing(tuple(_bar(row, chart, lang) for row in chart.rows), tuple(_ticks(chart))) for chart in charts)


def plain_bar(row: Row, lang: Lang) -> Bar:
    """A window in words alone, for what cannot be drawn."""
    return Bar(
        key=f"{row.notice.id}--{row.window_id}",
        notice=row.notice,
        place=place_text(row.notice),
        name=row_name(row),
        times=row_times(row, lang),
        clause=row.window.clause or "",
        told="",
        pieces=(),
    )


def _bar(row: Row, chart: Chart, lang: Lang) -> Bar:
    return plain_bar(row, lang)._replace(
        told="; ".join(_told(one, lang) for one in row.segments),
        pieces=tuple(_piece(one, chart) for one in row.segments if one.start < chart.end),
    )


def _told(segment: Segment, lang: Lang) -> str:
    kind, start = timeline_word(segment.kind, lang), instant_text(segment.start)[lang]
    if segment.end is None or segment.kind == "open":
        return word("segment_open", lang, kind=kind, start=start)
    return word("segment", lang, kind=kind, start=start, end=instant_text(segment.end, end=True)[lang])


def _piece(segment: Segment, chart: Chart) -> Piece:
    left = 100 * chart.place(segment.start)
    width = max(_SHORTEST, 100 * chart.place(segment.end or chart.end) - left)
    return Piece(segment.kind, f"{left:.2f}%", f"{min(width, 100 - left):.2f}%")


def _ticks(chart: Chart) -> Iterator[Tick]:
    found = ticks(chart, _TICKS)
    if has_hours(found):
        found = ticks(chart, _TICKS - 1)
    year = 0
    for tick in found:
        at = 100 * chart.place(tick)
        anchor = "start" if at < 12 else "end" if at > 88 else "middle"
        yield Tick(f"{at:.2f}%", _label(tick.astimezone(CHINA), year, hours=has_hours(found)), anchor)
        year = tick.astimezone(CHINA).year


def _label(tick: datetime, year: int, *, hours: bool) -> str:
    if tick.year != year:
        return f"{tick:%Y-%m-%d %H:%M}" if hours else f"{tick:%Y-%m-%d}"
    return f"{tick:%H:%M}" if hours and tick.hour else f"{tick:%m-%d}"
