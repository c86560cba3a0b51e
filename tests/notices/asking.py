"""What the tests of the notices share: a plan as data, and a sentence of a source as the line it should make."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import outageplan
from outageplan.notice.library import Library
from outageplan.render.check_json import check_json

Json = dict[str, Any]
Words = tuple[str, str]  # the same fact in the Chinese and in the English text

HENAN, WEIFANG, NATIONAL = "henan-2021-11", "weifang-2023-12", "national-2024-06"
BEIJING, MAINTENANCE = "beijing-2025-05", "maintenance-31st"
FIVE = (HENAN, WEIFANG, NATIONAL, BEIJING, MAINTENANCE)


@cache
def library() -> Library:
    """The notices that ship with the package; none of them may be left out."""
    found = outageplan.load()
    assert found.findings == ()
    return found


@cache
def answer(
    notice: str,
    at: str,
    *,
    role: str | None = None,
    insured_at: str | None = None,
    treated_at: str | None = None,
    services: tuple[str, ...] = (),
) -> Json:
    """The plan by one notice at a moment, read back from its JSON."""
    plan = outageplan.plan(
        library().notices,
        at=at,
        ids=[notice],
        role=role,
        insured_at=insured_at,
        treated_at=treated_at,
        services=services,
    )
    found: Json = json.loads(check_json(plan))
    return found


def notice(id: str, at: str = "2020-01-01") -> Json:
    """The notice itself, as the plan tells it."""
    (found,) = answer(id, at)["notices"]
    return dict(found)


def windows(id: str) -> Json:
    """Start, end and clause of every window."""
    return {one["id"]: {key: one[key] for key in ("start", "end", "clause")} for one in notice(id)["windows"]}


def boundary(at: str | None, kind: str, phrase: str) -> Json:
    """One end of a window; an hour is stated wherever there is a date."""
    found: Json = {"at": at, "kind": kind, "phrase": phrase}
    return found | {"hour_stated": True} if at else found


def effects(id: str) -> Json:
    """What every effect says, less its text and source."""
    return {
        one.pop("id"): {key: one[key] for key in one if key not in ("text", "source")}
        for one in map(dict, notice(id)["effects"])
    }


def effect(windows: str, services: str, effect: str, clause: str, *, resume: str = "full", schemes: str = "") -> Json:
    """An effect as it should be; lists are words in a row."""
    return {
        "in": windows.split(),
        "services": services.split(),
        "effect": effect,
        "resume": resume,
        "pools": [],
        "schemes": schemes.split(),
        "clause": clause,
    }


def states(id: str, at: str, *services: str) -> dict[str, str]:
    """How services stand at a moment: those asked for, else all that the notice names."""
    return {line["id"]: line["state"] for line in answer(id, at, services=services)["services"]}


def untils(id: str, at: str, *services: str) -> dict[str, tuple[str | None, str] | None]:
    """When the state of services may change next, with how sure that is."""
    lines = answer(id, at, services=services)["services"]
    return {line["id"]: line["until"] and (line["until"]["at"], line["until"]["kind"]) for line in lines}


def named_by(id: str, at: str, *services: str) -> dict[str, str]:
    """The clause that decides on each service."""
    return {line["id"]: line["because"][0]["clause"] for line in answer(id, at, services=services)["services"]}


def remedied(id: str, at: str) -> set[str]:
    """The services that stop and for which the notice says what to do instead."""
    found = answer(id, at)
    return {line["id"] for line in found["services"] if line["effect"] == "suspended"} - set(found["unserved"])


def guidance(
    id: str, at: str, *, role: str | None = None, insured_at: str | None = None, treated_at: str | None = None
) -> list[Json]:
    """The instructions that the notice itself gives, without the general fallback."""
    found = answer(id, at, role=role, insured_at=insured_at, treated_at=treated_at)["guidance"]
    return [line for line in found if line["notice"] == id]


def applying(id: str, at: str) -> set[str]:
    """The instructions that apply at a moment."""
    return {line["id"] for line in guidance(id, at) if line["applies_now"]}


def of_phases(id: str, *phases: str) -> set[str]:
    """The instructions for some phases, whenever those are."""
    return {line["id"] for line in guidance(id, "2020-01-01") if line["phase"] in phases}


def told_ids(id: str) -> list[str]:
    """The instructions of a notice, sorted."""
    return sorted(line["id"] for line in guidance(id, "2020-01-01"))


def lacking(text: Json, words: tuple[Words, ...]) -> list[str]:
    """The words that a text lacks, in either language."""
    zh, en = text["zh"], text["en"].casefold()
    return [one for one, _ in words if one not in zh] + [one for _, one in words if one.casefold() not in en]


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction as a sentence of the source has it: `line` are its fields, `words` what its text must carry."""

    id: str
    line: Json
    words: tuple[Words, ...]

    def __str__(self) -> str:
        return f"{self.line['clause']} {self.id}"

    def found(self, notice: str) -> Json:
        """The same fields of the instruction that the notice gives."""
        (line,) = [one for one in guidance(notice, "2020-01-01") if one["id"] == self.id]
        return {key: line[key] for key in self.line}

    def text(self, notice: str) -> Json:
        """What the notice says there."""
        (line,) = [one for one in guidance(notice, "2020-01-01") if one["id"] == self.id]
        return dict(line["text"])


def told(
    heading: str,
    services: str,
    *words: Words,
    when: Mapping[str, object] | None = None,
    deadline: Json | None = None,
    not_before: Json | None = None,
) -> Told:
    """An instruction as it should be: `clause | id | roles | phase | action`, its services, the words of its text."""
    clause, id, roles, phase, action = heading.split(" | ")
    line: Json = {
        "clause": clause,
        "for": roles.split(),
        "phase": phase,
        "action": action,
        "services": services.split(),
        "when": dict(when or {}),
        "deadline": deadline,
        "not_before": not_before,
    }
    return Told(id, line, words)


def due(at: str, phrase: str, *, kind: str = "firm", last_day: str | None = None) -> Json:
    """A deadline as it should be."""
    return {"at": at, "last_day": last_day, "kind": kind, "phrase": phrase}
