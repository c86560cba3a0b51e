"""OP003: what is no YAML at all."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP003",
    name="syntax",
    severity=Severity.ERROR,
    title=Text("文件不是有效的 YAML", "the file is not valid YAML"),
    why=Text(
        "标点或缩进差一个字符，整份公告就无法读取，窗口和热线查不到这次停机。",
        "One wrong character of punctuation or indentation keeps the whole notice from being read: counters and "
        "hotlines do not see the outage at all.",
    ),
    bad=Example(snippet="title: 通知: 示例市医保系统停机\n"),
    good=Example(snippet='title: {zh: "通知: 示例市医保系统停机", en: "Notice: stop of an example city\'s system"}\n'),
)
check = passed_on(RULE.code)
