"""What windows defer, as an outline in one language: a section a notice, then the total and what it all rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from outageplan.catalog.figures import INPATIENT_RESPONSE, TRANSACTIONS, Figure
from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.assumptions import assumption_text
from outageplan.engine.catch_up import CatchUp, Kind
from outageplan.engine.counting import Count
from outageplan.engine.impact_answer import Impact, WindowImpact
from outageplan.engine.phrases import boundary_text, day_text, instant_text
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Status
from outageplan.notice.site import Site
from outageplan.render.check_common import boundary_words, hedged
from outageplan.render.impact_numbers import count_text, hours_text, pages_text, rate_text
from outageplan.render.impact_words import opening_words, word
from outageplan.render.outline import Group, Item, Outline, Section
from outageplan.wording import Lang, joined

_MANY = 3  # names of services that are listed before the rest is only counted


def impact_outline(impact: Impact, lang: Lang) -> Outline:
    """The answer as sections in one language."""
    case = impact.question.case
    by_notice = groupby(impact.windows, key=lambda one: one.stop.notice.id)
    sections = [_notice(list(windows), impact, lang) for _, windows in by_notice]
    if not sections:
        sections = [_nothing(impact, lang)]
    if impact.total:
        text = word("total_text", lang, count=count_text(impact.total)[lang])
        ledger = Item(label=word("ledger", lang), text=pages_text(impact.total, impact.question.page_rows)[lang])
        items = (Item(label=word("deferred", lang), text=text), ledger)
        sections.append(Section(title=word("total", lang), groups=(Group(items=items),)))
    sections += _grounds(impact, lang)
    return Outline(
        title=word("title", lang, at=instant_text(case.at)[lang]),
        lines=tuple(_asked(impact, lang)),
        sections=tuple(sections),
        footer=(word("legend", lang),) if impact.windows else (),
    )


def _asked(impact: Impact, lang: Lang) -> Iterator[str]:
    case = impact.question.case
    if impact.question.site:
        yield from _site(impact.question.site, lang)
    if case.services:
        yield word("services", lang, what=joined([services()[id].name for id in case.services])[lang])
    if case.known_at:
        yield word("known_at", lang, at=instant_text(case.known_at)[lang])


def _site(site: Site, lang: Lang) -> Iterator[str]:
    where = joined([pools()[code].name for code in site.pools])[lang]
    yield word("site", lang, what=f"{site.name[lang]} · {roles()[site.role].name[lang]} · {where}")
    if site.hours:
        yield word("hours", lang, what=opening_words(site.hours, lang))
    if site.volumes:
        counted = [f"{services()[id].name[lang]} {volume}" for id, volume in site.volumes.items()]
        yield word("volumes", lang, what=("；" if lang == "zh" else "; ").join(counted))


def _notice(windows: list[WindowImpact], impact: Impact, lang: Lang) -> Section:
    notice = windows[0].stop.notice
    title = f"{notice.title[lang]} [{notice.id}]"
    return Section(title=title, groups=tuple(_window(one, impact, lang) for one in windows))


def _window(one: WindowImpact, impact: Impact, lang: Lang) -> Group:
    stop = one.stop
    name = stop.window.name[lang] if stop.window.name else stop.window_id
    stage = "cancelled" if stop.notice.status is Status.CANCELLED else stop.stage.value
    items = [_when(one, lang)]
    if one.concerned:
        names = joined([service.name for service in one.concerned[:_MANY]])[lang]
        rest = len(one.concerned) - _MANY
        more = word("and_more", lang, count=len(one.concerned) if lang == "zh" else rest) if rest > 0 else ""
        items.append(Item(label=word("stops", lang), text=f"{names}{more}"))
    items += _numbers(one, impact, lang)
    return Group(title=word("window", lang, name=name, stage=term("notice", stage)[lang]), items=tuple(items))


def _when(one: WindowImpact, lang: Lang) -> Item:
    notice, window = one.stop.notice, one.stop.window
    start = boundary_words(notice, window.start, lang)
    end = hedged(boundary_words(notice, window.end, lang, end=True), is_sure(notice, window.end))
    text = word("from_to", lang, start=start, end=end)
    return Item(label=word("when", lang), text=text, source=window.clause or "")


def _numbers(one: WindowImpact, impact: Impact, lang: Lang) -> Iterator[Item]:
    if one.reason and not one.lines:
        if one.deferred is None:
            yield Item(label=word("not_counted", lang), text=one.reason[lang], tone="dim")
        else:
            yield Item(label=word("deferred", lang), text=word("none", lang, why=one.reason[lang]), tone="dim")
        return
    if one.reason:
        yield Item(label=word("not_counted", lang), text=one.reason[lang], tone="dim")
    elif one.deferred:
        if one.deferred.high == 0:
            text = word("none", lang, why=word("closed", lang))
            yield Item(label=word("deferred", lang), text=text, tone="dim")
            return
        yield _deferred(one, one.deferred, lang)
        for line in one.lines if len(one.lines) > 1 else ():
            if line.count:
                yield Item(text=f"{line.source.name[lang]}  {_counted(line.count, lang)}", mark="·")
    if one.deferred is None or one.deferred.high is None:
        yield from _rates(one, lang)
        return
    yield Item(label=word("ledger", lang), text=pages_text(one.deferred, impact.question.page_rows)[lang])
    yield from _clearing(one, lang)


def _deferred(one: WindowImpact, count: Count, lang: Lang) -> Item:
    text = _counted(count, lang) if count.high is not None or count.low else word("no_bound", lang)
    provisional = word("provisional", lang) if not one.extent.sure and count.high is not None else ""
    details = []
    spread = one.any_spread
    if one.basis == "site" and spread and spread != count and spread.high is not None:
        details.append(word("any_spread", lang, count=count_text(spread)[lang]))
    return Item(
        label=word("deferred", lang),
        text=f"{text}{provisional}",
        details=tuple(details),
        tone="plain" if one.extent.sure else "unsure",
    )


def _counted(count: Count, lang: Lang) -> str:
    single = count.low == count.high == 1 and not count.over
    return word("one" if single else "transactions", lang, count=count_text(count)[lang])


def _rates(one: WindowImpact, lang: Lang) -> Iterator[Item]:
    for key, count in (("a_day", one.a_day), ("an_hour", one.an_hour)):
        if count:
            yield Item(label=word(key, lang), text=_counted(count, lang))


def _clearing(one: WindowImpact, lang: Lang) -> Iterator[Item]:
    machine = []
    if one.machine:
        hours = hours_text(Count(one.machine.low / 3600, one.machine.high and one.machine.high / 3600))
        machine = [word("machine", lang, hours=hours[lang])]
    done = one.catch_up
    if done is None:
        yield Item(label=word("catch_up", lang), text=word("no_rate", lang), details=tuple(machine), tone="dim")
        return
    beside = [word("beside", lang, hours=hours_text(done.beside)[lang])] if done.beside else []
    text = word("work", lang, hours=hours_text(done.work)[lang], rate=rate_text(done.rate))
    yield Item(label=word("catch_up", lang), text=text, details=(*beside, *machine))
    yield _done(done, one, lang)


def _done(done: CatchUp, one: WindowImpact, lang: Lang) -> Item:
    """The day on which a backlog ends, or why there is none."""
    label = word("done", lang)
    if done.latest is None:
        never = done.kind is Kind.NEVER
        why = word("never" if never else "not_dated", lang, why=done.reason[lang] if done.reason else "")
        if one.deferred and one.deferred.low != one.deferred.high:
            why = word("at_most", lang, what=why)
        if done.earliest:
            why = word("earliest", lang, day=day_text(done.earliest.date())[lang], rest=why)
        return Item(label=label, text=why, tone="bad" if never else "dim")
    last = day_text(done.latest.date())[lang]
    if done.earliest is None:
        text = word("at_latest", lang, day=last)
    elif done.earliest.date() == done.latest.date():
        text = word("on", lang, day=last)
    else:
        text = word("between", lang, first=day_text(done.earliest.date())[lang], last=last)
    if one.deferred and one.deferred.over:
        text += word("or_later", lang)
    provisional = done.kind is Kind.PROVISIONAL
    return Item(
        label=label,
        text=text + word("provisional", lang) * provisional,
        tone="unsure" if provisional else "plain",
    )


def _grounds(impact: Impact, lang: Lang) -> Iterator[Section]:
    if impact.assumptions:
        items = tuple(Item(text=assumption_text(id)[lang], mark="·") for id in impact.assumptions)
        yield Section(title=word("assumptions", lang), groups=(Group(items=items),))
    if impact.figures:
        items = tuple(_figure(one, impact, lang) for one in impact.figures)
        source = impact.figures[0].source
        told = (word("source", lang, title=source.title[lang]), source.note[lang], source.url)
        items = (*items, Item(text=told[0], details=told[1:], mark="·"))
        yield Section(title=word("figures", lang), groups=(Group(items=items),))


def _figure(figure: Figure, impact: Impact, lang: Lang) -> Item:
    value = figure.value
    number = f"{value.numerator:,}" if value.denominator == 1 else f"{float(value)}"
    bound = word(figure.bound, lang)
    unit = figure.unit[lang]
    details: tuple[str, ...] = (word("unused", lang),)
    if figure.id == INPATIENT_RESPONSE:
        details = (word("unused_time", lang),)
    if figure.id == TRANSACTIONS or any(one.machine for one in impact.windows):
        details = ()
    colon = "：" if lang == "zh" else ": "
    return Item(text=f"{figure.name[lang]}{colon}{bound} {number} {unit}", details=details, mark="·")


def _nothing(impact: Impact, lang: Lang) -> Section:
    items = [Item(text=word("nothing", lang), mark="○", tone="good")]
    for one in impact.nearest:
        spans = [
            f"{boundary_text(w.start)[lang]} → {boundary_text(w.end, end=True)[lang]}"
            for w in one.notice.windows.values()
        ]
        items.append(
            Item(
                mark="–",
                label=word("nearest", lang),
                text=f"{one.notice.title[lang]} [{term('notice', one.state)[lang]}]",
                details=tuple(spans),
                source=one.notice.id,
                tone="dim",
            )
        )
    return Section(title=word("notice", lang), groups=(Group(items=tuple(items)),))
