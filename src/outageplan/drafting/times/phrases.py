"""Moments joined into phrases: a range shares what only one of its ends writes, and a stray number is no phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outageplan.drafting.times import chinese, english
from outageplan.drafting.times.alphabet import GAP
from outageplan.drafting.times.chinese import Scanned
from outageplan.drafting.times.english import S
from outageplan.drafting.times.surroundings import Around, Sense, around
from outageplan.drafting.times.written import Written

# What a title in book marks says, and what stands in brackets behind it, is about another document.
_QUOTED = re.compile(r"《[^《》\n]{0,120}》(?:\([^()\n]{0,60}\))?")
_JOINER = re.compile(
    rf"{GAP}(?:起|开始)?(?:停机|停网|暂停服务|停止服务|停止运行|暂停运行|停止办理|暂停办理|暂停|停止|停(?=一?直?[至到]))?{GAP},?{GAP}"
    rf"(?:(?:一?直)?[至到]|-{{1,3}}|~{{1,2}}|截[至止]到?|止于?){GAP}于?(?P<mod>预计|暂定|计划|大?约)?{GAP}年?{GAP}"
    rf"|[ ,\n]{{0,2}}(?:to|until|till|through|thru|up{S}to|-|(?P<and>and)){S}(?:the{S})?"
    rf"(?P<mod_en>(?:about|around|approximately|tentatively){S})?"
)
_BEGINS = re.compile(rf"{GAP}(?:起|开始){GAP}[,、]?{GAP}(?P<mod>预计|暂定)?(?P<mod_en>)(?P<and>)")  # 21:00起，3:00止
_ENDS = re.compile(rf"{GAP}(?:止(?!付)|为止|结束(?![前后]))")
_BOTH_ENDS = re.compile(rf"起[讫止](?:时间|日期)?(?:分别)?(?:为|是|:){GAP}\Z")
_LISTED = re.compile(rf"{GAP}[、,和与及]{GAP}(?P<mod>)(?P<mod_en>)(?P<and>)")  # 8日、9日两天
_STOPPED_THEN = re.compile(
    r"(?:[、,和与及 ]|[0-9]{1,2}[日号]|\([^()\n]{1,8}\)){0,12}"
    r"(?:[^,。;!?\n正照]{0,16}?(?:暂停|停|关闭|升级|维护|切换|检修))"
)
_AND = re.compile(rf"{GAP}[和与、,]{GAP}(?P<mod>预计|暂定)?(?P<mod_en>)(?P<and>)")
_BETWEEN = re.compile(rf"(?i:between)(?:{S}the)?{S}\Z")
_LONGEST_JOINER = 24
_VERB = re.compile(r"[^,。;!?\n]{0,4}?(?:恢复|上线|暂停|停机|停止|停用|开始|启用|正式|开通|切换|重启)")
_NOT_A_DATE_BEFORE = re.compile(r"(?:[公通]告|文件?|第|[\])字函号共满达比])[ ]{0,3}\Z")
_OFFICE = re.compile(
    r"(?:工作日|工作时间|办公时间|上班|服务时间|接听|咨询时间|营业|周[一-龥][至到~-]周[一-龥]|比例?[为是]?)[^\n。;]{0,24}\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A moment or a range with what surrounds it. `turn` is 预计 and the like in front of the second end alone."""

    first: Written
    last: Written | None
    around: Around
    turn: str | None = None

    @property
    def dated(self) -> bool:
        """Whether any of its ends names a day."""
        return self.first.has_day or (self.last is not None and self.last.has_day)


def points(text: str) -> list[Scanned]:
    """The moments of a folded text, Chinese and English, in order; of two that overlap the longer one."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    found = sorted([*chinese.scan(text), *english.scan(text)], key=lambda one: (one[0].start, -(one[1] or one[0]).end))
    kept: list[Scanned] = []
    end, place = 0, 0
    for first, last in found:
        while place < len(quoted) and quoted[place][1] <= first.start:
            place += 1
        inside = place < len(quoted) and quoted[place][0] <= first.start
        if first.start >= end and not inside:
            kept.append((first, last))
            end = (last or first).end
    return kept


def phrases(text: str, found: list[Scanned]) -> Iterator[Phrase]:
    """The phrases that the moments of a folded text make up, in order."""
    place, after = 0, 0
    while place < len(found):
        first, last = found[place]
        place += 1
        turn = None
        if last is None and place < len(found) and (joined := _joined(text, first, found[place], after)):
            last, turn = found[place][0], joined["mod"] or joined["mod_en"] or None
            place += 1
            while place < len(found) and _follows(text, last, found[place]):
                last = found[place][0]  # 8日、9日、10日
                place += 1
        if first.weak:
            continue
        phrase = Phrase(first=first, last=last, around=around(text, first.start, (last or first).end, after), turn=turn)
        if _worth_telling(text, phrase):
            yield phrase
            after = phrase.around.end


def _joined(text: str, first: Written, following: Scanned, after: int) -> re.Match[str] | None:
    """The words between two moments, where they make them a range."""
    second, more = following
    if more is not None or second.start - first.end > _LONGEST_JOINER or first.weak:
        return None
    if _BOTH_ENDS.search(text, max(after, first.start - 16), first.start):
        return _AND.fullmatch(text, first.end, second.start)
    if second.weak and first.year is None:
        return None
    if _follows(text, first, following):
        return _LISTED.fullmatch(text, first.end, second.start)
    joiner = _JOINER.fullmatch(text, first.end, second.start)
    if joiner is None and _ENDS.match(text, second.end):
        joiner = _BEGINS.fullmatch(text, first.end, second.start)
    if joiner and joiner["and"] and not _BETWEEN.search(text, max(after, first.start - 16), first.start):
        return None
    return joiner


def _follows(text: str, first: Written, following: Scanned) -> bool:
    """Whether a day without an hour is the one behind that before it in a list: 8日、9日."""
    second, more = following
    plain = more is None and first.hour is None and second.hour is None and not (first.weak or second.weak)
    same_month = (
        second.month in (None, first.month) and second.month_shift is None and second.year in (None, first.year)
    )
    if not plain or not same_month or first.day is None or second.day != first.day + 1 or first.day_part:
        return False
    return (
        _LISTED.fullmatch(text, first.end, second.start) is not None
        and _STOPPED_THEN.match(text, second.end) is not None
    )


def _worth_telling(text: str, phrase: Phrase) -> bool:
    """Whether a moment is one: a number before 日, 号 or 点 is often something else, and office hours are no stop."""
    one, sense = phrase.first, phrase.around.sense
    ahead = _VERB.match(text, one.end) is not None
    pointed = sense is not Sense.NONE or one.day_part is not None
    if not one.dated and not (phrase.last and phrase.last.dated):
        office = _OFFICE.search(text, max(0, one.start - 36), one.start)
        valid = one.hour is not None and one.hour <= 24 and one.minute <= 59
        return not office and valid and (phrase.last is not None or _is_clock(text, one, pointed or ahead))
    if phrase.last is not None:
        return True
    if one.part_of_year and one.month is None and one.month_shift is None and not one.english:
        return pointed or one.year is not None or one.year_shift is not None
    if one.month is None and one.month_shift is None and not one.part_of_year:
        if one.english and one.day is not None:
            return one.hour is not None
        if one.day is not None and _NOT_A_DATE_BEFORE.search(text, max(0, one.start - 8), one.start):
            return False
        return one.hour is not None or pointed or (ahead and one.weekday is None) or one.week_shift is not None
    if one.day is None and not one.part_of_year:
        return one.hour is None and pointed and sense is not Sense.UNTIL
    return True


def _is_clock(text: str, one: Written, pointed: bool) -> bool:
    """A lone 3点 may be the third item of a list; 3点前, 下午3点, 8:30 and 17时05分 are times of day."""
    words = text[one.start : one.end]
    return pointed or ":" in words or one.english or words[-1:] in ("时", "分", "整", "半")
