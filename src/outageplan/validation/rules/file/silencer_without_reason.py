"""OP017: a silencing comment that names no code or gives no reason. The runner finds it, once all rules have spoken."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP017",
    name="silencer-without-reason",
    severity=Severity.ERROR,
    title=Text("放行注释没有写明代码或理由", "a silencing comment lacks a code or a reason"),
    why=Text(
        "没有理由的放行，复核的人无从判断；没有代码的放行会掩盖一切。",
        "Without a reason nobody who reviews the notice can judge it, and without a code it would hide everything.",
    ),
    bad=Example(snippet="pools: [370700]  # outageplan: allow OP306\n"),
    good=Example(snippet="pools: [370700]\n"),
)
check = passed_on(RULE.code)
