"""Values that the model refuses (OP107 to OP109). « and » mark the place that the finding must have."""

from __future__ import annotations

import pytest

from .examples import findings_of, span, spoiled, told

LATER = "guidance.file-later"


def test_a_format_that_is_not_known() -> None:
    text, place = spoiled("outageplan/1", "«outageplan/2»")
    zh = "不认识格式版本“outageplan/2”；请写 `outageplan/1`"
    en = "`outageplan/2` is not a format version known here; write `outageplan/1`"
    assert findings_of(text) == [told("OP107", "unknown-format", zh, en, place, "format")]


PATIENTS = "`inpatient`, `chronic`, `special_drug`, `two_diseases`, `maternity`, `long_term_care`, `referred`"
EFFECTS = "`terminated`, `suspended`, `degraded`, `paper_only`, `unaffected`"
STATUSES = "`draft`, `tentative`, `confirmed`, `completed`, `cancelled`"
PHASES = "`before`, `during`, `after`"
EFFECT, PHASE, SOURCE = "effect: suspended", "phase: after", "language: zh"
SCHEME, PATIENT = "effects.everything.schemes[0]", f"{LATER}.when.patient[0]"
CHOICES = [
    ("status: confirmed", "status: «final»", "status", STATUSES, None),
    ("status: confirmed", "status: «canceled»", "status", STATUSES, "cancelled"),
    (EFFECT, "effect: «suspend»", "effects.everything.effect", EFFECTS, "suspended"),
    (EFFECT, "effect: «no»", "effects.everything.effect", EFFECTS, None),
    (EFFECT, f"{EFFECT}, resume: «slow»", "effects.everything.resume", "`full`, `gradual`, `batched`", None),
    (EFFECT, f"{EFFECT}, schemes: [«employees»]", SCHEME, "`employee`, `resident`", "employee"),
    (PHASE, "phase: «afer»", f"{LATER}.phase", PHASES, "after"),
    (PHASE, f"{PHASE}\n    when: {{insured: «hre»}}", f"{LATER}.when.insured", "`here`, `elsewhere`", "here"),
    (PHASE, f"{PHASE}\n    when: {{admitted: «18:00»}}", f"{LATER}.when.admitted", PHASES, None),
    (PHASE, f"{PHASE}\n    when: {{patient: [«inpatients»]}}", PATIENT, PATIENTS, "inpatient"),
    (SOURCE, "language: «cn»", "sources.announcement.language", "`zh`, `en`", "zh"),
    (SOURCE, f"{SOURCE}, origin: «gven»", "sources.announcement.origin", "`given`, `found_elsewhere`", "given"),
]


@pytest.mark.parametrize(("old", "new", "key", "choices", "meant"), CHOICES, ids=[row[2] for row in CHOICES])
def test_a_word_that_is_none_of_the_choices(old: str, new: str, key: str, choices: str, meant: str | None) -> None:
    text, place = spoiled(old, new)
    word = new.split("«")[1].split("»")[0]
    zh, en = f"“{word}”不可用；请写 {choices} 之一", f"`{word}` is not known here; write one of {choices}"
    if meant:
        zh, en = f"{zh}；您要写的是不是 `{meant}`？", f"{en}; did you mean `{meant}`?"
    assert findings_of(text) == [told("OP108", "wrong-value", zh, en, place, key)]


PHONE, URL = "contacts.desk.phones[0]", "sources.announcement.url"
ID_RULE = (
    "编号只用小写字母、数字和连字符，如 `cut-over`",
    "ids are lower-case letters, digits and hyphens, as in `cut-over`",
)
PHONE_RULE = ("电话号码只写数字和连字符，如 `0371-65742316`", "write digits and hyphens, as in `0371-65742316`")
URL_RULE = ("应写 http:// 或 https:// 开头的网址", "write an address that begins with http:// or https://")


@pytest.mark.parametrize(
    ("old", "new", "key", "rule"),
    [
        pytest.param("id: demo", "id: «Demo 1»", "id", ID_RULE, id="id"),
        pytest.param("id: demo", "id: «demo-»", "id", ID_RULE, id="id-ends-in-hyphen"),
        pytest.param("id: demo", "id: «１»", "id", ID_RULE, id="id-full-width"),
        pytest.param("everything:", "«所有»:", "effects.所有", ID_RULE, id="key-chinese"),
        pytest.param("everything:", "«Every_Thing»:", "effects.Every_Thing", ID_RULE, id="key-capital"),
        pytest.param("desk:", "«a b»:", "contacts.a b", ID_RULE, id="key-blank"),
        pytest.param("desk: {", "desk: {phones: [«0371－65742316»], ", PHONE, PHONE_RULE, id="phone"),
        pytest.param("desk: {", "desk: {phones: [«12»], ", PHONE, PHONE_RULE, id="short-phone"),
        pytest.param(SOURCE, f"{SOURCE}, url: «www.x.cn»", URL, URL_RULE, id="url"),
        pytest.param(SOURCE, f"{SOURCE}, url: «javascript:x»", URL, URL_RULE, id="script"),
    ],
)
def test_a_word_that_does_not_fit(old: str, new: str, key: str, rule: tuple[str, str]) -> None:
    text, place = spoiled(old, new)
    word = new.split("«")[1].split("»")[0]
    zh, en = f"“{word}”写法不对：{rule[0]}", f"`{word}` does not fit: {rule[1]}"
    assert findings_of(text) == [told("OP108", "wrong-value", zh, en, place, key)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        pytest.param("id: demo", f"id: «{'a' * 81}»", "id", id="id"),
        pytest.param("desk: {", f"desk: {{phones: [«{'1' * 41}»], ", PHONE, id="phone"),
        pytest.param("language: zh", f"language: zh, url: «http://{'x' * 2000}»", URL, id="url"),
    ],
)
def test_a_word_that_is_too_long_is_told_as_that(old: str, new: str, key: str) -> None:
    """These are written as they should be, so the rule for writing them would lead astray."""
    text, place = spoiled(old, new)
    [finding] = findings_of(text)
    assert (finding.code, finding.rule, finding.span, finding.key) == ("OP108", "wrong-value", place, key)
    for zh, en in (ID_RULE, PHONE_RULE, URL_RULE):
        assert zh not in finding.message["zh"]
        assert en not in finding.message["en"]


EMPTY = ("这里不能为空", "this must not be empty")
NO_TEXT = ("请写出 zh 或 en 的文字", "write the text in zh, en or both")
BLANK = ("`clause` 不能为空", "`clause` must not be blank")


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        pytest.param("[all]", "«[]»", "effects.everything.services", EMPTY, id="services"),
        pytest.param("[insured]", "«[]»", f"{LATER}.for", EMPTY, id="roles"),
        pytest.param("{zh: 停机公告, en: Outage}", "«{}»", "title", NO_TEXT, id="title"),
        pytest.param("{zh: 停机公告, en: Outage}", "«{»zh: ' '}", "title", NO_TEXT, id="title-blank"),
        pytest.param("clause: I.1", "clause: «''»", "windows.cut-over.clause", BLANK, id="clause"),
        pytest.param("clause: I.1", "clause: «'　'»", "windows.cut-over.clause", BLANK, id="clause-ideographic-blank"),
    ],
)
def test_what_must_not_be_empty(old: str, new: str, key: str, words: tuple[str, str]) -> None:
    text, place = spoiled(old, new)
    assert findings_of(text) == [told("OP109", "empty", *words, place, key)]


def test_windows_must_not_be_empty() -> None:
    bare = "format: outageplan/1\nid: demo\nstatus: draft\ntitle: {zh: 公告}\nwindows: {}\n"
    assert findings_of(bare) == [told("OP109", "empty", *EMPTY, span(5, 10, 12), "windows")]
