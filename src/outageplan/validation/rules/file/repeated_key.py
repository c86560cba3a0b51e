"""OP004: one key twice in one mapping."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP004",
    name="repeated-key",
    severity=Severity.ERROR,
    title=Text("同一个键写了两次", "a key is written twice"),
    why=Text(
        "同一个键写两次，多数软件不作声地只取后一个，先写的时间或业务就丢了。",
        "Most software silently keeps the last of two equal keys, and a time or a service that was written first "
        "is lost.",
    ),
    bad=Example(snippet="status: confirmed\nstatus: tentative\n"),
    good=Example(snippet="status: tentative\n"),
)
check = passed_on(RULE.code)
