"""The deadlines that hang on windows that repeat, one for each occurrence, as a calendar has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from outageplan.engine.deadlines import due_date
from outageplan.engine.instances import Instance, changed_instances, repetition, window_of
from outageplan.engine.occurrence_parts import Shown, add_copies
from outageplan.engine.occurrences import every
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import Guidance, Notice, Window
from outageplan.notice.moments import Anchor, Boundary

MOST = 366  # occurrences: a year of nights, thirty years of months


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A notice in which guidance that hangs on an occurrence stands under `id@day`, once for each.

    `ends` has, by the id of the guidance, the day of the first occurrence that is not among them: the rule goes on, or
    no schedule of working days reaches so far.
    """

    notice: Notice
    ends: dict[str, date]


def spread(notice: Notice) -> Spread:
    """The deadlines of a notice by occurrence; a notice without windows that repeat is itself."""
    if not any(repetition(window) for window in notice.windows.values()):
        return Spread(notice=notice, ends={})
    windows, guidance, ends = dict(notice.windows), dict[str, Guidance](), dict[str, date]()
    for key, entry in notice.guidance.items():
        anchor = entry.deadline.anchor if entry.deadline else None
        window = notice.windows.get(anchor.window or "") if anchor else None
        if anchor is None or window is None or repetition(window) is None:
            guidance[key] = entry
            continue
        if _side(anchor, window).moment is None:
            guidance[key] = entry  # of the occurrences whose date nobody gave: told as undated, once
        shown = list(_dated(notice, key, entry, anchor, ends))
        windows |= {one.id: one.window for one in shown}
        add_copies(guidance, key, entry, shown)
    changed = {"windows": FrozenDict(windows), "guidance": FrozenDict(guidance)}
    return Spread(notice=notice.model_copy(update=changed), ends=ends)


def _dated(notice: Notice, key: str, entry: Guidance, anchor: Anchor, ends: dict[str, date]) -> Iterator[Shown]:
    """The occurrences for which a guidance has a deadline, or would have if its notice gave their date."""
    assert anchor.window is not None, "what hangs on an occurrence names its window"
    assert entry.deadline is not None, "what hangs on an occurrence is a deadline"
    window, taking_place = notice.windows[anchor.window], 0
    for one in _instances(notice, window, anchor):
        if one.skipped:
            continue
        shown = Shown(id=f"{anchor.window}@{one.day}", window=window_of(anchor.window, window, one), effective=False)
        trial = notice.model_copy(update={"windows": FrozenDict({**notice.windows, shown.id: shown.window})})
        hung = replace(entry.deadline, anchor=replace(anchor, window=shown.id))
        if taking_place == MOST or (_side(anchor, one).moment and due_date(hung, trial).at is None):
            ends[key] = one.day
            return
        taking_place += 1
        yield shown


def _instances(notice: Notice, window: Window, anchor: Anchor) -> Iterable[Instance]:
    """All occurrences; where the rule gives them no date to count from, those alone that the notice changes."""
    if _side(anchor, window).moment:
        return every(window, notice)
    return sorted(changed_instances(window), key=lambda one: one.place)


def _side(anchor: Anchor, of: Window | Instance) -> Boundary:
    return of.start if anchor.side == "start" else of.end
