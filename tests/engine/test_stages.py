"""How a window stands: half-open, sure or not, presumed over after 30 days (design, sections 3 and 4, rule 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outageplan.engine.stages import Stage, is_sure, stage_of
from outageplan.notice.model import Resume
from outageplan.notice.moments import parse_boundary

from .building import around, at, invented

A_MINUTE = timedelta(minutes=1)
A_YEAR = timedelta(days=365)


def stage(start: str, end: str, moment: str, *, status: str = "confirmed", resume: Resume = "full") -> Stage:
    notice = invented(windows={"stop": (start, end)}, status=status)
    return stage_of(notice, notice.windows["stop"], at(moment), resume)


def stages_around(
    start: str, end: str, moment: str, *, status: str = "confirmed", resume: Resume = "full"
) -> list[str]:
    """One minute before, at, and one minute after a moment."""
    notice = invented(windows={"stop": (start, end)}, status=status)
    return [stage_of(notice, notice.windows["stop"], when, resume).value for when in around(moment)]


@pytest.mark.parametrize(
    ("start", "begins"),
    [
        pytest.param("2021-11-21 18:00", "2021-11-21 18:00", id="stated"),
        pytest.param("expected 2021-11-21 18:00", "2021-11-21 18:00", id="expected"),
        pytest.param("tentative 2021-11-21 18:00", "2021-11-21 18:00", id="tentative"),
        pytest.param("not before 2021-11-21 18:00", "2021-11-21 18:00", id="not-before"),
        pytest.param("no later than 2021-11-21 18:00", "2021-11-21 18:00", id="no-later-than"),
        pytest.param("2021-11-21", "2021-11-21 00:00", id="date-alone-begins-its-day"),
        pytest.param("2021-11-21 24:00", "2021-11-22 00:00", id="24-o'clock-is-midnight-at-the-day's-end"),
        pytest.param("2021-11-21 18:00 +09:00", "2021-11-21 17:00", id="another-offset"),
    ],
)
def test_a_window_begins_at_the_minute_of_its_start(start: str, begins: str) -> None:
    assert stages_around(start, "2021-11-28 08:00", begins) == ["upcoming", "active", "active"]


@pytest.mark.parametrize("start", ["to be announced", "unresolved 31日凌晨", "when the platform opens"])
@pytest.mark.parametrize("end", ["2021-11-28 08:00", "to be announced", "expected 2021-11-28 08:00"])
@pytest.mark.parametrize("moment", ["2021-01-01 00:00", "2021-11-28 08:00", "2031-01-01 00:00"])
def test_a_start_without_a_date_leaves_a_window_unscheduled(start: str, end: str, moment: str) -> None:
    assert stage(start, end, moment) is Stage.UNSCHEDULED


@pytest.mark.parametrize(
    ("end", "ends", "then"),
    [
        pytest.param("2021-11-28 08:00", "2021-11-28 08:00", "over", id="stated"),
        pytest.param("no later than 2021-11-28 08:00", "2021-11-28 08:00", "over", id="no-later-than"),
        pytest.param("expected 2021-11-28 08:00", "2021-11-28 08:00", "unconfirmed", id="expected"),
        pytest.param("tentative 2021-11-28 08:00", "2021-11-28 08:00", "unconfirmed", id="tentative"),
        pytest.param("not before 2021-11-28 08:00", "2021-11-28 08:00", "unconfirmed", id="not-before"),
        pytest.param("2021-11-28", "2021-11-29 00:00", "over", id="date-alone-ends-its-day"),
        pytest.param("2021-11-28 24:00", "2021-11-29 00:00", "over", id="24-o'clock"),
        pytest.param("expected 2021-11-28", "2021-11-29 00:00", "unconfirmed", id="expected-date-alone"),
        pytest.param("not before 2021-11-28", "2021-11-28 00:00", "unconfirmed", id="not-before-a-day-is-its-start"),
        pytest.param("2021-11-28 08:00 +00:00", "2021-11-28 16:00", "over", id="another-offset"),
    ],
)
def test_a_window_ends_at_the_minute_of_its_end(end: str, ends: str, then: str) -> None:
    assert stages_around("2021-11-21 18:00", end, ends) == ["active", then, then]


@pytest.mark.parametrize("end", ["to be announced", "unresolved 月底", "when the platform is accepted"])
def test_without_a_dated_end_a_window_stays_active(end: str) -> None:
    assert stages_around("2021-11-21 18:00", end, "2021-11-21 18:00") == ["upcoming", "active", "active"]
    assert stage("2021-11-21 18:00", end, "2041-01-01 00:00") is Stage.ACTIVE


@pytest.mark.parametrize(
    ("end", "resume", "status", "meanwhile"),
    [
        pytest.param("expected 2021-11-28 08:00", "full", "confirmed", "unconfirmed", id="expected"),
        pytest.param("tentative 2021-11-28 08:00", "full", "confirmed", "unconfirmed", id="tentative"),
        pytest.param("expected 2021-11-28 08:00", "gradual", "confirmed", "unconfirmed", id="expected-gradual"),
        pytest.param("2021-11-28 08:00", "gradual", "confirmed", "resuming", id="gradual"),
        pytest.param("2021-11-28 08:00", "batched", "confirmed", "resuming", id="batched"),
        pytest.param("no later than 2021-11-28 08:00", "gradual", "confirmed", "resuming", id="no-later-than-gradual"),
        pytest.param("2021-11-28 08:00", "full", "tentative", "unconfirmed", id="stated-in-a-tentative-notice"),
        pytest.param("2021-11-28 08:00", "full", "draft", "unconfirmed", id="stated-in-a-draft"),
        pytest.param("2021-11-28 08:00", "batched", "draft", "unconfirmed", id="batched-in-a-draft"),
    ],
)
def test_after_thirty_days_without_word_a_return_is_presumed(
    end: str, resume: Resume, status: str, meanwhile: str
) -> None:
    found = stages_around("2021-11-21 18:00", end, "2021-12-28 08:00", status=status, resume=resume)
    assert found == [meanwhile, "presumed_over", "presumed_over"]
    found = stages_around("2021-11-21 18:00", end, "2021-11-28 08:00", status=status, resume=resume)
    assert found == ["active", meanwhile, meanwhile]


@pytest.mark.parametrize("resume", ["full", "gradual", "batched"])
@pytest.mark.parametrize("status", ["draft", "tentative", "confirmed"])
def test_not_before_is_never_presumed_over(resume: Resume, status: str) -> None:
    for moment in ("2021-11-28 08:00", "2021-12-28 08:00", "2031-11-28 08:00"):
        found = stage("2021-11-21 18:00", "not before 2021-11-28 08:00", moment, status=status, resume=resume)
        assert found is Stage.UNCONFIRMED


@pytest.mark.parametrize("resume", ["full", "gradual", "batched"])
@pytest.mark.parametrize("end", ["2021-11-28 08:00", "expected 2021-11-28 08:00", "not before 2021-11-28 08:00"])
def test_a_completed_notice_is_over_at_its_end(end: str, resume: Resume) -> None:
    found = stages_around("2021-11-21 18:00", end, "2021-11-28 08:00", status="completed", resume=resume)
    assert found == ["active", "over", "over"]


@pytest.mark.parametrize(
    ("phrase", "status", "sure"),
    [
        ("2021-11-28 08:00", "confirmed", True),
        ("2021-11-28 08:00", "completed", True),
        ("no later than 2021-11-28 08:00", "confirmed", True),
        ("expected 2021-11-28 08:00", "confirmed", False),
        ("expected 2021-11-28 08:00", "completed", False),
        ("tentative 2021-11-28 08:00", "confirmed", False),
        ("not before 2021-11-28 08:00", "confirmed", False),
        ("to be announced", "confirmed", False),
        ("unresolved 月底", "confirmed", False),
        ("when the platform opens", "confirmed", False),
        ("2021-11-28 08:00", "tentative", False),
        ("2021-11-28 08:00", "draft", False),
    ],
)
def test_what_counts_as_a_promise(phrase: str, status: str, sure: bool) -> None:
    assert is_sure(invented(status=status), parse_boundary(phrase)) is sure


def test_the_stage_follows_the_instant_not_the_clock_on_the_wall() -> None:
    notice = invented(windows={"stop": ("2021-11-21 18:00", "2021-11-28 08:00")})
    before, there, _ = (when.astimezone(tz=None) for when in around("2021-11-21 18:00"))
    assert stage_of(notice, notice.windows["stop"], before) is Stage.UPCOMING
    assert stage_of(notice, notice.windows["stop"], there) is Stage.ACTIVE
