"""`outageplan check`: what is down for whom, until when, what to do instead, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.asking import Given, asked_case, own_words, undated
from outageplan.cli.language import help_text, language
from outageplan.cli.options import (
    AdmittedOption,
    AtOption,
    CurrentIds,
    DischargedOption,
    InsuredAtOption,
    KnownAtOption,
    LangOption,
    NoticesOption,
    OccurrencesOption,
    OutputOption,
    PatientOption,
    ReceiptOption,
    RoleOption,
    SchemeOption,
    ServiceOption,
    SiteOption,
    TreatedAtOption,
    VisitOption,
)
from outageplan.cli.site_file import site_cases
from outageplan.cli.written import require_format, write_outlines
from outageplan.errors import UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.engine.plan import Plan
    from outageplan.notice.library import Library
    from outageplan.notice.site import Site
    from outageplan.render.outline import Outline

FORMATS = ("text", "json", "markdown", "html")

_All = Annotated[bool, typer.Option("--all", help=help_text("也列出已结束的公告", "list notices that are over, too"))]
_Why = Annotated[bool, typer.Option("--why", help=help_text("列出每一行的依据", "print the reasons of every line"))]
_Next = Annotated[
    bool,
    typer.Option(
        "--next",
        help=help_text(
            "只答各项业务何时可再办（按全部公告）", "tell only from when each service can be used again, by all notices"
        ),
    ),
]
_ExitCode = Annotated[
    bool,
    typer.Option(
        "--exit-code",
        help=help_text("查询时点有业务受影响时以 1 退出", "exit with 1 when a service is affected at the moment"),
    ),
]
_Format = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), help=help_text("输出格式", "output format"))
]


def check(
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
    scheme: SchemeOption = None,
    patient: PatientOption = None,
    admitted: AdmittedOption = None,
    discharged: DischargedOption = None,
    visit: VisitOption = None,
    receipt: ReceiptOption = None,
    include_over: _All = False,
    next: _Next = False,
    why: _Why = False,
    occurrences: OccurrencesOption = None,
    exit_code: _ExitCode = False,
    lang: LangOption = None,
    format: _Format = "text",
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input

    speak, chosen, listing = language(lang), require_format(format, FORMATS), _how_many(occurrences)
    library = input.told_library(notices, speak)
    given = Given(
        at=at,
        known_at=known_at,
        insured_at=insured_at,
        treated_at=treated_at,
        role=role,
        scheme=scheme,
        service=service,
        patient=patient,
        ids=notice or (),
        events={"admission": admitted, "discharge": discharged, "visit": visit, "receipt": receipt},
    )
    plans, place = _plans(own_words(given, context), site, library, speak, include_over=include_over, include_next=next)
    _Printer(plans, place, library, speak, why=why, occurrences=listing).write(chosen, output)
    if library.findings:
        raise typer.Exit(3)
    if exit_code and any(plan.affected for plan in plans):
        raise typer.Exit(1)


check.__doc__ = help_text(
    "查询：哪些业务停、停到何时、各方怎么办、何时截止，每行注明公告条款。",
    "What is down for whom, until when, what to do instead and by when; every line names its clause.",
)


def _how_many(option: str | None) -> int:
    """How many occurrences are to be listed, none unless asked for."""
    if option is None:
        return 0
    if not re.fullmatch(r"[1-9]\d{0,2}", option, re.ASCII):
        message = Text(
            f"--occurrences 应为 1 至 999 的整数，不是“{option}”",
            f"--occurrences is a whole number from 1 to 999, not `{option}`",
        )
        raise UsageError(message)
    return int(option)


def _plans(
    given: Given, site: str | None, library: Library, lang: Lang, *, include_over: bool, include_next: bool
) -> tuple[list[Plan], Site | None]:
    """The plans for a question, one for each pool of a site; what was read into it is told."""
    from outageplan.cli.output import complain
    from outageplan.engine.plan import make_plan

    case, hints = asked_case(given, library)
    complain(*(hint[lang] for hint in hints))
    cases, place = site_cases(case, site, lang)
    plans = [make_plan(library.notices, one, include_over=include_over, include_next=include_next) for one in cases]
    shown = [standing.notice for plan in plans for standing in plan.notices]
    complain(*dict.fromkeys(hint[lang] for hint in undated(shown, case)))
    return plans, place


class _Printer:
    """Prints plans, several of them for a site that serves more than one pool."""

    def __init__(
        self, plans: list[Plan], site: Site | None, library: Library, lang: Lang, *, why: bool, occurrences: int
    ) -> None:
        self.plans, self.site, self.library, self.lang = plans, site, library, lang
        self.why, self.occurrences = why, occurrences

    def write(self, format: str, file: str | None) -> None:
        """Writes them in a format to a file, or else to standard output."""
        from outageplan.cli.output import write_result

        if format == "json":
            write_result(self._json(), file)
            return
        outlines = list(self._outlines())
        if format == "html":
            from outageplan.render.check_html import check_html

            write_result(check_html(outlines, self.lang), file)
        else:
            write_outlines(outlines, format, file)

    def _json(self) -> str:
        from outageplan.render.check_json import check_json, site_json

        if self.site is None:
            return check_json(self.plans[0], self.library.findings, occurrences=self.occurrences)
        return site_json(self.site, self.plans, self.library.findings, occurrences=self.occurrences)

    def _outlines(self) -> Iterator[Outline]:
        from outageplan.render.check_outline import check_outline

        for plan in self.plans:
            yield check_outline(plan, self.lang, why=self.why, occurrences=self.occurrences, site=self.site)
