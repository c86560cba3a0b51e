"""What was known when: follow-ups to the notice of Henan, each of them invented, on both sides of every minute."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from outageplan.engine.case import Case
from outageplan.engine.knowledge import amended_by, amended_status, amended_window, known_at, steps
from outageplan.engine.plan import Plan, make_plan
from outageplan.errors import UnknownNameError
from outageplan.notice.model import Notice, Status

from ..notices.followups import KINDS, henan
from .amending import Files, loaded
from .building import around, at, invented

FILING, PHARMACY = "filing.offsite.referral", "settlement.local.pharmacy"
A_MINUTE = timedelta(minutes=1)


def plan(notice: Notice, moment: str, known: str | None = None, service: str = FILING) -> Plan:
    asked = Case(at=at(moment), known_at=at(known) if known else None, services=(service,), notices=(notice.id,))
    return make_plan([notice], asked)


def state(notice: Notice, moment: str, known: str | None = None) -> str:
    return plan(notice, moment, known).services[0].state.value


def states_around(notice: Notice, moment: str) -> list[str]:
    """How filing stands one minute before, at, and one minute after a moment."""
    return [state(notice, when.strftime("%Y-%m-%d %H:%M")) for when in around(moment)]


def due(notice: Notice, known: str | None = None) -> tuple[str, str] | None:
    """When the filing after a referral is due at the latest, and how sure that is."""
    for line in plan(notice, "2021-11-28 12:00", known).deadlines:
        if line.id == "file-after-referral" and line.due:
            return str(line.due.last_day or line.due.at), line.due.kind.value
    return None


# --- The five kinds of change -----------------------------------------------------------------------------------------


def test_as_first_published() -> None:
    assert states_around(henan(), "2021-11-28 08:00") == ["down", "unconfirmed", "unconfirmed"]
    assert due(henan()) == ("2021-12-07", "provisional")


def test_two_hours_early() -> None:
    early = henan("early")
    assert states_around(early, "2021-11-28 06:00") == ["down", "over", "over"]
    assert due(early) == ("2021-12-07", "firm")
    assert early.status is Status.COMPLETED


def test_two_days_late() -> None:
    late = henan("late")
    assert states_around(late, "2021-11-28 08:00") == ["down", "down", "down"]
    assert states_around(late, "2021-11-30 08:00") == ["down", "unconfirmed", "unconfirmed"]
    assert due(late) == ("2021-12-09", "provisional")


def test_late_without_a_date() -> None:
    late = henan("open")
    assert states_around(late, "2021-11-28 08:00") == ["down", "down", "down"]
    assert due(late) == ("None", "undated")
    assert str(plan(late, "2021-11-29 08:00").services[0].until) == "to be announced"


def test_confirmed_as_expected() -> None:
    confirmed = henan("confirmed")
    assert states_around(confirmed, "2021-11-28 08:00") == ["down", "over", "over"]
    assert due(henan("confirmed"), "2021-11-28 08:29") == ("2021-12-07", "provisional")
    assert due(henan("confirmed"), "2021-11-28 08:30") == ("2021-12-07", "firm")


def test_cancelled() -> None:
    cancelled = henan("cancelled")
    assert states_around(cancelled, "2021-11-21 18:00") == ["unaffected", "unaffected", "unaffected"]
    assert plan(cancelled, "2021-11-22 09:00").guidance == ()
    assert make_plan([cancelled], Case(at=at("2021-11-22 09:00"))).notices == ()
    assert state(cancelled, "2021-11-22 09:00", "2021-11-19 23:59") == "down"
    assert state(cancelled, "2021-11-22 09:00", "2021-11-20 00:00") == "unaffected"


def test_back_without_a_moment_counts_from_the_announcement() -> None:
    back = henan("back")
    assert states_around(back, "2021-11-24 20:00") == ["down", "over", "over"]
    before = plan(back, "2021-11-24 19:59").services[0]
    assert (str(before.until), before.until_end) == ("2021-11-24 20:00", True)
    assert due(back) == ("2021-12-03", "provisional")
    assert state(back, "2021-11-24 20:00", "2021-11-24 19:59") == "down"


# --- Sequences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "end", "count"),
    [
        ("2021-11-26 19:59", "expected 2021-11-28 08:00", 0),
        ("2021-11-26 20:00", "expected 2021-11-30 08:00", 1),
        ("2021-11-27 08:59", "expected 2021-11-30 08:00", 1),
        ("2021-11-27 09:00", "to be announced", 2),
        ("2021-11-28 06:09", "to be announced", 2),
        ("2021-11-28 06:10", "2021-11-28 06:00", 3),
        ("2021-11-28 08:29", "2021-11-28 06:00", 3),
        ("2021-11-28 08:30", "2021-11-28 08:00", 4),
    ],
)
def test_each_is_known_from_its_minute_on(known: str, end: str, count: int) -> None:
    then = known_at(henan("late", "open", "early", "confirmed"), at(known))
    assert then is not None
    assert (str(then.windows["cut-over"].end), len(then.changes)) == (end, count)


def test_nothing_is_known_before_the_notice_itself() -> None:
    assert known_at(henan("late"), at("2021-11-17 00:00") - A_MINUTE) is None
    assert known_at(henan("late"), at("2021-11-17 00:00")) is not None


def test_without_a_moment_everything_is_known() -> None:
    assert known_at(henan("late"), None) is henan("late")


def test_naming_what_was_not_published_says_so() -> None:
    with pytest.raises(UnknownNameError) as error:
        plan(henan(), "2021-11-18 19:00", "2021-11-16 23:59")
    assert error.value.message.en == "nothing by the id `henan-2021-11` was published at 2021-11-16 23:59 (Tue)"
    assert error.value.message.zh == "截至 2021-11-16 23:59（周二），没有以“henan-2021-11”为编号的公告发布"


def test_steps_lead_from_the_first_version_to_the_last() -> None:
    notice = henan("late", "open", "early")
    found = list(steps(notice))
    assert found[0][0].before == henan()
    assert found[-1][1] is notice
    for (_, after), (change, _) in pairwise(found):
        assert change.before is after


def test_an_amendment_leads_to_its_notice() -> None:
    found = amended_by("henan-2021-11-open", [invented(), henan("late", "open")])
    assert found is not None
    assert (found[0].id, found[1].amendment.id) == ("henan-2021-11", "henan-2021-11-open")
    assert amended_by("henan-2021-11-early", [henan("late")]) is None
    assert amended_by("henan-2021-11", [henan("late")]) is None


# --- Reasons ----------------------------------------------------------------------------------------------------------


def test_reasons_tell_what_moved_and_by_which_file() -> None:
    assert [(one.text.zh, one.text.en, one.clause) for one in amended_window(henan("late", "early"), "cut-over")] == [
        (
            "变更公告 henan-2021-11-late（2021-11-26 20:00（周五）发布）：恢复时间由“预计 2021-11-28 08:00（周日），"
            "未确认”改为“预计 2021-11-30 08:00（周二），未确认”",
            "amendment henan-2021-11-late, published 2021-11-26 20:00 (Fri): the return moved from “expected "
            "2021-11-28 08:00 (Sun), not confirmed” to “expected 2021-11-30 08:00 (Tue), not confirmed”",
            "I.2 → henan-2021-11-late 1",
        ),
        (
            "变更公告 henan-2021-11-early（2021-11-28 06:10（周日）发布）：恢复时间由“预计 2021-11-30 08:00（周二），"
            "未确认”改为“2021-11-28 06:00（周日）”",
            "amendment henan-2021-11-early, published 2021-11-28 06:10 (Sun): the return moved from “expected "
            "2021-11-30 08:00 (Tue), not confirmed” to “2021-11-28 06:00 (Sun)”",
            "I.2 → henan-2021-11-late 1 → henan-2021-11-early 1",
        ),
    ]
    assert list(amended_window(henan("late", "early"), "web-halls")) == []


def test_reasons_tell_of_the_status() -> None:
    (reason,) = amended_status(henan("cancelled"))
    assert reason.text.en == (
        "amendment henan-2021-11-cancelled, published 2021-11-20 (Sat): "
        "the notice's status, confirmed, is now cancelled"
    )
    assert reason.clause == "henan-2021-11-cancelled"


def told(notice: Notice, moment: str, service: str) -> list[str]:
    (line,) = plan(notice, moment, service=service).services
    return [reason.text["en"] for reason in line.because if reason.rule == "amended"]


def test_reasons_tell_of_effects_and_windows_that_were_added_or_changed() -> None:
    by = "amendment henan-2021-11-more, published 2021-11-19 (Fri): "
    assert told(henan("more"), "2021-11-29 20:00", PHARMACY) == [
        f"{by}the stop set to 2021-11-29 20:00 (Mon); the return set to 2021-11-29 22:00 (Mon)",
        f"{by}this effect was added",
    ]
    assert told(henan("more"), "2021-11-22 20:00", "settlement.offsite.cross_province.outpatient") == [
        f"{by}the services are now: ordinary outpatient care across provinces",
        f"{by}the stop set to 2021-11-29 20:00 (Mon); the return set to 2021-11-29 22:00 (Mon)",
        f"{by}this effect was added",
    ]


def test_reasons_tell_of_guidance_that_changed() -> None:
    (line,) = [one for one in plan(henan("more"), "2021-11-22 09:00").guidance if one.id == "file-after-referral"]
    assert [one.text["en"] for one in line.because if one.rule == "amended"] == [
        "amendment henan-2021-11-more, published 2021-11-19 (Fri): `deadline` changed from "
        "`7 working days after cut-over.end` to `9 working days after cut-over.end`"
    ]
    assert line.clause == "III.4.1.2 → henan-2021-11-more 5"


# --- Parts that are added, changed, removed ---------------------------------------------------------------------------


def test_a_window_an_effect_and_guidance_are_added() -> None:
    more = henan("more")
    assert [
        plan(more, when.strftime("%Y-%m-%d %H:%M"), service=PHARMACY).services[0].state.value
        for when in (*around("2021-11-29 20:00"), *around("2021-11-29 22:00"))
    ] == [
        "unconfirmed",
        "degraded",
        "degraded",
        "degraded",
        "unconfirmed",
        "unconfirmed",
    ]
    assert [one.id for one in plan(more, "2021-11-29 21:00", service=PHARMACY).guidance if one.id == "trial-wait"] != []


def test_parts_that_are_removed_are_gone_from_that_moment_on() -> None:
    more = henan("more")
    before, after = known_at(more, at("2021-11-18 23:59")), known_at(more, at("2021-11-19 00:00"))
    assert before is not None
    assert after is not None
    gone = {"guidance": "chronic-december-medicines", "contacts": "agreements", "notes": "other-adjustments"}
    for family, id in gone.items():
        assert id in getattr(before, family)
        assert id not in getattr(after, family)


def test_lists_are_replaced() -> None:
    assert henan().effects["away-ordinary-outpatient"].services == (
        "settlement.offsite.in_province.outpatient",
        "settlement.offsite.cross_province.outpatient",
    )
    assert henan("more").effects["away-ordinary-outpatient"].services == (
        "settlement.offsite.cross_province.outpatient",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_follow_up_says_that_it_is_invented(kind: str) -> None:
    from ..notices.followups import HERE

    text = (HERE / f"henan-2021-11-{kind}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Invented for tests: no such announcement was made.")
    assert "虚构" in text


# --- What a completion says of the return -----------------------------------------------------------------------------


def completed(end: str, window: str = "", start: str = "2021-11-21 18:00") -> Notice:
    """An invented notice, and an invented amendment of 27 November, 20:00, that says that service is back."""
    files: Files = {
        "n": {
            "format": "outageplan/1",
            "id": "n",
            "status": "confirmed",
            "title": {"en": "Invented; announced by nobody"},
            "pools": ["370700"],
            "windows": {"stop": {"start": start, "end": end}},
            "effects": {"all": {"services": ["filing"], "effect": "suspended"}},
        },
        "a": {
            "format": "outageplan/1",
            "id": "a",
            "amends": "n",
            "published": "2021-11-27 20:00",
            "status": "completed",
            **({"windows": {"stop": {"end": window}}} if window else {}),
        },
    }
    library = loaded(files)
    assert library.findings == ()
    return library.notices[0]


@pytest.mark.parametrize(
    ("end", "window", "returned"),
    [
        pytest.param("2021-11-28 08:00", "", "2021-11-27 20:00", id="earlier than stated"),
        pytest.param("expected 2021-11-28 08:00", "", "2021-11-27 20:00", id="earlier than expected"),
        pytest.param("to be announced", "", "2021-11-27 20:00", id="open"),
        pytest.param("2021-11-27 08:00", "", "2021-11-27 08:00", id="as stated"),
        pytest.param("expected 2021-11-27 08:00", "", "2021-11-27 08:00", id="as expected"),
        pytest.param("2021-11-28 08:00", "2021-11-27 18:00", "2021-11-27 18:00", id="with the moment"),
        pytest.param("2021-11-28 08:00", "2021-11-28 06:00", "2021-11-28 06:00", id="with a moment to come"),
        pytest.param("2021-11-28 08:00", "to be announced", "2021-11-27 20:00", id="with the end left open"),
    ],
)
def test_a_completed_notice_is_over_from_its_return_on(end: str, window: str, returned: str) -> None:
    notice = completed(end, window)
    assert states_around(notice, returned) == ["down", "over", "over"]
    before = plan(notice, (at(returned) - A_MINUTE).strftime("%Y-%m-%d %H:%M")).services[0]
    assert before.until is not None
    assert before.until.as_end() == at(returned)


def test_what_was_completed_before_it_began_never_begins() -> None:
    notice = completed("2021-12-28 08:00", start="2021-12-21 18:00")
    assert states_around(notice, "2021-11-27 20:00") == ["upcoming", "over", "over"]
    assert states_around(notice, "2021-12-21 18:00") == ["over", "over", "over"]
