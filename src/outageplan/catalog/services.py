"""The tree of services: what can be down, what it is called, and which places it needs to be up."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from outageplan.catalog.entry import Catalog, Entry, catalog_entries, named
from outageplan.wording import Text

Place = Literal["insured_at", "treated_at", "province", "national"]
ALL = "all"
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Entry):
    """A leaf or branch of the tree, or a group (`all`, `handling`) that stands for branches elsewhere in it.

    `needs` are the places whose systems must be up for it, `roles` who uses it.
    """

    needs: tuple[Place, ...] = ()
    roles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def branch(self) -> str:
        """The id of the branch it is listed under: `settlement.local` for `settlement.local.pharmacy`."""
        return self.id.rpartition(".")[0] or self.id


def lineage(id: str) -> list[str]:
    """An id and the branches above it: `a.b.c`, `a.b`, `a`."""
    parts = id.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)]


class Services(Catalog[Service]):
    """The catalog of services, with the questions that only a tree answers."""

    def __init__(self, entries: Iterable[Service]) -> None:
        super().__init__(Text("业务", "service"), entries)
        parents = {id.rpartition(".")[0] for id in self}
        self.leaves = tuple(s for s in self.values() if s.id not in parents and not s.members)

    def leaves_of(self, id: str) -> tuple[Service, ...]:
        """The leaves that `id` stands for: itself, what lies below it, or what its group names."""
        return self._leaves[id]

    def covers(self, id: str, leaf: str) -> bool:
        """Whether `id` stands for `leaf`."""
        return leaf in self._below[id]

    @functools.cached_property
    def _leaves(self) -> dict[str, tuple[Service, ...]]:
        return {id: tuple(self[leaf] for leaf in below) for id, below in self._below.items()}

    @functools.cached_property
    def _below(self) -> dict[str, dict[str, None]]:
        """For every id the leaves it stands for, in the order of the file."""
        below: dict[str, dict[str, None]] = {id: {} for id in self}
        for leaf in self.leaves:
            for id in lineage(leaf.id):
                below[id][leaf.id] = None
        for group in self.values():
            for member in group.members:
                below[group.id] |= below[member]
        return below

    def depth(self, id: str) -> int:
        """How specific an id is: `all` 0, another group 1, then 2 for a root and one more a level."""
        if id == ALL:
            return 0
        return 1 if self[id].members else 2 + id.count(".")

    def summed_up(self, leaves: Iterable[str]) -> tuple[Service, ...]:
        """The fewest ids of the tree that stand for just these leaves, in the order of the file."""
        left, found = set(leaves), []
        for service, below in self._branches:
            if below <= left:
                found.append(service)
                left -= below
        return tuple(found)

    @functools.cached_property
    def _branches(self) -> tuple[tuple[Service, frozenset[str]], ...]:
        """What stands for leaves and is no group, in the order of the file, with these leaves."""
        found = ((service, frozenset(self._below[service.id])) for service in self.values() if not service.members)
        return tuple((service, below) for service, below in found if below)


@functools.cache
def services() -> Services:
    """The catalog of services, read once."""
    rows = catalog_entries("services.yaml")
    found: dict[str, Service] = {}
    for id, fields in rows.items():
        above = found.get(id.rpartition(".")[0])
        found[id] = Service(
            **named(id, fields),
            needs=tuple(fields.get("needs", above.needs if above else ())),
            roles=tuple(fields.get("roles", above.roles if above else ())),
            members=tuple(fields.get("members", ())),
        )
    return Services(found.values())
