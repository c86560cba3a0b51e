"""What an amendment changed of a notice: one entry a key, with the value before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from outageplan.notice.model import Change, Notice

OF_THE_NOTICE = ("status", "title", "issuer", "pools")
FAMILIES = ("windows", "effects", "guidance", "contacts", "notes", "sources")
_WHERE_FROM = ("clause", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One key of a notice (`family` and `id` empty) or of one of its parts; `key` is empty for a whole part.

    `old` is None for what was added, `new` for what was removed. Values are those of the model. `clause` is that of the
    amendment, where it gives one for the part.
    """

    family: str = ""
    id: str = ""
    key: str = ""
    old: object = None
    new: object = None
    clause: str | None = None


def changed_by(change: Change, after: Notice) -> tuple[Changed, ...]:
    """What a change made of the notice that stood before it: the notice itself first, then its parts."""
    return (*_of_the_notice(change.before, after), *_of_parts(change, after))


def changed_part(change: Change, after: Notice, family: str, id: str) -> tuple[Changed, ...]:
    """What a change made of one part of a notice."""
    old, new = _parts(change.before, family).get(id), _parts(after, family).get(id)
    clause = getattr(_parts(change.amendment, family).get(id), "clause", None)
    if old is None or new is None:
        return () if old is new else (Changed(family=family, id=id, old=old, new=new, clause=clause),)
    return tuple(
        Changed(family=family, id=id, key=field.alias or name, old=before, new=now, clause=clause)
        for name, field in type(new).model_fields.items()
        if name not in _WHERE_FROM
        and name in type(old).model_fields  # an occurrence has more to say than a window that did not repeat
        and (before := getattr(old, name)) != (now := getattr(new, name))
    )


def _of_the_notice(before: Notice, after: Notice) -> Iterator[Changed]:
    for key in OF_THE_NOTICE:
        was, now = getattr(before, key), getattr(after, key)
        if was != now:
            yield Changed(key=key, old=was, new=now)


def _of_parts(change: Change, after: Notice) -> Iterator[Changed]:
    for family in FAMILIES:
        for id in dict.fromkeys((*_parts(change.before, family), *_parts(after, family))):
            yield from changed_part(change, after, family, id)


def _parts(one: BaseModel, family: str) -> Mapping[str, BaseModel]:
    found: Mapping[str, BaseModel] = getattr(one, family)
    return found
