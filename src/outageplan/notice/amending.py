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

from outageplan.notice.amendment import FAMILIES, OF_THE_FILE, with_removals
from outageplan.notice.document import Document
from outageplan.notice.finding import Finding, Span
from outageplan.notice.model import Change, Notice
from outageplan.notice.reading import Reading
from outageplan.notice.references import report_references
from outageplan.wording import Text

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Amended:
    """What came of a notice: as it stands after the last amendment, and what is wrong with those left out."""

    notice: Notice
    findings: tuple[Finding, ...] = ()


def amended(notice: Notice, data: Data, amendments: Iterable[Reading]) -> Amended:
    """A notice with its amendments applied in order of publication; `data` is what its file holds.

    An amendment that would leave no valid notice, or that removes what is not there, is left out and told.
    """
    findings: list[Finding] = []
    for reading in sorted(amendments, key=_order):
        assert reading.amendment is not None, "only amendments are applied"
        assert reading.document is not None, "an amendment comes from a document"
        given = with_removals(reading.document.data)
        merged = merge_patch(data, _patch(given, data, reading.amendment.id))
        after, problems = _validated(merged, reading, reading.document)
        problems += _idle_removals(given, data, reading, reading.document)
        if after is None or problems:
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


def _patch(data: Data, target: Data, amendment: str) -> Data:
    """What an amendment changes, with its clauses naming it."""
    patch = {key: value for key, value in data.items() if key not in OF_THE_FILE}
    for family in FAMILIES[1:]:
        if parts := patch.get(family):
            patch[family] = {
                id: part if part is None else _cited_part(part, _clause(target, family, id), amendment)
                for id, part in parts.items()
            }
    return patch


def _cited_part(part: Data, clause: str | None, amendment: str) -> Data:
    """A part with its clause naming the amendment; one that changes single occurrences only is cited at these."""
    changed: Data = part.get("occurrences") or {}
    cited = {
        day: one if one is None else one | {"clause": _cited(None, amendment, one)} for day, one in changed.items()
    }
    found = part | {"occurrences": cited} if changed else part
    return found if set(part) == {"occurrences"} else found | {"clause": _cited(clause, amendment, part)}


def _clause(target: Data, family: str, id: str) -> str | None:
    part: Data = (target.get(family) or {}).get(id) or {}
    return part.get("clause")


def _cited(before: str | None, amendment: str, part: Data) -> str:
    """The clauses that a part rests on, in order: `I.2 → demo-delay 1`."""
    clause = part.get("clause")
    ours = f"{amendment} {clause}" if clause else amendment
    return f"{before} → {ours}" if before else ours


def _idle_removals(given: Data, target: Data, reading: Reading, document: Document) -> list[Finding]:
    """Parts that are to be removed and are not there: most likely their id is written wrongly."""
    told = Document(reading.file, given, _root=document.root)
    for family in FAMILIES:
        there = target.get(family) or {}
        for id, part in (given.get(family) or {}).items():
            if part is None and id not in there:
                place = told.span_of((family, id), key=True)
                told.report("OP209", "unknown-part", _not_there(id, there), place, (family, id))
    return told.findings


def _not_there(id: str, there: Data) -> Text:
    import difflib  # only for names that are not there

    zh, en = f"要删除的 `{id}` 不在原公告中", f"there is no `{id}` in the notice that could be removed"
    if near := difflib.get_close_matches(id, list(there), n=1, cutoff=0.5):
        return Text(f"{zh}；您要写的是不是 `{near[0]}`？", f"{en}; did you mean `{near[0]}`?")
    return Text(zh, en)


def _validated(data: Data, reading: Reading, document: Document) -> tuple[Notice | None, list[Finding]]:
    """The notice that the data make, or everything that is wrong with it, at its place in the amendment."""
    told = Document(reading.file, data, _root=document.root)
    notice = None
    try:
        notice = Notice.model_validate(data)
    except ValidationError as error:
        from outageplan.notice.problems import report_problems  # only amendments with problems pay for it

        report_problems(told, error)
    report_references(told)
    if told.findings:
        return None, [applied(finding, document) for finding in told.findings]
    return notice, []


def applied(finding: Finding, document: Document) -> Finding:
    """A finding on an amended notice as one on the amendment: where it has no such key, at `amends`."""
    zh, en = "并入原公告后：", "with this amendment applied: "
    message = Text(f"{zh}{finding.message['zh']}", f"{en}{finding.message['en']}")
    nowhere = finding.span in (document.span_of(()), Span())
    return replace(finding, message=message, span=document.span_of(("amends",)) if nowhere else finding.span)
