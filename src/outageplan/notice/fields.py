"""What the values in a notice may be: phrases of the grammar, ids of the catalog, texts, numbers to call, and lists.

A value that is none of these is refused with what to write instead. Amendments and site files hold the same kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import core_schema

from outageplan.catalog.entry import Catalog
from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles
from outageplan.errors import GrammarError
from outageplan.notice.frozen import FrozenDict
from outageplan.notice.moments import (
    ID,
    Boundary,
    Deadline,
    Moment,
    parse_boundary,
    parse_day,
    parse_deadline,
    parse_moment,
)
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.notice.repeats import Repeat

PHONE = r"^(?:\+[0-9]{1,3}-[0-9]{2,}|[0-9]{3,})(?:-[0-9]{2,})*(?: ext\. [0-9]+)?$"
URL = r'^https?://[^\s<>"]+$'
T = TypeVar("T")


class Phrase:
    """Reads a phrase of the grammar, and refuses what is not text; pydantic need not look into what comes of it."""

    def __init__(self, parse: Any, kind: str) -> None:
        self.parse, self.kind = parse, kind

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)

    def read(self, value: object) -> Any:
        if isinstance(value, str):
            return self.parse(value)
        raise GrammarError(
            Text("这里应写一个短语，不是列表或映射", "write one phrase here, not a list or mapping"), self.kind
        )


def _repeat(phrase: str) -> Repeat:
    from outageplan.notice.repeats import parse_repeat  # few windows repeat, and the grammar takes time to load

    return parse_repeat(phrase)


def named_in_schema(name: str) -> WithJsonSchema:
    """Leaves a mark in the JSON Schema that `schema.py` replaces with the definition of that name."""
    return WithJsonSchema({"title": name, "x-outageplan": name})


def _blank(value: str) -> str:
    if not value.strip():
        raise ValueError("blank")
    return value


def worded(value: Text) -> Text:
    """A wording with ink in every language that it has. Raises `ValueError`."""
    for text in (value.zh, value.en):
        if text is not None:
            _blank(text)
    return value


def _current(catalog: Callable[[], Catalog[Any]]) -> AfterValidator:
    """Takes an id or a former id of a catalog, and gives the id; remembered, as a few are named again and again."""
    return AfterValidator(lru_cache(maxsize=4096)(lambda id: catalog().by_id(id).id))


Word = Annotated[str, AfterValidator(_blank), named_in_schema("text")]
Wording = Annotated[Text, AfterValidator(worded), named_in_schema("wording")]
Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$", max_length=80), named_in_schema("id")]
Phone = Annotated[
    str,
    StringConstraints(pattern=PHONE, max_length=40),
    named_in_schema("phone"),
]
Url = Annotated[str, StringConstraints(pattern=URL, max_length=2000), named_in_schema("url")]
ServiceId = Annotated[str, _current(services), named_in_schema("service")]
PoolId = Annotated[str, _current(pools), named_in_schema("pool")]
RoleId = Annotated[str, _current(roles), named_in_schema("role")]
ActionId = Annotated[str, _current(actions), named_in_schema("action")]
When = Annotated[Moment, Phrase(parse_moment, "moment"), named_in_schema("moment")]
Edge = Annotated[Boundary, Phrase(parse_boundary, "boundary"), named_in_schema("boundary")]
By = Annotated[Deadline, Phrase(parse_deadline, "deadline"), named_in_schema("deadline")]
if TYPE_CHECKING:
    Repetition = Annotated[Repeat, ...]
else:
    Repetition = Annotated[Any, Phrase(_repeat, "repeat"), named_in_schema("repeat")]
Day = Annotated[date, Phrase(parse_day, "moment"), named_in_schema("day")]
Some = Annotated[tuple[T, ...], Field(min_length=1)]
Keyed = Annotated[Mapping[Id, T], AfterValidator(FrozenDict)]
Daily = Annotated[Mapping[Day, T], AfterValidator(FrozenDict)]
empty: Any = partial(Field, default_factory=FrozenDict)
