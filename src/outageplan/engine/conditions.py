"""Whether a guidance is for a case: its `when`, judged by what the case gives, with what decided.

What the case does not tell is not known: such guidance stays, with its condition. A guidance on several windows stands
for one on each of them, so its condition holds where it holds for one window; `admitted` and `discharged` must then
hold for the same one. `admitted: before` alone speaks of stays that reach the stop: who left before it is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from outageplan.catalog.pools import contains, pools
from outageplan.catalog.vocabulary import term
from outageplan.engine.case import Case
from outageplan.engine.phrases import moment_text
from outageplan.engine.rules import CONDITION, Reason
from outageplan.engine.stays import edges, instants, phases_of, stays
from outageplan.engine.verdict import Verdict, all_of, any_of, in_each, verdict
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.model import EVERYBODY, Condition, Guidance, Notice, PatientFact, Phase, Side
from outageplan.notice.moments import CHINA, Event, Moment
from outageplan.wording import Text, joined

_SIDES: dict[str, Text] = {
    "insured": Text("参保地", "pool of insurance"),
    "treated": Text("就医地", "pool of treatment"),
}
STAY: dict[Event, Text] = {"admission": Text("入院", "admitted"), "discharge": Text("出院", "discharged")}
_PHASES = {
    Phase.BEFORE: Text("停机前", "before the stop"),
    Phase.DURING: Text("停机期间", "during the stop"),
    Phase.AFTER: Text("恢复后", "after the return"),
}
_REACHED = frozenset({Phase.DURING, Phase.AFTER})
_Wanted = tuple[Event, frozenset[Phase]]


def judged(guidance: Guidance, notice: Notice, case: Case) -> Verdict:
    """Whether the condition of a guidance holds for a case, as far as the case tells."""
    if guidance.when == EVERYBODY:
        return Verdict.YES
    return all_of((placed(guidance.when, notice, case), personal(guidance, notice, case)))


def placed(when: Condition, notice: Notice, case: Case) -> Verdict:
    """Whether the places of a case are on the sides that a condition asks for, seen from the notice's pools."""
    return all_of(
        (_on_side(when.insured, case.insured_at, notice), _on_side(when.treated, case.treated_at, notice)),
    )


def personal(guidance: Guidance, notice: Notice, case: Case) -> Verdict:
    """Whether the facts of the patient and the stay fit."""
    return all_of((_facts(guidance.when, case), _stay(guidance, notice, case)))


def holds(fact: PatientFact, case: Case) -> Verdict:
    """Whether a fact holds for the patient: facts that are not listed do not; who came or left is an inpatient."""
    if fact == "inpatient" and is_stay(case):
        return Verdict.YES
    if case.patient is None:
        return Verdict.NOT_KNOWN
    return verdict(fact in case.patient)


def is_stay(case: Case) -> bool:
    """Whether the case tells of a stay in hospital: an admission or a discharge was given."""
    return "admission" in case.events or "discharge" in case.events


def _on_side(side: Side | None, place: str | None, notice: Notice) -> Verdict:
    if side is None:
        return Verdict.YES
    if place is None or not notice.pools:
        return Verdict.NOT_KNOWN
    return verdict(any(contains(pool, place) for pool in notice.pools) == (side == "here"))


def _facts(when: Condition, case: Case) -> Verdict:
    return any_of(holds(fact, case) for fact in when.patient) if when.patient else Verdict.YES


def _stay(guidance: Guidance, notice: Notice, case: Case) -> Verdict:
    """Whether coming and leaving lie in the phases that are asked for, at every hour that the case allows."""
    wanted = _wanted(guidance.when)
    if not wanted:
        return Verdict.YES
    if holds("inpatient", case) is Verdict.NO:
        return Verdict.NO
    return _lying(wanted, guidance, notice, case)


def _wanted(when: Condition) -> list[_Wanted]:
    """The events that a condition speaks of, each with the phases in which it may lie."""
    found: list[_Wanted] = [("admission", frozenset({when.admitted}))] if when.admitted else []
    if when.discharged:
        return [*found, ("discharge", frozenset({when.discharged}))]
    return [*found, ("discharge", _REACHED)] if when.admitted is Phase.BEFORE else found


def _lying(wanted: list[_Wanted], guidance: Guidance, notice: Notice, case: Case) -> Verdict:
    """Whether events lie in these phases of one of the windows, at every hour that the case allows."""
    windows = [notice.windows[id] for id in notice.windows_of(guidance)]
    found = set()
    for came, left in stays(case, edges(notice, windows)):
        at: dict[Event, datetime] = {"admission": came, "discharge": left}
        found.add(
            any_of(
                all_of(_lies(phases, phases_of(notice, window, at[event])) for event, phases in wanted)
                for window in windows
            )
        )
    return in_each(found)


def _lies(wanted: frozenset[Phase], possible: frozenset[Phase]) -> Verdict:
    if not wanted & possible:
        return Verdict.NO
    return Verdict.YES if possible <= wanted else Verdict.NOT_KNOWN


def condition_reason(id: str, guidance: Guidance, notice: Notice, case: Case) -> Reason:
    """Which facts of the case made a guidance part of its plan, and which are not known."""
    told = list(_told(guidance, notice, case)) or [Text("公告未设适用条件", "the notice sets no condition")]
    return Reason(
        rule=CONDITION,
        text=joined(told, zh="；", en="; "),
        notice=notice.id,
        guidance=id,
        clause=guidance.clause,
    )


def _told(guidance: Guidance, notice: Notice, case: Case) -> Iterator[Text]:
    when = guidance.when
    for key, side, place in (("insured", when.insured, case.insured_at), ("treated", when.treated, case.treated_at)):
        if side:
            yield _side_told(key, side, place, notice)
    if when.patient:
        yield _facts_told(when, case)
    for wanted in _wanted(when):
        yield _stay_told(wanted, guidance, notice, case)


def _side_told(key: str, side: Side, place: str | None, notice: Notice) -> Text:
    if place is None:
        return Text(f"{_SIDES[key]['zh']}未给出", f"the {_SIDES[key]['en']} was not given")
    name = pools()[place].name
    inside, outside = Text("属公告统筹区", "lies in the notice's"), Text("不属公告统筹区", "lies outside the notice's")
    fits = _on_side(side, place, notice) is not Verdict.NO
    where = inside if (side == "here") == fits else outside
    if not fits:
        where = Text(f"{where['zh']}，不合条件", f"{where['en']}, which is not what it asks for")
    return Text(
        f"{_SIDES[key]['zh']}{name['zh']}（{place}）{where['zh']}",
        f"the {_SIDES[key]['en']}, {name['en']} ({place}), {where['en']}",
    )


def _facts_told(when: Condition, case: Case) -> Text:
    held = [fact for fact in when.patient if holds(fact, case) is Verdict.YES]
    if not held:
        names = joined([term("patient", fact) for fact in when.patient], zh="或", en=" or ")
        if case.patient is not None:
            return Text(f"只适用于{names['zh']}，所给患者情况不符", f"it is for {names['en']}, and none was given")
        return Text(f"是否为{names['zh']}未给出", f"whether it is about {names['en']} was not given")
    names = joined([term("patient", fact) for fact in held])
    if held == ["inpatient"] and "inpatient" not in (case.patient or ()):
        return Text(f"已给出入院或出院时间，即{names['zh']}", f"an admission or discharge was given: {names['en']}")
    return Text(f"患者情况：{names['zh']}", f"the patient: {names['en']}")


def _stay_told(wanted: _Wanted, guidance: Guidance, notice: Notice, case: Case) -> Text:
    event, phases = wanted
    told, name = case.events.get(event), STAY[event]
    lies = Text("停机前未出院", "not before the stop") if phases == _REACHED else _PHASES[min(phases)]
    if told is None:
        hint = (
            Text("（停机前已出院的不适用）", " (who left before the stop is not meant)")
            if phases == _REACHED
            else Text("", "")
        )
        return Text(
            f"{name['zh']}时间未给出{hint['zh']}", f"when the patient was {name['en']} was not given{hint['en']}"
        )
    when = moment_text(told)
    zh, en = f"{name['zh']} {when['zh']}", f"{name['en']} {when['en']}"
    lying = _lying([wanted], guidance, notice, case)
    if lying is not Verdict.NOT_KNOWN:
        no = Text("不", "not ") if lying is Verdict.NO else Text("", "")
        return Text(f"{zh}，{no['zh']}属{lies['zh']}", f"{en}: {no['en']}{lies['en']}")
    why = Text("时段起止未确定", "as the times of the window are not sure")
    if not told.hour_stated and _hour_matters(wanted, guidance, notice, case):
        why = Text("未给出几点", "as the hour was not given")
    return Text(f"{zh}，是否属{lies['zh']}不能确定：{why['zh']}", f"{en}: not known to be {lies['en']}, {why['en']}")


def _hour_matters(wanted: _Wanted, guidance: Guidance, notice: Notice, case: Case) -> bool:
    """Whether some hour of the day would decide it."""
    turns = edges(notice, [notice.windows[id] for id in notice.windows_of(guidance)])
    hours = (with_event(case, wanted[0], moment_of(at)) for at in instants(case.events[wanted[0]], turns))
    return any(_lying([wanted], guidance, notice, exact) is not Verdict.NOT_KNOWN for exact in hours)


def with_event(case: Case, event: Event, told: Moment) -> Case:
    """The case with one event given, or given anew."""
    return replace(case, events=FrozenDict({**case.events, event: told}))


def moment_of(at: datetime) -> Moment:
    """An instant as a moment of China time, to the minute."""
    local = at.astimezone(CHINA)
    return Moment(local.date(), local.hour * 60 + local.minute)
