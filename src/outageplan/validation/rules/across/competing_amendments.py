"""OP504: two amendments of one moment that set the same boundary differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from outageplan.notice.finding import Severity
from outageplan.notice.moments import Boundary
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

_OURS = "amends: original\npublished: 2025-11-10\nwindows:\n  stop: {end: 2025-11-25 08:30, clause: '1'}\n"
_THEIRS = "id: other\namends: original\npublished: DATE\nwindows:\n  stop: {end: 2025-11-26 08:30, clause: '1'}\n"

RULE = Rule(
    code="OP504",
    name="competing-amendments",
    severity=Severity.ERROR,
    title=Text("同时发布的变更公告相互冲突", "two amendments of one moment disagree"),
    why=Text(
        "同一时刻发布的两份变更把同一个时间改成不同的值，分不出哪一份在后，恢复时间就成了随文件名而定。",
        "Where two amendments of one moment set a boundary differently, neither is the later one, and which return "
        "holds "
        "would hang on the names of the files.",
    ),
    bad=Example(
        snippet=_OURS,
        others={"other.yaml": _THEIRS.replace("DATE", "2025-11-10"), "original.yaml": "id: original\n"},
    ),
    good=Example(
        snippet=_OURS,
        others={"other.yaml": _THEIRS.replace("DATE", "2025-11-09"), "original.yaml": "id: original\n"},
    ),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    first: dict[tuple[str | None, datetime | None, str, str], list[tuple[Summary, Boundary]]] = {}
    for amendment in shelf.amendments:
        for span in amendment.windows:
            for side, boundary in (("start", span.start), ("end", span.end)):
                if boundary is not None:
                    key = (amendment.amends, amendment.published, span.id, side)
                    first.setdefault(key, []).append((amendment, boundary))
    for (amends, _, window, side), set_by in first.items():
        for here, (amendment, boundary) in enumerate(set_by):
            rival = next((one for place, one in enumerate(set_by) if place != here and one[1] != boundary), None)
            if rival:
                yield (
                    amendment,
                    Problem(
                        path=("windows", window, side),
                        message=Text(
                            f"本公告把 {amends} 的 {window}.{side} 改为“{boundary}”，同时发布的 {rival[0].id} 改为"
                            f"“{rival[1]}”；请撤回一份，或写明先后发布的时刻",
                            f"this sets {window}.{side} of `{amends}` to `{boundary}`, and `{rival[0].id}` of the same "
                            f"moment sets it to `{rival[1]}`; withdraw one, or give the hours of publication",
                        ),
                    ),
                )
