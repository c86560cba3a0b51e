"""Every text of a notice or amendment, with the path to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from outageplan.notice.model import Notice
from outageplan.validation.rule import Path, Subject
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.amendment import Amendment


def texts_of(subject: Subject) -> Iterator[tuple[Path, Text]]:
    """The texts of a file that a person reads, in its order of parts."""
    whole: Notice | Amendment | None = subject.notice or subject.amendment
    if whole is None:
        return
    found: list[tuple[Path, Text | None]] = [(("title",), whole.title), (("issuer",), whole.issuer)]
    found += [(("windows", id, "name"), window.name) for id, window in whole.windows.items()]
    found += [(("effects", id, "say"), effect.say) for id, effect in whole.effects.items()]
    found += [(("guidance", id, "say"), guidance.say) for id, guidance in whole.guidance.items()]
    for id, contact in whole.contacts.items():
        found += [(("contacts", id, "name"), contact.name), (("contacts", id, "note"), contact.note)]
    found += [(("notes", id, "say"), note.say) for id, note in whole.notes.items()]
    yield from ((path, text) for path, text in found if text is not None)


def shortened(text: str, most: int = 40) -> str:
    """A text as a message quotes it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
