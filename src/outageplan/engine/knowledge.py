"""What was known when: a notice as it stood at a moment, and what its amendments changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from outageplan.engine.phrases import boundary_text, day_text, moment_text
from outageplan.engine.rules import AMENDED, Reason
from outageplan.notice.model import Notice
from outageplan.notice.moments import Boundary, Moment
from outageplan.wording import Text, joined


def known_at(notice: Notice, moment: datetime | None) -> Notice | None:
    """A notice as it stood at a moment (aware): without what was published later, None when it was not yet published.

    Without a moment it is the notice as it stands; a notice without a date of publication counts as known.
    """
    if moment is None:
        return notice
    while notice.change is not None and notice.change.amendment.published.as_start() > moment:
        notice = notice.change.before
    return notice if notice.published is None or notice.published.as_start() <= moment else None


def amended_window(notice: Notice, window: str) -> Iterator[Reason]:
    """What amendments changed in the times of a window, in order of publication."""
    steps = [*(change.before for change in notice.changes), notice]
    for change, (before, after) in zip(notice.changes, pairwise(steps), strict=True):
        if window not in change.amendment.windows:
            continue
        old, new = before.windows.get(window), after.windows.get(window)
        if new is None:
            continue
        moved = [
            *_moved(Text("停机时间", "the stop"), old.start if old else None, new.start, end=False),
            *_moved(Text("恢复时间", "the return"), old.end if old else None, new.end, end=True),
        ]
        if moved:
            told, clause = joined(moved, zh="；", en="; "), new.clause
            yield Reason(
                rule=AMENDED,
                text=_by(change.amendment.id, change.amendment.published, told),
                notice=notice.id,
                window=window,
                clause=clause,
            )


def _moved(side: Text, old: Boundary | None, new: Boundary, *, end: bool) -> Iterator[Text]:
    if old == new:
        return
    now = boundary_text(new, end=end)
    if old is None:
        yield Text(f"{side['zh']}定为 {now['zh']}", f"{side['en']} set to {now['en']}")
        return
    was = boundary_text(old, end=end)
    yield Text(f"{side['zh']}由 {was['zh']} 改为 {now['zh']}", f"{side['en']} moved from {was['en']} to {now['en']}")


def _by(id: str, published: Moment, told: Text) -> Text:
    when = moment_text(published) if published.hour_stated else day_text(published.day)
    return Text(
        f"变更公告 {id}（{when['zh']}发布）：{told['zh']}", f"amendment {id}, published {when['en']}: {told['en']}"
    )
