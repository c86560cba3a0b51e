"""Where the values of a file stand: found in the events that it was read from, when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from outageplan.notice.finding import Span

_DEEPER = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}


@dataclass(slots=True)
class Node:
    """One value of a file: the place of its first and its last event among all `events`, and the event of its key.

    Its entries are found one after the other, no more of them than are asked for.
    """

    events: Sequence[Any]
    first: int
    last: int
    key: Any = None
    _found: dict[str | int, Node] = field(default_factory=dict)
    _passed: int = 0  # events of the entries that are found

    @property
    def below(self) -> dict[str | int, Node]:
        """The nodes of its entries, by key or by index."""
        while self._find_next():
            pass
        return self._found

    def entry(self, step: str | int) -> Node | None:
        """The node of the entry with a key or index; None where there is none."""
        while step not in self._found and self._find_next():
            pass
        return self._found.get(step)

    @property
    def is_text(self) -> bool:
        """Whether it is a text."""
        return isinstance(self.events[self.first], yaml.ScalarEvent)

    def span(self) -> Span:
        """The value's place: the whole of a scalar, the first line of a collection."""
        start, end = self.events[self.first], self.events[self.last]
        empty = self.last <= self.first + 1
        return span_between(start.start_mark, end.end_mark if empty else start.end_mark)

    def whole_span(self) -> Span:
        """The value's place, however long it is."""
        return whole_span(self.events[self.first].start_mark, self.events[self.last].end_mark)

    def key_span(self) -> Span:
        """The place of the value's key, or of the value where it has none."""
        return span_between(self.key.start_mark, self.key.end_mark) if self.key else self.span()

    def _find_next(self) -> bool:
        """Finds one more entry, if there is one; of a repeated key the first counts."""
        at = self.first + self._passed + 1
        if at >= self.last:
            return False
        keyed = isinstance(self.events[self.first], yaml.MappingStartEvent)
        key = self.events[at] if keyed else None
        start = at + 1 if keyed else at
        end = _last_of(self.events, start)
        self._found.setdefault(key.value if key else len(self._found), Node(self.events, start, end, key))
        self._passed = end - self.first
        return True


def _last_of(events: Sequence[Any], first: int) -> int:
    """The place of the last event of the value that begins at a place."""
    depth, at = 0, first
    while True:
        depth += _DEEPER.get(events[at].__class__, 0)
        if not depth:
            return at
        at += 1


def span_between(start: Any, end: Any) -> Span:
    """The place between two marks; the first character only of what goes over several lines."""
    if end.line > start.line + 1 or (end.line > start.line and end.column == 0):
        return Span(line=start.line + 1, column=start.column + 1, end_line=start.line + 1, end_column=start.column + 2)
    return whole_span(start, end)


def whole_span(start: Any, end: Any) -> Span:
    """The place between two marks, however far they lie apart."""
    return Span(line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1)
