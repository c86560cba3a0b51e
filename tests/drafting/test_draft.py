"""The whole of drafting: any text gives a draft that can be read, and nothing in it is invented."""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outageplan.drafting import draft_notice
from outageplan.engine.asking import instant
from outageplan.errors import UnreadableError
from outageplan.notice.model import Notice
from outageplan.notice.moments import CHINA
from outageplan.notice.reading import read_notice
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings
from tests.drafting.drafting_examples import STAGED, article, drafted, effects, windows
from tests.drafting.measure import announcements

from ..laws import tried

AT = instant("2021-11-20 10:00")
WORDS = (
    "潍坊市医疗保障局 关于停机的公告 2021年11月18日 11月 18日 18时 24:00 至 起 止 前 后 ， 。 ； 暂停 恢复 停机 预计 "
    "另行通知 不受影响 除 外 门诊 住院结算 异地就医 所有医保业务 系统 原定 停机时间： 恢复时间： 咨询电话： "
    "0000-8000001 7个工作日内 每月最后一天 ” 《 ： 第一阶段 调整为 <td> <p> settlement suspended 18:00 November"
)
MARKS = ["\n", "\n一、", "\n（一）", "\n1.", "\t", " ", "|", "from 18:00 on ", "November 18, 2021 "]
FRAGMENTS = [*WORDS.split(), *MARKS]


def read(text: str) -> Notice:
    reading = read_notice(drafted(text).yaml.encode(), "draft.yaml")
    assert reading.notice is not None, (text, [finding.message["en"] for finding in reading.findings])
    return reading.notice


@tried(150)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=30).map("".join).filter(str.strip))
def test_any_text_gives_a_draft_that_can_be_read(text: str) -> None:
    read(text)


@tried()
@given(st.text(max_size=200).filter(lambda text: text.strip("\ufeff \t\r\n\u3000\x0b\x0c") != ""))
def test_text_of_any_kind_does_no_harm(text: str) -> None:
    with contextlib.suppress(UnreadableError):
        drafted(text)


@tried(150)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=30).map("".join).filter(str.strip))
def test_no_figure_of_a_boundary_is_invented(text: str) -> None:
    """The day of the month and the hour of every boundary stand in the words that it was taken from, or in the text."""
    draft = drafted(text)
    figures = {int(figure) for figure in re.findall(r"\d+", article(text).text)}
    figures |= {28, 29, 30, 31} if "最后一天" in text else set()
    figures |= {1} if "月起" in text else set()  # 11月起: its first day is taken, and told
    for item in draft.items:
        if item.kind == "boundary" and (found := re.search(r"\d{4}-\d\d-(\d\d)(?: (\d\d):(\d\d))?", item.value)):
            day, hour = int(found[1]), found[2]
            assert day in figures
            assert hour is None or int(hour) in figures or (int(hour) - 12) in figures, item
            assert item.words


def test_no_digit_no_date() -> None:
    assert windows("甲市医保系统将停机，暂停所有业务，恢复时间另行通知。") == [("to be announced", "to be announced")]


def test_years_move_with_the_publication() -> None:
    text = "甲市公告\n11月18日18时起暂停结算。\n"
    for year in (2019, 2021, 2024):
        (window,) = windows(text, published=date(year, 11, 1))
        assert window[0] == f"{year}-11-18 18:00"


def chinese(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日{moment.hour}时"


@given(st.integers(0, 2000), st.integers(1, 200))
def test_shifting_every_date_shifts_the_draft(days: int, hours: int) -> None:
    start = datetime(2020, 12, 1, 18, tzinfo=CHINA) + timedelta(days=days)
    end = start + timedelta(hours=hours)
    text = f"甲市公告\n{chinese(start)}至{chinese(end)}，系统停机。"
    assert windows(text) == [(f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}")]


@pytest.mark.parametrize("path", announcements(), ids=lambda path: path.stem)
def test_validate_accepts_every_draft_of_the_set(path: Path) -> None:
    draft = draft_notice(path.read_bytes(), file=path.name, id=f"draft-{path.stem}"[:80])
    source = Source(file=f"draft-{path.stem}"[:80] + ".yaml", content=draft.yaml.encode())
    report = validate([source], Settings(), Context(at=AT))
    assert [finding for finding in report.findings if finding.severity.value == "error"] == []


def test_every_item_leads_to_its_words_in_the_announcement() -> None:
    lines = STAGED.splitlines()
    for item in drafted(STAGED).items:
        assert lines[item.line - 1][item.column - 1 :].startswith(item.words), item


def test_what_was_not_used_is_told() -> None:
    text = STAGED.replace("二、异地就医备案", "全市2023年10月5日召开了会议。\n二、异地就医备案")
    unused = {one.words: (one.line, one.column) for one in drafted(text).unused}
    assert unused == {"全市2023年10月5日召开了会议。": (8, 1)}


def test_what_is_missing_is_a_todo_and_a_remark() -> None:
    draft = drafted("公告\n自11月18日18时起医保系统停机。")
    assert {remark.code for remark in draft.remarks} == {"no-publication-date", "no-pool", "unresolved", "no-boundary"}
    assert draft.yaml.count("# TODO") >= 5


def test_an_amendment_is_told() -> None:
    draft = drafted("甲市公告\n原定12月5日8时恢复的医保系统，延期至2023年12月6日8时恢复。")
    assert draft.amends
    assert "# TODO amends" in draft.yaml
    assert not drafted(STAGED).amends
    assert not drafted(f"{STAGED}\n原定12月3日举行的操作培训照常进行。").amends
    assert not drafted(f"{STAGED}\n基数申报按原定时间进行，不因本次停机顺延。").amends


def test_the_same_text_gives_the_same_draft() -> None:
    assert drafted(STAGED) == drafted(STAGED)


def test_what_announces_no_stop_stops_no_service_and_shows_its_sentences() -> None:
    text = "【防骗提醒】谨防诈骗短信\n短信称“医保卡将于4月18日24:00停止使用”。\n医保结算正常。\n2024年4月17日\n"
    found = drafted(text)
    assert effects(text) == [("unaffected", ("settlement",))]
    assert "not-a-stop" in {remark.code for remark in found.remarks}
    assert any("4月18日24:00" in one.words for one in found.unused)
