"""Counts, hours and pages of `impact` as people read them, in both languages."""

from __future__ import annotations

import math
from fractions import Fraction

from outageplan.engine.counting import Count
from outageplan.wording import Text


def count_text(count: Count) -> Text:
    """`963`, `about 963`, `900 to 1,500`, `over 3,500,000`, `0 to over 3,500,000`, `at least 50`.

    The ends of a range are rounded outwards, but nothing is rounded up that is told as "over"; a single number that is
    no whole one is told as "about".
    """
    if count.high is None:
        low = f"{math.floor(count.low):,}"
        return Text(f"至少 {low}，无上限", f"at least {low}, no upper bound") if count.low else _UNBOUNDED
    if count.low == count.high:
        return _single(count.low, over=count.over)
    low = f"{math.floor(count.low):,}"
    if count.over:
        high = f"{math.floor(count.high):,}"
        return Text(f"{low} 至超过 {high}", f"{low} to over {high}")
    high = f"{math.ceil(count.high):,}"
    return Text(f"{low} 至 {high}", f"{low} to {high}")


_UNBOUNDED = Text("没有上限", "no upper bound")


def _single(number: Fraction, *, over: bool) -> Text:
    if over and number:
        return Text(f"超过 {math.floor(number):,}", f"over {math.floor(number):,}")
    whole = f"{math.floor(number + Fraction(1, 2)):,}"
    return Text(whole, whole) if number.denominator == 1 else Text(f"约 {whole}", f"about {whole}")


def pages(count: Count, rows: int) -> tuple[int, int | None]:
    """Whole ledger pages for a count: at the least, at the most."""
    return math.ceil(count.low / rows), None if count.high is None else math.ceil(count.high / rows)


def pages_text(count: Count, rows: int) -> Text:
    """`49 pages of 20 rows`."""
    low, high = pages(count, rows)
    if high is None:
        return Text(f"至少 {low:,} 页（每页 {rows} 行）", f"at least {low:,} pages of {rows} rows")
    number = count_text(Count(Fraction(low), Fraction(high), count.over))
    plural = "" if (low, high, count.over) == (1, 1, False) else "s"
    return Text(f"{number['zh']} 页（每页 {rows} 行）", f"{number['en']} page{plural} of {rows} rows")


def hours_text(hours: Count) -> Text:
    """`19 h 15 min`, `2 h to 19 h 15 min`."""
    low = _clock(hours.low)
    if hours.high is None:
        return Text(f"至少 {low['zh']}", f"at least {low['en']}")
    high = _clock(hours.high)
    if low == high:
        return Text(f"超过 {low['zh']}", f"over {low['en']}") if hours.over else low
    more = Text("超过", "over ") if hours.over else Text("", "")
    return Text(f"{low['zh']}至{more['zh']} {high['zh']}", f"{low['en']} to {more['en']}{high['en']}")


def _clock(hours: Fraction) -> Text:
    minutes = math.ceil(hours * 60)
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return Text(f"{whole:,} 小时 {rest} 分钟", f"{whole:,} h {rest} min")
    return Text(f"{whole:,} 小时", f"{whole:,} h") if whole or not rest else Text(f"{rest} 分钟", f"{rest} min")


def rate_text(rate: Fraction) -> str:
    """A rate with at most two decimals, in groups of three."""
    return f"{float(rate):,.2f}".rstrip("0").rstrip(".")
