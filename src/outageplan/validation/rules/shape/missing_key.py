"""OP102: keys that must be there."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP102",
    name="missing-key",
    severity=Severity.ERROR,
    title=Text("缺少必填的键", "a required key is missing"),
    why=Text(
        "缺了这一项，就说不清何时停、停什么、涉及谁。确实未定的，请照实写明（如 `to be announced`），不要空缺。",
        "Without it nobody can tell when something stops, what stops or whom it concerns. What is not known yet "
        "is written as such (`to be announced`), not left out.",
    ),
    bad=Example(snippet='windows:\n  stop: {start: 2025-11-21 18:00, clause: "1"}\n'),
    good=Example(snippet='windows:\n  stop: {start: 2025-11-21 18:00, end: to be announced, clause: "1"}\n'),
)
check = passed_on(RULE.code)
