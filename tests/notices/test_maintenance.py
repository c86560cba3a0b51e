"""The maintenance "in the small hours of the 31st": a Chinese commentary without place, year, month or hours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .asking import (
    MAINTENANCE,
    Json,
    Told,
    Words,
    answer,
    applying,
    boundary,
    effect,
    effects,
    lacking,
    notice,
    of_phases,
    told,
    told_ids,
    windows,
)

LOCAL, PHARMACY = "settlement.local", "settlement.local.pharmacy"
MOMENTS = ["2020-01-01", "2024-12-31 03:00", "2025-05-31 02:00", "2025-05-31 03:30", "2025-06-01", "2040-01-01"]


def test_the_window_has_no_date() -> None:
    """Summary: 31日凌晨, which is all that is said."""
    unresolved = boundary(None, "unresolved", "unresolved 31日凌晨")
    assert windows(MAINTENANCE) == {"maintenance": {"start": unresolved, "end": unresolved, "clause": "summary"}}


def dates_in(data: object) -> Iterator[str]:
    """Every instant or day that a plan gives, whatever it hangs on."""
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in ("at", "last_day") and value)
        for value in data.values():
            yield from dates_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from dates_in(value)


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_is_unscheduled_at_every_moment(moment: str) -> None:
    """The whole text: not even on a 31st does it stop anything, anywhere."""
    found: Json = answer(MAINTENANCE, moment)
    assert [one["state"] for one in found["notices"]] == ["unscheduled"]
    assert {line["state"] for line in found["services"]} == {"unscheduled"}
    assert {line["until"]["phrase"] for line in found["services"]} == {"unresolved 31日凌晨"}
    assert list(dates_in({key: value for key, value in found.items() if key != "asked"})) == []
    assert applying(MAINTENANCE, moment) == of_phases(MAINTENANCE, "before")


def test_what_stops() -> None:
    """Summary: real-time settlement and related business, at hospitals, pharmacies and others; 3: at pharmacies."""
    assert effects(MAINTENANCE) == {
        "real-time-settlement": effect("maintenance", LOCAL, "suspended", "summary"),
        "pharmacies": effect("maintenance", PHARMACY, "suspended", "summary, 3"),
    }


def test_what_the_effects_say_in_words() -> None:
    wanted: dict[str, tuple[Words, ...]] = {
        "real-time-settlement": (("实时结算暂停", "real-time settlement stops"), ("未说明", "does not say")),
        "pharmacies": (("药费不能实时抵扣", "cannot be deducted on the spot"),),
    }
    found = {one["id"]: one["text"] for one in notice(MAINTENANCE)["effects"]}
    assert {id: lacking(text, wanted[id]) for id, text in found.items()} == {id: [] for id in wanted}


TOLD = [
    # 2: hospitals and pharmacies tell patients beforehand and help them to choose a time
    told(
        "2 | tell-patients | hospital pharmacy | before | inform_patients",
        LOCAL,
        ("提前告知", "beforehand"),
        ("不便", "inconvenience"),
        ("安排就医时间", "time for their visit"),
    ),
    # 2: patients may have to pay themselves, and are reimbursed later
    told(
        "2 | may-pay-first | insured | during | prepay_full",
        LOCAL,
        ("可能需要先自费", "may have to pay"),
    ),
    told(
        "2 | claim-afterwards | insured | after | manual_claim",
        LOCAL,
        ("事后通过医保报销", "reimbursed by medical insurance afterwards"),
        ("文章未说明", "article does not say"),
    ),
    # 3: work by hand; settle afterwards; adjust arrangements; at pharmacies patients pay first
    told(
        "3 | process-by-hand | hospital pharmacy | during | process_by_hand",
        LOCAL,
        ("手工", "by hand"),
    ),
    told(
        "3 | hospitals-settle-afterwards | hospital | after | backfill_settlement",
        LOCAL,
        ("患者信息", "patients' details"),
        ("后续结算", "settle afterwards"),
    ),
    told(
        "3 | keep-care-going | hospital | during | keep_care_going",
        LOCAL,
        ("及时调整安排", "adjust arrangements in time"),
        ("完成诊疗", "complete their care"),
    ),
    told(
        "3 | pay-first-at-pharmacies | insured | during | prepay_full",
        PHARMACY,
        ("不能实时抵扣", "cannot be deducted on the spot"),
        ("先行支付", "pay when you buy"),
    ),
    told(
        "3 | pharmacies-charge-first | pharmacy | during | charge_in_full",
        PHARMACY,
        ("不能实时抵扣", "cannot be deducted on the spot"),
        ("先行支付", "patients pay when they buy"),
    ),
]


@pytest.mark.parametrize("sentence", TOLD, ids=str)
def test_what_a_sentence_tells(sentence: Told) -> None:
    assert sentence.found(MAINTENANCE) == sentence.line
    assert lacking(sentence.text(MAINTENANCE), sentence.words) == []


def test_no_instruction_but_those_of_the_source() -> None:
    assert told_ids(MAINTENANCE) == sorted(one.id for one in TOLD)


def test_it_is_a_draft_of_no_place_by_nobody() -> None:
    """The whole text names no place, no issuer, no day of publication and no telephone."""
    found = notice(MAINTENANCE)
    keys = ("status", "pools", "issuer", "published", "contacts")
    assert [found[key] for key in keys] == ["draft", [], None, None, []]


def test_where_it_comes_from() -> None:
    """The commentary, which is no announcement; the Beijing report beside it was found elsewhere."""
    keys = ("id", "language", "origin", "file", "url")
    found = notice(MAINTENANCE)["sources"]
    assert [tuple(one[key] for key in keys) for one in found] == [
        ("article", "zh", "given", "004_75cb30a4e3317ace.txt", None),
        ("beijing-report", "zh", "found_elsewhere", None, "https://beijing.qianlong.com/2025/0528/8495786.shtml"),
    ]
    assert "not an official announcement" in found[0]["note"]


NOTES: dict[str, tuple[str, tuple[Words, ...]]] = {
    "place-and-time-not-stated": (
        "whole text",
        (("31日凌晨", "31st"), ("地区", "place"), ("年份、月份", "year, month")),
    ),
    "commentary-not-announcement": ("whole text", (("并非医保部门公告", "not an announcement by an authority"),)),
    "what-it-states-and-what-it-supposes": ("whole text", (("作为事实写明", "stated as fact"), ("一般性", "general"))),
    "kinds-not-stated": (
        "summary",
        (("实时结算等相关业务", "real-time settlement and related business"), ("异地就医", "off-site")),
    ),
    "most-likely-beijing": ("report", (("2025年5月31日", "31 May 2025"), ("不能证实", "does not prove"))),
    "why": (
        "1",
        (("数据处理", "data processing"), ("信息更安全", "security"), ("避开白天高峰", "spare the busy daytime")),
    ),
    "comment-patients": ("2", (("评论", "comment"), ("低收入", "low incomes"), ("长期治疗", "long treatment"))),
    "comment-providers": (
        "3",
        (("评论", "comment"), ("延误和差错", "delay settlement and cause errors"), ("资金周转", "cash flow")),
    ),
    "comment-preparedness": ("4", (("评论", "comment"), ("沟通协调", "agreement"), ("应急预案", "emergency plans"))),
    "comment-future": ("4, conclusion", (("发展", "future"), ("无关的网站名称", "unrelated website"))),
}


@pytest.mark.parametrize("id", NOTES)
def test_what_the_source_leaves_open_or_comments(id: str) -> None:
    found = {one["id"]: one for one in notice(MAINTENANCE)["notes"]}
    clause, words = NOTES[id]
    assert (found[id]["clause"], lacking(found[id]["text"], words)) == (clause, [])
