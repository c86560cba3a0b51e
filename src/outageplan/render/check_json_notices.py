"""The notices of a plan as data: `outageplan-check/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from outageplan.engine.plan import NoticeStanding, Plan
from outageplan.notice.model import Contact, Note, Notice, ServiceEffect, Window
from outageplan.render.json_parts import boundary_json, text_json, window_json

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance
    from outageplan.notice.amendment import Amendment


Json = dict[str, Any]


def summary_json(one: NoticeStanding) -> Json:
    return {"id": one.notice.id, "title": text_json(one.notice.title), "state": one.state.value}


def notice_json(one: NoticeStanding, plan: Plan, occurrences: int) -> Json:
    notice = one.notice
    return {
        **summary_json(one),
        "status": notice.status.value,
        "issuer": text_json(notice.issuer),
        "published": notice.published and str(notice.published),
        "amendments": [_amendment(change.amendment) for change in notice.changes],
        "pools": list(notice.pools),
        "windows": [
            window_json(id, window) | _repetition(id, window, notice, plan, occurrences)
            for id, window in notice.windows.items()
        ],
        "effects": [_effect(id, effect, notice.windows_of(effect)) for id, effect in notice.effects.items()],
        "contacts": [_contact(id, contact) for id, contact in notice.contacts.items()],
        "notes": [_note(id, note) for id, note in notice.notes.items()],
        "sources": [{"id": id, **source.model_dump()} for id, source in notice.sources.items()],
    }


def _amendment(amendment: Amendment) -> Json:
    found: Json = {"id": amendment.id, "published": str(amendment.published)}
    return found | {"title": text_json(amendment.title)} if amendment.title else found


def _repetition(id: str, window: Window, notice: Notice, plan: Plan, count: int) -> Json:
    """How a window repeats and which occurrence it is; the next ones stand at the window's own id."""
    if not window.is_occurrence:
        return {"repeat": None, "occurrences": []}
    from outageplan.engine.instances import OccurrenceWindow  # these are rare, and take time to load
    from outageplan.engine.occurrences import listed
    from outageplan.engine.repeat_words import how_often

    assert isinstance(window, OccurrenceWindow), "the window is an occurrence"
    rule = {"rule": str(window.origin.repeat), "text": text_json(how_often(window))}
    found = listed(window, notice, plan.case.at, count) if count and id == window.of else []
    return {
        "repeat": rule | {"window": window.of, "day": window.day.isoformat()},
        "occurrences": [_occurrence(one) for one in found],
    }


def _occurrence(one: Instance) -> Json:
    return {
        "day": one.day.isoformat(),
        "start": boundary_json(one.start, end=False),
        "end": boundary_json(one.end, end=True),
        "skipped": one.skipped,
        "moved": one.moved,
        "clause": one.change.clause if one.change else None,
    }


def _effect(id: str, effect: ServiceEffect, windows: Sequence[str]) -> Json:
    return {
        "id": id,
        "in": list(windows),
        "services": list(effect.services),
        "effect": effect.effect.value,
        "resume": effect.resume,
        "pools": list(effect.pools),
        "schemes": list(effect.schemes),
        "text": text_json(effect.say),
        "clause": effect.clause,
        "source": effect.source,
    }


def _contact(id: str, contact: Contact) -> Json:
    return {
        "id": id,
        "name": text_json(contact.name),
        "phones": list(contact.phones),
        "services": list(contact.services),
        "note": text_json(contact.note),
        "clause": contact.clause,
    }


def _note(id: str, note: Note) -> Json:
    return {"id": id, "text": text_json(note.say), "clause": note.clause, "source": note.source}
