"""What a single moment of an announcement is about: the start of a stop, its end, or something else."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.beside import beside, clauses, first_verb, is_done_by, last_verb, was_back
from outageplan.drafting.context import LABEL, NEAR, NEAR_WORK, Context
from outageplan.drafting.event import Role
from outageplan.drafting.sections import About, about
from outageplan.drafting.times import Found, Kind

_NEAR_IN_ENGLISH = 180
_BESIDE = 2  # clauses on either side of a time that name what stops
_BACK_EARLY = re.compile(r"(?:提前|全面|已经?|正式)恢复[^,。;]{0,6},$")
_PEOPLE_COME = re.compile(r",? ?(?:you|patients|they|people|insured persons?) (?:may|can|should|must|will)\b")
_WHEN = re.compile(r"When:")  # the paragraph above says what
_UNTIL = re.compile(r"\buntil, [^,.;]{4,40},(?: about| around)? ?$")  # until, the bureau says, about 8:00
_EN_WORK = re.compile(r"\b(?:work|maintenance|outage|upgraded?|switch|downtime|interruption)\b", re.IGNORECASE)
_OF_ANYTHING = re.compile(r"关闭|关停|下线|终止|clos")
_OF_A_PHONE = re.compile(r"(?:电话|热线|号码|邮箱)[^,。;\u4e00-\u9fff]{0,24}$")
_NUMBER = re.compile(r"\d{3,4}-?\d{7,8}[于自从在]?$")  # 0000-1234567于4月28日18时停用
_ASKED_TO, _OWN_THINGS = (  # 请于16:00关闭客户端
    re.compile(r"请[^,。;]{0,8}[于在]$"),
    re.compile(r"前?(?:关闭|退出|停用)[^,。;]{0,8}(?:客户端|电脑|程序|软件|终端|设备|浏览器|接口|界面)"),
)
_TILL = re.compile(  # 至切换完成前: no verb of its own
    r"^,?(?:一?直)?[至到][^,。;、\d]{2,16}?(?:为止|(?<!停)止|之前|(?<!提)前|时|(?<=恢复|上线|完成|结束)(?=[,。;)]|期间|$))"
)
_SUCH_A_DAY = re.compile(r"(?:为|是)(?:最后|备用|备选|预备|缓冲)")  # 6月13日为最后一夜
_THEN = re.compile(r"(?:停机|恢复|切换|上线|开机)$")  # 停机当晚
_TRIED, _DONE = re.compile(r"(?:测试|演练|验收|联调)[^,。;]{0,4}$"), re.compile("完成|结束|通过")


class Instants:
    """Tells what the single moments of one article are about."""

    def __init__(self, article: Article, context: Context) -> None:
        self._article = article
        self._text = article.text
        self._context = context

    def role(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        """What it is about, and whether that is only told by what stands around it."""
        label = before[-LABEL:]
        stop = say.HARD_STOP.match(behind) if time.kind is Kind.START else None
        if time.kind is Kind.START and _BACK_EARLY.search(before):
            return Role.END, False
        if stop and self._context.about_a_service(sentence, block):
            return Role.START, False
        if say.END_LABEL.search(label):
            return Role.END, False
        if say.BY_THEN.search(time.words):
            return (Role.END if was_back(behind[:NEAR]) else Role.OTHER), False
        if say.BACKGROUND.search(before[-16:]) or say.WITHOUT_STOP.search(behind[:NEAR_WORK]):
            return Role.OTHER, False
        if _UNTIL.search(before):
            return Role.END, False
        if before.isascii() and _PEOPLE_COME.match(behind):
            return Role.OTHER, False
        if before.isascii() and (verb := last_verb(before[-NEAR:])):
            if verb == "stop" and not self._is_ours(time, sentence, block):
                return Role.OTHER, False
            return (Role.START if verb == "stop" else Role.END), False
        if is_done_by(time.start_boundary, self._text[sentence.start : time.start], behind):
            return Role.END, False
        if _is_of_something_else(before, behind):
            return Role.OTHER, False
        begins = time.start_boundary.moment if time.kind is Kind.START and time.start_boundary else None
        works = say.SYSTEM_WORK.search(behind[:NEAR_WORK]) or say.SYSTEM_WORK.search(beside(before, behind))
        if begins and begins.hour_stated and works:
            return Role.START, True
        if time.kind is Kind.START and say.FAR_START_LABEL.search(self._text, sentence.start, time.start):
            return Role.START, False
        behind = say.EXCEPTED.sub("", _TILL.sub("", behind))
        verb = first_verb(behind[:_NEAR_IN_ENGLISH] if behind.isascii() else clauses(behind[:NEAR]))
        if _TRIED.search(label) and _DONE.match(behind):
            return Role.OTHER, False
        if say.START_LABEL.search(label) and verb != "resume":
            return (Role.OTHER if before.isascii() and not self._is_ours(time, sentence, block) else Role.START), False
        if verb == "stop":
            named = self._context.about_a_service(sentence, block) and self._names_its_subject(before, behind)
            return (Role.START if named else Role.OTHER), False
        if verb == "resume":
            strong = say.STRONG_RESUME.search(behind[:_NEAR_IN_ENGLISH])
            return Role.END, strong is None
        return self._by_surroundings(time, sentence, block, before, behind)

    def _is_ours(self, time: Found, sentence: Sentence, block: Block) -> bool:
        """Whether an English paragraph names, up to a time, a service or the work on it: it may be a canteen."""
        start = block.start
        if _WHEN.match(self._text, start) and sentence.block:
            start = self._article.blocks[sentence.block - 1].start
        near = any(one.search(self._text, start, time.start) for one in (say.LABELLED, _EN_WORK))
        return near or self._context.about_a_service(sentence, block)

    def _names_its_subject(self, before: str, behind: str) -> bool:
        """Whether the clauses beside a time name what is closed; they need not where the title announces a stop."""
        stop = say.HARD_STOP.search(behind)
        if self._context.topic.in_title or stop is None or not _OF_ANYTHING.match(stop[0]):
            return True
        near = ",".join(before.split(",")[-_BESIDE:]) + ",".join(behind.split(",")[:_BESIDE])
        return say.LABELLED.search(near) is not None

    def _by_surroundings(
        self, time: Found, sentence: Sentence, block: Block, before: str, behind: str
    ) -> tuple[Role, bool]:
        """A time without a verb of its own: the label above it, or in English the verb before it."""
        bare = not (before.strip() or behind.strip(" 。.;,")) or sentence.start + block.number >= time.start
        above = self._article.text_of(self._article.blocks[block.above[-1]]) if block.above else ""
        if bare and len(above) < 40:
            if say.RESUME.search(above) and not say.HARD_STOP.search(above):
                return Role.END, False
            if say.HARD_STOP.search(above) and time.kind is Kind.START:
                return Role.START, False
        if before.isascii() and before.strip():
            verb = last_verb(before[-90:])
            if verb:
                return (Role.START if verb == "stop" else Role.END), False
        section = about(self._article, sentence) if time.kind in (Kind.MOMENT, Kind.START) else None
        if section is About.RETURN and not say.HARD_STOP.search(behind):
            return Role.END, False
        first = len(before) == time.start - sentence.start
        if section is About.STOP and first and (bare or time.kind is Kind.START or before.endswith(":")):
            return Role.START, False
        if time.kind is Kind.UNRESOLVED and _THEN.search(before):
            return Role.OTHER, False
        if time.kind is Kind.UNRESOLVED and say.HARD_STOP.search(self._text, sentence.start, sentence.end):
            return Role.START, False
        return Role.OTHER, False


def _is_of_something_else(before: str, behind: str) -> bool:
    """Whether the words on both sides are of a rule, a phone, an entry, a question, or of people's own computers."""
    if any(one.search(behind) for one in (say.REFORM, say.GO_LIVE, say.ASKED)) or _SUCH_A_DAY.match(behind):
        return True
    if _OF_A_PHONE.search(before) or _NUMBER.search(before) or say.ENTRY.search(before):
        return True
    return _ASKED_TO.search(before) is not None and _OWN_THINGS.match(behind) is not None
