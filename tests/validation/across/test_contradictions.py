"""OP501 and OP502: two notices that cannot both be right."""

from __future__ import annotations

import pytest

from .shelving import amendment, found, notice, told

CROSS = "settlement.offsite.cross_province"


def test_stopped_here_and_unaffected_there() -> None:
    early, late = notice("b", effect="unaffected", published="2025-11-01"), notice("a")
    assert told("OP501", late, early) == [
        (
            "a.yaml",
            "effects.everything.effect",
            "本公告称“定点药店购药结算”暂停，而公告 b 在重叠的时段 stop 称其不受影响；"
            "请更正其中一份，或以 `amends` 变更原公告",
            "here `settlement.local.pharmacy` stops, but `b` says in its overlapping window `stop` that it is "
            "unaffected; "
            "correct one, or write an amendment with `amends`",
        )
    ]


def test_the_later_notice_is_the_one_that_is_told() -> None:
    texts = notice("a", published="2025-11-01"), notice("b", effect="unaffected")
    assert [(one.file, one.key) for one in found("OP501", *texts)] == [("b.yaml", "effects.everything.effect")]


def test_two_returns_of_one_stop() -> None:
    assert told("OP501", notice("a"), notice("b", end="expected 2025-11-28")) == [
        (
            "b.yaml",
            "windows.stop.end",
            "“定点药店购药结算”的恢复时间“expected 2025-11-28”与公告 a 的“2025-11-24 08:30”不同，而两者同时开始；"
            "请更正，或以 `amends` 变更原公告",
            "`settlement.local.pharmacy` would return at `expected 2025-11-28`, but `a` says `2025-11-24 08:30` of a "
            "stop "
            "with the same start; correct it, or write an amendment with `amends`",
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        notice("b", effect="unaffected", pool="370600"),
        notice("b", effect="unaffected", pool="370000"),
        notice("b", effect="unaffected", service="settlement.local.inpatient"),
        notice("b", effect="unaffected", start="2025-11-24 08:30", end="2025-11-25 08:30"),
        notice("b", effect="unaffected").replace("status: confirmed", "status: draft"),
        notice("b", effect="unaffected").replace("status: confirmed", "status: cancelled"),
        notice("b", effect="degraded"),
        notice("b"),
        notice("b", end="to be announced"),
        notice("b", end="2025-11-25 08:30", service="inquiry"),
        notice("b", end="2025-11-25 08:30", start="2025-11-21 17:00"),
    ],
)
def test_what_is_no_contradiction(other: str) -> None:
    assert found("OP501", notice("a"), other) == []


def test_an_amendment_makes_two_notices_agree() -> None:
    texts = notice("a"), notice("b", end="2025-11-25 08:30")
    assert len(found("OP501", *texts)) == 1
    assert found("OP501", *texts, amendment("a-2", "a")) == []


@pytest.mark.parametrize(("pool", "name"), [("100000", CROSS), ("370000", "settlement.offsite"), ("370000", "all")])
def test_a_city_is_back_before_its_hub(pool: str, name: str) -> None:
    city = notice("a", service=CROSS)
    hub = notice("b", service=name, pool=pool, start="2025-11-20 18:00", end="2025-11-25 08:00")
    assert told("OP502", city, hub) == [
        (
            "a.yaml",
            "windows.stop.end",
            f"“跨省异地就医直接结算”在“2025-11-24 08:30”恢复，早于公告 b（{pool}）的“2025-11-25 08:00”，"
            "上级平台届时仍在停机；请核对恢复时间，或另写一个时段",
            f"`{CROSS}` returns at `2025-11-24 08:30`, before the hub does: `b` of {pool} has `2025-11-25 08:00`; "
            f"check "
            "the return, or give it a window of its own",
        )
    ]


@pytest.mark.parametrize(
    ("service", "pool", "end"),
    [
        ("all", "100000", "2025-11-25 08:00"),
        (CROSS, "100000", "2025-11-24 08:30"),
        (CROSS, "410000", "2025-11-25 08:00"),
        (CROSS, "370600", "2025-11-25 08:00"),
        (CROSS, "379900", "2025-11-25 08:00"),
        ("settlement.offsite.in_province", "100000", "2025-11-25 08:00"),
        (CROSS, "100000", "to be announced"),
    ],
)
def test_what_is_no_early_return(service: str, pool: str, end: str) -> None:
    hub = notice("b", service=CROSS, pool=pool, start="2025-11-20 18:00", end=end)
    assert found("OP502", notice("a", service=service), hub) == []
