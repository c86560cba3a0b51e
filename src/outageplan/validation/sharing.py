"""Work on many things, shared between this process and helpers beside it.

Whoever is done with a piece takes the next one. Pieces get smaller towards the end, so that all are done at about the
same time. What a helper leaves undone, because something has ended it, is done here.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_LARGEST = 16  # things in a piece: what comes of them fits into the pipe, so that no helper waits until it is fetched
_AHEAD = 2  # pieces that a helper has at a time: it goes on with the next one at once
# On Linux a helper is a copy of this process, with everything loaded; on other systems copies are not safe to make.
_processes: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)


def shared(work: Callable[[T], R], things: Sequence[T], helpers: int, tell: Callable[[int], None]) -> list[R]:
    """What comes of each thing, in their order; `tell` is told how many are done. All of it must be fit to pickle."""
    left = deque(_pieces(len(things), helpers + 1))
    done: dict[int, R] = {}
    with _started(work, things, helpers) as team:
        while left or any(helper.pieces for helper in team):
            for helper in team:
                helper.give(left)
            if left:
                done |= {place: work(things[place]) for place in left.popleft()}
            for helper in _ready(team, None if not left else 0):
                done |= helper.fetch(left)
            tell(len(done))
    return [done[place] for place in range(len(things))]


def _pieces(count: int, hands: int) -> Iterator[range]:
    """The places of so many things, in pieces for so many hands."""
    start = 0
    while start < count:
        stop = start + max(1, min(_LARGEST, (count - start) // (4 * hands)))
        yield range(start, stop)
        start = stop


class _Helper(Generic[R]):
    """A process beside this one, and the pieces that it has."""

    def __init__(self, work: Callable[[T], R], things: Sequence[T]) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        self.process = _processes.Process(target=_help, args=(theirs, work, things), daemon=True)
        self.process.start()
        theirs.close()
        self.pieces: deque[range] = deque()
        self.gone = False

    def give(self, left: deque[range]) -> None:
        """Hands out what is left, as much as the helper has room for."""
        while left and len(self.pieces) < _AHEAD and not self.gone:
            self.pieces.append(left.popleft())
            try:
                self.connection.send(self.pieces[-1])
            except OSError:
                self._lose(left)

    def fetch(self, left: deque[range]) -> dict[int, R]:
        """What came of its first piece; where the helper has gone, all its pieces are left to others."""
        try:
            results = self.connection.recv()
        except (EOFError, OSError):
            self._lose(left)
            return {}
        return dict(zip(self.pieces.popleft(), results, strict=True))

    def _lose(self, left: deque[range]) -> None:
        left.extend(self.pieces)
        self.pieces.clear()
        self.gone = True


@contextmanager
def _started(work: Callable[[T], R], things: Sequence[T], helpers: int) -> Iterator[list[_Helper[R]]]:
    team: list[_Helper[R]] = []
    with suppress(OSError):  # where the system allows no more processes, there are fewer hands
        team.extend(_Helper(work, things) for _ in range(helpers))
    try:
        yield team
    finally:
        for helper in team:
            helper.process.kill()  # it holds nothing that anybody needs
            helper.process.join()


def _ready(team: list[_Helper[R]], timeout: float | None) -> list[_Helper[R]]:
    """The helpers that have done a piece, or that have gone with one; without timeout at least one is waited for."""
    busy: dict[Any, _Helper[R]] = {helper.connection: helper for helper in team if helper.pieces}
    return [busy[connection] for connection in wait(busy, timeout)] if busy else []


def _help(connection: Connection, work: Callable[[T], R], things: Sequence[T]) -> None:
    """What a helper does: piece after piece, until it is ended, or finds that the process that started it has gone.

    It says nothing of what goes wrong: what it leaves undone is done by that process, and goes wrong there.
    """
    starter = multiprocessing.parent_process()
    assert starter is not None, "a helper is started by somebody"
    with suppress(BaseException):
        while connection in wait([connection, starter.sentinel]):
            connection.send([work(things[place]) for place in connection.recv()])
