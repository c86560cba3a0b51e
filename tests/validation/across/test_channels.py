"""OP506: guidance that sends people to a channel which another notice closes."""

from __future__ import annotations

import pytest

from outageplan.engine.channels import Sending, sendings

from .shelving import found, notice, told


def guided(zh: str = "先垫付。", action: str = "keep_receipts", phase: str = "during", service: str = "inquiry") -> str:
    guidance = (
        f"guidance:\n  ask:\n    for: [insured]\n    phase: {phase}\n    services: [{service}]\n"
        f"    action: {action}\n    say: {{zh: {zh}, en: Ask.}}\n"
    )
    return notice("a").replace("guidance: {}\n", guidance)


HALL = {"service": "channel.web_hall"}


def test_sent_to_a_web_hall_that_is_closed() -> None:
    assert told("OP506", guided("请到网厅办理。"), notice("b", **HALL)) == [
        (
            "a.yaml",
            "guidance.ask.say",
            "这里请人使用“网厅”，而公告 b 在时段 stop 停用网上服务大厅；请改写其他渠道",
            "this sends people to `网厅`, but `b` closes `channel.web_hall` in its window `stop`; name another channel",
        )
    ]


@pytest.mark.parametrize(
    ("text", "other", "key"),
    [
        (guided(action="phone_filing"), notice("b", service="channel.phone"), "guidance.ask.action"),
        (guided(service="channel.app"), notice("b", service="all", pool="370000"), "guidance.ask.services"),
        (guided("请到网厅办理", phase="before"), notice("b", start="2025-11-20", **HALL), "guidance.ask.say"),
        (guided("请到网厅办理", phase="after"), notice("b", end="2025-11-30", **HALL), "guidance.ask.say"),
    ],
)
def test_ways_of_sending(text: str, other: str, key: str) -> None:
    assert [(one.file, one.key) for one in found("OP506", text, other)] == [("a.yaml", key)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (guided("请到网厅办理", phase="before"), notice("b", **HALL)),
        (guided("请到网厅办理", phase="after"), notice("b", **HALL)),
        (guided("请到网厅办理"), notice("b", pool="370600", **HALL)),
        (guided("请到网厅办理"), notice("b", start="2025-11-24 08:30", end="2025-11-25", **HALL)),
        (guided("请到网厅办理", action="suspend"), notice("b", **HALL)),
        (guided("网厅暂停使用"), notice("b", **HALL)),
        (guided("请到网厅办理"), notice("b", service="channel.app")),
        (guided("留意时间窗口"), notice("b", service="channel.window")),
        (guided("请到网厅办理"), notice("b", **HALL).replace("status: confirmed", "status: draft")),
    ],
)
def test_what_sends_nobody_to_a_closed_channel(text: str, other: str) -> None:
    assert found("OP506", text, other) == []


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("请到经办窗口办理", ["channel.window"]),
        ("窗口期为三天", []),
        ("通过单位网厅或小程序办理", ["channel.web_hall.employer", "channel.mini_program"]),
        ("use the web hall, or a mini program", ["channel.web_hall", "channel.mini_program"]),
        ("the web hall is closed", []),
        ("what happens", []),
    ],
)
def test_the_words_for_channels(text: str, channels: list[str]) -> None:
    assert [one.channel for one in sendings("keep_receipts", (), (text,))] == channels


def test_a_word_is_quoted_as_it_stands() -> None:
    assert sendings("keep_receipts", (), ("In the Web Hall.",)) == (Sending("channel.web_hall", "say", "Web Hall"),)
