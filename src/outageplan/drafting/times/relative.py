"""Deadlines that count from an event: 恢复后7个工作日内, `within seven working days after`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outageplan.drafting.times.alphabet import COUNT, ENGLISH_NUMBERS, GAP, number
from outageplan.drafting.times.english import S
from outageplan.drafting.times.found import Due, DueAnchor, Found, Kind, Sure
from outageplan.drafting.times.matching import behind, matches
from outageplan.drafting.times.surroundings import clause_before
from outageplan.notice.moments import Unit
from outageplan.wording import Text

_REACH, _NEAR = 48, 40
_NUMBER = re.compile("[0-9〇零一二三四五六七八九十廿卅两]")
_STOP, _THAT_MONTH = re.compile("[停暂系提]"), re.compile("当月")
_WITHIN, _EN_NUMBER = re.compile("[Ww]ithin"), re.compile("[0-9A-Za-z]")
_UNITS: dict[str, tuple[Unit, int]] = {
    "分钟": ("minute", 1),
    "小时": ("hour", 1),
    "工作日": ("working day", 1),
    "日": ("day", 1),
    "天": ("day", 1),
    "自然日": ("day", 1),
    "周": ("day", 7),
    "星期": ("day", 7),
    "月": ("month", 1),
    "自然月": ("month", 1),
    "年": ("month", 12),
}
UNIT = r"(?:个?(?P<u>工作日|自然日|分钟|小时|日|天|周|星期|年)|个(?P<um>自然月|月))"

_ANCHORS: tuple[tuple[DueAnchor, str], ...] = (
    ("discharge", r"出院(?:结算|日期)?"),
    ("admission", r"(?:入院|住院)(?:登记|治疗|日期)?"),
    (
        "receipt",
        r"(?:票据|发票|收据|凭证|单据|收费|结算单)(?:的)?(?:开具|出具|开立|取得)?(?:日期)?|开具(?:票据|发票|收据)?|开票",
    ),
    ("visit", r"就医|就诊|看病|诊疗|治疗|购药|费用发生|发生(?:费用)?|医疗费用发生"),
    (
        "return",
        r"(?:故障(?:排除|修复)|(?:系统|平台)开放|(?:恢复|上线|重启|开机|启用|开通|切换|升级|迁移|省集中))(?:正常|全面|正式)?"
        r"(?:完成|完毕|结束|成功|恢复|上线|运行|使用|服务|办理|结算|启用|运转|业务)?(?:完成|成功|使用|运行|服务|办理)?",
    ),
    ("stop", r"停机|停网|停止服务|暂停服务|系统关闭|关闭系统"),
)
_ANCHOR = "|".join(f"(?P<{name}>{words})" for name, words in _ANCHORS)
_SINCE = r"(?:之日|当日|当天|当时|时间|日期|日|时)?(?:起|后|之后|以后|开始)?"
_COUNTED = re.compile(
    rf"(?P<n>{COUNT}){GAP}{UNIT}{GAP}(?:之内|以内|内(?![科部容存镜地网外]))(?P<use>的?(?:用?药|处方))?"
)
_FROM_IT = re.compile(rf"(?:自|从|在|于)?(?:{_ANCHOR}){GAP}{_SINCE}(?:计算|算起|算)?{GAP},?{GAP}的?{GAP}\Z")
_BEFORE = re.compile(
    rf"(?:停机|停网|停止服务|暂停服务|系统关闭)(?:之前|以前|前)的?{GAP}(?P<n>{COUNT}){GAP}{UNIT}(?P<within>之内|以内|内)?"
    rf"|(?P<ahead>提前){GAP}(?P<n2>{COUNT}){GAP}个?(?P<u2>工作日|小时|分钟|天|日)(?![的]?(?:用?药|量))"
)
_MONTH_END = re.compile(r"当月的?(?:月?[底末]|内|最后一[天日])(?:之?前)?")
_MONTH_OF = re.compile(rf"(?:{_ANCHOR}){_SINCE}的?\Z")
_LATER = re.compile(rf"(?:{_ANCHOR})[^,。;!?\n]{{0,10}}?(?:之日起|日起|之后|以后|后|起)")

_EN_COUNT = (
    rf"(?P<n>[0-9]{{1,3}}|(?i:{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))}))(?:{S}\([0-9]{{1,3}}\))?"
)
_EN_UNIT = (
    r"(?P<u>(?i:working|business|calendar|natural))?[ \n]{0,2}(?P<v>(?i:day|hour|minute|month|week|year))s?(?![A-Za-z])"
)
_EN_AFTER = re.compile(
    rf"(?<![A-Za-z])(?i:within){S}{_EN_COUNT}{S}?{_EN_UNIT}(?:{S}(?i:after|of|from|following)(?P<what>[^.;,\n()]{{0,64}}))?"
)
_EN_BEFORE = re.compile(
    rf"(?<![0-9A-Za-z.]){_EN_COUNT}{S}?{_EN_UNIT}{S}(?i:before|prior{S}to){S}(?i:the{S})?(?:[a-z]{{1,12}}{S})?"
    r"(?i:shutdown|outage|suspension|stop|interruption|maintenance)(?![A-Za-z])"
)
_EN_ANCHORS: tuple[tuple[DueAnchor, re.Pattern[str]], ...] = (
    ("discharge", re.compile(r"(?i:discharge)")),
    ("admission", re.compile(r"(?i:admission|admitted|hospitali[sz]ation)")),
    ("receipt", re.compile(r"(?i:receipt|invoice|bill|voucher)")),
    ("return", re.compile(r"(?i:resum|restor|recover|return|go[- ]live|launch|back online|reopen|completion)")),
    ("visit", re.compile(r"(?i:visit|treatment|consult|medical care|purchase)")),
    ("stop", re.compile(r"(?i:shutdown|outage|suspension|stop)")),
)

_FAR = Text("起算的事件写在同一句前面", "what it counts from stands earlier in the sentence")
_UNNAMED = Text("没有写明从何时起算", "it does not say what it counts from")
_BY_THE_STOP = Text(
    "“停机前N小时内”读作最迟到停机时", "within so many hours before the stop: at the stop at the latest"
)


def relative_deadlines(folded: str, text: str) -> Iterator[Found]:
    """The deadlines of a text that count from an event, not necessarily in order; `folded` is the folded `text`."""
    for match in matches(_COUNTED, _NUMBER, folded):
        if found := _after(folded, text, match):
            yield found
    for match in matches(_BEFORE, _STOP, folded):
        yield _before(text, match)
    for match in matches(_MONTH_END, _THAT_MONTH, folded):
        if of := behind(_MONTH_OF, folded, match.start() - _NEAR, match.start()):
            yield _found(text, of.start(), match.end(), Due(anchor=_named(of), month_end=True))
    for match in matches(_EN_AFTER, _WITHIN, folded):
        yield _english(text, match)
    for match in matches(_EN_BEFORE, _EN_NUMBER, folded):
        count, unit = _english_unit(match)
        yield _found(text, match.start(), match.end(), Due(anchor="stop", count=count, unit=unit, direction="before"))


def _named(match: re.Match[str]) -> DueAnchor | None:
    """Which event the words of a pattern name."""
    return next((name for name, _ in _ANCHORS if match[name]), None)


def _after(folded: str, text: str, match: re.Match[str]) -> Found | None:
    count = number(match["n"])
    unit, times = _UNITS[match["u"] or match["um"]]
    near = behind(_FROM_IT, folded, match.start() - _NEAR, match.start())
    if match["use"] or not count or (match["u"] == "年" and near is None):
        return None
    anchor, because, start = (_named(near), None, near.start()) if near else (None, _UNNAMED, match.start())
    if near is None:
        for earlier in _LATER.finditer(clause_before(folded, match.start(), 0, _REACH)):
            anchor, because = _named(earlier), _FAR
    due = Due(anchor=anchor, count=count * times, unit=unit, direction="after")
    return _found(text, start, match.end(), due, because)


def _before(text: str, match: re.Match[str]) -> Found:
    start, end = match.span()
    if match["ahead"]:
        unit, times = _UNITS[match["u2"]]
        due = Due(count=number(match["n2"]) * times, unit=unit, direction="before")
        return _found(text, start, end, due, _UNNAMED)
    if match["within"]:
        return _found(text, start, end, Due(anchor="stop"), _BY_THE_STOP)
    unit, times = _UNITS[match["u"] or match["um"]]
    return _found(text, start, end, Due(anchor="stop", count=number(match["n"]) * times, unit=unit, direction="before"))


def _english(text: str, match: re.Match[str]) -> Found:
    count, unit = _english_unit(match)
    what = match["what"] or ""
    named = [(found.start(), found.end(), name) for name, one in _EN_ANCHORS if (found := one.search(what))]
    if not named:
        end = match.end("v") + text.startswith("s", match.end("v"))
        due = Due(count=count, unit=unit, direction="after")
        return _found(text, match.start(), end, due, _UNNAMED)
    _, end, anchor = min(named)
    while end < len(what) and what[end].isalpha():
        end += 1
    due = Due(anchor=anchor, count=count, unit=unit, direction="after")
    return _found(text, match.start(), match.start("what") + end, due)


def _english_unit(match: re.Match[str]) -> tuple[int, Unit]:
    count, name = number(match["n"]), match["v"].lower()
    if (match["u"] or "").lower() in ("working", "business") and name == "day":
        return count, "working day"
    if name in ("week", "year"):
        return (count * 7, "day") if name == "week" else (count * 12, "month")
    return count, "day" if name == "day" else "hour" if name == "hour" else "minute" if name == "minute" else "month"


def _found(text: str, start: int, end: int, due: Due, because: Text | None = None) -> Found:
    sure = Sure.UNRESOLVED if due.anchor is None else Sure.INFERRED if because else Sure.STATED
    words = text[start:end].rstrip()
    return Found(
        start=start,
        end=start + len(words),
        words=words,
        kind=Kind.DEADLINE,
        deadline=due,
        sure=sure,
        because=because,
    )
