"""OP503: an amendment that cannot be put in order: older than what it amends, or amending another amendment."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

_AMENDMENT = "amends: other\npublished: DATE\n"

RULE = Rule(
    code="OP503",
    name="amendment-out-of-order",
    severity=Severity.ERROR,
    title=Text("变更公告的次序不清", "an amendment out of order"),
    why=Text(
        "变更公告按发布时间并入原公告。早于原公告的、变更另一份变更的，都排不出先后，最后生效的时间可能是错的。",
        "Amendments are laid over their notice in order of publication. One that is older than its notice, or that "
        "amends "
        "an amendment, has no place in that order, and the time that holds in the end may be the wrong one.",
    ),
    bad=Example(snippet=_AMENDMENT.replace("DATE", "2025-11-01"), others={"other.yaml": "id: other\n"}),
    good=Example(snippet=_AMENDMENT.replace("DATE", "2025-11-10"), others={"other.yaml": "id: other\n"}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    known: dict[str, Summary] = {}
    for summary in shelf.summaries:
        known.setdefault(summary.id, summary)
    for amendment in shelf.amendments:
        target = known.get(amendment.amends or "")
        if amendment.amends == amendment.id:
            yield amendment, _misdirected(Text("变更的是自己", "amends itself"))
        elif target is None:
            continue
        elif target.amends is not None:
            yield amendment, _chained(amendment, known)
        elif _older(amendment, target):
            yield (
                amendment,
                Problem(
                    path=("published",),
                    message=Text(
                        f"发布时间 {_when(amendment)} 早于原公告 {target.id} 的 {_when(target)}；请核对两个发布时间",
                        f"published at {_when(amendment)}, before the notice that it amends (`{target.id}`, "
                        f"{_when(target)}); check both dates",
                    ),
                ),
            )


def _chained(amendment: Summary, known: dict[str, Summary]) -> Problem:
    """The problem of an amendment of an amendment: where the chain ends, if it does."""
    seen = {amendment.id}
    step = known.get(amendment.amends or "")
    while step is not None and step.amends is not None and step.id not in seen:
        seen.add(step.id)
        step = known.get(step.amends)
    named = amendment.amends
    if step is not None and step.id in seen:
        return _misdirected(Text(f"变更的是 {named}，相互循环", f"amends `{named}`, which leads back in a circle"))
    if step is None:
        return _misdirected(Text(f"变更的是另一份变更公告 {named}", f"amends `{named}`, which is an amendment itself"))
    return Problem(
        path=("amends",),
        message=Text(
            f"本公告变更的是另一份变更公告 {named}；请改写为原公告的编号 {step.id}",
            f"this amends `{named}`, which is an amendment itself; write the notice's own id, `{step.id}`",
        ),
    )


def _misdirected(what: Text) -> Problem:
    return Problem(
        path=("amends",),
        message=Text(f"本公告{what['zh']}；请写原公告的编号", f"this {what['en']}; write the id of the notice itself"),
    )


def _older(amendment: Summary, target: Summary) -> bool:
    """Whether an amendment came first; a date without an hour (00:00) is only compared by the day."""
    ours, theirs = amendment.published, target.published
    if ours is None or theirs is None:
        return False
    return ours.date() < theirs.date() if (ours.hour, ours.minute) == (0, 0) else ours < theirs


def _when(summary: Summary) -> str:
    assert summary.published is not None
    return f"{summary.published:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
