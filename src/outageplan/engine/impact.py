"""What windows defer and what it takes to clear it: by a site's own volumes, or by the platform's published figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from outageplan.catalog.figures import INPATIENT_RESPONSE
from outageplan.engine.assumptions import assumption_ids
from outageplan.engine.catch_up import CatchUp, Counter, Kind, catch_up
from outageplan.engine.counting import NOTHING, Count, Flow, Stretch, sweep
from outageplan.engine.impact_answer import Basis, Impact, Line, Question, Source, WindowImpact
from outageplan.engine.impact_grounds import assumptions_of, figures_for, known_figures
from outageplan.engine.impact_sources import concerned, not_counted, sources, whole_flow
from outageplan.engine.impact_windows import Stop, extent, is_national, stops_of
from outageplan.engine.opening import OFFICE, opening_of
from outageplan.notice.model import Notice
from outageplan.wording import Text

_NONE = Fraction(0)
_INPATIENT = ".inpatient"


def make_impact(notices: Iterable[Notice], question: Question) -> Impact:
    """What the windows of the selected notices defer. Raises `UnknownNameError` for a notice that is not on file.

    Notices that do not concern the site or the services asked about are left out unless they are asked for by id.
    """
    plan, stops = stops_of(notices, question.case)
    found = [one for stop in stops if (one := _window(stop, question))]
    found = [_cleared(one, found, question) for one in found]
    found = [replace(one, assumptions=assumptions_of(one, question)) if one.lines else one for one in found]
    used = {id for one in found for id in one.assumptions}
    shown = {figure.id: figure for one in found for figure in one.figures}
    return Impact(
        question=question,
        windows=tuple(found),
        total=_total(found),
        nearest=plan.nearest,
        figures=tuple(shown.values()),
        assumptions=tuple(id for id in assumption_ids() if id in used),
    )


def _window(stop: Stop, question: Question) -> WindowImpact | None:
    """What a window defers, without how that is cleared; None where it concerns nobody who asks."""
    stopped = concerned(stop, question)
    if not stopped and stop.notice.id not in question.case.notices:
        return None
    basis: Basis | None = "site" if question.site else "published" if is_national(stop.notice) else None
    found = sources(stop, question)
    bare = WindowImpact(stop=stop, extent=extent(stop), basis=basis, concerned=stopped)
    if reason := not_counted(stop, found, stopped, question):
        nothing = NOTHING if not stopped else None
        return replace(bare, reason=reason, deferred=nothing, figures=figures_for(bare, question))
    lines = tuple(Line(source=one, count=_counted(one, bare)) for one in found)
    rates = replace(bare, lines=lines, a_day=_a_day(found), an_hour=_an_hour(found))
    if not bare.extent.dated:
        return replace(rates, reason=_NO_START, figures=figures_for(rates, question))
    whole = replace(
        rates,
        deferred=sum((line.count for line in lines if line.count), NOTHING),
        any_spread=_any_spread(found, bare),
        machine=_machine(lines, question) if question.site else None,
    )
    return replace(whole, figures=figures_for(whole, question))


_NO_START = Text(
    "公告没有写明何时开始，算不出笔数，只能给出每日、每小时的量",
    "the notice gives no date for the start: nothing can be counted but what a day or an hour defers",
)


def _counted(source: Source, window: WindowImpact) -> Count | None:
    """What a source defers over a window that has a date."""
    if not window.extent.dated:
        return None
    least, most = window.extent.least, window.extent.most
    low = source.flow.low * source.low * source.flow.days(least) if least else _NONE
    high = source.flow.high * source.high * source.flow.days(most) if most else None
    return Count(low, high, source.flow.over)


def _any_spread(found: Sequence[Source], window: WindowImpact) -> Count:
    """The same however a day is spread over its hours."""
    least, most = window.extent.least, window.extent.most
    low, high = _NONE, _NONE
    for source in found:
        low += source.flow.low * source.low * (source.flow.days_bounds(least)[0] if least else 0)
        high += source.flow.high * source.high * (source.flow.days_bounds(most)[1] if most else 0)
    return Count(low, high if most else None, any(source.flow.over for source in found))


def _a_day(found: Sequence[Source]) -> Count:
    """What one open day defers."""
    return sum((Count(one.flow.low * one.low, one.flow.high * one.high, one.flow.over) for one in found), NOTHING)


def _an_hour(found: Sequence[Source]) -> Count | None:
    """What one open hour defers; None where that depends on the day or the hour."""
    flow = found[0].flow
    lengths = {sum(span.end - span.start for span in spans) for spans in flow.opening.week if spans}
    return None if len(lengths) != 1 or flow.profile else _a_day(found).divided(Fraction(lengths.pop(), 60))


def _machine(lines: Sequence[Line], question: Question) -> Count | None:
    """Seconds that the platform needs at the least for the inpatient bills, one after the other."""
    figure = known_figures(question).get(INPATIENT_RESPONSE)
    bills = [line.count for line in lines if line.source.id.endswith(_INPATIENT) and line.count]
    if not bills or figure is None:
        return None
    whole, seconds = sum(bills, NOTHING), figure.value
    return Count(whole.low * seconds, None if whole.high is None else whole.high * seconds)


def _cleared(window: WindowImpact, all: Sequence[WindowImpact], question: Question) -> WindowImpact:
    """A window with how its backlog is cleared, where there is one that ends and a rate is known."""
    count, most, rate = window.deferred, window.extent.most, question.speed
    if not count or not count.high or most is None or rate is None:
        return window
    opening = opening_of(question.site) if question.site else OFFICE
    if opening is None:
        reason = Text(
            "机构文件没有 hours（营业时间），推算不出日期", "the site file gives no `hours`: no day can be worked out"
        )
        undated = CatchUp(rate=rate, work=count.divided(rate), kind=Kind.UNDATED, reason=reason)
        return replace(window, catch_up=undated)
    counter = Counter(opening=opening, rate=rate, load=_load(window, question), stopped=_others(window, all))
    ends = (window.extent.least or most)[1], most[1]
    gradual = any(c.entry.resume != "full" for line in window.lines for c in line.source.part.claims)
    sure = window.extent.sure and not gradual and not count.over
    return replace(window, catch_up=catch_up(count, ends, counter, sure=sure))


def _load(window: WindowImpact, question: Question) -> Flow:
    """The own transactions of a day once all is back: all of a site's, or of the figure what the stop concerns."""
    if question.site:
        return whole_flow(question)
    source = window.lines[0].source
    return replace(source.flow, low=source.flow.low * source.low, high=source.flow.high * source.high)


def _others(window: WindowImpact, all: Sequence[WindowImpact]) -> list[Stretch]:
    """When another known window stops all of one of the sources."""
    return [
        one.extent.most
        for one in all
        if one.stop is not window.stop and one.extent.most and any(line.source.low == 1 for line in one.lines)
    ]


def _total(found: Sequence[WindowImpact]) -> Count | None:
    """What all windows that have a bound defer together, each hour of a source counted once."""
    counted = [one for one in found if one.lines and one.deferred and one.deferred.high]
    if len(counted) < 2:
        return None
    total = NOTHING
    flows = {line.source.id: line.source.flow for one in counted for line in one.lines}
    for id, flow in flows.items():
        low = high = _NONE
        pairs = [(one.extent, line.source) for one in counted for line in one.lines if line.source.id == id]
        for stretch, weight in sweep([(span.least, source.low) for span, source in pairs if span.least]):
            low += weight * flow.days(stretch)
        for stretch, weight in sweep([(span.most, source.high) for span, source in pairs if span.most]):
            high += weight * flow.days(stretch)
        total += Count(low * flow.low, high * flow.high, flow.over)
    return total
