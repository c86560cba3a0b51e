"""Which dates of a page are those of a copy: put up long after the announcement that it repeats."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from outageplan.drafting.article import Article
from outageplan.drafting.written_days import CLOCK, DATE, Dated, day_of

# 年8月15日: the figures of the year were lost in copying
_YEAR_LOST = re.compile(
    r"(?<![\d一二三四五六七八九十〇零○今明去本当每该同次周全半跨上下前后多近两几学成往来逐])年\d{1,2}月\d{1,2}日"
)
_LONE = re.compile(r"(?<!年)(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_FIRST_PART = 4000  # characters of a text in which its own days are told
_LATE = timedelta(days=31)  # that a page is dated after all of its announcement, and is no repost


class Copies:
    """Tells the dates of pages that put an announcement up again from that of the announcement."""

    def __init__(self, article: Article) -> None:
        self._lost = bool(_YEAR_LOST.search(article.text))
        written = (one for one in DATE.finditer(article.text) if not CLOCK.match(article.text, one.end()))
        days = [(day, one.start()) for one in written if (day := day_of(one))]
        lone = _LONE.finditer(article.text, 0, _FIRST_PART)
        self._lone = {(int(one["m"]), int(one["d"])) for one in lone}
        self._latest = sorted(days, reverse=True)[:2]  # the last one, and the last beside it

    def _without_year(self, near: date) -> Iterator[date]:
        """The days that the text tells without a year, in the year of a day."""
        for month, day in self._lone:
            if 1 <= month <= 12 and 1 <= day <= monthrange(near.year, month)[1]:
                yield date(near.year, month, day)

    def is_one(self, dated: Dated) -> bool:
        """Whether a page is dated long after all that its text dates, or years were lost when it was copied."""
        if any(timedelta() <= day - dated.day <= _LATE for day in self._without_year(dated.day)):
            return False  # what it announces follows its day
        others = [day for day, start in self._latest if start != dated.start]
        return self._lost or (bool(others) and dated.day - others[0] > _LATE)
