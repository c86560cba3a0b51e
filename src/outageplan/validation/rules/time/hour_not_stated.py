"""OP306: a window's start or end, or a deadline, given as a date alone."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.model import Status
from outageplan.notice.moments import Boundary, Deadline, Moment
from outageplan.validation.rule import Context, Example, Path, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP306",
    name="hour-not-stated",
    severity=Severity.WARNING,
    title=Text("只写日期，没有写明几点", "a moment is a date alone"),
    why=Text(
        "只写日期的，开始按当日 0 时、结束和期限按当日 24 时计，读者却可能以为是上班或下班时间，前后能差一整天。",
        "A date alone is taken as 00:00 where something starts and as 24:00 where it ends. Readers may think of "
        "opening or closing time instead, and be wrong by most of a day.",
    ),
    bad=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24, clause: '1'}\n"),
    good=Example(snippet="windows:\n  stop: {start: 2025-11-21 18:00, end: 2025-11-24 08:30, clause: '1'}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    part = subject.notice or subject.amendment
    if part is None or part.status is Status.CANCELLED:
        return
    for id, window in part.windows.items():
        if window.start and _bare(window.start.moment):
            yield _problem(("windows", id, "start"), window.start, "00:00")
        if window.end and (moment := _bare(window.end.moment)):
            taken = "00:00" if window.end.as_end() == moment.as_start() else "24:00"
            yield _problem(("windows", id, "end"), window.end, taken)
    for id, entry in part.guidance.items():
        if entry.deadline and _bare(entry.deadline.moment):
            yield _problem(("guidance", id, "deadline"), entry.deadline, "24:00")


def _bare(moment: Moment | None) -> Moment | None:
    """A moment that is a date alone."""
    return None if moment is None or moment.hour_stated else moment


def _problem(path: Path, phrase: Boundary | Deadline, taken: str) -> Problem:
    written = str(phrase).replace(str(phrase.moment), f"{phrase.moment} {taken}")
    return Problem(
        path=path,
        message=Text(
            f"“{phrase}”没有写明几点，将按 {taken} 计；请写出时刻，如“{written}”",
            f"`{phrase}` gives no hour and is taken as {taken}; write the hour, such as `{written}`",
        ),
    )
