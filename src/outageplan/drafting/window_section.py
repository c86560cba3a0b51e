"""The windows of a draft, with what is missing from them and what contradicts itself."""

from __future__ import annotations

import re

from outageplan.drafting import vocabulary as say
from outageplan.drafting.drafted import Path, Value
from outageplan.drafting.spans import Span, is_recurring
from outageplan.drafting.times import Found, Sure
from outageplan.drafting.writing import OPEN, Writer, free
from outageplan.errors import GrammarError
from outageplan.notice.model import Effect
from outageplan.notice.moments import Boundary, BoundaryKind
from outageplan.notice.repeats import parse_repeat
from outageplan.wording import Text

_HOURS = re.compile(r";BY(?:HOUR|MINUTE)=\d+")  # the hour is that of the window's start
_ID = re.compile(r"[^a-z0-9]+")


def write_windows(writer: Writer) -> None:
    spans = writer.parts.spans
    windows: dict[str, Value] = {}
    writer.tree["windows"] = windows
    for number, span in enumerate(spans):
        id = _window_id(writer, number)
        writer.names.append(id)
        window: dict[str, Value] = {}
        windows[id] = window
        window["start"] = _boundary(
            writer, ("windows", id, "start"), span.start, span.opened.found if span.opened else None
        )
        weak = span.closed is not None and span.closed.weak
        end = _without_slip(span)
        window["end"] = _boundary(
            writer, ("windows", id, "end"), end, span.closed.found if span.closed else None, weak=weak
        )
        source = span.told_by
        if is_recurring(span):
            _repeat(writer, id, span, window)
        if source:
            window["clause"] = writer.clause(source.found.start)
        for event in span.also:
            writer.used.add(event.found.start)
        _contradictions(writer, span, id)
    if not spans:
        _no_window(writer, windows)


def _without_slip(span: Span) -> Boundary | None:
    """The end; one that is not after its start cannot be right, so only its words are kept."""
    start = span.start.as_start() if span.start else None
    end = span.end.as_end() if span.end else None
    if start and end and end <= start and span.closed:
        return Boundary(BoundaryKind.UNRESOLVED, words=" ".join(span.closed.found.words.split()))
    return span.end


def _no_window(writer: Writer, windows: dict[str, Value]) -> None:
    windows["stop"] = {"start": OPEN, "end": OPEN}
    writer.names.append("stop")
    writer.todo(("windows", "stop"), "the text gives no time of a stop / 文中没有停机时间")
    if writer.parts.stops:
        writer.remark("no-window", "文中没有可确定的停机时段", "the text gives no window that can be told")
    else:
        writer.remark("not-a-stop", "这段文字不像停机公告", "this text does not read like the announcement of a stop")


def _window_id(writer: Writer, number: int) -> str:
    """A name by what stops: `stop` where there is one window, else its first service's branch."""
    if len(writer.parts.spans) == 1:
        return "stop"
    own = [entry for entry in writer.parts.entries if number in entry.spans and entry.effect is not Effect.UNAFFECTED]
    first = next((id for entry in own for id in entry.ids), "stop")
    name = {"all": "everything"}.get(first, _ID.sub("-", first.split(".")[0]))
    return free(name, writer.names)


def _boundary(writer: Writer, path: Path, boundary: Boundary | None, found: Found | None, *, weak: bool = False) -> str:
    side = Text("开始", "start") if path[-1] == "start" else Text("结束", "end")
    if boundary and boundary.kind is BoundaryKind.EVENT:
        return _event_boundary(writer, path, boundary)
    if boundary is None or found is None:
        writer.todo(path, f"the text does not give the {side['en']} / 文中未写明{side['zh']}时间")
        writer.remark("no-boundary", f"{path[1]}：未写明{side['zh']}时间", f"{path[1]}: the {side['en']} is not stated")
        return OPEN
    sure, because = found.sure, found.because
    if weak and sure is Sure.STATED:
        sure = Sure.INFERRED
        because = Text("只从上下文看出是恢复时间", "only the words around it make it the return")
    if boundary.kind is BoundaryKind.UNRESOLVED:
        sure = Sure.UNRESOLVED
        writer.todo(path, "these words fix no date / 这些文字不能确定日期")
        writer.remark("unresolved", f"“{found.words}”不能确定日期", f"`{found.words}` fixes no date", found.start)
    elif sure is not Sure.STATED and because:
        writer.todo(path, f"{because['en']} / {because['zh']}")
    for problem in found.problems:
        writer.todo(path, f"{problem['en']} / {problem['zh']}")
        writer.remark("contradiction", problem["zh"], problem["en"], found.start)
    value = str(boundary)
    writer.item("boundary", path, value, (found.start, found.end), sure, because)
    return value


def _event_boundary(writer: Writer, path: Path, boundary: Boundary) -> str:
    """A return that the text ties to something that must be done first."""
    words = say.EVENT_RETURN.search(writer.parts.article.text)
    value = str(boundary)
    if words:
        writer.item("boundary", path, value, words.span("event"))
    return value


def _contradictions(writer: Writer, span: Span, id: str) -> None:
    if _without_slip(span) != span.end and span.closed:
        writer.todo(
            ("windows", id), "the end is not after the start: check the year and the day / 结束不晚于开始，请核对"
        )
        writer.remark(
            "end-before-start",
            f"{id}：结束不晚于开始",
            f"{id}: the end is not after the start",
            span.closed.found.start,
        )


def _repeat(writer: Writer, id: str, span: Span, window: dict[str, Value]) -> None:
    """How a closing comes again: as its rule where the first one has a date, else as what is to be added."""
    rule = _HOURS.sub("", (span.opened.found.repeat if span.opened else None) or "")
    if not rule or span.opened is None:
        return
    found = span.opened.found
    if span.start and span.start.moment and _is_known(rule):
        window["repeat"] = rule
        writer.item("boundary", ("windows", id, "repeat"), rule, (found.start, found.end), found.sure, found.because)
        return
    writer.todo(
        ("windows", id),
        f"a closing that comes again: give the first one its date, and write `repeat: {rule}` / "
        f"重复停机：请写明首次日期，并补写 repeat: {rule}",
    )
    writer.remark(
        "recurring",
        f"{id}：重复停机，请写明首次日期，并补写 repeat: {rule}",
        f"{id}: comes again; give the first stop its date, and write `repeat: {rule}`",
        found.start,
    )


def _is_known(rule: str) -> bool:
    """Whether notice files can have the rule."""
    try:
        parse_repeat(rule)
    except GrammarError:
        return False
    return True
