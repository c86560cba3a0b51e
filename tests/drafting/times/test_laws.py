"""What holds for every text: what is written is read back, nothing is invented, and nothing raises."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outageplan.drafting.times import Found, Kind, find_times
from outageplan.drafting.times.alphabet import fold, number
from outageplan.notice.moments import Boundary, BoundaryKind, parse_boundary

DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))
MINUTES = st.integers(0, 24 * 60 - 1)
_ONES = "零一二三四五六七八九"
_WEEK = "一二三四五六日"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _chinese(value: int) -> str:
    """A number below 100 as Chinese writes it."""
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _ONES[ones]
    return ("" if tens == 1 else _ONES[tens]) + "十" + (_ONES[ones] if ones else "")


def _twelve(hour: int) -> tuple[int, str]:
    return (12 if hour % 12 == 0 else hour % 12), "p.m." if hour >= 12 else "a.m."


def _styles(day: date, minute: int) -> dict[str, str]:
    """A moment in the ways that people write it. The hour is of 24 where nothing else is said."""
    y, m, d, (hour, rest) = day.year, day.month, day.day, divmod(minute, 60)
    clock = f"{hour}:{rest:02}"
    twelve, half = _twelve(hour)
    month = _MONTHS[m - 1]
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(y))
    return {
        "plain": f"{y}年{m}月{d}日{clock}",
        "hours": f"{y}年{m}月{d}日{hour}时{rest}分",
        "points": f"{y}年{m}月{d}号{hour}点{rest}分",
        "weekday": f"{y}年{m}月{d}日(星期{_WEEK[day.weekday()]}){clock}",
        "wide": f"{y}年{m}月{d}日（周{_WEEK[day.weekday()]}）{hour:02}：{rest:02}",
        "blanks": f"{y} 年 {m} 月 {d} 日 {hour} : {rest:02}",
        "traditional": f"{y}年{m}月{d}號{hour}時{rest}分",
        "numerals": f"{year}年{_chinese(m)}月{_chinese(d)}日{_chinese(hour)}时{_chinese(rest)}分",
        "iso": f"{y}-{m:02}-{d:02} {hour:02}:{rest:02}",
        "stroke": f"{y}/{m}/{d} {clock}",
        "dots": f"{y}.{m:02}.{d:02} {clock}",
        "english": f"{clock} on {month} {d}, {y}",
        "british": f"{clock} on {d} {month} {y}",
        "american": f"{month} {d}, {y}, {twelve}:{rest:02} {half}",
    }


@pytest.mark.parametrize("style", list(_styles(date(2021, 11, 21), 1080)))
@given(day=DAYS, minute=MINUTES)
@example(day=date(2024, 2, 29), minute=0)
@example(day=date(2021, 12, 31), minute=12 * 60 + 30)
def test_a_moment_is_read_back(style: str, day: date, minute: int) -> None:
    text = _styles(day, minute)[style]
    (found,) = find_times(f"系统定于{text}停机。", None)
    assert found.words == text
    assert str(found.start_boundary) == f"{day} {minute // 60:02}:{minute % 60:02}"
    assert found.problems == ()


@given(day=DAYS, minute=MINUTES, length=st.integers(1, 250 * 24 * 60))
def test_a_range_is_read_back(day: date, minute: int, length: int) -> None:
    start = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001
    end = start + timedelta(minutes=length)
    joined = f"{start.year}年{start.month}月{start.day}日{start:%H:%M}至{end.year}年{end.month}月{end.day}日{end:%H:%M}"
    (found,) = find_times(joined, None)
    assert found.kind is Kind.RANGE
    assert (str(found.start_boundary), str(found.end_boundary)) == (f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}")
    assert found.problems == ()


@given(day=DAYS, length=st.integers(1, 250))
def test_a_range_shares_the_year_and_may_cross_it(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    (found,) = find_times(f"{day.year}年{day.month}月{day.day}日18时至{end.month}月{end.day}日8时", None)
    assert str(found.end_boundary) == f"{end} 08:00"


@given(published=st.dates(date(2002, 1, 1), date(2097, 1, 1)), ahead=st.integers(-20, 200))
def test_a_year_that_is_not_written_comes_from_the_publication(published: date, ahead: int) -> None:
    day = published + timedelta(days=ahead)
    (found,) = find_times(f"{day.month}月{day.day}日18时起停机", published)
    assert str(found.start_boundary) == f"{day} 18:00"
    assert found.published == published
    assert found.because is not None
    (alone,) = find_times(f"{day.month}月{day.day}日18时起停机", None)
    assert alone.boundary is not None
    assert alone.boundary.kind is BoundaryKind.UNRESOLVED


PIECES = st.sampled_from(
    [
        *(
            "2021",
            "年",
            "月",
            "日",
            "号",
            "时",
            "点",
            "分",
            ":",
            "：",
            "1",
            "2",
            "12",
            "18",
            "30",
            "31",
            "0",
            "00",
            "星期",
            "周",
        ),
        *(
            "(",
            ")",
            "至",
            "-",
            "—",
            "~",
            "到",
            "起",
            "止",
            "前",
            "后",
            "内",
            "底",
            "末",
            "上午",
            "凌晨",
            "晚",
            "今",
            "明",
            "次日",
        ),
        *(
            "每",
            "最后",
            "个",
            "工作日",
            "小时",
            "天",
            "约",
            "预计",
            "暂定",
            "不早于",
            "延长至",
            "停机",
            "恢复",
            "另行通知",
            "时间",
            "出院",
        ),
        *(
            "November",
            "21",
            "st",
            ",",
            " ",
            "\n",
            "on",
            "from",
            "to",
            "p.m.",
            "within",
            "days",
            "after",
            "midnight",
            "every",
        ),
        *(
            "《",
            "》",
            "十",
            "廿",
            "二〇二一",
            "五",
            "节",
            "本",
            "下",
            "当月",
            "same",
            "。",
            "/",
            ".",
            "第",
            "药",
            "半",
            "%",
        ),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join))
PUBLISHED = st.one_of(st.none(), st.dates())

_KNOWN = re.compile(
    r"[0-9〇零一二三四五六七八九十廿卅]|[今明后次翌隔当同即昨本下去][日天年月晚早晨夜周星礼]|第二天|底|末|周|星期|礼拜"
    r"|待定|另|告|每|节|假|未|为准|midnight|noon|today|tomorrow|tonight|until|to be|will be|shall be|TB[ACD]|end of"
    r"|every|each|last|the month|within"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)"
)


@given(text=TEXTS, published=PUBLISHED)
@example(text="２０２１年１１月２１日\n1年", published=date.max)
@example(text="次日次日次日", published=date.min)
def test_every_text_is_read_without_a_stumble(text: str, published: date | None) -> None:
    end = 0
    for found in find_times(text, published):
        assert found.start >= end
        assert found.end > found.start
        assert text[found.start : found.end] == found.words
        assert _KNOWN.search(fold(found.words)), found.words
        end = found.end


NIGHTS = st.lists(
    st.sampled_from(
        [
            "2023年6月30日",
            "6月1日",
            "、2日",
            "和31日",
            "起",
            "连续",
            "一连",
            "共",
            "十",
            "3",
            "三",
            "两",
            "0",
            "个",
            "晚",
            "晚上",
            "，",
            "（",
            "）",
            "每晚",
            "每夜",
            "每天",
            "23:30",
            "11点",
            "停",
            "、",
            "到",
            "至次日4:30",
            "次日4:30",
            "第二天早上5点",
        ]
    ),
    max_size=12,
).map("".join)


@given(text=NIGHTS, published=PUBLISHED)
@example(text="6月1日起连续十3晚，每晚23:30至次日4:30", published=date(2023, 5, 1))
@example(text="6月30日、31日每晚23:30停、次日4:30", published=date(2023, 5, 1))
def test_nights_are_read_without_a_stumble(text: str, published: date | None) -> None:
    for found in find_times(text, published):
        assert text[found.start : found.end] == found.words
        if found.kind is Kind.RECURRING and found.end_boundary and found.end_boundary.moment:
            assert found.start_boundary is not None
            start, end = found.start_boundary.as_start(), found.end_boundary.as_end()
            assert start is not None
            assert end is not None
            assert start < end


def _boundaries(found: Found) -> list[Boundary]:
    moment = found.deadline and found.deadline.moment
    dated = [Boundary(BoundaryKind.STATED, moment=moment)] if moment else []
    return [*(one for one in (found.start_boundary, found.end_boundary) if one), *dated]


@given(text=TEXTS, published=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2150, 1, 1))))
def test_every_boundary_is_one_of_the_format_and_no_year_is_invented(text: str, published: date | None) -> None:
    folded = fold(text)
    written = {number(one) for one in re.findall("(?=([12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}))", folded)}
    known = written | ({published.year} if published else set())
    for found in find_times(text, published):
        for boundary in _boundaries(found):
            assert parse_boundary(str(boundary)) == boundary
            if boundary.moment:
                assert known & {boundary.moment.day.year + step for step in (-1, 0, 1)}


@given(day=DAYS)
def test_folding_keeps_every_place(day: date) -> None:
    text = f"２０２１年（週五）——{day}～時點○ \u3000"
    assert len(fold(text)) == len(text)


@given(text=st.text())
def test_folding_any_text_keeps_its_length(text: str) -> None:
    assert len(fold(text)) == len(text)
