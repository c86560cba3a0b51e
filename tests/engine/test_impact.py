"""What windows defer, computed by hand: the arithmetic stands in each test. Volumes and sites are invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from outageplan.engine.catch_up import Kind
from outageplan.notice.library import load
from outageplan.notice.model import Notice

from .building import HENAN_DIRECT, NATION, PHARMACY, SHANDONG_DIRECT, WEIFANG, ZHENGZHOU, at, invented
from .impacting import deferred, ends, impact_of, invented_site, only

REAL = {notice.id: notice for notice in load().notices}
STOP = ("2021-11-22 18:00", "2021-11-24 10:00")  # Monday to Wednesday
OFFICE = {"mon-fri": "08:00-12:00 14:00-18:00", "makeup": "08:00-12:00 14:00-18:00", "holiday": "closed"}


def stopped(start: str = STOP[0], end: str = STOP[1], effect: str = "suspended", **more: object) -> Notice:
    return invented(windows={"stop": (start, end)}, effects={PHARMACY: effect}, **more)  # type: ignore[arg-type]


# ---- real notices


def test_weifang_december_2023() -> None:
    """Friday 1 December 18:00 to Tuesday 5 December 08:30; 300 a day from 08:00 to 20:00, so 25 an hour.

    Friday 18:00-20:00: 2 h x 25 = 50. Saturday, Sunday, Monday: 3 x 300 = 900. Tuesday 08:00-08:30: 0.5 h x 25 = 12.5.
    Together 962.5. Days that lie inside as a whole: 3; days touched: 5, so 900 to 1500 however a day is spread.
    At 50 an hour 962.5 / 50 = 19.25 h of work; beside 25 an hour 962.5 / 25 = 38.5 h:
    Tuesday 11.5 h, Wednesday 12 h, Thursday 12 h make 35.5 h; 3 h of Friday 8 December: 11:00.
    """
    site = invented_site(rate="50")
    found = only(impact_of(REAL["weifang-2023-12"], site=site, moment="2023-11-30 10:00"))
    assert deferred(found) == (Fraction(1925, 2), Fraction(1925, 2))
    assert found.any_spread is not None
    assert ends(found.any_spread) == (900, 1500)
    done = found.catch_up
    assert done is not None
    assert done.beside is not None
    assert ends(done.work) == (Fraction(77, 4), Fraction(77, 4))
    assert ends(done.beside) == (Fraction(77, 2), Fraction(77, 2))
    assert (done.kind, done.earliest, done.latest) == (Kind.FIRM, at("2023-12-08 11:00"), at("2023-12-08 11:00"))


def test_henan_november_2021() -> None:
    """Sunday 21 November 18:00 to, as expected, Sunday 28 November 08:00; an agency open on working days for 8 h.

    Monday 22 to Friday 26 November: 5 days x 40 = 200. At 10 an hour 20 h of work; the day's own are 40 / 8 = 5 an
    hour, so 5 an hour are left: 200 / 5 = 40 h, 8 h a day: Monday 29 November to Friday 3 December 18:00.
    """
    site = invented_site(
        role="agency", pools=[HENAN_DIRECT], hours=OFFICE, volumes={"reimbursement.manual": "40"}, rate="10"
    )
    answer = impact_of(REAL["henan-2021-11"], site=site, moment="2021-11-20 10:00", ids=())
    found = next(one for one in answer.windows if one.stop.window_id == "cut-over")
    assert deferred(found) == (200, 200)
    done = found.catch_up
    assert done is not None
    assert done.beside is not None
    assert (ends(done.work), ends(done.beside)) == ((20, 20), (40, 40))
    assert (done.kind, done.latest) == (Kind.PROVISIONAL, at("2021-12-03 18:00"))
    assert "kept" in found.assumptions


def test_the_national_windows_of_june_2024() -> None:
    """7 June 22:00 to 8 June 01:00 is 3 h: 28,000,000 x 3 / 24 = 3,500,000; 10 June 22:00 to 24:00 is 2 h.

    Only settlement across provinces stops, whose share of all transactions is not published: from 0.
    """
    answer = impact_of(REAL["national-2024-06"], moment="2024-06-01 10:00")
    first, second = answer.windows
    assert deferred(first) == (0, 3_500_000)
    assert deferred(second) == (0, Fraction(28_000_000 * 2, 24))
    assert answer.total is not None
    assert (ends(answer.total), answer.total.over) == ((0, Fraction(28_000_000 * 5, 24)), True)
    assert {"share-unknown", "over", "even-24", "figure-day"} <= set(first.assumptions)
    assert first.catch_up is None
    assert [figure.id for figure in first.figures] == [
        "platform.transactions_a_day",
        "platform.inpatient_response",
        "code.activated",
        "service_platform.registered",
        "family_account.users",
    ]


def test_a_share_narrows_the_national_range() -> None:
    """2% to 3% of 3,500,000 are 70,000 to 105,000.

    At 1,000,000 an hour, beside 2% or 3% of the 28,000,000 / 24 an hour, some minutes: on Tuesday 11 June, as 8 to 10
    June are days off.
    """
    share = Fraction(2, 100), Fraction(3, 100)
    found = impact_of(REAL["national-2024-06"], moment="2024-06-01 10:00", share=share, rate=1_000_000).windows[0]
    assert deferred(found) == (70_000, 105_000)
    assert found.catch_up is not None
    assert ends(found.catch_up.work) == (Fraction(7, 100), Fraction(105, 1000))
    assert (found.catch_up.kind, found.catch_up.latest) == (Kind.PROVISIONAL, at("2024-06-11 09:07"))
    assert {"share-given", "office"} <= set(found.assumptions)
    assert "share-unknown" not in found.assumptions


def test_a_single_pool_without_a_site_gets_no_number() -> None:
    found = only(impact_of(REAL["weifang-2023-12"], moment="2023-11-30 10:00"))
    assert (found.deferred, found.lines, found.basis, found.figures) == (None, (), None, ())
    assert found.reason is not None
    told = "no figure is published for Weifang, so no number is given; --site counts from your own volumes"
    assert found.reason.en == told


def test_what_no_figure_counts_gets_no_number() -> None:
    answer = impact_of(REAL["national-2024-06"], moment="2024-06-01 10:00", services=["credential.code.activation"])
    first = answer.windows[0]
    assert first.deferred is None
    assert first.reason is not None
    assert first.reason["en"].startswith("no figure is published for what it stops (activation of the code)")
    assert [figure.id for figure in first.figures] == ["code.activated"]


def test_a_national_stop_of_everything_defers_the_whole_figure() -> None:
    """6 hours of 24: 28,000,000 / 4."""
    notice = invented(pools=[NATION], windows={"stop": ("2024-12-02 00:00", "2024-12-02 06:00")})
    found = only(impact_of(notice))
    assert deferred(found) == (7_000_000, 7_000_000)
    assert "figure-is-settlement" in found.assumptions


@pytest.mark.parametrize(("known_at", "counted"), [("2024-09-09 23:59", False), ("2024-09-10 00:00", True)])
def test_a_figure_does_not_exist_before_it_is_published(known_at: str, counted: bool) -> None:
    found = impact_of(REAL["national-2024-06"], moment="2024-06-01 10:00", known_at=known_at).windows[0]
    assert (found.deferred is not None) == counted
    assert bool(found.figures) == counted
    if not counted:
        told = "by then no figure had been published for the national platform, so no number is given"
        assert found.reason is not None
        assert found.reason.en == told


def test_what_is_published_later_is_not_known() -> None:
    site = invented_site()
    notice = stopped(published="2021-11-10")
    assert impact_of(notice, site=site, known_at="2021-11-09 12:00", ids=()).windows == ()
    assert len(impact_of(notice, site=site, known_at="2021-11-10 12:00", ids=()).windows) == 1


# ---- a site's hours


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2021-11-22 08:00", "2021-11-22 20:00", Fraction(1)),
        ("2021-11-22 00:00", "2021-11-22 24:00", Fraction(1)),
        ("2021-11-22 20:00", "2021-11-23 08:00", Fraction(0)),
        ("2021-11-22 19:59", "2021-11-23 08:00", Fraction(1, 720)),
        ("2021-11-22 20:00", "2021-11-23 08:01", Fraction(1, 720)),
        ("2021-11-22 14:00", "2021-11-23 14:00", Fraction(1)),
        ("2021-11-22 10:00", "2021-11-22 10:00", Fraction(0)),
        ("2021-11-22", "2021-11-23", Fraction(2)),
    ],
)
def test_only_opening_hours_count(start: str, end: str, days: Fraction) -> None:
    found = only(impact_of(stopped(start, end), site=invented_site()))
    assert deferred(found) == (300 * days, 300 * days)


def test_several_stretches_a_day() -> None:
    """08:00-12:00 and 14:00-18:00 are 8 h; the stop from 11:00 to 15:00 takes 1 h + 1 h of them."""
    site = invented_site(hours={"daily": "08:00-12:00 14:00-18:00"})
    assert deferred(only(impact_of(stopped("2021-11-22 11:00", "2021-11-22 15:00"), site=site))) == (75, 75)


def test_days_off_and_make_up_days() -> None:
    """30 September to 10 October 2021: 1 to 7 October off, Saturday 9 October a make-up day, Sunday 10 closed.

    Open are Thursday 30 September, Friday 8 October and Saturday 9 October: 3 days.
    """
    notice = stopped("2021-09-30", "2021-10-10")
    assert deferred(only(impact_of(notice, site=invented_site(hours=OFFICE)))) == (900, 900)


def test_days_off_that_are_not_given_are_taken_as_their_weekday() -> None:
    """Without `holiday` and `makeup`: weekdays from 30 September to 10 October are 30, 1, 4 to 8 October: 7 days."""
    site = invented_site(hours={"mon-fri": "08:00-18:00"})
    found = only(impact_of(stopped("2021-09-30", "2021-10-10"), site=site))
    assert deferred(found) == (2100, 2100)
    assert "days-off" in found.assumptions


def test_a_year_without_schedule_is_counted_by_weekdays_and_not_dated() -> None:
    """Monday 7 January 2199: a day whose schedule nobody has published."""
    site = invented_site(hours=OFFICE, rate="100")
    found = only(impact_of(stopped("2199-01-07", "2199-01-07"), site=site))
    assert deferred(found) == (300, 300)
    assert "no-schedule" in found.assumptions
    assert found.catch_up is not None
    assert (found.catch_up.kind, found.catch_up.latest) == (Kind.UNDATED, None)
    assert found.catch_up.reason is not None
    assert "2199" in found.catch_up.reason["en"]


def test_a_profile_moves_transactions_within_the_day() -> None:
    """Two thirds of the day at 08:00-09:00, one third at 19:00-20:00; the stop takes 08:00-08:30 and nothing else."""
    profile = [Fraction(0)] * 24
    profile[8], profile[19] = Fraction(2, 3), Fraction(1, 3)
    found = only(impact_of(stopped("2021-11-22 08:00", "2021-11-22 08:30"), site=invented_site(), profile=profile))
    assert deferred(found) == (100, 100)
    assert "profile" in found.assumptions
    assert "even" not in found.assumptions


def test_weight_outside_the_opening_hours_does_not_count() -> None:
    """All hours weigh the same, but only 08:00-20:00 are open: the same as without a profile."""
    profile = [Fraction(1, 24)] * 24
    notice = stopped()
    with_profile = impact_of(notice, site=invented_site(), profile=profile)
    assert deferred(only(with_profile)) == deferred(only(impact_of(notice, site=invented_site())))


def test_opening_hours_without_weight_are_spread_evenly() -> None:
    profile = [Fraction(0)] * 24
    profile[3] = Fraction(1)
    found = only(impact_of(stopped("2021-11-22 08:00", "2021-11-22 14:00"), site=invented_site(), profile=profile))
    assert deferred(found) == (150, 150)
    assert "profile-idle" in found.assumptions


def test_a_site_without_hours_is_open_around_the_clock() -> None:
    """Monday 18:00 to Wednesday 10:00 is 40 h of 24 an day: 300 x 40 / 24; no day can be worked out."""
    found = only(impact_of(stopped(), site=invented_site(hours={}, rate="100")))
    assert deferred(found) == (500, 500)
    assert "hours-missing" in found.assumptions
    assert found.catch_up is not None
    assert (ends(found.catch_up.work), found.catch_up.kind) == ((5, 5), Kind.UNDATED)


# ---- how sure it is


@pytest.mark.parametrize(
    ("start", "end", "found", "sure"),
    [
        ("2021-11-22 08:00", "2021-11-22 20:00", (300, 300), True),
        ("2021-11-22 08:00", "expected 2021-11-22 20:00", (300, 300), False),
        ("tentative 2021-11-22 08:00", "2021-11-22 20:00", (300, 300), False),
        ("2021-11-22 08:00", "no later than 2021-11-22 20:00", (0, 300), True),
        ("2021-11-22 08:00", "not before 2021-11-22 20:00", (300, None), False),
        ("not before 2021-11-22 08:00", "2021-11-22 20:00", (0, 300), False),
        ("2021-11-22 08:00", "to be announced", (0, None), False),
        ("2021-11-22 08:00", "when the province confirms", (0, None), False),
    ],
)
def test_boundaries_that_are_not_sure(start: str, end: str, found: tuple[int, int | None], sure: bool) -> None:
    window = only(impact_of(stopped(start, end), site=invented_site(rate="100")))
    assert deferred(window) == found
    assert window.extent.sure == sure
    assert (window.catch_up is None) == (found[1] is None)
    if window.catch_up:
        assert window.catch_up.kind is (Kind.FIRM if sure else Kind.PROVISIONAL)


def test_an_open_end_is_told_by_the_day_and_hour() -> None:
    window = only(impact_of(stopped(end="to be announced"), site=invented_site()))
    assert window.a_day is not None
    assert window.an_hour is not None
    assert (ends(window.a_day), ends(window.an_hour)) == ((300, 300), (25, 25))


def test_hours_that_differ_have_no_number_an_hour() -> None:
    site = invented_site(hours={"mon-fri": "08:00-20:00", "sat": "08:00-12:00"})
    assert only(impact_of(stopped(end="to be announced"), site=site)).an_hour is None


def test_a_start_without_a_date_counts_nothing() -> None:
    window = only(impact_of(stopped("to be announced", "to be announced"), site=invented_site()))
    assert window.deferred is None
    assert window.a_day is not None
    assert window.a_day.high == 300
    assert window.reason is not None


def test_a_cancelled_notice_defers_nothing() -> None:
    window = only(impact_of(stopped(status="cancelled"), site=invented_site()))
    assert window.lines == ()
    assert window.reason is not None
    assert window.reason.en == "the notice is cancelled: nothing stops"


def test_a_draft_is_never_firm() -> None:
    assert not only(impact_of(stopped(status="draft"), site=invented_site())).extent.sure


# ---- how much stops


@pytest.mark.parametrize(
    ("effect", "share", "why"),
    [
        ("suspended", (1, 1), None),
        ("paper_only", (1, 1), None),
        ("degraded", (0, 1), "degraded"),
    ],
)
def test_effects(effect: str, share: tuple[int, int], why: str | None) -> None:
    window = only(impact_of(stopped("2021-11-22", "2021-11-22", effect), site=invented_site()))
    assert deferred(window) == (300 * share[0], 300 * share[1])
    assert why is None or why in window.assumptions


def test_what_is_terminated_is_not_deferred() -> None:
    window = only(impact_of(stopped(effect="terminated"), site=invented_site()))
    assert window.deferred is None
    assert window.reason is not None
    assert window.reason.en == "what it concerns is terminated: nothing comes back to be made up"


def test_what_is_unaffected_is_not_deferred() -> None:
    notice = invented(windows={"stop": STOP}, effects={"all": "suspended", PHARMACY: "unaffected"})
    window = only(impact_of(notice, site=invented_site()))
    assert window.lines == ()
    assert window.deferred is None


def test_a_branch_of_which_some_services_stop() -> None:
    """`settlement.local` at a hospital stands for outpatient care, inpatient care and more; one of them stops."""
    notice = invented(
        windows={"stop": ("2021-11-22", "2021-11-22")}, effects={"settlement.local.inpatient": "suspended"}
    )
    site = invented_site(role="hospital", volumes={"settlement.local": "100"})
    window = only(impact_of(notice, site=site))
    assert deferred(window) == (0, 100)
    assert "some-services" in window.assumptions


def test_a_branch_counts_whole_where_all_that_the_role_uses_stops() -> None:
    """A pharmacy uses no inpatient care: that this goes on does not matter."""
    effects = {"settlement.local": "suspended", "settlement.local.inpatient": "unaffected"}
    notice = invented(windows={"stop": ("2021-11-22", "2021-11-22")}, effects=effects)
    assert deferred(only(impact_of(notice, site=invented_site(volumes={"settlement.local": "100"})))) == (100, 100)


def test_services_asked_about() -> None:
    site = invented_site(volumes={PHARMACY: "300", "settlement.local.special_drug": "20"})
    notice = invented(windows={"stop": ("2021-11-22", "2021-11-22")})
    assert deferred(only(impact_of(notice, site=site))) == (320, 320)
    assert deferred(only(impact_of(notice, site=site, services=[PHARMACY]))) == (300, 300)
    branch = invented_site(volumes={"settlement.local": "100"})
    assert deferred(only(impact_of(notice, site=branch, services=[PHARMACY]))) == (0, 100)


def test_one_of_two_pools() -> None:
    site = invented_site(pools=[WEIFANG, SHANDONG_DIRECT])
    window = only(impact_of(stopped("2021-11-22", "2021-11-22"), site=site))
    assert deferred(window) == (0, 300)
    assert "some-pools" in window.assumptions
    both = stopped("2021-11-22", "2021-11-22", pools=[WEIFANG, SHANDONG_DIRECT])
    assert deferred(only(impact_of(both, site=site))) == (300, 300)


def test_another_pool_does_not_concern_the_site() -> None:
    notice = stopped(pools=[ZHENGZHOU])
    assert impact_of(notice, site=invented_site(), ids=()).windows == ()
    window = only(impact_of(notice, site=invented_site()))
    assert deferred(window) == (0, 0)
    assert window.reason is not None


@pytest.mark.parametrize(("pools", "share"), [([WEIFANG], 1), (["370000"], 1), ([NATION], 1), ([SHANDONG_DIRECT], 0)])
def test_visitors_are_settled_by_the_place_and_the_hubs(pools: list[str], share: int) -> None:
    site = invented_site(volumes={"settlement.offsite.cross_province.pharmacy": "10"}, pools=["379900"], place=WEIFANG)
    effects = {"settlement.offsite": "suspended"}
    notice = invented(windows={"stop": ("2021-11-22", "2021-11-22")}, effects=effects, pools=pools)
    window = only(impact_of(notice, site=site))
    assert deferred(window) == (10 * share, 10 * share)


def test_an_effect_for_one_scheme_may_be_none_or_all() -> None:
    entry = {"services": [PHARMACY], "effect": "suspended", "schemes": ["employee"]}
    notice = invented(windows={"stop": ("2021-11-22", "2021-11-22")}, effects={"employees": entry})
    window = only(impact_of(notice, site=invented_site()))
    assert deferred(window) == (0, 300)
    assert "some-schemes" in window.assumptions


def test_a_draft_without_a_place_may_not_concern_the_site() -> None:
    window = only(impact_of(stopped("2021-11-22", "2021-11-22", pools=[], status="draft"), site=invented_site()))
    assert deferred(window) == (0, 300)
    assert "no-place" in window.assumptions


def test_a_gradual_return_is_never_firm() -> None:
    entry = {"services": [PHARMACY], "effect": "suspended", "resume": "gradual"}
    window = only(impact_of(invented(windows={"stop": STOP}, effects={"x": entry}), site=invented_site(rate="90")))
    assert window.catch_up is not None
    assert window.catch_up.kind is Kind.PROVISIONAL
    assert "gradual" in window.assumptions


def test_ranges_of_volumes() -> None:
    site = invented_site(volumes={PHARMACY: "280-350", "settlement.local.special_drug": "10-20"})
    notice = invented(windows={"stop": ("2021-11-22", "2021-11-22")})
    assert deferred(only(impact_of(notice, site=site))) == (290, 370)


def test_inpatient_bills_have_a_least_time_of_the_platform() -> None:
    """10 a day for a day, 0.8 s each: 8 s."""
    site = invented_site(
        role="hospital", volumes={"settlement.local.inpatient": "10", "settlement.local.outpatient": "90"}
    )
    window = only(impact_of(invented(windows={"stop": ("2021-11-22", "2021-11-22")}), site=site))
    assert window.machine is not None
    assert ends(window.machine) == (8, 8)
    assert [figure.id for figure in window.figures] == ["platform.inpatient_response"]


def test_a_site_without_volumes_has_nothing_to_count_from() -> None:
    window = only(impact_of(stopped(), site=invented_site(volumes={})))
    assert window.deferred is None
    assert window.reason is not None
    assert "no `volumes`" in window.reason["en"]


# ---- several windows


def test_overlapping_windows_are_counted_once_in_the_total() -> None:
    """Monday and Tuesday, Tuesday and Wednesday: 600 each, three days together: 900."""
    windows = {"a": ("2021-11-22", "2021-11-23"), "b": ("2021-11-23", "2021-11-24")}
    answer = impact_of(invented(windows=windows), site=invented_site())
    assert [deferred(one) for one in answer.windows] == [(600, 600), (600, 600)]
    assert answer.total is not None
    assert ends(answer.total) == (900, 900)


def test_a_window_without_a_bound_is_left_out_of_the_total() -> None:
    windows = {
        "a": ("2021-11-22", "2021-11-22"),
        "b": ("2021-11-23", "2021-11-23"),
        "c": ("2021-11-24", "to be announced"),
    }
    answer = impact_of(invented(windows=windows), site=invented_site())
    assert answer.total is not None
    assert answer.total.high == 600


def test_one_window_has_no_total() -> None:
    assert impact_of(stopped(), site=invented_site()).total is None
