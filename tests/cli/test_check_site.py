"""`check --site`: role and places come from a file, and each pool that a site serves has its own answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .invented import NOTICES
from .running import run

SITE = """\
# An invented pharmacy, for tests.
format: outageplan-site/1
name: {zh: 虚构药店, en: An invented pharmacy}
role: pharmacy
pools: [419900, 410100]
place: 410100
"""
ASKED = ("check", "--notices", NOTICES, "--at", "2021-11-22 09:00", "--service", "settlement.local.pharmacy")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    path = tmp_path / "site.yaml"
    path.write_text(SITE, encoding="utf-8")
    return path


def test_each_pool_has_its_own_answer(site: Path) -> None:
    """The provincial-direct pool of Henan is down that day; the city of Zhengzhou beside it is not (003, I.2)."""
    result = run(*ASKED, "henan-2021-11", "--site", site, "--format", "json")
    found = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert found["format"] == "outageplan-site-check/1"
    assert found["site"] == {
        "name": {"zh": "虚构药店", "en": "An invented pharmacy"},
        "role": "pharmacy",
        "pools": ["419900", "410100"],
        "place": "410100",
    }
    seen = [
        (one["asked"]["insured_at"], one["asked"]["treated_at"], one["asked"]["role"], one["services"][0]["state"])
        for one in found["answers"]
    ]
    assert seen == [("419900", "419900", "pharmacy", "down"), ("410100", "410100", "pharmacy", "not_mentioned")]


def test_without_services_visitors_have_an_answer_too(site: Path) -> None:
    asked = ASKED[: ASKED.index("--service")]
    found = json.loads(run(*asked, "henan-2021-11", "--site", site, "--format", "json").out)
    places = [(one["asked"]["insured_at"], one["asked"]["treated_at"]) for one in found["answers"]]
    assert places == [("419900", "419900"), ("410100", "410100"), (None, "419900"), (None, "410100")]


def test_places_that_are_given_make_one_answer(site: Path) -> None:
    found = json.loads(run(*ASKED, "--site", site, "--insured-at", "419900", "--format", "json").out)
    (one,) = found["answers"]
    assert (one["asked"]["insured_at"], one["asked"]["role"]) == ("419900", "pharmacy")


def test_a_role_that_is_given_comes_first(site: Path) -> None:
    found = json.loads(run(*ASKED, "--site", site, "--role", "insured", "--format", "json").out)
    assert {one["asked"]["role"] for one in found["answers"]} == {"insured"}


def test_the_answers_stand_one_below_the_other(site: Path) -> None:
    out = run(*ASKED, "henan-2021-11", "--site", site, "--lang", "zh").out
    first, second = out.split("\n\n\n")
    assert first.startswith("医保停机查询　2021-11-22 09:00（周一）\n机构：虚构药店\n参保地：河南省本级 (419900)\n")
    assert second.startswith("医保停机查询　2021-11-22 09:00（周一）\n机构：虚构药店\n参保地：郑州市 (410100)\n")
    markdown = run(*ASKED, "henan-2021-11", "--site", site, "--lang", "zh", "--format", "markdown").out
    assert markdown.count("# 医保停机查询") == 2


def test_the_site_may_come_from_the_environment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTAGEPLAN_SITE", str(site))
    assert json.loads(run(*ASKED, "--format", "json").out)["format"] == "outageplan-site-check/1"


def test_a_site_that_is_typed_comes_before_the_environment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who works at one desk by day may ask about another: what is typed comes first, in check as in other commands."""
    for name, value in (("ROLE", "insured"), ("INSURED_AT", "370700"), ("TREATED_AT", "110000")):
        monkeypatch.setenv(f"OUTAGEPLAN_{name}", value)
    typed = json.loads(run(*ASKED, "--site", site, "--format", "json").out)["answers"]
    assert [asked(one) for one in typed] == [("419900", "419900", "pharmacy"), ("410100", "410100", "pharmacy")]
    both = json.loads(run(*ASKED, "--site", site, "--insured-at", "419900", "--format", "json").out)["answers"]
    assert [asked(one) for one in both] == [("419900", None, "pharmacy")]
    monkeypatch.setenv("OUTAGEPLAN_SITE", str(site))
    neither = json.loads(run(*ASKED, "--format", "json").out)["answers"]
    assert [asked(one) for one in neither] == [("370700", "110000", "insured")]


def asked(one: dict[str, Any]) -> tuple[str | None, str | None, str]:
    return one["asked"]["insured_at"], one["asked"]["treated_at"], one["asked"]["role"]


def test_an_affected_pool_is_enough_for_the_exit_code(site: Path) -> None:
    assert run(*ASKED, "henan-2021-11", "--site", site, "--exit-code").code == 1
    assert run(*ASKED, "henan-2021-11", "--site", site, "--exit-code", "--insured-at", "410100").code == 0


def test_a_site_file_with_problems_is_told_with_its_place(site: Path) -> None:
    site.write_text(SITE.replace("pharmacy\npools", "pharmacist\npools"), encoding="utf-8")
    result = run(*ASKED, "--site", site, "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert f"{site}:4:7: error OP203 unknown-role" in result.err


def test_a_site_file_that_is_not_there() -> None:
    result = run(*ASKED, "--site", "nowhere.yaml", "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert result.err == "error: cannot read nowhere.yaml: there is no such file\n"
