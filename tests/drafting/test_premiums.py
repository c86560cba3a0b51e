"""Contributions by who pays them."""

from __future__ import annotations

import pytest

from outageplan.drafting.premiums import premiums

EMPLOYEE, RESIDENT, FLEXIBLE = (f"contribution.collection.{payer}" for payer in ("employee", "resident", "flexible"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("职工医疗保险(含生育保险)费", [(EMPLOYEE,)]),
        ("职工基本医疗保险费(含生育保险)、灵活就业人员基本医疗保险费", [(EMPLOYEE,), (FLEXIBLE,)]),
        ("城乡居民和灵活就业人员医疗保险费", [(FLEXIBLE, RESIDENT)]),
        ("灵活就业人员、城乡居民缴纳的基本医疗保险费", [(FLEXIBLE, RESIDENT)]),
        ("用人单位缴纳的职工基本医疗保险费", [(EMPLOYEE,)]),
        ("职工医疗保险费用年度结算", []),
        ("居民医疗费报销", []),
        ("职工医保费率", []),
    ],
)
def test_who_pays(text: str, found: list[tuple[str, ...]]) -> None:
    assert [one.ids for one in premiums(text)] == found
