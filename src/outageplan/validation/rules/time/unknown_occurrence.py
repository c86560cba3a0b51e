"""OP322: a change of an occurrence on a day on which the rule has none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from outageplan.engine.phrases import day_text
from outageplan.notice.finding import Severity
from outageplan.notice.model import Window
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text, joined

_WINDOW = """\
windows:
  stop:
    start: 2025-11-30 18:00
    end: 2025-12-01 06:00
    repeat: FREQ=MONTHLY;BYMONTHDAY=-1
    occurrences:
      {}: {{skip: yes}}
    clause: "1"
"""
RULE = Rule(
    code="OP322",
    name="unknown-occurrence",
    severity=Severity.ERROR,
    title=Text("所改的那一次不在重复规则之内", "a change of an occurrence that the rule does not give"),
    why=Text(
        "`occurrences` 的键是规则给出的那一天（即使已改到别的日子）。规则没有的日子改了也不生效，该次照旧停机。",
        "The keys of `occurrences` are days that the rule gives, also for one that is moved to another day. On any "
        "other day the change counts for nothing, and the stop that was meant takes place as before.",
    ),
    bad=Example(snippet=_WINDOW.format("2025-12-30")),
    good=Example(snippet=_WINDOW.format("2025-12-31")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for id, window in subject.notice.windows.items() if subject.notice else ():
        for day in window.occurrences:
            if told := _problem(window, day):
                yield Problem(path=("windows", id, "occurrences", day.isoformat()), message=told, at_key=True)


def _problem(window: Window, day: date) -> Text | None:
    """What is wrong with the day of a change, if anything."""
    if window.repeat is None:
        zh, en = "该时段没有 `repeat`，只有一次", "the window has no `repeat`, so there is just one occurrence"
        return Text(f"{zh}；请直接改写 `start` 和 `end`", f"{en}; write its `start` and `end`")
    from outageplan.engine.instances import repetition
    from outageplan.engine.repeat_days import days_back, days_since, is_day

    rule = repetition(window)
    if rule is None or is_day(*rule, day):
        return None
    near = sorted([*islice(days_back(*rule, day), 1), *islice(days_since(*rule, day), 1)])
    days = joined([day_text(one) for one in near], zh=" 或 ", en=" or ")
    asked = day_text(day)
    return Text(
        f"{asked['zh']}不是 `repeat` 给出的日子；最近的是 {days['zh']}",
        f"{asked['en']} is no day of `repeat`; the nearest is {days['en']}",
    )
