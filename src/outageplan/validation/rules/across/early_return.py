"""OP502: a city that promises off-site settlement back while the hub above it is still down."""

from __future__ import annotations

from collections.abc import Iterator

from outageplan.catalog.pools import NATION, province_of
from outageplan.catalog.services import lineage
from outageplan.notice.finding import Severity
from outageplan.validation.coverage import listed
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.stops import Stop, bits_of, deciding, grouped, named, stops_on
from outageplan.validation.summary import Summary
from outageplan.validation.timeline import Timeline
from outageplan.wording import Text

OFFSITE = "settlement.offsite"
_CITY = """\
effects:
  off-site: {services: [settlement.offsite.cross_province], effect: suspended, clause: '2'}
guidance: {}
"""
_HUB = """\
id: other
pools: [100000]
windows:
  hub: {start: 2025-11-20 18:00, end: "END", clause: '1'}
effects:
  off-site: {services: [settlement.offsite.cross_province], effect: suspended, clause: '2'}
guidance: {}
"""

RULE = Rule(
    code="OP502",
    name="early-return",
    severity=Severity.WARNING,
    title=Text("异地结算先于上级平台恢复", "off-site settlement returns before the hub does"),
    why=Text(
        "异地就医结算要经过省或国家平台。上级平台还在停机，本地写的恢复时间就兑现不了，患者会白跑一趟。",
        "Off-site settlement runs through the hub of the province or the nation. While that is down, the return that a "
        "city promises cannot come true, and patients come for nothing.",
    ),
    bad=Example(snippet=_CITY, others={"other.yaml": _HUB.replace("END", "2025-11-25 08:00")}),
    good=Example(snippet=_CITY, others={"other.yaml": _HUB.replace("END", "2025-11-23 08:00")}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    offsite = bits_of((OFFSITE,))
    stops = [stop for stop in stops_on(shelf) if stop.dated and stop.stopped & offsite]
    hubs: dict[str, list[Stop]] = {}
    for stop in stops:
        if stop.pool == province_of(stop.pool):  # a province or the nation
            hubs.setdefault(stop.pool, []).append(stop)
    lines = {
        pool: Timeline(group[0] for group in grouped(found, lambda stop: (stop.lo, stop.hi, stop.stopped & offsite)))
        for pool, found in hubs.items()
    }
    for stop in stops:
        above = dict.fromkeys(pool for pool in (province_of(stop.pool), NATION) if pool != stop.pool)
        found = [hub for pool in above if pool in lines for hub in _later(stop, lines[pool], offsite)]
        if found:
            hub = max(found, key=lambda one: one.hi)
            names = listed(_named(stop, hub.stopped & offsite))
            yield (
                stop.notice,
                Problem(
                    path=("windows", stop.window.id, "end"),
                    message=Text(
                        f"{names['zh']}在“{stop.window.end}”恢复，早于公告 {hub.notice.id}（{hub.pool}）的"
                        f"“{hub.window.end}”，上级平台届时仍在停机；请核对恢复时间，或另写一个时段",
                        f"{names['en']} returns at `{stop.window.end}`, before the hub does: `{hub.notice.id}` of "
                        f"{hub.pool} has `{hub.window.end}`; check the return, or give it a window of its own",
                    ),
                ),
            )


def _later(stop: Stop, line: Timeline[Stop], offsite: int) -> Iterator[Stop]:
    """The stops of a hub during which the city's return falls, for something that the city names itself."""
    for hub in line.overlapping(stop.lo, stop.hi):
        if hub.hi > stop.hi and hub.notice.id != stop.notice.id and _named(stop, hub.stopped & offsite):
            yield hub


def _named(stop: Stop, bits: int) -> list[str]:
    """The leaves among some that a notice stops by an entry about off-site settlement, not just by `all`."""
    return [
        leaf
        for leaf in named(bits & stop.stopped)
        if any(OFFSITE in lineage(id) for id in deciding(stop, leaf).services)
    ]
