"""Invented notices for the tests of the engine. No bureau announced any of them, and each says so in its title.

Windows are pairs of phrases, effects and guidance are written as in a notice file, less what a test does not care for:

    invented(windows={"stop": ("2021-11-21 18:00", "expected 2021-11-28 08:00")},
             effects={"all": "suspended", "inquiry": "unaffected"})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone

from outageplan.catalog.services import services
from outageplan.engine.availability import Availability, State, availability
from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction, instructions
from outageplan.notice.model import Notice

CHINA_TIME = timezone(timedelta(hours=8))

NATION = "100000"
BEIJING = "110000"
SHANDONG = "370000"
JINAN = "370100"
WEIFANG = "370700"
SHANDONG_DIRECT = "379900"
HENAN = "410000"
ZHENGZHOU = "410100"
HENAN_DIRECT = "419900"

IN_PROVINCE = "settlement.offsite.in_province.inpatient"
CROSS_PROVINCE = "settlement.offsite.cross_province.inpatient"
PHARMACY = "settlement.local.pharmacy"

Span = tuple[str, str]
Entry = Mapping[str, object]
STOP: Mapping[str, Span] = {"stop": ("2021-11-21 18:00", "2021-11-28 08:00")}


def invented(
    id: str = "invented",
    *,
    windows: Mapping[str, Span] = STOP,
    effects: Mapping[str, str | Entry] | None = None,
    guidance: Mapping[str, Entry] | None = None,
    pools: Sequence[str] = (WEIFANG,),
    status: str = "confirmed",
    published: str | None = None,
) -> Notice:
    """An invented notice. Effects are entries by id, or `{service: effect}`; without any, everything is suspended."""
    written: dict[str, object] = {
        "format": "outageplan/1",
        "id": id,
        "status": status,
        "title": {"en": "Invented for a test; announced by nobody"},
        "pools": list(pools),
        "windows": {name: {"start": start, "end": end, "clause": "w"} for name, (start, end) in windows.items()},
        "effects": dict(_effect(name, entry) for name, entry in (effects or {"all": "suspended"}).items()),
        "guidance": {name: _guidance(entry) for name, entry in (guidance or {}).items()},
    }
    return Notice.model_validate(written | ({"published": published} if published else {}))


def _effect(name: str, entry: str | Entry) -> tuple[str, Entry]:
    if isinstance(entry, str):
        return name.replace(".", "-").replace("_", "-"), {"services": [name], "effect": entry, "clause": "e"}
    return name, {"services": ["all"], "effect": "suspended", "clause": "e", **entry}


def _guidance(entry: Entry) -> Entry:
    """For the insured, during the stop, about everything: unless the entry says otherwise."""
    usual = {"for": ["insured"], "phase": "during", "services": ["all"], "action": "prepay_full", "clause": "g"}
    return {**usual, "say": {"en": "invented"}, **entry}


def at(moment: str) -> datetime:
    """`2021-11-21 18:00` in China time, read without the code under test."""
    return datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA_TIME)


def around(moment: str) -> tuple[datetime, datetime, datetime]:
    """One minute before a moment, the moment, and one minute after it."""
    there = at(moment)
    return there - timedelta(minutes=1), there, there + timedelta(minutes=1)


def case(moment: str | datetime, insured_at: str | None = None, treated_at: str | None = None) -> Case:
    """A case with a moment and places alone."""
    when = at(moment) if isinstance(moment, str) else moment
    return Case(at=when, insured_at=insured_at, treated_at=treated_at)


def line(
    service: str,
    moment: str | datetime,
    *notices: Notice,
    insured_at: str | None = None,
    treated_at: str | None = None,
) -> Availability:
    """How a service stands at a moment, by these notices."""
    return availability(services()[service], notices, case(moment, insured_at, treated_at))


def state(
    service: str,
    moment: str | datetime,
    *notices: Notice,
    insured_at: str | None = None,
    treated_at: str | None = None,
) -> State:
    """The state of a service at a moment, by these notices."""
    return line(service, moment, *notices, insured_at=insured_at, treated_at=treated_at).state


def until(found: Availability) -> str | None:
    """The boundary until which a state holds, as a phrase."""
    return None if found.until is None else str(found.until)


def until_when(found: Availability) -> datetime | None:
    """The instant until which a state holds, where there is one."""
    if found.until is None:
        return None
    return found.until.as_end() if found.until_end else found.until.as_start()


def rules_of(found: Availability) -> list[str]:
    """The rules that made a line of a plan, in order."""
    return [reason.rule for reason in found.because]


def guided(notice: Notice, asked: Case) -> dict[str, Instruction]:
    """The guidance of one notice that fits a case, by id."""
    return {instruction.id: instruction for instruction in instructions([notice], asked)}
