"""The instructions and deadlines of a printed plan: by role and phase, and in order of time."""

from __future__ import annotations

from collections.abc import Iterable

from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.guidance import Instruction, refused
from outageplan.engine.phrases import span_text
from outageplan.engine.plan import Plan, in_order
from outageplan.notice.model import Phase
from outageplan.render.check_common import condition, source, tree
from outageplan.render.outline import Group, Item, Section
from outageplan.render.words import word
from outageplan.wording import Lang, joined


def guidance_section(plan: Plan, lang: Lang, *, why: bool) -> Section:
    groups: dict[tuple[str, ...], list[Instruction]] = {}
    for line in plan.guidance:
        wanted = (plan.case.role,) if plan.case.role else line.roles
        groups.setdefault(wanted, []).append(line)
    order = {id: place for place, id in enumerate(roles())}
    found = [
        Group(
            title=joined([roles()[id].name for id in who])[lang],
            items=tuple(_instruction_item(line, plan, lang, why=why) for line in _by_phase(lines)),
        )
        for who, lines in sorted(groups.items(), key=lambda pair: [order[id] for id in pair[0]])
    ]
    if plan.unserved:
        found.append(_unserved(plan, lang))
    return Section(title=word("guidance", lang), groups=tuple(found))


def refused_section(plan: Plan, lang: Lang) -> Section:
    """For somebody who misses an instruction: those whose condition does not hold in the case."""
    steps = refused([one.notice for one in plan.notices], plan.case)
    items = [Item(text=node.text, source=node.source, mark="–", tone="dim") for node in tree(steps, plan, lang)]
    return Section(title=word("refused", lang), groups=(Group(items=tuple(items)),) if items else ())


def _by_phase(lines: Iterable[Instruction]) -> list[Instruction]:
    return sorted(lines, key=lambda line: list(Phase).index(line.phase))


def _instruction_item(line: Instruction, plan: Plan, lang: Lang, *, why: bool) -> Item:
    phase = term("phase", line.phase)[lang]
    label = f"{phase}{word('applies_now', lang)}" if line.current else phase
    details = [text[lang] for text in (condition(line),) if text]
    if line.notice is None:
        names = joined([service.name for service in services().summed_up(line.services)], en="; ")[lang]
        details.append(f"{word('services', lang)}{word('colon', lang)}{names}")
    if line.due:
        details.append(_due_line(line, plan, lang))
    details += _warnings(line, plan, lang)
    return Item(
        mark="→" if line.current else "×" if line.due and line.due.passed(plan.case.at) else "·",
        label=label,
        text=_told(line, "colon", lang),
        details=tuple(details),
        why=tree(line.derivation, plan, lang) if why else (),
        source=source(line.notice.id if line.notice else word("national", lang), line.clause, plan),
        tone="plain" if line.current else "dim",
    )


def _told(line: Instruction, between: str, lang: Lang) -> str:
    """What to do, in a word and in a sentence."""
    return f"{actions()[line.action].name[lang]}{word(between, lang)}{line.text[lang]}"


def _due_line(line: Instruction, plan: Plan, lang: Lang) -> str:
    assert line.due is not None
    text = word("by", lang).format(when=line.due.text()[lang]) + _left(line, plan, lang)
    if line.not_before and line.not_before.at:
        text += word("not_before", lang).format(when=line.not_before.text()[lang])
    return text


def _warnings(line: Instruction, plan: Plan, lang: Lang) -> list[str]:
    """What keeps people from following an instruction to its end."""
    return [f"! {one.text()[lang]}" for one in plan.conflicts if one.line is line]


def _left(line: Instruction, plan: Plan, lang: Lang) -> str:
    if line.due is None or line.due.at is None:
        return ""
    key = "passed" if line.due.passed(plan.case.at) else "left"
    return word(key, lang).format(span=span_text(line.due.at - plan.case.at)[lang])


def _unserved(plan: Plan, lang: Lang) -> Group:
    names = joined([service.name for service in services().summed_up(plan.unserved)], en="; ")[lang]
    title = word("unserved", lang)
    if plan.case.role:
        title = word("unserved_for", lang).format(who=roles()[plan.case.role].name[lang])
    return Group(title=title, items=(Item(text=names),), mark="–", tone="unsure")


def deadlines_section(plan: Plan, lang: Lang, *, why: bool) -> Section:
    items = _deadline_items(plan.deadlines, plan, lang, why=why)
    return Section(title=word("deadlines", lang), groups=(Group(items=items),) if items else ())


def running_section(plan: Plan, lang: Lang, *, why: bool) -> Section:
    """Deadlines that outlast their notices."""
    items = _deadline_items(in_order(plan.running), plan, lang, why=why)
    return Section(title=word("running", lang), groups=(Group(items=items),) if items else ())


def _deadline_items(lines: Iterable[Instruction], plan: Plan, lang: Lang, *, why: bool) -> tuple[Item, ...]:
    items = []
    for line in lines:
        assert line.due is not None
        passed = line.due.passed(plan.case.at)
        sure = line.due.kind == "firm"
        who = joined([roles()[id].name for id in line.roles])[lang]
        items.append(
            Item(
                mark="×" if passed else "●" if sure else "≈",
                label=term("deadline", line.due.kind)[lang],
                text=line.due.when()[lang] + _left(line, plan, lang),
                details=(
                    f"{who}{word('colon', lang)}{_told(line, 'dash', lang)}",
                    *([text[lang]] if (text := condition(line)) else []),
                    *_warnings(line, plan, lang),
                ),
                why=tree(line.derivation, plan, lang) if why else (),
                source=source(line.notice.id if line.notice else "", line.clause, plan),
                tone="dim" if passed else "plain" if sure else "unsure",
            )
        )
    return tuple(items)
