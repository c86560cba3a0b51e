"""A deadline or an action while another notice closes what it needs; the notices are invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.engine.conflicts import Conflict
from outageplan.engine.plan import make_plan
from outageplan.notice.model import Notice

from ..laws import tried
from .building import HENAN_DIRECT, NATION, WEIFANG, ZHENGZHOU, Entry, Span, at, case, invented

FILING = "filing.offsite.referral"
AFTER: Mapping[str, Entry] = {
    "file-later": {
        "phase": "after",
        "services": [FILING],
        "action": "file_later",
        "deadline": "7 working days after stop.end",  # 2021-12-07, as the stop ends on Sunday, 2021-11-28
    }
}


def ours(guidance: Mapping[str, Entry] = AFTER, *, pool: str = WEIFANG) -> Notice:
    return invented("ours", pools=[pool], guidance=guidance)


def closing(start: str, end: str, *, service: str = FILING, pool: str = WEIFANG, id: str = "other") -> Notice:
    return invented(id, pools=[pool], windows={"w": (start, end)}, effects={service: "suspended"})


def found(*notices: Notice, moment: str = "2021-11-22 09:00", insured_at: str | None = None) -> list[Conflict]:
    """The conflicts of our notice, which is asked for by its id, so that it counts when it is over too."""
    return list(make_plan(notices, replace(case(moment, insured_at), notices=("ours",))).conflicts)


def test_a_deadline_that_another_notice_closes_names_the_last_moment_that_works() -> None:
    (one,) = found(ours(), closing("2021-12-05 18:00", "2021-12-09 08:00"))
    assert (one.line.id, one.claim.notice.id, one.claim.window_id) == ("file-later", "other", "w")
    assert (one.due, one.last, one.sure) == (at("2021-12-08 00:00"), at("2021-12-05 18:00"), True)
    assert [service.id for service in one.closed] == [FILING]
    assert one.text()["en"] == (
        "“referral filing” is closed then by other (window w: 2021-12-05 18:00 (Sun) to 2021-12-09 08:00 (Thu)); "
        "the last moment that works is before 2021-12-05 18:00 (Sun)"
    )
    assert one.text()["zh"] == (
        "“转诊转院备案”届时按公告 other 停办（时段 w：2021-12-05 18:00（周日）至2021-12-09 08:00（周四））；"
        "最迟须在 2021-12-05 18:00（周日）前办理"
    )


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2021-12-07 23:59", "2021-12-09 08:00", "2021-12-07 23:59"),
        ("2021-12-08 00:00", "2021-12-09 08:00", None),  # it begins as the deadline ends
        ("2021-12-01 00:00", "2021-12-07 23:59", None),  # it is over one minute before the deadline
        ("2021-12-01 00:00", "2021-12-08 00:00", "2021-12-01 00:00"),
    ],
)
def test_both_sides_of_the_closure(start: str, end: str, last: str | None) -> None:
    conflicts = found(ours(), closing(start, end))
    assert [one.last for one in conflicts] == ([at(last)] if last else [])


def test_closures_that_meet_are_gone_back_through() -> None:
    first = closing("2021-12-02 08:00", "2021-12-05 18:00", id="first")
    second = closing("2021-12-05 18:00", "to be announced", id="second")
    (one,) = found(ours(), first, second)
    assert one.last == at("2021-12-02 08:00")


def test_no_time_is_left_where_the_closure_covers_the_whole_period() -> None:
    for start in ("2021-11-28 08:00", "2021-11-20 08:00"):
        (one,) = found(ours(), closing(start, "to be announced"))
        assert one.last is None
        assert one.text()["en"].endswith("there is no time left before the deadline at which it works")
    (one,) = found(ours(), closing("2021-11-28 08:01", "to be announced"))
    assert one.last == at("2021-11-28 08:01")


def test_a_deadline_that_has_passed_conflicts_with_nothing() -> None:
    closed = closing("2021-12-05 18:00", "2021-12-20 08:00")
    assert len(found(ours(), closed, moment="2021-12-07 23:59")) == 1
    assert found(ours(), closed, moment="2021-12-08 00:00") == []


def test_at_the_moment_asked_nothing_may_be_left() -> None:
    """What was possible yesterday is of no use to somebody who asks today."""
    (one,) = found(ours(), closing("2021-12-05 18:00", "2021-12-20 08:00"), moment="2021-12-06 09:00")
    assert one.last is None


def test_only_notices_that_reach_the_same_pool_conflict() -> None:
    for pool, expected in ((WEIFANG, 1), (NATION, 1), (ZHENGZHOU, 0), (HENAN_DIRECT, 0)):
        assert len(found(ours(), closing("2021-12-05 18:00", "2021-12-09 08:00", pool=pool))) == expected


def test_a_place_that_was_given_decides() -> None:
    notices = ours(), closing("2021-12-05 18:00", "2021-12-09 08:00")
    assert len(found(*notices, insured_at=WEIFANG)) == 1
    assert found(*notices, insured_at=ZHENGZHOU) == []


def test_an_action_that_works_around_the_stop_needs_no_service() -> None:
    keep = {"keep": {**AFTER["file-later"], "action": "keep_receipts"}}
    assert found(ours(keep), closing("2021-12-05 18:00", "2021-12-09 08:00")) == []


def test_a_channel_that_the_text_names_is_needed() -> None:
    texts = {"zh": "可在网厅补传票据。", "en": "Upload the receipts in the web hall."}
    upload = {"upload": {**AFTER["file-later"], "action": "keep_receipts", "say": texts}}
    closed = closing("2021-12-05 18:00", "2021-12-09 08:00", service="channel.web_hall")
    (one,) = found(ours(upload), closed)
    assert {service.id for service in one.closed} == {"channel.web_hall.employer", "channel.web_hall.individual"}
    assert found(ours(upload), closing("2021-12-05 18:00", "2021-12-09 08:00", service="channel.app")) == []


def test_one_half_of_a_channel_being_open_is_enough() -> None:
    texts = {"en": "Upload the receipts in the web hall."}
    upload = {"upload": {**AFTER["file-later"], "action": "keep_receipts", "say": texts}}
    closed = closing("2021-12-05 18:00", "2021-12-09 08:00", service="channel.web_hall.employer")
    assert found(ours(upload), closed) == []


PHASES = [
    # phase, closure, the last moment that works or None, whether it conflicts
    ("before", ("2021-11-21 12:00", "2021-11-22 08:00"), "2021-11-21 12:00"),
    ("during", ("2021-11-27 12:00", "2021-11-28 08:00"), "2021-11-27 12:00"),
    ("after", ("2021-11-28 07:00", "2021-11-29 08:00"), None),
]


@pytest.mark.parametrize(("phase", "span", "last"), PHASES)
def test_without_a_deadline_the_phase_counts(phase: str, span: Span, last: str | None) -> None:
    guidance: dict[str, Entry] = {"g": {"phase": phase, "services": [FILING], "action": "file_later"}}
    (one,) = found(ours(guidance), closing(*span), moment="2021-11-20 09:00")
    assert one.last == (at(last) if last else None)
    if phase == "after":
        assert one.text()["en"].endswith("it can be done only after that")
    late = f"{at(span[1]) + timedelta(days=30):%Y-%m-%d %H:%M}"
    assert found(ours(guidance), closing(late, "to be announced"), moment="2021-11-20 09:00") == []


def test_cancelled_gives_no_conflict_and_neither_does_the_notice_itself() -> None:
    other = closing("2021-12-05 18:00", "2021-12-09 08:00")
    gone = invented("other", status="cancelled", windows={"w": ("2021-12-05 18:00", "2021-12-09 08:00")})
    assert found(ours(), gone) == []
    assert found(ours()) == []
    assert len(found(ours(), other)) == 1


def test_what_was_published_later_conflicts_with_nothing() -> None:
    other = invented("other", windows={"w": ("2021-12-05 18:00", "2021-12-09 08:00")}, published="2021-12-01 08:00")
    for known, expected in (("2021-12-01 07:59", 0), ("2021-12-01 08:00", 1)):
        asked = replace(case("2021-11-22 09:00"), known_at=at(known))
        assert len(make_plan([ours(), other], asked).conflicts) == expected


@tried()
@given(st.lists(st.tuples(st.integers(0, 480), st.integers(1, 200)), min_size=1, max_size=4))
def test_the_last_moment_is_open_and_nothing_behind_it_is(spans: list[tuple[int, int]]) -> None:
    """Hours after the return at 2021-11-28 08:00; compared with a look at every hour."""
    origin, due = at("2021-11-28 08:00"), at("2021-12-08 00:00")
    closures = [(origin + timedelta(hours=start), origin + timedelta(hours=start + size)) for start, size in spans]
    others = [
        closing(f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}", id=f"n{number}")
        for number, (start, end) in enumerate(closures)
    ]
    open_at = [
        moment
        for hour in range(int((due - origin) / timedelta(hours=1)))
        if not any(start <= (moment := origin + timedelta(hours=hour)) < end for start, end in closures)
    ]
    conflicts = found(ours(), *others)
    if open_at and open_at[-1] + timedelta(hours=1) == due:
        assert conflicts == []
    else:
        (one,) = conflicts
        assert one.last == (open_at[-1] + timedelta(hours=1) if open_at else None)


def test_deadlines_of_a_notice_that_is_over_are_not_lost() -> None:
    """The stop ended on 28 November as stated; filing is open until the end of 7 December."""
    for moment, expected in (("2021-12-07 23:59", ["file-later"]), ("2021-12-08 00:00", [])):
        plan = make_plan([ours()], case(moment))
        assert plan.notices == ()
        assert [line.id for line in plan.running] == expected
    for asked in (replace(case("2021-12-07 23:59"), notices=("ours",)), case("2021-11-27 09:00")):
        assert make_plan([ours()], asked).running == ()
    assert make_plan([ours()], case("2021-12-07 23:59", ZHENGZHOU)).running == ()
    assert [line.id for line in make_plan([ours()], case("2021-12-07 23:59"), include_over=True).deadlines] == [
        "file-later"
    ]
