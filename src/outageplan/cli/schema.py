"""`outageplan schema`: the JSON Schema of notice or site files, for editors."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from outageplan.cli.language import help_text
from outageplan.cli.options import OutputOption
from outageplan.errors import UsageError
from outageplan.wording import Text

_Kind = Annotated[
    str,
    typer.Option("--kind", metavar="notice|site", help=help_text("哪种文件的", "of which kind of file")),
]


def schema(kind: _Kind = "notice", output: OutputOption = None) -> None:
    from outageplan.cli.output import write_result
    from outageplan.notice.schema import notice_schema
    from outageplan.notice.site_schema import site_schema

    kinds = {"notice": notice_schema, "site": site_schema}
    if kind not in kinds:
        raise UsageError(Text(f"--kind 只能是 notice 或 site，不是“{kind}”", f"--kind is notice or site, not `{kind}`"))
    write_result(json.dumps(kinds[kind](), ensure_ascii=False, indent=2) + "\n", output)


schema.__doc__ = help_text(
    "打印公告文件或机构文件的 JSON Schema，供编辑器补全和检查。",
    "Print the JSON Schema of notice or site files, for editors.",
)
