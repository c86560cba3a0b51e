"""A sheet as an outline, for text and Markdown; in two languages every line stands in Chinese, then in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from outageplan.render.checklist_sheet import (
    ContactsView,
    ContactView,
    GlanceView,
    LedgerView,
    NoticeView,
    PhaseView,
    PosterView,
    Sheet,
    Sourced,
    Speech,
    StandingView,
    StepView,
    StopView,
    both,
)
from outageplan.render.checklist_words import words
from outageplan.render.outline import Group, Item, Outline, Section, Tone
from outageplan.wording import Text

BOX = "□"
_TONES: dict[str, Tone] = {
    "stopped": "bad",
    "limited": "unsure",
    "unconfirmed": "unsure",
    "resuming": "unsure",
    "unaffected": "good",
    "over": "dim",
    "not_mentioned": "dim",
}


def checklist_outline(sheet: Sheet, speech: Speech) -> Outline:
    """The sheet as sections; the ledger and the poster are its last ones."""
    sections = [
        *(_glance(one, speech) for one in sheet.glances),
        *(_phase(phase, speech) for phase in sheet.phases),
        Section(_one(words("contacts"), speech), tuple(_contacts(one, speech) for one in sheet.contacts)),
        Section(_one(words("notices"), speech), tuple(_notice(one, speech) for one in sheet.notices)),
        *(_poster(one, speech) for one in sheet.posters),
    ]
    if sheet.ledger:
        sections.append(_ledger(sheet.ledger, speech))
    return Outline(
        title=_one(sheet.title, speech),
        lines=tuple(
            f"{label}：{value}" if label[-1:] > "\u2e80" else f"{label}: {value}"
            for fact in sheet.facts
            for label, value in _pairs(fact.label, fact.value, speech)
        )
        + tuple(line for text in sheet.empty for line in both(text, speech)),
        sections=tuple(section for section in sections if section.groups),
        footer=tuple(line for text in sheet.rules for line in both(text, speech)),
    )


def _one(text: Text, speech: Speech) -> str:
    """A heading or label in one line."""
    return " / ".join(both(text, speech))


def _pairs(label: Text, value: Text, speech: Speech) -> Iterator[tuple[str, str]]:
    if speech != "both":
        yield label[speech], value[speech]
    elif both(value, speech) == (value["zh"],):
        yield _one(label, speech), value["zh"]
    else:
        yield label["zh"], value["zh"]
        yield label["en"], value["en"]


def _lines(texts: Iterable[Text], speech: Speech) -> list[str]:
    return [line for text in texts for line in both(text, speech)]


def _item(text: Text, speech: Speech, details: Sequence[str] = (), **rest: str) -> Item:
    """An item whose second language, if any, is its first detail."""
    head, *more = both(text, speech)
    return Item(text=head, details=(*more, *details), **rest)  # type: ignore[arg-type]


def _glance(one: GlanceView, speech: Speech) -> Section:
    title = _one(words("glance"), speech)
    if one.title:
        title = f"{title} · {_one(one.title, speech)}"
    groups = [Group(tuple(_stop(stop, speech) for stop in one.stops))] if one.stops else []
    if one.empty:
        groups.append(Group((_item(one.empty, speech, mark="–"),)))
    groups += [_standing(standing, speech) for standing in one.standings]
    if one.unserved:
        groups.append(
            Group((_item(one.unserved.value, speech),), title=_one(one.unserved.label, speech), mark="–", tone="unsure")
        )
    return Section(title, tuple(groups))


def _stop(stop: StopView, speech: Speech) -> Item:
    label = " ".join(part for part in (stop.letter, _one(stop.stage, speech)) if part)
    details = _lines((stop.begins, stop.returns, *stop.again), speech)
    return _item(stop.title, speech, details, mark="■" if stop.sure else "≈", label=label, source=stop.source)


def _standing(one: StandingView, speech: Speech) -> Group:
    title = _one(one.title, speech)
    if one.letters:
        title += f" · {_one(one.letters, speech)}"
    items = [_item(one.services, speech, source=one.source)]
    items += [_sourced(said, speech) for said in one.says]
    return Group(tuple(items), title=title, mark=one.mark, tone=_TONES[one.answer])


def _sourced(said: Sourced, speech: Speech) -> Item:
    return _item(said.text, speech, mark="·", source=said.source)


def _phase(phase: PhaseView, speech: Speech) -> Section:
    items = [_step(step, speech) for step in (*phase.announced, *phase.practice)]
    if not phase.announced:
        items.insert(0, _item(words("nothing_announced"), speech, mark="–"))
    return Section(_one(phase.title, speech), (Group(tuple(items)),))


def _step(step: StepView, speech: Speech) -> Item:
    lead, text = both(step.lead, speech), both(step.text, speech)
    said = [f"{lead[min(place, len(lead) - 1)]}{_colon(line)}{line}" for place, line in enumerate(text)]
    marker = "" if step.firm else "≈ "
    details = [*said[1:], *(f"{marker}{line}" for line in _lines([step.by] if step.by else [], speech))]
    details += _lines(step.details, speech)
    details += [f"! {line}" for line in _lines(step.warnings, speech)]
    return Item(
        text=said[0],
        mark="×" if step.behind else BOX,
        label=_one(step.behind, speech) if step.behind else "",
        details=tuple(details),
        source=_one(step.source, speech),
        tone="dim" if step.behind else "plain",
    )


def _colon(line: str) -> str:
    return "：" if any(char > "\u2e80" for char in line) else ": "


def _contacts(one: ContactsView, speech: Speech) -> Group:
    items = [_contact(contact, speech) for contact in one.listed]
    if one.others:
        items.append(_item(one.others, speech, mark="–"))
    return Group(tuple(items), title=_one(one.title, speech))


def _contact(one: ContactView, speech: Speech) -> Item:
    phones = ", ".join(one.phones) or (_one(one.missing, speech) if one.missing else "")
    notes = _lines([one.note], speech) if one.note else []
    return Item(text=f"{_one(one.name, speech)}{'：' if speech != 'en' else ': '}{phones}", details=tuple(notes))


def _notice(one: NoticeView, speech: Speech) -> Group:
    items = [_item(one.facts, speech), *(_sourced(note, speech) for note in one.notes)]
    return Group(tuple(items), title=_one(one.title, speech))


def _poster(one: PosterView, speech: Speech) -> Section:
    title = _one(one.title, speech)
    if one.place:
        title = f"{title} · {_one(one.place, speech)}"
    groups = [
        Group(
            tuple(_item(line.text, speech, _lines(line.more, speech), mark="·") for line in part.lines),
            title=_one(part.title, speech),
        )
        for part in one.parts
    ]
    if one.call:
        groups.append(Group(tuple(_contact(who, speech) for who in one.call), title=_one(words("poster_call"), speech)))
    return Section(title, (*groups, Group((_item(one.foot, speech),))))


def _ledger(one: LedgerView, speech: Speech) -> Section:
    """The columns, and a line for each row: a pipe or a file can be printed and filled by hand."""
    head = " | ".join(_one(name, speech) for _, name in one.columns)
    blank = " | ".join("______" for _ in one.columns[1:])
    rows = [Item(text=f"{place:>3} | {blank}") for place in range(1, one.rows + 1)]
    return Section(
        _one(one.title, speech),
        (Group((_item(one.hint, speech), _item(one.begun, speech))), Group(tuple(rows), title=head)),
    )
