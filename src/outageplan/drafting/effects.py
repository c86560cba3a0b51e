"""What happens to which services: the verb of each part of a sentence, and the lists that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from outageplan.drafting import effect_words as words
from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.mentions import Mention
from outageplan.drafting.sentence_parts import GENERAL, Part, PartReader, carried, is_heading_of, specific
from outageplan.notice.model import Effect

_TITLES = 2  # blocks in which the title and the line below it stand
_MOST_EXCEPTED = 60
_TIME_CELL = re.compile(r"\d[日号:时点]|\d-\d")
_NO_SERVICE = re.compile(r"(?:的)?(?:资金|余额)(?!划|转|支|提)|[^。;]{0,14}(?:收治|救治|接诊|抢救|诊疗)")
_HEADING = 40  # characters of a line that heads what follows, and tells nothing itself
_LEAD = 14  # characters of the words that an item begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement: some services and what happens to them, in which sentence, from where to where.

    `loose` where the words are only general; `listed` where the verb stands in the heading or line above.
    """

    ids: tuple[str, ...]
    effect: Effect
    sentence: int
    start: int
    end: int
    loose: bool = False
    listed: bool = False


class EffectReader:
    """Reads the effects of one article from the services that it names."""

    def __init__(self, article: Article, mentions: list[Mention], title: int | None = None) -> None:
        self._article = article
        self._title = title
        self._text = article.text
        self._parts = PartReader(article, mentions)
        self.passed: set[int] = set()  # where services are named that are said to go on
        self._parents = {place for block in article.blocks for place in block.above}

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The services named in a stretch of the text."""
        return self._parts.mentions_in(start, end)

    def claims(self) -> Iterator[Claim]:
        """Everything that is said to stop, go on, or work in part, in order."""
        intro: tuple[int, Effect] | None = None
        previous = labelled = -1
        label: Effect | None = None
        told: Effect | None = None
        for number, sentence in enumerate(self._article.sentences):
            block = self._article.blocks[sentence.block]
            told = told if sentence.block == previous else None
            if sentence.block != previous and block.kind not in ("item", "row"):
                intro = None if block.kind != "heading" or not block.number else intro
            previous = sentence.block
            above = self._effect_above(block) or (intro[1] if intro and intro[0] < sentence.block else None)
            text = self._text[sentence.start : sentence.end]
            above = above or (label if sentence.block == labelled else None)
            above = above or (told if words.INCLUDES.match(text) else None)
            yield from self._in_sentence(number, sentence, block, above)
            told = words.effect_of(text) or (told if above else None)
            if ":" in text[:20] and (label_effect := words.effect_of(text.partition(":")[0] + ":")):
                labelled, label = sentence.block, label_effect
            if text.rstrip().endswith(":") or re.search(r"如下(?:表)?[:。]?$|下表|以下(?:业务|服务)", text):
                own = say.IN_BRACKETS.sub("", text)  # 安排如下(养老、工伤、失业保险业务照常,不在此列):
                effect = None if words.TELLS.search(text) else words.effect_of(own)
                intro = (sentence.block, effect) if effect else intro

    def _effect_above(self, block: Block) -> Effect | None:
        """What the heading says of the list below it."""
        for place in reversed(block.above):
            text = self._article.text_of(self._article.blocks[place]).rstrip()
            heading = text[:60]
            if words.OF_A_NOTICE.search(text):
                return None
            if place < _TITLES and not self._article.blocks[place].number and not text.endswith(":"):
                continue  # the line below a title
            if words.UNAFFECTED_HEAD.search(heading) and (len(text) <= _HEADING or text.endswith(":")):
                return Effect.UNAFFECTED
            if words.SCOPE_HEAD.search(heading) and not words.GUIDE_HEAD.search(heading):
                return Effect.SUSPENDED
            if words.GUIDE_HEAD.search(heading):
                return None
        return None

    def _in_sentence(self, number: int, sentence: Sentence, block: Block, above: Effect | None) -> Iterator[Claim]:
        excepted = list(islice(self._excepted(sentence), _MOST_EXCEPTED))
        yield from self._going_on(number, sentence, excepted)
        text = self._text[sentence.start : sentence.end]
        if text.rstrip().endswith("?") or say.RUMOUR.search(text):
            return  # 跨省看病受不受影响?
        if block.cells:
            yield from self._in_row(number, block, above)
            return
        parts = self._parts.parts(sentence, excepted)
        told, done = bool(words.TOLD.search(text)), bool(say.COMPLETED.search(text))
        title = self._title is not None and block.start == self._title
        leaf = block.kind != "heading" or (block.number and (sentence.block not in self._parents or "、" in text))
        above = above if leaf and not told else None
        lead = sentence.start == block.start and len(text) <= block.number + _LEAD < block.end - block.start
        for place, part in enumerate(parts):
            if lead and block.number and part.effect is None:
                continue  # （三）经办业务。10月29日起，暂停办理……: what follows says which
            if part.colon and is_heading_of(part, parts[place + 1 :]):
                continue
            effect = part.effect or carried(parts, place)
            listed = effect is None
            effect = effect or above
            if effect is Effect.UNAFFECTED and words.BUT_SLOW.search(self._text, part.start, sentence.end):
                effect = Effect.DEGRADED
            if effect is None:
                continue
            if effect is Effect.UNAFFECTED and (done or words.OF_OTHERS.search(self._text, part.start, part.end)):
                continue  # it goes on because it is back, or it is others' that does
            for mention in specific(self._text, parts, place):
                if effect is Effect.UNAFFECTED:
                    self.passed.add(mention.start)
                    if _NO_SERVICE.match(self._text, mention.end):
                        continue  # 个人账户资金不受影响, 住院照常收治: money and care
                if listed and mention.ids in GENERAL and text.rstrip().endswith(":"):
                    continue  # 业务办理的时间调整如下:
                loose = title or (len(part.mentions) == 1 and bool(words.SYSTEM.match(self._text, mention.end)))
                loose = loose or (mention.ids == ("all",) and bool(words.SEE_BELOW.search(text)))
                yield _claim(mention, effect, number, listed=listed, loose=loose)
            if part.effect is Effect.SUSPENDED:
                yield from self._unnamed(number, part, excepted)
        yield from self._of_system(number, sentence)

    def _going_on(self, number: int, sentence: Sentence, excepted: list[tuple[int, int]]) -> Iterator[Claim]:
        """What is excepted from a stop goes on; from a return (除手工报销外,各项业务恢复), it stays paused."""
        for start, end in excepted:
            if not words.STILL_NOT_BACK.match(self._text, end, sentence.end):
                for mention in self.mentions_in(start, end):
                    yield _claim(mention, Effect.UNAFFECTED, number)

    def _of_system(self, number: int, sentence: Sentence) -> Iterator[Claim]:
        """Everything, loosely, where a sentence says that the system stops."""
        system = say.EVERYTHING_STOPS.search(self._text, sentence.start, sentence.end)
        if system and (not say.RESUME.search(system[0]) or say.HARD_STOP.search(system[0])):
            start, end = system.span()
            yield Claim(ids=("all",), effect=Effect.SUSPENDED, sentence=number, start=start, end=end, loose=True)

    def _unnamed(self, number: int, part: Part, excepted: list[tuple[int, int]]) -> Iterator[Claim]:
        """What a part stops without naming it: all that the agencies do, and the rest of what is excepted."""
        agency = words.AGENCY.search(self._text, part.start, part.end)
        if agency and all(mention.start < agency.start() for mention in part.mentions):
            start, end = agency.span()
            yield Claim(ids=("handling",), effect=Effect.SUSPENDED, sentence=number, start=start, end=end)
        rest = words.REST.search(self._text, part.start, part.end) if excepted else None
        if rest:
            yield Claim(ids=("all",), effect=Effect.SUSPENDED, sentence=number, start=rest.start(), end=rest.end())

    def _in_row(self, number: int, block: Block, above: Effect | None) -> Iterator[Claim]:
        """What a row says: of the services before its times, where it has some, and not of those in its remarks."""
        dated = [start for start, end in block.cells if _TIME_CELL.search(self._text, start, end)]
        end = dated[0] if dated else block.end
        named = self.mentions_in(block.start, end)
        if not named:
            named, end = self.mentions_in(block.start, block.end), block.end
        effect = words.effect_of(self._text[block.start : end]) or above or Effect.SUSPENDED
        for mention in named:
            yield _claim(mention, effect, number, listed=True)

    def _excepted(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        for found in words.EXCEPT.finditer(self._text, sentence.start, sentence.end):
            group = next(place for place in range(1, 6) if found[place])
            yield found.span(group)


def _claim(mention: Mention, effect: Effect, number: int, *, listed: bool = False, loose: bool = False) -> Claim:
    return Claim(
        ids=mention.ids,
        effect=effect,
        sentence=number,
        start=mention.start,
        end=mention.end,
        loose=mention.loose or loose,
        listed=listed,
    )
