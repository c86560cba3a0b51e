"""Questions that make no sense: whole messages in both languages, exit code 2, and nothing on standard output."""

from __future__ import annotations

import pytest

from .invented import DURING, NOTICES
from .running import Result, run

MOMENT = ("应写作 `2021-12-05 08:30`", "write `2021-12-05 08:30`")
ON_FILE = ("beijing-2025-05", "henan-2021-11", "maintenance-31st", "national-2024-06", "weifang-2023-12")

REFUSED = {
    "unknown role": (["--role", "nobody"], "没有名为“nobody”的角色", "there is no role called `nobody`"),
    "nearly a role": (
        ["--role", "hospitals"],
        "没有名为“hospitals”的角色；您要找的是不是 hospital（定点医疗机构）？",
        "there is no role called `hospitals`; did you mean `hospital` (hospitals and clinics)?",
    ),
    "unknown pool": (["--insured-at", "zzzz"], "没有名为“zzzz”的统筹区", "there is no pool called `zzzz`"),
    "nearly a pool": (
        ["--treated-at", "潍坊市医保局"],
        "没有名为“潍坊市医保局”的统筹区；您要找的是不是 370700（潍坊市）？",
        "there is no pool called `潍坊市医保局`; did you mean `370700` (Weifang)?",
    ),
    "several pools": (
        ["--insured-at", "Suzhou"],
        "“Suzhou”可以指多个统筹区：320500（苏州市）、341300（宿州市）；请写代码",
        "`Suzhou` can mean several: `320500` (Suzhou (Jiangsu)), `341300` (Suzhou (Anhui)); give the id",
    ),
    "unknown service": (["--service", "药店,zzzz"], "没有名为“zzzz”的业务", "there is no service called `zzzz`"),
    "unknown moment": (
        ["--at", "tomorrow"],
        f"“tomorrow”不是可识别的时间；{MOMENT[0]}",
        f"`tomorrow` is not a moment of the format; {MOMENT[1]}",
    ),
    "no such day": (
        ["--at", "2021-02-30"],
        f"“2021-02-30”不是可识别的时间（没有这一天）；{MOMENT[0]}",
        f"`2021-02-30` is not a moment of the format (there is no such day); {MOMENT[1]}",
    ),
    "unknown knowledge time": (
        ["--known-at", "2021-11"],
        f"“2021-11”不是可识别的时间；{MOMENT[0]}",
        f"`2021-11` is not a moment of the format; {MOMENT[1]}",
    ),
    "unknown format": (
        ["--format", "yaml"],
        "--format 只能是 text, json, markdown, html，不是“yaml”",
        "--format is one of text, json, markdown, html, not `yaml`",
    ),
    "nearly a notice": (
        ["henan-2012-11"],
        "没有编号为“henan-2012-11”的公告；现有：henan-2021-11、weifang-2023-12、national-2024-06",
        "there is no notice `henan-2012-11`; on file: `henan-2021-11`, `weifang-2023-12`, `national-2024-06`",
    ),
    "unknown notice": (
        ["zzzz"],
        "没有编号为“zzzz”的公告；现有：" + "、".join(ON_FILE),
        "there is no notice `zzzz`; on file: " + ", ".join(f"`{id}`" for id in ON_FILE),
    ),
}


def check(*arguments: str, lang: str = "en") -> Result:
    return run("check", "--notices", NOTICES, "--at", DURING, "--lang", lang, *arguments)


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_message_that_helps(case: str) -> None:
    arguments, zh, en = REFUSED[case]
    assert check(*arguments, lang="zh") == Result(2, "", f"错误: {zh}\n")
    assert check(*arguments, lang="en") == Result(2, "", f"error: {en}\n")


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("zh_CN.UTF-8", "错误: --lang 只能是 zh 或 en，不是“fr”\n"),
        ("C", "error: --lang is zh or en, not `fr`\n"),
    ],
)
def test_an_unknown_language_is_refused_in_that_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str, message: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert check(lang="fr") == Result(2, "", message)


def test_a_notice_that_was_not_published_yet_at_the_knowledge_time() -> None:
    result = check("henan-2021-11", "--known-at", "2020-01-01 00:00")
    assert result.code == 2
    assert result.out == ""
    assert "henan-2021-11" in result.err


@pytest.mark.parametrize("option", ["--at", "--known-at", "--insured-at", "--treated-at", "--role", "--service"])
@pytest.mark.parametrize("value", ["", " "], ids=["empty", "blank"])
def test_an_empty_value_is_no_answer_in_silence(option: str, value: str) -> None:
    """A script that gives `--insured-at "$POOL"` with the variable unset must not read that nothing is down."""
    result = check(option, value)
    assert (result.code, result.out) == (2, "")
    assert result.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--nope"], "No such option: --nope"),
        (["check", "--at"], "Option '--at' requires an argument."),
        (["nope"], "No such command 'nope'."),
        (["catalog"], "Missing argument"),
        (["validate", "--nope"], "No such option: --nope"),
    ],
)
def test_what_the_commands_do_not_take(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("number", ["0", "-1", "1000", "1.5", "all", "", "３", "1_0"])
def test_how_many_occurrences(number: str) -> None:
    result = check("--occurrences", number, "--lang", "zh")
    assert (result.code, result.out) == (2, "")
    assert f"--occurrences 应为 1 至 999 的整数，不是“{number}”" in result.err
    result = check("--occurrences", number, "--lang", "en")
    assert f"--occurrences is a whole number from 1 to 999, not `{number}`" in result.err
