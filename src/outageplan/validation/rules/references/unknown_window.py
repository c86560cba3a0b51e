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
            "  buy-ahead:\n"
            "    for: [insured]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: stock_up\n"
            "    deadline: 1 day before cut-over.start\n"
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
