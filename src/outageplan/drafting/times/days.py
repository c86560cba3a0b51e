"""Which day of the calendar a written moment means: by its parts and the dates around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from outageplan.drafting.times.written import Shift, Written
from outageplan.drafting.times.years import (
    AHEAD,
    BACK,
    NO_SUCH_DAY,
    Day,
    date_or_none,
    on,
    weekday_clash,
    without_year,
)
from outageplan.notice.moments import YEARS
from outageplan.wording import Text

_REACH = 80  # how far 次日 and 当日 may stand from the day that they follow
_PARAGRAPH = 200  # the same inside one paragraph
_FAR_REACH = 300  # the same for a lone day of the month
_RECENT = 8  # dates written in full among which the same day is looked for
_NEAR = 12  # characters before a moment that say whose it is
_LONG_PAST = 20
_A_MONTH_ON = timedelta(
    days=27
)  # 12月30日20时关,1月2日开,30日16时以后: the day that was told, not that of the next month
_A_WEEK = timedelta(days=7)
_AGO = 15  # a day of the month that passed so recently may be meant as past

_WHICH_DAY = Text("没有写明是哪一天", "it does not say which day")
_YEAR_LOST = Text("“年”前没有数字，年份已丢失", "the figures of the year are lost")
_WHICH_MONTH = Text("没有写明是哪个月", "it does not say which month")
# 解除绑定的,当日24:00; 中断缴费次月: it counts from what somebody does
SOMEBODY_DID = r"(?<!日拟出院)(?<!日出院)的,|中断|停保|断缴|退休|绑定|解除|到账"
_OF_SOMEBODY = re.compile(rf"(?:{SOMEBODY_DID})(?:缴费|参保)?(?:的|之|后)?\Z")
_NO_BASE = Text("没有可据以推算的日期", "there is no date to count from")


class Setting:
    """What is known beside a phrase: the publication date, the dates that the text writes in full, the day told last.

    `stated` holds places and days in order. `before` is the place where the moment before ends, and its day; `began` is
    the first day where that was a range, `minute` its time of day, `next_day` whether it ended on a 次日. With
    `years_lost` the text has lost years that it had, so none is told. `text` is the text of all of them.
    """

    def __init__(
        self, published: date | None, stated: Iterable[tuple[int, date]], text: str = "", *, years_lost: bool = False
    ) -> None:
        self.published = published
        self._text = text
        self._years_lost = years_lost
        self.before: tuple[int, date] | None = None
        self.began: date | None = None
        self.minute: int | None = None
        self.next_day = False
        self._told: set[date] = set()  # the days told so far
        self._lone: dict[int, date] = {}  # days of a month that stood without it, and what they were read as
        dates = self._stated = list(stated)
        self._stated_places = [place for place, _ in dates]
        if published:  # a date of a law or of last year's figures says nothing of this stop's year
            dates = [one for one in dates if -BACK <= (one[1] - published).days <= AHEAD] or dates
        self._dates = [day for _, day in dates]
        self._places = [place for place, _ in dates]

    def day_of(self, written: Written) -> Day:
        """The day that a moment means."""
        found = self._day_of(written)
        if found.day is None or written.weekday is None or found.day.weekday() == written.weekday:
            return found
        return found.contradicted(weekday_clash(found.day, written.weekday))

    def tell(self, *days: date) -> None:
        """Keeps days that were told, for a lone day of the month that is one of them."""
        self._told.update(days)

    def same_day(self, place: int) -> Day | None:
        """The day told last, for an hour that stands alone: 5月17日14时20分出现故障。经抢修，17时05分恢复."""
        if not self.before or self.began not in (None, self.before[1]) or place - self.before[0] > _PARAGRAPH:
            return None
        known = self.before[1]
        today = known == self.published and self._told <= {known}  # a failure of that day, told as it is mended
        if self._in_other_paragraph(place) and not today:
            return None
        return Day(
            day=known, because=(Text(f"未写日期，与前文{known}同日", f"no day is written; it is {known} as before"),)
        )

    def _day_of(self, written: Written) -> Day:
        if (written.day_shift or written.month_shift) and _OF_SOMEBODY.search(
            self._text, max(0, written.start - _NEAR), written.start
        ):
            return Day(because=(_NO_BASE,))
        if written.day_shift:
            return self._shifted(written.day_shift, written.start)
        if written.part_of_year:
            return self._end_of(written)
        if written.day is None:
            lone = written.month is None and written.month_shift is None and written.weekday is not None
            return self._of_week(written) if lone else Day(because=(_WHICH_DAY,))
        if written.month is None and written.month_shift is None:
            found = self._of_month(written.day, written.start)
            return found if written.weekday is None else self._by_weekday(found, written.day, written.weekday)
        return self._of_year(written, written.day)

    def _base(self, shift: Shift, place: int) -> Day:
        """The day that a shift counts from."""
        if shift.base == "published" and self.published:
            known = self.published
            because = Text(f"按发布日期{known}推算", f"counted from the publication date {known}")
            return Day(day=known, because=(because,), published=True)
        near = self.before and place - self.before[0] <= (_REACH if self._in_other_paragraph(place) else _PARAGRAPH)
        if shift.base == "before" and self.before and near:
            first = self.began and (self.next_day if shift.steps else True)  # 21日21时至22日8时…当日17时: the 21st
            known = self.began if self.began and first else self.before[1]
            return Day(
                day=known, because=(Text(f"按前文日期{known}推算", f"counted from the date before it, {known}"),)
            )
        return Day(because=(_NO_BASE,))

    def _shifted(self, shift: Shift, place: int) -> Day:
        base = self._base(shift, place)
        return base if base.day is None else replace(base, day=base.day + timedelta(days=shift.steps))

    def _end_of(self, written: Written) -> Day:
        """The last day of a month or a year; a vaguer part (月初, 上旬) names no day."""
        if written.part_of_year == "年底":
            year = self._year(written)
            last = Text("“年底”读作12月31日", "the end of the year is read as 31 December")
            return year if year.day is None else year.told(date(year.day.year, 12, 31), last)
        if written.part_of_year != "月底":
            return Day(because=(_WHICH_DAY,))
        month = self._of_year(written, 28) if written.month or written.month_shift else self._this_month()
        if month.day is None:
            return month
        last_day = month.day.replace(day=monthrange(month.day.year, month.day.month)[1])
        return month.told(last_day, Text("“月底”读作当月最后一天", "the end of the month is read as its last day"))

    def _this_month(self) -> Day:
        base = self._base(Shift(base="published", steps=0), 0)
        return base if base.day else Day(because=(_WHICH_MONTH,))

    def _year(self, written: Written) -> Day:
        """Any day of the year that a moment writes, or tells by its distance."""
        if written.year is not None:
            return Day(day=date(written.year, 1, 1)) if written.year in YEARS else Day(problems=(NO_SUCH_DAY,))
        shift = written.year_shift or Shift(base="published", steps=0)
        base = self._base(shift, written.start)
        return base if base.day is None else replace(base, day=date(base.day.year + shift.steps, 1, 1))

    def _of_year(self, written: Written, day: int) -> Day:
        """A day of a month, of the year that is written or that the surroundings tell."""
        month = written.month
        if written.month_shift:
            base = self._base(written.month_shift, written.start)
            if base.day is None:
                return base
            months = base.day.year * 12 + base.day.month - 1 + written.month_shift.steps
            return on(months // 12, months % 12 + 1, day, base)
        if month is None or not 1 <= month <= 12 or not 1 <= day <= monthrange(2020, month)[1]:
            return Day(problems=(NO_SUCH_DAY,))
        if written.year is not None or written.year_shift:
            year = self._year(written)
            return year if year.day is None else on(year.day.year, month, day, year)
        if self._years_lost:
            return Day(because=(_YEAR_LOST,))
        if said := self._said_before(month, day, written.start):
            return said
        return without_year(month, day, written.weekday, self.published, self._neighbour(written.start))

    def _said_before(self, month: int, day: int, place: int) -> Day | None:
        """The same day, where it stands with its year shortly before."""
        last = bisect_right(self._stated_places, place)
        for at, known in reversed(self._stated[max(0, last - _RECENT) : last]):
            if place - at <= _FAR_REACH and (known.month, known.day) == (month, day):
                same = Text(f"未写年份，与前文{known}相同", f"no year is written; it is {known} as before")
                return Day(day=known, because=(same,))
        return None

    def _neighbour(self, place: int) -> date | None:
        """The date written in full before a place, else the first one after it."""
        return self._dates[max(0, bisect_right(self._places, place) - 1)] if self._dates else None

    def _of_month(self, day: int, place: int) -> Day:
        """A lone day of the month: of the month of the day before it, else the next such day after the publication."""
        if not 1 <= day <= 31:
            return Day(problems=(NO_SUCH_DAY,))
        if known := self._lone.get(day):
            return Day(
                day=known,
                because=(Text(f"未写月份，与前文{known}相同", f"no month is written; it is {known} as before"),),
            )
        found = self._month_of(day, place)
        told = {one for one in self._told if one.day == day}
        if len(told) == 1 and (found.day is None or found.day - min(told) > _A_MONTH_ON):
            known = told.pop()
            because = Text(f"未写月份，与前文{known}相同", f"no month is written; it is {known} as before")
            return Day(day=known, because=(because,))
        if found.day:
            self._lone[day] = found.day
        return found

    def _by_weekday(self, found: Day, day: int, weekday: int) -> Day:
        """A lone day whose weekday only that day of one of the two months from the publication on has."""
        known = self.published
        if known is None or (found.day and found.day.weekday() == weekday):
            return found
        months = (known.year * 12 + known.month - 1 + more for more in (0, 1))
        days = [one for month in months if (one := date_or_none(month // 12, month % 12 + 1, day))]
        fitting = [one for one in days if one >= known and one.weekday() == weekday]
        if len(fitting) != 1:
            return found
        self._lone[day] = fitting[0]
        because = Text(
            f"未写月份，据星期和发布日期{known}推定", f"no month is written; weekday and publication {known} fix it"
        )
        return Day(day=fitting[0], because=(because,), published=True)

    def _month_of(self, day: int, place: int) -> Day:
        if self.before and place - self.before[0] <= _FAR_REACH:
            return self._in_month_of(self.began or self.before[1], day, place)
        if not self.published or 0 < self.published.day - day <= _AGO:
            return Day(because=(_WHICH_MONTH,))
        known = self.published
        months = known.year * 12 + known.month - 1 + (day < known.day)
        because = Text(
            f"未写年月，按发布日期{known}推定", f"no month is written; it follows from the publication date {known}"
        )
        found = date_or_none(months // 12, months % 12 + 1, day)
        return Day(day=found, because=(because,), published=True) if found else Day(because=(_WHICH_MONTH,))

    def _in_other_paragraph(self, place: int) -> bool:
        """Whether the moment before stands in another paragraph."""
        return self.before is not None and "\n" in self._text[self.before[0] : place]

    def _in_month_of(self, known: date, day: int, place: int) -> Day:
        """A lone day in the month of the day before it, from that one on; not one long past at the publication.

        In another paragraph it may lie before that one, as long as it is not published yet.
        """
        found = date_or_none(known.year, known.month, day)
        if found is None:
            return Day(because=(_WHICH_MONTH,))
        if self.published and self._in_other_paragraph(place):
            before = found < known and found >= self.published
            earlier = date_or_none(self.published.year, self.published.month, day)
            if earlier and self.published < earlier < found and earlier.month != found.month:
                return Day(because=(_WHICH_MONTH,))  # it may be of either month
        else:
            before = False
        past = self.published is not None and (self.published - found).days > _LONG_PAST
        if past or (found < known and not before):
            return Day(because=(_WHICH_MONTH,))
        because = Text(f"未写月份，按前文日期{known}推定", f"no month is written; it follows from {known} before it")
        return Day(day=found, because=(because,))

    def _of_week(self, written: Written) -> Day:
        """本周五 and 下周一 against the publication date; a weekday of no named week, the next one from then on."""
        if written.weekday is None:
            return Day(because=(_NO_BASE,))
        if written.week_shift is None and self.before and written.start - self.before[0] <= _FAR_REACH:
            return self._of_that_week(self.before[1], written.weekday)
        if not self.published:
            return Day(because=(_NO_BASE,))
        monday = self.published - timedelta(days=self.published.weekday())
        if written.week_shift is not None:
            found = monday + timedelta(days=7 * written.week_shift + written.weekday)
        else:
            found = self.published + timedelta(days=(written.weekday - self.published.weekday()) % 7)
        because = Text(f"按发布日期{self.published}推算", f"counted from the publication date {self.published}")
        return Day(day=found, because=(because,), published=True)

    def _of_that_week(self, known: date, weekday: int) -> Day:
        """A weekday behind a date: that date, or the one told within a week of it; else it may be of any week."""
        if known.weekday() != weekday:
            near = [day for day in self._told if day.weekday() == weekday and abs(day - known) < _A_WEEK]
            if len(near) != 1:
                return Day(because=(_NO_BASE,))
            known = near[0]
        return Day(day=known, because=(Text(f"按前文日期{known}推算", f"counted from the date before it, {known}"),))
