"""How long something lasts: 约24小时, 停机时间1个月, 持续9天, `approx. 48 hours`. Quantities of medicine are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outageplan.drafting.times.alphabet import COUNT, ENGLISH_NUMBERS, GAP, number
from outageplan.drafting.times.english import S
from outageplan.drafting.times.found import Found, Kind, Sure
from outageplan.drafting.times.matching import behind, matches
from outageplan.wording import Text

_NEAR = 32
_NUMBER, _EN_FIRST = re.compile("[0-9〇零一二三四五六七八九十廿卅两]"), re.compile("[AaLlFfTtDd]")
_MINUTES = {"分钟": 1, "小时": 60, "天": 1440, "日": 1440, "周": 7 * 1440, "星期": 7 * 1440}
_EN_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440}
_LEAD = re.compile(
    r"(?:(?:停机|停网|停用|暂停|停止|中断|切换|升级|维护|服务|业务|系统|影响|持续|过渡|离线|关闭){0,3}(?:时间|时长|期)(?:预计|大约|约|共计|共|为|是|:|达|长达|将|需){0,3}"
    r"|(?:停机|停网|暂停|停止|中断|停用|关闭)(?:服务|办理|业务)?(?:预计|大约|约|共计|共|将|达){0,2}"
    r"|(?:持续|历时|为期|历经|耗时|用时|时长|长达|一共|总共|共计|累计|大约|预计)(?:需要?|停机|持续|大约|约|将|为|共|时间){0,3}"
    rf"|(?<![预签违合大节条公])约|(?<!一)共){GAP}\Z"
)
_DURATION = re.compile(
    rf"(?P<n>{COUNT})(?P<half>\.5)?{GAP}个?(?P<u>分钟|小时|天|日(?![前后起止]|常)|周(?!岁|[一-龥]?[末年])|星期(?![一二三四五六日天])"
    rf"|工作日|(?P<month>月))(?P<plus>半)?(?:零?(?P<n2>{COUNT})个?(?P<u2>小时|分钟))?(?:左右|上下)?"
    r"(?![之以]?[内前后]|[的]?(?:用?药|用量|药量|剂量|处方|量|份)|[余多几-])"
)
_EN_COUNT = rf"(?P<n>[0-9]{{1,3}}|(?i:{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))}))"
_EN_DURATION = re.compile(
    rf"(?<![A-Za-z])(?i:approx\.|approximately|about|around|lasting|lasts?|for{S}(?:about|around|approximately)|for|takes?|duration(?:{S}of)?:?|total{S}of)"
    rf"(?:{S}(?i:about|around|approximately))?{S}{_EN_COUNT}{S}?-?(?P<u>(?i:working{S}day|minute|hour|day|week|month))s?(?![A-Za-z])"
    rf"(?!{S}(?i:of{S}|supply|medic|worth|dos|prescription|after|before|from|prior))"
)
_NO_LENGTH = Text("月和工作日没有固定的长度", "months and working days have no fixed length")


def durations(folded: str, text: str) -> Iterator[Found]:
    """The durations of a text; `folded` is the folded `text`."""
    for match in matches(_DURATION, _NUMBER, folded):
        if lead := behind(_LEAD, folded, match.start() - _NEAR, match.start()):
            yield _found(text, lead.start(), match.end(), _chinese(match))
    for match in matches(_EN_DURATION, _EN_FIRST, folded):
        unit = match["u"].lower()
        minutes = number(match["n"]) * _EN_MINUTES[unit] if unit in _EN_MINUTES else None
        yield _found(text, match.start(), match.end(), minutes)


def _chinese(match: re.Match[str]) -> int | None:
    """Minutes; None where the unit has no fixed length."""
    unit = match["u"]
    if unit not in _MINUTES:
        return None
    half = match["half"] or match["plus"]
    more = number(match["n2"]) * _MINUTES[match["u2"]] if match["n2"] else 0
    return number(match["n"]) * _MINUTES[unit] + (_MINUTES[unit] // 2 if half else 0) + more


def _found(text: str, start: int, end: int, minutes: int | None) -> Found:
    return Found(
        start=start,
        end=end,
        words=text[start:end],
        kind=Kind.DURATION,
        duration=minutes,
        sure=Sure.UNRESOLVED if minutes is None else Sure.STATED,
        because=_NO_LENGTH if minutes is None else None,
    )
