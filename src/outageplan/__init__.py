"""Planned outages of Chinese medical-insurance systems: what is down, what to do instead, and by when.

    import outageplan
    library = outageplan.load()
    answer = outageplan.plan(library.notices, at="2021-11-22 09:00", insured_at="河南省本级")

Reading and planning are imported when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outageplan.engine.plan import Plan
    from outageplan.notice.library import Library
    from outageplan.notice.model import Notice

__version__ = "0.1.0"
__all__ = ["load", "plan"]


def load(*paths: str | Path) -> Library:
    """The notices in files and folders, or without arguments those that ship with the package.

    Files that cannot be read are left out; `Library.findings` tells which, where and why.
    """
    from outageplan.notice.library import load as load_library

    return load_library(*paths)


def plan(
    notices: Iterable[Notice],
    *,
    at: datetime | str,
    known_at: datetime | str | None = None,
    insured_at: str | None = None,
    treated_at: str | None = None,
    role: str | None = None,
    services: Iterable[str] = (),
    ids: Iterable[str] = (),
    scheme: str | None = None,
    patient: Iterable[str] | None = None,
    admitted: str | None = None,
    discharged: str | None = None,
    visit: str | None = None,
    receipt: str | None = None,
    include_over: bool = False,
) -> Plan:
    """What notices mean for a case at a moment.

    `at` and `known_at` are aware datetimes, or text as in a notice (China time unless it says otherwise; a date alone
    is 00:00). Pools, roles, services and patient facts are ids or names in either language. `ids` picks notices
    whatever their date. `admitted`, `discharged`, `visit` and `receipt` are moments as in a notice; the hour may be
    left out.

    Raises `GrammarError` for a moment that cannot be read, `UnknownNameError` for a name that the catalog does not
    have, `ValueError` for a datetime without a time zone.
    """
    from outageplan.engine.asking import make_case
    from outageplan.engine.plan import make_plan

    found = tuple(notices)
    case = make_case(
        [notice.id for notice in found],
        at=at,
        known_at=known_at,
        insured_at=insured_at,
        treated_at=treated_at,
        role=role,
        services=tuple(services),
        ids=tuple(ids),
        scheme=scheme,
        patient=None if patient is None else tuple(patient),
        events={"admission": admitted, "discharge": discharged, "visit": visit, "receipt": receipt},
    )
    return make_plan(found, case, include_over=include_over)
