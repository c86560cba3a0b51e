"""What holds for every notice: a clause on every line, both languages everywhere, and the same numbers in both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from .asking import BEIJING, FIVE, HENAN, MAINTENANCE, NATIONAL, WEIFANG, Json, guidance, library, notice

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
CJK = re.compile(r"[\u4e00-\u9fff]")


def texts(id: str) -> Iterator[tuple[str, Json]]:
    """Every text of a notice in two languages, with where it stands."""
    found = notice(id)
    yield "title", found["title"]
    if found["issuer"]:
        yield "issuer", found["issuer"]
    for part, key in (("windows", "name"), ("effects", "text"), ("contacts", "name"), ("contacts", "note")):
        yield from ((f"{part}.{one['id']}.{key}", one[key]) for one in found[part] if one[key])
    yield from ((f"notes.{one['id']}", one["text"]) for one in found["notes"])
    yield from ((f"guidance.{one['id']}", one["text"]) for one in guidance(id, "2020-01-01"))


def numbers(text: str) -> Counter[int]:
    """The numbers of a text: months by name count, a full hour is the hour alone."""
    for number, month in enumerate(MONTHS, 1):
        text = re.sub(rf"\b{month}\b", f" {number} ", text)
    text = re.sub(r"(\d{1,2}):00", r"\1", text)
    return Counter(int(one) for one in re.findall(r"\d+", text))


def test_the_five_are_there() -> None:
    assert set(FIVE) <= set(library().ids())


@pytest.mark.parametrize("id", FIVE)
def test_every_line_names_its_clause(id: str) -> None:
    found = notice(id)
    lines = [*found["windows"], *found["effects"], *found["notes"], *guidance(id, "2020-01-01")]
    assert [line["id"] for line in lines if not line["clause"]] == []


def test_every_contact_names_its_clause() -> None:
    """Henan's list of telephones; Weifang's last paragraph; the other three sources print nobody to ask."""
    found = {one.id: {line.clause for line in one.contacts.values()} for one in library().notices if one.id in FIVE}
    assert found == {
        HENAN: {"Contacts"},
        WEIFANG: {"Miscellaneous"},
        NATIONAL: set(),
        BEIJING: set(),
        MAINTENANCE: set(),
    }


@pytest.mark.parametrize("id", FIVE)
def test_every_text_is_in_both_languages(id: str) -> None:
    wrong = [
        where
        for where, text in texts(id)
        if not (text["zh"] and text["en"]) or not CJK.search(text["zh"]) or CJK.search(text["en"])
    ]
    assert wrong == []


@pytest.mark.parametrize("id", FIVE)
def test_both_languages_carry_the_same_numbers(id: str) -> None:
    """Dates, times, days, telephone numbers, and sections of the source."""
    found = {where: (numbers(text["zh"]), numbers(text["en"])) for where, text in texts(id)}
    assert {where: pair for where, pair in found.items() if pair[0] != pair[1]} == {}


def test_which_lines_rest_on_what_was_found_elsewhere() -> None:
    """Weifang: the direction of transfers, pharmacies, cards; Henan: the date; the 31st: that it is Beijing's."""
    wanted = {
        HENAN: {"date-from-relay": "relay"},
        WEIFANG: {
            "social-security-cards": "chinese",
            "direction-of-transfers": "chinese",
            "institutions-or-pharmacies": "chinese",
            "cards-are-another-matter": "chinese",
        },
        NATIONAL: {},
        BEIJING: {},
        MAINTENANCE: {"most-likely-beijing": "beijing-report"},
    }
    found = {
        one.id: {
            id: line.source
            for part in (one.windows, one.effects, one.guidance, one.contacts, one.notes)
            for id, line in part.items()
            if line.source
        }
        for one in library().notices
        if one.id in FIVE
    }
    assert found == wanted


@pytest.mark.parametrize("id", FIVE)
def test_every_window_has_a_name_and_every_instruction_an_action_by_name(id: str) -> None:
    assert [one["id"] for one in notice(id)["windows"] if not one["name"]] == []
    assert [one["id"] for one in guidance(id, "2020-01-01") if not one["action_name"]["zh"]] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021年11月21日18时前", [2021, 11, 21, 18]),
        ("before 18:00 on 21 November 2021", [18, 21, 11, 2021]),
        ("开取12月份药品", [12]),
        ("December medicines; you may ask", [12]),
        ("8时30分", [8, 30]),
        ("08:30", [8, 30]),
    ],
)
def test_how_numbers_are_read(text: str, wanted: list[int]) -> None:
    assert numbers(text) == Counter(wanted)
