"""What is told of a deadline: by when, how sure, and every step of the count."""

from __future__ import annotations

import pytest

from outageplan.engine.deadlines import DueDate, due_date
from outageplan.engine.rules import Reason
from outageplan.notice.moments import parse_deadline

from .building import invented


def due(phrase: str, end: str = "2021-11-28 08:00") -> DueDate:
    return due_date(parse_deadline(phrase), invented(windows={"stop": ("2021-11-21 18:00", end)}))


def test_the_steps_of_a_count_in_working_days() -> None:
    found = due("7 working days after stop.end", "expected 2021-11-28 08:00")
    assert [step["en"] for step in found.steps] == [
        "it hangs on the return (stop.end): expected 2021-11-28 08:00 (Sun), not confirmed",
        "the first day, 2021-11-28, is not counted",
        "7 working days after it: 2021-12-07 (Tue)",
    ]
    assert [step["zh"] for step in found.steps] == [
        "起算点为恢复时间（stop.end）：预计 2021-11-28 08:00（周日），未确认",
        "起算当日 2021-11-28 不计入",
        "后 7 个工作日：2021-12-07（周二）",
    ]


def test_a_last_day_that_moves_says_why() -> None:
    assert [step["en"] for step in due("3 days after stop.end", "2021-09-28 08:00").steps] == [
        "it hangs on the return (stop.end): 2021-09-28 08:00 (Tue)",
        "the first day, 2021-09-28, is not counted",
        "3 days after it: 2021-10-01 (Fri)",
        "that is a rest day: it moves to 2021-10-08 (Fri)",
    ]


def test_the_steps_to_the_end_of_a_month() -> None:
    assert [step["en"] for step in due("end of month of stop.end").steps] == [
        "it hangs on the return (end of month of stop.end): 2021-11-28 08:00 (Sun)",
        "the month ends on 2021-11-30",
    ]


@pytest.mark.parametrize(
    ("phrase", "end", "zh", "en"),
    [
        pytest.param(
            "7 working days after stop.end",
            "2021-11-28 08:00",
            "2021-12-07（周二）当日营业结束前（最迟 24:00）",
            "2021-12-07 (Tue), close of business (24:00 at the latest)",
            id="firm",
        ),
        pytest.param(
            "7 working days after stop.end",
            "expected 2021-11-28 08:00",
            "暂计 2021-12-07（周二）当日营业结束前（最迟 24:00）",
            "provisionally 2021-12-07 (Tue), close of business (24:00 at the latest)",
            id="provisional",
        ),
        pytest.param(
            "7 working days after stop.end",
            "to be announced",
            "日期未定：起算点为恢复时间（stop.end）：另行通知",
            "no date yet: it hangs on the return (stop.end): to be announced",
            id="undated",
        ),
        pytest.param(
            "2021-11-18 17:00", "2021-11-28 08:00", "2021-11-18 17:00（周四）", "2021-11-18 17:00 (Thu)", id="moment"
        ),
        pytest.param(
            "2021-11-18 24:00",
            "2021-11-28 08:00",
            "2021-11-18 24:00（周四）",
            "2021-11-18 24:00 (Thu)",
            id="24-o'clock",
        ),
        pytest.param(
            "30 days after discharge",
            "2021-11-28 08:00",
            "日期未定：以出院之日起算，本次查询未给出",
            "no date yet: it is counted from the day of discharge, which was not given",
            id="event",
        ),
    ],
)
def test_by_when(phrase: str, end: str, zh: str, en: str) -> None:
    text = due(phrase, end).text()
    assert (text["zh"], text["en"]) == (zh, en)


def test_the_reasons_name_the_notice_and_the_guidance() -> None:
    found = due("2021-11-18 17:00")
    assert found.reasons("henan", "stock-up", "III.2.3") == (
        Reason(rule="deadline", text=found.steps[0], notice="henan", guidance="stock-up", clause="III.2.3"),
    )
    assert found.steps[0]["en"] == "the notice states 2021-11-18 17:00 (Thu)"
