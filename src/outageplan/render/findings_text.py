"""Findings on notice files for people: place, code, what is wrong and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from outageplan.notice.finding import Finding
from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

_LEFT_OUT = Text("以上文件未采用：{files}", "left out: {files}")


def finding_line(finding: Finding, lang: Lang) -> str:
    """`notices/x.yaml:3:9: error OP105 unreadable-boundary: message`."""
    place = f"{plain(finding.file)}:{finding.span.line}:{finding.span.column}"
    return f"{place}: {finding.severity} {finding.code} {finding.rule}: {plain(finding.message[lang])}"


def left_out_lines(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    """Every finding in a line, and at the end which files were left out."""
    files: dict[str, None] = {}
    for finding in findings:
        files[plain(finding.file)] = None
        yield finding_line(finding, lang)
    if files:
        yield _LEFT_OUT[lang].format(files=", ".join(files))
