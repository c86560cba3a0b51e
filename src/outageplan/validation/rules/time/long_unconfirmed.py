"""OP314: 30 days after a moment that was only expected, nothing on file confirms it.

The rule looks at all notices at once, because the amendment that confirms a return is a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from outageplan.engine.stages import PRESUMED_AFTER
from outageplan.notice.finding import Severity
from outageplan.notice.model import Effect, Status
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.stops import as_amended
from outageplan.validation.summary import Span, Summary
from outageplan.wording import Text

_SNIPPET = """\
published: 2025-09-01
windows:
  stop: {{start: 2025-09-12 18:00, end: {end}, clause: "1"}}
guidance:
  pay-first:
    for: [insured, pharmacy]
    phase: during
    services: [settlement.local.pharmacy]
    action: prepay_full
    say: {{zh: 先全额垫付。, en: Pay in full first.}}
    clause: "4"
"""
RULE = Rule(
    code="OP314",
    name="long-unconfirmed",
    severity=Severity.WARNING,
    title=Text("时间已过 30 日仍未确认", "nothing has confirmed it for 30 days"),
    why=Text(
        "只写“预计”“暂定”“另行通知”而后再无下文的，只能推定已恢复，或一直显示为暂停，据此推算的期限也始终是暂计。"
        "恢复后应以修订公告确认。",
        "What was only expected, tentative or to be announced, and never confirmed, is either presumed back or "
        "shown as down for ever, and deadlines that hang on it stay provisional. An amendment should say "
        "when service is back.",
    ),
    bad=Example(snippet=_SNIPPET.format(end="expected 2025-09-15 08:30")),
    good=Example(snippet=_SNIPPET.format(end="2025-09-15 08:30")),
)
_UNSURE = (BoundaryKind.EXPECTED, BoundaryKind.TENTATIVE)
_SETTLED = (Status.COMPLETED.value, Status.CANCELLED.value)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    for first in shelf.notices:
        notice = as_amended(shelf, first)
        if notice.status not in _SETTLED:
            for window in notice.windows:
                if window.repeats:
                    continue  # each occurrence is overtaken by the next one
                yield from _window(notice, window, shelf.context.at)


def _window(notice: Summary, window: Span, at: datetime) -> Iterator[tuple[Summary, Problem]]:
    """What is long unconfirmed of a window."""
    id, start, end = window.id, window.start, window.end
    if start is None or end is None:
        return
    begun = start.as_start()
    if end.moment is None:
        if begun and at > begun + PRESUMED_AFTER and not _never_returns(notice, id):
            yield notice, _problem(id, "end", end, Text(f"自“{start}”停机起", f"since the stop began (`{start}`)"))
        return
    ended = end.as_end()
    if ended and at > ended + PRESUMED_AFTER and end.kind in (*_UNSURE, BoundaryKind.NOT_BEFORE):
        yield notice, _problem(id, "end", end, Text("该时间过后", "since then"))
    elif begun and at > begun + PRESUMED_AFTER and start.kind in _UNSURE and (ended is None or at < ended):
        yield notice, _problem(id, "start", start, Text("该时间过后", "since then"))


def _problem(id: str, side: str, boundary: Boundary, since: Text) -> Problem:
    return Problem(
        path=("windows", id, side),
        message=Text(
            f"“{boundary}”：{since['zh']}已超过 30 日，尚无公告确认；请发布修订公告（`amends`）写明实际时间，"
            "办结的写 `status: completed`",
            f"`{boundary}`: more than 30 days have passed {since['en']}, and nothing on file confirms it; write an "
            "amendment (`amends`) with the real moment, and `status: completed` when it is over",
        ),
    )


def _never_returns(notice: Summary, id: str) -> bool:
    """Whether all that a window stops is terminated, so that there is no return to confirm."""
    effects = {entry.effect for entry in notice.effects if id in entry.windows}
    return effects == {Effect.TERMINATED.value}
