"""Text in two languages: every sentence that a person reads exists in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in Chinese and English; either may be missing (`None`), not both."""

    zh: str | None = None
    en: str | None = None

    def __post_init__(self) -> None:
        if self.zh is None and self.en is None:
            raise ValueError("a text needs zh or en")

    def __getitem__(self, lang: Lang) -> str:
        """The text in `lang`, or in the other language where that one is missing."""
        wanted, other = (self.zh, self.en) if lang == "zh" else (self.en, self.zh)
        return wanted if wanted is not None else other or ""

    def __str__(self) -> str:
        return self["en"]


def joined(parts: list[Text], zh: str = "、", en: str = ", ") -> Text:
    """Several texts as one list, with the separator of each language."""
    return Text(zh=zh.join(part["zh"] for part in parts), en=en.join(part["en"] for part in parts))
