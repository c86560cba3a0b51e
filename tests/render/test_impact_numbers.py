"""Counts, pages and hours as people read them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from outageplan.engine.counting import Count
from outageplan.render.impact_numbers import count_text, hours_text, pages, pages_text, rate_text


def count(low: str, high: str | None, *, over: bool = False) -> Count:
    return Count(Fraction(low), None if high is None else Fraction(high), over)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (count("963", "963"), "963", "963"),
        (count("1925/2", "1925/2"), "约 963", "about 963"),
        (count("1/3", "1/3"), "约 0", "about 0"),
        (count("900", "1500"), "900 至 1,500", "900 to 1,500"),
        (count("899.6", "1500.2"), "899 至 1,501", "899 to 1,501"),
        (count("0", "3500000", over=True), "0 至超过 3,500,000", "0 to over 3,500,000"),
        (count("0", "7000000/3", over=True), "0 至超过 2,333,333", "0 to over 2,333,333"),
        (count("70000", "70000", over=True), "超过 70,000", "over 70,000"),
        (count("0", "0", over=True), "0", "0"),
        (count("50.5", None), "至少 50，无上限", "at least 50, no upper bound"),
        (count("0", None), "没有上限", "no upper bound"),
    ],
)
def test_counts(given: Count, zh: str, en: str) -> None:
    told = count_text(given)
    assert (told.zh, told.en) == (zh, en)


@pytest.mark.parametrize(
    ("given", "rows", "whole", "en"),
    [
        (count("0", "0"), 20, (0, 0), "0 pages of 20 rows"),
        (count("1", "1"), 20, (1, 1), "1 page of 20 rows"),
        (count("20", "20"), 20, (1, 1), "1 page of 20 rows"),
        (count("20.5", "20.5"), 20, (2, 2), "2 pages of 20 rows"),
        (count("1925/2", "1925/2"), 20, (49, 49), "49 pages of 20 rows"),
        (count("20", "21"), 20, (1, 2), "1 to 2 pages of 20 rows"),
        (count("20", "20"), 1, (20, 20), "20 pages of 1 rows"),
        (count("0", "3500000", over=True), 20, (0, 175000), "0 to over 175,000 pages of 20 rows"),
        (count("50", None), 20, (3, None), "at least 3 pages of 20 rows"),
    ],
)
def test_pages(given: Count, rows: int, whole: tuple[int, int | None], en: str) -> None:
    assert pages(given, rows) == whole
    assert pages_text(given, rows).en == en


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (count("77/4", "77/4"), "19 小时 15 分钟", "19 h 15 min"),
        (count("2", "2"), "2 小时", "2 h"),
        (count("1/4", "1/4"), "15 分钟", "15 min"),
        (count("1/1000", "1/1000"), "1 分钟", "1 min"),
        (count("0", "0"), "0 小时", "0 h"),
        (count("0", "30.5"), "0 小时至 30 小时 30 分钟", "0 h to 30 h 30 min"),
        (count("2", "2", over=True), "超过 2 小时", "over 2 h"),
        (count("0", "2", over=True), "0 小时至超过 2 小时", "0 h to over 2 h"),
        (count("2", None), "至少 2 小时", "at least 2 h"),
    ],
)
def test_hours(given: Count, zh: str, en: str) -> None:
    told = hours_text(given)
    assert (told.zh, told.en) == (zh, en)


@pytest.mark.parametrize(("rate", "text"), [("60", "60"), ("7.5", "7.5"), ("2000000", "2,000,000"), ("100", "100")])
def test_rates(rate: str, text: str) -> None:
    assert rate_text(Fraction(rate)) == text
