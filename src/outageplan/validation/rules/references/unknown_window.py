"""OP205: windows that are referred to and not there."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP205",
    name="unknown-window",
    severity=Severity.ERROR,
    title=Text("所指的时段不存在", "a window that is not in the notice"),
    why=Text(
        "指向不存在的时段，影响和指引就没有了时间，期限也无从算起。多半是时段改了名，有一处漏改。",
        "What points to a window that is not there has no time, and a deadline has nothing to count from. Most "
        "often a window was renamed and one place forgotten.",
    ),
    bad=Example(
        snippet=(
            "guidance:\n"
            "  claim-later:\n"
            "    for: [insured, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: manual_claim\n"
            "    deadline: 3 months after cut-over.end\n"
            "    say: {zh: 恢复后3个月内凭票据报销。, en: Claim within 3 months after the return.}\n"
            '    clause: "4"\n'
        )
    ),
    good=Example(
        snippet=(
            "guidance:\n"
            "  claim-later:\n"
            "    for: [insured, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: manual_claim\n"
            "    deadline: 3 months after stop.end\n"
            "    say: {zh: 恢复后3个月内凭票据报销。, en: Claim within 3 months after the return.}\n"
            '    clause: "4"\n'
        )
    ),
)
check = passed_on(RULE.code)
