"""The parts of a sentence: the services that each names, and its verb or that of the list that it is in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from outageplan.drafting import effect_words as words
from outageplan.drafting.article import Article, Sentence
from outageplan.drafting.mentions import Mention
from outageplan.notice.model import Effect

GENERAL = (("all",), ("handling",))
_FAR = 60  # parts of a list between a service and its verb
_RULED = re.compile(r"执行|实施|施行|提高|降低|(?:只|仅)(?:涉及|影响)")  # what a rule says of it
_AT_PROVIDERS = re.compile(r"定点(?:医药机构|医疗机构|医院|零售药店|药店)")
_COUNTERS = re.compile(r"窗口|(?<!网上)服务大厅|经办大厅|办事大厅|政务大厅|经办机构|counters?\b")
_ASKED = re.compile(r"为(?:了|做好|保障|确保|配合|推进|进一步|落实|贯彻)|(?:敬?请|建议|可(?!能)|应|须)")
_OF_ALL = "、及和与或的"  # before what stands in a list for itself: 异地就医、结算; (含异地)的结算
_CLASS = 2  # characters between the last of a list and the word for its kind
_NEAR = 120  # characters beside a part in which the rest of its sentence is looked at


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence between its marks. `effect` is that of its own verb."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    effect: Effect | None
    verb_first: bool
    colon: bool
    told: bool = False  # what people are asked to do
    aside: bool = False  # in brackets, with a verb of its own


class PartReader:
    """Cuts the sentences of one article into parts. `mentions`: the services that it names, in order."""

    def __init__(self, article: Article, mentions: list[Mention]) -> None:
        self._text = article.text
        self._comes_back = bool(words.COMES_BACK.search(article.text))
        self._mentions = mentions
        self._places = [mention.start for mention in mentions]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The services named in a stretch of the text."""
        return tuple(self._mentions[bisect_left(self._places, start) : bisect_left(self._places, end)])

    def parts(self, sentence: Sentence, excepted: list[tuple[int, int]]) -> list[Part]:
        """The parts in order. `excepted`: where services stand that are excepted from what it says."""
        asides = self._asides(sentence)
        starts = [start for start, _ in asides]
        cuts = {cut for span in asides for cut in span}
        for found in words.PART.finditer(self._text, sentence.start, sentence.end):
            place = bisect_left(starts, found.end()) - 1
            if place < 0 or found.end() > asides[place][1]:
                cuts.add(found.end())
        parts, known = [], set(asides)
        start = sentence.start
        for end in sorted({*cuts, sentence.end}):
            mentions = [
                mention
                for mention in self.mentions_in(start, end)
                if not any(one <= mention.start < other for one, other in excepted)
                and not (
                    words.FINISHED.search(self._text, max(start, mention.start - 16), mention.start)
                    and words.OF_WHOM.match(self._text, mention.end)
                )
            ]
            text = self._text[start:end].strip(" ,:。;")
            effect = None if words.is_condition(text) else self._effect_in(text, sentence, start, end)
            verb = words.STOPPED.search(text)
            first = bool(verb and mentions and verb.start() < mentions[0].start - start)
            colon = self._text[end - 1] == ":"
            told, aside = bool(_ASKED.match(text) or _RULED.search(text)), (start, end) in known
            parts.append(Part(start, end, tuple(mentions), effect, first, colon, told, aside))
            start = end
        return parts

    def _asides(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where a sentence says something else in brackets: 停办(信息查询不受影响)."""
        found = (one.span() for one in words.ASIDE.finditer(self._text, sentence.start, sentence.end))
        return [(start, end) for start, end in found if words.effect_of(self._text[start + 1 : end - 1])]

    def _effect_in(self, text: str, sentence: Sentence, start: int, end: int) -> Effect | None:
        """What the verb of a part says, in the light of the sentence and of the whole text."""
        effect = words.effect_of(text)
        if effect is Effect.TERMINATED:
            told = self._comes_back and not words.TERMINATED.search(words.NO_MORE.sub("", text))
            back = "停止使用" in text and "恢复" in self._text[end : sentence.end]
            return Effect.SUSPENDED if told or back else effect
        before = self._text[max(sentence.start, start - _NEAR) : start]
        if effect is Effect.UNAFFECTED and (words.ONCE_BACK.search(before + text) or words.BACK_BY_THEN.search(before)):
            return None  # it is normal again by then
        if effect is Effect.DEGRADED and words.FIRST_DAYS.search(before + text):
            return None  # it is back then, though slow
        taken = words.PAPER.search(text) and words.LATER.search(self._text, end, min(sentence.end, end + _NEAR))
        return Effect.PAPER_ONLY if effect in (None, Effect.UNAFFECTED) and taken else effect


def specific(text: str, parts: list[Part], place: int) -> tuple[Mention, ...]:
    """Without the general word for settlement behind the kinds that are meant: 门诊、住院暂停 **医保结算**."""
    part = parts[place]
    before = range(place, max(0, place - _FAR), -1)
    first = next((one for one in before if parts[one - 1].effect), max(0, place - _FAR))
    start = max(parts[first].start, part.start - _NEAR)  # 窗口,小程序暂停办理各项经办业务
    kept: list[Mention] = []
    kinds = offsite = False
    for mention in part.mentions:
        if "settlement" in mention.ids and (kinds or (offsite and text[mention.start - 1] not in _OF_ALL)):
            card = tuple(id for id in mention.ids if id != "settlement")
            kept += [replace(mention, ids=card)] if card else []
            continue
        kinds = kinds or any(id.startswith("settlement.local.") for id in mention.ids)
        offsite = offsite or any(id.startswith("settlement.offsite") for id in mention.ids)
        kept.append(mention)
    mentions = tuple(kept)
    general = [mention for mention in mentions if mention.ids in GENERAL]
    channel = bool(mentions) and mentions[0].ids[0].startswith("channel.")
    channel = channel and not _AT_PROVIDERS.search(text, part.start, part.end)
    if channel and all(mention.ids[0].startswith("channel.") or mention in general for mention in mentions):
        ways = tuple(mention for mention in mentions if mention not in general)  # all that is done there
        counters = general and _COUNTERS.search(text, start, part.end)
        return (*ways, replace(general[0], ids=("handling",))) if counters else ways
    if len(mentions) > 1 and mentions[-1].ids == ("handling",) and mentions[-2].ids not in GENERAL:
        gap = text[mentions[-2].end : mentions[-1].start]
        near = len(gap) <= _CLASS and text[mentions[-1].start] not in "所全一各" and not set(gap) & set(_OF_ALL[:-1])
        return mentions[:-1] if near else mentions  # 参保登记、缴费核定类业务办理
    return mentions


def is_heading_of(part: Part, behind: list[Part]) -> bool:
    """Whether a part only heads kinds of settlement that follow: 看病买药:4月30日0点起,门诊、住院暂停."""
    if not part.mentions or any(mention.ids != ("settlement",) for mention in part.mentions):
        return False
    return any(id.startswith("settlement.local.") for one in behind for mention in one.mentions for id in mention.ids)


def carried(parts: list[Part], place: int) -> Effect | None:
    """The verb of the list that a part belongs to: the one before it in 暂停A，B，C, else the one behind it."""
    if not parts[place].mentions or parts[place].told:
        return None
    for before in reversed(parts[max(0, place - _FAR) : place]):
        if before.aside:
            continue
        if before.effect:
            if before.verb_first or before.colon or (before.mentions and before.effect is Effect.SUSPENDED):
                return before.effect
            break
        if not before.mentions:
            break
    for behind in parts[place + 1 : place + 1 + _FAR]:
        if behind.aside:
            continue
        if behind.effect:
            return behind.effect
    return None
