"""What other programs read: the hooks of pre-commit and the GitHub action."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from outageplan.cli.main import app
from outageplan.render.findings import FORMATS

ROOT = Path(__file__).parents[1]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
each_hook = pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])


def options_of(command: str) -> set[str]:
    """The options of a command of the program."""
    group: Any = typer.main.get_command(app)
    return {option for one in group.commands[command].params for option in one.opts}


def run_action(tmp_path: Path, **inputs: str) -> list[str]:
    """The arguments that the action's script gives to outageplan, for which a program that prints them stands in."""
    fake = tmp_path / "outageplan"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    fake.chmod(0o755)
    given = {key: value["default"] for key, value in ACTION["inputs"].items()} | inputs
    variables = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", expression)[1]]  # type: ignore[index]
        for name, expression in STEPS[-1]["env"].items()
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[-1]["run"]],
        cwd=tmp_path,
        env=variables | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=30,
        check=True,
    )
    return done.stdout.splitlines()


# ---- pre-commit


def test_there_are_two_hooks() -> None:
    assert [hook["id"] for hook in HOOKS] == ["outageplan-validate", "outageplan-validate-all"]


@each_hook
def test_a_hook_is_well_formed(hook: dict[str, Any]) -> None:
    assert {"id", "name", "description", "language", "entry", "files"} <= set(hook)
    assert hook["language"] == "python"
    assert re.search(hook["files"], "notices/henan-2021-11.yaml")
    assert re.search(hook["files"], "notices/henan-2021-11.yml")
    assert not re.search(hook["files"], "README.md")


@each_hook
def test_a_hook_uses_what_there_is(hook: dict[str, Any]) -> None:
    words = [*shlex.split(hook["entry"]), *hook.get("args", [])]
    assert words[:2] == ["outageplan", "validate"]
    assert {word for word in words if word.startswith("--")} <= options_of("validate")


@each_hook
def test_a_hook_finds_the_notices_of_the_project_in_order(hook: dict[str, Any]) -> None:
    files = [] if hook.get("pass_filenames") is False else ["notices/henan-2021-11.yaml"]
    words = [*shlex.split(hook["entry"]), *hook["args"], *files][1:]
    assert (
        subprocess.run([sys.executable, "-m", "outageplan", *words], cwd=ROOT, timeout=60, check=False).returncode == 0
    )


def test_the_hook_for_changed_files_takes_an_amendment_alone(tmp_path: Path) -> None:
    amendment = tmp_path / "later.yaml"
    amendment.write_text(
        "format: outageplan/1\nid: later\namends: henan-2021-11\npublished: 2021-11-27\n"
        "windows:\n  cut-over: {end: 2021-11-28 10:00, clause: I}\n",
        encoding="utf-8",
    )
    words = [*shlex.split(HOOKS[0]["entry"]), *HOOKS[0]["args"], str(amendment)][1:]
    assert (
        subprocess.run([sys.executable, "-m", "outageplan", *words], cwd=ROOT, timeout=60, check=False).returncode == 0
    )


# ---- the action


def test_the_action_is_composite() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "runs"} <= set(ACTION)
    assert all(step.get("shell") == "bash" for step in STEPS if "run" in step)


def test_no_script_of_the_action_holds_an_expression() -> None:
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_the_action_installs_from_its_own_path() -> None:
    assert any('"$GITHUB_ACTION_PATH"' in step.get("run", "") for step in STEPS)


def test_every_variable_of_the_scripts_is_quoted() -> None:
    for step in STEPS:
        script = re.sub(r'"[^"]*"', "", step.get("run", ""))
        assert re.findall(r"\$[\w{]\w*", re.sub(r"\$'\\r'", "", script)) == ["$INPUT_PATHS"] * ("<<< $" in script)


def test_every_input_is_used_and_told() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
    assert [name for name, one in ACTION["inputs"].items() if not one["description"]] == []
    assert [name for name in ACTION["inputs"] if f"| `{name}` |" not in CI] == []


def test_the_action_uses_options_and_formats_that_exist() -> None:
    assert set(re.findall(r"--[a-z-]+(?==)", STEPS[-1]["run"])) <= options_of("validate")
    assert ACTION["inputs"]["format"]["default"] in FORMATS
    assert [name for name in FORMATS if name not in ACTION["inputs"]["format"]["description"]] == []


def test_the_action_checks_the_notices_by_default(tmp_path: Path) -> None:
    assert run_action(tmp_path) == ["validate", "--format=github", "--", "notices"]


def test_the_action_passes_its_inputs_on(tmp_path: Path) -> None:
    inputs = {"paths": "one two\r\n\nthree\n", "fail-on": "warning", "format": "sarif", "output": "a b.sarif"}
    assert run_action(tmp_path, **inputs) == [
        *("validate", "--format=sarif", "--fail-on=warning", "--output=a b.sarif"),
        *("--", "one two", "three"),
    ]


def test_the_action_runs_nothing_that_an_input_says(tmp_path: Path) -> None:
    hostile = '"; touch pwned; $(touch pwned) `touch pwned` *'
    inputs = dict.fromkeys(("paths", "fail-on", "format", "output"), hostile)
    assert run_action(tmp_path, **inputs) == [
        *("validate", f"--format={hostile}", f"--fail-on={hostile}", f"--output={hostile}"),
        *("--", hostile),
    ]
    assert not (tmp_path / "pwned").exists()


def test_every_format_is_told_for_ci() -> None:
    assert [name for name in FORMATS if f"| `{name}` |" not in CI] == []
