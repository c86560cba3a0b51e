"""`outageplan impact`: how many transactions a stop defers, and what it takes to clear them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import (
    AtOption,
    CurrentIds,
    KnownAtOption,
    LangOption,
    NoticesOption,
    OutputOption,
    ServiceOption,
)
from outageplan.cli.written import require_format, write_outlines
from outageplan.errors import GrammarError, UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.engine.case import Case
    from outageplan.engine.impact_answer import Impact, Question
    from outageplan.notice.library import Library

FORMATS = ("text", "json", "markdown")

_Site = Annotated[
    str | None,
    typer.Option(
        "--site",
        metavar="FILE",
        envvar="OUTAGEPLAN_SITE",
        help=help_text(
            "机构文件：按本机构的笔数和营业时间计算", "site file: counts from its own volumes and opening hours"
        ),
    ),
]
_Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help=help_text("一天 24 小时的分布（YAML 或 CSV），默认平均", "24 hourly weights (YAML or CSV); default: even"),
    ),
]
_Share = Annotated[
    str | None,
    typer.Option(
        "--share",
        metavar="SHARE",
        help=help_text(
            "全国业务量中受影响的占比，如 2%、1%-3%（不用 --site 时）",
            "what share of the national figure stops, as 2% or 1%-3% (without --site)",
        ),
    ),
]
_Rate = Annotated[
    str | None,
    typer.Option(
        "--rate",
        metavar="N",
        help=help_text(
            "每小时总共能办多少笔（含当日业务）；默认取机构文件",
            "how many can be done in an hour, the day's own included; default: that of the site",
        ),
    ),
]
_Rows = Annotated[
    str | None,
    typer.Option("--page-rows", metavar="N", help=help_text("台账每页行数", "rows of a ledger page")),
]
_Format = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), help=help_text("输出格式", "output format"))
]


def impact(
    notice: CurrentIds = None,
    site: _Site = None,
    profile: _Profile = None,
    share: _Share = None,
    rate: _Rate = None,
    page_rows: _Rows = None,
    service: ServiceOption = None,
    notices: NoticesOption = None,
    at: AtOption = None,
    known_at: KnownAtOption = None,
    lang: LangOption = None,
    format: _Format = "text",
    output: OutputOption = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.asking import Given, asked_case, undated
    from outageplan.cli.output import complain
    from outageplan.engine.impact import make_impact

    speak = language(lang)
    require_format(format, FORMATS)
    if site and share:
        raise UsageError(
            Text("--share 只用于全国公布的数字，不与 --site 同用", "--share is of the national figure, not of a --site")
        )
    numbers = {"--share": share, "--rate": rate, "--page-rows": page_rows}
    library = input.told_library(notices, speak)
    case, hints = asked_case(Given(at=at, known_at=known_at, service=service, ids=notice or ()), library)
    question = _question(case, numbers, (site, profile), speak)
    complain(*(hint[speak] for hint in (*hints, *undated(library.notices, case))))
    _print(make_impact(library.notices, question), library, format, speak, output)
    if library.findings:
        raise typer.Exit(3)


impact.__doc__ = help_text(
    "测算停机积压：推迟多少笔、台账几页、补办几小时、何时补完；每个数字注明来源或假设。",
    "What a stop defers: transactions, ledger pages, hours of catch-up, and the day it ends; "
    "every number names its source or is marked as an assumption.",
)


def _question(case: Case, numbers: dict[str, str | None], files: tuple[str | None, str | None], lang: Lang) -> Question:
    """What was asked. Raises `UsageError`, `GrammarError`, `UnknownNameError` and `UnreadableError`."""
    from outageplan.cli.site_file import profile_from, site_from
    from outageplan.engine.impact_answer import Question
    from outageplan.notice.volumes import parse_count, parse_rate, parse_share

    share, rate, rows = numbers["--share"], numbers["--rate"], numbers["--page-rows"]
    try:
        return Question(
            case=case,
            site=site_from(files[0], lang) if files[0] else None,
            profile=profile_from(files[1], lang) if files[1] else None,
            share=parse_share(share) if share else None,
            rate=parse_rate(rate.strip()) if rate else None,
            rows=parse_count(rows) if rows else None,
        )
    except GrammarError as error:
        option = next(name for name, text in numbers.items() if text and f"`{text.strip()}`" in error.message["en"])
        raise UsageError(Text(f"{option}：{error.message['zh']}", f"{option}: {error.message['en']}")) from None


def _print(impact: Impact, library: Library, format: str, lang: Lang, file: str | None) -> None:
    from outageplan.cli.output import write_result

    if format == "json":
        from outageplan.render.impact_json import impact_json

        write_result(impact_json(impact, library.findings), file)
        return
    from outageplan.render.impact_outline import impact_outline

    write_outlines([impact_outline(impact, lang)], format, file)
