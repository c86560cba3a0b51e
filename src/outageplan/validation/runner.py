"""Runs the rules over files: each file on its own, then all notices together; then silencers have their say."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from outageplan.errors import UnreadableError
from outageplan.notice.document import Document, dotted, read_document
from outageplan.notice.finding import Finding, Span
from outageplan.notice.library import unique_files
from outageplan.notice.reading import Reading, file_content, read_notice
from outageplan.validation.merging import Merged, merged
from outageplan.validation.rule import Context, Problem, Rule, Shelf, Subject, checks, rule_by_code
from outageplan.validation.settings import Settings
from outageplan.validation.silencers import Silencer, silencers_in
from outageplan.validation.summary import Summary, summary_of, summary_of_amendment
from outageplan.wording import Text

ALONE = 32  # files for one process: with fewer, another one costs more than it saves
MOST = 32  # processes
_UNREADABLE = "OP015"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to validate; `content` where it does not come from the disk."""

    file: str
    content: bytes | None = None

    def read(self) -> bytes:
        """The bytes of the file. Raises `UnreadableError`."""
        return file_content(Path(self.file)) if self.content is None else self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What one file gave: findings, its silencers, and its summary for the rules across notices.

    A sound site file has no summary: it is no notice.
    """

    file: str
    findings: tuple[Finding, ...]
    silencers: tuple[Silencer, ...] = ()
    summary: Summary | None = None
    site: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of a run in order of file and line, how many files there were, and how many are readable notices.

    `sites` are the site files among them that can be read.
    """

    findings: tuple[Finding, ...]
    files: int
    readable: int
    sites: int = 0

    def unreadable(self) -> bool:
        """Whether a file could not be opened at all."""
        return any(finding.code == _UNREADABLE for finding in self.findings)


def sources_in(paths: Iterable[str | Path]) -> Iterator[Source | Finding]:
    """The notice files in files and folders, each once; a folder that cannot be opened becomes a finding."""
    for file in unique_files(paths):
        yield file if isinstance(file, Finding) else Source(file=str(file))


def validate(
    sources: Iterable[Source | Finding], settings: Settings, context: Context, progress: Progress | None = None
) -> Report:
    """Everything that the rules find in files. A problem in one hides nothing in another."""
    listed = list(sources)
    files = [one for one in listed if isinstance(one, Source)]
    found = [one for one in listed if isinstance(one, Finding)]
    examined = list(_examined(files, context, progress))
    summaries = tuple(one.summary for one in examined if one.summary)
    found += [finding for one in examined for finding in one.findings]
    shelf, whole = _laid_over(Shelf(summaries=summaries, context=context), files)
    found += [*whole.findings, *_across(shelf, whole, {source.file: source for source in files})]
    # that a file could not be opened is told whatever was selected: nothing is known of it
    chosen = [finding for finding in found if finding.code == _UNREADABLE or settings.applies(finding.code)]
    left = [*_spoken(chosen, examined, whole, settings)]
    order = {one.file: place for place, one in enumerate(files)}
    left.sort(key=lambda finding: (order.get(finding.file, -1), finding.file, finding.span, finding.code, finding.key))
    sites = sum(one.site for one in examined)
    return Report(findings=tuple(dict.fromkeys(left)), files=len(listed), readable=len(summaries), sites=sites)


def examine(source: Source, context: Context) -> Examined:
    """Runs the rules that look at one file."""
    try:
        content = source.read()
    except UnreadableError as error:
        unreadable = Finding(code=_UNREADABLE, rule="unreadable", message=error.message, file=source.file)
        return Examined(file=source.file, findings=(unreadable,))
    reading = read_notice(content, source.file, places=True)
    subject = Subject(
        file=source.file,
        content=content,
        document=reading.document,
        notice=reading.notice,
        amendment=reading.amendment,
        reported=reading.findings,
    )
    summary = None
    if reading.notice:
        summary = summary_of(reading.notice, source.file)
    elif reading.amendment:
        summary = summary_of_amendment(reading.amendment, source.file)
    return Examined(
        file=source.file,
        findings=_findings(subject, context),
        silencers=silencers_in(content, reading.document),
        summary=summary,
        site=reading.site is not None,
    )


def _findings(subject: Subject, context: Context) -> tuple[Finding, ...]:
    return tuple(
        _finding(check.rule, problem, subject.file, subject.document)
        for check in checks()
        if check.on_file
        for problem in check.on_file(subject, context)
    )


def _finding(rule: Rule, problem: Problem, file: str, document: Document | None) -> Finding:
    span = problem.span
    if span is None:
        span = document.span_of(problem.path, key=problem.at_key) if document else Span()
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=problem.message,
        file=file,
        span=span,
        key=dotted(problem.path),
    )


def _examined(files: Sequence[Source], context: Context, progress: Progress | None) -> Iterator[Examined]:
    """Every file examined, in order: here, or on all processors where there are many."""
    tell = progress or (lambda _done, _all: None)
    hands = min(os.cpu_count() or 1, len(files) // ALONE, MOST)
    if hands < 2:
        for done, source in enumerate(files, 1):
            yield examine(source, context)
            tell(done, len(files))
        return
    from outageplan.validation.sharing import shared  # few runs are long enough for it

    yield examine(files[0], context)  # rules, catalogs and models are there once, before the processes part
    tell(1, len(files))
    work = functools.partial(examine, context=context)
    yield from shared(work, files[1:], hands - 1, lambda done: tell(done + 1, len(files)))


def _laid_over(shelf: Shelf, files: Sequence[Source]) -> tuple[Shelf, Merged]:
    """The shelf with its notices as amended, and what is wrong with them only then."""
    if not shelf.amendments:
        return shelf, Merged()
    sources = {source.file: source for source in files}

    def read(file: str) -> Reading | None:
        try:
            return read_notice(sources[file].read(), file, places=True)
        except UnreadableError:
            return None  # it has gone meanwhile

    whole = merged(shelf, read)
    return replace(shelf, amended=whole.amended), whole


def _across(shelf: Shelf, whole: Merged, sources: dict[str, Source]) -> list[Finding]:
    """Runs the rules that look at all notices; a file is read again only where it has such a finding.

    What an amendment wrote is told there.
    """
    found: list[tuple[Rule, Summary, Problem]] = [
        (check.rule, summary, problem)
        for check in checks()
        if check.on_shelf
        for summary, problem in check.on_shelf(shelf)
    ]
    documents = {file: _document(sources[file]) for file in {one.file for _, one, _ in found}}
    told = []
    for rule, one, problem in found:
        document = (None if one.amends else whole.home(one.id, problem)) or documents[one.file]
        told.append(_finding(rule, problem, document.file, document))
    return told


def _document(source: Source) -> Document:
    """The file again, for its places; one that has gone meanwhile has none."""
    try:
        return read_document(source.read(), source.file, places=True)
    except UnreadableError:
        return Document(source.file)


def _spoken(
    findings: list[Finding], examined: Sequence[Examined], whole: Merged, settings: Settings
) -> Iterator[Finding]:
    """The findings that no comment silences, and the comments that silence nothing or lack a reason."""
    # nothing may hide that a file cannot be used
    usable = [one for one in examined if (one.summary and one.file not in whole.left_out) or one.site]
    allowed = {(one.file, s.line, code) for one in usable for s in one.silencers if s.reason for code in s.codes}
    silenced: set[tuple[str, int, str]] = set()
    for finding in findings:
        key = (finding.file, finding.span.line, finding.code)
        if key in allowed:
            silenced.add(key)
        else:
            yield finding
    changed = {one.file for one in whole.amended.values()}
    for one in examined:
        # a notice that is amended stays as it is, with comments that were right when it was written
        spared = _across_codes() if one.file in changed else frozenset()
        for silencer in one.silencers:
            yield from _idle(one.file, silencer, silenced, spared, settings)


def _across_codes() -> frozenset[str]:
    """The codes of the rules that look at notices as amended."""
    return frozenset(check.rule.code for check in checks() if check.on_shelf)


def _idle(
    file: str, silencer: Silencer, silenced: set[tuple[str, int, str]], spared: frozenset[str], settings: Settings
) -> Iterator[Finding]:
    """What is wrong with a silencing comment itself."""
    if not silencer.codes or not silencer.reason:
        message = Text(
            "请写明代码和理由：# outageplan: allow OP306: 理由",
            "name a code and give a reason: # outageplan: allow OP306: reason",
        )
        yield from _own("OP017", message, file, silencer, settings)
        return
    for code in silencer.codes:
        if code not in spared and settings.applies(code) and (file, silencer.line, code) not in silenced:
            message = Text(f"这里没有可放行的 {code}；请删去", f"there is no {code} to allow here; remove it")
            yield from _own("OP016", message, file, silencer, settings)


def _own(code: str, message: Text, file: str, silencer: Silencer, settings: Settings) -> Iterator[Finding]:
    rule = rule_by_code(code)
    if rule and settings.applies(code):
        yield Finding(code=code, rule=rule.name, severity=rule.severity, message=message, file=file, span=silencer.span)
