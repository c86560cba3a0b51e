"""From when services can be used again, for people: those with the same answer together."""

from __future__ import annotations

from outageplan.engine.availability import Claim, State
from outageplan.engine.next_use import NextUse, Return
from outageplan.engine.phrases import boundary_text
from outageplan.engine.plan import Plan
from outageplan.render.check_common import MARKS, TONES, boundary_words, flat, hedged, source
from outageplan.render.check_services import by_branch
from outageplan.render.outline import Group, Section
from outageplan.render.words import word
from outageplan.wording import Lang


def next_section(plan: Plan, lang: Lang, *, why: bool) -> Section:
    """The answer to `--next`; empty where nobody asked."""
    groups: dict[tuple[State, str], list[NextUse]] = {}
    for use in plan.next or ():
        state = State.UNAFFECTED if use.usable and not use.presumed else use.state
        groups.setdefault((state, _told(use, lang)), []).append(use)
    order = list(State)
    found = [
        _group(state, told, uses, plan, lang, why=why)
        for (state, told), uses in sorted(groups.items(), key=lambda pair: order.index(pair[0][0]))
    ]
    return Section(title=word("next_use", lang), groups=tuple(found))


def _group(state: State, told: str, uses: list[NextUse], plan: Plan, lang: Lang, *, why: bool) -> Group:
    items = by_branch(
        [use.service for use in uses],
        lang,
        sources=[_source(use, plan) for use in uses],
        why=[flat(use.because, plan, lang) if why else () for use in uses],
    )
    mark = MARKS[state] if not told.startswith(MARKS[state]) else ""  # which says of itself that it is not sure
    return Group(title=told, items=tuple(items), mark=mark, tone=TONES[state])


def _source(use: NextUse, plan: Plan) -> str:
    return "; ".join(dict.fromkeys(source(one.notice or "", one.clause, plan) for one in use.because))


def _told(use: NextUse, lang: Lang) -> str:
    """One sentence: whether a service can be used, until when, and from when again."""
    parts = []
    if use.terminated:
        parts.append(word("never_again", lang))
    elif use.usable and use.stops is None:
        parts.append(word("usable_presumed" if use.presumed else "usable", lang))
    elif use.usable and use.stops:
        when = boundary_words(use.stops.notice, use.stops.window.start, lang)
        parts.append(word("usable_until", lang).format(when=when))
    if use.partly:
        parts.append(_return(use.partly, "partly_again", lang))
    if use.again:
        parts.append(_return(use.again, "again", lang))
    if use.undated and not use.terminated:
        ids = ", ".join(dict.fromkeys(claim.notice.id for claim in use.undated))
        parts.append(word("undated_stop", lang).format(notice=ids))
    return word("semicolon", lang).join(parts)


def _return(found: Return, key: str, lang: Lang) -> str:
    if found.at is None:
        return hedged(_unannounced(found.claim, lang), sure=False)
    when = boundary_words(found.claim.notice, found.boundary, lang, end=True)
    text = word("gradually_again" if found.gradual and key == "again" else key, lang).format(when=when)
    if not found.sure and found.boundary.sure and not found.gradual:
        text += word("on_the_way", lang)
    return hedged(text, found.sure)


def _unannounced(claim: Claim, lang: Lang) -> str:
    """What can be said where nothing tells when a service comes back."""
    when = boundary_text(claim.window.end, end=True)[lang]
    if claim.window.end.moment is None:
        return word("again_unknown", lang).format(when=when)
    return word("again_unconfirmed" if claim.entry.resume == "full" else "gradual", lang).format(when=when)
