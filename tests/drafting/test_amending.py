"""What changes an earlier notice, and what only thinks of it."""

from __future__ import annotations

import pytest

from outageplan.drafting.amending import changes_a_notice


@pytest.mark.parametrize(
    "text",
    [
        "原定6月12日8:00恢复的结算推迟至6月13日8:00。",
        "系统已于6月11日20时提前恢复。",
        "继续暂停结算业务至6月14日8:00。",
        "原公告作废。",
    ],
)
def test_a_notice_is_changed(text: str) -> None:
    assert changes_a_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "如系统提前恢复，将在公众号发布。",  # only a case
        "若提前恢复，另行告知。",
        "药店结算已于11时05分恢复。",  # of a failure that same day, which nobody announced
        "22日12时起结算恢复，其余业务继续暂停，至24日6:00。",  # a stage of the same stop
        "供水提前恢复不再通知。",
        "新装的CT机已于11月1日启用。",
    ],
)
def test_a_notice_is_not_changed(text: str) -> None:
    assert not changes_a_notice(text.replace("，", ",").replace("。", "。"))
