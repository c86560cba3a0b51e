"""OP209: an amendment that removes what its notice does not have."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

_AMENDMENT = """\
id: example-2025-11-change
amends: example-2025-11
published: 2025-11-18
guidance:
  PART: null
"""
_WITHOUT = ("status", "title", "issuer", "pools", "sources", "windows", "effects", "contacts")

RULE = Rule(
    code="OP209",
    name="unknown-part",
    severity=Severity.ERROR,
    title=Text("要删除的内容不在原公告中", "what is to be removed is not in the notice"),
    why=Text(
        "变更公告以 `null` 删除原公告的一项，名称写错就删不到，作废的指引或时段会继续对外答复。",
        "An amendment removes a part of its notice with `null`. When the name is wrong nothing is removed, and a "
        "guidance or window that was withdrawn goes on being told.",
    ),
    bad=Example(snippet=_AMENDMENT.replace("PART", "buy-early"), without=_WITHOUT, others={"example-2025-11.yaml": ""}),
    good=Example(
        snippet=_AMENDMENT.replace("PART", "buy-ahead"), without=_WITHOUT, others={"example-2025-11.yaml": ""}
    ),
)
check = passed_on(RULE.code)
