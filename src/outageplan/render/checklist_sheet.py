"""What stands on a checklist, as words in two languages: the one shape that every format prints."""

from __future__ import annotations

from typing import Literal, NamedTuple

from outageplan.wording import Lang, Text

Speech = Literal["zh", "en", "both"]  # the languages of a sheet: one, or both side by side
Kind = Literal["announced", "practice", "national"]


class Fact(NamedTuple):
    """A label and what stands behind it."""

    label: Text
    value: Text


class Sourced(NamedTuple):
    """A sentence and where it comes from."""

    text: Text
    source: str = ""


class StopView(NamedTuple):
    """One stop: its letter where there are several, what stops, from when, until when and how sure, when to look."""

    letter: str
    stage: Text
    title: Text
    begins: Text
    returns: Text
    sure: bool
    again: tuple[Text, ...]
    source: str


class StandingView(NamedTuple):
    """Services that stand alike: `answer` for styles, a sign, what is said, the services, the letters of the stops."""

    answer: str
    mark: str
    title: Text
    services: Text
    letters: Text | None
    says: tuple[Sourced, ...]
    source: str


class GlanceView(NamedTuple):
    """The answer for one pool; `title` is its name where the sheet has several. `empty` is said where nothing stops."""

    title: Text | None
    empty: Text | None
    stops: tuple[StopView, ...]
    standings: tuple[StandingView, ...]
    unserved: Fact | None


class StepView(NamedTuple):
    """One line to tick. `by` is a deadline or the stop itself; `behind` says why it can no longer be done, if so."""

    kind: Kind
    lead: Text
    text: Text
    by: Text | None
    firm: bool
    behind: Text | None
    details: tuple[Text, ...]
    warnings: tuple[Text, ...]
    source: Text


class PhaseView(NamedTuple):
    """The steps of one phase, those announced and good practice apart."""

    id: str
    title: Text
    announced: tuple[StepView, ...]
    practice: tuple[StepView, ...]


class ContactView(NamedTuple):
    """Whom to call: a name, numbers (`missing` says that none is printed), and a remark."""

    name: Text
    phones: tuple[str, ...]
    missing: Text | None
    note: Text | None


class ContactsView(NamedTuple):
    """The contacts of one notice."""

    title: Text
    listed: tuple[ContactView, ...]
    others: Text | None


class NoticeView(NamedTuple):
    """A notice behind the sheet: its title, how it stands, and what a reader must know."""

    title: Text
    facts: Text
    notes: tuple[Sourced, ...]


class LedgerView(NamedTuple):
    """A table to fill by hand: a title, a remark, the columns as (id, name), and how many empty rows."""

    title: Text
    hint: Text
    begun: Text
    columns: tuple[tuple[str, Text], ...]
    rows: int


class PosterLine(NamedTuple):
    """One line of the poster, and what stands out below it: for whom, by when."""

    text: Text
    more: tuple[Text, ...] = ()


class PosterPart(NamedTuple):
    """A heading of the poster and its lines; `id` for styles."""

    id: str
    title: Text
    lines: tuple[PosterLine, ...]


class PosterView(NamedTuple):
    """A poster for patients, for one pool."""

    title: Text
    place: Text | None
    parts: tuple[PosterPart, ...]
    call: tuple[ContactView, ...]
    foot: Text


class Sheet(NamedTuple):
    """A whole checklist."""

    title: Text
    facts: tuple[Fact, ...]
    empty: tuple[Text, ...]
    glances: tuple[GlanceView, ...]
    phases: tuple[PhaseView, ...]
    contacts: tuple[ContactsView, ...]
    notices: tuple[NoticeView, ...]
    rules: tuple[Text, ...]
    ledger: LedgerView | None = None
    posters: tuple[PosterView, ...] = ()


def both(text: Text, speech: Speech) -> tuple[str, ...]:
    """A text in the languages of a sheet: one, or two where both are asked for and they differ."""
    if speech != "both":
        return (text[speech],)
    return tuple(dict.fromkeys(words for words in (text.zh, text.en) if words is not None))


def first(speech: Speech) -> Lang:
    """The language that a sheet begins with."""
    return "en" if speech == "en" else "zh"
