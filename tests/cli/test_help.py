"""The help texts name every option and argument, in the language of the locale."""

from __future__ import annotations

from typing import cast

import pytest
import typer

import outageplan
from outageplan.cli import main

from .running import Result, run, run_apart

SHARED = ["--at", "--known-at", "--insured-at", "--treated-at", "--role", "--service", "--notices"]
OPTIONS = {
    "check": [*SHARED, "--all", "--why", "--exit-code", "--lang", "--format", "--output", "NOTICE"],
    "validate": ["--at", "--lang", "--format", "--output", "PATH"],
    "catalog": ["--lang", "--format", "--output", "WORDS", "services|pools|roles|actions"],
}
COMMANDS = cast("typer.core.TyperGroup", typer.main.get_command(main.app)).commands


@pytest.mark.parametrize("command", OPTIONS)
def test_the_help_of_a_command_names_its_options(command: str) -> None:
    result = run(command, "--help")
    assert (result.code, result.err) == (0, "")
    assert [option for option in OPTIONS[command] if option not in result.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_goes_without_help(command: str) -> None:
    """Also those of commands that this file does not list."""
    text = run(command, "--help").out
    for parameter in COMMANDS[command].params:
        if parameter.param_type_name == "option":
            assert all(option in text for option in parameter.opts)
            assert getattr(parameter, "help", None)


def test_the_help_of_check_tells_formats_defaults_and_variables() -> None:
    text = " ".join(run("check", "--help").out.split())
    for told in ("text|json|markdown", "zh|en", "default: now", "default: from the locale", "OUTAGEPLAN_NOTICES"):
        assert told in text
    for name in ("INSURED_AT", "TREATED_AT", "ROLE"):
        assert f"[env var: OUTAGEPLAN_{name}]" in text


@pytest.mark.parametrize("option", ["--help", None], ids=["asked", "alone"])
def test_the_program_lists_its_commands(option: str | None) -> None:
    result = run(option) if option else run()
    assert result.code == (0 if option else 2)
    text = result.out + result.err
    assert text.splitlines()[0].endswith("outageplan [OPTIONS] COMMAND [ARGS]...")
    for command in COMMANDS:
        assert f"\n  {command} " in text
    assert "--version" in text


@pytest.mark.parametrize(
    ("locale", "told"),
    [("zh_CN.UTF-8", "查询时点，如 2021-11-20 10:00，默认现在"), ("C.UTF-8", "the moment asked about")],
)
def test_help_speaks_the_language_of_the_locale(locale: str, told: str) -> None:
    result = run_apart("check", "--help", env={"LC_ALL": locale})
    assert (result.code, result.err) == (0, "")
    assert told in result.out


def test_the_version() -> None:
    assert run("--version") == Result(0, f"outageplan {outageplan.__version__}\n", "")


def test_as_a_module() -> None:
    assert run_apart("--version") == Result(0, f"outageplan {outageplan.__version__}\n", "")
