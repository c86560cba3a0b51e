"""Numbers that people give: volumes, rates, shares and counts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from outageplan.errors import GrammarError
from outageplan.notice.volumes import Volume, parse_count, parse_rate, parse_share, parse_volume


@pytest.mark.parametrize(
    ("parse", "phrase", "found"),
    [
        (parse_volume, "320", Volume(320, 320)),
        (parse_volume, "280-350", Volume(280, 350)),
        (parse_volume, "0", Volume(0, 0)),
        (parse_volume, "999999999", Volume(999999999, 999999999)),
        (parse_rate, "60", Fraction(60)),
        (parse_rate, "7.5", Fraction(15, 2)),
        (parse_rate, "0.5", Fraction(1, 2)),
        (parse_share, "2%", (Fraction(1, 50), Fraction(1, 50))),
        (parse_share, "0.02", (Fraction(1, 50), Fraction(1, 50))),
        (parse_share, "1%-3%", (Fraction(1, 100), Fraction(3, 100))),
        (parse_share, "0.01-0.03", (Fraction(1, 100), Fraction(3, 100))),
        (parse_share, "0-100%", (Fraction(0), Fraction(1))),
        (parse_share, "0.0001%", (Fraction(1, 10**6), Fraction(1, 10**6))),
        (parse_count, "20", 20),
    ],
)
def test_numbers(parse: Callable[[str], Any], phrase: str, found: object) -> None:
    assert parse(phrase) == found


@pytest.mark.parametrize(
    ("parse", "phrase", "told"),
    [
        (parse_volume, "abc", "`abc` is not a number of transactions; write `320`, `280-350`"),
        (parse_volume, "-5", "`-5` is not a number of transactions; write `320`, `280-350`"),
        (parse_volume, "010", "`010` is not a number of transactions; write `320`, `280-350`"),
        (parse_volume, "1,000", "`1,000` is not a number of transactions; write `320`, `280-350`"),
        (parse_volume, "350-280", "`350-280` is not a number of transactions; write `280-350`"),
        (parse_volume, "三百", "`三百` is not a number of transactions; write `320`, `280-350`"),
        (parse_volume, "٣٢٠", "`٣٢٠` is not a number of transactions; write `320`, `280-350`"),
        (parse_rate, "0", "`0` is not a rate (transactions an hour); write `60`, `7.5`"),
        (parse_rate, "0.0", "`0.0` is not a rate (transactions an hour); write `60`, `7.5`"),
        (parse_rate, "-1", "`-1` is not a rate (transactions an hour); write `60`, `7.5`"),
        (parse_rate, "1e3", "`1e3` is not a rate (transactions an hour); write `60`, `7.5`"),
        (parse_rate, "nan", "`nan` is not a rate (transactions an hour); write `60`, `7.5`"),
        (parse_share, "101%", "`101%` is not a share; write `2%`, `0.02`, `1%-3%`"),
        (parse_share, "2", "`2` is not a share; write `2%`, `0.02`, `1%-3%`"),
        (parse_share, "3%-1%", "`3%-1%` is not a share; write `2%`, `0.02`, `1%-3%`"),
        (parse_share, "some", "`some` is not a share; write `2%`, `0.02`, `1%-3%`"),
        (parse_count, "0", "`0` is not a whole number from 1; write `20`"),
        (parse_count, "2.5", "`2.5` is not a whole number from 1; write `20`"),
        (parse_count, "x" * 99, f"`{'x' * 39}…` is not a whole number from 1; write `20`"),
    ],
)
def test_numbers_that_are_refused(parse: Callable[[str], Any], phrase: str, told: str) -> None:
    with pytest.raises(GrammarError) as caught:
        parse(phrase)
    assert caught.value.message.en == told
