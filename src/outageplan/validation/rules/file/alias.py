"""OP006: aliases (`*name`)."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP006",
    name="alias",
    severity=Severity.ERROR,
    title=Text("使用了 YAML 别名", "a YAML alias is used"),
    why=Text(
        "写别名的地方看不到真正的时间和业务，逐行核对公告的人要翻到别处，才知道写的是什么。",
        "Where an alias stands, the real time or service cannot be seen: whoever holds the notice against the "
        "announcement line by line has to look for it elsewhere.",
    ),
    bad=Example(snippet='effects:\n  everything: {services: *medicines, effect: suspended, clause: "2"}\n'),
    good=Example(
        snippet='effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}\n'
    ),
)
check = passed_on(RULE.code)
