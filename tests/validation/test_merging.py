"""What is wrong only once an amendment is laid over its notice, told at its place in the amendment. All is invented."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from outageplan.notice.finding import Finding
from outageplan.notice.moments import CHINA
from outageplan.validation.examples import MOMENT, laid_over
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

NOTICE = laid_over("")  # 2025-11-21 18:00 to 2025-11-24 08:30, published on 2025-11-07
AT = "example-2025-11"


def amendment(body: str, id: str = "later", published: str = "2025-11-18") -> str:
    return f"format: outageplan/1\nid: {id}\namends: {AT}\npublished: {published}\n{body}"


def found(*texts: str, select: tuple[str, ...] = (), at: datetime = MOMENT) -> list[Finding]:
    """The findings on the notice with amendments, whose files are called by their ids."""
    files = {f"{AT}.yaml": NOTICE} | {f"{text.split('id: ')[1].split()[0]}.yaml": text for text in texts}
    sources = [Source(file=file, content=text.encode()) for file, text in files.items()]
    return list(validate(sources, Settings(select=select), Context(at=at)).findings)


def brief(*texts: str) -> list[tuple[str, str, int, str]]:
    return [(one.code, one.file, one.span.line, one.key) for one in found(*texts)]


@pytest.mark.parametrize(
    ("body", "code", "line", "en"),
    [
        (
            "windows:\n  stop: {end: 2025-11-21 17:59, clause: '1'}\n",
            "OP301",
            6,
            "with this amendment applied: the end `2025-11-21 17:59` is before the start `2025-11-21 18:00`; "
            "check both moments",
        ),
        (
            "windows:\n  stop: {start: 2025-11-24 08:31, clause: '1'}\n",
            "OP301",
            6,
            "with this amendment applied: the end `2025-11-24 08:30` is before the start `2025-11-24 08:31`; "
            "check both moments",
        ),
        (
            "windows:\n  stop: {end: 2025-11-21 18:00, clause: '1'}\n",
            "OP302",
            6,
            "with this amendment applied: the end `2025-11-21 18:00` is the same moment as the start "
            "`2025-11-21 18:00`, so the window has no length; write when service returns, or `to be announced` "
            "while that is open",
        ),
        (
            "windows:\n  stop: {start: 2025-11-21 16:00, clause: '1'}\n",
            "OP307",
            3,
            "with this amendment applied: the deadline `2025-11-21 17:00` is after the start of the stop "
            "(`2025-11-21 16:00`), though `phase` is before; write an earlier one, or correct `phase`",
        ),
        (
            "windows:\n  second: {start: 2025-11-28 18:00, clause: '1'}\n",
            "OP102",
            6,
            "with this amendment applied: `end` is missing in `windows.second`",
        ),
        (
            "windows:\n  stop: null\n  other: {start: 2025-11-28 18:00, end: to be announced, clause: '1'}\n"
            "guidance:\n  pay-first: {in: [stop]}\n",
            "OP205",
            9,
            "with this amendment applied: there is no window called `stop`; this notice has `other`",
        ),
        (
            "guidance:\n  buy-early: null\n",
            "OP209",
            6,
            "there is no `buy-early` in the notice that could be removed; did you mean `buy-ahead`?",
        ),
    ],
)
def test_it_is_an_error_at_the_amendment(body: str, code: str, line: int, en: str) -> None:
    errors = [one for one in found(amendment(body)) if one.severity == "error"]
    assert [(one.code, one.file, one.span.line, one.message.en) for one in errors] == [(code, "later.yaml", line, en)]


def test_it_is_told_in_chinese_too() -> None:
    (one,) = found(amendment("windows:\n  stop: {end: 2025-11-21 17:59, clause: '1'}\n"), select=("OP301",))
    assert one.message.zh == "并入原公告后：结束“2025-11-21 17:59”早于开始“2025-11-21 18:00”；请核对两个时间"
    assert one.key == "windows.stop.end"


@pytest.mark.parametrize(
    "body",
    [
        "windows:\n  stop: {end: 2025-11-21 18:01, clause: '1'}\n",
        "windows:\n  stop: {start: 2025-11-24 08:29, clause: '1'}\nguidance:\n  buy-ahead: {deadline: null}\n",
        "windows:\n  stop: {start: 2025-11-21 17:00, clause: '1'}\n",
        "status: cancelled\n",
        "windows:\n  stop: {end: to be announced, clause: '1'}\n",
    ],
)
def test_the_other_side_is_no_error(body: str) -> None:
    assert [one for one in found(amendment(body)) if one.severity == "error"] == []


def test_a_delay_shows_nothing_at_all() -> None:
    assert brief(amendment("windows:\n  stop: {end: 2025-11-25 08:30, clause: '1'}\n")) == []


def test_the_only_guidance_that_is_removed_is_missed() -> None:
    (one,) = found(amendment("guidance:\n  pay-first: null\n  buy-ahead: null\n"), select=("OP401",))
    assert (one.file, one.severity, one.span.line) == ("later.yaml", "warning", 3)
    assert (one.message.en or "").startswith("with this amendment applied: ")


def test_it_is_told_at_the_amendment_that_brought_it() -> None:
    wrong = amendment("windows:\n  stop: {end: 2025-11-20 08:30, clause: '1'}\n", "wrong", "2025-11-18")
    other = amendment("title: {zh: 变更, en: Change}\n", "other", "2025-11-19")
    assert brief(other, wrong) == [("OP301", "wrong.yaml", 6, "windows.stop.end")]


def test_what_a_later_amendment_cures_is_not_told() -> None:
    wrong = amendment("windows:\n  stop: {end: 2025-11-20 08:30, clause: '1'}\n", "wrong", "2025-11-18")
    cure = amendment("windows:\n  stop: {end: 2025-11-26 08:30, clause: '1'}\n", "cure", "2025-11-19")
    assert brief(cure, wrong) == []


def test_what_the_notice_has_itself_is_told_there() -> None:
    again = amendment("windows:\n  stop: {end: 2025-11-25 08:30, clause: '1'}\n")
    files = {
        f"{AT}.yaml": NOTICE.replace("deadline: 2025-11-21 17:00", "deadline: 2025-11-22 17:00"),
        "later.yaml": again,
    }
    sources = [Source(file=file, content=text.encode()) for file, text in files.items()]
    report = validate(sources, Settings(select=("OP307",)), Context(at=MOMENT))
    assert [one.file for one in report.findings] == [f"{AT}.yaml"]


def test_what_an_amendment_has_alone_is_told_once() -> None:
    body = "windows:\n  stop: {start: 2025-11-22 08:00, end: 2025-11-22 08:00, clause: '1'}\n"
    assert [one.code for one in found(amendment(body)) if one.code == "OP302"] == ["OP302"]


def test_that_an_amendment_cannot_be_applied_is_not_silenced() -> None:
    body = "windows:\n  stop: {end: null}  # outageplan: allow OP102: no reason is good enough\n"
    assert [one.code for one in found(amendment(body), select=("OP1",))] == ["OP102"]


def test_what_is_only_unwise_is_silenced() -> None:
    body = "windows:\n  stop: {end: 2025-11-20 08:30}  # outageplan: allow OP301: as the announcement has it\n"
    assert found(amendment(body), select=("OP301", "OP016")) == []


def test_one_amendment_out_of_many_is_left_out() -> None:
    wrong = amendment("windows:\n  no-end: {start: 2025-11-28 18:00}\n", "wrong", "2025-11-17")
    back = amendment("windows:\n  stop: {end: 2025-11-20 08:30, clause: '1'}\n")
    assert brief(wrong, back) == [
        ("OP102", "wrong.yaml", 6, "windows.no-end.end"),
        ("OP301", "later.yaml", 6, "windows.stop.end"),
    ]


# --- Rules across notices see them as amended -------------------------------------------------------------------------

OTHER = laid_over(
    "id: other\npublished: 2025-11-08\neffects:\n  e: {services: [settlement.local.pharmacy], "
    "effect: unaffected, clause: '2'}\nguidance: {}\n"
)


def contradictions(*amendments: str) -> list[tuple[str, int]]:
    files = {f"{AT}.yaml": NOTICE, "other.yaml": OTHER} | {
        f"{text.split('id: ')[1].split()[0]}.yaml": text for text in amendments
    }
    sources = [Source(file=file, content=text.encode()) for file, text in files.items()]
    report = validate(sources, Settings(select=("OP501",)), Context(at=MOMENT))
    return [(one.file, one.span.line) for one in report.findings]


@pytest.mark.parametrize(
    "body",
    [
        "status: cancelled\n",
        "windows:\n  stop: {start: 2025-11-28 18:00, end: 2025-11-29 18:00}\n",
        "effects:\n  everything: {effect: unaffected}\n",
        "effects:\n  everything: {services: [inquiry]}\n",
    ],
)
def test_a_contradiction_that_an_amendment_settles_is_none(body: str) -> None:
    assert contradictions() == [("other.yaml", OTHER[: OTHER.index("effects:")].count("\n") + 2)]
    assert contradictions(amendment(body)) == []


def test_a_contradiction_that_an_amendment_brings_is_told_there() -> None:
    away = "windows:\n  stop: {start: 2025-11-28 18:00, end: 2025-11-29 18:00, clause: '1'}\n"
    same = "windows:\n  stop: {end: 2025-11-26 08:30, clause: '1'}\n"
    twin = NOTICE.replace(f"id: {AT}", "id: twin").replace("2025-11-07", "2025-11-06")
    files = {f"{AT}.yaml": NOTICE, "twin.yaml": twin, "later.yaml": amendment(same)}
    sources = [Source(file=file, content=text.encode()) for file, text in files.items()]
    report = validate(sources, Settings(select=("OP501",)), Context(at=MOMENT))
    assert [(one.file, one.key, one.span.line) for one in report.findings] == [("later.yaml", "windows.stop.end", 6)]
    files["later.yaml"] = amendment(away)
    sources = [Source(file=file, content=text.encode()) for file, text in files.items()]
    assert validate(sources, Settings(select=("OP501",)), Context(at=MOMENT)).findings == ()


LONG_AFTER = datetime(2026, 1, 20, 9, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("windows:\n  stop: {end: expected 2025-11-25 08:30}\n", [("later.yaml", 6)]),
        ("windows:\n  halls: {start: 2025-11-21 18:00, end: expected 2025-11-25 08:30}\n", [("later.yaml", 6)]),
        ("windows:\n  stop: {end: expected 2025-11-25 08:30}\nstatus: completed\n", []),
        ("windows:\n  stop: {end: 2025-11-25 08:30}\n", []),
    ],
)
def test_what_is_long_unconfirmed_is_so_as_amended(body: str, told: list[tuple[str, int]]) -> None:
    findings = found(amendment(body), select=("OP314",), at=LONG_AFTER)
    assert [(one.file, one.span.line) for one in findings] == told


def test_a_window_that_is_removed_is_not_unconfirmed() -> None:
    first = "windows:\n  halls: {start: 2025-11-21 18:00, end: expected 2025-11-25 08:30}\n"
    texts = amendment(first), amendment("windows:\n  halls: null\n", "last", "2025-11-19")
    assert found(*texts, select=("OP314",), at=LONG_AFTER) == []


def test_a_comment_in_a_notice_that_is_amended_stays(tmp_path: Path) -> None:
    text = NOTICE.replace(
        'end: 2025-11-24 08:30, clause: "1"}',
        'end: expected 2025-11-24 08:30, clause: "1"}  # outageplan: allow OP314: nothing on hand',
    )
    files = {f"{AT}.yaml": text, "later.yaml": amendment("windows:\n  stop: {end: 2025-11-24 08:30}\n")}
    sources = [Source(file=file, content=content.encode()) for file, content in files.items()]
    context = Context(at=LONG_AFTER)
    assert validate(sources, Settings(select=("OP314", "OP016")), context).findings == ()
    idle = text.replace("allow OP314", "allow OP301")
    sources[0] = Source(file=f"{AT}.yaml", content=idle.encode())
    assert [one.code for one in validate(sources, Settings(select=("OP301", "OP016")), context).findings] == ["OP016"]


def test_a_draft_amendment_takes_no_part_across_notices() -> None:
    assert (
        contradictions(amendment("status: draft\neffects:\n  everything: {effect: unaffected}\n")) == contradictions()
    )
