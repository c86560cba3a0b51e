"""The grammar of opening hours: what is read, what is refused and with which hint, and which key wins on a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.errors import GrammarError
from outageplan.notice.hours import (
    WEEK,
    OpenSpan,
    days_of,
    hours_text,
    named_twice,
    parse_days,
    parse_hours,
    week_of,
)


@pytest.mark.parametrize(
    ("phrase", "spans"),
    [
        ("08:00-12:00", [(480, 720)]),
        ("08:00-12:00 14:00-18:00", [(480, 720), (840, 1080)]),
        ("08:00-12:00, 14:00-18:00", [(480, 720), (840, 1080)]),
        ("08:00-12:00 12:00-18:00", [(480, 720), (720, 1080)]),
        ("00:00-24:00", [(0, 1440)]),
        ("23:59-24:00", [(1439, 1440)]),
        ("24 hours", [(0, 1440)]),
        ("closed", []),
    ],
)
def test_hours(phrase: str, spans: list[tuple[int, int]]) -> None:
    assert parse_hours(phrase) == tuple(OpenSpan(*span) for span in spans)


END = "; write `08:00-12:00 14:00-18:00`, `24 hours` or `closed`"


@pytest.mark.parametrize(
    ("phrase", "hint"),
    [
        ("8:00-12:00", " (hours have two digits, as in `08:00`)"),
        ("08:00-9:00", " (hours have two digits, as in `08:00`)"),
        ("08：00-12：00", " (the colon is the plain `:`)"),
        ("24小时", " (write `24 hours`)"),
        ("24 小时", " (write `24 hours`)"),
        ("全天", " (write `24 hours`)"),
        ("休息", " (write `closed`)"),
        ("08:00至12:00", " (between the two times stands a hyphen `-`)"),
        ("08:00~12:00", " (between the two times stands a hyphen `-`)"),
        ("08:00–12:00", " (between the two times stands a hyphen `-`)"),
        ("08:00 - 12:00", " (there are no blanks around the hyphen)"),
        ("08:00-12:00，14:00-18:00", " (a blank stands between two stretches)"),
        ("20:00-02:00", " (a stretch ends on its own day; over midnight, write it to 24:00 here and from 00:00 on the "
         "next day)"),
        ("08:00-08:00", " (a stretch ends on its own day; over midnight, write it to 24:00 here and from 00:00 on the "
         "next day)"),
        ("14:00-18:00 08:00-12:00", " (stretches stand in order and do not overlap)"),
        ("08:00-12:00 11:00-18:00", " (stretches stand in order and do not overlap)"),
        ("24:00-24:00", ""),
        ("08:60-12:00", ""),
        ("08:00-12:00\n", ""),
        ("open", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_hours_that_are_refused(phrase: str, hint: str) -> None:
    with pytest.raises(GrammarError) as caught:
        parse_hours(phrase)
    assert caught.value.message.en == f"`{phrase}` are no opening hours of the format{hint}{END}"
    assert "营业时间" in (caught.value.message.zh or "")


def test_what_is_refused_is_quoted_in_short() -> None:
    with pytest.raises(GrammarError) as caught:
        parse_hours("x" * 1000)
    assert len(caught.value.message["en"]) < 200


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", [0]),
        ("sun", [6]),
        ("mon-fri", [0, 1, 2, 3, 4]),
        ("sat-sun", [5, 6]),
        ("fri-mon", [4, 5, 6, 0]),
        ("sun-sat", [6, 0, 1, 2, 3, 4, 5]),
        ("daily", [0, 1, 2, 3, 4, 5, 6]),
        ("holiday", []),
        ("makeup", []),
    ],
)
def test_days(key: str, days: list[int]) -> None:
    assert list(days_of(parse_days(key))) == days


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Monday", "mon"),
        ("周一", "mon"),
        ("星期日", "sun"),
        ("工作日", "mon-fri"),
        ("节假日", "holiday"),
        ("每天", "daily"),
        ("xyz", None),
        ("mon-", None),
        ("mon-fri-sat", None),
    ],
)
def test_days_that_are_refused(key: str, meant: str | None) -> None:
    hint = f"; did you mean `{meant}`?" if meant else ""
    with pytest.raises(GrammarError) as caught:
        parse_days(key)
    told = "names no days; write `mon` to `sun`, `mon-fri`, `daily`, `holiday` or `makeup`"
    assert caught.value.message.en == f"`{key}` {told}{hint}"


def test_the_more_specific_key_wins_in_any_order() -> None:
    a, b, c = (parse_hours(phrase) for phrase in ("08:00-09:00", "10:00-11:00", "12:00-13:00"))
    for keys in (("daily", "sat-sun", "sun"), ("sun", "sat-sun", "daily")):
        of = {"daily": a, "sat-sun": b, "sun": c}
        assert week_of({key: of[key] for key in keys}) == (a, a, a, a, a, b, c)


def test_a_day_that_no_key_names_is_closed() -> None:
    a = parse_hours("08:00-09:00")
    assert week_of({"mon-fri": a, "holiday": a}) == (a, a, a, a, a, (), ())


def test_days_named_twice() -> None:
    assert named_twice(["mon-fri", "wed", "daily"]) == []
    assert named_twice(["mon-fri", "fri-sun", "wed"]) == [("fri-sun", "mon-fri", 4)]
    assert named_twice(["mon-wed", "sun-tue"]) == [("sun-tue", "mon-wed", 0)]


@given(st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True).map(sorted))
def test_hours_are_written_as_they_are_read(minutes: list[int]) -> None:
    spans = tuple(OpenSpan(*minutes[place : place + 2]) for place in range(0, len(minutes) - 1, 2))
    assert parse_hours(hours_text(spans)) == spans


def test_the_week_has_seven_days() -> None:
    assert len(WEEK) == len(week_of({})) == 7
