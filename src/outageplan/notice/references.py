"""What a notice refers to inside itself must be there: windows in `in` and in deadlines, sources, and pools.

Read from the data, not from the model, so that these problems are told together with those of shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from outageplan.errors import GrammarError
from outageplan.notice.document import Document
from outageplan.notice.moments import parse_deadline
from outageplan.wording import Text

SUGGESTIONS = 20
Path = tuple[str | int, ...]


def report_references(document: Document) -> None:
    """Adds a finding for every window or source that is referred to and not there, and for a missing place."""
    data = document.data
    if not isinstance(data, dict):
        return
    if "amends" in data:
        return  # its windows and sources are those of the notice that it amends
    _check(
        document, "OP205", "unknown-window", Text("时段", "window"), _keys(data, "windows"), _window_references(data)
    )
    _check(
        document, "OP208", "unknown-source", Text("来源", "source"), _keys(data, "sources"), _source_references(data)
    )
    if not data.get("pools") and data.get("status") != "draft" and "amends" not in data:
        message = Text("缺少 `pools`（只有草稿可以不写）", "`pools` is missing (only a draft may leave it out)")
        document.report("OP102", "missing-key", message, document.span_of(("pools",)), ("pools",))


def _check(
    document: Document, code: str, rule: str, kind: Text, known: list[str], references: Iterable[tuple[Path, str]]
) -> None:
    for path, name in references:
        if name in known:
            continue
        import difflib  # only for names that are not there

        few = len(document.findings) < SUGGESTIONS and len(known) < SUGGESTIONS
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5) if few else []
        zh, en = f"没有名为“{name}”的{kind['zh']}", f"there is no {kind['en']} called `{name}`"
        if near:
            zh, en = f"{zh}；您要写的是不是 `{near[0]}`？", f"{en}; did you mean `{near[0]}`?"
        elif few and known:
            listed = ", ".join(f"`{one}`" for one in known)
            zh, en = f"{zh}；本公告有 {listed}", f"{en}; this notice has {listed}"
        document.report(code, rule, Text(zh, en), document.span_of(path), path)


def _window_references(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for family in ("effects", "guidance"):
        for id, part in _parts(data, family):
            named = part.get("in")
            for place, name in enumerate(named if isinstance(named, list) else ()):
                if isinstance(name, str):
                    yield (family, id, "in", place), name
            for key in ("deadline", "not_before"):
                if window := _anchored(part.get(key)):
                    yield (family, id, key), window


def _source_references(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for family in ("windows", "effects", "guidance", "contacts", "notes"):
        for id, part in _parts(data, family):
            if isinstance(name := part.get("source"), str):
                yield (family, id, "source"), name


def _anchored(phrase: object) -> str | None:
    """The window that a deadline hangs on, if it is one that can be read."""
    try:
        deadline = parse_deadline(phrase) if isinstance(phrase, str) else None
    except GrammarError:
        return None
    return deadline.anchor.window if deadline and deadline.anchor else None


def _keys(data: dict[str, Any], family: str) -> list[str]:
    found = data.get(family)
    return list(found) if isinstance(found, dict) else []


def _parts(data: dict[str, Any], family: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = data.get(family)
    if isinstance(found, dict):
        yield from ((id, part) for id, part in found.items() if isinstance(part, dict))
