"""OP202: pools outside the catalog."""

from __future__ import annotations

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Rule, passed_on
from outageplan.wording import Text

RULE = Rule(
    code="OP202",
    name="unknown-pool",
    severity=Severity.ERROR,
    title=Text("目录里没有的统筹区", "a pool that the catalog does not have"),
    why=Text(
        "统筹区不存在，停机就落不到任何地方，该知道的城市查不到。统筹区不一定等于行政区划，省本级另有代码。",
        "A stop in a pool that does not exist concerns nobody, and the city that should know finds nothing. "
        "Pools are not always administrative divisions: a province's own pool has a code of its own.",
    ),
    bad=Example(snippet="pools: [370799]\n"),
    good=Example(snippet="pools: [370700]\n"),
)
check = passed_on(RULE.code)
