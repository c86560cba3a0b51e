"""Henan, November 2021: whose notice it is and where it comes from, every telephone number, and what is left open.

The source is an English machine translation; its relay in Chinese (found elsewhere) adds the title and the date.
"""

from __future__ import annotations

from .asking import HENAN, Words, lacking, notice


def test_whose_notice_it_is() -> None:
    """Contacts: the Henan Medical Security Service Center; the relay: published on 17 November 2021."""
    found = notice(HENAN)
    issuer = {"zh": "河南省医疗保障服务中心", "en": "Henan Medical Security Service Center"}
    assert (found["issuer"], found["published"], found["status"]) == (issuer, "2021-11-17", "confirmed")


def test_the_title_is_that_of_the_relay() -> None:
    """The relay: 国家医疗保障信息平台 … 省直 线上测试 (tested online, not 上线) … 暂停."""
    words = (
        ("省直", "provincial-direct"),
        ("国家医疗保障信息平台", "national platform"),
        ("线上测试", "tested"),
        ("暂停", "suspended"),
    )
    assert lacking(notice(HENAN)["title"], words) == []


def test_where_it_comes_from() -> None:
    """The English text that was given, and the Chinese relay that was found elsewhere."""
    keys = ("id", "language", "origin", "file", "url", "title")
    assert [tuple(one[key] for key in keys) for one in notice(HENAN)["sources"]] == [
        ("announcement", "en", "given", "003_ddd06d446637595e.txt", None, None),
        (
            "relay",
            "zh",
            "found_elsewhere",
            None,
            "https://renshi.hnuahe.edu.cn/info/1155/1688.htm",
            "关于国家医疗保障信息平台在省直线上测试期间暂停医保服务的通知",
        ),
    ]


def test_how_the_two_sources_were_read() -> None:
    """The translation's slips (II, III.4.1.3, III.4.2.2), and what the relay adds, confirms and lacks."""
    announcement, relay = (one["note"] for one in notice(HENAN)["sources"])
    for words in ("Machine translation", "省直", "备案", "报销", "III.4.1.3", "门诊重症慢性病", "III.4.2.2", "twice"):
        assert words in announcement
    for words in (
        "2021-11-17",
        "both windows",
        "two deadlines",
        "预计",
        "另行通知",
        "Lacks the tax section (III.1)",
        "保险",
    ):
        assert words in relay


def test_every_telephone_number() -> None:
    """Contacts: twelve lines with their sections; one lost its name, one number its area code."""
    outpatient = (
        "settlement.local.outpatient settlement.local.chronic settlement.local.special_drug "
        "settlement.local.pharmacy treatment_application.chronic filing.chronic"
    )
    found = [
        (one["name"]["zh"], one["name"]["en"], one["phones"], " ".join(one["services"]))
        for one in notice(HENAN)["contacts"]
    ]
    center = "河南省医疗保障服务中心"
    assert found == [
        ("参保登记信息维护科", "Enrolment and information section", ["0371-65742313"], "enrolment"),
        ("基金管理科", "Fund management section", ["0371-86591750"], "contribution"),
        (
            "职工住院待遇保障科",
            "Employees' inpatient benefits section",
            ["0371-69698589"],
            "settlement.local.inpatient",
        ),
        ("职工门诊待遇保障科", "Employees' outpatient benefits section", ["0371-65751397"], outpatient),
        ("科室名称缺失", "Section name lost", ["65853070"], ""),
        ("异地就医管理科", "Off-site care section", ["0371-65742316"], "settlement.offsite filing.offsite"),
        ("协议管理科", "Agreements section", ["0371-86599875"], "provider"),
        ("行业单位管理科", "Industry units section", ["0371-69698588"], ""),
        (
            "河南省医疗保险统计分析中心",
            "Henan Provincial Medical Insurance Statistical Analysis Center",
            ["0371-69698570"],
            "",
        ),
        (f"{center}河南油田分中心", "Henan Oilfield branch of the center", ["0377-63830671"], ""),
        (f"{center}中原油田分中心", "Zhongyuan Oilfield branch of the center", ["0393-4819803"], ""),
        (
            f"{center}国网电力分中心",
            "State Grid electricity branch of the center",
            ["0371-67903525", "0371-67903524"],
            "",
        ),
    ]


def test_what_is_odd_about_three_numbers() -> None:
    """Contacts: one section printed twice, one line garbled, one number without its area code."""
    found = {one["id"]: one["note"] for one in notice(HENAN)["contacts"] if one["note"]}
    wanted: dict[str, tuple[Words, ...]] = {
        "outpatient": (("两次", "twice"), ("电话相同", "same number")),
        "name-lost": (("错乱", "garbled"), ("65853070", "65853070"), ("无区号", "without an area code")),
        "state-grid": (("67903524", "67903524"), ("未带区号", "without an area code")),
    }
    assert {id: lacking(note, wanted.get(id, ())) for id, note in found.items()} == {id: [] for id in wanted}


NOTES: dict[str, tuple[str, tuple[Words, ...]]] = {
    "early-or-late": (
        "I.3",
        (
            ("平台测试进度", "platform tests"),
            ("提前或延后", "earlier or later"),
            ("河南省医疗保障局官网", "website of the Henan Provincial Medical Security Bureau"),
            ("其他媒体渠道", "other media"),
        ),
    ),
    "other-adjustments": ("IV", (("其他工作调整", "other changes"), ("通知", "notified"))),
    "return-only-expected": (
        "I.2",
        (("2021年11月28日8时起全面恢复", "full return from 08:00 on 28 November 2021"), ("预计", "only expected")),
    ),
    "web-halls-return": (
        "I.1",
        (("新网厅上线时间另行通知", "announced separately"), ("11月28日", "28 November"), ("未写明", "not stated")),
    ),
    "ordinary-costs": (
        "III.2.1, III.4.1.3",
        (
            ("普通门诊", "ordinary outpatient"),
            ("药店", "pharmacy"),
            ("能否报销", "reimbursed"),
            ("未写明", "not stated"),
        ),
    ),
    "chronic-too-late": (
        "III.2.3",
        (
            ("11月18日17时前", "before 17:00 on 18 November"),
            ("12月份药品", "December medicines"),
            ("未写明", "not stated"),
        ),
    ),
    "special-cases-and-papers": (
        "III",
        (("特殊情况", "special case"), ("材料", "papers"), ("未列明", "not listed"), ("期限", "time limit")),
    ),
    "not-named": ("II", (("生育", "maternity"), ("医保电子凭证", "code"), ("急诊", "emergency"), ("未", "not"))),
    "date-from-relay": (
        "date of the page",
        (("2021年11月17日", "17 November 2021"), ("转载页", "relayed page"), ("未注明日期", "undated")),
    ),
    "contact-names": ("Contacts", (("英译", "English translation"), ("未必", "may differ"))),
}


def test_what_the_source_leaves_open_or_says_of_changes() -> None:
    """I.3 and IV announce changes; the rest is what no sentence says."""
    found = {one["id"]: (one["clause"], one["text"]) for one in notice(HENAN)["notes"]}
    assert {id: clause for id, (clause, _) in found.items()} == {id: clause for id, (clause, _) in NOTES.items()}
    assert {id: lacking(text, NOTES[id][1]) for id, (_, text) in found.items()} == {id: [] for id in NOTES}
