"""Until when a state holds: the next boundary at which it may change (design, section 4, rule 6)."""

from __future__ import annotations

import pytest

from outageplan.notice.model import Notice

from .building import Span, invented, line, until

BEFORE, DURING, AFTER = "2021-11-21 17:59", "2021-11-25 12:00", "2021-11-28 08:00"
START, END = "2021-11-21 18:00", "2021-11-28 08:00"


def inquiry_until(moment: str, *notices: Notice) -> tuple[str | None, bool]:
    """The phrase of the boundary, and whether it ends a window."""
    found = line("inquiry", moment, *notices)
    return until(found), found.until_end


def staged(*spans: Span, effect: str = "suspended") -> Notice:
    """One notice with windows w0, w1, … and one effect on inquiries in all of them."""
    return invented(windows={f"w{number}": span for number, span in enumerate(spans)}, effects={"inquiry": effect})


@pytest.mark.parametrize(
    ("start", "end", "moment", "found"),
    [
        pytest.param(START, END, BEFORE, (START, False), id="upcoming-until-the-start"),
        pytest.param("expected " + START, END, BEFORE, ("expected " + START, False), id="upcoming-until-expected"),
        pytest.param(START, END, START, (END, True), id="down-at-the-start"),
        pytest.param(START, END, "2021-11-28 07:59", (END, True), id="down-to-the-last-minute"),
        pytest.param(START, "expected " + END, DURING, ("expected " + END, True), id="expected-end"),
        pytest.param(START, "tentative " + END, DURING, ("tentative " + END, True), id="tentative-end"),
        pytest.param(START, "not before " + END, DURING, ("not before " + END, True), id="not-before"),
        pytest.param(START, "no later than " + END, DURING, ("no later than " + END, True), id="no-later-than"),
        pytest.param(START, "to be announced", DURING, ("to be announced", True), id="open-end"),
        pytest.param(START, "unresolved 月底", DURING, ("unresolved 月底", True), id="unresolved-end"),
        pytest.param(START, "when all is tested", DURING, ("when all is tested", True), id="event-end"),
        pytest.param(START, "expected " + END, AFTER, ("to be announced", True), id="unconfirmed"),
        pytest.param(START, "not before " + END, "2022-11-28 08:00", ("to be announced", True), id="after-not-before"),
        pytest.param("unresolved 31日凌晨", END, DURING, ("unresolved 31日凌晨", False), id="unscheduled"),
        pytest.param("to be announced", "to be announced", DURING, ("to be announced", False), id="unscheduled-open"),
        pytest.param(START, END, AFTER, (None, False), id="over"),
        pytest.param(START, "expected " + END, "2021-12-28 08:00", (None, False), id="presumed-over"),
    ],
)
def test_one_window(start: str, end: str, moment: str, found: tuple[str | None, bool]) -> None:
    assert inquiry_until(moment, staged((start, end))) == found


def test_a_return_under_way_has_no_date() -> None:
    notice = invented(effects={"some": {"services": ["inquiry"], "resume": "gradual"}})
    assert inquiry_until(DURING, notice) == (END, True)
    assert inquiry_until(AFTER, notice) == ("to be announced", True)


@pytest.mark.parametrize("end", [END, "expected " + END, "to be announced"])
def test_what_is_terminated_has_no_until(end: str) -> None:
    notice = staged((START, end), effect="terminated")
    assert inquiry_until(BEFORE, notice) == (START, False)
    assert [inquiry_until(moment, notice) for moment in (DURING, AFTER)] == [(None, False)] * 2


@pytest.mark.parametrize("moment", [BEFORE, DURING, AFTER])
def test_what_is_unaffected_has_no_until(moment: str) -> None:
    assert inquiry_until(moment, staged((START, END), effect="unaffected")) == (None, False)
    assert inquiry_until(moment, invented(status="cancelled", effects={"inquiry": "suspended"})) == (None, False)


MIDDLE, LATER = "2021-11-25 00:00", "2021-12-03 08:00"


@pytest.mark.parametrize(
    ("spans", "moment", "found"),
    [
        pytest.param([(START, MIDDLE), (MIDDLE, END)], START, (END, True), id="back-to-back"),
        pytest.param([(START, "2021-11-24 24:00"), (MIDDLE, END)], START, (END, True), id="back-to-back-at-24:00"),
        pytest.param([(START, END), (MIDDLE, LATER)], START, (LATER, True), id="overlapping"),
        pytest.param([(START, LATER), (MIDDLE, END)], START, (LATER, True), id="one-inside-the-other"),
        pytest.param([(START, END), (LATER, "2021-12-04 08:00")], START, (END, True), id="a-gap"),
        pytest.param([(START, END), (LATER, "2021-12-04 08:00")], END, (LATER, False), id="in-the-gap"),
        pytest.param([(START, "expected " + MIDDLE), (MIDDLE, END)], START, (END, True), id="expected-then-stopped"),
        pytest.param([(START, "to be announced"), (MIDDLE, END)], MIDDLE, ("to be announced", True), id="open-beside"),
        pytest.param([(START, "expected " + END), (START, END)], MIDDLE, ("expected " + END, True), id="same-instant"),
        pytest.param([(START, END), (START, "expected " + END)], MIDDLE, ("expected " + END, True), id="other-way"),
        pytest.param(
            [(START, "expected " + END), (LATER, "2021-12-04 08:00")], END, (LATER, False), id="unconfirmed-then-stop"
        ),
    ],
)
def test_several_windows(spans: list[Span], moment: str, found: tuple[str | None, bool]) -> None:
    assert inquiry_until(moment, staged(*spans)) == found
    apart = [invented(f"n{number}", windows={"w": span}) for number, span in enumerate(spans)]
    assert inquiry_until(moment, *apart) == found


def test_a_worse_effect_that_begins_changes_the_state() -> None:
    effects = {
        "slow": {"in": ["whole"], "services": ["inquiry"], "effect": "degraded"},
        "stop": {"in": ["part"], "services": ["inquiry"], "effect": "suspended"},
    }
    windows: dict[str, Span] = {"whole": (START, LATER), "part": (MIDDLE, END)}
    notice = invented(windows=windows, effects=effects)
    assert inquiry_until(START, notice) == (MIDDLE, False)
    assert inquiry_until(MIDDLE, notice) == (END, True)
    assert inquiry_until(END, notice) == (LATER, True)


def test_a_window_that_leaves_a_service_alone_does_not_lend_its_certainty() -> None:
    """Inquiries are down until the stated end; that another window's end is only expected is no matter to them."""
    effects = {
        "stop": {"in": ["firm"], "services": ["inquiry"], "effect": "suspended"},
        "fine": {"in": ["vague"], "services": ["inquiry"], "effect": "unaffected"},
    }
    windows: dict[str, Span] = {"firm": (START, END), "vague": (START, "expected " + END)}
    assert inquiry_until(DURING, invented(windows=windows, effects=effects)) == (END, True)


def test_a_cancelled_notice_does_not_lend_its_certainty() -> None:
    cancelled = invented("withdrawn", windows={"w": (START, "expected " + END)}, status="cancelled")
    assert inquiry_until(DURING, cancelled, staged((START, END))) == (END, True)


def test_until_is_never_a_boundary_that_changes_nothing() -> None:
    """What is unconfirmed is not settled by the start of a window that leaves the service unaffected."""
    effects = {
        "stop": {"in": ["stop"], "services": ["inquiry"], "effect": "suspended"},
        "fine": {"in": ["later"], "services": ["inquiry"], "effect": "unaffected"},
    }
    windows: dict[str, Span] = {
        "stop": (START, "expected " + END),
        "later": ("2022-02-01 00:00", "2022-02-02 00:00"),
    }
    assert inquiry_until(END, invented(windows=windows, effects=effects)) == ("to be announced", True)
