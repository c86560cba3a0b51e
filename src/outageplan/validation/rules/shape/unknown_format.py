"""OP107: another version of the format."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP107",
    name="unknown-format",
    severity=Severity.ERROR,
    title=Text("不认识的格式版本", "an unknown version of the format"),
    why=Text(
        "同一个词在不同版本里可能有不同的含义。按错误的版本去读，停办会被当成照常办理。",
        "The same word may mean something else in another version. Read by the wrong one, a service that stops "
        "could be taken to be up.",
    ),
    bad=Example(snippet="format: outageplan/9\n"),
    good=Example(snippet="format: outageplan/1\n"),
)
check = passed_on(RULE.code)
