"""Drafts judged against facts, both made for it."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from outageplan.notice.amendment import Amendment
from outageplan.notice.model import Notice
from outageplan.notice.reading import read_notice
from tests.drafting.facts import Entry, effects_by_window
from tests.drafting.judging import KINDS, Score, Tally, judge
from tests.drafting.measure import markdown, summary

FACTS: dict[str, Any] = {
    "set": "dev",
    "published": "2025-11-07",
    "windows": {
        "counters": {"start": "2025-11-20 18:00", "end": "to be announced"},
        "stop": {"start": "2025-11-21 18:00", "end": ["expected 2025-11-24 08:30", "tentative 2025-11-24 08:30"]},
    },
    "services": [
        {"in": ["counters"], "effect": "suspended", "services": ["filing"]},
        {"in": ["stop"], "effect": "suspended", "services": ["settlement.local.outpatient", "inquiry"]},
        {"in": ["stop"], "effect": "unaffected", "services": ["certificate"]},
    ],
    "deadlines": ["2025-11-21 17:00", "7 working days after stop.end"],
    "not_before": ["2025-12-01"],
    "pools": ["370700"],
    "contacts": ["0000-1000001", ["1000002", "0000-1000002"]],
}

DRAFT: dict[str, Any] = {
    "format": "outageplan/1",
    "id": "draft",
    "status": "draft",
    "title": {"zh": "为测试而虚构", "en": "invented for tests"},
    "published": "2025-11-07",
    "pools": ["370700"],
    "windows": {
        "first": {"start": "2025-11-20 18:00", "end": "to be announced"},
        "second": {"start": "2025-11-21 18:00", "end": "expected 2025-11-24 08:30"},
    },
    "effects": {
        "filings": {"in": ["first"], "services": ["filing"], "effect": "suspended"},
        "bills": {"in": ["second"], "services": ["settlement.local.outpatient", "inquiry"], "effect": "suspended"},
        "papers": {"in": ["second"], "services": ["certificate"], "effect": "unaffected"},
    },
    "guidance": {
        "early": {"deadline": "2025-11-21 17:00"},
        "late": {"deadline": "7 working days after second.end", "not_before": "2025-12-01"},
        "plain": {"deadline": "second.start", "not_before": "second.end"},
    },
    "contacts": {"desk": {"name": {"zh": "窗口", "en": "desk"}, "phones": ["0000-1000001", "1000002"]}},
}
GUIDANCE = {
    "for": ["insured"],
    "phase": "after",
    "services": ["inquiry"],
    "action": "manual_claim",
    "say": {"zh": "报销"},
}


def drafted(*, without: tuple[str, ...] = (), **changes: Any) -> Notice:
    """The draft that fits the facts, with some parts changed."""
    data = {key: value for key, value in (copy.deepcopy(DRAFT) | changes).items() if key not in without}
    data["guidance"] = {name: GUIDANCE | part for name, part in data.get("guidance", {}).items()}
    reading = read_notice(json.dumps(data, ensure_ascii=False).encode(), "draft.yaml")
    assert reading.notice, reading.findings
    return reading.notice


def judged(facts: dict[str, Any] | None = None, *, amends: bool = False, **changes: Any) -> Score:
    return judge("made", FACTS | (facts or {}), drafted(**changes), amends=amends)


def counts(score: Score) -> dict[str, int]:
    return {name: count for name, count in score.counts.items() if count}


def test_a_draft_that_says_what_the_facts_say_has_no_failure() -> None:
    score = judged()
    assert (score.failures, counts(score)) == ([], {})
    assert score.tallies == {
        "boundaries": Tally(4, 0, 4, 0),
        "windows": Tally(2, 0, 2, 0),
        "services": Tally(7, 0, 7, 0),  # four leaves of filings, and three
        "services by window": Tally(7, 0, 7, 0),
        "deadlines": Tally(3, 0, 3, 0),
        "pools": Tally(1, 0, 1, 0),
        "contacts": Tally(2, 0, 2, 0),
    }


def test_another_phrase_that_the_facts_name_is_right_too() -> None:
    windows = DRAFT["windows"] | {"second": {"start": "2025-11-21 18:00", "end": "tentative 2025-11-24 08:30"}}
    assert judged(windows=windows).failures == []


def test_an_hour_written_as_24_is_the_next_midnight() -> None:
    windows = {"only": {"start": "2025-11-20 24:00", "end": "to be announced"}}
    facts = {"windows": {"only": {"start": "2025-11-21 00:00", "end": "to be announced"}}, "services": []}
    assert judged(facts, windows=windows, without=("effects", "guidance")).tallies["boundaries"] == Tally(2, 0, 2, 0)


@pytest.mark.parametrize(
    ("end", "invented", "overstated"),
    [
        ("2025-11-24 08:30", 0, 1),  # the text only expects it
        ("no later than 2025-11-24 08:30", 0, 0),
        ("expected 2025-11-24 08:00", 1, 0),
        ("expected 2025-11-24", 1, 0),  # another instant: the end of the day
        ("unresolved 24日", 0, 0),
        ("to be announced", 0, 0),
    ],
)
def test_a_boundary_that_differs_in_anything_is_wrong(end: str, invented: int, overstated: int) -> None:
    score = judged(windows=DRAFT["windows"] | {"second": {"start": "2025-11-21 18:00", "end": end}})
    known = end == "to be announced"  # right for the other window, so it is not counted as wrong a second time
    assert score.tallies["boundaries"] == Tally(3, 1, 3, 0 if known else 1)
    assert score.tallies["windows"] == Tally(1, 1, 1, 1)
    assert (score.counts["invented boundaries"], score.counts["overstated boundaries"]) == (invented, overstated)


def test_an_hour_that_the_text_does_not_state_is_not_midnight() -> None:
    facts = {"windows": {"only": {"start": "2025-11-21", "end": "2025-11-24"}}, "services": []}
    windows = {"only": {"start": "2025-11-21 00:00", "end": "2025-11-24 24:00"}}
    score = judged(facts, windows=windows, without=("effects", "guidance"))
    assert score.tallies["boundaries"] == Tally(0, 2, 0, 2)
    assert score.counts["invented boundaries"] == 0


def test_a_right_instant_on_the_wrong_side_is_invented() -> None:
    windows = DRAFT["windows"] | {"third": {"start": "2025-11-24 08:30", "end": "to be announced"}}
    score = judged(windows=windows)
    assert score.counts["invented boundaries"] == 1
    assert score.tallies["windows"] == Tally(2, 0, 2, 1)


def test_windows_that_swap_their_ends_are_wrong_though_each_boundary_is_right() -> None:
    windows = {
        "first": {"start": "2025-11-20 18:00", "end": "expected 2025-11-24 08:30"},
        "second": {"start": "2025-11-21 18:00", "end": "to be announced"},
    }
    score = judged(windows=windows)
    assert score.tallies["boundaries"] == Tally(4, 0, 4, 0)
    assert score.tallies["windows"] == Tally(0, 2, 0, 2)


def test_what_is_optional_is_neither_asked_for_nor_wrong() -> None:
    windows = DRAFT["windows"] | {"third": {"start": "2025-11-20", "end": "2025-11-30"}}
    optional = [{"side": "start", "phrase": "2025-11-20"}, {"side": "end", "phrase": "2025-11-30"}]
    score = judged({"optional_boundaries": optional}, windows=windows)
    assert score.tallies["boundaries"] == Tally(4, 0, 4, 0)
    assert score.tallies["windows"] == Tally(2, 0, 2, 0)
    assert counts(score) == {}


def test_an_undated_boundary_may_be_optional_without_its_words() -> None:
    facts: dict[str, Any] = {
        "windows": {},
        "services": [],
        "optional_boundaries": [{"side": "start", "phrase": "unresolved"}],
    }
    windows = {"only": {"start": "unresolved 31日凌晨", "end": "unresolved 节后"}}
    assert judged(facts, windows=windows, without=("effects", "guidance")).tallies["boundaries"] == Tally(0, 0, 0, 0)


def test_a_window_with_a_date_for_what_is_no_notice_is_counted() -> None:
    facts: dict[str, Any] = {"nothing": "true", "windows": {}, "services": []}
    score = judged(facts)
    assert score.counts["windows of non-notices"] == 2
    assert score.counts["invented boundaries"] == 3
    blank = judged(
        facts, windows={"none": {"start": "to be announced", "end": "to be announced"}}, without=("effects", "guidance")
    )
    assert counts(blank) == {}
    assert blank.tallies["windows"] == blank.tallies["boundaries"] == Tally()


def test_an_amendment_is_asked_for_what_it_sets() -> None:
    facts = {"amends": "true", "windows": {"stop": {"end": "2025-11-25 08:30"}}, "services": []}
    windows = {"stop": {"start": "to be announced", "end": "2025-11-25 08:30"}}
    score = judged(facts, amends=True, windows=windows, without=("effects", "guidance"))
    assert score.tallies["boundaries"] == Tally(1, 0, 1, 0)
    assert score.tallies["windows"] == Tally(1, 0, 1, 0)
    unseen = judged(facts, windows=windows, without=("effects", "guidance"))
    assert unseen.counts["amends wrong"] == 1


def test_a_file_that_amends_is_judged_like_a_notice() -> None:
    facts = {
        "amends": "true",
        "windows": {"stop": {"end": "2025-11-25 08:30"}},
        "services": [],
        "deadlines": [],
        "not_before": [],
    }
    data = {"format": "outageplan/1", "id": "b", "amends": "a", "published": "2025-11-07", "pools": ["370700"]}
    amendment = Amendment.model_validate(data | {"windows": {"stop": {"end": "2025-11-25 08:30"}}})
    score = judge("made", FACTS | facts | {"contacts": []}, amendment, amends=True)
    assert (score.failures, counts(score)) == ([], {})


def test_a_stop_that_was_called_off_is_invented_when_it_is_drafted_as_one() -> None:
    dates = [{"side": "start", "phrase": "2025-11-20 18:00"}, {"side": "end", "phrase": "2025-11-21 18:00"}]
    facts: dict[str, Any] = {"amends": "true", "cancelled": "true", "windows": {}, "optional_boundaries": dates}
    windows = {"stop": {"start": "2025-11-20 18:00", "end": "2025-11-21 18:00"}}
    live = judged(facts, windows=windows, without=("effects", "guidance"))
    assert live.counts["invented boundaries"] == 2
    off = judged(facts, amends=True, windows=windows, without=("effects", "guidance"))
    assert off.counts["invented boundaries"] == 0


def test_the_more_specific_effect_wins_and_of_two_alike_the_worse() -> None:
    entries: list[Entry] = [
        ((), ("all",), ("suspended",)),
        (("a",), ("inquiry",), ("unaffected",)),
        (("b",), ("certificate",), ("paper_only",)),
        (("b",), ("certificate",), ("suspended",)),
    ]
    found = effects_by_window(["a", "b"], entries)
    assert (found["a"]["inquiry"], found["b"]["inquiry"]) == (("unaffected",), ("suspended",))
    assert (found["a"]["certificate"], found["b"]["certificate"]) == (("suspended",), ("suspended",))


def test_a_service_with_the_wrong_effect_is_missed_and_wrong() -> None:
    effects = DRAFT["effects"] | {"papers": {"in": ["second"], "services": ["certificate"], "effect": "suspended"}}
    score = judged(effects=effects)
    assert score.tallies["services"] == Tally(6, 1, 6, 1)
    assert score.failures == ["services: missed unaffected certificate", "services: wrong suspended certificate"]


def test_a_service_in_the_wrong_window_is_right_as_a_service_and_wrong_by_window() -> None:
    effects = DRAFT["effects"] | {"papers": {"in": ["first"], "services": ["certificate"], "effect": "unaffected"}}
    score = judged(effects=effects)
    assert score.tallies["services"] == Tally(7, 0, 7, 0)
    assert score.tallies["services by window"] == Tally(6, 1, 6, 1)


def test_a_branch_counts_by_its_leaves() -> None:
    effects = {"filings": {"services": ["filing.offsite.referral"], "effect": "suspended"}}
    facts = {
        "services": [{"effect": ["suspended", "degraded"], "services": ["filing"]}],
        "optional_services": ["inquiry"],
    }
    assert judged(facts, effects=effects).tallies["services"] == Tally(1, 3, 1, 0)
    effects["more"] = {"services": ["inquiry", "certificate"], "effect": "suspended"}
    assert judged(facts, effects=effects).tallies["services"] == Tally(1, 3, 1, 1)


def test_what_is_optional_as_unaffected_is_wrong_with_another_effect() -> None:
    facts: dict[str, Any] = {"services": [], "optional_unaffected": ["inquiry"]}
    for effect, wrong in (("unaffected", 0), ("suspended", 1)):
        effects = {"one": {"services": ["inquiry"], "effect": effect}}
        assert judged(facts, effects=effects).tallies["services"] == Tally(0, 0, 0, wrong)


def test_a_deadline_of_the_right_day_without_its_hour_is_wrong() -> None:
    score = judged(guidance=DRAFT["guidance"] | {"early": {"deadline": "2025-11-21"}})
    assert score.tallies["deadlines"] == Tally(2, 1, 2, 1)


def test_the_earliest_date_is_not_the_latest() -> None:
    score = judged(guidance=DRAFT["guidance"] | {"late": {"deadline": "2025-12-01"}})
    assert score.tallies["deadlines"] == Tally(1, 2, 1, 1)


def test_any_of_several_sets_of_pools_is_right() -> None:
    facts = {"pools": [["370700"], ["100000"]]}
    assert judged(facts, pools=["100000"]).tallies["pools"] == Tally(1, 0, 1, 0)
    assert judged(facts, pools=["100000", "370700"]).tallies["pools"] == Tally(1, 0, 1, 1)
    assert judged(facts, without=("pools",)).tallies["pools"] == Tally(0, 1, 0, 0)


def test_a_wrong_date_of_publication_is_counted() -> None:
    assert judged(published="2025-11-08").counts["published wrong"] == 1
    assert judged({"published": "null"}, without=("published",)).counts["published wrong"] == 0


def test_a_draft_that_cannot_be_read_misses_everything() -> None:
    score = judge("made", FACTS, None)
    assert score.counts["unreadable"] == 1
    assert [score.tallies[kind].recall for kind in KINDS if kind != "services by window"] == [0.0] * 6


def test_figures_are_summed_over_announcements() -> None:
    everything = {"services": [{"effect": "suspended", "services": ["all"]}]}
    figures = summary([judged(), judged(everything), judged(pools=["370300"])])
    assert figures["announcements"] == 3
    assert figures["figures"]["pools"] == {"precision": 0.6667, "recall": 0.6667, "wrong": 1, "missed": 1}
    assert figures["figures"]["services, texts without `all`"]["missed"] == 0
    assert figures["figures"]["services"]["missed"] > 60
    assert "| pools | 66.6% | 66.6% |" in markdown("dev", figures)
