"""`outageplan validate`: every problem of every notice file, in the format that a person or a CI job reads."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import AtOption, LangOption, OutputOption
from outageplan.cli.written import require_format
from outageplan.wording import Lang

if TYPE_CHECKING:
    from outageplan.notice.finding import Finding
    from outageplan.render.findings.report import Findings
    from outageplan.validation.runner import Progress, Report, Source
    from outageplan.validation.settings import Settings

STDIN = "-"
_LONG_RUN = 200  # files from which a progress bar is worth its lines

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help=help_text("公告文件或文件夹，- 为标准输入；默认同 check", "notice files or folders, - for standard input"),
        show_default=False,
    ),
]
_StdinName = Annotated[
    str, typer.Option("--stdin-name", metavar="NAME", help=help_text("标准输入的文件名", "file name of standard input"))
]
_Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE", help=help_text("只用这些代码或前缀，可重复", "only these codes or prefixes")
    ),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE", help=help_text("不用这些代码或前缀，可重复", "not these codes or prefixes")
    ),
]
_FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info",
        help=help_text("达到该级别时以 1 退出，默认 error", "exit with 1 from that severity; default: error"),
    ),
]
_Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|json|sarif|github|gitlab|junit|rdjson",
        help=help_text("输出格式", "output format"),
    ),
]


def validate(
    path: _Paths = None,
    stdin_name: _StdinName = STDIN,
    select: _Select = None,
    ignore: _Ignore = None,
    fail_on: _FailOn = None,
    at: AtOption = None,
    lang: LangOption = None,
    format: _Format = "text",
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input
    from outageplan.engine.asking import instant
    from outageplan.render.findings import FORMATS
    from outageplan.validation.rule import Context
    from outageplan.validation.runner import validate as run
    from outageplan.validation.settings import settings_of, settings_table

    speak = language(lang)
    require_format(format, FORMATS)
    settings = settings_of(settings_table(_folder()), select=select, ignore=ignore, fail_on=fail_on)
    context = Context(at=instant(at) if at else input.now())
    sources = list(_sources(path, stdin_name))
    with _progress(len(sources)) as progress:
        report = run(sources, settings, context, progress)
    _print(_findings(report, sources, speak), format, output)
    raise typer.Exit(_exit_code(report, settings))


validate.__doc__ = help_text(
    "校验公告文件：列出每个问题的文件、行、列、键和改法。",
    "Check notice files: every problem with file, line, column, and what to write instead.",
)


def _folder() -> Path:
    """The current folder; where it has been removed, the topmost."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


def _sources(paths: list[str] | None, stdin_name: str) -> Iterator[Source | Finding]:
    from outageplan.cli.input import notice_paths
    from outageplan.notice.document import MAX_BYTES
    from outageplan.notice.library import packaged_notices
    from outageplan.validation.runner import Source, sources_in

    named = notice_paths(paths) or [str(packaged_notices())]
    if STDIN in named:
        # Python has no stream where standard input is closed: then there is nothing in it
        yield Source(file=stdin_name, content=sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b"")
    yield from sources_in(one for one in named if one != STDIN)


def _findings(report: Report, sources: list[Source | Finding], lang: Lang) -> Findings:
    """What the formats need: the findings, the pages of the rules, and the lines of the files concerned."""
    from outageplan import __version__
    from outageplan.render.findings.report import Findings, RuleCard
    from outageplan.validation.rule import checks
    from outageplan.validation.runner import Source

    files = {one.file: one for one in sources if isinstance(one, Source)}
    return Findings(
        findings=report.findings,
        files=report.files,
        readable=report.readable,
        sites=report.sites,
        lang=lang,
        rules=tuple(
            RuleCard(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                title=rule.title,
                why=rule.why,
                link=f"docs/rules/{rule.code}.md",
            )
            for rule in (check.rule for check in checks())
        ),
        version=__version__,
        sources=_Texts(files),
    )


class _Texts(Mapping[str, str]):
    """The text of each file by name, read when it is asked for: ten thousand of them need not be held at once."""

    def __init__(self, files: Mapping[str, Source]) -> None:
        self._files = files

    def __getitem__(self, file: str) -> str:
        from outageplan.errors import UnreadableError

        try:
            return self._files[file].read().decode("utf-8", "replace")
        except UnreadableError:
            return ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _print(findings: Findings, format: str, file: str | None) -> None:
    from outageplan.cli.output import print_lines, terminal_width, write_result
    from outageplan.render.findings import FORMATS

    if format != "text":
        write_result(FORMATS[format](findings), file)
        return
    from outageplan.render.findings.as_text import lines

    if file is None:
        print_lines(lines(findings, terminal_width()))
    else:
        write_result("".join(f"{line.plain}\n" for line in lines(findings, None)), file)


def _exit_code(report: Report, settings: Settings) -> int:
    if report.unreadable():
        return 3
    return int(any(settings.fails(finding.severity) for finding in report.findings))


@contextmanager
def _progress(count: int) -> Iterator[Progress | None]:
    """A progress bar on standard error, for a long run on a terminal only."""
    if count < _LONG_RUN or not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    # drawn by us, not by a thread: a process that parts from one with threads may wait for their locks for ever
    with Bar(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("validate", total=count)
        yield lambda done, total: bar.update(task, completed=done, total=total, refresh=True)
