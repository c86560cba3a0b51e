"""The effects of a draft: which services stop, go on, or are taken on paper, in which windows."""

from __future__ import annotations

from collections.abc import Container

from outageplan.drafting.drafted import ItemKind, Path, Value
from outageplan.drafting.narrowing import Entry
from outageplan.drafting.times import Sure
from outageplan.drafting.writing import Writer, free
from outageplan.notice.model import Effect
from outageplan.wording import Text


def write_effects(writer: Writer) -> None:
    effects: dict[str, Value] = {}
    for entry in writer.parts.entries:
        name = _effect_name(writer, entry, effects)
        part: dict[str, Value] = {}
        if entry.spans and len(entry.spans) < len(writer.parts.spans):
            part["in"] = [writer.names[number] for number in entry.spans]
        part["services"] = list(entry.ids)
        part["effect"] = entry.effect.value
        resume = _resume(writer, entry)
        if resume != "full" and entry.effect is not Effect.UNAFFECTED:
            part["resume"] = resume
        if entry.pools:
            part["pools"] = list(entry.pools)
        if entry.schemes:
            part["schemes"] = list(entry.schemes)
        part["clause"] = writer.clause(entry.claims[0].start)
        effects[name] = part
        _effect_items(writer, entry, ("effects", name, "services"))
        if entry.assumed:
            writer.todo(
                ("effects", name),
                "no service is named: the whole system is meant? / 未逐项列明业务，按系统整体停机起草",
            )
    if effects:
        writer.tree["effects"] = effects
    stopped = any(entry.effect is not Effect.UNAFFECTED for entry in writer.parts.entries)
    if writer.parts.spans and not stopped:
        writer.remark("no-service", "没有读出受影响的业务", "no service that stops could be told")


def _effect_name(writer: Writer, entry: Entry, taken: Container[str]) -> str:
    verb = {
        Effect.SUSPENDED: "stopped",
        Effect.UNAFFECTED: "unaffected",
        Effect.PAPER_ONLY: "papers-only",
        Effect.TERMINATED: "ended",
        Effect.DEGRADED: "degraded",
    }[entry.effect]
    return free(
        f"{writer.names[entry.spans[0]]}-{verb}" if len(entry.spans) == 1 and len(writer.names) > 1 else verb, taken
    )


def _resume(writer: Writer, entry: Entry) -> str:
    spans = [writer.parts.spans[number] for number in (entry.spans or range(len(writer.parts.spans)))]
    found = {span.closed.gradual if span.closed else "full" for span in spans}
    return next(iter(found)) if len(found) == 1 else "full"


def _effect_items(writer: Writer, entry: Entry, path: Path) -> None:
    kind: ItemKind = "unaffected" if entry.effect is Effect.UNAFFECTED else "service"
    told: set[str] = set()
    for claim in entry.claims:
        for id in claim.ids:
            if id in entry.ids and id not in told:
                told.add(id)
                unsure = entry.assumed or claim.listed
                because = Text("按上下文判断", "told by what stands around it") if unsure else None
                sure = Sure.INFERRED if unsure else Sure.STATED
                writer.item(kind, (*path, id), f"{id} {entry.effect.value}", (claim.start, claim.end), sure, because)
