"""OP105: starts and ends outside the grammar."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP105",
    name="unreadable-boundary",
    severity=Severity.ERROR,
    title=Text("无法识别的时段起止", "a window's start or end that cannot be read"),
    why=Text(
        "时段的起止读不出来，就答不了此刻能不能结算。预计、暂定、不晚于各有固定写法，读的人才知道可以信到什么程度。",
        "When an end of a window cannot be read, nobody can say whether claims can be settled right now. "
        "Expected, tentative and no later than each have a fixed form, so that readers know how far to trust it.",
    ),
    bad=Example(snippet='windows:\n  stop: {start: 2025-11-21 18:00, end: 预计2025-11-24 08:30, clause: "1"}\n'),
    good=Example(snippet='windows:\n  stop: {start: 2025-11-21 18:00, end: expected 2025-11-24 08:30, clause: "1"}\n'),
)
check = passed_on(RULE.code)
