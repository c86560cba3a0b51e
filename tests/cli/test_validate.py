"""`validate` on files: each problem with its place and what to write, a count at the end, and an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from .invented import BEFORE, NOTICES, small, written
from .running import Result, run

READING = ("--select", "OP0", "--select", "OP1", "--select", "OP2")  # syntax, shape and references


def validate(*arguments: str | Path, lang: str = "en") -> Result:
    return run("validate", *arguments, "--at", BEFORE, "--lang", lang)


def heads(result: Result) -> list[str]:
    """The lines that tell a problem, without the excerpts below them."""
    return [line for line in result.out.splitlines() if " error OP" in line]


@pytest.mark.parametrize(("lang", "count"), [("zh", "5 份公告可用"), ("en", "5 notices can be read")], ids=["zh", "en"])
def test_the_notices_of_the_package_hold_no_error(lang: str, count: str) -> None:
    result = validate(NOTICES, lang=lang)
    assert (result.code, result.err, heads(result)) == (0, "", [])
    assert result.out.splitlines()[-1].endswith(count)


WHOLE = {
    "zh": """\
{bad}:10:36: error OP101 unknown-key: 没有 `effekt` 这个键；您要写的是不是 `effect`？
   10 |   inquiries: {{services: [inquiry], effekt: suspended, clause: "2"}}
      |                                    ^^^^^^
      = docs/rules/OP101.md

2 个文件中有 1 个错误；1 份公告可用
""",
    "en": """\
{bad}:10:36: error OP101 unknown-key: there is no key `effekt`; did you mean `effect`?
   10 |   inquiries: {{services: [inquiry], effekt: suspended, clause: "2"}}
      |                                    ^^^^^^
      = docs/rules/OP101.md

1 error in 2 files; 1 notice can be read
""",
}


@pytest.mark.parametrize("lang", WHOLE)
def test_a_problem_is_told_with_its_place(tmp_path: Path, lang: str) -> None:
    small(tmp_path, "good")
    bad = small(tmp_path, "slip", replace=("effect: suspended", "effekt: suspended"))
    assert validate(tmp_path, "--select", "OP101", lang=lang) == Result(1, WHOLE[lang].format(bad=bad), "")


@pytest.mark.parametrize(
    ("lang", "message"), [("zh", "无法读取 {path}：没有这个文件"), ("en", "cannot read {path}: there is no such file")]
)
def test_what_is_not_there(tmp_path: Path, lang: str, message: str) -> None:
    path = tmp_path / "none.yaml"
    result = validate(path, lang=lang)
    assert (result.code, result.err) == (3, "")
    assert heads(result) == [f"{path}:1:1: error OP015 unreadable: {message.format(path=path)}"]


def test_several_paths_and_the_worst_exit_code(tmp_path: Path) -> None:
    good, slip = small(tmp_path, "good"), small(tmp_path, "slip", replace=("2021-11-28", "2021-11-31"))
    assert validate(good, *READING).code == 0
    assert validate(good, slip, *READING).code == 1
    assert validate(good, slip, tmp_path / "none.yaml", *READING).code == 3


@pytest.mark.parametrize(("lang", "count"), [("zh", "0 份公告可用"), ("en", "0 notices can be read")])
def test_a_folder_without_notices_is_counted_as_such(tmp_path: Path, lang: str, count: str) -> None:
    result = validate(tmp_path, lang=lang)
    assert (result.code, result.err, heads(result)) == (0, "", [])
    assert result.out.rstrip().endswith(count)


def test_problems_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    spoiled = "format: outageplan/1\nid: X\nstatus: done\ntitle: {}\nwindows: []\nextra: 1\n"
    result = validate(written(tmp_path / "x.yaml", spoiled), *READING)
    places = [tuple(map(int, line.split(":")[1:3])) for line in heads(result)]
    assert result.code == 1
    assert len(places) > 4
    assert places == sorted(places)
