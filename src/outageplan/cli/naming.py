"""The notices that a command line names: by their ids, or by those of their amendments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from outageplan.errors import UnknownNameError, UnreadableError
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.library import Library


def named_notices(library: Library, asked: Iterable[str], known_at: datetime | None) -> tuple[list[str], list[Text]]:
    """The ids of the notices meant, and what was read into those that are an amendment's.

    Raises `UnknownNameError` for an id that is not on file or was not published at `known_at`; `UnreadableError` for
    one that is not on file while files were left out: that is a matter of reading, not of usage.
    """
    from outageplan.engine.knowledge import amended_by
    from outageplan.engine.knowledge import known_at as as_known

    known = [one for notice in library.notices if (one := as_known(notice, known_at))]
    ids, hints = [], []
    for id in asked:
        if found := amended_by(id, known):
            ids.append(found[0].id)
            hints.append(_amendment(id, found[0].id))
        else:
            ids.append(_known(id, [one.id for one in known], library, known_at))
    return ids, hints


def _known(id: str, known: Sequence[str], library: Library, known_at: datetime | None) -> str:
    from outageplan.engine.asking import known_id
    from outageplan.engine.knowledge import amended_by, not_published

    if id not in known and known_at and (id in library.ids() or amended_by(id, library.notices)):
        raise not_published(id, known_at)
    try:
        return known_id(id, known)
    except UnknownNameError as error:
        if library.findings:
            raise UnreadableError(error.message) from None
        raise


def _amendment(id: str, notice: str) -> Text:
    return Text(
        f"{id} 是 {notice} 的变更公告，以下按变更后的 {notice} 作答",
        f"{id} is an amendment of {notice}: this is the answer for {notice} as amended",
    )
