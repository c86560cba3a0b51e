"""Amendments applied to their notice in order of publication, as JSON Merge Patches (RFC 7396).

What an amendment says of itself (`format`, `id`, `amends`, `published`) is not part of the patch. A part that it
changes keeps its clause and gains that of the amendment: nobody shall look for the new time in the old announcement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from outageplan.notice.amendment import FAMILIES, with_removals
from outageplan.notice.document import Document
from outageplan.notice.finding import Finding
from outageplan.notice.model import Change, Notice
from outageplan.notice.reading import Reading
from outageplan.notice.references import report_references
from outageplan.wording import Text

Data = dict[str, Any]
_OF_THE_FILE = ("format", "id", "amends", "published")


@dataclass(frozen=True, slots=True)
class Amended:
    """What came of a notice: as it stands after the last amendment, and what is wrong with those left out."""

    notice: Notice
    findings: tuple[Finding, ...] = ()


def amended(notice: Notice, data: Data, amendments: Iterable[Reading]) -> Amended:
    """A notice with its amendments applied in order of publication; `data` is what its file holds.

    An amendment that would leave no valid notice is left out and told.
    """
    findings: list[Finding] = []
    for reading in sorted(amendments, key=_order):
        assert reading.amendment is not None, "only amendments are applied"
        assert reading.document is not None, "an amendment comes from a document"
        given = with_removals(reading.document.data)
        findings += _idle_removals(given, data, reading)
        merged = merge_patch(data, _patch(given, data))
        after, problems = _validated(merged, reading)
        if after is None:
            findings += problems
        else:
            data, notice = merged, after.changed_by(Change(notice, reading.amendment))
    return Amended(notice, tuple(findings))


def merge_patch(target: Any, patch: Any) -> Any:
    """The target with a JSON Merge Patch applied (RFC 7396); neither is changed."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def _order(reading: Reading) -> tuple[datetime, str]:
    assert reading.amendment is not None
    return reading.amendment.published.as_start(), reading.amendment.id


def _patch(data: Data, target: Data) -> Data:
    """What an amendment changes, with its clauses naming it."""
    patch = {key: value for key, value in data.items() if key not in _OF_THE_FILE}
    for family in FAMILIES[1:]:
        parts = {
            id: part if part is None else part | {"clause": _cited(_clause(target, family, id), data["id"], part)}
            for id, part in (patch.get(family) or {}).items()
        }
        if parts:
            patch[family] = parts
    return patch


def _clause(target: Data, family: str, id: str) -> str | None:
    part: Data = (target.get(family) or {}).get(id) or {}
    return part.get("clause")


def _idle_removals(data: Data, target: Data, reading: Reading) -> list[Finding]:
    """Parts that are to be removed and are not there: most likely their id is written wrongly."""
    assert reading.document is not None, "an amendment comes from a document"
    document = Document(reading.file, data, _root=reading.document.root)
    for family in FAMILIES:
        there = target.get(family) or {}
        for id, part in (data.get(family) or {}).items():
            if part is None and id not in there:
                message = Text(f"原公告没有 `{id}`，无可删除", f"the notice has no `{id}` that could be removed")
                document.report("OP205", "unknown-part", message, document.span_of((family, id)), (family, id))
    return document.findings


def _cited(before: str | None, amendment: str, part: Data) -> str:
    clause = part.get("clause")
    ours = f"{amendment} {clause}" if clause else amendment
    return f"{before}; {ours}" if before else ours


def _validated(data: Data, reading: Reading) -> tuple[Notice | None, list[Finding]]:
    """The notice that the data make, or everything that is wrong with it, at its place in the amendment."""
    document = Document(reading.file, data, _root=reading.document.root if reading.document else None)
    notice = None
    try:
        notice = Notice.model_validate(data)
    except ValidationError as error:
        from outageplan.notice.problems import report_problems  # only amendments with problems pay for it

        report_problems(document, error)
    report_references(document)
    if document.findings:
        return None, [_told(finding) for finding in document.findings]
    return notice, []


def _told(finding: Finding) -> Finding:
    zh, en = "并入原公告后：", "with this amendment applied: "
    message = finding.message
    return replace(finding, message=Text(f"{zh}{message['zh']}", f"{en}{message['en']}"))
