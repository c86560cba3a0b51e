"""The words on a sheet: how sure each line is, and that nothing certain is made of it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from outageplan.engine.case import Case
from outageplan.engine.checklist import make_checklist
from outageplan.notice.model import Notice, Phase
from outageplan.render import checklist_words
from outageplan.render.checklist_outline import checklist_outline
from outageplan.render.checklist_sheet import Sheet, StepView
from outageplan.render.checklist_view import sheet
from outageplan.render.outline_text import outline_lines

from ..engine.building import WEIFANG, at, invented

SHOP = "settlement.local.pharmacy"
UNSURE = {"stop": ("2021-11-21 18:00", "expected 2021-11-28 08:00")}
LOG = {"for": ["pharmacy"], "phase": "after", "services": [SHOP], "action": "backfill_settlement"}


def made(*notices: Notice, at_moment: str = "2021-11-20 10:00", role: str = "pharmacy", poster: bool = False) -> Sheet:
    case = Case(at=at(at_moment), role=role, treated_at=WEIFANG, notices=tuple(one.id for one in notices))
    return sheet(make_checklist(notices, case), poster=poster)


def steps(one: Sheet, phase: Phase) -> list[StepView]:
    return [step for view in one.phases if view.id == phase for step in view.announced]


@pytest.mark.parametrize(
    ("end", "by", "firm"),
    [
        ("2021-11-28 08:00", "by 2021-12-06 (Mon), close of business (24:00 at the latest)", True),
        (
            "expected 2021-11-28 08:00",
            "provisionally by 2021-12-06 (Mon), close of business (24:00 at the latest), not certain",
            False,
        ),
        (
            "to be announced",
            "there is a deadline, no date yet: it hangs on the return (stop.end): to be announced",
            False,
        ),
    ],
)
def test_a_deadline_is_as_sure_as_what_it_hangs_on(end: str, by: str, firm: bool) -> None:
    guidance = {"log": {**LOG, "deadline": "7 days after stop.end"}}
    notice = invented(windows={"stop": ("2021-11-21 18:00", end)}, guidance=guidance)
    (step,) = [one for one in steps(made(notice), Phase.AFTER) if one.kind == "announced"]
    assert step.by is not None
    assert step.by["en"] == by
    assert step.firm is firm


def test_what_is_too_late_is_told() -> None:
    guidance = {
        "due": {**LOG, "phase": "before", "deadline": "2021-11-19 12:00"},
        "early": {**LOG, "phase": "before"},
    }
    late = steps(made(invented(guidance=guidance)), Phase.BEFORE)
    assert [(step.behind and step.behind["en"], step.by and step.by["en"]) for step in late] == [
        ("passed", "by 2021-11-19 12:00 (Fri)"),
        (None, "before the stop, 2021-11-21 18:00 (Sun)"),
    ]
    over = steps(made(invented(guidance=guidance), at_moment="2021-11-22 10:00"), Phase.BEFORE)
    assert [step.behind and step.behind["en"] for step in over] == ["passed", "that phase is over"]


@pytest.mark.parametrize(
    ("effect", "moment", "titles"),
    [
        ("suspended", "2021-11-20 10:00", ["Stopped", "Not mentioned (ask before you rely on it)"]),
        (
            "terminated",
            "2021-11-22 10:00",
            ["Terminated, does not come back", "Not mentioned (ask before you rely on it)"],
        ),
        ("degraded", "2021-11-22 10:00", ["Limited", "Not mentioned (ask before you rely on it)"]),
        ("paper_only", "2021-11-22 10:00", ["paper only", "Not mentioned (ask before you rely on it)"]),
        (
            "suspended",
            "2021-11-28 09:00",
            ["Return not confirmed (announced: suspended)", "Not mentioned (ask before you rely on it)"],
        ),
        (
            "suspended",
            "2022-01-10 09:00",
            ["Presumed over, which is a presumption", "Not mentioned (ask before you rely on it)"],
        ),
    ],
)
def test_what_is_said_of_a_service(effect: str, moment: str, titles: list[str]) -> None:
    notice = invented(windows=UNSURE, effects={SHOP: effect})
    (glance,) = made(notice, at_moment=moment).glances
    assert [standing.title["en"] for standing in glance.standings] == titles


def test_several_stops_have_letters_and_services_name_theirs() -> None:
    windows = {"first": ("2021-11-21 00:00", "2021-11-22 00:00"), "second": ("2021-11-25 00:00", "to be announced")}
    effects = {
        "shop": {"in": ["second"], "services": [SHOP], "effect": "suspended"},
        "rest": {"services": ["credential"], "effect": "suspended"},
    }
    (glance,) = made(invented(windows=windows, effects=effects)).glances
    assert [(stop.letter, stop.sure) for stop in glance.stops] == [("A", True), ("B", False)]
    assert {one.letters["en"] for one in glance.standings if one.letters} == {"stop A, B", "stop B"}


def test_a_cancelled_notice_stops_nothing() -> None:
    one = made(invented(status="cancelled"))
    assert [glance.empty and glance.empty["en"] for glance in one.glances] == ["The announced stop is cancelled."]
    assert one.phases == ()


def test_a_draft_is_named_as_one() -> None:
    facts = {fact.label["en"]: fact.value["en"] for fact in made(invented(status="draft")).facts}
    assert facts["from"] == "Invented for a test; announced by nobody [invented] (draft)"


def test_another_notice_that_closes_what_is_needed_is_a_warning() -> None:
    due = {**LOG, "action": "backfill_settlement", "deadline": "2021-12-03 18:00"}
    first = invented("first", guidance={"log": due})
    second = invented("second", windows={"stop": ("2021-12-02 18:00", "2021-12-05 08:00")})
    (step,) = [one for one in steps(made(first, second), Phase.AFTER) if one.source["en"].startswith("notice first")]
    (warning,) = step.warnings
    assert warning["en"].startswith("take care: ")
    assert warning["en"].endswith("the last moment that works is before 2021-12-02 18:00 (Thu)")


@pytest.mark.parametrize("role", ["pharmacy", "hospital"])
def test_the_poster_never_says_that_something_works_of_which_nobody_said_so(role: str) -> None:
    one = made(invented(effects={SHOP: "suspended", "settlement.local.inpatient": "suspended"}), role=role, poster=True)
    (poster,) = one.posters
    parts = {part.id: [line.text["en"] for line in part.lines] for part in poster.parts}
    assert parts["works"] == ["The notices name nothing that keeps working."]
    assert "paying with the card" in parts["unsaid"][0]


def test_every_line_has_its_source() -> None:
    one = made(invented(guidance={"log": LOG}))
    for view in one.phases:
        assert all(step.source["en"] == "notice invented g" for step in view.announced if step.kind == "announced")
        assert all(step.source["en"].startswith("not announced; source: ") for step in view.practice)
        assert all(step.lead["en"] == "good practice" for step in view.practice)


def test_two_languages_stand_in_turn() -> None:
    lines = [
        line.plain for line in outline_lines(checklist_outline(made(invented(guidance={"log": LOG})), "both"), None)
    ]
    (chinese,) = [place for place, line in enumerate(lines) if line.startswith("  □ 良好做法：按登记顺序逐笔补刷")]
    assert lines[chinese + 1].strip().startswith("good practice: Re-run the logged sales")


def test_every_fixed_word_is_used_and_has_the_same_places_in_both_languages() -> None:
    folder = Path(checklist_words.__file__).parent
    files = [*folder.glob("checklist_*.py"), *folder.glob("html/templates/checklist.html")]
    code = "".join(file.read_text(encoding="utf-8") for file in files if file.name != "checklist_words.py")
    stems = re.findall(r'f"([a-z_]+_)\{', code)
    for key, text in checklist_words._WORDS.items():
        assert f'"{key}"' in code or key in list(Phase) or any(key.startswith(stem) for stem in stems), key
        places = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in (text["zh"], text["en"])]
        assert places[0] == places[1], key
