"""A fact that a case does not tell and that would change its answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from outageplan.engine.answers import GuidanceKey
from outageplan.wording import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFact:
    """One fact, the option that gives it, and what hangs on it.

    `values` are the ids, codes or boundaries that make the difference, empty where any value does; `asks` completes
    "it depends on"; `services` and `guidance` (ids) are what some value adds, removes or dates otherwise.
    """

    fact: str
    option: str
    asks: Text
    values: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()

    @property
    def text(self) -> Text:
        """The whole sentence, with the option to give."""
        return Text(
            f"答复取决于{self.asks['zh']}：请用 {self.option} 写明",
            f"the answer depends on {self.asks['en']}: give {self.option}",
        )


def guidance_ids(keys: Iterable[GuidanceKey]) -> tuple[str, ...]:
    """The ids of guidance, each once, sorted by notice."""
    return tuple(dict.fromkeys(id for _, id in sorted(keys)))
