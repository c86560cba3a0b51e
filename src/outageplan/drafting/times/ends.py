"""One end of a phrase as a boundary: its day and its minute, or the source's own words where they fix none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from outageplan.drafting.times.alphabet import one_line
from outageplan.drafting.times.clock import Clock, clock
from outageplan.drafting.times.days import Setting
from outageplan.drafting.times.written import Written
from outageplan.drafting.times.years import Day, date_or_none, weekday_clash
from outageplan.notice.moments import Boundary, BoundaryKind, Moment
from outageplan.wording import Text

_LONG = 300  # days: a stretch of so many is a slip of the year

_CROSSED = Text("未写年份，跨年，按起始日期推定", "no year is written; it is the one after the start's")
_OF_START = Text("未写年份，与起始日期同年", "no year is written; it is the start's")
_OF_END = Text("未写年份，按结束日期推定", "no year is written; it follows from the end's")
_NEXT_MONTH = Text("未写月份，跨月，按起始日期推定", "no month is written; it is the one after the start's")
_MONTH_ONLY = Text("只写到月，读作当月1日", "only a month is written; its first day is taken")
_ROUND_MIDNIGHT = Text(
    "结束不晚于开始，没有写明是否次日", "it ends no later than it begins, and no next day is written"
)
_EVENING, _MORNING = 18 * 60, 9 * 60  # from one to the other it is the night between two days
_OVERNIGHT = Text("从晚上到早晨，按次日推定", "from an evening to a morning: of the next day")
_WHICH_DAY = Text("没有写明是哪一天", "it does not say which day")
_PART_SHARED = Text("时段词沿用前一个钟点的", "the part of the day is that of the first hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end: its moment, or None where the words fix none, with the day that they fix all the same."""

    written: Written
    day: Day
    clock: Clock
    moment: Moment | None

    def boundary(self, kind: BoundaryKind, text: str) -> Boundary:
        """The boundary of that kind, or `unresolved` with the words of the original text."""
        if self.moment:
            return Boundary(kind, moment=self.moment)
        words = one_line(text[self.written.start : self.written.end]).lstrip("至到-—–－~～ ")
        return Boundary(BoundaryKind.UNRESOLVED, words=words)

    @property
    def because(self) -> tuple[Text, ...]:
        """Why it is that moment, or none."""
        shown = tuple(one for one in (*self.day.because, self.clock.because) if one)
        if self.moment is None and self.day.day:
            return (Text(f"日期为{self.day.day}", f"the day is {self.day.day}"), *shown)
        return shown

    @property
    def problems(self) -> tuple[Text, ...]:
        """What contradicts it."""
        return tuple(one for one in (*self.day.problems, self.clock.problem) if one)


def single(written: Written, setting: Setting, *, since: bool = False) -> End:
    """The end that a moment makes by itself; a month alone is its first day only where something holds since then."""
    if written.month_only and not since:
        return _end(written, Day(because=(_WHICH_DAY,)), clock(written))
    if written.month_only:
        day = setting.day_of(replace(written, day=1))
        return _end(written, day.told(day.day, _MONTH_ONLY) if day.day else day, clock(written))
    return _end(written, setting.day_of(written), clock(written))


def of_day(written: Written, day: Day, after: int | None) -> End:
    """The end that an hour alone makes on the day told before it; none where it is not `after` that one's minute."""
    time = clock(written)
    known = time.minute is not None and (after is None or time.minute > after)
    return _end(written, day if known else Day(because=(_WHICH_DAY,)), time)


def pair(first: Written, last: Written, setting: Setting) -> tuple[End, End]:
    """Both ends of a range; each takes from the other what it does not write."""
    if not first.dated and last.dated and last.english:
        first = first.with_date_of(last)
    if not first.dated or first.month_only or last.month_only:
        unknown = Day(because=(_WHICH_DAY,))
        return _end(first, unknown, clock(first)), _end(last, unknown, clock(last))
    end_day = setting.day_of(last) if last.full and not first.year and not first.year_shift else None
    if end_day and end_day.day and first.month and first.day:
        start_day = _before(first, end_day)
    else:
        start_day = setting.day_of(first)
    begin = _end(first, start_day, clock(first))
    if start_day.day:
        setting.before, setting.next_day = (first.end, start_day.day), False
    return begin, _second(begin, last, setting)


def _end(written: Written, day: Day, time: Clock) -> End:
    known = day.day is not None and not time.open
    return End(written=written, day=day, clock=time, moment=Moment(day.day, time.minute) if known and day.day else None)


def _second(begin: End, last: Written, setting: Setting) -> End:
    if not last.dated:
        return _same_day(begin, last)
    time = clock(last, as_end=True)
    start = begin.day.day
    if last.full or last.year_shift or last.day_shift or last.month_shift or start is None:
        return _end(last, setting.day_of(last), time)
    if last.month and last.day and last.year is None:
        return _end(last, _after(begin, last), time)
    if last.day and last.month is None:
        return _end(last, _later_day(begin, last), time)
    return _end(last, setting.day_of(last), time)


def _same_day(begin: End, last: Written) -> End:
    """A clock time alone ends on the day of the start; 晚上9点至12点 shares its part of the day."""
    part = begin.written.day_part
    shared = part is not None and last.day_part is None and last.hour is not None and last.hour <= 12
    time = clock(replace(last, day_part=part) if shared else last, as_end=True)
    if shared and time.minute is not None and time.minute != (last.hour or 0) * 60 + last.minute:
        time = replace(time, because=_PART_SHARED)
    first = begin.clock.minute
    overnight = (first or 0) >= _EVENING and time.minute is not None and time.minute <= _MORNING
    if overnight and begin.day.day:
        next_day = begin.day.told(begin.day.day + timedelta(days=1), _OVERNIGHT)
        return _end(last, replace(next_day, problems=()), time)
    if first is not None and time.minute is not None and time.minute <= first:
        return _end(last, replace(begin.day, problems=()), replace(time, open=True, problem=_ROUND_MIDNIGHT))
    return _end(last, replace(begin.day, because=(), problems=()), time)


def _after(begin: End, last: Written) -> Day:
    """A month and day without a year, from the start on; back in its year where a year later would be absurd."""
    start = begin.day.day
    if start is None or last.month is None or last.day is None:
        return Day()
    found = date_or_none(start.year, last.month, last.day)
    because = () if begin.written.year else (_OF_START,)
    later = date_or_none(start.year + 1, last.month, last.day)
    if (found is None or found < start) and later and (later - start).days <= _LONG:
        found, because = later, (_CROSSED,)
    if found is None:
        return Day(problems=(Text("没有这一天", "there is no such day"),))
    return _checked(Day(day=found, because=because, published=begin.day.published), last)


def _later_day(begin: End, last: Written) -> Day:
    """A lone day of the month: of the start's month, or of the next one."""
    start = begin.day.day
    if start is None or last.day is None:
        return Day()
    found, because = date_or_none(start.year, start.month, last.day), begin.day.because
    if last.day < start.day:
        months = start.year * 12 + start.month
        found, because = date_or_none(months // 12, months % 12 + 1, last.day), (*because, _NEXT_MONTH)
    if found is None:
        return Day(problems=(Text("没有这一天", "there is no such day"),))
    return _checked(Day(day=found, because=because, published=begin.day.published), last)


def _before(first: Written, end: Day) -> Day:
    """A month and day without a year, up to the end: `June 7th to June 10th, 2024`."""
    last = end.day
    if last is None or first.month is None or first.day is None:
        return Day()
    found = date_or_none(last.year, first.month, first.day)
    earlier = date_or_none(last.year - 1, first.month, first.day)
    if (found is None or found > last) and earlier and (last - earlier).days <= _LONG:
        found = earlier
    if found is None:
        return Day(problems=(Text("没有这一天", "there is no such day"),))
    return _checked(Day(day=found, because=(_OF_END,)), first)


def _checked(day: Day, written: Written) -> Day:
    if day.day and written.weekday is not None and day.day.weekday() != written.weekday:
        return day.contradicted(weekday_clash(day.day, written.weekday))
    return day
