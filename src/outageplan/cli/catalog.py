"""`outageplan catalog`: search services, pools, roles and actions in either language."""

from __future__ import annotations

from typing import Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import LangOption, OutputOption
from outageplan.errors import UsageError
from outageplan.wording import Text

KINDS = ("services", "pools", "roles", "actions")

_Kind = Annotated[str, typer.Argument(metavar="|".join(KINDS), help=help_text("目录", "which catalog"))]
_Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help=help_text("要找的词，中英文均可", "words to find, in either language"),
        show_default=False,
    ),
]
_Format = Annotated[str, typer.Option("--format", metavar="text|json", help=help_text("输出格式", "output format"))]


def catalog(
    kind: _Kind, words: _Words = None, lang: LangOption = None, format: _Format = "text", output: OutputOption = None
) -> None:
    from outageplan.catalog.vocabulary import catalogs
    from outageplan.cli.output import complain, write_result
    from outageplan.render.catalog_text import catalog_json, catalog_text

    speak = language(lang)
    if kind not in KINDS:
        listed = ", ".join(KINDS)
        raise UsageError(Text(f"目录只有 {listed}，没有“{kind}”", f"the catalogs are {listed}; there is no `{kind}`"))
    if format not in ("text", "json"):
        raise UsageError(
            Text(f"--format 只能是 text 或 json，不是“{format}”", f"--format is text or json, not `{format}`")
        )
    entries = catalogs()[kind]
    found = entries.search(words or ())
    write_result(catalog_json(found) if format == "json" else catalog_text(found, speak), output)
    if not found:
        near = ", ".join(f"{entry.id} {entry.name[speak]}" for entry in entries.nearest(" ".join(words or ())))
        nearest = Text(f"；相近的有：{near}", f"; the nearest are {near}") if near else Text("", "")
        complain(Text(f"没有找到{nearest['zh']}", f"nothing found{nearest['en']}")[speak])
        raise typer.Exit(1)


catalog.__doc__ = help_text(
    "查找业务、统筹区、角色和办理方式。", "Search services, pools, roles and actions in either language."
)
