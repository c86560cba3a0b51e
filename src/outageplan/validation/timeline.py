"""Stretches of time that can be asked for overlap without comparing all pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Something half-open in time."""

    @property
    def lo(self) -> datetime:
        """Where it starts."""

    @property
    def hi(self) -> datetime:
        """Where it ends."""


S = TypeVar("S", bound=Stretch)


class Timeline(Generic[S]):
    """Stretches by their start; an overlap is found without looking at what ended long before."""

    def __init__(self, stretches: Iterable[S]) -> None:
        self._sorted = sorted(stretches, key=lambda one: one.lo)
        self._starts = [one.lo for one in self._sorted]
        self._reach = list(accumulate((one.hi for one in self._sorted), max))

    def overlapping(self, lo: datetime, hi: datetime) -> Iterator[S]:
        """Those that have a moment in common with `[lo, hi)`, the latest start first."""
        if hi <= lo:
            return
        for place in range(bisect_left(self._starts, hi) - 1, -1, -1):
            if self._reach[place] <= lo:
                return
            if self._sorted[place].hi > lo:
                yield self._sorted[place]
