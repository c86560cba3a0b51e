"""Which rules apply and what fails a run: the command line before the nearest settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from outageplan.errors import UsageError
from outageplan.notice.finding import Severity
from outageplan.validation.settings import KEYS, Settings, settings_of, settings_table


@pytest.mark.parametrize(
    ("select", "ignore", "applies"),
    [
        ((), (), True),
        (("OP3",), (), True),
        (("OP4",), (), False),
        (("OP3",), ("OP306",), False),
        (("OP306",), ("OP3",), True),
        (("OP306",), ("OP306",), False),
        ((), ("OP3",), False),
        ((), ("OP4",), True),
        (("OP3", "OP306"), ("OP30",), True),
        (("OP",), ("OP3",), False),
    ],
    ids=str,
)
def test_the_longer_prefix_decides(select: tuple[str, ...], ignore: tuple[str, ...], applies: bool) -> None:
    assert Settings(select=select, ignore=ignore).applies("OP306") == applies


def test_the_threshold() -> None:
    order = [Severity.INFO, Severity.WARNING, Severity.ERROR]
    for place, level in enumerate(order):
        assert [Settings(fail_on=level).fails(one) for one in order] == [number >= place for number in range(3)]


def test_codes_are_read_in_any_case_and_with_commas() -> None:
    assert settings_of({}, select=["op3, OP105", " op2"]).select == ("OP3", "OP105", "OP2")
    assert settings_of({"ignore": "op3,op4"}).ignore == ("OP3", "OP4")


def test_the_command_line_overrules() -> None:
    table = {"select": ["OP3"], "ignore": ["OP306"], "fail-on": "info"}
    assert settings_of(table) == Settings(select=("OP3",), ignore=("OP306",), fail_on=Severity.INFO)
    assert settings_of(table, select=["OP4"], ignore=[], fail_on="warning") == Settings(
        select=("OP4",), fail_on=Severity.WARNING
    )
    assert settings_of({}) == Settings()


@pytest.mark.parametrize("table", [{"select": ["OP9"]}, {"ignore": 3}, {"fail-on": "never"}, {"select": [1]}], ids=str)
def test_values_that_make_no_sense(table: dict[str, object]) -> None:
    with pytest.raises(UsageError) as refused:
        settings_of(table)
    assert refused.value.message.zh
    assert refused.value.message.en


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert settings_table(below) == {}
    (tmp_path / "outageplan.toml").write_text('select = ["OP1"]\n')
    assert settings_table(below) == {"select": ["OP1"]}
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert settings_table(below) == {"select": ["OP1"]}, "a project without a table says nothing"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.outageplan]\nfail-on = "info"\n')
    assert settings_table(below) == {"fail-on": "info"}
    (tmp_path / "a" / "outageplan.toml").write_text("")
    assert settings_table(below) == {}, "an empty file is one"


@pytest.mark.parametrize("text", ["selct = 1\n", "select = [\n", 'fail-on = "no"\n', "a = " + "[" * 9999, "\udcff"])
@pytest.mark.parametrize("name", ["outageplan.toml", "pyproject.toml"])
def test_a_file_that_is_wrong_is_named(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    head = "[tool.outageplan]\n" if name == "pyproject.toml" else ""
    file.write_text(head + text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(UsageError) as refused:
        settings_table(tmp_path)
    for said in (refused.value.message["zh"], refused.value.message["en"]):
        assert str(file) in said
    if "selct" in text:
        assert "selct" in refused.value.message["en"]
        assert all(key in refused.value.message["en"] for key in KEYS)


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\noutageplan = 3\n"])
def test_a_table_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    if "outageplan" in text:
        with pytest.raises(UsageError):
            settings_table(tmp_path)
    else:
        assert settings_table(tmp_path) == {}
