"""`outageplan schema`: the JSON Schema of notice files, for editors."""

from __future__ import annotations

import json

from outageplan.cli.language import help_text
from outageplan.cli.options import OutputOption


def schema(output: OutputOption = None) -> None:
    from outageplan.cli.output import write_result
    from outageplan.notice.schema import notice_schema

    write_result(json.dumps(notice_schema(), ensure_ascii=False, indent=2) + "\n", output)


schema.__doc__ = help_text(
    "打印公告文件的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of notice files, for editors."
)
