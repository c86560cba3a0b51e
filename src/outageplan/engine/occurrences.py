"""A notice with repeating windows as it stands at a moment: with windows that are there once, as all others are.

The id of a repeating window stands for the occurrence that has begun and is not over, else for the next one. The next
one overtakes what came before it: nobody waits any more for word of a return that a later stop has followed. Beside it,
under `id@day`, stand

- the next occurrence, while the one under way has no end in sight, or when what is to be done before the next one falls
  due before the one under way is over;
- an earlier occurrence that runs on into the one under way, which `validate` reports;
- an occurrence that was moved and has no date yet, until the one after it;
- earlier occurrences with guidance whose deadline hangs on them and has not passed. An undated one is kept for 30 days,
  as is guidance for after the last occurrence that hangs on nothing.

What stands under such an id has copies of the guidance that it is there for, under `id@day` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from outageplan.engine.deadlines import due_date
from outageplan.engine.instances import (
    Instance,
    OccurrenceWindow,
    changed_instances,
    instance_on,
    instances_after,
    instances_before,
    repetition,
    window_of,
)
from outageplan.engine.occurrence_parts import Shown, effects_for, guidance_for
from outageplan.engine.repeat_days import is_day
from outageplan.engine.stages import PRESUMED_AFTER, Stage, completing, stage_of
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import Change, Effect, Guidance, Notice, Phase, Status, Window
from outageplan.notice.moments import CHINA

MOST_EARLIER = 366  # occurrences whose deadlines are looked at: a year of nights
BEGINNING = datetime(1, 1, 2, tzinfo=CHINA)
_OVER = (Stage.OVER, Stage.PRESUMED_OVER)


def unrolled(notice: Notice, at: datetime) -> Notice:
    """The notice as it stands at `at` (aware), with windows that do not repeat; a notice without such is itself."""
    repeating = [id for id, window in notice.windows.items() if repetition(window)]
    if not repeating:
        return notice
    shown = {id: _in_view(notice, id, at) for id in repeating}
    if not any(shown.values()) and len(repeating) == len(notice.windows):
        # every occurrence is skipped
        firsts = {id: _window(notice, id, _first(notice.windows[id])) for id in repeating}
        return notice.model_copy(update={"windows": FrozenDict(firsts), "status": Status.CANCELLED})
    windows: dict[str, Window] = {}
    for id, window in notice.windows.items():
        windows |= {one.id: one.window for one in shown[id]} if id in shown else {id: window}
    found = notice.model_copy(
        update={
            "windows": FrozenDict(windows),
            "effects": FrozenDict(effects_for(notice, shown)),
            "guidance": FrozenDict(guidance_for(notice, shown)),
        }
    )
    return _with_history(found, notice, [one for view in shown.values() for one in view])


def listed(window: OccurrenceWindow, notice: Notice, at: datetime, count: int) -> list[Instance]:
    """The next occurrences from a moment on, the one under way first; those that are skipped come on top of `count`."""
    found: list[Instance] = [instance_on(window.origin, window.day)] if window.under_way else []
    found += reversed([one for one in _before(window.origin, at) if one.skipped and _would_last(one, at)])
    taking_place = len(found) if window.under_way else 0
    for one in coming(window.origin, notice, at):
        if taking_place >= count:
            break
        found.append(one)
        taking_place += not one.skipped
    return found


def skipped_before(window: OccurrenceWindow, notice: Notice, at: datetime) -> list[Instance]:
    """The occurrences that are left out between a moment and the one that a window stands for."""
    ahead = listed(window, notice, at, 1)
    return [one for one in ahead if one.skipped and one.planned <= (window.start.as_start() or one.planned)]


def _in_view(notice: Notice, id: str, at: datetime) -> list[Shown]:
    """The occurrences of a window that matter at a moment, the earlier ones first."""
    window = notice.windows[id]
    before = [one for one in _before(window, at) if not one.skipped]
    begun = next((one for one in before if one.start.moment), None)
    pending = [one for one in before if not one.start.moment]
    ahead: Instance | None = None
    for one in coming(window, notice, at):
        if one.skipped:
            continue
        if one.start.moment:
            ahead = one
            break
        pending.append(one)
    running = _running(window, at)
    current = begun if begun and not _is_over(notice, id, begun, at) else next(iter(running), None)
    primary = current or ahead or next(iter(pending), None) or begun
    if primary is None:
        return []
    shown = list(_earlier(notice, id, at, primary, begun))
    shown.append(Shown(id=id, window=_window(notice, id, primary, under_way=primary is current), effective=True))
    shown += [_beside(notice, id, one) for one in running if one != current]
    if current and ahead and _is_awaited(notice, id, current, ahead, at):
        pending.append(ahead)
    ahead_of = tuple(key for key, entry in notice.guidance.items() if _is_in(entry, notice, id, Phase.BEFORE))
    return [*shown, *(_beside(notice, id, one, ahead_of) for one in pending if one is not primary)]


def _beside(notice: Notice, id: str, one: Instance, guidance: tuple[str, ...] = ()) -> Shown:
    return Shown(id=f"{id}@{one.day}", window=_window(notice, id, one), effective=True, guidance=guidance)


def _running(window: Window, at: datetime) -> list[Instance]:
    """The occurrences with a date of return that lies ahead, the last one first: more than one where they overlap."""
    found = {}
    for one in islice(instances_before(window, at), MOST_EARLIER):
        if _runs(one, at):
            found[one.day] = one
        elif one.change is None:
            break  # those before it are no longer, unless their notice changes them
    found |= {one.day: one for one in changed_instances(window) if _runs(one, at)}
    return sorted(found.values(), key=lambda one: one.place, reverse=True)


def _runs(one: Instance, at: datetime) -> bool:
    start, end = one.start.as_start(), one.end.as_end()
    return not one.skipped and start is not None and end is not None and start <= at < end


def _before(window: Window, at: datetime) -> Iterator[Instance]:
    """Back to the last occurrence that has begun: that one, and before it what was to begin later and did not."""
    for one in instances_before(window, at):
        yield one
        if one.start.moment and not one.skipped:
            return


def coming(window: Window, notice: Notice, at: datetime) -> Iterator[Instance]:
    """What begins after a moment; when an amendment has told that all is back for good, nothing does."""
    told = completing(notice)
    done = told[0].amendment.published.as_start() if told else None
    return (one for one in instances_after(window, at) if done is None or one.place[0] < done)


def every(window: Window, notice: Notice) -> Iterator[Instance]:
    """All occurrences of a repeating window in order, those that are skipped or have no date among them."""
    return coming(window, notice, BEGINNING)


def _would_last(one: Instance, at: datetime) -> bool:
    """Whether a skipped occurrence would be under way."""
    end = one.end.as_end()
    return end is not None and at < end


def _is_over(notice: Notice, id: str, one: Instance, at: datetime) -> bool:
    entries = [entry for entry in notice.effects.values() if id in notice.windows_of(entry)]
    if any(entry.effect is Effect.TERMINATED for entry in entries):
        return False
    window = _window(notice, id, one)
    return all(stage_of(notice, window, at, entry.resume) in _OVER for entry in entries) and (
        stage_of(notice, window, at) in _OVER
    )


def _is_awaited(notice: Notice, id: str, current: Instance, ahead: Instance, at: datetime) -> bool:
    """Whether the next occurrence must be seen while one is under way."""
    end, start = current.end.as_end(), ahead.start.as_start()
    if end is None or start is None or at >= end or end >= start:
        return True
    trial = _with_window(notice, id, ahead)
    for entry in notice.guidance.values():
        if entry.deadline and _hangs_on(entry, id) and _is_in(entry, notice, id, Phase.BEFORE):
            due = due_date(entry.deadline, trial)
            if due.at and at < due.at <= end:
                return True
    return False


def _earlier(notice: Notice, id: str, at: datetime, primary: Instance, begun: Instance | None) -> Iterator[Shown]:
    """The occurrences behind the one that the id stands for which somebody still has to act on."""
    guided = {key: entry for key, entry in notice.guidance.items() if _is_in(entry, notice, id, *_LATER)}
    if begun is None or not guided:
        return
    behind = (one for one in instances_before(notice.windows[id], at) if one.start.moment and not one.skipped)
    found = []
    for one in islice(behind, MOST_EARLIER):
        if one.day == primary.day or _runs(one, at):
            continue
        kept = tuple(key for key, entry in guided.items() if _still_due(entry, notice, id, one, at, last=one == begun))
        if kept:
            window = _window(notice, id, one)
            found.append(Shown(id=f"{id}@{one.day}", window=window, effective=False, guidance=kept))
        elif one.change is None and one != begun:
            break  # what hangs on the ones before it has passed, too
    yield from reversed(found)


_LATER = (Phase.DURING, Phase.AFTER)


def _still_due(entry: Guidance, notice: Notice, id: str, one: Instance, at: datetime, *, last: bool) -> bool:
    """Whether an occurrence that is behind still asks something of people by a guidance."""
    recent = at < (one.end.as_end() or one.place[0]) + PRESUMED_AFTER
    if not (entry.deadline and _hangs_on(entry, id)):
        return last and recent and entry.phase is Phase.AFTER
    due = due_date(entry.deadline, _with_window(notice, id, one))
    return recent if due.at is None else at < due.at


def _hangs_on(entry: Guidance, id: str) -> bool:
    anchor = entry.deadline.anchor if entry.deadline else None
    return anchor is not None and anchor.window == id


def _is_in(entry: Guidance, notice: Notice, id: str, *phases: Phase) -> bool:
    """Whether a guidance is for a window in one of the phases, and its deadline hangs on no other window."""
    anchor = entry.deadline.anchor if entry.deadline else None
    elsewhere = anchor is not None and anchor.window not in (None, id)
    return entry.phase in phases and id in notice.windows_of(entry) and not elsewhere


def _first(window: Window) -> Instance:
    assert window.start.moment is not None, "what repeats has a dated start"
    return instance_on(window, window.start.moment.day)


def _window(notice: Notice, id: str, one: Instance, *, under_way: bool = False) -> OccurrenceWindow:
    return window_of(id, notice.windows[id], one, under_way=under_way)


def _with_window(notice: Notice, id: str, one: Instance) -> Notice:
    return notice.model_copy(update={"windows": FrozenDict({**notice.windows, id: _window(notice, id, one)})})


def _with_history(found: Notice, notice: Notice, shown: list[Shown]) -> Notice:
    """The same occurrences in the notice as it stood before each amendment, to tell what changed about them."""
    change = notice.change
    if change is None:
        return found
    windows, changed = dict(change.before.windows), dict(change.amendment.windows)
    for one in shown:
        was, origin = _window_before(change.before, one.window), windows.get(one.id)
        if was is not None:
            windows[one.id] = was
        elif origin is not None and repetition(origin):
            del windows[one.id]
        if one.window.of in changed:
            changed[one.id] = changed[one.window.of]
    before = change.before.model_copy(update={"windows": FrozenDict(windows)})
    amendment = change.amendment.model_copy(update={"windows": FrozenDict(changed)})
    return found.changed_by(Change(_with_history(before, change.before, shown), amendment))


def _window_before(before: Notice, window: OccurrenceWindow) -> OccurrenceWindow | None:
    """The occurrence of the same day as it was; None where it was skipped or not there."""
    origin = before.windows.get(window.of)
    rule = repetition(origin) if origin else None
    if origin is None or rule is None or not is_day(*rule, window.day):
        return None
    one = instance_on(origin, window.day)
    return None if one.skipped else _window(before, window.of, one)
