"""The board in a real browser: it opens from a folder, fits a phone, prints, and can be used by everybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from outageplan.notice.library import load
from outageplan.notice.model import Notice
from outageplan.render.board import board_files

from ..cli.hostile import hostile
from ..cli.running import run
from ..engine.scheduling import DELAY, shelf
from .conftest import Visit, missing_glyphs, outside, paper, sizes

NOTICES = Path(__file__).parents[2] / "notices"
HENAN, WEIFANG = "notices/henan-2021-11.html", "notices/weifang-2023-12.html"
PAGES = ["index.html", "en/index.html", HENAN, f"en/{HENAN}", "notices/maintenance-31st.html", f"en/{WEIFANG}"]
Open = Callable[..., Visit]

ATTACK = (
    "\"><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"> ]]> </style></title></svg> "
    "javascript:document.title='ran' \u202e" + "长" * 2_000 + "w" * 10_000
)


def laid_out(folder: Path, notices: list[Notice]) -> Path:
    """The board of some notices in a folder below others, as on a site under a sub-path."""
    root = folder / "some site" / "board"
    for path, content in board_files(notices).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(tmp_path_factory.mktemp("board"), [*load(NOTICES).notices, shelf(DELAY)])


def attacked(folder: Path) -> Path:
    said = {"zh": ATTACK, "en": ATTACK}
    notice = shelf(
        title=said,
        issuer=said,
        windows={
            "first": {"start": "2021-11-21 18:00", "end": "expected 2021-11-28 08:00", "name": said, "clause": ATTACK}
        },
        notes={"n": {"say": said, "clause": ATTACK}},
        sources={"s": {"language": "zh", "title": ATTACK, "url": "https://e.example/'onmouseover=x", "note": ATTACK}},
    )
    return laid_out(folder, [notice, *load(hostile(folder)).notices])


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_fits(board: Path, open_page: Open, path: str, width: int) -> None:
    visit = open_page(board / path, width=width)
    visit.clean()
    assert visit.overflow() == 0
    assert visit.cut() == []
    assert visit.boxes() == ""


@pytest.mark.parametrize("path", [*PAGES, "notices/n.html"])
def test_a_page_can_be_used_by_everybody(board: Path, open_page: Open, path: str) -> None:
    visit = open_page(board / path)
    assert visit.violations() == []
    assert visit.narrowed(360).violations() == []


def test_links_and_the_switch_of_languages_work(board: Path, open_page: Open) -> None:
    visit = open_page(board / "index.html")
    visit.page.click("text=潍坊市 · 系统省集中停机")
    assert visit.page.url == (board / WEIFANG).as_uri()
    visit.page.click("text=English")
    assert visit.page.url == (board / "en" / WEIFANG).as_uri()
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    visit.page.click("nav >> text=All notices")
    assert visit.page.url == (board / "en" / "index.html").as_uri()
    visit.page.click("text=中文")
    assert visit.page.url == (board / "index.html").as_uri()
    visit.page.click("nav >> text=按月份")
    assert visit.page.evaluate("document.querySelector(':target').textContent") == "按月份"
    assert visit.complaints == []


def test_the_keyboard_gets_everywhere_and_is_seen(board: Path, open_page: Open) -> None:
    page = open_page(board / "index.html").page
    page.keyboard.press("Tab")
    first = page.evaluate(
        "({text: document.activeElement.textContent, top: document.activeElement.getBoundingClientRect().top})"
    )
    assert (first["text"], first["top"] >= 0) == ("跳到正文", True)
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"
    links = page.evaluate("document.querySelectorAll('a').length")
    reached = {page.evaluate("document.activeElement.outerHTML")}
    for _ in range(links - 2):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML"))
    assert len(reached) >= page.evaluate("new Set([...document.querySelectorAll('main a')].map(a => a.outerHTML)).size")


def test_bars_are_drawn_by_pattern_where_they_belong(board: Path, open_page: Open) -> None:
    """Fills of three kinds, and a bar that begins where the one above it has been under way for three days."""
    page = open_page(board / HENAN, width=360).page
    fills = page.evaluate("[...document.querySelectorAll('.legend rect')].map(one => getComputedStyle(one).fill)")
    assert fills == ["rgb(122, 18, 18)", 'url("#expected")', 'url("#open")']
    boxes = page.evaluate(
        "[...document.querySelectorAll('.chart rect')].map(one => [one, one.getBoundingClientRect()])"
        ".map(([one, box]) => [one.className.baseVal, box.x, box.right])"
    )
    assert [kind for kind, _, _ in boxes] == ["open", "expected", "open"]
    assert boxes[0][1] < boxes[1][1] < boxes[1][2] == pytest.approx(boxes[2][1], abs=1)
    assert boxes[2][2] == pytest.approx(boxes[0][2], abs=1)
    described = page.evaluate("document.querySelector('.chart svg[role=img] desc').textContent")
    assert described == "恢复时间未定或未确认：2021-11-18 18:00（周四） 起"


def test_a_page_prints_on_a4(board: Path, open_page: Open) -> None:
    printed = open_page(board / HENAN).printed()
    assert set(sizes(printed)) == {(210, 297)}
    assert outside(printed) == []
    assert missing_glyphs(printed) == 0
    text = "".join(paper(printed))
    for told in ("提前备药", "截止：2021-11-18", "0371-65742316", "恢复：预计2021-11-28"):
        assert told in text
    assert "English" not in text  # what leads elsewhere stays off the paper


@pytest.mark.parametrize("path", ["index.html", "notices/n.html", "en/notices/n.html", "en/notices/hostile.html"])
def test_a_hostile_notice_neither_runs_nor_breaks_a_page(tmp_path: Path, open_page: Open, path: str) -> None:
    root = attacked(tmp_path)
    for width in (360, 1280):
        visit = open_page(root / path, width=width)
        visit.clean()
        assert visit.overflow() == 0
        assert visit.page.title() != "ran"
        visit.page.mouse.move(100, 300)
        assert visit.page.title() != "ran"
        assert visit.page.evaluate("document.querySelectorAll('script, img, iframe, object').length") == 0
        assert visit.page.evaluate("document.querySelectorAll('main').length") == 1
    assert visit.violations() == []


def test_the_answer_of_check_as_a_page(open_page: Open) -> None:
    asked = ("check", "henan-2021-11", "--at", "2021-11-22 09:00", "--notices", NOTICES, "--format", "html", "--why")
    for lang in ("zh", "en"):
        text = run(*asked, "--lang", lang).out
        visit = open_page(text)
        for width in (1280, 360):
            assert visit.narrowed(width).overflow() == 0
            assert visit.violations() == []
        visit.clean()
    assert len(sizes(visit.printed())) < 20
