"""Which services belong to which window: by the sentence, the list, and the heading that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from outageplan.catalog.services import ALL
from outageplan.drafting import vocabulary as say
from outageplan.drafting.amending import changes_a_notice
from outageplan.drafting.article import Article
from outageplan.drafting.effects import Claim, EffectReader
from outageplan.drafting.entries import BAD, Bound, joined, without_repeats
from outageplan.drafting.event import Role
from outageplan.drafting.event_services import clause_start
from outageplan.drafting.mentions import Mention
from outageplan.drafting.narrowing import Entry, Narrowing
from outageplan.drafting.placing import Placing
from outageplan.drafting.spans import Span
from outageplan.drafting.spreading import Spreading
from outageplan.drafting.times import Kind
from outageplan.notice.model import Effect

_AGENCY = re.compile(r"经办机构")
_MEDICAL = re.compile(r"医保|医疗保[险障]|医疗、|基本医疗|[Mm]edical|[Hh]ealth")
_SOCIAL = re.compile(r"社保|社会保险|社会保障|人社|金保|[Ss]ocial")
_NOT_MEDICAL = re.compile(
    r"(?:医保|医疗保[险障])[^,。;]{0,16}(?:系统|业务|服务|征缴|缴费)[^,。;]{0,16}?(?:不受[^,。;]{0,6}影响|照常|(?<!恢复)正常(?:运行|办理|使用))"
)
_MEDICAL_TOO = re.compile(
    r"(?:含|包括)[^,。;)]{0,30}医(?:保|疗保[险障])|医(?:保|疗保[险障])(?!中心|局|事业|部门|经办机构|管理|服务中心)[^,。;\n]{0,40}"
    r"|(?:[Mm]edical|[Hh]ealth) (?:insurance|security)[^.\n]{0,80}"
)
_BUSINESS = re.compile(r"(?:医保|医疗保[险障])(?:业务|服务)$")
_OWNER = 8  # characters before a system that say whose it is
_WAYS = ("channel.", "credential.")  # how services are used, not what they are
_OF_TIMES = re.compile(r"(?:停机?|开机?|启|起|止|恢复|暂停|停办|停止|开通)(?:时间)?:[^。;]{4,40}$")
_LEAD = re.compile(r"[^,。;:!?]{2,24}[。:]")
_HIT = (*BAD, Effect.DEGRADED)


class Binder:
    """Binds the claims of an article to its windows."""

    def __init__(self, article: Article, reader: EffectReader, claims: Iterable[Claim], spans: list[Span]) -> None:
        self._article = article
        self._reader = reader
        self._claims = list(claims)
        self._spans = spans
        self.read: set[int] = set()
        self._opening = [
            (event.sentence, event.part[0] if event.part else event.found.start, number)
            for number, span in enumerate(spans)
            for event in span.events
            if (event.role in (Role.START, Role.RANGE) or span.opened is None) and not span.returns
            if event is not span.closed or span.opened in (None, event)  # else the return is that of another stop
        ]

        self._closings = [span.closed.found.start for span in spans if span.closed]  # where returns are told
        self._placing = Placing(article, spans, self._opening)
        self._spreading = Spreading(len(spans), min((start for _, start, _ in self._opening), default=0))

    def entries(self, pools: tuple[str, ...]) -> list[Entry]:
        """The effects, in the order of the text; each service once for a window."""
        bound = [(claim, self._placing.spans_of(claim)) for claim in self._claims]
        firm = [(claim, spans) for claim, spans in bound if not claim.loose or self._expressly_on(claim)]
        firm += self._from_headings(firm) + self._of_returns()
        firm = [
            (claim, placed)
            for claim, spans in firm
            if (placed := spans or self._spreading.windows_of(claim, firm)) is not None
            and (spans or not self._spreading.only_sums_up(claim, firm))
        ]
        self.read = {claim.start for claim, _ in firm}
        entries = joined(firm)
        entries += self._assumed(entries, [(claim, spans) for claim, spans in bound if self._stops_all(claim)])
        entries = without_repeats(entries, len(self._spans))
        narrowing = Narrowing(self._article, self._spans, pools)
        return [one for entry in entries for one in narrowing.narrowed(entry)]

    def _expressly_on(self, claim: Claim) -> bool:
        """Whether a sentence says of medical insurance as a whole that it is not affected."""
        sentence = self._article.sentences[claim.sentence]
        return claim.effect is Effect.UNAFFECTED and "不受" in self._article.text[sentence.start : sentence.end]

    def _stops_all(self, claim: Claim) -> bool:
        """Whether general words stop medical insurance, not social insurance beside one that goes on."""
        if not claim.loose or claim.effect not in BAD:
            return False
        words = self._article.text[claim.start : claim.end]
        if _MEDICAL.search(words):
            return True
        if any(self._expressly_on(one) for one in self._claims if one.loose) or _NOT_MEDICAL.search(self._article.text):
            return False
        whose = self._article.text[max(0, claim.start - _OWNER) : claim.end]
        return not _SOCIAL.search(whose) or self._stops_medical()

    def _stops_medical(self) -> bool:
        """Whether a text about social insurance says that medical insurance stops with it."""
        return any(
            say.HARD_STOP.search(found[0]) or found[0].startswith(("含", "包括"))
            for found in _MEDICAL_TOO.finditer(self._article.text)
        )

    def _from_headings(self, firm: list[Bound]) -> list[Bound]:
        """For windows without services in their own sentence: those named before the time, or in the heading above."""
        named = {number for claim, spans in firm for number in spans if claim.effect in _HIT}
        found: list[Bound] = []
        for sentence, start, number in self._opening:
            if number in named:
                continue
            part = self._article.sentences[sentence]
            mentions = tuple(
                one
                for one in self._reader.mentions_in(part.start, part.end)
                if not self._placing.in_a_part(one.start) and one.start not in self._reader.passed
            )
            if agency := _AGENCY.search(self._article.text, part.start, max(part.start, start)):
                found.append((_agency_claim(sentence, agency), (number,)))
            for place in reversed(self._article.blocks[part.block].above):
                if mentions:
                    break
                block = self._article.blocks[place]
                text = self._article.text_of(block)
                mentions = (
                    self._reader.mentions_in(block.start, block.end)
                    if len(text) < 60 and not changes_a_notice(text)
                    else ()
                )
            mentions = mentions or self._line_above(part.block)
            if not mentions:
                mentions = self._named_at_the_return(self._spans[number]) or self._lead(sentence)
            for mention in mentions:
                claim = Claim(
                    ids=mention.ids,
                    effect=Effect.SUSPENDED,
                    sentence=sentence,
                    start=mention.start,
                    end=mention.end,
                    loose=mention.loose,
                )
                if not mention.loose:
                    found.append((claim, (number,)))
        return found

    def _line_above(self, place: int) -> tuple[Mention, ...]:
        """What the line above names, where lines of nothing but times stand below it: 停：27日19:30."""
        blocks, text = self._article.blocks, self._article.text
        while place and _OF_TIMES.match(text, blocks[place].start, blocks[place].end):
            place -= 1
            if not _OF_TIMES.match(text, blocks[place].start, blocks[place].end):
                return self._reader.mentions_in(blocks[place].start, blocks[place].end)
        return ()

    def _named_at_the_return(self, span: Span) -> tuple[Mention, ...]:
        """What the sentence of its return says comes back then: 第一批，住院结算，已于8月25日6时恢复."""
        if span.closed is None or span.opened is None or span.closed.sentence == span.opened.sentence:
            return ()
        return tuple(one for one in self._before_the_return(span) if one.ids != (ALL,))

    def _lead(self, sentence: int) -> tuple[Mention, ...]:
        """The services that the first words of an item name for all of it: 三、联网结算。各医院31日停."""
        block = self._article.blocks[self._article.sentences[sentence].block]
        first = _LEAD.match(self._article.text, block.start + block.number, block.end)
        return self._reader.mentions_in(block.start, first.end()) if first and block.number else ()

    def _of_returns(self) -> list[Bound]:
        """For windows that only their return tells apart: the services that come back with it."""
        found: list[Bound] = []
        for number, span in enumerate(self._spans):
            if not span.returns or span.closed is None:
                continue
            end = self._article.sentences[span.closed.sentence].end
            cut = min((time for sentence, time, _ in self._opening if time > span.closed.found.start), default=end)
            start = span.closed.found.start
            if any(start < one < end for one in self._closings):  # what stands behind the comma is the next one's
                comma = self._article.text.find(",", start, cut)
                cut = comma if comma >= 0 else cut
            if span.closed.found.kind is Kind.OPEN:  # 个人账户划拨恢复时间另行通知
                start, cut = clause_start(self._article, span.closed), start
            named = self._reader.mentions_in(start, min(cut, end))
            for mention in named or self._before_the_return(span):
                claim = Claim(
                    ids=mention.ids,
                    effect=Effect.SUSPENDED,
                    sentence=span.closed.sentence,
                    start=mention.start,
                    end=mention.end,
                    listed=True,
                )
                found.append((claim, (number,)))
        return found

    def _before_the_return(self, span: Span) -> tuple[Mention, ...]:
        """What the sentence of its return names before it: 跨省直接结算因须重新对接，恢复时间为15日8时."""
        if span.closed is None:
            return ()
        end, start = span.closed.found.start, self._article.sentences[span.closed.sentence].start
        told = [*(time for _, time, _ in self._opening), *self._closings]
        first = max((time for time in told if start <= time < end), default=start)
        return self._reader.mentions_in(first, end)

    def _assumed(self, entries: list[Entry], loose: list[Bound]) -> list[Entry]:
        """For windows without a service by name: everything, where the text says that the system stops."""
        done = {
            number for entry in entries if entry.effect in _HIT for number in entry.spans or range(len(self._spans))
        }
        only_ways = done - {
            number
            for entry in entries
            if entry.effect in BAD and not all(id.startswith(_WAYS) for id in entry.ids)
            for number in entry.spans or range(len(self._spans))
        }
        found = []
        for number in range(len(self._spans)):
            own = [claim for claim, spans in loose if number in spans]
            if number in only_ways:
                own = [claim for claim in own if _BUSINESS.search(self._article.text, claim.start, claim.end)]
            if not loose or (number in done and not (number in only_ways and own)):
                continue
            if not own and done:
                continue  # others have their services by name: this one has some that were not read
            own = own or [claim for claim, spans in loose if not spans] or [claim for claim, _ in loose]
            found.append(
                Entry(ids=own[0].ids, effect=Effect.SUSPENDED, spans=(number,), claims=(own[0],), assumed=True)
            )
        alike = len({entry.ids for entry in found}) == 1 and len(found) == len(self._spans)
        return [replace(found[0], spans=tuple(range(len(self._spans))))] if alike and found else found


def _agency_claim(sentence: int, found: re.Match[str]) -> Claim:
    return Claim(
        ids=("handling",), effect=Effect.SUSPENDED, sentence=sentence, start=found.start(), end=found.end(), listed=True
    )
