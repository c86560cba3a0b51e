"""What one time of an announcement is about, by the words beside it and by what stands above it."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Sentence
from outageplan.drafting.beside import DONE_BY, is_done_by, was_back
from outageplan.drafting.context import LABEL, NEAR, NEAR_WORK, Context
from outageplan.drafting.event import Role
from outageplan.drafting.foreign import clause_around, is_foreign
from outageplan.drafting.instants import Instants
from outageplan.drafting.stretches import Stretches
from outageplan.drafting.tables import role_in_row
from outageplan.drafting.times import Found, Kind
from outageplan.drafting.topic import Topic

_META = 120  # characters of a line that tells of the page, not of the stop
MOVED = re.compile(r"推迟|顺延|提前|调整|延期|延后|改为|变更")
_CROWDED = re.compile(r"[^,。;]{0,16}(?:人员较多|较多|高峰|拥堵|排队|可能)")
_SO_FAR, _DONE_SINCE = re.compile("[到截]"), re.compile(r",[^。;]{0,40}(?:完毕|完成|办结)")
_POWER = re.compile(r"(?:供电|电力|市电|供水)[^,。;]{0,8}$")  # back before service is
_HAS_UNTIL = re.compile(
    r"\b(?:may|can|must|should|shall) (?:\w+ ){1,6}(?:settled?|claimed|submitted|reimbursed|paid)\b[^.;]*$"
)
_PUT_OFF = re.compile(r"(?:延期|推迟|延迟|顺延|延后)[至到]")
_OPEN_TILL = re.compile(r"(?:门诊|窗口|大厅|办公|营业)[^,。;]{0,2}$")  # 慢病门诊延长至18:00
_BACK_BY_THEN = re.compile(r"[^,。;]{0,6}(?:恢复|开通|启用|开放|上线)[^,。;]{0,8},(?:具体)?(?:时间)?")
_CLOSES = re.compile(r"截[至止]$")
_REOPENS = re.compile(
    r"(?:受理|办理|接收)?[;,。] ?[^,。;\n]{2,24}?(?:重新(?:受理|办理|开)|恢复)"
)  # 受理至20日截止;29日重新受理
_DENIED = re.compile(
    r"\s*(?:答:?)?(?:这|那)?(?:个|条|种)?(?:说法)?(?:是|属于)?(?:诈骗|骗局|骗人|谣|不是|假的|不会|没有|不实|不对|误解)"
)


class Roles:
    """Tells the roles of one article's times."""

    def __init__(self, article: Article, topic: Topic) -> None:
        self._article = article
        self._text = article.text
        self._context = Context(article, topic)
        self._stretches = Stretches(article, self._context)
        self._instants = Instants(article, self._context)

    def role(self, time: Found, sentence: Sentence, before: str, behind: str) -> tuple[Role, bool]:
        """What it is about, and whether that is only told by what stands around it."""
        block = self._article.blocks[sentence.block]
        if block.cells:
            return role_in_row(self._article, time, sentence.block), False
        around = self._context.around(time, sentence)
        if (
            time.kind is not Kind.RANGE
            and block.end - block.start < _META
            and say.ABOUT_THE_PAGE.search(self._article.text_of(block))
        ):
            return Role.OTHER, False
        if self._context.topic is Topic.NO_STOP and time.kind is not Kind.DEADLINE:
            return Role.OTHER, False
        clause = clause_around(self._text, sentence.start, sentence.end, time)
        if is_foreign(time, clause, around, before, behind):
            return Role.OTHER, False
        if _DENIED.match(self._text, sentence.end) and self._article.text_of(sentence).rstrip().endswith("?"):
            return Role.OTHER, False
        behind = say.TOO_LATE.split(behind, maxsplit=1)[0]
        if time.kind is Kind.UNRESOLVED and time.start_boundary is None:
            return Role.END, False
        match time.kind:
            case Kind.DEADLINE:
                return self._deadline(time, before, behind), False
            case Kind.RANGE:
                return self._stretches.role(time, sentence, block, before, behind)
            case Kind.START | Kind.MOMENT | Kind.UNRESOLVED:
                return self._instants.role(time, sentence, block, before, behind)
            case Kind.END | Kind.OPEN:
                return self._end(time, sentence, before, behind), False
            case Kind.RECURRING:
                return self._stretches.recurring(time, sentence, block, before, behind), False
            case _:
                return Role.OTHER, False

    def _deadline(self, time: Found, before: str, behind: str) -> Role:
        """By when something is to be done; or by when service was back, or to when a stop or a return is moved."""
        if time.deadline is None or time.deadline.moment is None:
            return Role.OTHER if _CROWDED.match(behind) else Role.DEADLINE
        if say.BY_THEN.search(time.words) and was_back(behind[:NEAR]):
            return Role.END
        if say.RETURN_MOVED.search(before) or (_PUT_OFF.match(time.words) and self._of_returns(time, before)):
            return Role.END
        if _CLOSES.search(time.words) and say.SUBJECT.search(before) and _REOPENS.match(self._text, time.end):
            return Role.START
        work = DONE_BY.match(behind) and say.SYSTEM_WORK.search(before[-NEAR_WORK:])
        if not work and is_done_by(time.end_boundary, before, behind):
            return Role.END  # 22点开始升级,预计明早6点前完成
        longer = time.words.startswith("延") and _OPEN_TILL.search(before)
        return Role.OTHER if work or longer or _CROWDED.match(behind) else Role.DEADLINE

    def _of_returns(self, time: Found, before: str) -> bool:
        """Whether a paragraph begins with saying that it is about returns: 二、延期恢复的业务。门诊结算延期至16日."""
        start = self._text.rfind("\n", 0, time.start) + 1
        head = self._text[start : start + LABEL].partition("。")[0]
        return bool(say.BACK.search(head) and say.SUBJECT.search(before)) and not say.OTHER_END.search(before)

    def _end(self, time: Found, sentence: Sentence, before: str, behind: str) -> Role:
        around = self._context.around(time, sentence)
        if time.kind is Kind.OPEN and time.words.endswith("为准") and _BACK_BY_THEN.fullmatch(before):
            return Role.OTHER  # 预计5月19日10时恢复,以通知为准
        if time.kind is Kind.OPEN:
            label = before[-40:]
            if say.STOP_TIME.search(time.words) and not say.RESUME.search(time.words):
                return Role.OTHER
            resumes, stops = list(say.RESUME.finditer(label)), list(say.HARD_STOP.finditer(label))
            if resumes or stops or say.RESUME.search(time.words):
                return Role.END
            return Role.END if say.STOP.search(around) or say.RESUME.search(around) else Role.OTHER
        if _POWER.search(before) or (before.isascii() and _HAS_UNTIL.search(before)):
            return Role.OTHER
        if _SO_FAR.match(time.words) and _DONE_SINCE.match(behind):
            return Role.OTHER
        if say.OTHER_RANGE.search(behind[:14]) or say.OTHER_END.search(before) or say.IN_BETWEEN.search(behind):
            return Role.OTHER
        if say.STOP_MOVED.search(before) and not say.RETURN_MOVED.search(before):
            return Role.START if MOVED.search(time.words) or MOVED.search(before[-4:]) else Role.END
        return Role.END if say.STOP.search(around) or say.RESUME.search(around) else Role.OTHER
