"""Findings in SARIF 2.1.0, the format of code scanning (OASIS; GitHub takes a subset)."""

from __future__ import annotations

import json
from typing import Any

from outageplan.notice.finding import Finding, Severity
from outageplan.render.findings.fingerprints import fingerprints
from outageplan.render.findings.names import file_uri, is_absolute, is_url
from outageplan.render.findings.report import Findings, RuleCard
from outageplan.render.plain import escaped_json, plain
from outageplan.wording import Lang, Text

Json = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NEWLINES = ("\r\n", "\n", "\r", "\x85", "\u2028", "\u2029")  # those of YAML
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES: dict[Lang, str] = {"zh": "zh-CN", "en": "en-US"}


def render(report: Findings) -> str:
    """The report as one run; columns are code points, relative files are below `SRCROOT`."""
    cards = _cards(report)
    index = {card.code: place for place, card in enumerate(cards)}
    driver = {
        "name": "outageplan",
        "version": report.version,
        "language": _LANGUAGES[report.lang],
        "rules": [_rule(card, report.lang) for card in cards],
    }
    marks = fingerprints(report.findings)
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[report.lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": list(_NEWLINES),
        "results": [
            _result(finding, index[finding.code], mark, report.lang)
            for finding, mark in zip(report.findings, marks, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _cards(report: Findings) -> list[RuleCard]:
    """The rules, and one made up for each code that has none."""
    cards = dict(report.cards)
    for finding in report.findings:
        if finding.code not in cards:
            title = Text(zh=finding.rule, en=finding.rule)
            cards[finding.code] = RuleCard(
                code=finding.code, name=finding.rule, severity=finding.severity, title=title, why=title, link=""
            )
    return list(cards.values())


def _rule(card: RuleCard, lang: Lang) -> Json:
    title, why, link = _message(card.title[lang]), _message(card.why[lang]), _message(card.link)
    rule: Json = {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n{link}".rstrip(), "markdown": _markdown(card, why, link)},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
    }
    return rule | {"helpUri": card.link} if is_url(card.link) else rule


def _markdown(card: RuleCard, why: str, link: str) -> str:
    if not link:
        return why
    return f"{why}\n\n" + (f"[{card.code} {card.name}](<{link}>)" if is_url(card.link) else f"`{link}`")


def _result(finding: Finding, index: int, mark: str, lang: Lang) -> Json:
    span = finding.span
    artifact = {"uri": file_uri(finding.file)}
    if not is_absolute(finding.file):
        artifact["uriBaseId"] = "SRCROOT"
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message[lang])},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"outageplanFinding/v1": mark},
    }


def _message(text: str) -> str:
    """A message string: braces are doubled (3.11.5), and nothing in it is an embedded link (3.11.6)."""
    return plain(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
