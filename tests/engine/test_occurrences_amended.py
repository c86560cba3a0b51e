"""Occurrences that an amendment skips, moves, ends or brings back, and what was known of them before."""

from __future__ import annotations

from pathlib import Path

import pytest

from outageplan.engine.case import Case
from outageplan.engine.plan import Plan, make_plan
from outageplan.notice.library import load
from outageplan.notice.model import Notice

from .building import at

NOTICE = """\
format: outageplan/1
id: closing
status: confirmed
title: {zh: 虚构的月末停机, en: An invented month-end stop}
published: 2023-12-20
pools: [370700]
windows:
  stop:
    start: 2024-01-31 18:00
    end: 2024-02-01 06:00
    repeat: FREQ=MONTHLY;BYMONTHDAY=-1
    clause: "1"
effects:
  all: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}
guidance:
  file:
    for: [insured]
    phase: after
    services: [settlement.local.pharmacy]
    action: file_later
    deadline: 3 days after stop.end
    say: {zh: 补办, en: File.}
    clause: "3"
"""
AMENDMENT = "format: outageplan/1\nid: closing-{}\namends: closing\npublished: {}\n{}"


def amended(folder: Path, *changes: tuple[str, str]) -> Notice:
    """The notice with amendments applied: each its date and its body."""
    (folder / "closing.yaml").write_text(NOTICE, encoding="utf-8")
    for number, (published, body) in enumerate(changes, 2):
        text = AMENDMENT.format(number, published, body)
        (folder / f"closing-{number}.yaml").write_text(text, encoding="utf-8")
    library = load(folder)
    assert library.findings == ()
    [notice] = library.notices
    return notice


def plan(notice: Notice, moment: str, known: str | None = None) -> Plan:
    return make_plan([notice], Case(at=at(moment), known_at=at(known) if known else None, notices=("closing",)))


def seen(notice: Notice, moment: str, known: str | None = None) -> tuple[str, str, str | None]:
    """How the service stands, from when the window is, and its clause."""
    found = plan(notice, moment, known)
    window = found.notices[0].notice.windows["stop"]
    return found.services[0].state.value, str(window.start), window.clause


def changes(notice: Notice, moment: str) -> list[str | None]:
    """What the reasons say of amendments."""
    return [one.text.en for one in plan(notice, moment).services[0].because if one.rule == "amended"]


SKIP = ("2024-03-20 12:00", 'windows: {stop: {occurrences: {2024-03-31: {skip: yes, clause: "5"}}}}\n')
MOVE = (
    "2024-03-20 12:00",
    'windows: {stop: {occurrences: {2024-03-31: {start: 2024-04-06 18:00, end: 2024-04-07 06:00, clause: "5"}}}}\n',
)
RETURN = ("2024-03-25", "windows: {stop: {occurrences: {2024-03-31: null}}}\n")


def test_a_skip_counts_from_its_publication(tmp_path: Path) -> None:
    notice = amended(tmp_path, SKIP)
    assert seen(notice, "2024-03-31 20:00", "2024-03-20 11:59") == ("down", "2024-03-31 18:00", "1")
    assert seen(notice, "2024-03-31 20:00", "2024-03-20 12:00") == ("upcoming", "2024-04-30 18:00", "1")
    assert seen(notice, "2024-03-31 20:00") == ("upcoming", "2024-04-30 18:00", "1")
    assert seen(notice, "2024-02-29 20:00") == ("down", "2024-02-29 18:00", "1")
    assert changes(notice, "2024-03-31 20:00") == []


def test_a_move_counts_from_its_publication_and_says_what_it_changed(tmp_path: Path) -> None:
    notice = amended(tmp_path, MOVE)
    assert seen(notice, "2024-03-31 20:00", "2024-03-20 11:59") == ("down", "2024-03-31 18:00", "1")
    assert seen(notice, "2024-03-31 20:00", "2024-03-20 12:00") == ("upcoming", "2024-04-06 18:00", "1 → closing-2 5")
    assert changes(notice, "2024-03-31 20:00") == [
        "amendment closing-2, published 2024-03-20 12:00 (Wed): the stop moved from “2024-03-31 18:00 (Sun)” to "
        "“2024-04-06 18:00 (Sat)”; the return moved from “2024-04-01 06:00 (Mon)” to “2024-04-07 06:00 (Sun)”"
    ]
    assert changes(notice, "2024-04-10 20:00") == []


def test_the_deadline_moves_with_the_occurrence(tmp_path: Path) -> None:
    notice = amended(tmp_path, MOVE)

    def due(known: str | None) -> dict[str, str]:
        found = plan(notice, "2024-04-07 06:00", known).guidance
        return {line.id: str(line.due.last_day) for line in found if line.due}

    # 4 April is a holiday, and so are the two days after it; Sunday the 7th is worked
    assert due("2024-03-20 11:59") == {"file@2024-03-31": "2024-04-07", "file": "2024-05-06"}
    assert due(None) == {"file@2024-03-31": "2024-04-10", "file": "2024-05-06"}
    line = next(line for line in plan(notice, "2024-04-07 06:00").guidance if line.id == "file@2024-03-31")
    assert [one.rule for one in line.because][:3] == ["phase", "condition", "amended"]


def test_a_change_is_taken_back(tmp_path: Path) -> None:
    notice = amended(tmp_path, SKIP, RETURN)
    assert seen(notice, "2024-03-31 20:00", "2024-03-24 23:59")[0] == "upcoming"
    assert seen(notice, "2024-03-31 20:00", "2024-03-25 00:00") == ("down", "2024-03-31 18:00", "1")


def test_two_amendments_of_different_occurrences_stand_side_by_side(tmp_path: Path) -> None:
    other = ("2024-03-22", "windows: {stop: {occurrences: {2024-04-30: {skip: yes}}}}\n")
    notice = amended(tmp_path, SKIP, other)
    assert seen(notice, "2024-03-15 00:00")[1] == "2024-05-31 18:00"
    assert seen(notice, "2024-03-15 00:00", "2024-03-21 00:00")[1] == "2024-04-30 18:00"


def test_a_rule_that_is_ended_by_an_amendment(tmp_path: Path) -> None:
    end = ("2024-03-20", "windows: {stop: {repeat: FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240320}}\n")
    notice = amended(tmp_path, end)
    assert plan(notice, "2024-03-21 00:00").notices[0].state == "over"
    assert plan(notice, "2024-03-21 00:00", "2024-03-19 00:00").notices[0].state == "upcoming"


@pytest.mark.parametrize(
    ("moment", "state"),
    [("2024-02-29 20:00", "down"), ("2024-03-19 00:00", "over"), ("2024-03-31 20:00", "over")],
)
def test_after_word_that_all_is_back_for_good_nothing_more_takes_place(tmp_path: Path, moment: str, state: str) -> None:
    notice = amended(tmp_path, ("2024-03-20", "status: completed\n"))
    assert plan(notice, moment).services[0].state == state
    assert plan(notice, moment, "2024-03-19 00:00").services[0].state != "over"


def test_a_cancelled_notice_stops_nothing(tmp_path: Path) -> None:
    notice = amended(tmp_path, ("2024-03-20", "status: cancelled\n"))
    assert plan(notice, "2024-03-31 20:00").notices[0].state == "cancelled"
    assert plan(notice, "2024-03-31 20:00").services[0].state == "unaffected"


def test_a_window_that_begins_to_repeat_by_an_amendment(tmp_path: Path) -> None:
    (tmp_path / "once").mkdir()
    once = NOTICE.replace("    repeat: FREQ=MONTHLY;BYMONTHDAY=-1\n", "")
    (tmp_path / "once" / "closing.yaml").write_text(once, encoding="utf-8")
    body = AMENDMENT.format(2, "2024-02-05", "windows: {stop: {repeat: FREQ=MONTHLY;BYMONTHDAY=-1}}\n")
    (tmp_path / "once" / "closing-2.yaml").write_text(body, encoding="utf-8")
    [notice] = load(tmp_path / "once").notices
    assert seen(notice, "2024-02-10 00:00", "2024-02-04 00:00") == ("over", "2024-01-31 18:00", "1")
    assert seen(notice, "2024-02-10 00:00")[:2] == ("upcoming", "2024-02-29 18:00")
