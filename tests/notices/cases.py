"""What the tests of cases share: which guidance of a notice somebody is given, and what the answer still depends on."""

from __future__ import annotations

from collections.abc import Iterable

import outageplan
from outageplan.engine.plan import Plan

from .asking import library

HENAN_DIRECT, WEIFANG_CITY, BEIJING_CITY, JINAN = "419900", "370700", "110000", "370100"


def plan(notice: str, at: str, **asked: object) -> Plan:
    """The plan of a case by one notice; `asked` are the words of `outageplan.plan`."""
    return outageplan.plan(library().notices, at=at, ids=[notice], **asked)  # type: ignore[arg-type]


def given(found: Plan) -> dict[str, str]:
    """The guidance of the notice that a case is given, with whether its condition is known to hold."""
    return {line.id: line.holds.value for line in found.guidance if line.notice}


def yes(*ids: str) -> dict[str, str]:
    """Guidance whose condition is known to hold."""
    return dict.fromkeys((id for row in ids for id in row.split()), "yes")


def not_known(*ids: str) -> dict[str, str]:
    """Guidance that stays because it is not known whether its condition holds."""
    return dict.fromkeys((id for row in ids for id in row.split()), "not_known")


def options(found: Plan) -> list[str]:
    """The options that would change the answer."""
    return [fact.option for fact in found.open_facts]


def sentences(found: Plan) -> Iterable[tuple[str, str]]:
    """What the answer depends on, in both languages."""
    return [(fact.text["zh"], fact.text["en"]) for fact in found.open_facts]
