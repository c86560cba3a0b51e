"""Findings as JUnit XML, as Jenkins and GitLab read it: a suite per file, a case per finding.

A file without findings has one case, which passes.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from outageplan.notice.finding import Finding, Severity
from outageplan.render.findings.names import harmless
from outageplan.render.findings.report import Findings, by_file
from outageplan.render.plain import plain
from outageplan.wording import Text

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLEAN = Text("未发现问题", "no problems")


def render(report: Findings) -> str:
    """The report as XML; errors and warnings are failures, remarks are the output of a case that passes."""
    root = ElementTree.Element("testsuites", name="outageplan validate")
    tests = failures = 0
    for file, findings in by_file(report).items():
        suite = _suite(file, findings, report)
        root.append(suite)
        tests += int(suite.get("tests", "0"))
        failures += int(suite.get("failures", "0"))
    root.attrib |= _counts(tests, failures)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(file: str, findings: list[Finding], report: Findings) -> ElementTree.Element:
    name = _xml(harmless(file))
    failed = sum(finding.severity is not Severity.INFO for finding in findings)
    suite = ElementTree.Element("testsuite", {"name": name} | _counts(max(1, len(findings)), failed))
    for finding in findings:
        span = finding.span
        title = f"{finding.code} {finding.rule} ({span.line}:{span.column})"
        case = ElementTree.SubElement(suite, "testcase", name=_xml(plain(title)), classname=name, time="0")
        message = _xml(plain(finding.message[report.lang]))
        place = f"{name}:{span.line}:{span.column}: {finding.severity} {finding.code} {_xml(plain(finding.rule))}"
        whole = f"{place}: {message}\n{_xml(plain(report.link(finding)))}".rstrip()
        if finding.severity is Severity.INFO:
            ElementTree.SubElement(case, "system-out").text = whole
        else:
            failure = ElementTree.SubElement(case, "failure", type=finding.severity.value, message=message)
            failure.text = whole
    if not findings:
        ElementTree.SubElement(suite, "testcase", name=_CLEAN[report.lang], classname=name, time="0")
    return suite


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "time": "0"}


def _xml(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold, not even escaped."""
    return _NO_XML.sub("\ufffd", text)
