"""`outageplan calendar`: one feed to standard output or a file, or a file for each notice, role or site."""

from __future__ import annotations

from pathlib import Path

import pytest

from .invented import NOTICES, small, written
from .running import run, run_bytes

SITE = "format: outageplan-site/1\nname: {{zh: 虚构机构, en: Invented}}\nrole: {role}\npools: [{pool}]\n"
MEDICINES = "UID:henan-2021-11.deadline.chronic-december-medicines@outageplan"


def site(folder: Path, stem: str = "desk", role: str = "hospital", pool: str = "419900") -> Path:
    return written(folder / f"{stem}.yaml", SITE.format(role=role, pool=pool))


def uids(text: str) -> list[str]:
    return [line.partition(":")[2].removesuffix("@outageplan") for line in text.splitlines() if line[:4] == "UID:"]


def test_one_feed_of_all_that_is_on_file() -> None:
    result = run("calendar", "--notices", NOTICES, "--lang", "en")
    assert result.code == 0
    assert result.out.startswith("BEGIN:VCALENDAR\r\n")
    assert result.out.endswith("END:VCALENDAR\r\n")
    assert len(uids(result.out)) == 13
    assert result.err.splitlines() == [
        "in the calendar by its start alone: henan-2021-11 web-halls, return: to be announced",
        "no date, so not in the calendar: maintenance-31st maintenance: no date fixed (the source says “31日凌晨”)",
    ]


def test_the_same_bytes_whatever_the_day_and_the_order_of_hashing() -> None:
    made = {
        run_bytes("calendar", "--notices", NOTICES, "--lang", "zh", env={"PYTHONHASHSEED": seed, "TZ": zone})[1]
        for seed, zone in (("1", "UTC"), ("2", "America/New_York"), ("3", "Asia/Shanghai"))
    }
    assert len(made) == 1


def test_a_file_is_written_as_it_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "feed.ics"
    printed = run("calendar", "weifang-2023-12", "--notices", NOTICES, "--lang", "zh")
    written = run("calendar", "weifang-2023-12", "--notices", NOTICES, "--lang", "zh", "--output", file)
    assert (written.code, written.out) == (0, "")
    assert file.read_bytes().decode("utf-8") == printed.out
    assert uids(printed.out) == ["weifang-2023-12.deadline.buy-medicines-in-advance", "weifang-2023-12.window.stop"]


def test_a_role_a_place_and_what_was_known() -> None:
    feed = ("calendar", "henan-2021-11", "--notices", NOTICES, "--lang", "en")
    assert MEDICINES in run(*feed, "--role", "hospital").out
    assert MEDICINES not in run(*feed, "--role", "pharmacy").out
    assert uids(run(*feed, "--insured-at", "潍坊").out) == []
    assert uids(run(*feed, "--service", "网上服务大厅").out) == [
        "henan-2021-11.window.web-halls",
        "henan-2021-11.window.cut-over",
    ]
    early = run("calendar", "--notices", NOTICES, "--known-at", "2021-11-16", "--lang", "en")
    assert {uid.partition(".")[0] for uid in uids(early.out)} == {"national-2024-06"}
    assert "national-2024-06 has no date of publication: it is counted as known" in early.err


def test_an_empty_calendar_is_a_calendar() -> None:
    result = run("calendar", "maintenance-31st", "--notices", NOTICES, "--lang", "en")
    assert (result.code, uids(result.out)) == (0, [])
    assert "there is no outage or deadline to put into the calendar" in result.err
    assert result.out.endswith("END:VTIMEZONE\r\nEND:VCALENDAR\r\n")


def test_a_file_for_each_notice(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "feeds"
    result = run("calendar", "--per", "notice", "--output", folder, "--notices", NOTICES, "--lang", "en")
    assert (result.code, result.out) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "beijing-2025-05.ics",
        "henan-2021-11.ics",
        "national-2024-06.ics",
        "weifang-2023-12.ics",
    ]
    assert "weifang" not in (folder / "henan-2021-11.ics").read_text(encoding="utf-8")


def test_a_file_for_each_role(tmp_path: Path) -> None:
    run("calendar", "--per", "role", "--output", tmp_path, "--notices", NOTICES, "--lang", "zh")
    assert sorted(path.stem for path in tmp_path.iterdir()) == [
        "agency",
        "employer",
        "hospital",
        "insured",
        "pharmacy",
        "tax",
    ]
    assert "X-WR-CALNAME:医保停机与期限：定点零售药店" in (tmp_path / "pharmacy.ics").read_text(encoding="utf-8")
    assert MEDICINES in (tmp_path / "hospital.ics").read_text(encoding="utf-8")


def test_a_file_for_each_site(tmp_path: Path) -> None:
    sites = [site(tmp_path), site(tmp_path, "shop", "pharmacy", "370700")]
    options = [word for file in sites for word in ("--site", file)]
    result = run("calendar", "--per", "site", *options, "--output", tmp_path / "o", "--notices", NOTICES)
    assert result.code == 0
    assert MEDICINES in (tmp_path / "o" / "desk.ics").read_text(encoding="utf-8")
    shop = uids((tmp_path / "o" / "shop.ics").read_text(encoding="utf-8"))
    # its own pool, and cross-province settlement through the national platform
    assert shop == ["weifang-2023-12.window.stop", "national-2024-06.window.june-7", "national-2024-06.window.june-10"]


def test_a_site_named_on_the_command_line_comes_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = ("calendar", "--notices", NOTICES, "--lang", "en")
    with monkeypatch.context() as environment:
        environment.setenv("OUTAGEPLAN_ROLE", "tax")
        environment.setenv("OUTAGEPLAN_INSURED_AT", "370700")
        assert MEDICINES in run(*feed, "--site", site(tmp_path)).out
        assert MEDICINES not in run(*feed).out
    monkeypatch.setenv("OUTAGEPLAN_SITE", str(site(tmp_path)))
    assert MEDICINES in run(*feed).out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--per", "week", "--output", "x"), "--per is one of notice, role, site, not `week`"),
        (("--per", "notice"), "--per needs a folder: --output DIR"),
        (("--per", "site", "--output", "x"), "--per site needs site files: --site FILE"),
        (("--site", "a.yaml", "--site", "b.yaml"), "several --site need --per site"),
        (("--per", "role", "--output", "x", "--site", "a.yaml", "--site", "b.yaml"), "several --site need --per site"),
        (
            ("--per", "site", "--output", "x", "--site", "a.yaml", "--site", "c/a.yaml"),
            "two site files have the same name",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(options: tuple[str, ...], told: str) -> None:
    result = run("calendar", "--notices", NOTICES, "--lang", "en", *options)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    written(tmp_path / "file", "")
    result = run("calendar", "--per", "role", "--output", tmp_path / "file" / "x", "--notices", NOTICES, "--lang", "en")
    assert result.code == 2
    assert "cannot make the folder" in result.err


def test_files_that_cannot_be_read_are_told_and_the_others_are_used(tmp_path: Path) -> None:
    small(tmp_path)
    written(tmp_path / "broken.yaml", "format: outageplan/1\n")
    result = run("calendar", "--notices", tmp_path, "--lang", "en")
    assert (result.code, uids(result.out)) == (3, ["small.window.stop"])
    assert "broken.yaml" in result.err


def test_a_broken_site_is_told(tmp_path: Path) -> None:
    result = run("calendar", "--site", written(tmp_path / "s.yaml", "role: x\n"), "--notices", NOTICES, "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert "s.yaml:1:7" in result.err
