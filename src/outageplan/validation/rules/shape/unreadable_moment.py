"""OP104: moments outside the grammar."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP104",
    name="unreadable-moment",
    severity=Severity.ERROR,
    title=Text("无法识别的时间", "a moment that cannot be read"),
    why=Text(
        "“11月7日下午”人能看懂，却无法与别的时间比较，也算不出期限，哪份公告在后只好靠猜。",
        "People understand `7 November, afternoon`, but it cannot be compared with other times or counted from, "
        "and which of two notices is the later one is left to guessing.",
    ),
    bad=Example(snippet="published: 2025年11月7日\n"),
    good=Example(snippet="published: 2025-11-07\n"),
)
check = passed_on(RULE.code)
