"""OP407: everything stops, and nothing is said to go on."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.services import ALL
from outageplan.notice.finding import Severity
from outageplan.notice.model import Effect
from outageplan.validation.coverage import STOPPED
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP407",
    name="all-without-unaffected",
    severity=Severity.INFO,
    title=Text("全部业务暂停，没有写明哪些不受影响", "everything stops and nothing is said to go on"),
    why=Text(
        "“全部业务暂停”之外往往仍有照常办理的业务，如税务大厅缴费、社保卡申领；不写明，群众会以为都办不了。",
        "Beside “everything” something mostly goes on, such as paying at the tax hall or issuing cards; unless it is "
        "said, "
        "people take it to be down too.",
    ),
    bad=Example(snippet="effects:\n  everything: {services: [all], effect: suspended, clause: '2'}\n"),
    good=Example(
        snippet="effects:\n  everything: {services: [all], effect: suspended, clause: '2'}\n"
        "  tax-hall: {services: [contribution.collection.tax_hall], effect: unaffected, clause: '2'}\n"
    ),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    spared = {
        window
        for effect in notice.effects.values()
        if effect.effect is Effect.UNAFFECTED
        for window in notice.windows_of(effect)
    }
    for id, effect in notice.effects.items():
        if effect.effect in STOPPED and ALL in effect.services and spared.isdisjoint(notice.windows_of(effect)):
            yield Problem(
                path=("effects", id, "services", effect.services.index(ALL)),
                message=Text(
                    "“all”全部暂停，没有写明不受影响的业务；如有，请补写一条 `effect: unaffected`",
                    "`all` stops and nothing is said to go on; if something does, add an entry with `effect: "
                    "unaffected`",
                ),
            )
