"""A notice that did not come from a file may hold any character: no printer lets one act on a terminal or a page."""

from __future__ import annotations

import json

import pytest

from outageplan.engine.plan import Plan, make_plan
from outageplan.notice.model import Notice
from outageplan.render.check_json import check_json
from outageplan.render.check_outline import check_outline
from outageplan.render.outline_markdown import outline_markdown
from outageplan.wording import Lang

from ..cli.hostile import harmful
from ..engine.building import at, case
from .asking import LANGUAGES, printed

ESCAPES = "\x1b[31m[red]\x1b]8;;http://e.example\x07\x9b31m\x00\x7f\u202e\u2066\u2028\ufeff\n\r[/x]"
SAID = {"zh": ESCAPES + "长" * 5_000, "en": ESCAPES + "w" * 10_000}


@pytest.fixture(scope="module")
def plan() -> Plan:
    notice = Notice.model_validate(
        {
            "format": "outageplan/1",
            "id": "hostile",
            "status": "confirmed",
            "title": SAID,
            "issuer": SAID,
            "pools": ["419900"],
            "sources": {"page": {"language": "zh", "origin": "found_elsewhere", "title": ESCAPES, "note": ESCAPES}},
            "windows": {
                "stop": {"name": SAID, "start": "2021-11-21 18:00", "end": f"when {ESCAPES}", "clause": ESCAPES}
            },
            "effects": {"e": {"services": ["inquiry"], "effect": "suspended", "say": SAID, "clause": ESCAPES}},
            "guidance": {
                "g": {
                    "for": ["insured"],
                    "phase": "during",
                    "services": ["inquiry"],
                    "action": "prepay_full",
                    "say": SAID,
                    "deadline": "3 days after stop.end",
                    "clause": ESCAPES,
                }
            },
            "contacts": {"c": {"name": SAID, "phones": ["0536-8000000"], "note": SAID}},
            "notes": {"n": {"say": SAID, "clause": ESCAPES}},
        }
    )
    return make_plan([notice], case(at("2021-11-22 09:00")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [None, 40, 80])
def test_text(plan: Plan, lang: Lang, width: int | None) -> None:
    lines = printed(plan, lang, width, why=True)
    assert harmful("".join(lines)) == set()
    assert any(r"\x1b[31m[red]" in line for line in lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown(plan: Plan, lang: Lang) -> None:
    assert harmful(outline_markdown(check_outline(plan, lang, why=True))) == set()


def test_json(plan: Plan) -> None:
    text = check_json(plan)
    assert harmful(text) == set()
    assert json.loads(text)["notices"][0]["title"] == SAID
