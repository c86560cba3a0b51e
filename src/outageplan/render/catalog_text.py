"""Entries of a catalog for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from outageplan.catalog.entry import Entry
from outageplan.catalog.pools import Pool
from outageplan.catalog.services import Service
from outageplan.render.wrapping import columns, padded
from outageplan.wording import Lang


def catalog_text(entries: Sequence[Entry], lang: Lang) -> str:
    """One line an entry: id, name in the language asked for, name in the other, synonyms; blank-padded columns."""
    other: Lang = "en" if lang == "zh" else "zh"
    rows = [(entry.id, entry.name[lang], entry.name[other], ", ".join(entry.synonyms)) for entry in entries]
    widths = [max((columns(row[place]) for row in rows), default=0) for place in range(3)]
    lines = (
        "  ".join([*(padded(cell, width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def catalog_json(entries: Sequence[Entry]) -> str:
    """The entries as a JSON list."""
    return json.dumps([_data(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _data(entry: Entry) -> dict[str, object]:
    found: dict[str, object] = {
        "id": entry.id,
        "name": {"zh": entry.name.zh, "en": entry.name.en},
        "synonyms": list(entry.synonyms),
        "aliases": list(entry.aliases),
    }
    match entry:
        case Service():
            found |= {"needs": list(entry.needs), "roles": list(entry.roles), "members": list(entry.members)}
        case Pool():
            found["kind"] = entry.kind
    return found
