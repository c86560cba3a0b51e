"""What was known when: a notice as it stood at a moment, and what its amendments changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import term
from outageplan.engine.changes import Changed, changed_part
from outageplan.engine.phrases import boundary_text, instant_text, published_text
from outageplan.engine.rules import AMENDED, Reason
from outageplan.errors import UnknownNameError
from outageplan.notice.model import Change, Notice
from outageplan.notice.moments import Boundary
from outageplan.wording import Text, joined

_SIDES = {"start": Text("停机时间", "the stop"), "end": Text("恢复时间", "the return")}


def known_at(notice: Notice, moment: datetime | None) -> Notice | None:
    """A notice as it stood at a moment (aware): without what was published later, None when it was not yet published.

    Without a moment it is the notice as it stands; a notice without a date of publication counts as known. What gives
    no hour of publication is known from 00:00 of its day.
    """
    if moment is None:
        return notice
    while notice.change is not None and notice.change.amendment.published.as_start() > moment:
        notice = notice.change.before
    return notice if notice.published is None or notice.published.as_start() <= moment else None


def not_published(id: str, moment: datetime) -> UnknownNameError:
    """What to say of an id that nothing had been published by at a moment."""
    when = instant_text(moment)
    zh, en = (
        f"截至 {when['zh']}，没有以“{id}”为编号的公告发布",
        f"nothing by the id `{id}` was published at {when['en']}",
    )
    return UnknownNameError(Text(zh, en), "notice")


def amended_by(id: str, notices: Iterable[Notice]) -> tuple[Notice, Change] | None:
    """The notice that an amendment of that id changed, with the change."""
    found = ((notice, change) for notice in notices for change in notice.changes if change.amendment.id == id)
    return next(found, None)


def steps(notice: Notice) -> Iterator[tuple[Change, Notice]]:
    """The changes of a notice in order of publication, each with the notice as it stood after it."""
    changes = notice.changes
    after = [*(change.before for change in changes[1:]), notice]
    yield from zip(changes, after, strict=True) if changes else ()


def amended_status(notice: Notice) -> Iterator[Reason]:
    """How amendments changed the status of a notice, in order of publication."""
    for change, after in steps(notice):
        if change.before.status != after.status:
            old, new = term("status", change.before.status), term("status", after.status)
            told = Text(
                f"公告状态由{old['zh']}改为{new['zh']}", f"the notice's status, {old['en']}, is now {new['en']}"
            )
            yield Reason(rule=AMENDED, text=_by(change, told), notice=notice.id, clause=change.amendment.id)


def amended_window(notice: Notice, window: str) -> Iterator[Reason]:
    """What amendments changed in the times of a window, in order of publication."""
    for change, after in steps(notice):
        part = after.windows.get(window)
        if part is None:
            continue
        if window not in change.before.windows:
            moved = [_moved(side, None, getattr(part, side)) for side in _SIDES]
        else:
            found = changed_part(change, after, "windows", window)
            moved = [_moved(one.key, _edge(one.old), _edge(one.new)) for one in found if one.key in _SIDES]
        if moved:
            told = joined(moved, zh="；", en="; ")
            yield Reason(rule=AMENDED, text=_by(change, told), notice=notice.id, window=window, clause=part.clause)


def amended_effect(notice: Notice, effect: str, window: str) -> Iterator[Reason]:
    """What amendments changed in an effect, in order of publication; `window` is that of the claim."""
    for change, after in steps(notice):
        changed = _own(changed_part(change, after, "effects", effect), change)
        if found := [told for one in changed if (told := _effect(one))]:
            told = joined(found, zh="；", en="; ")
            clause = after.effects[effect].clause if effect in after.effects else None
            yield Reason(rule=AMENDED, text=_by(change, told), notice=notice.id, window=window, clause=clause)


def amended_guidance(notice: Notice, guidance: str) -> Iterator[Reason]:
    """That amendments changed a guidance, in order of publication, and its deadline from what to what."""
    for change, after in steps(notice):
        found = _own(changed_part(change, after, "guidance", guidance), change)
        if found and guidance in after.guidance:
            told = joined([_guidance(one) for one in found], zh="；", en="; ")
            clause = after.guidance[guidance].clause
            yield Reason(rule=AMENDED, text=_by(change, told), notice=notice.id, guidance=guidance, clause=clause)


def _own(changed: Iterable[Changed], change: Change) -> list[Changed]:
    """What an amendment itself changed: which occurrences a part is for changes with the moment, too."""
    parts = {"effects": change.amendment.effects, "guidance": change.amendment.guidance}
    return [one for one in changed if one.key != "in" or one.id in parts[one.family]]


def _edge(value: object) -> Boundary | None:
    return value if isinstance(value, Boundary) else None


def _moved(key: str, old: Boundary | None, new: Boundary | None) -> Text:
    side = _SIDES[key]
    assert new is not None, "a window has both its ends"
    now = boundary_text(new, end=key == "end")
    if old is None:
        return Text(f"{side['zh']}定为 {now['zh']}", f"{side['en']} set to {now['en']}")
    was = boundary_text(old, end=key == "end")
    return Text(
        f"{side['zh']}由“{was['zh']}”改为“{now['zh']}”", f"{side['en']} moved from “{was['en']}” to “{now['en']}”"
    )


def _effect(changed: Changed) -> Text | None:
    if not changed.key:
        return Text("增加此项影响", "this effect was added") if changed.old is None else None
    if changed.key == "effect":
        old, new = term("effect", str(changed.old)), term("effect", str(changed.new))
        return Text(f"影响由{old['zh']}改为{new['zh']}", f"the effect, {old['en']}, is now {new['en']}")
    if changed.key == "services" and isinstance(changed.new, tuple):
        named = joined([services()[id].name for id in changed.new], en="; ")
        return Text(f"所涉业务改为：{named['zh']}", f"the services are now: {named['en']}")
    return Text(f"`{changed.key}` 有改动", f"`{changed.key}` was changed")


def _guidance(changed: Changed) -> Text:
    if not changed.key:
        return Text("增加此项指引", "this guidance was added")
    if changed.key in ("deadline", "not_before") and changed.old is not None and changed.new is not None:
        return Text(
            f"`{changed.key}` 由“{changed.old}”改为“{changed.new}”",
            f"`{changed.key}` changed from `{changed.old}` to `{changed.new}`",
        )
    return Text(f"`{changed.key}` 有改动", f"`{changed.key}` was changed")


def _by(change: Change, told: Text) -> Text:
    id, when = change.amendment.id, published_text(change.amendment.published)
    return Text(
        f"变更公告 {id}（{when['zh']}发布）：{told['zh']}", f"amendment {id}, published {when['en']}: {told['en']}"
    )
