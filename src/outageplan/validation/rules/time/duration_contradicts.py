"""OP305: a duration of the stop, told in a text, that fits none of its windows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from outageplan.engine.phrases import span_text
from outageplan.notice.finding import Severity
from outageplan.notice.model import Notice, Window
from outageplan.notice.moments import BoundaryKind
from outageplan.validation.number_signs import some_word
from outageplan.validation.rule import Context, Example, Path, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP305",
    name="duration-contradicts",
    severity=Severity.WARNING,
    title=Text("所写停机时长与起止时间不符", "a stated duration contradicts the windows"),
    why=Text(
        "写明“停机9天”而起止只有三天的，参保人员会按较长的说法备药，或按较短的说法白跑一趟。多半是起止时间改过而时长没有跟着改。",
        "Where a text says nine days and the dates say three, people stock up for the wrong time or come while the "
        "system is still down. Most often the dates were moved and the duration was not.",
    ),
    bad=Example(snippet="notes:\n  long: {say: {zh: 本次停机共9天。, en: The stop lasts nine days.}, clause: '1'}\n"),
    good=Example(
        snippet="notes:\n  long: {say: {zh: 本次停机共三天。, en: The stop lasts three days.}, clause: '1'}\n"
    ),
)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_NUMBER = r"(?P<number>(?<![\d.一二两三四五六七八九十])(?:\d{1,3}|[一二两三四五六七八九十]{1,3}))"
_UNIT = r"\s?个?(?P<unit>天|小时)"  # `日` is most often the day of a date: `21日停机`
_UNITS = ("天", "小时", "日", "day", "hour")
_STOP = r"(?:停机|暂停|停办|停用|中断|停止服务)"
_NOT_WHOLE = r"(?!\s?(?:[内以之后前起止至左余多半零的\d]|用量|用药|药|剂量|日))"
_ZH = (
    # 停机9天、暂停服务共九天、停机时间为72小时
    re.compile(
        rf"{_STOP}(?:服务|业务|办理|维护|时间|时长|升级)?(?:将|需|预计)?(?:为期|历时|持续|一?共计?|总共|总计|长达|为)?"
        rf"\s?{_NUMBER}{_UNIT}{_NOT_WHOLE}"
    ),
    # 为期9天、历时三天、一共72小时
    re.compile(rf"(?:为期|历时|共计|总计|总共|一共|共)\s?{_NUMBER}\s?个?(?P<unit>天|小时|日){_NOT_WHOLE}"),
    # 9天的停机
    re.compile(rf"(?<![第前后每近约过超])\s?{_NUMBER}{_UNIT}的?{_STOP}"),
)
_ABOUT_STOP = re.compile(
    r"停机|暂停|停办|停用|中断|停止|维护|升级|切换|迁移|\b(?:stop|suspen|outage|down|upgrade|migrat)"
)
_OTHER_PERIOD = re.compile(r"过渡期|试运行|公示|宽限|缓冲|药")
_EN_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_EN_WORDS = {word: number for number, word in enumerate(_EN_NUMBERS, 1)} | {
    "twenty-four": 24,
    "thirty": 30,
    "thirty-six": 36,
    "forty-eight": 48,
    "seventy-two": 72,
}
_EN_COUNT = rf"(?P<number>(?<![\d.-])\d{{1,3}}|\b(?:{'|'.join(sorted(_EN_WORDS, key=len, reverse=True))}))"
_EN_STOP = (
    r"(?:stop(?:s|ped|page)?|suspen(?:ds?|ded|sion)|outage|downtime|shutdown|closure|closed|interrupt(?:ed|ion)"
    r"|down|unavailable|offline|halt(?:ed)?|maintenance)"
)
_EN = (
    # a nine-day stop, the 72-hour outage
    re.compile(rf"{_EN_COUNT}[ -](?P<unit>day|hour)s?(?: of)? (?:system )?{_EN_STOP}\b", re.IGNORECASE),
    # lasts nine days
    re.compile(rf"\b(?:lasts?|lasting) (?:for )?(?:a total of )?{_EN_COUNT} (?P<unit>day|hour)s?\b", re.IGNORECASE),
    # suspended for nine days, stopped from 21 to 24 November, for 3 days
    re.compile(
        rf"\b{_EN_STOP}\b(?P<gap>[^.;!?\n]{{0,60}}?)\bfor (?:a total of )?{_EN_COUNT} (?P<unit>day|hour)s?\b"
        r"(?! (?:after|before|of|prior))",
        re.IGNORECASE,
    ),
)
_EN_OTHER = re.compile(
    r"medicin|suppl|prescri|dose|after|within|before|claim|file|keep|valid|\b(?:you|patients?|people)\b", re.IGNORECASE
)
_NEARLY = re.compile(
    r"(?:about|around|nearly|almost|roughly|up to|at most|at least|over|under|(?:more|less) than|every|first|next"
    r"|within)"
    r"(?: an?| the)? $",
    re.IGNORECASE,
)
_SUMMED = (1, 4)  # the places of those patterns that do not name the stop themselves
_SENTENCE = re.compile(r"[。；！？\n]|[.;!?]\s")


@dataclass(frozen=True, slots=True)
class _Duration:
    """A duration as a text tells it."""

    quote: str
    count: int
    unit: Literal["day", "hour"]


@dataclass(frozen=True, slots=True)
class _Length:
    """How long a window is: at the least and at the most where an hour is not stated, and on how many dates."""

    least: timedelta
    most: timedelta
    dates: int

    def fits(self, told: _Duration) -> bool:
        """Whether a duration can be meant: in hours to the hour, in days rounded, or as dates touched."""
        unit, near = (_DAY, _DAY / 2) if told.unit == "day" else (_HOUR, _HOUR - timedelta(minutes=1))
        near_enough = self.least - near <= told.count * unit <= self.most + near
        return near_enough or (told.unit == "day" and told.count == self.dates)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    found = [
        (path, windows, told)
        for path, text, windows in _texts(notice)
        for told in _durations(text, named=path[0] == "windows")
    ]
    lengths = _lengths(notice) if found else []
    for path, windows, told in found:
        if not any(_measurable(notice.windows[id]) for id in windows):
            continue  # what it speaks of has no end yet
        if not any(length.fits(told) for length in lengths):
            yield Problem(path=path, message=_message(told, lengths))


def _message(told: _Duration, lengths: list[_Length]) -> Text:
    listed = list(dict.fromkeys((span_text(length.most), length.dates) for length in lengths))
    zh = "、".join(f"{span['zh']}（涉及 {dates} 个日期）" for span, dates in listed)
    en = ", ".join(f"{span['en']} (on {dates} date{'s' * (dates != 1)})" for span, dates in listed)
    return Text(
        f"“{told.quote}”与停机时段不符，按起止时间为 {zh}；请更正时长或起止时间",
        f"`{told.quote}` fits no window: by their ends they last {en}; correct the duration or the windows",
    )


def _lengths(notice: Notice) -> list[_Length]:
    """The length of every window that has one, and of the whole from the first start to the last end."""
    found = [window for window in notice.windows.values() if _measurable(window)]
    if not found:
        return []
    first = min(found, key=lambda window: _starts(window)[0])
    last = max(found, key=lambda window: _ends(window)[1])
    return [_length(window, window) for window in found] + ([_length(first, last)] if len(found) > 1 else [])


def _length(first: Window, last: Window) -> _Length:
    (start, late_start), (early_end, end) = _starts(first), _ends(last)
    dates = ((end - timedelta(minutes=1)).date() - start.date()).days + 1
    return _Length(max(early_end - late_start, timedelta(0)), end - start, dates)


def _starts(window: Window) -> tuple[datetime, datetime]:
    assert window.start.moment is not None
    return window.start.moment.as_start(), window.start.moment.as_end()


def _ends(window: Window) -> tuple[datetime, datetime]:
    assert window.end.moment is not None
    return window.end.moment.as_start(), window.end.moment.as_end()


def _measurable(window: Window) -> bool:
    """Whether it has a start and an end with dates, the right way round."""
    if not window.start.moment or not window.end.moment or window.end.kind is BoundaryKind.NOT_BEFORE:
        return False
    return window.start.moment.as_start() < window.end.moment.as_end()


def _texts(notice: Notice) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """The texts that may tell how long the stop is, each with the windows that it speaks of."""
    every = tuple(notice.windows)
    parts: list[tuple[Path, Text | None, tuple[str, ...]]] = [(("title",), notice.title, every)]
    parts += [(("windows", id, "name"), window.name, (id,)) for id, window in notice.windows.items()]
    parts += [(("effects", id, "say"), one.say, notice.windows_of(one)) for id, one in notice.effects.items()]
    parts += [(("notes", id, "say"), note.say, every) for id, note in notice.notes.items()]
    for path, text, windows in parts:
        if text and text.zh:
            yield (*path, "zh"), text.zh, windows
        if text and text.en:
            yield (*path, "en"), text.en, windows


def _durations(text: str, *, named: bool) -> Iterator[_Duration]:
    """The durations of the whole stop in a text; in a window's name nothing else can be meant."""
    if not some_word(text, _UNITS):
        return
    seen: set[int] = set()
    for place, pattern in enumerate((*_ZH, *_EN)):
        for match in pattern.finditer(text):
            if match.start("number") in seen or not _of_the_stop(text, match, summed=place in _SUMMED and not named):
                continue
            seen.add(match.start("number"))
            unit: Literal["day", "hour"] = "hour" if match["unit"].lower() in ("小时", "hour") else "day"
            yield _Duration(match[0].strip(), _count(match["number"]), unit)


def _of_the_stop(text: str, match: re.Match[str], *, summed: bool) -> bool:
    """Whether a match speaks of the stop, and plainly: `about nine days` and medicine for nine days do not."""
    if _EN_OTHER.search(match.groupdict().get("gap") or "") or _NEARLY.search(text[: match.start("number")][-16:]):
        return False
    around = _sentence(text, match)
    return not (summed and (not _ABOUT_STOP.search(around) or _OTHER_PERIOD.search(around)))


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max(0, match.start() - 60)
    before, after = _SENTENCE.split(text[start : match.start()])[-1], _SENTENCE.split(text[match.end() :][:60])[0]
    return before + match[0] + after


def _count(word: str) -> int:
    """`9`, `九`, `十二`, `二十一`, `nine`."""
    if word.isdigit():
        return int(word)
    if word.lower() in _EN_WORDS:
        return _EN_WORDS[word.lower()]
    tens, ten, ones = word.rpartition("十")
    value = "零一二三四五六七八九".find
    low = value(ones.replace("两", "二")) if ones else 0
    return (value(tens) if tens else 1) * 10 + low if ten else low
