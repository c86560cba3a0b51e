"""`outageplan validate`: whether notice files can be read, and everything that is wrong with them."""

from __future__ import annotations

from typing import Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import LangOption

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help=help_text("公告文件或文件夹；默认同 check", "notice files or folders; the same default as check"),
        show_default=False,
    ),
]


def validate(path: _Paths = None, lang: LangOption = None) -> None:
    from outageplan.cli import input
    from outageplan.cli.output import complain, write_result
    from outageplan.render.findings_text import finding_line
    from outageplan.wording import Text

    speak = language(lang)
    library = input.notice_library(path)
    write_result("".join(f"{finding_line(one, speak)}\n" for one in library.findings), None)
    read, found = len(library.notices), len(library.findings)
    count = Text(f"{read} 份公告可用，{found} 个问题", f"{read} notices can be read, {found} problems found")
    complain(count[speak])
    if any(finding.rule == "unreadable" for finding in library.findings):
        raise typer.Exit(3)
    if library.findings:
        raise typer.Exit(1)


validate.__doc__ = help_text(
    "校验公告文件：列出每个问题的文件、行、列、键和改法。",
    "Check notice files: every problem with file, line, column, and what to write instead.",
)
