"""Pools (统筹区): whose insurance system it is, by division code of GB/T 2260, and which pool lies within which."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from typing import Literal, cast

from outageplan.catalog.entry import Catalog, Entry, catalog_file
from outageplan.wording import Text

NATION = "100000"
PoolKind = Literal["nation", "province", "direct", "prefecture", "county"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool(Entry):
    """One pool: the national platform, a province, its provincial-direct pool, a prefecture, or a county."""

    kind: PoolKind


def province_of(code: str) -> str:
    """The province that a pool lies in: `410000` for `410100` and for `419900`; the nation lies in none."""
    return code if code == NATION else f"{code[:2]}0000"


def contains(upper: str, lower: str) -> bool:
    """Whether a window of pool `upper` covers pool `lower`: itself, a province its pools, the nation all.

    The provincial-direct pool lies beside the cities of its province, so `419900` does not cover `410100`.
    """
    return upper in (lower, NATION, province_of(lower))


class Pools(Catalog[Pool]):
    """The catalog of pools."""

    def nearest(self, word: str, most: int = 3) -> list[Pool]:
        """The pools whose names look most like `word`; for a code, those of its province."""
        if not (word.isdecimal() and len(word) >= 2):
            return super().nearest(word, most)
        import difflib  # only for words that are not known

        beside = [code for code in self if code.startswith(word[:2])]
        return [self[code] for code in difflib.get_close_matches(word, beside, n=most, cutoff=0.5)]


@functools.cache
def pools() -> Pools:
    """The catalog of pools, read once."""
    _, *rows = csv.reader(catalog_file("pools.csv").splitlines())
    return Pools(Text("统筹区", "pool"), [_pool(*row) for row in rows])


def _pool(code: str, kind: str, zh: str, en: str, aliases: str) -> Pool:
    synonyms = tuple(aliases.split("|")) if aliases else ()
    return Pool(id=code, name=Text(zh, en), synonyms=synonyms, kind=cast(PoolKind, kind))
