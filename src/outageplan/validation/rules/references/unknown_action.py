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
            "  buy-ahead:\n"
            "    for: [insured]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: buy_more\n"
            "    deadline: 2025-11-21 17:00\n"
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
