"""`outageplan checklist`: one role's sheet of paper, with a ledger and a poster where they are asked for."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.asking import Given, asked_case, own_words, undated
from outageplan.cli.language import help_text, language, locale_language
from outageplan.cli.options import (
    AtOption,
    CurrentIds,
    InsuredAtOption,
    KnownAtOption,
    NoticesOption,
    OutputOption,
    PatientOption,
    RoleOption,
    SiteOption,
    TreatedAtOption,
)
from outageplan.cli.written import require_format, write_outlines
from outageplan.errors import UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.notice.site import Site
    from outageplan.render.checklist_sheet import Sheet, Speech

FORMATS = ("text", "markdown", "html", "pdf")
MOST_ROWS = 1000

_Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="N",
        help=help_text(
            "附 N 行的手工登记表（药店、医疗机构）", "add a ledger of N rows to fill by hand (pharmacies, hospitals)"
        ),
    ),
]
_Poster = Annotated[
    bool,
    typer.Option(
        "--poster",
        help=help_text("附给患者看的告示（药店、医疗机构）", "add a poster for patients (pharmacies, hospitals)"),
    ),
]
_Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="zh|en|both",
        help=help_text("语言，both 为中英对照；默认随系统", "language, both: side by side; default: from the locale"),
    ),
]
_Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help=help_text("输出格式；pdf 须装 outageplan[pdf]", "output format; pdf needs outageplan[pdf]"),
    ),
]


def checklist(
    context: typer.Context,
    notice: CurrentIds = None,
    role: RoleOption = None,
    site: SiteOption = None,
    ledger: _Ledger = None,
    poster: _Poster = False,
    insured_at: InsuredAtOption = None,
    treated_at: TreatedAtOption = None,
    patient: PatientOption = None,
    notices: NoticesOption = None,
    at: AtOption = None,
    known_at: KnownAtOption = None,
    lang: _Lang = None,
    format: _Format = "text",
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.output import complain
    from outageplan.engine.checklist import make_checklist
    from outageplan.render.checklist_view import sheet

    speech: Speech = "both" if lang == "both" else language(lang)
    speak: Lang = locale_language() if speech == "both" else speech
    _refuse_format(format, output)
    library = input.told_library(notices, speak)
    place = _site(site, speak)
    given = Given(
        at=at,
        known_at=known_at,
        insured_at=insured_at,
        treated_at=treated_at,
        role=role,
        patient=patient,
        ids=notice or (),
    )
    case, hints = asked_case(_with_role(own_words(given, context), place), library)
    complain(*(hint[speak] for hint in (*hints, *undated(library.notices, case))))
    rows = _rows(ledger, poster, case.role)
    made = sheet(make_checklist(library.notices, case, site=place), ledger=rows, poster=poster)
    if poster and not made.posters:
        complain(Text("没有涉及本次查询的停机，因此没有告示", "nothing stops here, so there is no poster")[speak])
    _print(made, format, speech, output)
    if library.findings:
        raise typer.Exit(3)


checklist.__doc__ = help_text(
    "办理清单：停机前、停机期间、恢复后各做什么，可打印；按期限先后，注明公告条款。",
    "A sheet to print: what to do before, during and after, in order of deadline, each with its clause.",
)


def _refuse_format(format: str, output: str | None) -> None:
    require_format(format, FORMATS)
    if format == "pdf" and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(
            Text("PDF 不能显示在终端上，请加 --output 文件名", "a PDF does not go to a terminal: add --output FILE")
        )


def _site(file: str | None, lang: Lang) -> Site | None:
    from outageplan.cli.site_file import site_from

    return site_from(file, lang) if file else None


def _with_role(given: Given, site: Site | None) -> Given:
    """The question with its role, that of the site unless another is asked for. Raises `UsageError` without any."""
    role = given.role or (site.role if site else None)
    if role is None:
        raise UsageError(
            Text(
                "请用 --role 写明清单给谁用（insured pharmacy hospital employer agency tax），或用 --site 给出机构文件",
                "whose checklist? --role insured, pharmacy, hospital, employer, agency or tax, or --site FILE",
            )
        )
    return replace(given, role=role)


def _rows(ledger: str | None, poster: bool, role: str | None) -> int:
    """How many rows the ledger has, 0 for none. Raises `UsageError`."""
    from outageplan.engine.checklist import PROVIDERS

    if (ledger is not None or poster) and role not in PROVIDERS:
        raise UsageError(
            Text(
                "--ledger 和 --poster 只用于药店和医疗机构（pharmacy、hospital）",
                "--ledger and --poster are for pharmacies and hospitals",
            )
        )
    if ledger is None:
        return 0
    if not (ledger.isascii() and ledger.isdecimal() and 1 <= int(ledger[:6]) <= MOST_ROWS and len(ledger) <= 6):
        raise UsageError(
            Text(
                f"--ledger 应为 1 到 {MOST_ROWS} 的整数，不是“{ledger}”",
                f"--ledger is a whole number from 1 to {MOST_ROWS}, not `{ledger}`",
            )
        )
    return int(ledger)


def _print(sheet: Sheet, format: str, speech: Speech, file: str | None) -> None:
    from outageplan.cli.output import write_result

    if format == "pdf":
        from outageplan.cli.typesetting import typeset
        from outageplan.render.checklist_typst import TEMPLATE, checklist_data

        write_result(typeset(TEMPLATE, checklist_data(sheet, speech)), file)
        return
    if format == "html":
        from outageplan.render.checklist_html import checklist_html

        write_result(checklist_html(sheet, speech), file)
        return
    from outageplan.render.checklist_outline import checklist_outline

    write_outlines([checklist_outline(sheet, speech)], format, file)
