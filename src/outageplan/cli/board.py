"""`outageplan board`: notices as a static site, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from outageplan.cli.asking import Given, asked_case, undated
from outageplan.cli.language import help_text, language
from outageplan.cli.options import KnownAtOption, LangOption, NoticeIds, NoticesOption
from outageplan.errors import UsageError
from outageplan.wording import Lang, Text

if TYPE_CHECKING:
    from outageplan.engine.case import Case
    from outageplan.notice.model import Notice

_Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="DIR",
        help=help_text(
            "写入该文件夹；不是本程序写的文件不动", "the folder to write to; no other file in it is touched"
        ),
    ),
]
_BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        help=help_text("网站地址，供订阅链接使用", "where the site will lie, for the links of its feeds"),
    ),
]
_Drafts = Annotated[bool, typer.Option("--drafts", help=help_text("也列出草稿", "list drafts, too"))]


def board(
    notice: NoticeIds = None,
    notices: NoticesOption = None,
    known_at: KnownAtOption = None,
    base_url: _BaseUrl = None,
    drafts: _Drafts = False,
    lang: LangOption = None,
    output: _Output = None,
) -> None:
    from outageplan.cli import input
    from outageplan.cli.board_folder import write_board
    from outageplan.cli.output import complain
    from outageplan.engine.agenda_entries import EPOCH
    from outageplan.render.board import board_files

    speak = language(lang)
    if not output:
        raise UsageError(Text("请用 --output 指定文件夹", "say where to: --output DIR"))
    base = _address(base_url)
    library = input.told_library(notices, speak)
    case, hints = asked_case(Given(at=EPOCH, known_at=known_at, ids=notice or ()), library)
    complain(*(hint[speak] for hint in (*hints, *undated(library.notices, case))))
    shown = _shown(library.notices, case, speak, drafts=drafts)
    files = board_files(shown, known_at=case.known_at, base_url=base)
    changed = write_board(Path(output), files)
    complain(_done(output, len(shown), changed, base)[speak])
    if library.findings:
        raise typer.Exit(3)


board.__doc__ = help_text(
    "静态网站：停机时间线、每份公告一页、日历、数据和更新订阅，中英文，无需脚本。",
    "A static site: a timeline, a page for every notice, calendars, data and a feed; Chinese and English; no script.",
)


def _address(url: str | None) -> str:
    """An address of the web that links can begin with; empty where none is given. Raises `UsageError`."""
    from outageplan.notice.fields import URL

    if url and not re.fullmatch(URL, url):
        raise UsageError(
            Text(
                f"--base-url 应以 http:// 或 https:// 开头，不是“{url}”",
                f"--base-url is a web address, not `{url}`",
            )
        )
    return url or ""


def _shown(notices: Sequence[Notice], case: Case, lang: Lang, *, drafts: bool) -> list[Notice]:
    """The notices asked for, as they were known; drafts only where they are asked for."""
    from outageplan.cli.output import complain
    from outageplan.engine.timeline import under_consideration
    from outageplan.notice.model import Status

    known = under_consideration(notices, [case], include_over=True)
    unasked = [] if drafts else [notice for notice in known if notice.id not in case.notices]
    left = [notice for notice in unasked if notice.status is Status.DRAFT]
    for notice in left:
        told = Text(
            f"{notice.id} 是草稿，未列入；加 --drafts 列入",
            f"{notice.id} is a draft, so not on the board; --drafts puts it there",
        )
        complain(told[lang])
    return [notice for notice in known if notice not in left]


def _done(folder: str, notices: int, changed: int, base: str) -> Text:
    """What was written, and what that means for the feeds."""
    written = Text(
        f"{folder}：公告 {notices} 份，{f'更新 {changed} 个文件' if changed else '没有变化'}",
        f"{folder}: {notices} notice{'s' * (notices != 1)}, "
        + (f"{changed} file{'s' * (changed != 1)} changed" if changed else "nothing changed"),
    )
    if base:
        return written
    return Text(
        f"{written['zh']}；未给 --base-url，订阅（feed.xml）中的链接为相对地址",
        f"{written['en']}; without --base-url the links in feed.xml are relative",
    )
