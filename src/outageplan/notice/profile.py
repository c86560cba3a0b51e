"""A day by the hour: 24 weights in a file, YAML or CSV, of which only the proportions count.

YAML    a list of 24 numbers, or `HOUR: NUMBER` lines (0 to 23); an hour that is not there has none
CSV     `HOUR,NUMBER` lines, or 24 lines with a number each; a heading and `#` comments are passed over
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from outageplan.notice.document import Document, lines_of, read_document
from outageplan.notice.finding import Finding, Span
from outageplan.notice.reading import file_content
from outageplan.wording import Text

HOURS = 24
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,9})?", re.ASCII)
_HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?::00)?", re.ASCII)
Entry = tuple[str, str, Span]  # hour, number, place


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileReading:
    """What came of a profile file: 24 weights that sum to 1, or None and the findings that say why."""

    file: str
    weights: tuple[Fraction, ...] | None = None
    findings: tuple[Finding, ...] = ()


def read_profile_file(path: Path) -> ProfileReading:
    """Reads a profile file. Raises `UnreadableError` where there is no regular file that can be read."""
    return read_profile(file_content(path), str(path))


def read_profile(content: bytes, file: str) -> ProfileReading:
    """Reads a profile from the bytes of a file. Never raises; `file` is the name that findings carry."""
    csv = file.lower().endswith((".csv", ".tsv"))
    document = Document(file) if csv else read_document(content, file, places=True)
    entries = list(_rows(content, document) if csv else _of_yaml(document))
    weights = _weights(entries, document) if not document.findings else None
    if document.findings:
        order = sorted(document.findings, key=lambda finding: (finding.span, finding.code))
        return ProfileReading(file=file, findings=tuple(dict.fromkeys(order)))
    return ProfileReading(file=file, weights=weights)


def _of_yaml(document: Document) -> Iterator[Entry]:
    match document.data:
        case list() as found:
            for place, value in enumerate(found):
                if isinstance(value, str):
                    yield str(place), value, document.span_of((place,))
                else:
                    _report(document, _SHAPE, document.span_of((place,)))
        case dict() as found:
            for hour, value in found.items():
                if isinstance(value, str):
                    yield hour, value, document.span_of((hour,), key=not _HOUR.fullmatch(hour))
                else:
                    _report(document, _SHAPE, document.span_of((hour,)))
        case _ if not document.findings:
            _report(document, _SHAPE, document.span_of(()))


def _rows(content: bytes, document: Document) -> Iterator[Entry]:
    """The lines of a CSV file; numbers alone stand for 0 o'clock, 1 o'clock and so on."""
    text = read_text(content, document)
    bare = 0
    for number, line in enumerate(lines_of(text), 1):
        said = line.split("#")[0].strip()
        cells = [cell.strip().strip('"') for cell in re.split("[,;\t]", said)] if said else []
        span = Span(line=number, column=1, end_line=number, end_column=len(line) + 1)
        if not cells or (number == 1 and not any(_NUMBER.fullmatch(cell) for cell in cells)):
            continue
        if len(cells) > 2:
            _report(document, _SHAPE, span)
        elif len(cells) == 2:
            yield cells[0], cells[1], span
        else:
            yield str(bare), cells[0], span
            bare += 1
    if bare and bare != HOURS and not document.findings:
        _report_number(document, bare)


def read_text(content: bytes, document: Document) -> str:
    """The text of a file that is no YAML; what keeps it from being read is reported in the document."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        document.findings += read_document(content, document.file).findings
        return ""


def _weights(entries: list[Entry], document: Document) -> tuple[Fraction, ...] | None:
    """The weights, divided by their sum; every problem is reported in the document."""
    found: dict[int, Fraction] = {}
    for hour, number, span in entries:
        clock, value = _HOUR.fullmatch(hour), _NUMBER.fullmatch(number)
        if not clock:
            told = Text(f"“{hour[:20]}”不是 0 到 23 的小时", f"`{hour[:20]}` is no hour from 0 to 23")
            _report(document, told, span)
        elif not value:
            told = Text(
                f"“{number[:20]}”不是可用的权重；请写不小于 0 的数", f"`{number[:20]}` is no weight; write 0 or more"
            )
            _report(document, told, span)
        elif int(clock[1]) in found:
            _report(document, Text(f"{int(clock[1])} 时写了两次", f"{int(clock[1])} o'clock is there twice"), span)
        else:
            found[int(clock[1])] = Fraction(number)
    if document.findings:
        return None
    whole = sum(found.values(), Fraction(0))
    if isinstance(document.data, list) and len(found) != HOURS:
        _report_number(document, len(found))
    elif not whole:
        _report(document, Text("所有小时的权重都是 0", "all hours have the weight 0"), Span())
    else:
        return tuple(found.get(hour, Fraction(0)) / whole for hour in range(HOURS))
    return None


_SHAPE = Text(
    "应为 24 个数的列表，或“小时: 数”的各行（CSV：小时,数）",
    "write a list of 24 numbers, or `HOUR: NUMBER` lines (CSV: HOUR,NUMBER)",
)


def _report_number(document: Document, count: int) -> None:
    _report(document, Text(f"应有 24 个数，这里有 {count} 个", f"there must be 24 numbers, not {count}"), Span())


def _report(document: Document, message: Text, span: Span) -> None:
    document.report("OP108", "wrong-value", message, span)
