"""Standard output and error as they come: of any encoding, closed, full, or read by somebody who has left."""

from __future__ import annotations

import json

import pytest

from .invented import DURING, NOTICES
from .running import run, run_apart, run_bytes

ASKED = ("check", "henan-2021-11", "--notices", NOTICES, "--at", DURING)
ENCODINGS = {
    "ascii": ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    "gbk": ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    "latin-1": ({"PYTHONIOENCODING": "latin-1"}, "latin-1"),
    "utf-16": ({"PYTHONIOENCODING": "utf-16"}, "utf-16"),
    "C": ({"LC_ALL": "C"}, "utf-8"),
    "C without UTF-8": ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "ascii"),
    "POSIX": ({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "ascii"),
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_an_answer_in_any_encoding(case: str) -> None:
    environment, encoding = ENCODINGS[case]
    code, out, err = run_bytes(*ASKED, "--lang", "zh", env=environment)
    assert (code, err) == (0, b"")
    expected = run(*ASKED, "--lang", "zh").out
    assert out.decode(encoding) == expected.encode(encoding, "replace").decode(encoding)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "nope"), 2),
        (("check", "--format", "json"), 0),
        (("validate",), 0),
        (("catalog", "pools", "潍坊"), 0),
        (("catalog", "pools", "--help"), 0),
        (("catalog", "错"), 2),
    ],
    ids=str,
)
def test_everything_else_in_ascii(arguments: tuple[str, ...], code: int) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "zh_CN.UTF-8", "OUTAGEPLAN_NOTICES": str(NOTICES)}
    assert run_bytes(*arguments, env=environment)[0] == code


def test_gbk_lacks_nothing_of_a_chinese_answer() -> None:
    _, out, _ = run_bytes(*ASKED, "--lang", "zh", env={"PYTHONIOENCODING": "gbk"})
    assert out.decode("gbk") == run(*ASKED, "--lang", "zh").out


def test_json_in_ascii_is_still_json() -> None:
    code, out, _ = run_bytes(*ASKED, "--lang", "en", "--format", "json", env={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert json.loads(out)["format"] == "outageplan-check/1"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--all", "--why", "--at", DURING, "--notices", NOTICES, "--format", "json", "--lang", "en"),
        ("check", "--all", "--why", "--at", DURING, "--notices", NOTICES, "--lang", "zh"),
        ("catalog", "pools", "--format", "json", "--lang", "en"),
    ],
    ids=["json", "text", "catalog"],
)
@pytest.mark.parametrize("reader", ["head -n 1", "true"])
def test_a_reader_who_leaves_is_no_error(arguments: tuple[str, ...], reader: str) -> None:
    shell = f'"$@" | {reader} >/dev/null; exit "${{PIPESTATUS[0]}}"'
    result = run_apart(*arguments, shell=shell)
    assert (result.code, result.err) == (0, "")


def test_a_reader_who_leaves_during_an_answer_in_colour() -> None:
    shell = '"$@" | true; exit "${PIPESTATUS[0]}"'
    arguments = ("check", "--all", "--why", "--at", DURING, "--notices", NOTICES, "--lang", "zh")
    result = run_apart(*arguments, shell=shell, env={"FORCE_COLOR": "1"})
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    "arguments", [ASKED, ("catalog", "roles"), ("validate", NOTICES)], ids=["check", "catalog", "validate"]
)
def test_closed_standard_output(arguments: tuple[str, ...]) -> None:
    """No traceback (`run_apart` looks for one), and nothing is claimed to be fine or found."""
    result = run_apart(*arguments, shell='"$@" >&-')
    assert result.code in (0, 2, 3)
    assert result.out == ""


@pytest.mark.parametrize("arguments", [ASKED, ("catalog", "roles")], ids=["check", "catalog"])
def test_a_full_disk_is_told(arguments: tuple[str, ...]) -> None:
    result = run_apart(*arguments, "--lang", "en", shell='"$@" >/dev/full')
    assert result.code in (2, 3)
    assert "No space left on device" in result.err


def test_closed_standard_error_does_not_move_complaints_into_the_answer() -> None:
    asked = ("check", "henan-2021-11", "--notices", NOTICES, "--at", "2021-11-22", "--lang", "en")
    result = run_apart(*asked, "--format", "json", shell='"$@" 2>&-')
    assert result.code == 0
    assert json.loads(result.out)["asked"]["at"] == "2021-11-22T00:00+08:00"


def test_closed_standard_input_is_not_needed() -> None:
    assert run_apart(*ASKED, "--lang", "en", shell='"$@" <&-') == run(*ASKED, "--lang", "en")


def test_results_and_complaints_do_not_mix() -> None:
    good = run_apart(*ASKED, "--lang", "en", shell='"$@" 2>/dev/null')
    assert good.out == run(*ASKED, "--lang", "en").out
    bad = run_apart(*ASKED, "--lang", "en", "--role", "nobody", shell='"$@" >/dev/null')
    assert bad.err == "error: there is no role called `nobody`\n"
