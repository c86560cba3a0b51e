"""Findings for people: the place and the message, the line with the span underlined, the rule's page; a count last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from outageplan.notice.finding import Finding, Severity
from outageplan.render.findings.names import shown
from outageplan.render.findings.report import Findings
from outageplan.render.outline_text import Line
from outageplan.render.plain import plain
from outageplan.render.wrapping import columns
from outageplan.wording import Lang, Text

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_NUMBER = 5  # columns for the line number
_WIDEST = 1000  # even a pipe gets no more of a line than this, so that one line of 1 MiB is not printed 1,000 times
_NARROWEST = 12
_TAB = "    "
_ELLIPSIS = "…"

_COUNTS = {
    Severity.ERROR: (Text("{count} 个错误", "{count} error"), Text("", "{count} errors")),
    Severity.WARNING: (Text("{count} 个警告", "{count} warning"), Text("", "{count} warnings")),
    Severity.INFO: (Text("{count} 个提示", "{count} remark"), Text("", "{count} remarks")),
}


def render(report: Findings, width: int | None = None) -> str:
    """The report as text."""
    return "".join(f"{line.plain}\n" for line in lines(report, width))


def lines(report: Findings, width: int | None = None) -> Iterator[Line]:
    """The report as styled lines; `width` is in columns and cuts source lines around what is meant."""
    for finding in report.findings:
        yield _head(finding, report.lang)
        yield from _excerpt(finding, report, width)
        if link := report.link(finding):
            yield Line(" " * _NUMBER + " = ", plain(link), "dim", "dim")
        yield Line()
    yield Line(body=closing(report))


def closing(report: Findings) -> str:
    """`2 errors, 1 warning in 3 files; 4 notices can be read`."""
    found = Counter(finding.severity for finding in report.findings)
    sites = report.sites
    notices = report.readable if report.readable or not sites else None
    if report.lang == "zh":
        counts = "、".join(_COUNTS[one][0]["zh"].format(count=found[one]) for one in Severity if found[one])
        said = f"{report.files} 个文件中有 {counts}" if counts else f"{report.files} 个文件，未发现问题"
        usable = [f"{notices} 份公告"] * (notices is not None) + [f"{sites} 份机构文件"] * (sites > 0)
        return f"{said}；{'、'.join(usable)}可用"
    counts = ", ".join(_COUNTS[one][found[one] != 1]["en"].format(count=found[one]) for one in Severity if found[one])
    files = f"{report.files} file{_s(report.files)}"
    usable = [f"{notices} notice{_s(report.readable)}"] * (notices is not None)
    usable += [f"{sites} site file{_s(sites)}"] * (sites > 0)
    return f"{counts or 'no problems'} in {files}; {' and '.join(usable)} can be read"


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _head(finding: Finding, lang: Lang) -> Line:
    span, name = finding.span, plain(finding.file)
    if name.startswith("::"):  # else a build server takes the line for a command
        name = f"./{name}"
    lead = f"{name}:{span.line}:{span.column}: {finding.severity} {finding.code} {finding.rule}: "
    return Line(lead, plain(finding.message[lang]), _STYLES[finding.severity])


def _excerpt(finding: Finding, report: Findings, width: int | None) -> Iterator[Line]:
    """The line of the finding, and below it what is meant, underlined. Nothing for a line without content."""
    span = finding.span
    source = report.source_line(finding.file, span.line)
    if not source or source.isspace():
        return
    number = f"{span.line:>{_NUMBER}}"
    room = _WIDEST if width is None else max(_NARROWEST, width - len(number) - 3)
    start = min(max(span.column - 1, 0), len(source))
    end = span.end_column - 1 if span.end_line == span.line else len(source.rstrip())
    before, meant, after = _window(source, start, min(max(start + 1, end), len(source)), room)
    yield Line(f"{number} | ", f"{before}{meant}{after}", "dim")
    left = columns(before)
    under = max(1, columns(before + meant) - left)
    yield Line(" " * len(number) + " | ", " " * left + "^" * under, "dim", _STYLES[finding.severity])


def _window(source: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """What stands before the span, the span and what stands behind it, as shown, cut to `room` columns.

    Only as many characters are looked at as can be shown, however long the line is.
    """
    room -= start == end  # the mark behind the last character takes a column too
    before = _pieces(source[max(0, start - room) : start][::-1])
    meant = _pieces(source[start : min(end, start + room)])
    after = _pieces(source[end : end + room])
    uncut = len(before) == start and start + len(meant) == end and end + len(after) == len(source)
    if not uncut or _size(before) + _size(meant) + _size(after) > room:
        meant = _fitting(meant, room - 2)
        left = room - 2 - _size(meant)
        whole = start + len(meant) == end
        behind = _fitting(after, left // 2) if whole else []
        before = _fitting(before, left - _size(behind))
        after = _fitting(after, left - _size(before)) if whole else []
    return (
        ("" if len(before) == start else _ELLIPSIS) + "".join(reversed(before)),
        "".join(meant),
        "".join(after) + ("" if start + len(meant) + len(after) == len(source) else _ELLIPSIS),
    )


def _pieces(text: str) -> list[str]:
    """The characters as shown."""
    return [_TAB if char == "\t" else shown(char) for char in text]


def _fitting(pieces: list[str], room: int) -> list[str]:
    """As many pieces from the first on as fit."""
    for place, piece in enumerate(pieces):
        room -= _width(piece)
        if room < 0:
            return pieces[:place]
    return pieces


def _size(pieces: list[str]) -> int:
    return sum(map(_width, pieces))


@lru_cache(maxsize=8192)
def _width(piece: str) -> int:
    """The columns of a piece; a sign that widens the one before it counts as the column that it adds."""
    return max(1, columns(piece)) if piece == "\ufe0f" else columns(piece)
