"""The board: notices as a static site of pages, calendars, data and a feed. Values in, files out, by their paths.

Chinese lies at the root, English below `en/`. Nothing in it depends on the day on which it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from outageplan.catalog.vocabulary import roles
from outageplan.engine.agenda import agenda, stamped
from outageplan.engine.agenda_entries import EPOCH
from outageplan.engine.case import Case
from outageplan.engine.plan import make_plan
from outageplan.engine.timeline import timeline
from outageplan.notice.model import Notice
from outageplan.render.board.feed import feed
from outageplan.render.board.notice_page import notice_page, parts
from outageplan.render.board.overview import overview
from outageplan.render.board.words import word
from outageplan.render.calendar_ics import calendar_ics, calendar_name
from outageplan.render.check_json import check_json
from outageplan.render.html import page
from outageplan.render.timeline_words import KINDS
from outageplan.render.timeline_words import word as timeline_word
from outageplan.wording import Lang, Text

_TREES: dict[Lang, str] = {"zh": "", "en": "en/"}
_ANYBODY = Case(at=EPOCH)


def board_files(notices: Sequence[Notice], *, known_at: datetime | None = None, base_url: str = "") -> dict[str, bytes]:
    """Every file of the board by its path, with `/` between folders.

    `notices` are as they stood at `known_at` (aware). Links lead from page to page without any address; `base_url`,
    where the board will lie, makes the links of the feeds whole, which some readers need.
    """
    ordered = sorted(notices, key=lambda notice: (stamped(notice), notice.id), reverse=True)
    files: dict[str, bytes] = {}
    for lang in _TREES:
        files |= {f"{_TREES[lang]}{path}": content for path, content in _tree(ordered, lang, known_at, base_url)}
    for notice in ordered:
        plan = make_plan([notice], Case(at=stamped(notice), notices=(notice.id,)))
        files[f"plans/{notice.id}.json"] = check_json(plan).encode("utf-8")
    return files


def _tree(
    notices: Sequence[Notice], lang: Lang, known_at: datetime | None, base_url: str
) -> Iterator[tuple[str, bytes]]:
    """The pages, calendars and feed in one language, by their paths in its tree."""
    calendars = dict(_calendars(notices, lang))
    stems = [stem for stem in ("all", *roles()) if stem in calendars]
    yield "index.html", _overview(notices, stems, known_at, lang)
    for notice in notices:
        yield f"notices/{notice.id}.html", _notice(notice, calendars, lang)
    for stem, content in calendars.items():
        yield f"calendar/{stem}.ics", content
    prefix = f"{base_url.rstrip('/')}/{_TREES[lang]}" if base_url else ""
    yield "feed.xml", feed(notices, lang, prefix=prefix).encode("utf-8")


def _calendars(notices: Sequence[Notice], lang: Lang) -> Iterator[tuple[str, bytes]]:
    """The calendars that hold anything: of all, by role, and by notice (`notice-ID`)."""
    asked: list[tuple[str, Sequence[Notice], Case, Text | None]] = [("all", notices, _ANYBODY, None)]
    asked += [(role, notices, replace(_ANYBODY, role=role), roles()[role].name) for role in roles()]
    asked += [(f"notice-{notice.id}", [notice], _ANYBODY, notice.title) for notice in notices]
    for stem, chosen, case, of in asked:
        found = agenda(chosen, [case])
        if found.events:
            yield stem, calendar_ics(found, lang, name=calendar_name(of, lang))


def _overview(notices: Sequence[Notice], stems: Sequence[str], known_at: datetime | None, lang: Lang) -> bytes:
    view = overview(notices, timeline(notices, [_ANYBODY]), stems, known_at, lang)
    return _page("board/overview.html", lang, "", "index.html", view=view)


def _notice(notice: Notice, calendars: dict[str, bytes], lang: Lang) -> bytes:
    view = notice_page(notice, timeline([notice], [_ANYBODY]), _ANYBODY, lang)
    calendar = f"notice-{notice.id}" in calendars
    path = f"notices/{notice.id}.html"
    return _page("board/notice.html", lang, "../", path, view=view, calendar=calendar, parts=parts(view))


def _page(template: str, lang: Lang, up: str, path: str, **values: object) -> bytes:
    """A page at a path of its tree; `up` leads from it to the root of the tree."""
    other: Lang = "en" if lang == "zh" else "zh"
    across = f"{up}en/{path}" if lang == "zh" else f"{up}../{path}"
    root = up if lang == "zh" else f"{up}../"

    def said(key: str, **places: object) -> str:
        return word(key, lang, **places)

    kinds = [(kind, timeline_word(kind, lang)) for kind in KINDS]
    own = {"up": up, "root": root, "across": across, "kinds": kinds}
    text = page(template, lang=lang, other=other, word=said, **own, **values)
    return text.encode("utf-8")
