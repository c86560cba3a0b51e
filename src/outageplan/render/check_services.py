"""The services of a printed plan: those that stand alike together, by branch."""

from __future__ import annotations

from collections.abc import Sequence

from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import roles, term
from outageplan.engine.availability import Availability, State
from outageplan.engine.considered import left_out, not_applied, outside
from outageplan.engine.phrases import boundary_text
from outageplan.engine.plan import Plan, standing
from outageplan.engine.rules import Step
from outageplan.engine.stages import Stage, is_sure
from outageplan.render.check_common import MARKS, TONES, boundary_words, hedged, source, tree
from outageplan.render.outline import Group, Item, Node, Section
from outageplan.render.words import word
from outageplan.wording import Lang, Text, joined


def services_section(plan: Plan, lang: Lang, *, why: bool) -> Section:
    role = plan.case.role
    shown = [line for line in plan.services if role is None or plan.case.services or role in line.service.roles]
    groups: dict[tuple[object, ...], list[Availability]] = {}
    for line in sorted(shown, key=lambda line: list(State).index(line.state)):
        key = (line.state, line.effect, _until(line, lang), _presumed(line, plan))
        groups.setdefault(key, []).append(line)
    found = [_service_group(lines, plan, lang, why=why) for lines in groups.values()]
    if role and (hidden := len(plan.services) - len(shown)):
        text = word("other_services", lang).format(count=hidden, who=roles()[role].name[lang])
        found.append(Group(items=(Item(text=text, mark="–", tone="dim"),)))
    return Section(title=word("affected", lang), groups=tuple(found))


def _service_group(lines: Sequence[Availability], plan: Plan, lang: Lang, *, why: bool) -> Group:
    """Services that stand alike, listed by branch."""
    first = lines[0]
    title = term("state", first.state)[lang]
    if first.effect and first.state in (
        State.UPCOMING,
        State.UNSCHEDULED,
        State.UNCONFIRMED,
        State.RESUMING,
        State.OVER,
    ):
        title += word("brackets", lang).format(text=term("effect", first.effect)[lang])
    if _presumed(first, plan):
        title += word("brackets", lang).format(text=word("presumed", lang))
    if until := _until(first, lang):
        title += word("comma", lang) + until
    branches: dict[tuple[str, tuple[Step, ...]], list[Availability]] = {}
    for line in lines:
        branches.setdefault((line.service.branch, line.derivation if why else ()), []).append(line)
    items = [_branch_item(branch, rows, plan, lang, why=why) for (branch, _), rows in branches.items()]
    said = {(c.notice.id, c.effect_id): c for line in lines for c in line.claims[:1] if c.entry.say}
    items += [
        Item(text=claim.entry.say[lang], mark="·", source=source(notice, claim.entry.clause, plan))
        for (notice, _), claim in said.items()
        if claim.entry.say
    ]
    return Group(title=title, items=tuple(items), mark=MARKS[first.state], tone=TONES[first.state])


def _until(line: Availability, lang: Lang) -> str:
    """Until when a service stands as it does, in words; empty where nothing is announced."""
    if line.state in (State.UNCONFIRMED, State.RESUMING):
        key = "has_passed" if line.state is State.UNCONFIRMED else "gradual"
        return hedged(word(key, lang).format(when=boundary_text(line.claims[0].window.end, end=True)[lang]), sure=False)
    if line.until is None:
        return ""
    named = [claim.notice for claim in line.claims if line.until in (claim.window.start, claim.window.end)]
    notice = (named or [line.claims[0].notice])[0]
    when = boundary_words(notice, line.until, lang, end=line.until_end)
    return hedged(word("until" if line.until_end else "from", lang).format(when=when), is_sure(notice, line.until))


def _presumed(line: Availability, plan: Plan) -> bool:
    """Whether a service is over by presumption only."""
    stages = [claim.stage(plan.case.at) for claim in line.claims]
    return line.state is State.OVER and Stage.PRESUMED_OVER in stages


def _scheme_name(line: Availability) -> Text:
    """A service's name, with the scheme where the notice speaks of one only."""
    name = line.service.name
    schemes = line.claims[0].entry.schemes if line.claims else ()
    if not schemes:
        return name
    only = joined([term("scheme", scheme) for scheme in schemes])
    return Text(f"{name['zh']}（{only['zh']}）", f"{name['en']} ({only['en']})")


def not_listed_section(plan: Plan, lang: Lang) -> Section:
    """For somebody who asks why a service is not in the answer: the settlements that no selected notice speaks of."""
    if plan.case.services or not plan.notices:
        return Section(title="", groups=())
    listed = {line.service.id for line in plan.services}
    chosen = [one.notice for one in plan.notices]
    left = [leaf for leaf in services().leaves if leaf.id not in listed and leaf.id.startswith("settlement.")]
    why = [tree(not_applied(leaf, chosen, plan.case), plan, lang) for leaf in left]
    items = by_branch(left, lang, sources=[""] * len(left), why=why)
    return Section(title=word("not_listed", lang), groups=(Group(items=tuple(items)),) if items else ())


def left_out_section(plan: Plan, lang: Lang) -> Section:
    """For somebody who misses a notice in the answer: those on file that were not selected."""
    chosen = {one.notice.id for one in plan.notices}
    left = [notice for notice in plan.known if notice.id not in chosen]
    if plan.case.notices or not left:
        return Section(title="", groups=())
    steps = [left_out(notice, term("notice", standing(notice, plan.case.at).state), plan.case) for notice in left]
    items = [Item(text=node.text, mark="–", tone="dim") for node in tree(steps, plan, lang)]
    return Section(title=word("notices_left_out", lang), groups=(Group(items=tuple(items)),))


def _derivation(line: Availability, plan: Plan, lang: Lang) -> tuple[Node, ...]:
    """Why a line stands there; of one that was asked for and is not mentioned, what was considered too."""
    steps = line.derivation
    if not line.claims:
        chosen = [one.notice for one in plan.notices]
        others = [notice for notice in plan.known if notice not in chosen]
        steps += (*not_applied(line.service, chosen, plan.case), *outside(line.service, others, plan.case))
    return tree(steps, plan, lang)


def by_branch(
    leaves: Sequence[Service], lang: Lang, *, sources: Sequence[str], why: Sequence[tuple[Node, ...]]
) -> list[Item]:
    """One item a branch, with the names of its leaves; leaves with other sources or reasons stand apart."""
    rows: dict[tuple[str, str, tuple[Node, ...]], list[Service]] = {}
    for leaf, origin, steps in zip(leaves, sources, why, strict=True):
        rows.setdefault((leaf.branch, origin, steps), []).append(leaf)
    return [
        Item(
            label="" if len(found) == 1 and found[0].id == branch else services()[branch].name[lang],
            text=joined([leaf.name for leaf in found], en="; ")[lang],
            source=origin,
            why=steps,
        )
        for (branch, origin, steps), found in rows.items()
    ]


def _branch_item(branch: str, rows: Sequence[Availability], plan: Plan, lang: Lang, *, why: bool) -> Item:
    names = joined([_scheme_name(row) for row in rows], en="; ")[lang]
    alone = len(rows) == 1 and rows[0].service.id == branch
    clauses: dict[str, dict[str, None]] = {}
    for claim in (claim for row in rows for claim in row.claims[:1]):
        clauses.setdefault(claim.notice.id, {})[claim.entry.clause or ""] = None
    sources = [source(notice, ", ".join(filter(None, found)), plan) for notice, found in clauses.items()]
    return Item(
        label="" if alone else services()[branch].name[lang],
        text=names,
        source="; ".join(sources),
        why=_derivation(rows[0], plan, lang) if why else (),
    )
