"""What a text says of all its times at once makes them only expected, and no others."""

from __future__ import annotations

import pytest

from tests.drafting.drafting_examples import windows

HEAD = "甲市医疗保障局关于医保信息系统停机的公告\n"
STEPS = "第一步，9月10日18时关闭线上。\n第二步，9月11日18时停止结算。\n第三步，9月13日8时开放。\n"
SIGNED = "\n甲市医疗保障局\n2021年9月1日\n"


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("如有变化，另行通知。", "2021-09-10 18:00", "2021-09-13 08:00"),
        ("停机结束时间为暂定时间，以平台上线为准。", "2021-09-10 18:00", "tentative 2021-09-13 08:00"),
        ("恢复时间均为预计。", "2021-09-10 18:00", "expected 2021-09-13 08:00"),
        ("以上时间均为预计时间。", "expected 2021-09-10 18:00", "expected 2021-09-13 08:00"),
        ("第三步所列日期为计划日期。", "2021-09-10 18:00", "expected 2021-09-13 08:00"),
    ],
)
def test_how_sure_a_text_says_that_its_times_are(said: str, start: str, end: str) -> None:
    assert windows(HEAD + STEPS + said + SIGNED)[0] == (start, end)
