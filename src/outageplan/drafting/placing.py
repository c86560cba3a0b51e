"""Which windows a claim is about: those of its own sentence, else of its paragraph, its list or its heading."""

from __future__ import annotations

import re

from outageplan.drafting.article import Article
from outageplan.drafting.effects import Claim
from outageplan.drafting.spans import Span

_NTH = re.compile(r"第([一二三四五六])(?:次|晚|夜|个?时段|段)")
_MEANWHILE = re.compile(r"(?:在?(?:此|上述|这|该|其)(?:段)?(?:期间|时段|时间)|其间|During (?:this|these|that|the)\b)")
_PART = 20  # characters from a service to the words that give it its own hour

Opening = tuple[int, int, int]  # a sentence in which a window opens, the place there, and the window's


class Placing:
    """Tells the windows of the claims of an article. `opening`: where each window is told to begin."""

    def __init__(self, article: Article, spans: list[Span], opening: list[Opening]) -> None:
        self._article = article
        self._spans = spans
        self._opening = opening

    def spans_of(self, claim: Claim) -> tuple[int, ...]:
        """The windows that a claim's own sentence, paragraph, list or heading tells of; none where none does."""
        same = [(start, number) for sentence, start, number in self._opening if sentence == claim.sentence]
        if not same and (nth := self._nth(claim)) is not None:
            return (nth,)
        if same:
            inner = [
                number for number in dict.fromkeys(number for _, number in same) if self._is_part(claim.start, number)
            ]
            if inner:
                return (inner[0],)
            outer = sorted((start, number) for start, number in same if not self._has_part(number))
            before = [number for start, number in outer if start <= claim.start]
            return (before[-1] if before else outer[0][1],) if outer else ()
        sentences, blocks = self._article.sentences, self._article.blocks
        own = sentences[claim.sentence].block
        inside = [
            (start, number)
            for sentence, start, number in self._opening
            if sentences[sentence].block == own and not self._is_of_which(sentence)
        ]
        if inside and (meant := self._then(claim.sentence, own)):
            return meant
        if inside:
            before = [number for start, number in sorted(inside) if start <= claim.start]
            together = dict.fromkeys(number for _, number in inside)
            return (before[-1],) if before and claim.listed else tuple(together)
        for place in reversed(blocks[own].above):
            above = dict.fromkeys(number for sentence, _, number in self._opening if sentences[sentence].block == place)
            if above:
                return tuple(above)
        return self._by_intro(own)

    def _then(self, sentence: int, own: int) -> tuple[int, ...]:
        """The windows told before a sentence that begins with 其间, where its own paragraph tells none before it."""
        sentences = self._article.sentences
        if not _MEANWHILE.match(self._article.text, sentences[sentence].start):
            return ()
        earlier = [(sentences[other].block, number) for other, _, number in self._opening if other < sentence]
        if not earlier or earlier[-1][0] == own:
            return ()
        return tuple(dict.fromkeys(number for block, number in earlier if block == earlier[-1][0]))

    def _is_of_which(self, sentence: int) -> bool:
        """Whether a sentence is about a part of what the others of its block are about: 其中，征缴业务停机时间为."""
        part = self._article.sentences[sentence]
        return self._article.text.startswith("其中", part.start)

    def _nth(self, claim: Claim) -> int | None:
        """The window that a claim counts: 第二次演练期间，……暂停, of several told in one sentence before it."""
        start = self._article.sentences[claim.sentence].start
        counted = list(_NTH.finditer(self._article.text, start, claim.start))
        numbers = sorted({(place, number) for sentence, place, number in self._opening if sentence < claim.sentence})
        sentences = {sentence for sentence, _, _ in self._opening}
        if not counted or len(sentences) > 1 or len(numbers) < 2:
            return None
        nth = "一二三四五六".index(counted[-1][1])
        return numbers[nth][1] if nth < len(numbers) else None

    def _has_part(self, number: int) -> bool:
        opened = self._spans[number].opened
        return opened is not None and opened.part is not None

    def in_a_part(self, offset: int) -> bool:
        """Whether a place is just before the words that give a part of any window its own hour."""
        return any(self._is_part(offset, number) for number in range(len(self._spans)))

    def _is_part(self, offset: int, number: int) -> bool:
        """Whether a place is just before the words that give the part that is this window its own hour."""
        opened = self._spans[number].opened
        return opened is not None and opened.part is not None and -_PART <= offset - opened.part[0] <= 0

    def _by_intro(self, own: int) -> tuple[int, ...]:
        """The windows of the line that introduces the list in which a block stands."""
        blocks = self._article.blocks
        place = own
        while place > 0 and blocks[place].kind in ("item", "row") and own - place < 40:
            place -= 1
        if place == own or not self._article.text_of(blocks[place]).rstrip().endswith((":", "如下", "如下。")):
            return ()
        sentences = self._article.sentences
        return tuple(
            dict.fromkeys(number for sentence, _, number in self._opening if sentences[sentence].block == place)
        )
