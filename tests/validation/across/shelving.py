"""Several notices laid over the base of the examples, and what a rule finds across them."""

from __future__ import annotations

from outageplan.notice.finding import Finding
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings


def notice(
    id: str,
    effect: str = "suspended",
    service: str = "settlement.local.pharmacy",
    start: str = "2025-11-21 18:00",
    end: str = "2025-11-24 08:30",
    pool: str = "370700",
    published: str = "2025-11-07",
    more: str = "",
) -> str:
    """A notice of one window and one effect, with Chinese before what is found."""
    return laid_over(
        f"id: {id}\npools: [{pool}]\npublished: {published}\n"
        f"windows:\n  stop: {{name: {{zh: 停机}}, start: {start}, end: {end}, clause: '1'}}\n"
        f"effects:\n  everything: {{say: {{zh: 暂停}}, services: [{service}], effect: {effect}, clause: '2'}}\n"
        "guidance: {}\n" + more
    )


def amendment(id: str, amends: str, end: str = "2025-11-25 08:30", published: str = "2025-11-10") -> str:
    """An amendment that moves the end of the window."""
    return (
        f"format: outageplan/1\nid: {id}\namends: {amends}\npublished: {published}\n"
        f"windows:\n  stop: {{name: {{zh: 停机}}, end: {end}, clause: '1'}}\n"
    )


def found(code: str, *texts: str) -> list[Finding]:
    """The findings of one rule across files, each named by its id."""
    sources = [Source(file=f"{_id(text)}.yaml", content=text.encode()) for text in texts]
    report = validate(sources, Settings(select=(code,)), Context(at=MOMENT))
    assert report.readable == len(texts)
    return list(report.findings)


def told(code: str, *texts: str) -> list[tuple[str, str, str, str]]:
    """File, key and message in both languages of what a rule finds; the place is that of the key or its value."""
    given = {f"{_id(text)}.yaml": text for text in texts}
    findings = found(code, *texts)
    for finding in findings:
        line = given[finding.file].splitlines()[finding.span.line - 1]
        last = finding.key.rpartition(".")[2].partition("[")[0]
        before, after = line[: finding.span.column - 1], line[finding.span.column - 1 :]
        assert before.rstrip(" [{").endswith(f"{last}:") or after.startswith(f"{last}:"), (line, finding.span)
    return [(one.file, one.key, one.message["zh"], one.message["en"]) for one in findings]


def _id(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("id: "))[4:]
