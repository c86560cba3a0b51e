"""A draft as data, `outageplan-draft/1`: the notice, what it was taken from, and what was not used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from outageplan.render.draft_report import DraftReport
from outageplan.render.plain import escaped_json
from outageplan.wording import Text


def draft_json(report: DraftReport, notice: Mapping[str, Any], yaml: str) -> str:
    """The JSON text. Keys may be added, not changed."""
    data = {
        "format": "outageplan-draft/1",
        "file": report.file,
        "amends": report.amends,
        "notice": notice,
        "yaml": yaml,
        "taken": [
            {
                "kind": row.kind,
                "key": row.path,
                "value": row.value,
                "words": row.words,
                "line": row.line,
                "column": row.column,
                "sure": row.sure,
                "because": _text(row.because),
            }
            for row in report.taken
        ],
        "unused": [{"words": left.words, "line": left.line, "column": left.column} for left in report.unused],
        "remarks": [
            {"code": one.code, "message": _text(one.message), "line": one.line, "column": one.column}
            for one in report.remarks
        ],
    }
    return f"{escaped_json(json.dumps(data, ensure_ascii=False, indent=2))}\n"


def _text(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"zh": text["zh"], "en": text["en"]}
