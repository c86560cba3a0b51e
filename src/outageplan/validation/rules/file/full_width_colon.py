"""OP011: `：` in place of `: `."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP011",
    name="full-width-colon",
    severity=Severity.ERROR,
    title=Text("键后面用了全角冒号", "a full-width colon follows a key"),
    why=Text(
        "中文输入法打出的“：”看上去是冒号，YAML 却不认，这一行和它下面的内容都读不进去。",
        "The `：` of a Chinese keyboard looks like a colon and is none in YAML, so that neither its line nor "
        "what stands below is read.",
    ),
    bad=Example(snippet="status：confirmed\n", without=("status",)),
    good=Example(snippet="status: confirmed\n"),
)
check = passed_on(RULE.code)
