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
            "  buy-ahead:\n"
            "    for: [insured]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: stock_up\n"
            "    deadline: 停机前1天\n"
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
            "    deadline: 1 day before stop.start\n"
            "    say: {zh: 请提前备足药品。, en: Buy your medicines in time.}\n"
            '    clause: "3"\n'
        )
    ),
)
check = passed_on(RULE.code)
