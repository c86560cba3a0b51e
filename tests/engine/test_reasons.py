"""Why a line of a plan stands there: every rule that made it, the deciding claim first (design, section 4)."""

from __future__ import annotations

import pytest

from outageplan.engine.rules import RULES, Reason
from outageplan.notice.model import Notice

from .building import (
    BEIJING,
    CROSS_PROVINCE,
    HENAN,
    IN_PROVINCE,
    JINAN,
    NATION,
    PHARMACY,
    SHANDONG,
    WEIFANG,
    ZHENGZHOU,
    Span,
    invented,
    line,
    rules_of,
)

DURING, AFTER = "2021-11-25 12:00", "2021-11-28 08:00"
EXPECTED: dict[str, Span] = {"stop": ("2021-11-21 18:00", "expected 2021-11-28 08:00")}


def test_every_rule_says_why_in_both_languages() -> None:
    assert set(RULES) == {
        "known-at",
        "amended",
        "condition",
        "repeated",
        "named",
        "containment",
        "both-ends",
        "specific-wins",
        "worst-effect-wins",
        "certainty",
        "presumed-kept",
        "phase",
        "deadline",
        "fallback",
        "next-use",
        "channel-closed",
    }
    assert all(rule.name == name and rule.why.zh and rule.why.en for name, rule in RULES.items())


def test_the_deadline_rule_names_the_law() -> None:
    norm = RULES["deadline"].norm
    assert norm is not None
    assert norm["zh"] == "《民法典》第二百至二百零三条、第一千二百五十九条"


def test_a_line_names_notice_window_and_clause() -> None:
    assert line("inquiry", DURING, invented(effects={"inquiry": "suspended"})).because == (
        Reason(
            rule="named",
            text=line("inquiry", DURING, invented(effects={"inquiry": "suspended"})).because[0].text,
            notice="invented",
            window="stop",
            clause="e",
        ),
    )


def test_the_naming_reason_tells_the_window_and_the_effect() -> None:
    text = line("inquiry", DURING, invented(windows=EXPECTED, effects={"inquiry": "suspended"})).because[0].text
    assert text["en"] == (
        "window stop (2021-11-21 18:00 (Sun) to expected 2021-11-28 08:00 (Sun), not confirmed): “inquiries” suspended"
    )
    assert (
        text["zh"] == "时段 stop（2021-11-21 18:00（周日） 至 预计 2021-11-28 08:00（周日），未确认）：“信息查询”暂停"
    )


def test_without_a_clause_of_its_own_an_effect_is_found_by_that_of_its_window() -> None:
    notice = invented(effects={"some": {"services": ["inquiry"], "clause": None}})
    assert [reason.clause for reason in line("inquiry", DURING, notice).because] == ["w"]


@pytest.mark.parametrize(
    ("notices", "rules"),
    [
        pytest.param([invented()], ["named"], id="stated"),
        pytest.param([invented(windows=EXPECTED)], ["named", "certainty"], id="expected"),
        pytest.param(
            [invented(effects={"all": "suspended", "inquiry": "degraded"})], ["named", "specific-wins"], id="specific"
        ),
        pytest.param(
            [invented(effects={"all": "suspended", "inquiry": "suspended"})], ["named"], id="both-say-the-same"
        ),
        pytest.param(
            [invented("one", effects={"all": "degraded"}), invented("two")],
            ["named", "named", "worst-effect-wins"],
            id="overlap",
        ),
        pytest.param([invented("one"), invented("two")], ["named", "named"], id="overlap-of-one-effect"),
        pytest.param([invented(status="cancelled")], ["named", "certainty"], id="cancelled"),
    ],
)
def test_which_rules_make_a_line(notices: list[Notice], rules: list[str]) -> None:
    assert rules_of(line("inquiry", DURING, *notices)) == rules


def test_a_cancelled_window_does_not_count_as_overlapping() -> None:
    withdrawn = invented("withdrawn", status="cancelled")
    assert "worst-effect-wins" not in rules_of(
        line("inquiry", DURING, withdrawn, invented(effects={"all": "degraded"}))
    )


def test_the_claim_that_decides_comes_first_and_the_worst_effect_names_it() -> None:
    found = line("inquiry", DURING, invented("mild", effects={"all": "degraded"}), invented("hard"))
    assert [reason.notice for reason in found.because] == ["hard", "mild", "hard"]
    assert found.because[-1].text["en"] == "of the windows that overlap, “suspended” is the worst effect"
    assert found.because[-1].text["zh"] == "重叠时段中影响最重的是“暂停”"


def test_the_specific_entry_says_what_it_overrules() -> None:
    found = line("inquiry", DURING, invented(effects={"all": "suspended", "inquiry": "unaffected"}))
    assert found.because[1].text["en"] == "“inquiries” is more specific and wins over entry all (suspended)"
    assert found.because[1].text["zh"] == "“信息查询”写得更具体，优先于条目 all（暂停）"


@pytest.mark.parametrize("status", ["draft", "tentative"])
def test_in_a_draft_even_a_stated_return_is_told_as_uncertain(status: str) -> None:
    assert "certainty" in rules_of(line("inquiry", DURING, invented(status=status)))


def test_a_presumption_says_that_it_is_one() -> None:
    (_, reason) = line("inquiry", "2021-12-28 08:00", invented(windows=EXPECTED)).because
    assert reason.rule == "presumed-kept"
    assert "presumption" in reason.text["en"]
    assert "仅为推定" in reason.text["zh"]


def test_what_is_unconfirmed_says_that_nothing_confirms_it() -> None:
    (_, reason) = line("inquiry", AFTER, invented(windows=EXPECTED)).because
    assert reason.rule == "certainty"
    assert reason.text["en"] == (
        "expected 2021-11-28 08:00 (Sun), not confirmed; that has passed, and nothing on file confirms the return"
    )


# --- Places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pool", "insured_at", "rules"),
    [
        (ZHENGZHOU, ZHENGZHOU, ["named"]),
        (HENAN, ZHENGZHOU, ["named", "containment"]),
        (NATION, ZHENGZHOU, ["named", "containment"]),
    ],
)
def test_containment_is_a_reason_where_a_pool_lies_below(pool: str, insured_at: str, rules: list[str]) -> None:
    assert rules_of(line("inquiry", DURING, invented(pools=[pool]), insured_at=insured_at)) == rules


@pytest.mark.parametrize(
    ("service", "pool", "ends", "told"),
    [
        pytest.param(
            CROSS_PROVINCE,
            BEIJING,
            (BEIJING, WEIFANG),
            "it concerns the pool of insurance: Beijing (110000)",
            id="insurance",
        ),
        pytest.param(
            CROSS_PROVINCE,
            WEIFANG,
            (BEIJING, WEIFANG),
            "it concerns the pool of treatment: Weifang (370700)",
            id="treatment",
        ),
        pytest.param(
            CROSS_PROVINCE,
            SHANDONG,
            (BEIJING, WEIFANG),
            "it concerns the pool of treatment: Weifang (370700), which lies below Shandong (370000)",
            id="province-of-treatment",
        ),
        pytest.param(
            CROSS_PROVINCE,
            NATION,
            (BEIJING, WEIFANG),
            "it concerns the national hub: National platform (100000)",
            id="nation",
        ),
        pytest.param(
            IN_PROVINCE, SHANDONG, (JINAN, WEIFANG), "it concerns the provincial hub: Shandong (370000)", id="province"
        ),
    ],
)
def test_off_site_care_says_which_end_is_down(service: str, pool: str, ends: tuple[str, str], told: str) -> None:
    found = line(service, DURING, invented(pools=[pool]), insured_at=ends[0], treated_at=ends[1])
    assert told in [reason.text["en"] for reason in found.because if reason.rule == "both-ends"]


@pytest.mark.parametrize(
    ("service", "insured_at", "treated_at"),
    [
        pytest.param(PHARMACY, WEIFANG, JINAN, id="local-in-two-pools"),
        pytest.param(CROSS_PROVINCE, WEIFANG, JINAN, id="cross-province-within-one"),
        pytest.param(IN_PROVINCE, BEIJING, WEIFANG, id="in-province-across-two"),
        pytest.param(IN_PROVINCE, WEIFANG, WEIFANG, id="off-site-at-home"),
    ],
)
def test_a_service_that_is_not_for_the_case_says_so(service: str, insured_at: str, treated_at: str) -> None:
    found = line(service, DURING, invented(pools=[NATION]), insured_at=insured_at, treated_at=treated_at)
    assert found.state == "not_mentioned"
    assert found.because[0].text["en"] == "it is not for this pool of insurance and pool of treatment"
