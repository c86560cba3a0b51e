"""`site new` writes a site file that is valid as it stands; `validate` and `schema` know site files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outageplan.catalog.vocabulary import roles
from outageplan.notice.site import read_site
from outageplan.notice.site_schema import site_schema

from .invented import small
from .running import Result, run

PHARMACY = """\
# A site file: who you are, where, when you are open, and how many transactions a day you have.
# Change it to your own, then run: outageplan validate THIS-FILE
# What stands behind # is a comment; delete lines that you do not need.
# The name, the hours and the numbers below are invented: replace them.
format: outageplan-site/1
name:
  zh: 示例药店
  en: Example Pharmacy
# pharmacy, hospital, agency (the bureau's counters), employer or tax
role: pharmacy  # pharmacies
# codes of the pools you are designated to, one or more: outageplan catalog pools Weifang
pools: [370700]  # Weifang
# where you are (pool of treatment); the first above if left out
place: 370700
# the number that people may call
telephone: 12393

# Opening hours: mon to sun, mon-fri, daily; a day that is not named is closed.
# holiday: statutory days off; makeup: weekend days on which offices work instead.
# Several stretches a day are fine; 24 hours; closed; over midnight, split it between two days.
hours:
  mon-fri: 08:00-12:00 13:00-21:00
  sat-sun: 09:00-18:00
  holiday: 09:00-18:00

# Transactions per open day, by service: outageplan catalog services settlement
# Where you are not sure write a range, as 280-350.
volumes:
  settlement.local.pharmacy: 320

# how many you can settle in an hour, today's own included: for how long catching up takes
rate: 60
"""


def test_the_example() -> None:
    assert run("site", "new", "--lang", "en") == Result(0, PHARMACY, "")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("role", list(roles()))
def test_every_example_is_valid_as_it_stands(role: str, lang: str) -> None:
    made = run("site", "new", "--role", role, "--pool", "潍坊", "--pool", "379900", "--lang", lang)
    assert (made.code, made.err) == (0, "")
    reading = read_site(made.out.encode(), "site.yaml")
    assert reading.findings == ()
    assert reading.site is not None
    assert (reading.site.role, reading.site.pools, reading.site.place) == (role, ("370700", "379900"), "370700")
    assert reading.site.hours
    assert reading.site.volumes
    assert reading.site.rate


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("示例大药房", "示例大药房", None),
        ("A Name", None, "A Name"),
        ('a "b" \\ # : {', None, 'a "b" \\ # : {'),
        ("a\x1bb\nc", None, "a\\x1bb c"),
    ],
)
def test_a_name_of_ones_own(name: str, zh: str | None, en: str | None) -> None:
    reading = read_site(run("site", "new", "--name", name).out.encode(), "site.yaml")
    assert reading.site is not None
    assert (reading.site.name.zh, reading.site.name.en) == (zh, en)


def test_it_is_written_to_a_file_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    done = run("site", "new", "--lang", "en", "--output", file)
    assert done == Result(0, "", f"wrote {file}; make it your own, then run: outageplan validate {file}\n")
    assert file.read_text(encoding="utf-8") == PHARMACY
    file.write_text("mine", encoding="utf-8")
    again = run("site", "new", "--lang", "en", "--output", file)
    assert again == Result(2, "", f"error: {file} is there already; --force overwrites it\n")
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("site", "new", "--lang", "en", "--output", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") == PHARMACY


def test_a_link_that_leads_nowhere_is_not_followed_unasked(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").symlink_to(tmp_path / "gone.yaml")
    assert run("site", "new", "--output", tmp_path / "site.yaml").code == 2
    assert not (tmp_path / "gone.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--role", "chemist"], "there is no role called `chemist`"),
        (["--pool", "nowhere"], "there is no pool called `nowhere`"),
        (["--name", " "], "--name must not be blank"),
        (["--lang", "fr"], "--lang is zh or en, not `fr`"),
    ],
)
def test_what_is_refused(arguments: list[str], told: str) -> None:
    result = run("site", "new", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_alone_it_prints_its_help() -> None:
    result = run("site")
    assert result.code == 2
    assert "\n  new  " in result.out + result.err


# ---- validate


def test_validate_reads_a_site(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(PHARMACY, encoding="utf-8")
    assert run("validate", file, "--lang", "en") == Result(0, "no problems in 1 file; 1 site file can be read\n", "")
    zh = "1 个文件，未发现问题；1 份机构文件可用\n"
    assert run("validate", file, "--lang", "zh") == Result(0, zh, "")


def test_validate_tells_every_problem_of_a_site(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(PHARMACY.replace("rate: 60", "rate: lots").replace("sat-sun", "weekend"), encoding="utf-8")
    result = run("validate", file, "--lang", "en", "--format", "json")
    assert result.code == 1
    found = [(one["code"], one["line"], one["column"], one["key"]) for one in json.loads(result.out)["findings"]]
    assert found == [("OP108", 23, 3, "hours.weekend"), ("OP108", 32, 7, "rate")]


def test_validate_takes_sites_among_notices(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "site.yaml").write_text(PHARMACY, encoding="utf-8")
    result = run("validate", tmp_path, "--select", "OP1", "--lang", "en")
    assert result.out == "no problems in 2 files; 1 notice and 1 site file can be read\n"


@pytest.mark.parametrize("rate", ["60", "lots"])
def test_check_is_not_disturbed_by_a_site(rate: str, tmp_path: Path) -> None:
    small(tmp_path)
    ask: list[str | Path] = ["check", "--notices", tmp_path, "--at", "2021-11-22 09:00", "--lang", "en"]
    before = run(*ask)
    (tmp_path / "site.yaml").write_text(PHARMACY.replace("rate: 60", f"rate: {rate}"), encoding="utf-8")
    assert run(*ask) == before
    assert (before.code, before.err) == (0, "")


# ---- schema


def test_the_schema_of_sites() -> None:
    result = run("schema", "--kind", "site")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == site_schema()


def test_a_kind_that_there_is_not() -> None:
    assert run("schema", "--kind", "house", "--lang=en").code == 2
    result = run("schema", "--kind", "house")
    assert result == Result(2, "", "error: --kind is notice or site, not `house`\n")
