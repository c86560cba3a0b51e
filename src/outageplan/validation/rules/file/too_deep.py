"""OP009: hostile or mistaken nesting."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP009",
    name="too-deep",
    severity=Severity.ERROR,
    title=Text("嵌套层次过深", "nested too deeply"),
    why=Text(
        "公告的内容只有几层。嵌套这样深，不是括号或缩进出错，就是文件并非公告，硬要读取还可能拖垮电脑。",
        "A notice is only a few levels deep. Nesting like this is a slip of brackets or indentation, or no "
        "notice at all, and to read it could exhaust the computer.",
    ),
    bad=Example(snippet="pools: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[370700]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"),
    good=Example(snippet="pools: [370700]\n"),
)
check = passed_on(RULE.code)
