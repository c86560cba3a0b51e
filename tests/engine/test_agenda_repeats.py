"""Windows that repeat, in a calendar: one event with its rule, and what differs from it. The notice is invented."""

from __future__ import annotations

from datetime import date

import icalendar

from outageplan.engine.agenda import agenda
from outageplan.engine.agenda_entries import Event
from outageplan.engine.case import Case
from outageplan.engine.recurrence import Moved, Recurrence
from outageplan.notice.model import Notice
from outageplan.render.calendar_ics import calendar_ics
from outageplan.wording import Text

from .building import at

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
    ),
)


def test_one_event_stands_for_all_occurrences() -> None:
    made = agenda([NOTICE], (Case(at=at("2024-01-01 00:00")),))
    (event,) = made.events
    assert isinstance(event, Event)
    assert (event.start, event.end) == (at("2023-12-31 18:00"), at("2024-01-01 06:00"))
    assert event.recurrence == Recurrence(
        rule="FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240630",
        skipped=(date(2024, 2, 29), date(2024, 4, 30)),
        moved=(MOVED,),
    )


def test_a_deadline_of_each_occurrence_is_told_and_not_dated_by_the_first() -> None:
    (told,) = agenda([NOTICE], (Case(at=at("2024-01-01 00:00")),)).undated
    assert (told.kind, told.part) == ("deadline", "buy")
    assert told.text["en"] == "invented (each occurrence has its own, not in the calendar: ask check)"


def test_the_file_has_the_rule_the_gaps_and_the_move() -> None:
    made = agenda([NOTICE], (Case(at=at("2024-01-01 00:00")),))
    text = calendar_ics(made, "en", name="x").decode()
    assert icalendar.Calendar.from_ical(text).walk("VEVENT")
    for line in (
        "RRULE:FREQ=MONTHLY;UNTIL=20240630T155959Z;BYMONTHDAY=-1",
        "EXDATE;TZID=Asia/Shanghai:20240229T180000",
        "EXDATE;TZID=Asia/Shanghai:20240430T180000",
        "RECURRENCE-ID;TZID=Asia/Shanghai:20240331T180000",
        "DTSTART;TZID=Asia/Shanghai:20240406T180000",
    ):
        assert line in text.split("\r\n")
    assert text.count("UID:closing.window.stop@outageplan") == 2
