"""`outageplan history`: what changed of a notice, when, by which file, and which deadlines moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import KnownAtOption, LangOption, NoticesOption, OutputOption
from outageplan.cli.written import require_format, write_outlines
from outageplan.wording import Lang

if TYPE_CHECKING:
    from outageplan.engine.history import History
    from outageplan.notice.library import Library

FORMATS = ("text", "markdown", "json")

_Id = Annotated[
    str,
    typer.Argument(metavar="NOTICE", help=help_text("公告编号，或其变更公告的编号", "id of a notice or an amendment")),
]
_Format = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), help=help_text("输出格式", "output format"))
]


def history(
    notice: _Id,
    notices: NoticesOption = None,
    known_at: KnownAtOption = None,
    lang: LangOption = None,
    format: _Format = "text",
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.naming import named_notices
    from outageplan.cli.output import complain
    from outageplan.engine.asking import instant
    from outageplan.engine.history import history as history_of
    from outageplan.engine.knowledge import known_at as known

    speak = language(lang)
    require_format(format, FORMATS)
    library = input.told_library(notices, speak)
    moment = None if known_at is None else instant(known_at)
    (id,), hints = named_notices(library, [notice], moment)
    complain(*(hint[speak] for hint in hints))
    standing = known(next(one for one in library.notices if one.id == id), moment)
    assert standing is not None, "what is not known is no notice to name"
    _print(history_of(standing, moment), library, format, speak, output)
    if library.findings:
        raise typer.Exit(3)


history.__doc__ = help_text(
    "公告的变更经过：何时、哪份文件、哪一条改了什么，哪些截止时间随之变动。",
    "What changed of a notice, when, by which file and clause, and which deadlines moved.",
)


def _print(found: History, library: Library, format: str, lang: Lang, file: str | None) -> None:
    from outageplan.cli.output import write_result

    if format == "json":
        from outageplan.render.history_json import history_json

        write_result(history_json(found, library.findings), file)
        return
    from outageplan.render.history_outline import history_outline

    write_outlines([history_outline(found, lang)], format, file)
