"""OP204: actions outside the catalog."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP204",
    name="unknown-action",
    severity=Severity.ERROR,
    title=Text("目录里没有的办理方式", "an action that the catalog does not have"),
    why=Text(
        "办理方式不在目录里，该做什么（备药、垫付、补备案）就无法用读者的语言显示，也无法与别的公告对照。",
        "When an action is not in the catalog, what to do (stock up, pay first, file later) cannot be shown in "
        "the reader's language or held against other notices.",
    ),
    bad=Example(
        snippet=(
            "guidance:\n"
            "  claim-later:\n"
            "    for: [insured, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: hand_in_receipts\n"
            "    deadline: 3 months after stop.end\n"
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
