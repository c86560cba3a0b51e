"""Numbers that people give: transactions a day (`320`, `280-350`), a rate an hour (`60`), a share (`2%`, `1%-3%`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from outageplan.errors import GrammarError
from outageplan.wording import Text

_COUNT = r"(?:0|[1-9][0-9]{0,8})"
VOLUME = rf"{_COUNT}(?:-{_COUNT})?"
RATE = r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?"
_PART = r"(?:[0-9]{1,3}(?:\.[0-9]{1,9})?)(%?)"


@dataclass(frozen=True, slots=True)
class Volume:
    """Transactions a day, as a range whose ends are equal where one number is given."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"


def parse_volume(phrase: str) -> Volume:
    """`320` or `280-350`. Raises `GrammarError`."""
    if not re.fullmatch(VOLUME, phrase, re.ASCII):
        raise _error(phrase, "笔数", "a number of transactions", "320`, `280-350")
    low, _, high = phrase.partition("-")
    found = Volume(int(low), int(high or low))
    if found.low > found.high:
        raise _error(phrase, "笔数", "a number of transactions", f"{found.high}-{found.low}")
    return found


def parse_rate(phrase: str) -> Fraction:
    """Transactions an hour, more than none: `60`, `7.5`. Raises `GrammarError`."""
    if not re.fullmatch(RATE, phrase, re.ASCII) or Fraction(phrase) == 0:
        raise _error(phrase, "速度（每小时笔数）", "a rate (transactions an hour)", "60`, `7.5")
    return Fraction(phrase)


def parse_share(phrase: str) -> tuple[Fraction, Fraction]:
    """A share of a whole as a range: `2%`, `0.02`, `1%-3%`. Raises `GrammarError`."""
    found = re.fullmatch(rf"{_PART}(?:-{_PART})?", phrase.strip(), re.ASCII)
    if found:
        low, _, high = phrase.strip().partition("-")
        parts = _part(low), _part(high or low)
        if parts[0] <= parts[1] <= 1:
            return parts
    raise _error(phrase, "占比", "a share", "2%`, `0.02`, `1%-3%")


def parse_count(phrase: str) -> int:
    """A whole number from 1: `20`. Raises `GrammarError`."""
    if not re.fullmatch("[1-9][0-9]{0,5}", phrase.strip(), re.ASCII):
        raise _error(phrase, "正整数", "a whole number from 1", "20")
    return int(phrase)


def _part(text: str) -> Fraction:
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def _error(phrase: str, zh: str, en: str, example: str) -> GrammarError:
    shown = phrase if len(phrase) <= 40 else phrase[:39] + "…"
    return GrammarError(
        Text(f"“{shown}”不是可识别的{zh}；应写作 `{example}`", f"`{shown}` is not {en}; write `{example}`"), "number"
    )
