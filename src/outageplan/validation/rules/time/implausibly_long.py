"""OP303: a window of more than 45 days, most often the slip of a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from outageplan.notice.finding import Severity
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

LONGEST = timedelta(days=45)
_PLAIN = (BoundaryKind.STATED, BoundaryKind.EXPECTED)

RULE = Rule(
    code="OP303",
    name="implausibly-long",
    severity=Severity.WARNING,
    title=Text("停机时段超过 45 天", "a window is longer than 45 days"),
    why=Text(
        "医保系统停机通常为数小时至十余天。跨度达数月或一年的，多半是年份写错：期间业务会一直显示为暂停，"
        "按恢复时间推算的期限也会推迟一年。",
        "Insurance systems stop for hours, or for days. A stop of months or of a year is most often a slip in the "
        "year: services are shown as down all that time, and deadlines counted from the return come a year late.",
    ),
    bad=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2026-11-24 08:30, clause: '1'}\n"),
    good=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: '1'}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    part = subject.notice or subject.amendment
    for id, window in part.windows.items() if part else ():
        if window.start is None or window.end is None or {window.start.kind, window.end.kind} - {*_PLAIN}:
            continue
        start, end = window.start.as_start(), window.end.as_end()
        if start and end and end - start > LONGEST:
            yield Problem(path=("windows", id, "end"), message=_message(window.start, window.end, start, end))


def _message(first: Boundary, last: Boundary, start: datetime, end: datetime) -> Text:
    days = (end - start).days
    zh = f"从“{first}”到“{last}”长达 {days} 天"
    en = f"from `{first}` to `{last}` is {days} days"
    year = _meant_year(first, last, start, end)
    if year is None:
        return Text(f"{zh}；请核对起止时间，分期停机的请分成几个时段", f"{en}; check both, and write stages as windows")
    return Text(
        f"{zh}；很可能是年份写错：请核对结束年份是否应为 {year} 年",
        f"{en}; a year slip is likely: should it end in {year}?",
    )


def _meant_year(first: Boundary, last: Boundary, start: datetime, end: datetime) -> int | None:
    """The year with which the end would make a short window: that of the start, or the one after it."""
    if not first.moment or not last.moment:
        return None
    written = last.moment.day.year
    for year in (first.moment.day.year, first.moment.day.year + 1):
        meant = end + relativedelta(years=year - written)
        if year != written and timedelta(0) < meant - start <= LONGEST:
            return year
    return None
