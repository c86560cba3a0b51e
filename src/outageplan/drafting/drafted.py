"""What comes of drafting: the notice as data, what it was taken from, and what was not used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from outageplan.drafting.times import Sure
from outageplan.wording import Text

Value: TypeAlias = "str | Sequence[str] | Mapping[str, Value]"
Tree: TypeAlias = "dict[str, Value]"
Path: TypeAlias = "tuple[str, ...]"
Comments: TypeAlias = "Mapping[Path, Sequence[str]]"
ItemKind = Literal[
    "title", "issuer", "published", "pool", "boundary", "service", "unaffected", "deadline", "guidance", "contact"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that was taken: where it stands in the draft, its value, and the words that it was taken from.

    `line` and `column` are of the announcement, from 1, in characters.
    """

    kind: ItemKind
    path: Path
    value: str
    words: str
    line: int
    column: int
    sure: Sure
    because: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A sentence with a date or a service word of which nothing was taken."""

    words: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that is missing, contradicts itself, or must be looked at before the draft is published."""

    code: str
    message: Text
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft notice. `yaml` is the file, `tree` its data, `comments` what stands above which key."""

    tree: Tree
    comments: Comments
    head: tuple[str, ...]
    yaml: str
    items: tuple[Item, ...]
    unused: tuple[Unused, ...]
    remarks: tuple[Remark, ...]
    amends: bool
