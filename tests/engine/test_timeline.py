"""Windows as stretches of time: how sure each is, and which are drawn together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.timeline import Chart, Row, Timeline, rows_of, timeline, under_consideration
from outageplan.engine.timeline_ticks import has_hours, ticks
from outageplan.notice.model import Notice

from ..laws import tried
from .amending import EPOCH, loaded, shelves
from .building import HENAN_DIRECT, WEIFANG, at, invented
from .scheduling import ANYBODY, shelf, stop

START, END = at("2021-11-21 18:00"), at("2021-11-28 08:00")
PRESUMED = END + timedelta(days=30)
SERVICE = {"services": ["inquiry"], "clause": "e"}


def row(notice: Notice) -> Row:
    (found,) = rows_of(notice, [ANYBODY])
    return found


@pytest.mark.parametrize(
    ("start", "end", "segments"),
    [
        ("2021-11-21 18:00", "2021-11-28 08:00", [(START, END, "sure")]),
        ("2021-11-21 18:00", "expected 2021-11-28 08:00", [(START, END, "expected"), (END, PRESUMED, "open")]),
        ("2021-11-21 18:00", "tentative 2021-11-28 08:00", [(START, END, "expected"), (END, PRESUMED, "open")]),
        ("2021-11-21 18:00", "no later than 2021-11-28 08:00", [(START, END, "expected")]),
        ("2021-11-21 18:00", "not before 2021-11-28 08:00", [(START, END, "sure"), (END, None, "open")]),
        ("2021-11-21 18:00", "to be announced", [(START, None, "open")]),
        ("2021-11-21 18:00", "when all is tested", [(START, None, "open")]),
        ("expected 2021-11-21 18:00", "2021-11-28 08:00", [(START, END, "expected")]),
        ("no later than 2021-11-21 18:00", "2021-11-28 08:00", [(START, END, "expected")]),
        ("2021-11-21", "2021-11-27", [(at("2021-11-21 00:00"), at("2021-11-28 00:00"), "sure")]),
        ("to be announced", "2021-11-28 08:00", []),
        ("unresolved 31日凌晨", "unresolved 31日凌晨", []),
    ],
)
def test_how_sure_a_stretch_is(start: str, end: str, segments: list[tuple[datetime, datetime | None, str]]) -> None:
    found = row(shelf(**stop(start, end)))
    assert list(found.segments) == segments
    assert found.standing == ("dated" if segments else "undated")


@pytest.mark.parametrize("status", ["draft", "tentative"])
def test_nothing_that_is_not_confirmed_is_sure(status: str) -> None:
    found = row(shelf(status=status, **stop("2021-11-21 18:00", "2021-11-28 08:00")))
    assert list(found.segments) == [(START, END, "expected"), (END, PRESUMED, "open")]


def test_what_amendments_did_to_a_window() -> None:
    told = row(shelf({"status": "completed", "published": "2021-11-26 09:30"}))
    assert list(told.segments) == [(START, at("2021-11-26 09:30"), "sure")]
    assert told.told
    for change in ({"status": "completed", "published": "2021-11-20 09:00"}, {"status": "cancelled"}):
        gone = row(shelf(change))
        assert (gone.standing, gone.segments) == ("cancelled", ())


def test_what_does_not_come_back_has_no_end() -> None:
    ended = row(shelf(effects={"e": {**SERVICE, "effect": "terminated"}}))
    assert list(ended.segments) == [(START, None, "sure")]


def test_a_gradual_return_is_open_only_where_all_returns_gradually() -> None:
    slow = {**SERVICE, "effect": "suspended", "resume": "gradual"}
    stated = stop("2021-11-21 18:00", "2021-11-28 08:00")
    assert list(row(shelf(effects={"e": slow}, **stated)).segments) == [(START, END, "sure"), (END, PRESUMED, "open")]
    quick = {"services": ["settlement.local"], "effect": "suspended", "clause": "e"}
    assert list(row(shelf(effects={"e": slow, "f": quick}, **stated)).segments) == [(START, END, "sure")]


def test_only_windows_that_take_something_from_those_who_ask() -> None:
    assert timeline([shelf()], [replace(ANYBODY, role="tax")]) == Timeline(charts=())
    assert timeline([shelf()], [replace(ANYBODY, insured_at=HENAN_DIRECT)]) == Timeline(charts=())
    assert len(timeline([shelf()], [replace(ANYBODY, insured_at=WEIFANG)]).charts) == 1


def days(first: int, last: int, id: str) -> Notice:
    start, end = (at("2021-11-01 00:00") + timedelta(days=day) for day in (first, last))
    return invented(id, windows={"w": (f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}")})


def groups(*notices: Notice) -> list[list[str]]:
    return [[row.notice.id for row in chart.rows] for chart in timeline(notices, [ANYBODY]).charts]


def test_windows_far_apart_are_drawn_apart() -> None:
    assert groups(days(0, 1, "a"), days(15, 16, "b")) == [["a", "b"]]
    assert groups(days(0, 1, "a"), days(16, 17, "b")) == [["a"], ["b"]]
    assert groups(days(0, 40, "a"), days(70, 71, "b")) == [["a", "b"]]
    assert groups(days(20, 21, "b"), days(0, 1, "a"), days(30, 31, "c")) == [["a"], ["b", "c"]]


def test_a_chart_leaves_room_on_both_sides_and_for_what_goes_on() -> None:
    (stated,) = timeline([days(0, 100, "a")], [ANYBODY]).charts
    assert (stated.start, stated.end) == (at("2021-10-24 00:00"), at("2022-02-17 00:00"))
    (unsure,) = timeline([shelf()], [ANYBODY]).charts
    assert (unsure.end - END) / (END - START) == pytest.approx(0.25)
    assert (stated.place(stated.start), stated.place(stated.end), stated.place(EPOCH + timedelta(days=999))) == (
        0,
        1,
        1,
    )


def test_a_moment_nearby_is_part_of_a_chart() -> None:
    (near,) = timeline([shelf()], [ANYBODY], at("2021-12-20 00:00")).charts
    assert near.start < START < at("2021-12-20 00:00") < near.end
    (far,) = timeline([shelf()], [ANYBODY], at("2022-12-20 00:00")).charts
    assert far.end < at("2021-12-20 00:00")


def test_which_notices_are_drawn() -> None:
    notices = [days(0, 1, "a"), days(100, 101, "b")]
    later = replace(ANYBODY, at=at("2021-12-01 00:00"))
    assert [one.id for one in under_consideration(notices, [later], include_over=False)] == ["b"]
    assert [one.id for one in under_consideration(notices, [later], include_over=True)] == ["a", "b"]
    named = replace(later, notices=("a",))
    assert [one.id for one in under_consideration(notices, [named], include_over=False)] == ["a"]
    early = replace(later, known_at=at("2021-11-16 00:00"))
    assert under_consideration([shelf()], [early], include_over=True) == []


def chart(start: str, end: str) -> Chart:
    return Chart(start=at(start), end=at(end), rows=())


@pytest.mark.parametrize(
    ("start", "end", "expected", "hours"),
    [
        ("2021-11-20 22:10", "2021-11-21 02:50", ["20 23:00", "21 00:00", "21 01:00", "21 02:00"], True),
        ("2021-11-18 12:00", "2021-11-23 12:00", ["19 00:00", "20 00:00", "21 00:00", "22 00:00", "23 00:00"], False),
        (
            "2021-11-18 12:00",
            "2021-11-30 12:00",
            ["20 00:00", "22 00:00", "24 00:00", "26 00:00", "28 00:00", "30 00:00"],
            False,
        ),
    ],
)
def test_ticks_are_round(start: str, end: str, expected: list[str], hours: bool) -> None:
    found = ticks(chart(start, end), 6)
    assert has_hours(found) == hours
    assert [one.strftime("%d %H:%M") for one in found] == expected


def test_years_are_marked_by_months() -> None:
    found = ticks(chart("2021-05-10 00:00", "2024-08-01 00:00"), 6)
    assert [one.strftime("%Y-%m-%d") for one in found] == ["2022-01-01", "2023-01-01", "2024-01-01"]


moments = st.integers(-200_000, 1_000_000).map(lambda minutes: EPOCH + 60 * timedelta(minutes=minutes))


@given(moments, st.timedeltas(timedelta(hours=1), timedelta(days=20_000)), st.integers(1, 12))
def test_ticks_lie_inside_in_order_and_are_not_too_many(start: datetime, length: timedelta, most: int) -> None:
    whole = Chart(start=start, end=start + length, rows=())
    found = ticks(whole, most)
    assert len(found) <= most
    assert found == sorted(set(found))
    assert all(whole.start <= one <= whole.end for one in found)
    assert all(one.minute == one.second == one.microsecond == 0 for one in found)


@tried(60)
@given(shelves())
def test_segments_follow_one_another_and_lie_in_their_chart(files: dict[str, Any]) -> None:
    found = timeline(loaded(files).notices, [ANYBODY])
    for one in found.charts:
        for line in one.rows:
            assert line.segments
            assert one.start <= line.span[0] <= line.span[1] <= one.end
            for earlier, later in zip(line.segments, line.segments[1:], strict=False):
                assert earlier.end == later.start
            assert all(piece.end is None or piece.start < piece.end for piece in line.segments)
            assert all(piece.end is not None for piece in line.segments[:-1])
    assert all(not line.segments for line in (*found.undated, *found.cancelled))
