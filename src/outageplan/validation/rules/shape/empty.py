"""OP109: texts and lists without content."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP109",
    name="empty",
    severity=Severity.ERROR,
    title=Text("内容为空", "something is empty"),
    why=Text(
        "空着的一项看上去已经填过，读的人却得不到任何说明。不适用的项请整项删去。",
        "An empty entry looks as if it had been filled in and tells people nothing. What does not apply is left "
        "out altogether.",
    ),
    bad=Example(snippet='effects:\n  everything: {services: [], effect: suspended, clause: "2"}\n'),
    good=Example(
        snippet='effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}\n'
    ),
)
check = passed_on(RULE.code)
