"""The lines to tick of a checklist: what to do, by when, for whom, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.pools import pools
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.checklist import Checklist, Step
from outageplan.engine.deadlines import DeadlineKind
from outageplan.engine.guidance import Instruction
from outageplan.engine.phrases import instant_text
from outageplan.engine.stages import is_sure
from outageplan.notice.model import Phase
from outageplan.render.check_common import condition
from outageplan.render.checklist_glance import source_of
from outageplan.render.checklist_sheet import PhaseView, StepView
from outageplan.render.checklist_words import filled, words
from outageplan.wording import Text, joined


def phase_view(phase: Phase, checklist: Checklist) -> PhaseView:
    """The steps of one phase."""
    steps = checklist.of(phase)
    return PhaseView(
        id=phase,
        title=words(phase),
        announced=tuple(_announced(step, step.line) for step in steps if step.line),
        practice=tuple(_practice(step) for step in steps if step.practice),
    )


def _announced(step: Step, line: Instruction) -> StepView:
    name = actions()[line.action].name
    tell = words("tell")
    lead = Text(f"{tell['zh']}：{name['zh']}", f"{tell['en']}: {name['en']}") if step.tell else name
    return StepView(
        kind="announced" if line.notice else "national",
        lead=lead,
        text=line.text,
        by=_by(step, line),
        firm=_is_firm(step, line),
        behind=_behind(step, line),
        details=tuple(_details(step, line)),
        warnings=tuple(filled("conflict", what=conflict.text()) for conflict in step.conflicts),
        source=_source(line),
    )


def _source(line: Instruction) -> Text:
    if line.notice is None:
        return words("national")
    return filled("announced", clause=source_of(line.notice, line.clause))


def _by(step: Step, line: Instruction) -> Text | None:
    """The announced deadline with how sure it is, else before a stop when that begins."""
    if line.due is None:
        return filled("until_stop", when=instant_text(step.by)) if step.by else None
    key = {
        DeadlineKind.FIRM: "by",
        DeadlineKind.PROVISIONAL: "by_provisional",
        DeadlineKind.UNDATED: "by_undated",
    }[line.due.kind]
    return filled(key, when=line.due.when())


def _is_firm(step: Step, line: Instruction) -> bool:
    """Whether what stands before a step is a promise: a firm deadline, or a stop that begins as stated."""
    if line.due:
        return line.due.kind is DeadlineKind.FIRM
    if line.notice is None:
        return True
    windows = [line.notice.windows[id] for id in line.notice.windows_of(line.notice.guidance[line.id])]
    return all(is_sure(line.notice, window.start) for window in windows if window.start.as_start() == step.by)


def _behind(step: Step, line: Instruction) -> Text | None:
    if not step.behind:
        return None
    return words("passed" if line.due and line.due.kind is not DeadlineKind.UNDATED else "behind")


def _details(step: Step, line: Instruction) -> Iterator[Text]:
    if step.pools:
        yield filled("only_pools", pools=joined([pools()[code].name for code in step.pools]))
    if for_whom := condition(line):
        yield for_whom
    if line.notice is None:
        names = joined([service.name for service in services().summed_up(line.services)], en="; ")
        yield filled("for_services", what=names)
    if line.not_before and line.not_before.at:
        yield filled("not_before", when=line.not_before.text())


def _practice(step: Step) -> StepView:
    assert step.practice is not None
    return StepView(
        kind="practice",
        lead=words("practice"),
        text=step.practice.text,
        by=None,
        firm=False,
        behind=None,
        details=(),
        warnings=(),
        source=filled("practice_source", source=step.practice.source),
    )
