"""What can be asked: by whom, for which services and places, at which moment; read back from the JSON answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .invented import BEFORE, DURING, EXAMPLES, LATER, NOTICES, small
from .running import run

AGENCY = "agencies (the bureau's counters)"


def answer(*arguments: str, at: str = DURING, notices: Path = NOTICES) -> dict[str, Any]:
    """The JSON answer to a question that raises no complaint."""
    result = run("check", "--notices", notices, "--at", at, "--lang", "en", "--format", "json", *arguments)
    assert (result.code, result.err) == (0, "")
    found: dict[str, Any] = json.loads(result.out)
    return found


@pytest.mark.parametrize(
    ("word", "role"),
    [("pharmacy", "pharmacy"), ("定点零售药店", "pharmacy"), ("药店", "pharmacy"), (AGENCY, "agency"), ("TAX", "tax")],
)
def test_a_role_by_id_and_by_name(word: str, role: str) -> None:
    found = answer("--role", word)
    assert found["asked"]["role"] == role
    assert found["guidance"]
    assert all(role in line["for"] for line in found["guidance"])


PHARMACY, OFFSITE = "settlement.local.pharmacy", "settlement.offsite.in_province"


@pytest.mark.parametrize(
    ("asked", "services"),
    [
        pytest.param(["--service", PHARMACY], [PHARMACY], id="id"),
        pytest.param(["--service", "药店"], [PHARMACY], id="chinese"),
        pytest.param(["--service", "Drugstore Purchase"], [PHARMACY], id="english"),
        pytest.param(["--service", "inquiry, 药店"], ["inquiry", PHARMACY], id="comma-list"),
        pytest.param(["--service", "inquiry，药店"], ["inquiry", PHARMACY], id="chinese-comma"),
        pytest.param(["--service", "inquiry", "--service", "药店"], ["inquiry", PHARMACY], id="repeated"),
        pytest.param(["--service", "药店,药店"], [PHARMACY], id="twice-the-same"),
        pytest.param(["--service", OFFSITE], [OFFSITE], id="branch"),
        pytest.param(["--service", "off-site care, same province"], [OFFSITE], id="name-with-a-comma"),
        pytest.param(["--service", "handling"], ["handling"], id="group"),
        pytest.param(["--service", "all"], ["all"], id="everything"),
    ],
)
def test_services_by_every_way_of_naming_them(asked: list[str], services: list[str]) -> None:
    assert answer(*asked)["asked"]["services"] == services


def test_a_branch_is_answered_leaf_by_leaf() -> None:
    found = answer("--service", OFFSITE, "henan-2021-11")
    kinds = ("inpatient", "outpatient", "chronic", "pharmacy")
    assert [line["id"] for line in found["services"]] == [f"{OFFSITE}.{kind}" for kind in kinds]
    assert {line["state"] for line in found["services"]} == {"down"}


def test_a_service_that_no_notice_names_is_told_as_such(tmp_path: Path) -> None:
    (line,) = answer("--service", PHARMACY, notices=small(tmp_path))["services"]
    assert (line["state"], line["effect"], line["until"]) == ("not_mentioned", None, None)
    (reason,) = line["because"]
    assert (reason["notice"], reason["text"]["en"]) == (None, "no selected notice names it for this case")


@pytest.mark.parametrize(
    ("option", "key"), [("--insured-at", "insured_at"), ("--treated-at", "treated_at")], ids=["insured", "treated"]
)
@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("419900", "419900"),
        ("河南省本级", "419900"),
        ("河南省直", "419900"),
        ("Henan provincial-direct", "419900"),
        ("潍坊", "370700"),
        ("weifang", "370700"),
        ("全国", "100000"),
    ],
)
def test_a_place_by_code_and_by_name(option: str, key: str, word: str, code: str) -> None:
    assert answer(option, word)["asked"][key] == code


@pytest.mark.parametrize(
    ("moment", "at"),
    [
        ("2021-11-22 09:05", "2021-11-22T09:05+08:00"),
        ("2021-11-22 10:05 +09:00", "2021-11-22T09:05+08:00"),
        ("2021-11-22T09:05", "2021-11-22T09:05+08:00"),
        ("2021-11-22T09:05:00", "2021-11-22T09:05+08:00"),
        ("2021-11-22T09:05+08:00", "2021-11-22T09:05+08:00"),
        ("2021-11-22T01:05Z", "2021-11-22T09:05+08:00"),
        (" 2021-11-22 09:05 ", "2021-11-22T09:05+08:00"),
        ("2021-11-22 24:00", "2021-11-23T00:00+08:00"),
    ],
)
def test_the_moment_in_every_form(moment: str, at: str) -> None:
    assert answer(at=moment)["asked"]["at"] == at


@pytest.mark.parametrize(
    ("lang", "hint"),
    [("zh", "--at 2021-11-22 未写几点，按 00:00 计\n"), ("en", "--at 2021-11-22 gives no hour: taken as 00:00\n")],
)
def test_a_date_alone_is_midnight_and_says_so(lang: str, hint: str) -> None:
    result = run("check", "--notices", NOTICES, "--at", "2021-11-22", "--lang", lang, "--format", "json")
    assert (result.code, result.err) == (0, hint)
    assert json.loads(result.out)["asked"]["at"] == "2021-11-22T00:00+08:00"


def ids(found: dict[str, Any]) -> list[str]:
    return [notice["id"] for notice in found["notices"]]


def test_without_ids_those_that_are_not_over(tmp_path: Path) -> None:
    for id, start, end in (("past", 20, 21), ("now", 21, 23), ("ahead", 23, 24)):
        times = f"2021-11-{start} 18:00, end: 2021-11-{end} 08:00"
        small(tmp_path, id, replace=("2021-11-21 18:00, end: 2021-11-28 08:00", times))
    assert ids(answer(notices=tmp_path)) == ["ahead", "now"]
    assert ids(answer("--all", notices=tmp_path)) == ["ahead", "now", "past"]
    assert ids(answer("past", notices=tmp_path)) == ["past"]
    assert ids(answer("past", "ahead", "past", notices=tmp_path)) == ["past", "ahead"]


@pytest.mark.parametrize(("known_at", "found"), [("2021-11-16 23:59", []), ("2021-11-17 00:00", ["small"])])
def test_what_was_published_later_is_not_known(tmp_path: Path, known_at: str, found: list[str]) -> None:
    assert ids(answer("--known-at", known_at, notices=small(tmp_path))) == found


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--at", DURING),
        ("timeline", "--at", DURING),
        ("impact", "--at", DURING),
        ("checklist", "--at", DURING, "--role", "hospital"),
        ("calendar",),
    ],
    ids=lambda words: words[0],
)
def test_a_notice_without_a_date_of_publication_is_told_where_that_matters(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    notices = small(tmp_path, replace=("published: 2021-11-17\n", ""))
    asked = (*command, "--notices", str(notices), "--lang", "en")
    assert "date of publication" not in run(*asked).err
    told = run(*asked, "--known-at", "2021-11-18").err
    assert told == "small has no date of publication: it is counted as known\n"


def test_a_date_alone_as_knowledge_time_includes_what_was_published_that_day(tmp_path: Path) -> None:
    result = run("check", "--notices", small(tmp_path), "--at", DURING, "--lang", "en", "--known-at", "2021-11-17")
    assert result.code == 0
    assert "An invented stop [small]" in result.out


ENVIRONMENT = {
    "OUTAGEPLAN_INSURED_AT": "潍坊",
    "OUTAGEPLAN_TREATED_AT": "济南",
    "OUTAGEPLAN_ROLE": "药店",
}


def asked(found: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
    return found["asked"]["insured_at"], found["asked"]["treated_at"], found["asked"]["role"]


def test_what_a_site_repeats_daily_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    assert asked(answer()) == ("370700", "370100", "pharmacy")
    options = ("--insured-at", "419900", "--treated-at", "北京", "--role", "hospital")
    assert asked(answer(*options)) == ("419900", "110000", "hospital")


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "")
    assert asked(answer()) == (None, None, None)


@pytest.mark.parametrize("code", ["410000", "河南"])
@pytest.mark.parametrize(
    ("lang", "hint"),
    [
        ("zh", "河南省（410000）不等于河南省本级；如指省直，请写 419900\n"),
        ("en", "Henan (410000) is not its provincial-direct pool; if you mean that one, give 419900\n"),
    ],
)
def test_a_province_is_not_its_provincial_direct_pool(code: str, lang: str, hint: str) -> None:
    result = run("check", "--notices", NOTICES, "--at", DURING, "--lang", lang, "--insured-at", code)
    assert (result.code, result.err) == (0, hint)


def test_no_hint_on_a_province_whose_direct_pool_no_notice_names() -> None:
    assert answer("--insured-at", "370000", at=LATER)["asked"]["insured_at"] == "370000"


def test_all_options_together() -> None:
    found = answer(
        *("henan-2021-11", "--known-at", "2021-11-18", "--insured-at", "河南省直", "--treated-at", "Zhengzhou"),
        *(
            "--role",
            "医院",
            "--service",
            "住院,门诊",
            "--all",
            "--why",
            "--scheme",
            "职工",
            "--patient",
            "住院，慢特病",
        ),
        *("--admitted", "2021-11-16", "--discharged", "2021-11-22T10:00", "--visit", "2021-11-16 09:00"),
        *("--receipt", "2021-11-23"),
        at=BEFORE,
    )
    assert found["asked"] == {
        "at": "2021-11-20T10:00+08:00",
        "known_at": "2021-11-18T00:00+08:00",
        "insured_at": "419900",
        "treated_at": "410100",
        "role": "hospital",
        "services": ["settlement.local.inpatient", "settlement.local.outpatient"],
        "notices": ["henan-2021-11"],
        "scheme": "employee",
        "patient": ["inpatient", "chronic"],
        "admitted": "2021-11-16",
        "discharged": "2021-11-22 10:00",
        "visit": "2021-11-16 09:00",
        "receipt": "2021-11-23",
    }


def test_nothing_under_way_names_the_nearest_notices() -> None:
    found = answer(at="2024-08-01 09:00", notices=EXAMPLES / "stop.yaml")
    assert (found["notices"], found["services"]) == ([], [])
    assert [(one["id"], one["state"]) for one in found["nearest"]] == [("stop", "presumed_over")]


def test_nothing_asked_about_is_not_nothing_on_file() -> None:
    """A notice that is under way but says nothing of the service asked for: no claim that none is under way."""
    result = run("check", "--notices", EXAMPLES, "--at", DURING, "--lang", "en", "--service", "reimbursement")
    assert "[active]" in result.out
    assert "No notice on file is under way or ahead" not in result.out


def test_occurrences_are_listed_where_windows_repeat(tmp_path: Path) -> None:
    repeat = ('end: 2021-11-28 08:00, clause: "1"', 'end: 2021-11-22 08:00, repeat: FREQ=WEEKLY;COUNT=3, clause: "1"')
    small(tmp_path, replace=repeat)
    asked = ("check", "small", "--notices", tmp_path, "--lang", "en", "--occurrences", "5")
    result = run(*asked, "--at", "2021-11-28 18:00")
    assert (result.code, result.err) == (0, "")
    section = result.out.split("Occurrences\n")[1].split("\n\n")[0]
    assert section == (
        "  stop [small]: weekly on Sun, 3 times\n"
        "    ■ now   2021-11-28 18:00 (Sun) → 2021-11-29 08:00 (Mon)\n"
        "    △ next  2021-12-05 18:00 (Sun) → 2021-12-06 08:00 (Mon)"
    )
    result = run(*asked, "--at", "2021-12-06 08:00")
    section = result.out.split("Occurrences\n")[1].split("\n\n")[0]
    assert section == (
        "  stop [small]: weekly on Sun, 3 times\n    – the repetition has ended: there is no further one"
    )
    assert "Occurrences" not in run(*asked[:-2], "--at", "2021-12-06 08:00").out


def test_occurrences_of_what_does_not_repeat_are_not_listed(tmp_path: Path) -> None:
    small(tmp_path)
    result = run("check", "--notices", tmp_path, "--at", DURING, "--lang", "en", "--occurrences", "5")
    assert (result.code, result.err) == (0, "")
    assert "Occurrences" not in result.out
