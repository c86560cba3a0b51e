"""Whose system stops: never a guess."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import notice

STOP = "2021年9月10日18时至9月12日8时，医保系统停机。\n"


@pytest.mark.parametrize(
    ("text", "pools"),
    [
        (f"潍坊市医疗保障局公告\n{STOP}", ("370700",)),
        (f"关于河南省新乡市医保系统停机的公告\n{STOP}", ("410700",)),  # the city, not the province before it
        (f"关于省直医保停机的通知\n{STOP}河南省医疗保障服务中心\n2021年9月1日", ("419900",)),
        (f"河南省医疗保障局关于停机的公告\n{STOP}", ("410000",)),
        (f"河南省医疗保障局关于停机的公告\n{STOP}涉及全省各市及省直。", ("410000",)),
        (f"巴州关于医保系统停机的通告\n{STOP}", ("652800",)),
        (f"甲报：河南省新乡市省直医保系统停机公告\n{STOP}", ("419900",)),  # the direct pool, in a city
        (f"停机通知\n{STOP}业务凭“江苏省社会保障卡”办理。", ()),  # a card's name
        (f"停机通知\n{STOP}贵阳市、贵安新区医保信息系统并入全省。", ("520100",)),
        (f"系统维护\n-河南省医保平台升级\n{STOP}\n- -山东省医保平台升级\n{STOP}", ("410000", "370000")),
        (f"湖南省社保卡系统上线\n{STOP}石家庄市医保系统停机。", ()),  # two texts run together
        (f"湖南省社保卡系统上线\n{STOP}我省参照石家庄市医保局的做法。", ("430000",)),
        (f"威海医保系统20日起停机\n{STOP}", ("371000",)),
        (f"今天零时起厦门医保系统停机！\n{STOP}", ("350200",)),
        (f"系统停机通知\n{STOP}天门市医疗保障局\n2021年9月1日", ("429006",)),
        ("Announcement\nIt stops at 18:00 on 1 May 2021.\nWeifang Medical Security Bureau\n", ("370700",)),
        (f"国家医保信息平台维护公告\n{STOP}", ("100000",)),
        (f"国家医保信息平台上线停机公告\n我市因国家平台上线，{STOP}", ()),  # ours, and it does not say where
        (f"停机通知\n{STOP}", ()),
        # our city, named by its newspaper alone; two of them tell nothing, and a province's paper is no province's stop
        (f"停机通知\n来源：天门网\n我市按湖北省医疗保障局部署，{STOP}", ("429006",)),
        (f"停机通知\n我市{STOP}详见济南日报、青岛日报。", ()),
        (f"停机通知\n{STOP}来源：福建日报", ()),
        (f"停机通知\n来源：山西省人民政府\n省直医保业务系统停用。{STOP}", ("149900",)),
        (
            f"元旦停机安排\n{STOP}各地市停机时间：\n省本级 2018.1.1~1.4\n福州 2018.1.1~1.5\n莆田 2018.1.1~1.3\n"
            "泉州 2018.1.1~1.7\n福建省某机关医院\n2017年12月26日",
            ("359900", "350100", "350300", "350500"),
        ),
        (f"朝阳区医保中心停机通知\n{STOP}", ()),  # a district of somewhere, not the city of Chaoyang
        (f"中山医院停诊通知\n{STOP}", ()),  # a man's name
        (f"荣成市医保局关于系统停机的通知\n{STOP}", ("371000",)),  # a county-level city: the pool that it lies in
        (f"神木医保系统停机通知\n{STOP}", ("610800",)),
        (f"关于系统停机的通知\n{STOP}沛县医疗保障局\n2021年9月1日", ("320300",)),
        (f"停机通知\n洛阳市、滑县的医保年度调整，{STOP}", ("410300",)),  # a county beside a city
        ("Notice\nIt stops at 18:00 on 1 May 2021.\nTaizhou Medical Security Bureau, Zhejiang Province\n", ("331000",)),
        ("Notice\nIt stops at 18:00 on 1 May 2021.\nTaizhou Medical Security Bureau\n", ()),  # there are two
        ("Notice\nIt stops at 18:00 on 1 May 2021.\nSuzhou Medical Security Bureau\n", ("320500",)),
        ("XIAMEN, Oct 14, 2025 - Insurance payments stop at 18:00 on Oct 20.\n", ("350200",)),
        (f"肥城市行政审批服务局\n关于系统停机的通知\n{STOP}", ("370900",)),  # a line at the head
        (f"停机通知\n{STOP}请向省和县医保部门咨询。", ()),  # the county of He is not meant
        (f"武汉江夏中心医院关于停机的通知\n{STOP}", ("420100",)),  # only the hospital's name tells it
        (f"系统停机的问答\n国家税务总局漯河市郾城区税务局\n{STOP}", ("411100",)),  # the city of a district's office
        (f"停机通知\n滁州市（含来安县）职工医保个人账户停用。{STOP}", ("341100",)),
        (f"停机通知\n某报安顺讯（记者）我市{STOP}", ("520400",)),
        (f"停机通知\n按武威市人民政府办公室要求，{STOP}也可用甘肃医保服务平台办理。", ("620600",)),  # an app's name
        (f"停机通知\n{STOP}四川医保公共服务平台停办。", ("510000",)),
        (f"停机通知\n{STOP}转往郑州就医的，请提前备案。", ()),
        (f"停机通知\n威海市医保局与烟台市医保局公告：{STOP}", ()),  # two, and no list that tells them apart
    ],
)  # fmt: skip
def test_the_pool_of_a_text(text: str, pools: tuple[str, ...]) -> None:
    assert notice(text).pools == pools


def test_a_pool_that_is_given_goes_before_the_text() -> None:
    assert notice(f"潍坊市公告\n{STOP}", pool="370600").pools == ("370600",)
