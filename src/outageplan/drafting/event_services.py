"""What a time is about: the services that its sentence names for it."""

from __future__ import annotations

from outageplan.catalog.services import ALL, services
from outageplan.drafting.article import Article
from outageplan.drafting.effects import EffectReader
from outageplan.drafting.event import Event, Role


def services_of(event: Event, article: Article, reader: EffectReader, events: list[Event]) -> frozenset[str]:
    """The leaves that the sentence of an event names for it, up to the next time that opens or closes a window."""
    sentence = article.sentences[event.sentence]
    marks = [
        one.found.start
        for one in events
        if one.sentence == event.sentence and one.role in (Role.START, Role.END, Role.RANGE)
    ]
    behind = [mark for mark in marks if mark > event.found.start]
    first = min(marks) == event.found.start
    mentions = reader.mentions_in(sentence.start if first else event.found.start, min(behind, default=sentence.end))
    ids = [id for mention in mentions for id in mention.ids]
    if ALL in ids:
        return frozenset((ALL,))
    return frozenset(leaf.id for id in ids for leaf in services().leaves_of(id))
