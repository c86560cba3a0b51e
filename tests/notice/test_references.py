"""What a notice refers to inside itself must be there (OP205, OP208), and only a draft may leave out its pools."""

from __future__ import annotations

import pytest

from .examples import GOOD, changed, findings_of, span, spoiled, told

PHASE = "phase: after"
EFFECT = "effect: suspended"


@pytest.mark.parametrize(
    ("old", "new", "name", "key"),
    [
        (EFFECT, f"{EFFECT}, in: [«cut-ovr»]", "cut-ovr", "effects.everything.in[0]"),
        (EFFECT, f"{EFFECT}, in: [cut-over, «cutover»]", "cutover", "effects.everything.in[1]"),
        (PHASE, f"{PHASE}\n    in: [«cut-overs»]", "cut-overs", "guidance.file-later.in[0]"),
        (PHASE, f"{PHASE}\n    deadline: «7 days after cut-out.end»", "cut-out", "guidance.file-later.deadline"),
        (PHASE, f"{PHASE}\n    deadline: «cutover.end»", "cutover", "guidance.file-later.deadline"),
        (
            PHASE,
            f"{PHASE}\n    not_before: «1 day after end of month of cutover.start»",
            "cutover",
            "guidance.file-later.not_before",
        ),
    ],
)
def test_a_window_that_is_not_there(old: str, new: str, name: str, key: str) -> None:
    text, place = spoiled(old, new)
    zh = f"没有名为“{name}”的时段；您要写的是不是 `cut-over`？"
    en = f"there is no window called `{name}`; did you mean `cut-over`?"
    assert findings_of(text) == [told("OP205", "unknown-window", zh, en, place, key)]


def test_a_window_that_is_like_none_names_those_there_are() -> None:
    two = changed("effects:", "  halls: {start: 2021-11-18, end: to be announced}\neffects:")
    text, place = spoiled(EFFECT, f"{EFFECT}, in: [«zzzzz»]", two)
    zh, en = (
        "没有名为“zzzzz”的时段；本公告有 `cut-over`, `halls`",
        "there is no window called `zzzzz`; this notice has `cut-over`, `halls`",
    )
    assert findings_of(text) == [told("OP205", "unknown-window", zh, en, place, "effects.everything.in[0]")]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (", clause: I.1", ", source: «anouncement»", "windows.cut-over.source"),
        (EFFECT, f"{EFFECT}, source: «anouncement»", "effects.everything.source"),
        (PHASE, f"{PHASE}\n    source: «anouncement»", "guidance.file-later.source"),
        ("{name: {zh: 窗口}}", "{name: {zh: 窗口}, source: «anouncement»}", "contacts.desk.source"),
        ("open: {say:", "open: {source: «anouncement», say:", "notes.open.source"),
    ],
    ids=["window", "effect", "guidance", "contact", "note"],
)
def test_a_source_that_is_not_there(old: str, new: str, key: str) -> None:
    text, place = spoiled(old, new)
    zh = "没有名为“anouncement”的来源；您要写的是不是 `announcement`？"
    en = "there is no source called `anouncement`; did you mean `announcement`?"
    assert findings_of(text) == [told("OP208", "unknown-source", zh, en, place, key)]


def test_a_source_where_there_are_none() -> None:
    bare = changed("sources:\n  announcement: {language: zh}\n", "")
    text, place = spoiled(EFFECT, f"{EFFECT}, source: «report»", bare)
    zh, en = "没有名为“report”的来源", "there is no source called `report`"
    assert findings_of(text) == [told("OP208", "unknown-source", zh, en, place, "effects.everything.source")]


@pytest.mark.parametrize("more", ["in: [cut-over]", "source: announcement"])
def test_what_is_there_is_not_told(more: str) -> None:
    assert findings_of(changed(EFFECT, f"{EFFECT}, {more}")) == []


@pytest.mark.parametrize("event", ["visit", "7 days after discharge", "end of month of receipt", "2021-12-31"])
def test_a_deadline_that_hangs_on_no_window(event: str) -> None:
    assert findings_of(changed(PHASE, f"{PHASE}\n    deadline: {event}")) == []


NO_POOLS = ("缺少 `pools`（只有草稿可以不写）", "`pools` is missing (only a draft may leave it out)")


@pytest.mark.parametrize("status", ["tentative", "confirmed", "completed", "cancelled"])
def test_only_a_draft_may_leave_out_its_pools(status: str) -> None:
    text = changed("pools: [419900]\n", "", changed("status: confirmed", f"status: {status}"))
    assert findings_of(text) == [told("OP102", "missing-key", *NO_POOLS, span(1, 1), "pools")]
    assert findings_of(changed(f"status: {status}", "status: draft", text)) == []


def test_an_empty_list_of_pools_is_none() -> None:
    text, place = spoiled("[419900]", "«[]»")
    assert findings_of(text) == [told("OP102", "missing-key", *NO_POOLS, place, "pools")]
    assert findings_of(changed("confirmed", "draft", text)) == []


def test_references_are_told_together_with_what_the_model_refuses() -> None:
    text = changed(EFFECT, "effect: suspend, in: [cutover], source: report")
    assert [(finding.code, finding.key) for finding in findings_of(text)] == [
        ("OP108", "effects.everything.effect"),
        ("OP205", "effects.everything.in[0]"),
        ("OP208", "effects.everything.source"),
    ]


@pytest.mark.parametrize(
    "part",
    ["windows: x", "windows: [a]", "effects: x", "effects: {a: x}", "effects: {a: {in: x}}", "guidance: {a: []}"],
)
def test_what_has_another_shape_refers_to_nothing(part: str) -> None:
    """The shape is told by the model; nothing about references comes beside it, and nothing is raised."""
    family = part.split(":")[0]
    start = GOOD.index(f"\n{family}:") + 1
    rest = GOOD[start:].splitlines(keepends=True)
    end = next(place for place, line in enumerate(rest[1:], 1) if not line.startswith(" "))
    codes = {finding.code for finding in findings_of(GOOD[:start] + part + "\n" + "".join(rest[end:]))}
    assert codes <= {"OP102", "OP103"}
    assert "OP103" in codes
