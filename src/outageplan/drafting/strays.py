"""What looks like a window and is none: a headline's date, a stray day, a step of the work, last year's stop."""

from __future__ import annotations

import re
from datetime import date, timedelta

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article
from outageplan.drafting.event import Event, Role
from outageplan.drafting.sections import about
from outageplan.drafting.spans import Span
from outageplan.drafting.topic import Announced, Topic, is_title

_FAILS = re.compile(r"故障|异常|中断|瘫痪|无法|不能|崩溃|fail|down|cannot")
_STEP = re.compile(r"割接|迁移|备份|同步|验证|核对|测试|联调|比对")
_NOT_STOPPED = re.compile(r"不(?:会|得)?[因以][^,。;]{1,12}(?:暂停|停机|停办|停|中断)")
_PAST = re.compile(r"去年|上年|前年|上一?次|曾|以往|此前|那[回次]|已经?停")
_CLOSES = re.compile(r"\bclos(?:es?|ed)\b")  # a page, at the end of a term
_RECALLED = re.compile(r"那是[^,。;]{0,8}(?:20\d\d|去|前|当)年|[\d两三四五六七八九十]年(?:过去|以?前的)")
_NEAR = 24  # characters before words that say that it was then
_HISTORY = timedelta(days=180)
_LONG_OVER = timedelta(days=31)  # before the publication


class Strays:
    """Leaves out the windows of an article that are none. `title`: where its title begins; `published`: its day."""

    def __init__(
        self, article: Article, announced: Announced, title: int | None = None, published: date | None = None
    ) -> None:
        self._article = article
        self._announced = announced
        self._topic = announced.topic
        self._title = title
        self._published = published

    def without(self, spans: list[Span]) -> list[Span]:
        """The windows that are some, in the same order."""
        spans = [span for span in spans if not self._goes_on(span)]
        if not self._topic.in_title and not self._announced.amends:
            spans = [
                span for span in spans if span.opened or paragraph_names(self._article, span.told_by, say.INSURANCE)
            ]
        if say.OURS_GOES_ON.search(self._article.text):
            spans = [span for span in spans if not say.is_of_other_insurance(self._told(span))]
            if self._is_about_another_system():
                spans = [span for span in spans if paragraph_names(self._article, span.told_by, say.OUR_NAME)]
        if self._topic is Topic.ELSE:
            spans = [span for span in spans if self._stops_everything(span)]
        if not self._topic.in_title:
            spans = [span for span in spans if not paragraph_names(self._article, span.told_by, _RECALLED)]
        kept = self._without_stray_days(self._without_headlines(spans))
        return self._without_past(self._without_steps(kept))

    def in_title(self, event: Event) -> bool:
        """Whether a time stands in the title."""
        return is_title(self._article, self._block(event), self._title)

    def _block(self, event: Event) -> int:
        return self._article.sentences[event.sentence].block

    def _without_headlines(self, spans: list[Span]) -> list[Span]:
        """Without what only the title says, where the text below it says more."""

        def in_title(span: Span) -> bool:
            opening = [event for event in span.events if event.role in (Role.START, Role.RANGE)]
            return bool(opening) and all(map(self.in_title, opening))

        below = [span for span in spans if not in_title(span)]
        return below or spans

    def _without_stray_days(self, spans: list[Span]) -> list[Span]:
        """Without days that stand apart, where the stops of a text are told by the hour: mostly of something else."""
        if not self._topic.announces:
            spans = [span for span in spans if not self._is_rule(span)]
        timed = [span for span in spans if span.start and span.start.moment and span.start.moment.hour_stated]
        if not timed and not self._topic.announces:
            return [span for span in spans if span.opened is None or self._is_told(span.opened)]
        return [span for span in spans if not (timed and self._is_stray(span, timed))]

    def _is_about_another_system(self) -> bool:
        """Whether no title names medical insurance, which goes on: what stops is invoices, pensions, vouchers."""
        heads = self._announced.titles
        if not heads or any(map(say.OUR_NAME.search, heads)):
            return False
        text = self._article.text
        told = say.OURS_STOPS.finditer(text)
        return all(_PAST.search(text, max(0, one.start() - _NEAR), one.end()) for one in told)

    def _told(self, span: Span) -> str:
        """The sentence that tells of a window first."""
        return self._article.sentence_text(span.told_by.sentence) if span.told_by else ""

    def _goes_on(self, span: Span) -> bool:
        """Whether the sentence of a window only says that something does not stop: 业务不因搬迁中断."""
        own = self._told(span)
        return bool(_NOT_STOPPED.search(own)) and not say.HARD_STOP.search(_NOT_STOPPED.sub("", own).lower())

    def _stops_everything(self, span: Span) -> bool:
        """Whether the sentence of a window that is not over says that a system stops."""
        if self._published and span.end and span.end.moment and span.end.moment.day < self._published:
            return False
        own = self._told(span)
        return bool(say.HARD_STOP.search(own.lower()) and say.EVERYTHING_STOPS.search(own))

    def _is_told(self, opened: Event) -> bool:
        """Whether the sentence of a start itself says that business is paused or a system stops, or a table does."""
        if self._article.block_of(opened.sentence).cells:
            return True
        own = self._article.sentence_text(opened.sentence)
        stopped = own.isascii() and say.HARD_STOP.search(_CLOSES.sub("", own.lower())) and say.SUBJECT.search(own)
        return bool(stopped or say.PAUSED_BUSINESS.search(own) or say.EVERYTHING_STOPS.search(own) or "停机" in own)

    def _is_rule(self, span: Span) -> bool:
        """Whether a start without an end, in a text that announces no stop, is from when a rule holds."""
        opened = span.opened
        if opened is None or opened.role is not Role.START or (span.end and span.end.moment) or self._is_told(opened):
            return False
        return _FAILS.search(self._article.sentence_text(opened.sentence)) is None

    def _is_stray(self, span: Span, timed: list[Span]) -> bool:
        """Whether a window begins on a day without an hour, behind those by the hour and not in a list with them."""
        moment = span.start.moment if span.start else None
        if moment is None or moment.hour_stated or span.opened is None:
            return False
        paused = say.PAUSED_BUSINESS.search(self._article.sentence_text(span.opened.sentence))
        if paused or self._comes_back_at_once(span):
            return False
        if any(one.start and one.start.moment and one.start.moment.day == moment.day for one in timed):
            return True  # 自11月5日起分步实施: its hour is told with what stops then
        opened = [one.opened for one in timed if one.opened]
        if any(are_items(self._article, span.opened, one) for one in opened):
            return False
        return about(self._article, self._article.sentences[span.opened.sentence]) is None

    def _comes_back_at_once(self, span: Span) -> bool:
        """Whether the sentence of a stop tells its return too, or the one behind it in the same paragraph."""
        opened, closed = span.opened, span.closed
        if opened is None or closed is None or closed is opened:
            return False
        return 0 <= closed.sentence - opened.sentence <= 1 and self._block(opened) == self._block(closed)

    def _without_steps(self, spans: list[Span]) -> list[Span]:
        """Without a step of the work inside another window, where nothing is said to stop: 数据割接20时开始."""

        def is_step(span: Span) -> bool:
            if span.opened is None or span.opened.role is not Role.START or not span.start or not span.start.moment:
                return False
            told = self._article.sentence_text(span.opened.sentence)
            row = bool(self._article.block_of(span.opened.sentence).cells)
            if row or say.HARD_STOP.search(told) or not _STEP.search(told):
                return False
            begins = span.start.moment.as_start()
            return any(
                one.start.moment.as_start() < begins < one.end.moment.as_end()
                for one in spans
                if one is not span and one.start and one.start.moment and one.end and one.end.moment
            )

        return [span for span in spans if not is_step(span)]

    def _without_past(self, spans: list[Span]) -> list[Span]:
        """Without those that were over long before the publication, where others were not: last year's stop."""
        if self._published is None:
            return spans
        long_ago = self._published - _HISTORY
        spans = [one for one in spans if not (_is_before(one, long_ago) and self._is_called_past(one))]
        last = self._published - _LONG_OVER
        if not self._topic.in_title:
            spans = [one for one in spans if not (one.end and one.end.moment and one.end.moment.day < last)]
        ahead = [one for one in spans if one.start and one.start.moment and one.start.moment.day >= last]
        past = [one for one in spans if one.end and one.end.moment and one.end.moment.day < last and one not in ahead]
        return [one for one in spans if not (ahead and one in past and self._is_called_past(one))]

    def _is_called_past(self, span: Span) -> bool:
        if span.told_by is None:
            return False
        block = self._article.block_of(span.told_by.sentence)
        own = self._article.text[block.start : self._article.sentences[span.told_by.sentence].end]
        return _PAST.search(own) is not None


def _is_before(span: Span, day: date) -> bool:
    """Whether a window begins before a day, or ends before it where its start is not told."""
    told = next((one.moment for one in (span.start, span.end) if one and one.moment), None)
    return told is not None and told.day < day


def paragraph_names(article: Article, event: Event | None, name: re.Pattern[str]) -> bool:
    """Whether the paragraph of a time names something."""
    block = article.block_of(event.sentence) if event else None
    return block is not None and name.search(article.text, block.start, block.end) is not None


def are_items(article: Article, one: Event, other: Event) -> bool:
    """Whether two times are told by items of one list, or by the lines below its marked items."""
    places = [article.sentences[event.sentence].block for event in (one, other)]
    first, second = (article.blocks[place] for place in places)
    if first is second:
        return False
    below = [
        place and article.blocks[place - 1].kind == "item" and not article.blocks[place].number for place in places
    ]
    return (bool(first.number and second.number) or all(below)) and first.above == second.above
