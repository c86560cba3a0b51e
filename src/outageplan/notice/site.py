"""A site file: who and where somebody is, when they are open, and how many transactions they have.

It sets the defaults of the commands, and `impact` counts from it. Written and read like a notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

from outageplan.catalog.services import services
from outageplan.errors import GrammarError, UnknownNameError
from outageplan.notice.document import Document, read_document
from outageplan.notice.fields import Phone, Phrase, PoolId, RoleId, ServiceId, Some, Wording, empty
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.hours import WEEK, Spans, Week, named_twice, parse_days, parse_hours, week_of
from outageplan.notice.model import Part
from outageplan.notice.reading import Reading, file_content, finished, nothing_in
from outageplan.notice.volumes import Volume, parse_rate, parse_volume
from outageplan.wording import Text

SITE_FORMAT = "outageplan-site/1"


def _once(pools: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pools))


DayKey = Annotated[str, AfterValidator(parse_days)]
DayHours = Annotated[Spans, Phrase(parse_hours, "x")]
Daily = Annotated[Volume, Phrase(parse_volume, "x")]
Rate = Annotated[Fraction, Phrase(parse_rate, "x")]


class Site(Part):
    """One pharmacy, hospital, agency or employer.

    `pools` are those that it is designated to or serves, `volumes` transactions per open day by service or branch,
    `rate` how many transactions an hour it can settle in all, those of the day included.
    """

    format: Literal["outageplan-site/1"]
    name: Wording
    role: RoleId
    pools: Annotated[Some[PoolId], AfterValidator(_once)]
    treated_at: PoolId | None = Field(default=None, alias="place")
    telephone: Phone | None = None
    hours: Annotated[Mapping[DayKey, DayHours], AfterValidator(FrozenDict)] = empty()
    volumes: Annotated[Mapping[ServiceId, Daily], AfterValidator(FrozenDict)] = empty()
    rate: Rate | None = None

    @property
    def place(self) -> str:
        """The pool in which people are treated here: as written, else the first of `pools`."""
        return self.treated_at or self.pools[0]

    @property
    def week(self) -> Week | None:
        """The opening hours of Monday to Sunday, or None where the file gives none."""
        return week_of(self.hours) if self.hours else None


def read_site(content: bytes, file: str, *, places: bool = False) -> Reading:
    """Reads a site from the bytes of a file. Never raises; `file` is the name that findings carry."""
    return site_in(read_document(content, file, places=places), content)


def read_site_file(path: Path) -> Reading:
    """Reads a site file. Raises `UnreadableError` where there is no regular file that can be read."""
    return read_site(file_content(path), str(path))


def site_in(document: Document, content: bytes) -> Reading:
    """The site in a document, or the findings that say why there is none."""
    site = None
    if not nothing_in(document, content):
        data = document.data
        if isinstance(data, dict) and str(data.get("format", "")).startswith("outageplan/"):
            _report_notice(document)
        else:
            site = _site(document)
    return finished(document, site=site)


def _site(document: Document) -> Site | None:
    site = None
    try:
        site = Site.model_validate(document.data)
    except ValidationError as error:
        from outageplan.notice.problems import report_problems  # only files with problems pay for it

        report_problems(document, error, Site, SITE_FORMAT)
    _report_days(document)
    _report_volumes(document)
    return site


def _report_notice(document: Document) -> None:
    message = Text(
        f"这是公告，不是机构文件；机构文件以 `format: {SITE_FORMAT}` 开头",
        f"this is a notice, not a site; a site file begins with `format: {SITE_FORMAT}`",
    )
    document.report("OP107", "unknown-format", message, document.span_of(("format",)), ("format",))


def _report_days(document: Document) -> None:
    """Adds a finding for each key of the hours that names a day a second time."""
    hours = document.data.get("hours") if isinstance(document.data, dict) else None
    if not isinstance(hours, dict):
        return
    known = [key for key in hours if _is_days(key)]
    for key, earlier, day in named_twice(known):
        message = Text(
            f"`{earlier}` 和 `{key}` 都写了 {WEEK[day]}；请只写一处",
            f"`{earlier}` and `{key}` both name {WEEK[day]}; keep it in one of them",
        )
        document.report("OP108", "wrong-value", message, document.span_of(("hours", key), key=True), ("hours", key))


def _is_days(key: str) -> bool:
    try:
        return bool(parse_days(key))
    except GrammarError:
        return False


def _report_volumes(document: Document) -> None:
    """Adds a finding for each service whose transactions an earlier line has counted already."""
    volumes = document.data.get("volumes") if isinstance(document.data, dict) else None
    if not isinstance(volumes, dict):
        return
    counted: dict[str, str] = {}
    for key in volumes:
        try:
            leaves = services().leaves_of(services().by_id(key).id)
        except UnknownNameError:
            continue
        twice = next((counted[leaf.id] for leaf in leaves if leaf.id in counted), None)
        counted |= {leaf.id: key for leaf in leaves if leaf.id not in counted}
        if twice:
            message = Text(
                f"`{twice}` 与 `{key}` 有重叠，会重复计数；请写到不重叠的业务",
                f"`{twice}` and `{key}` overlap and would be counted twice; name services that do not",
            )
            document.report(
                "OP108", "wrong-value", message, document.span_of(("volumes", key), key=True), ("volumes", key)
            )
