"""The JSON Schema accepts what the model accepts, as text and as an editor types it, and editors can complete from it.

Out of its reach are references inside the notice and the syntax of the file: see the docstring of `schema.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from outageplan.catalog.entry import Catalog
from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles
from outageplan.errors import GrammarError
from outageplan.notice.document import read_document
from outageplan.notice.moments import EVENTS, parse_anchor, parse_boundary, parse_day, parse_deadline, parse_moment
from outageplan.notice.reading import read_notice
from outageplan.notice.repeats import parse_repeat
from outageplan.notice.schema import notice_schema
from outageplan.validation.examples import BASE, example_files
from outageplan.validation.rule import Example, checks

from .examples import GOOD, changed

SCHEMA = notice_schema()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
NOTICES = sorted((Path(__file__).parents[2] / "notices").glob("*.yaml"))
CATALOGS: dict[str, Catalog[Any]] = {"service": services(), "pool": pools(), "role": roles(), "action": actions()}
OF_SHAPE = re.compile(r"OP10[1-9]|OP111|OP20[1-4]")
OF_SYNTAX = re.compile(r"OP0")


def definition(name: str) -> jsonschema_rs.Draft202012Validator:
    """The validator of one definition of the schema."""
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


DEFINITIONS = {name: definition(name) for name in SCHEMA["$defs"]}

# The scalars of YAML 1.2's core schema, which the language servers of editors read; a date is text there.
_CORE: tuple[tuple[str, Callable[[str], Any]], ...] = (
    (r"null|Null|NULL|~|", lambda _: None),
    (r"true|True|TRUE", lambda _: True),
    (r"false|False|FALSE", lambda _: False),
    (r"[-+]?[0-9]+", int),
    (r"0o[0-7]+", lambda text: int(text[2:], 8)),
    (r"0x[0-9a-fA-F]+", lambda text: int(text[2:], 16)),
    (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
)


def typed(text: str) -> Any:
    """A YAML text as an editor has it: scalars without quotes typed, keys as they are written."""
    return _typed(yaml.compose(text, Loader=yaml.BaseLoader))


def _typed(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_typed(one) for one in node.value]
    return scalar(node.value) if node.style is None else node.value


def scalar(text: str) -> Any:
    """A scalar without quotes, typed."""
    return next((make(text) for pattern, make in _CORE if re.fullmatch(pattern, text)), text)


def agrees(text: str) -> bool:
    """Whether the model has nothing against the shape of a notice; the schema must say the same, of both its data."""
    content = text.encode()
    well_formed = not any(OF_SHAPE.match(finding.code) for finding in read_notice(content, "x.yaml").findings)
    for data in (read_document(content, "x.yaml").data, typed(text)):
        errors = [f"{list(error.instance_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(data)]
        assert (not errors) == well_formed, errors or read_notice(content, "x.yaml").findings
    return well_formed


# The examples of all rules and the real notices


def of_rules() -> Iterator[Any]:
    for check in checks():
        kinds: dict[str, Example] = {"good": check.rule.good, "bad": check.rule.bad}
        for kind, shown in kinds.items():
            for name, content in example_files(shown).items():
                found = read_notice(content, name).findings
                if not any(OF_SYNTAX.match(finding.code) for finding in found):
                    yield pytest.param(content.decode("utf-8-sig"), id=f"{check.rule.code}-{kind}-{name}")


@pytest.mark.parametrize("text", list(of_rules()))
def test_it_agrees_on_the_examples_of_every_rule(text: str) -> None:
    agrees(text)


def test_examples_of_every_rule_of_shape_are_refused() -> None:
    wanted = [check.rule for check in checks() if OF_SHAPE.fullmatch(check.rule.code)]
    assert len(wanted) == 14
    for rule in wanted:
        bad, good = (next(iter(example_files(one).values())).decode() for one in (rule.bad, rule.good))
        assert not agrees(bad), rule.code
        assert agrees(good), rule.code


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_it_accepts_the_real_notices(path: Path) -> None:
    assert agrees(path.read_text(encoding="utf-8"))


AMENDMENT = """\
format: outageplan/1
id: demo-2
amends: demo
published: 2021-11-27 10:00
status: completed
windows: {cut-over: {end: 2021-11-27 20:00}}
"""


@pytest.mark.parametrize(
    ("old", "new", "good"),
    [
        ("", "", True),
        ("published: 2021-11-27 10:00", "title: {zh: 一}", False),
        ("status: completed", "status: done", False),
        ("status: completed", "pools: []", False),
        ("status: completed", "pools: [370700]", True),
        ("end: 2021-11-27 20:00", "", True),
        ("end: 2021-11-27 20:00", "end: soon", False),
        ("end: 2021-11-27 20:00", "finish: 2021-11-27", False),
        ("amends: demo", "amends: [demo]", False),
        ("amends: demo", "amends:", False),
        ("end: 2021-11-27 20:00", "repeat: FREQ=DAILY, occurrences: {2021-11-27: {skip: yes}}", True),
        ("end: 2021-11-27 20:00", "occurrences: {2021-11-27: {skip: maybe}}", False),
        ("end: 2021-11-27 20:00", "occurrences: {yesterday: {skip: yes}}", False),
        ("windows: {cut-over: {end: 2021-11-27 20:00}}", "effects: {all: {services: []}}", False),
        ("windows: {cut-over: {end: 2021-11-27 20:00}}", "effects: {all: {effect: degraded}}", True),
        ("windows: {cut-over: {end: 2021-11-27 20:00}}", "guidance: {late: {action: file_later}}", True),
    ],
)
def test_it_agrees_on_amendments(old: str, new: str, good: bool) -> None:
    assert agrees(AMENDMENT.replace(old, new, 1) if old else AMENDMENT) == good


# Single values: the key that they are written to, and whether they are good there

VALUES = [
    *[("pools: [419900]", f"pools: {value}", good) for value, good in [
        ('["419900"]', True), ("[419900, 370700]", True), ("[]", False), ("", False), ("419900", False),
        ("[999999]", False), ("[41990]", False), ("[419900.5]", False), ("[[419900]]", False), ("{a: 419900}", False),
    ]],
    *[("id: demo", f"id: {value}", good) for value, good in [
        ("a", True), ("a-1", True), ("2021", True), ("2021-11", True), ("true", True), ('"7"', True), ("A", False),
        ("a_b", False), ("-5", False), ("1.5", False), ("", False), ('""', False), ("[a]", False), ("a" * 80, True),
        ("a" * 81, False), ("a-", False), ('"a\\n"', False), ("2021.11", False),
    ]],
    *[("title: {zh: 停机公告, en: Outage}", f"title: {value}", good) for value, good in [
        ("{zh: 一}", True), ("{en: a}", True), ("{}", False), ("{zh: 一, fr: b}", False), ("{zh: }", False),
        ("{zh: 1, en: 1.5}", True), ("{en: yes}", True), ("{en: true}", True), ("{zh: 一, en: '  '}", False),
        ('{zh: "\\u3000\\u2028\\x85"}', False), ('{zh: "\\uFEFF"}', True), ("words", False), ("", False),
        ("[a]", False), ("{zh: [a]}", False),
    ]],
    *[("clause: I.1", f"clause: {value}", good) for value, good in [
        ("1", True), ("1.2", True), ('""', False), ("", False), ("true", True), ("-1", True), ("[a]", False),
    ]],
    *[("sources:\n  announcement: {language: zh}", f"sources: {value}", good) for value, good in [
        ("{a: {language: zh}}", True), ("{a: {language: no}}", False), ("{a: {}}", False), ("{}", True), ("", False),
        ("{A: {language: zh}}", False), ("{1: {language: zh}}", True), ("{a: {language: zh, origin: given}}", True),
        ("{a: {language: zh, url: 'https://x.example/a b'}}", False), ("{a: {language: zh, file: 003}}", True),
        ("{a: {language: zh, url: 'https://x.example/\u3000'}}", False), ("{a: {language: zh, url: ftp://x}}", False),
        ("{a: {language: zh, url: https://x.example/a}}", True),
    ]],
    *[("contacts:\n  desk: {name: {zh: 窗口}}", f"contacts: {{a: {{name: {{zh: 一}}, phones: {value}}}}}", good)
      for value, good in [
        ("[12393]", True), ("[0371-65742316]", True), ('["12393"]', True), ("[12]", False), ("[]", True),
        ("[+86-10-12345678]", True), ("[12393 ext. 5]", True), ("[call us]", False), ("12393", False),
        ("[1239.5]", False), ("[true]", False), ("[-12393]", False), ('["' + "1" * 41 + '"]', False),
    ]],
    *[(", clause: I.1", f", {value}", good) for value, good in [
        ("repeat: FREQ=MONTHLY;BYMONTHDAY=-1", True), ("repeat: monthly", False), ("repeat: ''", False),
        ("repeat: [FREQ=DAILY]", False), ("occurrences: {}", True), ("occurrences: ''", False),
        ("occurrences: {2021-11-28: {skip: yes, clause: I.2}}", True), ("occurrences: {2021-11-28: {}}", True),
        ("occurrences: {2021-11-28: {skip: no}}", False), ("occurrences: {2021-11-28: {skip: true}}", False),
        ("occurrences: {2021-11-28: {start: 2021-11-29 18:00, end: expected 2021-11-30}}", True),
        ("occurrences: {2021-11-28: {skip: yes, end: 2021-11-29}}", False), ("occurrences: {a: {}}", False),
        ("occurrences: {2021-11-31: {skip: yes}}", False), ("occurrences: {2021-11-28 18:00: {skip: yes}}", False),
        ("occurrences: {2021-11-28: {start: soon}}", False), ("occurrences: [2021-11-28]", False),
    ]],
    *[("services: [all]", f"services: {value}", good) for value, good in [
        ("[settlement]", True), ("[]", False), ("all", False), ("[everything]", False), ("[all, all]", True),
        ("[filing.referral]", True), ("[1]", False), ("", False),
    ]],
    *[("for: [insured]", f"for: {value}", good) for value, good in [
        ("[insured, pharmacy]", True), ("[doctor]", False), ("[]", False), ("insured", False),
    ]],
    *[("action: file_later", f"action: {value}", good) for value, good in [
        ("file_after", True), ("wait_for_rain", False), ("", False), ("[file_later]", False),
    ]],
    *[("phase: after", f"phase: after\n    {value}", good) for value, good in [
        ("when: {}", True), ("when: {patient: [inpatient]}", True), ("when: {patient: inpatient}", False),
        ("when: {insured: here, treated: elsewhere, admitted: before}", True), ("when: {insured: nowhere}", False),
        ("in: []", True), ("in: cut-over", False), ("when:", False), ("deadline: soon", False),
        ("deadline: 7 working days after cut-over.end", True), ("not_before: 7 day after cut-over.end", False),
        ("repeat: daily", False),
    ]],
    *[("status: confirmed", f"status: {value}", good) for value, good in [
        ("draft", True), ("done", False), ("", False), ("Confirmed", False), ("[confirmed]", False),
    ]],
    *[("format: outageplan/1", f"format: {value}", good) for value, good in [
        ("outageplan/2", False), ("1", False), ("", False), ("outageplan/1", True),
    ]],
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "good"), VALUES)
def test_it_agrees_on_single_values(old: str, new: str, good: bool) -> None:
    assert agrees(changed(old, new)) == good


@pytest.mark.parametrize("status", ["draft", "tentative", "confirmed", "completed", "cancelled"])
@pytest.mark.parametrize("place", ["", "pools: []\n"], ids=["none", "empty"])
def test_only_a_draft_may_leave_out_its_pools(status: str, place: str) -> None:
    text = changed("pools: [419900]\n", place).replace("status: confirmed", f"status: {status}")
    assert agrees(text) == (status == "draft")


@pytest.mark.parametrize("key", ["format", "id", "status", "title", "windows", "pools", "effects", "contacts"])
def test_it_agrees_on_keys_that_are_missing_or_of_a_wrong_kind(key: str) -> None:
    blocks = re.split(r"(?m)^(?=[a-z])", GOOD)
    rest = "".join(block for block in blocks if not block.startswith(f"{key}:"))
    assert agrees(rest) == (key in ("effects", "contacts"))
    for wrong in ("[]", "word", "1", "{a: b}", "", "[[a]]"):
        if (key, wrong) != ("id", "word") and (key, wrong) != ("id", "1"):
            assert not agrees(rest + f"{key}: {wrong}\n"), wrong


@pytest.mark.parametrize("text", ["[]", "word", "12", "[{format: outageplan/1}]"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize(("code", "old", "new"), [
    ("OP205", "services: [all],", "services: [all], in: [gone],"),
    ("OP208", "clause: I.1", "source: gone"),
])  # fmt: skip
def test_references_are_out_of_its_reach(code: str, old: str, new: str) -> None:
    text = changed(old, new)
    assert [finding.code for finding in read_notice(text.encode(), "x.yaml").findings] == [code]
    assert agrees(text)


# Phrases, valid ones and those next to them

DAYS = st.dates(date(1940, 1, 1), date(2210, 12, 31)).map(date.isoformat) | st.from_regex(
    r"(19[45]|2[0-2][0-9])[0-9]-[01][0-9]-[0-3][0-9]", fullmatch=True
)
HOURS = st.from_regex(r"[0-2][0-9]:[0-6][0-9]", fullmatch=True) | st.just("24:00")
OFFSETS = st.from_regex(r"[+-](0[0-9]|1[0-5]):[0-6][0-9]", fullmatch=True)
MOMENTS = DAYS | st.builds("{} {}".format, DAYS, HOURS) | st.builds("{} {} {}".format, DAYS, HOURS, OFFSETS)
WORDS = st.text(max_size=8) | st.sampled_from([" ", "a ", "\u3000a", "a\u0085", "\ufeff", "x\ny", "\x1c"])
PREFIXES = st.sampled_from(["expected", "tentative", "not before", "no later than", "Expected", "about"])
BOUNDARIES = (
    MOMENTS
    | st.builds("{} {}".format, PREFIXES, MOMENTS)
    | st.builds("{} {}".format, st.sampled_from(["unresolved", "when", "if"]), WORDS)
    | st.just("to be announced")
)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True) | st.sampled_from(["A", "a_b", "-a", "visit"])
ANCHORS = st.sampled_from(EVENTS) | st.builds("{}.{}".format, IDS, st.sampled_from(["start", "end", "middle"]))
ANCHORS = ANCHORS | ANCHORS.map("end of month of {}".format)
UNITS = [unit + plural for unit in ("minute", "hour", "day", "working day", "month", "week") for plural in ("", "s")]
COUNTS = st.integers(-1, 11000).map(str) | st.sampled_from(["01", "1.5", "one", "1", "9999", "10000"])
SIDES = st.sampled_from(["before", "after", "from"])
OFFSET_DEADLINES = st.builds("{} {} {} {}".format, COUNTS, st.sampled_from(UNITS), SIDES, ANCHORS)
DEADLINES = MOMENTS | ANCHORS | OFFSET_DEADLINES


@st.composite
def mutated(draw: st.DrawFn, phrases: st.SearchStrategy[str]) -> str:
    """A phrase, or one with a character put in, left out or replaced."""
    phrase = draw(phrases)
    if draw(st.booleans()):
        return phrase
    place = draw(st.integers(0, len(phrase)))
    piece = draw(st.sampled_from(["", " ", "\n", "0", "1", "9", "-", ":", "s", "a", "年", "：", "\u3000", "٣"]))
    return phrase[:place] + piece + phrase[place + draw(st.integers(0, 1)) :]


def parses(parse: Callable[[str], object], phrase: str) -> bool:
    try:
        parse(phrase)
    except GrammarError:
        return False
    return True


def same(name: str, parse: Callable[[str], object], phrase: str) -> None:
    """The schema's definition and the parser agree, on the text and as typed where it needs no quotes."""
    good = parses(parse, phrase)
    assert DEFINITIONS[name].is_valid(phrase) == good
    assert DEFINITIONS[name].is_valid(scalar(phrase)) == good


def _is_text(phrase: str) -> None:
    assume(not any("\ud800" <= char <= "\udfff" for char in phrase))


@given(mutated(MOMENTS))
@example("1950-01-01")
@example("1949-12-31")
@example("2199-12-31 24:00 +14:00")
@example("2200-01-01")
@example("2100-02-29")
@example("2000-02-29 00:00 -00:01")
@example("2024-02-29 24:01")
@example("2024-02-28 08:30 -00:00")
@example("2024-02-28 08:30 +14:01")
@example("2024-02-28\n")
def test_it_agrees_on_moments(phrase: str) -> None:
    same("moment", parse_moment, phrase)


@given(mutated(BOUNDARIES))
@example("when \ufeff")
@example("when \x85")
@example("when a\n")
@example("unresolved")
@example("to be announced ")
def test_it_agrees_on_boundaries(phrase: str) -> None:
    _is_text(phrase)
    same("boundary", parse_boundary, phrase)


@given(mutated(DEADLINES))
@example("1 day after visit")
@example("1 days after visit")
@example("0 days after visit")
@example("9999 minutes before end of month of a-b.start")
@example("end of month of end of month of visit")
@example("7 working days after visit.end")
@example("2 days after 2021-11-21")
def test_it_agrees_on_deadlines(phrase: str) -> None:
    same("deadline", parse_deadline, phrase)


NUMBERS = st.integers(-400, 10000).map(str) | st.sampled_from(["0", "01", "+1", "--1", ""])
REPEAT_PARTS = (
    st.builds(
        "{}={}".format,
        st.sampled_from(["INTERVAL", "COUNT", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYHOUR"]),
        st.lists(NUMBERS | st.integers(-13, 32).map(str), min_size=1, max_size=2).map(",".join),
    )
    | st.builds("UNTIL={}".format, st.dates(date(1940, 1, 1), date(2210, 1, 1)).map("{:%Y%m%d}".format))
    | st.from_regex(r"UNTIL=20[0-9]{2}[01][0-9][0-3][0-9]T[0-2][0-9][0-6][0-9][0-6][0-9]Z", fullmatch=True)
    | st.from_regex(r"BYDAY=([+-]?[0-6]{0,2}(MO|SU)){1,2}(,TU)?", fullmatch=True)
    | st.sampled_from(["WKST=SU", "WKST=XX", "BYDAY=MO,-1FR", "BYDAY=SA"])
)
REPEATS = st.builds(
    "FREQ={}{}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]),
    st.lists(REPEAT_PARTS, max_size=3).map(lambda parts: "".join(f";{part}" for part in parts)),
)


@given(mutated(REPEATS))
@example("FREQ=DAILY;COUNT=3;UNTIL=20251231")
@example("FREQ=DAILY;UNTIL=20251231;INTERVAL=2;COUNT=3")
@example("FREQ=DAILY;WKST=MO;COUNT=3;WKST=MO")
@example("FREQ=MONTHLY;BYSETPOS=1")
@example("FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO")
@example("FREQ=MONTHLY;BYSETPOS=-367;BYDAY=MO")
@example("FREQ=YEARLY;BYDAY=53MO,54TU")
@example("FREQ=DAILY\n")
@example("FREQ=DAILY;BYMONTH=1\n;COUNT=2")
def test_it_agrees_on_repeats(phrase: str) -> None:
    try:
        parse_repeat(phrase)
    except GrammarError as error:
        assume("of its months" not in str(error.message.en) and "a month has five" not in str(error.message.en))
    same("repeat", parse_repeat, phrase)


def test_days_that_no_month_has_are_out_of_its_reach() -> None:
    for phrase in ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO"):
        assert DEFINITIONS["repeat"].is_valid(phrase)
        assert not parses(parse_repeat, phrase)


@given(mutated(DAYS))
def test_it_agrees_on_days(phrase: str) -> None:
    same("day", parse_day, phrase)


@given(mutated(ANCHORS))
def test_it_agrees_on_anchors(phrase: str) -> None:
    assert DEFINITIONS["deadline"].is_valid(f"2 days after {phrase}") == parses(parse_anchor, phrase)


@given(mutated(MOMENTS), mutated(BOUNDARIES), mutated(DEADLINES))
def test_it_agrees_on_phrases_in_a_notice(published: str, end: str, deadline: str) -> None:
    phrases = {"2025-11-07": published, "2025-11-24 08:30": end, "2025-11-21 17:00": deadline}
    text = BASE
    for old, new in phrases.items():
        _is_text(new)
        assume(new.isprintable())
        quoted = new.replace("\\", "\\\\").replace('"', '\\"')
        text = changed(old, f'"{quoted}"', text)
    agrees(text)


# Amendments, in which `null` removes

EVERY_KEY = """\
format: outageplan/1
id: demo-2
amends: demo
published: 2021-11-20
status: completed
title: {zh: 变更, en: Change}
issuer: {zh: 某局}
pools: [419900]
sources: {letter: {language: zh, origin: given, title: x, file: x, url: "http://x", note: x}}
windows: {stop: {name: {zh: 停机}, start: 2021-11-21 18:00, end: to be announced, clause: "1", source: letter}}
effects: {all: {in: [stop], services: [all], effect: degraded, resume: full, pools: [419900], schemes: [employee],
  say: {zh: 说}, clause: "1"}}
guidance: {go: {for: [insured], in: [stop], phase: during, services: [all], action: prepay_full, deadline: stop.end,
  when: {insured: here, treated: here, patient: [chronic], admitted: before, discharged: after},
  not_before: stop.start, say: {en: Go.}}}
contacts: {desk: {name: {zh: 窗口}, phones: [12393], services: [all], note: {zh: 注}}}
notes: {open: {say: {zh: 未写明}}}
"""


def _nulled() -> Iterator[Any]:
    """The amendment with the value of each of its keys removed in turn, by the word and in quotes."""
    root = yaml.compose(EVERY_KEY, Loader=yaml.BaseLoader)

    def below(node: Any, path: str) -> Iterator[tuple[str, int, int]]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield f"{path}.{key.value}", value.start_mark.index, value.end_mark.index
                yield from below(value, f"{path}.{key.value}")

    for path, start, end in below(root, ""):
        for null in ("null", '"null"') if path not in (".id", ".amends") else ():
            yield pytest.param(EVERY_KEY[:start] + null + EVERY_KEY[end:].rstrip() + "\n", id=f"{path[1:]}-{null}")


def test_the_whole_amendment_is_accepted() -> None:
    assert agrees(EVERY_KEY)


@pytest.mark.parametrize("text", list(_nulled()))
def test_it_agrees_on_every_key_that_an_amendment_removes(text: str) -> None:
    head = re.search(r"^(format|published): \W?null", text, re.MULTILINE)
    assert agrees(text) == (head is None)


@pytest.mark.parametrize(
    "old",
    [
        "[419900]\n",
        "[insured]",
        "[all], effect",
        "in: [stop], services: [all], effect",
        "patient: [chronic]",
        "[12393]",
    ],
)
def test_a_list_cannot_be_emptied_by_null_inside(old: str) -> None:
    text = EVERY_KEY.replace(old, re.sub(r"\[\w+\]", '["null ?"]', old, count=1), 1)
    assert not agrees(text)


@pytest.mark.parametrize("text", ["dead-line: null\n", "notes: {open: {sayy: null}}\n", "notes: {Open: null}\n"])
def test_it_agrees_that_only_known_keys_are_removed(text: str) -> None:
    assert not agrees("".join(EVERY_KEY.splitlines(keepends=True)[:4]) + text)


@pytest.mark.parametrize("text", ["title: {}\n", "notes: {open: {say: {}}}\n", "title: {zh: null, en: null, de: x}\n"])
def test_it_agrees_on_wordings_without_a_language(text: str) -> None:
    assert not agrees("".join(EVERY_KEY.splitlines(keepends=True)[:4]) + text)


@pytest.mark.parametrize("text", ["title: {zh: null}\n", "title: {zh: null, en: null}\n", "title: {zh: null, en: x}\n"])
def test_it_agrees_on_wordings_whose_languages_are_removed(text: str) -> None:
    assert agrees("".join(EVERY_KEY.splitlines(keepends=True)[:4]) + text)


# What editors get


@pytest.mark.parametrize("name", CATALOGS)
def test_editors_complete_ids_with_names_in_both_languages(name: str) -> None:
    offered = {one["const"]: one for one in SCHEMA["$defs"][name]["anyOf"]}
    for entry in CATALOGS[name].values():
        assert offered[entry.id] == {"const": entry.id, "description": f"{entry.name['zh']} / {entry.name['en']}"}


@pytest.mark.parametrize("name", CATALOGS)
def test_former_ids_are_accepted_and_marked(name: str) -> None:
    marked = {one["const"] for one in SCHEMA["$defs"][name]["anyOf"] if one.get("deprecated")}
    assert marked == {alias for entry in CATALOGS[name].values() for alias in entry.aliases}
    assert all(DEFINITIONS[name].is_valid(alias) for alias in marked)
    assert name not in ("service", "action") or marked


def test_pools_may_be_numbers() -> None:
    assert all(DEFINITIONS["pool"].is_valid(code) and DEFINITIONS["pool"].is_valid(int(code)) for code in pools())


def test_it_is_a_schema_whose_references_are_all_there_and_all_used() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    referred = {one.removeprefix("#/$defs/") for one in _values(SCHEMA, "$ref")}
    assert referred == set(SCHEMA["$defs"])
    assert not list(_values(SCHEMA, "x-outageplan"))
    assert all(isinstance(one, str) and one for one in _values(SCHEMA, "description"))


def test_its_patterns_are_those_of_ecma_262() -> None:
    """With the flag `u` only these may follow a backslash; two-digit hours and the like need no more."""
    patterns = list(_values(SCHEMA, "pattern"))
    assert patterns
    for pattern in patterns:
        assert set(re.findall(r"\\(.)", pattern)) <= set("tnrxusSdw.+*?()[]{}|^$/\\"), pattern
        assert not re.search(r"\(\?(?!:)|\\[AZz]|\(\?P", pattern), pattern


def _values(node: Any, key: str) -> Iterator[Any]:
    """What stands under a key anywhere in a schema, not the property of that name."""
    if isinstance(node, list):
        for one in node:
            yield from _values(one, key)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in ("properties", "$defs"):
                for below in value.values():
                    yield from _values(below, key)
            else:
                if name == key:
                    yield value
                yield from _values(value, key)
