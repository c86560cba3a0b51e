"""What a text announces, by its titles and first lines."""

from __future__ import annotations

import pytest

from outageplan.drafting.article import read_article
from outageplan.drafting.heading import find_title
from outageplan.drafting.topic import Topic, announced


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("关于医保系统停机的公告\n正文。", Topic.STOP),
        ("关于医保信息平台升级的公告\n正文。", Topic.WORK),
        ("甲市医疗保障局公告\n医保系统今晚停机。\n正文。", Topic.BELOW),
        ("甲市医疗保障局公告\n正文。", Topic.UNSAID),
        ("关于2023年度城乡居民医保集中缴费的公告\n正文。", Topic.NO_STOP),
        ("甲市医疗保障局关于停机应急演练方案的通知\n正文。", Topic.NO_STOP),  # what stops there is not so
        ("关于暂停乙药店医保服务协议的公告\n正文。", Topic.NO_STOP),  # a penalty, though it says 暂停
        ("关于部分药品暂停采购的通知\n正文。", Topic.NO_STOP),
        ("六天五夜\n——我市医保系统切换国家平台纪实\n正文。", Topic.NO_STOP),  # told when it is over
        ("医保系统运维项目恢复招标的公告\n正文。", Topic.NO_STOP),
        ("关于医保结算业务正常办理的公告\n正文。", Topic.ELSE),
        ("关于医保系统停机不影响缴费的公告\n正文。", Topic.STOP),  # what stops goes before what goes on
        ("甲市医疗保障局公告\n医保系统近期没有停机计划，请勿信谣。", Topic.NO_STOP),
        ("甲市医疗保障局2023年工作总结\n全年停机31小时。", Topic.ELSE),
    ],
)
def test_topics(text: str, topic: Topic) -> None:
    article = read_article(text, "text")
    title = find_title(article)
    assert announced(article, title.start if title else None).topic is topic


def test_a_line_that_ends_a_sentence_is_no_title() -> None:
    assert announced(read_article("医保系统停机。\n", "text"), None).topic is Topic.BELOW
