"""Counties (县、县级市、区、旗): the pool that each lies in.

The names and codes are the National Bureau of Statistics' division codes of 2023 (as of 30 June 2023), without its
development zones. Insurance is pooled by prefecture: a county belongs to the pool of the first four figures of its
code, unless it is a pool itself or lies in a municipality.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from types import MappingProxyType

from outageplan.catalog.entry import catalog_file
from outageplan.catalog.pools import pools, province_of


@functools.cache
def pool_of_county() -> Mapping[str, str]:
    """The code of its pool by the full name of a county; names that counties of several pools have are left out."""
    _, *rows = csv.reader(catalog_file("counties.csv").splitlines())
    found: dict[str, set[str]] = {}
    for code, name in rows:
        found.setdefault(name, set()).add(_pool(code))
    return MappingProxyType({name: codes.pop() for name, codes in found.items() if len(codes) == 1})


def _pool(code: str) -> str:
    """The pool of a county's code: itself, its prefecture, or its municipality."""
    return next(one for one in (code, f"{code[:4]}00", province_of(code)) if one in pools())
