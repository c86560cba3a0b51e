"""Phrases and names that the model refuses (OP104 to OP106, OP111, OP201 to OP204); « and » mark its place."""

from __future__ import annotations

import pytest

from .examples import changed, findings_of, spoiled, told

BOUNDARY = "2021-12-05 08:30`, `expected 2021-12-05 08:30`, `to be announced`, `unresolved WORDS"
DEADLINE = "2021-11-18 17:00`, `7 working days after WINDOW.end`, `12 months after discharge"
COUNT = "1 day after WINDOW.end`, `7 working days after WINDOW.end"
ANCHOR = "WINDOW.start`, `WINDOW.end`, `visit`, `admission`, `discharge`, `receipt"
END = "end: expected 2021-11-28 08:00"
CLOSE, PHASE = "windows.cut-over.end", "phase: after"
DEADLINE_KEY, NOT_BEFORE_KEY = "guidance.file-later.deadline", "guidance.file-later.not_before"
YEAR_HINT = ("（“年”请改写为 `2021-12-05 08:30`）", " (instead of `年` write `2021-12-05 08:30`)")
EXPECTED_HINT = ("（“预计”请改写为 `expected …`）", " (instead of `预计` write `expected …`)")

NO_DAY = ("（没有这一天）", " (there is no such day)")
NO_HINT = ("", "")
FORMS = {
    "moment": ("OP104", "时间", "a moment", "2021-12-05 08:30"),
    "boundary": ("OP105", "时段边界", "a boundary", BOUNDARY),
    "deadline": ("OP106", "期限", "a deadline", DEADLINE),
    "count": ("OP106", "期限", "a deadline", COUNT),
    "anchor": ("OP106", "期限起算点", "an anchor", ANCHOR),
}
MANY = "9" * 5000


@pytest.mark.parametrize(
    ("old", "new", "key", "form", "shown", "hint"),
    [
        ("pools:", "published: «2021年11月17日»\npools:", "published", "moment", "2021年11月17日", YEAR_HINT),
        (END, "end: «expected 2021-11-31»", CLOSE, "moment", "2021-11-31", NO_DAY),
        (END, "end: «预计28日»", CLOSE, "boundary", "预计28日", EXPECTED_HINT),
        (END, "end: «''»", CLOSE, "boundary", "", NO_HINT),
        (PHASE, f"{PHASE}\n    deadline: «soon»", DEADLINE_KEY, "deadline", "soon", NO_HINT),
        (
            PHASE,
            f"{PHASE}\n    not_before: «0 days after visit»",
            NOT_BEFORE_KEY,
            "count",
            "0 days after visit",
            NO_HINT,
        ),
        (PHASE, f"{PHASE}\n    deadline: «7 days after go-live»", DEADLINE_KEY, "anchor", "go-live", NO_HINT),
        (PHASE, f"{PHASE}\n    deadline: «{MANY} days after visit»", DEADLINE_KEY, "count", MANY[:59] + "…", NO_HINT),
    ],
    ids=["published", "no-such-day", "expected", "blank", "deadline", "count", "anchor", "5000-digits"],
)
def test_a_phrase_that_cannot_be_read(
    old: str, new: str, key: str, form: str, shown: str, hint: tuple[str, str]
) -> None:
    text, place = spoiled(old, new)
    code, zh_form, en_form, example = FORMS[form]
    zh = f"“{shown}”不是可识别的{zh_form}{hint[0]}；应写作 `{example}`"
    en = f"`{shown}` is not {en_form} of the format{hint[1]}; write `{example}`"
    rule = "unreadable-deadline" if code == "OP106" else f"unreadable-{en_form.split()[-1]}"
    assert findings_of(text) == [told(code, rule, zh, en, place, key)]


@pytest.mark.parametrize(
    ("old", "new", "key", "form"),
    [
        pytest.param("pools:", "published: «{»on: x}\npools:", "published", "moment", id="moment"),
        pytest.param(END, "end: «[»2021-11-28]", CLOSE, "boundary", id="boundary"),
        pytest.param(PHASE, f"{PHASE}\n    deadline: «[»visit]", DEADLINE_KEY, "deadline", id="deadline"),
    ],
)
def test_a_phrase_that_is_no_text(old: str, new: str, key: str, form: str) -> None:
    text, place = spoiled(old, new)
    zh, en = "这里应写一个短语，不是列表或映射", "write one phrase here, not a list or mapping"
    assert findings_of(text) == [told(FORMS[form][0], f"unreadable-{form}", zh, en, place, key)]


LOCAL = ("settlement.local（本地结算）", "`settlement.local` (settlement in the pool of insurance)")
CHRONIC = (
    "settlement.local.chronic（门诊慢特病结算）",
    "`settlement.local.chronic` (outpatient care for chronic and special diseases)",
)
PHARMACY = (
    "settlement.local.pharmacy（定点药店购药结算）",
    "`settlement.local.pharmacy` (purchases at designated pharmacies)",
)
HENAN = ("410000（河南省）", "`410000` (Henan)")
DIRECT = ("419900（河南省本级）", "`419900` (Henan provincial-direct)")
INSURED = ("insured（参保人员）", "`insured` (insured people)")
FILE_LATER = ("file_later（恢复后补备案）", "`file_later` (file afterwards)")
SERVICE = ("OP201", "service", "业务", "effects.everything.services[0]")
POOL = ("OP202", "pool", "统筹区", "pools[0]")
ROLE = ("OP203", "role", "角色", "guidance.file-later.for[0]")
ACTION = ("OP204", "action", "办理方式", "guidance.file-later.action")


@pytest.mark.parametrize(
    ("old", "new", "kind", "near"),
    [
        pytest.param("[all]", "[«settlment.local»]", SERVICE, [LOCAL, CHRONIC, PHARMACY], id="service"),
        pytest.param("[all]", "[«qqqqqq»]", SERVICE, [], id="service-like-none"),
        pytest.param("[419900]", "[«河南»]", POOL, [HENAN, DIRECT], id="pool"),
        pytest.param("[419900]", "[«zz»]", POOL, [], id="pool-like-none"),
        pytest.param("[insured]", "[«insurd»]", ROLE, [INSURED], id="role"),
        pytest.param("action: file_later", "action: «filelater»", ACTION, [FILE_LATER], id="action"),
    ],
)
def test_a_name_that_the_catalog_does_not_have(
    old: str, new: str, kind: tuple[str, str, str, str], near: list[tuple[str, str]]
) -> None:
    text, place = spoiled(old, new)
    code, en_kind, zh_kind, key = kind
    word = new.split("«")[1].split("»")[0]
    zh, en = f"没有名为“{word}”的{zh_kind}", f"there is no {en_kind} called `{word}`"
    if near:
        zh += f"；您要找的是不是 {'、'.join(one for one, _ in near)}？"
        en += f"; did you mean {' or '.join(one for _, one in near)}?"
    assert findings_of(text) == [told(code, f"unknown-{en_kind}", zh, en, place, key)]


def test_names_are_ids_in_a_notice() -> None:
    """On the command line a name will do; a notice that is kept for years gives the id."""
    text = changed("[insured]", "[药店]")
    assert [finding.code for finding in findings_of(text)] == ["OP203"]


def test_a_repeat_and_a_change_of_an_occurrence() -> None:
    """OP111 for the rule and for what does not go together, OP104 for a day; each at its place."""
    text, place = spoiled(", clause: I.1", ", repeat: «monthly», clause: I.1")
    [finding] = findings_of(text)
    assert (finding.code, finding.rule, finding.key) == ("OP111", "unreadable-repeat", "windows.cut-over.repeat")
    assert finding.span == place
    text, place = spoiled(", clause: I.1", ", repeat: FREQ=WEEKLY, occurrences: {«2021-11-31»: {skip: yes}}")
    zh = "“2021-11-31”不是可识别的时间（没有这一天）；应写作 `2021-12-05 08:30`"
    en = "`2021-11-31` is not a moment of the format (there is no such day); write `2021-12-05 08:30`"
    key = "windows.cut-over.occurrences.2021-11-31"
    assert findings_of(text) == [told("OP104", "unreadable-moment", zh, en, place, key)]
    text, place = spoiled(", clause: I.1", ", repeat: FREQ=WEEKLY, occurrences: {«2021-11-28 18:00»: {skip: yes}}")
    zh = "“2021-11-28 18:00”不是可识别的日期（这里只写日期）；应写作 `2021-12-05`"
    en = "`2021-11-28 18:00` is not a moment of the format (write a day here, without an hour); write `2021-12-05`"
    key = "windows.cut-over.occurrences.2021-11-28 18:00"
    assert findings_of(text) == [told("OP104", "unreadable-moment", zh, en, place, key)]
    both = ", occurrences: {2021-11-28: «{»skip: yes, end: 2021-11-29}}"
    text, place = spoiled(", clause: I.1", both)
    zh = "`skip: yes` 表示这一次不停机，不能再写起止时间；请删去其一"
    en = "`skip: yes` leaves no start or end to write; remove one of them"
    key = "windows.cut-over.occurrences.2021-11-28"
    assert findings_of(text) == [told("OP111", "unreadable-repeat", zh, en, place, key)]
    text, place = spoiled(", clause: I.1", ", occurrences: {2021-11-28: {skip: «no»}}")
    [finding] = findings_of(text)
    assert (finding.code, finding.message.en, finding.span) == (
        "OP108",
        "`no` is not known here; write one of `yes`",
        place,
    )
