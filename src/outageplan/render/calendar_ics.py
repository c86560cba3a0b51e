"""An agenda as an iCalendar file (RFC 5545), the same bytes for the same agenda.

No METHOD and nothing but rules in the time zone: libical refuses both. The time zone is that of China, which has had
no summer time since 1991.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Timezone, TimezoneStandard, vDuration, vText
from icalendar import Event as IcalEvent

from outageplan.catalog.services import services
from outageplan.engine.agenda import Agenda
from outageplan.engine.agenda_entries import Event, Undated
from outageplan.notice.model import Contact
from outageplan.notice.moments import CHINA
from outageplan.render.calendar_repeats import left_out, moved, rule_of
from outageplan.render.calendar_words import word
from outageplan.render.check_common import condition
from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

ZONE = "Asia/Shanghai"
_PRODID = "-//outageplan//outageplan//EN"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_WINDOW_ALARMS = (timedelta(days=-1), timedelta(hours=-1))
_DEADLINE_ALARMS = (timedelta(days=-2), timedelta(days=-1))
_DAY_ALARMS = (timedelta(hours=-15), timedelta(hours=9))  # at 09:00 of the day before, and of the day itself


def calendar_ics(agenda: Agenda, lang: Lang, *, name: str) -> bytes:
    """The agenda in one language as the bytes of an `.ics` file; `name` is the calendar's title."""
    calendar = Calendar()
    calendar.add("prodid", _PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText(plain(name)))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_zone())
    for event in agenda.events:
        loose = [one for one in agenda.undated if one.notice.id == event.notice.id and one.kind == "deadline"]
        loose = loose if event.kind == "window" else []
        calendar.add_component(_event(event, loose, lang))
        for one in _changed(event, loose, lang):
            calendar.add_component(one)
    return bytes(calendar.to_ical())


def calendar_name(of: Text | None, lang: Lang) -> str:
    """The title of a calendar, which may say what it is of."""
    return word("name", lang) if of is None else word("name_of", lang, what=of[lang])


def undated_lines(agenda: Agenda, lang: Lang) -> Iterator[str]:
    """What the calendar does not hold, or holds by its start alone, for those who make it."""
    for one in agenda.undated:
        key = "start_alone" if one.end else "later_ones" if one.rest else "left_out"
        yield plain(word(key, lang, id=one.notice.id, part=one.part, text=one.text[lang]))


def _zone() -> Timezone:
    zone, rule = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    rule.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001 - a rule begins in its own local time
    rule.add("tzoffsetfrom", timedelta(hours=8))
    rule.add("tzoffsetto", timedelta(hours=8))
    rule.add("tzname", "CST")
    zone.add_component(rule)
    return zone


def _event(event: Event, loose: list[Undated], lang: Lang) -> IcalEvent:
    title = _title(event, lang)
    found = IcalEvent()
    found.add("uid", f"{event.key}@outageplan")
    found.add("dtstamp", event.stamped.astimezone(UTC))
    found.add("sequence", event.revision)
    _add_time(found, "dtstart", event.start)
    if event.end is not None:
        _add_time(found, "dtend", event.end)
    if event.recurrence:
        found.add("rrule", rule_of(event.recurrence, event.start))
        for planned in left_out(event.recurrence, event.start):
            _add_time(found, "exdate", planned)
    found.add("summary", vText(title, params={"LANGUAGE": _LANGUAGES[lang]}))
    description = "\n".join(map(plain, _description(event, loose, lang)))
    found.add("description", vText(description, params={"LANGUAGE": _LANGUAGES[lang]}))
    found.add("status", _status(event))
    found.add("transp", "TRANSPARENT")
    found.add("categories", [word(event.kind, lang)])
    for before in () if event.gone else _alarms(event):
        found.add_component(_alarm(before, title))
    return found


def _changed(event: Event, loose: list[Undated], lang: Lang) -> Iterator[IcalEvent]:
    """The occurrences of an event that take place at another time, each as an event of the same UID."""
    for planned, one in moved(event.recurrence, event.start) if event.recurrence else ():
        single = replace(event, start=one.start, end=one.end, lines=one.lines, recurrence=None)
        found = _event(single, loose, lang)
        _add_time(found, "recurrence-id", planned)
        yield found


def _status(event: Event) -> str:
    if event.gone:
        return "CANCELLED"
    return "CONFIRMED" if event.certainty == "sure" else "TENTATIVE"


def _add_time(component: IcalEvent, name: str, at: object) -> None:
    """A day as a date; an instant in local time with the name of its zone, which the file defines."""
    if isinstance(at, datetime):
        component.add(name, at.astimezone(CHINA).replace(tzinfo=None), parameters={"TZID": ZONE})
    else:
        component.add(name, at, parameters={"VALUE": "DATE"})


def _title(event: Event, lang: Lang) -> str:
    title = plain(event.title[lang])
    mark = event.gone or event.certainty
    return title if mark == "sure" else word(mark, lang, title=title)


def _description(event: Event, loose: list[Undated], lang: Lang) -> Iterator[str]:
    """The lines below the title; each becomes one line of text."""
    if event.gone == "undated":
        yield word("still_holds", lang)
    elif not event.gone and event.certainty != "sure":
        yield word("expected_only" if event.end or event.kind == "deadline" else "no_end", lang)
    for place, line in enumerate(event.lines):
        yield line[lang]
        if place == 0 and event.line and (told := condition(event.line)):
            yield told[lang]
    for one in loose if not event.gone else ():
        yield one.text[lang] if one.rest else word("without_date", lang, what=one.text[lang])
    for contact in _contacts(event):
        yield word("telephone", lang, who=contact.name[lang], phones=", ".join(contact.phones))
    yield f"{event.notice.title[lang]} [{event.notice.id}]"


def _contacts(event: Event) -> Iterator[Contact]:
    """Who answers, by telephone, for just the services that a deadline is about."""
    asked = {leaf.id for id in event.line.services for leaf in services().leaves_of(id)} if event.line else set()
    for contact in event.notice.contacts.values():
        if contact.phones and any(leaf.id in asked for id in contact.services for leaf in services().leaves_of(id)):
            yield contact


def _alarms(event: Event) -> tuple[timedelta, ...]:
    if not isinstance(event.start, datetime):
        return _DAY_ALARMS
    return _WINDOW_ALARMS if event.kind == "window" else _DEADLINE_ALARMS


def _alarm(before: timedelta, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", vDuration(before))
    return alarm
