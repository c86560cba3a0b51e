"""What each time of an announcement is about: the start of a stop, its end, both, a deadline, or something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.beside import (
    beside,
    by_the_hour,
    clauses,
    first_verb,
    how_gradual,
    is_no_stop,
    last_verb,
    was_back,
)
from outageplan.drafting.effect_words import TELLS
from outageplan.drafting.event import Event, Role, boundaries_of, in_place_of
from outageplan.drafting.foreign import clause_around, is_foreign
from outageplan.drafting.sections import About, about
from outageplan.drafting.tables import role_in_row
from outageplan.drafting.times import Found, Kind
from outageplan.notice.moments import Boundary, BoundaryKind

_NEAR = 120  # characters behind a time in which its verb is looked for, before the next time
_NEAR_IN_ENGLISH = 180
_META = 120  # characters of a line that tells of the page, not of the stop
_NEAR_WORK = 40  # characters behind a stretch in which the work on a system is named
_LIST = 12  # blocks of a list that a paragraph leads
_BARE = 24  # characters beside a stretch of time that stands for itself under a heading
_LABEL = 30  # characters before it in which its label stands


class Timeline:
    """Reads the times of one article in order."""

    def __init__(self, article: Article, times: list[Found], title: int | None = None) -> None:
        self._article = article
        self._text = article.text
        self._times = times
        self._starts = [sentence.start for sentence in article.sentences]
        self._amends = bool(say.AMENDS.search(article.text))
        self._starred = bool(say.STARRED.search(article.text))  # 标*者为预计时间
        self._title = any(
            say.HARD_STOP.search(article.text_of(block))
            for block in article.blocks[:4]
            if block.kind in ("heading", "title") or block.start == title
        )

    def events(self) -> list[Event]:
        """All times, each with what it is about."""
        found: list[Event] = []
        for place, time in enumerate(self._times):
            sentence = max(0, bisect_right(self._starts, time.start) - 1)
            event = self._event(place, time, sentence)
            between = self._text[found[-1].found.end : time.start] if found else ""
            moved = _NOW.fullmatch(between) and _MOVED.search(time.words[:4])
            instead = found and (say.INSTEAD.search(between) or moved)
            if moved and found:
                found[-1] = replace(found[-1], former=True)  # 由9月30日推迟到10月4日
            found.append(in_place_of(event, found[-1]) if instead else event)
        _share_role(found, self._text)
        found = _without_days_of(found)
        again = {event.sentence for event in found if event.found.kind is Kind.RECURRING and event.role is Role.RANGE}
        return [
            replace(event, role=Role.OTHER)
            if event.sentence in again and event.found.kind is not Kind.RECURRING
            else event
            for event in found
        ]

    def _event(self, place: int, time: Found, number: int) -> Event:
        sentence = self._article.sentences[number]
        before = self._text[max(self._behind_previous(place), sentence.start) : time.start]
        behind = self._text[time.end : min(max(time.end, self._before_next(place)), sentence.end)]
        role, weak = self._role(time, sentence, before, behind)
        former = bool(say.FORMERLY.search(before[-20:]) or say.RATHER.search(behind)) or bool(
            say.CANCELLED.search(self._text, sentence.start, sentence.end)
            or (self._amends and say.EARLIER_NOTICE.search(self._text, sentence.start, time.start))
        )
        boundaries = boundaries_of(
            time, role, as_planned=bool(_AS_PLANNED.search(before)), done=bool(_DONE.search(before))
        )
        starred = self._starred and self._text[time.end : time.end + 1] == "*"
        if starred or say.IF_ALL_GOES_WELL.search(before):
            boundaries = _only_expected(boundaries[0]), _only_expected(boundaries[1])
        gradual = how_gradual(behind, before) if role is Role.END else "full"
        return Event(
            found=time,
            role=role,
            sentence=number,
            start=boundaries[0],
            end=boundaries[1],
            weak=weak,
            former=former,
            gradual=gradual,
        )

    def _behind_previous(self, place: int) -> int:
        return self._times[place - 1].end if place else 0

    def _before_next(self, place: int) -> int:
        """Where the next time begins that says when; how long is no such time."""
        following = self._times[place + 1 : place + 3]
        return next((one.start for one in following if one.kind is not Kind.DURATION), len(self._text))

    def _role(self, time: Found, sentence: Sentence, before: str, behind: str) -> tuple[Role, bool]:
        """What it is about, and whether that is only told by what stands around it."""
        block = self._article.blocks[sentence.block]
        if block.cells:
            return role_in_row(self._article, time, block), False
        around = self._text[sentence.start : sentence.end]
        if (
            time.kind is not Kind.RANGE
            and block.end - block.start < _META
            and say.ABOUT_THE_PAGE.search(self._article.text_of(block))
        ):
            return Role.OTHER, False
        clause = clause_around(self._text, sentence.start, sentence.end, time)
        if is_foreign(time, clause, around, before, behind):
            return Role.OTHER, False
        behind = say.TOO_LATE.split(behind, maxsplit=1)[0]
        if time.kind is Kind.UNRESOLVED and time.start_boundary is None:
            return Role.END, False
        match time.kind:
            case Kind.DEADLINE:
                return self._deadline(time, before, behind), False
            case Kind.RANGE:
                return self._range(time, sentence, block, before, behind)
            case Kind.START | Kind.MOMENT | Kind.UNRESOLVED:
                return self._moment(time, sentence, block, before, behind)
            case Kind.END | Kind.OPEN:
                return self._end(time, sentence, before, behind), False
            case Kind.RECURRING:
                stops = say.STOP.search(around) or say.HARD_STOP.search(around)
                return (Role.RANGE if stops else Role.OTHER), False
            case _:
                return Role.OTHER, False

    def _deadline(self, time: Found, before: str, behind: str) -> Role:
        """By when something is to be done; or by when service was back, or to when a stop or a return is moved."""
        if time.deadline is None or time.deadline.moment is None:
            return Role.DEADLINE
        if say.BY_THEN.search(time.words) and was_back(behind[:_NEAR]):
            return Role.END
        if say.RETURN_MOVED.search(before):
            return Role.END
        return Role.DEADLINE

    def _range(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        around = self._text[sentence.start : sentence.end]
        if say.WITHOUT_STOP.search(around):
            return Role.OTHER, False
        if say.START_LABEL.search(before[-_LABEL:]) or say.IN_THE_STOP.search(behind):
            return Role.RANGE, False
        if not self._about_a_service(sentence, block):
            return Role.OTHER, False
        if say.BACKGROUND.search(before[-16:]) or is_no_stop(before, behind):
            return Role.OTHER, False
        verb = None if say.END_LABEL.search(behind) else first_verb(behind[:_NEAR])  # the label of the next time
        if verb == "stop" or say.HARD_STOP.search(before):
            return Role.RANGE, False
        if verb == "resume" and say.STRONG_RESUME.search(behind[:_NEAR]):
            return Role.OTHER, False
        if say.STOP.search(around) and not say.OTHER_RANGE.search(around):
            return Role.RANGE, False
        if say.WITHOUT_STOP.search(self._text, block.start, block.end):
            return Role.OTHER, False
        if by_the_hour(time) and say.SYSTEM_WORK.search(beside(before, behind, _NEAR_WORK)):
            return Role.RANGE, False
        if by_the_hour(time) and say.PAID_ONESELF.search(behind):
            return Role.RANGE, True
        if say.SYSTEM_WORK.search(behind[:_NEAR_WORK]) and say.MEANWHILE.match(self._text, sentence.end, block.end):
            return Role.RANGE, False
        if block.kind == "item" and self._introduced(sentence.block):
            return Role.RANGE, False
        if say.DEGRADED_TIME.search(around):
            return Role.RANGE, False
        if self._is_listed(time, sentence, before, behind):
            return Role.RANGE, False
        rest = len(around) - len(time.words) - block.number
        if say.END_LABEL.search(behind):  # what follows is about the next time
            rest = len(before) - block.number
        if rest < _BARE and self._heading_says(sentence, block, say.STOP) and not say.OTHER_RANGE.search(around):
            return Role.RANGE, True
        return Role.OTHER, False

    def _is_listed(self, time: Found, sentence: Sentence, before: str, behind: str) -> bool:
        """Whether it stands below a heading that tells when something stops, or behind the services that do."""
        if say.OTHER_LABEL.search(before) or say.ATTENDED.search(before) or say.OTHER_RANGE.search(behind):
            return False
        if about(self._article, sentence) in (About.STOP, About.BOTH):
            return True
        label = before.removesuffix("自").removesuffix("从").rstrip()
        alone = not behind.strip() or behind.lstrip()[0] in "。;,("
        named = label.endswith(":") and say.LABELLED.search(label)
        return bool(named and alone and by_the_hour(time) and (self._title or self._above_tells_of_a_stop(sentence)))

    def _above_tells_of_a_stop(self, sentence: Sentence) -> bool:
        """Whether the paragraph above a list does: 停机均在夜间."""
        blocks = self._article.blocks
        near = (blocks[one] for one in range(sentence.block - 1, max(-1, sentence.block - _LIST), -1))
        above = next((one for one in near if one.kind == "paragraph" and not one.cells), None)
        return above is not None and say.HARD_STOP.search(self._article.text_of(above)) is not None

    def _about_a_service(self, sentence: Sentence, block: Block) -> bool:
        """Whether a sentence, what it stands under or the title names something that is run and can stop."""
        return self._title or bool(
            say.LABELLED.search(self._text, sentence.start, sentence.end)
            or any(
                say.SUBJECT.search(self._article.text_of(self._article.blocks[place])[:200]) for place in block.above
            )
        )

    def _introduced(self, place: int) -> bool:
        """Whether the line above a list says that what follows stops."""
        blocks = self._article.blocks
        above = next((one for one in range(place - 1, max(-1, place - 30), -1) if blocks[one].kind != "item"), None)
        if above is None:
            return False
        text = self._article.text_of(blocks[above])
        tells = TELLS.search(text)  # 有关事项告知如下: what follows is all that there is to say
        return text.rstrip().endswith(":") and bool(say.HARD_STOP.search(text)) and not tells

    def _heading_says(self, sentence: Sentence, block: Block, pattern: re.Pattern[str]) -> bool:
        """Whether what the block stands under, the line before it or the title tells of a stop."""
        blocks = self._article.blocks
        place = sentence.block
        above = [blocks[one] for one in block.above] + [
            one for one in blocks[max(0, place - 2) : place] if not one.cells
        ]
        return any(pattern.search(self._article.text_of(one)[:200]) for one in above) or self._title

    def _moment(self, time: Found, sentence: Sentence, block: Block, before: str, behind: str) -> tuple[Role, bool]:
        label = before[-_LABEL:]
        stop = say.HARD_STOP.match(behind) if time.kind is Kind.START else None
        if stop and self._about_a_service(sentence, block):
            return Role.START, False
        if say.END_LABEL.search(label):
            return Role.END, False
        if say.BY_THEN.search(time.words):
            return (Role.END if was_back(behind[:_NEAR]) else Role.OTHER), False
        if say.BACKGROUND.search(before[-16:]):
            return Role.OTHER, False
        if before.isascii() and (verb := last_verb(before[-_NEAR:])):
            return (Role.START if verb == "stop" else Role.END), False
        if say.REFORM.search(behind):
            return Role.OTHER, False
        if say.GO_LIVE.search(behind) or say.ENTRY.search(before) or say.ASKED.search(behind):
            return Role.OTHER, False
        if time.kind is Kind.START and say.FAR_START_LABEL.search(self._text, sentence.start, time.start):
            return Role.START, False
        behind = say.EXCEPTED.sub("", behind)
        verb = first_verb(behind[:_NEAR_IN_ENGLISH] if behind.isascii() else clauses(behind[:_NEAR]))
        if say.START_LABEL.search(label) and verb != "resume":
            return Role.START, False
        if verb == "stop":
            return (Role.START if self._about_a_service(sentence, block) else Role.OTHER), False
        if verb == "resume":
            strong = say.STRONG_RESUME.search(behind[:_NEAR_IN_ENGLISH])
            return Role.END, strong is None
        return self._by_surroundings(time, sentence, block, before, behind)

    def _by_surroundings(
        self, time: Found, sentence: Sentence, block: Block, before: str, behind: str
    ) -> tuple[Role, bool]:
        """A time without a verb of its own: the label above it, or in English the verb before it."""
        bare = not (before.strip() or behind.strip(" 。.;,")) or sentence.start + block.number >= time.start
        above = self._article.text_of(self._article.blocks[block.above[-1]]) if block.above else ""
        if bare and len(above) < 40:
            if say.RESUME.search(above) and not say.HARD_STOP.search(above):
                return Role.END, False
            if say.HARD_STOP.search(above) and time.kind is Kind.START:
                return Role.START, False
        if before.isascii() and before.strip():
            verb = last_verb(before[-90:])
            if verb:
                return (Role.START if verb == "stop" else Role.END), False
        section = about(self._article, sentence) if time.kind in (Kind.MOMENT, Kind.START) else None
        if section is About.RETURN and not say.HARD_STOP.search(behind):
            return Role.END, False
        first = len(before) == time.start - sentence.start
        if section is About.STOP and first and (bare or time.kind is Kind.START or before.endswith(":")):
            return Role.START, False
        if time.kind is Kind.UNRESOLVED and _THEN.search(before):
            return Role.OTHER, False
        if time.kind is Kind.UNRESOLVED and say.HARD_STOP.search(self._text, sentence.start, sentence.end):
            return Role.START, False
        return Role.OTHER, False

    def _end(self, time: Found, sentence: Sentence, before: str, behind: str) -> Role:
        around = self._text[sentence.start : sentence.end]
        if time.kind is Kind.OPEN:
            label = before[-40:]
            resumes, stops = list(say.RESUME.finditer(label)), list(say.HARD_STOP.finditer(label))
            if resumes or stops or say.RESUME.search(time.words):
                return Role.END
            return Role.END if say.STOP.search(around) or say.RESUME.search(around) else Role.OTHER
        if say.OTHER_RANGE.search(behind[:14]) or say.OTHER_END.search(before) or say.IN_BETWEEN.search(behind):
            return Role.OTHER
        if say.STOP_MOVED.search(before) and not say.RETURN_MOVED.search(before):
            return Role.START if _MOVED.search(time.words) else Role.END
        return Role.END if say.STOP.search(around) or say.RESUME.search(around) else Role.OTHER


_THAT_DAY = ("同日", "当日", "当天")
_LISTED = re.compile(r"[、,和及与]|以及|、?和")
_THEN = re.compile(r"(?:停机|恢复|切换|上线|开机)$")  # 停机当晚
_NOW = re.compile(r"(?:恢复|停机|上线|切换)?[ ,]{0,2}(?:现|拟|将)*")
_DONE = re.compile(r"已经?[于在]$")
_AS_PLANNED = re.compile(r"按原?计划于?$")
_MOVED = re.compile(r"推迟|顺延|提前|调整|延期|延后|改为|变更")


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


def _share_role(events: list[Event], text: str) -> None:
    """Gives stretches that are listed before another (A、B和C停机) the role of that one."""
    for place in range(len(events) - 2, -1, -1):
        one, following = events[place : place + 2]
        between = text[one.found.end : following.found.start]
        stretches = following.role is Role.RANGE and one.role is Role.OTHER and one.found.kind is Kind.RANGE
        if stretches and one.sentence == following.sentence and _LISTED.fullmatch(between):
            events[place] = in_place_of(one, following)


def _only_expected(boundary: Boundary | None) -> Boundary | None:
    return replace(boundary, kind=BoundaryKind.EXPECTED) if boundary and boundary.moment else boundary


def stop_sentences(article: Article, events: list[Event]) -> Iterator[tuple[int, int]]:
    """The sentences in which a stop begins or lasts."""
    for event in events:
        if event.role in (Role.START, Role.RANGE):
            sentence = article.sentences[event.sentence]
            yield sentence.start, sentence.end
