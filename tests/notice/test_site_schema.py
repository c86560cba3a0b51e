"""The JSON Schema of site files accepts what the model accepts, but for what its docstring says is out of its reach."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outageplan.errors import GrammarError
from outageplan.notice.document import read_document
from outageplan.notice.hours import parse_days, parse_hours
from outageplan.notice.site import Site, read_site
from outageplan.notice.site_schema import site_schema
from outageplan.notice.volumes import parse_rate, parse_volume

from .test_schema import typed
from .test_site import GOOD

SCHEMA = site_schema()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)


def definition(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def agrees(text: str) -> bool:
    """Whether the reader has nothing against a site; the schema must say the same, of text and of typed data."""
    sound = not read_site(text.encode(), "s.yaml").findings
    for data in (read_document(text.encode(), "s.yaml").data, typed(text)):
        assert VALIDATOR.is_valid(data) == sound, [error.message for error in VALIDATOR.iter_errors(data)]
    return sound


def test_it_is_a_schema_whose_references_are_all_there_and_all_used() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    referred = set(re.findall(r"#/\$defs/([a-z]+)", str(SCHEMA)))
    assert referred == set(SCHEMA["$defs"])


def test_it_has_the_keys_of_the_model() -> None:
    keys = {field.alias or name for name, field in Site.model_fields.items()}
    assert set(SCHEMA["properties"]) == keys
    needed = {name for name, field in Site.model_fields.items() if field.is_required()}
    assert set(SCHEMA["required"]) == needed


@pytest.mark.parametrize(
    ("old", "new", "good"),
    [
        ("", "", True),
        ("rate: 60", "rate: 7.5", True),
        ("rate: 60", "rate: '60'", True),
        ("rate: 60", "rate: 0", False),
        ("rate: 60", "rate: -1", False),
        ("rate: 60", "rate: [60]", False),
        ("rate: 60", "rat: 60", False),
        ("rate: 60", "place: 370100", True),
        ("rate: 60", "place: 370101", False),
        ("telephone: 12393", "telephone: 0536-8091234", True),
        ("telephone: 12393", "telephone: none", False),
        ("role: pharmacy", "role: chemist", False),
        ("[370700, 379900]", "[]", False),
        ("[370700, 379900]", "370700", False),
        ("name: {zh: 虚构药店, en: Invented Pharmacy}", "name: {}", False),
        ("name: {zh: 虚构药店, en: Invented Pharmacy}", "name: 药店", False),
        ("sat: 09:00-12:00", "sat: 24 hours", True),
        ("sat: 09:00-12:00", "daily: closed", True),
        ("sat: 09:00-12:00", "sat: 9:00-12:00", False),
        ("sat: 09:00-12:00", "saturday: 09:00-12:00", False),
        ("sat: 09:00-12:00", "sat: [09:00-12:00]", False),
        ("settlement.offsite: 15", "settlement.offsite: 15-20", True),
        ("settlement.offsite: 15", "settlement.offsite: -5", False),
        ("settlement.offsite: 15", "settlement.offsite: 1.5", False),
        ("settlement.offsite: 15", "settlement.nowhere: 15", False),
        ("outageplan-site/1", "outageplan-site/2", False),
    ],
)
def test_it_agrees(old: str, new: str, good: bool) -> None:
    assert old in GOOD
    assert agrees(GOOD.replace(old, new, 1)) == good


GRAMMARS: dict[str, Any] = {"days": parse_days, "hours": parse_hours, "volume": parse_volume, "rate": parse_rate}
PHRASES = st.one_of(
    st.sampled_from(["mon-fri", "daily", "08:00-12:00", "24 hours", "closed", "320", "280-350", "0", "7.5", "60"]),
    st.from_regex(r"[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(,? [0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})?", fullmatch=True),
    st.from_regex(r"[0-9]{1,4}([.-][0-9]{1,4})?", fullmatch=True),
    st.text("monfri-024:, .%hoursclosed", max_size=14),
)


@pytest.mark.parametrize("name", GRAMMARS)
@given(phrase=PHRASES)
@example(phrase="0.0")
@example(phrase="24:00-24:00")
@example(phrase="mon-fri\n")
def test_it_agrees_on_phrases(name: str, phrase: str) -> None:
    """What the schema cannot know is only ever told by the reader: order, and a range the wrong way round."""
    try:
        GRAMMARS[name](phrase)
    except GrammarError as error:
        out_of_reach = re.search("overlap|midnight|write `[0-9]+-[0-9]+`$", error.message["en"])
        assert bool(out_of_reach) or not definition(name).is_valid(phrase)
    else:
        assert definition(name).is_valid(phrase)
