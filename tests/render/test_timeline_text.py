"""Timelines as they are printed: whole, wide and narrow, and of hostile notices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.timeline import timeline
from outageplan.notice.library import load
from outageplan.notice.model import Notice
from outageplan.render.timeline_text import timeline_lines
from outageplan.render.wrapping import columns
from outageplan.wording import Lang

from ..cli.hostile import harmful, hostile
from ..engine.amending import loaded, shelves
from ..engine.building import at
from ..engine.scheduling import ANYBODY, shelf, stop
from ..laws import tried

NOTICES = Path(__file__).parents[2] / "notices"
EXAMPLES = Path(__file__).parent / "timelines"
HENAN, ALL = ["henan-2021-11"], [path.stem for path in NOTICES.glob("*.yaml")]
WHOLES: dict[str, tuple[list[str], Lang, int | None, str | None, bool]] = {
    "henan.zh.80": (HENAN, "zh", 80, "2021-11-20 10:00", True),
    "henan.en.40.ascii": (HENAN, "en", 40, "2021-12-10 10:00", False),
    "all.en": (ALL, "en", None, None, True),
}


def drawn(
    notices: Sequence[Notice],
    lang: Lang = "en",
    width: int | None = 80,
    now: datetime | None = None,
    *,
    blocks: bool = True,
) -> list[str]:
    found = timeline(notices, [ANYBODY], now)
    return [line.plain for line in timeline_lines(found, lang, width=width, at=now, blocks=blocks)]


def whole(name: str) -> str:
    ids, lang, width, now, blocks = WHOLES[name]
    notices = [notice for notice in load(NOTICES).notices if notice.id in ids]
    return "".join(f"{line}\n" for line in drawn(notices, lang, width, at(now) if now else None, blocks=blocks))


@pytest.mark.parametrize("name", WHOLES)
def test_a_whole_timeline(name: str) -> None:
    assert whole(name) == (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def bar(lines: Sequence[str], glyphs: str = "█▒░") -> str:
    """The first bar of a timeline; the legend is no bar."""
    return next(line for line in lines if set(line.strip()) <= set(glyphs + " │") and line.strip(" │"))


def test_bars_stand_to_scale() -> None:
    # 8 % free, 100 % of the window, 8 % free, over 78 columns behind the indent of two
    lines = drawn([shelf(**stop("2021-11-21 00:00", "2021-11-28 00:00"))])
    assert bar(lines) == " " * (2 + 5) + "█" * 68
    # what is expected, then what nothing confirms: 8 %, 100 %, 25 % of 133 %
    lines = drawn([shelf(**stop("2021-11-21 00:00", "expected 2021-11-28 00:00"))])
    assert bar(lines) == " " * (2 + 4) + "▒" * 60 + "░" * 14


def test_no_window_is_too_short_to_be_seen() -> None:
    windows = {
        "long": {"start": "2021-11-01 00:00", "end": "2021-12-01 00:00", "clause": "w"},
        "short": {"start": "2021-11-16 00:00", "end": "2021-11-16 00:01", "clause": "w"},
    }
    lines = drawn([shelf(windows=windows, guidance={})])
    assert [line.count("█") for line in lines if "█" in line] == [68, 1, 3]


def test_now_is_marked_where_it_is() -> None:
    notice = shelf(**stop("2021-11-21 00:00", "2021-11-28 00:00"))
    lines = drawn([notice], now=at("2021-11-24 12:00"))
    (mark,) = (line for line in lines if "▼" in line)
    assert (mark.index("▼"), mark.strip()) == (41, "▼ now 2021-11-24 12:00 (Wed)")
    late = drawn([notice], now=at("2021-11-28 00:00"))
    (mark,) = (line for line in late if "▼" in line)
    assert mark.endswith("now 2021-11-28 00:00 (Sun) ▼")
    assert not any("▼" in line for line in drawn([notice], now=at("2025-11-24 12:00")))


def test_what_cannot_be_drawn_is_told() -> None:
    undated = shelf(**stop("unresolved 31日凌晨", "to be announced"))
    cancelled = shelf({"status": "cancelled"})
    lines = drawn([undated, cancelled])
    assert lines == [
        "Timeline of medical-insurance outages",
        "",
        "There is no window to draw.",
        "",
        "Without a date, so not drawn",
        "  Weifang · An invented stop (suspended) [n]",
        "    start: no date fixed (the source says “31日凌晨”); ≈ return: to be announced",
        "",
        "Cancelled, or not needed",
        "  Weifang · An invented stop (suspended) [n]",
        "    from 2021-11-21 18:00 (Sun); ≈ return: expected 2021-11-28 08:00 (Sun), not",
        "    confirmed",
    ]


def test_hostile_texts_stay_harmless(tmp_path: Path) -> None:
    for blocks in (True, False):
        lines = drawn(load(hostile(tmp_path)).notices, "zh", 80, blocks=blocks)
        assert harmful("\n".join(lines)) == set()
        assert max(map(columns, lines)) <= 80


@tried(60)
@given(shelves(), st.sampled_from([20, 33, 80, 200]), st.sampled_from(["zh", "en"]), st.booleans())
def test_every_line_fits_and_ascii_is_ascii(files: dict[str, Any], width: int, lang: Lang, blocks: bool) -> None:
    for line in drawn(loaded(files).notices, lang, width, at("2021-11-22 00:00"), blocks=blocks):
        assert columns(line) <= width
        if not blocks:
            assert not set(line) & set("█▒░│▼┴─")
