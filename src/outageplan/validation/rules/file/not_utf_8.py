"""OP001: a file in another encoding."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.examples import BASE
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP001",
    name="not-utf-8",
    severity=Severity.ERROR,
    title=Text("文件不是 UTF-8 编码", "the file is not UTF-8"),
    why=Text(
        "用 GBK（记事本称为 ANSI）保存的文件，换一台电脑打开就成了乱码，医院名称和时间都无法辨认，整份公告也不被采用。",
        "A file saved as GBK, which Notepad calls ANSI, turns to gibberish on the next computer: names of "
        "hospitals and times cannot be made out, and the whole notice is left out.",
    ),
    bad=Example(raw=BASE.encode("gb18030")),
    good=Example(raw=BASE.encode()),
)
check = passed_on(RULE.code)
