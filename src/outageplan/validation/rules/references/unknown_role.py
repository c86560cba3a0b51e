"""OP203: roles outside the catalog."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP203",
    name="unknown-role",
    severity=Severity.ERROR,
    title=Text("目录里没有的角色", "a role that the catalog does not have"),
    why=Text(
        "每条指引都是写给某些人的。角色不在目录里，参保人员、医院或药店就看不到写给自己的那一条。",
        "Each guidance is written for somebody. When the role is not in the catalog, patients, hospitals or "
        "pharmacies do not see the one that is meant for them.",
    ),
    bad=Example(
        snippet=(
            "guidance:\n"
            "  buy-ahead:\n"
            "    for: [patients]\n"
            "    phase: before\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: stock_up\n"
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
