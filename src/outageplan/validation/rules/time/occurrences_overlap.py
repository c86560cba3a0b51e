"""OP323: an occurrence that has not ended when the next one begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from outageplan.engine.phrases import boundary_text
from outageplan.notice.finding import Severity
from outageplan.notice.model import Window
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.engine.instances import Instance

MANY = 500  # occurrences from the first one on: more than a year of nights
_WINDOW = """\
windows:
  stop: {{start: 2025-11-21 23:00, end: {}, repeat: FREQ=DAILY;UNTIL=20251124, clause: "1"}}
"""
RULE = Rule(
    code="OP323",
    name="occurrences-overlap",
    severity=Severity.ERROR,
    title=Text("一次停机未完，下一次已开始", "an occurrence ends when the next has begun"),
    why=Text(
        "相邻两次停机首尾相接或重叠，中间从未恢复，“恢复后”的事项和期限就无从谈起。多半是结束日期写错；确实连续停机的，"
        "请写成一个时段。",
        "When one stop runs into the next, service never returns between them, and nothing can be done “after” it. "
        "Most often the day of the end is wrong; a stop that really goes on is one window.",
    ),
    bad=Example(snippet=_WINDOW.format("2025-11-23 06:00")),
    good=Example(snippet=_WINDOW.format("2025-11-22 06:00")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for id, window in subject.notice.windows.items() if subject.notice else ():
        if window.repeat is None or window.start.moment is None:
            continue
        told: set[str] = set()
        for one, following in _neighbours(window):
            path, message = _problem(id, one, following)
            if ".".join(path) not in told:
                told.add(".".join(path))
                yield Problem(path=path, message=message)


def _neighbours(window: Window) -> Iterator[tuple[Instance, Instance]]:
    """Occurrences that last until the one after them, or longer: among the first, and around those that are changed."""
    from outageplan.engine.instances import changed_instances, instances_after, instances_before

    assert window.start.moment is not None, "what repeats has a dated start"
    begin = window.start.moment.as_start() - timedelta(days=1)
    pairs = list(pairwise(islice(filter(_takes_place, instances_after(window, begin)), MANY)))
    for one in changed_instances(window):
        at = one.start.as_start()
        if at is None or one.skipped:
            continue
        before = next((it for it in instances_before(window, at) if it.day != one.day and _takes_place(it)), None)
        after = next((it for it in instances_after(window, at) if _takes_place(it)), None)
        pairs += [(before, one)] if before else []
        pairs += [(one, after)] if after else []
    for one, following in pairs:
        end, start = one.end.as_end(), following.start.as_start()
        if end and start and end >= start:
            yield one, following


def _takes_place(one: Instance) -> bool:
    return not one.skipped and one.start.moment is not None


def _problem(id: str, one: Instance, following: Instance) -> tuple[tuple[str, ...], Text]:
    end, start = boundary_text(one.end, end=True), boundary_text(following.start)
    path: tuple[str, ...] = ("windows", id, "end")
    if one.change and one.change.end:
        path = ("windows", id, "occurrences", one.day.isoformat(), "end")
    elif following.change and following.change.start:
        path = ("windows", id, "occurrences", following.day.isoformat(), "start")
    elif one.change and one.change.start:
        path = ("windows", id, "occurrences", one.day.isoformat(), "start")
    zh = f"{one.day} 的一次到 {end['zh']} 才结束，而 {following.day} 的一次 {start['zh']} 已开始"
    en = f"the occurrence of {one.day} ends at {end['en']}, and that of {following.day} begins at {start['en']}"
    return path, Text(
        f"{zh}；请更正，连续停机的写成一个时段", f"{en}; correct it, or write one window for what goes on"
    )
