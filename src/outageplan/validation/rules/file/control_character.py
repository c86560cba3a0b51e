"""OP014: characters that cannot be seen."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP014",
    name="control-character",
    severity=Severity.ERROR,
    title=Text("文件含有控制字符", "the file holds a control character"),
    why=Text(
        "从 Word 或网页粘贴来的控制字符在屏幕上看不见，却会截断标题、打乱打印件，检索也找不到这段文字。",
        "Control characters pasted from Word or a web page cannot be seen on the screen, but they cut titles "
        "off, garble printouts and hide the text from searches.",
    ),
    bad=Example(snippet="title: {zh: 示例市医保系统\x0b停机, en: Stop of an example city's system}\n"),
    good=Example(snippet="title: {zh: 示例市医保系统停机, en: Stop of an example city's system}\n"),
)
check = passed_on(RULE.code)
