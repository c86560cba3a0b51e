"""What the notices on a shelf stop, window by window and pool by pool, in a form that can be compared quickly.

Sets of leaves are bits of one integer. Drafts and cancelled notices take no part; notices are as amended.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from outageplan.catalog.services import services
from outageplan.notice.moments import CHINA
from outageplan.validation.coverage import leaves_of
from outageplan.validation.rule import Shelf
from outageplan.validation.summary import Effected, Span, Summary

EARLIEST = datetime(1, 1, 1, tzinfo=CHINA)
_OUT = ("draft", "cancelled")
_MOMENT = timedelta(minutes=1)
_EFFECTS = ("unaffected", "paper_only", "degraded", "suspended", "terminated")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stop:
    """One window of one notice in one pool: the leaves that it stops, and those that it says are unaffected.

    A window whose end has no date counts for its first minute only: that much is sure. Each is equal to itself alone,
    and so is a key that need not be compared in all that its notice says.
    """

    order: int
    notice: Summary
    window: Span
    pool: str
    lo: datetime
    hi: datetime
    dated: bool
    stopped: int
    unaffected: int

    def later_than(self, other: Stop) -> bool:
        """Whether this notice came after the other: by publication, else by the order of the files."""
        return (self.notice.published or EARLIEST, self.order) > (other.notice.published or EARLIEST, other.order)


_last: list[tuple[Shelf, tuple[Stop, ...]]] = []


def stops_on(shelf: Shelf) -> tuple[Stop, ...]:
    """All stops of the notices that stand, worked out once a shelf."""
    for known, found in _last:
        if known is shelf:
            return found
    found = tuple(stop for order, notice in enumerate(standing(shelf)) for stop in _stops(order, notice))
    _last[:] = [(shelf, found)]
    return found


def standing(shelf: Shelf) -> list[Summary]:
    """The notices that take part, each as its amendments left it."""
    return [one for notice in shelf.notices if (one := as_amended(shelf, notice)).status not in _OUT]


def as_amended(shelf: Shelf, notice: Summary) -> Summary:
    """A notice as its amendments left it; one that repeats the id of another has none."""
    found = shelf.amended.get(notice.id)
    return found if found and found.file == notice.file else notice


def named(bits: int) -> list[str]:
    """The ids of the leaves in a set."""
    return [leaf.id for place, leaf in enumerate(services().leaves) if bits >> place & 1]


@functools.lru_cache(maxsize=4096)
def bits_of(ids: tuple[str, ...]) -> int:
    """The leaves that some services stand for, as bits."""
    below = leaves_of(ids)
    return sum(1 << place for place, leaf in enumerate(services().leaves) if leaf.id in below)


def deciding(stop: Stop, leaf: str) -> Effected:
    """The effect of a stop that decides over one of its leaves."""
    fitting = [
        (services().depth(id), _EFFECTS.index(effect.effect), effect)
        for effect in _within(stop.notice.effects, stop.window.id, stop.pool)
        for id in effect.services
        if services().covers(id, leaf)
    ]
    return max(fitting, key=lambda one: one[:2])[2]


def _stops(order: int, notice: Summary) -> Iterator[Stop]:
    narrowed = any(effect.pools for effect in notice.effects)
    for pool in _pools(notice) if narrowed else notice.pools:
        for span in notice.windows:
            lo = span.start.as_start() if span.start else None
            hi = span.end.as_end() if span.end else None
            if lo is None or (hi is not None and hi <= lo):
                continue
            stopped, unaffected = _decided(notice.effects, span.id, pool if narrowed else "")
            yield Stop(
                order=order,
                notice=notice,
                window=span,
                pool=pool,
                lo=lo,
                hi=hi or lo + _MOMENT,
                dated=hi is not None,
                stopped=stopped,
                unaffected=unaffected,
            )


def _pools(notice: Summary) -> Iterable[str]:
    return dict.fromkeys((*notice.pools, *(pool for effect in notice.effects for pool in effect.pools)))


def _within(effects: tuple[Effected, ...], window: str, pool: str) -> Iterator[Effected]:
    return (one for one in effects if window in one.windows and (not one.pools or not pool or pool in one.pools))


@functools.lru_cache(maxsize=4096)
def _decided(effects: tuple[Effected, ...], window: str, pool: str) -> tuple[int, int]:
    """The leaves that effects stop in a window, and those that stay unaffected: the more specific entry decides."""
    entries = [
        (services().depth(id), _EFFECTS.index(one.effect), bits_of((id,)))
        for one in _within(effects, window, pool)
        for id in one.services
    ]
    decided, state = 0, [0] * len(_EFFECTS)
    for _, effect, bits in sorted(entries, reverse=True):
        state[effect] |= bits & ~decided
        decided |= bits
    return state[3] | state[4], state[0]


def grouped(stops: Iterable[Stop], key: Callable[[Stop], Hashable]) -> list[list[Stop]]:
    """Stops that are alike, put together in their order of publication: thousands of copies are one comparison."""
    groups: dict[Hashable, list[Stop]] = {}
    for stop in stops:
        groups.setdefault(key(stop), []).append(stop)
    for group in groups.values():
        group.sort(key=lambda stop: (stop.notice.published or EARLIEST, stop.order))
    return list(groups.values())
