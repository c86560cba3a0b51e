"""OP302: a window that ends in the minute in which it starts."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.validation.occurrences import changed_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP302",
    name="zero-window",
    severity=Severity.ERROR,
    title=Text("停机时段的起止是同一时刻", "a window ends in the minute in which it starts"),
    why=Text(
        "起止相同的时段没有长度，任何时刻都不在其中，所列业务会一直显示为正常。多半是复制开始时间后忘了改结束时间。",
        "A window without length contains no moment, so what it stops is never shown as down. Most often the start was "
        "copied and the end was never filled in.",
    ),
    bad=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-21 18:00, clause: '1'}\n"),
    good=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-21 18:30, clause: '1'}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    part = subject.notice or subject.amendment
    for id, window in part.windows.items() if part else ():
        if window.start is not None and window.end is not None:
            yield from _problem(("windows", id, "end"), window.start, window.end)
    for id, window in subject.notice.windows.items() if subject.notice else ():
        for one in changed_in(window):
            if one.moved and one.change:
                path = ("windows", id, "occurrences", one.day.isoformat(), "end" if one.change.end else "start")
                yield from _problem(path, one.start, one.end)


def _problem(path: tuple[str, ...], start: Boundary, end: Boundary) -> Iterator[Problem]:
    if start.kind is BoundaryKind.NO_LATER_THAN or end.kind is BoundaryKind.NOT_BEFORE:
        return  # these say that it may be longer
    if start.as_start() and start.as_start() == end.as_end():
        yield Problem(
            path=path,
            message=Text(
                f"结束“{end}”与开始“{start}”是同一时刻，时段没有长度；请写实际的恢复时间，未定的写 `to be announced`",
                f"the end `{end}` is the same moment as the start `{start}`, so the window has no length; write when "
                "service returns, or `to be announced` while that is open",
            ),
        )
