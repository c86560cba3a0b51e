"""OP103: a value of the wrong shape."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP103",
    name="wrong-type",
    severity=Severity.ERROR,
    title=Text("列表、映射和文字用错了地方", "a list, a mapping or a text stands in place of another"),
    why=Text(
        "该写列表的地方写成一段文字，几个统筹区或几项业务就会被读成一个谁也不认识的名字，涉及的人得不到通知。",
        "A text in place of a list turns several pools or services into one name that nobody knows, and the "
        "people concerned are not told.",
    ),
    bad=Example(snippet="pools: 370700, 370300\n"),
    good=Example(snippet="pools: [370700, 370300]\n"),
)
check = passed_on(RULE.code)
