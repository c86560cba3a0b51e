"""Nothing that a notice, a file name or an argument says acts on the terminal: it is shown or escaped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from .hostile import FILE_NAME, LONG, NOTICE, WRITTEN, WRONG, harmful, hostile, uncoloured
from .invented import DURING, NOTICES
from .running import run, run_on_terminal

FORMATS = ["text", "markdown", "json"]
LANGUAGES = ["zh", "en"]


def asked(notice: Path, *more: str) -> tuple[str | Path, ...]:
    return ("check", "--notices", notice, "--at", DURING, *more)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", ["", "60"], ids=["pipe", "narrow"])
def test_a_hostile_notice_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, lang: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = run(*asked(hostile(tmp_path), "--format", format, "--lang", lang, "--why"))
    assert (result.code, result.err) == (0, "")
    assert harmful(result.out) == set()


@pytest.mark.parametrize("format", FORMATS)
def test_a_hostile_notice_on_a_terminal(tmp_path: Path, format: str) -> None:
    result = run_on_terminal(*asked(hostile(tmp_path), "--format", format, "--lang", "zh", "--why"))
    assert result.code == 0
    assert harmful(uncoloured(result.out)) == set()


@pytest.mark.parametrize("on_terminal", [True, False], ids=["terminal", "pipe"])
def test_what_looks_like_markup_or_an_escape_is_printed_as_it_stands(tmp_path: Path, on_terminal: bool) -> None:
    arguments = asked(hostile(tmp_path), "--lang", "zh")
    out = run_on_terminal(*arguments, width=1000).out if on_terminal else run(*arguments).out
    assert r"[red]x[/x]\u202e\u2066 \u2028\u2029\x85\u200b\ufeff\u061c <script>x</script>" in uncoloured(out)


def test_json_gives_back_every_character(tmp_path: Path) -> None:
    result = run(*asked(hostile(tmp_path), "--format", "json", "--lang", "en"))
    (notice,) = json.loads(result.out)["notices"]
    said = yaml.safe_load(f'"{WRITTEN}"')
    assert notice["title"] == {"zh": said, "en": said + LONG}
    assert notice["windows"][1]["start"]["phrase"] == f"when {said}x"
    assert len(said) > 80


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", WRONG)
def test_a_file_that_is_hostile_and_wrong(tmp_path: Path, kind: str, lang: str) -> None:
    path = hostile(tmp_path, WRONG[kind])
    for arguments in (("validate", path), asked(path), asked(path, "--format", "json")):
        result = run(*arguments, "--lang", lang)
        assert result.code in (1, 3)
        assert harmful(result.out + result.err) == set()


def test_a_broken_hostile_file_on_a_terminal(tmp_path: Path) -> None:
    path = hostile(tmp_path, NOTICE + "".join(WRONG[kind] for kind in ("key", "nested-key", "contact")))
    for arguments in (("validate", path), asked(path)):
        result = run_on_terminal(*arguments, "--lang", "en")
        assert result.code in (1, 3)
        assert harmful(uncoloured(result.out)) == set()


def test_the_name_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    for command in (("validate",), ("check", "--at", DURING, "--notices")):
        result = run(*command, tmp_path / FILE_NAME, "--lang", "en")
        assert result.code == 3
        assert harmful(result.out + result.err) == set()
    output = run(*asked(NOTICES, "--output", str(tmp_path / FILE_NAME / "x"), "--lang", "en"))
    assert output.code == 2
    assert harmful(output.err) == set()


PAYLOAD = b"\x1b[31m\xe2\x80\xae\xc2\x9b[red]\n\x07\xff"
VALUES = ["--at", "--known-at", "--insured-at", "--treated-at", "--role", "--service", "--lang", "--format"]
ARGUMENTS = {
    **{option: [b"check", option.encode(), PAYLOAD] for option in VALUES},
    "id": [b"check", b"--at", DURING.encode(), PAYLOAD],
    "unknown option": [b"check", b"--" + PAYLOAD],
    "nearly an option": [b"check", b"--at" + PAYLOAD],
    "value for a flag": [b"check", b"--all=" + PAYLOAD],
    "short option": [b"check", b"-" + PAYLOAD],
    "unknown command": [PAYLOAD],
    "option of the program": [b"--" + PAYLOAD],
    "catalog": [b"catalog", PAYLOAD],
    "words": [b"catalog", b"pools", PAYLOAD],
}


@pytest.mark.parametrize("case", ARGUMENTS)
def test_a_hostile_argument(case: str) -> None:
    """Also where the library that splits arguments complains, and also bytes that are no text."""
    result = run_on_terminal(*ARGUMENTS[case])
    assert result.code in (1, 2)
    assert harmful(uncoloured(result.out)) == set()
    assert "\x1b" not in result.out, "nothing that is complained of is coloured"
