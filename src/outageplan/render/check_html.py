"""A plan as one page of HTML, with nothing to fetch and nothing to run."""

from __future__ import annotations

from collections.abc import Sequence

from outageplan.render.html import page
from outageplan.render.outline import Outline
from outageplan.render.words import word
from outageplan.wording import Lang


def check_html(outlines: Sequence[Outline], lang: Lang) -> str:
    """The outlines of plans (see `check_outline`) as a whole page in their language."""
    return page("board/check.html", lang=lang, outlines=outlines, why=word("because", lang))
