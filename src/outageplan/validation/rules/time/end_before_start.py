"""OP301: a window that ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.moments import Boundary
from outageplan.validation.occurrences import changed_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP301",
    name="end-before-start",
    severity=Severity.ERROR,
    title=Text("停机时段的结束早于开始", "a window ends before it starts"),
    why=Text(
        "起止颠倒的时段永远不会开始，受影响的业务会被当作正常。多半是两个时间写反，或年份、月份有误。",
        "A window with its ends the wrong way round never begins, and what it stops is taken to be up. Most often the "
        "two moments are swapped, or a year or month has slipped.",
    ),
    bad=Example(snippet="windows:\n  stop: {start: 2025-11-24 08:30, end: 2025-11-21 18:00, clause: '1'}\n"),
    good=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: '1'}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for id, window in subject.notice.windows.items() if subject.notice else ():
        start, end = window.start.as_start(), window.end.as_end()
        if start and end and end < start:
            yield Problem(path=("windows", id, "end"), message=_message(window.start, window.end))
        for one in changed_in(window):
            start, end = one.start.as_start(), one.end.as_end()
            if start and end and end < start and one.moved:
                side = "end" if one.change and one.change.end else "start"
                path = ("windows", id, "occurrences", one.day.isoformat(), side)
                yield Problem(path=path, message=_message(one.start, one.end))


def _message(start: Boundary, end: Boundary) -> Text:
    return Text(
        f"结束“{end}”早于开始“{start}”；请核对两个时间",
        f"the end `{end}` is before the start `{start}`; check both moments",
    )
