"""On a terminal: colour, lines that fit, and nothing told by colour alone. In a pipe: neither colour nor wrapping."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from .hostile import uncoloured
from .invented import DURING, EXAMPLES, NOTICES
from .running import run, run_apart, run_on_terminal

ASKED = ("check", "stop", "--notices", EXAMPLES, "--at", DURING)
COLOUR = re.compile(r"\x1b\[(?:[0-9]*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]*)*m")


def whole(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_a_terminal_gets_colour_and_its_own_width(lang: str, width: int) -> None:
    result = run_on_terminal(*ASKED, "--lang", lang, width=width)
    assert result.code == 0
    assert COLOUR.search(result.out)
    assert [line.rstrip() for line in uncoloured(result.out).splitlines()] == whole(
        f"stop.{lang}.{width}.txt"
    ).splitlines()


def test_columns_go_before_the_terminal_s_own_width() -> None:
    result = run_on_terminal(*ASKED, "--lang", "zh", width=200, env={"COLUMNS": "60"})
    assert [line.rstrip() for line in uncoloured(result.out).splitlines()] == whole("stop.zh.60.txt").splitlines()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({}, True),
    ],
    ids=str,
)
def test_colour_is_refused_as_people_agreed(environment: dict[str, str], coloured: bool) -> None:
    result = run_on_terminal(*ASKED, "--lang", "en", env=environment)
    assert result.code == 0
    assert bool(COLOUR.search(result.out)) == coloured
    assert [line.rstrip() for line in uncoloured(result.out).splitlines()] == whole("stop.en.80.txt").splitlines()


@pytest.mark.parametrize("format", ["json", "markdown"])
def test_other_formats_are_never_coloured(format: str) -> None:
    asked = (*ASKED, "--lang", "en", "--format", format)
    assert run_on_terminal(*asked).out == run(*asked).out


@pytest.mark.parametrize("environment", [{}, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}], ids=str)
def test_a_pipe_gets_neither_colour_nor_wrapping(environment: dict[str, str]) -> None:
    result = run_apart(*ASKED, "--lang", "zh", env=environment)
    assert result.out == whole("stop.zh.piped.txt")


def test_colour_can_be_forced_into_a_pipe() -> None:
    result = run_apart(*ASKED, "--lang", "zh", env={"FORCE_COLOR": "1", "TERM": "xterm"})
    assert COLOUR.search(result.out)
    assert [line.rstrip() for line in uncoloured(result.out).splitlines()] == whole("stop.zh.piped.txt").splitlines()


@pytest.mark.parametrize(
    "columns", ["", "0", "-5", "abc", "1", "８０", "9" * 5000], ids=lambda text: text[:5] or "empty"
)
def test_a_strange_width_is_no_error(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = run(*ASKED, "--lang", "en")
    assert (result.code, result.err) == (0, "")
    assert "0536-8000000" in result.out


def test_a_terminal_that_does_not_know_its_width_has_eighty_columns() -> None:
    """A width of 0 means unknown: CI runners and `docker exec -t` give it."""
    result = run_on_terminal(*ASKED, "--lang", "en", width=0)
    assert [line.rstrip() for line in uncoloured(result.out).splitlines()] == whole("stop.en.80.txt").splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_real_notices_fit_a_real_terminal(lang: str) -> None:
    result = run_on_terminal("check", "--all", "--why", "--notices", NOTICES, "--at", DURING, "--lang", lang, width=50)
    assert result.code == 0
    assert [line for line in uncoloured(result.out).splitlines() if cell_len(line) > 50] == []
