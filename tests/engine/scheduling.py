"""An invented notice and amendments of it, for tests of calendars and timelines. Nobody announced it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from outageplan.engine.agenda import Agenda, agenda
from outageplan.engine.agenda_entries import Event
from outageplan.engine.case import Case
from outageplan.notice.model import Notice

from .amending import loaded
from .building import WEIFANG, at

Json = dict[str, Any]
ANYBODY = Case(at=at("2021-11-01 00:00"))
GUIDANCE: Json = {
    "for": ["insured", "pharmacy"],
    "phase": "after",
    "services": ["settlement.local"],
    "action": "resettle_at_provider",
    "deadline": "7 working days after first.end",
    "say": {"zh": "虚构：补结算。", "en": "Invented: settle again."},
    "clause": "g",
}
NOTICE: Json = {
    "format": "outageplan/1",
    "id": "n",
    "status": "confirmed",
    "title": {"zh": "虚构的停机", "en": "An invented stop"},
    "published": "2021-11-17",
    "pools": [WEIFANG],
    "windows": {"first": {"start": "2021-11-21 18:00", "end": "expected 2021-11-28 08:00", "clause": "w"}},
    "effects": {"e0": {"services": ["settlement.local"], "effect": "suspended", "clause": "e"}},
    "guidance": {"g0": GUIDANCE},
}
DELAY = {"windows": {"first": {"end": "expected 2021-11-30 08:00"}}}


def shelf(*amendments: Json, **parts: Any) -> Notice:
    """The invented notice with some keys of its own, as amended: the first on 18 November, the next on the 19th."""
    files = {"n": {**NOTICE, **parts}}
    for place, changes in enumerate(amendments):
        files[f"a{place}"] = {
            "format": "outageplan/1",
            "id": f"a{place}",
            "amends": "n",
            "published": f"2021-11-{18 + place}",
            **changes,
        }
    library = loaded(files)
    assert not library.findings, library.findings
    (notice,) = library.notices
    return notice


def stop(start: str, end: str, **more: str) -> Json:
    """A window of its own for the invented notice."""
    return {"windows": {"first": {"start": start, "end": end, "clause": "w", **more}}}


def of(notice: Notice, *cases: Case) -> Agenda:
    """What one notice puts into a calendar, for anybody unless cases say for whom."""
    return agenda([notice], cases or (ANYBODY,))


def event(found: Agenda, part: str) -> Event:
    """The one event of a part, as `window.first`."""
    (one,) = (event for event in found.events if event.key == f"n.{part}")
    return one


def told(event: Event) -> Sequence[str]:
    """The English lines of an event."""
    return [line["en"] for line in event.lines]
