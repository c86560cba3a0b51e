"""OP320: a window that repeats, whose first occurrence has no date to count from."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_WINDOW = "windows:\n  stop: {{start: {}, end: to be announced, repeat: FREQ=MONTHLY;BYMONTHDAY=-1, clause: '1'}}\n"
RULE = Rule(
    code="OP320",
    name="repeat-without-date",
    severity=Severity.ERROR,
    title=Text("重复的停机没有首次的日期", "a window repeats from a start that has no date"),
    why=Text(
        "重复从首次停机的日期和钟点推算；首次没有日期，其后各次都无从算起，也就一次都不会显示。",
        "A repetition is counted from the day and hour of its first occurrence. Without that day there is nothing to "
        "count from, and no later stop is ever shown.",
    ),
    bad=Example(snippet=_WINDOW.format("to be announced")),
    good=Example(snippet=_WINDOW.format("2025-11-30 18:00")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for id, window in subject.notice.windows.items() if subject.notice else ():
        if window.repeat and window.start.moment is None:
            yield Problem(
                path=("windows", id, "start"),
                message=Text(
                    f"开始“{window.start}”没有日期，`repeat` 无从推算；请写首次停机的日期和时间，如 `2025-11-30 18:00`",
                    f"the start `{window.start}` has no date for `repeat` to count from; write the first occurrence's "
                    "day and hour, as in `2025-11-30 18:00`",
                ),
            )
