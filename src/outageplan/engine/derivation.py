"""Why a service stands as it does: a tree of reasons, from the windows that speak of it to what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import term
from outageplan.engine.availability import Claim
from outageplan.engine.case import Case
from outageplan.engine.knowledge import amended_effect, amended_status, amended_window
from outageplan.engine.phrases import boundary_text
from outageplan.engine.places import is_offsite, places_needed
from outageplan.engine.rules import (
    BOTH_ENDS,
    CERTAINTY,
    CONTAINMENT,
    NAMED,
    PRESUMED_KEPT,
    REPEATED,
    SPECIFIC_WINS,
    WORST_EFFECT_WINS,
    Reason,
    Step,
)
from outageplan.engine.stages import Stage, is_sure, told_return
from outageplan.notice.model import Effect, Status
from outageplan.wording import Text, joined


def derivation(service: Service, claims: Sequence[Claim], case: Case) -> Iterator[Step]:
    """A step for each claim on a service, the one that decides first, with what it rests on below it."""
    if not claims:
        yield Step(reason=_not_named(service, case))
        return
    yield from _steps(claims, service, case.at)


def _steps(claims: Sequence[Claim], service: Service, at: datetime) -> Iterator[Step]:
    """The derivation of a line, the claim that decides first."""
    for claim in claims:
        below = tuple(Step(reason=reason) for reason in _grounds(claim, service, at))
        yield Step(reason=_said(claim, NAMED, _naming(claim)), below=below)
    active = [c for c in claims if c.stage(at) is Stage.ACTIVE and c.notice.status is not Status.CANCELLED]
    if len({claim.entry.effect for claim in active}) > 1:
        worst = term("effect", active[0].entry.effect)
        zh = f"重叠时段中影响最重的是“{worst['zh']}”"
        en = f"of the windows that overlap, “{worst['en']}” is the worst effect"
        yield Step(reason=_said(active[0], WORST_EFFECT_WINS, Text(zh, en)))


def _grounds(claim: Claim, service: Service, at: datetime) -> Iterator[Reason]:
    """What a claim rests on: amendments, entries that it overrules, the places that it reaches, how sure it is."""
    if claim.window.is_occurrence:
        from outageplan.engine.repeat_words import repeated_text  # rare, and it takes time to load

        yield _said(claim, REPEATED, repeated_text(claim.window))
    yield from amended_status(claim.notice)
    yield from amended_window(claim.notice, claim.window_id)
    yield from amended_effect(claim.notice, claim.effect_id, claim.window_id)
    for overruled in claim.overrules:
        yield _said(claim, SPECIFIC_WINS, _overruling(claim, overruled))
    for hit in claim.hits:
        if is_offsite(service) or hit.named != hit.pool:
            yield _said(claim, BOTH_ENDS if is_offsite(service) else CONTAINMENT, hit.text())
    if certainty := _certainty(claim, at):
        yield certainty


def _naming(claim: Claim) -> Text:
    named, effect = services()[claim.said_of].name, term("effect", claim.entry.effect)
    if claim.entry.schemes:
        only = joined([term("scheme", scheme) for scheme in claim.entry.schemes])
        effect = Text(f"{effect['zh']}（只就{only['zh']}写明）", f"{effect['en']} (said of the {only['en']} only)")
    start, end = boundary_text(claim.window.start), boundary_text(claim.window.end, end=True)
    return Text(
        f"时段 {claim.window_id}（{start['zh']} 至 {end['zh']}）：“{named['zh']}”{effect['zh']}",
        f"window {claim.window_id} ({start['en']} to {end['en']}): “{named['en']}” {effect['en']}",
    )


def _overruling(claim: Claim, overruled: str) -> Text:
    named = services()[claim.said_of].name
    other = term("effect", claim.notice.effects[overruled].effect)
    return Text(
        f"“{named['zh']}”写得更具体，优先于条目 {overruled}（{other['zh']}）",
        f"“{named['en']}” is more specific and wins over entry {overruled} ({other['en']})",
    )


def _certainty(claim: Claim, at: datetime) -> Reason | None:
    """How sure the claim is at a moment, where that needs saying."""
    returns = told_return(claim.notice, claim.window) or claim.window.end
    end = boundary_text(returns, end=True)
    match claim.stage(at):
        case _ if claim.notice.status is Status.CANCELLED:
            return _said(claim, CERTAINTY, Text("本公告已取消", "the notice is cancelled"))
        case _ if claim.entry.effect is Effect.UNAFFECTED:
            return None
        case Stage.PRESUMED_OVER:
            zh, en = (
                "此后 30 日无新消息，推定已恢复（仅为推定）",
                "30 days have passed without word: presumed back, which is a presumption",
            )
            return _said(claim, PRESUMED_KEPT, Text(f"{end['zh']}；{zh}", f"{end['en']}; {en}"))
        case Stage.UNCONFIRMED:
            zh, en = "该时间已过，尚无公告确认恢复", "that has passed, and nothing on file confirms the return"
            return _said(claim, CERTAINTY, Text(f"{end['zh']}；{zh}", f"{end['en']}; {en}"))
        case Stage.RESUMING:
            zh, en = (
                "恢复是逐步进行的，尚无公告说明全部恢复",
                "the return is gradual, and nothing on file says that it is complete",
            )
            return _said(claim, CERTAINTY, Text(zh, en))
        case Stage.UNSCHEDULED:
            return _said(claim, CERTAINTY, Text("公告没有给出可确定的时间", "the notice fixes no date"))
        case Stage.ACTIVE | Stage.UPCOMING if not is_sure(claim.notice, returns):
            status = term("status", claim.notice.status)
            zh, en = f"恢复时间：{end['zh']}", f"the return: {end['en']}"
            if returns.sure:
                zh, en = (
                    f"{zh}；公告状态为{status['zh']}，不作确定",
                    f"{en}; the notice is {status['en']}, so that is not sure",
                )
            return _said(claim, CERTAINTY, Text(zh, en))
        case _:
            return None


def _said(claim: Claim, rule: str, text: Text) -> Reason:
    clause = claim.entry.clause or claim.window.clause
    return Reason(rule=rule, text=text, notice=claim.notice.id, window=claim.window_id, clause=clause)


def _not_named(service: Service, case: Case) -> Reason:
    """Why a service is not mentioned: no notice names it, or it cannot be meant in this case."""
    if case.placed and not places_needed(service, case):
        zh, en = "该业务不适用于这样的参保地与就医地", "it is not for this pool of insurance and pool of treatment"
    else:
        zh, en = "所选公告均未提及该业务（针对本次查询的情形）", "no selected notice names it for this case"
    return Reason(rule=NAMED, text=Text(zh, en))
