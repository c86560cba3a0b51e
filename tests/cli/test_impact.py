"""`impact`: whole answers in both languages and as data, and every way of asking wrongly. All sites are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .invented import NOTICES, small
from .running import Result, run, run_apart

FOLDER = Path(__file__).parent / "impact"
PHARMACY, HOSPITAL = FOLDER / "pharmacy.yaml", FOLDER / "hospital.yaml"
WEIFANG = ["weifang-2023-12", "--at", "2023-11-30 10:00"]
NATION = ["national-2024-06", "--at", "2024-06-01 10:00"]
HENAN = ["henan-2021-11", "--at", "2021-11-20 10:00"]
WHOLES: dict[str, list[str]] = {
    "weifang.en.txt": [*WEIFANG, "--site", str(PHARMACY), "--lang", "en"],
    "weifang.zh.txt": [*WEIFANG, "--site", str(PHARMACY), "--lang", "zh"],
    "weifang.json": [*WEIFANG, "--site", str(PHARMACY), "--format", "json"],
    "weifang.zh.md": [*WEIFANG, "--site", str(PHARMACY), "--lang", "zh", "--format", "markdown"],
    "henan.en.txt": [*HENAN, "--site", str(HOSPITAL), "--lang", "en"],
    "henan.zh.txt": [*HENAN, "--site", str(HOSPITAL), "--lang", "zh", "--rate", "70", "--page-rows", "25"],
    "henan.none.en.txt": [*HENAN, "--lang", "en"],
    "national.en.txt": [*NATION, "--lang", "en"],
    "national.zh.txt": [*NATION, "--lang", "zh", "--share", "2%-3%", "--rate", "1000000"],
    "national.json": [*NATION, "--format", "json"],
}


def ask(*arguments: str | Path, notices: Path = NOTICES) -> Result:
    return run("impact", "--notices", notices, *arguments)


@pytest.mark.parametrize("name", WHOLES)
@pytest.mark.parametrize("width", ["80", "60"])
def test_whole_answers(name: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns as on file; at 60 with the same words and no line too long."""
    monkeypatch.setenv("COLUMNS", width)
    result = ask(*WHOLES[name])
    assert (result.code, result.err) == (0, "")
    expected = (FOLDER / name).read_text(encoding="utf-8")
    if width == "80":
        assert result.out == expected
    elif name.endswith(".txt"):
        assert "".join(result.out.split()) == "".join(expected.split())
        assert max(len(line) for line in result.out.splitlines()) <= 60


def data(*arguments: str | Path, notices: Path = NOTICES) -> dict[str, Any]:
    result = ask(*arguments, "--format", "json", notices=notices)
    assert result.code == 0
    found: dict[str, Any] = json.loads(result.out)
    return found


def test_without_notices_those_that_are_not_over_and_concern_the_site() -> None:
    found = data("--site", PHARMACY, "--at", "2023-11-30 10:00")
    assert {one["notice"] for one in found["windows"]} == {"weifang-2023-12", "national-2024-06", "maintenance-31st"}
    found = data("--site", PHARMACY, "--at", "2024-12-01 10:00", "--service", "定点药店购药结算")
    assert {one["notice"] for one in found["windows"]} == {"maintenance-31st"}


def test_nothing_ahead(tmp_path: Path) -> None:
    result = ask("--at", "2023-01-01 10:00", "--lang", "en", notices=small(tmp_path))
    told = "No notice on file that concerns this is under way or ahead."
    assert told in result.out
    assert "nearest: An invented stop [presumed over]  [small]" not in result.err
    assert "An invented stop" in result.out


def test_a_profile_from_a_file(tmp_path: Path) -> None:
    """All of a day between 18:00 and 19:00: of Friday 1 December all, and of Tuesday nothing: 300 + 3 x 300."""
    file = tmp_path / "day.csv"
    file.write_text("hour,weight\n18,5\n", encoding="utf-8")
    found = data(*WEIFANG, "--site", PHARMACY, "--profile", file)
    assert found["windows"][0]["deferred"] == {"low": 1200, "high": 1200, "over": False}
    assert found["asked"]["profile"][18] == 1


def test_the_site_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTAGEPLAN_SITE", str(PHARMACY))
    assert data(*WEIFANG)["asked"]["site"]["pools"] == ["370700"]


def test_it_goes_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "impact.json"
    assert ask(*WHOLES["weifang.json"], "--output", file) == Result(0, "", "")
    assert file.read_text(encoding="utf-8") == (FOLDER / "weifang.json").read_text(encoding="utf-8")


def test_it_says_that_no_hour_was_given() -> None:
    result = ask("weifang-2023-12", "--at", "2023-11-30", "--lang", "en")
    assert (result.code, result.err) == (0, "--at 2023-11-30 gives no hour: taken as 00:00\n")


def test_it_is_the_same_in_a_process_of_its_own() -> None:
    arguments: list[str | Path] = ["impact", "--notices", NOTICES, *WHOLES["weifang.json"]]
    assert run_apart(*arguments, env={"PYTHONHASHSEED": "7"}).out == run(*arguments).out


# ---- what is refused


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--rate", "0"], "--rate: `0` is not a rate (transactions an hour); write `60`, `7.5`"),
        (["--rate", "fast"], "--rate: `fast` is not a rate (transactions an hour); write `60`, `7.5`"),
        (["--page-rows", "0"], "--page-rows: `0` is not a whole number from 1; write `20`"),
        (["--page-rows", "1_000"], "--page-rows: `1_000` is not a whole number from 1; write `20`"),
        (["--share", "120%"], "--share: `120%` is not a share; write `2%`, `0.02`, `1%-3%`"),
        (["--share", "2%", "--site", str(PHARMACY)], "--share is of the national figure, not of a --site"),
        (["--format", "html"], "--format is one of text, json, markdown, not `html`"),
        (["--at", "soon"], "`soon` is not a moment of the format; write `2021-12-05 08:30`"),
        (["--service", "nothing at all"], "there is no service called `nothing at all`"),
        (["--service", ","], "--service names no service"),
        (["no-such-notice"], "there is no notice `no-such-notice`"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str) -> None:
    result = ask("--lang", "en", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {told}")
    assert result.err.count("\n") == 1


SITE = "format: outageplan-site/1\nname: {zh: 甲}\nrole: pharmacy\npools: [370700]\n"


@pytest.mark.parametrize(
    ("option", "name", "content", "told"),
    [
        ("--site", "s.yaml", f"{SITE}rates: 5\n", ":5:1: error OP101 unknown-key: there is no key `rates`; "),
        ("--site", "s.yaml", f"{SITE}hours:\n\tmon: closed\n", ":6:1: error OP002 tab: "),
        ("--site", "s.yaml", "format: outageplan/1\n", ":1:9: error OP107 unknown-format: this is a notice, not "),
        ("--site", "s.yaml", "", ":1:1: error OP003 syntax: the file is empty"),
        ("--site", "s.yaml", b"\xd2", ":1:1: error OP001 not-utf-8: the file is not UTF-8 (byte 0xd2); "),
        ("--profile", "p.csv", "8,x\n", ":1:1: error OP108 wrong-value: `x` is no weight; write 0 or more"),
        ("--profile", "p.csv", "1\n2\n", ":1:1: error OP108 wrong-value: there must be 24 numbers, not 2"),
        ("--profile", "p.yaml", "8: 1\n25: 1\n", ":2:1: error OP108 wrong-value: `25` is no hour from 0 to 23"),
        ("--profile", "p.csv", b"\xd2", ":1:1: error OP001 not-utf-8: the file is not UTF-8 (byte 0xd2); "),
    ],
)  # fmt: skip
def test_files_with_problems(option: str, name: str, content: str | bytes, told: str, tmp_path: Path) -> None:
    file, output = tmp_path / name, tmp_path / "out.txt"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = ask("--lang", "en", option, file, "--output", output)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"{file}{told}")
    assert not output.exists()


@pytest.mark.parametrize("option", ["--site", "--profile"])
def test_files_that_are_not_there(option: str, tmp_path: Path) -> None:
    result = ask("--lang", "en", option, tmp_path / "none")
    assert result == Result(3, "", f"error: cannot read {tmp_path / 'none'}: there is no such file\n")
    assert ask("--lang", "en", option, tmp_path).code == 3


def test_a_notice_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "broken.yaml").write_text("format: outageplan/9\n", encoding="utf-8")
    result = ask("--lang", "en", "--at", "2021-11-20 10:00", notices=tmp_path)
    assert result.code == 3
    assert "left out: " in result.err
    assert "An invented stop" in result.out


def test_hostile_names_are_made_harmless(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_text(SITE.replace("甲", '"\\u202e\\u200b甲"'), encoding="utf-8")
    for format in ("text", "json", "markdown"):
        result = ask(*WEIFANG, "--site", file, "--format", format)
        assert result.code == 0
        assert not set("\u202e\u200b") & set(result.out)
