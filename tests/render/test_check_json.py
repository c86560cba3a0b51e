"""`outageplan-check/1` field by field, as the design promises it, for all real notices at many moments."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.plan import Plan
from outageplan.render.check_json import check_json
from outageplan.render.check_services import services_section
from outageplan.render.outline import Outline
from outageplan.render.outline_text import outline_lines
from outageplan.wording import Lang

from .asking import LANGUAGES, plans

Check = Callable[[Any], bool]
Shape = Mapping[str, "Check | Shape | list[Shape]"]

_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00")


def text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def iso(value: Any) -> bool:
    return isinstance(value, str) and _ISO.fullmatch(value) is not None


def flag(value: Any) -> bool:
    return isinstance(value, bool)


def texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(text, value))


def one_of(*words: str) -> Check:
    return lambda value: value in words


def or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def ids_of(*catalog: str) -> Check:
    return lambda value: isinstance(value, list) and all(id in catalog for id in value)


def both(value: Any) -> bool:
    """A text in both languages; one of them may be missing, and is null then."""
    return isinstance(value, dict) and value.keys() == {"zh", "en"} and any(map(text, value.values()))


def boundary(value: Any) -> bool:
    kinds = ("stated", "expected", "tentative", "not_before", "no_later_than", "open", "unresolved", "event")
    dated = value["kind"] not in ("open", "unresolved", "event")
    return value["kind"] in kinds and (iso(value["at"]) if dated else value["at"] is None)


STATES = "down degraded paper_only terminated resuming unconfirmed unaffected upcoming over not_mentioned unscheduled"
EFFECTS = ("terminated", "suspended", "degraded", "paper_only", "unaffected")
NOTICE_STATES = "upcoming active unconfirmed resuming over presumed_over unscheduled cancelled"
reason: Shape = {"rule": text, "notice": or_null(text), "window": or_null(text), "clause": or_null(text), "text": both}
ANSWER: Shape = {
    "format": one_of("outageplan-check/1"),
    "asked": {
        "at": iso,
        "known_at": or_null(iso),
        "insured_at": or_null(text),
        "treated_at": or_null(text),
        "role": or_null(text),
        "services": texts,
        "notices": texts,
    },
    "notices": [
        {
            "id": text,
            "title": both,
            "state": one_of(*NOTICE_STATES.split()),
            "windows": [{"id": text, "start": boundary, "end": boundary, "clause": or_null(text)}],
            "effects": [
                {
                    "id": text,
                    "in": texts,
                    "services": ids_of(*services()),
                    "effect": one_of(*EFFECTS),
                    "resume": one_of("full", "gradual", "batched"),
                    "clause": or_null(text),
                }
            ],
        }
    ],
    "services": [
        {
            "id": one_of(*(leaf.id for leaf in services().leaves)),
            "name": both,
            "effect": or_null(one_of(*EFFECTS)),
            "state": one_of(*STATES.split()),
            "until": or_null(boundary),
            "because": [reason],
        }
    ],
    "guidance": [
        {
            "id": text,
            "notice": or_null(text),
            "for": ids_of(*roles()),
            "phase": one_of("before", "during", "after"),
            "action": one_of(*actions()),
            "services": ids_of(*services()),
            "text": both,
            "deadline": or_null(lambda due: iso(due["at"]) or due["kind"] == "undated"),
            "clause": or_null(text),
        }
    ],
    "deadlines": [
        {
            "notice": text,
            "guidance": text,
            "at": or_null(iso),
            "kind": one_of("firm", "provisional", "undated"),
            "passed": flag,
            "text": both,
            "because": [reason],
        }
    ],
    "findings": [{}],
}


def misfits(value: Any, shape: Any, path: str = "") -> list[str]:
    """Where a value is not as its shape says; keys may be added, none may be missing."""
    if isinstance(shape, list):
        return [found for place, one in enumerate(value) for found in misfits(one, shape[0], f"{path}[{place}]")]
    if isinstance(shape, Mapping):
        missing = [f"{path}.{key} is missing" for key in shape if key not in value]
        return missing + [
            found for key in shape if key in value for found in misfits(value[key], shape[key], f"{path}.{key}")
        ]
    return [] if shape(value) else [f"{path}: {value!r}"]


@functools.cache
def answers() -> list[Any]:
    return [json.loads(check_json(plan)) for plan in plans()]


def test_the_shape_of_every_answer() -> None:
    assert [found for answer in answers() for found in misfits(answer, ANSWER)] == []


def test_the_checker_notices_what_is_wrong() -> None:
    answer = json.loads(check_json(plans()[-1]))
    del answer["findings"], answer["asked"]["role"]
    answer["asked"]["at"] = "2021-11-22 09:00"
    answer["services"] = [{"id": "settlement", "state": "fine"}]
    assert misfits(answer, ANSWER) == [
        ".findings is missing",
        ".asked.role is missing",
        ".asked.at: '2021-11-22 09:00'",
        *(f".services[0].{key} is missing" for key in ("name", "effect", "until", "because")),
        ".services[0].id: 'settlement'",
        ".services[0].state: 'fine'",
    ]


def test_what_an_answer_refers_to_is_in_it() -> None:
    for answer in answers():
        windows = {notice["id"]: {window["id"] for window in notice["windows"]} for notice in answer["notices"]}
        for notice in answer["notices"]:
            assert all(set(effect["in"]) <= windows[notice["id"]] for effect in notice["effects"])
        told = {(line["notice"], line["id"]) for line in answer["guidance"]}
        assert {(line["notice"], line["guidance"]) for line in answer["deadlines"]} <= told
        for line in [*answer["services"], *answer["deadlines"]]:
            for why in line["because"]:
                assert why["notice"] is None or why["window"] is None or why["window"] in windows[why["notice"]]
        assert all(line["because"] for line in answer["services"])


def test_deadlines_stand_in_order_and_have_passed_or_not() -> None:
    for answer in answers():
        moments = [line["at"] for line in answer["deadlines"] if line["at"]]
        assert moments == sorted(moments)
        assert [line["at"] for line in answer["deadlines"]][: len(moments)] == moments, "the undated come last"
        for line in answer["deadlines"]:
            assert line["passed"] == (line["at"] is not None and line["at"] < answer["asked"]["at"]) or (
                line["at"] == answer["asked"]["at"]
            )


def read_back(plan: Plan, lang: Lang) -> dict[str, list[str]]:
    """The names of the services by the word of their state, as they stand in the printed answer."""
    section = services_section(plan, lang, why=False)
    lines = [line.plain for line in outline_lines(Outline(title="", lines=(), sections=(section,)), None)][3:]
    words = sorted((term("state", state)[lang] for state in STATES.split()), key=len, reverse=True)
    found: dict[str, list[str]] = {}
    word = ""
    for line in lines:
        if not line.startswith("    "):
            word = next(word for word in words if line[4:].startswith(word))
        elif not line.startswith("    · "):
            names = re.sub(r"  \[[^\]]*\]$", "", line.strip()).split("  ")[-1].strip()
            found.setdefault(word, []).append(names)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_and_data_say_the_same_of_every_service(lang: Lang) -> None:
    """The text may add in brackets for whom a line is."""
    separator = {"zh": "、", "en": "; "}[lang]
    for plan, answer in zip(plans(), answers(), strict=True):
        if plan.case.role or not plan.services:
            continue
        told: dict[str, list[str]] = {}
        for line in answer["services"]:
            told.setdefault(term("state", line["state"])[lang], []).append(line["name"][lang])
        printed = read_back(plan, lang)
        assert printed.keys() == told.keys()
        for word, names in told.items():
            left = separator.join(printed[word])
            for name in sorted(names, key=len, reverse=True):
                assert name in left
                left = left.replace(name, "", 1)
            assert not re.sub("（[^）]*）| \\([^)]*\\)", "", left).strip(separator)
