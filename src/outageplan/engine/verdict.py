"""Yes, no, or not known: what can be said of a condition by what a case gives."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """Whether something holds, as far as that is known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


def verdict(holds: bool) -> Verdict:
    """Yes or no, where it is known."""
    return Verdict.YES if holds else Verdict.NO


def all_of(parts: Iterable[Verdict]) -> Verdict:
    """Whether all hold: one that does not decides, then one that is not known."""
    found = set(parts)
    if Verdict.NO in found:
        return Verdict.NO
    return Verdict.NOT_KNOWN if Verdict.NOT_KNOWN in found else Verdict.YES


def any_of(parts: Iterable[Verdict]) -> Verdict:
    """Whether one holds: one that does decides, then one that is not known."""
    found = set(parts)
    if Verdict.YES in found:
        return Verdict.YES
    return Verdict.NOT_KNOWN if Verdict.NOT_KNOWN in found else Verdict.NO


def in_each(parts: Iterable[Verdict]) -> Verdict:
    """What can be said when one of several is the case and nobody knows which; not known where there is none."""
    found = set(parts)
    return found.pop() if len(found) == 1 else Verdict.NOT_KNOWN
