"""What holds for every phrase: printing gives the phrase back, and nothing but a `GrammarError` is ever raised."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outageplan.errors import GrammarError
from outageplan.notice.moments import (
    EVENTS,
    Anchor,
    Boundary,
    BoundaryKind,
    Deadline,
    Direction,
    Moment,
    Unit,
    parse_anchor,
    parse_argument,
    parse_boundary,
    parse_deadline,
    parse_moment,
)

DATED = (
    BoundaryKind.STATED,
    BoundaryKind.EXPECTED,
    BoundaryKind.TENTATIVE,
    BoundaryKind.NOT_BEFORE,
    BoundaryKind.NO_LATER_THAN,
)
WORDED = (BoundaryKind.UNRESOLVED, BoundaryKind.EVENT)
PARSERS: list[Callable[[str], object]] = [
    parse_moment,
    parse_boundary,
    parse_anchor,
    parse_deadline,
    lambda phrase: parse_argument(phrase, parse_moment),
    lambda phrase: parse_argument(phrase, parse_boundary),
    lambda phrase: parse_argument(phrase, parse_deadline),
]

days = st.dates(date(1950, 1, 1), date(2199, 12, 31))
minutes = st.integers(0, 24 * 60)
offsets = st.none() | st.integers(-14 * 60, 14 * 60)
moments = st.builds(Moment, days) | st.builds(Moment, days, minutes, offsets)
words = st.text(min_size=1).filter(lambda text: text == text.strip())
boundaries = (
    st.builds(Boundary, st.sampled_from(DATED), moments)
    | st.just(Boundary(BoundaryKind.OPEN))
    | st.builds(Boundary, st.sampled_from(WORDED), words=words)
)
ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
anchors = st.builds(
    Anchor, window=ids, side=st.sampled_from(("start", "end")), event=st.none(), month_end=st.booleans()
) | st.builds(Anchor, window=st.none(), side=st.none(), event=st.sampled_from(EVENTS), month_end=st.booleans())
deadlines = (
    st.builds(Deadline, moment=moments)
    | st.builds(Deadline, anchor=anchors)
    | st.builds(
        Deadline,
        moment=st.none(),
        anchor=anchors,
        count=st.integers(1, 9999),
        unit=st.sampled_from(get_args(Unit)),
        direction=st.sampled_from(get_args(Direction)),
    )
)

# Phrases written by hand from their parts, so that they do not hang on `str`.
clock = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)) | st.just("24:00")
zone = st.just("") | st.builds(" {}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 13), st.integers(1, 59))
moment_phrases = st.builds(str, days) | st.builds("{} {}{}".format, days, clock, zone)
boundary_phrases = (
    st.builds(str.__add__, st.sampled_from(["", "expected ", "not before ", "no later than "]), moment_phrases)
    | st.just("to be announced")
    | st.builds(str.__add__, st.sampled_from(["unresolved ", "when "]), words)
)
anchor_phrases = st.builds(
    "{}{}".format,
    st.sampled_from(["", "end of month of "]),
    st.sampled_from(["visit", "discharge"]) | st.builds("{}.end".format, ids),
)
units = st.sampled_from(["1 minute", "1 working day", "1 month", "2 hours", "15 days", "7 working days", "12 months"])
deadline_phrases = (
    moment_phrases
    | anchor_phrases
    | st.builds("{} {} {}".format, units, st.sampled_from(["before", "after"]), anchor_phrases)
)

# Text that is nearly a phrase.
pieces = st.sampled_from(
    [
        *("2021", "12", "05", "24", "00", "9" * 5000, "²", "٣", "７"),
        *("-", ":", "：", "+", "/", "T", "Z", ".", " ", "\u3000", "\n", "\t"),
        *("not before", "expected", "unresolved", "when", "end of month of"),
        *("7", "days", "after", "visit", "cut-over", ".end"),
    ]
)
near_phrases = st.lists(pieces, max_size=12).map("".join) | st.lists(pieces, max_size=12).map(" ".join)

DIGITS = [chr(code) for code in range(0x80, 0x20000) if unicodedata.category(chr(code)) == "Nd"]


@given(moments)
def test_a_moment_is_printed_as_it_is_read(moment: Moment) -> None:
    assert parse_moment(str(moment)) == moment


@given(boundaries)
def test_a_boundary_is_printed_as_it_is_read(boundary: Boundary) -> None:
    assert parse_boundary(str(boundary)) == boundary


@given(anchors)
def test_an_anchor_is_printed_as_it_is_read(anchor: Anchor) -> None:
    assert parse_anchor(str(anchor)) == anchor


@given(deadlines)
def test_a_deadline_is_printed_as_it_is_read(deadline: Deadline) -> None:
    assert parse_deadline(str(deadline)) == deadline


@given(moment_phrases)
def test_a_moment_gives_its_phrase_back(phrase: str) -> None:
    assert str(parse_moment(phrase)) == phrase


@given(boundary_phrases)
def test_a_boundary_gives_its_phrase_back(phrase: str) -> None:
    assert str(parse_boundary(phrase)) == phrase


@given(deadline_phrases)
def test_a_deadline_gives_its_phrase_back(phrase: str) -> None:
    assert str(parse_deadline(phrase)) == phrase


@given(moments)
def test_a_date_alone_is_a_whole_day_and_an_hour_is_an_instant(moment: Moment) -> None:
    minutes_between = (moment.as_end() - moment.as_start()).total_seconds() / 60
    assert minutes_between == (0 if moment.hour_stated else 24 * 60)


@given(days, minutes, st.integers(-14 * 60, 14 * 60))
def test_an_offset_moves_a_moment_by_as_much_as_it_differs_from_china(day: date, minute: int, offset: int) -> None:
    moved = Moment(day, minute, offset).as_start() - Moment(day, minute).as_start()
    assert moved.total_seconds() / 60 == 8 * 60 - offset


@given(st.text() | near_phrases)
@example("9" * 5000 + " days after visit")
@example("2021-12-05 08:30 +٠٩:٠٠")
@example("\ud800")
def test_nothing_but_a_grammar_error_is_raised(phrase: str) -> None:
    for parse in PARSERS:
        with contextlib.suppress(GrammarError):
            parse(phrase)


@given(moment_phrases | deadline_phrases.filter(lambda phrase: any(c.isdigit() for c in phrase)), st.data())
@example("2021-12-05 08:30", None)
def test_digits_of_other_scripts_are_refused(phrase: str, data: st.DataObject | None) -> None:
    """Arabic-Indic, full-width and other digits are digits to Python, but not to the format."""
    places = [place for place, character in enumerate(phrase) if character.isdigit()]
    place = data.draw(st.sampled_from(places)) if data else places[0]
    other = data.draw(st.sampled_from(DIGITS)) if data else "２"
    for parse in PARSERS:
        with pytest.raises(GrammarError):
            parse(phrase[:place] + other + phrase[place + 1 :])
