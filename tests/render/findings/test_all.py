"""What holds for every format: hostile texts pass harmlessly, nothing is lost, long reports take linear time."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.notice.finding import Span
from outageplan.render.findings import FORMATS, Findings

from .cases import CARDS, EMPTY, crowded, finding, hostile_reports, many, report

LATIN_CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}
UNSEEN = {*LATIN_CONTROLS, "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\u200d"}


def test_discovery_finds_the_formats() -> None:
    assert list(FORMATS) == ["github", "gitlab", "json", "junit", "rdjson", "sarif", "text"]


def test_importing_the_package_imports_no_format() -> None:
    script = "import sys, outageplan.render.findings as f; print([n for n in sys.modules if '.as_' in n])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout.strip() == b"[]"


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_shows_nothing_unseen(name: str) -> None:
    for one in hostile_reports():
        written = FORMATS[name](one)
        written.encode()
        assert set(written) & UNSEEN == set()
        assert FORMATS[name](one) == written


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report(name: str) -> None:
    written = FORMATS[name](EMPTY)
    assert "end-before-start" not in written or name == "sarif"  # which lists the rules
    assert written == "" if name == "github" else written.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", [many, crowded])
def test_time_is_linear(name: str, make: Callable[[int], Findings]) -> None:
    """Four times as many findings take about four times as long; by squares it would be sixteen."""

    def seconds(count: int) -> float:
        best = float("inf")
        for _ in range(3):
            one, start = make(count), time.process_time()
            FORMATS[name](one)
            best = min(best, time.process_time() - start)
        return best

    seconds(10)
    assert seconds(1000) < 10 * seconds(250) + 0.02


@pytest.mark.parametrize("name", FORMATS)
@given(
    text=st.text(st.characters(exclude_categories=[])),
    source=st.text(st.characters(exclude_categories=[])),
    numbers=st.tuples(*[st.integers(1, 30)] * 4),
)
def test_no_input_breaks_a_format(name: str, text: str, source: str, numbers: tuple[int, int, int, int]) -> None:
    span = Span(line=numbers[0], column=numbers[1], end_line=numbers[0] + numbers[2] - 1, end_column=numbers[3])
    written = FORMATS[name](report([finding(text, file=text, span=span, key=text)], sources={text: source}))
    written.encode()
    assert set(written) & UNSEEN == set()


def test_cards_by_code() -> None:
    assert report().cards == {card.code: card for card in CARDS}
    assert report().link(finding(code="OP999")) == ""
