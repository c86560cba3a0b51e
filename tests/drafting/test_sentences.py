"""Single sentences: what each of them stops, and the many dates in an announcement that stop nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from outageplan.drafting.draft import draft_notice

FOLDER = Path(__file__).parent
SENTENCES = yaml.safe_load((FOLDER / "sentences.yaml").read_text(encoding="utf-8"))
OTHERS = yaml.safe_load((FOLDER / "other_dates.yaml").read_text(encoding="utf-8"))
ONE_STOP = ["2023-06-10 18:00 -> 2023-06-12 08:00"]


def _tree(text: str) -> Mapping[str, Any]:
    return draft_notice(text.encode(), file="announcement.txt").tree


def _windows(tree: Mapping[str, Any]) -> list[str]:
    return [f"{window.get('start')} -> {window.get('end')}" for window in tree.get("windows", {}).values()]


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"])
def test_a_sentence_stops_what_it_says(case: dict[str, Any]) -> None:
    tree = _tree(
        f"{case.get('title', '南宁市医疗保障局关于信息系统升级的公告')}\n\n"
        f"各参保单位、参保人员、定点医药机构：\n\n{case['text']}\n\n南宁市医疗保障局\n2023年6月1日\n"
    )
    effects: dict[str, set[str]] = {}
    for entry in tree.get("effects", {}).values():
        effects.setdefault(entry["effect"], set()).update(entry["services"])
    wanted = {effect: set(ids) for effect, ids in case.items() if effect not in ("text", "title", "windows")}
    assert _windows(tree) == case["windows"]
    assert effects == wanted


@pytest.mark.parametrize("frame", OTHERS["frames"], ids=["an item", "the same paragraph", "before it"])
@pytest.mark.parametrize("sentence", OTHERS["beside a stop"])
def test_a_date_of_something_else_is_no_stop(sentence: str, frame: str) -> None:
    assert _windows(_tree(frame.format(sentence))) == ONE_STOP


@pytest.mark.parametrize("title", OTHERS["without a stop"])
def test_an_announcement_of_something_else_has_no_dated_window(title: str) -> None:
    body = OTHERS["without a stop"][title]
    tree = _tree(f"{title}\n\n{body}\n\n南宁市医疗保障局\n2023年6月1日\n")
    assert [window for window in _windows(tree) if any(sign.isdigit() for sign in window)] == []
