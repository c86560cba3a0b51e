"""Notices as their amendments leave them: what is wrong only then, and told at the amendment that brought it.

An amendment holds just what changes, so that much of what can go wrong shows only where it is laid over its notice: an
end before the start, a deadline that the stop has overtaken, a guidance that was the only one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outageplan.notice.document import Document, dotted
from outageplan.notice.finding import Finding
from outageplan.notice.model import Notice
from outageplan.notice.order import misplaced
from outageplan.notice.reading import Reading
from outageplan.validation.rule import Context, Problem, Rule, Shelf, Subject, checks
from outageplan.validation.summary import Summary, summary_of

if TYPE_CHECKING:
    from outageplan.notice.amending import Amended

_FAMILIES = ("OP3", "OP4")
_OF_THE_FIRST_PUBLICATION = ("OP311", "OP312")  # how long before the stop a notice came out
Read = Callable[[str], Reading | None]
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What laying amendments over their notices gives.

    `amended` are the notices that changed, as they stand, by id; `drafts` play no part in it. `left_out` are the files
    of amendments that cannot be applied, `homes` those of a notice's amendments, the last one first.
    """

    findings: tuple[Finding, ...] = ()
    amended: Mapping[str, Summary] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    homes: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)

    def home(self, notice: str, problem: Problem) -> Document | None:
        """The amendment that wrote what a problem of a notice is about; None where the notice itself did."""
        for document in self.homes.get(notice, ()):
            if _holds(document.data, problem.path):
                return document
        return None


def merged(shelf: Shelf, read: Read) -> Merged:
    """Every notice on the shelf that has amendments, with these applied; `read` gives a file again, with its places."""
    findings: list[Finding] = []
    standing: dict[str, Summary] = {}
    left_out: set[str] = set()
    homes: dict[str, tuple[Document, ...]] = {}
    for notice, amendments in _grouped(shelf).items():
        given = [found for one in amendments if (found := read(one.file)) and found.amendment and found.document]
        whole = _laid_over(read(notice.file), given)
        if whole is None:
            continue
        findings += whole.findings
        left_out |= {finding.file for finding in whole.findings}
        findings += _brought(whole.notice, given, shelf.context)
        drafts = {one.file for one in amendments if one.status == "draft"}
        fair = [one for one in given if one.file not in drafts]
        told = _laid_over(read(notice.file), fair) if drafts else whole
        if told and told.notice.change:
            standing[notice.id] = summary_of(told.notice, notice.file)
            homes[notice.id] = tuple(_documents(told.notice, fair))
    return Merged(findings=tuple(findings), amended=standing, left_out=frozenset(left_out), homes=homes)


def _grouped(shelf: Shelf) -> dict[Summary, list[Summary]]:
    """The notices that have amendments with a place in the order; of files with one id the first counts."""
    known: dict[str, Summary] = {}
    for summary in shelf.summaries:
        known.setdefault(summary.id, summary)
    found: dict[str, list[Summary]] = {}
    for amendment in shelf.amendments:
        if known[amendment.id] is amendment and not misplaced(amendment, known):
            found.setdefault(amendment.amends or "", []).append(amendment)
    return {known[id]: amendments for id, amendments in found.items()}


def _laid_over(first: Reading | None, amendments: Iterable[Reading]) -> Amended | None:
    """A notice with amendments applied; None for a file that has gone meanwhile."""
    from outageplan.notice.amending import amended  # few notices are, and it takes time to load

    if first is None or first.notice is None or first.document is None or not isinstance(first.document.data, dict):
        return None
    return amended(first.notice, first.document.data, amendments)


def _documents(notice: Notice, readings: Iterable[Reading]) -> Iterator[Document]:
    found = {one.id: one.document for one in readings}
    for change in reversed(notice.changes):
        if document := found.get(change.amendment.id):
            yield document


def _brought(notice: Notice, readings: Iterable[Reading], context: Context) -> Iterator[Finding]:
    """What the rules find in the amended notice, each at the amendment that brought it; what was cured is not told."""
    files = {one.id: one for one in readings}
    left = {key for key, _, _ in _problems(notice, context)}
    after = notice
    for change in reversed(notice.changes):
        reading = files[change.amendment.id]
        before = {key for key, _, _ in _problems(change.before, context)}
        own = {key[:2] for key, _, _ in _found(_subject(reading), context)}
        for key, rule, problem in _problems(after, context):
            if key in left and key not in before and key[:2] not in own:
                left.discard(key)
                yield _finding(rule, problem, reading)
        after = change.before


def _problems(notice: Notice, context: Context) -> list[tuple[_Key, Rule, Problem]]:
    return list(_found(Subject(file="", content=b"", document=None, notice=notice), context))


def _subject(reading: Reading) -> Subject:
    return Subject(file=reading.file, content=b"", document=reading.document, notice=None, amendment=reading.amendment)


def _found(subject: Subject, context: Context) -> Iterator[tuple[_Key, Rule, Problem]]:
    for check in checks():
        if check.on_file and check.rule.code.startswith(_FAMILIES) and check.rule.code not in _OF_THE_FIRST_PUBLICATION:
            for problem in check.on_file(subject, context):
                yield (check.rule.code, dotted(problem.path), problem.message["en"]), check.rule, problem


def _finding(rule: Rule, problem: Problem, reading: Reading) -> Finding:
    from outageplan.notice.amending import applied

    assert reading.document is not None, "an amendment comes from a document"
    found = Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=problem.message,
        file=reading.file,
        span=reading.document.span_of(problem.path, key=problem.at_key),
        key=dotted(problem.path),
    )
    return applied(found, reading.document)


def _holds(data: object, path: tuple[str | int, ...]) -> bool:
    """Whether data have a value at a path, of which an entry of a list is looked for no deeper than the list."""
    for step in path:
        if isinstance(step, int):
            return True
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return bool(path)
