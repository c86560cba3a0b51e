"""OP108: values outside the choice."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP108",
    name="wrong-value",
    severity=Severity.ERROR,
    title=Text("值不在可选之列，或写法不对", "a value that is not one of those allowed, or is written wrongly"),
    why=Text(
        "状态、影响、编号和电话都有固定的写法。自造的说法各人理解不同，号码写错了就打不通。",
        "States, effects, ids and telephone numbers have fixed forms. Everybody understands a home-made word "
        "differently, and a number that is written wrongly reaches nobody.",
    ),
    bad=Example(snippet="status: final\n"),
    good=Example(snippet="status: confirmed\n"),
)
check = passed_on(RULE.code)
