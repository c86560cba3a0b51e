"""The values that an amendment changes, as people read them: boundaries, services, roles, wordings, whole parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.changes import Changed
from outageplan.notice.model import Condition, Contact, Guidance, Note, Notice, ServiceEffect, Source, Window
from outageplan.notice.moments import Boundary
from outageplan.render.check_common import boundary_words
from outageplan.render.words import word
from outageplan.wording import Lang, Text, joined


def value_words(changed: Changed, value: object, notice: Notice, lang: Lang) -> str:
    """One value of a change in words; `notice` is the one that it stands in."""
    if isinstance(value, Boundary):
        return boundary_words(notice, value, lang, end=changed.key == "end")
    return _text(changed.key, value, notice, lang)[lang]


def window_words(notice: Notice, window: Window, lang: Lang) -> tuple[str, str]:
    """When a window begins and when service returns."""
    begins = word("from", lang).format(when=boundary_words(notice, window.start, lang))
    return begins, word("return", lang).format(when=boundary_words(notice, window.end, lang, end=True))


def _text(key: str, value: object, notice: Notice, lang: Lang) -> Text:
    match value:
        case Text():
            return value
        case Window():
            told = "；" if lang == "zh" else "; "
            return _same(told.join(window_words(notice, value, lang)))
        case ServiceEffect():
            return _joined_with_colon(term("effect", value.effect), _named(services(), value.services))
        case Guidance():
            return _joined_with_colon(actions()[value.action].name, value.say)
        case Contact():
            return _joined_with_colon(value.name, _same(", ".join(value.phones))) if value.phones else value.name
        case Note():
            return value.say
        case Source():
            return _same(value.title or value.url or value.file or value.language)
        case Condition():
            return _condition(value)
        case _:
            return _plain(key, value)


def _plain(key: str, value: object) -> Text:
    """A word or a list of words, by name where the catalog has them."""
    if isinstance(value, tuple):
        return _LISTS[key](value) if key in _LISTS else _same(", ".join(str(one) for one in value))
    if key == "action":
        return actions()[str(value)].name
    return term(key, str(value)) if key in _TERMS else _same(str(value))


def _condition(when: Condition) -> Text:
    found = [
        Text(word(f"{key}_{value}", "zh"), word(f"{key}_{value}", "en"))
        for key in ("insured", "treated", "admitted", "discharged")
        if (value := getattr(when, key))
    ]
    if when.patient:
        found.append(joined([term("patient", fact) for fact in when.patient], zh="或", en=" or "))
    return joined(found, zh="；", en="; ") if found else Text("所有人", "everybody")


def _named(catalog: Mapping[str, object], ids: Iterable[str]) -> Text:
    return joined([getattr(catalog[id], "name", _same(id)) for id in ids], en="; ")


def _joined_with_colon(one: Text, other: Text) -> Text:
    return Text(f"{one['zh']}：{other['zh']}", f"{one['en']}: {other['en']}")


def _same(text: str) -> Text:
    return Text(text, text)


_TERMS = ("status", "effect", "resume", "phase")
_LISTS: Mapping[str, Callable[[tuple[str, ...]], Text]] = MappingProxyType(
    {
        "services": lambda ids: _named(services(), ids),
        "pools": lambda ids: _named(pools(), ids),
        "for": lambda ids: _named(roles(), ids),
        "schemes": lambda ids: joined([term("scheme", id) for id in ids]),
    }
)
