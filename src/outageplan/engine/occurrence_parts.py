"""The effects and the guidance of the occurrences that are in view: some windows for one, and copies for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from outageplan.engine.instances import OccurrenceWindow
from outageplan.notice.model import Guidance, Notice, ServiceEffect
from outageplan.wording import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One occurrence in view under an id, and the guidance that is copied for it (the primary one has its own)."""

    id: str
    window: OccurrenceWindow
    effective: bool
    guidance: tuple[str, ...] = ()


def effects_for(notice: Notice, shown: dict[str, list[Shown]]) -> dict[str, ServiceEffect]:
    """The effects with the occurrences that they hold in; `shown` is what is in view of each window that repeats."""
    stopped = {id: [one.id for one in view if one.effective] for id, view in shown.items()}
    found = {
        id: entry.model_copy(update={"windows": _windows(notice.windows_of(entry), stopped)})
        for id, entry in notice.effects.items()
    }
    return {id: entry for id, entry in found.items() if entry.windows}


def _windows(ids: Iterable[str], shown: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(new for id in ids for new in shown.get(id, [id]))


def guidance_for(notice: Notice, shown: dict[str, list[Shown]]) -> dict[str, Guidance]:
    """The guidance with its copies: those for earlier occurrences before it, those for later ones behind it."""
    primary = {id: [one.id for one in view if one.id == id] for id, view in shown.items()}
    found: dict[str, Guidance] = {}
    for key, entry in notice.guidance.items():
        copies = [one for view in shown.values() for one in view if key in one.guidance]
        behind = [one for one in copies if not one.effective]
        add_copies(found, key, entry, behind)
        windows = _windows(notice.windows_of(entry), primary)
        anchored = [by.anchor.window for by in (entry.deadline, entry.not_before) if by and by.anchor]
        if windows and all(primary.get(id or "", [id]) for id in anchored):
            found[key] = entry.model_copy(update={"windows": windows})
        add_copies(found, key, entry, [one for one in copies if one.effective])
    return found


def add_copies(found: dict[str, Guidance], key: str, entry: Guidance, copies: Iterable[Shown]) -> None:
    """Adds a guidance for each of some occurrences, under `key@day`, with its deadlines hanging on that one."""
    for one in copies:
        id = f"{key}@{one.window.day}"
        if id in found:  # of another window that repeats on the same day
            found[id] = found[id].model_copy(update={"windows": (*found[id].windows, one.id)})
            continue
        changes: dict[str, object] = {"windows": (one.id,), "say": _told(entry.say, one.window)}
        for side in ("deadline", "not_before"):
            by = getattr(entry, side)
            if by and by.anchor and by.anchor.window == one.window.of:
                changes[side] = replace(by, anchor=replace(by.anchor, window=one.id))
        found[id] = entry.model_copy(update=changes)


def _told(say: Text, window: OccurrenceWindow) -> Text:
    """What to do, with the day of the stop that it is about."""
    day = window.start.moment.day if window.start.moment else window.day
    zh, en = f"{day} 的停机：{say.zh}", f"Stop of {day}: {say.en}"
    return Text(None if say.zh is None else zh, None if say.en is None else en)
