"""A sheet as one page of HTML that runs nothing, fetches nothing and prints on A4."""

from __future__ import annotations

from outageplan.render.checklist_sheet import Sheet, Speech
from outageplan.render.checklist_words import words
from outageplan.render.html import page


def checklist_html(sheet: Sheet, speech: Speech) -> str:
    """The page as text, which ends in a newline."""
    languages = ("zh", "en") if speech == "both" else (speech,)
    return page("checklist.html", sheet=sheet, lang=languages[0], languages=languages, words=words)
