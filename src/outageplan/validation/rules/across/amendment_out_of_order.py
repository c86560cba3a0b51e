"""OP503: an amendment that cannot be put in order: older than what it amends, or amending another amendment."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

_AMENDMENT = "amends: other\npublished: DATE\n"

RULE = Rule(
    code="OP503",
    name="amendment-out-of-order",
    severity=Severity.ERROR,
    title=Text("变更公告的次序不清", "an amendment out of order"),
    why=Text(
        "变更公告按发布时间并入原公告。早于原公告的、变更另一份变更的，都排不出先后，最后生效的时间可能是错的。",
        "Amendments are laid over their notice in order of publication. One that is older than its notice, or that "
        "amends "
        "an amendment, has no place in that order, and the time that holds in the end may be the wrong one.",
    ),
    bad=Example(snippet=_AMENDMENT.replace("DATE", "2025-11-01"), others={"other.yaml": "id: other\n"}),
    good=Example(snippet=_AMENDMENT.replace("DATE", "2025-11-10"), others={"other.yaml": "id: other\n"}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    return shelf.misplaced(RULE.code)
