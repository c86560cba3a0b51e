"""What a printed plan says of repetition: how a window repeats, which occurrences are left out, and the next ones."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.engine.instances import Instance, OccurrenceWindow
from outageplan.engine.occurrences import listed, skipped_before
from outageplan.engine.phrases import day_text
from outageplan.engine.plan import NoticeStanding, Plan
from outageplan.engine.repeat_words import how_often
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Notice, Window
from outageplan.render.check_common import boundary_words, hedged, source
from outageplan.render.outline import Group, Item, Section
from outageplan.render.words import word
from outageplan.wording import Lang


def repeat_lines(notice: Notice, window: Window, plan: Plan, lang: Lang) -> Iterator[str]:
    """How a window repeats, and which of its occurrences are left out before the one that is told."""
    if not isinstance(window, OccurrenceWindow) or notice.windows.get(window.of) is not window:
        return
    yield word("repeats", lang).format(how=how_often(window)[lang])
    for one in skipped_before(window, notice, plan.case.at):
        told = word("left_out", lang).format(day=day_text(one.day)[lang])
        clause = one.change.clause if one.change else None
        yield f"{told}  [{source(notice.id, clause, plan)}]" if clause else told


def repeating(one: NoticeStanding) -> dict[str, OccurrenceWindow]:
    """The repeating windows of a notice by their own ids, each as the occurrence that it stands for."""
    windows = one.notice.windows.items()
    return {id: window for id, window in windows if isinstance(window, OccurrenceWindow) and window.of == id}


def occurrences_section(plan: Plan, lang: Lang, count: int) -> Section:
    """The next occurrences of every repeating window."""
    groups = []
    for standing in plan.notices if count else ():
        notice = standing.notice
        for id, window in repeating(standing).items():
            found = listed(window, notice, plan.case.at, count)
            items = [_item(one, window, notice, plan, lang) for one in found]
            name = window.name[lang] if window.name else id
            title = f"{name} [{notice.id}]{word('colon', lang)}{how_often(window)[lang]}"
            groups.append(Group(title=title, items=tuple(items) or (Item(text=word("no_more", lang), mark="–"),)))
    return Section(title=word("occurrences", lang), groups=tuple(groups))


def _item(one: Instance, window: OccurrenceWindow, notice: Notice, plan: Plan, lang: Lang) -> Item:
    start = boundary_words(notice, one.start, lang)
    end = boundary_words(notice, one.end, lang, end=True)
    under_way = window.under_way and one.day == window.day
    details = []
    if one.moved and not one.skipped:
        details.append(word("moved_from", lang).format(day=day_text(one.day)[lang]))
    return Item(
        mark="–" if one.skipped else "■" if under_way else "△",
        label=word("skipped" if one.skipped else "now" if under_way else "next", lang),
        text=hedged(f"{start} → {end}", is_sure(notice, one.start) and is_sure(notice, one.end)),
        details=tuple(details),
        source=source("", one.change.clause, plan) if one.change else "",
        tone="dim" if one.skipped else "unsure",
    )
