"""OP015: a file that cannot be opened. The runner finds it, where there is nothing to read."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.examples import BASE
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP015",
    name="unreadable",
    severity=Severity.ERROR,
    title=Text("文件无法打开", "the file cannot be opened"),
    why=Text(
        "没有读到的公告等于没有公告：定点机构和参保人员会照常前来办理。常见的原因是链接失效，或者没有读取权限。",
        "A notice that was not read is as good as none: hospitals, pharmacies and patients come as usual. Most "
        "often a link leads nowhere or a permission is missing.",
    ),
    bad=Example(raw=b"# This file cannot be opened, such as a link whose target is gone; no text can show it.\n"),
    good=Example(raw=BASE.encode()),
)
check = passed_on(RULE.code)
