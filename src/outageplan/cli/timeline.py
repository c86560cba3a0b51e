"""`outageplan timeline`: the windows of notices drawn to scale on the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from outageplan.cli.asking import Given, asked_case, own_words, undated
from outageplan.cli.language import help_text, language
from outageplan.cli.options import (
    AtOption,
    CurrentIds,
    InsuredAtOption,
    KnownAtOption,
    LangOption,
    NoticesOption,
    OutputOption,
    RoleOption,
    ServiceOption,
    SiteOption,
    TreatedAtOption,
)
from outageplan.cli.site_file import site_cases

_All = Annotated[bool, typer.Option("--all", help=help_text("也画出已结束的公告", "draw notices that are over, too"))]


def timeline(
    context: typer.Context,
    notice: CurrentIds = None,
    notices: NoticesOption = None,
    at: AtOption = None,
    known_at: KnownAtOption = None,
    insured_at: InsuredAtOption = None,
    treated_at: TreatedAtOption = None,
    role: RoleOption = None,
    service: ServiceOption = None,
    site: SiteOption = None,
    include_over: _All = False,
    lang: LangOption = None,
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.output import can_write, complain, print_lines, terminal_width, write_result
    from outageplan.engine.timeline import timeline as timeline_of
    from outageplan.engine.timeline import under_consideration
    from outageplan.render.timeline_text import BLOCKS, timeline_lines

    speak = language(lang)
    library = input.told_library(notices, speak)
    given = Given(
        at=at,
        known_at=known_at,
        insured_at=insured_at,
        treated_at=treated_at,
        role=role,
        service=service,
        ids=notice or (),
    )
    case, hints = asked_case(own_words(given, context), library)
    complain(*(hint[speak] for hint in (*hints, *undated(library.notices, case))))
    cases, _ = site_cases(case, site, speak)
    found = timeline_of(under_consideration(library.notices, cases, include_over=include_over), cases, case.at)
    if output is None:
        blocks = can_write("".join(BLOCKS.values()))
        print_lines(timeline_lines(found, speak, width=terminal_width(), at=case.at, blocks=blocks))
    else:
        lines = timeline_lines(found, speak, width=None, at=case.at)
        write_result("".join(f"{line.plain}\n" for line in lines), output)
    if library.findings:
        raise typer.Exit(3)


timeline.__doc__ = help_text(
    "停机时间线：各时段按比例画出，确定与未确认的分开。",
    "Windows drawn to scale: what is sure and what is only expected told apart.",
)
