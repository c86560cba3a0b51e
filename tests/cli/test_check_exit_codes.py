"""`check --exit-code`: 1 while a service asked about is affected or not certainly back, to the minute; else 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from .invented import DURING, NOTICES, small
from .running import run


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("2021-11-21 17:59", 0),
        ("2021-11-21 18:00", 1),
        ("2021-11-28 07:59", 1),
        ("2021-11-28 08:00", 0),
    ],
)
def test_both_sides_of_both_boundaries(tmp_path: Path, moment: str, code: int) -> None:
    result = run("check", "--notices", small(tmp_path), "--at", moment, "--lang", "en", "--exit-code")
    assert (result.code, result.err) == (code, "")
    assert run("check", "--notices", small(tmp_path), "--at", moment, "--lang", "en").code == 0


@pytest.mark.parametrize(
    ("moment", "code"),
    [("2021-11-28 07:59", 1), ("2021-11-28 08:00", 1), ("2021-12-28 07:59", 1), ("2021-12-28 08:00", 0)],
)
def test_an_expected_end_is_not_believed_for_thirty_days(tmp_path: Path, moment: str, code: int) -> None:
    notice = small(tmp_path, replace=("end: 2021", "end: expected 2021"))
    assert run("check", "small", "--notices", notice, "--at", moment, "--lang", "en", "--exit-code").code == code


@pytest.mark.parametrize("moment", ["2021-11-22 09:00", "2021-11-28 09:00", "2021-12-20 09:00", "2022-01-20 09:00"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_said_to_be_down_only_where_the_exit_code_says_so(moment: str, lang: str) -> None:
    result = run(
        *("check", "henan-2021-11", "--notices", NOTICES, "--at", moment, "--lang", lang, "--exit-code"),
        *("--service", "settlement.local.pharmacy"),
    )
    calming = {"zh": "此刻没有公告所称的停机", "en": "Nothing is announced to be down"}[lang]
    assert (calming in result.out) == (result.code == 0)


@pytest.mark.parametrize(("service", "code"), [("tax hall", 0), ("药店", 1)])
def test_only_the_services_asked_about_count(service: str, code: int) -> None:
    asked = ("--service", service, "--exit-code", "--lang", "en")
    assert run("check", "henan-2021-11", "--notices", NOTICES, "--at", DURING, *asked).code == code
