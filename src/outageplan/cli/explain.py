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
    else:
        raise UsageError(
            Text(f"没有规则“{rule}”", f"there is no rule `{rule}`; `outageplan validate` prints codes as OP301")
        )


explain.__doc__ = help_text(
    "说明一条规则：查什么、为什么、正误示例。", "Explain a rule: what it finds, why, wrong and right."
)
