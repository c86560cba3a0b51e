"""OP305: the base notice stops for 62.5 hours on 4 dates, 2025-11-21 18:00 to 2025-11-24 08:30."""

from __future__ import annotations

import pytest

from .checking import Said, keys, said


def note(text: str) -> str:
    zh, en = ("甲", text) if text.isascii() else (text, "a")
    return f'notes:\n  one: {{say: {{zh: "{zh}", en: "{en}"}}, clause: "1"}}\n'


def window(start: str, end: str) -> str:
    return f"windows:\n  stop: {{start: {start}, end: {end}, clause: '1'}}\n"


def test_nine_days_that_are_three() -> None:
    assert said("OP305", note("本次停机9天。")) == [
        Said(
            "34:19-34:28",
            "“停机9天”与停机时段不符，按起止时间为 2 天 14 小时（涉及 4 个日期）；请更正时长或起止时间",
            "`停机9天` fits no window: by their ends they last 2 days 14 h (on 4 dates); correct the duration "
            "or the windows",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "停机共九天",
            "暂停服务2天",
            "业务暂停，为期五天",
            "系统升级，一共72小时",
            "9天的停机",
            "停机时间为十二天",
            "停机61小时",
        ),
        *("a nine-day stop", "The stop lasts nine days.", "Everything is suspended for 9 days", "a 72-hour outage"),
        *("suspended from 21 to 24 November, for 5 days", "two days of downtime"),
    ],
)
def test_what_contradicts(text: str) -> None:
    assert keys("OP305", note(text)) == ["notes.one.say.en" if text.isascii() else "notes.one.say.zh"]


@pytest.mark.parametrize(
    "text",
    [
        *("停机共三天", "停机4天", "停机62小时", "停机63小时", "暂停62小时30分", "a three-day stop", "lasts four days"),
        *(
            "停机约9天",
            "恢复后7个工作日内",
            "停机后9天内补办",
            "停机期间备足9天药品",
            "一次可开一个月用药量",
            "21日停机",
            "停机9日前",
        ),
        *(
            "过渡期为期30天，停机后开始",
            "提供24小时服务",
            "共有9家医院",
            "停机9天内恢复",
            "自11月21日停机",
            "第9天停机",
        ),
        *("within 12 months after discharge", "medicines for 30 days", "While it is down, take medicines for 30 days"),
        *(
            "stops for about nine days",
            "the first 9 days",
            "a 30-day supply",
            "keep receipts for 90 days",
            "valid for 9 days",
        ),
        *("the certificate lasts 30 days", "suspended, and file for 9 days after the return", "7 working days"),
    ],
)
def test_what_does_not(text: str) -> None:
    assert keys("OP305", note(text)) == []


def test_72_hours_over_four_dates_are_three_days_or_four() -> None:
    stop = window("2025-11-21 18:00", "2025-11-24 18:00")
    assert [keys("OP305", stop + note(f"停机{count}天")) != [] for count in "二三四五"] == [True, False, False, True]


@pytest.mark.parametrize(("count", "fits"), [(1, False), (2, True), (3, True), (4, True), (5, False)])
def test_dates_alone_leave_a_day_open(count: int, fits: bool) -> None:
    assert (keys("OP305", window("2025-11-21", "2025-11-24") + note(f"停机{count}天")) == []) is fits


def test_any_window_or_the_whole_may_be_meant() -> None:
    windows = (
        "windows:\n  a: {start: 2025-11-21 18:00, end: 2025-11-22 18:00, clause: '1'}\n"
        "  b: {start: 2025-11-24 18:00, end: 2025-11-30 18:00, clause: '1'}\n"
    )
    fitting = [count for count in range(1, 13) if not keys("OP305", windows + note(f"停机{count}天"))]
    assert fitting == [1, 2, 6, 7, 9, 10]
    assert keys("OP305", windows + note("停机5天")) == ["notes.one.say.zh"]


def test_nothing_is_said_of_what_has_no_end() -> None:
    assert keys("OP305", window("2025-11-21 18:00", "to be announced") + note("停机9天")) == []
    assert keys("OP305", window("2025-11-21 18:00", "not before 2025-11-24") + note("停机9天")) == []
    assert keys("OP305", window("2025-11-24 18:00", "2025-11-21 18:00") + note("停机9天")) == []


def test_names_effects_and_titles_are_read() -> None:
    snippet = (
        "title: {zh: 停机九天公告, en: A nine-day stop}\n"
        "windows:\n  stop: {name: {zh: 共九天, en: stop}, start: 2025-11-21 18:00, end: 2025-11-24 08:30, "
        "clause: '1'}\n"
        "effects:\n  e:\n    services: [inquiry]\n    effect: suspended\n    say: {zh: 查询暂停9天, en: a}\n   "
        " clause: '2'\n"
    )
    assert keys("OP305", snippet) == ["title.zh", "title.en", "windows.stop.name.zh", "effects.e.say.zh"]
