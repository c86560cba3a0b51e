"""The runner: every file on its own, then all together; in order, and with nothing hidden."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from outageplan.notice.finding import Finding, Span
from outageplan.validation import runner
from outageplan.validation.examples import BASE, MOMENT
from outageplan.validation.rule import Context
from outageplan.validation.runner import Report, Source, sources_in, validate
from outageplan.validation.settings import Settings, settings_of
from outageplan.wording import Text

CONTEXT = Context(at=MOMENT)
SLIP = BASE.replace("2025-11-24 08:30", "soon")


def named(id: str, text: str = BASE) -> Source:
    """A notice with another id, in a file called after it."""
    return Source(file=f"{id}.yaml", content=text.replace("example-2025-11", id).encode())


def ran(*sources: Source | Finding, settings: Settings = Settings()) -> Report:  # noqa: B008 - it is frozen
    return validate(sources, settings, CONTEXT)


def codes(report: Report) -> list[tuple[str, str]]:
    return [(finding.file, finding.code) for finding in report.findings]


def test_nothing_to_do() -> None:
    assert ran() == Report(findings=(), files=0, readable=0)


def test_files_are_told_in_the_order_given() -> None:
    report = ran(named("z", SLIP), named("a", SLIP), settings=settings_of({}, select=["OP105"]))
    assert codes(report) == [("z.yaml", "OP105"), ("a.yaml", "OP105")]
    assert (report.files, report.readable) == (2, 0)


def test_a_broken_file_hides_nothing() -> None:
    alone = ran(named("b", SLIP)).findings
    report = ran(Source(file="a.yaml", content=b"\xff"), named("b", SLIP), Source(file="gone.yaml"))
    assert [finding for finding in report.findings if finding.file == "b.yaml"] == list(alone)
    assert [code for file, code in codes(report) if file != "b.yaml"] == ["OP001", "OP015"]
    assert report.unreadable()


@pytest.mark.parametrize("settings", [Settings(select=("OP3",)), Settings(ignore=("OP015",))], ids=["select", "ignore"])
def test_no_selection_hides_that_a_file_is_not_there(settings: Settings) -> None:
    report = ran(Source(file="gone.yaml"), settings=settings)
    assert codes(report) == [("gone.yaml", "OP015")]
    assert report.unreadable()


def test_a_folder_that_cannot_be_opened_is_told_first() -> None:
    folder = Finding(code="OP015", rule="unreadable", message=Text("一", "a"), file="z")
    assert codes(ran(named("a", SLIP), folder, settings=settings_of({}, select=["OP105"]))) == [
        ("z", "OP015"),
        ("a.yaml", "OP105"),
    ]


def test_no_finding_is_told_twice() -> None:
    report = ran(named("a", SLIP), named("b", SLIP))
    assert len(set(report.findings)) == len(report.findings)


def test_two_notices_with_one_id() -> None:
    first = named("a")
    report = ran(first, Source(file="below/a.yaml", content=first.content))
    assert "OP207" in {finding.code for finding in report.findings}
    assert report.readable == 2


def test_the_reports_of_one_and_of_several_processes_are_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [named(f"n{number}", SLIP if number % 5 else BASE) for number in range(70)]
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    several = validate(sources, Settings(), CONTEXT, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {told[0], told[-1]} == {(1, 70), (70, 70)}
    told.clear()
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    one = validate(sources, Settings(), CONTEXT, lambda done, total: told.append((done, total)))
    assert told == [(done, 70) for done in range(1, 71)]
    assert one == several
    assert len(one.findings) > 50


def test_a_file_that_goes_away_during_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told across notices then stands at the file's beginning."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "example-2025-11.yaml").write_text(BASE, encoding="utf-8")
    across = runner._across

    def gone(*arguments: object) -> list[Finding]:
        for path in tmp_path.glob("*/*.yaml"):
            path.unlink()
        return across(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(runner, "_across", gone)
    report = ran(*sources_in([tmp_path]))
    assert {finding.span for finding in report.findings if finding.code == "OP207"} == {Span()}
