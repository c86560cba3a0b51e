"""`outageplan history` on the notice of Henan and follow-ups to it, each of them invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..notices.followups import copied, options
from ..notices.followups.wholes import WHOLE, WHOLES, Whole
from .running import Result, run, run_on_terminal

ID = "henan-2021-11"


def history(*arguments: str, kinds: tuple[str, ...] = ("late", "early"), id: str = ID) -> Result:
    return run("history", id, *options(kinds), "--lang", "en", *arguments)


def data(*arguments: str, kinds: tuple[str, ...] = ("late", "early"), id: str = ID) -> Any:
    result = history("--format", "json", *arguments, kinds=kinds, id=id)
    assert result.code == 0
    return json.loads(result.out)


@pytest.mark.parametrize("whole", WHOLES, ids=lambda whole: whole.file)
def test_the_whole_answer(whole: Whole) -> None:
    assert whole.printed() == whole.kept()


def test_no_answer_is_kept_that_nobody_asks_for() -> None:
    assert {path.name for path in WHOLE.iterdir()} == {whole.file for whole in WHOLES}


@pytest.mark.parametrize("whole", [one for one in WHOLES if one.file.endswith(".txt")], ids=lambda whole: whole.file)
def test_no_line_is_wider_than_the_terminal(whole: Whole) -> None:
    from rich.cells import cell_len

    assert [line for line in whole.kept().splitlines() if cell_len(line) > 80] == []


def test_an_amendment_leads_to_its_notice_with_a_hint() -> None:
    asked = history(id="henan-2021-11-late")
    assert (
        asked.err
        == "henan-2021-11-late is an amendment of henan-2021-11: this is the answer for henan-2021-11 as amended\n"
    )
    assert (asked.code, asked.out) == (0, history().out)


@pytest.mark.parametrize(
    ("known", "ids"),
    [
        ("2021-11-17 00:00", [ID]),
        ("2021-11-26 19:59", [ID]),
        ("2021-11-26 20:00", [ID, "henan-2021-11-late"]),
        ("2021-11-28 06:09", [ID, "henan-2021-11-late"]),
        ("2021-11-28 06:10", [ID, "henan-2021-11-late", "henan-2021-11-early"]),
    ],
)
def test_only_what_was_published_is_told(known: str, ids: list[str]) -> None:
    found = data("--known-at", known)
    assert [version["id"] for version in found["versions"]] == ids
    assert found["asked"] == {"notice": ID, "known_at": f"{known.replace(' ', 'T')}+08:00"}


@pytest.mark.parametrize(("id", "known"), [(ID, "2021-11-16 23:59"), ("henan-2021-11-late", "2021-11-26 19:59")])
def test_what_was_not_published_yet_is_said_to_be_unknown(id: str, known: str) -> None:
    for command in (("history",), ("check", "--at", "2021-11-22 09:00")):
        result = run(*command, id, *options(("late", "early")), "--lang", "en", "--known-at", known)
        day = "Tue" if id == ID else "Fri"
        assert (result.code, result.out) == (2, "")
        assert result.err == f"error: nothing by the id `{id}` was published at {known} ({day})\n"


def test_suggestions_do_not_know_the_future() -> None:
    result = history("--known-at", "2021-11-16 23:59", id="henan-2021-12")
    assert (result.code, result.err) == (2, "error: there is no notice `henan-2021-12`\n")
    assert "`henan-2021-11`" in history(id="henan-2021-12").err


def test_the_data_tell_what_moved_and_how_sure_it_is() -> None:
    first, late, early = data()["versions"]
    assert (first["amends"], late["amends"], early["amends"]) == (None, ID, ID)
    assert (first["changes"], [one["key"] for one in late["changes"]]) == ([], ["title", "end"])
    told = [
        (one["key"], *(side and (side["at"], side["kind"]) for side in (one["old"], one["new"])))
        for version in (first, late, early)
        for one in version["deadlines"]
        if one["guidance"] == "file-after-referral"
    ]
    assert told == [
        ("not_before", None, ("2021-11-28T08:00+08:00", "provisional")),
        ("deadline", None, ("2021-12-08T00:00+08:00", "provisional")),
        ("not_before", ("2021-11-28T08:00+08:00", "provisional"), ("2021-11-30T08:00+08:00", "provisional")),
        ("deadline", ("2021-12-08T00:00+08:00", "provisional"), ("2021-12-10T00:00+08:00", "provisional")),
        ("not_before", ("2021-11-30T08:00+08:00", "provisional"), ("2021-11-28T06:00+08:00", "firm")),
        ("deadline", ("2021-12-10T00:00+08:00", "provisional"), ("2021-12-08T00:00+08:00", "firm")),
    ]


def test_a_deadline_without_a_date_is_told_as_such() -> None:
    last = data(kinds=("open",))["versions"][-1]
    (due,) = [one for one in last["deadlines"] if one["key"] == "deadline"]
    assert (due["old"]["kind"], due["new"]["kind"], due["new"]["at"]) == ("provisional", "undated", None)


def test_a_file_that_is_left_out_is_told_and_the_rest_is_answered(tmp_path: Path) -> None:
    folder = copied(tmp_path, ("late",))
    text = (
        "format: outageplan/1\nid: x\namends: henan-2021-11\npublished: 2021-11-20\nwindows: {no-end: {clause: '1'}}\n"
    )
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    result = run("history", ID, "--notices", folder, "--lang", "en", "--format", "json")
    assert result.code == 3
    assert "error OP102 missing-key: with this amendment applied: `start` is missing in `windows.no-end`" in result.err
    assert f"left out: {folder / 'x.yaml'}\n" in result.err
    found = json.loads(result.out)
    assert [version["id"] for version in found["versions"]] == [ID, "henan-2021-11-late"]
    assert [finding["code"] for finding in found["findings"]] == ["OP102", "OP102"]


def test_it_is_written_to_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "history.txt"
    result = history("--output", str(target))
    assert (result.code, result.out) == (0, "")
    assert target.read_text(encoding="utf-8") == history().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "html"), "error: --format is one of text, markdown, json, not `html`\n"),
        (("--lang", "de"), "error: --lang is zh or en, not `de`\n"),
        (("--known-at", "yesterday"), "error: `yesterday` is not a moment of the format; write `2021-12-05 08:30`\n"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str) -> None:
    result = run("history", ID, *options(()), *arguments)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_without_a_notice_it_says_what_is_missing() -> None:
    result = run("history", "--lang", "en")
    assert result.code == 2
    assert "NOTICE" in result.err


def test_on_a_terminal_what_is_uncertain_is_marked() -> None:
    shown = run_on_terminal("history", ID, *options(("late",)), "--lang", "en")
    assert shown.code == 0
    assert "\x1b[1mHistory of henan-2021-11\x1b[0m" in shown.out
    assert "≈" in shown.out


def test_hidden_characters_of_a_file_reach_nobody(tmp_path: Path) -> None:
    folder = copied(tmp_path, ())
    text = 'format: outageplan/1\nid: x\namends: henan-2021-11\npublished: 2021-11-20\ntitle: {zh: "停\\u202e机"}\n'
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    for format in ("text", "markdown", "json"):
        result = run("history", ID, "--notices", folder, "--lang", "zh", "--format", format)
        assert (result.code, "\u202e" in result.out) == (0, False)
