"""The updates of the board as an Atom feed (RFC 4287): an entry for every notice and every amendment."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from outageplan.engine.agenda import stamped
from outageplan.engine.agenda_entries import EPOCH
from outageplan.engine.history import Version, history
from outageplan.notice.model import Notice
from outageplan.notice.moments import CHINA
from outageplan.render.board.words import word
from outageplan.render.check_common import boundary_words
from outageplan.render.history_outline import history_outline
from outageplan.render.html import TAGS, page
from outageplan.render.outline import Section
from outageplan.render.timeline_words import place_text, repeats
from outageplan.wording import Lang

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:outageplan:board")


class Entry(NamedTuple):
    """One notice or amendment: a stable id, its page, when it was published, who by, and what it says in short."""

    id: str
    href: str
    title: str
    updated: str
    author: str
    lines: tuple[str, ...]


def feed(notices: Sequence[Notice], lang: Lang, *, prefix: str) -> str:
    """The feed in one language; `prefix` stands before links to pages and is empty where they are relative.

    What it says does not depend on the day: a feed and its entries are as old as what was published last.
    """
    dated = [pair for notice in notices for pair in _entries(notice, lang, prefix)]
    dated.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return page(
        "board/feed.xml",
        lang=lang,
        tag=TAGS[lang],
        id=_urn(f"feed:{lang}"),
        title=word("feed_title", lang),
        updated=_stamp(max((at for at, _ in dated), default=EPOCH)),
        own=f"{prefix}feed.xml" if prefix else "",
        home=f"{prefix}index.html",
        entries=[_allowed(entry) for _, entry in dated],
    )


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn


def _stamp(at: datetime) -> str:
    return at.astimezone(CHINA).isoformat(timespec="seconds")


def _entries(notice: Notice, lang: Lang, prefix: str) -> Iterator[tuple[datetime, Entry]]:
    found = history(notice)
    sections = history_outline(found, lang).sections
    for version, section in zip(found.versions, sections, strict=True):
        first = version is found.versions[0]
        at = stamped(version.notice) if first or version.published is None else version.published.as_start()
        lines = _windows(version, lang) if first else _changes(section, lang)
        title = version.notice.title[lang] if first else word("entry_amendment", lang, title=notice.title[lang])
        yield (
            at,
            Entry(
                id=_urn(f"{version.id}:{lang}"),
                href=f"{prefix}notices/{notice.id}.html",
                title=title,
                updated=_stamp(at),
                author=notice.issuer[lang] if notice.issuer else "outageplan",
                lines=(place_text(notice)[lang], *lines),
            ),
        )


def _changes(section: Section, lang: Lang) -> Iterator[str]:
    """What an amendment changed, a line each."""
    for group in section.groups:
        for item in group.items:
            label = f"{item.label}{'：' if lang == 'zh' else ': '}" if item.label else ""
            yield ("；" if lang == "zh" else "; ").join([f"{label}{item.text}", *item.details])


def _windows(version: Version, lang: Lang) -> Iterator[str]:
    notice = version.notice
    for id, window in notice.windows.items():
        name = window.name[lang] if window.name else id
        start, end = boundary_words(notice, window.start, lang), boundary_words(notice, window.end, lang, end=True)
        often = repeats(window, lang)
        more = f"{'；' if lang == 'zh' else '; '}{often}" if often else ""
        yield f"{name}{'：' if lang == 'zh' else ': '}{start} – {end}{more}"


def _allowed(entry: Entry) -> Entry:
    """The entry without the two characters that XML has no way to write."""
    return Entry._make(_xml(value) if isinstance(value, str) else tuple(map(_xml, value)) for value in entry)


def _xml(text: str) -> str:
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
