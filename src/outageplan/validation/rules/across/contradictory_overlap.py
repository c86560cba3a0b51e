"""OP501: two notices of one pool that cannot both be right about a service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.coverage import listed
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.stops import Stop, deciding, grouped, named, stops_on
from outageplan.validation.summary import Summary
from outageplan.validation.timeline import Timeline
from outageplan.wording import Text

_OTHER = """\
id: other
published: 2025-11-06
effects:
  pharmacies: {services: [settlement.local.pharmacy], effect: unaffected, clause: '1'}
"""

RULE = Rule(
    code="OP501",
    name="contradictory-overlap",
    severity=Severity.WARNING,
    title=Text("两份公告相互矛盾", "two notices contradict each other"),
    why=Text(
        "同一统筹区的两份公告对同一业务一个说暂停、一个说正常，或同时开始而恢复时间不同，窗口和群众不知道该信哪一份。",
        "Where two notices of one pool say of the same service that it stops and that it does not, or give two returns "
        "for "
        "one stop, neither counters nor people know which to believe.",
    ),
    bad=Example(others={"other.yaml": _OTHER}),
    good=Example(others={"other.yaml": _OTHER.replace("settlement.local.pharmacy", "settlement.local.inpatient")}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    by_pool: dict[str, list[Stop]] = {}
    for stop in stops_on(shelf):
        if stop.dated:
            by_pool.setdefault(stop.pool, []).append(stop)
    told: set[tuple[int, str, str]] = set()
    for stops in by_pool.values():
        if len({stop.order for stop in stops}) < 2:
            continue  # one notice alone, as most pools have
        for later, earlier, problem in (*_effects(stops), *_returns(stops)):
            key = (later.order, earlier.notice.id, later.window.id)
            if key not in told:
                told.add(key)
                yield later.notice, problem


def _effects(stops: list[Stop]) -> Iterator[tuple[Stop, Stop, Problem]]:
    """A leaf that one notice stops while another says that it is unaffected."""
    contested = _union(stop.stopped for stop in stops) & _union(stop.unaffected for stop in stops)
    if not contested:
        return
    groups = grouped(stops, lambda stop: (stop.lo, stop.hi, stop.stopped & contested, stop.unaffected & contested))
    line = Timeline(group[0] for group in groups if group[0].unaffected & contested)
    members = {group[0]: group for group in groups}
    for group in groups:
        first = group[0]
        for other in line.overlapping(first.lo, first.hi) if first.stopped & contested else ():
            if bits := first.stopped & other.unaffected:
                yield from _told(group, members[other], bits)


def _told(stopping: list[Stop], sparing: list[Stop], bits: int) -> Iterator[tuple[Stop, Stop, Problem]]:
    """Every one of two groups against the earliest of the other that came before it."""
    for group, others in ((stopping, sparing), (sparing, stopping)):
        other = others[0]
        for one in group:
            if one.notice.id != other.notice.id and one.later_than(other):
                leaves = named(bits)
                names = listed(leaves)
                effect = deciding(one, leaves[0])
                ours = Text("暂停", "stops") if group is stopping else Text("不受影响", "is unaffected")
                theirs = Text("不受影响", "is unaffected") if group is stopping else Text("暂停", "stops")
                yield (
                    one,
                    other,
                    Problem(
                        path=("effects", effect.id, "effect"),
                        message=Text(
                            f"本公告称{names['zh']}{ours['zh']}，而公告 {other.notice.id} 在重叠的时段 "
                            f"{other.window.id} 称其{theirs['zh']}；请更正其中一份，或以 `amends` 变更原公告",
                            f"here {names['en']} {ours['en']}, but `{other.notice.id}` says in its overlapping window "
                            f"`{other.window.id}` that it {theirs['en']}; correct one, or write an amendment with "
                            f"`amends`",
                        ),
                    ),
                )


def _returns(stops: list[Stop]) -> Iterator[tuple[Stop, Stop, Problem]]:
    """A stop that begins at one moment in two notices, and ends at two."""
    for started in grouped(stops, lambda stop: stop.lo):
        groups = grouped(started, lambda stop: (stop.hi, stop.stopped))
        for place, group in enumerate(groups):
            for others in groups[:place]:
                bits = group[0].stopped & others[0].stopped
                if bits and group[0].hi != others[0].hi:
                    yield from _differing(group, others, bits)


def _differing(group: list[Stop], others: list[Stop], bits: int) -> Iterator[tuple[Stop, Stop, Problem]]:
    for ours, theirs in ((group, others[0]), (others, group[0])):
        for one in ours:
            if one.notice.id != theirs.notice.id and one.later_than(theirs):
                names = listed(named(bits))
                yield (
                    one,
                    theirs,
                    Problem(
                        path=("windows", one.window.id, "end"),
                        message=Text(
                            f"{names['zh']}的恢复时间“{one.window.end}”与公告 {theirs.notice.id} "
                            f"的“{theirs.window.end}”"
                            "不同，而两者同时开始；请更正，或以 `amends` 变更原公告",
                            f"{names['en']} would return at `{one.window.end}`, but `{theirs.notice.id}` says "
                            f"`{theirs.window.end}` of a stop with the same start; correct it, or write an amendment "
                            f"with "
                            "`amends`",
                        ),
                    ),
                )


def _union(sets: Iterable[int]) -> int:
    whole = 0
    for bits in sets:
        whole |= bits
    return whole
