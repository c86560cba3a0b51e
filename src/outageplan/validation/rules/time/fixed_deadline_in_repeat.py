"""OP324: guidance for a window that repeats, with a deadline that is one fixed moment."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.model import Phase
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_SNIPPET = """\
windows:
  stop: {{start: 2025-11-30 18:00, end: 2025-12-01 06:00, repeat: FREQ=MONTHLY;BYMONTHDAY=-1, clause: "1"}}
guidance:
  buy-ahead:
    for: [insured]
    phase: before
    services: [settlement.local.pharmacy]
    action: stock_up
    deadline: {}
    say: {{zh: 请在停机前一小时备足药品。, en: Buy your medicines an hour before the stop.}}
    clause: "3"
  pay-first:
    for: [insured, pharmacy]
    phase: during
    services: [settlement.local.pharmacy]
    action: prepay_full
    say: {{zh: 先全额垫付。, en: Pay in full first.}}
    clause: "4"
"""
RULE = Rule(
    code="OP324",
    name="fixed-deadline-in-repeat",
    severity=Severity.WARNING,
    title=Text("重复停机的期限写成了固定时间", "a fixed deadline in a window that repeats"),
    why=Text(
        "停机每月都有，期限却只有一个固定时间：只合首次，之后每次都显示为已过期。应相对停机时段书写，每次各自推算。",
        "The stop comes every month, and the deadline only once: it fits the first occurrence and has passed at every "
        "later one. Written relative to the window it is counted for each.",
    ),
    bad=Example(snippet=_SNIPPET.format("2025-11-30 17:00")),
    good=Example(snippet=_SNIPPET.format("1 hour before stop.start")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    for id, entry in notice.guidance.items() if notice else ():
        assert notice is not None
        repeating = [window for window in notice.windows_of(entry) if notice.windows[window].repeat]
        for key in ("deadline", "not_before"):
            by = getattr(entry, key)
            if by is None or by.moment is None or not repeating:
                continue
            example = f"1 day after {repeating[0]}.end"
            if entry.phase is Phase.BEFORE:
                example = f"1 hour before {repeating[0]}.start"
            yield Problem(
                path=("guidance", id, key),
                message=Text(
                    f"时段 {repeating[0]} 会重复，“{by}”只合其中一次；请相对时段书写，如 `{example}`",
                    f"`{repeating[0]}` repeats, and `{by}` fits one occurrence of it; write it relative to the window, "
                    f"as in `{example}`",
                ),
            )
