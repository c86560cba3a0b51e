"""`outageplan explain`: the page of a rule of `validate`, or what a rule of the engine says."""

from __future__ import annotations

from typing import Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import LangOption
from outageplan.errors import UsageError
from outageplan.wording import Text

_Rule = Annotated[
    str,
    typer.Argument(
        metavar="RULE",
        help=help_text("规则代码或名称，如 OP301、both-ends", "code or name of a rule, as OP301 or both-ends"),
    ),
]


_NOT_APPLIED = Text(
    "# OP110 not-applied\n\n`check` 遇到变更公告（`amends`）时报告：本版本尚不能把它并入原公告，结果按原公告给出。\n",
    "# OP110 not-applied\n\n`check` tells this of an amendment (`amends`): this version does not apply it, and the "
    "answer is that of the notice as it was first published.\n",
)


def explain(rule: _Rule, lang: LangOption = None) -> None:
    from outageplan.cli.output import write_result
    from outageplan.cli.pages import page_of
    from outageplan.engine.rules import RULES
    from outageplan.render.rule_page import rule_page
    from outageplan.validation.rule import rule_by_code

    speak = language(lang)
    if found := rule_by_code(rule):
        write_result(rule_page(page_of(found), speak), None)
    elif ours := RULES.get(rule):
        norm = f"\n\n{ours.norm[speak]}" if ours.norm else ""
        write_result(f"# {ours.name}\n\n{ours.why[speak]}{norm}\n", None)
    elif rule.upper() == "OP110":
        write_result(_NOT_APPLIED[speak], None)
    else:
        raise UsageError(
            Text(f"没有规则“{rule}”", f"there is no rule `{rule}`; `outageplan validate` prints codes as OP301")
        )


explain.__doc__ = help_text(
    "说明一条规则：查什么、为什么、正误示例。", "Explain a rule: what it finds, why, wrong and right."
)
