"""OP311: published less than 48 hours before the first window starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from outageplan.engine.phrases import span_text
from outageplan.notice.finding import Severity
from outageplan.notice.model import Status
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

ENOUGH = timedelta(hours=48)

RULE = Rule(
    code="OP311",
    name="short-notice",
    severity=Severity.WARNING,
    title=Text("公告发布距停机不足 48 小时", "published less than 48 hours before the stop"),
    why=Text(
        "提前不足两天，慢性病患者来不及备药，医院来不及为在院患者结算，单位来不及缴费；公告通知应留出准备时间。",
        "In less than two days, chronic patients cannot refill, hospitals cannot settle stays, employers cannot pay. "
        "A planned stop is announced early enough to prepare for it.",
    ),
    bad=Example(snippet="published: 2025-11-20 09:00\n"),
    good=Example(snippet="published: 2025-11-19 18:00\n"),
)


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    notice = subject.notice
    if notice is None or notice.published is None or notice.status in (Status.CANCELLED, Status.COMPLETED):
        return
    dated = [window.start for window in notice.windows.values() if window.start.moment]
    first = min(dated, key=lambda boundary: boundary.moment.as_start() if boundary.moment else 0, default=None)
    if first is None or first.moment is None:
        return
    published = notice.published.as_start()
    ahead = first.moment.as_start() - published
    if ahead >= ENOUGH or published > first.moment.as_end():
        return  # what comes after the start is OP312
    told = span_text(max(ahead, timedelta(0)))
    hint = Text("", "") if notice.published.hour_stated else Text("（按当日 0 时计）", " (counted from its 00:00)")
    yield Problem(
        path=("published",),
        message=Text(
            f"发布时间“{notice.published}”{hint['zh']}距停机开始“{first}”仅 {told['zh']}，不足 48 小时；"
            "请提前发布或推迟停机，并写明来不及准备的人如何办理",
            f"`{notice.published}`{hint['en']} is only {told['en']} before the stop starts (`{first}`), less than 48 "
            "h; publish earlier or stop later, and say what those do who cannot prepare in time",
        ),
    )
