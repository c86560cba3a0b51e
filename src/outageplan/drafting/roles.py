"""What one time of an announcement is about, by the words beside it and by what stands above it."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.beside import beside, by_the_hour, clauses, first_verb, is_no_stop, last_verb, was_back
from outageplan.drafting.context import Context
from outageplan.drafting.event import Role
from outageplan.drafting.foreign import clause_around, is_foreign
from outageplan.drafting.sections import About, about
from outageplan.drafting.tables import role_in_row
from outageplan.drafting.times import Found, Kind
from outageplan.drafting.topic import Topic
from outageplan.notice.moments import BoundaryKind

_NEAR = 120  # characters behind a time in which its verb is looked for, before the next time
_NEAR_IN_ENGLISH = 180
NEARBY = 500  # characters of a sentence on either side of a time
_META = 120  # characters of a line that tells of the page, not of the stop
_NEAR_WORK = 40  # characters behind a stretch in which the work on a system is named
_BARE = 24  # characters beside a stretch of time that stands for itself under a heading
_BESIDE = 2  # clauses on either side of a time that name what stops
_OWN_LABEL = 8  # characters of a label that stands right before it
_LABEL = 30  # characters before it in which its label stands
MOVED = re.compile(r"推迟|顺延|提前|调整|延期|延后|改为|变更")
_DONE_BY = re.compile(r"完成|结束")  # by when the work on a system is done
_CROWDED = re.compile(r"[^,。;]{0,16}(?:人员较多|较多|高峰|拥堵|排队|可能)")
_BACK_EARLY = re.compile(r"(?:提前|全面|已经?|正式)恢复[^,。;]{0,6},$")
_SO_FAR, _DONE_SINCE = re.compile("[到截]"), re.compile(r",[^。;]{0,40}(?:完毕|完成|办结)")
_WITH_BILLS = re.compile(r"[^。;]{0,6}[持凭][^,。;]{0,8}(?:发票|票据|收据|单据)")
_MEANTIME = re.compile(r"(?:停机|暂停|切换|停办|割接|维护|升级)期间的?")
_POWER = re.compile(r"(?:供电|电力|市电|供水)[^,。;]{0,8}$")  # back before service is
_HAS_UNTIL = re.compile(
    r"\b(?:may|can|must|should|shall) (?:\w+ ){1,6}(?:settled?|claimed|submitted|reimbursed|paid)\b[^.;]*$"
)
_PEOPLE_COME = re.compile(r",? ?(?:you|patients|they|people|insured persons?) (?:may|can|should|must|will)\b")
_PUT_OFF = re.compile(r"(?:延期|推迟|延迟|顺延|延后)[至到]")
_TIME_LABEL = re.compile(r"[^,。;:]{0,3}(?<![报办请告缴取])(?:时间|时段)(?:为|是|:)")
_EN_WORK = re.compile(r"\b(?:work|maintenance|outage|upgrade|switch|downtime|interruption)\b", re.IGNORECASE)
_OF_ANYTHING = re.compile(r"关闭|关停|下线|终止|clos")
_OF_A_PHONE = re.compile(r"(?:电话|热线|号码|邮箱)[^,。;\u4e00-\u9fff]{0,24}$")
_IN_BRACKETS = re.compile(r"\([^()\n]{0,80}\)")
_THEN_NOT = re.compile(
    r" ?(?:其间|期间|在?此期间|此间|届时|这段时间|上述时段)[^。;\n]{0,100}"
)  # 4月18日22时至21日7时。其间,不能结算
_DURING_THESE = re.compile(r" ?During (?:these|this|that|the) (?:hours|time|period|night|window)[^.\n]{0,240}")
_CLOSES = re.compile(r"截[至止]$")
_REOPENS = re.compile(
    r"(?:受理|办理|接收)?[;,。] ?[^,。;\n]{2,24}?(?:重新(?:受理|办理|开)|恢复)"
)  # 受理至20日截止;29日重新受理
_ASKED_TO, _OWN_THINGS = (  # 请于16:00关闭客户端
    re.compile(r"请[^,。;]{0,8}[于在]$"),
    re.compile(r"前?(?:关闭|退出|停用)[^,。;]{0,8}(?:客户端|电脑|程序|软件|终端|设备|浏览器|接口|界面)"),
)
_TILL = re.compile(  # 至切换完成前: no verb of its own
    r"^,?(?:一?直)?[至到][^,。;、\d]{2,16}?(?:为止|(?<!停)止|之前|(?<!提)前|时|(?<=恢复|上线|完成|结束)(?=[,。;)]|期间|$))"
)
_DENIED = re.compile(
    r"\s*(?:答:?)?(?:这|那)?(?:个|条|种)?(?:说法)?(?:是|属于)?(?:诈骗|骗局|骗人|谣|不是|假的|不会|没有|不实|不对|误解)"
)
_THEN = re.compile(r"(?:停机|恢复|切换|上线|开机)$")  # 停机当晚


class Roles:
    """Tells the roles of one article's times."""

    def __init__(self, article: Article, topic: Topic) -> None:
        self._article = article
        self._text = article.text
        self._context = Context(article, topic)

    def role(self, time: Found, sentence: Sentence, before: str, behind: str) -> tuple[Role, bool]:
        """What it is about, and whether that is only told by what stands around it."""
        block = self._article.blocks[sentence.block]
        if block.cells:
            return role_in_row(self._article, time, sentence.block), False
        around = self._around(time, sentence)
        if (
            time.kind is not Kind.RANGE
            and block.end - block.start < _META
            and say.ABOUT_THE_PAGE.search(self._article.text_of(block))
        ):
            return Role.OTHER, False
        if self._context.topic is Topic.SEASON and time.kind is not Kind.DEADLINE:
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
                return self._range(time, sentence, block, before, behind)
            case Kind.START | Kind.MOMENT | Kind.UNRESOLVED:
                return self._moment(time, sentence, block, before, behind)
            case Kind.END | Kind.OPEN:
                return self._end(time, sentence, before, behind), False
            case Kind.RECURRING:
                if is_no_stop(before, behind) or say.ATTENDED.match(behind):
                    return Role.OTHER, False
                own = _MEANTIME.sub("", around)
                stops = say.STOP.search(own) or say.HARD_STOP.search(own)
                told = _TIME_LABEL.match(around) and self._context.heading_says(sentence, block, say.STOP)
                return (Role.RANGE if stops or told else Role.OTHER), False
            case _:
                return Role.OTHER, False

    def _around(self, time: Found, sentence: Sentence) -> str:
        """The sentence of a time, as far as it is near."""
        return self._text[max(sentence.start, time.start - NEARBY) : min(sentence.end, time.end + NEARBY)]

    def _deadline(self, time: Found, before: str, behind: str) -> Role:
        """By when something is to be done; or by when service was back, or to when a stop or a return is moved."""
        if time.deadline is None or time.deadline.moment is None:
            return Role.OTHER if _CROWDED.match(behind) else Role.DEADLINE
        if say.BY_THEN.search(time.words) and was_back(behind[:_NEAR]):
            return Role.END
        if say.RETURN_MOVED.search(before) or (_PUT_OFF.match(time.words) and self._of_returns(time, before)):
            return Role.END
        if _CLOSES.search(time.words) and say.SUBJECT.search(before) and _REOPENS.match(self._text, time.end):
            return Role.START
        work = _DONE_BY.match(behind) and say.SYSTEM_WORK.search(before[-_NEAR_WORK:])
        expected = time.end_boundary is not None and time.end_boundary.kind is BoundaryKind.EXPECTED
        if expected and not work and _DONE_BY.match(behind) and say.WORK.search(before):
            return Role.END  # 22点开始升级,预计明早6点前完成
        return Role.OTHER if work or _CROWDED.match(behind) else Role.DEADLINE

    def _of_returns(self, time: Found, before: str) -> bool:
        """Whether a paragraph begins with saying that it is about returns: 二、延期恢复的业务。门诊结算延期至16日."""
        start = self._text.rfind("\n", 0, time.start) + 1
        head = self._text[start : start + _LABEL].partition("。")[0]
        return bool(say.BACK.search(head) and say.SUBJECT.search(before)) and not say.OTHER_END.search(before)

    def _range(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        around = self._around(time, sentence)
        if say.WITHOUT_STOP.search(around):
            return Role.OTHER, False
        if say.START_LABEL.search(before[-_LABEL:]) or say.IN_THE_STOP.search(behind):
            return Role.RANGE, False
        then = _THEN_NOT.match(self._text, sentence.end, min(block.end, sentence.end + NEARBY))
        then = then or _DURING_THESE.match(self._text, sentence.end, block.end)
        if then and by_the_hour(time) and say.HARD_STOP.search(then[0]) and say.LABELLED.search(then[0]):
            return Role.RANGE, False
        if not self._context.about_a_service(sentence, block):
            return Role.OTHER, False
        if say.HARD_STOP.search(time.words):  # 17时30分停到2日8时
            return Role.RANGE, False
        if say.HARD_STOP.match(behind):
            return Role.RANGE, False
        labelled = say.OTHER_LABEL.search(before[-_OWN_LABEL:])
        if labelled or say.BACKGROUND.search(before[-16:]) or is_no_stop(before, behind):
            return Role.OTHER, False
        verb = None if say.END_LABEL.search(behind) else first_verb(behind[:_NEAR])  # the label of the next time
        if verb == "stop" or say.HARD_STOP.search(before):
            return Role.RANGE, False
        if verb == "resume" and say.STRONG_RESUME.search(behind[:_NEAR]):
            return Role.OTHER, False
        if say.STOP.search(_MEANTIME.sub("", around)) and not say.OTHER_RANGE.search(around):
            return Role.RANGE, False
        if say.WITHOUT_STOP.search(self._text, block.start, block.end):
            return Role.OTHER, False
        if by_the_hour(time) and say.SYSTEM_WORK.search(beside(before, behind, _NEAR_WORK)):
            return Role.RANGE, False
        if by_the_hour(time) and say.PAID_ONESELF.search(behind):
            return Role.RANGE, True
        if say.SYSTEM_WORK.search(behind[:_NEAR_WORK]) and say.MEANWHILE.match(self._text, sentence.end, block.end):
            return Role.RANGE, False
        if block.kind == "item" and self._context.introduced(sentence.block):
            return Role.RANGE, False
        if say.DEGRADED_TIME.search(around):
            return Role.RANGE, False
        if self._is_listed(time, sentence, before, behind):
            return Role.RANGE, False
        rest = len(_IN_BRACKETS.sub("", around)) - len(_IN_BRACKETS.sub("", time.words)) - block.number
        if say.END_LABEL.search(behind):  # what follows is about the next time
            rest = len(before) - block.number
        if (
            rest < _BARE
            and not say.OTHER_LABEL.search(before)
            and self._context.heading_says(sentence, block, say.STOP)
            and not say.OTHER_RANGE.search(around)
            and not _WITH_BILLS.match(behind)
        ):
            return Role.RANGE, True
        return Role.OTHER, False

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

    def _moment(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        label = before[-_LABEL:]
        stop = say.HARD_STOP.match(behind) if time.kind is Kind.START else None
        if time.kind is Kind.START and _BACK_EARLY.search(before):
            return Role.END, False
        if stop and self._context.about_a_service(sentence, block):
            return Role.START, False
        if say.END_LABEL.search(label):
            return Role.END, False
        if say.BY_THEN.search(time.words):
            return (Role.END if was_back(behind[:_NEAR]) else Role.OTHER), False
        if say.BACKGROUND.search(before[-16:]):
            return Role.OTHER, False
        if before.isascii() and _PEOPLE_COME.match(behind):
            return Role.OTHER, False
        if before.isascii() and (verb := last_verb(before[-_NEAR:])):
            if verb == "stop" and not self._is_ours(time, sentence, block):
                return Role.OTHER, False
            return (Role.START if verb == "stop" else Role.END), False
        if say.REFORM.search(behind):
            return Role.OTHER, False
        if (
            _OF_A_PHONE.search(before)
            or say.GO_LIVE.search(behind)
            or say.ENTRY.search(before)
            or say.ASKED.search(behind)
        ):
            return Role.OTHER, False
        if _ASKED_TO.search(before) and _OWN_THINGS.match(behind):
            return Role.OTHER, False
        begins = time.start_boundary.moment if time.kind is Kind.START and time.start_boundary else None
        works = say.SYSTEM_WORK.search(behind[:_NEAR_WORK]) or say.SYSTEM_WORK.search(beside(before, behind))
        if begins and begins.hour_stated and works:
            return Role.START, True
        if time.kind is Kind.START and say.FAR_START_LABEL.search(self._text, sentence.start, time.start):
            return Role.START, False
        behind = say.EXCEPTED.sub("", _TILL.sub("", behind))
        verb = first_verb(behind[:_NEAR_IN_ENGLISH] if behind.isascii() else clauses(behind[:_NEAR]))
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
        near = any(one.search(self._text, block.start, time.start) for one in (say.LABELLED, _EN_WORK))
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

    def _end(self, time: Found, sentence: Sentence, before: str, behind: str) -> Role:
        around = self._around(time, sentence)
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
