"""What every section of a draft is written with: the tree, its comments, the items behind it, and the remarks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import count

from outageplan.drafting.article import Article
from outageplan.drafting.contacts import Contact
from outageplan.drafting.drafted import Item, ItemKind, Path, Remark, Tree, Value
from outageplan.drafting.guidance import Told
from outageplan.drafting.heading import Taken
from outageplan.drafting.narrowing import Entry
from outageplan.drafting.pool_names import Place
from outageplan.drafting.spans import Span
from outageplan.drafting.times import Sure
from outageplan.drafting.written_days import Dated
from outageplan.wording import Text

OPEN = "to be announced"


@dataclass(kw_only=True)
class Parts:
    """All that was read of an announcement."""

    article: Article
    file: str
    language: str
    id: str | None
    title: Taken | None
    issuer: Taken | None
    dated: Dated | None
    published: date | None
    pool: str | None
    places: list[Place]
    spans: list[Span]
    entries: list[Entry]
    told: list[Told]
    contacts: list[Contact]
    amends: bool
    stops: bool
    overfull: bool


@dataclass(kw_only=True)
class Writer:
    """Collects the draft of one announcement: `names` are the ids of its windows, `used` the places that were taken."""

    parts: Parts
    tree: Tree = field(default_factory=dict)
    comments: dict[Path, list[str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    names: list[str] = field(default_factory=list)

    def todo(self, path: Path, comment: str) -> None:
        """Leaves a `TODO` above a key."""
        self.comments.setdefault(path, []).append(f"TODO {comment}")

    def remark(self, code: str, zh: str, en: str, offset: int | None = None) -> None:
        """Tells of something missing or contradictory, with its place where it has one."""
        line, column = self.parts.article.where(offset) if offset is not None else (None, None)
        self.remarks.append(Remark(code=code, message=Text(zh, en), line=line, column=column))

    def item(
        self,
        kind: ItemKind,
        path: Path,
        value: str,
        place: tuple[int, int],
        sure: Sure = Sure.STATED,
        because: Text | None = None,
    ) -> None:
        """Keeps what a value was taken from: the words from `place[0]` to `place[1]` of the article's text."""
        start, end = place
        line, column = self.parts.article.where(start)
        words = self.parts.article.words(start, end)
        self.items.append(
            Item(kind=kind, path=path, value=value, words=words, line=line, column=column, sure=sure, because=because)
        )
        self.used.add(start)

    def clause(self, offset: int) -> str:
        """The number of the paragraph; where the document has none, which paragraph it is."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        clause = self.parts.article.blocks[number].clause
        return clause or (f"第{number + 1}段" if self.parts.language == "zh" else f"paragraph {number + 1}")

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.parts.article.blocks]


def worded(text: str) -> dict[str, Value]:
    """A text of the announcement as a wording, in the announcement's language."""
    return {"zh" if any("\u3400" <= char <= "\u9fff" for char in text) else "en": text}


def free(name: str, taken: Container[str]) -> str:
    """The name, with a number where it is taken already."""
    if name not in taken:
        return name
    return next(f"{name}-{number}" for number in count(2) if f"{name}-{number}" not in taken)
