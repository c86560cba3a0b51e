"""`outageplan checklist`: what it asks for, what it refuses, and where it writes."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from outageplan.cli import typesetting

from .hostile import harmful, hostile, uncoloured
from .invented import NOTICES, small, written
from .running import run, run_bytes, run_on_terminal

HENAN = ("checklist", "henan-2021-11", "--notices", NOTICES, "--at", "2021-11-17 10:00")
SITE = """\
format: outageplan-site/1
name: {zh: 虚构的药店, en: An invented pharmacy}
role: pharmacy
pools: [419900, 410100]
telephone: 0371-00000000
"""


def section(text: str, title: str) -> list[str]:
    """The lines below a heading of the printed answer, up to the next."""
    lines = text.splitlines()
    rest = lines[lines.index(title) + 1 :]
    return [line.strip() for line in rest[: rest.index("")]]


def test_before_the_stop_in_order_of_deadline() -> None:
    result = run(*HENAN, "--role", "pharmacy", "--treated-at", "419900", "--lang", "en")
    assert (result.code, result.err) == (0, "")
    assert section(result.out, "Before the stop")[:6] == [
        "□ tell patients: stock up on medicines: Patients already entitled to chronic-disease outpatient care have "
        "their December medicines prescribed at their designated institution before 17:00 on 18 November 2021.  "
        "[notice henan-2021-11 III.2.3]",
        "by 2021-11-18 17:00 (Thu)",
        "for: insured here; patients with chronic or special diseases",
        "□ tell patients: stock up on medicines: Patients already entitled to designated outpatient medicines buy "
        "ahead at a designated medical institution, as their treatment requires.  [notice henan-2021-11 III.2.4]",
        "before the stop, 2021-11-21 18:00 (Sun)",
        "for: insured here; patients on designated medicines",
    ]


def test_the_certainty_and_when_to_look_again() -> None:
    out = run(*HENAN, "--role", "pharmacy", "--treated-at", "419900", "--lang", "zh").out
    assert section(out, "能办与不能办一览")[:4] == [
        "≈ 即将停机  河南省本级 · 全部医保业务暂停  [henan-2021-11 I.2]",
        "2021-11-21 18:00（周日）起",
        "恢复：预计 2021-11-28 08:00（周日），未确认",
        "恢复时间未确认：请于 2021-11-27（周六）再次核对，此后每日核对，直至公告确认恢复",
    ]


def test_both_languages_stand_line_by_line() -> None:
    out = run(*HENAN, "--role", "pharmacy", "--treated-at", "419900", "--lang", "both").out
    assert section(out, "停机前 / Before the stop")[2:4] == [
        "截止：2021-11-18 17:00（周四）",
        "by 2021-11-18 17:00 (Thu)",
    ]


def test_a_site_gives_name_role_and_pools(tmp_path: Path) -> None:
    site = written(tmp_path / "site.yaml", SITE)
    out = run(*HENAN, "--site", site, "--lang", "en").out
    assert "prepared by: An invented pharmacy" in out
    assert "pools: Henan provincial-direct (419900), Zhengzhou (410100)" in out
    stops = section(out, "At a glance: what can and cannot be settled · Zhengzhou (410100)")
    assert stops[0] == "– The notices stop nothing in this pool that pharmacies do."


def test_a_role_of_the_environment_does_not_turn_a_site_into_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTAGEPLAN_ROLE", "insured")
    monkeypatch.setenv("OUTAGEPLAN_INSURED_AT", "370700")
    site = written(tmp_path / "site.yaml", SITE)
    out = run(*HENAN, "--site", site, "--lang", "en").out
    assert out.startswith("Outage checklist: pharmacies\n")
    assert "Weifang" not in out


def test_without_a_notice_it_says_so(tmp_path: Path) -> None:
    result = run(
        *("checklist", "--notices", small(tmp_path), "--role", "agency", "--at", "2030-01-01 00:00", "--lang", "en")
    )
    assert result.code == 0
    assert result.out.splitlines() == [
        "Outage checklist: agencies (the bureau's counters)",
        "prepared by: ________________",
        "prepared: 2030-01-01 00:00 (Tue)",
        "No notice on file concerns this, so that there is nothing to list (which speaks only of the notices on file).",
        "nearest notice: An invented stop [small] (over)",
    ]


def test_where_nothing_stops_there_is_no_poster(tmp_path: Path) -> None:
    asked = ("--notices", small(tmp_path), "--role", "pharmacy", "--at", "2021-11-20 10:00", "--poster", "--lang", "en")
    result = run("checklist", *asked)
    assert (result.code, result.err) == (0, "nothing stops here, so there is no poster\n")
    assert "The notices stop nothing in this pool that pharmacies do." in result.out


def test_the_ledger_has_the_columns_of_a_later_re_run() -> None:
    out = run(*HENAN, "--role", "pharmacy", "--lang", "en", "--ledger", "3").out
    lines = section(out, "Ledger of sales during the stop")
    assert lines[2] == (
        "no. | name | date of birth | insured number | item | quantity | amount | time | signature | re-run done"
    )
    assert [line.split(" | ")[0] for line in lines[3:]] == ["1", "2", "3"]


def test_the_poster_speaks_of_what_patients_use() -> None:
    out = run(*HENAN, "--role", "pharmacy", "--treated-at", "419900", "--lang", "en", "--poster").out
    lines = section(out, "The medical-insurance system stops")
    assert lines[0] == "What does not work"
    assert "purchases at designated pharmacies" in lines[1]
    assert "procurement" not in lines[1]
    assert "by 2021-11-18 17:00 (Thu)" in lines
    assert "Employees' outpatient benefits section: 0371-65751397" in lines


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), "error: whose checklist? --role insured, pharmacy, hospital, employer, agency or tax, or --site FILE"),
        (("--role", "agency", "--poster"), "error: --ledger and --poster are for pharmacies and hospitals"),
        (("--role", "tax", "--ledger", "3"), "error: --ledger and --poster are for pharmacies and hospitals"),
        (("--role", "pharmacy", "--ledger", "0"), "error: --ledger is a whole number from 1 to 1000, not `0`"),
        (("--role", "pharmacy", "--ledger", "1001"), "error: --ledger is a whole number from 1 to 1000, not `1001`"),
        (("--role", "pharmacy", "--ledger", "1_0"), "error: --ledger is a whole number from 1 to 1000, not `1_0`"),
        (("--role", "pharmacy", "--ledger", "٣"), "error: --ledger is a whole number from 1 to 1000, not `٣`"),
        (("--role", "pharmacy", "--format", "docx"), "error: --format is one of text, markdown, html, pdf, not `docx`"),
        (("--role", "pharmacy", "--lang", "fr"), "error: --lang is zh or en, not `fr`"),
        (("--role", "pharmacy", "--patient", "chronic,"), "error: --patient names no fact"),
    ],
)
def test_what_is_refused(asked: tuple[str, ...], told: str) -> None:
    result = run(*HENAN, *asked)
    assert (result.code, result.out, result.err.strip()) == (2, "", told)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    result = run(*HENAN, "--role", "pharmacy", "--lang", "zh", "--format", "html", "--output", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert file.read_text(encoding="utf-8") == run(*HENAN, "--role", "pharmacy", "--lang", "zh", "--format", "html").out


def test_a_pdf_goes_to_a_pipe_but_not_to_a_terminal() -> None:
    pytest.importorskip("typst")
    asked = (*HENAN, "--role", "tax", "--lang", "en", "--format", "pdf")
    code, out, err = run_bytes(*asked)
    assert (code, out[:5], err) == (0, b"%PDF-", b"")
    result = run_on_terminal(*asked)
    assert (result.code, result.out) == (2, "error: a PDF does not go to a terminal: add --output FILE\n")


def test_without_typst_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refused(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refused)
    file = tmp_path / "sheet.pdf"
    result = run(*HENAN, "--role", "tax", "--format", "pdf", "--output", file)
    assert (result.code, result.err) == (2, "error: PDF needs an extra part: pip install 'outageplan[pdf]'\n")
    assert not file.exists()


@pytest.mark.parametrize(("lang", "written"), [("zh", False), ("both", False), ("en", True)])
def test_without_a_chinese_font_no_box_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, written: bool
) -> None:
    """What is English alone can be printed all the same."""
    pytest.importorskip("typst")
    monkeypatch.setattr(typesetting, "_families", lambda: ["DejaVu Sans", "Libertinus Serif"])
    file = tmp_path / "sheet.pdf"
    result = run(*HENAN, "--role", "tax", "--lang", lang, "--format", "pdf", "--output", file)
    assert file.exists() == written
    assert (result.code, "fonts-noto-cjk" in result.err) == ((0, False) if written else (2, True))


def test_a_character_that_no_font_has_is_shown_as_its_number() -> None:
    """What typst complains of, as it quotes it."""
    assert typesetting._without("\u1200", '{"a": "x\u1200y\u1200"}') == r'{"a": "x\\u1200y\\u1200"}'
    assert typesetting._without(r"\u{1f469}", '{"a": "\U0001f469"}') == r'{"a": "\\u1f469"}'


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_a_hostile_notice_in_a_pipe(tmp_path: Path, format: str, lang: str) -> None:
    notice = hostile(tmp_path)
    result = run(*_hostile(notice), "--lang", lang, "--format", format)
    assert (result.code, result.err) == (0, "")
    assert harmful(result.out) == set()
    if format == "html":
        assert "<script" not in result.out
        body = result.out.partition("</style>")[2]
        assert body.count("<") == body.count(">"), "no bracket of the notice is one of the page"
    if format == "markdown":
        tokens = MarkdownIt("commonmark").parse(result.out)
        kinds = {child.type for token in tokens for child in token.children or ()}
        assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close", "text_special"}
        assert not {token.type for token in tokens} & {"html_block", "fence", "code_block"}


def test_a_hostile_notice_on_a_terminal(tmp_path: Path) -> None:
    result = run_on_terminal(*_hostile(hostile(tmp_path)), "--lang", "both")
    assert result.code == 0
    assert harmful(uncoloured(result.out)) == set()


def _hostile(notice: Path) -> tuple[str | Path, ...]:
    return ("checklist", "--notices", notice, "--role", "insured", "--at", "2021-11-20 10:00")


def test_left_out_files_are_told_and_lead_to_3(tmp_path: Path) -> None:
    small(tmp_path)
    written(tmp_path / "broken.yaml", "format: outageplan/1\n")
    result = run("checklist", "--notices", tmp_path, "--role", "tax", "--at", "2021-11-20 10:00", "--lang", "en")
    assert result.code == 3
    assert "broken.yaml" in result.err
    assert result.out.startswith("Outage checklist: tax offices\n")


def test_the_site_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    site = written(tmp_path / "site.yaml", SITE.replace("role: pharmacy", "role: shop"))
    result = run(*HENAN, "--site", site, "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert "site.yaml:3:7" in result.err
