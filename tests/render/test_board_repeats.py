"""Windows that repeat, on the pages of the board and in the timeline. The notices are invented."""

from __future__ import annotations

import re
from typing import Any

import pytest

from outageplan.engine.timeline import timeline
from outageplan.notice.model import Notice
from outageplan.render.board import board_files
from outageplan.render.timeline_words import row_times
from tests.engine.building import at
from tests.engine.scheduling import ANYBODY, shelf, stop

CHANGED = {
    "2021-12-31": {"skip": "yes", "clause": "c"},
    "2022-01-31": {"start": "2022-01-30 18:00", "end": "2022-02-01 08:00"},
}


def monthly(**more: Any) -> Notice:
    window = stop("2021-11-30 18:00", "2021-12-01 08:00", repeat="FREQ=MONTHLY;BYMONTHDAY=-1", **more)
    return shelf(**window)


def text(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.decode()))


def test_the_page_tells_the_rule_and_the_first_occurrences_with_what_is_different() -> None:
    found = text(board_files([monthly(occurrences=CHANGED)])["en/notices/n.html"])
    assert "first: monthly on the last day" in found
    for line in (
        "2021-11-30 18:00 (Tue) to 2021-12-01 08:00 (Wed)",
        "2021-12-31 (Fri) (left out) [c]",
        "2022-01-30 18:00 (Sun) to 2022-02-01 08:00 (Tue) (by the rule it would be 2022-01-31 (Mon))",
        "2022-10-31 18:00 (Mon) to 2022-11-01 08:00 (Tue) And so on by this rule.",
    ):
        assert line in found
    assert "2022-11-30 18:00" not in found


def test_a_rule_that_ends_is_told_whole() -> None:
    window = stop("2021-11-30 18:00", "2021-12-01 08:00", repeat="FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3")
    found = text(board_files([shelf(**window)])["notices/n.html"])
    assert "2022-01-31 18:00（周一） 至 2022-02-01 08:00（周二）" in found
    assert "其后照此规则" not in found


def test_a_deadline_of_each_occurrence_is_told_as_that_of_the_first() -> None:
    found = text(board_files([monthly()])["en/notices/n.html"])
    assert (
        "by: for the first stop 2021-12-10 (Fri), close of business (24:00 at the latest); each stop has its own"
        in found
    )


def test_the_months_of_two_years_list_it() -> None:
    page = board_files([monthly(occurrences=CHANGED)])["en/index.html"].decode()
    months = re.findall(r'id="month-([^"]+)"', page)
    assert months[-1] == "2021-11"
    assert months[0] == "2023-11"
    assert len(months) == 25
    assert "it repeats: monthly on the last day" in text(page.encode())
    assert "it repeats: monthly on the last day" in board_files([monthly()])["en/feed.xml"].decode()


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        (None, "from 2021-11-30 18:00 (Tue)"),
        ("2021-12-01 07:00", "from 2021-11-30 18:00 (Tue)"),
        ("2022-01-05 00:00", "from 2022-01-30 18:00 (Sun)"),
        ("2022-02-10 00:00", "from 2022-02-28 18:00 (Mon)"),
    ],
)
def test_a_timeline_draws_the_occurrence_of_the_moment(moment: str | None, begins: str) -> None:
    found = timeline([monthly(occurrences=CHANGED)], [ANYBODY], at(moment) if moment else None)
    (row,) = found.charts[0].rows
    told = row_times(row, "en")
    assert (told[0], told[-1]) == (begins, "repeats: monthly on the last day")


def test_without_a_moment_the_first_that_takes_place_is_drawn() -> None:
    found = timeline([monthly(occurrences={"2021-11-30": {"skip": "yes"}})], [ANYBODY])
    (row,) = found.charts[0].rows
    assert row.span[0] == at("2021-12-31 18:00")
