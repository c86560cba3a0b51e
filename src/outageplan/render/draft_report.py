"""What drafting took from an announcement, as a person reads it: a table, what was not used, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outageplan.render.outline_text import Line
from outageplan.render.plain import plain
from outageplan.render.wrapping import columns, padded, wrapped
from outageplan.wording import Lang, Text

_KINDS = {
    "title": Text("标题", "title"),
    "issuer": Text("发布单位", "issuer"),
    "published": Text("发布日期", "published"),
    "pool": Text("统筹区", "pool"),
    "boundary": Text("停机时间", "boundary"),
    "service": Text("业务", "service"),
    "unaffected": Text("不受影响", "unaffected"),
    "guidance": Text("指引", "guidance"),
    "deadline": Text("截止时间", "deadline"),
    "contact": Text("联系方式", "contact"),
}
_SURE = {
    "stated": (Text("写明", "stated"), "green"),
    "inferred": (Text("推定", "inferred"), "yellow"),
    "unresolved": (Text("不能确定", "unresolved"), "bold red"),
}
_HEAD = (
    Text("行:列", "line:col"),
    Text("内容", "what"),
    Text("写入", "written"),
    Text("可靠程度", "how sure"),
    Text("原文", "words"),
)
_WIDEST_VALUE = 46
_NARROWEST_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One row: the kind of thing, where it went, its value, the words, their line and column, how sure, and why."""

    kind: str
    path: str
    value: str
    words: str
    line: int
    column: int
    sure: str
    because: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A sentence that was not used."""

    words: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """Something missing or contradictory; without a line it is about the whole."""

    code: str
    message: Text
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """All that is told of one draft."""

    file: str
    taken: Sequence[Taken]
    unused: Sequence[Left]
    remarks: Sequence[ToDo]
    amends: bool
    lang: Lang


def draft_lines(report: DraftReport, width: int | None) -> Iterator[Line]:
    """The report as lines; `width` is in columns, None leaves every row on one line."""
    lang = report.lang
    yield Line(body=Text(f"取自 {report.file} 的内容", f"Taken from {report.file}")[lang], body_style="bold")
    yield from _table(report.taken, lang, width)
    if report.amends:
        told = Text("这是对此前公告的变更：请写明 amends", "This changes an earlier notice: name it with `amends`")
        yield Line()
        yield Line(body=told[lang], body_style="bold yellow")
    if report.remarks:
        yield Line()
        yield Line(body=Text("需要处理", "To be looked at")[lang], body_style="bold")
        for remark in report.remarks:
            place = f"{remark.line}:{remark.column} " if remark.line else ""
            yield from _paragraph(f"  {place}", plain(remark.message[lang]), width)
    if report.unused:
        yield Line()
        told = Text("有日期或业务而未采用的句子", "Sentences with a date or a service that were not used")
        yield Line(body=told[lang], body_style="bold")
        for left in report.unused:
            yield from _paragraph(f"  {left.line}:{left.column} ", plain(left.words), width)


def _table(taken: Sequence[Taken], lang: Lang, width: int | None) -> Iterator[Line]:
    rows = [
        (f"{row.line}:{row.column}", _KINDS[row.kind][lang], _value(row), _SURE[row.sure][0][lang], _words(row, lang))
        for row in taken
    ]
    head = tuple(text[lang] for text in _HEAD)
    sizes = [max(columns(row[place]) for row in [head, *rows]) for place in range(4)]
    sizes[2] = min(sizes[2], _WIDEST_VALUE)
    lead = "".join(f"{padded(text, size)}  " for text, size in zip(head, sizes, strict=False))
    yield Line(lead=f"  {lead}", body=head[4], lead_style="dim", body_style="dim")
    for row, one in zip(rows, taken, strict=True):
        yield from _row(row, sizes, _SURE[one.sure][1], width)


def _row(row: tuple[str, ...], sizes: list[int], style: str, width: int | None) -> Iterator[Line]:
    cells = [padded(text, size) for text, size in zip(row[:4], sizes, strict=True)]
    lead = "  " + "".join(f"{cell}  " for cell in cells)
    room = None if width is None else width - columns(lead)
    if room is None:
        yield Line(lead=lead, body=row[4], lead_style=style)
        return
    if room < _NARROWEST_WORDS:  # a narrow terminal: the words go below
        yield from _paragraph("  ", " ".join(row[:4]), width, style)
        yield from _paragraph("      ", row[4], width)
        return
    for place, text in enumerate(wrapped(row[4], room)):
        yield Line(lead=lead if place == 0 else " " * columns(lead), body=text, lead_style=style if place == 0 else "")


def _paragraph(lead: str, text: str, width: int | None, style: str = "") -> Iterator[Line]:
    room = None if width is None else max(8, width - columns(lead))
    for place, line in enumerate([text] if room is None else wrapped(text, room)):
        yield Line(lead=lead if place == 0 else " " * columns(lead), body=line, body_style=style)


def _value(row: Taken) -> str:
    """The value, with the window that a boundary belongs to."""
    if row.kind == "boundary":
        return f"{row.path.removeprefix('windows.')}: {plain(row.value)}"
    return plain(row.value)


def _words(row: Taken, lang: Lang) -> str:
    because = (
        f"（{row.because['zh']}）" if row.because and lang == "zh" else f" ({row.because['en']})" if row.because else ""
    )
    return f"{plain(row.words)}{because}"
