"""OP013: merge keys (`<<`)."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP013",
    name="merge-key",
    severity=Severity.ERROR,
    title=Text("使用了 YAML 合并键", "a YAML merge key is used"),
    why=Text(
        "合并进来的内容写在别处，又会被本处的键不作声地覆盖，核对时很容易看错停的是哪项业务。",
        "What is merged in stands elsewhere and is overruled here without a word, so that a reviewer easily "
        "mistakes which service is down.",
    ),
    bad=Example(
        snippet=(
            "effects:\n"
            "  everything:\n"
            '    <<: {effect: suspended, clause: "2"}\n'
            "    services: [settlement.local.pharmacy]\n"
        )
    ),
    good=Example(
        snippet='effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: "2"}\n'
    ),
)
check = passed_on(RULE.code)
