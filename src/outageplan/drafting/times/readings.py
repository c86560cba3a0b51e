"""A phrase as a `Found`: which boundaries it sets, how sure they are, and what in it contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from outageplan.drafting.times.alphabet import GAP
from outageplan.drafting.times.days import Setting
from outageplan.drafting.times.ends import End, of_day, pair, single
from outageplan.drafting.times.found import Due, Found, Kind, Sure
from outageplan.drafting.times.phrases import Phrase
from outageplan.drafting.times.surroundings import Sense
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.wording import Text, joined

_YEAR_LONG = timedelta(days=300)
_WHOLE_DAY = Text("没有写钟点，读作含当日", "no hour is written; the day itself is taken to count")
_CONDITION = Text("说的是发生在何时，不是期限", "it says when something happened, not by when to act")
_REPLACED = Text("原定的时间，可能已被取代", "a date as first planned; something else may have taken its place")
_OPENS = re.compile(rf"{GAP}(?:早上|上午)?上班(?![(0-9])(?:时间?|前|之前)?")  # some hour of that morning
_SAME_DAY = re.compile(r" (?:on )?(?:that|the same) day")
_TURNS = {"暂定": BoundaryKind.TENTATIVE, "tentatively": BoundaryKind.TENTATIVE}


def read(phrase: Phrase, setting: Setting, text: str) -> Found:
    """What a phrase of the original text says. The setting then knows the phrase's last day."""
    found = _range(phrase, setting, text) if phrase.last else _moment(phrase, setting, text)
    days = [one.moment.day for one in (found.end_boundary, found.start_boundary) if one and one.moment]
    setting.tell(*days)
    if days:
        day = days[0]
        setting.before = (found.end, day)
        start = found.start_boundary
        setting.began = start.moment.day if start and start.moment else None
        shift = (phrase.last or phrase.first).day_shift
        setting.next_day = phrase.last is not None and shift is not None and shift.base == "before"
        setting.minute = found.boundary.moment.minute if found.boundary and found.boundary.moment else None
    return found


def reasons(texts: Iterable[Text]) -> Text | None:
    """Several reasons as one, each told once."""
    told = list(dict.fromkeys(texts))
    return joined(told, "；", "; ") if told else None


def sureness(*boundaries: Boundary | None, because: Text | None) -> Sure:
    """Unresolved where a boundary is, inferred where there is a reason to give, else stated."""
    if any(one and one.kind is BoundaryKind.UNRESOLVED for one in boundaries):
        return Sure.UNRESOLVED
    return Sure.INFERRED if because else Sure.STATED


def _range(phrase: Phrase, setting: Setting, text: str) -> Found:
    assert phrase.last is not None
    same = None if phrase.dated or phrase.first.dated else _SAME_DAY.match(text, phrase.around.end)
    day = setting.same_day(phrase.first.start) if same else None
    if day:
        first, last = of_day(phrase.first, day, None), of_day(phrase.last, day, None)
    else:
        first, last = pair(phrase.first, phrase.last, setting)
    how = phrase.around.how
    turn = how if phrase.turn is None else _TURNS.get(phrase.turn.strip(), BoundaryKind.EXPECTED)
    if last.moment and not last.moment.hour_stated and _OPENS.match(text, last.written.end):
        turn = BoundaryKind.NOT_BEFORE
    start, end = first.boundary(how, text), last.boundary(turn, text)
    because = reasons((*first.because, *last.because))
    clocks_only = not phrase.dated and not phrase.first.dated and day is None
    return Found(
        start=phrase.around.start,
        end=phrase.around.end,
        words=text[phrase.around.start : phrase.around.end],
        kind=Kind.CLOCK if clocks_only else Kind.RANGE if phrase.dated or day else Kind.UNRESOLVED,
        start_boundary=start,
        end_boundary=end,
        published=setting.published if first.day.published or last.day.published else None,
        sure=sureness(start, end, because=because),
        because=because,
        problems=tuple(dict.fromkeys((*first.problems, *last.problems, *_order(first, last, setting.published)))),
    )


def _order(first: End, last: End, published: date | None) -> tuple[Text, ...]:
    """What is wrong with the two ends taken together."""
    if not first.moment or not last.moment:
        return _slip(first if first.moment else last, published)
    start, end = first.moment.as_start(), last.moment.as_end()
    if end <= start:
        return (Text("结束不晚于开始", "it ends no later than it begins"),)
    whole_years = (start.month, start.day, start.hour) == (end.month, end.day, end.hour)
    if end - start > _YEAR_LONG and not whole_years:
        days = (end - start).days
        return (Text(f"时段长达{days}天，年份可能有误", f"it lasts {days} days; a year may be wrong"),)
    return _slip(first, published)


def _slip(end: End, published: date | None) -> tuple[Text, ...]:
    """A year written that is one off from the publication's."""
    if not published or not end.moment or not (end.written.year or end.day.problems):
        return ()
    day = end.moment.day
    for years in (-1, 1):
        near = day.replace(year=day.year + years, day=min(day.day, 28))
        if abs((day - published).days) > _YEAR_LONG.days and -7 <= (near - published).days <= 45:
            said = f"年份可能有误：与发布日期{published}相差约一年"
            return (Text(said, f"the year may be wrong: it is about a year from the publication date {published}"),)
    return ()


def _moment(phrase: Phrase, setting: Setting, text: str) -> Found:
    one, around = phrase.first, phrase.around
    alone = not one.dated and not one.english
    day = setting.same_day(one.start) if alone else None
    end = of_day(one, day, setting.minute) if day else single(one, setting, since=around.sense is Sense.SINCE)
    if end.day.day and end.moment is None:  # 5月17日夜间: an hour alone behind it is of that day
        setting.before, setting.began, setting.minute = (around.end, end.day.day), end.day.day, None
    kind = _kind(phrase, end)
    how = _how(phrase, kind)
    boundary = end.boundary(how, text)
    notes = [*end.because]
    if (
        kind is Kind.DEADLINE
        and end.moment
        and not end.moment.hour_stated
        and not (one.part_of_year or around.whole_day)
    ):
        notes.append(_WHOLE_DAY)
    if around.condition:
        notes.append(_CONDITION)
    because = reasons(notes)
    at_start = kind in (Kind.MOMENT, Kind.START, Kind.UNRESOLVED, Kind.CLOCK)
    at_end = kind in (Kind.MOMENT, Kind.END, Kind.DEADLINE, Kind.UNRESOLVED, Kind.CLOCK)
    return Found(
        start=around.start,
        end=around.end,
        words=text[around.start : around.end],
        kind=kind,
        start_boundary=boundary if at_start else None,
        end_boundary=boundary if at_end else None,
        deadline=Due(moment=end.moment) if kind is Kind.DEADLINE and end.moment else None,
        published=setting.published if end.day.published else None,
        sure=sureness(boundary, because=because),
        because=because,
        problems=(*end.problems, *_slip(end, setting.published), *((_REPLACED,) if around.replaced else ())),
    )


def _kind(phrase: Phrase, end: End) -> Kind:
    sense, around = phrase.around.sense, phrase.around
    if not phrase.first.dated and end.moment is None:
        return Kind.CLOCK
    if around.condition:
        return Kind.MOMENT
    if sense in (Sense.BEFORE, Sense.CLOSING):
        return Kind.END if around.returns and sense is Sense.BEFORE else Kind.DEADLINE
    if sense is Sense.EXTENDED:
        return Kind.END if around.stops or around.returns else Kind.DEADLINE
    kinds = {Sense.UNTIL: Kind.END, Sense.SINCE: Kind.START, Sense.AFTER: Kind.START}
    return kinds.get(sense, Kind.MOMENT if end.moment or end.problems else Kind.UNRESOLVED)


def _how(phrase: Phrase, kind: Kind) -> BoundaryKind:
    """How sure the boundary is: 预计 goes before everything, then which way it points."""
    around = phrase.around
    if around.how is not BoundaryKind.STATED:
        return around.how
    if around.sense is Sense.AFTER:
        return BoundaryKind.NOT_BEFORE
    if kind in (Kind.DEADLINE, Kind.END) and around.sense is Sense.BEFORE:
        return BoundaryKind.NO_LATER_THAN
    vague_end = phrase.first.part_of_year is not None and kind in (Kind.MOMENT, Kind.START)
    return BoundaryKind.EXPECTED if vague_end else BoundaryKind.STATED
