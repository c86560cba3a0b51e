"""What stands around a time: the title, the heading, the line above a list, as far as they tell of a stop."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.effect_words import TELLS
from outageplan.drafting.times import Found
from outageplan.drafting.topic import Topic

NEAR = 120  # characters behind a time in which its verb is looked for, before the next time
NEAR_WORK = 40  # characters behind a stretch in which the work on a system is named
LABEL = 30  # characters before it in which its label stands
NEARBY = 500  # characters of a sentence on either side of a time
_LIST = 12  # blocks of a list that a paragraph leads


class Context:
    """The surroundings of one article's times, and its topic."""

    def __init__(self, article: Article, topic: Topic) -> None:
        self._article = article
        self._about: dict[int, bool] = {}  # by the place of a sentence
        self.topic = topic

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
        return self.topic.in_title or self._about[sentence.start]

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
        return any(pattern.search(self._article.text_of(one)[:200]) for one in above) or self.topic is Topic.STOP

    def around(self, time: Found, sentence: Sentence) -> str:
        """The sentence of a time, as far as it is near."""
        return self._article.text[max(sentence.start, time.start - NEARBY) : min(sentence.end, time.end + NEARBY)]
