"""The first page of the board: every window to scale, by pool and by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from outageplan.catalog.pools import pools
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.instances import repetition
from outageplan.engine.occurrences import every
from outageplan.engine.phrases import instant_text, published_text
from outageplan.engine.timeline import Timeline
from outageplan.notice.model import Notice
from outageplan.notice.moments import CHINA, Boundary, Moment
from outageplan.render.board.charts import Bar, Drawing, drawings, plain_bar
from outageplan.render.board.words import word
from outageplan.render.check_common import boundary_words
from outageplan.render.timeline_words import place_text, repeats
from outageplan.wording import Lang, Text

_LONGEST = 24  # months


class Listed(NamedTuple):
    """A notice in an index: its page, its title, whose system stops, its status and its windows in words."""

    id: str
    title: Text
    place: Text
    status: str
    times: tuple[tuple[str, str, str], ...]


class Shelf(NamedTuple):
    """One heading of an index, with an anchor, and the notices below it."""

    key: str
    name: str
    notices: tuple[Listed, ...]


class Overview(NamedTuple):
    """All that the first page shows, in one language."""

    facts: tuple[str, ...]
    charts: tuple[Drawing, ...]
    undated: tuple[Bar, ...]
    cancelled: tuple[Bar, ...]
    by_pool: tuple[Shelf, ...]
    by_month: tuple[Shelf, ...]
    calendars: tuple[tuple[str, str], ...]


def overview(
    notices: Sequence[Notice], found: Timeline, calendars: Sequence[str], known_at: datetime | None, lang: Lang
) -> Overview:
    """The first page; `calendars` are the stems of the files that are there."""
    return Overview(
        facts=tuple(_facts(notices, known_at, lang)),
        charts=tuple(reversed(drawings(found.charts, lang))),
        undated=tuple(plain_bar(row, lang) for row in found.undated),
        cancelled=tuple(plain_bar(row, lang) for row in found.cancelled),
        by_pool=tuple(_by_pool(notices, lang)),
        by_month=tuple(_by_month(notices, lang)),
        calendars=tuple((stem, _calendar(stem, lang)) for stem in calendars),
    )


def _facts(notices: Sequence[Notice], known_at: datetime | None, lang: Lang) -> list[str]:
    found = [word("intro", lang)]
    dated = [one for notice in notices if (one := _last_publication(notice))]
    if not notices:
        found.append(word("no_notices", lang))
    else:
        when = published_text(max(dated, key=Moment.as_start))[lang] if dated else word("not_stated", lang)
        found.append(word("count" if len(notices) > 1 else "count_one", lang, count=len(notices), when=when))
    if known_at:
        found.append(word("known_at", lang, at=instant_text(known_at)[lang]))
    return found


def _last_publication(notice: Notice) -> Moment | None:
    return notice.changes[-1].amendment.published if notice.changes else notice.published


def _calendar(stem: str, lang: Lang) -> str:
    return word("calendar_all", lang) if stem == "all" else word("calendar_for", lang, who=roles()[stem].name[lang])


def listed(notice: Notice, lang: Lang) -> Listed:
    """A notice as an index shows it."""
    return Listed(
        id=notice.id,
        title=notice.title,
        place=place_text(notice),
        status=term("status", notice.status)[lang],
        times=tuple(_times(notice, lang)),
    )


def _times(notice: Notice, lang: Lang) -> list[tuple[str, str, str]]:
    """The windows of a notice: start, end, and how it repeats."""
    found = []
    for window in notice.windows.values():
        start = boundary_words(notice, window.start, lang)
        end = boundary_words(notice, window.end, lang, end=True)
        found.append((start, end, repeats(window, lang)))
    return found


def _by_pool(notices: Sequence[Notice], lang: Lang) -> list[Shelf]:
    """The pools that notices name, in the order of their codes; what names none comes last."""
    codes = sorted({code for notice in notices for code in notice.pools})
    found = [
        Shelf(
            key=f"pool-{code}",
            name=f"{pools()[code].name[lang]} ({code})" if lang == "en" else f"{pools()[code].name[lang]}（{code}）",
            notices=tuple(listed(notice, lang) for notice in notices if code in notice.pools),
        )
        for code in codes
    ]
    loose = tuple(listed(notice, lang) for notice in notices if not notice.pools)
    return [*found, *([Shelf("pool-none", word("no_place", lang), loose)] if loose else [])]


def _by_month(notices: Sequence[Notice], lang: Lang) -> list[Shelf]:
    """The months that windows lie in, the last one first; an open or far end counts by the month of its start."""
    months = {notice.id: _months(notice) for notice in notices}
    found = sorted({month for touched in months.values() for month in touched}, reverse=True)
    return [
        Shelf(
            key=f"month-{month}",
            name=month,
            notices=tuple(listed(notice, lang) for notice in notices if month in months[notice.id]),
        )
        for month in found
    ]


def _months(notice: Notice) -> set[str]:
    """Every month that a window of a notice touches; of one that is very long, or repeats, the first two years."""
    found = set()
    for boundaries in _spans(notice):
        start, end = boundaries[0].as_start(), boundaries[1].as_end()
        if start is None:
            continue
        last = max(start, (end or start) - timedelta(minutes=1))
        for months in range(_LONGEST):
            first = start.astimezone(CHINA).replace(day=1, hour=0, minute=0) + relativedelta(months=months)
            if first <= last:
                found.add(f"{first:%Y-%m}")
    return found


def _spans(notice: Notice) -> Iterator[tuple[Boundary, Boundary]]:
    """When windows begin and end, each occurrence of the first two years of those that repeat."""
    for window in notice.windows.values():
        rule = repetition(window)
        if rule is None:
            yield window.start, window.end
            continue
        until = rule[1].as_start() + relativedelta(months=_LONGEST)
        for one in takewhile(lambda one: one.planned < until, every(window, notice)):  # noqa: B023 - used at once
            if not one.skipped:
                yield one.start, one.end
