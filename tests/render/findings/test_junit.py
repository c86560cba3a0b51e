"""JUnit XML, against the content model of Jenkins' junit-10.xsd, written out here."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from outageplan.render.findings import Findings
from outageplan.render.findings.as_junit import render

from .cases import EMPTY, finding, hostile_reports, many, report

ALLOWED = {
    "testsuites": ({"testsuite"}, {"name", "time", "tests", "failures", "errors"}),
    "testsuite": ({"testcase"}, {"name", "tests", "failures", "errors", "time"}),
    "testcase": ({"failure", "system-out"}, {"name", "time", "classname"}),
    "failure": (set(), {"type", "message"}),
    "system-out": (set(), set()),
}


def read(one: Findings) -> ElementTree.Element:
    root = ElementTree.fromstring(render(one).encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        children, attributes = ALLOWED[element.tag]
        assert {child.tag for child in element} <= children
        assert set(element.attrib) == attributes
    for suite in (root, *root):
        assert suite.get("tests") == str(len(list(suite.iter("testcase"))))
        assert suite.get("failures") == str(len(list(suite.iter("failure"))))
        assert suite.get("errors") == "0"
    return root


@pytest.mark.parametrize("one", [report(), report(lang="en"), EMPTY, many(50), *hostile_reports()])
def test_valid_with_right_counts(one: Findings) -> None:
    root = read(one)
    assert len(root) == len({*one.sources, *(found.file for found in one.findings)})


def test_errors_and_warnings_fail_remarks_and_clean_files_pass() -> None:
    first, clean, tab = read(report())
    assert [case.findtext("failure", "").partition(" OP")[0] for case in first] == [
        "notices/合肥.yaml:3:47: error",
        "notices/合肥.yaml:5:3: warning",
    ]
    assert [(case.get("name"), len(case)) for case in clean] == [("未发现问题", 0)]
    assert tab[0].findtext("system-out") == "notices/tab.yaml:1:6: info OP900 tabbed: 行内有制表符"


def test_a_file_that_could_not_be_read_has_a_suite_too() -> None:
    assert [suite.get("name") for suite in read(report([finding(file="gone")], sources={"a": ""}))] == ["a", "gone"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    root = read(report([finding("a\ufffeb\x00c\x1bd]]><x>&\ud800")], sources={}))
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == r"a" + "\ufffd" + r"b\x00c\x1bd]]><x>&\ud800"
