"""The JSON Schema of notice files, for editors: made from the model, the grammar and the catalogs.

An editor types YAML scalars before it looks at the schema (`419900` is a number there), so wherever the format has text
a number or truth value is text too. Editors complete ids of services, pools, roles and actions from the `const` lists,
with descriptions in both languages.

The schema accepts what the model accepts. Out of its reach are

- the syntax of the file: tags, anchors, repeated keys, its size and depth (OP001 to OP014);
- whether a window or source that is referred to is there, and whether an id is taken (OP205 to OP208);
- whether a day that is asked for by numbers exists in the months of a rule of repetition (part of OP111);
- how a number or truth value was written: once typed, `010` is 10 and `True` is `true`; and an unquoted `null` or `~`
  is nothing, as an empty value is, where the model has the word. In an amendment `null` removes what it stands for.
"""

from __future__ import annotations

from typing import Any, get_args

from outageplan.catalog.entry import Catalog, Entry
from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles
from outageplan.notice.amendment import FAMILIES, REMOVED, Amendment
from outageplan.notice.fields import PHONE, URL
from outageplan.notice.model import Notice
from outageplan.notice.moments import EVENTS, ID, YEARS, Unit
from outageplan.notice.repeats import MOST_COUNT, MOST_INTERVAL, WEEKDAYS, Frequency

Json = dict[str, Any]
URI = "https://json-schema.org/draft/2020-12/schema"
_MARK = "x-outageplan"
_UNITS = "|".join(get_args(Unit))
# What `str.strip` takes for blank, written out: `\s` means other characters in ECMA-262, and yet others in Rust.
_BLANK = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INK = f"[^{_BLANK}]"


def notice_schema() -> Json:
    """The schema of a notice file, an amendment included, as draft 2020-12."""
    notice, amendment = _model_schema(Notice), _model_schema(Amendment)
    definitions = notice.pop("$defs") | amendment.pop("$defs")
    definitions |= {"notice": notice, "amendment": amendment} | own_definitions()
    definitions["Occurrence"] |= {"if": {"required": ["skip"]}, "then": {"properties": {"start": False, "end": False}}}
    return {
        "$schema": URI,
        "title": "outageplan/1",
        "description": "医保信息系统停机公告 / an announced outage of a medical-insurance system",
        "if": {"required": ["amends"]},
        "then": {"$ref": "#/$defs/amendment"},
        "else": {"$ref": "#/$defs/notice"},
        "$defs": definitions,
    }


def _model_schema(model: type[Notice | Amendment]) -> Json:
    written = model.model_json_schema(by_alias=True, mode="validation")
    if model is Amendment:
        return _families_removable(_cleaned(written, removed={"$ref": "#/$defs/removed"}))
    found: Json = _cleaned(written)
    found |= {"if": {"properties": {"status": {"const": "draft"}}}, "else": {"required": ["pools"]}}
    found["else"]["properties"] = {"pools": {"minItems": 1}}
    return found


def _families_removable(amendment: Json) -> Json:
    """The schema of an amendment, in which a whole family and each of its parts may be removed."""
    for key in FAMILIES:
        family = amendment["properties"][key]
        family["additionalProperties"] = _or_removed(family["additionalProperties"])
        amendment["properties"][key] = _or_removed(family)
    return amendment


def _or_removed(node: Json) -> Json:
    return {"anyOf": [node, {"$ref": "#/$defs/removed"}]}


def _cleaned(node: Any, *, removed: Json | None = None) -> Any:
    """A schema without pydantic's titles, defaults and nulls (but for `removed`), its marks replaced by references.

    The mappings of the model go from ids to parts, save for `occurrences`, which go from days; pydantic leaves out what
    it holds of their keys.
    """
    if isinstance(node, list):
        return [_cleaned(one, removed=removed) for one in node]
    if not isinstance(node, dict):
        return node
    if _MARK in node:
        return {"$ref": f"#/$defs/{node[_MARK]}"}
    if "anyOf" in node:
        kept = [_cleaned(one, removed=removed) for one in node["anyOf"] if one != {"type": "null"}]
        kept += [removed] if removed and {"type": "null"} in node["anyOf"] else []
        return kept[0] if len(kept) == 1 else {"anyOf": kept}
    if node.get("type") == "object" and "properties" in node:
        properties = {key: _cleaned(value, removed=removed) for key, value in node["properties"].items()}
        if "occurrences" in properties:
            days = properties["occurrences"]
            next(iter(days.get("anyOf", [days])))["propertyNames"] = {"$ref": "#/$defs/day"}
        rest = {
            key: _cleaned(value, removed=removed) for key, value in node.items() if key not in ("properties", "title")
        }
        return rest | {"properties": properties}
    if isinstance(node.get("additionalProperties"), dict):
        node = node | {"propertyNames": {_MARK: "id"}}
    return {
        key: _cleaned(value, removed=removed)
        for key, value in node.items()
        if key not in ("title", "default", "description")
    }


def own_definitions() -> Json:
    """The definitions that the model's marks refer to."""
    text: Json = {"type": ["string", "number", "boolean"], "pattern": _INK}
    wording = {
        "type": "object",
        "properties": {"zh": {"$ref": "#/$defs/text"}, "en": {"$ref": "#/$defs/text"}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {
        "text": text,
        "wording": wording,
        "amended_wording": wording | {"properties": dict.fromkeys(("zh", "en"), _or_removed({"$ref": "#/$defs/text"}))},
        "removed": {"enum": [None, REMOVED], "description": "删除 / remove"},
        "id": {"type": ["string", "integer", "boolean"], "pattern": f"^{ID}$", "maxLength": 80, "minimum": 0},
        "phone": {"type": ["string", "integer"], "pattern": PHONE, "maxLength": 40, "minimum": 100},
        "url": {"type": "string", "pattern": URL.replace(r"\s", _BLANK), "maxLength": 2000},
        "moment": {"type": "string", "pattern": f"^{_moment()}$"},
        "boundary": {"type": "string", "pattern": f"^{_boundary()}$"},
        "deadline": {"type": "string", "pattern": f"^{_deadline()}$"},
        "repeat": _repeat(),
        "day": {"type": "string", "pattern": f"^{_day()}$"},
        "service": _choices(services()),
        "role": _choices(roles()),
        "action": _choices(actions()),
        "pool": _choices(pools(), number=True),
    }


def _choices(catalog: Catalog[Any], *, number: bool = False) -> Json:
    """The ids of a catalog and their former ids, each with its names; six-digit codes as numbers too."""
    found: list[Json] = []
    for entry in catalog.values():
        described = {"description": f"{entry.name['zh']} / {entry.name['en']}"}
        found.append({"const": entry.id} | described)
        found += [{"const": int(entry.id)} | described] if number else []
        found += [{"const": alias, "deprecated": True} | described for alias in _former(entry)]
    return {"anyOf": found}


def _former(entry: Entry) -> tuple[str, ...]:
    return entry.aliases


def _moment() -> str:
    """A moment: a day that there is in a plausible year, perhaps an hour, perhaps an offset."""
    hour = r" (?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
    offset = r" (?:[+-](?:0[1-9]|1[0-3]):[0-5][0-9]|[+-]14:00|\+00:[0-5][0-9]|-00:(?:0[1-9]|[1-5][0-9]))"
    return f"{_day()}(?:{hour}(?:{offset})?)?"


def _day(dash: str = "-") -> str:
    years = f"(?:{YEARS.start // 10}[0-9]|19[6-9][0-9]|2[01][0-9]{{2}})"
    leap = [str(year) for year in YEARS if year % 4 == 0 and (year % 100 or year % 400 == 0)]
    long = f"(?:0[13578]|1[02]){dash}(?:0[1-9]|[12][0-9]|3[01])"
    short, february = f"(?:0[469]|11){dash}(?:0[1-9]|[12][0-9]|30)", f"02{dash}(?:0[1-9]|1[0-9]|2[0-8])"
    return f"(?:{years}{dash}(?:{long}|{short}|{february})|(?:{'|'.join(leap)}){dash}02{dash}29)"


def _boundary() -> str:
    dated = f"(?:(?:expected|tentative|not before|no later than) )?{_moment()}"
    return rf"(?:{dated}|to be announced|(?:unresolved|when) {_INK}(?:[\s\S]*{_INK})?)"


def _deadline() -> str:
    anchor = rf"(?:end of month of )?(?:{'|'.join(EVENTS)}|{ID}\.(?:start|end))"
    count = f"(?:1 (?:{_UNITS})|(?:[2-9]|[1-9][0-9]{{1,3}}) (?:{_UNITS})s)"
    return f"(?:{_moment()}|(?:{count} (?:before|after) )?{anchor})"


def _repeat() -> Json:
    """A rule of repetition, without the parts that do not go together."""

    def many(one: str) -> str:
        return f"{one}(?:,{one})*"

    weekday = f"(?:{'|'.join(WEEKDAYS)})"
    clock = "T(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]Z"
    days, places = "(?:[1-9]|[12][0-9]|3[01])", "(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])"
    parts = {
        "INTERVAL": f"[1-9][0-9]{{0,{len(str(MOST_INTERVAL)) - 1}}}",
        "COUNT": f"[1-9][0-9]{{0,{len(str(MOST_COUNT)) - 1}}}",
        "UNTIL": f"{_day('')}(?:{clock})?",
        "BYMONTH": many("(?:[1-9]|1[0-2])"),
        "BYMONTHDAY": many(f"[+-]?{days}"),
        "BYDAY": many(f"(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?{weekday}"),
        "BYSETPOS": many(f"[+-]?{places}"),
        "WKST": weekday,
    }
    one = "|".join(f"{name}={value}" for name, value in parts.items())
    apart = [
        *(f";{name}=.*;{name}=" for name in parts),
        ";COUNT=.*;UNTIL=|;UNTIL=.*;COUNT=",
        "^FREQ=WEEKLY.*;BYMONTHDAY=",
        "^FREQ=(?:DAILY|WEEKLY).*;BYDAY=[^;]*[0-9]",
        "^FREQ=DAILY.*;BYSETPOS=",
    ]
    alone = {"pattern": ";BYSETPOS=", "not": {"pattern": ";BY(?:MONTH)?DAY="}}
    return {
        "type": "string",
        "pattern": f"^FREQ=(?:{'|'.join(Frequency)})(?:;(?:{one}))*$",
        "not": {"anyOf": [*({"pattern": wrong} for wrong in apart), alone]},
    }
