"""YAML text to plain data in which every scalar is text, with the place of each key and value.

YAML 1.1 reads `18:00` as 1080 and `no` as false, and drops a repeated key; here nothing is typed and nothing dropped.
Anchors, aliases, tags, a second document, deep nesting and large files are refused. Parsing is by events, so that
hostile nesting costs nothing.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from outageplan.notice.finding import Finding, Span
from outageplan.notice.places import Node
from outageplan.wording import Text

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
Data = str | list[Any] | dict[str, Any]
# what YAML does not print; an escape in quotes could still carry the first of them
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ODD_BREAKS = "\r\x85\u2028\u2029"
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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

            self._root = Builder(self.file).build(self._text).root
        return self._root

    def span_of(self, path: tuple[str | int, ...], *, key: bool = False) -> Span:
        """The place of a value (or of its key); for a path that is not there, of the nearest one above it."""
        node = self.root
        if node is None:
            return Span()
        for step in path:
            below = node.entry(step)
            if below is None:
                return node.key_span()
            node = below
        return node.key_span() if key else node.span()

    def scalars(self) -> Iterator[Span]:
        """The whole places of all texts in the file."""
        nodes = [self.root] if self.root else []
        while nodes:
            node = nodes.pop()
            nodes += node.below.values()
            if node.is_text:
                yield node.whole_span()

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

    With `places` they can be told without reading the file a second time, for a reader who will ask for them.
    """
    document = Document(file)
    if len(content) > MAX_BYTES:
        mib = Text("文件超过 1 MiB，请拆分", "the file is over 1 MiB; split it")
        document.report("OP010", "too-large", mib, Span())
        return document
    text = _decoded(content, document)
    if text is None:
        return document
    with contextlib.suppress(_UnusualError, yaml.YAMLError):
        return _plain_document(file, text, places=places)
    from outageplan.notice.building import Builder  # only files with something to tell pay for it

    return Builder(file).build(text)


def report_full_width_colon(document: Document, content: bytes) -> None:
    """Adds the finding for a file that is one text because its keys end in full-width colons."""
    from outageplan.notice.building import full_width_colon

    lines = lines_of(content.decode("utf-8-sig"))
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


def lines_of(text: str) -> list[str]:
    """The lines of a text, broken where YAML breaks them, by which its marks count."""
    return _LINE_BREAK.split(text) if any(char in text for char in _ODD_BREAKS) else text.split("\n")


def position_behind(before: str) -> tuple[int, int]:
    """The line and column, from 1, of what stands behind a text."""
    lines = lines_of(before)
    return len(lines), len(lines[-1]) + 1


def is_bare(event: Any) -> bool:
    """Whether an event is a scalar with nothing to report: no anchor, no tag, no control character in an escape."""
    return (
        event.__class__ is yaml.ScalarEvent
        and event.anchor is None
        and event.tag is None
        and (event.style != '"' or not CONTROL.search(event.value))
    )


class _UnusualError(Exception):
    """Something that the quick way of reading leaves to the careful one."""


def _plain_document(file: str, text: str, *, places: bool) -> Document:
    """A text in which nothing is to be refused. Raises `_UnusualError` for any other.

    Most files are read like this: all events are kept where places will be asked for, none otherwise.
    """
    if CONTROL.search(text):
        raise _UnusualError
    events: list[Any] = []
    next_event = LOADER(text).get_event
    next_event()
    if not isinstance(next_event(), yaml.DocumentStartEvent):
        return Document(file, _text=text)
    data = _plain_data(next_event, events.append if places else None)
    next_event()
    if not isinstance(next_event(), yaml.StreamEndEvent):
        raise _UnusualError
    return Document(file, data, _text=text, _root=Node(events, 0, len(events) - 1) if events else None)


def _plain_data(next_event: Callable[[], Any], keep: Callable[[Any], None] | None) -> Any:
    """The value that begins with the next event.

    One loop for all levels with `is_bare` written out, as every scalar of every file passes through it.
    """
    whole: list[Any] = []
    holder: Any = whole  # the list or mapping that is being filled, and the key that waits for its value
    key: str | None = None
    above: list[Any] = []
    scalar, search = yaml.ScalarEvent, CONTROL.search
    while True:
        event = next_event()
        if keep:
            keep(event)
        kind = event.__class__
        bare = kind is scalar and event.anchor is None and event.tag is None
        if bare and (event.style != '"' or not search(event.value)):
            if key is not None:
                holder[key] = event.value
                key = None
            elif holder.__class__ is dict:
                key = event.value
                if key in holder or key == "<<":
                    raise _UnusualError
            else:
                holder.append(event.value)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            holder = above.pop()
        else:
            value = _opened(event, len(above))
            if key is not None:
                holder[key] = value
            elif holder.__class__ is list:
                holder.append(value)
            else:
                raise _UnusualError
            above.append(holder)
            holder, key = value, None
        if holder is whole:
            return whole[0]


def _opened(event: Any, depth: int) -> list[Any] | dict[str, Any]:
    """The list or mapping, empty yet, that begins with an event. Raises `_UnusualError` for anything else."""
    if depth >= MAX_DEPTH - 1 or not isinstance(event, yaml.CollectionStartEvent) or event.anchor or event.tag:
        raise _UnusualError
    return [] if isinstance(event, yaml.SequenceStartEvent) else {}
