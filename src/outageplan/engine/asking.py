"""From words to a case: moments as in a notice, pools, roles and services by id or name in either language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services as service_catalog
from outageplan.catalog.vocabulary import find_term, roles
from outageplan.engine.case import Case
from outageplan.engine.stays import is_before
from outageplan.errors import UnknownNameError, UsageError
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import PatientFact, Scheme
from outageplan.notice.moments import Event, Moment, parse_argument, parse_moment
from outageplan.wording import Text

NO_FACT = ("none", "无")


def make_case(
    known_ids: Sequence[str],
    *,
    at: datetime | str,
    known_at: datetime | str | None = None,
    insured_at: str | None = None,
    treated_at: str | None = None,
    role: str | None = None,
    services: Sequence[str] = (),
    ids: Sequence[str] = (),
    scheme: str | None = None,
    patient: Sequence[str] | None = None,
    events: Mapping[Event, Moment | str | None] | None = None,
) -> Case:
    """The case that these words describe. `patient` are facts by id or name; the one word `none` stands for no fact.
    An event that is None was not given.

    Raises `GrammarError` for a moment, `UnknownNameError` for a name or notice id that is not known, `ValueError`
    for a datetime without a time zone.
    """
    tree = service_catalog()
    happened = _events(events or {})
    return Case(
        at=instant(at),
        known_at=None if known_at is None else instant(known_at),
        insured_at=None if insured_at is None else pools().find(insured_at).id,
        treated_at=None if treated_at is None else pools().find(treated_at).id,
        role=None if role is None else roles().find(role).id,
        services=tuple(dict.fromkeys(tree.find(word).id for word in services)),
        notices=tuple(dict.fromkeys(known_id(id, known_ids) for id in ids)),
        scheme=None if scheme is None else cast(Scheme, find_term("scheme", scheme)),
        patient=None if patient is None else _facts(patient, happened),
        events=happened,
    )


def _facts(words: Sequence[str], events: Mapping[Event, Moment]) -> tuple[PatientFact, ...]:
    """The facts that hold. Raises `UsageError` for no fact beside another one, or beside a stay in hospital."""
    if not any(word.strip().casefold() in NO_FACT for word in words):
        return tuple(dict.fromkeys(cast(PatientFact, find_term("patient", word)) for word in words))
    others = [word for word in words if word.strip().casefold() not in NO_FACT]
    if others:
        listed = others[0]
        raise UsageError(
            Text(f"患者情况不能既写“无”（none）又写“{listed}”", f"the patient facts are `none` or `{listed}`, not both")
        )
    if "admission" in events or "discharge" in events:
        raise UsageError(
            Text(
                "已给出入院或出院时间，即为住院患者，患者情况不能写“无”（none）",
                "an admission or discharge makes an inpatient: the patient facts cannot be `none`",
            )
        )
    return ()


def _events(given: Mapping[Event, Moment | str | None]) -> FrozenDict[Event, Moment]:
    """The events of a case. Raises `UsageError` for a discharge before its admission."""
    found = {
        event: parse_argument(told, parse_moment) if isinstance(told, str) else told
        for event, told in given.items()
        if told is not None
    }
    came, left = found.get("admission"), found.get("discharge")
    if came and left and is_before(left, came):
        raise UsageError(
            Text(f"出院时间 {left} 早于入院时间 {came}", f"the discharge, {left}, comes before the admission, {came}")
        )
    return FrozenDict(found)


def instant(value: datetime | str) -> datetime:
    """An aware datetime, from one or from text; a date alone is 00:00 China time."""
    if isinstance(value, str):
        return parse_argument(value, parse_moment).as_start()
    if value.tzinfo is None:
        raise ValueError("a datetime needs a time zone")
    return value


def known_id(id: str, known: Sequence[str]) -> str:
    """An id that is among those known. Raises `UnknownNameError`, which names the nearest."""
    if id in known:
        return id
    bare = Text(f"没有编号为“{id}”的公告", f"there is no notice `{id}`")
    raise UnknownNameError(bare, "notice", lambda: _on_file(id, known))


def _on_file(id: str, known: Sequence[str]) -> Text | None:
    import difflib  # only for ids that are not there

    near = difflib.get_close_matches(id, known, n=3, cutoff=0.4) or list(known)[:8]
    listed = ", ".join(f"`{one}`" for one in near)
    return Text("；现有：" + "、".join(near), f"; on file: {listed}") if near else None
