"""OP503, OP504 and OP505: amendments out of order, competing, and disguised as fresh notices."""

from __future__ import annotations

import pytest

from .shelving import amendment, found, notice, told


def test_an_amendment_older_than_its_notice() -> None:
    assert told("OP503", amendment("a-2", "a", published="2025-11-06 09:30"), notice("a")) == [
        (
            "a-2.yaml",
            "published",
            "发布时间 2025-11-06 09:30 早于原公告 a 的 2025-11-07；请核对两个发布时间",
            "published at 2025-11-06 09:30, before the notice that it amends (`a`, 2025-11-07); check both dates",
        )
    ]


@pytest.mark.parametrize("published", ["2025-11-07", "2025-11-07 08:00", "2025-12-01"])
def test_an_amendment_in_its_place(published: str) -> None:
    assert found("OP503", amendment("a-2", "a", published=published), notice("a")) == []


def test_a_date_without_an_hour_is_compared_by_the_day() -> None:
    assert (
        found("OP503", amendment("a-2", "a", published="2025-11-07"), notice("a", published="2025-11-07 09:00")) == []
    )


def test_amendments_of_amendments() -> None:
    texts = notice("a"), amendment("a-2", "a"), amendment("a-3", "a-2", published="2025-11-11")
    assert told("OP503", *texts) == [
        (
            "a-3.yaml",
            "amends",
            "本公告变更的是另一份变更公告 a-2；请改写为原公告的编号 a",
            "this amends `a-2`, which is an amendment itself; write the notice's own id, `a`",
        )
    ]


def test_amendments_that_lead_nowhere() -> None:
    texts = amendment("x", "x"), amendment("y", "z"), amendment("z", "y"), amendment("w", "v"), amendment("u", "w")
    assert [(file, en) for file, _, _, en in told("OP503", *texts)] == [
        ("x.yaml", "this amends itself; write the id of the notice itself"),
        ("y.yaml", "this amends `z`, which leads back in a circle; write the id of the notice itself"),
        ("z.yaml", "this amends `y`, which leads back in a circle; write the id of the notice itself"),
        ("u.yaml", "this amends `w`, which is an amendment itself; write the id of the notice itself"),
    ]


def test_competing_amendments_are_both_told() -> None:
    texts = notice("a"), amendment("a-2", "a"), amendment("a-3", "a", end="2025-11-26 08:30")
    first, second = told("OP504", *texts)
    assert first == (
        "a-2.yaml",
        "windows.stop.end",
        "本公告把 a 的 stop.end 改为“2025-11-25 08:30”，同时发布的 a-3 改为“2025-11-26 08:30”；"
        "请撤回一份，或写明先后发布的时刻",
        "this sets stop.end of `a` to `2025-11-25 08:30`, and `a-3` of the same moment sets it to `2025-11-26 08:30`; "
        "withdraw one, or give the hours of publication",
    )
    assert second[:2] == ("a-3.yaml", "windows.stop.end")


@pytest.mark.parametrize(
    "other",
    [
        amendment("a-3", "a"),
        amendment("a-3", "a", end="2025-11-26 08:30", published="2025-11-10 09:00"),
        amendment("a-3", "b", end="2025-11-26 08:30"),
    ],
)
def test_amendments_that_do_not_compete(other: str) -> None:
    assert found("OP504", notice("a"), amendment("a-2", "a"), other) == []


LATER = {"start": "2025-11-24 08:30", "end": "2025-11-26 08:30", "published": "2025-11-20"}


def test_an_extension_worded_as_a_fresh_notice() -> None:
    assert told("OP505", notice("b", service="settlement", **LATER), notice("a")) == [
        (
            "b.yaml",
            "windows.stop.start",
            "开始“2025-11-24 08:30”正是公告 a 的结束，“定点药店购药结算”接着停；"
            "如属延期，请改写为变更公告：`amends: a`",
            "the start `2025-11-24 08:30` is just where `a` ends, and `settlement.local.pharmacy` stays down; if this "
            "is "
            "an extension, write an amendment: `amends: a`",
        )
    ]


@pytest.mark.parametrize(
    "later",
    [
        notice("b", **LATER | {"start": "2025-11-24 08:31"}),
        notice("b", **LATER | {"published": "2025-11-07"}),
        notice("b", pool="370600", **LATER),
        notice("b", service="inquiry", **LATER),
        notice("b", effect="unaffected", **LATER),
        notice("b", **LATER).replace("status: confirmed", "status: draft"),
    ],
)
def test_what_is_no_extension(later: str) -> None:
    assert found("OP505", notice("a"), later) == []


def test_a_date_alone_ends_with_its_day() -> None:
    first = notice("a", end="expected 2025-11-24")
    assert len(found("OP505", first, notice("b", **LATER | {"start": "2025-11-25 00:00"}))) == 1
    assert (
        found("OP505", notice("a", end="not before 2025-11-25"), notice("b", **LATER | {"start": "2025-11-25"})) == []
    )
