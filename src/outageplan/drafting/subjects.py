"""Which stop a return names: 本地结算于6时恢复，异地结算于8时恢复, by the words that it shares with what stopped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.event import Event
from outageplan.drafting.event_services import clause_start

_SAID_OF_ALL = re.compile(
    r"医疗保障|医保|平台|正式|全市|全省|各级|恢复|开通|启用|上线|开放|重新|办理|业务|服务|系统|功能|工作|正常|预计|计划|暂定|时间|日期|将|于|在|自|从|起|可|均|则|的|等|和|及|与"
    r"|[^\u4e00-\u9fff]+"
)
_ENOUGH = 0.3  # of the pairs of characters of a subject
_CLEARLY = 1.5  # times as many as any other stop has


def named_stops(article: Article, stops: Sequence[Event], returns: Sequence[Event]) -> dict[int, frozenset[int]]:
    """For the place of each return that names some of the stops: the places of those. Others are not in it."""
    named: dict[int, frozenset[int]] = {}
    if len(returns) < 2 or len(stops) < 2:
        return named
    beside = Counter(article.block_of(stop.sentence).start for stop in stops)
    told = [_pairs(_told_of(article, stop, beside)) for stop in stops]
    for place, end in enumerate(returns):
        if any(stop.sentence == end.sentence for stop in stops):
            continue  # it is the return from that one, and may be that of others too
        wanted = _pairs(_subject(article, end))
        shares = [len(wanted & pairs) / len(wanted) if wanted else 0.0 for pairs in told]
        best = max(shares)
        rest = max((share for share in shares if share < best), default=None)
        if best >= _ENOUGH and rest is not None and best >= _CLEARLY * rest:
            named[place] = frozenset(place for place, share in enumerate(shares) if share == best)
    return named


def _told_of(article: Article, stop: Event, beside: Counter[int]) -> str:
    """The block in which a stop is told, or its sentence where the block, by its start, tells of others `beside`."""
    block = article.block_of(stop.sentence)
    return article.text_of(block) if beside[block.start] == 1 else article.sentence_text(stop.sentence)


def _subject(article: Article, end: Event) -> str:
    """What a return says comes back: that of its time, the next, or the one before where those are empty."""
    sentence, block = article.sentences[end.sentence], article.block_of(end.sentence)
    start = max(clause_start(article, end), block.start + block.number)
    before = say.EXCEPTED.sub("", article.text[start : end.found.start])
    behind = re.split("[,;。]", article.text[end.found.end : sentence.end].lstrip(","), maxsplit=1)[0]
    own = f"{before}。{say.EXCEPTED.sub('', behind)}"
    if not _SAID_OF_ALL.sub("", own) and start > sentence.start:
        return re.split("[,;。]", article.text[sentence.start : start - 1])[-1]
    return own


def _pairs(text: str) -> frozenset[str]:
    parts = _SAID_OF_ALL.sub(" ", text).split()
    return frozenset(part[place : place + 2] for part in parts for place in range(max(1, len(part) - 1)))
