"""Keys and shapes that the model refuses (OP101 to OP103). « and » mark the place that the finding must have."""

from __future__ import annotations

import pytest

from .examples import GOOD, changed, findings_of, span, spoiled, told

TOP = (
    "`contacts`, `effects`, `format`, `guidance`, `id`, `issuer`, `notes`, `pools`, `published`, `sources`, "
    "`status`, `title`, `windows`"
)
EFFECT = "`clause`, `effect`, `in`, `pools`, `resume`, `say`, `schemes`, `services`, `source`"


LIKE = [
    ("notes:", "«contcts»: {}\nnotes:", "contcts", "contacts"),
    ("pools:", "issuer: {zh: 甲, «eng»: x}\npools:", "issuer.eng", "en"),
    ("{language: zh}", "{language: zh, «urls»: x}", "sources.announcement.urls", "url"),
    (", clause: I.1", ", «clauses»: I.1", "windows.cut-over.clauses", "clause"),
    ("effect: suspended", "effect: suspended, «service»: [all]", "effects.everything.service", "services"),
    ("    phase:", "    «phases»: x\n    phase:", "guidance.file-later.phases", "phase"),
    ("    phase:", "    when: {«insure»: here}\n    phase:", "guidance.file-later.when.insure", "insured"),
    ("say: {zh: 补备案", "say: {«zhs»: 甲, zh: 补备案", "guidance.file-later.say.zhs", "zh"),
    ("{name: {zh: 窗口}}", "{name: {zh: 窗口}, «phone»: ['12393']}", "contacts.desk.phone", "phones"),
    ("{name: {zh: 窗口}}", "{name: {zh: 窗口, «enn»: x}}", "contacts.desk.name.enn", "en"),
    ("open: {say:", "open: {«claus»: I, say:", "notes.open.claus", "clause"),
]


@pytest.mark.parametrize(("old", "new", "key", "meant"), LIKE, ids=[row[2] for row in LIKE])
def test_an_unknown_key_with_what_was_meant(old: str, new: str, key: str, meant: str) -> None:
    text, place = spoiled(old, new)
    name = key.split(".")[-1]
    zh, en = f"没有 `{name}` 这个键；您要写的是不是 `{meant}`？", f"there is no key `{name}`; did you mean `{meant}`?"
    assert findings_of(text) == [told("OP101", "unknown-key", zh, en, place, key)]


@pytest.mark.parametrize(
    ("old", "new", "key", "known"),
    [
        pytest.param("notes:", "«zzz»: 1\nnotes:", "zzz", TOP, id="top"),
        pytest.param("en: Outage", "«fr»: Panne", "title.fr", "`en`, `zh`", id="text"),
        pytest.param("[all],", "[all], «窗口»: [x],", "effects.everything.窗口", EFFECT, id="chinese"),
        pytest.param("notes:", "«'[key]'»: 1\nnotes:", "[key]", TOP, id="the-word-of-pydantic"),
        pytest.param("[all],", "[all], «'[key]'»: 1,", "effects.everything.[key]", EFFECT, id="the-same-below"),
    ],
)
def test_an_unknown_key_that_is_like_none(old: str, new: str, key: str, known: str) -> None:
    text, place = spoiled(old, new)
    name = key.split(".")[-1]
    zh, en = f"没有 `{name}` 这个键；这里可写：{known}", f"there is no key `{name}`; here you can write {known}"
    assert findings_of(text) == [told("OP101", "unknown-key", zh, en, place, key)]


def test_cn_means_chinese() -> None:
    """The country code is what people write for the language; `en` looks more alike, and means the other one."""
    text, place = spoiled("zh: 停机公告", "«cn»: 停机公告")
    zh, en = "没有 `cn` 这个键；您要写的是不是 `zh`？", "there is no key `cn`; did you mean `zh`?"
    assert findings_of(text) == [told("OP101", "unknown-key", zh, en, place, "title.cn")]


@pytest.mark.parametrize("key", ["format", "id", "status", "title"])
def test_a_missing_key_at_the_top(key: str) -> None:
    line = next(line for line in GOOD.splitlines(keepends=True) if line.startswith(f"{key}:"))
    missing = told("OP102", "missing-key", f"缺少 `{key}`", f"`{key}` is missing", span(1, 1), key)
    assert findings_of(changed(line, "")) == [missing]


def test_no_windows() -> None:
    start, end = GOOD.index("windows:"), GOOD.index("effects:")
    missing = told("OP102", "missing-key", "缺少 `windows`", "`windows` is missing", span(1, 1), "windows")
    assert findings_of(GOOD[:start] + GOOD[end:]) == [missing]


WINDOW = "cut-over: {start: 2021-11-21 18:00, end: expected 2021-11-28 08:00"
MISSING = [
    ("announcement: {language: zh}", "«announcement»: {note: none}", "sources.announcement.language"),
    ("cut-over: {start: 2021-11-21 18:00, ", "«cut-over»: {", "windows.cut-over.start"),
    (WINDOW, "«cut-over»: {start: 2021-11-21 18:00", "windows.cut-over.end"),
    ("everything: {services: [all], ", "«everything»: {", "effects.everything.services"),
    ("everything: {services: [all], effect: suspended", "«everything»: {services: [all]", "effects.everything.effect"),
    ("file-later:\n    for: [insured]", "«file-later»:", "guidance.file-later.for"),
    ("desk: {name: {zh: 窗口}}", "«desk»: {phones: ['12393']}", "contacts.desk.name"),
    ("open: {say: {en: The source leaves it open.}}", "«open»: {clause: I}", "notes.open.say"),
]


@pytest.mark.parametrize(("old", "new", "key"), MISSING, ids=[row[2] for row in MISSING])
def test_a_missing_key_of_a_part(old: str, new: str, key: str) -> None:
    text, place = spoiled(old, new)
    inside, _, name = key.rpartition(".")
    zh, en = f"“{inside}”里缺少 `{name}`", f"`{name}` is missing in `{inside}`"
    assert findings_of(text) == [told("OP102", "missing-key", zh, en, place, key)]


MAPPING = ("由“键: 值”组成的映射", "a mapping of `key: value` lines")
LIST = ("列表，如 [a, b]", "a list, as in [a, b]")
WORD = ("一段文字", "one text")
TEXT = ("两种语言的文字 {zh: …, en: …}", "a text in both languages, {zh: …, en: …}")
GIVEN = {"list": ("列表", "a list"), "mapping": ("映射", "a mapping"), "text": ("一段文字", "one text")}


SHAPES = [
    ("{language: zh}", "«[»zh]", "sources.announcement", MAPPING, "list"),
    ("{services: [all], effect: suspended}", "«suspended»", "effects.everything", MAPPING, "text"),
    ("    phase:", "    when: «here»\n    phase:", "guidance.file-later.when", MAPPING, "text"),
    ("[419900]", "«'419900'»", "pools", LIST, "text"),
    ("[all]", "«all»", "effects.everything.services", LIST, "text"),
    ("[all]", "«{»all: x}", "effects.everything.services", LIST, "mapping"),
    ("[all]", "[«[»all]]", "effects.everything.services[0]", WORD, "list"),
    ("[insured]", "«insured»", "guidance.file-later.for", LIST, "text"),
    ("suspended", "suspended, in: «cut-over»", "effects.everything.in", LIST, "text"),
    ("id: demo", "id: «[»demo]", "id", WORD, "list"),
    ("clause: I.1", "clause: «{»I: 1}", "windows.cut-over.clause", WORD, "mapping"),
    ("{zh: 停机公告, en: Outage}", "«停机公告»", "title", TEXT, "text"),
    ("{zh: 停机公告, en: Outage}", "«[»停机公告]", "title", TEXT, "list"),
    ("zh: 停机公告", "zh: «[»停机公告]", "title.zh", WORD, "list"),
    ("status: confirmed", "status: «[»confirmed]", "status", WORD, "list"),
    ("phase: after", "phase: «{»after: x}", "guidance.file-later.phase", WORD, "mapping"),
    ("format: outageplan/1", "format: «[»outageplan/1]", "format", WORD, "list"),
]


@pytest.mark.parametrize(("old", "new", "key", "wanted", "given"), SHAPES, ids=[row[2] for row in SHAPES])
def test_a_wrong_shape(old: str, new: str, key: str, wanted: tuple[str, str], given: str) -> None:
    text, place = spoiled(old, new)
    zh, en = (
        f"`{key}` 应是{wanted[0]}，这里却是{GIVEN[given][0]}",
        f"`{key}` must be {wanted[1]}, and is {GIVEN[given][1]}",
    )
    assert findings_of(text) == [told("OP103", "wrong-type", zh, en, place, key)]


@pytest.mark.parametrize("family", ["sources", "windows", "effects", "guidance", "contacts", "notes"])
def test_a_family_that_is_a_list(family: str) -> None:
    """Built on a draft with nothing but windows, so that no other part refers to what is spoiled."""
    bare = GOOD[: GOOD.index("sources:")] + "windows: {w: {start: 2021-11-21, end: to be announced}}\n"
    old, new = ("{w: {start: 2021-11-21, end: to be announced}}", "«[»a, b]")
    text, place = (
        spoiled(old, new, bare) if family == "windows" else spoiled("windows:", f"{family}: {new}\nwindows:", bare)
    )
    zh, en = f"`{family}` 应是{MAPPING[0]}，这里却是列表", f"`{family}` must be {MAPPING[1]}, and is a list"
    assert findings_of(text) == [told("OP103", "wrong-type", zh, en, place, family)]


@pytest.mark.parametrize(
    ("text", "place", "given"),
    [
        ("[a, b]\n", span(1, 1, 2), "list"),
        ("hello\n", span(1, 1, 6), "text"),
        ("# 公告\n\nhello\n", span(3, 1, 6), "text"),
    ],
)
def test_a_file_that_is_no_mapping(text: str, place: object, given: str) -> None:
    """Chinese readers are told in Chinese that it is the file."""
    [finding] = findings_of(text)
    assert (finding.code, finding.rule, finding.span, finding.key) == ("OP103", "wrong-type", place, "")
    assert finding.message["en"] == f"the file must be {MAPPING[1]}, and is {GIVEN[given][1]}"
    assert finding.message["zh"] == f"整个文件应是{MAPPING[0]}，这里却是{GIVEN[given][0]}"
