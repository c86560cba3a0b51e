"""The top of a printed plan: what is down now or next, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.pools import pools
from outageplan.catalog.vocabulary import term
from outageplan.engine.availability import Availability, Claim, State
from outageplan.engine.phrases import boundary_text, span_text
from outageplan.engine.plan import BEHIND, NoticeStanding, Plan
from outageplan.engine.stages import Stage, is_sure, stage_of, told_return
from outageplan.notice.model import Notice, Resume, Window
from outageplan.render.check_common import MARKS, TONES, boundary_words, hedged, source
from outageplan.render.outline import Group, Item, Section
from outageplan.render.words import word
from outageplan.wording import Lang, joined

_STAGE_STATES = {
    Stage.UPCOMING: State.UPCOMING,
    Stage.UNCONFIRMED: State.UNCONFIRMED,
    Stage.RESUMING: State.RESUMING,
    Stage.UNSCHEDULED: State.UNSCHEDULED,
    Stage.PRESUMED_OVER: State.OVER,
    Stage.OVER: State.OVER,
}
_HEADLINES = {
    Stage.ACTIVE: "now",
    Stage.UPCOMING: "next",
    Stage.UNCONFIRMED: "unconfirmed",
    Stage.RESUMING: "resuming",
    Stage.UNSCHEDULED: "unscheduled",
    Stage.PRESUMED_OVER: "presumed_over",
    Stage.OVER: "over",
}


def headline_section(plan: Plan, lang: Lang) -> Section:
    rows = sorted(_window_rows(plan, lang), key=lambda row: row[0])
    quiet = not plan.affected and not any(stage is Stage.ACTIVE for _, stage, _ in rows)
    items = [Item(text=word(_nothing(plan), lang), tone="good", mark="○")] if quiet else []
    items += [item for _, _, item in rows]
    items += [_near(one, lang) for one in plan.nearest]
    return Section(title=word("headline", lang), groups=(Group(items=tuple(items)),))


def _nothing(plan: Plan) -> str:
    """What can be said when nothing is down: of this moment, of all that is on file, or of this question only."""
    if plan.notices:
        return "nothing_now"
    return "nothing" if all(one.state in BEHIND for one in plan.nearest) else "nothing_here"


def _window_rows(plan: Plan, lang: Lang) -> Iterator[tuple[tuple[int, float], Stage, Item]]:
    """One row a window that touches the plan's services: what counts first, then what comes first."""
    order = list(_HEADLINES)
    for standing in plan.notices:
        notice = standing.notice
        for id, window in notice.windows.items():
            lines = [line for line in plan.services if any(_claims(line, notice, id))]
            stopped = [
                line
                for line in lines
                if any(c.state(plan.case.at) is not State.UNAFFECTED for c in _claims(line, notice, id))
            ]
            if not stopped:
                continue
            gradual = all(c.entry.resume != "full" for line in stopped for c in _claims(line, notice, id))
            resume: Resume = "gradual" if gradual else "full"
            stage = stage_of(notice, window, plan.case.at, resume)
            start = window.start.as_start()
            states = {claim.state(plan.case.at) for line in stopped for claim in _claims(line, notice, id)}
            state = _STAGE_STATES.get(stage) or next(state for state in State if state in states)
            item = _window_item(notice, id, stage, state, plan, lang)
            yield (order.index(stage), start.timestamp() if start else 0.0), stage, item


def _claims(line: Availability, notice: Notice, window: str) -> Iterator[Claim]:
    return (claim for claim in line.claims if claim.notice is notice and claim.window_id == window)


def _window_item(notice: Notice, id: str, stage: Stage, state: State, plan: Plan, lang: Lang) -> Item:
    window, at = notice.windows[id], plan.case.at
    name = window.name[lang] if window.name else id
    until = told_return(notice, window) or window.end
    start, end = window.start.as_start(), until.as_end()
    begins = word("from", lang).format(when=boundary_words(notice, window.start, lang))
    returns = word("return", lang).format(when=boundary_words(notice, until, lang, end=True))
    if stage is Stage.UPCOMING and start:
        begins += word("in", lang).format(span=span_text(start - at)[lang])
    elif stage is Stage.ACTIVE and start:
        begins += word("since", lang).format(span=span_text(at - start)[lang])
    if end and end > at:
        returns += word("in", lang).format(span=span_text(end - at)[lang])
    return Item(
        mark=MARKS[state],
        label=word(_HEADLINES[stage], lang),
        text=f"{_place(notice, lang)}{name}",
        details=(begins, hedged(returns, is_sure(notice, until)), *_repeats(notice, window, plan, lang)),
        source=source(notice.id, window.clause, plan),
        tone=TONES[state],
    )


def _repeats(notice: Notice, window: Window, plan: Plan, lang: Lang) -> Iterator[str]:
    if window.is_occurrence:
        from outageplan.render.check_occurrences import repeat_lines  # rare, and it takes time to load

        yield from repeat_lines(notice, window, plan, lang)


def _place(notice: Notice, lang: Lang) -> str:
    if not notice.pools:
        return word("no_place", lang) + " · "
    return joined([pools()[code].name for code in notice.pools])[lang] + " · "


def _near(one: NoticeStanding, lang: Lang) -> Item:
    """A notice near in time, named where there is nothing to say of now."""
    spans = [
        f"{boundary_text(w.start)[lang]} → {boundary_text(w.end, end=True)[lang]}" for w in one.notice.windows.values()
    ]
    return Item(
        mark="–",
        label=word("nearest", lang),
        text=f"{_place(one.notice, lang)}{one.notice.title[lang]} [{term('notice', one.state)[lang]}]",
        details=tuple(spans),
        source=one.notice.id,
        tone="dim",
    )
