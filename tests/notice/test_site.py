"""A site file: what is read, every way of spoiling it with the whole finding, and that it disturbs no notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from outageplan.errors import UnreadableError
from outageplan.notice.finding import Finding, Span
from outageplan.notice.hours import parse_hours
from outageplan.notice.library import Library, load
from outageplan.notice.reading import read_notice
from outageplan.notice.site import Site, read_site, read_site_file
from outageplan.notice.volumes import Volume

FILE = "site.yaml"
GOOD = """\
format: outageplan-site/1
name: {zh: 虚构药店, en: Invented Pharmacy}
role: pharmacy
pools: [370700, 379900]
telephone: 12393
hours:
  mon-fri: 08:00-12:00 14:00-18:00
  sat: 09:00-12:00
  holiday: closed
volumes:
  settlement.local.pharmacy: 280-350
  settlement.offsite: 15
rate: 60
"""


def site(text: str = GOOD) -> Site:
    """The site in a text that has no finding."""
    reading = read_site(text.encode(), FILE)
    assert reading.findings == ()
    assert reading.site is not None
    return reading.site


def test_everything_that_a_site_says() -> None:
    found = site()
    morning, day = parse_hours("09:00-12:00"), parse_hours("08:00-12:00 14:00-18:00")
    assert (found.name.zh, found.name.en) == ("虚构药店", "Invented Pharmacy")
    assert (found.role, found.pools, found.place) == ("pharmacy", ("370700", "379900"), "370700")
    assert (found.telephone, found.rate) == ("12393", Fraction(60))
    assert found.hours == {"mon-fri": day, "sat": morning, "holiday": ()}
    assert found.week == (day, day, day, day, day, morning, ())
    assert found.volumes == {"settlement.local.pharmacy": Volume(280, 350), "settlement.offsite": Volume(15, 15)}


def test_the_least_that_a_site_says() -> None:
    found = site("format: outageplan-site/1\nname: {zh: 甲}\nrole: agency\npools: [419900]\n")
    assert (found.place, found.telephone, found.hours, found.volumes, found.rate) == ("419900", None, {}, {}, None)
    assert found.week is None


def test_a_place_of_its_own() -> None:
    assert site(GOOD.replace("telephone", "place: 370100\ntelephone")).place == "370100"


def test_former_ids_and_repeated_pools_are_taken_as_what_they_mean() -> None:
    text = GOOD.replace("settlement.offsite: 15", "filing.referral: 15").replace("379900", "370700")
    assert list(site(text).volumes) == ["settlement.local.pharmacy", "filing.offsite.referral"]
    assert site(text).pools == ("370700",)


def test_a_site_cannot_be_changed() -> None:
    found = site()
    with pytest.raises(ValidationError):
        found.role = "agency"  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.volumes["inquiry"] = Volume(1, 1)  # type: ignore[index]


def test_it_is_read_by_the_reader_of_notices_too() -> None:
    reading = read_notice(GOOD.encode(), FILE)
    assert (reading.notice, reading.amendment, reading.findings) == (None, None, ())
    assert reading.site == site()
    assert reading.about_site


def spoiled(old: str, new: str) -> tuple[str, Span]:
    """The good site with one piece replaced, and the place within a line that `new` has between « and »."""
    assert GOOD.count(old) == 1
    before, place, after = re.split("[«»]", GOOD.replace(old, new))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + place + after, Span(line=line, column=column, end_line=line, end_column=column + len(place))


KEYS = "`format`, `hours`, `name`, `place`, `pools`, `rate`, `role`, `telephone`, `volumes`"
HOURS = "; write `08:00-12:00 14:00-18:00`, `24 hours` or `closed`"
DAYS = "names no days; write `mon` to `sun`, `mon-fri`, `daily`, `holiday` or `makeup`"


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "told"),
    [
        ("rate:", "«rates»:", "OP101", "rates", "there is no key `rates`; did you mean `rate`?"),
        ("rate:", "«xyz»:", "OP101", "xyz", f"there is no key `xyz`; here you can write {KEYS}"),
        ("rate:", "«amend»:", "OP101", "amend", "there is no key `amend`; did you mean `name`?"),
        ("outageplan-site/1", "«outageplan-site/9»", "OP107", "format", "`outageplan-site/9` is not a format version "
         "known here; write `outageplan-site/1`"),
        ("role: pharmacy", "role: «pharmacist»", "OP203", "role",
         "there is no role called `pharmacist`; did you mean `pharmacy` (pharmacies)?"),
        ("379900", "«379999»", "OP202", "pools[1]", None),
        ("[370700, 379900]", "«[]»", "OP109", "pools", "this must not be empty"),
        ("[370700, 379900]", "«370700»", "OP103", "pools", "`pools` must be a list, as in [a, b], and is one text"),
        ("telephone: 12393", "telephone: «12-»", "OP108", "telephone",
         "`12-` does not fit: write digits and hyphens, as in `0371-65742316`"),
        ("sat: 09:00-12:00", "sat: «9:00-12:00»", "OP108", "hours.sat", "`9:00-12:00` are no opening hours of the "
         f"format (hours have two digits, as in `08:00`){HOURS}"),
        ("sat: 09:00-12:00", "sat: «[»09:00-12:00]", "OP108", "hours.sat",
         "write one phrase here, not a list or mapping"),
        ("sat: 09:00-12:00", "«Saturday»: 09:00-12:00", "OP108", "hours.Saturday",
         f"`Saturday` {DAYS}; did you mean `sat`?"),
        ("sat: 09:00-12:00", "«fri-sat»: 09:00-12:00", "OP108", "hours.fri-sat",
         "`mon-fri` and `fri-sat` both name fri; keep it in one of them"),
        ("settlement.offsite: 15", "«settlement.ofsite»: 15", "OP201", "volumes.settlement.ofsite", None),
        ("settlement.offsite: 15", "settlement.offsite: «many»", "OP108", "volumes.settlement.offsite",
         "`many` is not a number of transactions; write `320`, `280-350`"),
        ("settlement.offsite: 15", "«settlement.local»: 15", "OP108", "volumes.settlement.local",
         "`settlement.local.pharmacy` and `settlement.local` overlap and would be counted twice; name services that do "
         "not"),
        ("settlement.offsite: 15", "«all»: 15", "OP108", "volumes.all",
         "`settlement.local.pharmacy` and `all` overlap and would be counted twice; name services that do not"),
        ("rate: 60", "rate: «0»", "OP108", "rate", "`0` is not a rate (transactions an hour); write `60`, `7.5`"),
        ("rate: 60", "rate: 60\n«rate»: 61", "OP004", "", None),
        ("rate: 60", "rate: «&a» 60", "OP005", "", None),
    ],
)  # fmt: skip
def test_every_way_of_spoiling_it(old: str, new: str, code: str, key: str, told: str | None) -> None:
    text, place = spoiled(old, new)
    reading = read_site(text.encode(), FILE)
    assert reading.site is None
    (finding,) = reading.findings
    assert (finding.code, finding.key, finding.file) == (code, key, FILE)
    if told:
        assert finding.message.en == told
        assert finding.message.zh
        assert finding.span == place
    assert finding.span.line == place.line


@pytest.mark.parametrize("key", ["name", "role", "pools"])
def test_what_must_be_there(key: str) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (finding,) = read_site(text.encode(), FILE).findings
    assert (finding.code, finding.message.en) == ("OP102", f"`{key}` is missing")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "OP003", 1),
        (b"format: outageplan-site/1\nname:\n\tzh: x\n", "OP002", 3),
        ("format: outageplan-site/1\nname: {zh: 药店}\n".encode("gbk"), "OP001", 2),
        (b"format: outageplan-site/1\n---\na: b\n", "OP008", 2),
        ("format：outageplan-site/1\n".encode(), "OP011", 1),
        (b"format: outageplan-site/1\nname: *x\n", "OP006", 2),
        (b"- a\n- b\n", "OP103", 1),
        (b"x" * (1024 * 1024 + 1), "OP010", 1),
    ],
    ids=["empty", "tab", "gbk", "second-document", "full-width-colon", "alias", "list", "large"],
)
def test_files_that_are_no_site(content: bytes, code: str, line: int) -> None:
    findings = read_site(content, FILE).findings
    assert (findings[0].code, findings[0].span.line) == (code, line)


def test_several_problems_are_told_at_once() -> None:
    text = GOOD.replace("rate: 60", "rate: x").replace("sat:", "satt:").replace("role: pharmacy", "role: x")
    assert [one.key for one in read_site(text.encode(), FILE).findings] == ["role", "hours.satt", "rate"]


def test_a_notice_is_told_to_be_one() -> None:
    (finding,) = read_site(b"format: outageplan/1\nid: x\n", FILE).findings
    assert finding == Finding(
        code="OP107", rule="unknown-format", file=FILE, key="format", message=finding.message,
        span=Span(line=1, column=9, end_line=1, end_column=21),
    )  # fmt: skip
    told = "this is a notice, not a site; a site file begins with `format: outageplan-site/1`"
    assert finding.message.en == told


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such file"):
        read_site_file(tmp_path / FILE)


def test_it_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8-sig")
    assert read_site_file(tmp_path / FILE).site == site()


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("rate: 60", "rate: x"), GOOD.replace("site/1", "site/2")])
def test_a_site_among_notices_is_passed_over(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert load(tmp_path) == Library()


def _pieces() -> Iterator[str]:
    yield from ("format: outageplan-site/1\n", "role: pharmacy\n", "pools: [370700]\n", "name: {zh: 甲}\n")
    yield from ("hours: {daily: 24 hours}\n", "hours: []\n", "volumes: {all: 3}\n", "volumes: x\n", "rate: 1\n")
    yield from ("hours: {'[key]': closed}\n", "volumes: {'[key]': 1}\n", "? [a]\n: b\n", "place: 0\n", "\t", "{", "é")


@given(st.lists(st.sampled_from(list(_pieces())), max_size=8).map("".join))
def test_reading_never_fails(text: str) -> None:
    reading = read_site(text.encode(), FILE)
    assert (reading.site is None) == bool(reading.findings)
