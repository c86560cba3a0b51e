"""A history as data: `outageplan-history/1`, stable; keys may be added, not changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from pydantic import BaseModel

from outageplan.engine.changes import Changed
from outageplan.engine.history import History, Moved, Version
from outageplan.notice.finding import Finding
from outageplan.render.json_parts import due_json, finding_json, iso_json, text_json, window_json
from outageplan.render.plain import escaped_json
from outageplan.wording import Text

Json = dict[str, Any]


def history_json(found: History, findings: Sequence[Finding] = ()) -> str:
    """The history and the findings on files that were left out, as JSON text. Times are ISO 8601 at +08:00."""
    notice = found.notice
    data = {
        "format": "outageplan-history/1",
        "asked": {"notice": notice.id, "known_at": iso_json(found.known_at)},
        "notice": {"id": notice.id, "title": text_json(notice.title), "status": notice.status.value},
        "versions": [_version(one, amends=notice.id if place else None) for place, one in enumerate(found.versions)],
        "findings": [finding_json(finding) for finding in findings],
    }
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _version(version: Version, amends: str | None) -> Json:
    """One file, and how it left the notice."""
    return {
        "id": version.id,
        "amends": amends,
        "published": version.published and str(version.published),
        "published_at": version.published and iso_json(version.published.as_start()),
        "title": text_json(version.title),
        "status": version.notice.status.value,
        "windows": [window_json(id, window) for id, window in version.notice.windows.items()],
        "changes": [_change(one) for one in version.changes],
        "deadlines": [_moved(one) for one in version.moved],
    }


def _change(changed: Changed) -> Json:
    return {
        "family": changed.family or None,
        "id": changed.id or None,
        "key": changed.key or None,
        "old": _value(changed.old),
        "new": _value(changed.new),
        "clause": changed.clause,
    }


def _moved(moved: Moved) -> Json:
    return {
        "guidance": moved.guidance,
        "key": moved.key,
        "old": moved.old and due_json(moved.old) | {"text": text_json(moved.old.text())},
        "new": moved.new and due_json(moved.new) | {"text": text_json(moved.new.text())},
        "clause": moved.clause,
    }


def _value(value: object) -> Any:
    """A value as a notice file writes it; a part is a mapping of what it holds."""
    match value:
        case None:
            return None
        case Text():
            return text_json(value)
        case Enum():
            return value.value
        case BaseModel():
            fields = type(value).model_fields.items()
            held = {field.alias or name: getattr(value, name) for name, field in fields}
            return {key: _value(one) for key, one in held.items() if one not in (None, ())}
        case Mapping():
            return {str(key): _value(one) for key, one in value.items()}
        case tuple() | list():
            return [_value(one) for one in value]
        case _:
            return str(value)
