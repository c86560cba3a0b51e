"""OP201: services outside the catalog."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP201",
    name="unknown-service",
    severity=Severity.ERROR,
    title=Text("目录里没有的业务", "a service that the catalog does not have"),
    why=Text(
        "目录里没有的业务无从查询，停了也显示不出来，参保人员会白跑一趟。",
        "Nobody can ask about a service that is not in the catalog: its stop does not show, and people make the "
        "trip for nothing.",
    ),
    bad=Example(
        snippet='effects:\n  everything: {services: [settlement.local.drugstore], effect: suspended, clause: "2"}\n'
    ),
    good=Example(
        snippet='effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}\n'
    ),
)
check = passed_on(RULE.code)
