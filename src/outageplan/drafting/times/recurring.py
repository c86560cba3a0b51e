"""Closings that come again: 每月最后一天的晚上9点以后, 每晚23:00至次日6:00, 每周日, as rules of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outageplan.drafting.times.alphabet import GAP, JOIN, NUMBER, number
from outageplan.drafting.times.chinese import DAY_PART, WEEK, clock
from outageplan.drafting.times.clock import clock as minute_of
from outageplan.drafting.times.found import Found, Kind, Sure
from outageplan.drafting.times.matching import matches
from outageplan.drafting.times.written import Written
from outageplan.notice.moments import DAY_MINUTES, Boundary, BoundaryKind
from outageplan.wording import Text, joined

_LAST = r"(?:的)?(?:月?[末底])?的?最后(?P<last>[一二两三四五1-5])个?(?P<what>工作日|天|日)"
_MONTHLY = (
    rf"每个?月(?:{_LAST}|的?(?P<end>月?[末底])|的?第?(?P<nth>[一二三四五]|首)个(?P<of>工作日|(?:周|星期)[{WEEK}])"
    rf"|的?{GAP}(?P<day>{NUMBER}){GAP}(?:[日号]|(?={JOIN}))"
    rf"(?:{GAP}{JOIN}{GAP}(?:(?P<day2>{NUMBER}){GAP}[日号]|(?P<to_end>月?[末底])))?(?<![0-9]))"
)
_WEEKLY = rf"每逢?(?:周|星期)(?P<w>[{WEEK}])(?P<more>(?:{GAP}[、,和及至到~-]{GAP}(?:周|星期)?[{WEEK}]){{0,6}})"
_DAILY = r"每(?P<daily>日|天|晚|夜|早|个工作日)"
_YEARLY = (
    rf"每年的?{GAP}(?P<ym>{NUMBER}){GAP}月{GAP}(?P<yd>{NUMBER}){GAP}[日号](?:{GAP}{JOIN}{GAP}(?:(?P<ym2>{NUMBER}){GAP}月{GAP})?"
    rf"(?P<yd2>{NUMBER}){GAP}[日号])?"
)
_TIMES = (
    rf"(?:{GAP}的?(?P<dp>{DAY_PART}))?(?:{GAP}{clock('a')}(?:{GAP}起?{GAP}{JOIN}{GAP}(?P<next>次日|第二天|翌日|隔日|次月[1一]日)?{GAP}"
    rf"(?P<dq>{DAY_PART})?{GAP}{clock('b')})?)?(?P<side>以后|之后|后|起|以前|之前|前)?"
)
_EVERY = re.compile(rf"(?:{_MONTHLY}|{_WEEKLY}|{_YEARLY}|{_DAILY}){_TIMES}")
_EN_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EN_EVERY = re.compile(
    rf"(?<![A-Za-z])(?:(?i:every|each)[ ](?P<w>(?i:{_EN_DAYS}))"
    rf"|(?i:(?:on[ ])?the[ ]last[ ](?P<working>working[ ])?day[ ]of[ ](?:each|every|the)[ ]month)"
    r"(?<!the month)|(?i:every|each)[ ](?P<daily>(?i:night|day)))"
    r"(?:[ ]from[ ](?P<h>[0-9]{1,2}):(?P<mi>[0-9]{2})[ ]to[ ](?P<h2>[0-9]{1,2}):(?P<mi2>[0-9]{2}))?(?![A-Za-z0-9:])"
)
_FIRST, _EN_FIRST = re.compile("每"), re.compile("[EeOot]")
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING = "BYDAY=MO,TU,WE,TH,FR"
_NOT_FIXED = Text("反复发生，没有写明第一次的日期", "it comes again and again; the date of the first is not written")
_HOLIDAYS = Text("规则未计法定节假日和调休", "the rule does not know of public holidays and make-up days")


def recurring(folded: str, text: str) -> Iterator[Found]:
    """The closings of a text that come again; `folded` is the folded `text`."""
    for match in matches(_EVERY, _FIRST, folded):
        if rule := _rule(match):
            yield _found(text, match, *_timed(rule, match))
    for match in matches(_EN_EVERY, _EN_FIRST, folded):
        if match["daily"] and not match["h"]:
            continue
        rule = "FREQ=DAILY" if match["daily"] else "FREQ=MONTHLY;BYMONTHDAY=-1"
        if match["working"]:
            rule = f"FREQ=MONTHLY;{_WORKING};BYSETPOS=-1"
        if match["w"]:
            rule = f"FREQ=WEEKLY;BYDAY={match['w'][:2].upper()}"
        yield _found(text, match, *_english_times(rule, match))


def _rule(match: re.Match[str]) -> str | None:
    """The rule without its hours; None for 每日 without a time of day, which is said of much else."""
    if match["daily"]:
        if not (match["h_a1"] or match["h_a2"]):
            return None
        return f"FREQ=WEEKLY;{_WORKING}" if match["daily"] == "个工作日" else "FREQ=DAILY"
    if match["w"]:
        return f"FREQ=WEEKLY;BYDAY={_weekdays(match['w'], match['more'])}"
    if match["ym"]:
        month, day = number(match["ym"]), number(match["yd"])
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    return _monthly(match)


def _monthly(match: re.Match[str]) -> str | None:
    if match["last"]:
        count = number(match["last"])
        if match["what"] == "工作日":
            return f"FREQ=MONTHLY;{_WORKING};BYSETPOS={_listed(-count, -1)}"
        return f"FREQ=MONTHLY;BYMONTHDAY={_listed(-count, -1)}"
    if match["end"]:
        return "FREQ=MONTHLY;BYMONTHDAY=-1"
    if match["nth"]:
        nth = 1 if match["nth"] == "首" else number(match["nth"])
        days = _WORKING if match["of"] == "工作日" else f"BYDAY={_BYDAY[_weekday(match['of'][-1])]}"
        return f"FREQ=MONTHLY;{days};BYSETPOS={nth}"
    first = number(match["day"])
    last = 31 if match["to_end"] else number(match["day2"]) if match["day2"] else first
    return f"FREQ=MONTHLY;BYMONTHDAY={_listed(first, last)}" if 1 <= first <= last <= 31 else None


def _listed(first: int, last: int) -> str:
    return ",".join(str(one) for one in range(first, last + 1))


def _weekday(sign: str) -> int:
    return 6 if sign == "天" else WEEK.index(sign)


def _weekdays(first: str, more: str) -> str:
    """`六、周日` is two days, `一至周五` is five."""
    days = [_weekday(first)]
    stretch = False
    for sign in more:
        if sign in WEEK:
            day = _weekday(sign)
            days += list(range(days[-1] + 1, day + 1)) if stretch else [day]
            stretch = False
        elif sign in "至到~-":
            stretch = True
    return ",".join(_BYDAY[day] for day in dict.fromkeys(days))


def _timed(rule: str, match: re.Match[str]) -> tuple[str, int | None]:
    """The rule with the hour at which it begins, and how many minutes it lasts where that is written."""
    part = match["dp"] or ({"晚": "晚", "夜": "晚", "早": "早"}.get(match["daily"] or ""))
    start = _minute(match, "a", part)
    if start is None or match["side"] in ("前", "以前", "之前"):
        return rule, None
    start %= DAY_MINUTES
    rule += f";BYHOUR={start // 60};BYMINUTE={start % 60}"
    end = _minute(match, "b", match["dq"] or (None if match["next"] else match["dp"]))
    if end is None:
        return rule, None
    if (match["next"] or "").startswith("次月") and "BYMONTHDAY=-1;" not in rule:
        return rule, None
    lasts = end + DAY_MINUTES * bool(match["next"]) - start
    return rule, lasts if lasts > 0 else None


def _minute(match: re.Match[str], tag: str, part: str | None) -> int | None:
    hour = match[f"h_{tag}1"] or match[f"h_{tag}2"]
    if hour is None:
        return None
    minute = match[f"mi_{tag}1"] or match[f"mi_{tag}2"] or match[f"mi_{tag}3"] or "0"
    quarter = {"半": 30, "一刻": 15, "三刻": 45}.get(match[f"q_{tag}2"] or "", 0)
    known = minute_of(Written(start=0, end=0, hour=number(hour), minute=number(minute) or quarter, day_part=part))
    return None if known.problem else known.minute


def _english_times(rule: str, match: re.Match[str]) -> tuple[str, int | None]:
    if not match["h"] or int(match["h"]) > 23 or int(match["mi"]) > 59:
        return rule, None
    start, end = (int(match[f"h{n}"]) * 60 + int(match[f"mi{n}"]) for n in ("", "2"))
    return f"{rule};BYHOUR={match['h'].lstrip('0') or 0};BYMINUTE={int(match['mi'])}", (end - start) % DAY_MINUTES


def _found(text: str, match: re.Match[str], rule: str, lasts: int | None) -> Found:
    words = match[0].rstrip()
    found = Found(
        start=match.start(),
        end=match.start() + len(words),
        words=text[match.start() : match.start() + len(words)],
        kind=Kind.RECURRING,
        repeat=rule,
        duration=lasts,
        sure=Sure.UNRESOLVED,
        because=_NOT_FIXED,
    )
    boundary = Boundary(BoundaryKind.UNRESOLVED, words=" ".join(found.words.split()))
    working = _WORKING in rule
    because = joined([_NOT_FIXED, _HOLIDAYS], "；", "; ") if working else _NOT_FIXED
    return replace(found, start_boundary=boundary, end_boundary=boundary, because=because)
