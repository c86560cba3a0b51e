"""Roles, actions and the words of the format, each with its names in both languages."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from outageplan.catalog.entry import Catalog, Entry, catalog_entries, named
from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.wording import Text


@functools.cache
def roles() -> Catalog[Entry]:
    """Who is told what to do, in the order of printing."""
    return _catalog(Text("角色", "role"), "roles.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """Something that people are told to do.

    `remedy` is False for what serves nobody (suspend, plan ahead); `needs_service` is True for what cannot be done
    while the service itself is down.
    """

    remedy: bool = True
    needs_service: bool = False


@functools.cache
def actions() -> Catalog[Action]:
    """What people are told to do instead."""
    rows = catalog_entries("actions.yaml").items()
    found = [
        Action(
            **named(id, fields),
            remedy=fields.get("remedy") != "false",
            needs_service=fields.get("needs_service") == "true",
        )
        for id, fields in rows
    ]
    return Catalog(Text("办理方式", "action"), found)


@functools.cache
def terms() -> Catalog[Entry]:
    """Effects, states, kinds and the other words of the format, as `family.word`."""
    return _catalog(Text("术语", "term"), "terms.yaml")


def term(family: str, word: str) -> Text:
    """The name of one word of the format: `term("effect", "suspended")`."""
    return terms()[f"{family}.{word}"].name


def find_term(family: str, word: str) -> str:
    """The id of the one word of a family that `word` means, by id or name. Raises `UnknownNameError`."""
    return _family(family).find(word).id


@functools.cache
def _family(family: str) -> Catalog[Entry]:
    rows = [(id.removeprefix(f"{family}."), entry) for id, entry in terms().items() if id.startswith(f"{family}.")]
    return Catalog(_FAMILIES[family], [Entry(id=id, name=one.name, synonyms=one.synonyms) for id, one in rows])


_FAMILIES = {"patient": Text("患者情况", "patient fact"), "scheme": Text("险种", "scheme")}


def _catalog(kind: Text, file: str) -> Catalog[Entry]:
    return Catalog(kind, [Entry(**named(id, fields)) for id, fields in catalog_entries(file).items()])


def catalogs() -> dict[str, Catalog[Any]]:
    """The catalogs that people search, by the name of what is in them."""
    return {"services": services(), "pools": pools(), "roles": roles(), "actions": actions()}
