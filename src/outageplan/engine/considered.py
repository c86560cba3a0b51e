"""Why a notice says nothing of a service in a case: the rules that were looked at and did not apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from outageplan.catalog.pools import NATION, contains, pools, province_of
from outageplan.catalog.services import Service, lineage, services
from outageplan.catalog.vocabulary import term
from outageplan.engine.availability import claims_on
from outageplan.engine.case import Case
from outageplan.engine.phrases import instant_text
from outageplan.engine.places import is_offsite, places_needed
from outageplan.engine.rules import BOTH_ENDS, CERTAINTY, CONTAINMENT, KNOWN_AT, NAMED, Reason, Step
from outageplan.notice.model import Notice, ServiceEffect
from outageplan.wording import Text, joined

NEAREST = 3


def not_applied(service: Service, notices: Iterable[Notice], case: Case) -> Iterator[Step]:
    """A step for each notice that makes no claim on a leaf service in a case, with what stood in the way."""
    if case.known_at is not None:
        when = instant_text(case.known_at)
        text = Text(f"只看 {when['zh']}时已发布的公告", f"only what was published by {when['en']} is looked at")
        yield Step(reason=Reason(rule=KNOWN_AT, text=text))
    for notice in notices:
        if next(claims_on(service, [notice], case), None) is None:
            yield Step(reason=_why_not(service, notice, case), applies=False)


def outside(service: Service, notices: Iterable[Notice], case: Case) -> Iterator[Step]:
    """A step for each notice that was not selected and does speak of the service in a case."""
    for notice in notices:
        if claim := next(claims_on(service, [notice], case), None):
            zh, en = (
                "提到该业务，但不在本次所选公告之内",
                "speaks of it, and is not among the notices that were selected",
            )
            text = Text(f"公告 {notice.id} {zh}", f"{notice.id} {en}")
            clause = claim.entry.clause or claim.window.clause
            yield Step(reason=Reason(rule=CERTAINTY, text=text, notice=notice.id, clause=clause), applies=False)


def left_out(notice: Notice, state: Text, case: Case) -> Step:
    """Why a notice that is known was not selected: whose system it stops, or that it is over (`state`)."""
    entries = list(notice.effects.values())
    asked = [leaf for id in case.services or ("all",) for leaf in services().leaves_of(id)]
    if any(next(claims_on(leaf, [notice], case), None) for leaf in asked):
        text = Text(f"公告状态为“{state['zh']}”", f"it is {state['en']}")
        return Step(reason=_reason(CERTAINTY, notice, text), applies=False)
    for entry in entries:
        named = next((leaf for leaf in asked if _names(entry, leaf) and places_needed(leaf, case)), None)
        if named:
            return Step(reason=_why_not(named, notice, case), applies=False)
    zh, en = "没有提到所问的业务", "names none of the services asked for"
    return Step(reason=_reason(NAMED, notice, Text(zh, en)), applies=False)


def _why_not(service: Service, notice: Notice, case: Case) -> Reason:
    naming = {id: entry for id, entry in notice.effects.items() if _names(entry, service)}
    if not naming:
        return _reason(NAMED, notice, _others(service, notice), _nearest(service, notice))
    if case.placed and not places_needed(service, case):
        zh, en = "该业务不适用于这样的参保地与就医地", "it is not for this pool of insurance and pool of treatment"
        return _reason(BOTH_ENDS if is_offsite(service) else CONTAINMENT, notice, Text(zh, en))
    entry = next(iter(naming.values()))
    if service.needs == ("national",) and NATION not in notice.pools:
        zh = "该业务由国家平台运行，一个统筹区的“全部业务”不包括它，须点名才算"
        en = "it runs on the national platform: a pool's “all services” does not mean it unless it is named"
        return _reason(NAMED, notice, Text(zh, en), entry.clause)
    if case.scheme and entry.schemes and case.scheme not in entry.schemes:
        only = joined([term("scheme", scheme) for scheme in entry.schemes])
        text = Text(f"只就{only['zh']}写明", f"it is said of the {only['en']} only")
        return _reason(NAMED, notice, text, entry.clause)
    return _reason(BOTH_ENDS if is_offsite(service) else CONTAINMENT, notice, _elsewhere(entry, notice, service, case))


def _names(entry: ServiceEffect, service: Service) -> bool:
    return any(services().covers(id, service.id) for id in entry.services)


def _others(service: Service, notice: Notice) -> Text:
    """What a notice names instead: what is nearest in the tree first."""
    named = dict.fromkeys(id for entry in notice.effects.values() for id in entry.services)
    near = sorted(named, key=lambda id: -_shared(id, service.id))[:NEAREST]
    if not near:
        return Text("没有写明任何业务", "names no service")
    listed, more = joined([services()[id].name for id in near], en="; "), len(named) - len(near)
    zh, en = f"写到的是“{listed['zh']}”", f"names “{listed['en']}”"
    if more > 0:
        zh, en = f"{zh}等 {len(named)} 项", f"{en} and {more} more"
    return Text(f"{zh}，都不包括该业务", f"{en}, none of which stands for it")


def _shared(one: str, other: str) -> int:
    """How many steps of the tree two ids have in common."""
    return len(set(lineage(one)) & set(lineage(other)))


def _nearest(service: Service, notice: Notice) -> str | None:
    """The clause of the entry that names what is nearest."""
    found = [(max(_shared(id, service.id) for id in entry.services), entry) for entry in notice.effects.values()]
    return max(found, key=lambda pair: pair[0])[1].clause if found else None


def _elsewhere(entry: ServiceEffect, notice: Notice, service: Service, case: Case) -> Text:
    """Whose system stops, and why that is not a place that the case needs."""
    stopped = entry.pools or notice.pools
    needed = list(dict.fromkeys(places_needed(service, case).values()))
    theirs = joined([pools()[code].name for code in stopped])
    ours = joined([pools()[code].name for code in needed])
    zh, en = f"停的是{theirs['zh']}，不是{ours['zh']}", f"it stops {theirs['en']}, not {ours['en']}"
    beside = [
        (a, b) for a in stopped for b in needed if province_of(a) == province_of(b) and not contains(b, a) and a != b
    ]
    if any(code.endswith("9900") for pair in beside for code in pair):
        zh, en = f"{zh}；省本级与省内各市并列", f"{en}; a provincial-direct pool lies beside the cities"
    return Text(zh, en)


def _reason(rule: str, notice: Notice, text: Text, clause: str | None = None) -> Reason:
    told = Text(f"公告 {notice.id}：{text['zh']}", f"{notice.id}: {text['en']}")
    return Reason(rule=rule, text=told, notice=notice.id, clause=clause)
