"""OP111: a rule of repetition outside the grammar."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

_SNIPPET = """\
windows:
  stop: {{start: 2025-11-29 18:00, end: 2025-11-30 06:00, repeat: {}, clause: "1"}}
guidance:
  pay-first:
    for: [insured, pharmacy]
    phase: during
    services: [settlement.local.pharmacy]
    action: prepay_full
    say: {{zh: 先全额垫付，保留票据。, en: Pay in full and keep the receipt.}}
    clause: "4"
"""
RULE = Rule(
    code="OP111",
    name="unreadable-repeat",
    severity=Severity.ERROR,
    title=Text("无法识别的重复规则", "a rule of repetition that cannot be read"),
    why=Text(
        "每月月末、每晚的停机只写一次，其余各次由 `repeat` 推算；规则读不出来，就不知道下一次何时停。",
        "A stop at every month's end, or every night, is written once, and `repeat` gives the others. When the rule "
        "cannot be read, nobody knows when the next one comes.",
    ),
    bad=Example(snippet=_SNIPPET.format("weekly")),
    good=Example(snippet=_SNIPPET.format("FREQ=WEEKLY;BYDAY=SA")),
)
check = passed_on(RULE.code)
