"""What the rules of completeness and across find in the five real notices, whatever is silenced there."""

from __future__ import annotations

from outageplan.notice.library import packaged_notices
from outageplan.validation.rule import Shelf, checks
from outageplan.validation.runner import Source, examine

from .examining import CONTEXT

OURS = ("OP4", "OP5")


def test_what_fires_on_the_five() -> None:
    files = sorted(packaged_notices().glob("*.yaml"))
    examined = [examine(Source(file=str(path)), CONTEXT) for path in files]
    found = [
        (path.stem, finding.code, finding.key)
        for path, one in zip(files, examined, strict=True)
        for finding in one.findings
        if finding.code.startswith(OURS)
    ]
    assert sorted(found) == [
        ("beijing-2025-05", "OP401", "effects.inpatient"),
        ("beijing-2025-05", "OP401", "effects.off-site"),
        ("beijing-2025-05", "OP401", "effects.off-site-filing"),
        ("beijing-2025-05", "OP401", "effects.outpatient"),
        ("beijing-2025-05", "OP401", "effects.pharmacies"),
        ("beijing-2025-05", "OP403", "contacts"),
        ("henan-2021-11", "OP401", "effects.away-ordinary-outpatient"),
        ("henan-2021-11", "OP401", "effects.cards-and-settlement"),
        ("henan-2021-11", "OP401", "effects.chronic-applications"),
        ("henan-2021-11", "OP401", "effects.listed-business"),
        ("henan-2021-11", "OP401", "effects.outpatient-and-pharmacy"),
        ("maintenance-31st", "OP403", "contacts"),
        ("national-2024-06", "OP401", "effects.agency-business"),
        ("national-2024-06", "OP403", "contacts"),
        ("weifang-2023-12", "OP401", "effects.everything"),
        ("weifang-2023-12", "OP401", "effects.named-in-scope"),
        ("weifang-2023-12", "OP403", "contacts"),
    ]
    shelf = Shelf(summaries=tuple(one.summary for one in examined if one.summary), context=CONTEXT)
    assert len(shelf.summaries) == 5
    across = [check for check in checks() if check.on_shelf and check.rule.code.startswith("OP5")]
    assert [problem for check in across if check.on_shelf for problem in check.on_shelf(shelf)] == []
