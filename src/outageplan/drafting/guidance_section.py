"""The guidance of a draft in the project's own words, the contacts, and the notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from outageplan.catalog.services import services
from outageplan.drafting import vocabulary as say
from outageplan.drafting.drafted import Value
from outageplan.drafting.guidance import Told
from outageplan.drafting.phrasing import guidance_text
from outageplan.drafting.times import Sure
from outageplan.drafting.writing import Writer, free, worded
from outageplan.notice.model import Effect
from outageplan.notice.moments import Boundary, BoundaryKind, Deadline
from outageplan.wording import Text


def write_guidance(writer: Writer) -> None:
    guidance: dict[str, Value] = {}
    for read in writer.parts.told:
        told, windows = _in_time(writer, read, _windows_of(writer, read))
        deadline = told.due.as_deadline(windows[0]) if told.due else None
        not_before = told.not_before.as_deadline(windows[0]) if told.not_before else None
        name = free(told.action.replace("_", "-"), guidance)
        part: dict[str, Value] = {"for": list(told.roles)}
        if len(windows) < len(writer.names):
            part["in"] = windows
        part |= {"phase": told.phase, "services": list(told.services), "action": told.action}
        if deadline:
            part["deadline"] = str(deadline)
        if not_before:
            part["not_before"] = str(not_before)
        text = guidance_text(told.action, told.services, deadline, not_before)
        part["say"] = {"zh": text["zh"], "en": text["en"]}
        part["clause"] = writer.clause(told.start)
        guidance[name] = part
        _guidance_items(writer, told, name, deadline)
    if guidance:
        writer.tree["guidance"] = guidance


# what is done once the stop has begun instead of what would have been done before it
_LATER = {
    "settle_before": "resettle_at_provider",
    "pay_before": "normal_collection",
    "complete_before": "file_later",
    "stock_up": "keep_receipts",
}


def _in_time(writer: Writer, told: Told, windows: list[str]) -> tuple[Told, list[str]]:
    """What is to be done before a stop, with the windows that begin after its deadline; else it is for later."""
    due = told.due
    if told.phase != "before" or due is None:
        return told, windows
    later = replace(told, phase="after", action=_LATER.get(told.action, told.action))
    if due.moment is None:
        ahead = due.anchor == "stop" and due.direction == "before"
        return (told, windows) if ahead else (later, windows)
    starts = {name: span.start for name, span in zip(writer.names, writer.parts.spans, strict=False)}
    moment = due.moment.as_end() if due.moment.hour_stated else due.moment.as_start() + timedelta(minutes=1)
    fitting = [name for name in windows if _begins_after(starts.get(name), moment)]
    return (told, fitting) if fitting else (later, windows)


def _begins_after(start: Boundary | None, moment: datetime) -> bool:
    """Whether a window may still be ahead at a moment; one without a date may be."""
    at = start.as_end() if start and start.kind is not BoundaryKind.NOT_BEFORE else None
    return at is None or at >= moment


def _guidance_items(writer: Writer, told: Told, name: str, deadline: Deadline | None) -> None:
    path = ("guidance", name)
    because = Text("按业务判断要办的事", "what to do is told from the services") if told.assumed else None
    writer.item("guidance", path, told.action, (told.start, told.end), Sure.INFERRED, because)
    if deadline and told.due_event:
        found = told.due_event.found
        writer.item("deadline", (*path, "deadline"), str(deadline), (found.start, found.end), found.sure, found.because)
        for problem in found.problems:
            writer.todo((*path, "deadline"), f"{problem['en']} / {problem['zh']}")
            writer.remark("contradiction", problem["zh"], problem["en"], found.start)


def _windows_of(writer: Writer, told: Told) -> list[str]:
    """The windows that stop what the guidance is about, else all of them."""
    if len(writer.names) == 1:
        return list(writer.names)
    leaves = {leaf.id for id in told.services for leaf in services().leaves_of(id)}
    found: dict[int, None] = {}
    for entry in writer.parts.entries:
        if entry.effect is not Effect.UNAFFECTED and any(
            services().covers(id, leaf) for id in entry.ids for leaf in leaves
        ):
            found.update(dict.fromkeys(entry.spans or range(len(writer.names))))
    return [writer.names[number] for number in found] or list(writer.names)


def write_contacts(writer: Writer) -> None:
    contacts: dict[str, Value] = {}
    for number, contact in enumerate(writer.parts.contacts, start=1):
        id = f"contact-{number}"
        name = worded(contact.name) if contact.name else {"zh": "咨询电话", "en": "enquiries"}
        part: dict[str, Value] = {"name": name, "phones": list(contact.phones)}
        if contact.services:
            part["services"] = list(contact.services)
        if contact.clause:
            part["clause"] = contact.clause
        contacts[id] = part
        writer.item("contact", ("contacts", id), ", ".join(contact.phones), (contact.start, contact.end))
    if contacts:
        writer.tree["contacts"] = contacts


def write_notes(writer: Writer) -> None:
    article = writer.parts.article
    notes: dict[str, Value] = {}
    if writer.parts.stops and (found := say.CAVEAT.search(article.text)):
        notes["earlier-or-later"] = {
            "say": {
                "zh": "公告称时间可能提前或延后，以后续发布为准。",
                "en": "The announcement says that times may move; what is published later holds.",
            },
            "clause": writer.clause(found.start()),
        }
        writer.used.add(found.start())
    if event := say.EVENT_RETURN.search(article.text) if writer.parts.stops else None:
        notes["return-after-an-event"] = {
            "say": {
                "zh": "公告称恢复要在某项工作完成之后，见原文。",
                "en": "The announcement ties the return to something that must be done first; see its words.",
            },
            "clause": writer.clause(event.start()),
        }
    if notes:
        writer.tree["notes"] = notes
