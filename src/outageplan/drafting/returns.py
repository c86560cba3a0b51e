"""Which return belongs to a stop: by the structure of the text, the services, and what a return names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Sentence
from outageplan.drafting.event import Event, Role
from outageplan.drafting.subjects import named_stops
from outageplan.drafting.tables import has_end_column
from outageplan.notice.moments import Boundary, BoundaryKind

_ALL_BACK = re.compile(r"(?:一并|一起|统一)恢复")  # whatever it names
Ids = frozenset[str]
_ITEM = re.compile(r"第?\(?([一二三四五六七八九十\d]{1,2})[)、.,]")


class Returns:
    """The returns that one article tells. `services` tells what the sentence of an event is about."""

    def __init__(
        self, article: Article, events: Sequence[Event], ends: Sequence[Event], services: Callable[[Event], Ids]
    ) -> None:
        self._article = article
        self._events = events
        self._ends = ends
        self._services = services
        self._ended = {
            article.sentences[event.sentence].start for event in events if event.role is Role.END
        }  # the sentences, by where they begin, that tell an end
        self._firm = any(
            not event.weak and (event.role is Role.RANGE or (event.role is Role.END and not event.former))
            for event in events
        )
        starts = [event for event in events if event.role is not Role.END]
        self._by_phases = {number: self._phases_of(number) for number in {event.sentence for event in events}}
        self._phased = any(
            self._by_phases[event.sentence] for event in starts
        )  # whether stops are told by phase at all
        self._by_items = {id(event): self._items_of(event) for event in events if event.role is Role.END}
        self._elsewhere = frozenset().union(*self._by_items.values())
        self._named = self._stops_by_return()
        self._opening = {article.sentences[event.sentence].block for event in starts}

    def of(self, start: Event) -> Event | None:
        """The return of a stop: the nearest that can be its own, None where none can."""
        for named in (self._named, {}):  # one that names others, where none is left
            ranked = [(self._distance(start, end, named), place) for place, end in enumerate(self._ends)]
            fitting = [(distance, place) for distance, place in ranked if distance is not None]
            if fitting:
                return self._ends[min(fitting)[1]]
        return None

    def _distance(self, start: Event, end: Event, by_name: dict[int, list[Event]]) -> float | None:
        """How far an end is from a start in the structure of the text; None where they cannot belong together."""
        here, there = self._article.sentences[start.sentence], self._article.sentences[end.sentence]
        same = start.sentence == end.sentence
        if not same and (earlier(end.end, start.start) or self._has_own_end(here)):
            return None
        if not self._same_phase(start, end) or not self._same_item(start, end):
            return None
        together = _ALL_BACK.search(self._article.sentence_text(end.sentence)) is not None
        named = None if same or together else by_name.get(id(end))
        if named is not None and start not in named:
            return None
        mine, its = self._services(start), self._services(end)
        specific = bool(mine and its and "all" not in its and "all" not in mine) and not named
        specific = specific and not together
        if specific and not same and not mine & its:
            return None
        after = end.found.start > start.found.start
        if same:
            near = 0.0 if after else 1.0
        elif here.block == there.block:
            near = 2.0 if after else 4.0
        else:
            one, other = self._article.blocks[here.block], self._article.blocks[there.block]
            near = 3.0 if after and set(one.above) & set(other.above) else 5.0 if after else 8.0
        if end.weak and here.block != there.block and self._firm:
            return None
        near += 0 if not end.weak else 6.0
        near += 7.0 if here.block != there.block and there.block in self._opening else 0
        near += 0.5 if end.end and end.end.kind is BoundaryKind.OPEN and not same else 0
        part = bool(its) and mine > its and self._rest_returns(end, mine - its)  # not the return of all
        near -= 0.9 if specific and mine & its and not same and not part else 0
        near += (3.0 if part else -3.0) if named else 0
        return near + min(abs(end.found.start - start.found.start), 9000) / 100_000

    def _rest_returns(self, end: Event, rest: Ids) -> bool:
        """Whether another return is that of the rest, or says nothing of what comes back."""
        others = [one for one in self._ends if one is not end]
        general = (
            not self._services(one) and not self._article.sentence_text(one.sentence).isascii() for one in others
        )
        return any(general) or any(self._services(one) & rest for one in others)

    def _has_own_end(self, start: Sentence) -> bool:
        """Whether a start stands in a row of a table that has its own end beside it."""
        return start.start in self._ended and has_end_column(self._article.blocks[start.block])

    def _same_phase(self, start: Event, end: Event) -> bool:
        """Whether a return that names phases (第一阶段, 第二批) names that of the stop."""
        mine, its = self._by_phases[start.sentence], self._by_phases[end.sentence]
        return not its or not self._phased or bool(mine & its)

    def _same_item(self, start: Event, end: Event) -> bool:
        """Whether a return that names items of the list (第㈣项) names that of the stop; 其余各项 are the others."""
        named = self._by_items[id(end)]
        own = self._article.block_of(start.sentence)
        number = _ITEM.match(self._article.text, own.start)
        if named:
            return number is None or number[1] in named
        return not (
            number and number[1] in self._elsewhere and say.REST.search(self._article.sentence_text(end.sentence))
        )

    def _items_of(self, event: Event) -> frozenset[str]:
        """The items of the list that a return names, in its part of the sentence."""
        sentence = self._article.sentences[event.sentence]
        ends = [one.found for one in self._events if one.sentence == event.sentence and one.role is Role.END]
        first = max((one.end for one in ends if one.end <= event.found.start), default=sentence.start)
        last = min((one.start for one in ends if one.start >= event.found.end), default=sentence.end)
        text = self._article.text[first:last]
        if last < sentence.end:  # what is said of the next return
            text = text[: max(text.rfind(","), event.found.end - first)]
        found = say.ITEMS.findall(text)
        return frozenset("".join(found)) - frozenset("、和及第()")

    def _phases_of(self, number: int) -> frozenset[str]:
        """The phases that a sentence names."""
        sentence = self._article.sentences[number]
        found = say.PHASES.findall(self._article.text, sentence.start, sentence.end)
        return frozenset("".join(map("".join, found))) - frozenset("、第")

    def _stops_by_return(self) -> dict[int, list[Event]]:
        """The stops that a return names, by the return's identity; it is none of the others'."""
        ends = self._ends
        stops = [event for event in self._events if event.role is Role.START and not event.former]
        named = named_stops(self._article, stops, ends)
        return {id(ends[place]): [stops[one] for one in which] for place, which in named.items()}


def earlier(one: Boundary | None, other: Boundary | None) -> bool:
    """Whether one boundary is earlier than another; not, where one of them has no date."""
    first, second = one and one.as_end(), other and other.as_start()
    return bool(first and second and first < second)
