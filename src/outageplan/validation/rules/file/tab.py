"""OP002: indentation with tabs."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP002",
    name="tab",
    severity=Severity.ERROR,
    title=Text("用制表符缩进", "a tab is used to indent"),
    why=Text(
        "各种编辑器里制表符的宽度不同，看上去对齐的一行，可能属于另一个时段。",
        "Editors show tabs in different widths: a line that looks as if it belonged to one window may belong to "
        "another.",
    ),
    bad=Example(snippet='windows:\n\tstop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: "1"}\n'),
    good=Example(snippet='windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: "1"}\n'),
)
check = passed_on(RULE.code)
