"""Ten thousand notices are compared without comparing all pairs."""

from __future__ import annotations

import dataclasses
import time

import pytest

from outageplan.notice.library import packaged_notices
from outageplan.notice.reading import read_notice_file
from outageplan.validation.examples import MOMENT
from outageplan.validation.rule import Context, Shelf, checks
from outageplan.validation.summary import summary_of


@pytest.mark.parametrize("stem", ["henan-2021-11", "weifang-2023-12", "beijing-2025-05"])
def test_ten_thousand_copies(stem: str) -> None:
    notice = read_notice_file(packaged_notices() / f"{stem}.yaml").notice
    assert notice is not None
    first = summary_of(notice, "n.yaml")
    copies = tuple(dataclasses.replace(first, id=f"n{number}", file=f"n{number}.yaml") for number in range(10_000))
    shelf = Shelf(summaries=copies, context=Context(at=MOMENT))
    started = time.process_time()
    for check in checks():
        if check.on_shelf and check.rule.code.startswith("OP5"):
            assert list(check.on_shelf(shelf)) == []
    assert time.process_time() - started < 10  # about a second; all pairs would take minutes
