"""Who does what instead, and by when: actions by their phrases, with the deadline of their own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outageplan.drafting.advice_words import ADVICE, BY_SERVICE, ROLE_WORDS, Advice, Phase
from outageplan.drafting.article import Article, Block
from outageplan.drafting.effects import EffectReader
from outageplan.drafting.event import Event, Role
from outageplan.drafting.times import Due, Kind

_MOST = 3  # actions of one sentence
_LEAST = 6  # characters of a sentence that tells to do something
_TOLD_IN_A_HEADING = 26  # the same, of a heading
_GENERAL = ("all", "settlement", "handling", "channel.phone", "channel.window")
_SPELL = re.compile(
    r"(?:settle|claim|refund|counter|invoice)|(?:受理|办理|申请|申报|报销|补[结记刷录])时间|可[在于到]|期间[^,。;]{0,6}(?:办理|申请|报销|补|受理|结算)|请[在于]|(?:办理|申请|报销|受理|补[结记刷录办])"
)
_BRINGING = re.compile(
    r"(?:期间|内)?,?(?:均?可)?(?:[持凭带拿携][^。;]{2,40}|[回来][^,。;]{0,12})(?:结账|结清|退费|结算|报销|补[结记刷录办报]|申[请领报]|参保地)"
)  # 起至9月30日,持发票到
_AGAIN = re.compile(r"settle (?:\w+ ){0,2}again[^.;]{0,24}$|have $")  # you have until 30 June to bring them
_BACK_THEN = re.compile(r"(?:期间|内)?,?回[^,。;]{0,12}(?:结账|结清|结算|退费|报销)")
_NOT_YET = re.compile(r"受理|办理|申请|报销|补|结算|办|settle|claim|apply")
_BREAK = re.compile(r"[,。;:]")
_MUST = re.compile(r"请|须|(?<![如确])需|应(?!急)|要(?!求)|务必|可")
# 12月20日前出院**的**,: whom a rule is for, and no deadline
_WHO = re.compile(r"(?!未(?:上传|办|缴|结|申|提|完|备|处|报))[^,。;:]{0,40}的,")
# who has done it by then is well: 10月31日前补缴到账的,视同连续缴费; 8时前达到出院标准的,应及时结算
_IN_TIME = re.compile(
    r"(?:足额)?(?:补缴|补办|补报|缴[清纳])[^,。;:]{0,10}的,(?:均)?(?:视同|视为|不影响|不计|不加收|不算|不视)"
    r"|(?:达到|符合)出院(?:标准|条件|指征)的[^,。;:]{0,4},(?:请|应|须|要)(?:及时|即时|尽快)"
)
_WHO_TOO = re.compile(r",[^。;:]{0,40}?的,")  # 入院在12月20日前,出院在25日后的,
_IN_HOSPITAL = re.compile(r"(?:入院|出院|住院|就医|就诊|参保|开具|发生)(?:日期|时间)?(?:在|于)?$")
_OF_A_PAPER = re.compile(r"(?:日期|时间段|发票|费用|入院|出院|住院|发生|产生|开具)[^,。;]{0,6}$")
_WITHIN = re.compile(r"(?:期间|之间|内|之内)?[^,。;()]{0,10}(?:办|结算|缴|报|申请|提交|出院|完成)")
_BY_THEN = re.compile(r"(?:完成|办完|做完|办结|报完|前[来往去到])")
_CLOSES = re.compile(
    r"(?:缴纳|缴费|申报|办理)期限(?:仍)?[为是]$|[Dd]eadline (?:is|remains|stays)(?: on)? ?$"
    r"|截止(?:时间|日期)?(?:相应|统一)?(?:仍|由[^,。;]{1,12})?(?:调整|延长|推迟|延至|改)?(?:为|至|到|是|:)$"
)
_MAY_THEN = re.compile(r",[^,。;]{2,24}可(?:为|将|对)[^,。;]{0,20}办理")
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
            if any(_due_of(event, text, start) for event in self._within(number, start, end)):
                yield from self._in_sentence(number, start, text)

    def _within(self, number: int, start: int, end: int) -> list[Event]:
        """The times of a sentence in a stretch of it."""
        return [one for one in self._by_sentence.get(number, []) if start <= one.found.start < end]

    def _in_sentence(self, number: int, offset: int, text: str) -> Iterator[Told]:
        times = self._within(number, offset, offset + len(text))
        dues = [(event, due) for event in times if (due := _due_of(event, text, offset))]
        found = self._actions(text)
        spell = next((event for event in times if _is_spell(event, text, offset)), None)
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
        earliest = next((event for event in times if _is_earliest(event, text, offset)), None)
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
                due=due or _until(until),
                due_event=event or until,
                not_before=_since(
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


def _due_of(event: Event, text: str, offset: int) -> Due | None:
    """By when people must do something; None where a time is no deadline for them, or only says whom a rule is for."""
    start, end = event.found.start - offset, event.found.end - offset
    before, behind = _BREAK.split(text[:start])[-1], text[end:]
    told = _MUST.search(before)
    if event.former or behind.startswith("的") or (not told and _says_whom(before, behind)):
        return None
    if event.role is Role.DEADLINE and event.found.deadline:
        due = event.found.deadline
        return due if due.moment or due.anchor else None
    if event.role is Role.OTHER and event.found.kind is Kind.MOMENT and _CLOSES.search(before):
        return _since(event)
    if event.role is Role.OTHER and event.found.kind is Kind.RANGE and _MAY_THEN.match(behind):
        return _until(event)
    if event.role is not Role.OTHER or not told:
        return None
    if event.found.kind is Kind.RANGE and _WITHIN.match(behind):
        return _until(event)
    if event.found.kind is Kind.MOMENT and _BY_THEN.match(behind):
        return _since(event)
    return None


def _says_whom(before: str, behind: str) -> bool:
    """Whether a time stands in what a rule is for: 12月20日前出院的,垫付."""
    if _IN_TIME.match(behind):
        return False
    return bool(_WHO.match(behind) or (_IN_HOSPITAL.search(before) and _WHO_TOO.match(behind)))


def _clause(text: str, place: int) -> tuple[int, int]:
    """The part of a sentence between commas in which a place lies."""
    start = max(text.rfind(mark, 0, place) for mark in ",;:。") + 1
    ends = [end for mark in ",;:。" if (end := text.find(mark, place)) >= 0]
    return start, min(ends, default=len(text))


def _is_earliest(event: Event, text: str, offset: int) -> bool:
    """Whether a time says from when on something may be done."""
    behind = text[event.found.end - offset : event.found.end - offset + 12]
    boundary = event.found.start_boundary
    return (
        event.role is Role.OTHER
        and event.found.kind is Kind.START
        and boundary is not None
        and boundary.moment is not None
    ) and bool(_NOT_YET.search(behind))


def _is_spell(event: Event, text: str, offset: int) -> bool:
    """Whether a stretch of time is one in which something can be done: 受理时间为10月8日至10月29日."""
    if event.role is not Role.OTHER or event.found.kind not in (Kind.RANGE, Kind.END):
        return False
    before, behind = text[: event.found.start - offset], text[event.found.end - offset :]
    if _OF_A_PAPER.search(before) or (_says_whom("", behind) and not _MUST.search(_BREAK.split(before)[-1])):
        return False
    if _BRINGING.match(behind) or (event.found.kind is Kind.END and _AGAIN.search(before)):
        return True
    near = text[max(0, event.found.start - offset - 14) : event.found.end - offset + 14]
    return event.found.kind is Kind.RANGE and bool(_SPELL.search(near))


def _since(event: Event | None) -> Due | None:
    boundary = event.found.start_boundary if event else None
    return Due(moment=boundary.moment) if boundary and boundary.moment else None


def _until(event: Event | None) -> Due | None:
    boundary = event.found.end_boundary if event else None
    return Due(moment=boundary.moment) if boundary and boundary.moment else None


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
