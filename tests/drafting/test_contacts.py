"""Telephone numbers with their sections; no date, code or amount is one."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import notice

STOP = "甲市公告\n2021年9月10日18时至9月12日8时，医保系统停机。\n"


def contacts(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(contact.name.zh or contact.name.en, contact.phones) for contact in notice(STOP + text).contacts.values()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("咨询电话：0000-8000001、12393", [("咨询电话", ("0000-8000001", "12393"))]),
        ("参保科 0000-8000001，待遇科 0000-8000002", [("参保科", ("0000-8000001",)), ("待遇科", ("0000-8000002",))]),
        ("电话：（0000）8000001转802", [("咨询电话", ("0000-8000001 ext. 802",))]),
        ("咨询请拨打：0000-12345", [("咨询电话", ("0000-12345",))]),
        ("异地就医科0000-8000001、8000002", [("异地就医科", ("0000-8000001", "0000-8000002"))]),
        ("联系电话：８０００００１", [("咨询电话", ("8000001",))]),
        ("Section of off-site care: 0000-8000001", [("Section of off-site care", ("0000-8000001",))]),
        ("医保〔2021〕12号，涉及金额12386500元", []),
        ("传真：0000-8000001", []),
        ("备案号：20211234567", []),
        ("系统版本20210910-0800001", []),
    ],
)
def test_numbers_and_names(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert contacts(text) == found


def test_a_section_answers_for_its_services() -> None:
    (contact,) = notice(f"{STOP}异地就医备案：0000-8000001").contacts.values()
    assert contact.services == ("filing.offsite",)


def test_a_number_is_told_once() -> None:
    assert contacts("咨询电话：12393\n服务热线：12393") == [("咨询电话", ("12393",))]
