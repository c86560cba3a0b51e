"""Which amendments have a place in the order of publication; all of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from outageplan.notice.moments import parse_moment
from outageplan.notice.order import Misplaced, misplaced


@dataclass(frozen=True)
class File:
    id: str
    amends: str | None = None
    published: datetime | None = None


def file(id: str, amends: str | None = None, published: str | None = "2021-11-17 09:00") -> File:
    return File(id, amends, parse_moment(published).as_start() if published else None)


def asked(amendment: File, *others: File) -> Misplaced | None:
    return misplaced(amendment, {one.id: one for one in (*others, amendment)})


@pytest.mark.parametrize(
    ("notice", "amendment"),
    [
        ("2021-11-17 09:00", "2021-11-17 09:00"),
        ("2021-11-17 09:00", "2021-11-17 09:01"),
        ("2021-11-17 09:00", "2021-11-17"),
        ("2021-11-17", "2021-11-17"),
        ("2021-11-17", "2021-11-17 00:01"),
        (None, "2021-11-16"),
    ],
)
def test_it_is_not_older_than_its_notice(notice: str | None, amendment: str) -> None:
    assert asked(file("b", "a", amendment), file("a", published=notice)) is None


@pytest.mark.parametrize(
    ("notice", "amendment", "zh", "en"),
    [
        (
            "2021-11-17 09:00",
            "2021-11-17 08:59",
            "发布时间 2021-11-17 08:59 早于原公告 a 的 2021-11-17 09:00；请核对两个发布时间",
            "published at 2021-11-17 08:59, before the notice that it amends (`a`, 2021-11-17 09:00); check both dates",
        ),
        (
            "2021-11-17",
            "2021-11-16",
            "发布时间 2021-11-16 早于原公告 a 的 2021-11-17；请核对两个发布时间",
            "published at 2021-11-16, before the notice that it amends (`a`, 2021-11-17); check both dates",
        ),
    ],
)
def test_one_that_is_older_is_told(notice: str, amendment: str, zh: str, en: str) -> None:
    found = asked(file("b", "a", amendment), file("a", published=notice))
    assert found is not None
    assert (found.code, found.rule, found.key) == ("OP503", "amendment-out-of-order", "published")
    assert (found.message.zh, found.message.en) == (zh, en)


A, B, C = file("a"), file("b", "a"), file("c", "b")


@pytest.mark.parametrize(
    ("amendment", "others", "code", "zh", "en"),
    [
        (
            file("b", "b"),
            (),
            "OP503",
            "本公告变更的是自己；请写原公告的编号",
            "this amends itself; write the id of the notice itself",
        ),
        (
            C,
            (A, B),
            "OP503",
            "本公告变更的是另一份变更公告 b；请改写为原公告的编号 a",
            "this amends `b`, which is an amendment itself; write the notice's own id, `a`",
        ),
        (
            file("d", "c"),
            (A, B, C),
            "OP503",
            "本公告变更的是另一份变更公告 c；请改写为原公告的编号 a",
            "this amends `c`, which is an amendment itself; write the notice's own id, `a`",
        ),
        (
            C,
            (B,),
            "OP503",
            "本公告变更的是另一份变更公告 b；请写原公告的编号",
            "this amends `b`, which is an amendment itself; write the id of the notice itself",
        ),
        (
            file("y", "z"),
            (file("z", "y"),),
            "OP503",
            "本公告变更的是 z，相互循环；请写原公告的编号",
            "this amends `z`, which leads back in a circle; write the id of the notice itself",
        ),
        (
            B,
            (),
            "OP206",
            "所读的文件里没有可读取的公告“a”；请核对编号，或与原公告放在一起",
            "there is no readable notice `a` among these files; check the id, or give it together with its notice",
        ),
        (
            file("b", "henan-2021-1"),
            (file("henan-2021-11"),),
            "OP206",
            "所读的文件里没有可读取的公告“henan-2021-1”；您要写的是不是 `henan-2021-11`？",
            "there is no readable notice `henan-2021-1` among these files; did you mean `henan-2021-11`?",
        ),
    ],
)
def test_one_without_a_target_is_told(amendment: File, others: tuple[File, ...], code: str, zh: str, en: str) -> None:
    found = asked(amendment, *others)
    assert found is not None
    assert (found.code, found.key, found.message.zh, found.message.en) == (code, "amends", zh, en)
