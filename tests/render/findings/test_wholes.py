"""Whole outputs compared with those kept beside them."""

from __future__ import annotations

import pytest

from .wholes import EXAMPLES, WHOLES


@pytest.mark.parametrize("name", WHOLES)
def test_as_kept(name: str) -> None:
    assert WHOLES[name]() == (EXAMPLES / name).read_text(encoding="utf-8")


def test_nothing_else_is_kept() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(WHOLES)
