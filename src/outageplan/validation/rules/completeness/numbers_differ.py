"""OP405: the Chinese and the English of one text name different numbers."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.numbers import differences
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.validation.texts import texts_of
from outageplan.wording import Text

RULE = Rule(
    code="OP405",
    name="numbers-differ",
    severity=Severity.ERROR,
    title=Text("中英文数字不一致", "Chinese and English differ in their numbers"),
    why=Text(
        "日期、时刻、天数和金额两种文字不一致，总有一部分人照着错的办：误了期限，或白跑一趟。",
        "Where the two languages name different dates, hours, days or sums, some readers follow the wrong one: they "
        "miss "
        "a deadline, or come for nothing.",
    ),
    bad=Example(
        snippet="notes:\n  return:\n    say: {zh: 预计11月28日8时恢复。, en: The return is expected at 08:00 on 27 "
        "November.}\n"
        "    clause: '1'\n"
    ),
    good=Example(
        snippet="notes:\n  return:\n    say: {zh: 预计11月28日8时恢复。, en: The return is expected at 8 a.m. on 28 "
        "November.}\n"
        "    clause: '1'\n"
    ),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for path, text in texts_of(subject):
        only_zh, only_en = differences(text)
        if only_zh or only_en:
            zh = [f"只有中文写有{_quoted(only_zh)['zh']}"] * bool(only_zh) + [
                f"只有英文写有{_quoted(only_en)['zh']}"
            ] * bool(only_en)
            en = [f"only the Chinese has {_quoted(only_zh)['en']}"] * bool(only_zh) + [
                f"only the English has {_quoted(only_en)['en']}"
            ] * bool(only_en)
            yield Problem(
                path=(*path, "en"),
                message=Text(
                    f"中英文数字不一致：{'，'.join(zh)}；请改为一致",
                    f"the numbers differ: {', '.join(en)}; make the two agree",
                ),
            )


def _quoted(numbers: list[str]) -> Text:
    shown = list(dict.fromkeys(number.strip() for number in numbers))
    return Text("、".join(f"“{one}”" for one in shown), ", ".join(f"`{one}`" for one in shown))
