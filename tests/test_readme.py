"""The README shows what the program prints: its commands are run, its output is compared, its tables are generated."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from outageplan.engine.rules import RULES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WIDTH = "100"


def console_blocks() -> list[str]:
    """The bodies of the README's console examples."""
    return re.findall(r"^```console\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def run(command: str) -> str:
    """What a command of the README prints, errors included, at a fixed width and in no particular locale."""
    words = shlex.split(command)
    assert words[0] == "outageplan"
    environment = {"PATH": os.environ["PATH"], "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "outageplan", *words[1:]],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout


def shown_as(printed: str, shown: str) -> bool:
    """Whether an example shows what was printed; a line `...` stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*".join(parts), printed) is not None


@pytest.mark.parametrize("block", console_blocks(), ids=lambda block: block.splitlines()[0][:60])
def test_examples_show_what_is_printed(block: str) -> None:
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = example.partition("\n")
        printed = run(command)
        assert shown_as(printed, shown), f"$ {command}\n{printed}"


def test_an_example_that_differs_is_found() -> None:
    assert shown_as("a\nb\nc\n", "a\n...\nc\n")
    assert not shown_as("a\nb\nc\n", "a\n...\nd\n")
    assert not shown_as("a\nb\n", "a\n")


def test_every_rule_stands_in_the_table() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(name, why) for name, why in rows if name in RULES] == [
        (rule.name, rule.why["en"]) for rule in RULES.values()
    ]


def test_the_library_example_runs() -> None:
    code = re.search(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert code is not None
    printed = subprocess.run(
        [sys.executable, "-c", code[1]], stdout=subprocess.PIPE, encoding="utf-8", timeout=60, check=True
    ).stdout
    assert printed == "insurance registration down 2021-11-18 17:00 (Thu)\n"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^```sh\n(.*)\n```$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
