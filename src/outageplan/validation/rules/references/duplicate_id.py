"""OP207: one id in two files."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

RULE = Rule(
    code="OP207",
    name="duplicate-id",
    severity=Severity.ERROR,
    title=Text("编号已用于另一份文件", "the id is already that of another file"),
    why=Text(
        "两份文件用同一个编号，只有一份会被采用，变更公告也无从知道该改哪一份。",
        "Only one of two files with the same id is used, and an amendment cannot know which of them it changes.",
    ),
    bad=Example(snippet="id: example-2025-11\n", others={"copies/example-2025-11.yaml": "status: tentative\n"}),
    good=Example(
        snippet="id: example-2025-11\n",
        others={"copies/example-2025-12.yaml": "id: example-2025-12\npools: [370300]\n"},
    ),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    first: dict[str, str] = {}
    for summary in shelf.summaries:
        file = first.setdefault(summary.id, summary.file)
        if file != summary.file:
            yield (
                summary,
                Problem(
                    path=("id",),
                    message=Text(
                        f"编号“{summary.id}”已用于 {file}；请另取编号，或删去其中一份",
                        f"the id `{summary.id}` is already that of {file}; choose another, or remove one of the files",
                    ),
                ),
            )
