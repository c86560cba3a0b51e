"""Hostile text: the work grows with its length, counted in steps of the program and not by a clock."""

from __future__ import annotations

import random
import sys
from types import FrameType
from typing import Any

import pytest

from tests.drafting.drafting_examples import drafted

HOSTILE = {
    "dates": "2021年11月18日18时起暂停，",
    "lines": "2021年11月18日（星期四）18：00至\n",
    "lists": "异地、住院",
    "exceptions": "除门诊外",
    "events": "待国家平台验收",
    "numbers": "一、停机\n",
    "tables": "| a | b |\n",
    "phones": "0000-8000001、",
    "stops": "暂停门诊、",
    "labels": "停机时间：",
    "asides": "网厅停办（门诊不受影响），",
    "papers": "门诊照常受理材料，",
    "payers": "灵活就业人员在窗口缴费、",
    "stamps": "发布时间：2021-05-15 17:08\n",
    "blanks": " ",
    "brackets": "（",
}
HOSTILE_HTML = {
    "open": "<",
    "cells": "<td>",
    "tables": "<table><tr><td>",
    "scripts": "<script>",
    "comments": "<!--",
    "references": "&amp",
    "spans": "<tr><td rowspan=60 colspan=12>a</td>",
}
FRAGMENTS = (
    *("停机", "暂停", "恢复", "恢复时间", "9月1日", "18时", "至", "起", "的", "其中", "与", "同"),
    *("第一项", "(一)", "异地就医", "住院", "结算", "医保业务", "所有", "、", "，", "。", "；", "|"),
)


def steps(text: str, file: str) -> int:
    """How many lines of our code are run for a text."""
    counted = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        if "drafting" not in frame.f_code.co_filename:
            return None
        counted += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        drafted(text, file)
    finally:
        sys.settrace(before)
    return counted


def grows(piece: str, file: str) -> float:
    """How much more is done for four times the text."""
    short = piece * (2000 // len(piece))
    return growth(f"{short}x", f"{short * 4}x", file)


def growth(short: str, long: str, file: str) -> float:
    steps(short[:200] + "x", file)  # what is read once
    return steps(long, file) / steps(short, file)


def scrambled(words: int, *, between: str) -> str:
    """Words of announcements in no order, the same ones each time."""
    return between.join(random.Random(1).choices(FRAGMENTS, k=words))


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_text_of_four_times_the_length_is_four_times_the_work(piece: str) -> None:
    assert grows(piece, "a.txt") < 6


@pytest.mark.parametrize("piece", HOSTILE_HTML.values(), ids=HOSTILE_HTML)
def test_pages_of_four_times_the_length_are_four_times_the_work(piece: str) -> None:
    assert grows(piece, "a.html") < 6


@pytest.mark.parametrize("between", ["", "\n"], ids=["sentences", "lines"])
def test_scrambled_text_costs_no_more_than_each_stop_beside_each_return(between: str) -> None:
    short, long = (scrambled(words, between=between) for words in (1000, 4000))
    assert growth(short, long, "a.txt") < 4 * 4


def test_too_many_times_are_told() -> None:
    assert "too-many-times" in {remark.code for remark in drafted(HOSTILE["dates"] * 400).remarks}
