"""OP403: nobody to ring up."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP403",
    name="no-contact",
    severity=Severity.WARNING,
    title=Text("没有咨询电话", "no telephone number to ask"),
    why=Text(
        "停机期间网上渠道多半也停，群众和定点机构遇到公告没有写到的情形，只能打电话询问。",
        "During a stop the online channels are mostly down too; whoever meets a case that the notice does not foresee "
        "can "
        "only ring up.",
    ),
    bad=Example(without=("contacts",)),
    good=Example(snippet="contacts:\n  hotline: {name: {zh: 咨询电话, en: hotline}, phones: [12393]}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice and not any(contact.phones for contact in notice.contacts.values()):
        yield Problem(
            path=("contacts",),
            at_key=True,
            message=Text(
                "没有咨询电话；请在 `contacts` 写明名称和 `phones`",
                "there is no telephone number to ask; give one in `contacts` with `phones`",
            ),
        )
