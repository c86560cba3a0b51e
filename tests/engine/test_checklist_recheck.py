"""When a sheet says to look again, by the rule that it states."""

from __future__ import annotations

from datetime import date

import pytest

from outageplan.engine.checklist_recheck import CheckAgain, check_again, check_start
from outageplan.notice.model import Resume

from .building import at, invented

STOP = "2021-11-21 18:00"


@pytest.mark.parametrize(
    ("end", "moment", "told"),
    [
        ("2021-11-28 08:00", "2021-11-20 10:00", None),
        ("no later than 2021-11-28 08:00", "2021-11-20 10:00", None),
        # the day before what is only expected, but never a day that lies behind
        ("expected 2021-11-28 08:00", "2021-11-20 10:00", (date(2021, 11, 27), True)),
        ("tentative 2021-11-28 08:00", "2021-11-20 10:00", (date(2021, 11, 27), True)),
        ("expected 2021-11-28 08:00", "2021-11-27 23:00", (date(2021, 11, 27), True)),
        ("expected 2021-11-28 08:00", "2021-11-28 07:00", (date(2021, 11, 28), True)),
        # midnight at a day's end belongs to that day
        ("expected 2021-11-28 24:00", "2021-11-20 10:00", (date(2021, 11, 27), True)),
        # what may come then at the earliest: that day
        ("not before 2021-11-28 08:00", "2021-11-20 10:00", (date(2021, 11, 28), True)),
        # it has passed, and nothing confirms it: every day from now
        ("expected 2021-11-28 08:00", "2021-11-28 08:00", (date(2021, 11, 28), False)),
        ("expected 2021-11-28 08:00", "2021-12-05 09:00", (date(2021, 12, 5), False)),
        # no date: every day, not before the stop begins
        ("to be announced", "2021-11-20 10:00", (date(2021, 11, 21), False)),
        ("to be announced", "2021-11-25 10:00", (date(2021, 11, 25), False)),
        ("unresolved 31日凌晨", "2021-11-25 10:00", (date(2021, 11, 25), False)),
    ],
)
def test_the_end(end: str, moment: str, told: tuple[date, bool] | None) -> None:
    notice = invented(windows={"stop": (STOP, end)})
    expected = CheckAgain(first=told[0], dated=told[1]) if told else None
    assert check_again(notice, "stop", "full", at(moment)) == expected


@pytest.mark.parametrize(("resume", "first"), [("gradual", date(2021, 11, 28)), ("batched", date(2021, 11, 28))])
def test_a_stated_end_of_a_gradual_return_is_looked_at_on_its_day(resume: Resume, first: date) -> None:
    notice = invented(windows={"stop": (STOP, "2021-11-28 08:00")})
    assert check_again(notice, "stop", resume, at("2021-11-20 10:00")) == CheckAgain(first=first, dated=True)


def test_what_a_tentative_notice_states_is_not_a_promise() -> None:
    notice = invented(windows={"stop": (STOP, "2021-11-28 08:00")}, status="tentative")
    assert check_again(notice, "stop", "full", at("2021-11-15 10:00")) == CheckAgain(
        first=date(2021, 11, 27), dated=True
    )
    assert check_start(notice, "stop", at("2021-11-15 10:00")) == CheckAgain(first=date(2021, 11, 20), dated=True)


def test_what_is_over_is_not_looked_at() -> None:
    notice = invented(windows={"stop": (STOP, "2021-11-28 08:00")})
    assert check_again(notice, "stop", "full", at("2021-11-28 08:00")) is None


@pytest.mark.parametrize(
    ("start", "moment", "told"),
    [
        (STOP, "2021-11-20 10:00", None),
        (f"expected {STOP}", "2021-11-15 10:00", (date(2021, 11, 20), True)),
        (f"expected {STOP}", "2021-11-21 10:00", (date(2021, 11, 21), True)),
        (f"expected {STOP}", "2021-11-22 10:00", None),
        ("to be announced", "2021-11-15 10:00", (date(2021, 11, 15), False)),
    ],
)
def test_the_start(start: str, moment: str, told: tuple[date, bool] | None) -> None:
    notice = invented(windows={"stop": (start, "2021-11-28 08:00")})
    expected = CheckAgain(first=told[0], dated=told[1]) if told else None
    assert check_start(notice, "stop", at(moment)) == expected
