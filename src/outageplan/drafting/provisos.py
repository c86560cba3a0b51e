"""What a text says of all its times at once: 以上均为预计时间, 停机结束时间为暂定时间, 标*者为预计时间."""

from __future__ import annotations

import re
from dataclasses import replace

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.event import Event
from outageplan.notice.moments import Boundary, BoundaryKind

_SAID = r"(?:时间|日期)(?:均|都)?(?:为|系|是)(?P<how>暂定|计划|预计|预定)(?:的?(?:时间|日期))?[,。;]"
_OF_RETURNS = re.compile(rf"(?:结束|恢复|开放|上线)的?{_SAID}")
_OF_ALL = re.compile(rf"(?:以上|上述)[^,。;]{{0,8}}{_SAID}")
_OF_A_STEP = re.compile(rf"第(?P<step>[一二三四五六])(?P<of>步|条|项|阶段)所列[^,。;]{{0,8}}{_SAID}")


class Provisos:
    """Makes the boundaries of an article as sure as the text says that they are."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starred = bool(say.STARRED.search(article.text))  # 标*者为预计时间
        self._returns = _OF_RETURNS.search(article.text)
        self._all = _OF_ALL.search(article.text)
        self._step = _OF_A_STEP.search(article.text)

    def applied(self, event: Event, before: str) -> Event:
        """The event with boundaries that are only expected, where the text or the words before it say so."""
        behind = event.found.end
        if (self._starred and self._article.text[behind : behind + 1] == "*") or say.IF_ALL_GOES_WELL.search(before):
            event = replace(event, start=_as(event.start, "预计"), end=_as(event.end, "预计"))
        if self._all:
            event = replace(event, start=_as(event.start, self._all["how"]), end=_as(event.end, self._all["how"]))
        if self._returns:
            event = replace(event, end=_as(event.end, self._returns["how"]))
        if self._step and self._is_of_step(event, self._step):
            event = replace(event, start=_as(event.start, self._step["how"]), end=_as(event.end, self._step["how"]))
        return event

    def _is_of_step(self, event: Event, step: re.Match[str]) -> bool:
        """Whether it stands in the paragraph of the step that the text calls planned."""
        block = self._article.block_of(event.sentence)
        return self._article.text.startswith(f"第{step['step']}{step['of']}", block.start)


def _as(boundary: Boundary | None, how: str) -> Boundary | None:
    """A stated boundary as one that is expected or tentative."""
    if boundary is None or boundary.moment is None or boundary.kind is not BoundaryKind.STATED:
        return boundary
    return replace(boundary, kind=BoundaryKind.TENTATIVE if how == "暂定" else BoundaryKind.EXPECTED)
