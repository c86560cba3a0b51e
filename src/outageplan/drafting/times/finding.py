"""The whole of it: a text goes in, its time phrases come out in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from outageplan.drafting.times.alphabet import fold
from outageplan.drafting.times.chinese import LOST_YEAR, Scanned
from outageplan.drafting.times.days import Setting
from outageplan.drafting.times.durations import durations
from outageplan.drafting.times.found import Found
from outageplan.drafting.times.openings import openings
from outageplan.drafting.times.phrases import phrases, points
from outageplan.drafting.times.readings import read
from outageplan.drafting.times.recurring import recurring
from outageplan.drafting.times.relative import relative_deadlines
from outageplan.drafting.times.together import begun, compared
from outageplan.drafting.times.years import date_or_none
from outageplan.notice.moments import YEARS


def find_times(text: str, published: date | None) -> list[Found]:
    """The time phrases of a text, in order, not overlapping, with offsets into `text`. Never raises.

    `text` has its full-width digits and punctuation made plain one to one; blanks inside phrases are allowed.
    `published` is the day of publication, from which 今日, 本月 and years that are not written are told; None: unknown.
    """
    folded = fold(text)
    again = _in_order([list(recurring(folded, text))])
    moments = _outside(points(folded), again)
    known = published if published and published.year in YEARS else None
    stated = list(_stated(moments)) or ([] if known else list(_months(moments)))
    setting = Setting(known, stated, folded, years_lost=known is None and _lost(moments))
    dated = [read(phrase, setting, text) for phrase in phrases(folded, moments)]
    relative, open_ends = list(relative_deadlines(folded, text)), list(openings(folded, text))
    found = _in_order([again, relative, dated, open_ends, list(durations(folded, text))])
    return compared(begun(found, text), text)


def years_lost(text: str) -> bool:
    """Whether a text has lost the figures of its years (年8月15日), as reposts do: their own dates tell nothing."""
    return LOST_YEAR.search(fold(text)) is not None


def _lost(moments: Iterable[Scanned]) -> bool:
    return any(first.year_lost for first, _ in moments)


def _stated(moments: Iterable[Scanned]) -> Iterable[tuple[int, date]]:
    """The places of the dates that are written in full, and their days; without the stamps of pages, to the second."""
    for first, _ in moments:
        if not first.seconds and first.year is not None and first.month and first.day and first.year in YEARS:
            day = date_or_none(first.year, first.month, first.day)
            if day:
                yield first.start, day


def _months(moments: Iterable[Scanned]) -> Iterable[tuple[int, date]]:
    """The same of months with a year, which stand for their first day: 二〇二五年九月號."""
    for first, _ in moments:
        if first.year and first.year in YEARS and first.month_only and first.month and first.month <= 12:
            yield first.start, date(first.year, first.month, 1)


def _outside(moments: list[Scanned], taken: list[Found]) -> list[Scanned]:
    """The moments that no phrase of `taken` holds; both in order."""
    kept: list[Scanned] = []
    place = 0
    for first, last in moments:
        while place < len(taken) and taken[place].end <= first.start:
            place += 1
        if place == len(taken) or taken[place].start >= (last or first).end:
            kept.append((first, last))
    return kept


def _in_order(sorts: list[list[Found]]) -> list[Found]:
    """All phrases in order. Of those that overlap, the earlier sort is kept, then the first, then the longest."""
    ranked = [(one.start, rank, -one.end, one) for rank, sort in enumerate(sorts) for one in sort]
    kept: list[tuple[int, Found]] = []
    for _, rank, _, one in sorted(ranked, key=lambda entry: entry[:3]):
        if kept and one.start < kept[-1][1].end:
            if rank < kept[-1][0] and (len(kept) == 1 or kept[-2][1].end <= one.start):
                kept[-1] = (rank, one)
            continue
        kept.append((rank, one))
    return [one for _, one in kept]
