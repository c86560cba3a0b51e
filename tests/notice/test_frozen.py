"""A frozen dictionary reads like a `dict`, cannot be changed, and can be copied and sent to another process."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from outageplan.notice.frozen import FrozenDict

CONTENT = {"b": 1, "a": 2}
CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda frozen: frozen.__setitem__("c", 3),
    "delete": lambda frozen: frozen.__delitem__("a"),
    "update": lambda frozen: frozen.update(c=3),
    "merge": lambda frozen: frozen.__ior__({"c": 3}),
    "pop": lambda frozen: frozen.pop("a"),
    "popitem": lambda frozen: frozen.popitem(),
    "setdefault": lambda frozen: frozen.setdefault("a", 1),
    "clear": lambda frozen: frozen.clear(),
}


@pytest.mark.parametrize("change", list(CHANGES.values()), ids=CHANGES)
def test_it_cannot_be_changed(change: Callable[[Any], object]) -> None:
    frozen = FrozenDict(CONTENT)
    with pytest.raises(TypeError, match="a frozen dictionary cannot be changed"):
        change(frozen)
    assert frozen == CONTENT


def test_it_reads_like_a_dictionary_in_the_order_given() -> None:
    frozen = FrozenDict(CONTENT)
    assert (list(frozen.items()), frozen["a"], frozen.get("c"), len(frozen)) == ([("b", 1), ("a", 2)], 2, None, 2)
    assert FrozenDict() == {}


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda frozen: pickle.loads(pickle.dumps(frozen))],
    ids=["copy", "deep", "pickle"],
)
def test_a_copy_is_frozen_too(again: Callable[[FrozenDict[str, int]], FrozenDict[str, int]]) -> None:
    found = again(FrozenDict(CONTENT))
    assert (type(found), list(found.items())) == (FrozenDict, list(CONTENT.items()))
