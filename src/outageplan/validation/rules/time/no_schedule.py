"""OP309: a deadline that cannot be counted because the schedule of rest days of its year is not on file."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.model import Notice, Status
from outageplan.notice.moments import Deadline
from outageplan.validation.due_dates import due_in
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

_SNIPPET = """\
windows:
  stop: {{start: 2099-06-05 18:00, end: 2099-06-08 08:30, clause: "1"}}
guidance:
  file-later:
    for: [insured]
    phase: after
    services: [filing.offsite]
    action: file_later
    deadline: {deadline}
    say: {{zh: 恢复服务后补办备案。, en: File after the return.}}
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
    code="OP309",
    name="no-schedule",
    severity=Severity.WARNING,
    title=Text("期限所需年份的放假安排未收录", "a deadline needs a year's schedule that is not on file"),
    why=Text(
        "工作日和休息日顺延以国务院公布的放假调休安排为准。该年安排未公布或未收录时不推算，群众看到的是“日期未定”。",
        "Working days, and the move off rest days, follow the schedule that the State Council publishes year by year. "
        "Without it nothing is guessed, and people are told that the deadline has no date yet.",
    ),
    bad=Example(snippet=_SNIPPET.format(deadline="7 working days after stop.end")),
    good=Example(snippet=_SNIPPET.format(deadline="2099-06-17 17:00")),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.status is Status.CANCELLED:
        return
    for id, entry in notice.guidance.items():
        for key, phrase in (("deadline", entry.deadline), ("not_before", entry.not_before)):
            if phrase is None or not _dated(phrase, notice):
                continue
            due = due_in(subject, notice, phrase)
            if due.at is not None:
                continue
            because = due.steps[-1]
            yield Problem(
                path=("guidance", id, key),
                message=Text(
                    f"“{phrase}”算不出日期：{because['zh']}；请直接写明日期和时刻，或待安排公布后更新本程序",
                    f"`{phrase}` has no date: {because['en']}; write the moment itself, or update this program once "
                    "the schedule is out",
                ),
            )


def _dated(phrase: Deadline, notice: Notice) -> bool:
    """Whether what a deadline hangs on has a date, so that only the schedule can be missing."""
    if phrase.anchor is None or phrase.anchor.window is None:
        return False
    window = notice.windows[phrase.anchor.window]
    return (window.start if phrase.anchor.side == "start" else window.end).moment is not None
