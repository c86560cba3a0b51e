"""OP007: tags (`!name`)."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP007",
    name="tag",
    severity=Severity.ERROR,
    title=Text("使用了 YAML 标签", "a YAML tag is used"),
    why=Text(
        "标签会让同样的文字被读成别的东西，例如把日期读成另一个时区的时刻。公告里的值一律照所写的读取。",
        "A tag makes the same words be read as something else, such as a date as a moment in another time zone. "
        "All values in a notice are read as they are written.",
    ),
    bad=Example(snippet="published: !!timestamp 2025-11-07\n"),
    good=Example(snippet="published: 2025-11-07\n"),
)
check = passed_on(RULE.code)
