"""The checklist in a real browser: nothing fetched, nothing run, nothing cut, and the right sheets of A4 on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ..cli.hostile import NOTICE
from ..cli.invented import NOTICES, written
from ..cli.running import run
from .conftest import Visit, outside, paper, sizes

A4, LANDSCAPE = (210, 297), (297, 210)
SITE = """\
format: outageplan-site/1
name: {zh: 虚构的药店, en: An invented pharmacy}
role: pharmacy
pools: [419900, 410100]
telephone: 0371-00000000
"""
Open = Callable[..., Visit]

# what is asked, and the pages that it takes
SHEETS = {
    "pharmacy-zh": (("--site", "SITE", "--lang", "zh", "--poster", "--ledger", "36"), [A4] * 3 + [LANDSCAPE] * 2),
    "pharmacy-both": (("--site", "SITE", "--lang", "both", "--poster", "--ledger", "16"), [A4] * 7 + [LANDSCAPE]),
    "hospital-en": (("--role", "hospital", "--treated-at", "419900", "--lang", "en"), [A4] * 4),
    "insured-zh": (("--role", "insured", "--insured-at", "419900", "--lang", "zh"), [A4] * 4),
}


def sheet(folder: Path, *asked: str) -> Path:
    """A checklist for Henan, the day that its notice came out."""
    place = written(folder / "site.yaml", SITE)
    words = [str(place) if word == "SITE" else word for word in asked]
    file = folder / "sheet.html"
    question = ("checklist", "henan-2021-11", "--notices", NOTICES, "--at", "2021-11-17 10:00")
    result = run(*question, *words, "--format", "html", "--output", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    return file


def inked(text: str) -> str:
    """A text as it is looked for on paper: without blanks, and hyphens, at which lines end."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("name", SHEETS)
def test_on_paper(open_page: Open, tmp_path: Path, name: str) -> None:
    asked, pages = SHEETS[name]
    visit = open_page(sheet(tmp_path, *asked))
    pdf = visit.printed()
    visit.clean()
    assert sizes(pdf) == pages
    assert outside(pdf) == []
    assert visit.boxes() == ""
    printed = [inked(page) for page in paper(pdf)]
    for number, page in enumerate(printed, 1):
        assert f"{number}/{len(pages)}" in page, "its own number, of how many"
    script = "[...document.querySelectorAll('main p, main h2, main h3')].map(one => one.innerText)"
    said = [inked(text) for text in visit.page.evaluate(script)]
    assert [text for text in said if text not in "".join(printed)] == []
    assert len(said) > 20


@pytest.mark.parametrize("name", ["pharmacy-zh", "hospital-en"])
def test_no_line_to_tick_is_split_between_pages(open_page: Open, tmp_path: Path, name: str) -> None:
    visit = open_page(sheet(tmp_path, *SHEETS[name][0]))
    script = "[...document.querySelectorAll('.steps li')].map(one => one.innerText)"
    printed = [inked(page) for page in paper(visit.printed())]
    steps = [inked(text) for text in visit.page.evaluate(script)]
    assert [text for text in steps if not any(text in page for page in printed)] == []
    assert len(steps) > 10


def test_the_deadline_of_a_chronic_patient_stands_on_the_first_page(open_page: Open, tmp_path: Path) -> None:
    first = paper(open_page(sheet(tmp_path, *SHEETS["pharmacy-zh"][0])).printed())[0]
    assert "截止：2021-11-1817:00（周四）告知患者：提前备药" in first
    assert "恢复：预计2021-11-2808:00（周日），未确认" in first


@pytest.mark.parametrize("name", SHEETS)
def test_on_a_screen(open_page: Open, tmp_path: Path, name: str) -> None:
    visit = open_page(sheet(tmp_path, *SHEETS[name][0]))
    for width in (1280, 360):
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert visit.overflow() == 0
        assert visit.cut() == []
    assert visit.violations() == []
    visit.clean()


def test_the_language_of_every_text_is_marked(open_page: Open, tmp_path: Path) -> None:
    """No Chinese character where the page says that it is English; the names of pools and notices are in both."""
    script = """() => [...document.querySelectorAll('main *, header *')].filter(one =>
        [...one.childNodes].some(node => node.nodeType === 3 && /[\\u4e00-\\u9fff]/.test(node.data))
        && one.closest('[lang]').lang !== 'zh-CN').map(one => one.outerHTML.slice(0, 200))"""
    for name in ("pharmacy-both", "hospital-en"):
        assert open_page(sheet(tmp_path, *SHEETS[name][0])).page.evaluate(script) == []


def test_a_hostile_notice(open_page: Open, tmp_path: Path) -> None:
    hostile = written(tmp_path / "hostile.yaml", NOTICE.replace("for: [insured]", "for: [insured, pharmacy]"))
    file = tmp_path / "sheet.html"
    question = ("checklist", "--notices", hostile, "--at", "2021-11-20 10:00", "--role", "pharmacy", "--lang", "zh")
    result = run(*question, "--poster", "--format", "html", "--output", file)
    assert (result.code, result.err) == (0, "")
    visit = open_page(file, width=360)
    visit.clean()
    assert visit.overflow() == 0
    assert visit.page.evaluate("document.scripts.length + document.links.length + document.images.length") == 0
    assert outside(visit.printed()) == []
    assert "<script>x</script>" in visit.page.inner_text("main")


def test_the_tests_of_boxes_and_of_what_is_cut_can_fail(open_page: Open) -> None:
    assert open_page("<!doctype html><body>中\ue0ffA").boxes() == "\ue0ff"
    assert open_page("<!doctype html><p style='overflow:hidden;width:2em;white-space:nowrap'>too much").cut() != []
    assert open_page("<!doctype html><p style='width:3000px'>too much").overflow() > 0
    assert open_page("<!doctype html><html lang=en><title>x</title><img src='data:,'>").violations() != []
    with pytest.raises(AssertionError):
        open_page("<!doctype html><script>console.log(1)</script>").clean()
    with pytest.raises(AssertionError):
        open_page("<!doctype html><img alt='' src='https://example.invalid/x.png'>").clean()
