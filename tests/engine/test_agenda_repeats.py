"""Windows that repeat, in a calendar: one event with its rule, and what differs from it. The notice is invented."""

from __future__ import annotations

import contextlib
from datetime import date

import icalendar

from outageplan.engine.agenda import Agenda, agenda
from outageplan.engine.agenda_entries import Event
from outageplan.engine.case import Case
from outageplan.engine.recurrence import Moved, Recurrence
from outageplan.engine.workdays import NoScheduleError, working_day
from outageplan.notice.model import Notice
from outageplan.render.calendar_ics import calendar_ics
from outageplan.wording import Text

from .building import Entry, at
from .recurring import BUY_AHEAD, FILE_LATER, MONTH_END, NIGHTLY, recurring
from .scheduling import Json, event, of, shelf, stop

NOTICE = Notice.model_validate(
    {
        "format": "outageplan/1",
        "id": "closing",
        "status": "confirmed",
        "title": {"en": "Invented for a test; announced by nobody"},
        "published": "2023-12-20",
        "pools": ["370700"],
        "windows": {
            "stop": {
                "start": "2023-12-31 18:00",
                "end": "2024-01-01 06:00",
                "repeat": "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240630",
                "occurrences": {
                    "2024-02-29": {"skip": "yes"},
                    "2024-03-31": {"start": "2024-04-06 18:00", "end": "2024-04-07 06:00"},
                    "2024-04-30": {"start": "to be announced", "end": "to be announced"},
                },
            }
        },
        "effects": {"all": {"services": ["settlement.local.pharmacy"], "effect": "suspended"}},
        "guidance": {
            "buy": {
                "for": ["insured"],
                "phase": "before",
                "services": ["settlement.local.pharmacy"],
                "action": "stock_up",
                "deadline": "1 hour before stop.start",
                "say": {"en": "invented"},
            }
        },
    }
)
MOVED = Moved(
    day=date(2024, 3, 31),
    start=at("2024-04-06 18:00"),
    end=at("2024-04-07 06:00"),
    lines=(
        Text("停机：2024-04-06 18:00（周六）", "stop: 2024-04-06 18:00 (Sat)"),
        Text("恢复：2024-04-07 06:00（周日）", "return: 2024-04-07 06:00 (Sun)"),
        Text("暂停：定点药店购药结算", "suspended: purchases at designated pharmacies"),
    ),
)


CASES = (Case(at=at("2024-01-01 00:00")),)


def deadlines(made: Agenda) -> dict[str, str]:
    """The deadlines of an agenda by key: the instant or the day that each event ends with."""
    found = [one for one in made.events if one.kind == "deadline"]
    return {one.key: f"{one.end:%Y-%m-%d %H:%M}" for one in found}


def last_scheduled_year() -> int:
    """The last year whose working days are published."""
    year = 2024
    with contextlib.suppress(NoScheduleError):
        while True:
            working_day(date(year + 1, 6, 1), 1)
            year += 1
    return year


def test_one_event_stands_for_all_occurrences() -> None:
    made = agenda([NOTICE], (Case(at=at("2024-01-01 00:00")),))
    (event,) = [one for one in made.events if one.kind == "window"]
    assert isinstance(event, Event)
    assert (event.start, event.end) == (at("2023-12-31 18:00"), at("2024-01-01 06:00"))
    assert [line["en"] for line in event.lines] == [
        "first stop: 2023-12-31 18:00 (Sun)",
        "first return: 2024-01-01 06:00 (Mon)",
        "repeats: monthly on the last day, until 2024-06-30",
        "suspended: purchases at designated pharmacies",
    ]
    assert event.recurrence == Recurrence(
        rule="FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240630",
        skipped=(date(2024, 2, 29), date(2024, 4, 30)),
        moved=(MOVED,),
    )


def test_a_deadline_of_each_occurrence_has_an_event_of_its_own() -> None:
    assert deadlines(agenda([NOTICE], CASES)) == {
        "closing.deadline.buy.2023-12-31": "2023-12-31 17:00",
        "closing.deadline.buy.2024-01-31": "2024-01-31 17:00",
        "closing.deadline.buy.2024-03-31": "2024-04-06 17:00",
        "closing.deadline.buy.2024-05-31": "2024-05-31 17:00",
        "closing.deadline.buy.2024-06-30": "2024-06-30 17:00",
    }


def test_a_deadline_of_an_occurrence_says_of_which_stop_it_is() -> None:
    found = [one for one in agenda([NOTICE], CASES).events if one.key.endswith("2024-03-31")]
    assert [line["en"] for line in found[0].lines] == [
        "Stop of 2024-04-06: invented",
        "by: 2024-04-06 17:00 (Sat)",
    ]


def test_the_deadline_of_an_occurrence_that_has_no_date_is_told() -> None:
    (told,) = agenda([NOTICE], CASES).undated
    assert (told.kind, told.part, told.key) == ("deadline", "buy@2024-04-30", "closing.deadline.buy.2024-04-30")
    by = "no date yet: it hangs on the stop (stop@2024-04-30.start): to be announced"
    assert told.text["en"] == f"Stop of 2024-04-30: invented (by: {by})"


def test_what_repeats_for_ever_has_deadlines_for_a_year_of_nights() -> None:
    notice = recurring(NIGHTLY, guidance={"buy": BUY_AHEAD})
    made = agenda([notice], CASES)
    found = deadlines(made)
    assert len(found) == 366
    assert [*found.values()][::365] == ["2024-01-01 21:00", "2024-12-31 21:00"]
    (told,) = made.undated
    assert told.text["en"] == "buy (not in the calendar from 2025-01-01 on: ask check)"
    assert told.text["zh"] == "buy（2025-01-01 起各次停机的期限不在日历内，请逐次查询）"


def test_working_days_are_counted_as_far_as_their_schedule_reaches() -> None:
    later: Entry = {"phase": "after", "action": "file_later", "deadline": "3 working days after stop.end"}
    made = agenda([recurring(MONTH_END, guidance={"file": later})], CASES)
    found = [one for one in made.events if one.kind == "deadline"]
    # 2024-02-01 is not counted; Friday the 2nd, the working Sunday the 4th before the Spring Festival, Monday the 5th
    assert found[0].start == date(2024, 2, 5)
    (told,) = made.undated
    assert told.key == "invented.deadline.file"
    assert told.text["en"] == f"file (not in the calendar from {last_scheduled_year()}-12-31 on: ask check)"


def test_where_no_occurrence_has_a_return_that_is_said_once() -> None:
    window = {**MONTH_END, "end": "to be announced"}
    made = agenda([recurring(window, guidance={"file": FILE_LATER})], CASES)
    assert deadlines(made) == {}
    told = [one for one in made.undated if one.kind == "deadline"]
    assert [one.part for one in told] == ["file"]


def test_the_return_of_one_occurrence_dates_its_deadline() -> None:
    window = {**MONTH_END, "end": "to be announced"}
    known = {"2024-02-29": {"end": "2024-03-02 12:00"}}
    made = agenda([recurring(window, known, guidance={"file": FILE_LATER})], CASES)
    (found,) = [one for one in made.events if one.kind == "deadline"]
    assert (found.key, found.start) == ("invented.deadline.file.2024-02-29", date(2024, 3, 5))


def test_an_occurrence_that_is_called_off_takes_its_deadline_along() -> None:
    skip: Json = {"windows": {"first": {"occurrences": {"2021-12-31": {"skip": "yes"}}}}}
    monthly = stop("2021-11-30 18:00", "2021-12-01 08:00", repeat="FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3")
    before = of(shelf(**monthly))
    after = of(shelf(skip, **monthly))
    keys = [f"n.deadline.g0.{day}" for day in ("2021-11-30", "2021-12-31", "2022-01-31")]
    assert [event(before, key.removeprefix("n.")).gone for key in keys] == ["", "", ""]
    assert [event(after, key.removeprefix("n.")).gone for key in keys] == ["", "cancelled", ""]


def test_when_all_is_back_for_good_the_rule_ends_and_so_does_what_is_under_way() -> None:
    monthly = stop("2021-11-15 18:00", "2021-11-20 08:00", repeat="FREQ=MONTHLY;BYMONTHDAY=15")
    back: Json = {"status": "completed"}
    found = of(shelf(back, **monthly))  # published on 2021-11-18
    window = event(found, "window.first")
    assert (window.start, window.end) == (at("2021-11-15 18:00"), at("2021-11-20 08:00"))
    assert window.recurrence is not None
    assert window.recurrence.rule == "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20211115"
    (cut,) = window.recurrence.moved
    assert (cut.day, cut.end) == (date(2021, 11, 15), at("2021-11-18 00:00"))
    assert cut.lines[1]["en"].startswith("return: told to be over at 2021-11-17 24:00 (Wed)")
    kept = [one.key for one in found.events if one.kind == "deadline" and not one.gone]
    assert kept == ["n.deadline.g0.2021-11-15"]


def test_what_never_began_before_all_was_back_is_cancelled() -> None:
    monthly = stop("2021-11-30 18:00", "2021-12-01 08:00", repeat="FREQ=MONTHLY;BYMONTHDAY=-1")
    found = of(shelf({"status": "completed"}, **monthly))
    assert {one.gone for one in found.events} == {"cancelled"}


def test_the_file_has_the_rule_the_gaps_and_the_move() -> None:
    made = agenda([NOTICE], (Case(at=at("2024-01-01 00:00")),))
    text = calendar_ics(made, "en", name="x").decode()
    assert icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert "UID:closing.deadline.buy.2024-03-31@outageplan\r\n" in text
    for line in (
        "RRULE:FREQ=MONTHLY;UNTIL=20240630T155959Z;BYMONTHDAY=-1",
        "EXDATE;TZID=Asia/Shanghai:20240229T180000",
        "EXDATE;TZID=Asia/Shanghai:20240430T180000",
        "RECURRENCE-ID;TZID=Asia/Shanghai:20240331T180000",
        "DTSTART;TZID=Asia/Shanghai:20240406T180000",
    ):
        assert line in text.split("\r\n")
    assert text.count("UID:closing.window.stop@outageplan") == 2
