"""The careful way of reading YAML: data and places side by side, with everything that is refused and why."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import yaml

from outageplan.notice.document import (
    CONTROL,
    LOADER,
    MAX_DEPTH,
    Document,
    is_bare,
    lines_of,
    position_behind,
)
from outageplan.notice.finding import Span
from outageplan.notice.places import Node, span_between
from outageplan.wording import Text


class _RefusedError(Exception):
    """Reading cannot go on past this point of the file."""


class Builder:
    """The careful way of reading: builds data from the stream of events, which it keeps for the places, and reports."""

    def __init__(self, file: str) -> None:
        self.document = Document(file)
        self.kept: list[Any] = []
        self.root: Node | None = None

    def build(self, text: str) -> Document:
        """Data, places and findings of a text."""
        events = self._events(text)
        try:
            self._stream(events)
        except _RefusedError:
            self.document.data = None
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        root = None if self.document.data is None else self.root
        return Document(self.document.file, self.document.data, self.document.findings, _root=root)

    def _events(self, text: str) -> Iterator[Any]:
        """The events of the text; libyaml takes bytes and then reports what it cannot print without a place."""
        if found := CONTROL.search(text):
            line, column = position_behind(text[: found.start()])
            self._unprintable(found[0], Span(line=line, column=column, end_line=line, end_column=column + 1))
            self.document.data = None
            return
        for event in yaml.parse(text, Loader=LOADER):
            self.kept.append(event)
            yield event

    def _stream(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.root is not None:
                    self._refuse(
                        event, "OP008", "second-document", "文件里只能有一个 YAML 文档", "a file holds one document"
                    )
                first = len(self.kept)
                self.document.data = self._value(next(events), events, 1)
                self.root = Node(self.kept, first, len(self.kept) - 1)

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        if depth > MAX_DEPTH:
            zh, en = f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels"
            self._refuse(event, "OP009", "too-deep", zh, en)
        if not is_bare(event):
            self._plain(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, depth)
        return ""

    def _mapping(self, events: Iterator[Any], depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            value = self._value(next(events), events, depth + 1)
            if key in data:
                self._repeated(event, key, lines[key])
            else:
                data[key], lines[key] = value, event.start_mark.line + 1
        return data

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "OP003", "syntax", "键必须是一个词", "a key must be one word")
        if not is_bare(event):
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

    def _sequence(self, events: Iterator[Any], depth: int) -> list[Any]:
        items = itertools.takewhile(lambda item: not isinstance(item, yaml.SequenceEndEvent), events)
        return [self._value(item, events, depth + 1) for item in items]

    def _plain(self, event: Any) -> None:
        """Reports anchors, aliases, tags and control characters: a notice says each thing where it belongs, as text."""
        if isinstance(event, yaml.ScalarEvent) and event.style == '"' and (found := CONTROL.search(event.value)):
            self._unprintable(found[0], span_between(event.start_mark, event.end_mark))
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

    def _repeated(self, event: Any, key: str, line: int) -> None:
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
        self.document.report(code, rule, Text(zh, en), span_between(event.start_mark, event.end_mark))

    def _refuse(self, event: Any, code: str, rule: str, zh: str, en: str) -> None:
        self._report(event, code, rule, zh, en)
        raise _RefusedError


def _diagnosis(problem: str, text: str, mark: Any, context: Any) -> tuple[str, str, Text, Span]:
    """Code, rule, hint and place of what YAML could not read: the slips that people make, told as such."""
    place = span_between(mark, mark) if mark else Span()
    lines = lines_of(text)
    near = lines[mark.line] if mark and mark.line < len(lines) else ""
    if mark and text[mark.index : mark.index + 1] == "\t":
        return "OP002", "tab", Text("缩进请用空格，不用制表符", "indent with spaces, not tabs"), place
    two = "mapping values are not allowed" in problem and near.count(": ") > 1
    suspect = context if "could not find expected ':'" in problem else None
    if "mapping values are not allowed" in problem and not two:
        suspect = mark
    if suspect and (full_width := full_width_colon(lines, suspect.line)):
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


def full_width_colon(lines: list[str], number: int) -> Span | None:
    """The full-width colon behind a bare key, in the line that YAML stumbled over or the one before it."""
    for line in (number, number - 1):
        found = re.match(r"\s*(?:- )?[^\s:：#'\"{\[][^:：'\"]*(：)", lines[line]) if 0 <= line < len(lines) else None
        if found:
            column = found.start(1) + 1
            return Span(line=line + 1, column=column, end_line=line + 1, end_column=column + 1)
    return None
