"""OP101: keys that the format does not have."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP101",
    name="unknown-key",
    severity=Severity.ERROR,
    title=Text("不认识的键", "an unknown key"),
    why=Text(
        "键名写错一个字母，这一行就等于没写，例如期限到了却没有人提醒。",
        "With one letter wrong in a key its line counts for nothing: nobody is reminded of a deadline, for example.",
    ),
    bad=Example(
        snippet=(
            "guidance:\n"
            "  claim-later:\n"
            "    for: [insured, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: manual_claim\n"
            "    dead-line: 3 months after stop.end\n"
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
