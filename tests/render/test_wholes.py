"""Whole answers about small invented notices, compared with those kept beside them."""

from __future__ import annotations

import pytest

from ..cli.invented import EXAMPLES
from .wholes import WHOLES, Whole


@pytest.mark.parametrize("whole", WHOLES, ids=lambda whole: whole.file)
def test_the_whole_answer(whole: Whole) -> None:
    assert whole.printed() == whole.kept()


def test_no_answer_is_kept_that_nobody_asks_for() -> None:
    kept = {file.name for file in EXAMPLES.iterdir() if file.suffix in (".txt", ".md", ".json")}
    assert kept == {whole.file for whole in WHOLES}


@pytest.mark.parametrize("notice", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_says_that_it_is_invented(notice: object) -> None:
    text = (EXAMPLES / str(notice)).read_text(encoding="utf-8")
    assert text.startswith("# Invented for the tests: no bureau announced this.")
    assert "虚构" in text
