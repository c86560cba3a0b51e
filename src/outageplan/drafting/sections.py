"""What a section of an announcement is about: its heading, or a question before the sentence, says stop or return."""

from __future__ import annotations

import re
from enum import Enum, auto

from outageplan.drafting.article import Article, Block, Sentence

_LONGEST = 40  # characters of a line that can head what follows
_LABEL = 14  # characters of a sentence that only says what the next one is about
_FAR = 8  # blocks back in which such a line is looked for
_OTHER = re.compile(
    r"期间|注意|要求|怎么|如何|提醒|提示|请|咨询|电话|联系|热线|不受影响|不停|保障|应急|措施|任务|须知|费用|报销|原因|背景|依据"
    r"|[Bb]efore|[Dd]uring|[Aa]fter|[Cc]ontact|[Qq]uestion|[Aa]dvance|[Aa]ffected"
)
_STOP = re.compile(
    r"停(?![水电气暖诊车薪])|暂|关闭|切换|升级|维护|封账|结转|中断|割接|检修|扩容|演练|[Ss]uspen|[Ss]top|[Cc]los|[Dd]owntime|[Oo]utage"
)
_RETURN = re.compile(
    r"恢复|开通|重新|开放|开机|上线|启用|回来|(?<=[么天时候])开|[Rr]esum|[Rr]estor|[Rr]eopen|[Rr]eturn|[Bb]ack"
)
_WHEN = re.compile(
    r"时间|时段|日期|时刻|安排|范围|起点|起止|节点|顺序|次序|哪天|几号|几时|何时|什么时候|什么时间|停什么|[Ww]hen|[Tt]ime|"
    r"[Ss]chedule|[Dd]ates?"
)
_DATED = re.compile(r"\d[日号:时点]")


class About(Enum):
    """What the times of a section are about."""

    STOP = auto()
    RETURN = auto()
    BOTH = auto()


def about(article: Article, sentence: Sentence) -> About | None:
    """What the times of a sentence are about by what stands above it; None where that does not say."""
    place = sentence.block
    for text in _before(article, sentence):
        asked = text.endswith("?") or (text.endswith("。") and len(text) <= _LABEL)  # 一、维护时间。5月17日22时开始
        if asked and not _DATED.search(text) and (said := _told(text)):
            return said
    blocks = article.blocks
    above = [blocks[one] for one in reversed(blocks[place].above)]
    near = [one for one in reversed(blocks[max(0, place - _FAR) : place]) if _heads(article, one)]
    questions = [one for one in near[:1] if article.text_of(one).endswith("?")]
    nearer = [one for one in questions if not above or one.start > above[0].start]
    for block in (*nearer, *above, *near[:1]):
        text = article.text_of(block)[block.number :].strip()
        if len(text) <= _LONGEST and not _DATED.search(text) and block.kind != "title":
            return None if _OTHER.search(text) else _told(text)
    return None


def _before(article: Article, sentence: Sentence) -> list[str]:
    """The sentences of its block before it, the nearest first."""
    start = article.blocks[sentence.block].start
    return [
        part.strip() for part in re.split(r"(?<=[。?!;])", article.text[start : sentence.start])[::-1] if part.strip()
    ]


def _heads(article: Article, block: Block) -> bool:
    text = article.text_of(block)
    return (
        not block.cells
        and len(text) <= _LONGEST
        and (block.kind == "heading" or text[-1:] in "?:。】]")
        and not (_DATED.search(text))
    )


def _told(text: str) -> About | None:
    if not _WHEN.search(text):
        return None
    stop, back = _STOP.search(text), _RETURN.search(text)
    return About.BOTH if stop and back else About.STOP if stop else About.RETURN if back else None
