"""The words around a moment that say what it is: from then on, up to then, not earlier, expected, and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from outageplan.drafting.times.alphabet import GAP
from outageplan.drafting.times.english import S
from outageplan.notice.moments import BoundaryKind

_ZH_REACH, _EN_REACH = 28, 96
_BREAK = re.compile(r"[。;!?\n]|\. ")


class Sense(Enum):
    """Which way a moment points."""

    NONE = auto()
    SINCE = auto()  # 起, from
    UNTIL = auto()  # 止, 停至, until
    BEFORE = auto()  # 前, by, 不晚于
    AFTER = auto()  # 后, 不早于, not before
    CLOSING = auto()  # 截止
    EXTENDED = auto()  # 延长至


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a phrase: where it really begins and ends, its sense, and how sure the bureau is of it."""

    start: int
    end: int
    sense: Sense
    how: BoundaryKind
    returns: bool  # the sentence speaks of the return of service
    stops: bool  # it speaks of the system, not of what people must do
    replaced: bool  # 原定: a date that something else has taken the place of
    condition: bool  # 12月31日前发生的费用: says which, not by when
    whole_day: bool  # 12月5日(含)前: the day itself counts


_TENTATIVE = re.compile(r"暂定|暂拟|初步[定拟]|初定|暂计划|(?i:tentative)")
_EXPECTED = re.compile(
    r"预计|预期|预估|估计|力争|争取|大概|(?<![模虚草])拟(?![定合])|拟定于"
    r"|(?<!征集)(?<!征收)(?<!缴费)(?<!工作)计划(?:于|在|将|自|从|为|系统|恢复|上线|停机|切换|[ ]?\Z)|工作计划于"
    r"|(?<![预签违合大节条公])大?约(?:于|在)?[ ]?\Z"
    r"|(?i:expected|expects|estimated|anticipated|planned|(?:about|around|approximately|approx\.|circa)\s?(?:the\s)?\Z)"
)
_ANNOUNCED_AS = re.compile(r"(?:预计|预期|预估|估计|初步判断|初步估计|暂定)[,，] ?\Z")
_REPLACED = re.compile(r"原(?:定|计划|拟|通知|公告|先)[^,]{0,12}\Z")
_RETURN_TOLD = re.compile(
    r"(?:恢复|上线|重启|开机|启用|开通)(?:[^,前后]{0,6})(?:时间|日期)|(?i:resum|restor|recover|back online|reopen)"
)
_SYSTEM = re.compile(r"停机|暂停|停止|恢复|切换|中断|系统|平台|上线|停网|(?i:suspen|shut|outage|system|service|resum)")
_TERM = re.compile(r"满[0-9]{1,3}[天日]|期限|时限|届满|期满|到期|有效期|截止|缴费期|申报期")
_RETURN_AHEAD = re.compile(
    r"[^,。;!?\n、(前后]{0,12}?(?:恢复(?![前后期])|修复|抢通|(?:重新)?开放|重启|开机|重新上线|全面上线|正式上线|开通(?=[^家个账亲]|\Z))"
)
_CONDITION = re.compile(
    r"(?:已|所|仍|新)?(?:发生|产生|入院|出院|住院|就诊|就医|参保|开具|开立)(?:但[^,。;!?\n、的]{0,8})?的(?!手续|业务|工作|办理)"
    r"|已(?:认定|备案|绑定|签约)[^,。;!?\n]{0,16}的"
)
_TAKEN_TILL = re.compile(
    r"(?:受理|办理|申报|报销|接收|递交|报送|补办|缴费|缴费期|参保期|有效期)(?:期|时间|日期|期限)?(?:将|可)?(?:延续|持续|截)?[至到]\Z"
)
_MAY_UNTIL = re.compile(  # may be submitted until, will settle the bill again until
    r"\b(?:may|can|must|should|shall|will)\b(?:(?!suspen|clos|unavail|stop|interrupt|cannot|not be)[^.;]){2,60}"
    r"\b(?:settled?|claim(?:ed)?|submitt?(?:ed)?|reimbursed?|accept(?:ed)?|return|apply|applied|bring|bill|pa(?:y|id))\b"
    r"[^.;]{0,40}(?:until|till|up to|through)(?: the)? ?\Z"
)
_LEAST = 9  # characters of a clause that names what is moved
_SO_FAR = re.compile(r",?[^,。;!?\n]{0,16}?(?:已|累计|共有|共计)")

_BEFORE_IT = [
    (Sense.AFTER, re.compile(rf"(?:不(?:得|能)?早于|最早(?:于|到|在|要到)?|至早(?:于)?){GAP}\Z")),
    (
        Sense.BEFORE,
        re.compile(
            rf"(?:不(?:得|能|应)?[晚迟]于|不得?超过|最[迟晚](?:于|在|应于|[须需应要][于在]|不晚于|不(?:要|能|得)?超过)?|至迟(?:于)?|务[必请]于){GAP}\Z"
        ),
    ),
    (
        Sense.CLOSING,
        re.compile(
            rf"(?:截[至止](?:时间|日期|日)?(?:为|是|到|至|于|(?:提前|调整|改)[到至为])?"
            rf"|(?:最后|补报|报销|申报|受理|补办|补缴|材料|申请)期限(?:为|是|至|到)?){GAP}:?{GAP}\Z"
        ),
    ),
    (Sense.EXTENDED, re.compile(rf"(?:延[长迟期后缓]?|顺延|推迟|展期|放宽|宽限){GAP}[至到]{GAP}\Z")),
    (Sense.UNTIL, re.compile(rf"(?:直|停|暂停|持续|维持|延续)?[至到]{GAP}\Z")),
    (Sense.SINCE, re.compile(rf"(?:自(?!助)|从){GAP}\Z")),
    (Sense.AFTER, re.compile(rf"(?i:(?:not|no){S}(?:before|earlier{S}than)|(?<![A-Za-z])after)(?:{S}the)?{S}\Z")),
    (
        Sense.BEFORE,
        re.compile(rf"(?<![A-Za-z])(?i:no{S}later{S}than|not{S}later{S}than|before|by|prior{S}to)(?:{S}the)?{S}\Z"),
    ),
    (
        Sense.UNTIL,
        re.compile(rf"(?<![A-Za-z])(?i:until|till|through|up{S}to|ending(?:{S}(?:at|on))?)(?:{S}the)?{S}\Z"),
    ),
    (
        Sense.SINCE,
        re.compile(
            rf"(?<![A-Za-z])(?i:from|since|starting|beginning|effective|as{S}of)(?:{S}(?:from|at|on|as{S}of))?(?:{S}the)?{S}\Z"
        ),
    ),
]
# The last sign of all that is in the list above: without it none of them is worth a search.
_MAY_POINT = re.compile(r"[于到在至晚迟最过超早请是为:期间截止自从A-Za-z][ \n]{0,3}\Z")
_BEHIND_IT = re.compile(
    rf"{GAP}(?P<about>左右|前后|上下|许(?!可))?{GAP}"
    rf"(?:\({GAP}(?P<mod>预计|暂定|计划|拟|暂|(?i:expected|tentative)){GAP}\))?(?P<whole>\(含(?:当日|当天|本日|该日)?\))?{GAP}"
    r"(?:(?P<SINCE>(?:之日)?起(?![付草因诉止])|开始|以来|始(?!终))"
    r"|(?P<UNTIL>止(?!付)|为止|结束(?![前后]))|(?P<CLOSING>截[止至](?!目前))"
    r"|(?:下班|系统)?(?:停机|停网|停止服务|系统关闭|关机|停运|切换|下线)?(?P<BEFORE>或?之前|或?以前|或前|(?<=[时点分半0-9])前(?=来)|前(?![往台期来去述天]|提(?!交|供|出|前)))"
    r"|(?:系统)?(?:开机|恢复|上线|启用|开通|重启)?(?P<AFTER>之后|以后|后(?![续台期缀付勤天]))"
    rf"|,?{S}(?i:(?P<SINCE_en>onwards?|or{S}later|and{S}after)|(?P<BEFORE_en>at{S}the{S}latest|or{S}earlier))"
    r"(?![A-Za-z]))?"
)
_HOW_BEHIND = {"暂定": BoundaryKind.TENTATIVE, "暂": BoundaryKind.TENTATIVE, "tentative": BoundaryKind.TENTATIVE}


def around(text: str, start: int, end: int, after: int) -> Around:
    """What surrounds `text[start:end]`; `after` is where the phrase before it ends, which is not looked into."""
    clause = clause_before(text, start, after, _EN_REACH)
    near = clause[-_ZH_REACH:]
    opened = text[start - 1 : start] == "(" or text.count("(", start, end) > text.count(")", start, end)
    bracketed = opened and text.startswith((")前", ")之前", ")以前"), end)
    behind = _BEHIND_IT.match(text, end + bracketed)  # 月底(9月30日)前
    assert behind is not None  # every part of it is optional
    said = next((name for name in behind.groupdict() if name.isupper() or name.endswith("_en") if behind[name]), None)
    sense, begins = (Sense[said.partition("_")[0]], start) if said else (Sense.NONE, start)
    for possible, pattern in _BEFORE_IT if _MAY_POINT.search(near) else ():
        if found := pattern.search(near):
            begins = start - (len(near) - found.start())
            if sense is Sense.NONE or possible is Sense.AFTER:
                sense = possible
            break
    if sense is Sense.UNTIL and (_TAKEN_TILL.search(near) or _MAY_UNTIL.search(clause)):
        sense = Sense.CLOSING  # 受理至12月31日
    ends = behind.end() if said or behind["about"] or behind["mod"] else end
    return Around(
        start=begins,
        end=ends,
        sense=sense,
        how=_how(clause, near, behind),
        returns=bool(_RETURN_TOLD.search(clause) or _RETURN_AHEAD.match(text, ends)),
        stops=_of_the_stop(near),
        replaced=bool(_REPLACED.search(near)),
        condition=bool(
            (said in ("BEFORE", "AFTER") and _CONDITION.match(text, ends))
            or (sense is Sense.CLOSING and _SO_FAR.match(text, ends))
        ),
        whole_day=behind["whole"] is not None,
    )


def _of_the_stop(near: str) -> bool:
    """Whether what is moved to a date is the stop or the return, and no term that people have."""
    own = last_part(near, _LEAST)
    return bool(_SYSTEM.search(own)) and not _TERM.search(own)


def last_part(clause: str, least: int) -> str:
    """What stands behind the last comma, with the part before it where it has fewer than `least` characters."""
    parts = clause.split(",")
    return ",".join(parts[-2:]) if len(parts[-1]) < least else parts[-1]


def clause_before(text: str, start: int, after: int, reach: int) -> str:
    """The words before a place: of the same sentence, at most `reach` of them, and none of the phrase before."""
    words = text[max(after, start - reach, 0) : start]
    breaks = [found.end() for found in _BREAK.finditer(words)]
    return words[breaks[-1] :] if breaks else words


def _how(clause: str, near: str, behind: re.Match[str]) -> BoundaryKind:
    if behind["mod"]:
        return _HOW_BEHIND.get(behind["mod"].lower(), BoundaryKind.EXPECTED)
    near = near.rstrip(",， ") if _ANNOUNCED_AS.search(near) else near  # 市医保局预计,12时可以恢复
    own = near[max(near.rfind(","), near.rfind("，")) + 1 :] if not clause.isascii() else clause
    if _TENTATIVE.search(own):
        return BoundaryKind.TENTATIVE
    return BoundaryKind.EXPECTED if behind["about"] or _EXPECTED.search(own) else BoundaryKind.STATED
