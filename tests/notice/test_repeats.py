"""The grammar of repetition: what is read, what is refused, and with which words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.errors import GrammarError
from outageplan.notice.repeats import Frequency, Repeat, Weekday, parse_repeat

READ = [
    ("FREQ=DAILY", Repeat(phrase="FREQ=DAILY", frequency=Frequency.DAILY)),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1,+15,3",
        Repeat(phrase="FREQ=MONTHLY;BYMONTHDAY=-1,+15,3", frequency=Frequency.MONTHLY, month_days=(-1, 15, 3)),
    ),
    (
        "FREQ=WEEKLY;WKST=SU;INTERVAL=2;COUNT=10;BYDAY=SA,SU;BYMONTH=6,12;BYSETPOS=-1",
        Repeat(
            phrase="FREQ=WEEKLY;WKST=SU;INTERVAL=2;COUNT=10;BYDAY=SA,SU;BYMONTH=6,12;BYSETPOS=-1",
            frequency=Frequency.WEEKLY,
            interval=2,
            count=10,
            months=(6, 12),
            weekdays=(Weekday(5), Weekday(6)),
            places=(-1,),
            week_start=6,
        ),
    ),
    (
        "FREQ=MONTHLY;BYDAY=-1FR,2TU;UNTIL=20251231",
        Repeat(
            phrase="FREQ=MONTHLY;BYDAY=-1FR,2TU;UNTIL=20251231",
            frequency=Frequency.MONTHLY,
            weekdays=(Weekday(4, -1), Weekday(1, 2)),
            until=date(2025, 12, 31),
        ),
    ),
    (
        "FREQ=YEARLY;BYDAY=53MO;UNTIL=20251231T155959Z",
        Repeat(
            phrase="FREQ=YEARLY;BYDAY=53MO;UNTIL=20251231T155959Z",
            frequency=Frequency.YEARLY,
            weekdays=(Weekday(0, 53),),
            until=datetime(2025, 12, 31, 15, 59, 59, tzinfo=UTC),
        ),
    ),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,30", None),
    ("FREQ=DAILY;INTERVAL=999;COUNT=9999", None),
]


@pytest.mark.parametrize(("phrase", "wanted"), READ, ids=[phrase for phrase, _ in READ])
def test_what_is_read(phrase: str, wanted: Repeat | None) -> None:
    found = parse_repeat(phrase)
    assert str(found) == phrase
    assert wanted is None or found == wanted


FINER = ("几点由 `start` 写明，这里最细到天", "the hour is that of `start`; a rule goes down to days only")
PARTS = "`FREQ=`, `INTERVAL=`, `COUNT=`, `UNTIL=`, `BYMONTH=`, `BYMONTHDAY=`, `BYDAY=`, `BYSETPOS=`, `WKST=`"
UPPER = ("请用大写字母，不加空格", "write capital letters and no spaces")
SET_PLACE = ("`BYSETPOS` 须与 `BYDAY` 或 `BYMONTHDAY` 合用", "`BYSETPOS` needs `BYDAY` or `BYMONTHDAY` beside it")
PLACED = ("第几个周几只用于 MONTHLY 和 YEARLY", "a number before a weekday goes with MONTHLY and YEARLY only")
WEEKDAY = ("`BYDAY` 写作 `MO`、`2TU` 或 `-1FR`", "`BYDAY` is written `MO`, `2TU` or `-1FR`")
NO_DAY = ("所写月份都没有这一天", "none of its months has such a day")
UNTIL = (
    "`UNTIL` 写作 `UNTIL=20251231`，或世界协调时 `UNTIL=20251231T155959Z`",
    "`UNTIL` is a day, `UNTIL=20251231`, or a moment in UTC, `UNTIL=20251231T155959Z`",
)
REFUSED = [
    ("", (f"“”处应为 {PARTS} 之一", f"where it says `` there should be one of {PARTS}")),
    ("每月", (f"“每月”处应为 {PARTS} 之一", f"where it says `每月` there should be one of {PARTS}")),
    ("MONTHLY", (f"“MONTHLY”处应为 {PARTS} 之一", f"where it says `MONTHLY` there should be one of {PARTS}")),
    ("monthly", UPPER),
    ("FREQ=MONTHLY; BYMONTHDAY=-1", (f"“ BYMONTHDAY”处应为 {PARTS} 之一", None)),
    ("freq=daily", UPPER),
    ("FREQ=daily", ("`FREQ` 只能是 `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`", None)),
    ("FREQ=DAILY;", (f"“”处应为 {PARTS} 之一", None)),
    ("FREQ=", (f"“FREQ”处应为 {PARTS} 之一", None)),
    ("RRULE:FREQ=DAILY", ("请去掉 `RRULE:`", "leave out `RRULE:`")),
    ("BYDAY=MO;FREQ=WEEKLY", ("请以 `FREQ=` 开头", "begin with `FREQ=`")),
    ("FREQ=DAILY;FREQ=DAILY", ("`FREQ` 写了两次", "`FREQ` stands twice")),
    ("FREQ=HOURLY", FINER),
    ("FREQ=SECONDLY;COUNT=3", FINER),
    ("FREQ=DAILY;BYHOUR=23", FINER),
    ("FREQ=DAILY;BYMINUTE=30", FINER),
    (
        "FREQ=YEARLY;BYYEARDAY=1",
        ("不支持 `BYYEARDAY`；请用 `BYMONTH` 和 `BYMONTHDAY`", "instead of `BYYEARDAY` use `BYMONTH` and `BYMONTHDAY`"),
    ),
    ("FREQ=DAILY;INTERVAL=0", ("`INTERVAL` 应为 1 至 999 的整数", "`INTERVAL` is a whole number from 1 to 999")),
    ("FREQ=DAILY;INTERVAL=1000", ("`INTERVAL` 应为 1 至 999 的整数", None)),
    ("FREQ=DAILY;INTERVAL=٣", ("`INTERVAL` 应为 1 至 999 的整数", None)),
    ("FREQ=DAILY;COUNT=01", ("`COUNT` 应为 1 至 9999 的整数", None)),
    ("FREQ=DAILY;COUNT=1000000000", ("`COUNT` 应为 1 至 9999 的整数", "`COUNT` is a whole number from 1 to 9999")),
    ("FREQ=DAILY;COUNT=3;UNTIL=20251231", ("`COUNT` 与 `UNTIL` 只能写一个", "write `COUNT` or `UNTIL`, not both")),
    ("FREQ=DAILY;UNTIL=2025-12-31", UNTIL),
    ("FREQ=DAILY;UNTIL=20250230", UNTIL),
    ("FREQ=DAILY;UNTIL=20251231T155959", UNTIL),
    ("FREQ=DAILY;UNTIL=20251231T245959Z", UNTIL),
    ("FREQ=DAILY;UNTIL=22001231", UNTIL),
    ("FREQ=MONTHLY;BYMONTH=13", ("`BYMONTH` 应为 1 至 12 的整数", None)),
    (
        "FREQ=MONTHLY;BYMONTHDAY=32",
        ("`BYMONTHDAY` 应为 1 至 31，倒数为 -1 至 -31", "`BYMONTHDAY` is 1 to 31, or -1 to -31 from the end"),
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=0", ("`BYMONTHDAY` 应为 1 至 31，倒数为 -1 至 -31", None)),
    ("FREQ=MONTHLY;BYMONTHDAY=1,", ("`BYMONTHDAY` 应为 1 至 31，倒数为 -1 至 -31", None)),
    ("FREQ=WEEKLY;BYMONTHDAY=1", ("按周重复不能用 `BYMONTHDAY`；请用 `BYDAY`", None)),
    ("FREQ=WEEKLY;BYDAY=FRIDAY", WEEKDAY),
    ("FREQ=MONTHLY;BYDAY=0MO", WEEKDAY),
    ("FREQ=YEARLY;BYDAY=54MO", WEEKDAY),
    ("FREQ=WEEKLY;BYDAY=1MO", PLACED),
    ("FREQ=DAILY;BYDAY=-1FR", PLACED),
    ("FREQ=MONTHLY;BYDAY=6MO", ("一个月里同一周几最多 5 个", "a month has five of a weekday at the most")),
    ("FREQ=YEARLY;BYMONTH=1;BYDAY=-6MO", ("一个月里同一周几最多 5 个", None)),
    ("FREQ=MONTHLY;BYSETPOS=1", SET_PLACE),
    ("FREQ=DAILY;BYDAY=MO;BYSETPOS=1", SET_PLACE),
    ("FREQ=WEEKLY;WKST=M", ("`WKST` 写作 `MO` 或 `SU`", "`WKST` is written `MO` or `SU`")),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", NO_DAY),
    ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,-30", NO_DAY),
    ("FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31", NO_DAY),
]


@pytest.mark.parametrize(("phrase", "hint"), REFUSED, ids=[phrase for phrase, _ in REFUSED])
def test_what_is_refused(phrase: str, hint: tuple[str, str | None]) -> None:
    with pytest.raises(GrammarError) as error:
        parse_repeat(phrase)
    told = error.value.message
    assert told.zh == f"“{phrase}”不是可识别的重复规则（{hint[0]}）；应写作 `FREQ=MONTHLY;BYMONTHDAY=-1`"
    if hint[1] is not None:
        write = "write it like `FREQ=MONTHLY;BYMONTHDAY=-1`"
        assert told.en == f"`{phrase}` is not a repeat of the format ({hint[1]}); {write}"
    assert error.value.kind == "repeat"


def test_a_long_phrase_is_shortened() -> None:
    with pytest.raises(GrammarError, match="^`" + "X" * 59 + "…` is not a repeat of the format"):
        parse_repeat("X" * 5000)


@given(st.text(alphabet="FREQ=DAILYWKMONTHU;,-+0123456789BYSP:ZTé\n", max_size=60))
def test_any_text_is_read_or_refused(phrase: str) -> None:
    try:
        found = parse_repeat(phrase)
    except GrammarError:
        return
    assert str(found) == phrase
