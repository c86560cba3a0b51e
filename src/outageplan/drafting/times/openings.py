"""What is left open: 恢复时间另行通知, `until further notice`; and phrases that fix no day at all, such as 节后."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outageplan.drafting.times.alphabet import GAP
from outageplan.drafting.times.english import S
from outageplan.drafting.times.found import Found, Kind, Sure
from outageplan.drafting.times.matching import behind, matches
from outageplan.drafting.times.surroundings import clause_before, last_part
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.wording import Text

_NEAR = 40
_LEAST = 6  # characters of a part of a sentence that says something
_OPEN_FIRST, _EN_FIRST = re.compile("[等另待未以尚看见关留]"), re.compile("[uUtTwWsS]")
_HOLIDAY_FIRST = re.compile("[春国元五劳中端清长假小节]")
_TIME = (
    r"(?:(?:具体|全面|正式|业务|服务|系统|平台|功能){0,2}(?:恢复|上线|启用|开通|开放|重启|办理|停机|切换|暂停|运行|结束|申报|受理|开始){0,3}"
    r"(?:的)?(?:具体)?(?:时间|日期|期限|时限))"
)
_TIME_BEFORE = re.compile(rf"{_TIME}(?:将|为|,|:|以|由|再|均|则|目前|尚|暂)?{GAP}\Z")
_OPEN = re.compile(
    r"(?:(?<!不再)(?<!不)另行?(?:通知|公告|公布|告知|发布|通告|确定|告)|(?:尚)?待(?:定|通知|公告|确定|另行通知)|另发[^,。;!?\n]{0,6}(?:告知|通知|公告)|(?:尚)?未(?:确定|定)|(?:以|待)(?:[^,。;!?\n]{0,12}通知|[^,。;!?\n]{2,12}(?:公告|通告))为准|等[^,。;!?\n]{0,6}(?:通知|公告)|(?:看|见|关注|留意)[^,。;!?\n]{0,8}(?:通知|公告))"
)
_ABOUT_TIME = re.compile(
    r"(?:时间|日期|期限|恢复|上线|启用|开通|重启|开放)[^,。;!?\n]{0,12}\Z|(?:时间|日期|恢复|上线|启用)[^。;!?\n]{0,16}[,][^,。;!?\n]{0,16}\Z"
)
_IF = re.compile(r"如有|若有|如遇|如果|如需|如因|若|有变|变动|变化|变更|调整|提前|延后|推迟|特殊情况")
_EN_OPEN = re.compile(
    rf"(?<![A-Za-z])(?:(?i:until){S}(?i:further){S}(?i:notice)|(?i:to){S}(?i:be){S}(?i:announced|confirmed|determined|notified)(?:{S}(?i:later|separately))?"
    rf"|(?i:will|shall){S}(?i:be){S}(?i:announced|notified|published|communicated){S}(?i:later|separately|in{S}due{S}course|otherwise)|TBD|TBA|TBC)(?![A-Za-z])"
)
_EN_IF = re.compile(r"(?i:\bif\b|\bany\b|change|adjust|other\b)")
_HOLIDAY = re.compile(
    r"(?:(?:春节|国庆节?|元旦|五一|劳动节|中秋节?|端午节?|清明节?)(?:长假|假期|小长假|节)?"
    r"|(?:(?<![一-龥])|(?<=[于在自待至到]))(?:长假|假期|节假日|小长假|节))"
    rf"(?:结束)?{GAP}(?:之?后|之?前)(?:的?(?:首个|第一个)工作日)?"
)
_SAME_FIRST = re.compile("[恢启开停暂关]")
_SAME = re.compile(
    r"(?:(?P<stop>停用|停机|停办|暂停|关闭)|恢复|启用|开通|开放)(?:办理|受理|运行)?的?时间(?:均)?(?:与|同于?)(?:[^,。;:!?\n]{2,20}?(?:一致|相同|同步)|[^,。;:!?\n]{2,20}?(?=[,。;!?\n)]|\Z))"
)
_TOGETHER_FIRST = re.compile("[与同随跟直至]")
_TOGETHER = re.compile(
    r"(?:与|同|随|跟)[^,。;:!?\n]{2,14}(?:同时|同步|一并|一起|一块儿?)(?:恢复|开通|开放|启用)"
    r"|直?至(?:医保|信息|结算)?(?:信息|结算)?(?:系统|平台|网络)(?:全面|正式)?(?:恢复|上线)(?:正常)?(?:运行)?(?:为止|之?时止?)"
)
_EVENT_FIRST = re.compile("待")
_EVENT = re.compile(  # 待验收通过后恢复: an end that hangs on something else
    r"待(?P<event>[\u4e00-\u9fff]{2,24}?(?:验收|确认|完成|通过|稳定|就绪|批复|核对|到位|修复)(?:通过|合格|完毕|成功)?)(?:之|以)?后"
    r"(?:再行|再|方可|方能|逐步|统一|陆续)?(?:恢复|开通|启用|开放)(?!期)"
)
_FIXES_NONE = Text("没有写明日期", "it names no date")


def openings(folded: str, text: str) -> Iterator[Found]:
    """The open ends of a text and the phrases that fix no day; `folded` is the folded `text`."""
    for match in matches(_OPEN, _OPEN_FIRST, folded):
        clause = clause_before(folded, match.start(), 0, 40)
        time = behind(_TIME_BEFORE, folded, match.start() - _NEAR, match.start())
        if (
            (time or _ABOUT_TIME.search(clause) or _alone(folded, match))
            and not _IF.search(last_part(clause, _LEAST))
            and not _IF.search(match[0])
        ):
            yield _found(text, time.start() if time else match.start(), match.end())
    for match in matches(_EVENT, _EVENT_FIRST, folded):
        event = Boundary(BoundaryKind.EVENT, words=text[match.start("event") : match.end("event")])
        yield replace(_found(text, match.start(), match.end()), end_boundary=event)
    for match in matches(_EN_OPEN, _EN_FIRST, folded):
        if not _EN_IF.search(clause_before(folded, match.start(), 0, 40)):
            yield _found(text, match.start(), match.end())
    for match in matches(_SAME, _SAME_FIRST, folded):
        yield _unresolved(text, match, end=match["stop"] is None)
    for match in matches(_TOGETHER, _TOGETHER_FIRST, folded):
        if re.search("[时分点日0-9]", folded[max(0, match.start() - 1) : match.start()]):  # 16日10时与结算同时恢复
            continue
        yield _unresolved(text, match, end=True)
    for match in matches(_HOLIDAY, _HOLIDAY_FIRST, folded):
        yield _unresolved(text, match)


def _unresolved(text: str, match: re.Match[str], *, end: bool = False) -> Found:
    """Words that name no date: of a start, or of an `end`."""
    words = text[match.start() : match.end()]
    boundary = Boundary(BoundaryKind.UNRESOLVED, words=" ".join(words.split()))
    return Found(
        start=match.start(),
        end=match.end(),
        words=words,
        kind=Kind.UNRESOLVED,
        start_boundary=None if end else boundary,
        end_boundary=boundary if end else None,
        sure=Sure.UNRESOLVED,
        because=_FIXES_NONE,
    )


def _alone(folded: str, match: re.Match[str]) -> bool:
    """Whether it is all that a cell of a table or a part of a sentence says."""
    before = folded[max(0, match.start() - 4) : match.start()].rstrip(" ")
    after = folded[match.end() : match.end() + 4].lstrip(" ")
    return before[-1:] in ("", *"|\n,:;。(-") and after[:1] in ("", *"|\n,;。)")


def _found(text: str, start: int, end: int) -> Found:
    return Found(
        start=start,
        end=end,
        words=text[start:end],
        kind=Kind.OPEN,
        end_boundary=Boundary(BoundaryKind.OPEN),
    )
