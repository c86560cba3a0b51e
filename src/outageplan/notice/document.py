"""YAML text to plain data in which every scalar is text, with the place of each key and value.

YAML 1.1 reads `18:00` as 1080 and `no` as false, and drops a repeated key; here nothing is typed and nothing dropped.
Anchors, aliases, tags, a second document, deep nesting and large files are refused. Parsing is by events, so that
hostile nesting costs nothing.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from outageplan.notice.finding import Finding, Span
from outageplan.wording import Text

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
Data = str | list[Any] | dict[str, Any]
# what YAML does not print; an escape in quotes could still carry the first of them
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # those of YAML, by which its marks count
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Node:
    """Where a value stands: its events, and below it the nodes of its entries (by key, or by index)."""

    start: Any
    end: Any
    key: Any
    below: dict[str | int, Node]

    def span(self) -> Span:
        """The value's place: the whole of a scalar, the first line of a collection."""
        return span_between(self.start.start_mark, self.start.end_mark if self.below else self.end.end_mark)

    def key_span(self) -> Span:
        """The place of the value's key, or of the value where it has none."""
        return span_between(self.key.start_mark, self.key.end_mark) if self.key else self.span()


@dataclass(slots=True)
class Document:
    """One file as read: its data (None when there is none) and what was refused on the way.

    The places in it are worked out when the first of them is asked for: most files need none.
    """

    file: str
    data: Data | None = None
    findings: list[Finding] = field(default_factory=list)
    _text: str | None = None
    _root: Node | None = None

    @property
    def root(self) -> Node | None:
        """The places of all keys and values; None where nothing was read."""
        if self._root is None and self._text is not None and self.data is not None:
            from outageplan.notice.building import Builder  # which is built on this module

            _, self._root, _ = Builder(self.file).build(self._text)
        return self._root

    def span_of(self, path: tuple[str | int, ...], *, key: bool = False) -> Span:
        """The place of a value (or of its key); for a path that is not there, of the nearest one above it."""
        node = self.root
        if node is None:
            return Span()
        for step in path:
            if step not in node.below:
                return node.key_span()
            node = node.below[step]
        return node.key_span() if key else node.span()

    def scalars(self) -> Iterator[Span]:
        """The whole places of all texts in the file."""
        nodes = [self.root] if self.root else []
        while nodes:
            node = nodes.pop()
            nodes += node.below.values()
            if isinstance(node.start, yaml.ScalarEvent):
                yield whole_span(node.start.start_mark, node.start.end_mark)

    def report(self, code: str, rule: str, message: Text, span: Span, path: tuple[str | int, ...] = ()) -> None:
        """Adds a finding about this file."""
        self.findings.append(
            Finding(code=code, rule=rule, message=message, file=self.file, span=span, key=dotted(path))
        )


def dotted(path: tuple[str | int, ...]) -> str:
    """A path as people write it: `guidance.file-later.services[0]`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_document(content: bytes, file: str, *, places: bool = False) -> Document:
    """The data of a notice file. Never raises: what is refused is in `findings`, all of it that can be told at once.

    With `places` they are taken down in the same pass, for a reader who will ask for them.
    """
    document = Document(file)
    if len(content) > MAX_BYTES:
        mib = Text("文件超过 1 MiB，请拆分", "the file is over 1 MiB; split it")
        document.report("OP010", "too-large", mib, Span())
        return document
    text = _decoded(content, document)
    if text is None:
        return document
    if not places:
        with contextlib.suppress(_UnusualError, yaml.YAMLError):
            return Document(file, _plain_data(text), _text=text)
    from outageplan.notice.building import Builder  # only files with something to tell pay for it

    data, root, findings = Builder(file).build(text)
    return Document(file, data, findings, text, root)


def report_full_width_colon(document: Document, content: bytes) -> None:
    """Adds the finding for a file that is one text because its keys end in full-width colons."""
    from outageplan.notice.building import full_width_colon

    lines = LINE_BREAK.split(content.decode("utf-8-sig"))
    found = next((span for number in range(len(lines)) if (span := full_width_colon(lines, number))), None)
    hint = Text("键后面请用半角冒号加空格，不用“：”", "after a key write `: `, not `：`")
    document.report("OP011", "full-width-colon", hint, found or document.span_of(()))


def _decoded(content: bytes, document: Document) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = position_behind(content[: error.start].decode("utf-8-sig", "replace"))
        message = Text(
            f"文件不是 UTF-8 编码（字节 0x{content[error.start]:02x}）；请另存为 UTF-8",
            f"the file is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8",
        )
        document.report(
            "OP001", "not-utf-8", message, Span(line=line, column=column, end_line=line, end_column=column + 1)
        )
        return None


def position_behind(before: str) -> tuple[int, int]:
    """The line and column, from 1, of what stands behind a text."""
    lines = LINE_BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


Scalar = yaml.ScalarEvent
NOTHING_BELOW: dict[str | int, Node] = {}  # shared by all scalars, and never written to


def is_bare(event: Any) -> bool:
    """Whether an event is a scalar with nothing to report: no anchor, no tag, no control character in an escape."""
    return (
        event.__class__ is Scalar
        and event.anchor is None
        and event.tag is None
        and (event.style != '"' or not CONTROL.search(event.value))
    )


class _UnusualError(Exception):
    """Something that the quick way of reading leaves to the careful one."""


def _plain_data(text: str) -> Data | None:
    """The data of a text in which nothing is to be refused. Raises `_UnusualError` for any other.

    It keeps no places, which takes half the time of the careful way: most files are read like this.
    """
    if CONTROL.search(text):
        raise _UnusualError
    events = yaml.parse(text, Loader=LOADER)
    next(events)
    if not isinstance(next(events), yaml.DocumentStartEvent):
        return None
    data: Data = _plain_value(next(events), events, 1)
    next(events)
    if not isinstance(next(events), yaml.StreamEndEvent):
        raise _UnusualError
    return data


def _plain_value(event: Any, events: Iterator[Any], depth: int) -> Any:
    if is_bare(event):
        return event.value
    if depth >= MAX_DEPTH or isinstance(event, (Scalar, yaml.AliasEvent)) or event.anchor or event.tag:
        raise _UnusualError
    if isinstance(event, yaml.SequenceStartEvent):
        items = itertools.takewhile(lambda item: item.__class__ is not yaml.SequenceEndEvent, events)
        return [_plain_value(item, events, depth + 1) for item in items]
    return _plain_mapping(events, depth)


def _plain_mapping(events: Iterator[Any], depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for event in events:
        if event.__class__ is yaml.MappingEndEvent:
            break
        if not is_bare(event):
            raise _UnusualError
        key = event.value
        if key in data or key == "<<":
            raise _UnusualError
        data[key] = _plain_value(next(events), events, depth + 1)
    return data


def span_between(start: Any, end: Any) -> Span:
    """The place between two marks; the first character only of what goes over several lines."""
    if end.line > start.line + 1 or (end.line > start.line and end.column == 0):
        return Span(line=start.line + 1, column=start.column + 1, end_line=start.line + 1, end_column=start.column + 2)
    return whole_span(start, end)


def whole_span(start: Any, end: Any) -> Span:
    return Span(line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1)
