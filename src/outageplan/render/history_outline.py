"""A history as sections: a file each, with what it changed and which deadlines moved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.changes import Changed
from outageplan.engine.deadlines import DeadlineKind, DueDate
from outageplan.engine.history import History, Moved, Version
from outageplan.engine.phrases import instant_text, published_text
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Notice, Status
from outageplan.render.check_common import hedged
from outageplan.render.history_values import value_words, window_words
from outageplan.render.history_words import history_word, key_words
from outageplan.render.outline import Group, Item, Outline, Section
from outageplan.render.words import word
from outageplan.wording import Lang, joined


def history_outline(found: History, lang: Lang) -> Outline:
    """The history of a notice in one language."""
    first, *_ = found.versions
    later = [_amendment(version, before.notice, lang) for before, version in pairwise(found.versions)]
    return Outline(
        title=history_word("title", lang).format(id=found.notice.id),
        lines=tuple(_facts(found, lang)),
        sections=(_first(first, lang), *later),
        footer=(word("legend", lang),),
    )


def _facts(found: History, lang: Lang) -> Iterator[str]:
    notice, count = found.notice, len(found.versions) - 1
    yield notice.title[lang]
    if notice.issuer:
        yield notice.issuer[lang]
    key = {0: "never", 1: "amended_once"}.get(count, "amended")
    told = history_word(key, lang).format(count=count)
    yield history_word("standing", lang).format(status=term("status", notice.status)[lang], amended=told)
    if found.known_at:
        yield history_word("known", lang).format(at=instant_text(found.known_at)[lang])


def _heading(version: Version, kind: str, lang: Lang) -> str:
    published = published_text(version.published)[lang] if version.published else word("undated", lang)
    return history_word("dot", lang).join([published, version.id, history_word(kind, lang)])


def _first(version: Version, lang: Lang) -> Section:
    notice = version.notice
    windows = []
    for id, window in notice.windows.items():
        begins, returns = window_words(notice, window, lang)
        lines = hedged(begins, is_sure(notice, window.start)), hedged(returns, is_sure(notice, window.end))
        name = f"{id}{word('colon', lang)}{window.name[lang]}" if window.name else id
        windows.append(Item(text=name, mark="·", details=lines, source=window.clause or ""))
    groups = [
        Group(items=(Item(text=key_words("", "", "status", lang) + word("colon", lang) + _status(notice, lang)),)),
        Group(title=history_word("windows", lang), items=tuple(windows)),
    ]
    if version.moved:
        items = tuple(_due_item(one, notice, lang) for one in version.moved)
        groups.append(Group(title=history_word("deadlines", lang), items=items))
    return Section(title=_heading(version, "first", lang), groups=tuple(groups))


def _amendment(version: Version, before: Notice, lang: Lang) -> Section:
    items = [_change_item(one, version, before, lang) for one in version.changes]
    items = items or [Item(text=history_word("nothing", lang), mark="–", tone="dim")]
    groups = [Group(title=history_word("changes", lang), items=tuple(items))]
    if version.moved:
        moved = tuple(_moved_item(one, before, version.notice, lang) for one in version.moved)
        groups.append(Group(title=history_word("moved", lang), items=moved))
    return Section(title=_heading(version, "amendment", lang), groups=tuple(groups))


def _status(notice: Notice, lang: Lang) -> str:
    return term("status", notice.status)[lang]


def _change_item(changed: Changed, version: Version, before: Notice, lang: Lang) -> Item:
    old = None if changed.old in (None, ()) else value_words(changed, changed.old, before, lang)
    new = None if changed.new in (None, ()) else value_words(changed, changed.new, version.notice, lang)
    if changed.key:
        nothing = history_word("none", lang)
        details = [history_word(key, lang).format(value=told or nothing) for key, told in (("old", old), ("new", new))]
    else:
        details = [
            history_word(key, lang).format(value=told) for key, told in (("removed", old), ("added", new)) if told
        ]
    return Item(
        text=key_words(changed.family, changed.id, changed.key, lang),
        mark="·",
        details=tuple(details),
        source=f"{version.id} {changed.clause}" if changed.clause else "",
    )


def _due_item(moved: Moved, notice: Notice, lang: Lang) -> Item:
    assert moved.new is not None, "what is first published has deadlines only as new ones"
    return Item(
        mark=_mark(moved.new),
        text=_whose(moved, notice, lang),
        details=(moved.new.text()[lang],),
        source=moved.clause or "",
        tone="unsure" if moved.new.kind is not DeadlineKind.FIRM else "plain",
    )


def _moved_item(moved: Moved, before: Notice, after: Notice, lang: Lang) -> Item:
    gone = history_word("cancelled" if after.status is Status.CANCELLED else "no_deadline", lang)
    new = _certain(moved.new, lang) if moved.new else gone
    old = (history_word("old", lang).format(value=_certain(moved.old, lang)),) if moved.old else ()
    key = "new" if moved.old else "added"
    return Item(
        mark=_mark(moved.new) if moved.new else "×",
        text=_whose(moved, after if moved.guidance in after.guidance else before, lang),
        details=(*old, history_word(key, lang).format(value=new)),
        source=moved.clause or "",
        tone="dim" if moved.new is None else "plain" if moved.new.kind is DeadlineKind.FIRM else "unsure",
    )


def _certain(due: DueDate, lang: Lang) -> str:
    """By when, and how sure that is: the word itself where nothing else tells it."""
    text = due.text()[lang]
    return f"{text}{word('comma', lang)}{term('deadline', due.kind)[lang]}" if due.kind is DeadlineKind.FIRM else text


def _mark(due: DueDate) -> str:
    return "●" if due.kind is DeadlineKind.FIRM else "≈"


def _whose(moved: Moved, notice: Notice, lang: Lang) -> str:
    """Whose deadline it is, and for what."""
    part = notice.guidance[moved.guidance]
    who = joined([roles()[id].name for id in part.roles])[lang]
    key = history_word("earliest", lang) if moved.key == "not_before" else ""
    named = word("brackets", lang).format(text=moved.guidance)
    return f"{who}{word('colon', lang)}{actions()[part.action].name[lang]}{named}{key}"
