"""`outageplan check` on a notice that was amended; the follow-ups are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..notices.followups import copied, options
from .running import Result, run

ID = "henan-2021-11"


def check(*arguments: str, kinds: tuple[str, ...] = ("late", "early")) -> Result:
    return run("check", *options(kinds), "--at", "2021-11-27 09:00", *arguments)


def test_the_data_list_the_amendments_in_order() -> None:
    def amendments(*arguments: str, kinds: tuple[str, ...]) -> Any:
        (notice,) = json.loads(check("--format", "json", *arguments, kinds=kinds).out)["notices"]
        return notice["amendments"]

    late = {
        "id": "henan-2021-11-late",
        "published": "2021-11-26 20:00",
        "title": {"zh": "（虚构）恢复时间推迟", "en": "(invented) The return is put off"},
    }
    assert amendments(kinds=()) == []
    assert amendments(kinds=("open", "late")) == [late, {"id": "henan-2021-11-open", "published": "2021-11-27 09:00"}]
    assert amendments("--known-at", "2021-11-27 08:59", kinds=("open", "late")) == [late]


@pytest.mark.parametrize(
    ("lang", "kinds", "told"),
    [
        (
            "en",
            ("late",),
            "confirmed · active · published 2021-11-17 (Wed) · amended 2021-11-26 20:00 (Fri) (henan-2021-11-late) · ",
        ),
        (
            "zh",
            ("late",),
            "正式公告 · 进行中 · 2021-11-17（周三）发布 · 2021-11-26 20:00（周五）变更 1 次（henan-2021-11-late） · ",
        ),
        ("en", ("late", "open"), "2 amendments, the last 2021-11-27 09:00 (Sat) (henan-2021-11-open)"),
        ("zh", ("late", "open"), "变更 2 次，最近 2021-11-27 09:00（周六）（henan-2021-11-open）"),
        ("en", ("more",), "amended 2021-11-19 (Fri) (henan-2021-11-more)"),
    ],
)
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_the_facts_of_a_notice_tell_of_its_amendments(
    lang: str, kinds: tuple[str, ...], told: str, format: str
) -> None:
    assert told in check("--lang", lang, "--format", format, kinds=kinds).out


def test_the_id_of_an_amendment_answers_for_its_notice() -> None:
    asked = check("henan-2021-11-late", "--lang", "zh")
    assert asked.err == "henan-2021-11-late 是 henan-2021-11 的变更公告，以下按变更后的 henan-2021-11 作答\n"
    assert (asked.code, asked.out) == (0, check(ID, "--lang", "zh").out)


def test_a_notice_that_is_named_twice_is_told_once() -> None:
    found = json.loads(check(ID, "henan-2021-11-late", "henan-2021-11-early", "--format", "json").out)
    assert found["asked"]["notices"] == [ID]
    assert [one["id"] for one in found["notices"]] == [ID]


def test_an_amendment_that_was_left_out_is_a_matter_of_reading(tmp_path: Path) -> None:
    folder = copied(tmp_path, ())
    text = "format: outageplan/1\nid: x\namends: henan-2021-11\npublished: 2021-11-20\nguidance: {nothing: null}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    result = run("check", "x", "--notices", folder, "--lang", "en", "--at", "2021-11-27 09:00")
    assert (result.code, result.out) == (3, "")
    assert (
        "x.yaml:5:12: error OP209 unknown-part: there is no `nothing` in the notice that could be removed\n"
        in result.err
    )
    assert "error: there is no notice `x`; on file: `henan-2021-11`\n" in result.err


def test_clauses_read_well_where_several_notices_are_shown() -> None:
    weifang = Path(__file__).parents[2] / "notices" / "weifang-2023-12.yaml"
    result = run(
        "check",
        ID,
        "weifang-2023-12",
        *options(("late", "early")),
        "--notices",
        weifang,
        "--lang",
        "en",
        "--at",
        "2021-11-28 05:00",
        "--service",
        "settlement.local.outpatient",
    )
    assert "[henan-2021-11 I.2 → henan-2021-11-late 1 → henan-2021-11-early 1]\n" in result.out
    assert "[weifang-2023-12 Hours]\n" in result.out


def test_the_engine_answers_alike_from_the_library_interface() -> None:
    import outageplan

    from ..notices.followups import henan

    notice = henan("late", "early")
    for known, state in (("2021-11-28 06:09", "down"), ("2021-11-28 06:10", "over")):
        plan = outageplan.plan([notice], at="2021-11-28 07:00", known_at=known, ids=[ID], services=["inquiry"])
        assert [line.state.value for line in plan.services] == [state]
