"""Drafts of the announcements do not get worse than docs/drafting.md says; and the announcements are in order."""

from __future__ import annotations

import datetime
import json
import re
from functools import cache
from pathlib import Path

import pytest

from outageplan.validation.dates_in_text import weekdays_beside_dates
from tests.drafting.facts import open_boundaries, read_facts, wanted_windows
from tests.drafting.judging import Score
from tests.drafting.measure import FOLDER, SETS, announcements, main, measure, summary

DOCUMENT = Path(__file__).parents[2] / "docs" / "drafting.md"
HOTLINES = {"12393", "12345", "12333", "12366", "10010"}


# ---- The announcements ---------------------------------------------------------------------------------------


def test_every_announcement_has_facts_and_all_facts_an_announcement() -> None:
    texts = announcements()
    assert len(texts) == len({path.stem for path in texts}) >= 60
    assert {path.stem for path in texts} == {path.stem for path in FOLDER.glob("*.yaml")}
    held = len(announcements("held"))
    assert held + len(announcements("dev")) == len(texts)
    assert held * 10 >= len(texts) * 3


@pytest.mark.parametrize("path", announcements(), ids=lambda path: path.stem)
def test_facts_are_facts_of_their_text(path: Path) -> None:
    """Not that they are right, which only a reader sees; but slips of the pen."""
    text, facts = path.read_text(encoding="utf-8"), read_facts(path.with_suffix(".yaml"))
    wanted_windows(facts)
    open_boundaries(facts)
    assert "invented" in path.with_suffix(".yaml").read_text(encoding="utf-8").splitlines()[0]
    stated = [b for b in weekdays_beside_dates(text) if b.year is not None]
    slips = [b.quote for b in stated if datetime.date(b.year, b.month, b.day).weekday() != b.number]  # type: ignore[arg-type]
    assert bool(slips) == ("weekday" in facts.get("findings", ()))
    narrow = text.translate({ord("０") + n: str(n) for n in range(10)} | {ord("－"): "-"})
    for phone in re.findall(r"(?<![\d.])\d{3,4}-\d{7,8}(?!\d)", narrow):
        assert phone.startswith("0000-"), "telephone numbers must be clearly invented"
    alike = [phone for phones in facts["contacts"] for phone in ([phones] if isinstance(phones, str) else phones)]
    assert all(phone in HOTLINES or re.match(r"0000-\d|\d{7,8}$", phone) for phone in alike)


# ---- Drafts of them ------------------------------------------------------------------------------------------


@cache
def scores(name: str) -> list[Score]:
    return measure(name)


@pytest.mark.parametrize("name", SETS)
def test_no_boundary_is_invented_on_any_text(name: str) -> None:
    invented = {score.name: score.failures for score in scores(name) if score.counts["invented boundaries"]}
    assert invented == {}


@pytest.mark.parametrize("name", SETS)
def test_no_outage_is_drafted_from_what_is_no_notice(name: str) -> None:
    assert [score.name for score in scores(name) if score.counts["windows of non-notices"]] == []


@pytest.mark.parametrize("name", SETS)
def test_every_draft_can_be_read(name: str) -> None:
    assert [score.name for score in scores(name) if score.counts["unreadable"]] == []


def stated_figures(name: str) -> dict[str, tuple[float, float]]:
    """The table of a set in docs/drafting.md: kind of fact, precision and recall in percent."""
    _, _, behind = DOCUMENT.read_text(encoding="utf-8").partition(f"<!-- measure: {name} -->")
    table, _, _ = behind.strip("\n").partition("\n\n")
    rows = re.findall(r"^\| ([^|]+?) \| ([\d.]+)% \| ([\d.]+)% \|$", table, re.MULTILINE)
    return {kind: (float(precision), float(recall)) for kind, precision, recall in rows}


@pytest.mark.parametrize("name", SETS)
def test_figures_are_not_below_those_of_the_documentation(name: str) -> None:
    stated, figures = stated_figures(name), summary(scores(name))["figures"]
    assert stated.keys() == figures.keys()
    below = {
        (kind, what): (figures[kind][what], percent)
        for kind, row in stated.items()
        for what, percent in zip(("precision", "recall"), row, strict=True)
        if figures[kind][what] * 100 < percent - 1e-6
    }
    assert below == {}


def test_the_command_prints_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--set", "dev", "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert printed["dev"]["announcements"] == len(announcements("dev"))
    assert printed.keys() == {"dev"}
