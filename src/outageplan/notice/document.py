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
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # those of YAML, by which its marks count
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Node:
    """Where a value stands: its events, and below it the nodes of its entries (by key, or by index)."""

    start: Any
    end: Any
    key: Any
    below: dict[str | int, Node]

    def span(self) -> Span:
        """The value's place: the whole of a scalar, the first line of a collection."""
        return _span(self.start.start_mark, self.start.end_mark if self.below else self.end.end_mark)

    def key_span(self) -> Span:
        """The place of the value's key, or of the value where it has none."""
        return _span(self.key.start_mark, self.key.end_mark) if self.key else self.span()


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
            _, self._root, _ = _Builder(self.file).build(self._text)
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
                yield _whole(node.start.start_mark, node.start.end_mark)

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
    data, root, findings = _Builder(file).build(text)
    return Document(file, data, findings, text, root)


def report_full_width_colon(document: Document, content: bytes) -> None:
    """Adds the finding for a file that is one text because its keys end in full-width colons."""
    lines = LINE_BREAK.split(content.decode("utf-8-sig"))
    found = next((span for number in range(len(lines)) if (span := _full_width_colon(lines, number))), None)
    hint = Text("键后面请用半角冒号加空格，不用“：”", "after a key write `: `, not `：`")
    document.report("OP011", "full-width-colon", hint, found or document.span_of(()))


def _decoded(content: bytes, document: Document) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _position(content[: error.start].decode("utf-8-sig", "replace"))
        message = Text(
            f"文件不是 UTF-8 编码（字节 0x{content[error.start]:02x}）；请另存为 UTF-8",
            f"the file is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8",
        )
        document.report(
            "OP001", "not-utf-8", message, Span(line=line, column=column, end_line=line, end_column=column + 1)
        )
        return None


def _position(before: str) -> tuple[int, int]:
    """The line and column, from 1, of what stands behind a text."""
    lines = LINE_BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


_Scalar = yaml.ScalarEvent
_NOTHING_BELOW: dict[str | int, Node] = {}  # shared by all scalars, and never written to


def _is_bare(event: Any) -> bool:
    """Whether an event is a scalar with nothing to report: no anchor, no tag, no control character in an escape."""
    return (
        event.__class__ is _Scalar
        and event.anchor is None
        and event.tag is None
        and (event.style != '"' or not _CONTROL.search(event.value))
    )


class _UnusualError(Exception):
    """Something that the quick way of reading leaves to the careful one."""


def _plain_data(text: str) -> Data | None:
    """The data of a text in which nothing is to be refused. Raises `_UnusualError` for any other.

    It keeps no places, which takes half the time of the careful way: most files are read like this.
    """
    if _CONTROL.search(text):
        raise _UnusualError
    events = yaml.parse(text, Loader=_LOADER)
    next(events)
    if not isinstance(next(events), yaml.DocumentStartEvent):
        return None
    data: Data = _plain_value(next(events), events, 1)
    next(events)
    if not isinstance(next(events), yaml.StreamEndEvent):
        raise _UnusualError
    return data


def _plain_value(event: Any, events: Iterator[Any], depth: int) -> Any:
    if _is_bare(event):
        return event.value
    if depth >= MAX_DEPTH or isinstance(event, (_Scalar, yaml.AliasEvent)) or event.anchor or event.tag:
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
        if not _is_bare(event):
            raise _UnusualError
        key = event.value
        if key in data or key == "<<":
            raise _UnusualError
        data[key] = _plain_value(next(events), events, depth + 1)
    return data


class _RefusedError(Exception):
    """Reading cannot go on past this point of the file."""


class _Builder:
    """The careful way of reading: builds data and nodes side by side from the stream of events, and reports."""

    def __init__(self, file: str) -> None:
        self.document = Document(file)
        self.root: Node | None = None

    def build(self, text: str) -> tuple[Data | None, Node | None, list[Finding]]:
        """Data, places and findings of a text."""
        events = self._events(text)
        try:
            self._stream(events)
        except _RefusedError:
            self.document.data = None
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        if self.document.data is None:
            self.root = None
        return self.document.data, self.root, self.document.findings

    def _events(self, text: str) -> Iterator[Any]:
        """The events of the text; libyaml takes bytes and then reports what it cannot print without a place."""
        if found := _CONTROL.search(text):
            line, column = _position(text[: found.start()])
            self._unprintable(found[0], Span(line=line, column=column, end_line=line, end_column=column + 1))
            self.document.data = None
            return
        yield from yaml.parse(text, Loader=_LOADER)

    def _stream(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.root is not None:
                    self._refuse(
                        event, "OP008", "second-document", "文件里只能有一个 YAML 文档", "a file holds one document"
                    )
                self.document.data, self.root = self._value(next(events), events, 1)

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> tuple[Any, Node]:
        if depth > MAX_DEPTH:
            zh, en = f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels"
            self._refuse(event, "OP009", "too-deep", zh, en)
        if not _is_bare(event):
            self._plain(event)
        if isinstance(event, _Scalar):
            return event.value, Node(event, event, None, _NOTHING_BELOW)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return "", Node(event, event, None, _NOTHING_BELOW)

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> tuple[dict[str, Any], Node]:
        data: dict[str, Any] = {}
        node = Node(start, start, None, {})
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                node.end = event
                break
            key = self._key(event)
            value, below = self._value(next(events), events, depth + 1)
            if key in data:
                self._repeated(event, key, node.below[key])
                continue
            below.key = event
            data[key], node.below[key] = value, below
        return data, node

    def _key(self, event: Any) -> str:
        if not isinstance(event, _Scalar):
            self._refuse(event, "OP003", "syntax", "键必须是一个词", "a key must be one word")
        if not _is_bare(event):
            self._plain(event)
        key: str = event.value
        if key == "<<" and event.implicit[0]:
            self._refuse(
                event,
                "OP013",
                "merge-key",
                "不支持合并键 `<<`；请把内容写全",
                "merge keys (`<<`) are not read; write it out",
            )
        return key

    def _sequence(self, start: Any, events: Iterator[Any], depth: int) -> tuple[list[Any], Node]:
        data: list[Any] = []
        node = Node(start, start, None, {})
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                node.end = event
                break
            value, node.below[len(data)] = self._value(event, events, depth + 1)
            data.append(value)
        return data, node

    def _plain(self, event: Any) -> None:
        """Reports anchors, aliases, tags and control characters: a notice says each thing where it belongs, as text."""
        if isinstance(event, yaml.ScalarEvent) and event.style == '"' and (found := _CONTROL.search(event.value)):
            self._unprintable(found[0], _span(event.start_mark, event.end_mark))
        if isinstance(event, yaml.AliasEvent):
            zh, en = (
                f"不支持别名 `*{event.anchor}`；请把内容写全",
                f"aliases (`*{event.anchor}`) are not read; write it out",
            )
            self._report(event, "OP006", "alias", zh, en)
        elif getattr(event, "anchor", None) is not None:
            zh, en = f"不支持锚点 `&{event.anchor}`；请删去", f"anchors (`&{event.anchor}`) are not read; remove it"
            self._report(event, "OP005", "anchor", zh, en)
        if getattr(event, "tag", None) is not None:
            zh, en = f"不支持标签 `{event.tag}`；请删去", f"tags (`{event.tag}`) are not read; remove it"
            self._report(event, "OP007", "tag", zh, en)

    def _repeated(self, event: Any, key: str, first: Node) -> None:
        line = first.key.start_mark.line + 1
        zh, en = f"键 `{key}` 与第 {line} 行重复", f"`{key}` stands already in line {line}; keep one of them"
        self._report(event, "OP004", "repeated-key", zh + "；请保留一个", en)

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "syntax"
        code, rule, hint, place = _diagnosis(problem, text, mark, error.context_mark)
        message = Text(f"YAML 语法错误：{hint['zh']}（{problem}）", f"this is not YAML: {problem}; {hint['en']}")
        self.document.report(code, rule, message, place)
        self.document.data = None

    def _unprintable(self, char: str, span: Span) -> None:
        code = f"U+{ord(char):04X}"
        message = Text(f"文件含有控制字符 {code}；请删去", f"the file holds the control character {code}; remove it")
        self.document.report("OP014", "control-character", message, span)

    def _report(self, event: Any, code: str, rule: str, zh: str, en: str) -> None:
        self.document.report(code, rule, Text(zh, en), _span(event.start_mark, event.end_mark))

    def _refuse(self, event: Any, code: str, rule: str, zh: str, en: str) -> None:
        self._report(event, code, rule, zh, en)
        raise _RefusedError


def _diagnosis(problem: str, text: str, mark: Any, context: Any) -> tuple[str, str, Text, Span]:
    """Code, rule, hint and place of what YAML could not read: the slips that people make, told as such."""
    place = _span(mark, mark) if mark else Span()
    lines = LINE_BREAK.split(text)
    near = lines[mark.line] if mark and mark.line < len(lines) else ""
    if mark and text[mark.index : mark.index + 1] == "\t":
        return "OP002", "tab", Text("缩进请用空格，不用制表符", "indent with spaces, not tabs"), place
    two = "mapping values are not allowed" in problem and near.count(": ") > 1
    suspect = context if "could not find expected ':'" in problem else None
    if "mapping values are not allowed" in problem and not two:
        suspect = mark
    if suspect and (full_width := _full_width_colon(lines, suspect.line)):
        hint = Text("键后面请用半角冒号加空格，不用“：”", "after a key write `: `, not `：`")
        return "OP011", "full-width-colon", hint, full_width
    if two:
        return (
            "OP003",
            "syntax",
            Text("一行里有两个冒号加空格；请给文字加引号", "a line has two `: `; put the text in quotes"),
            place,
        )
    return "OP003", "syntax", Text("请检查此处的缩进、引号和括号", "check indentation, quotes and brackets here"), place


def _full_width_colon(lines: list[str], number: int) -> Span | None:
    """The full-width colon behind a bare key, in the line that YAML stumbled over or the one before it."""
    for line in (number, number - 1):
        found = re.match(r"\s*(?:- )?[^\s:：#'\"{\[][^:：'\"]*(：)", lines[line]) if 0 <= line < len(lines) else None
        if found:
            column = found.start(1) + 1
            return Span(line=line + 1, column=column, end_line=line + 1, end_column=column + 1)
    return None


def _span(start: Any, end: Any) -> Span:
    """The place between two marks; the first character only of what goes over several lines."""
    if end.line > start.line + 1 or (end.line > start.line and end.column == 0):
        return Span(line=start.line + 1, column=start.column + 1, end_line=start.line + 1, end_column=start.column + 2)
    return _whole(start, end)


def _whole(start: Any, end: Any) -> Span:
    return Span(line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1)
