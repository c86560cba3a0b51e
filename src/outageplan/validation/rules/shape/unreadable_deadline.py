"""OP106: deadlines outside the grammar."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP106",
    name="unreadable-deadline",
    severity=Severity.ERROR,
    title=Text("无法识别的期限", "a deadline that cannot be read"),
    why=Text(
        "期限读不出来，就无法提醒。错过补备案、补申报的期限，参保人员可能要自己承担费用。",
        "Nobody can be reminded of a deadline that cannot be read, and people who miss the day for filing or "
        "claiming afterwards may have to bear the cost themselves.",
    ),
    bad=Example(
        snippet=(
            "guidance:\n"
            "  claim-later:\n"
            "    for: [insured, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: manual_claim\n"
            "    deadline: 恢复后3个月内\n"
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
