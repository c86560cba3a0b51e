"""OP404: a text in one language only."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.validation.texts import shortened, texts_of
from outageplan.wording import Text

RULE = Rule(
    code="OP404",
    name="missing-language",
    severity=Severity.WARNING,
    title=Text("文字只有一种语言", "a text in one language only"),
    why=Text(
        "缺少的语言会以另一种语言顶替，看不懂的人就得不到这一条说明。",
        "The other language is printed in place of the missing one, and whoever cannot read it is not told.",
    ),
    bad=Example(snippet="title: {zh: 示例市医保系统停机}\n"),
    good=Example(snippet="title: {zh: 示例市医保系统停机, en: Stop of an example city's system}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    for path, text in texts_of(subject):
        if text.zh is None or text.en is None:
            missing = "zh" if text.zh is None else "en"
            language = Text("中文", "Chinese") if text.zh is None else Text("英文", "English")
            shown = shortened(text["zh"])
            yield Problem(
                path=path,
                at_key=True,
                message=Text(
                    f"“{shown}”缺少{language['zh']}；请补写 `{missing}`",
                    f"`{shown}` has no {language['en']}; add `{missing}`",
                ),
            )
