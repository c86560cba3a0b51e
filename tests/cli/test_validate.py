"""`validate` on files: each problem with its place and what to write, a count at the end, and an exit code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .invented import BEFORE, NOTICES, SMALL, small, written
from .running import Result, run, run_apart, run_on_terminal

READING = ("--select", "OP0", "--select", "OP1", "--select", "OP2")  # syntax, shape and references
HEAD = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?:error|warning|info) (?P<code>OP\d{3}) [a-z0-9-]+: "
)


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def validate(*arguments: str | Path, lang: str = "en") -> Result:
    return run("validate", *arguments, "--at", BEFORE, "--lang", lang)


def heads(result: Result) -> list[str]:
    """The lines that tell a problem, without the excerpts below them."""
    return [line for line in result.out.splitlines() if HEAD.match(line)]


def codes(result: Result) -> list[str]:
    return [match["code"] for line in heads(result) if (match := HEAD.match(line))]


def places(result: Result) -> list[tuple[str, int, int]]:
    """File, line and column of each problem."""
    found = [match for line in heads(result) if (match := HEAD.match(line))]
    return [(one["file"], int(one["line"]), int(one["column"])) for one in found]


# What is told


@pytest.mark.parametrize(("lang", "count"), [("zh", "5 份公告可用"), ("en", "5 notices can be read")], ids=["zh", "en"])
def test_the_notices_of_the_package_hold_no_error(lang: str, count: str) -> None:
    result = validate(NOTICES, lang=lang)
    assert (result.code, result.err) == (0, "")
    assert " error OP" not in result.out
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


def test_every_problem_of_every_file_in_order_of_file_and_line(tmp_path: Path) -> None:
    """A file that is not even YAML, one that is not UTF-8 and one that is gone hide nothing in the others."""
    spoiled = "format: outageplan/1\nid: X\nstatus: done\ntitle: {}\nwindows: []\nextra: 1\n"
    x, a = written(tmp_path / "x.yaml", spoiled), written(tmp_path / "a.yaml", "a: [\n")
    b, c = tmp_path / "b.yaml", written(tmp_path / "below" / "c.yml", spoiled)
    b.write_bytes(b"title: \xb9\xab\n")
    (tmp_path / "m.yaml").symlink_to(tmp_path / "gone")
    alone = {path: len(heads(validate(path, *READING))) for path in (a, b, x, c)}
    assert alone[a] == alone[b] == 1
    assert alone[x] == alone[c] >= 6
    result = validate(tmp_path, *READING)
    found = places(result)
    assert result.code == 3
    files = [str(a), str(b), str(tmp_path / "m.yaml"), str(x), str(c)]
    assert [file for file, _, _ in dict.fromkeys((file, 0, 0) for file, _, _ in found)] == files
    assert len(found) == sum(alone.values()) + 1
    assert found == sorted(found, key=lambda place: (files.index(place[0]), *place[1:]))


@pytest.mark.parametrize(
    ("lang", "message"), [("zh", "无法读取 {path}：没有这个文件"), ("en", "cannot read {path}: there is no such file")]
)
def test_what_is_not_there(tmp_path: Path, lang: str, message: str) -> None:
    path = tmp_path / "none.yaml"
    result = validate(path, lang=lang)
    assert (result.code, result.err) == (3, "")
    assert heads(result) == [f"{path}:1:1: error OP015 unreadable: {message.format(path=path)}"]


@pytest.mark.parametrize("chosen", [("--select", "OP3"), ("--ignore", "OP0")], ids=" ".join)
def test_no_selection_hides_what_is_not_there(tmp_path: Path, chosen: tuple[str, str]) -> None:
    result = validate(tmp_path / "none.yaml", *chosen)
    assert (result.code, codes(result)) == (3, ["OP015"])


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


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    small(tmp_path, "good")
    assert validate(tmp_path, tmp_path / "good.yaml", tmp_path, *READING).out.endswith(
        "no problems in 1 file; 1 notice can be read\n"
    )


def test_without_paths_the_notices_that_check_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert validate(*READING).out.endswith("in 5 files; 5 notices can be read\n")
    small(tmp_path / "notices", "here")
    assert validate(*READING).out.endswith("in 1 file; 1 notice can be read\n")
    small(tmp_path / "other", "a"), small(tmp_path / "other", "b")
    monkeypatch.setenv("OUTAGEPLAN_NOTICES", str(tmp_path / "other"))
    assert validate(*READING).out.endswith("in 2 files; 2 notices can be read\n")


def test_an_amendment_is_validated_beside_its_notice(tmp_path: Path) -> None:
    small(tmp_path, "small")
    text = "format: outageplan/1\nid: small-2\namends: {}\npublished: 2021-11-25\nwindows: {{stop: {{end: {}}}}}\n"
    later = written(tmp_path / "small-2.yaml", text.format("small", "2021-11-27 20:00"))
    result = validate(tmp_path, *READING)
    assert (result.code, heads(result)) == (0, [])
    assert result.out.endswith("2 notices can be read\n")
    written(later, text.format("gone", "2021-11-27 20:00"))
    assert codes(validate(tmp_path, *READING)) == ["OP206"]
    written(later, text.format("small", "soon"))
    assert codes(validate(tmp_path, *READING)) == ["OP105"]


# Standard input


def piped(file: Path, *arguments: str) -> Result:
    return run_apart("validate", *arguments, "--at", BEFORE, "--lang", "en", shell=f'"$@" < {shlex.quote(str(file))}')


def test_standard_input_has_a_name(tmp_path: Path) -> None:
    slip = small(tmp_path, "small", replace=("2021-11-28 08:00", "soon"))
    assert {file for file, _, _ in places(piped(slip, "-", *READING))} == {"-"}
    result = piped(slip, "-", "--stdin-name", "notices/small.yaml", *READING)
    assert (result.code, [file for file, _, _ in places(result)]) == (1, ["notices/small.yaml"])
    assert "^^^^" in result.out


def test_standard_input_without_a_name_is_not_held_to_one(tmp_path: Path) -> None:
    good = small(tmp_path)
    assert codes(piped(good, "-", "--select", "OP012")) == []
    assert codes(piped(good, "-", "--stdin-name", "other.yaml", "--select", "OP012")) == ["OP012"]


def test_standard_input_beside_files(tmp_path: Path) -> None:
    slip = small(tmp_path, "small", replace=("2021-11-28 08:00", "soon"))
    other = small(tmp_path / "other", "other", replace=("2021-11-28 08:00", "never"))
    result = piped(slip, str(other), "-", *READING)
    assert {file for file, _, _ in places(result)} == {str(other), "-"}


def test_standard_input_that_is_closed_or_empty(tmp_path: Path) -> None:
    empty = written(tmp_path / "empty", "")
    closed = run_apart("validate", "-", "--lang", "en", shell='"$@" <&-')
    assert closed == piped(empty, "-")
    assert (closed.code, codes(closed)) == (1, ["OP003"])


# Exit codes and wrong usage


@pytest.mark.parametrize(
    ("level", "expected"),
    [("error", (1, 0, 0)), ("warning", (1, 1, 0)), ("info", (1, 1, 1)), (None, (1, 0, 0))],
)
def test_the_threshold(tmp_path: Path, level: str | None, expected: tuple[int, int, int]) -> None:
    asked = ("--fail-on", level) if level else ()
    slips = [("error OP105", "soon"), ("warning OP306", "2021-11-28"), ("info OP313", "expected 2021-11-28 08:00")]
    for (told, end), exit_code in zip(slips, expected, strict=True):
        slip = small(tmp_path, replace=("2021-11-28 08:00", end))
        late = ("--at", "2022-03-01", "--lang", "en", "--select", told[-5:])
        result = run("validate", slip, *late, *asked)
        assert f" {told} " in result.out
        assert result.code == exit_code
    assert validate(small(tmp_path), *READING, *asked).code == 0


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("--select", "OP999"), "没有代码以“OP999”开头的规则", "no rule has a code that begins with `OP999`"),
        (("--ignore", "x"), "没有代码以“X”开头的规则", "no rule has a code that begins with `X`"),
        (
            ("--select", "OP1,OP9"),
            "没有代码以“OP9”开头的规则",
            "no rule has a code that begins with `OP9`",
        ),
        (
            ("--fail-on", "never"),
            "--fail-on 只能是 error, warning, info，不是“never”",
            "--fail-on is one of error, warning, info, not `never`",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    assert validate(tmp_path, *arguments, lang="zh") == Result(2, "", f"错误: {zh}\n")
    assert validate(tmp_path, *arguments) == Result(2, "", f"error: {en}\n")


def test_an_unknown_format_language_or_moment(tmp_path: Path) -> None:
    for arguments, word in [(("--format", "xml"), "sarif"), (("--lang", "fr"), "zh or en"), (("--at", "x"), "2021-")]:
        result = run("validate", tmp_path, *arguments)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert word in result.err


# Which rules


MANY = (
    SMALL.format(id="Many").replace("suspended", "gone").replace("2021-11-28 08:00", "soon").replace("[inquiry]", "[x]")
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ["OP108", "OP105", "OP201", "OP108"]),
        (("--select", "OP1"), ["OP108", "OP105", "OP108"]),
        (("--select", "op105"), ["OP105"]),
        (("--select", "OP105,OP201"), ["OP105", "OP201"]),
        (("--select", " op105 , op201 ,"), ["OP105", "OP201"]),
        (("--select", "OP105", "--select", "OP2"), ["OP105", "OP201"]),
        (("--ignore", "OP10"), ["OP201"]),
        (("--ignore", "op108,op2"), ["OP105"]),
        (("--select", "OP1", "--ignore", "OP108"), ["OP105"]),
        (("--ignore", "OP1", "--select", "OP108"), ["OP108", "OP108"]),
        (("--select", "OP105", "--ignore", "OP105"), []),
        (("--ignore", "OP"), []),
    ],
    ids=lambda value: " ".join(value) or "all",
)
def test_rules_are_selected(tmp_path: Path, arguments: tuple[str, ...], expected: list[str]) -> None:
    path = written(tmp_path / "many.yaml", MANY)
    result = validate(path, *arguments)
    assert [code for code in codes(result) if code != "OP012"] == expected
    assert result.code == (1 if heads(result) else 0)


@pytest.mark.parametrize("name", ["outageplan.toml", "pyproject.toml"])
def test_a_settings_file_holds_and_the_command_line_overrules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    table = "" if name == "outageplan.toml" else "[tool.outageplan]\n"
    written(tmp_path / name, f'{table}select = ["OP105", "op2"]\nignore = "OP2"\n')
    path = written(tmp_path / "below" / "many.yaml", MANY)
    monkeypatch.chdir(tmp_path / "below")
    assert codes(validate(path)) == ["OP105"]
    assert codes(validate(path, "--ignore", "OP105")) == ["OP201"]
    assert codes(validate(path, "--select", "OP201", "--ignore", "OP1")) == ["OP201"]


def test_the_threshold_of_a_settings_file(tmp_path: Path) -> None:
    dated = small(tmp_path, replace=("2021-11-28 08:00", "2021-11-28"))
    assert validate(dated, "--select", "OP306").code == 0
    written(tmp_path / "outageplan.toml", 'fail-on = "info"\n')
    assert validate(dated, "--select", "OP306").code == 1
    written(tmp_path / "outageplan.toml", 'fail-on = "error"\n')
    assert validate(dated, "--select", "OP306").code == 0
    assert validate(dated, "--select", "OP306", "--fail-on", "info").code == 1


@pytest.mark.parametrize(
    "text",
    ["selct = []\n", 'fail-on = "never"\n', 'select = ["OP9"]\n', "ignore = 3\n", "a = [\n", "a = " + "[" * 9999],
)
def test_a_settings_file_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    file = written(tmp_path / "outageplan.toml", text)
    for lang in ("zh", "en"):
        result = validate(small(tmp_path), lang=lang)
        assert (result.code, result.out) == (2, "")
        assert str(file) in result.err


def test_a_comment_silences_in_place(tmp_path: Path) -> None:
    line = '  stop: {start: 2021-11-21 18:00, end: 2021-11-28, clause: "1"}'
    old = line.replace("2021-11-28", "2021-11-28 08:00")
    chosen = ("--select", "OP303,OP306,OP016,OP017")
    assert codes(validate(small(tmp_path, replace=(old, line)), *chosen)) == ["OP306"]
    for comment, expected in [
        ("# outageplan: allow OP306: the source gives no hour", []),
        ("# outageplan: allow OP306", ["OP017", "OP306"]),
        ("# outageplan: allow OP303: a reason", ["OP016", "OP306"]),
    ]:
        result = validate(small(tmp_path, replace=(old, f"{line}  {comment}")), *chosen)
        assert sorted(codes(result)) == sorted(expected)


# Where it goes


def test_output_holds_the_whole_report_and_the_exit_code_stays(tmp_path: Path) -> None:
    slip, file = small(tmp_path, replace=("2021-11-28 08:00", "soon")), tmp_path / "report.txt"
    printed = validate(slip)
    assert validate(slip, "--output", file) == Result(1, "", "")
    assert file.read_text(encoding="utf-8") == printed.out
    assert validate(slip, "--output", tmp_path / "none" / "x").code == 2


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["", "NO_COLOR"])
def test_colour_on_a_terminal_only(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    slip = small(tmp_path, replace=("2021-11-28 08:00", "soon"))
    result = run_on_terminal("validate", slip, "--at", BEFORE, "--lang", "en", width=200, env=environment)
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]m", result.out)) == coloured
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", result.out).splitlines()] == [
        line.rstrip() for line in validate(slip).out.splitlines()
    ]
    assert "\x1b" not in validate(slip).out


def test_a_folder_that_has_gone(tmp_path: Path) -> None:
    path = shlex.quote(str(small(tmp_path)))
    shell = f'mkdir {tmp_path}/x; cd {tmp_path}/x; rmdir {tmp_path}/x; "$@" {path}'
    result = run_apart("validate", *READING, "--lang", "en", shell=shell)
    assert (result.code, result.err) == (0, "")
