"""Windows: which start belongs to which end, and which times only say the same once more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.event import Event, Role
from outageplan.drafting.returns import Ids, Returns, earlier
from outageplan.drafting.spans import Span, distinct, without_envelopes
from outageplan.drafting.strays import Strays, are_items
from outageplan.drafting.times import Kind, Sure
from outageplan.drafting.topic import Announced
from outageplan.notice.moments import Boundary, BoundaryKind, Moment
from outageplan.wording import Text

OPEN = Boundary(BoundaryKind.OPEN)
_VAGUE = re.compile(r"去年|上年")
_LONGER = re.compile(r"延[长期至迟]|顺延|推迟")
_OF_WHICH = re.compile(r"其中[,:]?[^。;]{2,24}$")
_SOONER = re.compile(r"提前|先行|更早|较早")
_NEAR = 12  # characters before a start that say that it is sooner than another
_LASTS = 60  # characters from a start to the words that say how long it lasts
_COUNTED = Text("按开始时间和所写时长推算", "counted from the start by how long it is said to last")
_OF_THE_REST = Text("与其余业务相同", "that of the rest")
_TO_SERVICE = timedelta(days=1)  # from the end of the work on a system to its service


class Pairing:
    """Puts starts and ends together. `services` tells what the sentence of an event is about."""

    def __init__(
        self,
        article: Article,
        events: Iterable[Event],
        services: Callable[[Event], Ids],
        announced: Announced,
        title: int | None = None,
        published: date | None = None,
    ) -> None:
        self._article = article
        self._announced = announced
        self._strays = Strays(article, announced, title, published)
        events = _with_the_rest(article, list(events))
        self._events = [event for event in events if event.role in (Role.START, Role.END, Role.RANGE)]
        self._services = cache(services)
        self._lasting = [event for event in events if event.found.kind is Kind.DURATION and event.found.duration]

    def spans(self) -> list[Span]:
        """The windows in the order of the text, each once."""
        ends = [event for event in self._events if event.role is Role.END and not event.former]
        if any(map(self._is_medical, ends)):
            ends = [
                end
                for end in ends
                if self._is_medical(end) or not say.OTHER_KINDS.search(self._article.sentence_text(end.sentence))
            ]
        if any(event.role is not Role.START and not self._strays.in_title(event) for event in self._events):
            ends = [end for end in ends if not self._strays.in_title(end)]
        returns = Returns(self._article, self._events, ends, self._services)
        found: list[Span] = []
        for event in self._events:
            if event.former or event.role is Role.END:
                continue
            if event.role is Role.RANGE:
                back = self._return_behind(event, ends)
                closed = back or event
                found.append(Span(start=event.start, end=closed.end, opened=event, closed=closed))
                continue
            end = returns.of(event) or self._by_duration(event) or self._moved_from(event)
            found.append(Span(start=event.start, end=end.end if end else None, opened=event, closed=end))
        if not found:
            found = self._only_ends(ends)
        found += list(self._later_returns(found, ends)) + list(self._earlier_stops(found))
        return distinct(self._strays.without(without_envelopes(distinct(found), self._are_items)))

    def _is_medical(self, end: Event) -> bool:
        """Whether the sentence of a return speaks of medical insurance."""
        return say.MEDICAL.search(self._article.sentence_text(end.sentence)) is not None

    def _return_behind(self, stretch: Event, ends: list[Event]) -> Event | None:
        """The return that the same sentence gives for a stretch of work: 停机至7时，8时恢复服务."""
        if say.BACK.match(self._article.text, stretch.found.end):
            return None  # it is the return
        done = stretch.end.as_end() if stretch.end else None
        for end in ends if done else ():
            back = end.end.as_end() if end.end and end.end.moment and end.end.moment.hour_stated else None
            behind = end.sentence == stretch.sentence and end.found.start > stretch.found.start and not end.weak
            if behind and back and done and done <= back <= done + _TO_SERVICE:
                return end
        return None

    def _moved_from(self, start: Event) -> Event | None:
        """The stretch of its sentence of which a part only begins earlier: (跨省结算暂停时间提前至12月31日18:00)."""
        before = self._article.text[max(0, start.found.start - _NEAR) : start.found.start]
        stretches = [one for one in self._events if one.role is Role.RANGE and one.found.start < start.found.start]
        if _OF_WHICH.search(before):  # 22:00至次日6:00。其中,移动支付自21:30起停
            beside = [one for one in stretches if self._block(one) == self._block(start)]
            return beside[-1] if beside else None
        same = [one for one in stretches if one.sentence == start.sentence]
        return same[-1] if same and _SOONER.search(before) else None

    def _by_duration(self, start: Event) -> Event | None:
        """The end that a stop has by how long its own paragraph says that it lasts: 23时停机检修，时长预计7小时."""
        moment = start.start.moment if start.start else None
        if moment is None or moment.minute is None:
            return None
        for event in self._lasting:
            gap = self._article.text[start.found.end : event.found.start]
            if 0 < len(gap) <= _LASTS and self._block(event) == self._block(start) and say.LASTS.search(gap):
                last = moment.as_start() + timedelta(minutes=event.found.duration or 0)
                end = Boundary(BoundaryKind.EXPECTED, moment=Moment(last.date(), last.hour * 60 + last.minute))
                found = replace(event.found, end_boundary=end, sure=Sure.INFERRED, because=_COUNTED)
                return replace(event, found=found, role=Role.END, end=end)
        return None

    def _later_returns(self, found: list[Span], ends: list[Event]) -> Iterator[Span]:
        """Services that come back at another time than what stopped with them: 结算1月1日恢复，经办1月4日恢复."""
        used = {id(span.closed) for span in found}
        for end in ends:
            its = self._services(end)
            if id(end) not in used and (span := self._in_one_list(found, end)):
                yield Span(start=span.start, end=end.end, opened=span.opened, closed=end, returns=True)
                continue
            if id(end) in used or end.weak or not its or "all" in its or end.end is None or self._is_new(end):
                continue
            if end.end.moment is None:
                yield from self._left_open(found, end)
                continue
            before = [span for span in found if span.opened and span.opened.found.start < end.found.start and span.end]
            before = before or [span for span in found if span.closed and span.closed.sentence == end.sentence]
            alike = [span for span in before if span.opened and self._services(span.opened) & its]
            told = [one for one in alike or found if one.end and _same_instant(one.end, end.end)]
            if not before or any(one.opened is None or self._may_be_of(one.opened, its) for one in told):
                continue
            span = (alike or before)[-1]
            if not earlier(end.end, span.start) and (
                (span.opened and span.opened.sentence == end.sentence) or not self._own(end)
            ):
                yield Span(start=span.start, end=end.end, opened=span.opened, closed=end, returns=True)

    def _in_one_list(self, found: list[Span], end: Event) -> Span | None:
        """The window whose return stands in a list of nothing but returns with another one."""
        if end.weak or end.end is None or self._own(end):
            return None
        return next(
            (
                span
                for span in found
                if span.closed and span.closed.role is Role.END and not self._own(span.closed)
                if are_items(self._article, span.closed, end)
            ),
            None,
        )

    def _is_new(self, end: Event) -> bool:
        """Whether what opens on a day was not there before: 10月1日起，陆续开通门诊统筹结算."""
        moment = end.end.moment if end.end else None
        timed = moment is None or moment.hour_stated or end.found.kind is not Kind.START
        return not timed and say.BACK.search(self._article.sentence_text(end.sentence)) is None

    def _are_items(self, one: Span, other: Span) -> bool:
        return bool(one.opened and other.opened and are_items(self._article, one.opened, other.opened))

    def _may_be_of(self, stop: Event, its: Ids) -> bool:
        """Whether what stopped may be what comes back."""
        mine = self._services(stop)
        return not mine or "all" in mine or bool(mine & its)

    def _left_open(self, found: list[Span], end: Event) -> Iterator[Span]:
        """Services whose return alone is left open, beside what comes back at a date: 其中划拨恢复时间另行通知."""
        before = [span for span in found if span.opened and span.opened.found.start < end.found.start]
        alike = [span for span in before if span.opened and self._services(span.opened) & self._services(end)]
        span = next(reversed(alike or before), None)
        if span is None or span.opened is None or span.end is None or span.end.moment is None:
            return
        if end.end is None or end.end.kind is not BoundaryKind.OPEN:
            return
        beside = span.closed is not None and are_items(self._article, span.closed, end)
        if beside or alike or self._block(span.opened) == self._block(end):
            yield Span(start=span.start, end=end.end, opened=span.opened, closed=end, returns=True)

    def _block(self, event: Event) -> int:
        return self._article.sentences[event.sentence].block

    def _own(self, end: Event) -> bool:
        """Whether the sentence of a return has a stop of its own, or stands in a list with one."""
        return any(event.role in (Role.START, Role.RANGE) and event.sentence == end.sentence for event in self._events)

    def _earlier_stops(self, found: list[Span]) -> Iterator[Span]:
        """A part that stops at another hour of the same day: （跨省业务停机时间提前至18时）."""
        for span in found:
            if not span.opened or not span.start or not span.start.moment or span.opened.role is not Role.RANGE:
                continue
            sentence = self._article.sentences[span.opened.sentence]
            words = say.OTHER_HOUR.search(self._article.text, span.opened.found.end, sentence.end)
            if words:
                minute = int(words["hour"] or words["sooner"]) * 60 + int(
                    words["minute"] or (30 if words["half"] else 0)
                )
                if minute <= 1440:
                    moment = Moment(span.start.moment.day, minute)
                    start = Boundary(span.start.kind, moment=moment)
                    opened = replace(span.opened, part=words.span())
                    yield Span(start=start, end=span.end, opened=opened, closed=span.closed)

    def _only_ends(self, ends: list[Event]) -> list[Span]:
        strong = [end for end in ends if not end.weak and end.end and end.end.kind is not BoundaryKind.OPEN]
        strong = [end for end in strong if not _VAGUE.search(end.found.words)]
        sentences, text = self._article.sentences, self._article.text
        amends = self._announced.amends  # it need not say again of what
        strong = [
            end
            for end in strong
            if (
                amends
                or self._announced.topic.in_title
                or say.SUBJECT.search(text, sentences[end.sentence].start, sentences[end.sentence].end)
            )
            and (
                (amends and _LONGER.search(end.found.words))
                or say.BACK.search(self._article.sentence_text(end.sentence))
            )
        ]
        if strong and amends:  # of some the return is open
            strong += [end for end in ends if self._is_open_for_some(end)]
        return [Span(start=None, end=end.end, opened=None, closed=end) for end in strong]

    def _is_open_for_some(self, end: Event) -> bool:
        its = self._services(end)
        return end.end is not None and end.end.kind is BoundaryKind.OPEN and bool(its) and "all" not in its


def with_event(article: Article, spans: list[Span]) -> list[Span]:
    """Windows without an end, where the text ties the return to something that must be done first, end with that."""
    found = say.EVENT_RETURN.search(article.text)
    words = article.words(*found.span("event")) if found else ""
    if found is None or not words or not say.SOON_BACK.match(article.text, found.end()):
        return spans
    event = Boundary(BoundaryKind.EVENT, words=words)
    return [replace(span, end=event) if span.start and span.end is None else span for span in spans]


def _same_instant(one: Boundary, other: Boundary) -> bool:
    if one.moment is None or other.moment is None:
        return False
    known = one.moment.hour_stated and other.moment.hour_stated
    return one.moment == other.moment if known else one.moment.day == other.moment.day


def _with_the_rest(article: Article, events: list[Event]) -> list[Event]:
    """The events; a return that is told to be that of the rest has its time, if there is one: 与平台同时恢复."""
    dated = [one for one in events if not one.former and one.end and one.end.moment]
    told = {one.end for one in dated}
    kept = []
    for one in events:
        together = one.end and one.end.kind is BoundaryKind.UNRESOLVED and say.TOGETHER.search(one.found.words)
        if not together:
            kept.append(one)
            continue
        block = article.block_of(one.sentence)
        beside = {other.end for other in dated if article.block_of(other.sentence) is block}
        end = next((next(iter(ends)) for ends in (told, beside) if len(ends) == 1), None)
        if end:
            found = replace(one.found, end_boundary=end, sure=Sure.INFERRED, because=_OF_THE_REST)
            kept.append(replace(one, found=found, end=end))
        elif not together[0].endswith("至"):  # 至系统恢复为止 tells no time
            kept.append(one)
    return kept
