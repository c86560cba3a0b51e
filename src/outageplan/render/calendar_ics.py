"""An agenda as an iCalendar file (RFC 5545), the same bytes for the same agenda.

No METHOD and nothing but rules in the time zone: libical refuses both. The time zone is that of China, which has had
no summer time since 1991.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Timezone, TimezoneStandard, vDuration, vText
from icalendar import Event as IcalEvent

from outageplan.engine.agenda import Agenda, Event
from outageplan.notice.moments import CHINA
from outageplan.render.check_common import condition
from outageplan.render.plain import plain
from outageplan.render.words import word
from outageplan.wording import Lang

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
    calendar.add("x-wr-calname", plain(name))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_zone())
    for event in agenda.events:
        calendar.add_component(_event(event, lang))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    zone, rule = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    rule.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001 - a rule begins in its own local time
    rule.add("tzoffsetfrom", timedelta(hours=8))
    rule.add("tzoffsetto", timedelta(hours=8))
    rule.add("tzname", "CST")
    zone.add_component(rule)
    return zone


def _event(event: Event, lang: Lang) -> IcalEvent:
    found = IcalEvent()
    found.add("uid", f"{event.key}@outageplan")
    found.add("dtstamp", event.stamped.astimezone(_UTC))
    found.add("sequence", event.revision)
    _add_time(found, "dtstart", event.start)
    if event.end is not None:
        _add_time(found, "dtend", event.end)
    found.add("summary", vText(_title(event, lang), params={"LANGUAGE": _LANGUAGES[lang]}))
    found.add("description", vText(_description(event, lang), params={"LANGUAGE": _LANGUAGES[lang]}))
    found.add("status", "CANCELLED" if event.cancelled else "TENTATIVE" if event.tentative else "CONFIRMED")
    found.add("transp", "TRANSPARENT")
    found.add("categories", [word(f"calendar_{event.kind}", lang)])
    if not event.cancelled:
        for before in _alarms(event):
            found.add_component(_alarm(before, _title(event, lang)))
    return found


_UTC = datetime.fromisoformat("2000-01-01T00:00:00+00:00").tzinfo


def _add_time(component: IcalEvent, name: str, at: object) -> None:
    """A day as a date; an instant in local time with the name of its zone, which the file defines."""
    if isinstance(at, datetime):
        component.add(name, at.astimezone(CHINA).replace(tzinfo=None), parameters={"TZID": ZONE})
    else:
        component.add(name, at)


def _title(event: Event, lang: Lang) -> str:
    title = plain(event.title[lang])
    if event.cancelled:
        return word("calendar_cancelled", lang).format(title=title)
    return word("calendar_unsure", lang).format(title=title) if event.tentative else title


def _description(event: Event, lang: Lang) -> str:
    lines = [line[lang] for line in event.lines]
    if event.line and (told := condition(event.line)):
        lines.insert(1, told[lang])
    lines.append(f"{event.notice.title[lang]} [{event.notice.id}]")
    return "\n".join(map(plain, lines))


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
