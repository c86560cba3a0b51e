"""Times of documents, rules, terms and people are no boundaries of a stop, whatever verb stands beside them."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import windows

STOP = (
    "甲市医疗保障局关于医保信息系统停机切换的公告\n"
    "9月10日18:00至9月12日8:00，全市医保信息系统停机，暂停所有医保业务。\n"
)
SIGNED = "\n甲市医疗保障局\n2021年9月1日\n"
WINDOW = [("2021-09-10 18:00", "2021-09-12 08:00")]


@pytest.mark.parametrize(
    "sentence",
    [
        "自新平台上线之日起使用国家编码，原市级编码2021年12月31日停止映射。",
        "新编码启用时间由2021年11月14日改为2021年11月28日，2022年1月1日起不再接收旧编码数据。",
        "停机期间垫付的费用可补结算，受理截止日为2022年6月30日。",
        "凡2021年1月1日以后的票据均可报销，不受停机影响。",
        "演练方案已于2021年5月30日通过评审，停机安排不变。",
        "2020年1月1日以来按规定减征医保费的单位，停机期间不受影响。",
        "特慢病复审工作自10月1日开始，11月30日结束，与停机无关。",
        "8月28日至恢复当日的出院病人，一律先挂账。",
        "“门诊慢特病”年审2021年7月1日至7月20日已结束，未年审的自2021年8月1日起停止待遇。",
        "解除绑定的，当日24:00起停止共济；中断缴费的，自中断次月1日起暂停共济。",
        "时限在停机时段内届满的，顺延至9月20日。",
        "申报缴款期限顺延至10月15日，期间不加收滞纳金。",
        "跨年住院的，由医院办理中途结算，2022年1月1日以后发生的费用医保基金不予支付。",
        "2022年度居民医保集中缴费期为2021年9月15日至12月31日，逾期不再受理。",
        "6月份的人员变动，推迟到9月19日至9月30日申报，不影响职工待遇。",
        "如当晚未能完成，启用备用时间9月14日23:00至9月15日5:00。",
        "（3）巩固阶段（2021年10月6日—12月31日）。",
        "4月1日起旧门诊部搬迁，9月20日全天盘点，暂停营业，21日7:30恢复。",
        "三、有关事项\n（一）跨年住院的，2022年1月1日起按新年度计算，不再收取起付标准。",
        "三、有关要求\n（一）割接后的一周内（9月13日至9月19日）为观察期，各单位要安排专人值守。",
        "温馨提示：\n2、停机期间出院的，于9月13日至9月20日期间回院结算。",
        "三、其他事项\n（三）医保服务站自2021年9月20日起暂停代收材料。",  # in advice, a day without an hour
        "全市所有零售药店2020年2月8日起暂停把退烧药卖给市民。",
    ],
)
def test_a_time_of_something_else_is_no_boundary(sentence: str) -> None:
    assert windows(STOP + sentence + SIGNED) == WINDOW


@pytest.mark.parametrize(
    "body",
    [
        "9月10日14:00—17:00我市开展医保系统停机应急桌面推演，真实系统不停机，结算照常。",
        "自2021年9月10日8:00起，家庭共济功能扩大至近亲属，App同步开放绑定。解除绑定的，当日24:00起停止共济。",
        "自2021年9月10日起，企业职工养老保险、失业保险的征收业务由税务部门暂停。",
    ],
)
def test_a_text_that_announces_no_stop_has_no_date(body: str) -> None:
    assert all("2021" not in side for window in windows(f"甲市公告\n{body}{SIGNED}") for side in window)


def test_the_end_of_a_payment_season_is_no_stop() -> None:
    body = "一、缴费时间：2021年9月1日至12月31日。\n二、2021年12月31日17:00后银行柜面停止受理，缴费系统关闭。"
    found = windows(f"甲市2022年度城乡居民基本医疗保险集中参保缴费公告\n{body}{SIGNED}")
    assert found == [("to be announced", "to be announced")]


def test_what_an_earlier_notice_said_holds_no_more() -> None:
    body = (
        "8月25日，我局发布了《关于系统停机的公告》，计划于2021年9月5日18:00起停机，9月15日8:00恢复。\n"
        "现将停机开始时间由9月5日18:00推迟至9月19日18:00，恢复时间由9月15日8:00推迟至9月29日8:00。"
    )
    assert windows(f"甲市医疗保障局公告\n{body}{SIGNED}") == [("2021-09-19 18:00", "2021-09-29 08:00")]


def test_a_pause_inside_a_payment_season_is_one() -> None:
    body = "2022年度居民医保集中缴费期为2021年9月15日至12月31日，其中10月14日至24日税务征收渠道暂停居民缴费。"
    assert windows(f"甲市医疗保障局公告\n{body}{SIGNED}") == [("2021-10-14", "2021-10-24")]
