"""A sheet as the data of a typst document: its template writes every string as text, none of it is markup."""

from __future__ import annotations

import re
from typing import Any

from outageplan.render.checklist_sheet import Sheet, Speech
from outageplan.render.checklist_words import words
from outageplan.render.html import spoken
from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

TEMPLATE = "checklist.typ"
_WORD = re.compile(r"[^\s\u2e80-\uffef]{41,}")  # narrow characters without a blank: nothing lets a line end in them
_ROOM = "\u200b"  # a blank without width, which does
_WHOLE = 1500  # how many characters may hold together on a page; a page holds about 3000


def checklist_data(sheet: Sheet, speech: Speech) -> dict[str, Any]:
    """The sheet for the template `checklist.typ`: what a JSON document can hold.

    A text is a list of `{lang, text}`, one for each language of the sheet. `whole` tells that a part fits on a page.
    """
    languages: tuple[Lang, ...] = ("zh", "en") if speech == "both" else (speech,)
    shown = _Shown(languages)
    made: dict[str, Any] = shown.of(sheet)
    made["languages"] = list(languages)
    made["name"] = shown.line(sheet.title[languages[0]])
    made["words"] = {key: shown.of(words(key)) for key in ("glance", "nothing_announced", "contacts", "notices")}
    made["words"]["call"] = shown.of(words("poster_call"))
    return made


class _Shown:
    """Values made fit for print, for the languages of a sheet."""

    def __init__(self, languages: tuple[Lang, ...]) -> None:
        self.languages = languages

    def of(self, value: object) -> Any:
        """A value as JSON has it."""
        if isinstance(value, Text):
            return [self._spoken(value, lang) for lang in self.languages]
        if isinstance(value, str):
            return self.line(value)
        if isinstance(value, tuple) and hasattr(value, "_asdict"):
            made = {key: self.of(one) for key, one in value._asdict().items()}
            return made | {"whole": _length(made) < _WHOLE * len(self.languages)}
        return [self.of(one) for one in value] if isinstance(value, tuple) else value

    def line(self, text: str) -> str:
        """One line that can be broken: hidden characters shown, room inside words that are longer than any."""
        return _WORD.sub(lambda found: _ROOM.join(re.findall(".{1,12}", found[0])), plain(text))

    def _spoken(self, text: Text, lang: Lang) -> dict[str, str]:
        ((tag, told),) = spoken(text, lang)
        return {"lang": tag[:2], "text": self.line(told)}


def _length(value: object) -> int:
    """How many characters stand in a value."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_length(one) for one in value.values())
    return sum(_length(one) for one in value) if isinstance(value, list) else 0
