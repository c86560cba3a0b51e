"""Calendars as ical.js reads them, which Thunderbird builds on: an implementation that shares nothing with ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from outageplan.engine.agenda import Agenda, agenda
from outageplan.notice.library import load
from outageplan.render.calendar_ics import calendar_ics

from ..cli.hostile import hostile
from ..engine.scheduling import ANYBODY, DELAY, shelf
from .conftest import HERE, missing

NOTICES = Path(__file__).parents[2] / "notices"


def read(content: bytes, folder: Path) -> list[dict[str, Any]]:
    """The events of a calendar."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "ical.js").is_dir():
        missing("node or ical.js is not installed (npm ci in tests/pages)")
    file = folder / "calendar.ics"
    file.write_bytes(content)
    done = subprocess.run([node, HERE / "parse-calendar.mjs", file], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    events: list[dict[str, Any]] = json.loads(done.stdout)
    return events


def moment(at: date | None) -> str | None:
    if isinstance(at, datetime):
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return None if at is None else at.isoformat()


def expected(found: Agenda) -> list[tuple[object, ...]]:
    return [
        (
            f"{one.key}@outageplan",
            moment(one.start),
            moment(one.end),
            "CANCELLED" if one.gone else "CONFIRMED" if one.certainty == "sure" else "TENTATIVE",
            one.revision,
        )
        for one in found.events
    ]


def told(events: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    return [tuple(one[key] for key in ("uid", "start", "end", "status", "sequence")) for one in events]


def test_the_real_notices(tmp_path: Path) -> None:
    found = agenda(load(NOTICES).notices, [ANYBODY])
    events = read(calendar_ics(found, "zh", name="x"), tmp_path)
    assert told(events) == expected(found)
    (cut_over,) = (one for one in events if one["uid"] == "henan-2021-11.window.cut-over@outageplan")
    assert (cut_over["start"], cut_over["end"]) == ("2021-11-21T10:00:00.000Z", "2021-11-28T00:00:00.000Z")
    assert cut_over["summary"] == "（未确认）河南省本级 医保停机（暂停）：全部医保业务暂停"
    assert "恢复：预计 2021-11-28 08:00（周日），未确认" in cut_over["description"].split("\n")
    assert cut_over["alarms"] == ["-P1D", "-PT1H"]


def test_an_amended_notice(tmp_path: Path) -> None:
    found = agenda([shelf(DELAY, {"guidance": {"g0": "null"}})], [ANYBODY])
    assert told(read(calendar_ics(found, "en", name="x"), tmp_path)) == expected(found)


def test_a_hostile_notice(tmp_path: Path) -> None:
    found = agenda(load(hostile(tmp_path)).notices, [ANYBODY])
    events = read(calendar_ics(found, "en", name="x"), tmp_path)
    assert told(events) == expected(found)
    assert "w" * 10_000 in events[0]["summary"]
