"""What windows defer, as data: `outageplan-impact/1`, stable; keys may be added, not changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from outageplan.catalog.figures import Figure
from outageplan.engine.assumptions import assumption_text
from outageplan.engine.catch_up import CatchUp
from outageplan.engine.counting import Count
from outageplan.engine.impact_answer import Impact, Line, Question, WindowImpact
from outageplan.notice.finding import Finding
from outageplan.notice.hours import hours_text
from outageplan.notice.model import Status
from outageplan.notice.moments import CHINA, Boundary
from outageplan.notice.site import Site
from outageplan.render.impact_numbers import pages
from outageplan.render.json_parts import finding_json
from outageplan.render.plain import escaped_json
from outageplan.wording import Text

Json = dict[str, Any]
_DECIMALS = 4


def impact_json(impact: Impact, findings: Sequence[Finding] = ()) -> str:
    """The answer and the findings on files that were left out, as JSON text. Times are ISO 8601 at +08:00."""
    rows = impact.question.page_rows
    data = {
        "format": "outageplan-impact/1",
        "asked": _asked(impact.question),
        "windows": [_window(one, rows) for one in impact.windows],
        "total": impact.total and {"deferred": _count(impact.total), "ledger": _ledger(impact.total, rows)},
        "assumptions": [{"id": id, "text": _text(assumption_text(id))} for id in impact.assumptions],
        "figures": [_figure(figure) for figure in impact.figures],
        "nearest": [
            {"id": one.notice.id, "title": _text(one.notice.title), "state": one.state.value} for one in impact.nearest
        ],
        "findings": [finding_json(finding) for finding in findings],
    }
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _asked(question: Question) -> Json:
    case = question.case
    return {
        "at": _iso(case.at),
        "known_at": _iso(case.known_at),
        "notices": list(case.notices),
        "services": list(case.services),
        "site": question.site and _site(question.site),
        "profile": question.profile and [_number(one) for one in question.profile],
        "share": question.share and {"low": _number(question.share[0]), "high": _number(question.share[1])},
        "rate": None if question.speed is None else _number(question.speed),
        "page_rows": question.page_rows,
    }


def _site(site: Site) -> Json:
    return {
        "name": _text(site.name),
        "role": site.role,
        "pools": list(site.pools),
        "place": site.place,
        "hours": {key: hours_text(spans) for key, spans in site.hours.items()},
        "volumes": {id: {"low": volume.low, "high": volume.high} for id, volume in site.volumes.items()},
    }


def _window(one: WindowImpact, rows: int) -> Json:
    stop = one.stop
    cancelled = stop.notice.status is Status.CANCELLED
    return {
        "notice": stop.notice.id,
        "window": stop.window_id,
        "title": _text(stop.notice.title),
        "name": _text(stop.window.name),
        "state": "cancelled" if cancelled else stop.stage.value,
        "start": _boundary(stop.window.start, end=False),
        "end": _boundary(stop.window.end, end=True),
        "clause": stop.window.clause,
        "kind": _kind(one),
        "basis": one.basis,
        "concerned": [service.id for service in one.concerned],
        "deferred": _count(one.deferred),
        "any_spread": _count(one.any_spread),
        "a_day": _count(one.a_day),
        "an_hour": _count(one.an_hour),
        "lines": [_line(line) for line in one.lines],
        "ledger": one.deferred and _ledger(one.deferred, rows),
        "machine_seconds": _count(one.machine),
        "catch_up": one.catch_up and _catch_up(one.catch_up),
        "reason": _text(one.reason),
        "assumptions": list(one.assumptions),
        "figures": [figure.id for figure in one.figures],
    }


def _kind(one: WindowImpact) -> str:
    """`firm`, `provisional` (hangs on what is only expected), `unbounded` (no end) or `none` (no number)."""
    if one.deferred is None:
        return "none"
    if one.deferred.high is None:
        return "unbounded"
    return "firm" if one.extent.sure or not one.lines else "provisional"


def _line(line: Line) -> Json:
    source = line.source
    return {
        "id": source.id,
        "name": _text(source.name),
        "a_day": _count(source.flow.a_day),
        "share": {"low": _number(source.low), "high": _number(source.high)},
        "deferred": _count(line.count),
        "effects": [
            {"id": claim.effect_id, "effect": claim.entry.effect.value, "clause": claim.entry.clause}
            for claim in source.part.claims
        ],
    }


def _ledger(count: Count, rows: int) -> Json:
    low, high = pages(count, rows)
    return {"rows": rows, "pages": {"low": low, "high": high, "over": count.over}}


def _catch_up(done: CatchUp) -> Json:
    return {
        "rate": _number(done.rate),
        "work_hours": _count(done.work),
        "opening_hours": _count(done.beside),
        "kind": done.kind.value,
        "earliest": _iso(done.earliest),
        "latest": _iso(done.latest),
        "reason": _text(done.reason),
    }


def _figure(figure: Figure) -> Json:
    source = figure.source
    return {
        "id": figure.id,
        "name": _text(figure.name),
        "value": _number(figure.value),
        "bound": figure.bound,
        "unit": _text(figure.unit),
        "source": {
            "id": source.id,
            "title": _text(source.title),
            "date": source.day.isoformat(),
            "url": source.url,
            "file": source.file,
            "note": _text(source.note),
        },
    }


def _count(count: Count | None) -> Json | None:
    if count is None:
        return None
    high = None if count.high is None else _number(count.high)
    return {"low": _number(count.low), "high": high, "over": count.over}


def _number(number: Fraction) -> int | float:
    """A whole number as such, another to four decimals."""
    return number.numerator if number.denominator == 1 else round(float(number), _DECIMALS)


def _boundary(boundary: Boundary, *, end: bool) -> Json:
    at = boundary.as_end() if end else boundary.as_start()
    return {"at": _iso(at), "kind": boundary.kind.value, "phrase": str(boundary)}


def _text(text: Text | None) -> Json | None:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(CHINA).isoformat(timespec="minutes")
