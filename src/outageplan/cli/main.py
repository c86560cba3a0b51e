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
from outageplan.cli.commands import Commands
from outageplan.cli.language import help_text, locale_language
from outageplan.cli.output import complain, prepare_streams
from outageplan.errors import OutageplanError, ReaderGoneError
from outageplan.wording import Lang, Text

_CommandLineError: Any = typer.BadParameter.__bases__[0]  # what Typer raises for any misuse of a command line

app = typer.Typer(
    name="outageplan",
    cls=Commands,
    help=help_text(
        "医保信息系统停机查询：哪些业务停、怎么办、何时截止。",
        "Planned outages of Chinese medical-insurance systems: what is down, what to do instead, by when.",
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


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
    gc.freeze()  # the process ends and takes it all along: that Python looks for garbage once more costs 25 ms
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
