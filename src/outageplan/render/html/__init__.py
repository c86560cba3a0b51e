"""Pages: templates in which every value is escaped, every name must be there, and only harmless links are links."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from outageplan.render.plain import plain
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}  # as the `lang` attribute has them
_SCHEMES = ("https", "http", "tel", "mailto")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", re.ASCII)
_BAD = re.compile(r"[\x00-\x20\x7f\\\"<>^`{|}]")


def page(template: str, **values: object) -> str:
    """A template of this folder as text, filled with `values`.

    Whatever is written with `{{ }}` is escaped and shows its control characters and marks of direction as `\\u202e`;
    a name that is not among the values is an error.
    """
    return _environment().get_template(template).render(**values)


def safe_url(url: str) -> str | None:
    """The address if a link to it can do no harm, else None.

    That is an address of the schemes https, http, tel or mailto, or one relative to the page, without blanks and
    controls.
    """
    if not url or _BAD.search(url) or plain(url) != url:
        return None
    if found := _SCHEME.match(url):
        return url if found[1].lower() in _SCHEMES else None
    return None if url.startswith("//") or ":" in url.split("/")[0] else url


def spoken(text: Text, lang: Lang | str) -> list[tuple[str, str]]:
    """A text as (`lang` attribute, words) in the language of a page; in both where that is `both` and they differ.

    A text that lacks the language of the page is in the other one, and says so in its attribute.
    """
    if lang == "both":
        found = [(TAGS[one], words) for one in ("zh", "en") if (words := getattr(text, one)) is not None]
        return found[:1] if len({words for _, words in found}) == 1 else found
    wanted, other = (text.zh, text.en) if lang == "zh" else (text.en, text.zh)
    tags = (TAGS["zh"], TAGS["en"]) if lang == "zh" else (TAGS["en"], TAGS["zh"])
    return [(tags[0], wanted)] if wanted is not None else [(tags[1], other or "")]


def dated(text: str) -> Markup:
    """A text, escaped, in which no line ends inside a date."""
    from markupsafe import Markup, escape

    return Markup(_DATE.sub(r'<span class="date">\g<0></span>', str(escape(_shown(text)))))


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("outageplan.render.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["safe_url"] = safe_url
    made.filters["dated"] = dated
    made.globals["spoken"] = spoken
    made.globals["tags"] = TAGS
    return made


def _shown(value: object) -> object:
    """A value as it may stand on a page: text without hidden characters; a blank at either end remains."""
    if type(value) is not str or not value:  # markup that the templates themselves made is left alone
        return value
    lead = " " if value[0].isspace() else ""
    trail = " " if value[-1].isspace() and len(value) > 1 else ""
    return f"{lead}{plain(value)}{trail}"
