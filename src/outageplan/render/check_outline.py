"""A plan in the order in which people need it: now and next, services, what to do, deadlines, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.case import EVENT_WORDS
from outageplan.engine.phrases import instant_text, moment_text, published_text
from outageplan.engine.plan import Plan
from outageplan.notice.model import Notice
from outageplan.render.check_common import source
from outageplan.render.check_guidance import deadlines_section, guidance_section, refused_section, running_section
from outageplan.render.check_headline import headline_section
from outageplan.render.check_open import open_section
from outageplan.render.check_services import left_out_section, not_listed_section, services_section
from outageplan.render.outline import Group, Item, Outline, Section
from outageplan.render.words import word
from outageplan.wording import Lang, joined

if TYPE_CHECKING:
    from outageplan.notice.site import Site


def check_outline(
    plan: Plan, lang: Lang, *, why: bool = False, occurrences: int = 0, site: Site | None = None
) -> Outline:
    """The plan as sections in one language; with `why` every line carries its reasons.

    `occurrences` of every repeating window are listed; `site` is who asks.
    """
    sections = (
        [
            _next(plan, lang, why=why),
            _notices(plan, lang),
        ]
        if plan.next is not None
        else [
            headline_section(plan, lang),
            *([_occurrences(plan, lang, occurrences)] if occurrences else []),
            services_section(plan, lang, why=why),
            *([not_listed_section(plan, lang), left_out_section(plan, lang)] if why else []),
            open_section(plan, lang),
            guidance_section(plan, lang, why=why),
            *([refused_section(plan, lang)] if why else []),
            deadlines_section(plan, lang, why=why),
            running_section(plan, lang, why=why),
            _contacts(plan, lang),
            _notices(plan, lang),
        ]
    )
    return Outline(
        title=word("title", lang).format(at=instant_text(plan.case.at)[lang]),
        lines=tuple(_asked(plan, site, lang)),
        sections=tuple(section for section in sections if section.groups),
        footer=(word("legend", lang),) if plan.notices else (),
    )


def _next(plan: Plan, lang: Lang, *, why: bool) -> Section:
    from outageplan.render.check_next import next_section  # only where it is asked for

    return next_section(plan, lang, why=why)


def _occurrences(plan: Plan, lang: Lang, count: int) -> Section:
    from outageplan.render.check_occurrences import occurrences_section  # only where it is asked for

    return occurrences_section(plan, lang, count)


def _asked(plan: Plan, site: Site | None, lang: Lang) -> Iterator[str]:
    """What was asked for, where anything was, and by whom."""
    case = plan.case
    colon = word("colon", lang)
    if site:
        yield f"{word('site', lang)}{colon}{site.name[lang]}"
    for key, code in (("insured_at", case.insured_at), ("treated_at", case.treated_at)):
        if code:
            yield f"{term('place', key)[lang]}{colon}{pools()[code].name[lang]} ({code})"
    if case.role:
        yield f"{word('role', lang)}{colon}{roles()[case.role].name[lang]}"
    if case.services:
        yield f"{word('services', lang)}{colon}{joined([services()[id].name for id in case.services])[lang]}"
    if case.scheme:
        yield f"{word('scheme', lang)}{colon}{term('scheme', case.scheme)[lang]}"
    if case.patient is not None:
        facts = joined([term("patient", fact) for fact in case.patient])[lang]
        yield f"{word('patient', lang)}{colon}{facts or word('no_fact', lang)}"
    for event, key in EVENT_WORDS.items():
        if told := case.events.get(event):
            yield f"{word(key, lang)}{colon}{moment_text(told)[lang]}"
    if case.known_at:
        yield word("known_at", lang).format(at=instant_text(case.known_at)[lang])


def _contacts(plan: Plan, lang: Lang) -> Section:
    groups = []
    for standing in plan.notices:
        rows = [
            Item(
                text=f"{contact.name[lang]}{word('colon', lang)}{', '.join(contact.phones) or word('no_phone', lang)}",
                details=(contact.note[lang],) if contact.note and contact.phones else (),
            )
            for contact in standing.notice.contacts.values()
            if _is_about(contact.services, plan)
        ]
        if rows:
            title = (standing.notice.issuer or standing.notice.title)[lang]
            groups.append(Group(title=title, items=tuple(rows)))
    return Section(title=word("contacts", lang), groups=tuple(groups))


def _is_about(named: Sequence[str], plan: Plan) -> bool:
    """Whether a contact answers for a service that was asked for; one without services answers for all."""
    asked = [leaf.id for id in plan.case.services for leaf in services().leaves_of(id)]
    return not named or not asked or any(services().covers(id, leaf) for id in named for leaf in asked)


def _amended(notice: Notice, lang: Lang) -> Iterator[str]:
    """How often a notice was amended, and when last."""
    if changes := notice.changes:
        last = changes[-1].amendment
        key = "amended_once" if len(changes) == 1 else "amended"
        when = published_text(last.published)[lang]
        yield word(key, lang).format(count=len(changes), when=when, id=last.id)


def _notices(plan: Plan, lang: Lang) -> Section:
    groups = []
    for standing in plan.notices:
        notice = standing.notice
        published = word("undated", lang)
        if notice.published:
            published = word("published", lang).format(when=published_text(notice.published)[lang])
        facts = [
            term("status", notice.status)[lang],
            term("notice", standing.state)[lang],
            published,
            *_amended(notice, lang),
            *([notice.issuer[lang]] if notice.issuer else []),
        ]
        items = [Item(text=" · ".join(facts))]
        if plan.case.notices or len(plan.notices) == 1:
            items += [
                Item(text=note.say[lang], mark="·", source=source("", note.clause, plan))
                for note in notice.notes.values()
            ]
        elif notice.notes:
            items.append(Item(text=word("more_notes", lang).format(count=len(notice.notes), id=notice.id), mark="·"))
        items += [
            Item(text=word("found_elsewhere", lang).format(source=source.title or source.url or id), mark="≈")
            for id, source in notice.sources.items()
            if source.origin == "found_elsewhere"
        ]
        groups.append(Group(title=f"{notice.title[lang]} [{notice.id}]", items=tuple(items)))
    return Section(title=word("notices", lang), groups=tuple(groups))
