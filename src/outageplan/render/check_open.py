"""What a printed plan depends on: the facts that were not given and would change it, a line an option."""

from __future__ import annotations

from outageplan.catalog.services import services
from outageplan.engine.open_fact import OpenFact
from outageplan.engine.plan import Plan
from outageplan.render.outline import Group, Item, Section
from outageplan.render.words import word
from outageplan.wording import Lang


def open_section(plan: Plan, lang: Lang) -> Section:
    """The options to give, each with what hangs on it; without those that only change what the role does not use."""
    items = [
        Item(label=fact.option, text=fact.asks[lang], mark="?", tone="unsure")
        for fact in plan.open_facts
        if _is_shown(fact, plan)
    ]
    return Section(title=word("depends_on", lang), groups=(Group(items=tuple(items)),) if items else ())


def _is_shown(fact: OpenFact, plan: Plan) -> bool:
    role = plan.case.role
    if role is None or plan.case.services or fact.guidance:
        return True
    return any(role in services()[id].roles for id in fact.services)
