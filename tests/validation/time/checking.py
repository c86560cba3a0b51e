"""Runs one rule over the base notice with a snippet laid over it, and gives back all that it says and where."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from outageplan.notice.moments import CHINA
from outageplan.validation.examples import MOMENT, example_files
from outageplan.validation.rule import Context, Example
from outageplan.validation.runner import Report, Source, validate
from outageplan.validation.settings import Settings


class Said(NamedTuple):
    """A finding: `line:column-end_line:end_column`, and its message in both languages."""

    place: str
    zh: str | None
    en: str | None


def report(code: str, snippet: str, *, at: str | None = None, **others: str) -> Report:
    """What one rule finds; `others` are further notices, by the stem of their file."""
    moment = datetime.strptime(at, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA) if at else MOMENT
    files = example_files(Example(snippet=snippet, others={f"{stem}.yaml": text for stem, text in others.items()}))
    sources = [Source(file=name, content=content) for name, content in files.items()]
    result = validate(sources, Settings(), Context(at=moment))
    broken = [one.message.en for one in result.findings if one.code < "OP3" and one.severity == "error"]
    assert not broken, broken
    return validate(sources, Settings(select=(code,)), Context(at=moment))


def said(code: str, snippet: str, *, at: str | None = None) -> list[Said]:
    """What one rule says, whole."""
    return [
        Said(
            f"{one.span.line}:{one.span.column}-{one.span.end_line}:{one.span.end_column}",
            one.message.zh,
            one.message.en,
        )
        for one in report(code, snippet, at=at).findings
    ]


def keys(code: str, snippet: str, *, at: str | None = None, **others: str) -> list[str]:
    """The keys at which one rule finds something."""
    return [one.key for one in report(code, snippet, at=at, **others).findings]


def stop(start: str, end: str) -> str:
    """The base notice's one window with other ends, and no guidance whose deadline could lie after it."""
    return f"windows:\n  stop: {{start: {start}, end: {end}, clause: '1'}}\nguidance: {{}}\n"


def guided(deadline: str, **changes: str) -> str:
    """One guidance with a deadline; by default filing at a counter before the stop."""
    entry = {
        "for": "[insured]",
        "phase": "before",
        "services": "[filing.offsite]",
        "action": "complete_before",
    } | changes
    lines = "".join(f"    {key}: {value}\n" for key, value in entry.items())
    return f"guidance:\n  file:\n    deadline: {deadline}\n{lines}    say: {{zh: 办理, en: file}}\n    clause: '3'\n"
