"""Tables: what a time in a row is about, by the head of its column; cells that tell an end without one: 与窗口同步."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block
from outageplan.drafting.beside import first_verb, last_verb
from outageplan.drafting.event import Event, Role
from outageplan.drafting.times import Found, Kind, Sure
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.wording import Text

_OF_THINGS = re.compile("品种|药品|耗材|编码|旧[卡证版]")  # that are replaced by others
_AS_ABOVE = re.compile(r"同上|同前|〃|″|\"|as above|ditto")
_EMPTY = re.compile(r"[-—–/无 ]*")
_WHEN, _WORK = re.compile(r"时间|时段"), re.compile(rf"{say.WORK.pattern}|更换|替换")
_LONGEST = 40  # characters of a cell that may stand for a time
_TITLES, _ABOVE = 3, 2  # blocks at the head of the text and above a table that tell what it is about
_NO_DATE = Text("没有写明日期", "it names no date")
_OF_THE_ROW_ABOVE = Text("与上一行相同", "that of the row above")


def role_in_row(article: Article, time: Found, place: int) -> Role:
    """What a time in a row of a table is about: the head of its column tells, else the label or verb beside it.

    `place`: that of the row's block.
    """
    block = article.blocks[place]
    column = next((place for place, cell in enumerate(block.cells) if cell[0] <= time.start < cell[1]), None)
    head = block.head[column] if column is not None and block.head else ""
    if time.kind is Kind.RANGE:
        return Role.RANGE if _tells_of_a_stop(article, place, head) else Role.OTHER
    if time.kind is Kind.DEADLINE:
        return Role.DEADLINE
    if say.END_HEAD.search(head):
        return Role.END
    if say.START_HEAD.search(head) and not _OF_THINGS.search(head):
        return Role.END if _is_second(time, block, head) else Role.START
    row = article.text_of(block)
    before = row[: time.start - block.start].replace(" | ", ":")
    if say.END_LABEL.search(before):
        return Role.END
    if say.START_LABEL.search(before):
        return Role.START
    verb = first_verb(row[time.end - block.start :]) or last_verb(before)
    return Role.OTHER if verb is None else Role.START if verb == "stop" else Role.END


def _tells_of_a_stop(article: Article, place: int, head: str) -> bool:
    """Whether a column, the row or what stands above the table says that stretches in it are stops."""
    if say.OTHER_RANGE.search(head):
        return False
    above = [one for one in article.blocks[:place] if not one.cells]
    near = [*above[:_TITLES], *above[-_ABOVE:]]
    own = say.STOP.search(head) or say.STOP.search(article.text_of(article.blocks[place]))
    told = [article.text_of(one) for one in near]
    works = _WHEN.search(head) and any(map(_WORK.search, told)) and say.PAUSED_BUSINESS.search(article.text)
    return bool(own or works) or any(map(say.HARD_STOP.search, told))


def _is_second(time: Found, block: Block, head: str) -> bool:
    """Whether it is the second of two times below one head that spans both: where the stop ends."""
    below = [cell for cell, name in zip(block.cells, block.head, strict=False) if name == head]
    return len(below) == 2 and below[1][0] <= time.start < below[1][1]


def has_end_column(block: Block) -> bool:
    """Whether its row has an end of its own by the head of a column, so that no other row's is meant."""
    return _end_column(block) is not None


def with_table_ends(article: Article, events: Sequence[Event]) -> list[Event]:
    """The events with an end for each row whose cell tells one without a time, in the order of the text."""
    found = list(events)
    by_block: dict[int, list[Event]] = {}
    for event in events:
        by_block.setdefault(article.sentences[event.sentence].block, []).append(event)
    rows = {sentence.block: place for place, sentence in enumerate(article.sentences)}
    for place, block in enumerate(article.blocks):
        own = by_block.get(place, [])
        if any(event.role is Role.START for event in own) and all(event.end is None for event in own):
            for end in _told(article, block, rows[place], by_block.get(place - 1, [])):
                by_block[place] = [*own, end]
                found.append(end)
    return sorted(found, key=lambda event: event.found.start)


def _told(article: Article, block: Block, sentence: int, above: list[Event]) -> Iterator[Event]:
    column = _end_column(block)
    start, end = block.cells[column] if column is not None else (0, 0)
    words = article.text[start:end].strip()
    if not words or len(words) > _LONGEST or _EMPTY.fullmatch(words):
        return
    found = Found(
        start=start,
        end=end,
        words=article.words(start, end),
        kind=Kind.UNRESOLVED,
        end_boundary=Boundary(BoundaryKind.UNRESOLVED, words=article.words(start, end)),
        sure=Sure.UNRESOLVED,
        because=_NO_DATE,
    )
    last = next((event for event in reversed(above) if event.end), None)
    if last and _AS_ABOVE.match(words):
        found = replace(found, end_boundary=last.end, sure=Sure.INFERRED, because=_OF_THE_ROW_ABOVE)
    yield Event(found=found, role=Role.END, sentence=sentence, end=found.end_boundary)


def _end_column(block: Block) -> int | None:
    return next(
        (
            place
            for place, name in enumerate(block.head[: len(block.cells)])
            if say.END_HEAD.search(name) and not say.START_HEAD.search(name)
        ),
        None,
    )
