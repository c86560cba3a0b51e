"""The model: what a notice is once it is read, and that nobody changes it afterwards."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from pydantic import ValidationError

from outageplan.notice.model import (
    Condition,
    Contact,
    Effect,
    Guidance,
    Notice,
    Phase,
    ServiceEffect,
    Source,
    Status,
    Window,
)
from outageplan.notice.model import Note as NoticeNote
from outageplan.notice.moments import parse_deadline
from outageplan.notice.reading import read_notice
from outageplan.wording import Text

from .examples import FILE, GOOD, changed

MINIMAL = """\
format: outageplan/1
id: demo
status: draft
title: {zh: 停机公告}
windows:
  w: {start: 2021-11-21 18:00, end: to be announced}
"""

RICH = """\
  file-later:
    for: [insured, hospital]
    in: [cut-over]
    phase: after
    services: [filing.offsite.referral]
    when: {insured: here, treated: elsewhere, patient: [inpatient, referred], admitted: during, discharged: after}
    action: file_later
    deadline: 7 working days after cut-over.end
    not_before: 2021-11-28
    say: {zh: 补备案, en: File afterwards.}
    clause: III.4
    source: announcement
"""


def read(text: str) -> Notice:
    reading = read_notice(text.encode(), FILE)
    assert reading.findings == ()
    assert reading.notice is not None
    return reading.notice


def test_a_minimal_draft() -> None:
    notice = read(MINIMAL)
    assert (notice.format, notice.id, notice.status) == ("outageplan/1", "demo", Status.DRAFT)
    assert (notice.title, notice.issuer, notice.published, notice.pools) == (Text("停机公告"), None, None, ())
    assert dict(notice.windows) == {"w": Window(start="2021-11-21 18:00", end="to be announced")}
    rest = (notice.sources, notice.effects, notice.guidance, notice.contacts, notice.notes)
    assert [dict(part) for part in rest] == [{}, {}, {}, {}, {}]


def test_a_notice_with_every_part() -> None:
    notice = read(GOOD)
    assert (notice.status, notice.pools) == (Status.CONFIRMED, ("419900",))
    assert dict(notice.sources) == {"announcement": Source(language="zh")}
    assert dict(notice.windows) == {
        "cut-over": Window(start="2021-11-21 18:00", end="expected 2021-11-28 08:00", clause="I.1")
    }
    assert dict(notice.effects) == {"everything": ServiceEffect(services=("all",), effect=Effect.SUSPENDED)}
    assert dict(notice.contacts) == {"desk": Contact(name=Text("窗口"))}
    assert dict(notice.notes) == {"open": NoticeNote(say=Text(en="The source leaves it open."))}


def test_a_guidance_with_every_key() -> None:
    start = GOOD.index("  file-later:")
    notice = read(GOOD[:start] + RICH + GOOD[GOOD.index("contacts:") :])
    guidance = notice.guidance["file-later"]
    assert {name: getattr(guidance, name) for name in Guidance.model_fields} == {
        "roles": ("insured", "hospital"),
        "windows": ("cut-over",),
        "phase": Phase.AFTER,
        "services": ("filing.offsite.referral",),
        "when": Condition(
            insured="here",
            treated="elsewhere",
            patient=("inpatient", "referred"),
            admitted=Phase.DURING,
            discharged=Phase.AFTER,
        ),
        "action": "file_later",
        "deadline": parse_deadline("7 working days after cut-over.end"),
        "not_before": parse_deadline("2021-11-28"),
        "say": Text("补备案", "File afterwards."),
        "clause": "III.4",
        "source": "announcement",
    }


def test_an_effect_with_every_key() -> None:
    more = "effect: suspended, in: [cut-over], resume: gradual, pools: [419900], schemes: [employee, resident]"
    effect = read(changed("effect: suspended", more + ", say: {en: Closed.}, clause: I, source: announcement"))
    assert dict(effect.effects) == {
        "everything": ServiceEffect.model_validate(
            {
                "in": ["cut-over"],
                "services": ["all"],
                "effect": "suspended",
                "resume": "gradual",
                "pools": ["419900"],
                "schemes": ["employee", "resident"],
                "say": {"en": "Closed."},
                "clause": "I",
                "source": "announcement",
            }
        )
    }


def test_what_is_left_out_has_a_default() -> None:
    effect, guidance = read(GOOD).effects["everything"], read(GOOD).guidance["file-later"]
    assert (effect.windows, effect.resume, effect.pools, effect.schemes, effect.say) == ((), "full", (), (), None)
    assert (guidance.windows, guidance.when, guidance.deadline, guidance.not_before) == ((), Condition(), None, None)


def test_windows_of_a_part_are_those_it_names_else_all() -> None:
    two = changed("effects:", "  halls: {start: 2021-11-18, end: to be announced}\neffects:")
    notice = read(changed("for: [insured]", "for: [insured]\n    in: [halls]", two))
    assert notice.windows_of(notice.effects["everything"]) == ("cut-over", "halls")
    assert notice.windows_of(notice.guidance["file-later"]) == ("halls",)


def test_sources_with_every_key() -> None:
    more = "language: zh, origin: found_elsewhere, title: 公告, file: a.txt, url: https://example.org/1, note: a note"
    assert dict(read(changed("{language: zh}", f"{{{more}}}")).sources) == {
        "announcement": Source(
            language="zh",
            origin="found_elsewhere",
            title="公告",
            file="a.txt",
            url="https://example.org/1",
            note="a note",
        )
    }


def parts_of(notice: Notice) -> list[tuple[Any, str]]:
    """Every kind of part with the name of one of its fields."""
    return [
        (notice, "id"),
        (notice.sources["announcement"], "language"),
        (notice.windows["cut-over"], "start"),
        (notice.effects["everything"], "effect"),
        (notice.guidance["file-later"], "phase"),
        (notice.guidance["file-later"].when, "insured"),
        (notice.contacts["desk"], "phones"),
        (notice.notes["open"], "say"),
    ]


def test_no_part_can_be_changed() -> None:
    for part, field in parts_of(read(GOOD)):
        with pytest.raises(ValidationError) as caught:
            setattr(part, field, getattr(part, field))
        assert [error["type"] for error in caught.value.errors()] == ["frozen_instance"]


def test_no_value_can_be_changed() -> None:
    notice = read(GOOD)
    for value, field in ((notice.title, "zh"), (notice.windows["cut-over"].start, "kind")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field, None)


@pytest.mark.parametrize("family", ["sources", "windows", "effects", "guidance", "contacts", "notes"])
@pytest.mark.parametrize("text", [GOOD, MINIMAL], ids=["full", "minimal"])
def test_no_family_can_be_changed(family: str, text: str) -> None:
    found: Any = getattr(read(text), family)
    with pytest.raises(TypeError, match="a frozen dictionary cannot be changed"):
        found["new"] = None
    with pytest.raises(TypeError, match="a frozen dictionary cannot be changed"):
        del found["new"]
