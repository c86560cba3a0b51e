"""Moments as Chinese announcements write them: `2021年11月21日(星期日)18:00`, `次日凌晨2点`, `5月31日凌晨2至4时`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outageplan.drafting.times.alphabet import GAP, JOIN, NUMBER, YEAR, number
from outageplan.drafting.times.matching import matches
from outageplan.drafting.times.written import Shift, Written

Scanned = tuple[Written, Written | None]  # a moment, or two that share their signs (2至4时)

WEEK = "一二三四五六日天"
_WEEKDAY = rf"(?:周|星期|礼拜){GAP}"
DAY_PART = (
    "凌晨|清晨|早晨|早上|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜晚|夜间|夜里|深夜|午夜|子夜|[上前下后]半夜|半夜"
    "|朝早|下昼|早(?![于期])|晚(?![于期])|夜(?!间)|晨"
)
_NOT_HOUR = "(?:期(?!间)|[间段限候效长击评名赞心])"


def clock(tag: str) -> str:
    """The pattern of a time of day, its groups named with `tag`: `18:00`, `18时30分`, `2至4时`, `8点半`."""
    return (
        rf"(?:(?<![0-9.第/])(?<![0-9]:)(?P<h_{tag}1>[0-9]{{1,2}})[ ]?:[ ]?(?P<mi_{tag}1>[0-9]{{2}})"
        rf"(?::(?P<s_{tag}1>[0-9]{{2}}))?(?!:?[0-9])(?:{GAP}[时点分](?!{_NOT_HOUR}|钟))?"
        rf"|(?:(?P<h0_{tag}2>{NUMBER}){GAP}{JOIN}{GAP})?(?P<h_{tag}2>{NUMBER}){GAP}(?:时|点)(?!{_NOT_HOUR})"
        rf"(?:钟|整|正(?!式|常)|(?P<q_{tag}2>半|[一三]刻)|{GAP}(?P<mi_{tag}2>{NUMBER}){GAP}分(?!钟)(?:[0-9]{{1,2}}秒)?"
        rf"|(?P<mi_{tag}3>[0-9]{{2}})(?![0-9日月年天个分:.%]))?)"
    )


_ISO = (
    r"(?<![0-9A-Za-z./_])(?<![A-Za-z]-)(?P<y_1>[12][0-9]{3})[ ]?(?P<sep>[-./])[ ]?(?P<m_1>[0-9]{1,2})[ ]?(?P=sep)[ ]?"
    r"(?P<d_1>[0-9]{1,2})(?![0-9/]|(?P=sep)(?![12][0-9]{3}(?P=sep))[0-9]|\.[A-Za-z])"
    rf"(?:{GAP}{JOIN}{GAP}(?P<d1_1>[0-9]{{1,2}})(?![0-9./:年月日号时点%-]))?(?:T(?=[0-9]))?"
)
_YEAR_WORD = "今年|本年|明年|次年|翌年|当年|同年|去年"
_LOST = r"(?<![^\s,;:。、()(?!“\"于自从至到在定-])年"  # 年8月15日: its figures were lost on the way
_MONTH_WORD = "本月|当月|这个月|下个?月|次月|同月|上个?月"
_MONTH = (
    rf"(?:(?P<y_2>{YEAR}){GAP}年度?{GAP}|(?P<yr_2>{_YEAR_WORD})度?{GAP}|(?P<lost_2>{_LOST}){GAP})?"
    rf"(?:(?P<ny_2>元旦)(?={GAP}(?:{DAY_PART})?{GAP}[0-9零〇一二三四五六七八九十]{{1,3}}[时点:])"
    rf"|(?:(?P<m0_2>{NUMBER}){GAP}{JOIN}{GAP})?(?P<m_2>{NUMBER}){GAP}月份?|(?P<mr_2>{_MONTH_WORD}))"
    rf"(?:{GAP}的?(?:(?:(?P<d0_2>{NUMBER}){GAP}{JOIN}{GAP})?(?P<d_2>{NUMBER}){GAP}[日号](?!常)"
    r"|(?P<p_2>月?[底末初](?!期)|[上中下]旬)))?"
)
_YEAR_END = rf"(?:(?P<y_3>{YEAR}){GAP}年|(?P<yr_3>{_YEAR_WORD})|(?=年[底末])(?<![每学整全]))(?P<p_3>年?[底末])"
_MONTH_END = r"(?<![0-9每度个份一二三四五六七八九十])(?P<p_4>月[底末])"
_DAY = (
    rf"(?<![\])字文函满共达])(?:(?P<d0_5>{NUMBER}){GAP}{JOIN}{GAP})?(?P<d_5>{NUMBER}){GAP}[日号]"
    r"(?!(?:之|以)?内|后|[均间常用报期元次志照楼窗公文线]|以上|以下)"
)
_DAY_WORD = (
    r"(?P<dr_6>今日(?!头条)|今天|今(?=[晚早晨夜])|明日|明天|明(?=[晚早晨])|后天|次日|翌日|隔日|第二天|当日|当天|当(?=晚)"
    r"|同日|即日|昨日|昨天)"
)
_TODAY = rf"(?:[今明当][日天]?|后天)(?P<dp_0>{DAY_PART})?"  # 今晚(8月16日,周五)10点
_WEEK = rf"(?:(?P<wk_7>本|这|下个?)(?=周|星期|礼拜)|(?<![每至到~、-])){_WEEKDAY}(?P<w_7>[{WEEK}])(?!年|期|岁|.?至周)"
_DATE = (
    rf"(?:(?:(?:本|这|下个?)?{_WEEKDAY}(?P<w_0>[{WEEK}]){GAP}[(]?{GAP}|{_TODAY}{GAP}[(]{GAP})?(?:{_ISO}|{_MONTH})"
    rf"|(?:本|这|下个?)?{_WEEKDAY}(?P<w_11>[{WEEK}]){GAP}[(]{GAP}(?P<d_8>{NUMBER}){GAP}[日号]{GAP}[)]"  # 本周日(12日)
    rf"|{_YEAR_END}|{_MONTH_END}|{_DAY}|{_DAY_WORD}|{_WEEK})"
)
_BESIDE = (
    rf"(?:{GAP}[(\[,]?{GAP}(?:(?:也就是|就是|即)?{GAP}(?:本|这|下)?){_WEEKDAY}(?P<w_8>[{WEEK}])(?:{GAP}[)\]])?"
    rf"|\((?P<w_10>[一二三四五六日])\)(?={GAP}(?:{DAY_PART}|[0-9]{{1,2}}{GAP}[:时点])))?"
    rf"(?:{GAP}北京时间)?"
)
_BEHIND = rf"(?:{GAP}\({GAP}{_WEEKDAY}(?P<w_9>[{WEEK}])(?:{DAY_PART})?{GAP}\))?"
POINT = re.compile(
    rf"{_DATE}{_BESIDE}(?:{GAP}\)(?={GAP}(?:{DAY_PART}|[0-9]{{1,2}}{GAP}[:时点])))?"
    rf"(?:{GAP},?{GAP}的?(?P<dp_a>{DAY_PART}))?(?:{GAP}上班(?:时间|后))?(?:{GAP},?{GAP}(?P<at>[上下]班{GAP}\({GAP})?{clock('a')}(?(at){GAP}\)))?{_BEHIND}"
    rf"|(?:(?P<dp_b>{DAY_PART}){GAP})?{clock('b')}"
    r"|(?<![0-9A-Za-z./])(?<![0-9]:)(?P<xm>[0-9]{1,2})(?P<xs>[./-])(?P<xd>[0-9]{1,2})"
    r"(?![0-9A-Za-z./-]|[ ]?[年月日号时点分:%])"
    rf"(?:{GAP}{clock('c')})?"
)
LOST_YEAR = re.compile(rf"{_LOST}{GAP}{NUMBER}{GAP}月")
_FIRST = re.compile(
    "[0-9〇零一二三四五六七八九十廿卅两今明后次翌隔第当同即昨本这下上前去周星礼年月凌清早中正午傍晚夜深子半晨元朝]"
)

_SHIFTS = {
    "今": Shift(base="published", steps=0),
    "本": Shift(base="published", steps=0),
    "这": Shift(base="published", steps=0),
    "即": Shift(base="published", steps=0),
    "明": Shift(base="published", steps=1),
    "下": Shift(base="published", steps=1),
    "后": Shift(base="published", steps=2),
    "昨": Shift(base="published", steps=-1),
    "去": Shift(base="published", steps=-1),
    "上": Shift(base="published", steps=-1),
    "次": Shift(base="before", steps=1),
    "翌": Shift(base="before", steps=1),
    "隔": Shift(base="before", steps=1),
    "第": Shift(base="before", steps=1),
    "当": Shift(base="before", steps=0),
    "同": Shift(base="before", steps=0),
}
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


def scan(text: str) -> Iterator[Scanned]:
    """The moments of a folded text, in order: every part as written, not yet a day of the calendar."""
    for match in matches(POINT, _FIRST, text):
        yield _scanned(match)


class _Parts:
    """The groups of a match by the name before their number: whichever of the forms matched."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match
        self.groups: dict[str, str] = {}
        for name, words in match.groupdict().items():
            if words is not None:
                self.groups.setdefault(name.partition("_")[0], words)

    def number(self, name: str) -> int | None:
        """The value of a group, where it is there."""
        return number(self.groups[name]) if name in self.groups else None

    def shift(self, name: str) -> Shift | None:
        """The distance that a word such as 下月 tells, where it is there."""
        return _SHIFTS[self.groups[name][0]] if name in self.groups else None


def _scanned(match: re.Match[str]) -> Scanned:
    parts = _Parts(match)
    quarter = _QUARTERS.get(parts.groups.get("q", ""), 0)
    weekday = parts.groups.get("w")
    new_year = "ny" in parts.groups
    whole = Written(
        start=match.start(),
        end=match.end(),
        year=parts.number("y"),
        month=1 if new_year else parts.number("xm") or parts.number("m"),
        day=1 if new_year else parts.number("xd") if "xd" in parts.groups else parts.number("d"),
        year_shift=parts.shift("yr"),
        month_shift=parts.shift("mr"),
        day_shift=parts.shift("dr"),
        week_shift=_SHIFTS[parts.groups["wk"][0]].steps if "wk" in parts.groups else None,
        weekday=None if weekday is None else WEEK.index(weekday) % 7 if weekday != "天" else 6,
        part_of_year=_part_of_year(parts.groups.get("p"), match),
        day_part=parts.groups.get("dp"),
        hour=parts.number("h"),
        minute=parts.number("mi") or quarter,
        seconds="s" in parts.groups,
        year_lost="lost" in parts.groups,
        weak="xm" in parts.groups and not _surely_a_date(parts),
    )
    return _split(match, whole, parts)


def _surely_a_date(parts: _Parts) -> bool:
    """Whether month and day without a year are more than a fraction or a number range: `11/21 18:00`."""
    month, day, sign = (parts.groups[name] for name in ("xm", "xd", "xs"))
    plain = sign == "/" or (len(month) == 2 and len(day) == 2)
    return plain and "h" in parts.groups and 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _part_of_year(words: str | None, match: re.Match[str]) -> str | None:
    """`月底`, `年底`, or a part that names no day (`月初`, `上旬`)."""
    if words is None:
        return None
    if words[-1] in "底末":
        return "年底" if match["p_3"] else "月底"
    return "月初" if words[-1] == "初" else words


def _split(match: re.Match[str], whole: Written, parts: _Parts) -> Scanned:
    """Two moments where a number shares the unit behind the next (`2至4时`), else the one."""
    for name, field in (("d0", "day"), ("h0", "hour"), ("m0", "month")):
        if (value := parts.number(name)) is not None:
            end = match.end(next(group for group in match.groupdict() if group.startswith(f"{name}_") and match[group]))
            if field == "day":
                first = replace(whole, end=end, day=value, hour=None, day_part=None, minute=0, weekday=None)
            elif field == "hour":
                first = replace(whole, end=end, hour=value, minute=0)
            else:
                first = replace(whole, end=end, month=value, day=None)
            return first, replace(whole, start=end)
    if (value := parts.number("d1")) is not None:
        end = match.end("d_1")
        return replace(whole, end=end, hour=None), replace(whole, start=end, day=value)
    return whole, None
