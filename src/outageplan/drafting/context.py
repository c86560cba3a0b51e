"""What stands around a time: the title, the heading, the line above a list, as far as they tell of a stop."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.effect_words import TELLS

_LIST = 12  # blocks of a list that a paragraph leads


class Context:
    """The surroundings of one article's times. `title`: whether its title says that something stops.

    `season`: whether it says that contributions are collected now, which ends and does not stop.
    """

    def __init__(self, article: Article, title: int | None = None) -> None:
        self._article = article
        self._about: dict[int, bool] = {}  # by the place of a sentence
        heads = [
            article.text_of(block)
            for block in article.blocks[:4]
            if (block.kind in ("heading", "title") and not block.number) or block.start == title
        ]
        self.title = any(say.HARD_STOP.search(head.lower()) for head in heads)
        self.season = not self.title and any(
            say.SEASON_TITLE.search(head) and not say.WORK.search(head) for head in heads
        )
        self.season = self.season or any(map(say.NO_STOP_TITLE.search, heads))
        self._named = any(say.SUBJECT.search(head) and say.WORK.search(head) for head in heads)

    @property
    def announced(self) -> bool:
        """Whether the title says that something stops, or that a system is worked on."""
        return self.title or self._named

    def above_tells_of_a_stop(self, sentence: Sentence) -> bool:
        """Whether the paragraph above a list does: 停机均在夜间."""
        blocks = self._article.blocks
        near = (blocks[one] for one in range(sentence.block - 1, max(-1, sentence.block - _LIST), -1))
        above = next((one for one in near if one.kind == "paragraph" and not one.cells), None)
        return above is not None and say.HARD_STOP.search(self._article.text_of(above)) is not None

    def about_a_service(self, sentence: Sentence, block: Block) -> bool:
        """Whether a sentence, what it stands under or the title names something that is run and can stop."""
        if sentence.start not in self._about:
            above = (self._article.text_of(self._article.blocks[place])[:200] for place in block.above)
            own = say.LABELLED.search(self._article.text, sentence.start, sentence.end)
            self._about[sentence.start] = bool(own) or any(map(say.SUBJECT.search, above))
        return self.announced or self._about[sentence.start]

    def introduced(self, place: int) -> bool:
        """Whether the line above a list says that what follows stops."""
        blocks = self._article.blocks
        above = next((one for one in range(place - 1, max(-1, place - 30), -1) if blocks[one].kind != "item"), None)
        if above is None:
            return False
        text = self._article.text_of(blocks[above])
        tells = TELLS.search(text)  # 有关事项告知如下: what follows is all that there is to say
        return text.rstrip().endswith(":") and bool(say.HARD_STOP.search(text)) and not tells

    def heading_says(self, sentence: Sentence, block: Block, pattern: re.Pattern[str]) -> bool:
        """Whether what the block stands under, the lines before it or its list, or the title tells of a stop."""
        blocks = self._article.blocks
        place = sentence.block
        while place and self._article.text_of(blocks[place - 1]).endswith(";"):
            place -= 1
        above = [blocks[one] for one in block.above] + [
            one for one in blocks[max(0, place - 2) : place] if not one.cells
        ]
        return any(pattern.search(self._article.text_of(one)[:200]) for one in above) or self.title
