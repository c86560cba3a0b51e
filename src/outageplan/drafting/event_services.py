"""What a time is about: the services that its sentence names for it."""

from __future__ import annotations

from collections.abc import Iterable

from outageplan.catalog.services import ALL, services
from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.effects import EffectReader
from outageplan.drafting.event import Event, Role
from outageplan.drafting.mentions import Mention
from outageplan.drafting.times import Kind


def services_of(event: Event, article: Article, reader: EffectReader, events: list[Event]) -> frozenset[str]:
    """The leaves that the sentence of an event names for it, up to the next time that opens or closes a window."""
    sentence = article.sentences[event.sentence]
    marks = [
        one.found.start
        for one in events
        if one.sentence == event.sentence
        and one.role in (Role.START, Role.END, Role.RANGE)
        and (one is event or not one.former)
    ]
    behind = [mark for mark in marks if mark > event.found.start]
    first = min(marks) == event.found.start
    own = reader.mentions_in(clause_start(article, event), event.found.start)
    subject_first = event.found.kind is Kind.OPEN or (len(marks) > 1 and event.role is Role.END)
    if own and subject_first:  # 个人账户划拨恢复时间另行通知; 结算于4日恢复，经办于5日恢复
        return _leaves(own)
    mentions = reader.mentions_in(sentence.start if first else event.found.start, min(behind, default=sentence.end))
    excepted = [one.span() for one in say.EXCEPTED.finditer(article.text, sentence.start, sentence.end)]
    return _leaves(one for one in mentions if not any(start <= one.start < end for start, end in excepted))


def clause_start(article: Article, event: Event) -> int:
    """Where the clause of an event begins."""
    sentence = article.sentences[event.sentence]
    return max(sentence.start, *(article.text.rfind(mark, sentence.start, event.found.start) + 1 for mark in ",;。"))


def _leaves(mentions: Iterable[Mention]) -> frozenset[str]:
    ids = [id for mention in mentions for id in mention.ids]
    if ALL in ids:
        return frozenset((ALL,))
    return frozenset(leaf.id for id in ids for leaf in services().leaves_of(id))
