"""Title, issuer and date of publication."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import notice

STOP = "2021年9月10日18时至9月12日8时，医保系统停机。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"首页 > 通知公告\n关于系统停机的公告\n来源：某网\n{STOP}", "关于系统停机的公告"),
        (f"某市医疗保障局\n关于系统停机的公告\n{STOP}", "关于系统停机的公告"),
        (f"關於系統停機的公告\n{STOP}", "關於系統停機的公告"),  # as it is written
        (f"各参保单位：\n{STOP}", "（标题待补）"),
    ],
)
def test_the_title(text: str, title: str) -> None:
    assert notice(text).title.zh == title


def test_a_page_s_own_name_is_cut_off() -> None:
    page = f"<title>关于系统停机的公告_某市医疗保障局</title><p>{STOP}</p>"
    assert notice(page, file="a.html").title.zh == "关于系统停机的公告"


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("某市医疗保障局\n2021年9月1日", "2021-09-01"),
        ("某市医疗保障局 2021年9月1日", "2021-09-01"),
        ("二〇二一年九月一日", "2021-09-01"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("September 1, 2021", "2021-09-01"),
        ("1 September 2021", "2021-09-01"),
        ("（发布日期：2021年9月1日）", "2021-09-01"),
        ("转载更新时间：2022-01-19 10:00", None),  # when it was put up again
        ("2021年13月1日", None),
        ("截止日期：2021年9月30日前", None),
    ],
)
def test_the_date_of_publication(foot: str, published: str | None) -> None:
    found = notice(f"关于系统停机的公告\n{STOP}\n{foot}\n").published
    assert (str(found) if found else None) == published


def test_a_signature_goes_before_the_stamp_of_a_repost() -> None:
    text = f"关于系统停机的公告\n发布时间：2022-01-19 10:00\n{STOP}\n某市医疗保障局\n2021年9月1日"
    assert str(notice(text).published) == "2021-09-01"


def test_a_date_that_is_given_goes_before_the_text_and_gives_the_year() -> None:
    from datetime import date

    read = notice("公告\n9月10日18时起医保系统停机。", published=date(2021, 9, 1))
    assert str(read.published) == "2021-09-01"
    assert str(read.windows["stop"].start) == "2021-09-10 18:00"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"公告\n{STOP}\n潍坊市医疗保障局\n2021年9月1日", "潍坊市医疗保障局"),
        (f"潍坊市医疗保障局关于停机的公告\n{STOP}", "潍坊市医疗保障局"),
        (f"停机公告\n{STOP}", None),
    ],
)
def test_the_issuer(text: str, issuer: str | None) -> None:
    found = notice(text).issuer
    assert (found.zh if found else None) == issuer


def test_an_english_issuer() -> None:
    text = "Stop\nThe system is suspended.\nThe announcement is hereby made. Weifang Medical Security Bureau.\n"
    found = notice(text).issuer
    assert found is not None
    assert found.en == "Weifang Medical Security Bureau"
