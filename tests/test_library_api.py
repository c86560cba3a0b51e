"""`import outageplan`: the same power as the commands, as a library."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

import outageplan
from outageplan.engine.plan import Plan
from outageplan.errors import GrammarError, OutageplanError, UnknownNameError
from outageplan.notice.library import Library

PACKAGED = ["beijing-2025-05", "henan-2021-11", "maintenance-31st", "national-2024-06", "weifang-2023-12"]
MOMENT = "2021-11-22 09:00"
BROKEN = "format: outageplan/1\nid: broken\n"


@pytest.fixture(scope="module")
def library() -> Library:
    return outageplan.load()


def states(plan: Plan) -> dict[str, str]:
    return {line.service.id: line.state.value for line in plan.services}


def test_the_lines_of_the_package_s_own_description() -> None:
    assert outageplan.__doc__
    lines = [line for line in outageplan.__doc__.splitlines() if line.startswith("    ")]
    assert len(lines) == 3
    room: dict[str, object] = {}
    exec(textwrap.dedent("\n".join(lines)), room)
    answer, notices = room["answer"], room["library"]
    assert isinstance(notices, Library)
    assert isinstance(answer, Plan)
    assert [one.notice.id for one in answer.notices if one.state == "active"] == ["henan-2021-11"]
    assert states(answer)["settlement.local.pharmacy"] == "down"


def test_without_paths_the_notices_of_the_package(library: Library) -> None:
    assert (library.ids(), library.findings) == (PACKAGED, ())


def test_files_and_folders_as_text_or_paths(library: Library, tmp_path: Path) -> None:
    for notice in library.notices:
        source = Path(outageplan.__file__).parents[2] / "notices" / f"{notice.id}.yaml"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    assert outageplan.load(tmp_path) == outageplan.load(str(tmp_path)) == library
    assert outageplan.load(tmp_path / "henan-2021-11.yaml").ids() == ["henan-2021-11"]


def test_a_file_that_cannot_be_read_is_a_finding_and_hides_no_other(library: Library, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN)
    henan = Path(outageplan.__file__).parents[2] / "notices" / "henan-2021-11.yaml"
    found = outageplan.load(henan, tmp_path, tmp_path / "none.yaml")
    assert found.ids() == ["henan-2021-11"]
    told = [(finding.code, Path(finding.file).name) for finding in found.findings]
    missing = [("OP102", "broken.yaml")] * 4  # status, title, windows, pools
    assert told == [*missing, ("OP015", "none.yaml")]
    assert found.findings[-1].message.zh == f"无法读取 {tmp_path / 'none.yaml'}：没有这个文件"


@pytest.mark.parametrize(
    "place", ["419900", "河南省本级", "河南省直", "Henan provincial-direct", "henan provincial-direct"]
)
@pytest.mark.parametrize("role", ["pharmacy", "药店", "pharmacies"])
@pytest.mark.parametrize("service", ["settlement.local.pharmacy", "药店购药", "purchases at designated pharmacies"])
def test_names_in_either_language(library: Library, place: str, role: str, service: str) -> None:
    found = outageplan.plan(library.notices, at=MOMENT, insured_at=place, role=role, services=[service])
    case = found.case
    assert (case.insured_at, case.role, case.services) == ("419900", "pharmacy", ("settlement.local.pharmacy",))
    assert states(found) == {"settlement.local.pharmacy": "down"}


def test_moments_as_text_or_as_datetimes(library: Library) -> None:
    as_text = outageplan.plan(library.notices, at=MOMENT, known_at="2021-11-18")
    aware = datetime(2021, 11, 22, 1, 0, tzinfo=UTC)
    as_value = outageplan.plan(library.notices, at=aware, known_at=datetime(2021, 11, 17, 16, 0, tzinfo=UTC))
    assert as_value.services == as_text.services
    assert as_value.guidance == as_text.guidance
    assert as_value.case.at == as_text.case.at


def test_ids_and_what_is_over(library: Library) -> None:
    late = "2030-01-01 00:00"
    open_ended = ["henan-2021-11", "maintenance-31st"]  # whose end is to be announced, or without any date
    assert [one.notice.id for one in outageplan.plan(library.notices, at=late).notices] == open_ended
    assert len(outageplan.plan(library.notices, at=late, include_over=True).notices) == len(PACKAGED)
    (one,) = outageplan.plan(library.notices, at=late, ids=["beijing-2025-05"]).notices
    assert (one.notice.id, one.state.value) == ("beijing-2025-05", "over")


def test_notices_may_be_any_iterable(library: Library) -> None:
    assert outageplan.plan(iter(library.notices), at=MOMENT) == outageplan.plan(library.notices, at=MOMENT)
    assert outageplan.plan([], at=MOMENT).notices == ()


def test_asking_twice_changes_nothing(library: Library) -> None:
    assert outageplan.plan(library.notices, at=MOMENT) == outageplan.plan(library.notices, at=MOMENT)
    assert outageplan.load() == library


@pytest.mark.parametrize(
    ("asked", "error", "kind", "message"),
    [
        ({"at": "tomorrow"}, GrammarError, "moment", "`tomorrow` is not a moment of the format; write"),
        ({"known_at": "2021"}, GrammarError, "moment", "`2021` is not a moment of the format; write"),
        ({"insured_at": "Suzhou"}, UnknownNameError, "pool", "`Suzhou` can mean several: `320500`"),
        ({"treated_at": "zzzz"}, UnknownNameError, "pool", "there is no pool called `zzzz`"),
        ({"role": "zzzz"}, UnknownNameError, "role", "there is no role called `zzzz`"),
        ({"services": ["zzzz"]}, UnknownNameError, "service", "there is no service called `zzzz`"),
        ({"ids": ["zzzz"]}, UnknownNameError, "notice", "there is no notice `zzzz`; on file: `beijing-2025-05`"),
    ],
    ids=lambda given: next(iter(given)) if isinstance(given, dict) else "",
)
def test_errors_say_what_is_wrong_in_both_languages(
    library: Library, asked: dict[str, object], error: type[GrammarError | UnknownNameError], kind: str, message: str
) -> None:
    with pytest.raises(error) as raised:
        outageplan.plan(library.notices, **{"at": MOMENT, **asked})  # type: ignore[arg-type]
    assert str(raised.value).startswith(message)
    assert isinstance(raised.value, (GrammarError, UnknownNameError))
    assert raised.value.kind == kind
    assert raised.value.message.zh


def test_errors_are_caught_as_ours_or_as_values() -> None:
    for error in (GrammarError, UnknownNameError):
        assert issubclass(error, OutageplanError)
        assert issubclass(error, ValueError)


@pytest.mark.parametrize("key", ["at", "known_at"])
def test_a_datetime_without_a_time_zone_is_refused(library: Library, key: str) -> None:
    naive = datetime(2021, 11, 22, 9, 0)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="needs a time zone"):
        outageplan.plan(library.notices, **{"at": MOMENT, key: naive})  # type: ignore[arg-type]


def test_one_text_in_place_of_a_list_is_not_taken_letter_by_letter(library: Library) -> None:
    with pytest.raises((TypeError, ValueError)):
        outageplan.plan(library.notices, at=MOMENT, services="inquiry")


def test_importing_the_package_reads_nothing() -> None:
    script = "import sys, outageplan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    assert {"yaml", "pydantic", "typer", "rich", "outageplan.notice.model"}.isdisjoint(done.stdout.split())
    assert done.stderr == ""


def test_the_library_neither_prints_nor_asks(library: Library, capfd: pytest.CaptureFixture[str]) -> None:
    outageplan.load("nowhere.yaml")
    outageplan.plan(library.notices, at=MOMENT)
    assert capfd.readouterr() == ("", "")
