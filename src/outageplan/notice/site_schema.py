"""The JSON Schema of site files, for editors: put together from the definitions of notices and the grammar of hours.

Out of its reach are the syntax of the file, days that are named twice, stretches of a day that overlap, services that
count one another, and a range of transactions whose ends are the wrong way round.
"""

from __future__ import annotations

from typing import Any

from outageplan.notice.hours import DAYS, HOURS
from outageplan.notice.schema import URI, own_definitions
from outageplan.notice.site import SITE_FORMAT
from outageplan.notice.volumes import RATE, VOLUME

Json = dict[str, Any]
_USED = ("text", "wording", "phone", "pool", "role", "service")
_MOST = 999_999_999


def site_schema() -> Json:
    """The schema of a site file, as draft 2020-12."""
    definitions = own_definitions()
    return {
        "$schema": URI,
        "title": SITE_FORMAT,
        "description": "定点医药机构、经办机构或参保单位 / a pharmacy, hospital, agency or employer",
        "type": "object",
        "properties": _properties(),
        "required": ["format", "name", "role", "pools"],
        "additionalProperties": False,
        "$defs": {name: definitions[name] for name in _USED} | _own(),
    }


def _properties() -> Json:
    def named(name: str, zh: str, en: str) -> Json:
        return {"$ref": f"#/$defs/{name}", "description": f"{zh} / {en}"}

    return {
        "format": {"const": SITE_FORMAT},
        "name": named("wording", "名称", "what it is called"),
        "role": named("role", "角色", "its role"),
        "pools": {
            "type": "array",
            "items": {"$ref": "#/$defs/pool"},
            "minItems": 1,
            "description": "定点或服务的统筹区 / the pools that it is designated to or serves",
        },
        "place": named("pool", "所在统筹区，默认第一个", "the pool in which it lies; the first of pools by default"),
        "telephone": named("phone", "电话", "telephone"),
        "hours": {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/days"},
            "additionalProperties": {"$ref": "#/$defs/hours"},
            "description": "营业时间 / opening hours",
        },
        "volumes": {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/service"},
            "additionalProperties": {"$ref": "#/$defs/volume"},
            "description": "每个营业日的笔数 / transactions per open day",
        },
        "rate": named("rate", "每小时总共能结算的笔数", "transactions an hour that it can settle in all"),
    }


def _own() -> Json:
    """The definitions that only sites have; editors type a bare number."""
    return {
        "days": {"type": "string", "pattern": f"^{DAYS}$"},
        "hours": {"type": "string", "pattern": f"^{HOURS}$"},
        "volume": {"type": ["string", "integer"], "pattern": f"^{VOLUME}$", "minimum": 0, "maximum": _MOST},
        "rate": {
            "type": ["string", "number"],
            "pattern": f"^(?!0(?:\\.0+)?$){RATE}$",
            "exclusiveMinimum": 0,
            "maximum": _MOST + 1,
        },
    }
