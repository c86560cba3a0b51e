"""OP304: weekdays beside dates. 2025-11-21 is a Friday, 2025-11-24 a Monday."""

from __future__ import annotations

import pytest

from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

from .checking import Said, keys, said


def note(zh: str = "甲", en: str = "a") -> str:
    return f'notes:\n  one: {{say: {{zh: "{zh}", en: "{en}"}}, clause: "1"}}\n'


def test_a_weekday_in_a_text() -> None:
    assert said("OP304", note(zh="停机自2025年11月21日（星期四）起")) == [
        Said(
            "34:19-34:41",
            "“2025年11月21日（星期四）”与日历不符：2025-11-21 是周五；请改为“星期五”，或更正日期",
            "`2025年11月21日（星期四）` contradicts the calendar: 2025-11-21 is a Friday; write `星期五`, or "
            "correct the date",
        )
    ]


def test_a_weekday_in_a_comment() -> None:
    snippet = (
        "windows:\n  stop:\n    name: {zh: 停, en: stop}\n    start: 2025-11-21 18:00  # Thursday\n"
        "    end: 2025-11-24 08:30    # 周二，早上\n    clause: '1'\n"
    )
    assert said("OP304", snippet) == [
        Said(
            "14:30-14:40",
            "“# Thursday”与日历不符：2025-11-21 是周五；请改为“Friday”，或更正日期",
            "`# Thursday` contradicts the calendar: 2025-11-21 is a Friday; write `Friday`, or correct the date",
        ),
        Said(
            "15:30-15:37",
            "“# 周二，早上”与日历不符：2025-11-24 是周一；请改为“周一”，或更正日期",
            "`# 周二，早上` contradicts the calendar: 2025-11-24 is a Monday; write `周一`, or correct the date",
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025年11月21日周四",
            "2025年11月21日(礼拜四)18时起",
            "11月21日（周四）起",
            "周四（11月21日）起",
            "星期四11月21日",
        ),
        *(
            "2025-11-21 (Thu)",
            "2025-11-21 18:00 (Thursday)",
            "21 November 2025, a Thursday",
            "Thursday, 21 November 2025",
        ),
        *("Thu 21 Nov", "November 21, 2025 (Thursday)", "Thursday, November 21", "Thursday the 21st of November"),
        "自11月21日（周五）18时至11月24日（周二）8时30分",
        "11月21日周四至11月24日周一",
        "from 21 November (Fri) to 24 November (Tue)",
        "2024年11月21日（周五）",
    ],
)
def test_contradictions(text: str) -> None:
    zh = text if not text.isascii() else "甲"
    expected = "notes.one.say.zh" if zh == text else "notes.one.say.en"
    assert keys("OP304", note(zh=zh, en="a" if zh == text else text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025年11月21日周五",
            "11月21日（周五）18时至11月24日（周一）8时30分",
            "周五（11月21日）起",
            "2024年11月21日（周四）",
        ),
        *(
            "11月21日（周五、周六）",
            "周六至周日（11月22日至23日）",
            "每周四11月21日起",
            "11月21日周一至周五办理",
            "11月21日，周一恢复",
        ),
        *("Friday, 21 November 2025", "Fri 21 Nov, Monday 24 November", "21 November, Monday 24 November"),
        *("21 November: open Monday to Friday", "Monday to Friday, 21 November", "on 21 November Mondays are free"),
        *(
            "31 November (Monday)",
            "21 November sat down",
            "11月31日（周一）",
            "周四另行通知",
            "the Monday after 21 November",
        ),
    ],
)
def test_what_does_not_contradict(text: str) -> None:
    assert keys("OP304", note(zh=text, en=text)) == []


def test_a_date_without_a_year_may_be_of_any_year_of_the_notice() -> None:
    stop = "windows:\n  stop: {start: 2025-12-30 18:00, end: 2026-01-02 08:00, clause: '1'}\n"
    assert keys("OP304", stop + note(zh="1月2日（周五）恢复")) == []  # 2026
    assert keys("OP304", stop + note(zh="1月2日（周四）恢复")) == []  # 2025
    assert keys("OP304", stop + note(zh="1月2日（周三）恢复")) == ["notes.one.say.zh"]


@pytest.mark.parametrize(
    "comment",
    [
        *("# Friday", "# a Friday", "# 周五", "# (Fri)", "#周五", "# not a Thursday", "# the counters open on Monday"),
        *("# Thursdays are quiet", "# Monday to Friday", "# from the relay", "# 周一至周五"),
    ],
)
def test_comments_that_do_not_contradict(comment: str) -> None:
    snippet = f"windows:\n  stop:\n    start: 2025-11-21 18:00  {comment}\n    end: 2025-11-24 08:30\n    clause: '1'\n"
    assert keys("OP304", snippet) == []


def test_a_comment_behind_two_moments_may_mean_either() -> None:
    line = "windows:\n  stop: {{start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: '1'}}  # {}\n"
    assert keys("OP304", line.format("Monday")) == []
    assert keys("OP304", line.format("Friday")) == []
    assert keys("OP304", line.format("Sunday")) == ["windows.stop.start"]


def test_titles_names_and_contacts_are_read() -> None:
    snippet = (
        "title: {zh: 11月21日（周四）停机, en: Stop}\n"
        "windows:\n  note: {name: {zh: 停, en: Thursday 21 November}, start: 2025-11-21 18:00, end: 2025-11-24 08:30}\n"
        "contacts:\n  c: {name: {zh: 甲, en: a}, note: {zh: 11月24日周二起, en: a}, phones: [12393]}\n"
    )
    assert keys("OP304", snippet) == ["title.zh", "windows.note.name.en", "contacts.c.note.zh"]


def test_carriage_returns_do_not_shift_the_lines() -> None:

    text = laid_over(
        "windows:\n  stop:\n    start: 2025-11-21 18:00 # 周四\n    end: 2025-11-24 08:30\n    clause: '1'\n"
    )
    content = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    found = validate([Source(file="a.yaml", content=content)], Settings(select=("OP304",)), Context(at=MOMENT)).findings
    assert [(one.span.line, one.span.column, one.span.end_column) for one in found] == [(13, 29, 33)]


def test_an_amendment_is_read_too() -> None:
    amendment = (
        "format: outageplan/1\nid: later\namends: example-2025-11\npublished: 2025-11-22\n"
        "notes:\n  one: {say: {zh: 11月24日（周二）恢复, en: back}, clause: '1'}\n"
    )

    source = Source(file="later.yaml", content=amendment.encode())
    found = validate([source], Settings(select=("OP304",)), Context(at=MOMENT)).findings
    assert [one.key for one in found] == ["notes.one.say.zh"]
