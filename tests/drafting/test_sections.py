"""What a section is about, by its heading or a question: stop, return, both, or nothing that it says."""

from __future__ import annotations

import pytest

from outageplan.drafting.sections import About, about
from tests.drafting.drafting_examples import article, windows

TITLE = "甲市医疗保障局关于医保信息系统的公告\n\n"
SIGNED = "\n甲市医疗保障局\n2021年9月1日\n"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("一、停机时间", About.STOP),
        ("一、暂停办理业务的范围及起始时间", About.STOP),
        ("一、割接时间", About.STOP),
        ("二、恢复时间", About.RETURN),
        ("▍恢复安排（按先后次序）", About.RETURN),
        ("哪天能恢复？", About.RETURN),
        ("【什么时候停、什么时候开】", About.BOTH),
        ("三、停机期间就医安排", None),
        ("三、注意事项", None),
        ("四、咨询电话", None),
        ("系统切换", None),
    ],
)
def test_a_heading_tells_what_the_times_below_it_are_about(head: str, told: About | None) -> None:
    read = article(f"{TITLE}{head}\n门诊结算：9月10日18:00。{SIGNED}")
    sentence = next(one for one in read.sentences if "门诊" in read.text_of(one))
    assert about(read, sentence) is told


def test_a_question_before_a_sentence_tells() -> None:
    read = article(f"{TITLE}窗口什么时候恢复？窗口9月12日8时。{SIGNED}")
    sentence = next(one for one in read.sentences if "8时" in read.text_of(one))
    assert about(read, sentence) is About.RETURN


def test_times_without_a_verb_are_what_their_heading_says() -> None:
    body = (
        "一、停办范围及起始时间\n1．医保经办窗口：9月10日17时30分起，停办参保登记。\n2．门诊结算：9月11日18时起，停办。\n"
        "二、恢复时间\n第1项，9月13日8时。\n第2项，9月12日8时30分。\n三、提示\n9月20日来窗口的，请带身份证。"
    )
    assert windows(TITLE + body + SIGNED) == [
        ("2021-09-10 17:30", "2021-09-13 08:00"),
        ("2021-09-11 18:00", "2021-09-12 08:30"),
    ]


def test_services_with_a_colon_before_a_stretch_stop_in_it() -> None:
    body = (
        "一、停机时间\n（一）异地就医住院、门诊费用直接结算：自9月10日18时起，至9月12日8时止。\n"
        "（二）参保登记、生育津贴申领：9月9日17时至9月13日9时。\n二、办公时间\n窗口：9月20日9时至17时。"
    )
    assert windows(TITLE + body + SIGNED) == [
        ("2021-09-10 18:00", "2021-09-12 08:00"),
        ("2021-09-09 17:00", "2021-09-13 09:00"),
    ]
