"""The checklist as PDF: the same bytes each time, every character with a glyph, nothing outside of its page."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from ..cli.hostile import NOTICE
from ..cli.invented import NOTICES, written
from ..cli.running import run
from .conftest import has_chinese_font, missing, missing_glyphs, outside, paper, sizes
from .test_checklist_page import A4, LANDSCAPE, SITE

pytest.importorskip("typst", reason="the extra `pdf` is not installed")


@pytest.fixture(autouse=True)
def fonts() -> None:
    if not has_chinese_font():
        missing("no Chinese font is installed (Debian: fonts-noto-cjk)")


def pdf(folder: Path, *asked: str | Path) -> bytes:
    """A checklist as PDF."""
    file = folder / "sheet.pdf"
    result = run("checklist", *asked, "--format", "pdf", "--output", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    return file.read_bytes()


def henan(folder: Path, *asked: str | Path) -> bytes:
    return pdf(folder, "henan-2021-11", "--notices", NOTICES, "--at", "2021-11-17 10:00", *asked)


def test_pages_and_words(tmp_path: Path) -> None:
    site = written(tmp_path / "site.yaml", SITE)
    made = henan(tmp_path, "--site", site, "--lang", "zh", "--poster", "--ledger", "38")
    assert sizes(made) == [A4, A4, A4, LANDSCAPE, LANDSCAPE]
    assert (missing_glyphs(made), outside(made)) == (0, [])
    first, _, poster, *ledger = paper(made)
    assert "截止：2021-11-1817:00（周四）告知患者：提前备药" in first
    assert "恢复：预计2021-11-2808:00（周日），未确认" in first
    assert "医保系统停机告示" in poster
    assert "0371-65751397" in poster
    for page, last in zip(ledger, ("19", "38"), strict=True):
        assert all(name in page for name in ("姓名", "出生日期", "参保号", "患者签名", "已补结算"))
        assert f"{last}" in page


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
@pytest.mark.parametrize("role", ["pharmacy", "hospital", "agency", "insured", "employer", "tax"])
def test_every_role_and_language(tmp_path: Path, role: str, lang: str) -> None:
    made = henan(tmp_path, "--role", role, "--lang", lang)
    assert set(sizes(made)) == {A4}
    assert (missing_glyphs(made), outside(made)) == (0, [])
    text = "".join(paper(made))
    assert ("医保停机办理清单" in text) == (lang != "en")
    assert ("Outagechecklist" in text) == (lang != "zh")


def test_the_same_input_gives_the_same_bytes_without_the_time_of_making(tmp_path: Path) -> None:
    asked = ("--role", "pharmacy", "--lang", "both", "--poster", "--ledger", "3")
    made = henan(tmp_path, *asked)
    assert made == henan(tmp_path, *asked)
    information = PdfReader(io.BytesIO(made)).metadata
    assert information is not None
    assert information.creation_date is None
    assert information.modification_date is None
    assert information.title == "医保停机办理清单　定点零售药店"


def test_a_hostile_notice(tmp_path: Path) -> None:
    """Markup of typst and a word of 10,000 letters; characters that no usual font has are shown as their numbers."""
    markup = r" #import \"x.typ\" $a^2$ @ref [b] *c* _d_ #eval(1) \\u{41} \u1200 ]]>"
    text = NOTICE.replace("| x |", f"| x | {markup}").replace("for: [insured]", "for: [insured, pharmacy]")
    hostile = written(tmp_path / "hostile.yaml", text)
    asked = ("--at", "2021-11-20 10:00", "--role", "pharmacy", "--lang", "zh", "--poster")
    made = pdf(tmp_path, "--notices", hostile, *asked)
    assert (missing_glyphs(made), outside(made)) == (0, [])
    shown = "".join(paper(made)).replace("\u200b", "")
    assert '#import"x.typ"$a^2$@ref[b]*c*_d_#eval(1)' in shown
    assert r"\u1200" in shown
    assert "<script>x</script>" in shown
