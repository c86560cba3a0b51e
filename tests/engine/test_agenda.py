"""What belongs into a calendar, through all that amendments do to a notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from outageplan.engine.agenda import agenda
from outageplan.engine.case import Case
from outageplan.engine.knowledge import known_at

from ..laws import tried
from .amending import EPOCH, loaded, shelves
from .building import HENAN_DIRECT, WEIFANG, at
from .scheduling import ANYBODY, DELAY, GUIDANCE, event, of, shelf, stop, told

WINDOW, DEADLINE = "window.first", "deadline.g0"


def test_a_window_and_a_deadline_become_events() -> None:
    found = of(shelf())
    window, deadline = event(found, WINDOW), event(found, DEADLINE)
    assert (window.start, window.end) == (at("2021-11-21 18:00"), at("2021-11-28 08:00"))
    assert window.title["en"] == "Weifang medical insurance suspended: An invented stop"
    assert window.title["zh"] == "潍坊市 医保停机（暂停）：虚构的停机"
    assert told(window) == [
        "stop: 2021-11-21 18:00 (Sun)",
        "return: expected 2021-11-28 08:00 (Sun), not confirmed",
        "suspended: settlement in the pool of insurance",
        "clause: w",
    ]
    # Sunday the 28th is not counted; Monday the 29th to Friday, then Monday and Tuesday
    assert (deadline.start, deadline.end) == (date(2021, 12, 7), date(2021, 12, 8))
    assert deadline.title["en"] == "deadline: settle again where treated (insured people, pharmacies)"
    assert told(deadline) == [
        "Invented: settle again.",
        "by: provisionally 2021-12-07 (Tue), close of business (24:00 at the latest)",
        "clause: g",
    ]
    assert {one.certainty for one in found.events} == {"unsure"}
    assert [one.key for one in found.events] == ["n.window.first", "n.deadline.g0"]
    assert found.undated == ()


def test_what_is_stated_is_sure_unless_the_notice_is_tentative() -> None:
    stated = stop("2021-11-21 18:00", "2021-11-28 08:00")
    assert {one.certainty for one in of(shelf(**stated)).events} == {"sure"}
    assert {one.certainty for one in of(shelf(status="tentative", **stated)).events} == {"unsure"}


def test_amendments_raise_the_revision_and_keep_the_key() -> None:
    versions = [of(shelf()), of(shelf(DELAY)), of(shelf(DELAY, {"status": "tentative"}))]
    assert [[(one.key, one.revision) for one in found.events] for found in versions] == [
        [("n.window.first", place), ("n.deadline.g0", place)] for place in range(3)
    ]
    assert [found.events[0].stamped for found in versions] == [at(f"2021-11-{day} 00:00") for day in (17, 18, 19)]
    assert event(versions[1], WINDOW).end == at("2021-11-30 08:00")
    assert event(versions[1], DEADLINE).start == date(2021, 12, 9)


def test_what_an_amendment_takes_away_stays_as_cancelled() -> None:
    found = of(shelf({"guidance": {"g0": "null"}}))
    assert (event(found, DEADLINE).gone, event(found, WINDOW).gone) == ("cancelled", "")
    assert event(found, DEADLINE).start == date(2021, 12, 7)
    again = of(shelf({"guidance": {"g0": "null"}}, {"guidance": {"g0": GUIDANCE}}))
    assert (event(again, DEADLINE).gone, event(again, DEADLINE).revision) == ("", 2)


def test_a_cancelled_notice_takes_back_all_that_it_ever_had() -> None:
    found = of(shelf({"guidance": {"g0": "null"}}, {"status": "cancelled"}))
    assert [(one.key, one.gone) for one in found.events] == [
        ("n.window.first", "cancelled"),
        ("n.deadline.g0", "cancelled"),
    ]
    assert found.undated == ()


def test_a_return_that_becomes_open_leaves_the_start_and_takes_the_date_of_the_deadline() -> None:
    found = of(shelf({"windows": {"first": {"end": "to be announced"}}}))
    window, deadline = event(found, WINDOW), event(found, DEADLINE)
    assert (window.start, window.end, window.certainty, window.gone) == (at("2021-11-21 18:00"), None, "open", "")
    assert (deadline.start, deadline.gone) == (date(2021, 12, 7), "undated")
    assert [(one.key, one.end) for one in found.undated] == [("n.window.first", True), ("n.deadline.g0", False)]
    assert found.undated[1].text["en"] == (
        "Invented: settle again. (by: no date yet: it hangs on the return (first.end): to be announced)"
    )


def test_a_start_that_becomes_open_takes_the_window_out() -> None:
    found = of(shelf({"windows": {"first": {"start": "to be announced", "end": "to be announced"}}}))
    assert [(one.key, one.gone) for one in found.events] == [
        ("n.window.first", "undated"),
        ("n.deadline.g0", "undated"),
    ]
    assert found.undated[0].text["en"] == "to be announced"


def test_what_never_had_a_date_is_told_and_is_no_event() -> None:
    found = of(shelf(**stop("unresolved 31日凌晨", "unresolved 31日凌晨")))
    assert found.events == ()
    assert [one.part for one in found.undated] == ["first", "g0"]


def test_a_return_that_was_only_told_ends_the_window_then() -> None:
    found = of(shelf({"status": "completed", "published": "2021-11-26 09:30"}))
    window = event(found, WINDOW)
    assert (window.end, window.certainty) == (at("2021-11-26 09:30"), "sure")
    assert "return: told to be over at 2021-11-26 09:30 (Fri), its own moment not stated" in told(window)


def test_a_window_that_was_not_needed_any_more_is_cancelled() -> None:
    assert event(of(shelf({"status": "completed", "published": "2021-11-20 09:00"})), WINDOW).gone == "cancelled"


def test_what_is_published_later_does_not_exist() -> None:
    notice = shelf(DELAY)
    assert of(notice, replace(ANYBODY, known_at=at("2021-11-16 23:59"))).events == ()
    before = of(notice, replace(ANYBODY, known_at=at("2021-11-17 23:59")))
    assert (event(before, WINDOW).end, event(before, WINDOW).revision) == (at("2021-11-28 08:00"), 0)
    assert event(of(notice, replace(ANYBODY, known_at=at("2021-11-18 00:00"))), WINDOW).revision == 1


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"role": "pharmacy"}, ["n.window.first", "n.deadline.g0"]),
        ({"role": "hospital"}, ["n.window.first"]),
        ({"role": "tax"}, []),
        ({"services": ("settlement.local.pharmacy",)}, ["n.window.first", "n.deadline.g0"]),
        ({"services": ("inquiry",)}, []),
        ({"insured_at": WEIFANG}, ["n.window.first", "n.deadline.g0"]),
        ({"insured_at": HENAN_DIRECT}, []),
        ({"notices": ("another",)}, []),
    ],
    ids=str,
)
def test_only_what_concerns_those_who_ask(asked: dict[str, Any], keys: list[str]) -> None:
    assert [one.key for one in of(shelf(), replace(ANYBODY, **asked)).events] == keys


def test_several_cases_are_one_agenda() -> None:
    cases = [replace(ANYBODY, insured_at=HENAN_DIRECT), replace(ANYBODY, insured_at=WEIFANG), ANYBODY]
    assert of(shelf(), *cases).events == of(shelf()).events


def test_what_goes_on_is_told_beside_what_stops_and_is_no_window_alone() -> None:
    effects = {
        "e0": {"services": ["all"], "effect": "suspended", "clause": "e"},
        "e1": {"services": ["settlement.local", "contribution.collection.tax_hall"], "effect": "unaffected"},
    }
    notice = shelf(effects=effects)
    assert "unaffected: declaration and payment at the tax hall; settlement in the pool of insurance" in told(
        event(of(notice), WINDOW)
    )
    pharmacy = replace(ANYBODY, services=("settlement.local.pharmacy",))
    assert [one.key for one in of(notice, pharmacy).events] == ["n.deadline.g0"]


def test_what_does_not_come_back_and_what_comes_back_slowly_is_told() -> None:
    ended = {"e0": {"services": ["inquiry"], "effect": "terminated", "clause": "e"}}
    assert "does not come back; the window ends: expected 2021-11-28 08:00 (Sun), not confirmed" in told(
        event(of(shelf(effects=ended)), WINDOW)
    )
    slow = {"e0": {"services": ["inquiry"], "effect": "suspended", "resume": "gradual", "clause": "e"}}
    assert "returns gradually: inquiries" in told(event(of(shelf(effects=slow)), WINDOW))


@pytest.mark.parametrize(
    ("start", "end", "times"),
    [
        ("2021-11-21", "2021-11-27", (date(2021, 11, 21), date(2021, 11, 28))),
        ("2021-11-21", "not before 2021-11-27", (date(2021, 11, 21), date(2021, 11, 27))),
        ("2021-11-21", "not before 2021-11-21", (date(2021, 11, 21), None)),
        ("2021-11-21", "2021-11-27 08:00", (at("2021-11-21 00:00"), at("2021-11-27 08:00"))),
        ("2021-11-21 18:00", "2021-11-27", (at("2021-11-21 18:00"), at("2021-11-28 00:00"))),
        ("2021-11-21 18:00 +09:00", "2021-11-21 24:00", (at("2021-11-21 17:00"), at("2021-11-22 00:00"))),
    ],
)
def test_days_and_hours(start: str, end: str, times: tuple[object, object]) -> None:
    window = event(of(shelf(**stop(start, end))), WINDOW)
    assert (window.start, window.end) == times


@pytest.mark.parametrize(
    ("deadline", "times", "title"),
    [
        ("2021-11-18 17:00", (at("2021-11-18 16:30"), at("2021-11-18 17:00")), "deadline 17:00: "),
        ("2021-11-18 24:00", (at("2021-11-18 23:30"), at("2021-11-19 00:00")), "deadline 24:00: "),
        ("2021-11-18", (date(2021, 11, 18), date(2021, 11, 19)), "deadline: "),
        ("first.start", (at("2021-11-21 17:30"), at("2021-11-21 18:00")), "deadline 18:00: "),
    ],
)
def test_a_deadline_lies_at_its_end(deadline: str, times: tuple[object, object], title: str) -> None:
    found = event(of(shelf(guidance={"g0": {**GUIDANCE, "phase": "before", "deadline": deadline}})), DEADLINE)
    assert (found.start, found.end) == times
    assert found.title["en"].startswith(title)


def test_a_deadline_that_hangs_on_a_case_is_told_as_undated() -> None:
    found = of(shelf(guidance={"g0": {**GUIDANCE, "deadline": "3 months after discharge"}}))
    assert [one.part for one in found.undated] == ["g0"]
    assert "counted from the day of discharge, which was not given" in found.undated[0].text["en"]


LATEST = EPOCH + timedelta(days=40)


@tried(60)
@given(shelves())
def test_no_event_ever_vanishes_from_a_calendar(files: dict[str, Any]) -> None:
    """Whatever amendments do, who has an event learns that it moved, or that it is gone."""
    notices = loaded(files).notices
    moments = sorted(
        {change.amendment.published.as_start() for notice in notices for change in notice.changes} | {LATEST}
    )
    earlier: set[str] = set()
    for moment in moments:
        found = agenda(notices, [Case(at=EPOCH, known_at=moment)])
        keys = [one.key for one in found.events]
        assert len(set(keys)) == len(keys)
        assert earlier <= set(keys)
        earlier = set(keys)


@tried(60)
@given(shelves())
def test_every_event_can_stand_in_a_calendar(files: dict[str, Any]) -> None:
    for notice in loaded(files).notices:
        standing = known_at(notice, None)
        assert standing is not None
        for one in agenda([notice], [ANYBODY]).events:
            assert one.end is None or _order(one.start) < _order(one.end)
            assert isinstance(one.start, datetime) == isinstance(one.end or one.start, datetime)
            assert one.revision == len(standing.changes)
            assert one.certainty != "open" or one.end is None


def _order(moment: date) -> str:
    return moment.isoformat()
