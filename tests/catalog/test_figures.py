"""The published figures: their values, and that each can be traced to where it was published."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from outageplan.catalog.figures import figures

# as told in the article of the press conference, see `source` in figures.yaml
PUBLISHED = {
    "platform.transactions_a_day": (Fraction(28_000_000), "over"),
    "platform.inpatient_response": (Fraction(4, 5), "about"),
    "code.activated": (Fraction(1_170_000_000), "about"),
    "service_platform.registered": (Fraction(400_000_000), "over"),
    "family_account.users": (Fraction(158_000_000), "over"),
}


def test_the_values_are_those_published() -> None:
    assert {id: (one.value, one.bound) for id, one in figures().items()} == PUBLISHED


def test_every_figure_names_its_publication() -> None:
    for one in figures().values():
        assert one.source.day == date(2024, 9, 10)
        assert one.source.url.startswith("http")
        for text in (one.name, one.unit, one.source.title, one.source.note):
            assert text.zh
            assert text.en
