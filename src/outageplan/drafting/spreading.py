"""Claims that name no window: which windows they hold for, and which of them only say once more what others said."""

from __future__ import annotations

from outageplan.catalog.services import ALL, services
from outageplan.drafting.effects import Claim
from outageplan.drafting.entries import BAD, Bound
from outageplan.notice.model import Effect

_SEVERAL = 2  # windows, between which services are divided
_WHOLE = ((ALL,), ("handling",))


class Spreading:
    """Tells the windows of claims that name none. `count`: how many there are; `first`: where the first is told."""

    def __init__(self, count: int, first: int) -> None:
        self._count = count
        self._first = first

    def only_sums_up(self, claim: Claim, firm: list[Bound]) -> bool:
        """Whether a claim before all windows says of them together what each says of its own services.

        分步暂停各项医保业务, before a list of what stops when.
        """
        if claim.effect not in BAD or self._count < _SEVERAL or claim.start > self._first:
            return False
        own: dict[int, set[str]] = {number: set() for number in range(self._count)}
        for other, spans in firm:
            for number in spans if other.effect in BAD else ():
                own[number].update(leaf.id for id in other.ids for leaf in services().leaves_of(id))
        leaves = {leaf.id for id in claim.ids for leaf in services().leaves_of(id)}
        return all(named & leaves for named in own.values()) and any(leaves - named for named in own.values())

    def windows_of(self, claim: Claim, firm: list[Bound]) -> tuple[int, ...] | None:
        """For a claim that names no window: those that stop the same services, else those that stop nothing by name.

        None where every window has its services by name, and some of them are parts of what it says once more.
        """
        if claim.effect is Effect.UNAFFECTED:
            return ()
        leaves = {leaf.id for id in claim.ids for leaf in services().leaves_of(id)}
        covering: dict[int, None] = {}
        parts = False
        named: dict[int, None] = {}
        for other, spans in firm:
            if not spans or other.effect not in BAD:
                continue
            named.update(dict.fromkeys(spans))
            enough = all if claim.effect in BAD else any
            parts = parts or any(services().covers(claim_id, id) for claim_id in claim.ids for id in other.ids)
            if enough(any(services().covers(id, leaf) for id in other.ids) for leaf in leaves):
                covering.update(dict.fromkeys(spans))
        if covering and claim.ids != (ALL,):
            return tuple(covering)
        unnamed = tuple(number for number in range(self._count) if number not in named)
        again = parts and claim.effect in BAD and claim.ids not in _WHOLE
        return None if again and not unnamed and self._count >= _SEVERAL else unnamed
