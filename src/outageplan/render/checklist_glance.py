"""The part of a checklist that is read in one glance: the stops, and what can and cannot be settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.availability import State
from outageplan.engine.checklist import Checklist
from outageplan.engine.checklist_glance import Answer, Glance, Standing, Stop
from outageplan.engine.checklist_recheck import CheckAgain
from outageplan.engine.phrases import boundary_text, day_text
from outageplan.engine.stages import is_sure, told_return
from outageplan.notice.model import Effect, Notice, Status
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.render.check_common import MARKS
from outageplan.render.checklist_sheet import Fact, GlanceView, Sourced, StandingView, StopView
from outageplan.render.checklist_words import filled, words
from outageplan.wording import Text, joined

_DOWN = (Answer.STOPPED, Answer.UNCONFIRMED)
_MARKS = {
    Answer.STOPPED: MARKS[State.DOWN],
    Answer.LIMITED: MARKS[State.DEGRADED],
    Answer.UNCONFIRMED: MARKS[State.UNCONFIRMED],
    Answer.RESUMING: MARKS[State.RESUMING],
    Answer.UNAFFECTED: MARKS[State.UNAFFECTED],
    Answer.OVER: MARKS[State.OVER],
    Answer.NOT_MENTIONED: MARKS[State.NOT_MENTIONED],
}


def glance_view(one: Glance, checklist: Checklist) -> GlanceView:
    """The answer for one pool."""
    alone = len(checklist.glances) == 1
    letters = letters_of(one)
    empty = None
    if not one.plan.notices:
        empty = words("no_notice")
    elif all(standing.notice.status is Status.CANCELLED for standing in one.plan.notices):
        empty = words("all_cancelled")
    elif not one.stops:
        empty = filled("no_stop", who=roles()[checklist.role].name)
    unserved = None
    if one.plan.unserved:
        unserved = Fact(filled("unserved", who=roles()[checklist.role].name), _unserved(one))
    return GlanceView(
        title=None if alone or one.pool is None else pool_text(one.pool),
        empty=empty,
        stops=tuple(_stop(stop, letters.get((stop.notice.id, stop.window_id), ""), checklist) for stop in one.stops),
        standings=tuple(_standing(standing, letters) for standing in one.standings),
        unserved=unserved,
    )


def _unserved(one: Glance) -> Text:
    """The services for which no other way is stated; in a word where that is everything that stops."""
    left = set(one.plan.unserved)
    stopped = [standing.services for standing in one.standings if standing.answer in _DOWN]
    if left == {leaf.id for named in stopped for service in named for leaf in services().leaves_of(service.id)}:
        return words("unserved_all")
    return joined([service.name for service in services().summed_up(left)], en="; ")


def pool_text(code: str) -> Text:
    """`Weifang (370700)`."""
    name = pools()[code].name
    return Text(f"{name['zh']}（{code}）", f"{name['en']} ({code})")


Letters = dict[tuple[str, str], str]


def letters_of(one: Glance) -> Letters:
    """A letter for each stop, where there are several: A to Z, then by number."""
    if len(one.stops) < 2:
        return {}
    keys = [(stop.notice.id, stop.window_id) for stop in one.stops]
    return {key: chr(65 + place) if place < 26 else str(place + 1) for place, key in enumerate(keys)}


def window_text(notice: Notice, boundary: Boundary, *, end: bool = False) -> Text:
    """A boundary in words; what a draft or tentative notice states is not confirmed either."""
    text, unsure = boundary_text(boundary, end=end), words("unconfirmed_yet")
    if boundary.sure and not is_sure(notice, boundary):
        return Text(text["zh"] + unsure["zh"], text["en"] + unsure["en"])
    return text


def begins_text(stop: Stop) -> Text:
    """From when a stop is."""
    return filled("from", when=window_text(stop.notice, stop.window.start))


def returns_text(stop: Stop) -> Text:
    """Until when a stop is, with how sure that is."""
    until = told_return(stop.notice, stop.window) or stop.window.end
    return filled("return", when=window_text(stop.notice, until, end=True))


def _stop(stop: Stop, letter: str, checklist: Checklist) -> StopView:
    named = [pools()[code].name for code in stop.notice.pools]
    place = joined(named) if named else words("no_place")
    name = stop.window.name or Text(stop.window_id, stop.window_id)
    title = Text(f"{place['zh']} · {name['zh']}", f"{place['en']} · {name['en']}")
    return StopView(
        letter=letter,
        stage=words(f"stage_{stop.stage}"),
        title=title,
        begins=begins_text(stop),
        returns=returns_text(stop),
        sure=stop.start_again is None and stop.end_again is None,
        again=tuple(again_texts(stop, checklist)),
        source=source_of(stop.notice, stop.window.clause),
    )


def source_of(notice: Notice, clause: str | None) -> str:
    """Notice and clause."""
    return f"{notice.id} {clause}" if clause else notice.id


def again_texts(stop: Stop, checklist: Checklist) -> Iterator[Text]:
    """When to look again for what is not certain, in words."""
    today = checklist.case.at.date()
    if again := stop.start_again:
        yield filled("again_start" if again.dated else "again_start_open", day=day_text(again.first))
    if again := stop.end_again:
        yield filled(_again_key(again, now=again.first <= today, stop=stop), day=day_text(again.first))


def _again_key(again: CheckAgain, *, now: bool, stop: Stop) -> str:
    if not again.dated:
        return "again_open"
    if now or stop.window.end.kind is BoundaryKind.NOT_BEFORE:
        return "again_end_now"
    return "again_end"


def _standing(one: Standing, letters: Letters) -> StandingView:
    named = [letters[key] for stop in one.stops if (key := (stop.notice.id, stop.window_id)) in letters]
    said = {(claim.notice.id, claim.effect_id): claim for claim in one.claims if claim.entry.say}
    clauses = dict.fromkeys(source_of(claim.notice, claim.entry.clause or claim.window.clause) for claim in one.claims)
    return StandingView(
        answer=one.answer,
        mark=_MARKS[one.answer],
        title=answer_text(one),
        services=service_names(one),
        letters=filled("when_letters", letters=Text("、".join(named), ", ".join(named))) if named else None,
        says=tuple(
            Sourced(claim.entry.say, source_of(claim.notice, claim.entry.clause))
            for claim in said.values()
            if claim.entry.say
        ),
        source="; ".join(_shortened(list(clauses))),
    )


def _shortened(sources: Sequence[str]) -> Iterator[str]:
    """Sources of which the notice is named once: `henan-2021-11 I.2, III.1`."""
    by_notice: dict[str, list[str]] = {}
    for source in sources:
        notice, _, clause = source.partition(" ")
        by_notice.setdefault(notice, []).extend([clause] if clause else [])
    for notice, clauses in by_notice.items():
        yield f"{notice} {', '.join(clauses)}".strip()


def answer_text(one: Standing) -> Text:
    """What is said of services that stand alike."""
    if one.presumed:
        return words("answer_presumed")
    if one.answer is Answer.STOPPED and one.effect is Effect.TERMINATED:
        return words("answer_terminated")
    if one.answer is Answer.LIMITED and one.effect:
        lead, effect = words("answer_limited"), term("effect", one.effect)
        return lead if one.effect is Effect.DEGRADED else effect
    if one.answer in (Answer.UNCONFIRMED, Answer.RESUMING) and one.effect:
        return filled(f"answer_{one.answer}", effect=term("effect", one.effect))
    return words(f"answer_{one.answer}")


def service_names(one: Standing) -> Text:
    """The services that stand alike, with the schemes where the notice speaks of some only."""
    names = joined([service.name for service in one.services], en="; ")
    if not one.schemes:
        return names
    only = filled("only_schemes", who=joined([term("scheme", scheme) for scheme in one.schemes]))
    return Text(names["zh"] + only["zh"], names["en"] + only["en"])
