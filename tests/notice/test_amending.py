"""Amendments laid over their notice: RFC 7396, in order of publication, with clauses that name them; all invented."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.amending import amended, merge_patch
from outageplan.notice.finding import Finding
from outageplan.notice.library import load
from outageplan.notice.model import Notice, Status
from outageplan.notice.reading import read_notice

from ..laws import tried
from .examples import changed

MORE = """\
  early-end:
    for: [insured]
    phase: before
    services: [settlement]
    action: plan_ahead
    say: {zh: 提前安排, en: Plan ahead.}
    deadline: 2 days before cut-over.start
    clause: II
contacts:
"""
NOTICE = changed("contacts:\n", MORE)


def amendment(body: str, id: str = "demo-2", published: str = "2021-11-20") -> str:
    return f"format: outageplan/1\nid: {id}\namends: demo\npublished: {published}\n{body}"


def laid_over(*texts: str) -> tuple[Notice, list[Finding]]:
    """The invented notice with amendments applied, and what was told of those left out."""
    first = read_notice(NOTICE.encode(), "demo.yaml")
    assert first.notice is not None
    assert first.document is not None
    assert isinstance(first.document.data, dict)
    readings = [read_notice(text.encode(), f"{text.split('id: ')[1].split()[0]}.yaml") for text in texts]
    for reading in readings:
        assert reading.amendment is not None, reading.findings
    found = amended(first.notice, first.document.data, readings)
    return found.notice, list(found.findings)


def applied(*texts: str) -> Notice:
    notice, findings = laid_over(*texts)
    assert findings == []
    return notice


# --- JSON Merge Patch -------------------------------------------------------------------------------------------------

# RFC 7396, appendix A
APPENDIX: list[tuple[Any, Any, Any]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "result"), APPENDIX)
def test_the_examples_of_rfc_7396(target: Any, patch: Any, result: Any) -> None:
    assert merge_patch(target, patch) == result


keys = st.sampled_from("abc")
full = st.recursive(st.text(max_size=2), lambda below: st.lists(below, max_size=2) | st.dictionaries(keys, below))
patches = st.recursive(
    st.none() | st.text(max_size=2), lambda below: st.lists(full, max_size=2) | st.dictionaries(keys, below)
)
many = tried()


@many
@given(full, patches)
def test_a_patch_that_is_applied_twice_changes_nothing_more(target: Any, patch: Any) -> None:
    once = merge_patch(target, patch)
    assert merge_patch(once, patch) == once


@many
@given(st.dictionaries(keys, full))
def test_an_empty_patch_changes_nothing(target: Any) -> None:
    assert merge_patch(target, {}) == target


@many
@given(full, patches)
def test_neither_is_changed_and_no_null_is_left(target: Any, patch: Any) -> None:
    before = repr((target, patch))
    result = merge_patch(target, patch)
    assert repr((target, patch)) == before
    if isinstance(patch, dict):
        assert "None" not in repr(result)


@many
@given(st.dictionaries(keys, full), full)
def test_a_patch_that_sets_every_key_leaves_what_it_sets(target: Any, wanted: Any) -> None:
    if not isinstance(wanted, dict):
        assert merge_patch(target, wanted) == wanted
        return
    removing = {key: None for key in target if key not in wanted}
    emptied = merge_patch(merge_patch(target, dict.fromkeys(target)), wanted)
    assert emptied == wanted
    assert set(merge_patch(target, removing | wanted)) == set(wanted)


# --- What an amendment does -------------------------------------------------------------------------------------------


def test_what_is_left_out_stays_and_what_is_there_changes() -> None:
    before, after = applied(), applied(amendment("windows:\n  cut-over: {end: 2021-11-28 06:00, clause: '1'}\n"))
    assert str(after.windows["cut-over"].end) == "2021-11-28 06:00"
    assert after.windows["cut-over"].start == before.windows["cut-over"].start
    assert (after.effects, after.guidance, after.contacts) == (before.effects, before.guidance, before.contacts)
    assert (after.id, after.published, after.status) == ("demo", None, Status.CONFIRMED)


def test_lists_are_replaced() -> None:
    after = applied(amendment("pools: [410000]\neffects:\n  everything: {services: [inquiry], in: [cut-over]}\n"))
    assert after.pools == ("410000",)
    assert after.effects["everything"].services == ("inquiry",)
    assert after.effects["everything"].effect == "suspended"


def test_parts_are_added_under_names_of_their_own() -> None:
    body = "windows:\n  halls: {start: 2021-11-20 18:00, end: to be announced}\n"
    body += "effects:\n  halls: {in: [halls], services: [channel.web_hall], effect: suspended, clause: '2'}\n"
    after = applied(amendment(body))
    assert list(after.windows) == ["cut-over", "halls"]
    assert (after.windows["halls"].clause, after.effects["halls"].clause) == ("demo-2", "demo-2 2")


@pytest.mark.parametrize("null", ["null", '"null"', "'null'"])
def test_null_removes(null: str) -> None:
    body = (
        f"guidance:\n  file-later: {null}\n  early-end: {{deadline: {null}, say: {{zh: {null}}}}}\ncontacts: {null}\n"
    )
    after = applied(amendment(body))
    assert list(after.guidance) == ["early-end"]
    assert after.guidance["early-end"].deadline is None
    assert (after.guidance["early-end"].say.zh, after.guidance["early-end"].say.en) == (None, "Plan ahead.")
    assert dict(after.contacts) == {}


def test_null_in_a_list_is_a_word() -> None:
    reading = read_notice(amendment("effects:\n  everything: {services: [null]}\n").encode(), "demo-2.yaml")
    assert [one.code for one in reading.findings] == ["OP201"]


def test_contacts_notes_and_sources_need_only_what_changes() -> None:
    body = "contacts:\n  desk: {phones: [12393]}\nnotes:\n  open: {say: {zh: 未写明}}\n"
    body += "sources:\n  announcement: {title: 停机公告}\n  later: {language: en}\n"
    after = applied(amendment(body))
    assert after.contacts["desk"].phones == ("12393",)
    assert after.contacts["desk"].name.zh == "窗口"
    assert (after.notes["open"].say.zh, after.notes["open"].say.en) == ("未写明", "The source leaves it open.")
    assert [(id, one.language, one.title) for id, one in after.sources.items()] == [
        ("announcement", "zh", "停机公告"),
        ("later", "en", None),
    ]


def test_an_amendment_does_not_change_what_it_says_of_itself() -> None:
    after = applied(amendment("status: completed\n"))
    assert (after.format, after.id, after.published) == ("outageplan/1", "demo", None)
    assert "amends" not in after.model_dump()


# --- Clauses ----------------------------------------------------------------------------------------------------------


def test_a_part_keeps_its_clause_and_gains_those_of_its_amendments() -> None:
    first = amendment("windows:\n  cut-over: {end: to be announced, clause: 一}\n", "demo-2")
    second = amendment("windows:\n  cut-over: {end: 2021-11-29 08:00}\n", "demo-3", "2021-11-28")
    assert applied(first).windows["cut-over"].clause == "I.1 → demo-2 一"
    assert applied(first, second).windows["cut-over"].clause == "I.1 → demo-2 一 → demo-3"
    assert applied(second).effects["everything"].clause is None


# --- Order ------------------------------------------------------------------------------------------------------------

EARLY = amendment("windows:\n  cut-over: {end: 2021-11-28 06:00}\n", "demo-a", "2021-11-26 09:00")
LATE = amendment("windows:\n  cut-over: {end: 2021-11-30 06:00}\n", "demo-b", "2021-11-27")
SAME = amendment("windows:\n  cut-over: {end: 2021-11-29 06:00}\n", "demo-c", "2021-11-27")
MORNING = amendment("windows:\n  cut-over: {end: 2021-11-29 07:00}\n", "demo-0", "2021-11-27 08:00")


@pytest.mark.parametrize("order", list(permutations((EARLY, LATE, SAME, MORNING))))
def test_they_are_taken_in_the_order_of_publication_and_ties_by_id(order: tuple[str, ...]) -> None:
    after = applied(*order)
    assert [change.amendment.id for change in after.changes] == ["demo-a", "demo-b", "demo-c", "demo-0"]
    assert str(after.windows["cut-over"].end) == "2021-11-29 07:00"
    ends = [str(change.before.windows["cut-over"].end) for change in after.changes]
    assert ends == ["expected 2021-11-28 08:00", "2021-11-28 06:00", "2021-11-30 06:00", "2021-11-29 06:00"]


# --- What cannot be applied -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code", "key", "line", "en"),
    [
        (
            "windows:\n  stop: {end: 2021-11-28 06:00}\n",
            "OP102",
            "windows.stop.start",
            6,
            "with this amendment applied: `start` is missing in `windows.stop`",
        ),
        (
            "windows:\n  cut-over: {end: null}\n",
            "OP102",
            "windows.cut-over.end",
            6,
            "with this amendment applied: `end` is missing in `windows.cut-over`",
        ),
        (
            "guidance:\n  early-end: {deadline: 2 days before stop.start}\n",
            "OP205",
            "guidance.early-end.deadline",
            6,
            "with this amendment applied: there is no window called `stop`; this notice has `cut-over`",
        ),
        (
            "windows:\n  cut-over: null\n  stop: {start: 2021-11-21, end: to be announced}\n",
            "OP205",
            "guidance.early-end.deadline",
            3,
            "with this amendment applied: there is no window called `cut-over`; this notice has `stop`",
        ),
        ("windows: null\n", "OP102", "windows", 5, "with this amendment applied: `windows` is missing"),
        ("status: null\n", "OP102", "status", 5, "with this amendment applied: `status` is missing"),
        (
            "guidance:\n  file-latr: null\n",
            "OP209",
            "guidance.file-latr",
            6,
            "there is no `file-latr` in the notice that could be removed; did you mean `file-later`?",
        ),
    ],
)
def test_what_leaves_no_valid_notice_is_left_out_and_told(body: str, code: str, key: str, line: int, en: str) -> None:
    notice, findings = laid_over(amendment(body))
    assert notice == applied()
    assert (code, key, "demo-2.yaml", line, en) in [
        (one.code, one.key, one.file, one.span.line, one.message["en"]) for one in findings
    ]


def test_the_others_are_applied_all_the_same() -> None:
    wrong = amendment("guidance:\n  no-such-thing: null\nstatus: cancelled\n", "demo-1", "2021-11-19")
    notice, findings = laid_over(wrong, EARLY)
    assert [change.amendment.id for change in notice.changes] == ["demo-a"]
    assert notice.status is Status.CONFIRMED
    assert [(one.code, one.message.zh) for one in findings] == [("OP209", "要删除的 `no-such-thing` 不在原公告中")]


# --- Files on the disk ------------------------------------------------------------------------------------------------


def test_a_library_holds_notices_as_amended(tmp_path: Path) -> None:
    names = ["z.yaml", "b.yaml", "sub/a.yaml"]
    (tmp_path / "sub").mkdir()
    for name, text in zip(names, (NOTICE, LATE, EARLY), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = load(tmp_path)
    assert (library.findings, library.ids()) == ((), ["demo"])
    (notice,) = library.notices
    assert notice == applied(EARLY, LATE)


@pytest.mark.parametrize(
    ("text", "code", "zh", "en"),
    [
        (
            amendment("").replace("amends: demo", "amends: demos"),
            "OP206",
            "所读的文件里没有可读取的公告“demos”；您要写的是不是 `demo`？；本文件未采用",
            "there is no readable notice `demos` among these files; did you mean `demo`?; this file is left out",
        ),
        (
            amendment("", "demo-3").replace("amends: demo", "amends: demo-a"),
            "OP503",
            "本公告变更的是另一份变更公告 demo-a；请改写为原公告的编号 demo；本文件未采用",
            "this amends `demo-a`, which is an amendment itself; write the notice's own id, `demo`; "
            "this file is left out",
        ),
        (
            amendment("", "demo-3").replace("amends: demo", "amends: demo-3"),
            "OP503",
            "本公告变更的是自己；请写原公告的编号；本文件未采用",
            "this amends itself; write the id of the notice itself; this file is left out",
        ),
    ],
)
def test_an_amendment_without_a_place_is_left_out_and_told(
    tmp_path: Path, text: str, code: str, zh: str, en: str
) -> None:
    for name, content in {"demo.yaml": NOTICE, "demo-a.yaml": EARLY, "x.yaml": text}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    library = load(tmp_path)
    assert library.notices == (applied(EARLY),)
    assert [(one.code, one.message.zh, one.message.en, one.key) for one in library.findings] == [
        (code, zh, en, "amends")
    ]


def test_an_amendment_older_than_its_notice_is_left_out_and_told(tmp_path: Path) -> None:
    dated = NOTICE.replace("status: confirmed\n", "status: confirmed\npublished: 2021-11-20 09:00\n")
    older = amendment("status: cancelled\n", published="2021-11-20 08:59")
    for name, content in {"demo.yaml": dated, "demo-2.yaml": older}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    library = load(tmp_path)
    assert [one.changes for one in library.notices] == [()]
    assert [(one.code, one.key) for one in library.findings] == [("OP503", "published")]


def test_a_circle_is_left_out_and_told(tmp_path: Path) -> None:
    for one, other in (("y", "z"), ("z", "y")):
        text = amendment("", one).replace("amends: demo", f"amends: {other}")
        (tmp_path / f"{one}.yaml").write_text(text, encoding="utf-8")
    library = load(tmp_path)
    assert library.notices == ()
    assert [(one.code, one.message.en) for one in library.findings] == [
        (
            "OP503",
            f"this amends `{other}`, which leads back in a circle; write the id of the notice itself; "
            "this file is left out",
        )
        for other in ("z", "y")
    ]
