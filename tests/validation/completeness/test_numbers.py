"""Numbers of two languages: what is the same thing said twice, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.validation.numbers import differences
from outageplan.validation.numerals import chinese_integer
from outageplan.wording import Text

SAME = [
    ("11月21日18时", "18:00 on 21 November"),
    ("2021年11月21日18时", "18:00 on 21 November"),
    ("11月21日", "21 November 2021"),
    ("请于17:00前办理", "before 5 p.m."),
    ("请于下午5点前办理", "before 17:00"),
    ("下午2点至5点", "from 2 to 5 p.m."),
    ("2时至4时", "from 2 to 4 o'clock"),
    ("十二月二十一日十八时", "21 December, 18:00"),
    ("12月份药品", "December medicines"),
    ("七个工作日", "seven working days"),
    ("七个工作日", "7 working days"),
    ("7个工作日", "seven working days"),
    ("两个月", "two months"),
    ("两个月", "2 months"),
    ("居民“两病”", "the residents' two diseases"),
    ("两病患者", "patients with hypertension"),
    ("31日凌晨", "the small hours of the 31st"),
    ("8点半", "08:30"),
    ("8时30分", "half past eight"),
    ("中午12点", "noon"),
    ("当日24时", "midnight"),
    ("6月7日至10日之间", "between 7 and 10 June"),
    ("5万元", "50,000 yuan"),
    ("2000元", "2,000 yuan"),
    ("一次性办理", "once and for all"),
    ("统一转为自费", "converted to self-pay"),
    ("见公告 beijing-2025-05", "see the notice of Beijing"),
    ("登录 https://a.cn/2024/06 办理", "use the web site"),
    ("第1.2段两句均只写", "the text speaks twice"),
    ("2021-11-18 17:00前", "before 17:00 on 18 November 2021"),
    ("您可能需要先付", "You May have to pay first"),
    ("１８：００", "18:00"),
    ("两周内", "within 14 days"),
    ("半年内", "within 6 months"),
    ("30%", "30 per cent"),
    ("电话0371-65742316", "call 65742316"),
]
DIFFERENT = [
    ("11月21日", "22 November", ["21"], ["22"]),
    ("11月21日", "21 December", ["11"], ["December"]),
    ("18时", "17:00", ["18时"], ["17:00"]),
    ("下午5点", "5 a.m.", ["下午5点"], ["5 a.m."]),
    ("8:30", "8:00", ["8:30"], []),
    ("七个工作日", "eight working days", ["七个工作日"], ["eight working days"]),
    ("7个工作日", "working days", ["7"], []),
    ("三家医院", "two hospitals", ["三家"], ["two"]),
    ("2021年", "2022", ["2021"], ["2022"]),
    ("5万元", "5,000 yuan", ["5万"], ["5000"]),
]


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_same_said_twice(zh: str, en: str) -> None:
    assert differences(Text(zh, en)) == ([], [])


@pytest.mark.parametrize(("zh", "en", "only_zh", "only_en"), DIFFERENT)
def test_what_differs(zh: str, en: str, only_zh: list[str], only_en: list[str]) -> None:
    told_zh, told_en = differences(Text(zh, en))
    assert ([one.strip() for one in told_zh], [one.strip() for one in told_en]) == (only_zh, only_en)


@pytest.mark.parametrize(
    ("word", "value"), [("十", 10), ("十八", 18), ("二十一", 21), ("一百零五", 105), ("二〇二一", 2021), ("两", 2)]
)
def test_chinese_integers(word: str, value: int) -> None:
    assert chinese_integer(word) == value


@given(st.text(), st.text())
def test_no_text_raises(zh: str, en: str) -> None:
    differences(Text(zh, en))


PIECES = "零〇一二两三十百千万亿第个时点:：分半月日年周元0123456789.,-/ “”apm.noon half past midnight twenty-"


@given(st.text(PIECES), st.text(PIECES))
def test_no_mixture_of_numerals_raises(zh: str, en: str) -> None:
    differences(Text(zh, en))


@given(st.datetimes().filter(lambda at: 1960 < at.year < 2190))
def test_every_moment_agrees_with_itself(at: object) -> None:
    zh = f"{at:%Y}年{at:%m}月{at:%d}日{at:%H}时{at:%M}分"
    assert differences(Text(zh, f"{at:%H:%M} on {at:%d} {at:%B} {at:%Y}")) == ([], [])
