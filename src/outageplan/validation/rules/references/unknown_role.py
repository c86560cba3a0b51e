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
            "  claim-later:\n"
            "    for: [patients, pharmacy]\n"
            "    phase: after\n"
            "    services: [settlement.local.pharmacy]\n"
            "    action: manual_claim\n"
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
