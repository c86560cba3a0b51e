"""OP307 to OP310: deadlines. The base notice stops from Friday 2025-11-21 18:00 to Monday 2025-11-24 08:30."""

from __future__ import annotations

import pytest

from .checking import Said, guided, keys, said

DEADLINE = ["guidance.file.deadline"]
LATER = "windows:\n  stop: {start: 2025-11-24 18:00, end: 2025-11-26 08:30, clause: '1'}\n"


def test_a_deadline_after_the_start() -> None:
    assert said("OP307", guided("2025-11-22 17:00")) == [
        Said(
            "17:15-17:31",
            "期限“2025-11-22 17:00”晚于停机开始“2025-11-21 18:00”，而 `phase` 是 before；"
            "请把期限提前到停机开始之前，或更正 `phase`",
            "the deadline `2025-11-22 17:00` is after the start of the stop (`2025-11-21 18:00`), though "
            "`phase` is before; "
            "write an earlier one, or correct `phase`",
        )
    ]


def test_a_counted_deadline_after_the_start_is_told_with_its_date() -> None:
    (found,) = said("OP307", guided("2 hours after stop.start"))
    assert found.en == (
        "the deadline `2 hours after stop.start`, 2025-11-21 20:00 (Fri), is after the start of the stop "
        "(`2025-11-21 18:00`), though `phase` is before; write an earlier one, or correct `phase`"
    )


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        *(("2025-11-21 18:00", []), ("2025-11-21 18:01", DEADLINE), ("stop.start", []), ("stop.end", DEADLINE)),
        *(("2025-11-21", []), ("2025-11-22", DEADLINE), ("1 day before stop.start", []), ("visit", [])),
        *(("1 day after stop.start", DEADLINE), ("1 minute before stop.start", []), ("2 days after visit", [])),
    ],
)
def test_which_deadlines_are_after_the_start(deadline: str, found: list[str]) -> None:
    assert keys("OP307", guided(deadline)) == found
    assert keys("OP307", guided(deadline, phase="after")) == []
    assert keys("OP307", "status: cancelled\n" + guided(deadline)) == []


@pytest.mark.parametrize(
    ("start", "deadline", "found"),
    [
        ("2025-11-21", "2025-11-21 17:00", []),  # the hour is open
        ("2025-11-21", "2025-11-22 00:01", DEADLINE),
        ("2025-11-21 00:00", "2025-11-21", DEADLINE),
        ("not before 2025-11-21 18:00", "2025-11-22 17:00", []),
        ("no later than 2025-11-21 18:00", "2025-11-22 17:00", DEADLINE),
        ("unresolved 月底", "2025-11-22 17:00", []),
    ],
)
def test_starts_that_are_not_exact(start: str, deadline: str, found: list[str]) -> None:
    window = f"windows:\n  stop: {{start: {start}, end: 2025-11-24 08:30, clause: '1'}}\n"
    assert keys("OP307", window + guided(deadline)) == found


def test_of_several_windows_the_last_to_start_counts() -> None:
    windows = (
        "windows:\n  a: {start: 2025-11-21 18:00, end: 2025-11-22 18:00, clause: '1'}\n"
        "  b: {start: 2025-11-24 18:00, end: 2025-11-30 18:00, clause: '1'}\n"
    )
    assert keys("OP307", windows + guided("2025-11-24 17:00")) == []
    assert keys("OP307", windows + guided("2025-11-24 17:00", **{"in": "[a]"})) == DEADLINE


def test_a_deadline_on_a_sunday() -> None:
    assert said("OP308", LATER + guided("2025-11-23 17:00")) == [
        Said(
            "17:15-17:31",
            "期限“2025-11-23 17:00”落在休息日 2025-11-23（周日），窗口不上班；请改为工作日，或写明当天有人办理",
            "the deadline `2025-11-23 17:00` falls on 2025-11-23 (Sun), a rest day on which counters are "
            "closed; write a "
            "working day, or say that they are open",
        )
    ]


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        *(("2025-11-23", DEADLINE), ("2025-11-24 00:00", DEADLINE), ("2025-11-24 00:01", []), ("2025-11-21 24:00", [])),
        *(("2 days before stop.start", DEADLINE), ("1 working day before stop.start", []), ("2025-10-11 17:00", [])),
        *(
            ("30 hours before stop.start", DEADLINE),
            ("4 days after stop.start", []),
            ("end of month of stop.start", DEADLINE),
        ),
        *(("2025-10-08 17:00", DEADLINE), ("2099-10-04 17:00", []), ("visit", [])),
    ],
)
def test_which_days_are_rest_days(deadline: str, found: list[str]) -> None:
    """2025-10-11 is a Saturday on which everybody works, 2025-10-08 a Wednesday in the holidays."""
    assert keys("OP308", LATER + guided(deadline)) == found


@pytest.mark.parametrize(
    ("roles", "services", "action", "found"),
    [
        ("[hospital]", "[settlement.local.inpatient]", "convert_to_self_pay", []),  # Henan, Sunday 2021-11-21
        ("[hospital, pharmacy]", "[filing]", "complete_before", []),
        ("[insured, hospital]", "[settlement.local.chronic]", "stock_up", []),
        ("[insured]", "[settlement.local.pharmacy]", "complete_before", []),
        ("[insured]", "[channel.app]", "complete_before", []),
        ("[insured]", "[filing]", "phone_filing", []),
        ("[agency]", "[all]", "post_notice", []),
        ("[agency]", "[provider.claims]", "clear_in_transit", DEADLINE),
        ("[hospital, tax]", "[settlement]", "complete_before", DEADLINE),
        ("[employer]", "[contribution.collection]", "pay_before", DEADLINE),
        ("[insured]", "[reimbursement.manual]", "manual_claim", DEADLINE),
        ("[insured]", "[channel]", "complete_before", DEADLINE),
        ("[insured]", "[all]", "complete_before", DEADLINE),
    ],
)
def test_who_needs_an_office(roles: str, services: str, action: str, found: list[str]) -> None:
    snippet = LATER + guided("2025-11-23 17:00", services=services, action=action, **{"for": roles})
    assert keys("OP308", snippet) == found


def test_a_year_without_a_schedule() -> None:
    window = "windows:\n  stop: {start: 2099-06-05 18:00, end: 2099-06-08 08:30, clause: '1'}\n"
    assert said("OP309", window + guided("7 working days after stop.end", phase="after")) == [
        Said(
            "17:15-17:44",
            "“7 working days after stop.end”算不出日期：2099 年的放假调休安排尚未公布或未收录，无法推算工作日；"
            "请直接写明日期和时刻，或待安排公布后更新本程序",
            "`7 working days after stop.end` has no date: the schedule of rest days and working days of 2099 is not "
            "published or not on file; write the moment itself, or update this program once the schedule is out",
        )
    ]
    quiet = [
        "2099-06-17",
        "3 hours after stop.end",
        "3 days before stop.start",
        "stop.end",
        "7 working days after visit",
    ]
    assert [keys("OP309", window + guided(deadline)) for deadline in quiet] == [[], [], [], [], []]
    assert keys("OP309", window + guided("stop.start", not_before="1 month after stop.end")) == [
        "guidance.file.not_before"
    ]
    assert keys("OP309", guided("7 working days after stop.end", phase="after")) == []
    undated = "windows:\n  stop: {start: 2099-06-05 18:00, end: to be announced, clause: '1'}\n"
    assert keys("OP309", undated + guided("7 working days after stop.end", phase="after")) == []


PAYMENTS = "effects:\n  e: {services: [contribution.collection], effect: suspended, clause: '2'}\n"
PAY = {"services": "[contribution.collection]", "action": "pay_before"}


def test_payments_until_20_with_payments_stopped_at_18() -> None:
    assert said("OP310", PAYMENTS + guided("2025-11-21 20:00", **PAY)) == [
        Said(
            "17:15-17:31",
            "期限“2025-11-21 20:00”截止前，“医保费征缴”已按本公告停办；请改为业务可办的时间，不晚于 2025-11-21 "
            "18:00（周五）",
            "just before the deadline `2025-11-21 20:00`, “contribution collection” is down by this same "
            "notice; write a "
            "time at which it is up, no later than 2025-11-21 18:00 (Fri)",
        )
    ]


@pytest.mark.parametrize(
    ("deadline", "changes", "found"),
    [
        ("2025-11-21 18:00", {}, []),
        ("2025-11-21 18:01", {}, DEADLINE),
        ("2025-11-21", {}, []),  # its morning is enough
        ("2025-11-22", {}, DEADLINE),
        ("2025-11-24", {}, []),
        ("2025-11-22 17:00", {"phase": "after"}, DEADLINE),
        ("2025-11-22 17:00", {"phase": "during"}, []),
        ("2025-11-22 17:00", {"action": "prepay_full"}, []),
        ("2025-11-22 17:00", {"action": "keep_receipts"}, []),
        ("2025-11-22 17:00", {"services": "[contribution]"}, []),  # not all of it stops
        ("2025-11-22 17:00", {"services": "[contribution.collection.tax_hall]"}, DEADLINE),
        ("2025-11-24 08:31", {"phase": "after"}, []),
        ("1 working day after stop.end", {"phase": "after"}, []),
    ],
)
def test_what_is_down_at_a_deadline(deadline: str, changes: dict[str, str], found: list[str]) -> None:
    assert keys("OP310", PAYMENTS + guided(deadline, **(PAY | changes))) == found


@pytest.mark.parametrize(
    ("effect", "found"),
    [
        ("effect: suspended", DEADLINE),
        ("effect: terminated", DEADLINE),
        ("effect: degraded", []),
        ("effect: paper_only", []),
        ("effect: suspended, schemes: [resident]", []),
        ("effect: suspended, pools: [370700]", DEADLINE),
    ],
)
def test_which_effects_take_it_down(effect: str, found: list[str]) -> None:
    effects = f"effects:\n  e: {{services: [contribution.collection], {effect}, clause: '2'}}\n"
    assert keys("OP310", effects + guided("2025-11-22 17:00", **PAY)) == found


def test_after_a_stop_without_an_end_nobody_knows() -> None:
    window = "windows:\n  stop: {start: 2025-11-21 18:00, end: to be announced, clause: '1'}\n"
    assert keys("OP310", window + PAYMENTS + guided("2025-12-31 17:00", phase="after", **PAY)) == []
    assert keys("OP310", window + PAYMENTS + guided("2025-11-21 20:00", **PAY)) == DEADLINE
