"""`outageplan draft`: from the prose of an announcement to a notice file, with what was taken from where."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import LangOption, OutputOption
from outageplan.errors import UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outageplan.drafting import Draft
    from outageplan.render.draft_report import DraftReport
    from outageplan.render.outline_text import Line

STDIN = "-"
_FORMATS = ("yaml", "json")

_File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help=help_text(
            "公告原文（文本、Markdown 或 HTML），- 为标准输入",
            "the announcement (text, Markdown or HTML), - for standard input",
        ),
    ),
]
_Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help=help_text(
            "发布日期，如 2021-11-17；默认取自原文", "day of publication, as 2021-11-17; default: from the text"
        ),
    ),
]
_Pool = Annotated[
    str | None,
    typer.Option(
        "--pool",
        metavar="POOL",
        help=help_text("统筹区代码或名称；默认取自原文", "pool: code or name; default: from the text"),
    ),
]
_Id = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help=help_text("公告编号，默认同输出文件名", "id of the notice")),
]
_Review = Annotated[
    bool,
    typer.Option(
        "--review", help=help_text("在终端上逐条核对不确定之处", "walk through what is unsure, on a terminal")
    ),
]
_Format = Annotated[str, typer.Option("--format", metavar="yaml|json", help=help_text("输出格式", "output format"))]


def draft(
    file: _File,
    published: _Published = None,
    pool: _Pool = None,
    id: _Id = None,
    review: _Review = False,
    lang: LangOption = None,
    format: _Format = "yaml",
    output: OutputOption = None,
) -> None:
    from outageplan.cli.output import write_result
    from outageplan.drafting import draft_notice
    from outageplan.render.draft_json import draft_json

    speak = language(lang)
    if format not in _FORMATS:
        raise UsageError(
            Text(f"--format 只能是 yaml 或 json，不是“{format}”", f"--format is yaml or json, not `{format}`")
        )
    if review:
        _require_terminal(file)
    options = {"published": _day(published), "pool": _pool_code(pool), "id": _notice_id(id, output)}
    name = "announcement" if file == STDIN else Path(file).name
    drafted = draft_notice(_content(file), file=name, **options)  # type: ignore[arg-type]
    if review:
        from outageplan.cli.draft_review import reviewed

        drafted = reviewed(drafted, speak)
    report = _report(drafted, name, speak)
    _tell(report)
    write_result(draft_json(report, drafted.tree, drafted.yaml) if format == "json" else drafted.yaml, output)


draft.__doc__ = help_text(
    "由公告原文起草公告文件：看得懂的写入，看不懂的标出，不编造。取自何处列在标准错误上。",
    "Draft a notice file from an announcement's text: what is understood is taken, the rest marked, nothing invented. "
    "What was taken from where is told on standard error.",
)


def _content(file: str) -> bytes:
    """The bytes of the announcement, one more than is read at the most."""
    from outageplan.drafting.reading import MAX_BYTES
    from outageplan.notice.reading import file_content

    if file == STDIN:
        # Python has no stream where standard input is closed: then there is nothing in it
        return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    return file_content(Path(file))


def _require_terminal(file: str) -> None:
    if file == STDIN or not (sys.stdin and sys.stdin.isatty()):
        raise UsageError(
            Text(
                "--review 需要在终端上逐条回答，原文须来自文件",
                "--review asks on a terminal, so the announcement must come from a file",
            )
        )


def _day(asked: str | None) -> date | None:
    from outageplan.notice.moments import parse_argument, parse_moment

    return parse_argument(asked, parse_moment).day if asked else None


def _pool_code(asked: str | None) -> str | None:
    from outageplan.catalog.pools import pools

    return pools().find(asked).id if asked else None


def _notice_id(asked: str | None, output: str | None) -> str | None:
    """The id asked for, else the output file's name where that can be one."""
    from outageplan.notice.moments import ID

    if asked is None:
        stem = Path(output).stem if output and output.endswith((".yaml", ".yml")) else ""
        return stem if re.fullmatch(ID, stem) and len(stem) <= 80 else None
    if not re.fullmatch(ID, asked) or len(asked) > 80:
        raise UsageError(
            Text(
                f"“{asked}”不能作编号：只用小写字母、数字和单个连字符，如 weifang-2023-12",
                f"`{asked}` cannot be an id: use small letters, digits and single hyphens, as weifang-2023-12",
            )
        )
    return asked


def _report(drafted: Draft, name: str, lang: Lang) -> DraftReport:
    from outageplan.render.draft_report import DraftReport, Left, Taken, ToDo

    return DraftReport(
        file=name,
        taken=tuple(
            Taken(
                kind=item.kind,
                path=".".join(item.path),
                value=item.value,
                words=item.words,
                line=item.line,
                column=item.column,
                sure=item.sure.value,
                because=item.because,
            )
            for item in drafted.items
        ),
        unused=tuple(Left(words=one.words, line=one.line, column=one.column) for one in drafted.unused),
        remarks=tuple(
            ToDo(code=one.code, message=one.message, line=one.line, column=one.column) for one in drafted.remarks
        ),
        amends=drafted.amends,
        lang=lang,
    )


def _tell(report: DraftReport) -> None:
    """The report on standard error: in colour and wrapped on a terminal, else as it is."""
    from outageplan.render.draft_report import draft_lines

    if sys.stderr is None:
        return  # closed: an answer must not be mixed with complaints
    if not sys.stderr.isatty():
        with contextlib.suppress(OSError):
            sys.stderr.writelines(f"{line.plain}\n" for line in draft_lines(report, None))
        return
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        width = 80
    _tell_on_terminal(draft_lines(report, max(40, width)))


def _tell_on_terminal(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text as Styled

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Styled.assemble((line.lead, line.lead_style), (line.body, line.body_style)))
