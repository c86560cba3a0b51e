"""What the rules across notices need of each: small and plain, so that thousands fit in memory.

The many small parts are named tuples: they pass between processes at half the cost of data classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from outageplan.notice.model import Notice, Status
from outageplan.notice.moments import Boundary

if TYPE_CHECKING:
    from outageplan.notice.amendment import Amendment


class Span(NamedTuple):
    """One window in time; in an amendment an end that it does not change is None."""

    id: str
    start: Boundary | None
    end: Boundary | None
    repeats: bool = False


class Effected(NamedTuple):
    """One effect: which services, in which windows, and what happens to them; `pools` where it narrows them."""

    id: str
    windows: tuple[str, ...]
    services: tuple[str, ...]
    effect: str
    pools: tuple[str, ...]


class Guided(NamedTuple):
    """One guidance: when, which services, and its texts."""

    id: str
    windows: tuple[str, ...]
    phase: str
    action: str
    services: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A notice, or an amendment where `amends` is given. `published` is aware, in China time."""

    file: str
    id: str
    amends: str | None
    status: str | None
    published: datetime | None
    pools: tuple[str, ...]
    windows: tuple[Span, ...]
    effects: tuple[Effected, ...] = ()
    guidance: tuple[Guided, ...] = ()

    def window(self, id: str) -> Span | None:
        """The window with that id."""
        return next((span for span in self.windows if span.id == id), None)


def summary_of(notice: Notice, file: str) -> Summary:
    """The summary of a notice."""
    return Summary(
        file=file,
        id=notice.id,
        amends=None,
        status=notice.status.value,
        published=notice.published.as_start() if notice.published else None,
        pools=notice.pools,
        windows=tuple(
            Span(id=id, start=window.start, end=window.end, repeats=window.repeat is not None)
            for id, window in notice.windows.items()
        ),
        effects=tuple(
            Effected(
                id=id,
                windows=notice.windows_of(entry),
                services=entry.services,
                effect=entry.effect.value,
                pools=entry.pools,
            )
            for id, entry in notice.effects.items()
        )
        if notice.status is not Status.CANCELLED
        else (),
        guidance=tuple(
            Guided(
                id=id,
                windows=notice.windows_of(entry),
                phase=entry.phase.value,
                action=entry.action,
                services=entry.services,
                texts=tuple(text for text in (entry.say.zh, entry.say.en) if text),
            )
            for id, entry in notice.guidance.items()
        ),
    )


def summary_of_amendment(amendment: Amendment, file: str) -> Summary:
    """The summary of an amendment: the boundaries that it changes."""
    return Summary(
        file=file,
        id=amendment.id,
        amends=amendment.amends,
        status=amendment.status.value if amendment.status else None,
        published=amendment.published.as_start(),
        pools=amendment.pools or (),
        windows=tuple(Span(id=id, start=window.start, end=window.end) for id, window in amendment.windows.items()),
    )
