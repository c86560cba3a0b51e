"""A poster for patients: what does not work, what does, until when, what to do and to keep, by when, whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.practices import practices
from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.checklist import Checklist
from outageplan.engine.checklist_glance import Answer, Glance, Standing
from outageplan.engine.guidance import Instruction
from outageplan.engine.phrases import instant_text
from outageplan.engine.plan import Plan, in_order
from outageplan.notice.model import Phase
from outageplan.render.check_common import condition
from outageplan.render.checklist_glance import again_texts, begins_text, pool_text, returns_text
from outageplan.render.checklist_sheet import ContactView, PosterLine, PosterPart, PosterView
from outageplan.render.checklist_words import filled, words
from outageplan.wording import Text, joined

_PARTS = {
    "not": (Answer.STOPPED,),
    "limited": (Answer.LIMITED,),
    "unsure": (Answer.UNCONFIRMED, Answer.RESUMING),
    "works": (Answer.UNAFFECTED,),
    "unsaid": (Answer.NOT_MENTIONED,),
}
_KEEP = ("keep_receipts", "bring_card")


def posters(checklist: Checklist) -> Iterator[PosterView]:
    """A poster for each pool in which something stops."""
    for place, one in enumerate(checklist.glances):
        if not one.stops:
            continue
        patients = checklist.patients[place] if checklist.patients else one.plan
        yield PosterView(
            title=words("poster"),
            place=pool_text(one.pool) if one.pool else None,
            parts=tuple(part for part in _parts(one, patients, checklist) if part.lines),
            call=tuple(_to_call(checklist)),
            foot=_foot(one, checklist),
        )


def _parts(one: Glance, patients: Plan, checklist: Checklist) -> Iterator[PosterPart]:
    for id, answers in _PARTS.items():
        names = [names for standing in one.standings if standing.answer in answers if (names := _names(standing))]
        if id == "works" and not names:
            names = [words("poster_nothing_works")]
        yield PosterPart(id, words(f"poster_{id}"), tuple(map(PosterLine, names)))
    yield PosterPart("until", words("poster_until"), tuple(_until(one, checklist)))
    yield PosterPart("do", words("poster_do"), tuple(_to_do(patients, checklist)))
    yield PosterPart("keep", words("poster_keep"), tuple(map(PosterLine, _to_keep(patients))))


def _names(standing: Standing) -> Text | None:
    """The services that patients themselves use."""
    leaves = [leaf.id for service in standing.services for leaf in _leaves(service) if "insured" in leaf.roles]
    return joined([service.name for service in services().summed_up(leaves)], en="; ") if leaves else None


def _leaves(service: Service) -> tuple[Service, ...]:
    return services().leaves_of(service.id)


def _until(one: Glance, checklist: Checklist) -> Iterator[PosterLine]:
    for stop in one.stops:
        begins, returns = begins_text(stop), returns_text(stop)
        both = Text(f"{begins['zh']}；{returns['zh']}", f"{begins['en']}; {returns['en']}")
        yield PosterLine(both, tuple(again_texts(stop, checklist)))


def _to_do(patients: Plan, checklist: Checklist) -> Iterator[PosterLine]:
    """What the notices tell patients to do that concerns this place, or carries a deadline that is still ahead."""
    ahead = [line for line in patients.guidance if _is_ahead(line, patients)]
    dated = in_order(line for line in ahead if line.due)
    for line in (*dated, *(line for line in ahead if not line.due and _is_here(line, checklist.role))):
        yield _told(line)


def _is_ahead(line: Instruction, plan: Plan) -> bool:
    return not (line.due and line.due.passed(plan.case.at)) and (
        actions()[line.action].remedy and line.action not in _KEEP
    )


def _is_here(line: Instruction, role: str) -> bool:
    """Whether a line is about a service that patients get here, for all of them: inpatients are told at the ward."""
    leaves = [leaf for id in line.services for leaf in services().leaves_of(id)]
    return line.phase is not Phase.BEFORE and any(
        role in leaf.roles and leaf.id.startswith("settlement.") and not leaf.id.endswith(".inpatient")
        for leaf in leaves
    )


def _told(line: Instruction) -> PosterLine:
    """What to do; below it for whom, and by when with how sure that is."""
    more = (condition(line), filled("by", when=line.due.text()) if line.due else None)
    return PosterLine(line.text, tuple(text for text in more if text))


def _to_keep(patients: Plan) -> Iterator[Text]:
    """What the notices tell people to keep, else what good practice does, which says so."""
    kept = [line.text for line in patients.guidance if line.action in _KEEP]
    yield from kept
    if not kept:
        for practice in practices():
            if practice.id == "keep-papers":
                mark = words("practice")
                yield Text(f"{practice.text['zh']}（{mark['zh']}）", f"{practice.text['en']} ({mark['en']})")


def _to_call(checklist: Checklist) -> Iterator[ContactView]:
    """The site itself, then whom the notices name for its services; everybody where they name nobody for these."""
    site = checklist.site
    if site and site.telephone:
        yield ContactView(site.name, (site.telephone,), None, None)
    named = [contact for found in checklist.contacts for contact in found.listed if contact.phones]
    for contact in [contact for contact in named if contact.services] or named:
        yield ContactView(contact.name, contact.phones, None, None)


def _foot(one: Glance, checklist: Checklist) -> Text:
    ids = ", ".join(standing.notice.id for standing in one.plan.notices)
    who = checklist.site.name if checklist.site else Text("________", "________")
    return filled("poster_from", notices=ids, who=who, at=instant_text(checklist.case.at))
