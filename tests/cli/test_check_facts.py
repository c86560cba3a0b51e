"""Facts of the patient on the command line: every way of giving them, what is refused, and what is asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .invented import DURING, NOTICES
from .running import Result, run

LOCAL = ("--insured-at", "419900", "--treated-at", "419900", "--role", "insured")


def check(*arguments: str, lang: str = "en") -> Result:
    return run("check", "henan-2021-11", "--notices", NOTICES, "--at", DURING, "--lang", lang, *arguments)


def answer(*arguments: str) -> dict[str, Any]:
    """The JSON answer to a question that raises no complaint."""
    result = check("--format", "json", *arguments)
    assert (result.code, result.err) == (0, "")
    found: dict[str, Any] = json.loads(result.out)
    return found


# --- What was asked ---------------------------------------------------------------------------------------------------

FACTS = ("scheme", "patient", "admitted", "discharged", "visit", "receipt")


def asked(*arguments: str) -> dict[str, Any]:
    found = answer(*arguments)["asked"]
    return {key: found[key] for key in FACTS if found[key] is not None}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param(["--scheme", "resident"], {"scheme": "resident"}, id="scheme"),
        pytest.param(["--scheme", "职工"], {"scheme": "employee"}, id="scheme-in-chinese"),
        pytest.param(["--patient", "chronic"], {"patient": ["chronic"]}, id="a-fact"),
        pytest.param(["--patient", "住院,慢特病"], {"patient": ["inpatient", "chronic"]}, id="commas"),
        pytest.param(["--patient", "住院，慢特病"], {"patient": ["inpatient", "chronic"]}, id="chinese-commas"),
        pytest.param(
            ["--patient", "inpatient", "--patient", "chronic, 住院"],
            {"patient": ["inpatient", "chronic"]},
            id="repeated",
        ),
        pytest.param(["--patient", "none"], {"patient": []}, id="none"),
        pytest.param(["--patient", "无"], {"patient": []}, id="none-in-chinese"),
        pytest.param(["--patient", "None"], {"patient": []}, id="none-with-a-capital"),
        pytest.param(["--admitted", "2021-11-20"], {"admitted": "2021-11-20"}, id="a-day-stays-a-day"),
        pytest.param(
            ["--admitted", "2021-11-20T10:00", "--discharged", "2021-11-22T10:00:00+08:00"],
            {"admitted": "2021-11-20 10:00", "discharged": "2021-11-22 10:00 +08:00"},
            id="iso-8601",
        ),
        pytest.param(
            ["--visit", "2021-11-22 24:00", "--receipt", "2021-11-23"],
            {"visit": "2021-11-22 24:00", "receipt": "2021-11-23"},
            id="visit-and-receipt",
        ),
        pytest.param(
            ["--admitted", "2021-11-22", "--discharged", "2021-11-22"],
            {"admitted": "2021-11-22", "discharged": "2021-11-22"},
            id="in-and-out-in-a-day",
        ),
        pytest.param(
            ["--admitted", "2021-11-22 10:00", "--discharged", "2021-11-22"],
            {"admitted": "2021-11-22 10:00", "discharged": "2021-11-22"},
            id="out-later-that-day",
        ),
    ],
)
def test_what_was_asked(arguments: list[str], told: dict[str, object]) -> None:
    assert asked(*arguments) == told


def test_the_scheme_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTAGEPLAN_SCHEME", "居民")
    assert asked() == {"scheme": "resident"}
    assert asked("--scheme", "employee") == {"scheme": "employee"}


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "zh",
            "险种：职工医保\n患者情况：住院患者\n入院：2021-11-20（周六）（未写明几点）\n"
            "出院：2021-11-22 10:00（周一）\n",
        ),
        (
            "en",
            "scheme: employees' scheme\npatient: inpatients\nadmitted: 2021-11-20 (Sat), hour not stated\n"
            "discharged: 2021-11-22 10:00 (Mon)\n",
        ),
    ],
)
def test_the_answer_begins_with_what_was_asked(lang: str, lines: str) -> None:
    facts = ("--scheme", "employee", "--patient", "inpatient", "--admitted", "2021-11-20")
    assert lines in check(*facts, "--discharged", "2021-11-22 10:00", lang=lang).out


# --- What is refused --------------------------------------------------------------------------------------------------

MOMENT = ("应写作 `2021-12-05 08:30`", "write `2021-12-05 08:30`")
REFUSED = {
    "unknown fact": (["--patient", "zzzz"], "没有名为“zzzz”的患者情况", "there is no patient fact called `zzzz`"),
    "unknown scheme": (["--scheme", "zzzz"], "没有名为“zzzz”的险种", "there is no scheme called `zzzz`"),
    "none and another": (
        ["--patient", "none,chronic"],
        "患者情况不能既写“无”（none）又写“chronic”",
        "the patient facts are `none` or `chronic`, not both",
    ),
    "another and none": (
        ["--patient", "chronic", "--patient", "无"],
        "患者情况不能既写“无”（none）又写“chronic”",
        "the patient facts are `none` or `chronic`, not both",
    ),
    "none and a stay": (
        ["--patient", "none", "--discharged", "2021-11-22"],
        "已给出入院或出院时间，即为住院患者，患者情况不能写“无”（none）",
        "an admission or discharge makes an inpatient: the patient facts cannot be `none`",
    ),
    "no fact between commas": (
        ["--patient", "chronic,,inpatient"],
        "--patient 后面没有写患者情况",
        "--patient names no fact",
    ),
    "not a moment": (
        ["--admitted", "yesterday"],
        f"“yesterday”不是可识别的时间；{MOMENT[0]}",
        f"`yesterday` is not a moment of the format; {MOMENT[1]}",
    ),
    "no such day": (
        ["--visit", "2021-02-29"],
        f"“2021-02-29”不是可识别的时间（没有这一天）；{MOMENT[0]}",
        f"`2021-02-29` is not a moment of the format (there is no such day); {MOMENT[1]}",
    ),
    "what is only expected": (
        ["--discharged", "expected 2021-11-22"],
        f"“expected 2021-11-22”不是可识别的时间；{MOMENT[0]}",
        f"`expected 2021-11-22` is not a moment of the format; {MOMENT[1]}",
    ),
    "out before in": (
        ["--admitted", "2021-11-22 10:00", "--discharged", "2021-11-22 09:59"],
        "出院时间 2021-11-22 09:59 早于入院时间 2021-11-22 10:00",
        "the discharge, 2021-11-22 09:59, comes before the admission, 2021-11-22 10:00",
    ),
    "out the day before": (
        ["--admitted", "2021-11-22", "--discharged", "2021-11-21"],
        "出院时间 2021-11-21 早于入院时间 2021-11-22",
        "the discharge, 2021-11-21, comes before the admission, 2021-11-22",
    ),
    "out the day before midnight": (
        ["--admitted", "2021-11-22 00:00", "--discharged", "2021-11-21"],
        "出院时间 2021-11-21 早于入院时间 2021-11-22 00:00",
        "the discharge, 2021-11-21, comes before the admission, 2021-11-22 00:00",
    ),
    "out before in by another clock": (
        ["--admitted", "2021-11-22 10:00", "--discharged", "2021-11-22 10:30 +09:00"],
        "出院时间 2021-11-22 10:30 +09:00 早于入院时间 2021-11-22 10:00",
        "the discharge, 2021-11-22 10:30 +09:00, comes before the admission, 2021-11-22 10:00",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_message_that_helps(case: str) -> None:
    arguments, zh, en = REFUSED[case]
    assert check(*arguments, lang="zh") == Result(2, "", f"错误: {zh}\n")
    assert check(*arguments, lang="en") == Result(2, "", f"error: {en}\n")


@pytest.mark.parametrize("option", ["--scheme", "--patient", "--admitted", "--discharged", "--visit", "--receipt"])
@pytest.mark.parametrize("value", ["", " "], ids=["empty", "blank"])
def test_an_empty_value_is_no_answer_in_silence(option: str, value: str) -> None:
    result = check(option, value)
    assert (result.code, result.out) == (2, "")
    assert result.err


# --- What it still depends on -----------------------------------------------------------------------------------------


def test_open_facts_as_data() -> None:
    found = answer(*LOCAL, "--patient", "inpatient", "--admitted", "2021-11-21")["open_facts"]
    assert [(fact["fact"], fact["option"], fact["values"]) for fact in found] == [
        ("patient", "--patient", ["chronic", "special_drug"]),
        ("admitted", "--admitted", ["2021-11-21 18:00"]),
        ("discharged", "--discharged", ["2021-11-21 18:00"]),
    ]
    assert found[1] == {
        "fact": "admitted",
        "option": "--admitted",
        "values": ["2021-11-21 18:00"],
        "text": {
            "zh": "答复取决于入院之日 2021-11-21（周日）的钟点（18:00之前还是之后）：请用 --admitted 写明",
            "en": "the answer depends on the hour on the day of admission, 2021-11-21 (Sun), before or after 18:00: "
            "give --admitted",
        },
        "services": [],
        "guidance": [
            *("local-admitted-during", "local-admitted-register", "local-convert-patient", "local-discharge-before"),
            "local-reregister",
        ],
    }


def test_a_role_is_not_asked_for_what_its_services_do_not_show() -> None:
    """The scheme matters to transfers and long-term care, which pharmacies do not handle."""
    where = ("--insured-at", "370700", "--treated-at", "370700", "--lang", "en")
    asked = ("check", "weifang-2023-12", "--notices", NOTICES, "--at", "2023-12-02 09:00", *where)
    assert "--scheme" in run(*asked, "--role", "insured").out
    assert "--scheme" not in run(*asked, "--role", "pharmacy").out


@pytest.mark.parametrize("width", [40, 80])
def test_what_it_depends_on_fits_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = check(*LOCAL, lang="en").out
    section = out.split("Depends on\n")[1].split("\n\n")[0].splitlines()
    assert all(len(line) <= width for line in section)
    assert sum(line.startswith("  ? --") for line in section) == 3
