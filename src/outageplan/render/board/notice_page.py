"""The page of one notice: windows, services, guidance by role, deadlines, whom to ask, amendments and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.case import Case
from outageplan.engine.deadlines import DeadlineKind, DueDate
from outageplan.engine.guidance import Instruction, instructions
from outageplan.engine.history import history
from outageplan.engine.phrases import published_text
from outageplan.engine.plan import in_order
from outageplan.engine.timeline import Timeline
from outageplan.notice.model import Contact, Effect, Notice, Phase, ServiceEffect, Status
from outageplan.render.board.charts import Bar, Drawing, drawings, plain_bar
from outageplan.render.board.repeats import Repetition, repetitions
from outageplan.render.board.words import word
from outageplan.render.check_common import condition
from outageplan.render.history_outline import history_outline
from outageplan.render.outline import Section
from outageplan.wording import Lang, Text, joined


class Named(NamedTuple):
    """Services that one entry names, what is said of them, to what it is narrowed, and its clause."""

    names: Text
    say: Text | None
    narrowed: tuple[str, ...]
    clause: str


class Effects(NamedTuple):
    """What happens to some services: all entries of one effect."""

    effect: str
    title: str
    entries: tuple[Named, ...]


class Line(NamedTuple):
    """One guidance: what to do, in words of the catalog and of the notice, for whom, and by when."""

    action: str
    text: Text
    who: str
    details: tuple[str, ...]
    due: str
    sure: bool
    certainty: str
    clause: str


class Duties(NamedTuple):
    """What one role does, phase by phase."""

    key: str
    role: str
    phases: tuple[tuple[str, tuple[Line, ...]], ...]


class Origin(NamedTuple):
    """Where a notice was taken from."""

    title: str
    language: str
    url: str
    found_elsewhere: bool
    note: str


class NoticePage(NamedTuple):
    """All that the page of a notice shows, in one language."""

    notice: Notice
    facts: tuple[tuple[str, Text], ...]
    warning: str
    charts: tuple[Drawing, ...]
    undrawn: tuple[Bar, ...]
    repetitions: tuple[Repetition, ...]
    effects: tuple[Effects, ...]
    duties: tuple[Duties, ...]
    deadlines: tuple[Line, ...]
    contacts: tuple[Contact, ...]
    history: tuple[Section, ...]
    sources: tuple[Origin, ...]


def notice_page(notice: Notice, found: Timeline, case: Case, lang: Lang) -> NoticePage:
    """The page of a notice; `found` is its own timeline, the case asks about nobody in particular."""
    lines = tuple(instructions([notice], case))
    return NoticePage(
        notice=notice,
        facts=tuple(_facts(notice, lang)),
        warning=_warning(notice, lang),
        charts=drawings(found.charts, lang),
        undrawn=tuple(plain_bar(row, lang) for row in (*found.undated, *found.cancelled)),
        repetitions=tuple(repetitions(notice, lang)),
        effects=tuple(_effects(notice, lang)),
        duties=tuple(_duties(lines, lang)),
        deadlines=tuple(_line(line, lang) for line in in_order(line for line in lines if line.due)),
        contacts=tuple(notice.contacts.values()),
        history=history_outline(history(notice), lang).sections[1:],
        sources=tuple(_sources(notice, lang)),
    )


def parts(view: NoticePage) -> tuple[tuple[str, bool], ...]:
    """The parts of the page in order, and whether each is there."""
    return (
        ("facts", True),
        ("windows", True),
        ("deadlines", bool(view.deadlines)),
        ("guidance", bool(view.duties)),
        ("services", bool(view.effects)),
        ("contacts", bool(view.contacts)),
        ("notes", bool(view.notice.notes)),
        ("amendments", bool(view.history)),
        ("sources", bool(view.sources)),
        ("subscribe", True),
    )


def _warning(notice: Notice, lang: Lang) -> str:
    match notice.status:
        case Status.CANCELLED:
            return word("cancelled_notice", lang)
        case Status.DRAFT | Status.TENTATIVE:
            return word("tentative_notice", lang)
        case Status.COMPLETED:
            return word("over_told", lang)
        case Status.CONFIRMED:
            return ""


def _facts(notice: Notice, lang: Lang) -> Iterator[tuple[str, Text]]:
    not_stated = Text(word("not_stated", "zh"), word("not_stated", "en"))
    yield word("issuer", lang), notice.issuer or not_stated
    yield word("status", lang), term("status", notice.status)
    yield word("published", lang), published_text(notice.published) if notice.published else not_stated
    names = [
        Text(f"{pools()[code].name['zh']}（{code}）", f"{pools()[code].name['en']} ({code})") for code in notice.pools
    ]
    yield word("pools", lang), joined(names) if names else not_stated
    for change in notice.changes:
        when = published_text(change.amendment.published)
        told = word("amended_by", lang, when=when[lang], id=change.amendment.id)
        yield word("amended", lang), Text(told, told)
    yield word("id", lang), Text(notice.id, notice.id)


def _effects(notice: Notice, lang: Lang) -> Iterator[Effects]:
    for effect in Effect:
        entries = [entry for entry in notice.effects.values() if entry.effect is effect]
        if entries:
            named = tuple(_named(entry, notice, lang) for entry in entries)
            yield Effects(effect=effect.value, title=term("effect", effect)[lang], entries=named)


def _named(entry: ServiceEffect, notice: Notice, lang: Lang) -> Named:
    narrowed = []
    if len(notice.windows) > 1 and set(notice.windows_of(entry)) != set(notice.windows):
        names = [_window_name(notice, id) for id in notice.windows_of(entry)]
        narrowed.append(word("only_in", lang, names=joined(names)[lang]))
    if entry.pools:
        narrowed.append(word("only_pools", lang, names=joined([pools()[code].name for code in entry.pools])[lang]))
    if entry.schemes:
        names = [term("scheme", scheme) for scheme in entry.schemes]
        narrowed.append(word("only_pools", lang, names=joined(names)[lang]))
    if entry.resume != "full":
        narrowed.append(term("resume", entry.resume)[lang])
    return Named(
        names=joined([services()[id].name for id in entry.services], en="; "),
        say=entry.say,
        narrowed=tuple(narrowed),
        clause=entry.clause or "",
    )


def _window_name(notice: Notice, id: str) -> Text:
    return notice.windows[id].name or Text(id, id)


def _duties(lines: Iterable[Instruction], lang: Lang) -> Iterator[Duties]:
    found = list(lines)
    for role in roles():
        own = sorted((line for line in found if role in line.roles), key=lambda line: list(Phase).index(line.phase))
        phases = tuple(
            (term("phase", phase)[lang], tuple(_line(line, lang) for line in group))
            for phase, group in groupby(own, key=lambda line: line.phase)
        )
        if phases:
            yield Duties(key=f"role-{role}", role=roles()[role].name[lang], phases=phases)


def _line(line: Instruction, lang: Lang) -> Line:
    details = [told[lang]] if (told := condition(line)) else []
    if line.not_before:
        details.append(word("not_before", lang, when=line.not_before.text()[lang]))
    due = line.due
    return Line(
        action=actions()[line.action].name[lang],
        text=line.text,
        who=joined([roles()[role].name for role in line.roles])[lang],
        details=tuple(details),
        due=_when(line, due, lang) if due else "",
        sure=due is not None and due.kind is DeadlineKind.FIRM,
        certainty=term("deadline", due.kind)[lang] if due else "",
        clause=line.clause or "",
    )


def _when(line: Instruction, due: DueDate, lang: Lang) -> str:
    """By when; what each occurrence of a window has of its own is told for the first."""
    anchor, when = due.phrase.anchor, due.when()[lang]
    window = line.notice.windows.get(anchor.window or "") if anchor and line.notice else None
    return word("first_of_many", lang, when=when) if window and window.repeat else when


def _sources(notice: Notice, lang: Lang) -> Iterator[Origin]:
    for id, source in notice.sources.items():
        yield Origin(
            title=source.title or source.url or id,
            language=word("source_text", lang, language=word(source.language, lang)),
            url=source.url or "",
            found_elsewhere=source.origin == "found_elsewhere",
            note=source.note or "",
        )
