"""An amendment: read as such, with just the parts that change."""

from __future__ import annotations

import pytest

from outageplan.notice.amendment import AmendedEffect, AmendedGuidance, AmendedWindow, Amendment
from outageplan.notice.model import Effect, Status
from outageplan.notice.moments import parse_boundary, parse_deadline, parse_moment
from outageplan.notice.reading import read_notice

from .examples import FILE, at, changed, findings_of, span, spoiled, told

SMALL = """\
format: outageplan/1
id: demo-back
amends: demo
published: 2021-11-27 20:00
status: completed
windows:
  cut-over: {end: 2021-11-27 18:00}
effects:
  everything: {effect: degraded, in: [cut-over]}
guidance:
  file-later: {deadline: 9 working days after cut-over.end}
"""


def read(text: str) -> Amendment:
    reading = read_notice(text.encode(), FILE)
    assert (reading.notice, reading.findings) == (None, ())
    assert reading.amendment is not None
    return reading.amendment


def test_what_changes_is_read_and_the_rest_is_left_open() -> None:
    amendment = read(SMALL)
    assert (amendment.id, amendment.amends, amendment.status) == ("demo-back", "demo", Status.COMPLETED)
    assert amendment.published == parse_moment("2021-11-27 20:00")
    assert amendment.windows == {"cut-over": AmendedWindow(end="2021-11-27 18:00")}
    assert amendment.windows["cut-over"].end == parse_boundary("2021-11-27 18:00")
    assert amendment.effects == {
        "everything": AmendedEffect.model_validate({"effect": "degraded", "in": ["cut-over"]}),
    }
    assert amendment.effects["everything"].effect is Effect.DEGRADED
    deadline = "9 working days after cut-over.end"
    assert amendment.guidance == {"file-later": AmendedGuidance(deadline=deadline)}
    assert amendment.guidance["file-later"].deadline == parse_deadline(deadline)
    assert (amendment.title, amendment.issuer, amendment.pools) == (None, None, None)
    assert [dict(part) for part in (amendment.sources, amendment.contacts, amendment.notes)] == [{}, {}, {}]


def test_the_smallest_amendment() -> None:
    text = "".join(SMALL.splitlines(keepends=True)[:4])
    assert read(text) == Amendment(format="outageplan/1", id="demo-back", amends="demo", published="2021-11-27 20:00")


@pytest.mark.parametrize("key", ["format", "id", "published"])
def test_what_an_amendment_must_have(key: str) -> None:
    line = next(line for line in SMALL.splitlines(keepends=True) if line.startswith(f"{key}:"))
    missing = told("OP102", "missing-key", f"缺少 `{key}`", f"`{key}` is missing", span(1, 1), key)
    assert findings_of(changed(line, "", SMALL)) == [missing]


def test_an_unknown_key() -> None:
    text, place = spoiled("{end: 2021", "{«ends»: 2021", SMALL)
    zh, en = "没有 `ends` 这个键；您要写的是不是 `end`？", "there is no key `ends`; did you mean `end`?"
    assert findings_of(text) == [told("OP101", "unknown-key", zh, en, place, "windows.cut-over.ends")]


@pytest.mark.parametrize("slip", ["amend", "ammends", "Amends"])
def test_a_slip_in_the_key_that_makes_it_an_amendment(slip: str) -> None:
    text = changed("amends:", f"{slip}:", SMALL)
    zh, en = f"没有 `{slip}` 这个键；您要写的是不是 `amends`？", f"there is no key `{slip}`; did you mean `amends`?"
    assert told("OP101", "unknown-key", zh, en, at(text, slip), slip) in findings_of(text)


def test_its_windows_and_sources_may_be_those_of_the_notice() -> None:
    text = changed("{effect: degraded, in: [cut-over]}", "{in: [elsewhere], source: report}", SMALL)
    assert read(text).effects["everything"].source == "report"


def test_a_key_that_is_removed_must_be_a_key_all_the_same() -> None:
    text, place = spoiled("{end: 2021-11-27 18:00}", "{«ends»: null}", SMALL)
    zh, en = "没有 `ends` 这个键；您要写的是不是 `end`？", "there is no key `ends`; did you mean `end`?"
    assert findings_of(text) == [told("OP101", "unknown-key", zh, en, place, "windows.cut-over.ends")]


def test_what_is_removed_is_nothing_to_read() -> None:
    text = changed("guidance:\n", "title: {zh: null}\nissuer: null\ncontacts: null\nguidance:\n", SMALL)
    amendment = read(changed("{deadline: 9 working days after cut-over.end}", "{deadline: null, for: null}", text))
    assert amendment.guidance == {"file-later": AmendedGuidance()}
    assert (amendment.title, amendment.issuer, dict(amendment.contacts)) == (None, None, {})


@pytest.mark.parametrize(("key", "code"), [("format", "OP107"), ("published", "OP104")])
def test_what_an_amendment_must_have_cannot_be_removed(key: str, code: str) -> None:
    line = next(line for line in SMALL.splitlines(keepends=True) if line.startswith(f"{key}:"))
    assert [one.code for one in findings_of(changed(line, f"{key}: null\n", SMALL))] == [code]


def test_an_id_is_a_word_even_where_it_is_null() -> None:
    found = read(changed("amends: demo\n", "amends: null\n", changed("id: demo-back", "id: 'null'", SMALL)))
    assert (found.id, found.amends) == ("null", "null")
