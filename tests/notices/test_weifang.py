"""Weifang, 1 to 5 December 2023: when, whose notice it is, where it comes from, and whom to ask.

The source is an English machine translation. The Chinese page behind it (found elsewhere) tells transfers in from
transfers out, and adds what stays normal for social security cards.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from .asking import (
    WEIFANG,
    answer,
    applying,
    boundary,
    notice,
    of_phases,
    states,
    untils,
    windows,
)

CARDS = {"credential.card.management", "credential.card.electronic", "credential.card.banking"}
UNAFFECTED = {"benefit.ltc.application", *CARDS}
TRANSFERS_OUT = "relation_transfer.out"
PAPER_ONLY = {
    "relation_transfer.in",
    "filing.offsite.referral",
    "filing.offsite.residence",
    "filing.offsite.temporary",
    "treatment_application.chronic",
    "treatment_application.two_diseases",
}


def test_the_window() -> None:
    """Hours: from 18:00 on Friday 1 December, service again from 08:30 on Tuesday 5 December."""
    start = boundary("2023-12-01T18:00+08:00", "stated", "2023-12-01 18:00")
    end = boundary("2023-12-05T08:30+08:00", "stated", "2023-12-05 08:30")
    assert windows(WEIFANG) == {"stop": {"start": start, "end": end, "clause": "Hours"}}
    assert [datetime.fromisoformat(one["at"]).strftime("%A") for one in (start, end)] == ["Friday", "Tuesday"]


@pytest.mark.parametrize(
    ("moment", "rest", "paper", "out"),
    [
        ("2023-12-01 17:59", "upcoming", "upcoming", "upcoming"),
        ("2023-12-01 18:00", "down", "paper_only", "down"),
        ("2023-12-01 18:01", "down", "paper_only", "down"),
        ("2023-12-03 12:00", "down", "paper_only", "down"),
        ("2023-12-05 08:29", "down", "paper_only", "down"),
        ("2023-12-05 08:30", "over", "over", "resuming"),
        ("2023-12-05 08:31", "over", "over", "resuming"),
        ("2024-01-04 08:29", "over", "over", "resuming"),
        ("2024-01-04 08:30", "over", "over", "over"),
    ],
)
def test_every_service_minute_by_minute(moment: str, rest: str, paper: str, out: str) -> None:
    """Hours, Scope; 1.2 and the page: transfers out return gradually; 3.1, 4: papers; 6.1 and the page: normal."""
    found = states(WEIFANG, moment)
    special = dict.fromkeys(PAPER_ONLY, paper) | dict.fromkeys(UNAFFECTED, "unaffected") | {TRANSFERS_OUT: out}
    assert found == dict.fromkeys(found, rest) | special


@pytest.mark.parametrize(
    ("moment", "rest", "out"),
    [
        ("2023-12-01 17:59", ("2023-12-01T18:00+08:00", "stated"), ("2023-12-01T18:00+08:00", "stated")),
        ("2023-12-01 18:00", ("2023-12-05T08:30+08:00", "stated"), ("2023-12-05T08:30+08:00", "stated")),
        ("2023-12-05 08:30", None, (None, "open")),
        ("2024-01-04 08:30", None, None),
    ],
)
def test_until_when(moment: str, rest: tuple[str, str] | None, out: tuple[str | None, str] | None) -> None:
    """Hours; 1.2: when transfers out are all back is not said."""
    found = untils(WEIFANG, moment)
    assert found == dict.fromkeys(found, rest) | dict.fromkeys(UNAFFECTED) | {TRANSFERS_OUT: out}


@pytest.mark.parametrize(
    ("moment", "phase"),
    [
        ("2023-12-01 17:59", "before"),
        ("2023-12-01 18:00", "during"),
        ("2023-12-05 08:29", "during"),
        ("2023-12-05 08:30", "after"),
    ],
)
def test_which_instructions_apply_when(moment: str, phase: str) -> None:
    assert applying(WEIFANG, moment) == of_phases(WEIFANG, phase)


def test_the_cards_were_found_elsewhere() -> None:
    """The page: the card's own business goes on; paying with it is medical insurance and stops (Scope)."""
    found = answer(WEIFANG, "2023-12-03 12:00", services=("credential.card",))
    (source,) = [one for one in notice(WEIFANG)["sources"] if one["origin"] == "found_elsewhere"]
    assert {line["id"]: line["state"] for line in found["services"]} == {
        **dict.fromkeys(CARDS, "unaffected"),
        "credential.card.payment": "down",
    }
    assert (source["id"], source["title"]) == ("chinese", "潍坊医保系统暂停服务时间")
    assert "social security cards" in source["note"]


def test_whose_notice_it_is() -> None:
    """The last lines: Weifang Medical Security Bureau, 24 November 2023; the whole city."""
    found = notice(WEIFANG)
    issuer = {"zh": "潍坊市医疗保障局", "en": "Weifang Medical Security Bureau"}
    assert [found[key] for key in ("issuer", "published", "status", "pools")] == [
        issuer,
        "2023-11-24",
        "confirmed",
        ["370700"],
    ]


def test_where_it_comes_from() -> None:
    """The English text that was given (reposted on 19 January 2024), and the Chinese page that was found elsewhere."""
    keys = ("id", "language", "origin", "file", "url")
    found = notice(WEIFANG)["sources"]
    assert [tuple(one[key] for key in keys) for one in found] == [
        ("announcement", "en", "given", "001_fe72e378a81df856.txt", None),
        ("chinese", "zh", "found_elsewhere", None, "http://jxyuer.com/news/jiaodian/412216.html"),
    ]
    assert "Mondo Technology on 2024-01-19" in found[0]["note"]


def test_whom_to_ask() -> None:
    """Miscellaneous: the city's bureau or those of counties and cities; no telephone number is printed."""
    found = [(one["name"], one["phones"]) for one in notice(WEIFANG)["contacts"]]
    counties = {"zh": "各县市区医疗保障部门", "en": "medical security departments of the counties and cities"}
    assert found == [({"zh": "潍坊市医疗保障局", "en": "Weifang Medical Security Bureau"}, []), (counties, [])]
