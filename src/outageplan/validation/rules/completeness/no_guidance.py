"""OP401: a stopped service for which the people who use it are told no way out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from outageplan.catalog.services import lineage, services
from outageplan.catalog.vocabulary import actions
from outageplan.notice.finding import Severity
from outageplan.notice.model import Notice
from outageplan.validation.coverage import by_role, leaves_of, stopped
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

# What a patient needs there and then, and those who face the patient. Other business can wait for the return.
CARE = ("settlement.local", "settlement.offsite", "filing")
PATIENT = "insured"
PROVIDERS = ("pharmacy", "hospital")

RULE = Rule(
    code="OP401",
    name="no-guidance",
    severity=Severity.WARNING,
    title=Text("暂停的业务没有替代办法", "a stopped service has no guidance"),
    why=Text(
        "只写“暂停”，不写停机期间怎么办，患者会被拒之门外，药店和医院各行其是，事后报销也缺票据。"
        "只看就医结算和备案；对患者，“暂停办理”“合理安排时间”不算替代办法。",
        "Where a notice only says that something stops, patients are turned away, each pharmacy and hospital does as "
        "it "
        "thinks best, and the papers for a later claim are missing. Only settlement of care and filings are looked at; "
        "to "
        "a patient `suspend` and `plan_ahead` are no help.",
    ),
    bad=Example(without=("guidance",)),
    good=Example(
        snippet="guidance:\n  pay-first:\n    for: [insured, pharmacy]\n    phase: during\n"
        "    services: [settlement.local.pharmacy]\n    action: prepay_full\n"
        "    say: {zh: 先全额垫付，保留票据。, en: Pay in full and keep the receipt.}\n    clause: '4'\n"
    ),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None:
        return
    helped = _helped(notice)
    for id, leaves in subject.once(stopped, notice).items():
        lacking = {role: left for role, within in helped.items() if (left := _lacking(role, leaves, within))}
        if lacking:
            listed = by_role(lacking)
            yield Problem(
                path=("effects", id),
                at_key=True,
                message=Text(
                    f"以下业务暂停而没有替代办法——{listed['zh']}；请在 `guidance` 写明怎么办",
                    f"stopped without guidance that helps: {listed['en']}; say in `guidance` what to do instead",
                ),
            )


@functools.cache
def _care(role: str) -> frozenset[str]:
    """The ids of the leaves that are care and concern a role."""
    care = (leaf for leaf in services().leaves if not set(lineage(leaf.id)).isdisjoint(CARE))
    return frozenset(leaf.id for leaf in care if role in leaf.roles)


def _helped(notice: Notice) -> dict[str, dict[str, set[str]]]:
    """For each role and window the leaves that guidance covers.

    Patients need a way out, providers need to be told at all.
    """
    found: dict[str, dict[str, set[str]]] = {role: {} for role in (PATIENT, *PROVIDERS)}
    for guidance in notice.guidance.values():
        leaves, windows = leaves_of(guidance.services), notice.windows_of(guidance)
        for role in found.keys() & guidance.roles:
            if role in PROVIDERS or actions()[guidance.action].remedy:
                for window in windows:
                    found[role].setdefault(window, set()).update(leaves)
    return found


def _lacking(role: str, leaves: Mapping[str, set[str]], helped: Mapping[str, set[str]]) -> list[str]:
    """The stopped leaves of which a role is told nothing that helps in any of their windows."""
    concerned = leaves.keys() & _care(role)
    return [leaf for leaf in concerned if not any(leaf in helped.get(window, ()) for window in leaves[leaf])]
