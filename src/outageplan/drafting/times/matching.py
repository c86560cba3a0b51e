"""Matching long patterns at few places: a set of first signs says where it is worth trying.

A pattern that is tried at every sign of a text costs most of the time of reading it. Here the text is searched for the
signs that a phrase can begin with, and the pattern is tried there only, never inside what it has already matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def matches(pattern: re.Pattern[str], first: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin where `first` matches, in order, none inside another."""
    end = 0
    for place in first.finditer(text):
        if place.start() >= end and (match := pattern.match(text, place.start())) and match.end() > place.start():
            yield match
            end = match.end()


def behind(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    r"""The match of a pattern, written with `\Z` at its end, in the few signs between two places."""
    return pattern.search(text, max(0, start), end)
