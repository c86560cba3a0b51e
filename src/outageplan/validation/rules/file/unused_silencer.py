"""OP016: a silencing comment that silences nothing. The runner finds it, once all rules have spoken."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP016",
    name="unused-silencer",
    severity=Severity.WARNING,
    title=Text("放行注释没有对应的问题", "a silencing comment silences nothing"),
    why=Text(
        "问题已经改掉而注释还在，日后同一行再出错就不会被报告。",
        "The problem is gone and the comment is still there: when the line goes wrong again, nobody is told.",
    ),
    bad=Example(snippet="pools: [370700]  # outageplan: allow OP306: 公告未写几点\n"),
    good=Example(snippet="pools: [370700]\n"),
)
check = passed_on(RULE.code)
