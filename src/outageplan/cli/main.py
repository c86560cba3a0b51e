"""The program: its commands, and how any error ends, with one message and the right exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Any

# Typer brings pydantic, which would look through every installed package for plug-ins: 15 ms at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from outageplan import __version__
from outageplan.cli.board import board
from outageplan.cli.calendar import calendar
from outageplan.cli.catalog import catalog
from outageplan.cli.check import check
from outageplan.cli.checklist import checklist
from outageplan.cli.draft import draft
from outageplan.cli.explain import explain
from outageplan.cli.history import history
from outageplan.cli.impact import impact
from outageplan.cli.language import help_text, locale_language
from outageplan.cli.output import complain, prepare_streams
from outageplan.cli.schema import schema
from outageplan.cli.site import app as site
from outageplan.cli.timeline import timeline
from outageplan.cli.validate import validate
from outageplan.errors import OutageplanError, ReaderGoneError
from outageplan.wording import Lang, Text

_CommandLineError: Any = typer.BadParameter.__bases__[0]  # what Typer raises for any misuse of a command line

app = typer.Typer(
    name="outageplan",
    help=help_text(
        "医保信息系统停机查询：哪些业务停、怎么办、何时截止。",
        "Planned outages of Chinese medical-insurance systems: what is down, what to do instead, by when.",
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command(short_help=help_text("查询停机、办理指引和截止时间", "What is down, what to do, by when"))(check)
app.command(short_help=help_text("可打印的办理清单", "A sheet to print: before, during, after"))(checklist)
app.command(short_help=help_text("公告的变更经过", "What changed of a notice, and when"))(history)
app.command(short_help=help_text("停机和期限的日历文件", "Outages and deadlines for your calendar"))(calendar)
app.command(short_help=help_text("停机时间线", "Windows drawn to scale"))(timeline)
app.command(short_help=help_text("静态网站", "A static site of notices"))(board)
app.command(short_help=help_text("测算积压多少笔、补办多久", "What a stop defers, and what it takes to clear"))(impact)
app.command(short_help=help_text("校验公告文件", "Check notice files"))(validate)
app.command(short_help=help_text("由公告原文起草公告文件", "Draft a notice file from an announcement"))(draft)
app.command(short_help=help_text("说明一条规则", "Explain a rule"))(explain)
app.command(short_help=help_text("打印公告或机构文件的 JSON Schema", "Print the JSON Schema of notice or site files"))(
    schema
)
app.command(short_help=help_text("查找业务、统筹区、角色、办理方式", "Search services, pools, roles, actions"))(catalog)
app.add_typer(site, name="site", short_help=help_text("机构文件", "Site files: who and where you are"))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"outageplan {__version__}")
        raise typer.Exit


_Version = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help=help_text("显示版本", "print the version")),
]


@app.callback()
def _options(version: _Version = False) -> None: ...


def run() -> None:
    """Runs the program and exits: 0 fine, 1 it is so, 2 wrong usage, 3 input that cannot be read."""
    prepare_streams()
    gc.set_threshold(100_000, 20, 20)  # what is read stays until the end: looking for garbage in it finds none
    try:
        code = app(standalone_mode=False, prog_name="outageplan")
    except OutageplanError as error:
        _complain(error.message[_spoken()])
        code = error.exit_code
    except _CommandLineError as error:
        code = _misused(error)
    except ReaderGoneError:
        code = 0
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    sys.exit(code or 0)


def _misused(error: typer.BadParameter) -> int:
    """Tells what is wrong with a command line; without any command, prints the help."""
    message = error.format_message()
    if error.ctx is not None and message == error.ctx.get_help():
        error.show()
        return error.exit_code
    if error.ctx is not None:
        complain(*error.ctx.get_usage().splitlines())
    _complain(message)
    return error.exit_code


def _complain(message: str) -> None:
    complain(f"{Text('错误', 'error')[_spoken()]}: {message}")


def _spoken() -> Lang:
    """The language of error messages, before or while options are read."""
    asked = " ".join(sys.argv[1:]).replace("--lang=", "--lang ")
    if "--lang zh" in asked:
        return "zh"
    return "en" if "--lang en" in asked else locale_language()
