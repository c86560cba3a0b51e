"""What a command asks the engine that speaks for a role and places, or for the sites of site files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.language import help_text
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.engine.case import Case
    from outageplan.notice.library import Library
    from outageplan.notice.site import Site

SiteOptions = Annotated[
    list[str] | None,
    typer.Option(
        "--site",
        metavar="FILE",
        help=help_text(
            "机构文件：取其角色和统筹区；--per site 时可重复；默认取 OUTAGEPLAN_SITE",
            "site file: its role and pools; repeatable with --per site; else OUTAGEPLAN_SITE",
        ),
    ),
]
NoticeIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NOTICE",
        help=help_text("公告编号；不写则为全部公告", "ids of notices; without any, all that are on file"),
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A question as it stands on the command line."""

    ids: Sequence[str] = ()
    services: Sequence[str] = ()
    known_at: str | None = None
    insured_at: str | None = None
    treated_at: str | None = None
    role: str | None = None
    patient: Sequence[str] | None = None


def asked_case(library: Library, words: Words, at: datetime | str) -> tuple[Case, list[Text]]:
    """The case of the words, and what was read into them that they do not say.

    Raises `UsageError`, `GrammarError`, `UnknownNameError` and `UnreadableError`.
    """
    from outageplan.cli import asking

    given = asking.Given(
        at=at,
        known_at=words.known_at,
        insured_at=words.insured_at,
        treated_at=words.treated_at,
        role=words.role,
        service=words.services,
        patient=words.patient,
        ids=words.ids,
    )
    case = asking.asked_case(given, library)
    return case, [*asking.hints(given, case, library), *_undated(case, library)]


def _undated(case: Case, library: Library) -> Iterator[Text]:
    """Notices that count as known only because their date of publication is not."""
    for notice in library.notices if case.known_at else ():
        if notice.published is None and (not case.notices or notice.id in case.notices):
            id = notice.id
            yield Text(f"{id} 未写明发布日期，按已知处理", f"{id} has no date of publication: it is counted as known")


def own_words(context: typer.Context, site_given: bool, **words: str | None) -> dict[str, str | None]:
    """The words of options by name; a site that is named on the command line comes before those of the environment."""
    sources = {name: context.get_parameter_source(name) for name in words}
    return {
        name: None if site_given and (source := sources[name]) and source.name == "ENVIRONMENT" else word
        for name, word in words.items()
    }


def site_files(given: Sequence[str] | None) -> list[str]:
    """The site files asked for, else the one of `OUTAGEPLAN_SITE`."""
    named = os.environ.get("OUTAGEPLAN_SITE")
    return list(given or ([named] if named else []))


def site_cases(case: Case, file: str | None, lang: Lang) -> tuple[tuple[Case, ...], Site | None]:
    """The cases to ask about: those of the site in a file, else the one alone. Raises and exits as `site_from` does."""
    if file is None:
        return (case,), None
    from outageplan.cli.site_file import site_from
    from outageplan.engine.site_cases import cases_at

    site = site_from(file, lang)
    return cases_at(site, case), site
