"""Good practice for planned downtime: what serious guidance adds to any notice, marked as such, with its source."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from outageplan.catalog.entry import catalog_entries
from outageplan.wording import Text

_SOURCES = {
    "pharmanet": Text("加拿大 PharmaNet 断网操作指引", "PharmaNet network outages guidance"),
    "community-pharmacy": Text("英格兰社区药房应急预案指引", "Community Pharmacy England, contingency pages"),
    "kyoto": Text("日本京都药剂师会停机通知", "circular of the Kyoto pharmacists' association"),
    "safer": Text("美国 ONC SAFER 应急预案指南", "ONC SAFER guide on contingency planning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One thing to do that no notice announced: for which roles, in which phase (before, during, after), and whence."""

    id: str
    roles: tuple[str, ...]
    phase: str
    text: Text
    source: Text


@functools.cache
def practices() -> tuple[Practice, ...]:
    """All good practice on file, in the order in which it is done."""
    return tuple(
        Practice(
            id=id,
            roles=tuple(fields["for"]),
            phase=fields["phase"],
            text=Text(fields["zh"], fields["en"]),
            source=_SOURCES[fields["source"]],
        )
        for id, fields in catalog_entries("practices.yaml").items()
    )
