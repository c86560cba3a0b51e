"""OP008: more than one document in a file."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP008",
    name="second-document",
    severity=Severity.ERROR,
    title=Text("一个文件里有两个 YAML 文档", "the file holds a second document"),
    why=Text(
        "一个文件里写两份公告，后一份常被漏看。每份公告应有自己的文件和编号。",
        "When one file holds two notices the second is easily overlooked. Each notice has a file and an id of its own.",
    ),
    bad=Example(snippet="---\nsecond: another notice\n"),
    good=Example(snippet="status: confirmed\n"),
)
check = passed_on(RULE.code)
