"""Published figures: numbers that `impact` may count from, each with what it counts and where it was published."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal, cast

from outageplan.catalog.entry import catalog_entries
from outageplan.wording import Text

Bound = Literal["over", "about"]
TRANSACTIONS = "platform.transactions_a_day"
INPATIENT_RESPONSE = "platform.inpatient_response"
CODES = "code.activated"
REGISTERED = "service_platform.registered"
FAMILY_ACCOUNTS = "family_account.users"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where figures were published: what it was, the day, its address, and the file of the text at hand."""

    id: str
    title: Text
    day: date
    url: str
    file: str
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published number. `over` is a lower bound, `about` a rounded value or mean."""

    id: str
    name: Text
    value: Fraction
    bound: Bound
    unit: Text
    source: Publication


@functools.cache
def figures() -> MappingProxyType[str, Figure]:
    """The figures by id, read once."""
    rows = catalog_entries("figures.yaml")
    sources = {id: _publication(id, row) for id, row in rows.items() if id.startswith("source.")}
    return MappingProxyType({id: _figure(id, row, sources) for id, row in rows.items() if id not in sources})


def _publication(id: str, row: dict[str, Any]) -> Publication:
    return Publication(
        id=id.removeprefix("source."),
        title=Text(row["zh"], row["en"]),
        day=date.fromisoformat(row["date"]),
        url=row["url"],
        file=row["file"],
        note=Text(row["note_zh"], row["note_en"]),
    )


def _figure(id: str, row: dict[str, Any], sources: dict[str, Publication]) -> Figure:
    return Figure(
        id=id,
        name=Text(row["zh"], row["en"]),
        value=Fraction(row["value"]),
        bound=cast(Bound, row["bound"]),
        unit=Text(row["unit_zh"], row["unit_en"]),
        source=sources[row["source"]],
    )
