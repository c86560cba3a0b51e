"""Title, issuer and date of publication."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import drafted, notice

STOP = "2021年9月10日18时至9月12日8时，医保系统停机。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"首页 > 通知公告\n关于系统停机的公告\n来源：某网\n{STOP}", "关于系统停机的公告"),
        (f"某市医疗保障局\n关于系统停机的公告\n{STOP}", "关于系统停机的公告"),
        (f"關於系統停機的公告\n{STOP}", "關於系統停機的公告"),  # as it is written
        (f"医保结算要停三天，来看病请留意\n停机、恢复时间\n{STOP}", "医保结算要停三天，来看病请留意"),
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
        ("（2021年9月1日　星期三　第03版）", "2021-09-01"),
        ("某县医疗保障局\n2021年9月1日21时", "2021-09-01"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("September 1, 2021", "2021-09-01"),
        ("1 September 2021", "2021-09-01"),
        ("（发布日期：2021年9月1日）", "2021-09-01"),
        ("某市医疗保障局\n2021年9月1日11:20", "2021-09-01"),
        ("某市医保　2021-09-01 19:35", "2021-09-01"),
        ("感谢理解与支持🙏\n某市医疗保障局2021年9月1日", "2021-09-01"),
        ("转载更新时间：2022-01-19 10:00", None),  # when it was put up again
        ("2021年13月1日", None),
        ("截止日期：2021年9月30日前", None),
        ("2021年9月10日18:00\n至2021年9月12日8:00", None),  # a range that is broken over two lines
        ("凭发票（开票日期须在2021年9月11日18:00之后）报销", None),
    ],
)
def test_the_date_of_publication(foot: str, published: str | None) -> None:
    found = notice(f"关于系统停机的公告\n{STOP}\n{foot}\n").published
    assert (str(found) if found else None) == published


@pytest.mark.parametrize(
    "line",
    [
        "（2021年9月1日）",
        "2021-9-1 8:16 【",
        "来源：某日报 2021年9月1日",
        "Updated: Sept 1, 2021 | Source: Desk",
        "某某晚报 2021年9月1日 A04版",
        "□某某早报记者 某某　2021年9月1日",
        "2021年09月01日 10:02:43",
        "某医院　2021年9月1日 18:20　广东",
        "《某某日报》2021年9月1日讯　昨日，市医保局通报有关工作。",
        "CITY (Evening Post, September 1, 2021) -- Hospitals will tell their patients.",
        "今天（2021年9月1日，星期三）上午，市医保局通报有关工作。",
    ],
)
def test_the_line_below_a_title(line: str) -> None:
    body = "\n".join(f"第{number}段，请互相转告。" for number in range(20))
    found = notice(f"关于系统停机的公告\n{line}\n{STOP}\n{body}\n").published
    assert str(found) == "2021-09-01"


def test_a_signature_goes_before_the_stamp_of_a_repost() -> None:
    text = f"关于系统停机的公告\n发布时间：2022-01-19 10:00\n{STOP}\n某市医疗保障局\n2021年9月1日"
    assert str(notice(text).published) == "2021-09-01"


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("发布时间：2021-09-28 10:00", "2021-09-28"),  # news of what is over
        ("发布时间：2025-12-15 10:00", None),  # put up again years later
        ("2025-12-15 10:00:34", None),
        ("2025-12-15", None),
    ],
)
def test_a_page_that_is_dated_long_after_its_text(stamp: str, published: str | None) -> None:
    read = drafted(f"关于系统停机的公告\n{stamp}\n{STOP}")
    found = read.tree.get("published")
    assert found == published
    assert any(remark.code == "date-of-a-copy" for remark in read.remarks) == (published is None)


def test_a_page_that_is_dated_shortly_before_its_own_days_is_no_copy() -> None:
    body = "2020年度集中缴费期已于2020年12月31日结束。9月10日18时至9月12日8时，医保系统停机，暂停结算。"
    assert str(notice(f"关于系统停机的公告\n日期：2021-09-08 10:00　来源：某报\n{body}\n").published) == "2021-09-08"


def test_a_copy_that_lost_the_years_does_not_give_its_own() -> None:
    read = drafted("停机公告\n发布时间：2023-05-15 10:00\n定于年8月15日0时至年8月17日8时停机切换，医保业务暂停。")
    assert "published" not in read.tree


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("某报9月5日讯 ", "2021-09-05"),
        ("9月8日，某市医疗保障局发布通告：", "2021-09-08"),
        ("12月20日，某市医疗保障局发布通告：", None),  # too far from what it announces to tell its year
        ("注册：2020-09-01\n9月8日，某市医疗保障局发布通告：", "2021-09-08"),  # not the year of the site
        ("9月8日，某市医疗保障局召开会议，", None),
        ("9月1日，省医疗保障局发布《关于切换的通知》，", None),  # another document
    ],
)
def test_a_date_without_a_year_takes_it_from_what_is_announced(text: str, published: str | None) -> None:
    read = drafted(f"系统停机\n{text}{STOP}")
    assert read.tree.get("published") == published
    sure = [item.sure.value for item in read.items if item.kind == "published"]
    assert sure == (["inferred"] if published else [])


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
