"""A timeline for a terminal: each window in words, and below it a bar to the scale of its chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from outageplan.engine.phrases import instant_text
from outageplan.engine.timeline import Chart, Row, SegmentKind, Timeline
from outageplan.engine.timeline_ticks import has_hours, ticks
from outageplan.notice.moments import CHINA
from outageplan.render.outline_text import Line
from outageplan.render.plain import plain
from outageplan.render.timeline_words import KINDS, place_text, row_name, row_times, word
from outageplan.render.wrapping import columns, wrapped
from outageplan.wording import Lang

BLOCKS = {"sure": "█", "expected": "▒", "open": "░", "now": "│", "point": "▼", "tick": "┴", "axis": "─"}
LETTERS = {"sure": "#", "expected": "=", "open": "~", "now": "|", "point": "V", "tick": "+", "axis": "-"}
WIDTH = 80  # in a pipe, where nothing tells it
_INDENT, _PER_TICK, _NARROWEST = "  ", 12, 10


def timeline_lines(
    found: Timeline, lang: Lang, *, width: int | None, at: datetime | None = None, blocks: bool = True
) -> Iterator[Line]:
    """The timeline as lines of `width` columns; `at` is marked. Without `blocks` bars are drawn in ASCII."""
    room, glyphs = width or WIDTH, BLOCKS if blocks else LETTERS
    title = word("title", lang) + (f"  {instant_text(at)[lang]}" if at else "")
    yield from _paragraph(title, room, "", "bold")
    for chart in found.charts:
        yield Line()
        yield from _chart(chart, lang, room, at, glyphs)
    if not found.charts:
        yield Line()
        yield from _paragraph(word("nothing", lang), room)
    for key, rows in (("undated", found.undated), ("cancelled", found.cancelled)):
        yield from _listed(key, rows, lang, room)
    if found.charts:
        yield Line()
        legend = [f"{glyphs[kind] * 3} {word(kind, lang)}" for kind in KINDS]
        for line in legend:
            yield from _paragraph(line, room, "", "dim", hanging="    ")


def _chart(chart: Chart, lang: Lang, width: int, at: datetime | None, glyphs: dict[str, str]) -> Iterator[Line]:
    room = max(_NARROWEST, width - len(_INDENT))
    inside = at is not None and chart.start <= at <= chart.end
    now = _cell(chart, at, room) if at is not None and inside else None
    shown = None
    for row in chart.rows:
        if row.notice.id != shown:
            shown = row.notice.id
            title = f"{place_text(row.notice)[lang]} · {row.notice.title[lang]} [{shown}]"
            yield from _paragraph(title, width, "", "bold", hanging="  ")
        yield from _words(row, lang, width)
        yield Line(_INDENT + _bar(chart, row, room, now, glyphs))
    yield Line(_INDENT + _axis(chart, room, now, glyphs))
    yield Line(_INDENT + _labels(chart, room))
    if now is not None and at is not None:
        yield Line(_INDENT + _marked(now, f"{glyphs['point']} {word('now', lang, at=instant_text(at)[lang])}", room))


def _words(row: Row, lang: Lang, width: int) -> Iterator[Line]:
    """A window in words: its name and times, and where it is said."""
    clause = f"  [{row.window.clause}]" if row.window.clause else ""
    yield from _paragraph(f"{row_name(row)[lang]}{clause}", width, _INDENT)
    yield from _paragraph(_times(row, lang), width, _INDENT)


def _times(row: Row, lang: Lang) -> str:
    return ("；" if lang == "zh" else "; ").join(row_times(row, lang))


def _cell(chart: Chart, at: datetime, room: int) -> int:
    return min(room - 1, int(chart.place(at) * room))


def _bar(chart: Chart, row: Row, room: int, now: int | None, glyphs: dict[str, str]) -> str:
    """One cell a column; a cell that several segments touch shows the surest, so that no window is too short to see."""
    cells = [" "] * room
    if now is not None:
        cells[now] = glyphs["now"]
    for kind in reversed(KINDS):
        for place in _filled(chart, row, room, kind):
            cells[place] = glyphs[kind]
    return "".join(cells).rstrip()


def _filled(chart: Chart, row: Row, room: int, kind: SegmentKind) -> Iterator[int]:
    for segment in row.segments:
        if segment.kind == kind and segment.start < chart.end:
            last = chart.end if segment.end is None else segment.end - timedelta(seconds=1)
            yield from range(_cell(chart, segment.start, room), _cell(chart, last, room) + 1)


def _axis(chart: Chart, room: int, now: int | None, glyphs: dict[str, str]) -> str:
    cells = [glyphs["axis"]] * room
    for tick in ticks(chart, max(1, room // _PER_TICK)):
        cells[_cell(chart, tick, room)] = glyphs["tick"]
    if now is not None:
        cells[now] = glyphs["now"]
    return "".join(cells)


def _labels(chart: Chart, room: int) -> str:
    """The ticks in words, the year at the first and where it changes; one that has no room is left out."""
    found = ticks(chart, max(1, room // _PER_TICK))
    line, year = "", 0
    for tick in found:
        local = tick.astimezone(CHINA)
        if local.year != year:
            label = f"{local:%Y-%m-%d %H:%M}" if has_hours(found) else f"{local:%Y-%m-%d}"
        else:
            label = f"{local:%H:%M}" if has_hours(found) and local.hour else f"{local:%m-%d}"
        place = min(_cell(chart, tick, room), room - len(label))
        if place < len(line) + bool(line):
            continue
        line = line.ljust(place) + label
        year = local.year
    return line


def _marked(place: int, text: str, room: int) -> str:
    """A text whose first character stands at a place; the text goes to its left where the right has no room."""
    if place + columns(text) <= room or columns(text) > place + 1:
        return " " * place + text if place + columns(text) <= room else text[0].rjust(place + 1)
    turned = f"{text[2:]} {text[0]}"
    return " " * (place + 1 - columns(turned)) + turned


def _listed(key: str, rows: Iterable[Row], lang: Lang, width: int) -> Iterator[Line]:
    for place, row in enumerate(rows):
        if place == 0:
            yield Line()
            yield from _paragraph(word(key, lang), width, "", "bold")
        name = f"{place_text(row.notice)[lang]} · {row_name(row)[lang]} [{row.notice.id}]"
        yield from _paragraph(name, width, _INDENT)
        yield from _paragraph(_times(row, lang), width, _INDENT * 2)


def _paragraph(text: str, width: int, indent: str = "", style: str = "", hanging: str = "") -> Iterator[Line]:
    room = max(8, width - columns(indent) - len(hanging))
    for place, row in enumerate(wrapped(plain(text), room)):
        yield Line(indent + (hanging if place else ""), row, "", style)
