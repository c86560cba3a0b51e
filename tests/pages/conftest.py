"""A real browser for the tests of pages, and what they look for in what it shows and prints.

Where the browser, a Chinese font or the accessibility checker is missing, these tests are skipped with that reason;
with `OUTAGEPLAN_PAGES=1` they fail, so that no checking machine passes without having looked.
"""

from __future__ import annotations

import functools
import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
]


def missing(what: str) -> NoReturn:
    """Skips a test for something that this machine lacks; fails it where the machine must have everything."""
    if os.environ.get("OUTAGEPLAN_PAGES") == "1":
        pytest.fail(f"{what}, and OUTAGEPLAN_PAGES=1 lets no test of pages be skipped")
    pytest.skip(what)


@functools.cache
def has_chinese_font() -> bool:
    """Whether a font for Chinese is installed, as fontconfig tells."""
    with suppress(OSError, subprocess.CalledProcessError):
        done = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=True)
        return bool(done.stdout.strip())
    return False


@pytest.fixture(scope="session")
def chinese_font() -> None:
    """Needs a Chinese font."""
    if not has_chinese_font():
        missing("no Chinese font is installed (Debian: fonts-noto-cjk)")


@pytest.fixture(scope="session")
def browser(chinese_font: None) -> Iterator[Browser]:
    """A headless Chromium that is installed on the machine; none is downloaded."""
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        missing("no Chromium is installed (Debian: chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed (pip install playwright)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Page:
    """The one tab in which all pages are opened, one after the other: to open a tab takes longer than to look at it."""
    return browser.new_context(offline=True).new_page()


@dataclass
class Visit:
    """A page that was opened: what it complained of, and what it asked for beside itself."""

    page: Page
    file: Path
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._heard: dict[Any, Callable[[Any], None]] = {
            "console": lambda said: self.complaints.append(f"console: {said.text}"),
            "pageerror": lambda error: self.complaints.append(f"error: {error}"),
            "dialog": self._refuse,
            "request": self._note,
        }
        for event, hear in self._heard.items():
            self.page.on(event, hear)
        self.page.goto(self.file.resolve().as_uri())

    def leave(self) -> None:
        """Leaves the page: what the next one does is none of this one's."""
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        self.page.goto("about:blank")

    def _refuse(self, dialog: Dialog) -> None:
        """No page has a reason to open a dialog."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, request: Request) -> None:
        if request.url != self.file.resolve().as_uri():
            self.requests.append(request.url)

    def clean(self) -> None:
        """Asserts that the page had no complaint, and asked for nothing that it does not consist of."""
        assert self.complaints == []
        assert self.requests == []

    def violations(self) -> list[str]:
        """What the accessibility checker finds: rule and elements."""
        if not AXE.is_file():
            missing("axe-core is not installed (npm ci in tests/pages)")
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        # every rule is run; of those that hold, the elements are not described
        script = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        found: list[dict[str, Any]] = self.page.evaluate(script)
        return [f"{one['id']}: {[node['html'][:200] for node in one['nodes']]}" for one in found]

    def narrowed(self, width: int) -> Visit:
        """The same page in a window of another width."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return self

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def cut(self) -> list[str]:
        """Elements whose own text is wider than they are and hidden there."""
        script = """() => [...document.querySelectorAll('body *')].filter(one =>
            getComputedStyle(one).overflow === 'hidden' && one.scrollWidth > one.clientWidth + 1
            && !one.classList.contains('hidden')).map(one => one.outerHTML.slice(0, 200))"""
        return [str(one) for one in self.page.evaluate(script)]

    def boxes(self) -> str:
        """The characters of the page that are drawn like one that no font has."""
        script = """() => {
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 40;
            const pen = canvas.getContext('2d', {willReadFrequently: true});
            pen.font = '24px ' + getComputedStyle(document.body).fontFamily;
            const drawn = char => {
                pen.clearRect(0, 0, 40, 40);
                pen.fillText(char, 4, 30);
                return pen.getImageData(0, 0, 40, 40).data.join();
            };
            const box = drawn('\\u{10fffd}');
            const shown = new Set(document.body.innerText.replace(/\\s/g, ''));
            return [...shown].filter(char => drawn(char) === box).join('');
        }"""
        return str(self.page.evaluate(script))

    def printed(self) -> bytes:
        """The page as its print styles want it on paper, as PDF."""
        return self.page.pdf(prefer_css_page_size=True, print_background=False)


@pytest.fixture
def open_page(tab: Page, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Opens a page, of a file or of a text that is written to one: `open_page(html, width=360)`; it leaves the last."""
    visits: list[Visit] = []

    def visit(page: str | Path, *, width: int = 1280, height: int = 900) -> Visit:
        file = page if isinstance(page, Path) else tmp_path / f"page-{len(visits)}.html"
        if isinstance(page, str):
            file.write_text(page, encoding="utf-8")
        if visits:
            visits[-1].leave()
        tab.set_viewport_size({"width": width, "height": height})
        visits.append(Visit(tab, file))
        return visits[-1]

    yield visit
    if visits:
        visits[-1].leave()


def paper(pdf: bytes) -> list[str]:
    """The text of each page of a PDF without any blanks: where lines end is no matter."""
    program = shutil.which("pdftotext")
    if program is None:
        missing("pdftotext is not installed (Debian: poppler-utils)")
    done = subprocess.run([program, "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return ["".join(page.split()) for page in done.stdout.decode("utf-8").split("\f")[:-1]]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The width and height of each page of a PDF in millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return [(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes]


def outside(pdf: bytes) -> list[str]:
    """The pieces of text in a PDF that begin outside of their page, of which a reader sees nothing or a part."""
    found: list[str] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def look(
            text: str,
            now: Sequence[float],
            at: Sequence[float],
            *_: object,
            size: tuple[float, float] = (width, height),
        ) -> None:
            x = at[4] * now[0] + at[5] * now[2] + now[4]
            y = at[4] * now[1] + at[5] * now[3] + now[5]
            if text.strip() and not (0 <= x <= size[0] and 0 <= y <= size[1]):
                found.append(text)

        page.extract_text(visitor_text=look)
    return found


def missing_glyphs(pdf: bytes) -> int:
    """How often glyph 0, the box for a character that a font lacks, is drawn in a PDF of composite fonts."""
    reader, found = PdfReader(io.BytesIO(pdf)), 0
    for page in reader.pages:
        content = page.get_contents()
        for operands, operator in ContentStream(content, reader).operations if content is not None else ():
            if operator in (b"Tj", b"TJ"):
                pieces = operands[0] if operator == b"TJ" else operands
                for piece in pieces:
                    codes = getattr(piece, "original_bytes", piece if isinstance(piece, bytes) else b"")
                    found += sum(not (high or low) for high, low in zip(codes[::2], codes[1::2], strict=False))
    return found
