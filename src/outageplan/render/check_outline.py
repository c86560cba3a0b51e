"""A plan in the order in which people need it: now and next, services, what to do, deadlines, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions, roles, term
from outageplan.engine.availability import Availability, Claim, State
from outageplan.engine.guidance import Instruction
from outageplan.engine.phrases import boundary_text, day_text, instant_text, moment_text, span_text
from outageplan.engine.plan import NoticeStanding, Plan
from outageplan.engine.rules import Reason
from outageplan.engine.stages import Stage, stage_of
from outageplan.notice.model import Notice, Phase, Resume
from outageplan.notice.moments import Moment
from outageplan.render.outline import Group, Item, Outline, Section, Tone
from outageplan.render.words import word
from outageplan.wording import Lang, Text, joined

# Signs that GBK has too; each stands before a word that says the same.
MARKS = {
    State.TERMINATED: "×",
    State.DOWN: "■",
    State.DEGRADED: "◆",
    State.PAPER_ONLY: "◇",
    State.UNCONFIRMED: "≈",
    State.RESUMING: "↗",
    State.UPCOMING: "△",
    State.UNSCHEDULED: "≈",
    State.UNAFFECTED: "○",
    State.OVER: "○",
    State.NOT_MENTIONED: "–",
}
_TONES: dict[State, Tone] = {
    State.TERMINATED: "bad",
    State.DOWN: "bad",
    State.DEGRADED: "unsure",
    State.PAPER_ONLY: "unsure",
    State.UNCONFIRMED: "unsure",
    State.RESUMING: "unsure",
    State.UPCOMING: "unsure",
    State.UNSCHEDULED: "unsure",
    State.UNAFFECTED: "good",
    State.OVER: "dim",
    State.NOT_MENTIONED: "dim",
}
_STAGE_STATES = {
    Stage.UPCOMING: State.UPCOMING,
    Stage.UNCONFIRMED: State.UNCONFIRMED,
    Stage.RESUMING: State.RESUMING,
    Stage.UNSCHEDULED: State.UNSCHEDULED,
    Stage.PRESUMED_OVER: State.OVER,
    Stage.OVER: State.OVER,
}
_HEADLINES = {
    Stage.ACTIVE: "now",
    Stage.UPCOMING: "next",
    Stage.UNCONFIRMED: "unconfirmed",
    Stage.RESUMING: "resuming",
    Stage.UNSCHEDULED: "unscheduled",
    Stage.PRESUMED_OVER: "presumed_over",
    Stage.OVER: "over",
}


def check_outline(plan: Plan, lang: Lang, *, why: bool = False) -> Outline:
    """The plan as sections in one language; with `why` every line carries its reasons."""
    sections = [
        _headline(plan, lang),
        _services(plan, lang, why=why),
        _guidance(plan, lang, why=why),
        _deadlines(plan, lang, why=why),
        _contacts(plan, lang),
        _notices(plan, lang),
    ]
    return Outline(
        title=word("title", lang).format(at=instant_text(plan.case.at)[lang]),
        lines=tuple(_asked(plan, lang)),
        sections=tuple(section for section in sections if section.groups),
        footer=(word("legend", lang),) if plan.notices else (),
    )


def _asked(plan: Plan, lang: Lang) -> Iterator[str]:
    """What was asked for, where anything was."""
    case = plan.case
    for key, code in (("insured_at", case.insured_at), ("treated_at", case.treated_at)):
        if code:
            yield f"{term('place', key)[lang]}: {pools()[code].name[lang]} ({code})"
    if case.role:
        yield f"{word('role', lang)}: {roles()[case.role].name[lang]}"
    if case.services:
        yield f"{word('services', lang)}: {joined([services()[id].name for id in case.services])[lang]}"
    if case.known_at:
        yield word("known_at", lang).format(at=instant_text(case.known_at)[lang])


# --- now and next ---


def _headline(plan: Plan, lang: Lang) -> Section:
    rows = sorted(_window_rows(plan, lang), key=lambda row: row[0])
    quiet = not any(stage is Stage.ACTIVE for _, stage, _ in rows)
    items = (
        [Item(text=word("nothing_now" if plan.notices else "nothing", lang), tone="good", mark="○")] if quiet else []
    )
    items += [item for _, _, item in rows]
    items += [_near(one, lang) for one in plan.nearest]
    return Section(title=word("headline", lang), groups=(Group(items=tuple(items)),))


def _window_rows(plan: Plan, lang: Lang) -> Iterator[tuple[tuple[int, float], Stage, Item]]:
    """One row a window that touches the plan's services: what counts first, then what comes first."""
    order = list(_HEADLINES)
    for standing in plan.notices:
        notice = standing.notice
        for id, window in notice.windows.items():
            lines = [line for line in plan.services if any(_claims(line, notice, id))]
            stopped = [
                line
                for line in lines
                if any(c.state(plan.case.at) is not State.UNAFFECTED for c in _claims(line, notice, id))
            ]
            if not stopped:
                continue
            gradual = all(c.entry.resume != "full" for line in stopped for c in _claims(line, notice, id))
            resume: Resume = "gradual" if gradual else "full"
            stage = stage_of(notice, window, plan.case.at, resume)
            start = window.start.as_start()
            states = {claim.state(plan.case.at) for line in stopped for claim in _claims(line, notice, id)}
            state = _STAGE_STATES.get(stage) or next(state for state in State if state in states)
            item = _window_item(notice, id, stage, state, plan, lang)
            yield (order.index(stage), start.timestamp() if start else 0.0), stage, item


def _claims(line: Availability, notice: Notice, window: str) -> Iterator[Claim]:
    return (claim for claim in line.claims if claim.notice is notice and claim.window_id == window)


def _window_item(notice: Notice, id: str, stage: Stage, state: State, plan: Plan, lang: Lang) -> Item:
    window, at = notice.windows[id], plan.case.at
    name = window.name[lang] if window.name else id
    start, end = window.start.as_start(), window.end.as_end()
    begins = word("from", lang).format(when=boundary_text(window.start)[lang])
    returns = word("return", lang).format(when=boundary_text(window.end, end=True)[lang])
    if stage is Stage.UPCOMING and start:
        begins += word("in", lang).format(span=span_text(start - at)[lang])
    elif stage is Stage.ACTIVE and start:
        begins += word("since", lang).format(span=span_text(at - start)[lang])
    if end and end > at:
        returns += word("in", lang).format(span=span_text(end - at)[lang])
    return Item(
        mark=MARKS[state],
        label=word(_HEADLINES[stage], lang),
        text=f"{_place(notice, lang)}{name}",
        details=(begins, _unsure(returns, window.end.sure)),
        source=_source(notice.id, window.clause, plan),
        tone=_TONES[state],
    )


def _place(notice: Notice, lang: Lang) -> str:
    if not notice.pools:
        return word("no_place", lang) + " · "
    return joined([pools()[code].name for code in notice.pools])[lang] + " · "


def _near(one: NoticeStanding, lang: Lang) -> Item:
    """A notice near in time, named where there is nothing to say of now."""
    spans = [
        f"{boundary_text(w.start)[lang]} → {boundary_text(w.end, end=True)[lang]}" for w in one.notice.windows.values()
    ]
    return Item(
        mark="–",
        label=word("nearest", lang),
        text=f"{_place(one.notice, lang)}{one.notice.title[lang]} [{term('notice', one.state)[lang]}]",
        details=tuple(spans),
        source=one.notice.id,
        tone="dim",
    )


# --- services ---


def _services(plan: Plan, lang: Lang, *, why: bool) -> Section:
    groups: dict[tuple[object, ...], list[Availability]] = {}
    for line in sorted(plan.services, key=lambda line: list(State).index(line.state)):
        key = (line.state, line.effect, str(line.until), line.until_end)
        groups.setdefault(key, []).append(line)
    found = tuple(_service_group(lines, plan, lang, why=why) for lines in groups.values())
    return Section(title=word("affected", lang), groups=found)


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
    if first.until:
        key = "until" if first.until_end else "from"
        when = boundary_text(first.until, end=first.until_end)[lang]
        title += word("comma", lang) + _unsure(word(key, lang).format(when=when), first.until.sure)
    branches: dict[tuple[str, tuple[Reason, ...]], list[Availability]] = {}
    for line in lines:
        branches.setdefault((line.service.branch, line.because if why else ()), []).append(line)
    items = [_branch_item(branch, rows, plan, lang, why=why) for (branch, _), rows in branches.items()]
    said = {(c.notice.id, c.effect_id): c for line in lines for c in line.claims[:1] if c.entry.say}
    items += [
        Item(text=claim.entry.say[lang], mark="·", source=_source(notice, claim.entry.clause, plan))
        for (notice, _), claim in said.items()
        if claim.entry.say
    ]
    return Group(title=title, items=tuple(items), mark=MARKS[first.state], tone=_TONES[first.state])


def _branch_item(branch: str, rows: Sequence[Availability], plan: Plan, lang: Lang, *, why: bool) -> Item:
    names = joined([row.service.name for row in rows], en="; ")[lang]
    alone = len(rows) == 1 and rows[0].service.id == branch
    clauses: dict[str, dict[str, None]] = {}
    for claim in (claim for row in rows for claim in row.claims[:1]):
        clauses.setdefault(claim.notice.id, {})[claim.entry.clause or ""] = None
    sources = [_source(notice, ", ".join(filter(None, found)), plan) for notice, found in clauses.items()]
    return Item(
        label="" if alone else services()[branch].name[lang],
        text=names,
        details=tuple(_because(rows[0].because, plan, lang)) if why else (),
        source="; ".join(sources),
    )


# --- guidance ---


def _guidance(plan: Plan, lang: Lang, *, why: bool) -> Section:
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


def _by_phase(lines: Iterable[Instruction]) -> list[Instruction]:
    return sorted(lines, key=lambda line: list(Phase).index(line.phase))


def _instruction_item(line: Instruction, plan: Plan, lang: Lang, *, why: bool) -> Item:
    phase = term("phase", line.phase)[lang]
    label = f"{phase}{word('applies_now', lang)}" if line.current else phase
    details = [text[lang] for text in (_condition(line),) if text]
    if line.due:
        details.append(_due_line(line, plan, lang))
    return Item(
        mark="→" if line.current else "·",
        label=label,
        text=_told(line, "colon", lang),
        details=(*details, *(_because(line.because, plan, lang) if why else ())),
        source=_source(line.notice.id if line.notice else word("national", lang), line.clause, plan),
        tone="plain" if line.current else "dim",
    )


def _told(line: Instruction, between: str, lang: Lang) -> str:
    """What to do, in a word and in a sentence."""
    return f"{actions()[line.action].name[lang]}{word(between, lang)}{line.text[lang]}"


def _condition(line: Instruction) -> Text | None:
    """For whom it is, where that is not everybody."""
    when, found = line.when, []
    for key, side in (("insured", when.insured), ("treated", when.treated)):
        if side:
            found.append(Text(word(f"{key}_{side}", "zh"), word(f"{key}_{side}", "en")))
    if when.patient:
        found.append(joined([term("patient", fact) for fact in when.patient], zh="或", en=" or "))
    for key, phase in (("admitted", when.admitted), ("discharged", when.discharged)):
        if phase:
            found.append(Text(word(f"{key}_{phase}", "zh"), word(f"{key}_{phase}", "en")))
    if not found:
        return None
    listed = joined(found, zh="；", en="; ")
    return Text(f"适用：{listed['zh']}", f"for: {listed['en']}")


def _due_line(line: Instruction, plan: Plan, lang: Lang) -> str:
    assert line.due is not None
    text = word("by", lang).format(when=line.due.text()[lang]) + _left(line, plan, lang)
    if line.not_before and line.not_before.at:
        text += word("not_before", lang).format(when=line.not_before.text()[lang])
    return text


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


# --- deadlines, contacts, notices ---


def _deadlines(plan: Plan, lang: Lang, *, why: bool) -> Section:
    items = []
    for line in plan.deadlines:
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
                    *([text[lang]] if (text := _condition(line)) else []),
                    *(_because(line.because, plan, lang) if why else ()),
                ),
                source=_source(line.notice.id if line.notice else "", line.clause, plan),
                tone="dim" if passed else "plain" if sure else "unsure",
            )
        )
    return Section(title=word("deadlines", lang), groups=(Group(items=tuple(items)),) if items else ())


def _contacts(plan: Plan, lang: Lang) -> Section:
    groups = []
    for standing in plan.notices:
        rows = [
            Item(
                text=f"{contact.name[lang]}{word('colon', lang)}{', '.join(contact.phones) or word('no_phone', lang)}",
                details=(contact.note[lang],) if contact.note else (),
            )
            for contact in standing.notice.contacts.values()
            if _is_about(contact.services, plan)
        ]
        if rows:
            title = (standing.notice.issuer or standing.notice.title)[lang]
            groups.append(Group(title=title, items=tuple(rows)))
    return Section(title=word("contacts", lang), groups=tuple(groups))


def _is_about(named: Sequence[str], plan: Plan) -> bool:
    """Whether a contact answers for a service that was asked for; one without services answers for all."""
    asked = [leaf.id for id in plan.case.services for leaf in services().leaves_of(id)]
    return not named or not asked or any(services().covers(id, leaf) for id in named for leaf in asked)


def _notices(plan: Plan, lang: Lang) -> Section:
    groups = []
    for standing in plan.notices:
        notice = standing.notice
        published = _published(notice.published)[lang] if notice.published else word("undated", lang)
        facts = [
            term("status", notice.status)[lang],
            term("notice", standing.state)[lang],
            word("published", lang).format(when=published),
            *([notice.issuer[lang]] if notice.issuer else []),
        ]
        items = [Item(text=" · ".join(facts))]
        items += [
            Item(text=note.say[lang], mark="·", source=_source("", note.clause, plan)) for note in notice.notes.values()
        ]
        items += [
            Item(text=word("found_elsewhere", lang).format(source=source.title or source.url or id), mark="≈")
            for id, source in notice.sources.items()
            if source.origin == "found_elsewhere"
        ]
        groups.append(Group(title=f"{notice.title[lang]} [{notice.id}]", items=tuple(items)))
    return Section(title=word("notices", lang), groups=tuple(groups))


def _published(moment: Moment) -> Text:
    return moment_text(moment) if moment.hour_stated else day_text(moment.day)


def _because(reasons: Iterable[Reason], plan: Plan, lang: Lang) -> Iterator[str]:
    for reason in reasons:
        source = _source(reason.notice or "", reason.clause, plan)
        yield f"{word('because', lang)} {reason.rule}{word('colon', lang)}{reason.text[lang]}" + f" [{source}]" * bool(
            source
        )


def _unsure(text: str, sure: bool) -> str:
    return text if sure else f"≈ {text}"


def _source(notice: str, clause: str | None, plan: Plan) -> str:
    """Notice and clause; the notice goes without saying where the plan has just one."""
    alone = len(plan.notices) == 1 and clause and notice == plan.notices[0].notice.id
    return " ".join(part for part in ("" if alone else notice, clause) if part)
