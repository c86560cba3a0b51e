"""`outageplan calendar`: windows and deadlines as a file that calendars read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from outageplan.cli.asking import Given, asked_case, own_words, undated
from outageplan.cli.language import help_text, language
from outageplan.cli.options import (
    InsuredAtOption,
    KnownAtOption,
    LangOption,
    NoticeIds,
    NoticesOption,
    RoleOption,
    ServiceOption,
    TreatedAtOption,
)
from outageplan.cli.site_file import site_cases, site_files
from outageplan.errors import UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.engine.agenda import Agenda
    from outageplan.engine.case import Case
    from outageplan.notice.library import Library

PER = ("notice", "role", "site")

_Sites = Annotated[
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
_Per = Annotated[
    str | None,
    typer.Option(
        "--per",
        metavar="|".join(PER),
        help=help_text(
            "每份公告、每个角色或每个机构一个文件，写入 --output 所指文件夹",
            "a file for each notice, role or site, in the folder that --output names",
        ),
    ),
]
_Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="FILE|DIR",
        help=help_text("写入文件；与 --per 同用时为文件夹", "write to a file; with --per, to a folder"),
    ),
]


class _Feed(NamedTuple):
    """One calendar to make: its file's stem, what its title says it is of, and what to ask."""

    stem: str
    of: Text | None
    cases: tuple[Case, ...]


def calendar(
    context: typer.Context,
    notice: NoticeIds = None,
    notices: NoticesOption = None,
    known_at: KnownAtOption = None,
    insured_at: InsuredAtOption = None,
    treated_at: TreatedAtOption = None,
    role: RoleOption = None,
    service: ServiceOption = None,
    site: _Sites = None,
    per: _Per = None,
    lang: LangOption = None,
    output: _Output = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.output import complain
    from outageplan.engine.agenda_entries import EPOCH

    speak, sites = language(lang), site_files(site)
    _refuse(per, output, site or [], sites)
    library = input.told_library(notices, speak)
    given = Given(
        at=EPOCH,  # no event of a calendar depends on a moment
        known_at=known_at,
        insured_at=insured_at,
        treated_at=treated_at,
        role=role,
        service=service,
        ids=notice or (),
    )
    case, hints = asked_case(own_words(given, context), library)
    complain(*(hint[speak] for hint in (*hints, *undated(library.notices, case))))
    if per is None:
        _write_one(library, next(_of_sites(case, sites, speak), _Feed("", None, (case,))), speak, output)
    else:
        _write_each(library, _feeds(per, case, library, sites, speak), speak, Path(output or "."))
    if library.findings:
        raise typer.Exit(3)


calendar.__doc__ = help_text(
    "停机时段和截止时间的日历文件（RFC 5545），可订阅或导入。",
    "Windows and deadlines as a calendar file (RFC 5545), to import or subscribe to.",
)


def _refuse(per: str | None, output: str | None, given: list[str], sites: list[str]) -> None:
    """Raises `UsageError` for options that do not go together."""
    if per is None:
        if len(given) > 1:
            raise UsageError(Text("多个 --site 须加 --per site", "several --site need --per site"))
        return
    if per not in PER:
        listed = ", ".join(PER)
        raise UsageError(Text(f"--per 只能是 {listed}，不是“{per}”", f"--per is one of {listed}, not `{per}`"))
    if output is None:
        raise UsageError(Text("--per 须用 --output 指定文件夹", "--per needs a folder: --output DIR"))
    if per == "site" and not sites:
        raise UsageError(Text("--per site 须用 --site 指定机构文件", "--per site needs site files: --site FILE"))
    if per != "site" and len(given) > 1:
        raise UsageError(Text("多个 --site 须加 --per site", "several --site need --per site"))
    stems = [Path(file).stem for file in sites]
    if per == "site" and len(set(stems)) < len(stems):
        raise UsageError(Text("两个机构文件同名", "two site files have the same name"))


def _feeds(per: str, case: Case, library: Library, sites: list[str], lang: Lang) -> Iterator[_Feed]:
    from outageplan.catalog.vocabulary import roles

    if per == "site":
        yield from _of_sites(case, sites, lang)
        return
    if per == "role":
        for role in [case.role] if case.role else list(roles()):
            asked = replace(case, role=role)
            cases, _ = site_cases(asked, sites[0] if sites else None, lang)
            yield _Feed(role, roles()[role].name, cases)
        return
    cases, _ = site_cases(case, sites[0] if sites else None, lang)
    for notice in library.notices:
        if not case.notices or notice.id in case.notices:
            yield _Feed(notice.id, notice.title, tuple(replace(one, notices=(notice.id,)) for one in cases))


def _of_sites(case: Case, files: Iterable[str], lang: Lang) -> Iterator[_Feed]:
    for file in files:
        cases, site = site_cases(case, file, lang)
        yield _Feed(Path(file).stem, site.name if site else None, cases)


def _write_one(library: Library, feed: _Feed, lang: Lang, file: str | None) -> None:
    from outageplan.cli.output import write_result

    content, _ = _made(library, feed, lang)
    write_result(content, file)


def _write_each(library: Library, feeds: Iterable[_Feed], lang: Lang, folder: Path) -> None:
    """Writes the calendars that hold anything; each file whole or not at all."""
    from outageplan.cli.output import make_folder, write_whole

    made = [(feed.stem, *_made(library, feed, lang, quiet=True)) for feed in feeds]
    make_folder(folder)
    for stem, content, found in made:
        if found.events:
            write_whole(folder / f"{stem}.ics", content)
    _tell([found for _, _, found in made], lang)


def _made(library: Library, feed: _Feed, lang: Lang, *, quiet: bool = False) -> tuple[bytes, Agenda]:
    from outageplan.engine.agenda import agenda
    from outageplan.render.calendar_ics import calendar_ics, calendar_name

    found = agenda(library.notices, feed.cases)
    if not quiet:
        _tell([found], lang)
    return calendar_ics(found, lang, name=calendar_name(feed.of, lang)), found


def _tell(made: list[Agenda], lang: Lang) -> None:
    """What has no date, once; and that there is nothing, where there is nothing."""
    from outageplan.cli.output import complain
    from outageplan.render.calendar_ics import undated_lines
    from outageplan.render.calendar_words import word

    complain(*dict.fromkeys(line for found in made for line in undated_lines(found, lang)))
    if not any(found.events for found in made):
        complain(word("nothing", lang))
