"""Calendar files: whole, of the real notices, of a hostile one, and as others read them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given

from outageplan.engine.agenda import agenda
from outageplan.engine.case import Case
from outageplan.notice.library import load
from outageplan.notice.model import Notice
from outageplan.render.calendar_ics import ZONE, calendar_ics, calendar_name, undated_lines
from outageplan.wording import Lang

from ..cli.hostile import harmful, hostile
from ..engine.amending import loaded, shelves
from ..engine.building import at
from ..engine.scheduling import ANYBODY, DELAY, of, shelf
from ..laws import tried
from .libical import LIBRARY, complaints

NOTICES = Path(__file__).parents[2] / "notices"
NAME = "An invented calendar"

# The whole file for the invented notice: it was announced by nobody.
WHOLE = Path(__file__).parent / "calendars" / "invented.en.ics"


def written(notices: Sequence[Notice], lang: Lang = "en", case: Case = ANYBODY) -> bytes:
    return calendar_ics(agenda(notices, [case]), lang, name=NAME)


def events(content: bytes) -> dict[str, Any]:
    """The events of a calendar, as icalendar reads them, by what stands before the @ of their UID."""
    read = icalendar.Calendar.from_ical(content).walk("VEVENT")
    found = {str(event["UID"]).removesuffix("@outageplan"): event for event in read}
    assert len(found) == len(read)
    return found


def real(*ids: str) -> list[Notice]:
    return [notice for notice in load(NOTICES).notices if notice.id in ids]


def triggers(event: Any) -> list[timedelta]:
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def test_a_whole_calendar() -> None:
    notice = shelf({**DELAY, "guidance": {"g0": "null"}})
    assert written([notice]) == WHOLE.read_bytes()
    assert written([notice]) == written([notice])


def test_lines_end_as_the_standard_says_and_take_at_most_75_octets() -> None:
    content = written(load(NOTICES).notices, "zh")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    for line in content.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two


def test_henan_as_a_calendar() -> None:
    """Facts of the announcement: I.1, I.2, III.2.3, III.3.1, III.4.1.2."""
    found = events(written(real("henan-2021-11"), "zh"))
    halls, cut_over = found["henan-2021-11.window.web-halls"], found["henan-2021-11.window.cut-over"]
    assert (halls["DTSTART"].dt, halls.get("DTEND"), halls["STATUS"]) == (at("2021-11-18 18:00"), None, "TENTATIVE")
    assert str(halls["SUMMARY"]).startswith("（恢复时间未定）河南省本级")
    assert (cut_over["DTSTART"].dt, cut_over["DTEND"].dt) == (at("2021-11-21 18:00"), at("2021-11-28 08:00"))
    assert cut_over["STATUS"] == "TENTATIVE"
    assert "不受影响：税务办税服务厅申报缴费" in str(cut_over["DESCRIPTION"]).splitlines()
    assert triggers(cut_over) == [timedelta(days=-1), timedelta(hours=-1)]
    medicines = found["henan-2021-11.deadline.chronic-december-medicines"]
    assert (medicines["DTEND"].dt, medicines["STATUS"]) == (at("2021-11-18 17:00"), "CONFIRMED")
    assert "适用：本地参保；门诊慢特病患者" in str(medicines["DESCRIPTION"]).splitlines()
    assert triggers(medicines) == [timedelta(days=-2), timedelta(days=-1)]
    filing = found["henan-2021-11.deadline.file-after-referral"]
    assert (filing["DTSTART"].dt, filing["DTEND"].dt) == (date(2021, 12, 7), date(2021, 12, 8))
    assert (filing["STATUS"], filing["CATEGORIES"].to_ical().decode()) == ("TENTATIVE", "期限")
    assert triggers(filing) == [timedelta(hours=-15), timedelta(hours=9)]
    assert {event["SEQUENCE"] for event in found.values()} == {0}


def test_weifang_as_a_calendar() -> None:
    """Facts of the announcement: the hours, and medicines to be bought before the stop (2.1)."""
    found = events(written(real("weifang-2023-12"), "en"))
    assert set(found) == {"weifang-2023-12.window.stop", "weifang-2023-12.deadline.buy-medicines-in-advance"}
    stop = found["weifang-2023-12.window.stop"]
    assert (stop["DTSTART"].dt, stop["DTEND"].dt) == (at("2023-12-01 18:00"), at("2023-12-05 08:30"))
    assert (stop["STATUS"], stop["DTSTART"].params["TZID"]) == ("CONFIRMED", ZONE)
    assert stop["DTSTAMP"].dt.isoformat() == "2023-11-23T16:00:00+00:00"
    assert found["weifang-2023-12.deadline.buy-medicines-in-advance"]["DTEND"].dt == at("2023-12-01 18:00")


def test_amendments_keep_the_uid_and_raise_the_sequence() -> None:
    before, after = events(written([shelf()])), events(written([shelf(DELAY)]))
    assert set(before) == set(after)
    assert {event["SEQUENCE"] for event in before.values()} == {0}
    assert {event["SEQUENCE"] for event in after.values()} == {1}
    assert before["n.window.first"]["DTSTAMP"].dt < after["n.window.first"]["DTSTAMP"].dt


def test_a_deadline_that_lost_its_date_does_not_read_as_if_it_were_gone() -> None:
    found = events(written([shelf({"windows": {"first": {"end": "to be announced"}}})], "zh"))
    deadline = found["n.deadline.g0"]
    assert (deadline["STATUS"], triggers(deadline)) == ("CANCELLED", [])
    assert str(deadline["SUMMARY"]).startswith("（日期待定）截止")
    assert str(deadline["DESCRIPTION"]).splitlines()[0] == "原定日期不再确定，事项本身仍然有效，请以公告为准。"
    window = str(found["n.window.first"]["DESCRIPTION"]).splitlines()
    assert window[0] == "恢复时间未公布，此日程只标出停机开始。"
    assert any(line.startswith("另有无法定日期的事项：虚构：补结算。") for line in window)


def test_what_is_not_in_the_calendar_is_told() -> None:
    assert list(undated_lines(agenda(load(NOTICES).notices, [ANYBODY]), "en")) == [
        "in the calendar by its start alone: henan-2021-11 web-halls, return: to be announced",
        "no date, so not in the calendar: maintenance-31st maintenance: no date fixed (the source says “31日凌晨”)",
    ]


def test_a_calendar_says_what_it_is_of() -> None:
    assert calendar_name(None, "zh") == "医保停机与期限"
    assert calendar_name(shelf().title, "zh") == "医保停机与期限：虚构的停机"


# What a notice may try: an event of its own, a second calendar, the end of CDATA, properties on a line of their own.
INJECTED = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:evil\n]]> <script>x</script> \\n \\, ; : "TZID" \u202e' + "长" * 10_000


def test_hostile_texts_stay_in_their_lines(tmp_path: Path) -> None:
    (notice,) = load(hostile(tmp_path)).notices
    said = {"zh": INJECTED, "en": INJECTED}
    window = {"start": "2021-11-21 18:00", "end": "2021-11-28 08:00", "name": said, "clause": INJECTED}
    other = shelf(title=said, windows={"first": window})
    for lang in ("zh", "en"):
        content = written([notice, other], lang)
        assert content.count(b"\r\nBEGIN:VEVENT\r\n") == content.count(b"\r\nEND:VEVENT\r\n") == 3
        assert content.count(b"\r\nBEGIN:VCALENDAR") == 0
        assert max(map(len, content.split(b"\r\n"))) <= 75
        assert harmful(content.decode("utf-8").replace("\r\n", "\n")) == set()
        assert set(events(content)) == {"hostile.window.dated", "n.window.first", "n.deadline.g0"}
        if LIBRARY:
            assert complaints(content) == []


def test_a_name_given_by_people_is_one_line() -> None:
    content = calendar_ics(of(shelf()), "en", name="a\r\nBEGIN:VEVENT\r\n\u202eb")
    assert b"X-WR-CALNAME:a BEGIN:VEVENT \\\\u202eb\r\n" in content


needs_libical = pytest.mark.skipif(
    LIBRARY is None and os.environ.get("OUTAGEPLAN_PAGES") != "1", reason="libical is not installed (Debian: libical3)"
)


@needs_libical
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_libical_finds_nothing_wrong(lang: Lang) -> None:
    assert complaints(written(load(NOTICES).notices, lang)) == []
    assert complaints(written([], lang)) == []


@needs_libical
@tried(40)
@given(shelves())
def test_libical_finds_nothing_wrong_with_any_amended_notice(files: dict[str, Any]) -> None:
    assert complaints(written(loaded(files).notices)) == []


@needs_libical
@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH"),
        (b"STATUS:TENTATIVE", b"STATUS:TENTATIVE\r\nSTATUS:CANCELLED"),
        (b"SEQUENCE:1", b"SEQUENCE:1\r\nDUE:20211121T180000Z"),
    ],
)
def test_libical_notices_what_is_wrong(sound: bytes, broken: bytes) -> None:
    """The check above can fail."""
    content = WHOLE.read_bytes()
    assert complaints(content) == []
    assert complaints(content.replace(sound, broken, 1)) != []


@tried(40)
@given(shelves())
def test_what_is_written_is_what_is_read_back(files: dict[str, Any]) -> None:
    notices = loaded(files).notices
    made, read = agenda(notices, [ANYBODY]), events(written(notices))
    assert list(read) == [event.key for event in made.events]
    for event in made.events:
        back = read[event.key]
        assert (back["DTSTART"].dt, back["DTEND"].dt if "DTEND" in back else None) == (event.start, event.end)
        assert back["SEQUENCE"] == event.revision
        assert back["DTSTAMP"].dt == event.stamped
        sure = event.certainty == "sure"
        assert back["STATUS"] == ("CANCELLED" if event.gone else "CONFIRMED" if sure else "TENTATIVE")


def test_a_role_reads_only_what_concerns_it() -> None:
    found = events(written(real("henan-2021-11"), "en", replace(ANYBODY, role="pharmacy")))
    assert [key for key in found if ".deadline." in key] == []
    hospital = events(written(real("henan-2021-11"), "en", replace(ANYBODY, role="hospital")))
    assert [key.rpartition(".")[2] for key in hospital if ".deadline." in key] == [
        "chronic-december-medicines",
        "away-discharge-before",
        "local-convert",
        "visitors-convert",
    ]
    assert all(isinstance(event["DTSTART"].dt, datetime) for event in hospital.values())
