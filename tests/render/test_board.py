"""The board as files: what is in it, that it says the same on any day, and that no text of a notice breaks it."""

from __future__ import annotations

import json
import posixpath
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from outageplan.notice.library import load
from outageplan.notice.model import Notice
from outageplan.render.board import board_files
from outageplan.render.plain import plain
from outageplan.wording import Text

from ..cli.hostile import harmful, hostile
from ..engine.amending import loaded, shelves
from ..engine.scheduling import DELAY, shelf, stop
from ..laws import tried

NOTICES = Path(__file__).parents[2] / "notices"
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """The elements, links, ids and words of a page."""

    _EMPTY = frozenset({"meta", "link", "br", "rect", "line", "circle"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[int] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self._EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self._EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}>"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return board_files(load(NOTICES).notices)


def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(content.decode("utf-8")) for path, content in files.items() if path.endswith(".html")}


def test_what_is_in_a_board(files: dict[str, bytes]) -> None:
    ids = {path.stem for path in NOTICES.glob("*.yaml")}
    calendars = {"all", "insured", "pharmacy", "hospital", "employer", "agency", "tax"}
    calendars |= {f"notice-{id}" for id in ids - {"maintenance-31st"}}
    tree = {
        "index.html",
        "feed.xml",
        *(f"notices/{id}.html" for id in ids),
        *(f"calendar/{id}.ics" for id in calendars),
    }
    assert files.keys() == tree | {f"en/{path}" for path in tree} | {f"plans/{id}.json" for id in ids}


def test_the_same_board_whatever_the_order(files: dict[str, bytes]) -> None:
    assert board_files(list(reversed(load(NOTICES).notices))) == files


def test_every_link_leads_to_a_file_of_the_board(files: dict[str, bytes]) -> None:
    read = pages(files)
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            if link.startswith("http"):
                assert "announcement" not in link  # sources alone lead elsewhere
                continue
            file, _, place = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert target in files, f"{path}: {link}"
            assert not place or place in read[target].ids, f"{path}: {link}"


def test_every_page_leads_to_itself_in_the_other_language(files: dict[str, bytes]) -> None:
    for path, page in pages(files).items():
        other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        assert any(posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) == other for link in page.links)


def test_pages_are_whole_without_script_and_have_headings_in_order(files: dict[str, bytes]) -> None:
    for path, page in pages(files).items():
        assert page.open == []
        assert not {"script", "iframe", "object", "form", "img"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert page.headings[0] == 1
        assert page.headings.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))
        language = ("lang", "en") if path.startswith("en/") else ("lang", "zh-CN")
        assert page.attributes[0] == language
        assert {"main", "header", "footer", "nav"} <= set(page.tags)


def test_the_page_of_henan_has_what_people_look_for(files: dict[str, bytes]) -> None:
    """Facts of the announcement: III.2.3, I.2, III.4.1.2, III.1, and a telephone number."""
    words = " ".join(Page(files["notices/henan-2021-11.html"].decode()).words.split())
    assert "提前备药（参保人员、定点医疗机构）：已享受门诊慢特病待遇的参保患者" in words
    assert "确定 截止：2021-11-18 17:00（周四）" in words
    assert "恢复：预计 2021-11-28 08:00（周日），未确认" in words
    assert "暂计 截止：2021-12-07（周二）当日营业结束前（最迟 24:00）" in words
    assert "税务办税服务厅申报缴费 [III.1]" in words
    assert "异地就医管理科：0371-65742316" in words
    assert "按预计停机（未确认）：2021-11-21 18:00（周日） 至 2021-11-28 08:00（周日）" in words
    english = " ".join(Page(files["en/notices/henan-2021-11.html"].decode()).words.split())
    assert "return: expected 2021-11-28 08:00 (Sun), not confirmed" in english


def test_the_overview_states_windows_and_not_what_is_down(files: dict[str, bytes]) -> None:
    words = Page(files["en/index.html"].decode()).words
    assert "it does not tell what is down right now" in words
    assert "5 notices; last publication: 2025-05-28 (Wed)." in words
    for name in ("Weifang (370700)", "Henan provincial-direct (419900)", "2021-11", "2023-12", "2024-06", "2025-05"):
        assert name in words
    assert words.index("2025-05") < words.index("2021-11-18 18:00")


def test_the_data_of_each_plan_is_that_of_check(files: dict[str, bytes]) -> None:
    plan = json.loads(files["plans/henan-2021-11.json"])
    assert plan["format"] == "outageplan-check/1"
    assert plan["asked"]["at"] == "2021-11-17T00:00+08:00"
    assert [notice["id"] for notice in plan["notices"]] == ["henan-2021-11"]


# ---- bars


def bars(content: bytes) -> list[tuple[str, float, float]]:
    found = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="2" width="([\d.]+)%"', content.decode())
    return [(kind, float(left), float(width)) for kind, left, width in found]


def test_bars_stand_to_scale_and_tell_what_is_sure() -> None:
    stated = bars(board_files([shelf(**stop("2021-11-21 00:00", "2021-11-28 00:00"))])["notices/n.html"])
    assert stated == [("sure", 6.9, 86.21)]
    unsure = bars(board_files([shelf()])["notices/n.html"])
    assert [kind for kind, _, _ in unsure] == ["expected", "open"]
    assert unsure[0][1] + unsure[0][2] == pytest.approx(unsure[1][1], abs=0.02)
    assert unsure[1][1] + unsure[1][2] == pytest.approx(100, abs=0.02)


@tried(40)
@given(shelves())
def test_a_board_of_any_amended_notices_holds_together(data: dict[str, Any]) -> None:
    files = board_files(loaded(data).notices)
    for page in pages(files).values():
        assert page.open == []
        assert len(page.ids) == len(set(page.ids))
    for content in files.values():
        for _, left, width in bars(content):
            assert 0 <= left <= 100
            assert width >= 0
            assert left + width <= 100.01
    for path in ("feed.xml", "en/feed.xml"):
        assert feed(files[path])


# ---- amendments and the feed


def feed(content: bytes) -> ElementTree.Element:
    assert b"<!DOCTYPE" not in content
    return ElementTree.fromstring(content)


def entries(content: bytes) -> list[tuple[str, ...]]:
    """Title, id, updated, link and content of each entry."""
    return [
        (
            entry.findtext(f"{ATOM}title", ""),
            entry.findtext(f"{ATOM}id", ""),
            entry.findtext(f"{ATOM}updated", ""),
            entry.find(f"{ATOM}link").get("href", ""),  # type: ignore[union-attr]
            entry.findtext(f"{ATOM}content", ""),
        )
        for entry in feed(content).iter(f"{ATOM}entry")
    ]


def test_a_feed_has_an_entry_for_each_publication() -> None:
    first, amended = (entries(board_files([notice])["en/feed.xml"]) for notice in (shelf(), shelf(DELAY)))
    assert [one[0] for one in amended] == ["Amended: An invented stop", "An invented stop"]
    assert amended[1:] == first
    assert [one[2] for one in amended] == ["2021-11-18T00:00:00+08:00", "2021-11-17T00:00:00+08:00"]
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one[1]) for one in amended)
    assert amended[0][1] != amended[1][1]
    assert "expected 2021-11-30 08:00" in amended[0][4]
    assert "expected 2021-11-28 08:00" in first[0][4]
    assert "2021-11-30" not in first[0][4]


def test_a_feed_has_the_ids_and_dates_that_atom_asks_for() -> None:
    chinese, english = (feed(board_files([shelf()])[path]) for path in ("feed.xml", "en/feed.xml"))
    assert chinese.findtext(f"{ATOM}updated") == "2021-11-17T00:00:00+08:00"
    assert chinese.findtext(f"{ATOM}id") != english.findtext(f"{ATOM}id")
    assert chinese.find(f"{ATOM}author") is not None
    assert feed(board_files([])["feed.xml"]).findtext(f"{ATOM}updated") == "2000-01-01T00:00:00+08:00"


def test_a_feed_leaves_out_what_xml_cannot_write() -> None:
    """A file with such a character is refused, a program that makes notices may still have one."""
    notice = shelf().model_copy(update={"title": Text(zh="a\ufffeb\uffffc")})
    assert entries(board_files([notice])["feed.xml"])[0][0] == "a\ufffdb\ufffdc"


def test_links_of_a_feed_are_relative_without_an_address_and_whole_with_one() -> None:
    assert entries(board_files([shelf()])["en/feed.xml"])[0][3] == "notices/n.html"
    for base in ("https://board.example/sub", "https://board.example/sub/"):
        files = board_files([shelf()], base_url=base)
        assert entries(files["feed.xml"])[0][3] == "https://board.example/sub/notices/n.html"
        assert entries(files["en/feed.xml"])[0][3] == "https://board.example/sub/en/notices/n.html"
        assert (
            b'rel="self" type="application/atom+xml" href="https://board.example/sub/en/feed.xml"'
            in files["en/feed.xml"]
        )


def test_the_page_of_an_amended_notice_tells_what_changed() -> None:
    words = " ".join(Page(board_files([shelf(DELAY)])["en/notices/n.html"].decode()).words.split())
    assert "Amendments" in words
    assert "expected 2021-11-30 08:00" in words
    assert "amended2021-11-18 (Thu) (a0)" in words


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "cancelled"}, "This notice is cancelled: nothing below holds."),
        ({"status": "tentative"}, "This notice is not final: nothing below is confirmed."),
        ({"status": "completed"}, "Service has been announced to be back."),
    ],
)
def test_a_notice_that_does_not_simply_hold_says_so_first(changes: dict[str, str], told: str) -> None:
    content = board_files([shelf(changes)])["en/notices/n.html"].decode()
    assert content.index(told) < content.index('<h2 id="facts">')


# ---- hostile texts

ATTACK = (
    '"><script>alert(1)</script><svg/onload=alert(1)> {{ 7*7 }} {% x %} ]]> <!-- --> &lt; &#0; \u202e\u2066 '
    "'; url(javascript:alert(1))" + "长" * 2_000 + "w" * 10_000
)
SAID = {"zh": ATTACK, "en": ATTACK}


def attacked() -> Notice:
    clause = {"clause": ATTACK[:200]}
    return shelf(
        DELAY,
        title=SAID,
        issuer=SAID,
        windows={"first": {"start": "2021-11-21 18:00", "end": "expected 2021-11-28 08:00", "name": SAID, **clause}},
        effects={"e0": {"services": ["settlement.local"], "effect": "suspended", "say": SAID, **clause}},
        contacts={"c": {"name": SAID, "phones": ["12393"], "note": SAID}},
        notes={"n": {"say": SAID, **clause}},
        sources={
            "s": {"language": "zh", "title": ATTACK, "url": "https://e.example/'onclick=alert(1)", "note": ATTACK}
        },
    )


def test_no_text_of_a_notice_becomes_markup(tmp_path: Path) -> None:
    notices = [attacked(), *load(hostile(tmp_path)).notices]
    files = board_files(notices)
    for path, page in pages(files).items():
        assert page.open == []
        assert not {"script", "x", "img"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert not [link for link in page.links if link.startswith("javascript")]
        assert harmful(files[path].decode()) == set()
    assert plain(ATTACK) in Page(files["notices/n.html"].decode()).words
    for path in ("feed.xml", "en/feed.xml"):
        found = entries(files[path])
        assert len(found) == 3
        assert {len(entry) for entry in found} == {5}
        assert any("<script>alert(1)</script>" in title for title, *_ in found)
    for path in files:
        if path.endswith(".json"):
            json.loads(files[path])
