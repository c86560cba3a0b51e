"""Which notice an amendment changes, and whether it has a place in the order of publication.

An amendment names the notice itself, never another amendment, and is not older than it.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from outageplan.wording import Text


class Announced(Protocol):
    """What the order of files needs of each: `amends` is None for a notice; `published` is aware, in China time."""

    @property
    def id(self) -> str: ...
    @property
    def amends(self) -> str | None: ...
    @property
    def published(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why an amendment cannot be applied: the code and name of the rule, the key that is wrong, and what to write."""

    code: Literal["OP206", "OP503"]
    rule: Literal["missing-target", "amendment-out-of-order"]
    key: Literal["amends", "published"]
    message: Text


def misplaced(amendment: Announced, known: Mapping[str, Announced]) -> Misplaced | None:
    """What keeps an amendment from being applied, if anything does; `known` are all files that can be read, by id."""
    named = str(amendment.amends)
    target = known.get(named)
    if named == amendment.id:
        return _misdirected(Text("变更的是自己", "amends itself"))
    if target is None:
        return Misplaced("OP206", "missing-target", "amends", _missing(named, known))
    if target.amends is not None:
        return _chained(amendment, known)
    if _older(amendment, target):
        ours, theirs = _when(amendment), _when(target)
        message = Text(
            f"发布时间 {ours} 早于原公告 {target.id} 的 {theirs}；请核对两个发布时间",
            f"published at {ours}, before the notice that it amends (`{target.id}`, {theirs}); check both dates",
        )
        return Misplaced("OP503", "amendment-out-of-order", "published", message)
    return None


def _missing(named: str, known: Mapping[str, Announced]) -> Text:
    zh, en = f"所读的文件里没有可读取的公告“{named}”", f"there is no readable notice `{named}` among these files"
    notices = sorted(id for id, one in known.items() if one.amends is None)
    if near := difflib.get_close_matches(named, notices, n=1, cutoff=0.75):
        return Text(f"{zh}；您要写的是不是 `{near[0]}`？", f"{en}; did you mean `{near[0]}`?")
    return Text(f"{zh}；请核对编号，或与原公告放在一起", f"{en}; check the id, or give it together with its notice")


def _chained(amendment: Announced, known: Mapping[str, Announced]) -> Misplaced:
    """The problem of an amendment of an amendment: where the chain ends, if it does."""
    seen = {amendment.id}
    step = known.get(str(amendment.amends))
    while step is not None and step.amends is not None and step.id not in seen:
        seen.add(step.id)
        step = known.get(step.amends)
    named = amendment.amends
    if step is not None and step.id in seen:
        return _misdirected(Text(f"变更的是 {named}，相互循环", f"amends `{named}`, which leads back in a circle"))
    if step is None:
        return _misdirected(Text(f"变更的是另一份变更公告 {named}", f"amends `{named}`, which is an amendment itself"))
    message = Text(
        f"本公告变更的是另一份变更公告 {named}；请改写为原公告的编号 {step.id}",
        f"this amends `{named}`, which is an amendment itself; write the notice's own id, `{step.id}`",
    )
    return Misplaced("OP503", "amendment-out-of-order", "amends", message)


def _misdirected(what: Text) -> Misplaced:
    message = Text(f"本公告{what['zh']}；请写原公告的编号", f"this {what['en']}; write the id of the notice itself")
    return Misplaced("OP503", "amendment-out-of-order", "amends", message)


def _older(amendment: Announced, target: Announced) -> bool:
    """Whether an amendment came first; a date without an hour (00:00) is only compared by the day."""
    ours, theirs = amendment.published, target.published
    if ours is None or theirs is None:
        return False
    return ours.date() < theirs.date() if (ours.hour, ours.minute) == (0, 0) else ours < theirs


def _when(one: Announced) -> str:
    assert one.published is not None
    return f"{one.published:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
