"""What of a plan an answer is: how services stand, which guidance is given, and when its deadlines fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outageplan.engine.availability import Availability
from outageplan.engine.deadlines import DueDate
from outageplan.engine.guidance import Instruction

GuidanceKey = tuple[str, str]  # the notice's id, the guidance's
Due = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, in a shape that two cases can be compared by; reasons and words are no part of it."""

    services: Mapping[str, tuple[object, ...]]
    guidance: Mapping[GuidanceKey, Due]

    def services_unlike(self, other: Answer) -> set[str]:
        """The services that stand otherwise in another answer."""
        return {id for id, _ in self.services.items() ^ other.services.items()}

    def guidance_unlike(self, other: Answer) -> set[GuidanceKey]:
        """The guidance that another answer lacks, adds or dates otherwise."""
        return {key for key, _ in self.guidance.items() ^ other.guidance.items()}


def answer_of(lines: Iterable[Availability], given: Iterable[Instruction]) -> Answer:
    """The answer that these lines of a plan give."""
    return Answer(
        {line.service.id: (line.effect, line.state, line.until, line.until_end) for line in lines},
        {(one.notice.id if one.notice else "", one.id): due_of(one.due, one.not_before) for one in given},
    )


def due_of(*dates: DueDate | None) -> Due:
    """When deadlines fall and how sure that is."""
    return tuple(date and (date.at, date.last_day, date.kind) for date in dates)
