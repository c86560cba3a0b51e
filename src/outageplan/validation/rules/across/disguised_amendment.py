"""OP505: a fresh notice that begins where another one ends: an extension that does not say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from outageplan.notice.finding import Severity
from outageplan.notice.moments import BoundaryKind
from outageplan.validation.coverage import listed
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.stops import EARLIEST, Stop, grouped, named, stops_on
from outageplan.validation.summary import Summary
from outageplan.wording import Text

PROMISED = (BoundaryKind.STATED, BoundaryKind.EXPECTED)
_EARLIER = """\
id: other
published: 2025-11-01
windows:
  first: {start: 2025-11-20 18:00, end: "END", clause: '1'}
"""

RULE = Rule(
    code="OP505",
    name="disguised-amendment",
    severity=Severity.WARNING,
    title=Text("以新公告延长停机", "an extension worded as a fresh notice"),
    why=Text(
        "延期另发一份新公告而不注明变更，只看到原公告的人会以为届时已经恢复，按原恢复时间计算的期限也不会顺延。",
        "Where a delay is announced as a fresh notice, whoever has the first one takes service to be back, and "
        "deadlines "
        "that count from its end do not move.",
    ),
    bad=Example(others={"other.yaml": _EARLIER.replace("END", "2025-11-21 18:00")}),
    good=Example(others={"other.yaml": _EARLIER.replace("END", "2025-11-21 12:00")}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    stops = [stop for stop in stops_on(shelf) if stop.notice.published and stop.stopped]
    ended: dict[tuple[str, datetime], list[Stop]] = {}
    for stop in stops:
        if stop.window.end and stop.window.end.kind in PROMISED:
            ended.setdefault((stop.pool, stop.hi), []).append(stop)
    first = {  # of those that stop the same, the first published is earlier than most
        key: [min(group, key=_published) for group in grouped(found, lambda stop: stop.stopped)]
        for key, found in ended.items()
    }
    told: set[tuple[int, str]] = set()
    for stop in stops:
        for earlier in first.get((stop.pool, stop.lo), ()):
            bits = stop.stopped & earlier.stopped
            if not bits or earlier.notice.id == stop.notice.id or _published(earlier) >= _published(stop):
                continue
            if (stop.order, stop.window.id) not in told:
                told.add((stop.order, stop.window.id))
                names = listed(named(bits))
                yield (
                    stop.notice,
                    Problem(
                        path=("windows", stop.window.id, "start"),
                        message=Text(
                            f"开始“{stop.window.start}”正是公告 {earlier.notice.id} 的结束，{names['zh']}接着停；"
                            f"如属延期，请改写为变更公告：`amends: {earlier.notice.id}`",
                            f"the start `{stop.window.start}` is just where `{earlier.notice.id}` ends, and "
                            f"{names['en']} stays down; if this is an extension, write an amendment: "
                            f"`amends: {earlier.notice.id}`",
                        ),
                    ),
                )


def _published(stop: Stop) -> datetime:
    return stop.notice.published or EARLIEST
