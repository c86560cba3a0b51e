"""A notice with windows that repeat, at moments on both sides of every boundary."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.case import Case
from outageplan.engine.instances import OccurrenceWindow, instances_after, instances_before
from outageplan.engine.occurrences import listed, unrolled
from outageplan.engine.plan import make_plan, standing
from outageplan.notice.moments import Boundary

from .building import CHINA_TIME, Entry, at, invented
from .recurring import BUY_AHEAD, FILE_LATER, MONTH_END, NIGHTLY, planned, recurring, spans, state, told, until

OPEN = {**MONTH_END, "end": "to be announced"}
EXPECTED = {**MONTH_END, "end": "expected 2024-02-01 06:00"}


# Which occurrence a window stands for


@pytest.mark.parametrize(
    ("moment", "start", "end", "found"),
    [
        ("2023-06-01 00:00", "2024-01-31 18:00", "2024-02-01 06:00", "upcoming"),
        ("2024-01-31 17:59", "2024-01-31 18:00", "2024-02-01 06:00", "upcoming"),
        ("2024-01-31 18:00", "2024-01-31 18:00", "2024-02-01 06:00", "down"),
        ("2024-02-01 05:59", "2024-01-31 18:00", "2024-02-01 06:00", "down"),
        ("2024-02-01 06:00", "2024-02-29 18:00", "2024-03-01 06:00", "upcoming"),
        ("2024-02-29 18:00", "2024-02-29 18:00", "2024-03-01 06:00", "down"),
        ("2024-04-30 18:00", "2024-04-30 18:00", "2024-05-01 06:00", "down"),
        ("2025-01-01 05:59", "2024-12-31 18:00", "2025-01-01 06:00", "down"),
        ("2025-02-28 17:59", "2025-02-28 18:00", "2025-03-01 06:00", "upcoming"),
        ("2025-02-28 18:00", "2025-02-28 18:00", "2025-03-01 06:00", "down"),
        ("2100-02-28 18:00", "2100-02-28 18:00", "2100-03-01 06:00", "down"),
    ],
)
def test_the_end_of_every_month(moment: str, start: str, end: str, found: str) -> None:
    notice = recurring(MONTH_END)
    assert spans(notice, moment) == {"stop": (start, end)}
    assert state(notice, moment) == found
    assert until(notice, moment) == (end if found == "down" else start)


@pytest.mark.parametrize(
    ("moment", "start", "found"),
    [
        ("2024-01-01 22:59", "2024-01-01 23:00", "upcoming"),
        ("2024-01-01 23:00", "2024-01-01 23:00", "down"),
        ("2024-01-02 00:00", "2024-01-01 23:00", "down"),
        ("2024-01-02 05:59", "2024-01-01 23:00", "down"),
        ("2024-01-02 06:00", "2024-01-02 23:00", "upcoming"),
        ("2024-12-31 23:30", "2024-12-31 23:00", "down"),
        ("2025-01-01 03:00", "2024-12-31 23:00", "down"),
        ("2025-01-01 06:00", "2025-01-01 23:00", "upcoming"),
    ],
)
def test_every_night_across_midnight(moment: str, start: str, found: str) -> None:
    assert [span[0] for span in spans(recurring(NIGHTLY), moment).values()] == [start]
    assert state(recurring(NIGHTLY), moment) == found


@pytest.mark.parametrize("end", ["COUNT=3", "UNTIL=20240331", "UNTIL=20240331T100000Z"])
def test_the_last_occurrence_is_over_and_so_is_the_notice(end: str) -> None:
    notice = recurring({**MONTH_END, "repeat": f"FREQ=MONTHLY;BYMONTHDAY=-1;{end}"})
    assert spans(notice, "2024-03-31 17:59") == {"stop": ("2024-03-31 18:00", "2024-04-01 06:00")}
    assert standing(notice, at("2024-04-01 05:59")).state == "active"
    assert standing(notice, at("2024-04-01 06:00")).state == "over"
    assert spans(notice, "2030-01-01 00:00") == {"stop": ("2024-03-31 18:00", "2024-04-01 06:00")}


@pytest.mark.parametrize("end", ["UNTIL=20240330", "UNTIL=20240331T095959Z", "COUNT=2"])
def test_the_one_before_is_the_last_when_the_end_comes_sooner(end: str) -> None:
    notice = recurring({**MONTH_END, "repeat": f"FREQ=MONTHLY;BYMONTHDAY=-1;{end}"})
    assert standing(notice, at("2024-03-01 05:59")).state == "active"
    assert standing(notice, at("2024-03-01 06:00")).state == "over"


def test_a_notice_that_repeats_without_end_is_selected_and_never_over() -> None:
    notice = recurring(NIGHTLY)
    for moment in ("2023-12-01 00:00", "2024-06-01 12:00", "2190-06-01 12:00"):
        assert [one.state.value for one in make_plan([notice], Case(at=at(moment))).notices] == ["upcoming"]


def test_when_it_has_ended_the_nearest_is_told_by_its_last_occurrence() -> None:
    ended = recurring({**NIGHTLY, "repeat": "FREQ=DAILY;COUNT=30"})
    found = make_plan([ended], Case(at=at("2024-02-10 00:00")))
    assert found.notices == ()
    assert [str(one.notice.windows["stop"].end) for one in found.nearest] == ["2024-01-31 06:00"]


def test_a_start_without_a_date_does_not_repeat() -> None:
    notice = recurring({**MONTH_END, "start": "to be announced"})
    assert spans(notice, "2024-05-31 19:00") == {"stop": ("to be announced", "2024-02-01 06:00")}
    assert state(notice, "2024-05-31 19:00") == "unscheduled"


def test_kinds_hours_and_offsets_are_those_of_the_first() -> None:
    window = {
        "start": "tentative 2024-01-31 24:00",
        "end": "no later than 2024-02-01 06:00 +09:00",
        "repeat": MONTH_END["repeat"],
    }
    assert spans(recurring(window), "2024-02-10 00:00") == {
        "stop": ("tentative 2024-02-29 24:00", "no later than 2024-03-01 06:00 +09:00")
    }


# Ends that are not stated


def test_an_open_end_lasts_until_the_next_occurrence_begins() -> None:
    notice = recurring(OPEN)
    assert spans(notice, "2024-02-20 00:00") == {
        "stop": ("2024-01-31 18:00", "to be announced"),
        "stop@2024-02-29": ("2024-02-29 18:00", "to be announced"),
    }
    assert (state(notice, "2024-02-20 00:00"), until(notice, "2024-02-20 00:00")) == ("down", "to be announced")
    assert spans(notice, "2024-02-29 17:59")["stop"][0] == "2024-01-31 18:00"
    assert spans(notice, "2024-02-29 18:00")["stop"][0] == "2024-02-29 18:00"


def test_an_expected_end_is_unconfirmed_until_the_next_occurrence_begins() -> None:
    notice = recurring({**NIGHTLY, "end": "expected 2024-01-02 06:00"})
    assert state(notice, "2024-01-05 05:59") == "down"
    assert (state(notice, "2024-01-05 06:00"), until(notice, "2024-01-05 06:00")) == ("unconfirmed", "2024-01-05 23:00")
    assert spans(notice, "2024-01-05 06:00") == {
        "stop": ("2024-01-04 23:00", "expected 2024-01-05 06:00"),
        "stop@2024-01-05": ("2024-01-05 23:00", "expected 2024-01-06 06:00"),
    }
    assert state(notice, "2024-01-05 23:00") == "down"


def test_an_expected_end_is_presumed_kept_after_30_days() -> None:
    notice = recurring(EXPECTED | {"repeat": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"})
    assert state(notice, "2024-03-02 05:59") == "unconfirmed"
    assert spans(notice, "2024-03-02 06:00") == {"stop": ("2025-01-31 18:00", "expected 2025-02-01 06:00")}


def test_a_gradual_return_is_under_way_until_the_next() -> None:
    notice = recurring(NIGHTLY, resume="gradual")
    assert state(notice, "2024-01-03 12:00") == "resuming"
    assert state(notice, "2024-01-03 23:00") == "down"


def test_what_is_terminated_does_not_come_back_in_between() -> None:
    assert state(recurring(NIGHTLY, effect="terminated"), "2024-01-03 12:00") == "terminated"


# Single occurrences that are left out or moved


CHANGED = {"2024-03-31": {"skip": "yes", "clause": "5"}, "2024-04-30": {"start": "2024-05-05 18:00", "clause": "6"}}


def test_one_that_is_skipped_does_not_take_place() -> None:
    notice = recurring(MONTH_END, {"2024-03-31": {"skip": "yes"}})
    assert state(notice, "2024-03-31 20:00") == "upcoming"
    assert spans(notice, "2024-03-01 06:00") == {"stop": ("2024-04-30 18:00", "2024-05-01 06:00")}
    assert spans(notice, "2024-03-01 05:59") == {"stop": ("2024-02-29 18:00", "2024-03-01 06:00")}


def test_one_that_is_moved_takes_place_then_and_not_on_its_day() -> None:
    change = {"start": "2024-05-05 18:00", "end": "expected 2024-05-06 08:00", "clause": "6"}
    notice = recurring(MONTH_END, {"2024-04-30": change})
    for moment in ("2024-04-30 20:00", "2024-05-05 17:59"):
        assert spans(notice, moment) == {"stop": ("2024-05-05 18:00", "expected 2024-05-06 08:00")}
        assert state(notice, moment) == "upcoming"
    assert state(notice, "2024-05-05 18:00") == "down"
    assert planned(notice, "2024-05-05 18:00").notices[0].notice.windows["stop"].clause == "w → 6"


def test_one_that_is_moved_behind_the_next_one_changes_places_with_it() -> None:
    notice = recurring(MONTH_END, {"2024-02-29": {"start": "2024-04-05 18:00", "end": "2024-04-06 06:00"}})
    starts = [
        spans(notice, moment)["stop"][0] for moment in ("2024-02-10 00:00", "2024-04-01 06:00", "2024-04-06 06:00")
    ]
    assert starts == ["2024-03-31 18:00", "2024-04-05 18:00", "2024-04-30 18:00"]


def test_one_whose_new_date_is_open_is_told_beside_the_next() -> None:
    notice = recurring(MONTH_END, {"2024-02-29": {"start": "to be announced", "end": "to be announced"}})
    for moment in ("2024-02-10 00:00", "2024-03-20 00:00"):
        assert spans(notice, moment) == {
            "stop": ("2024-03-31 18:00", "2024-04-01 06:00"),
            "stop@2024-02-29": ("to be announced", "to be announced"),
        }
    assert spans(notice, "2024-03-31 18:00") == {"stop": ("2024-03-31 18:00", "2024-04-01 06:00")}


def test_changes_on_days_that_the_rule_does_not_give_count_for_nothing() -> None:
    notice = recurring(MONTH_END, {"2024-03-30": {"skip": "yes"}})
    assert state(notice, "2024-03-31 20:00") == "down"


def test_when_every_occurrence_is_skipped_nothing_stops() -> None:
    window = {**MONTH_END, "repeat": "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2"}
    skipped = {"2024-01-31": {"skip": "yes"}, "2024-02-29": {"skip": "yes"}}
    notice = recurring(window, skipped, guidance={"file": FILE_LATER})
    for moment in ("2024-01-31 20:00", "2024-02-29 20:00", "2025-01-01 00:00"):
        assert standing(notice, at(moment)).state == "cancelled"
        assert state(notice, moment) == "unaffected"


def test_when_every_occurrence_of_one_window_is_skipped_the_others_stand() -> None:
    window = {**MONTH_END, "repeat": "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1"}
    other = {"start": "2024-03-01 00:00", "end": "2024-03-02 00:00"}
    notice = recurring(window, {"2024-01-31": {"skip": "yes"}}, guidance={"file": FILE_LATER}, other=other)
    assert spans(notice, "2024-01-31 20:00") == {"other": ("2024-03-01 00:00", "2024-03-02 00:00")}
    assert state(notice, "2024-01-31 20:00") == "upcoming"
    assert list(told(notice, "2024-01-31 20:00")) == ["national-fallback"]


# What must be done, and by when


def test_guidance_belongs_to_the_occurrence_in_view() -> None:
    notice = recurring(MONTH_END, guidance={"buy": BUY_AHEAD, "pay": {}, "file": FILE_LATER})
    assert told(notice, "2024-01-31 18:00") == {
        "buy": ("2024-01-31 16:00", False, "buy"),
        "pay": (None, True, "pay"),
        "file": ("2024-02-04", False, "file"),
    }


def test_a_deadline_does_not_vanish_when_the_next_occurrence_comes_into_view() -> None:
    notice = recurring(MONTH_END, guidance={"buy": BUY_AHEAD, "file": FILE_LATER})
    later = {"buy": ("2024-02-29 16:00", True, "buy"), "file": ("2024-03-04", False, "file")}
    kept = {"file@2024-01-31": ("2024-02-04", True, "Stop of 2024-01-31: file")}
    assert told(notice, "2024-02-01 06:00") == kept | later
    assert told(notice, "2024-02-04 23:59") == kept | later
    assert told(notice, "2024-02-05 00:00") == later
    assert spans(notice, "2024-02-04 23:59") == {
        "stop@2024-01-31": ("2024-01-31 18:00", "2024-02-01 06:00"),
        "stop": ("2024-02-29 18:00", "2024-03-01 06:00"),
    }


def test_what_is_kept_for_its_deadline_says_nothing_of_services() -> None:
    found = planned(recurring(MONTH_END, guidance={"file": FILE_LATER}), "2024-02-02 00:00")
    assert {claim.window_id for line in found.services for claim in line.claims} == {"stop"}
    assert found.notices[0].state == "upcoming"


def test_deadlines_of_several_nights_run_side_by_side() -> None:
    notice = recurring(NIGHTLY, guidance={"file": FILE_LATER})
    found = told(notice, "2024-01-10 12:00")
    # the end of each stop is on the day after it; three days later, moved over rest days
    assert {id: due for id, (due, _, _) in found.items()} == {
        "file@2024-01-06": "2024-01-10",
        "file@2024-01-07": "2024-01-11",
        "file@2024-01-08": "2024-01-12",
        "file@2024-01-09": "2024-01-15",
        "file": "2024-01-15",
    }


def test_what_has_no_deadline_is_kept_for_the_last_occurrence_for_30_days() -> None:
    entry = {"phase": "after", "action": "file_later"}
    notice = recurring({**MONTH_END, "repeat": "FREQ=YEARLY"}, guidance={"file": entry})
    assert told(notice, "2024-03-02 05:59") == {
        "file@2024-01-31": (None, True, "Stop of 2024-01-31: file"),
        "file": (None, False, "file"),
    }
    assert told(notice, "2024-03-02 06:00") == {"file": (None, False, "file")}
    nightly = told(recurring(NIGHTLY, guidance={"file": entry}), "2024-01-10 12:00")
    assert list(nightly) == ["file@2024-01-09", "file"]


def test_an_undated_deadline_is_kept_for_30_days() -> None:
    notice = recurring(OPEN, guidance={"file": FILE_LATER})
    assert told(notice, "2024-03-01 17:59")["file@2024-01-31"][0] is None
    assert "file@2024-01-31" not in told(notice, "2024-03-01 18:00")


def test_a_provisional_deadline_is_kept_until_it_has_passed() -> None:
    notice = recurring({**NIGHTLY, "end": "expected 2024-01-02 06:00"}, guidance={"file": FILE_LATER})
    kinds = {line.id: line.due.kind.value for line in planned(notice, "2024-01-04 12:00").guidance if line.due}
    assert kinds == {
        "file@2024-01-01": "provisional",
        "file@2024-01-02": "provisional",
        "file": "provisional",
    }


def test_what_is_due_before_the_next_one_is_told_while_one_is_under_way() -> None:
    """Closings of three weeks, and papers that are due ten days before the next."""
    window = {"start": "2024-01-01 00:00", "end": "2024-01-22 00:00", "repeat": "FREQ=MONTHLY;BYMONTHDAY=1"}
    early = {"phase": "before", "deadline": "20 days before stop.start"}
    late = {"phase": "before", "deadline": "2 days before stop.start"}
    found = told(recurring(window, guidance={"early": early}), "2024-01-05 00:00")
    assert found["early@2024-02-01"] == ("2024-01-12", True, "Stop of 2024-02-01: early")
    assert list(told(recurring(window, guidance={"early": early}), "2024-01-13 00:00")) == ["early"]
    assert list(told(recurring(window, guidance={"late": late}), "2024-01-05 00:00")) == ["late"]


def test_two_windows_that_repeat_on_the_same_day_share_a_copy() -> None:
    entry = {"phase": "after", "action": "file_later"}
    other = {"start": "2024-01-31 20:00", "end": "2024-02-01 08:00", "repeat": MONTH_END["repeat"]}
    notice = recurring(MONTH_END, guidance={"file": entry}, other=other)
    found = planned(notice, "2024-02-01 09:00").notices[0].notice
    assert {id: one.windows for id, one in found.guidance.items()} == {
        "file@2024-01-31": ("stop@2024-01-31", "other@2024-01-31"),
        "file": ("stop", "other"),
    }


def test_a_deadline_follows_the_window_that_it_hangs_on() -> None:
    other = {"start": "2024-01-30 20:00", "end": "2024-01-31 02:00", "repeat": "FREQ=DAILY"}
    notice = recurring(MONTH_END, guidance={"file": FILE_LATER}, other=other)
    found = planned(notice, "2024-02-02 12:00").notices[0].notice
    assert {id: (one.windows, str(one.deadline)) for id, one in found.guidance.items()} == {
        "file@2024-01-31": (("stop@2024-01-31",), "3 days after stop@2024-01-31.end"),
        "file": (("stop", "other"), "3 days after stop.end"),
    }


def test_a_fixed_deadline_and_one_of_the_case_are_not_copied_for_each() -> None:
    fixed = {"phase": "after", "action": "file_later", "deadline": "2024-06-30"}
    event = {"phase": "after", "action": "file_later", "deadline": "12 months after discharge"}
    notice = recurring(NIGHTLY, guidance={"fixed": fixed, "event": event})
    found = told(notice, "2024-01-10 12:00")
    assert list(found) == ["fixed@2024-01-09", "fixed", "event@2024-01-09", "event"]


# Reasons


def test_every_line_says_which_occurrence_it_is_about() -> None:
    found = planned(recurring(MONTH_END), "2024-02-10 00:00").services[0].because
    assert [(one.rule, one.text.zh, one.text.en) for one in found if one.rule == "repeated"] == [
        (
            "repeated",
            "时段 stop 重复（每月最后一天），这是 2024-02-29 的一次",
            "window stop repeats (monthly on the last day); this is the occurrence of 2024-02-29",
        )
    ]


# The list of the next ones


def next_ones(moment: str, count: int, **changes: object) -> list[tuple[str, str]]:
    notice = recurring({**MONTH_END, **changes}, CHANGED)
    found = unrolled(notice, at(moment))
    window = found.windows["stop"]
    assert isinstance(window, OccurrenceWindow)
    return [
        (str(one.start), "skipped" if one.skipped else "moved" if one.moved else "")
        for one in listed(window, found, at(moment), count)
    ]


def test_the_next_ones_begin_with_the_one_under_way() -> None:
    assert next_ones("2024-02-01 05:59", 2) == [("2024-01-31 18:00", ""), ("2024-02-29 18:00", "")]
    assert next_ones("2024-02-01 06:00", 1) == [("2024-02-29 18:00", "")]


def test_those_that_are_skipped_are_told_on_top() -> None:
    rest = [("2024-05-05 18:00", "moved"), ("2024-05-31 18:00", "")]
    assert next_ones("2024-03-31 17:59", 2) == [("2024-03-31 18:00", "skipped"), *rest]
    assert next_ones("2024-04-01 05:59", 2) == [("2024-03-31 18:00", "skipped"), *rest]
    assert next_ones("2024-04-01 06:00", 2) == rest


def test_the_list_ends_with_the_rule() -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4"
    assert next_ones("2024-03-05 00:00", 9, repeat=rule) == [
        ("2024-03-31 18:00", "skipped"),
        ("2024-05-05 18:00", "moved"),
    ]
    assert next_ones("2024-06-05 00:00", 9, repeat=rule) == []


# Laws

RULES = st.sampled_from(
    [
        ("FREQ=DAILY", "2024-01-01"),
        ("FREQ=DAILY;INTERVAL=3", "2024-01-01"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "2024-01-06"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2024-01-01"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-01-31"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2024-01-26"),
        ("FREQ=DAILY;COUNT=40", "2024-01-01"),
    ]
)
MOMENTS = st.integers(0, 3 * 365 * 1440).map(lambda minutes: at("2023-12-15 00:00") + timedelta(minutes=minutes))
ENDS = st.sampled_from(["{}", "expected {}", "no later than {}"])


@given(RULES, MOMENTS, st.integers(1, 23 * 60), ENDS)
def test_a_window_holds_its_moment_or_lies_next_to_it(
    rule: tuple[str, str], moment: datetime, minutes: int, end: str
) -> None:
    """Against all occurrences one by one."""
    start = datetime.fromisoformat(f"{rule[1]} 00:30").replace(tzinfo=CHINA_TIME)
    last = f"{start + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"
    notice = recurring({"start": f"{start:%Y-%m-%d %H:%M}", "end": end.format(last), "repeat": rule[0]})
    window = notice.windows["stop"]
    first = instances_after(window, start - timedelta(days=1))
    every = list(itertools.takewhile(lambda one: one.planned < moment + timedelta(days=120), first))
    for one, following in itertools.pairwise(every):
        assert (one.start.as_start() or start) < (following.start.as_start() or start)
        assert (one.end.as_end() or start) <= (following.start.as_start() or start)
    begun = [one for one in every if one.planned <= moment]
    ahead = [one for one in every if one.planned > moment]
    assert list(itertools.islice(instances_after(window, moment), 2)) == ahead[:2]
    assert list(itertools.islice(instances_before(window, moment), 3)) == begun[::-1][:3]
    found = unrolled(notice, moment).windows["stop"]
    assert isinstance(found, OccurrenceWindow)
    running = begun and moment < (begun[-1].end.as_end() or moment)
    waiting = begun and end == "expected {}" and moment < (begun[-1].end.as_end() or moment) + timedelta(days=30)
    if running or waiting or not ahead:
        assert (found.day, found.under_way) == (begun[-1].day, bool(running or waiting))
    else:
        assert found.day == ahead[0].day


@given(MOMENTS, st.integers(1, 900))
def test_shifting_by_the_period_shifts_the_answer(moment: datetime, days: int) -> None:
    notice = recurring(NIGHTLY, guidance={"buy": BUY_AHEAD})
    moment = max(moment, at("2024-01-03 00:00"))
    one, other = unrolled(notice, moment), unrolled(notice, moment + timedelta(days=days))
    for id, window in one.windows.items():
        later = other.windows[id]
        assert _shift(window.start, later.start) == _shift(window.end, later.end) == timedelta(days=days)


def _shift(one: Boundary, other: Boundary) -> timedelta:
    assert one.moment is not None
    assert other.moment is not None
    return other.moment.as_start() - one.moment.as_start()


@given(MOMENTS)
def test_a_notice_that_does_not_repeat_is_itself(moment: datetime) -> None:
    notice = invented()
    assert unrolled(notice, moment) is notice


@given(MOMENTS)
def test_unrolling_twice_changes_nothing(moment: datetime) -> None:
    once = unrolled(recurring(MONTH_END, CHANGED, guidance={"buy": BUY_AHEAD, "file": FILE_LATER}), moment)
    assert unrolled(once, moment) is once


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        day: st.just({"skip": "yes"})
        | st.just({"start": "to be announced", "end": "to be announced"})
        | st.builds(
            lambda shift, length, kind, day=day: {
                "start": f"{at(f'{day} 18:00') + timedelta(hours=shift):%Y-%m-%d %H:%M}",
                "end": kind.format(f"{at(f'{day} 18:00') + timedelta(hours=shift + length):%Y-%m-%d %H:%M}"),
            },
            st.integers(-40 * 24, 40 * 24),
            st.integers(1, 40 * 24),
            st.sampled_from(["{}", "{}", "expected {}"]),
        )
        for day in ("2024-01-31", "2024-02-29", "2024-03-31", "2024-05-31", "2024-12-31")
    },
)
GUIDANCE: dict[str, Entry] = {
    "buy": BUY_AHEAD,
    "pay": {},
    "file": FILE_LATER,
    "claim": {"phase": "after", "action": "manual_claim", "deadline": "12 months after discharge"},
    "tell": {
        "phase": "after",
        "action": "file_later",
        "not_before": "stop.end",
        "deadline": "end of month of stop.end",
    },
}


@given(CHANGES, MOMENTS)
def test_whatever_is_changed_a_service_is_down_when_an_occurrence_says_so(
    changes: dict[str, dict[str, str]], moment: datetime
) -> None:
    notice = recurring(MONTH_END, changes, guidance=GUIDANCE)
    window = notice.windows["stop"]
    every = list(
        itertools.takewhile(lambda one: one.planned.year < 2028, instances_after(window, at("2023-01-01 00:00")))
    )
    under_way = [
        one
        for one in every
        if not one.skipped and (start := one.start.as_start()) and (end := one.end.as_end()) and start <= moment < end
    ]
    found = make_plan([notice], Case(at=moment, notices=("invented",)))
    assert (found.services[0].state == "down") == bool(under_way)
    if under_way:
        named = {claim.window.start for claim in found.services[0].claims if claim.state(moment) == "down"}
        assert named == {one.start for one in under_way}
    ids = [line.id for line in found.guidance]
    assert len(ids) == len(set(ids))
    assert {"buy", "pay", "file", "claim", "tell"} <= set(ids)


# What it costs


def test_what_repetition_needs_is_not_even_loaded_for_notices_without() -> None:
    program = (
        "import sys, outageplan, outageplan.render.check_json, outageplan.render.check_outline as outline\n"
        "plan = outageplan.plan(outageplan.load().notices, at='2021-11-22 09:00')\n"
        "outline.check_outline(plan, 'en', why=True)\n"
        "print([name for name in sys.modules if 'repeat' in name or 'occurrences' in name or 'rrule' in name])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("repeat", ["FREQ=DAILY", "FREQ=DAILY;COUNT=9999", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY"])
def test_two_hundred_years_of_nights_take_no_time(repeat: str) -> None:
    window = {"start": "1990-01-01 23:00", "end": "1990-01-02 06:00", "repeat": repeat}
    notice = recurring(window, guidance={"buy": BUY_AHEAD, "file": FILE_LATER})
    unrolled(notice, at("1990-01-05 00:00"))
    begun = time.perf_counter()
    unrolled(notice, at("2190-06-01 12:00"))
    assert time.perf_counter() - begun < 0.25  # measured: 1 to 5 ms
