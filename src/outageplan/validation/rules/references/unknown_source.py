"""OP208: sources that are referred to and not there."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP208",
    name="unknown-source",
    severity=Severity.ERROR,
    title=Text("所指的来源不存在", "a source that is not in the notice"),
    why=Text(
        "来源对不上，就没有人能回到原文核对这一条，有争议时也拿不出依据。",
        "When the source cannot be found, nobody can hold the line against the announcement, and in a dispute "
        "there is nothing to point to.",
    ),
    bad=Example(
        snippet=(
            "effects:\n"
            "  everything:\n"
            "    services: [settlement.local.pharmacy]\n"
            "    effect: suspended\n"
            "    source: web-page\n"
            '    clause: "2"\n'
        )
    ),
    good=Example(
        snippet=(
            "effects:\n"
            "  everything:\n"
            "    services: [settlement.local.pharmacy]\n"
            "    effect: suspended\n"
            "    source: announcement\n"
            '    clause: "2"\n'
        )
    ),
)
check = passed_on(RULE.code)
