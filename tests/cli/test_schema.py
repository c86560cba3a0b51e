"""`schema`: prints the JSON Schema of notice files, or writes it to a file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs

from outageplan.notice.schema import notice_schema

from .running import Result, run, run_apart


def test_it_prints_a_schema() -> None:
    result = run("schema")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("}\n")
    printed = json.loads(result.out)
    assert printed == notice_schema()
    jsonschema_rs.meta.validate(printed)
    assert "河南" in result.out, "Chinese names can be read in the file"


def test_it_is_the_same_in_every_process() -> None:
    assert run_apart("schema", env={"PYTHONHASHSEED": "7"}).out == run("schema").out


def test_it_goes_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "notice.schema.json"
    assert run("schema", "--output", file) == Result(0, "", "")
    assert file.read_text(encoding="utf-8") == run("schema").out


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    result = run("schema", "--output", tmp_path / "none" / "x")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
