"""OP005: anchors (`&name`)."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP005",
    name="anchor",
    severity=Severity.ERROR,
    title=Text("使用了 YAML 锚点", "a YAML anchor is used"),
    why=Text(
        "锚点让一处的内容在别处生效，改一行会连带改动几处，不熟悉 YAML 的复核人员看不出来。",
        "An anchor makes one place take effect in others: changing one line changes several, and a reviewer who "
        "does not know YAML cannot tell.",
    ),
    bad=Example(snippet="pools: &here [370700]\n"),
    good=Example(snippet="pools: [370700]\n"),
)
check = passed_on(RULE.code)
