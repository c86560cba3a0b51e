"""Where a deadline or an action falls while another notice closes what it needs, and the last moment that still works.

A guidance needs the channels that it sends people to, and for some actions (pay, settle, file) the service itself.
Only other notices are looked at: one that contradicts itself is a matter of validation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from outageplan.catalog.services import Service, services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.availability import MINUTE, Claim, State, claims_on
from outageplan.engine.case import Case
from outageplan.engine.channels import sendings
from outageplan.engine.guidance import Instruction
from outageplan.engine.phrases import boundary_text, instant_text
from outageplan.engine.rules import CHANNEL_CLOSED, Reason
from outageplan.engine.stages import is_sure, told_return
from outageplan.notice.model import Notice, Phase, Status
from outageplan.notice.moments import Boundary
from outageplan.wording import Text, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An instruction that cannot be followed at the end of its time, because another notice closes what it needs.

    `due` is the moment by which it is to be done: its deadline, or the end of its phase. `last` is the moment until
    which it still works (exclusive); None when it works at no time between the beginning of its phase and `due`.
    `again` is when the closure ends. `sure` tells whether the start of the closure is a promise.
    """

    line: Instruction
    due: datetime
    claim: Claim
    closed: tuple[Service, ...]
    last: datetime | None
    sure: bool

    @property
    def again(self) -> Boundary:
        """When the closure ends."""
        return self.claim.window.end

    def text(self) -> Text:
        """What closes it, and until when it can still be done."""
        named = joined([service.name for service in services().summed_up([one.id for one in self.closed])])
        by, window = self.claim.notice.id, self.claim.window_id
        start, end = boundary_text(self.claim.window.start), boundary_text(self.claim.window.end, end=True)
        zh = f"“{named['zh']}”届时按公告 {by} 停办（时段 {window}：{start['zh']}至{end['zh']}）；"
        en = f"“{named['en']}” is closed then by {by} (window {window}: {start['en']} to {end['en']}); "
        if self.last is not None:
            last = instant_text(self.last, end=True)
            return Text(f"{zh}最迟须在 {last['zh']}前办理", f"{en}the last moment that works is before {last['en']}")
        if self.line.due is None:
            return Text(f"{zh}须待其恢复后办理", f"{en}it can be done only after that")
        return Text(f"{zh}期限之内已无可办的时间", f"{en}there is no time left before the deadline at which it works")

    def reason(self) -> Reason:
        """The closure as a reason of the plan."""
        claim = self.claim
        clause = claim.entry.clause or claim.window.clause
        return Reason(
            rule=CHANNEL_CLOSED, text=self.text(), notice=claim.notice.id, window=claim.window_id, clause=clause
        )


def conflicts(lines: Iterable[Instruction], notices: Sequence[Notice], case: Case) -> Iterator[Conflict]:
    """The conflicts of a plan's instructions with all notices that are known, at most one for each instruction."""
    if len(notices) < 2:
        return
    for line in lines:
        if line.notice is None or not actions()[line.action].remedy:
            continue
        others = [one for one in notices if one.id != line.notice.id and one.status is not Status.CANCELLED]
        found = [one for begin, due in _spans(line, case) for one in _closures(line, others, case, begin, due)]
        if found:
            yield min(found, key=lambda one: (one.last is not None, one.last or one.due))


def _spans(line: Instruction, case: Case) -> Iterator[tuple[datetime, datetime]]:
    """The times ahead in which an instruction is to be followed, each from its beginning to the last moment."""
    assert line.notice is not None
    if line.due and line.due.at is not None and line.due.passed(case.at):
        return
    earliest = line.not_before.at if line.not_before else None
    for id in line.notice.windows_of(line.notice.guidance[line.id]):
        window = line.notice.windows[id]
        start, end = window.start.as_start(), (told_return(line.notice, window) or window.end).as_end()
        begins = {Phase.BEFORE: case.at, Phase.DURING: start, Phase.AFTER: end}[line.phase]
        ends = line.due.at if line.due else {Phase.BEFORE: start, Phase.DURING: end, Phase.AFTER: None}[line.phase]
        if begins is None and line.due and line.due.at:
            begins = case.at
        if begins is None:
            continue
        begins = max(begins, earliest or begins, case.at)
        if ends is None and line.phase is Phase.AFTER and line.due is None:
            ends = begins + MINUTE  # without a deadline it is enough that it can be begun
        if ends is not None and begins < ends:
            yield begins, ends


def _closures(
    line: Instruction, others: Sequence[Notice], case: Case, begin: datetime, due: datetime
) -> Iterator[Conflict]:
    """What closes everything that an instruction needs at its last moment, for each place that it is for."""
    for place in _places(line, case):
        for needed in _needed(line, place):
            claims = {leaf: list(_stopping(leaf, others, place)) for leaf in needed}
            closing = [_closing(found, due - MINUTE) for found in claims.values()]
            if not needed or any(claim is None for claim in closing):
                continue
            shut = [claim for claim in closing if claim is not None]
            last = max(_last(found, begin, due) or begin for found in claims.values())
            first = min(shut, key=lambda claim: claim.window.start.as_start() or due)
            yield Conflict(
                line=line,
                due=due,
                claim=first,
                closed=tuple(needed),
                last=last if last > begin else None,
                sure=all(is_sure(claim.notice, claim.window.start) for claim in shut),
            )


def _places(line: Instruction, case: Case) -> Iterator[Case]:
    """The case itself; without a place one for each pool of the notice, so that strangers do not meet."""
    if case.placed:
        yield case
        return
    assert line.notice is not None
    for pool in line.notice.pools:
        yield replace(case, insured_at=pool)


def _needed(line: Instruction, case: Case) -> Iterator[list[Service]]:
    """The services of which one at least must be up: the service itself, and each channel that is named."""
    tree = services()
    if actions()[line.action].needs_service:
        own = [leaf for named in line.services for leaf in tree.leaves_of(named)]
        asked = [leaf for leaf in own if any(tree.covers(id, leaf.id) for id in case.services)]
        yield list(dict.fromkeys(asked or own))
    texts = tuple(text for text in (line.text.zh, line.text.en) if text)
    for sending in sendings(line.action, line.services, texts):
        yield list(tree.leaves_of(sending.channel))


def _stopping(leaf: Service, others: Sequence[Notice], case: Case) -> Iterator[Claim]:
    """The claims of other notices that take a service down for everybody at a place."""
    for claim in claims_on(leaf, others, case):
        if not claim.entry.schemes and claim.entry.effect in ("suspended", "terminated"):
            yield claim


def _closing(claims: Sequence[Claim], at: datetime) -> Claim | None:
    """The claim that keeps a service down at a moment, the first to begin where there are several."""
    down = [claim for claim in claims if claim.state(at) in (State.DOWN, State.TERMINATED)]
    return min(down, key=lambda claim: claim.window.start.as_start() or at, default=None)


def _last(claims: Sequence[Claim], begin: datetime, due: datetime) -> datetime | None:
    """The moment until which a service is up before a deadline (exclusive), going back from stop to stop."""
    moment = due
    while (claim := _closing(claims, moment - MINUTE)) is not None:
        start = claim.window.start.as_start()
        if start is None or start <= begin:
            return None
        moment = start
    return moment
