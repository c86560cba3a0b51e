"""The whole of it: a text goes in, its time phrases come out in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from outageplan.drafting.times.alphabet import fold
from outageplan.drafting.times.chinese import Scanned
from outageplan.drafting.times.days import Setting
from outageplan.drafting.times.found import Found
from outageplan.drafting.times.phrases import phrases, points
from outageplan.drafting.times.readings import read
from outageplan.drafting.times.years import date_or_none
from outageplan.notice.moments import YEARS


def find_times(text: str, published: date | None) -> list[Found]:
    """The time phrases of a text, in order, not overlapping, with offsets into `text`. Never raises.

    `text` has its full-width digits and punctuation made plain one to one; blanks inside phrases are allowed.
    `published` is the day of publication, from which 今日, 本月 and years that are not written are told; None: unknown.
    """
    folded = fold(text)
    moments = points(folded)
    setting = Setting(published if published and published.year in YEARS else None, _stated(moments))
    return [read(phrase, setting, text) for phrase in phrases(folded, moments)]


def _stated(moments: Iterable[Scanned]) -> Iterable[tuple[int, date]]:
    """The places of the dates that are written in full, and their days."""
    for first, _ in moments:
        if first.year is not None and first.month and first.day and first.year in YEARS:
            day = date_or_none(first.year, first.month, first.day)
            if day:
                yield first.start, day
