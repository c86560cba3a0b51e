"""OP312: published after the first window has started."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.notice.model import Status
from outageplan.notice.moments import BoundaryKind
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP312",
    name="published-after-start",
    severity=Severity.ERROR,
    title=Text("公告发布晚于停机开始", "published after the stop has started"),
    why=Text(
        "计划停机应先公告后停机。发布晚于开始的，多半是日期写错，或误填了修订、转载的日期；按发布时间回查时，"
        "停机最初一段会查不到这份公告。",
        "A planned stop is announced before it begins. A later date is most often a slip, or that of a revision or a "
        "relay; and whoever asks what was known at the start of the stop does not see this notice.",
    ),
    bad=Example(snippet="published: 2025-11-22\n"),
    good=Example(snippet="published: 2025-11-18\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.published is None or notice.status is Status.CANCELLED:
        return
    starts = [window.start for window in notice.windows.values() if window.start.kind is not BoundaryKind.NOT_BEFORE]
    dated = [(start.moment.as_end(), start) for start in starts if start.moment]  # a date alone may begin that late
    if not dated:
        return
    latest, first = min(dated, key=lambda pair: pair[0])
    if notice.published.as_start() > latest:
        yield Problem(
            path=("published",),
            message=Text(
                f"发布时间“{notice.published}”晚于停机开始“{first}”；请核对这两个日期，停机后的变动请另写修订公告（`amends`）",
                f"`{notice.published}` is after the stop has started (`{first}`); check both dates, and write what "
                "changed later as an amendment (`amends`)",
            ),
        )
