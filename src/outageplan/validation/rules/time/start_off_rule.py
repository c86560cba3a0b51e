"""OP321: a window that repeats, whose own start is not one of the days that its rule gives."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.engine.phrases import day_text
from outageplan.notice.finding import Severity
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_WINDOW = """\
windows:
  stop: {{start: {} 18:00, end: {} 06:00, repeat: FREQ=MONTHLY;BYMONTHDAY=-1, clause: "1"}}
"""
RULE = Rule(
    code="OP321",
    name="start-off-rule",
    severity=Severity.ERROR,
    title=Text("首次停机不在重复规则之内", "a window does not start on a day of its own rule"),
    why=Text(
        "`start` 是首次停机，应当就是 `repeat` 给出的第一天。两者不符，必有一个写错，其后各次也就不可信。",
        "The `start` is that of the first occurrence, and should be the first day that `repeat` gives. Where they "
        "differ one of them is wrong, and so may be every later stop.",
    ),
    bad=Example(snippet=_WINDOW.format("2025-11-29", "2025-11-30")),
    good=Example(snippet=_WINDOW.format("2025-11-30", "2025-12-01")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for id, window in subject.notice.windows.items() if subject.notice else ():
        if window.repeat is None:
            continue
        from outageplan.engine.instances import repetition  # few windows repeat, and this takes time to load
        from outageplan.engine.repeat_days import first_given, gives_first
        from outageplan.engine.repeat_words import repeat_text

        rule = repetition(window)
        if rule is None or gives_first(*rule):
            continue
        day, given = day_text(rule[1].day), first_given(*rule)
        how = repeat_text(*rule)
        zh = f"首次停机 {day['zh']}不在 `repeat`（{how['zh']}）之内"
        en = f"the start, {day['en']}, is no day of `repeat` ({how['en']})"
        if given is None:
            told = Text(
                f"{zh}，该规则自此没有任何一天；请更正规则", f"{en}, which gives no day from then on; correct it"
            )
        else:
            first = day_text(given)
            told = Text(
                f"{zh}，其第一天是 {first['zh']}；请更正 `start` 或 `repeat`",
                f"{en}, whose first one is {first['en']}; correct `start` or `repeat`",
            )
        yield Problem(path=("windows", id, "start"), message=told)
