"""Which facts of the patient, of the stay and of the bills are open: tried on the guidance that is for the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import get_args

from outageplan.catalog.vocabulary import term
from outageplan.engine.answers import Due, GuidanceKey, due_of
from outageplan.engine.case import EVENT_WORDS, Case
from outageplan.engine.conditions import holds, is_stay, moment_of, personal, with_event
from outageplan.engine.deadlines import due_date, earliest_date
from outageplan.engine.open_fact import OpenFact, guidance_ids
from outageplan.engine.phrases import day_text, instant_text
from outageplan.engine.stages import is_sure
from outageplan.engine.stays import edges, instants, is_before
from outageplan.engine.verdict import Verdict
from outageplan.notice.model import Guidance, Notice, PatientFact
from outageplan.notice.moments import CHINA, EVENTS, Boundary, Event, Moment
from outageplan.wording import Text, joined

_MOST = 3  # moments told in one line
_A_WORKING_DAY = datetime(2015, 6, 1, 9, tzinfo=CHINA)  # a day with a published schedule, from which any period counts
_HALF_A_DAY, _MINUTE = timedelta(hours=12), timedelta(minutes=1)
_STAYS: dict[Event, Text] = {"admission": Text("入院", "admitted"), "discharge": Text("出院", "discharged")}
_DATED: dict[Event, Text] = {
    "visit": Text("就诊之日", "the day of the visit"),
    "admission": Text("入院之日", "the day of admission"),
    "discharge": Text("出院之日", "the day of discharge"),
    "receipt": Text("票据开具之日", "the day of the receipt"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A guidance that is for the role, services and places of a case, and asks more or counts from an event.

    Of a notice that is `over` it belongs to an answer only while its deadline is ahead.
    """

    key: GuidanceKey
    guidance: Guidance
    notice: Notice
    over: bool = False

    @property
    def condition(self) -> tuple[object, ...]:
        """What decides whether it is for a patient: rows that share it are for the same patients and stays."""
        when = self.guidance.when
        return self.notice.id, when.patient, when.admitted, when.discharged, self.notice.windows_of(self.guidance)

    @property
    def facts(self) -> tuple[PatientFact, ...]:
        """The facts that it asks for; to come or to leave one must be an inpatient."""
        stay: tuple[PatientFact, ...] = ("inpatient",) if self.asks_for_a_stay else ()
        return (*self.guidance.when.patient, *stay)

    @property
    def asks_for_a_stay(self) -> bool:
        """Whether it is only for some times of admission or discharge."""
        return self.guidance.when.admitted is not None or self.guidance.when.discharged is not None

    @property
    def is_bound(self) -> bool:
        """Whether its deadlines count from no event but from a stay that it asks for."""
        unbound: tuple[Event, ...] = ("visit", "receipt") if self.asks_for_a_stay else EVENTS
        return not any(self.counts_from(event) for event in unbound)

    def counts_from(self, event: Event) -> bool:
        """Whether one of its deadlines hangs on an event."""
        dates = (self.guidance.deadline, self.guidance.not_before)
        return any(date and date.anchor and date.anchor.event == event for date in dates)

    @property
    def boundaries(self) -> Iterator[tuple[Boundary, datetime | None]]:
        """The boundaries of its windows, each with its instant."""
        for id in self.notice.windows_of(self.guidance):
            window = self.notice.windows[id]
            yield window.start, window.start.as_start()
            yield window.end, window.end.as_end()


def rows_of(found: Iterator[tuple[str, Guidance, Notice]], *, over: bool = False) -> list[Row]:
    """The guidance whose place in an answer, or whose deadline, hangs on the patient or on an event.

    Of a notice that is over, none that counts from an event which nothing binds to the stop: it would be asked for
    ever.
    """
    rows = [Row((notice.id, id), guidance, notice, over) for id, guidance, notice in found]
    if over:
        return [row for row in rows if row.facts and row.guidance.deadline and row.is_bound]
    return [row for row in rows if row.facts or any(row.counts_from(event) for event in EVENTS)]


def open_stay(rows: Sequence[Row], case: Case) -> Iterator[OpenFact]:
    """The open facts of the patient, then of the stay, then of visit and receipt."""
    if rows and case.patient != () and (fact := _patient(rows, case)):
        yield fact
    for event in ("admission", "discharge", "visit", "receipt"):
        if fact := _event(rows, case, event):
            yield fact


def _seen(rows: Sequence[Row], case: Case) -> dict[GuidanceKey, Due]:
    """The guidance that a case would be given, with its deadlines; rows of one condition are judged once."""
    judged: dict[tuple[object, ...], Verdict] = {}
    for row in rows:
        if row.condition not in judged:
            judged[row.condition] = personal(row.guidance, row.notice, case)
    return {
        row.key: _due(row, case)
        for row in rows
        if judged[row.condition] is not Verdict.NO and (not row.over or _is_ahead(row, case))
    }


def _is_ahead(row: Row, case: Case) -> bool:
    deadline = row.guidance.deadline
    due = due_date(deadline, row.notice, case.events) if deadline else None
    return due is not None and due.at is not None and not due.passed(case.at)


def _due(row: Row, case: Case) -> Due:
    deadline, earliest = row.guidance.deadline, row.guidance.not_before
    return due_of(
        due_date(deadline, row.notice, case.events) if deadline else None,
        earliest_date(earliest, row.notice, case.events) if earliest else None,
    )


def _unlike(one: Mapping[GuidanceKey, Due], other: Mapping[GuidanceKey, Due]) -> set[GuidanceKey]:
    return {key for key, _ in one.items() ^ other.items()}


# --- The patient ------------------------------------------------------------------------------------------------------


def _patient(rows: Sequence[Row], case: Case) -> OpenFact | None:
    """What is for patients of some kind: none of them, where nothing was said; all others, beside those listed."""
    asked = {fact for row in rows for fact in row.facts}
    if case.patient is None:
        other: set[PatientFact] = {"inpatient"} if is_stay(case) else set()
    else:
        other = asked | set(case.patient)
    tried = replace(case, patient=tuple(sorted(other)))
    changed = _unlike(_seen(rows, case), _seen(rows, tried))
    if not changed:
        return None
    wanted = {fact for row in rows if row.key in changed for fact in row.facts}
    values = [fact for fact in get_args(PatientFact) if fact in wanted and holds(fact, case) is not Verdict.YES]
    names = joined([term("patient", fact) for fact in values])
    asks = Text(f"患者是否为{names['zh']}", f"whether the patient is among {names['en']}")
    if case.patient is not None:
        asks = Text(
            f"患者是否还属{names['zh']}（未列出，按不属处理）",
            f"whether the patient is also among {names['en']} (not listed, so taken not to be)",
        )
    return OpenFact(fact="patient", option="--patient", asks=asks, values=tuple(values), guidance=guidance_ids(changed))


# --- Events -----------------------------------------------------------------------------------------------------------


def _event(rows: Sequence[Row], case: Case, event: Event) -> OpenFact | None:
    """An event that was not given, or given as a day alone, where some hour of it changes the answer."""
    given = case.events.get(event)
    stay = event in _STAYS
    if (given and given.hour_stated) or (stay and holds("inpatient", case) is Verdict.NO):
        return None
    about = [row for row in rows if row.counts_from(event) or (stay and row.asks_for_a_stay)]
    if not about:
        return None
    base, tried = _seen(about, case), [(at, _seen(about, there)) for at, there in _tries(about, case, event)]
    changed = {key for _, seen in tried for key in _unlike(base, seen)}
    if not changed:
        return None
    # which day is late enough for a deadline that still runs is no boundary of any stop
    sharp = {row.key for row in about if not (row.over and row.counts_from(event))}
    turns = [at for (_, before), (at, after) in pairwise(tried) if (before.keys() ^ after.keys()) & sharp]
    option = f"--{EVENT_WORDS[event]}"
    return OpenFact(
        fact=EVENT_WORDS[event],
        option=option,
        asks=_asks(event, given, [row for row in about if row.key in changed], turns),
        values=tuple(str(moment_of(turn)) for turn in turns),
        guidance=guidance_ids(changed),
    )


def _tries(rows: Sequence[Row], case: Case, event: Event) -> Iterator[tuple[datetime, Case]]:
    """The case with the event at every time that may make a difference, in order of time."""
    given, turns = case.events.get(event), set[datetime]()
    for row in rows:
        found = edges(row.notice, [row.notice.windows[id] for id in row.notice.windows_of(row.guidance)])
        turns |= found
        if row.over:  # the last minute of a stretch has the latest deadline
            turns |= {turn - _MINUTE for turn in found}
    if any(row.counts_from(event) for row in rows):
        turns |= {_A_WORKING_DAY, case.at, *([given.as_start() + _HALF_A_DAY] if given else [])}
    turns |= {told.as_start() for told in case.events.values()}
    for at in sorted(instants(given, turns)):
        there = with_event(case, event, moment_of(at))
        came, left = there.events.get("admission"), there.events.get("discharge")
        if not (came and left and is_before(left, came)):
            yield at, there


def _asks(event: Event, given: Moment | None, rows: Sequence[Row], turns: Sequence[datetime]) -> Text:
    """What the answer depends on: the moments between which it turns, and the day from which a deadline counts."""
    counts = any(row.counts_from(event) for row in rows)
    if given:
        return _asks_hour(event, given, [_turn(turn, rows, clock=True) for turn in turns])
    if not turns:
        name = _DATED[event]
        return Text(f"{name['zh']}（据以推算期限）", f"{name['en']}, from which a deadline counts")
    did, found = _STAYS[event], [_turn(turn, rows) for turn in turns]
    listed, left = joined(found[:_MOST], en=" and " if len(found) == 2 else ", "), len(found) - _MOST
    more = Text(f"等 {len(found)} 个时点", f" and {left} more moments") if left > 0 else Text("", "")
    between = Text("、之间", ", between") if len(turns) > 1 else Text("", "")
    counted = Text("（并据以推算期限）", " (and a deadline counts from that day)") if counts else Text("", "")
    return Text(
        f"住院患者在 {listed['zh']}{more['zh']}之前{between['zh']}还是之后{did['zh']}{counted['zh']}",
        f"whether inpatients were {did['en']} before{between['en']} or after {listed['en']}{more['en']}{counted['en']}",
    )


def _asks_hour(event: Event, given: Moment, turns: Sequence[Text]) -> Text:
    """The hour of a day that was given."""
    day, name = day_text(given.day), _DATED[event]
    listed = joined(list(turns[:_MOST]))
    at = Text(f"（{listed['zh']}之前还是之后）", f", before or after {listed['en']}") if turns else Text("", "")
    return Text(f"{name['zh']} {day['zh']}的钟点{at['zh']}", f"the hour on {name['en']}, {day['en']}{at['en']}")


def _turn(at: datetime, rows: Sequence[Row], *, clock: bool = False) -> Text:
    """A moment at which the answer turns, with its day or without; marked where its boundary is no promise."""
    met = [(row.notice, one) for row in rows for one, edge in row.boundaries if edge == at]
    if clock:
        when, unsure = Text(f"{at:%H:%M}", f"{at:%H:%M}"), Text(f"{at:%H:%M}（未确认）", f"{at:%H:%M} (not confirmed)")
    else:
        when = instant_text(at)
        unsure = Text(f"{when['zh'][:-1]}，未确认）", f"{when['en'][:-1]}, not confirmed)")
    return unsure if met and not any(is_sure(notice, boundary) for notice, boundary in met) else when
