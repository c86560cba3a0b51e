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
            "  buy-ahead:\n"
            "    for: [insured]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: stock_up\n"
            "    dead-line: 2025-11-21 17:00\n"
            "    say: {zh: 请提前备足药品。, en: Buy your medicines in time.}\n"
            '    clause: "3"\n'
        )
    ),
    good=Example(
        snippet=(
            "guidance:\n"
            "  buy-ahead:\n"
            "    for: [insured]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: stock_up\n"
            "    deadline: 2025-11-21 17:00\n"
            "    say: {zh: 请提前备足药品。, en: Buy your medicines in time.}\n"
            '    clause: "3"\n'
        )
    ),
)
check = passed_on(RULE.code)
