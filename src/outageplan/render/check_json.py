"""A plan as data: `outageplan-check/1`, stable; keys may be added, not changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from outageplan.catalog.vocabulary import actions
from outageplan.engine.availability import Availability
from outageplan.engine.case import EVENT_WORDS
from outageplan.engine.conflicts import Conflict
from outageplan.engine.deadlines import DueDate
from outageplan.engine.guidance import Instruction
from outageplan.engine.next_use import NextUse, Return
from outageplan.engine.open_fact import OpenFact
from outageplan.engine.plan import Plan, in_order
from outageplan.notice.finding import Finding
from outageplan.notice.model import Condition
from outageplan.notice.moments import Moment
from outageplan.render.check_json_notices import notice_json, summary_json
from outageplan.render.json_parts import boundary_json, due_json, finding_json, iso_json, reason_json, text_json
from outageplan.render.plain import escaped_json

if TYPE_CHECKING:
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
        "site": {"name": text_json(site.name), "role": site.role, "pools": list(site.pools), "place": site.place},
        "answers": [_plan(plan, findings, occurrences) for plan in plans],
    }
    return _written(data)


def _written(data: Json) -> str:
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _plan(plan: Plan, findings: Sequence[Finding], occurrences: int) -> Json:
    data: Json = {
        "format": "outageplan-check/1",
        "asked": _asked(plan),
        "notices": [notice_json(one, plan, occurrences) for one in plan.notices],
        "services": [_service(line) for line in plan.services],
        "guidance": [_instruction(line) for line in plan.guidance],
        "deadlines": [_deadline(line, line.due, plan) for line in plan.deadlines if line.due],
        "findings": [finding_json(finding) for finding in findings],
        "unserved": list(plan.unserved),
        "nearest": [summary_json(one) for one in plan.nearest],
        "open_facts": [_open_fact(fact) for fact in plan.open_facts],
    }
    data["running"] = [_deadline(line, line.due, plan) for line in in_order(plan.running) if line.due]
    data["conflicts"] = [_conflict(one) for one in plan.conflicts]
    if plan.next is not None:
        data["next"] = [_next(use) for use in plan.next]
    return data


def _asked(plan: Plan) -> Json:
    case = plan.case
    return {
        "at": iso_json(case.at),
        "known_at": iso_json(case.known_at),
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


def _service(line: Availability) -> Json:
    return {
        "id": line.service.id,
        "name": text_json(line.service.name),
        "effect": line.effect and line.effect.value,
        "state": line.state.value,
        "schemes": list(line.claims[0].entry.schemes) if line.claims else [],
        "until": boundary_json(line.until, end=line.until_end),
        "because": [reason_json(reason) for reason in line.because],
    }


def _conflict(one: Conflict) -> Json:
    return {
        "notice": one.line.notice and one.line.notice.id,
        "guidance": one.line.id,
        "due": iso_json(one.due),
        "closed": [service.id for service in one.closed],
        "by": {"notice": one.claim.notice.id, "window": one.claim.window_id, "clause": one.reason().clause},
        "last": iso_json(one.last),
        "again": boundary_json(one.again, end=True),
        "sure": one.sure,
        "text": text_json(one.text()),
    }


def _next(use: NextUse) -> Json:
    stops = use.stops.window.start if use.stops else None
    return {
        "id": use.service.id,
        "name": text_json(use.service.name),
        "state": use.state.value,
        "usable_now": use.usable,
        "presumed": use.presumed,
        "terminated": use.terminated,
        "until": boundary_json(stops, end=False),
        "partly_again": use.partly and _return(use.partly),
        "again": use.again and _return(use.again),
        "undated_stops": list(dict.fromkeys(claim.notice.id for claim in use.undated)),
        "because": [reason_json(reason) for reason in use.because],
    }


def _return(found: Return) -> Json:
    """When a service returns: `at` is null where nothing tells, or where it has passed without confirmation."""
    return {
        "at": iso_json(found.at),
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
        "action_name": text_json(actions()[line.action].name),
        "services": list(line.services),
        "when": _condition(line.when),
        "text": text_json(line.text),
        "deadline": line.due and due_json(line.due),
        "not_before": line.not_before and due_json(line.not_before),
        "clause": line.clause,
        "applies_now": line.current,
        "holds": line.holds.value,
        "because": [reason_json(reason) for reason in line.because],
    }


def _condition(when: Condition) -> Json:
    return {key: value for key, value in when.model_dump(mode="json").items() if value}


def _deadline(line: Instruction, due: DueDate, plan: Plan) -> Json:
    return {
        "notice": line.notice and line.notice.id,
        "guidance": line.id,
        "for": list(line.roles),
        **due_json(due),
        "not_before": line.not_before and due_json(line.not_before),
        "passed": due.passed(plan.case.at),
        "text": text_json(due.text()),
        "clause": line.clause,
        "because": [reason_json(reason) for reason in line.because],
    }


def _open_fact(fact: OpenFact) -> Json:
    return {
        "fact": fact.fact,
        "option": fact.option,
        "values": list(fact.values),
        "text": text_json(fact.text),
        "services": list(fact.services),
        "guidance": list(fact.guidance),
    }
