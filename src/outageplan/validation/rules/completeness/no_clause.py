"""OP406: a part of the notice that does not say where in the announcement it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.model import Sourced
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP406",
    name="no-clause",
    severity=Severity.WARNING,
    title=Text("没有写明公告的条款", "no clause of the announcement"),
    why=Text(
        "没有条款就无法对照原文核对，窗口人员也说不出依据；审核的人只能把公告从头读一遍。",
        "Without its clause a line cannot be checked against the announcement, and a counter cannot say what it rests "
        "on.",
    ),
    bad=Example(snippet="effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended}\n"),
    good=Example(
        snippet="effects:\n  everything: {services: [settlement.local.pharmacy], effect: suspended, clause: '2'}\n"
    ),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    parts: list[tuple[str, str, Sourced]] = [
        *(("windows", id, part) for id, part in notice.windows.items()),
        *(("effects", id, part) for id, part in notice.effects.items()),
        *(("guidance", id, part) for id, part in notice.guidance.items()),
        *(("notes", id, part) for id, part in notice.notes.items()),
    ]
    for family, id, part in parts:
        if part.clause is None:
            yield Problem(
                path=(family, id),
                at_key=True,
                message=Text(
                    f"“{family}.{id}”没有写明公告的条款；请补写 `clause`",
                    f"`{family}.{id}` names no clause of the announcement; add `clause`",
                ),
            )
