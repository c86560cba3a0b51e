"""The year of a month and day that are written without one.

It is the year that puts the day near a known date, rather after it than before. Where two known dates disagree, or
where the past and the future are both likely, the day stays open: nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from outageplan.notice.moments import YEARS
from outageplan.wording import Text

BACK, AHEAD = 60, 305  # days before and after a known date in which a day without a year is looked for
_FAR = 240  # so far ahead, the day may as well be a past one, unless it is of the known date's own year
_NEAR_BACK, _NEAR_AHEAD = 20, 150  # so near to a date in the text, the day is hardly of another year
_WEEK = "一二三四五六日"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NO_SUCH_DAY = Text("没有这一天", "there is no such day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar, or None; why it is that one where it is not written out; and what contradicts it.

    `published`: the publication date was used.
    """

    day: date | None = None
    because: tuple[Text, ...] = ()
    problems: tuple[Text, ...] = ()
    published: bool = False

    def told(self, day: date, *because: Text) -> Day:
        """The same with another day, and a further reason."""
        return replace(self, day=day, because=(*self.because, *because))

    def contradicted(self, *problems: Text) -> Day:
        """The same with further contradictions."""
        return replace(self, problems=(*self.problems, *problems))


def on(year: int, month: int, day: int, like: Day) -> Day:
    """A day of a known year, for the reasons of `like`; a problem where there is no such day."""
    found = date_or_none(year, month, day)
    return Day(problems=(NO_SUCH_DAY,)) if found is None else replace(like, day=found)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date, unless there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_clash(day: date, weekday: int) -> Text:
    """What is wrong where a weekday does not belong to its date."""
    return Text(
        f"{day}是星期{_WEEK[day.weekday()]}，不是所写的星期{_WEEK[weekday]}",
        f"{day} is a {_NAMES[day.weekday()]}, not a {_NAMES[weekday]} as written",
    )


def without_year(month: int, day: int, weekday: int | None, published: date | None, neighbour: date | None) -> Day:
    """The day of a year by the publication date, by a date in the same text, or by its weekday."""
    by_publication = _near(published, month, day)
    by_text = _near(neighbour, month, day)
    if by_publication and by_text and by_publication != by_text:
        fitting = [one for one in (by_publication, by_text) if weekday is not None and one.weekday() == weekday]
        if len(fitting) == 1:
            return _by_weekday(fitting[0])
        earlier = neighbour and published and neighbour < published  # a later one may be a deadline of next year
        if neighbour and earlier and -_NEAR_BACK <= (by_text - neighbour).days <= _NEAR_AHEAD:
            return Day(because=(_either(by_publication, by_text),))
    if by_publication and published:
        return Day(day=by_publication, because=(_by("发布日期", "the publication date", published),), published=True)
    if published and weekday is not None and (found := _only_with(weekday, month, day, published)):
        return _by_weekday(found, published=True)
    if by_text and neighbour:
        return Day(day=by_text, because=(_by("同文中的", "another date in the text,", neighbour),))
    return Day(because=(Text("没有写年份，也无从推定", "no year is written, and nothing fixes it"),))


def _near(known: date | None, month: int, day: int) -> date | None:
    """The day in the year that puts it near a known date; None where there is none, or where it may be either."""
    if known is None:
        return None
    for year in range(known.year - 1, known.year + 2):
        found = date_or_none(year, month, day)
        if found is None or found.year not in YEARS or not -BACK <= (ahead := (found - known).days) <= AHEAD:
            continue
        return found if ahead <= _FAR or found.year == known.year else None
    return None


def _only_with(weekday: int, month: int, day: int, published: date) -> date | None:
    """The day with that weekday, where only one of the years around the publication has it."""
    years = range(published.year - 1, published.year + 2)
    fitting = [one for year in years if (one := date_or_none(year, month, day)) and one.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _by(zh: str, en: str, known: date) -> Text:
    return Text(f"未写年份，按{zh}{known}推定", f"no year is written; it follows from {en} {known}")


def _by_weekday(day: date, *, published: bool = False) -> Day:
    name = day.weekday()
    because = Text(
        f"未写年份，按星期{_WEEK[name]}推定为{day.year}年",
        f"no year is written; in {day.year} the day is a {_NAMES[name]} as written",
    )
    return Day(day=day, because=(because,), published=published)


def _either(one: date, other: date) -> Text:
    return Text(
        f"未写年份：按发布日期是{one}，按同文中的日期是{other}",
        f"no year is written: it is {one} by the publication date and {other} by a date in the text",
    )
