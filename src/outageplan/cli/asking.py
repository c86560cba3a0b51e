"""From the options that describe a case, which several commands share, to the case; and what was read into them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.errors import UnknownNameError, UsageError
from outageplan.wording import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import typer

    from outageplan.engine.case import Case
    from outageplan.notice.library import Library
    from outageplan.notice.model import Notice
    from outageplan.notice.moments import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A case as it stands on the command line, each option as it was written; None for one that was not given.

    Without `at` it is asked now; what depends on no moment is given one as a datetime. `service` and `patient` are the
    values of options that may be repeated, each perhaps several words between commas.
    """

    at: str | datetime | None = None
    known_at: str | None = None
    insured_at: str | None = None
    treated_at: str | None = None
    role: str | None = None
    scheme: str | None = None
    service: Sequence[str] | None = None
    patient: Sequence[str] | None = None
    ids: Sequence[str] = ()
    events: Mapping[Event, str | None] = field(default_factory=dict)


def own_words(given: Given, context: typer.Context) -> Given:
    """The question without the role and the places of the environment, where a site is named on the command line.

    What is typed comes first: the site's own role and places before those that hold from day to day.
    """
    if _source(context, "site") != "COMMANDLINE":
        return given
    role, insured_at, treated_at = (
        None if _source(context, name) == "ENVIRONMENT" else word
        for name, word in (("role", given.role), ("insured_at", given.insured_at), ("treated_at", given.treated_at))
    )
    return replace(given, role=role, insured_at=insured_at, treated_at=treated_at)


def _source(context: typer.Context, name: str) -> str | None:
    found = context.get_parameter_source(name)
    return found.name if found else None


def asked_case(given: Given, library: Library) -> tuple[Case, list[Text]]:
    """The case asked for, where an id of an amendment stands for its notice; and what was read into the words.

    Raises `UsageError`, `GrammarError` and `UnknownNameError` for options that make no sense, `UnreadableError` for an
    id that is not on file while files were left out.
    """
    from outageplan.cli import input
    from outageplan.cli.naming import named_notices
    from outageplan.engine.asking import make_case

    case = make_case(
        (),
        at=input.now() if given.at is None else given.at,
        known_at=given.known_at,
        insured_at=given.insured_at,
        treated_at=given.treated_at,
        role=given.role,
        scheme=given.scheme,
        services=[word for option in given.service or () for word in _services(option)],
        patient=None if given.patient is None else [word for option in given.patient for word in _facts(option)],
        events=given.events,
    )
    ids, hints = named_notices(library, given.ids, case.known_at)
    return replace(case, notices=tuple(dict.fromkeys(ids))), [*hints, *_hints(given, case, library)]


def _hints(given: Given, case: Case, library: Library) -> Iterator[Text]:
    if isinstance(given.at, str) and ":" not in given.at:
        yield Text(f"--at {given.at} 未写几点，按 00:00 计", f"--at {given.at} gives no hour: taken as 00:00")
    if not library.notices:
        yield Text("没有可用的公告", "there is no notice to work on")
    for code in dict.fromkeys(filter(None, (case.insured_at, case.treated_at))):
        direct = pools().get(f"{code[:2]}9900")
        if pools()[code].kind == "province" and direct and any(direct.id in one.pools for one in library.notices):
            name = pools()[code].name
            yield Text(
                f"{name['zh']}（{code}）不等于{direct.name['zh']}；如指省直，请写 {direct.id}",
                f"{name['en']} ({code}) is not its provincial-direct pool; if you mean that one, give {direct.id}",
            )


def undated(notices: Iterable[Notice], case: Case) -> Iterator[Text]:
    """Of these notices those that count as known only because the date of their publication is not."""
    for notice in notices if case.known_at else ():
        if notice.published is None and (not case.notices or notice.id in case.notices):
            id = notice.id
            yield Text(f"{id} 未写明发布日期，按已知处理", f"{id} has no date of publication: it is counted as known")


def _services(option: str) -> list[str]:
    """The services that an option names: one, whose name may have a comma in it, or several between commas."""
    words = _between_commas(option)
    if len(words) > 1:
        with contextlib.suppress(UnknownNameError):
            return [services().find(option).id]
    if not all(words):
        raise UsageError(Text("--service 后面没有写业务", "--service names no service"))
    return words


def _facts(option: str) -> list[str]:
    words = _between_commas(option)
    if not all(words):
        raise UsageError(Text("--patient 后面没有写患者情况", "--patient names no fact"))
    return words


def _between_commas(option: str) -> list[str]:
    return [word.strip() for word in re.split("[,，]", option)]
