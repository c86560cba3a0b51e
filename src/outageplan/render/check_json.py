"""A plan as data: `outageplan-check/1`, stable; keys may be added, not changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from outageplan.catalog.vocabulary import actions
from outageplan.engine.availability import Availability
from outageplan.engine.case import EVENT_WORDS
from outageplan.engine.conflicts import Conflict
from outageplan.engine.deadlines import DueDate
from outageplan.engine.guidance import Instruction
from outageplan.engine.next_use import NextUse, Return
from outageplan.engine.open_fact import OpenFact
from outageplan.engine.plan import NoticeStanding, Plan, in_order
from outageplan.engine.rules import Reason
from outageplan.notice.finding import Finding
from outageplan.notice.model import Condition, Contact, Note, Notice, ServiceEffect, Window
from outageplan.notice.moments import CHINA, Boundary, Moment
from outageplan.render.plain import escaped_json
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance
    from outageplan.notice.amendment import Amendment
    from outageplan.notice.site import Site

Json = dict[str, Any]


def check_json(plan: Plan, findings: Sequence[Finding] = (), *, occurrences: int = 0) -> str:
    """The plan and the findings on files that were left out, as JSON text. Times are ISO 8601 at +08:00.

    `occurrences` of every repeating window are listed.
    """
    return _written(_plan(plan, findings, occurrences))


def site_json(site: Site, plans: Sequence[Plan], findings: Sequence[Finding] = (), *, occurrences: int = 0) -> str:
    """The plans of a site, one for each of its cases, as JSON text: `outageplan-site-check/1`."""
    data = {
        "format": "outageplan-site-check/1",
        "site": {"name": _text(site.name), "role": site.role, "pools": list(site.pools), "place": site.place},
        "answers": [_plan(plan, findings, occurrences) for plan in plans],
    }
    return _written(data)


def _written(data: Json) -> str:
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _plan(plan: Plan, findings: Sequence[Finding], occurrences: int) -> Json:
    data: Json = {
        "format": "outageplan-check/1",
        "asked": _asked(plan),
        "notices": [_notice(one, plan, occurrences) for one in plan.notices],
        "services": [_service(line) for line in plan.services],
        "guidance": [_instruction(line) for line in plan.guidance],
        "deadlines": [_deadline(line, line.due, plan) for line in plan.deadlines if line.due],
        "findings": [finding_json(finding) for finding in findings],
        "unserved": list(plan.unserved),
        "nearest": [_summary(one) for one in plan.nearest],
        "open_facts": [_open_fact(fact) for fact in plan.open_facts],
    }
    data["running"] = [_deadline(line, line.due, plan) for line in in_order(plan.running) if line.due]
    data["conflicts"] = [_conflict(one) for one in plan.conflicts]
    if plan.next is not None:
        data["next"] = [_next(use) for use in plan.next]
    return data


def finding_json(finding: Finding) -> Json:
    """One finding as data; lines and columns count from 1, in characters."""
    span = finding.span
    place = {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": _text(finding.message),
        "file": finding.file,
        **place,
        "key": finding.key,
    }


def _asked(plan: Plan) -> Json:
    case = plan.case
    return {
        "at": _iso(case.at),
        "known_at": _iso(case.known_at),
        "insured_at": case.insured_at,
        "treated_at": case.treated_at,
        "role": case.role,
        "services": list(case.services),
        "notices": list(case.notices),
        "scheme": case.scheme,
        "patient": None if case.patient is None else list(case.patient),
        **{word: _phrase(case.events.get(event)) for event, word in EVENT_WORDS.items()},
    }


def _phrase(moment: Moment | None) -> str | None:
    return None if moment is None else str(moment)


def _summary(one: NoticeStanding) -> Json:
    return {"id": one.notice.id, "title": _text(one.notice.title), "state": one.state.value}


def _notice(one: NoticeStanding, plan: Plan, occurrences: int) -> Json:
    notice = one.notice
    return {
        **_summary(one),
        "status": notice.status.value,
        "issuer": _text(notice.issuer),
        "published": notice.published and str(notice.published),
        "amendments": [_amendment(change.amendment) for change in notice.changes],
        "pools": list(notice.pools),
        "windows": [
            _window(id, window) | _repetition(id, window, notice, plan, occurrences)
            for id, window in notice.windows.items()
        ],
        "effects": [_effect(id, effect, notice.windows_of(effect)) for id, effect in notice.effects.items()],
        "contacts": [_contact(id, contact) for id, contact in notice.contacts.items()],
        "notes": [_note(id, note) for id, note in notice.notes.items()],
        "sources": [{"id": id, **source.model_dump()} for id, source in notice.sources.items()],
    }


def _amendment(amendment: Amendment) -> Json:
    found: Json = {"id": amendment.id, "published": str(amendment.published)}
    return found | {"title": _text(amendment.title)} if amendment.title else found


def _window(id: str, window: Window) -> Json:
    return {
        "id": id,
        "name": _text(window.name),
        "start": _boundary(window.start, end=False),
        "end": _boundary(window.end, end=True),
        "clause": window.clause,
    }


def _repetition(id: str, window: Window, notice: Notice, plan: Plan, count: int) -> Json:
    """How a window repeats and which occurrence it is; the next ones stand at the window's own id."""
    if not window.is_occurrence:
        return {"repeat": None, "occurrences": []}
    from outageplan.engine.instances import OccurrenceWindow  # these are rare, and take time to load
    from outageplan.engine.occurrences import listed
    from outageplan.engine.repeat_words import how_often

    assert isinstance(window, OccurrenceWindow), "the window is an occurrence"
    rule = {"rule": str(window.origin.repeat), "text": _text(how_often(window))}
    found = listed(window, notice, plan.case.at, count) if count and id == window.of else []
    return {
        "repeat": rule | {"window": window.of, "day": window.day.isoformat()},
        "occurrences": [_occurrence(one) for one in found],
    }


def _occurrence(one: Instance) -> Json:
    return {
        "day": one.day.isoformat(),
        "start": _boundary(one.start, end=False),
        "end": _boundary(one.end, end=True),
        "skipped": one.skipped,
        "moved": one.moved,
        "clause": one.change.clause if one.change else None,
    }


def _boundary(boundary: Boundary | None, *, end: bool) -> Json | None:
    if boundary is None:
        return None
    at = boundary.as_end() if end else boundary.as_start()
    found: Json = {"at": _iso(at), "kind": boundary.kind.value, "phrase": str(boundary)}
    return found | {"hour_stated": boundary.moment.hour_stated} if boundary.moment else found


def _effect(id: str, effect: ServiceEffect, windows: Sequence[str]) -> Json:
    return {
        "id": id,
        "in": list(windows),
        "services": list(effect.services),
        "effect": effect.effect.value,
        "resume": effect.resume,
        "pools": list(effect.pools),
        "schemes": list(effect.schemes),
        "text": _text(effect.say),
        "clause": effect.clause,
        "source": effect.source,
    }


def _contact(id: str, contact: Contact) -> Json:
    return {
        "id": id,
        "name": _text(contact.name),
        "phones": list(contact.phones),
        "services": list(contact.services),
        "note": _text(contact.note),
        "clause": contact.clause,
    }


def _note(id: str, note: Note) -> Json:
    return {"id": id, "text": _text(note.say), "clause": note.clause, "source": note.source}


def _service(line: Availability) -> Json:
    return {
        "id": line.service.id,
        "name": _text(line.service.name),
        "effect": line.effect and line.effect.value,
        "state": line.state.value,
        "schemes": list(line.claims[0].entry.schemes) if line.claims else [],
        "until": _boundary(line.until, end=line.until_end),
        "because": [_reason(reason) for reason in line.because],
    }


def _conflict(one: Conflict) -> Json:
    return {
        "notice": one.line.notice and one.line.notice.id,
        "guidance": one.line.id,
        "due": _iso(one.due),
        "closed": [service.id for service in one.closed],
        "by": {"notice": one.claim.notice.id, "window": one.claim.window_id, "clause": one.reason().clause},
        "last": _iso(one.last),
        "again": _boundary(one.again, end=True),
        "sure": one.sure,
        "text": _text(one.text()),
    }


def _next(use: NextUse) -> Json:
    stops = use.stops.window.start if use.stops else None
    return {
        "id": use.service.id,
        "name": _text(use.service.name),
        "state": use.state.value,
        "usable_now": use.usable,
        "presumed": use.presumed,
        "terminated": use.terminated,
        "until": _boundary(stops, end=False),
        "partly_again": use.partly and _return(use.partly),
        "again": use.again and _return(use.again),
        "undated_stops": list(dict.fromkeys(claim.notice.id for claim in use.undated)),
        "because": [_reason(reason) for reason in use.because],
    }


def _return(found: Return) -> Json:
    """When a service returns: `at` is null where nothing tells, or where it has passed without confirmation."""
    return {
        "at": _iso(found.at),
        "kind": found.boundary.kind.value,
        "phrase": str(found.boundary),
        "sure": found.sure,
        "gradually": found.gradual,
    }


def _instruction(line: Instruction) -> Json:
    return {
        "id": line.id,
        "notice": line.notice and line.notice.id,
        "for": list(line.roles),
        "phase": line.phase.value,
        "action": line.action,
        "action_name": _text(actions()[line.action].name),
        "services": list(line.services),
        "when": _condition(line.when),
        "text": _text(line.text),
        "deadline": line.due and _due(line.due),
        "not_before": line.not_before and _due(line.not_before),
        "clause": line.clause,
        "applies_now": line.current,
        "holds": line.holds.value,
        "because": [_reason(reason) for reason in line.because],
    }


def _condition(when: Condition) -> Json:
    return {key: value for key, value in when.model_dump(mode="json").items() if value}


def _due(due: DueDate) -> Json:
    return {
        "at": _iso(due.at),
        "last_day": due.last_day and due.last_day.isoformat(),
        "kind": due.kind.value,
        "phrase": str(due.phrase),
    }


def _deadline(line: Instruction, due: DueDate, plan: Plan) -> Json:
    return {
        "notice": line.notice and line.notice.id,
        "guidance": line.id,
        "for": list(line.roles),
        **_due(due),
        "not_before": line.not_before and _due(line.not_before),
        "passed": due.passed(plan.case.at),
        "text": _text(due.text()),
        "clause": line.clause,
        "because": [_reason(reason) for reason in line.because],
    }


def _open_fact(fact: OpenFact) -> Json:
    return {
        "fact": fact.fact,
        "option": fact.option,
        "values": list(fact.values),
        "text": _text(fact.text),
        "services": list(fact.services),
        "guidance": list(fact.guidance),
    }


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "notice": reason.notice,
        "window": reason.window,
        "guidance": reason.guidance,
        "clause": reason.clause,
        "text": _text(reason.text),
    }


def _text(text: Text | None) -> Json | None:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(CHINA).isoformat(timespec="minutes")


boundary_json, due_json, iso_json, text_json, window_json = _boundary, _due, _iso, _text, _window  # for a history, too
