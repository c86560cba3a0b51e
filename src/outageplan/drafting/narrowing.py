"""Effects that hold for less than the whole notice: one of its pools, or one scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from outageplan.drafting.article import Article
from outageplan.drafting.effects import Claim
from outageplan.drafting.event import Event
from outageplan.drafting.pool_names import named_pools
from outageplan.drafting.spans import Span
from outageplan.notice.model import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One effect of the draft: services, in which windows (by place; none: in all), for which pools."""

    ids: tuple[str, ...]
    effect: Effect
    spans: tuple[int, ...]
    claims: tuple[Claim, ...]
    pools: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    assumed: bool = False


class Narrowing:
    """Tells the pools and schemes of effects by those of their windows."""

    def __init__(self, article: Article, spans: list[Span], pools: tuple[str, ...]) -> None:
        self._article = article
        self._spans = spans
        self._pools = pools

    def narrowed(self, entry: Entry) -> list[Entry]:
        """An effect as one for each pool and scheme that its windows are for."""
        return [one for part in self._by_pool(entry) for one in self._by_scheme(part)]

    def _by_scheme(self, entry: Entry) -> list[Entry]:
        """An effect in windows of which each is for another scheme, as one for each."""
        schemes = self._schemes
        if entry.effect is Effect.UNAFFECTED or len(set(schemes) - {()}) < 2:
            return [entry]
        found: dict[tuple[str, ...], list[int]] = {}
        for number in entry.spans or range(len(self._spans)):
            found.setdefault(schemes[number], []).append(number)
        return [replace(entry, spans=tuple(numbers), schemes=scheme) for scheme, numbers in found.items()]

    @cached_property
    def _schemes(self) -> list[tuple[str, ...]]:
        return [self._scheme(span) for span in self._spans]

    def _scheme(self, span: Span) -> tuple[str, ...]:
        """`employee` or `resident`, where just one of them is named before the time of a window in its sentence."""
        if span.opened is None:
            return ()
        start = self._article.sentences[span.opened.sentence].start
        ends = [
            one.found.end for one in self._events_of(span.opened.sentence) if one.found.end <= span.opened.found.start
        ]
        before = self._article.text[max([start, *ends]) : span.opened.found.start]
        employee, resident = "职工" in before, "居民" in before
        return ("employee",) if employee and not resident else ("resident",) if resident and not employee else ()

    def _events_of(self, sentence: int) -> list[Event]:
        return [event for span in self._spans for event in span.events if event.sentence == sentence]

    def _by_pool(self, entry: Entry) -> list[Entry]:
        """An effect in a notice for several pools, with the pool that its row, item or heading names."""
        if len(self._pools) < 2 or not entry.spans:
            return [entry]
        found: dict[tuple[str, ...], list[int]] = {}
        for number in entry.spans:
            found.setdefault(self._pools_of(self._spans[number]), []).append(number)
        return [replace(entry, spans=tuple(numbers), pools=codes) for codes, numbers in found.items()]

    def _pools_of(self, span: Span) -> tuple[str, ...]:
        for event in span.events[:1]:
            block = self._article.block_of(event.sentence)
            for one in (block, *(self._article.blocks[place] for place in reversed(block.above))):
                end = one.end if one is block else min(one.end, one.start + 60)
                codes = [place.code for place in named_pools(self._article.text, one.start, end, strict=False)]
                if fitting := tuple(code for code in codes if code in self._pools):
                    return fitting
        return ()
