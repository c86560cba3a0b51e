"""OP304: a weekday beside a date, in a text or in the comment on a moment's line, that the date does not fall on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from outageplan.notice.document import lines_of
from outageplan.notice.finding import Severity, Span
from outageplan.notice.model import Notice
from outageplan.notice.moments import Moment
from outageplan.validation.rule import Context, Example, Path, Problem, Rule, Subject
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.amendment import Amendment

_SNIPPET = """\
notes:
  when:
    say: {{zh: 自2025年11月21日（{weekday}）18时起停机。, en: The system stops at 18:00 on 21 November 2025.}}
    clause: "1"
"""
RULE = Rule(
    code="OP304",
    name="weekday-contradicts",
    severity=Severity.ERROR,
    title=Text("日期与所写星期不符", "a weekday contradicts its date"),
    why=Text(
        "日期与星期对不上时，读者无从判断以哪个为准：有人会早到，有人会错过期限。多半是改了日期没有改星期，或套用了上年的公告。",
        "When a date and its weekday disagree, nobody can tell which one holds: some come too early, others miss a "
        "deadline. Most often one was changed and the other forgotten, or last year's notice was reused.",
    ),
    bad=Example(snippet=_SNIPPET.format(weekday="星期四")),
    good=Example(snippet=_SNIPPET.format(weekday="星期五")),
)
_TEXTS = frozenset({"title", "say", "note", "name"})
_COMMENT = re.compile(r"\s#\s*(.*)")
_BEGINNING = re.compile("周|星期|礼拜|Mon|Tue|Wed|Thu|Fri|Sat|Sun".encode())  # of any weekday; most files have none


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    part = subject.notice or subject.amendment
    if part is None or not _BEGINNING.search(subject.content):
        return
    from outageplan.validation.dates_in_text import ANY_WEEKDAY  # few files need it, and it takes time to load

    if not ANY_WEEKDAY.search(subject.content.decode("utf-8-sig", "replace")):
        return
    years = _years(part)
    for path, text in _texts((), subject.data):
        for message in _contradictions(text, years):
            yield Problem(path=path, message=message)
    yield from _in_comments(subject, part, years)


def _contradictions(text: str, years: Sequence[int]) -> Iterator[Text]:
    from outageplan.validation.dates_in_text import weekdays_beside_dates

    for beside in weekdays_beside_dates(text):
        dates = beside.dates(years)
        if dates and beside.number not in {day.weekday() for day in dates}:
            yield _message(beside.quote, dates[0], beside.weekday)


def _in_comments(subject: Subject, part: Notice | Amendment, years: Sequence[int]) -> Iterator[Problem]:
    """Contradictions in the comments behind moments; a line with several moments may mean any of them."""
    from outageplan.validation.dates_in_text import COMMENTED_WEEKDAY, WEEKDAY_ALONE, weekday_number

    text = subject.content.decode("utf-8-sig", "replace")
    if subject.document is None or not COMMENTED_WEEKDAY.search(text):
        return  # looking up places costs as much as reading the file
    lines = lines_of(text)
    by_line: dict[int, list[tuple[Path, Moment, Span]]] = {}
    for path, moment in _moments(part):
        span = subject.document.span_of(path)
        by_line.setdefault(span.end_line, []).append((path, moment, span))
    for number, found in by_line.items():
        line = lines[number - 1] if number <= len(lines) else ""
        comment = _COMMENT.search(line, max(span.end_column for _, _, span in found) - 1)
        if comment is None:
            continue
        place = Span(line=number, column=comment.start() + 2, end_line=number, end_column=len(line) + 1)
        for message in _contradictions(comment[1], years):
            yield Problem(path=found[0][0], span=place, message=message)
        bare = WEEKDAY_ALONE.match(comment[1])
        if bare and weekday_number(bare[1].rstrip(".")) not in {moment.day.weekday() for _, moment, _ in found}:
            path, moment, _ = found[0]
            yield Problem(path=path, span=place, message=_message(f"# {comment[1].strip()}", moment.day, bare[1]))


def _message(quote: str, day: date, weekday: str) -> Text:
    from outageplan.validation.dates_in_text import WEEKDAYS, same_style

    right, shown = WEEKDAYS[day.weekday()], quote if len(quote) <= 60 else quote[:59] + "…"
    instead = same_style(day.weekday(), weekday.rstrip("."))
    return Text(
        f"“{shown}”与日历不符：{day} 是{right['zh']}；请改为“{instead}”，或更正日期",
        f"`{shown}` contradicts the calendar: {day} is a {right['en']}; write `{instead}`, or correct the date",
    )


def _texts(path: Path, value: object, *, prose: bool = False) -> Iterator[tuple[Path, str]]:
    """Every text for readers in a file's data, with its path."""
    if isinstance(value, dict):
        for key, below in value.items():
            inside = prose or (key in _TEXTS and len(path) != 1)  # a window may be called `note`
            yield from _texts((*path, key), below, prose=inside)
    elif isinstance(value, str) and prose:
        yield path, value


def _moments(part: Notice | Amendment) -> Iterator[tuple[Path, Moment]]:
    """Every moment that a file writes, with its path."""
    if part.published:
        yield ("published",), part.published
    for id, window in part.windows.items():
        for side, boundary in (("start", window.start), ("end", window.end)):
            if boundary and boundary.moment:
                yield ("windows", id, side), boundary.moment
    for id, entry in part.guidance.items():
        for side, phrase in (("deadline", entry.deadline), ("not_before", entry.not_before)):
            if phrase and phrase.moment:
                yield ("guidance", id, side), phrase.moment


def _years(part: Notice | Amendment) -> tuple[int, ...]:
    """The years that a date without one may be of: those of the moments, in the order of the file."""
    return tuple(dict.fromkeys(moment.day.year for _, moment in _moments(part)))
