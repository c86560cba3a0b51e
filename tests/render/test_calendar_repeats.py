"""Events that repeat, as libical, icalendar and dateutil read them. The notice is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import icalendar
from dateutil.rrule import rrulestr

from outageplan.engine.agenda import Agenda
from outageplan.engine.recurrence import Moved, Recurrence
from outageplan.render.calendar_ics import calendar_ics
from outageplan.wording import Text

from ..engine.building import at
from ..engine.scheduling import event, of, shelf, stop
from .libical import LIBRARY, complaints

MONTH_ENDS = Recurrence(
    rule="FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20220331",
    skipped=(date(2021, 12, 31),),
    moved=(
        Moved(
            day=date(2022, 1, 31),
            start=at("2022-02-02 18:00"),
            end=at("2022-02-03 06:00"),
            lines=(Text(en="moved, as the amendment says"),),
        ),
    ),
)


def written(recurrence: Recurrence, start: str, end: str) -> tuple[str, list[Any]]:
    """The calendar of a window that repeats, and its events as icalendar reads them."""
    first = replace(event(of(shelf(guidance={}, **stop(start, end))), "window.first"), recurrence=recurrence)
    content = calendar_ics(Agenda(events=(first,), undated=()), "en", name="x")
    if LIBRARY:
        assert complaints(content) == []
    return content.decode("utf-8").replace("\r\n ", ""), icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_a_window_with_hours() -> None:
    text, (series, changed) = written(MONTH_ENDS, "2021-11-30 18:00", "2021-12-01 06:00")
    lines = text.splitlines()
    assert "RRULE:FREQ=MONTHLY;UNTIL=20220331T155959Z;BYMONTHDAY=-1" in lines
    assert "EXDATE;TZID=Asia/Shanghai:20211231T180000" in lines
    assert "RECURRENCE-ID;TZID=Asia/Shanghai:20220131T180000" in lines
    assert series["UID"] == changed["UID"] == "n.window.first@outageplan"
    assert (changed["DTSTART"].dt, changed["DTEND"].dt) == (at("2022-02-02 18:00"), at("2022-02-03 06:00"))
    assert "RRULE" not in changed
    assert str(changed["DESCRIPTION"]).splitlines()[0] == "moved, as the amendment says"


def test_the_last_day_is_among_the_occurrences() -> None:
    _, (series, _) = written(MONTH_ENDS, "2021-11-30 18:00", "2021-12-01 06:00")
    rule = rrulestr(series["RRULE"].to_ical().decode(), dtstart=datetime.fromisoformat("2021-11-30T18:00:00+08:00"))
    assert [one.date().isoformat() for one in rule] == [
        "2021-11-30",
        "2021-12-31",
        "2022-01-31",
        "2022-02-28",
        "2022-03-31",
    ]


def test_a_window_of_whole_days() -> None:
    days = Recurrence(rule="FREQ=WEEKLY;BYDAY=SA;UNTIL=20211231", skipped=(date(2021, 12, 4),))
    text, (series,) = written(days, "2021-11-27", "2021-11-27")
    lines = text.splitlines()
    assert "RRULE:FREQ=WEEKLY;UNTIL=20211231;BYDAY=SA" in lines
    assert "EXDATE;VALUE=DATE:20211204" in lines
    assert (series["DTSTART"].dt, series["DTEND"].dt) == (date(2021, 11, 27), date(2021, 11, 28))


def test_a_rule_that_counts_or_gives_the_instant_stays_as_it_is() -> None:
    for rule in ("FREQ=DAILY;COUNT=12", "FREQ=DAILY;UNTIL=20211231T155959Z", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"):
        text, _ = written(Recurrence(rule=rule), "2021-11-21 23:00", "2021-11-22 05:00")
        (line,) = (line for line in text.splitlines() if line.startswith("RRULE:"))
        assert set(line.removeprefix("RRULE:").split(";")) == set(rule.split(";"))
