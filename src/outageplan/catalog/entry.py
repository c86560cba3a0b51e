"""What every catalog has in common: entries with an id, names in both languages, and how to find one by any of them."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Mapping, ValuesView
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import yaml

from outageplan.errors import UnknownNameError
from outageplan.wording import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in a catalog: its stable id, its name, other words for it, and its former ids."""

    id: str
    name: Text
    synonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """Everything that a person may type to mean this entry."""
        return (self.id, self.name["zh"], self.name["en"], *self.synonyms, *self.aliases)


E = TypeVar("E", bound=Entry)


@functools.cache
def folded(word: str) -> str:
    """A word as it is compared: no case, accents, blanks or apostrophes; full-width letters made narrow."""
    narrow = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in narrow if not (unicodedata.combining(c) or c.isspace() or c in "'’‘“”\"·-_"))


class Catalog(Mapping[str, E], Generic[E]):
    """Entries by id, in the order of the file; `find` takes an id, a former id or a name in either language."""

    def __init__(self, kind: Text, entries: Iterable[E]) -> None:
        self.kind = kind
        self._entries = MappingProxyType({entry.id: entry for entry in entries})
        self._current = {alias: entry.id for entry in self._entries.values() for alias in entry.aliases}

    def __getitem__(self, key: str) -> E:
        return self._entries[key]

    def __iter__(self) -> Any:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def values(self) -> ValuesView[E]:
        """The entries, in the order of the file; the view that `Mapping` has would look up each by its id."""
        return self._entries.values()

    def by_id(self, key: str) -> E:
        """The entry with that id or former id. Raises `UnknownNameError`, which names the nearest ids."""
        found = self._entries.get(self._current.get(key, key))
        if found is None:
            raise self._unknown(key)
        return found

    def find(self, word: str) -> E:
        """The one entry that `word` means. Raises `UnknownNameError` when it means none, or several."""
        if word in self._entries or word in self._current:
            return self.by_id(word)
        found = self._named(folded(word))
        if not found:
            raise self._unknown(word)
        if len(found) > 1:
            raise self._ambiguous(word, found)
        return found[0]

    def search(self, words: Iterable[str]) -> list[E]:
        """The entries in which every one of `words` occurs, in any of their names."""
        wanted = [folded(word) for word in words]
        haystacks = ((entry, "\n".join(map(folded, entry.words()))) for entry in self._entries.values())
        return [entry for entry, text in haystacks if all(word in text for word in wanted)]

    def nearest(self, word: str, most: int = 3) -> list[E]:
        """The entries whose names look most like `word`; empty when none does."""
        import difflib  # only for words that are not known

        key = folded(word)
        index = self._index
        names = difflib.get_close_matches(key, index, n=most * 3, cutoff=0.6)
        names += [name for name in index if len(key) > 1 and name not in names and (key in name or name in key)]
        return list({entry.id: entry for name in names for entry in index[name]}.values())[:most]

    @functools.cached_property
    def _index(self) -> dict[str, list[E]]:
        index: dict[str, list[E]] = {}
        for entry in self._entries.values():
            for name in {folded(word) for word in entry.words()}:
                index.setdefault(name, []).append(entry)
        return index

    def _named(self, key: str) -> list[E]:
        found = self._index.get(key, [])
        titled = [entry for entry in found if key in (folded(entry.name["zh"]), folded(entry.name["en"]))]
        return titled if len(titled) == 1 else found

    def _unknown(self, word: str) -> UnknownNameError:
        bare = Text(f"没有名为“{word}”的{self.kind['zh']}", f"there is no {self.kind['en']} called `{word}`")
        return UnknownNameError(bare, self.kind["en"], lambda: self._suggestion(word))

    def _suggestion(self, word: str) -> Text | None:
        near = self.nearest(word)
        if not near:
            return None
        zh = "；您要找的是不是 " + "、".join(f"{e.id}（{e.name['zh']}）" for e in near) + "？"
        en = "; did you mean " + " or ".join(f"`{e.id}` ({e.name['en']})" for e in near) + "?"
        return Text(zh, en)

    def _ambiguous(self, word: str, found: list[E]) -> UnknownNameError:
        zh = f"“{word}”可以指多个{self.kind['zh']}：" + "、".join(f"{e.id}（{e.name['zh']}）" for e in found)
        en = f"`{word}` can mean several: " + ", ".join(f"`{e.id}` ({e.name['en']})" for e in found)
        return UnknownNameError(Text(zh + "；请写代码", en + "; give the id"), self.kind["en"])


def catalog_file(name: str) -> str:
    """The text of a file of reference data that ships with the package."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def catalog_entries(name: str) -> dict[str, dict[str, Any]]:
    """A YAML file of reference data: id to fields, all of them text or lists of text.

    Built from events, which is twice as fast as any loader of PyYAML; every start of the program reads it.
    """
    event = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(catalog_file(name)).get_event
    event(), event()  # the stream and the document start
    found: dict[str, dict[str, Any]] = _value(event(), event)
    return found


def _value(first: Any, event: Callable[[], Any]) -> Any:
    kind = first.__class__
    if kind is yaml.MappingStartEvent:
        data = {}
        while (key := event()).__class__ is not yaml.MappingEndEvent:
            data[key.value] = _value(event(), event)
        return data
    if kind is yaml.SequenceStartEvent:
        items = []
        while (item := event()).__class__ is not yaml.SequenceEndEvent:
            items.append(_value(item, event))
        return items
    return first.value


def named(id: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that every entry has, as `Entry` takes them."""
    return {
        "id": id,
        "name": Text(fields["zh"], fields["en"]),
        "synonyms": tuple(fields.get("synonyms", ())),
        "aliases": tuple(fields.get("aliases", ())),
    }
