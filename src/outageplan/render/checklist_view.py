"""From a checklist to the words on its sheet."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.checklist import Checklist, Contacts
from outageplan.engine.phrases import instant_text, published_text
from outageplan.engine.plan import NoticeStanding
from outageplan.notice.model import Notice, Phase, Status
from outageplan.render.checklist_glance import glance_view, pool_text
from outageplan.render.checklist_poster import posters
from outageplan.render.checklist_sheet import (
    ContactsView,
    ContactView,
    Fact,
    LedgerView,
    NoticeView,
    Sheet,
    Sourced,
)
from outageplan.render.checklist_steps import phase_view
from outageplan.render.checklist_words import filled, words
from outageplan.wording import Text, joined

_COLUMNS = ("no", "name", "birth", "number", "item", "quantity", "amount", "time", "signature", "rerun")


def sheet(checklist: Checklist, *, ledger: int = 0, poster: bool = False) -> Sheet:
    """The sheet, with a ledger of so many rows and a poster where they are asked for."""
    steps = bool(checklist.steps)
    return Sheet(
        title=filled("title", who=roles()[checklist.role].name),
        facts=tuple(_facts(checklist)),
        empty=tuple(_empty(checklist)),
        glances=tuple(glance_view(one, checklist) for one in checklist.glances) if checklist.notices else (),
        phases=tuple(phase_view(phase, checklist) for phase in Phase) if steps else (),
        contacts=tuple(_contacts(found) for found in checklist.contacts),
        notices=tuple(_notice(one) for one in checklist.notices),
        rules=(words("rule_order"), words("rule_again"), words("rule_unsaid")) if checklist.notices else (),
        ledger=_ledger(checklist, ledger) if ledger else None,
        posters=tuple(posters(checklist)) if poster else (),
    )


def _facts(checklist: Checklist) -> Iterator[Fact]:
    case, site = checklist.case, checklist.site
    who = site.name if site else Text("________________", "________________")
    yield Fact(words("prepared_by"), who)
    yield Fact(words("prepared"), instant_text(case.at))
    for key, code in (("insured_at", case.insured_at), ("treated_at", case.treated_at)):
        if code:
            yield Fact(words(key), pool_text(code))
    if site and not case.placed:
        yield Fact(words("pools"), joined([pool_text(code) for code in site.pools]))
    if case.services:
        yield Fact(words("services"), joined([services()[id].name for id in case.services], en="; "))
    if case.patient:
        yield Fact(words("patient"), joined([term("patient", fact) for fact in case.patient]))
    if case.known_at:
        yield Fact(words("known_at"), filled("known_until", at=instant_text(case.known_at)))
    if checklist.notices:
        yield Fact(words("based_on"), joined([_based_on(one.notice) for one in checklist.notices], zh="；", en="; "))


def _based_on(notice: Notice) -> Text:
    """A notice in a word: who issued it, its id, and its status where it is not simply in force."""
    issuer, status = notice.issuer or notice.title, term("status", notice.status)
    zh, en = f"{issuer['zh']} [{notice.id}]", f"{issuer['en']} [{notice.id}]"
    if notice.status is Status.CONFIRMED:
        return Text(zh, en)
    return Text(f"{zh}（{status['zh']}）", f"{en} ({status['en']})")


def _empty(checklist: Checklist) -> Iterator[Text]:
    """What is said where no notice was selected, and which are nearest."""
    if checklist.notices:
        return
    yield words("no_notice")
    for one in checklist.nearest:
        title = one.notice.title
        state = term("notice", one.state)
        what = Text(
            f"{title['zh']} [{one.notice.id}]（{state['zh']}）", f"{title['en']} [{one.notice.id}] ({state['en']})"
        )
        yield filled("nearest", what=what)


def _contacts(found: Contacts) -> ContactsView:
    others = filled("other_contacts", count=found.others, id=found.notice.id) if found.others else None
    return ContactsView(
        title=found.notice.issuer or found.notice.title,
        listed=tuple(
            ContactView(
                name=contact.name,
                phones=contact.phones,
                missing=None if contact.phones else words("no_phone"),
                note=contact.note,
            )
            for contact in found.listed
        ),
        others=others,
    )


def _notice(one: NoticeStanding) -> NoticeView:
    notice = one.notice
    published = filled("published", when=published_text(notice.published)) if notice.published else words("undated")
    facts = filled(
        "notice_facts",
        id=notice.id,
        status=term("status", notice.status),
        state=term("notice", one.state),
        published=published,
    )
    amended = _amended(notice)
    return NoticeView(
        title=notice.title,
        facts=Text(facts["zh"] + amended["zh"], facts["en"] + amended["en"]),
        notes=tuple(Sourced(note.say, note.clause or "") for note in notice.notes.values()),
    )


def _amended(notice: Notice) -> Text:
    if not notice.changes:
        return Text("", "")
    last = notice.changes[-1].amendment
    key = "amended_once" if len(notice.changes) == 1 else "amended"
    return filled(key, count=len(notice.changes), when=published_text(last.published), id=last.id)


def _ledger(checklist: Checklist, rows: int) -> LedgerView:
    key = "ledger_hospital" if checklist.role == "hospital" else "ledger"
    return LedgerView(
        title=words(key),
        hint=words("ledger_hint"),
        begun=words("ledger_from"),
        columns=tuple((id, words(f"column_{id}")) for id in _COLUMNS),
        rows=rows,
    )
