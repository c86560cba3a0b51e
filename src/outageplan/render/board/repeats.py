"""What a page without a clock says of windows that repeat: by which rule, and the first occurrences one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from outageplan.engine.instances import Instance, repetition
from outageplan.engine.occurrences import every
from outageplan.engine.phrases import day_text
from outageplan.engine.repeat_words import repeat_text
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Notice
from outageplan.render.board.words import word
from outageplan.render.check_common import boundary_words, hedged
from outageplan.render.words import word as plan_word
from outageplan.wording import Lang, Text

MOST = 12  # occurrences on a page: a year of months


class Occurrence(NamedTuple):
    """One occurrence in words; `note` tells what is different about it, `clause` where that is said."""

    text: str
    note: str
    clause: str


class Repetition(NamedTuple):
    """A window that repeats: its name, by which rule, its first occurrences, and whether more follow."""

    name: Text
    how: str
    occurrences: tuple[Occurrence, ...]
    goes_on: bool


def repetitions(notice: Notice, lang: Lang) -> Iterator[Repetition]:
    """The windows of a notice that repeat, in its order."""
    for id, window in notice.windows.items():
        rule = repetition(window)
        if rule is None:
            continue
        found = list(islice(every(window, notice), MOST + 1))
        yield Repetition(
            name=window.name or Text(id, id),
            how=repeat_text(*rule)[lang],
            occurrences=tuple(_occurrence(notice, one, lang) for one in found[:MOST]),
            goes_on=len(found) > MOST,
        )


def _occurrence(notice: Notice, one: Instance, lang: Lang) -> Occurrence:
    clause = (one.change.clause if one.change else None) or ""
    day = day_text(one.day)[lang]
    if one.skipped:
        return Occurrence(day, plan_word("skipped", lang), clause)
    start, end = boundary_words(notice, one.start, lang), boundary_words(notice, one.end, lang, end=True)
    text = hedged(word("span", lang, start=start, end=end), is_sure(notice, one.start) and is_sure(notice, one.end))
    return Occurrence(text, plan_word("moved_from", lang).format(day=day) if one.moved else "", clause)
