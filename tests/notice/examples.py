"""A small notice that is read without a finding, ways to spoil it, and the findings that are expected then."""

from __future__ import annotations

import re

from outageplan.notice.finding import Finding, Span
from outageplan.notice.reading import read_notice
from outageplan.wording import Text

FILE = "demo.yaml"

GOOD = """\
format: outageplan/1
id: demo
status: confirmed
title: {zh: 停机公告, en: Outage}
pools: [419900]
sources:
  announcement: {language: zh}
windows:
  cut-over: {start: 2021-11-21 18:00, end: expected 2021-11-28 08:00, clause: I.1}
effects:
  everything: {services: [all], effect: suspended}
guidance:
  file-later:
    for: [insured]
    phase: after
    services: [filing.offsite.referral]
    action: file_later
    say: {zh: 补备案, en: File afterwards.}
contacts:
  desk: {name: {zh: 窗口}}
notes:
  open: {say: {en: The source leaves it open.}}
"""


def changed(old: str, new: str, text: str = GOOD) -> str:
    """The good notice with one piece replaced; the piece must occur just once."""
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
    return text.replace(old, new)


def spoiled(old: str, new: str, text: str = GOOD) -> tuple[str, Span]:
    """The good notice with one piece replaced, and the place within one line that `new` puts between « and »."""
    marked = changed(old, new, text)
    before, place, after = re.split("[«»]", marked)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + place + after, span(line, column, column + len(place))


def at(text: str, piece: str, after: int = 0) -> Span:
    """The place of a piece (within one line) that occurs just once in a text, without its first `after` characters."""
    assert text.count(piece) == 1, f"{piece!r} occurs {text.count(piece)} times"
    before = text[: text.index(piece)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return span(line, column + after, column + len(piece))


def span(line: int, column: int, end_column: int | None = None) -> Span:
    """A place within one line; without an end it is empty."""
    return Span(line=line, column=column, end_line=line, end_column=end_column or column)


def told(code: str, rule: str, zh: str, en: str, where: Span, key: str = "") -> Finding:
    """A finding about the example file."""
    return Finding(code=code, rule=rule, message=Text(zh, en), file=FILE, span=where, key=key)


def findings_of(text: str) -> list[Finding]:
    """What reading the text tells. A notice or amendment comes with no findings, and findings with neither."""
    reading = read_notice(text.encode(), FILE)
    assert (reading.notice is None and reading.amendment is None) == bool(reading.findings)
    return list(reading.findings)
