"""OP506: people are sent to a channel that another notice closes at that time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from outageplan.catalog.pools import NATION, province_of
from outageplan.catalog.services import services
from outageplan.catalog.vocabulary import actions
from outageplan.engine.channels import Sending, sendings
from outageplan.notice.finding import Severity
from outageplan.notice.model import Phase
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.stops import Stop, bits_of, grouped, stops_on
from outageplan.validation.summary import Guided, Summary
from outageplan.validation.timeline import Timeline
from outageplan.wording import Text

_MINUTE = timedelta(minutes=1)
_GUIDANCE = """\
guidance:
  file-by-phone:
    for: [insured]
    phase: during
    services: [settlement.local.pharmacy]
    action: keep_receipts
    say: {zh: 可通过网厅上传票据。, en: Upload the receipts in the web hall.}
    clause: '4'
"""
_OTHER = """\
id: other
effects:
  halls: {services: [CHANNEL], effect: suspended, clause: '2'}
"""

RULE = Rule(
    code="OP506",
    name="channel-down",
    severity=Severity.WARNING,
    title=Text("指引的渠道同期停用", "people are sent to a channel that is down"),
    why=Text(
        "公告让群众改走网厅、小程序或电话，而另一份公告同期停了这个渠道，群众两头落空。",
        "A notice sends people to a web hall, a mini program or the telephone while another notice has closed it: they "
        "are "
        "served by neither.",
    ),
    bad=Example(snippet=_GUIDANCE, others={"other.yaml": _OTHER.replace("CHANNEL", "channel.web_hall")}),
    good=Example(snippet=_GUIDANCE, others={"other.yaml": _OTHER.replace("CHANNEL", "channel.mini_program")}),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    channels = bits_of(("channel",))
    by_pool: dict[str, list[Stop]] = {}
    for stop in stops_on(shelf):
        if stop.stopped & channels:
            by_pool.setdefault(stop.pool, []).append(stop)
    # Of many that close the same at the same time two are enough: one of them is another notice.
    lines = {
        pool: Timeline(
            stop
            for group in grouped(found, lambda stop: (stop.lo, stop.hi, stop.stopped & channels))
            for stop in (group[0], group[-1])[: len(group)]
        )
        for pool, found in by_pool.items()
    }
    told: set[tuple[int, str]] = set()
    for stop in stops_on(shelf):
        above = dict.fromkeys((stop.pool, province_of(stop.pool), NATION))
        near = [lines[pool] for pool in above if pool in lines]
        if not _others(stop, near, stop.lo - _MINUTE, stop.hi + _MINUTE):
            continue
        closed = {phase.value: _closing(stop, phase, near) for phase in Phase}
        if not any(closed.values()):
            continue
        for guided in stop.notice.guidance:
            others = closed[guided.phase]
            if not others or stop.window.id not in guided.windows or (stop.order, guided.id) in told:
                continue
            if found := _sent(guided, others):
                told.add((stop.order, guided.id))
                yield stop.notice, _problem(guided, *found)


def _closing(stop: Stop, phase: Phase, lines: list[Timeline[Stop]]) -> list[Stop]:
    """The stops of other notices in a phase of a stop: just before it, while it lasts, just after it."""
    lo, hi = stop.lo, stop.hi
    if phase is Phase.BEFORE:
        lo, hi = lo - _MINUTE, lo
    elif phase is Phase.AFTER:
        lo, hi = (hi, hi + _MINUTE) if stop.dated else (lo, lo)
    return _others(stop, lines, lo, hi)


def _others(stop: Stop, lines: list[Timeline[Stop]], lo: datetime, hi: datetime) -> list[Stop]:
    """The stops of other notices that have a moment in common with `[lo, hi)`."""
    return [one for line in lines for one in line.overlapping(lo, hi) if one.notice.id != stop.notice.id]


def _sent(guided: Guided, others: list[Stop]) -> tuple[Sending, Stop] | None:
    """A channel that a guidance sends to, with the stop that closes it then."""
    if actions()[guided.action].remedy:
        for sending in sendings(guided.action, guided.services, guided.texts):
            for other in others:
                if other.stopped & bits_of((sending.channel,)):
                    return sending, other
    return None


def _problem(guided: Guided, sending: Sending, other: Stop) -> Problem:
    name = services()[sending.channel].name
    return Problem(
        path=("guidance", guided.id, sending.key),
        at_key=True,
        message=Text(
            f"这里请人使用“{sending.word or name['zh']}”，而公告 {other.notice.id} 在时段 {other.window.id} 停用"
            f"{name['zh']}；请改写其他渠道",
            f"this sends people to `{sending.word or sending.channel}`, but `{other.notice.id}` closes "
            f"`{sending.channel}` in its window `{other.window.id}`; name another channel",
        ),
    )
