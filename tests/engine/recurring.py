"""Invented notices with windows that repeat, for the tests of the engine. No bureau announced any of them."""

from __future__ import annotations

from collections.abc import Mapping

from outageplan.engine.case import Case
from outageplan.engine.guidance import Instruction
from outageplan.engine.plan import Plan, make_plan
from outageplan.notice.model import Notice

from .building import WEIFANG, Entry, at

MONTH_END = {"start": "2024-01-31 18:00", "end": "2024-02-01 06:00", "repeat": "FREQ=MONTHLY;BYMONTHDAY=-1"}
NIGHTLY = {"start": "2024-01-01 23:00", "end": "2024-01-02 06:00", "repeat": "FREQ=DAILY"}
FILE_LATER: Entry = {"phase": "after", "action": "file_later", "deadline": "3 days after stop.end"}
BUY_AHEAD: Entry = {"phase": "before", "action": "stock_up", "deadline": "2 hours before stop.start"}


def recurring(
    window: Mapping[str, object],
    occurrences: Mapping[str, Mapping[str, str]] | None = None,
    *,
    guidance: Mapping[str, Entry] | None = None,
    resume: str = "full",
    effect: str = "suspended",
    status: str = "confirmed",
    **others: Mapping[str, str],
) -> Notice:
    """An invented notice with one window `stop` that repeats, and perhaps others."""
    usual = {"for": ["insured"], "phase": "during", "services": ["all"], "action": "prepay_full", "clause": "g"}
    stop = {"clause": "w", **window} | ({"occurrences": dict(occurrences)} if occurrences else {})
    return Notice.model_validate(
        {
            "format": "outageplan/1",
            "id": "invented",
            "status": status,
            "title": {"en": "Invented for a test; announced by nobody"},
            "pools": [WEIFANG],
            "windows": {"stop": stop, **others},
            "effects": {"all": {"services": ["all"], "effect": effect, "resume": resume, "clause": "e"}},
            "guidance": {id: {**usual, "say": {"en": id}, **entry} for id, entry in (guidance or {}).items()},
        }
    )


def planned(notice: Notice, moment: str) -> Plan:
    """The plan for nobody in particular."""
    return make_plan([notice], Case(at=at(moment), notices=(notice.id,)))


def spans(notice: Notice, moment: str) -> dict[str, tuple[str, str]]:
    """The windows of the plan at a moment, by id, as phrases."""
    found = planned(notice, moment).notices[0].notice
    return {id: (str(window.start), str(window.end)) for id, window in found.windows.items()}


def state(notice: Notice, moment: str) -> str:
    """How one service stands."""
    return next(line.state.value for line in planned(notice, moment).services)


def until(notice: Notice, moment: str) -> str:
    """Until when it stands so."""
    return str(next(line.until for line in planned(notice, moment).services))


def told(notice: Notice, moment: str) -> dict[str, tuple[str | None, bool, str]]:
    """The guidance by id: its deadline as a day or moment, whether it applies now, and what it says in English."""
    return {line.id: (_due(line), line.current, line.text["en"]) for line in planned(notice, moment).guidance}


def _due(line: Instruction) -> str | None:
    if line.due is None or line.due.at is None:
        return None
    return f"{line.due.last_day}" if line.due.last_day else f"{line.due.at:%Y-%m-%d %H:%M}"
