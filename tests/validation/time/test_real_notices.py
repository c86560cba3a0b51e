"""What the rules of time say of the five real notices, silencers aside, on the day of this test."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from outageplan.notice.moments import CHINA
from outageplan.validation.rule import Context
from outageplan.validation.runner import Source, validate
from outageplan.validation.settings import Settings

NOTICES = Path(__file__).parents[3] / "notices"
AT = datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)


def test_what_fires_and_needs_a_reason() -> None:
    """All of it is so: Henan told people 42 hours ahead, returned on a Sunday, and confirmed nothing."""
    sources = []
    for path in sorted(NOTICES.glob("*.yaml")):
        unsilenced = re.sub(r"#\s*outageplan:\s*allow.*", "#", path.read_text(encoding="utf-8"))
        sources.append(Source(file=path.name, content=unsilenced.encode()))
    assert len(sources) == 5
    found = validate(sources, Settings(select=("OP3",)), Context(at=AT)).findings
    assert [(one.file, one.code, one.severity.value, one.key) for one in found] == [
        ("henan-2021-11.yaml", "OP311", "warning", "published"),
        ("henan-2021-11.yaml", "OP314", "warning", "windows.web-halls.end"),
        ("henan-2021-11.yaml", "OP313", "info", "windows.cut-over.end"),
        ("henan-2021-11.yaml", "OP314", "warning", "windows.cut-over.end"),
    ]
