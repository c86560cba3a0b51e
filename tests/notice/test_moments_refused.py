"""What the grammar of moments refuses, with the whole message in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from outageplan.errors import GrammarError
from outageplan.notice.moments import parse_anchor, parse_argument, parse_boundary, parse_deadline, parse_moment
from outageplan.wording import Text

MOMENT = "2021-12-05 08:30"
BOUNDARY = "2021-12-05 08:30`, `expected 2021-12-05 08:30`, `to be announced`, `unresolved WORDS"
DEADLINE = "2021-11-18 17:00`, `7 working days after WINDOW.end`, `12 months after discharge"
COUNT = "1 day after WINDOW.end`, `7 working days after WINDOW.end"
ANCHOR = "WINDOW.start`, `WINDOW.end`, `visit`, `admission`, `discharge`, `receipt"
NO_HINT = ("", "")


def refusal(parse: Callable[[str], object], phrase: str) -> tuple[Text, str, int]:
    """The message, the kind of phrase expected, and the exit code; `str` gives the English message."""
    with pytest.raises(GrammarError) as caught:
        parse(phrase)
    error = caught.value
    assert str(error) == error.message.en
    return error.message, error.kind, error.exit_code


def hint(wrong: str, right: str) -> tuple[str, str]:
    return f"（“{wrong}”请改写为 `{right}`）", f" (instead of `{wrong}` write `{right}`)"


@pytest.mark.parametrize(
    ("phrase", "because"),
    [
        pytest.param("", NO_HINT, id="empty"),
        pytest.param(" 2021-12-05 08:30", NO_HINT, id="leading-blank"),
        pytest.param("2021-12-05 08:30 ", NO_HINT, id="trailing-blank"),
        pytest.param("2021-12-05 08:30\n", NO_HINT, id="trailing-newline"),
        pytest.param("2021-12-05\n08:30", NO_HINT, id="newline-inside"),
        pytest.param("2021-12-05  08:30", NO_HINT, id="two-blanks"),
        pytest.param("2021-12-05\u300008:30", NO_HINT, id="ideographic-blank"),
        pytest.param("2021-12-05 8:30", NO_HINT, id="hour-of-one-digit"),
        pytest.param("2021-12-05 08:30:00", NO_HINT, id="seconds"),
        pytest.param("2021-12-05 08", NO_HINT, id="hour-alone"),
        pytest.param("2021-12-05 18时", NO_HINT, id="hour-in-chinese"),
        pytest.param("2021-12-05 08:30+09:00", NO_HINT, id="no-blank-before-offset"),
        pytest.param("2021-12-05 +09:00", NO_HINT, id="offset-without-hour"),
        pytest.param("2021-12-05 08:30 Z", NO_HINT, id="zulu"),
        pytest.param("2021-11", NO_HINT, id="month-alone"),
        pytest.param("2021-1-5", NO_HINT, id="no-leading-zeros"),
        pytest.param("02021-12-05", NO_HINT, id="too-many-zeros"),
        pytest.param("20211205", NO_HINT, id="no-hyphens"),
        pytest.param("18:00", NO_HINT, id="time-alone"),
        pytest.param("１２-０５", NO_HINT, id="full-width-digits"),
        pytest.param("2021-12-05 08：30", hint("：", ": (U+003A)"), id="full-width-colon"),
        pytest.param("2021-12-05T08:30", hint("T", MOMENT), id="t-between"),
        pytest.param("2021/12/05", hint("/", "2021-12-05"), id="slashes"),
        pytest.param("2021年12月5日", hint("年", MOMENT), id="chinese-date"),
        pytest.param("预计2021-12-05", hint("预计", "expected …"), id="a-boundary-for-a-moment"),
        pytest.param("2021-02-30", ("（没有这一天）", " (there is no such day)"), id="february-30"),
        pytest.param("2021-02-29 08:30", ("（没有这一天）", " (there is no such day)"), id="no-leap-year"),
        pytest.param("2021-13-01", ("（没有这一天）", " (there is no such day)"), id="month-13"),
        pytest.param("2021-12-00", ("（没有这一天）", " (there is no such day)"), id="day-0"),
        pytest.param("2021-12-05 24:01", ("（没有这个时刻）", " (there is no such time of day)"), id="after-24"),
        pytest.param("2021-12-05 25:00", ("（没有这个时刻）", " (there is no such time of day)"), id="hour-25"),
        pytest.param("2021-12-05 08:60", ("（没有这个时刻）", " (there is no such time of day)"), id="minute-60"),
        pytest.param("1949-12-31", ("（年份不合情理）", " (the year is implausible)"), id="year-too-early"),
        pytest.param("2200-01-01", ("（年份不合情理）", " (the year is implausible)"), id="year-too-late"),
        pytest.param("0000-00-00", ("（年份不合情理）", " (the year is implausible)"), id="zeros"),
    ],
)
def test_no_moment(phrase: str, because: tuple[str, str]) -> None:
    zh = f"“{phrase}”不是可识别的时间{because[0]}；应写作 `{MOMENT}`"
    en = f"`{phrase}` is not a moment of the format{because[1]}; write `{MOMENT}`"
    assert refusal(parse_moment, phrase) == (Text(zh, en), "moment", 2)


@pytest.mark.parametrize("offset", ["+14:01", "-15:00", "+08:60", "+99:99", "-00:00"])
def test_no_offset(offset: str) -> None:
    """`-00:00` says in RFC 3339 (4.3) that the offset is not known, and would not be printed as it was written."""
    phrase = f"2021-12-05 08:30 {offset}"
    zh = f"“{phrase}”不是可识别的时间（没有这个时区）；应写作 `2021-12-05 08:30 +09:00`"
    en = f"`{phrase}` is not a moment of the format (there is no such offset); write `2021-12-05 08:30 +09:00`"
    assert refusal(parse_moment, phrase) == (Text(zh, en), "moment", 2)


@pytest.mark.parametrize(
    ("phrase", "because"),
    [
        pytest.param("", NO_HINT, id="empty"),
        pytest.param("预计 2021-12-05", hint("预计", "expected …"), id="expected-in-chinese"),
        pytest.param("暂定 2021-12-05", hint("暂定", "tentative …"), id="tentative-in-chinese"),
        pytest.param("不早于 2021-12-05", hint("不早于", "not before …"), id="not-before-in-chinese"),
        pytest.param("不晚于 2021-12-05", hint("不晚于", "no later than …"), id="no-later-than-in-chinese"),
        pytest.param("恢复时间另行通知", hint("另行通知", "to be announced"), id="to-be-announced-in-chinese"),
        pytest.param("待定", hint("待定", "to be announced"), id="undecided-in-chinese"),
        pytest.param("TBD", hint("TBD", "to be announced"), id="tbd"),
        pytest.param("tbd", hint("tbd", "to be announced"), id="tbd-small"),
        pytest.param("null", NO_HINT, id="null"),
        pytest.param("~", NO_HINT, id="tilde"),
        pytest.param("expected", NO_HINT, id="expected-alone"),
        pytest.param("Expected 2021-12-05", NO_HINT, id="capital"),
        pytest.param("unresolved", NO_HINT, id="unresolved-alone"),
        pytest.param("unresolved  ", NO_HINT, id="unresolved-blank"),
        pytest.param("unresolved 31日凌晨 ", NO_HINT, id="unresolved-trailing-blank"),
        pytest.param("when  go-live", NO_HINT, id="when-two-blanks"),
        pytest.param("to be announced ", NO_HINT, id="to-be-announced-trailing-blank"),
        pytest.param("凌晨", NO_HINT, id="words-alone"),
    ],
)
def test_no_boundary(phrase: str, because: tuple[str, str]) -> None:
    zh = f"“{phrase}”不是可识别的时段边界{because[0]}；应写作 `{BOUNDARY}`"
    en = f"`{phrase}` is not a boundary of the format{because[1]}; write `{BOUNDARY}`"
    assert refusal(parse_boundary, phrase) == (Text(zh, en), "boundary", 2)


@pytest.mark.parametrize(
    ("phrase", "moment"),
    [
        ("expected 2021-02-30", "2021-02-30"),
        ("not before 2021-02-30", "2021-02-30"),
        ("no later than 2021-02-30 24:00", "2021-02-30 24:00"),
        ("2021-02-30 08:00", "2021-02-30 08:00"),
    ],
)
def test_a_boundary_whose_moment_is_refused(phrase: str, moment: str) -> None:
    zh = f"“{moment}”不是可识别的时间（没有这一天）；应写作 `{MOMENT}`"
    en = f"`{moment}` is not a moment of the format (there is no such day); write `{MOMENT}`"
    assert refusal(parse_boundary, phrase) == (Text(zh, en), "moment", 2)


@pytest.mark.parametrize("phrase", ["To be announced", "Tentative 2021-12-05", "N/A"])
def test_a_hint_is_for_the_slip_that_was_made(phrase: str) -> None:
    """A capital T is no T between date and time, and the slash of `N/A` none of a date."""
    message, _, _ = refusal(parse_boundary, phrase)
    assert "`T`" not in message["en"]
    assert "2021-12-05`)" not in message["en"]


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "cut-over",
        "cut-over.middle",
        "Cut-over.end",
        "cut_over.end",
        ".end",
        "cut-.end",
        "go-live",
        "visit ",
        "visit\n",
        "end of month of",
        "end of month of end of month of visit",
        "End of month of visit",
    ],
)
def test_no_anchor(phrase: str) -> None:
    zh = f"“{phrase}”不是可识别的期限起算点；应写作 `{ANCHOR}`"
    en = f"`{phrase}` is not an anchor of the format; write `{ANCHOR}`"
    assert refusal(parse_anchor, phrase) == (Text(zh, en), "anchor", 2)


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("1 days after visit", id="one-days"),
        pytest.param("7 day after visit", id="seven-day"),
        pytest.param("0 days after visit", id="none"),
        pytest.param("0 day after visit", id="none-singular"),
        pytest.param("07 days after visit", id="leading-zero"),
        pytest.param("10000 days after visit", id="too-many"),
        pytest.param("1 working days after cut-over.end", id="one-working-days"),
    ],
)
def test_no_count(phrase: str) -> None:
    zh = f"“{phrase}”不是可识别的期限；应写作 `{COUNT}`"
    en = f"`{phrase}` is not a deadline of the format; write `{COUNT}`"
    assert refusal(parse_deadline, phrase) == (Text(zh, en), "deadline", 2)


@pytest.mark.parametrize(
    ("phrase", "because"),
    [
        pytest.param("", NO_HINT, id="empty"),
        pytest.param("7 days after", NO_HINT, id="no-anchor"),
        pytest.param("7 days", NO_HINT, id="no-direction"),
        pytest.param("-7 days after visit", NO_HINT, id="negative"),
        pytest.param("1.5 days after visit", NO_HINT, id="fraction"),
        pytest.param("7 weeks after visit", NO_HINT, id="weeks"),
        pytest.param("7 workdays after visit", NO_HINT, id="workdays"),
        pytest.param("7 days from visit", NO_HINT, id="from"),
        pytest.param("seven days after visit", NO_HINT, id="spelled-out"),
        pytest.param("７ days after visit", NO_HINT, id="full-width-digit"),
        pytest.param("7 days after visit\n", NO_HINT, id="newline"),
        pytest.param("2021/11/18", hint("/", "2021-12-05"), id="slashes"),
        pytest.param("2021-11-18 17：00", hint("：", ": (U+003A)"), id="full-width-colon"),
        pytest.param("待定", hint("待定", "to be announced"), id="undecided"),
    ],
)
def test_no_deadline(phrase: str, because: tuple[str, str]) -> None:
    zh = f"“{phrase}”不是可识别的期限{because[0]}；应写作 `{DEADLINE}`"
    en = f"`{phrase}` is not a deadline of the format{because[1]}; write `{DEADLINE}`"
    assert refusal(parse_deadline, phrase) == (Text(zh, en), "deadline", 2)


@pytest.mark.parametrize("digits", [61, 4300, 4301, 100_000])
def test_a_long_phrase_is_shown_cut_off(digits: int) -> None:
    """Python refuses to convert more than 4300 digits, which must not come through."""
    phrase, shown = "9" * digits + " days after visit", "9" * 59 + "…"
    zh = f"“{shown}”不是可识别的时间；应写作 `{MOMENT}`"
    en = f"`{shown}` is not a moment of the format; write `{MOMENT}`"
    assert refusal(parse_moment, phrase) == (Text(zh, en), "moment", 2)
    zh = f"“{shown}”不是可识别的期限；应写作 `{COUNT}`"
    en = f"`{shown}` is not a deadline of the format; write `{COUNT}`"
    assert refusal(parse_deadline, phrase) == (Text(zh, en), "deadline", 2)


@pytest.mark.parametrize(("phrase", "shown"), [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")], ids=["60", "61"])
def test_sixty_characters_are_shown(phrase: str, shown: str) -> None:
    zh, en = (
        f"“{shown}”不是可识别的时间；应写作 `{MOMENT}`",
        f"`{shown}` is not a moment of the format; write `{MOMENT}`",
    )
    assert refusal(parse_moment, phrase) == (Text(zh, en), "moment", 2)


@pytest.mark.parametrize("argument", ["2021-12-05T8:30", "2021-12-05T08:30:15", "2021-12-05 08:30z", "yesterday", ""])
def test_no_argument(argument: str) -> None:
    because = hint("T", MOMENT) if "T" in argument else NO_HINT
    zh = f"“{argument}”不是可识别的时间{because[0]}；应写作 `{MOMENT}`"
    en = f"`{argument}` is not a moment of the format{because[1]}; write `{MOMENT}`"
    assert refusal(lambda phrase: parse_argument(phrase, parse_moment), argument) == (Text(zh, en), "moment", 2)
