"""A run imports the one command that was asked for; the others are known by their names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import outageplan.cli
from outageplan.cli.commands import COMMANDS

from .running import run

FOLDER = Path(outageplan.cli.__path__[0])
LISTED = """\
import json, sys
from outageplan.cli.main import run
sys.argv = ["outageplan", *sys.argv[1:]]
try:
    run()
finally:
    json.dump([name for name in sys.modules if name.startswith("outageplan.cli.")], sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    """The commands of which the modules are imported by a run that does not fail."""
    done = subprocess.run([sys.executable, "-c", LISTED, *arguments], capture_output=True, text=True, check=True)
    return {name.rpartition(".")[2] for name in json.loads(done.stderr)} & COMMANDS.keys()


def test_a_command_imports_no_other() -> None:
    assert imported("catalog", "pools", "370700") == {"catalog"}
    assert imported("site", "new") == {"site"}
    assert imported("--version") == set()


def test_every_command_has_a_module() -> None:
    assert [name for name in COMMANDS if not (FOLDER / f"{name}.py").is_file()] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [("chek", "Did you mean 'check', 'checklist', 'schema'?"), ("timelin", "Did you mean 'timeline'?")],
)
def test_a_mistyped_command_is_told_with_those_nearest(typed: str, told: str) -> None:
    result = run(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == f"error: No such command '{typed}'. {told}"
