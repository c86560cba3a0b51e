"""OP402: guidance for a service of which the notice says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.services import lineage
from outageplan.notice.finding import Severity
from outageplan.notice.model import Guidance, Notice, Phase
from outageplan.validation.coverage import leaves_of
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

# Where a remedy leads: named before or after a stop without being stopped. A channel may be, at any time.
REMEDIES = {"reimbursement", "filing", "contribution.manual", "contribution.refund"}

RULE = Rule(
    code="OP402",
    name="idle-guidance",
    severity=Severity.WARNING,
    title=Text("业务指引所说的业务不受影响", "guidance for a service that nothing affects"),
    why=Text(
        "公告没有说这项业务暂停，却要求群众改用别的办法，多半是业务代码写错，或漏写了一条影响。",
        "People are told to do without a service that the notice never says is down: most often its id is wrong, or "
        "the effect that stops it is missing.",
    ),
    bad=Example(snippet="effects:\n  everything: {services: [inquiry], effect: suspended, clause: '2'}\n"),
    good=Example(snippet="effects:\n  everything: {services: [settlement.local], effect: suspended, clause: '2'}\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    affected_in: dict[tuple[str, ...], set[str]] = {}
    for id, guidance in notice.guidance.items():
        windows = notice.windows_of(guidance)
        affected = affected_in.get(windows)
        if affected is None:
            affected = affected_in[windows] = _affected(notice, windows)
        for place, service in enumerate(guidance.services):
            if affected.isdisjoint(leaves_of((service,))) and not _remedy(guidance, service):
                yield Problem(
                    path=("guidance", id, "services", place),
                    message=Text(
                        f"本公告没有写明“{service}”受影响；请核对业务代码，或在 `effects` 补写",
                        f"nothing in this notice affects `{service}`; check the id, or add it to `effects`",
                    ),
                )


def _affected(notice: Notice, windows: tuple[str, ...]) -> set[str]:
    """The leaves of which the notice says something in one of some windows."""
    effects = (one for one in notice.effects.values() if not set(windows).isdisjoint(notice.windows_of(one)))
    return {leaf for effect in effects for leaf in leaves_of(effect.services)}


def _remedy(guidance: Guidance, service: str) -> bool:
    """Whether a service is the way out rather than what is stopped."""
    branches = set(lineage(service))
    return "channel" in branches or (guidance.phase is not Phase.DURING and not branches.isdisjoint(REMEDIES))
