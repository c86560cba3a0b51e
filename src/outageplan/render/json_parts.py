"""What answers as data have in common: texts, instants, boundaries, deadlines, reasons and findings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from outageplan.engine.deadlines import DueDate
from outageplan.engine.rules import Reason
from outageplan.notice.finding import Finding
from outageplan.notice.model import Window
from outageplan.notice.moments import CHINA, Boundary
from outageplan.wording import Text

Json = dict[str, Any]


def finding_json(finding: Finding) -> Json:
    """One finding as data; lines and columns count from 1, in characters."""
    span = finding.span
    place = {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": text_json(finding.message),
        "file": finding.file,
        **place,
        "key": finding.key,
    }


def boundary_json(boundary: Boundary | None, *, end: bool) -> Json | None:
    if boundary is None:
        return None
    at = boundary.as_end() if end else boundary.as_start()
    found: Json = {"at": iso_json(at), "kind": boundary.kind.value, "phrase": str(boundary)}
    return found | {"hour_stated": boundary.moment.hour_stated} if boundary.moment else found


def due_json(due: DueDate) -> Json:
    return {
        "at": iso_json(due.at),
        "last_day": due.last_day and due.last_day.isoformat(),
        "kind": due.kind.value,
        "phrase": str(due.phrase),
    }


def window_json(id: str, window: Window) -> Json:
    return {
        "id": id,
        "name": text_json(window.name),
        "start": boundary_json(window.start, end=False),
        "end": boundary_json(window.end, end=True),
        "clause": window.clause,
    }


def reason_json(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "notice": reason.notice,
        "window": reason.window,
        "guidance": reason.guidance,
        "clause": reason.clause,
        "text": text_json(reason.text),
    }


def text_json(text: Text | None) -> Json | None:
    return None if text is None else {"zh": text.zh, "en": text.en}


def iso_json(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(CHINA).isoformat(timespec="minutes")
