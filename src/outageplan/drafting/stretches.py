"""What a stretch of time of an announcement is about: a stop that lasts so long, or something else."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.beside import beside, by_the_hour, first_verb, is_no_stop
from outageplan.drafting.context import LABEL, NEAR, NEAR_WORK, NEARBY, Context
from outageplan.drafting.event import Role
from outageplan.drafting.sections import About, about
from outageplan.drafting.times import Found
from outageplan.drafting.topic import Topic

_BARE = 24  # characters beside a stretch of time that stands for itself under a heading
_OWN_LABEL = 8  # characters of a label that stands right before it
_WITH_BILLS = re.compile(r"[^。;]{0,6}[持凭][^,。;]{0,8}(?:发票|票据|收据|单据)")
# 除22时至次日8时系统维护外,均可缴费
_EXCEPT_FOR = re.compile(r"[^,。;]{0,12}(?:维护|升级|停机|停办|暂停|切换)[^,。;]{0,6}外(?=[,。;])")
_TRIED_OUT = re.compile(r"(?:组织|开展|安排|进行)[^,。;停]{0,8}(?:测试|联调|验证|自测|比对)")  # 7:00至9:00组织接口测试
_MEANTIME = re.compile(r"(?:停机|暂停|切换|停办|割接|维护|升级)期间的?")
_TIME_LABEL = re.compile(r"[^,。;:]{0,3}(?<![报办请告缴取])(?:时间|时段)(?:为|是|:)")
_THEN_NOT = re.compile(
    r" ?(?:其间|期间|在?此期间|此间|届时|这段时间|上述时段)[^。;\n]{0,100}"
)  # 4月18日22时至21日7时。其间,不能结算
_DURING_THESE = re.compile(r" ?During (?:these|this|that|the) (?:hours|time|period|night|window)[^.\n]{0,240}")
_AFTER_IT = re.compile(r"\)?(?:之|以)?后(?:再|办|来|申)")  # 国庆节(10月1日至7日)后办理


class Stretches:
    """Tells what the stretches of one article's time are about."""

    def __init__(self, article: Article, context: Context) -> None:
        self._article = article
        self._text = article.text
        self._context = context

    def role(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        """What it is about, and whether that is only told by what stands around it."""
        around = self._context.around(time, sentence)
        if say.WITHOUT_STOP.search(around) or _AFTER_IT.match(behind):
            return Role.OTHER, False
        if say.START_LABEL.search(before[-LABEL:]) or say.IN_THE_STOP.search(behind):
            return Role.RANGE, False
        then = _THEN_NOT.match(self._text, sentence.end, min(block.end, sentence.end + NEARBY))
        then = then or _DURING_THESE.match(self._text, sentence.end, block.end)
        if then and by_the_hour(time) and say.HARD_STOP.search(then[0]) and say.LABELLED.search(then[0]):
            return Role.RANGE, False
        if not self._context.about_a_service(sentence, block):
            return Role.OTHER, False
        if say.HARD_STOP.search(time.words) or say.HARD_STOP.match(behind):  # 17时30分停到2日8时
            return Role.RANGE, False
        if _TRIED_OUT.match(behind):
            return Role.OTHER, False
        if before.endswith("除") and _EXCEPT_FOR.match(behind):
            return Role.RANGE, False
        labelled = say.OTHER_LABEL.search(before[-_OWN_LABEL:])
        if labelled or say.BACKGROUND.search(before[-16:]) or is_no_stop(before, behind):
            return Role.OTHER, False
        verb = None if say.END_LABEL.search(behind) else first_verb(behind[:NEAR])  # the label of the next time
        if verb == "stop" or say.HARD_STOP.search(before):
            return Role.RANGE, False
        if verb == "resume" and say.STRONG_RESUME.search(behind[:NEAR]):
            return Role.OTHER, False
        if say.STOP.search(_MEANTIME.sub("", around)) and not say.OTHER_RANGE.search(around):
            return Role.RANGE, False
        if say.WITHOUT_STOP.search(self._text, block.start, block.end):
            return Role.OTHER, False
        if by_the_hour(time) and say.SYSTEM_WORK.search(beside(before, behind, NEAR_WORK)):
            return Role.RANGE, False
        if by_the_hour(time) and say.PAID_ONESELF.search(behind):
            return Role.RANGE, True
        if say.SYSTEM_WORK.search(behind[:NEAR_WORK]) and say.MEANWHILE.match(self._text, sentence.end, block.end):
            return Role.RANGE, False
        introduced = block.kind == "item" and self._context.introduced(sentence.block)
        if introduced or say.DEGRADED_TIME.search(around) or self._is_listed(time, sentence, before, behind):
            return Role.RANGE, False
        if self._stands_alone(time, sentence, block, before, behind):
            return Role.RANGE, True
        return Role.OTHER, False

    def _stands_alone(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> bool:
        """Whether it stands for itself under a heading that tells of a stop."""
        around = self._context.around(time, sentence)
        rest = len(say.IN_BRACKETS.sub("", around)) - len(say.IN_BRACKETS.sub("", time.words)) - block.number
        if say.END_LABEL.search(behind):  # what follows is about the next time
            rest = len(before) - block.number
        if rest >= _BARE or say.OTHER_LABEL.search(before) or _WITH_BILLS.match(behind):
            return False
        return self._context.heading_says(sentence, block, say.STOP) and not say.OTHER_RANGE.search(around)

    def _is_listed(self, time: Found, sentence: Sentence, before: str, behind: str) -> bool:
        """Whether it stands below a heading that tells when something stops, or behind the services that do."""
        if say.OTHER_LABEL.search(before) or say.ATTENDED.search(before) or say.OTHER_RANGE.search(behind):
            return False
        if about(self._article, sentence) in (About.STOP, About.BOTH):
            return True
        label = before.removesuffix("自").removesuffix("从").rstrip()
        alone = not behind.strip() or behind.lstrip()[0] in "。.;,("
        listed = self._article.blocks[sentence.block].kind == "item" and self._context.topic is Topic.STOP
        named = label.endswith(":") and (listed or say.LABELLED.search(label))
        return bool(
            named
            and alone
            and by_the_hour(time)
            and (self._context.topic is Topic.STOP or self._context.above_tells_of_a_stop(sentence))
        )

    def recurring(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> Role:
        """The role of a stretch that comes again."""
        if is_no_stop(before, behind) or say.ATTENDED.match(behind):
            return Role.OTHER
        own = _MEANTIME.sub("", self._context.around(time, sentence))
        stops = say.STOP.search(own) or say.HARD_STOP.search(own)
        told = _TIME_LABEL.match(own) and self._context.heading_says(sentence, block, say.STOP)
        return Role.RANGE if stops or told else Role.OTHER
