"""OP010: a file that is too large to be a notice."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.examples import BASE
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP010",
    name="too-large",
    severity=Severity.ERROR,
    title=Text("文件超过 1 MiB", "the file is over 1 MiB"),
    why=Text(
        "公告不过几页。更大的文件多半混入了附件或名单，读起来很慢，要紧的几行也无从核对。",
        "A notice is a few pages long. A larger file has usually swallowed an attachment or a list: it is slow "
        "to read, and the lines that matter cannot be checked.",
    ),
    bad=Example(raw=BASE.encode() + b"# A list of all pharmacies was pasted into the notice.\n" * 20_000),
    good=Example(raw=BASE.encode()),
)
check = passed_on(RULE.code)
