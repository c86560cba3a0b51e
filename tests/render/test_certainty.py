"""What is sure and what is not are told apart by words alone, without colour or sign."""

from __future__ import annotations

import pytest

from outageplan.engine.plan import make_plan
from outageplan.render.check_common import MARKS
from outageplan.wording import Lang

from ..cli.running import run
from ..engine.building import at, case, invented
from .asking import LANGUAGES, printed

ENDS = {
    "stated": ("2021-11-28 08:00", "2021-11-28 08:00（周日）", "2021-11-28 08:00 (Sun)"),
    "no later than": ("no later than 2021-11-28 08:00", "不晚于 2021-11-28", "no later than 2021-11-28"),
    "hour not stated": ("2021-11-28", "2021-11-28（周日）（未写明几点）", "2021-11-28 (Sun), hour not stated"),
    "expected": (
        "expected 2021-11-28 08:00",
        "预计 2021-11-28 08:00（周日），未确认",
        "expected 2021-11-28 08:00 (Sun), not confirmed",
    ),
    "tentative": (
        "tentative 2021-11-28 08:00",
        "暂定 2021-11-28 08:00（周日），未确认",
        "tentatively 2021-11-28 08:00 (Sun), not confirmed",
    ),
    "not before": ("not before 2021-11-28 08:00", "不早于 2021-11-28", "not before 2021-11-28"),
    "open": ("to be announced", "恢复：另行通知", "return: to be announced"),
    "unresolved": ("unresolved 下月初", "时间不明（原文“下月初”）", "no date fixed (the source says “下月初”)"),
    "event": ("when 验收通过", "以“验收通过”为准，无日期", "when 验收通过, no date"),
}
SURE = ("stated", "no later than", "hour not stated")


def answer(end: str, lang: Lang, *, moment: str = "2021-11-22 09:00", status: str = "confirmed") -> list[str]:
    """What is printed of an invented stop with that end, without any sign."""
    notice = invented(windows={"stop": ("2021-11-21 18:00", end)}, effects={"inquiry": "suspended"}, status=status)
    lines = printed(make_plan([notice], case(at(moment))), lang)
    footer = 2  # the legend of the signs, and the blank line before it
    signs = str.maketrans("", "", "".join(set(MARKS.values()) - {"–"}))
    return [line.translate(signs) for line in lines[:-footer]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ENDS)
def test_the_words_of_every_kind_of_end(kind: str, lang: Lang) -> None:
    phrase, zh, en = ENDS[kind]
    told = [line for line in answer(phrase, lang) if (zh if lang == "zh" else en) in line]
    assert len(told) == 2, "in the headline, and with the services"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_kinds_read_alike(lang: Lang) -> None:
    read = {kind: "\n".join(answer(phrase, lang)) for kind, (phrase, _, _) in ENDS.items()}
    assert len(set(read.values())) == len(ENDS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ENDS)
def test_after_its_end_only_a_sure_stop_is_over(kind: str, lang: Lang) -> None:
    phrase = ENDS[kind][0]
    text = "\n".join(answer(phrase, lang, moment="2021-11-29 09:00"))
    over = {"zh": "库中没有正在进行或将要进行的停机公告", "en": "No notice on file is under way or ahead"}[lang]
    assert (over in text) == (kind in SURE)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("status", ["draft", "tentative"])
def test_in_a_notice_that_is_not_confirmed_no_time_is_sure(status: str, lang: Lang) -> None:
    """The engine promises nothing by it (after the end it is unconfirmed); what is printed must not either."""
    sure, unsure = answer("2021-11-28 08:00", lang), answer("2021-11-28 08:00", lang, status=status)
    when = ENDS["stated"][1 if lang == "zh" else 2]
    told = [line for line in sure if when in line]
    assert len(told) == 2
    assert not set(told) & set(unsure)


def test_the_notice_of_the_31st_promises_nothing_anywhere() -> None:
    result = run("check", "maintenance-31st", "--at", "2025-05-31 03:00", "--lang", "en")
    assert result.code == 0
    assert "no date fixed (the source says “31日凌晨”)" in result.out
    assert "place not stated" in result.out
    assert "2025-05-31 0" not in result.out.partition("\n")[2].partition("Notices and notes")[0]
