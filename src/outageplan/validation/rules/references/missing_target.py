"""OP206: an amendment to a notice that is not among the files."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

RULE = Rule(
    code="OP206",
    name="missing-target",
    severity=Severity.ERROR,
    title=Text("所变更的公告不存在", "the notice that is amended is not there"),
    why=Text(
        "变更公告写着提前恢复或延期，却找不到原公告，就不会生效，窗口仍按旧的时间答复。",
        "An amendment that tells of an early return or a delay takes no effect when its notice is not found: "
        "counters go on answering by the old times.",
    ),
    bad=Example(
        snippet=(
            "id: example-2025-11-delay\n"
            "amends: example-2025-12\n"
            "published: 2025-11-23\n"
            "windows:\n"
            '  stop: {end: 2025-11-25 08:30, clause: "1"}\n'
        ),
        without=("status", "title", "issuer", "pools", "sources", "effects", "guidance", "contacts"),
        others={"example-2025-11.yaml": ""},
    ),
    good=Example(
        snippet=(
            "id: example-2025-11-delay\n"
            "amends: example-2025-11\n"
            "published: 2025-11-23\n"
            "windows:\n"
            '  stop: {end: 2025-11-25 08:30, clause: "1"}\n'
        ),
        without=("status", "title", "issuer", "pools", "sources", "effects", "guidance", "contacts"),
        others={"example-2025-11.yaml": ""},
    ),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    return shelf.misplaced(RULE.code)
