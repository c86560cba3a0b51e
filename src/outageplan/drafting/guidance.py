"""Who does what instead, and by when: actions by their phrases, with the deadline of their own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outageplan.drafting.advice_words import ADVICE, BY_SERVICE, ROLE_WORDS, Advice, Phase
from outageplan.drafting.article import Article, Block
from outageplan.drafting.dues import due_at_end, due_at_start, due_of, is_earliest, is_spell
from outageplan.drafting.effects import EffectReader
from outageplan.drafting.event import Event
from outageplan.drafting.times import Due, Kind

_MOST = 3  # actions of one sentence
_LEAST = 6  # characters of a sentence that tells to do something
_TOLD_IN_A_HEADING = 26  # the same, of a heading
_GENERAL = ("all", "settlement", "handling", "channel.phone", "channel.window")
_BACK_THEN = re.compile(r"(?:期间|内)?,?回[^,。;]{0,12}(?:结账|结清|结算|退费|报销)")
_ONCE = ("plan_ahead", "post_notice")  # what is said in every section and tells nothing new


Dated = tuple[Event, Due]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing to do: the action, for whom and when, with its deadline, in the sentence at place `sentence`."""

    action: str
    roles: tuple[str, ...]
    phase: Phase
    services: tuple[str, ...]
    sentence: int
    start: int
    end: int
    due: Due | None = None
    due_event: Event | None = None
    not_before: Due | None = None
    assumed: bool = False


class GuidanceReader:
    """Reads what people are told to do, sentence by sentence."""

    def __init__(self, article: Article, reader: EffectReader, events: list[Event]) -> None:
        self._article = article
        self._reader = reader
        self._by_sentence: dict[int, list[Event]] = {}
        for event in events:
            self._by_sentence.setdefault(event.sentence, []).append(event)

    def told(self) -> Iterator[Told]:
        """Everything that somebody is told to do, in order."""
        for number, sentence in enumerate(self._article.sentences):
            text = self._article.text[sentence.start : sentence.end]
            block = self._article.blocks[sentence.block]
            if text.rstrip().endswith("?"):
                continue
            if block.cells:
                yield from self._in_row(number, block)
            elif len(text) >= _LEAST and (block.kind != "heading" or len(text) >= _TOLD_IN_A_HEADING):
                yield from self._in_sentence(number, sentence.start, text)

    def _in_row(self, number: int, block: Block) -> Iterator[Told]:
        """What the cells of a row say that must be done by some time: 8月份核定请于8月11日前完成."""
        for start, end in block.cells:
            text = self._article.text[start:end]
            if any(due_of(event, text, start) for event in self._within(number, start, end)):
                yield from self._in_sentence(number, start, text)

    def _within(self, number: int, start: int, end: int) -> list[Event]:
        """The times of a sentence in a stretch of it."""
        return [one for one in self._by_sentence.get(number, []) if start <= one.found.start < end]

    def _in_sentence(self, number: int, offset: int, text: str) -> Iterator[Told]:
        times = self._within(number, offset, offset + len(text))
        dues = [(event, due) for event in times if (due := due_of(event, text, offset))]
        found = self._actions(text)
        spell = next((event for event in times if is_spell(event, text, offset)), None)
        if not found and not dues:
            return
        ids = self._services(offset, offset + len(text))
        roles = tuple(role for role, words in ROLE_WORDS if words.search(text))
        attached = _attached(found, dues, offset)
        left = [one for one in dues if one not in attached.values()]
        for one in left:  # by when something must be done, without a word of ours for it
            attached[len(found)] = one
            start, end = (0, len(text)) if len(dues) == 1 else _clause(text, one[0].found.start - offset)
            found.append((self._assumed(ids), start, end))
        earliest = next((event for event in times if is_earliest(event, text, offset)), None)
        back = spell and _BACK_THEN.match(text, spell.found.end - offset)
        for place, (advice, start, end) in enumerate(found):
            event, due = attached.get(place, (None, None))
            late = advice.phase == "after"
            until = spell if late or (back and place == len(found) - 1) else None
            yield Told(
                action=advice.action,
                roles=_roles(advice, roles),
                phase=advice.phase,
                services=ids or advice.services,
                sentence=number,
                start=offset + start,
                end=offset + end,
                due=due or due_at_end(until),
                due_event=event or until,
                not_before=due_at_start(
                    event if event and event.found.kind is Kind.RANGE else until or (earliest if late else None)
                ),
                assumed=place >= len(found) - len(left),
            )

    def _actions(self, text: str) -> list[tuple[Advice, int, int]]:
        found: list[tuple[Advice, int, int]] = []
        for advice in ADVICE:
            words = advice.words.search(text)
            if words and not any(_covered(advice, other) for other, _, _ in found):
                found.append((advice, words.start(), words.end()))
        return sorted(found[:_MOST], key=lambda one: one[1])

    def _services(self, start: int, end: int) -> tuple[str, ...]:
        ids = dict.fromkeys(id for mention in self._reader.mentions_in(start, end) for id in mention.ids)
        specific = [id for id in ids if id not in _GENERAL]
        specific = [id for id in specific if id != "reimbursement"] or specific
        return tuple(specific[:8])

    def _assumed(self, ids: tuple[str, ...]) -> Advice:
        """What a deadline without a word for what to do is for, by its services."""
        action = next(
            (action for root, action in BY_SERVICE if any(id.startswith(root) for id in ids)), "complete_before"
        )
        return next(advice for advice in ADVICE if advice.action == action)


def each_once(told: Iterable[Told]) -> list[Told]:
    """Without what is said again: the same action for the same services, with the same deadline or none."""
    found: dict[tuple[object, ...], Told] = {}
    for one in told:
        found.setdefault((one.action, one.services, one.due, one.not_before), one)
    dated = {(one.action, one.services) for one in found.values() if one.due}
    plain = {one.action for one in found.values() if one.action in _ONCE}
    kept = [one for one in found.values() if one.due or (one.action, one.services) not in dated]
    return [
        one for one in kept if one.action not in plain or one is next(two for two in kept if two.action == one.action)
    ]


def _clause(text: str, place: int) -> tuple[int, int]:
    """The part of a sentence between commas in which a place lies."""
    start = max(text.rfind(mark, 0, place) for mark in ",;:。") + 1
    ends = [end for mark in ",;:。" if (end := text.find(mark, place)) >= 0]
    return start, min(ends, default=len(text))


def _attached(found: list[tuple[Advice, int, int]], dues: list[Dated], offset: int) -> dict[int, Dated]:
    """Which action each deadline belongs to: the first behind it, else the last before it."""
    attached: dict[int, Dated] = {}
    for event, due in dues:
        end = event.found.end - offset
        behind = [place for place, (_, _, stop) in enumerate(found) if stop >= end and place not in attached]
        place = behind[0] if behind else next((one for one in reversed(range(len(found))) if one not in attached), None)
        if place is not None:
            attached[place] = (event, due)
    return attached


def _covered(advice: Advice, other: Advice) -> bool:
    """Whether an action only says in general what another one says already."""
    if advice.action == "complete_before":
        return other.phase == "before"
    if advice.action == "manual_claim":
        return other.action in ("resettle_at_provider", "file_later")
    if advice.action == "pay_before":
        return other.action in ("settle_before", "convert_to_self_pay")
    if advice.action == "settle_before":
        return other.action in ("stock_up", "interim_settlement")
    if advice.action == "prepay_full":
        return other.action in ("admit_self_pay", "discharge_self_pay", "convert_to_self_pay")
    return advice.action in ("backfill_settlement", "admit_first") and other.action in (
        "backfill_admission",
        "resettle_at_provider",
        "admit_self_pay",
    )


def _roles(advice: Advice, named: tuple[str, ...]) -> tuple[str, ...]:
    if advice.action in (
        "prepay_full",
        "keep_receipts",
        "stock_up",
        "manual_claim",
        "file_later",
        "resettle_at_provider",
    ):
        return advice.roles
    fitting = tuple(role for role in named if role in advice.roles)
    return fitting or tuple(named[:2]) or advice.roles
