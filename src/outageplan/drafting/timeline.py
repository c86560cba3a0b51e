"""What each time of an announcement is about: the start of a stop, its end, both, a deadline, or something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from outageplan.drafting import vocabulary as say
from outageplan.drafting.amending import CANCELLED
from outageplan.drafting.article import Article
from outageplan.drafting.beside import by_the_hour, how_gradual
from outageplan.drafting.context import NEARBY
from outageplan.drafting.event import Event, Role, boundaries_of, in_place_of
from outageplan.drafting.provisos import Provisos
from outageplan.drafting.roles import MOVED, Roles
from outageplan.drafting.times import Found, Kind, Sure
from outageplan.drafting.topic import Announced


class Timeline:
    """Reads the times of one article in order."""

    def __init__(self, article: Article, times: list[Found], announced: Announced) -> None:
        self._article = article
        self._text = article.text
        self._times = times
        self._starts = [sentence.start for sentence in article.sentences]
        self._amends = announced.amends
        self._provisos = Provisos(article)
        self._roles = Roles(article, announced.topic)

    def events(self) -> list[Event]:
        """All times, each with what it is about."""
        found: list[Event] = []
        for place, time in enumerate(self._times):
            sentence = max(0, bisect_right(self._starts, time.start) - 1)
            event = self._event(place, time, sentence)
            between = self._text[found[-1].found.end : time.start] if found else ""
            moved = _NOW.fullmatch(between) and MOVED.search(time.words[:4])
            instead = found and (say.INSTEAD.search(between) or moved)
            if found and (moved or (instead and "暂定" not in between)):
                found[-1] = replace(found[-1], former=True)  # 由9月30日推迟到10月4日
                if self._is_moved_stop(found[-1], event):
                    event = replace(event, role=Role.RANGE, start=time.start_boundary, end=time.end_boundary)
            found.append(in_place_of(event, found[-1]) if instead else event)
        _share_role(found, self._text)
        found = _nightly(found, self._text)
        found = _without_restated(found, self._text)
        found = _without_days_of(found)
        again = {event.sentence for event in found if event.found.kind is Kind.RECURRING and event.role is Role.RANGE}
        return [
            replace(event, role=Role.OTHER)
            if event.sentence in again and event.found.kind is not Kind.RECURRING
            else event
            for event in found
        ]

    def _is_moved_stop(self, old: Event, new: Event) -> bool:
        """Whether one stretch is put for another where a stop is moved: 原“25日0时至31日”变更为“22日18时至28日”."""
        stretches = old.found.kind is new.found.kind is Kind.RANGE and old.role is new.role is Role.OTHER
        moved = self._amends and stretches and by_the_hour(new.found)
        return moved and not _OF_PEOPLE.search(self._article.sentence_text(new.sentence))

    def _event(self, place: int, time: Found, number: int) -> Event:
        sentence = self._article.sentences[number]
        before = self._text[max(self._behind_previous(place), sentence.start) : time.start]
        behind = self._text[time.end : min(max(time.end, self._before_next(place)), sentence.end)]
        role, weak = self._roles.role(time, sentence, before, behind)
        first = max(sentence.start, time.start - NEARBY)
        former = bool(say.FORMERLY.search(before[-20:]) or say.RATHER.search(behind)) or bool(
            CANCELLED.search(self._text, first, min(sentence.end, time.end + NEARBY))
            or (self._amends and say.EARLIER_NOTICE.search(self._text, first, time.start))
        )
        boundaries = boundaries_of(
            time, role, as_planned=bool(_AS_PLANNED.search(before)), done=bool(_DONE.search(before))
        )
        gradual = how_gradual(behind, before) if role is Role.END else "full"
        event = Event(
            found=time,
            role=role,
            sentence=number,
            start=boundaries[0],
            end=boundaries[1],
            weak=weak,
            former=former,
            gradual=gradual,
        )
        return self._provisos.applied(event, before)

    def _behind_previous(self, place: int) -> int:
        return self._times[place - 1].end if place else 0

    def _before_next(self, place: int) -> int:
        """Where the next time begins that says when; how long is no such time."""
        following = self._times[place + 1 : place + 3]
        return next((one.start for one in following if one.kind is not Kind.DURATION), len(self._text))


_THAT_DAY = ("同日", "当日", "当天")
_LISTED = re.compile(r"[、,和及与]|以及|、?和")
_BESIDE, _NAMELY = re.compile(r"[,、( ]{0,2}"), re.compile(r",?\(?(?:即|也就是|就是)")
_OF_PEOPLE = re.compile(r"办理|受理|缴费|征缴|办公|申报|培训|会议|考试|报名|值班")
_NOW = re.compile(r"(?:恢复|停机|上线|切换)?[ ,]{0,2}(?:现|拟|将)*")
_DONE = re.compile(r"已经?[于在]$")
_AS_PLANNED = re.compile(r"按原?计划于?$")


def _without_days_of(events: list[Event]) -> list[Event]:
    """Without 同日 behind the stop of that day: 6月8日0时停办登记，各乡镇同日停止收件."""
    kept: list[Event] = []
    for event in events:
        last = kept[-1].start if kept and kept[-1].role is event.role is Role.START else None
        same = last and last.moment and event.start and event.start.moment and last.moment.day == event.start.moment.day
        if same and event.found.words in _THAT_DAY:
            event = replace(event, role=Role.OTHER, start=None)
        kept.append(event)
    return kept


def _nightly(events: list[Event], text: str) -> list[Event]:
    """With the hours of each night as a stop, beside the days that they are told for: 8日至12日，每晚22时至次日6时."""
    found = list(events)
    for place, (days, hours) in enumerate(pairwise(events)):
        of_days = days.role is Role.RANGE and days.sentence == hours.sentence and not by_the_hour(days.found)
        again = hours.found.kind is Kind.RECURRING and hours.role is Role.OTHER
        if of_days and again and _BESIDE.fullmatch(text, days.found.end, hours.found.start):
            start, end = boundaries_of(hours.found, Role.RANGE, as_planned=False)
            found[place + 1] = replace(hours, role=Role.RANGE, start=start, end=end)
    return found


def _without_restated(events: list[Event], text: str) -> list[Event]:
    """Without words that fix no day where the day itself follows: 元旦后第一个工作日即1月2日."""
    found = list(events)
    for place, (words, day) in enumerate(pairwise(events)):
        if words.found.sure is Sure.UNRESOLVED and _NAMELY.fullmatch(text, words.found.end, day.found.start):
            found[place] = replace(words, role=Role.OTHER, start=None, end=None)
    return found


def _share_role(events: list[Event], text: str) -> None:
    """Gives stretches that are listed before another (A、B和C停机) the role of that one."""
    for place in range(len(events) - 2, -1, -1):
        one, following = events[place : place + 2]
        between = text[one.found.end : following.found.start]
        stretches = following.role is Role.RANGE and one.role is Role.OTHER and one.found.kind is Kind.RANGE
        if stretches and one.sentence == following.sentence and _LISTED.fullmatch(between):
            events[place] = in_place_of(one, following)


def stop_sentences(article: Article, events: list[Event]) -> Iterator[tuple[int, int]]:
    """The sentences in which a stop begins or lasts."""
    for event in events:
        if event.role in (Role.START, Role.RANGE):
            sentence = article.sentences[event.sentence]
            yield sentence.start, sentence.end
