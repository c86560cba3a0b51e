"""Windows: starts and ends put together by the structure of a text, each once, and none that the text does not have."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import STAGED, notice, windows

HEAD = "甲市医保系统公告\n"
SIGNED = "\n医疗保障局\n2021年9月1日\n"


def test_stages_share_the_end_that_is_told_for_all() -> None:
    text = HEAD + (
        "一、停机时间\n（一）9月10日8:00起，停止参保登记。\n（二）9月12日18:00起，停止住院结算。\n"
        "二、恢复时间\n预计9月15日8:00起恢复。" + SIGNED
    )
    assert windows(text) == [
        ("2021-09-10 08:00", "expected 2021-09-15 08:00"),
        ("2021-09-12 18:00", "expected 2021-09-15 08:00"),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("自9月10日18时起暂停结算，恢复时间另行通知。", [("2021-09-10 18:00", "to be announced")]),
        ("自9月10日18时起暂停结算。", [("2021-09-10 18:00", "to be announced")]),
        ("9月10日18时至9月12日8时系统停机。", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        ("停机时间：9月10日18:00\n恢复时间：9月12日8:00", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        ("9月10日18时停机，9月12日8时前恢复。", [("2021-09-10 18:00", "no later than 2021-09-12 08:00")]),
        ("9月10日18时起停机，9月12日恢复。", [("2021-09-10 18:00", "not before 2021-09-12")]),
        ("9月10日18时起停机，待省平台验收后恢复。", [("2021-09-10 18:00", "when 省平台验收")]),
        ("9月10日18时起，各网点不再为参保人办理业务。", [("2021-09-10 18:00", "to be announced")]),
        ("9月10日22时至9月11日6时，全市医保系统进行数据库迁移。", [("2021-09-10 22:00", "2021-09-11 06:00")]),
        ("9月10日22时至9月11日6时，开展医保年度结转，刷不了卡。", [("2021-09-10 22:00", "2021-09-11 06:00")]),
        ("定于今晚10点至后半夜4点进行医保系统容灾演练。", [("2021-09-01 22:00", "2021-09-02 04:00")]),
        # one line for each end
        (
            "全市统一安排\n9月10日22:00\n至9月11日6:00\n医保系统关闭\n药店不能刷卡",
            [("2021-09-10 22:00", "2021-09-11 06:00")],
        ),
        # a system is up before its services are
        ("9月10日22时至9月11日7时系统停机维护，9月11日8时恢复服务。", [("2021-09-10 22:00", "2021-09-11 08:00")]),
        (
            "系统停机、恢复时间\n9月10日0时-9月12日24时，恢复时间暂定9月13日0时。",
            [("2021-09-10 00:00", "tentative 2021-09-13 00:00")],
        ),
        # a return that is left open for a part
        (
            "9月10日18时至9月12日8时暂停门诊结算，停止个人账户划拨，其中个人账户划拨恢复时间另行通知。",
            [("2021-09-10 18:00", "2021-09-12 08:00"), ("2021-09-10 18:00", "to be announced")],
        ),
        (
            "9月10日18时起暂停全部医保业务。\n一、9月12日8时起，医保结算恢复。\n二、网上服务大厅恢复时间另行公告。",
            [("2021-09-10 18:00", "2021-09-12 08:00"), ("2021-09-10 18:00", "to be announced")],
        ),
        # a day beside stops by the hour, with its return behind it
        (
            "Counters are closed from 18:00 on September 10 to 9:00 on September 12, 2021.\n"
            "Payments have been closed since September 5; they are expected to reopen on September 14.",
            [("2021-09-10 18:00", "2021-09-12 09:00"), ("2021-09-05", "expected 2021-09-14")],
        ),
        # one sign for each: 停, 开
        ("住院：9月10日17:30停，12日9:00开。", [("2021-09-10 17:30", "2021-09-12 09:00")]),
        ("刷卡结算9月10日18时以后就不再办理，9月12日8时重新开门。", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        # how long it lasts tells when it ends
        ("9月10日23时开始对医保系统进行检修，时长预计7小时。", [("2021-09-10 23:00", "expected 2021-09-11 06:00")]),
        # stretches in a list
        (
            "中心定于9月10日0:30至5:30、9月12日0:30至3:00，对系统进行切换演练，结算暂停。",
            [("2021-09-10 00:30", "2021-09-10 05:30"), ("2021-09-12 00:30", "2021-09-12 03:00")],
        ),
        ("停机起讫时间为9月10日18时30分和9月12日9时。", [("2021-09-10 18:30", "2021-09-12 09:00")]),
        # what is paid oneself cannot be settled
        ("9月10日18时至9月12日8时，在市内就医的，费用须先行垫付。", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        # the same day once more
        (
            "9月10日0:00，参保登记停办；各乡镇代办点同日停止收件。9月12日8时恢复。",
            [("2021-09-10 00:00", "2021-09-12 08:00")],
        ),
        # items that stand beside one another, one by the day
        (
            "一、停机时间\n（一）9月6日至9月12日，窗口暂停受理。\n（二）9月10日20:00至9月12日24:00，暂停住院结算。",
            [("2021-09-06", "2021-09-12"), ("2021-09-10 20:00", "2021-09-12 24:00")],
        ),
        ("9月10日18时起暂停征缴，恢复征缴时间以税务部门公告为准。", [("2021-09-10 18:00", "to be announced")]),
        # it is not said that it is back, or of something else than service
        ("9月1日14时20分医保系统出现故障。截至今日16时，供电已恢复。", [("2021-09-01 14:20", "to be announced")]),
        ("9月1日14时20分医保系统出现故障，系统今天能否恢复还不好说。", [("2021-09-01 14:20", "to be announced")]),
        ("9月1日14时20分医保系统出现故障，到晚8点仍未恢复。", [("2021-09-01 14:20", "to be announced")]),
        ("9月1日14时20分医保系统出现故障。经抢修，17时05分恢复。", [("2021-09-01 14:20", "2021-09-01 17:05")]),
        # what is done after the return is no return
        (
            "9月10日18时至9月12日8时系统停机。先行垫付的，恢复后持票据在9月30日前到原药店补结算。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        # the clause before says what for, not what the time is about
        ("为做年度结转，9月10日18时至9月12日8时医保系统停止服务。", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        # what was before is named to say what stops, not that it holds no more
        (
            "原医保系统停机时间：9月10日18时起。医保业务恢复时间：9月12日8时。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        (
            "9月10日18时起暂停缴费业务，各缴费通道关闭核算功能。9月12日8时恢复。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        (
            "9月10日18时起停办各项业务。9月12日8时起，除住院结算继续暂停办理外，其余业务恢复。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        (
            "9月10日18时起停办各项业务。9月12日8时系统切换上线后，暂停的业务恢复办理。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        # the day of the switch is no stop of its own
        (
            "系统于9月12日切换到新平台。9月10日18时起停办业务，9月13日8时恢复。",
            [("2021-09-10 18:00", "2021-09-13 08:00")],
        ),
        # until when one may claim
        (
            "9月10日18时至9月12日8时系统停机，先行垫付的可回原药店冲销，冲销时间持续至今年12月底。",
            [("2021-09-10 18:00", "2021-09-12 08:00")],
        ),
        # said twice, once less exactly
        ("9月10日至9月12日系统停机。停机时间为9月10日18时至9月12日8时。", [("2021-09-10 18:00", "2021-09-12 08:00")]),
        # the days around two nights
        (
            "9月10日至9月12日系统维护。9月10日22时至11日2时、9月12日22时至24时系统停机。",
            [("2021-09-10 22:00", "2021-09-11 02:00"), ("2021-09-12 22:00", "2021-09-12 24:00")],
        ),
        # services that come back later than the others
        (
            "9月10日18时至9月12日8时系统停机，9月12日8时恢复住院结算，9月14日8时恢复零星报销。",
            [("2021-09-10 18:00", "2021-09-12 08:00"), ("2021-09-10 18:00", "2021-09-14 08:00")],
        ),
        # a part that stops earlier
        (
            "9月10日21时至9月11日8时停机（跨省业务停机时间提前至18时）。",
            [("2021-09-10 21:00", "2021-09-11 08:00"), ("2021-09-10 18:00", "2021-09-11 08:00")],
        ),
        # phases
        (
            "第一阶段：9月10日18时起停止参保登记。\n第二阶段：9月11日18时起停止住院结算。\n"
            "9月12日8时起，第二阶段业务恢复；第一阶段业务9月13日8时起恢复。",
            [("2021-09-10 18:00", "2021-09-13 08:00"), ("2021-09-11 18:00", "2021-09-12 08:00")],
        ),
    ],
)
def test_windows_of_a_text(body: str, found: list[tuple[str, str]]) -> None:
    assert windows(HEAD + body + SIGNED) == found


@pytest.mark.parametrize(
    "body",
    [
        "2021年9月10日至9月30日为集中缴费期。",
        "自2021年10月1日起执行新的报销比例，社保卡不再作为唯一凭证。",
        "自2021年9月10日起暂停该药店医保服务协议3个月。",
        "我局9月5日发布的停机公告继续有效。",
        "停机期间发生的2021年9月10日至9月12日费用请补报销。",
        "2021年9月10日，我市召开系统上线部署会。",
        "取消9月10日22时至9月11日6时的系统停机。",
        "原定9月10日18时的停机另行安排。",
        "门诊时间：周一至周六 8:00-12:00。",
        "更新时间：2021-09-10 07:05:58 来源：某网站 系统停机",
        "9月10日，市医保中心就系统停机切换发了通告。",
        "为照顾慢性病人，9月10日至30日门诊取药可放宽至三周量。",
        "自9月10日起停发待遇的，请补缴。",
        "自9月10日起，我院暂停接诊，医保业务请到其他医院办理。",
        "须跨月住院的，可选择在9月10日-12日办理出院结算，系统恢复后重新入院。",
    ],
)
def test_what_is_no_stop_gives_no_window(body: str) -> None:
    assert windows(HEAD + body + SIGNED) == [("to be announced", "to be announced")]


def test_a_time_that_replaces_another_is_about_the_same() -> None:
    text = HEAD + "原公告中停机时间“9月10日18:00”应为“9月11日18:00”，恢复时间由9月13日8:00调整为9月14日8:00。" + SIGNED
    assert windows(text) == [("2021-09-11 18:00", "2021-09-14 08:00")]


def test_an_end_alone_has_a_start_that_is_not_known() -> None:
    assert windows(HEAD + "原定9月12日8时恢复的医保业务，延期至9月13日8时恢复。" + SIGNED) == [
        ("to be announced", "2021-09-13 08:00")
    ]


@pytest.mark.parametrize(
    "moved",
    [
        "跨省结算恢复时间，原公告为9月12日8:00，现推迟至9月14日8:00。",
        "经办业务原定9月12日8:00恢复，现延迟至9月14日8:00恢复。",
        "恢复时间原定9月12日8:00，现调整为9月14日8:00。",
        "住院结算，延迟至9月14日8:00恢复。",
    ],
)
def test_a_return_that_is_moved(moved: str) -> None:
    found = windows(HEAD + moved + SIGNED)
    assert [end for _, end in found] == ["2021-09-14 08:00"]


def test_returns_in_batches() -> None:
    text = HEAD + (
        "9月1日20时停机以来，进展顺利。\n第一批，住院结算，已于9月2日6时恢复；\n"
        "第二批，药店购药，原定9月3日8时恢复，现推迟到9月5日8时；\n第三批，参保登记，预计9月6日9时恢复。"
    )
    ends = {end for _, end in windows(text + SIGNED)}
    assert ends == {"2021-09-02 06:00", "2021-09-05 08:00", "expected 2021-09-06 09:00"}


def test_a_closing_that_comes_again_keeps_its_words_where_no_first_one_is_dated() -> None:
    text = HEAD + "每月最后一天21时以后，医保系统停机结账，次月1日恢复。" + SIGNED
    assert windows(text) == [("unresolved 每月最后一天21时以后", "to be announced")]
    assert [window.repeat for window in notice(text).windows.values()] == [None]


def test_a_closing_that_comes_again_from_a_day_on_has_its_rule() -> None:
    text = HEAD + "自2021年9月30日起，每月最后一天21:00至次日6:00，全市医保系统停机结账。" + SIGNED
    (window,) = notice(text).windows.values()
    assert (str(window.start), str(window.end)) == ("2021-09-30 21:00", "2021-10-01 06:00")
    assert str(window.repeat) == "FREQ=MONTHLY;BYMONTHDAY=-1"


def test_a_table_tells_by_its_head() -> None:
    text = HEAD + "| 业务 | 停机时间 | 恢复时间 |\n|---|---|---|\n| 门诊结算 | 9月10日18:00 | 9月12日8:00 |\n" + SIGNED
    assert windows(text, file="a.md") == [("2021-09-10 18:00", "2021-09-12 08:00")]


def test_a_row_has_the_end_of_its_own_cell_and_not_of_the_next_row() -> None:
    rows = "| 业务 | 停 | 启 |\n|---|---|---|\n| 窗口 | 9月10日18:00 | 9月12日8:00 |\n"
    rows += "| 网上大厅 | 9月10日17:00 | 同上 |\n| 公众号 | 9月10日20:00 | 与窗口同步 |\n"
    rows += "| 门诊结算 | 9月11日18:00 | 9月13日8:00 |\n"
    assert windows(HEAD + rows + SIGNED, file="a.md") == [
        ("2021-09-10 18:00", "2021-09-12 08:00"),
        ("2021-09-10 17:00", "2021-09-12 08:00"),
        ("2021-09-10 20:00", "unresolved 与窗口同步"),
        ("2021-09-11 18:00", "2021-09-13 08:00"),
    ]


def test_clauses_are_those_of_the_document() -> None:
    read = notice(STAGED)
    assert [window.clause for window in read.windows.values()] == ["一（一）", "一（二）"]
